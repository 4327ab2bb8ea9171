from tests.agreement.builder import marked
from wortlaut.agreement import Aspect
from wortlaut.agreement.continuum import Continuum, Mark, both_marked, marks, meetings
from wortlaut.types import Span


def drawn(length: int, *found: tuple[int, int, int]) -> Continuum:
    return Continuum.of(length, [Mark(Span(start, end), value) for start, end, value in found])


def test_what_nobody_marked_is_gap() -> None:
    nothing = drawn(4)
    assert (nothing.values_L.tolist(), nothing.units, nothing.within) == ([0, 0, 0, 0], 0, 4.0)


def test_spans_are_units_and_a_gap_is_single_characters() -> None:
    two = drawn(10, (1, 4, 1), (4, 6, 1))
    assert (two.values_L.tolist(), two.units, two.within) == ([0, 1, 1, 1, 1, 1, 0, 0, 0, 0], 2, 9.0 + 4.0 + 5)


def test_inner_span_counts_where_spans_nest_and_the_rest_of_the_outer_stays_one_unit() -> None:
    nested = drawn(8, (0, 6, 1), (2, 4, 2))
    assert nested.values_L.tolist() == [1, 1, 2, 2, 1, 1, 0, 0]
    assert (nested.units, nested.within) == (2, 16.0 + 4.0 + 2)


def test_span_marked_twice_is_one_unit() -> None:
    shared = Continuum.of(5, [Mark(Span(0, 3)), Mark(Span(0, 3))])
    assert (shared.units, shared.within) == (1, 9.0 + 2)


def test_empty_text_has_nothing() -> None:
    assert (drawn(0).units, drawn(0).within, meetings(drawn(0), drawn(0), 2).sum()) == (0, 0.0, 0.0)


def test_meetings_count_each_character_in_both_orders() -> None:
    met = meetings(drawn(5, (0, 3, 1)), drawn(5, (1, 4, 1)), 2)
    assert met.tolist() == [[2, 2], [2, 4]]


def test_only_what_others_marked_counts_among_the_marked_by_their_share() -> None:
    # The first: 2 of 4 characters marked by both others, 2 by one of them: 2 + 1 = 3; the others 2 + 0.5 · 2 = 3, 2.
    three = [drawn(6, (0, 4, 1)), drawn(6, (0, 4, 1)), drawn(6, (0, 2, 1))]
    assert both_marked(three) == 3.0**2 + 3.0**2 + 2.0**2


def test_quote_is_marked_with_its_type_and_other_parts_are_not() -> None:
    statement = marked(1, Span(0, 2), Span(5, 7), type="reported", speakers=(Span(8, 9),), addressees=(Span(9, 11),))
    assert marks([statement], Aspect.QUOTE) == [Mark(Span(0, 2), 3), Mark(Span(5, 7), 3)]
    assert marks([statement], Aspect.SPEAKER) == [Mark(Span(8, 9))]
    assert marks([statement], Aspect.ADDRESSEE) == [Mark(Span(9, 11))]
    assert marks([statement], Aspect.CUE) == []
