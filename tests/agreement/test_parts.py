from hypothesis import given
from hypothesis import strategies as st

from tests.agreement.builder import marked
from wortlaut.agreement import Aspect
from wortlaut.agreement.parts import label_of, shared, size, spans_of
from wortlaut.types import Span

SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 10)).map(lambda pair: Span(pair[0], pair[0] + pair[1])), max_size=6
)


def characters(spans: tuple[Span, ...] | list[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


@given(first=SPANS, second=SPANS)
def test_shared_characters_are_those_in_both(first: list[Span], second: list[Span]) -> None:
    left, right = (spans_of(marked(1, Span(0, 1), speakers=tuple(each)), Aspect.SPEAKER) for each in (first, second))
    assert characters(left) == characters(first)
    assert size(left) == len(characters(first))
    assert shared(left, right) == shared(right, left) == len(characters(first) & characters(second))


def test_labels_are_those_of_the_statement() -> None:
    inner = marked(2, Span(0, 1), type="reported", medium="thought", parent=1)
    aspects = (Aspect.TYPE, Aspect.MEDIUM, Aspect.NESTED)
    assert [label_of(inner, aspect) for aspect in aspects] == ["reported", "thought", "nested"]
    assert label_of(marked(1, Span(0, 1)), Aspect.NESTED) == "outermost"


def test_touching_spans_stay_two() -> None:
    statement = marked(1, Span(0, 1), cue=(Span(3, 5), Span(1, 3)))
    assert spans_of(statement, Aspect.CUE) == (Span(1, 3), Span(3, 5))
