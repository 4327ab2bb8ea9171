from hypothesis import given
from hypothesis import strategies as st

from tests.builder import head, made
from wortlaut.export.segments import Mark, Role, Segment, marks_of, segments
from wortlaut.types import Span


def quote(start: int, end: int, statement: int = 0) -> Mark:
    return Mark(Span(start, end), statement, Role.QUOTE)


def test_text_without_marks_is_one_segment() -> None:
    assert segments(5, []) == (Segment(Span(0, 5), (), (), ()),)


def test_empty_text_has_no_segments() -> None:
    assert segments(0, []) == ()


def test_nested_mark_cuts_the_outer_one_in_three() -> None:
    outer, inner = quote(0, 9), quote(3, 6, 1)
    assert segments(9, [inner, outer]) == (
        Segment(Span(0, 3), (outer,), (outer,), ()),
        Segment(Span(3, 6), (outer, inner), (inner,), (inner,)),
        Segment(Span(6, 9), (outer,), (), (outer,)),
    )


def test_crossing_marks_share_the_middle() -> None:
    first, second = quote(0, 6), quote(4, 9, 1)
    assert segments(9, [first, second]) == (
        Segment(Span(0, 4), (first,), (first,), ()),
        Segment(Span(4, 6), (first, second), (second,), (first,)),
        Segment(Span(6, 9), (second,), (), (second,)),
    )


def test_adjoining_marks_do_not_cover_each_other() -> None:
    first, second = quote(0, 3), quote(3, 6, 1)
    assert segments(6, [first, second]) == (
        Segment(Span(0, 3), (first,), (first,), (first,)),
        Segment(Span(3, 6), (second,), (second,), (second,)),
    )


def test_roles_stand_inside_the_quote_of_the_same_place() -> None:
    outer, cue = quote(0, 4), Mark(Span(0, 4), 1, Role.CUE)
    assert segments(4, [cue, outer])[0].marks == (outer, cue)


def test_marks_of_a_statement_are_all_its_spans() -> None:
    article = head("„Ja“, sagte Ada zu Ben, „nein.“")
    found = made(article, ["„Ja“", "„nein.“"], cue="sagte", frame="sagte Ada zu Ben", speaker="Ada", addressee="Ben")
    assert set(marks_of([found])) == {
        Mark(Span(0, 4), 0, Role.QUOTE),
        Mark(Span(24, 31), 0, Role.QUOTE),
        Mark(Span(6, 11), 0, Role.CUE),
        Mark(Span(6, 22), 0, Role.FRAME),
        Mark(Span(12, 15), 0, Role.SPEAKER),
        Mark(Span(19, 22), 0, Role.ADDRESSEE),
    }


@st.composite
def _marks(draw: st.DrawFn) -> list[Mark]:
    spans = draw(st.lists(st.tuples(st.integers(0, 29), st.integers(1, 30)).filter(lambda pair: pair[0] < pair[1])))
    return [Mark(Span(*span), number, draw(st.sampled_from(Role))) for number, span in enumerate(spans)]


@given(_marks())
def test_segments_cover_the_text_and_agree_with_every_mark(marks: list[Mark]) -> None:
    cut = segments(30, marks)
    assert [place for segment in cut for place in range(segment.span.start, segment.span.end)] == list(range(30))
    for segment in cut:
        for place in range(segment.span.start, segment.span.end):
            assert set(segment.marks) == {mark for mark in marks if mark.span.start <= place < mark.span.end}
        assert set(segment.opens) == {mark for mark in marks if mark.span.start == segment.span.start}
        assert set(segment.closes) == {mark for mark in marks if mark.span.end == segment.span.end}
