from itertools import permutations

import pytest

from tests.agreement.builder import marked
from wortlaut.agreement.units import Unit, join
from wortlaut.types import Span, Statement


def ids(units: tuple[Unit, ...]) -> list[list[str | None]]:
    return [[member.id if member else None for member in unit.members] for unit in units]


def test_statements_of_the_same_words_are_one() -> None:
    assert ids(join([[marked(1, Span(0, 9))], [marked(2, Span(0, 9))]])) == [["s1", "s2"]]


def test_statement_that_one_reader_has_stands_alone() -> None:
    assert ids(join([[marked(1, Span(0, 9))], []])) == [["s1", None]]


def test_reader_who_did_not_code_the_article_has_no_statement() -> None:
    assert ids(join([[marked(1, Span(0, 9))], None, [marked(2, Span(0, 9))]])) == [["s1", None, "s2"]]


@pytest.mark.parametrize(
    ("start", "expected"),
    [(2, [["s1", "s2"]]), (8, [["s1", None], [None, "s2"]])],
    ids=["most words shared", "few words shared"],
)
def test_statements_that_only_touch_are_two(start: int, expected: list[list[str | None]]) -> None:
    assert ids(join([[marked(1, Span(0, 10))], [marked(2, Span(start, start + 10))]])) == expected


def test_larger_overlap_wins() -> None:
    first = [marked(1, Span(0, 10)), marked(2, Span(10, 20))]
    second = [marked(3, Span(4, 12)), marked(4, Span(0, 10))]
    assert ids(join([first, second])) == [["s1", "s4"], [None, "s3"], ["s2", None]]


def test_same_type_wins_among_equals() -> None:
    first = [marked(1, Span(0, 10), type="reported")]
    second = [marked(2, Span(0, 10)), marked(3, Span(0, 10), type="reported")]
    assert ids(join([first, second])) == [["s1", "s3"], [None, "s2"]]


def test_nested_statement_is_not_taken_for_the_one_around_it() -> None:
    first = [marked(1, Span(0, 30)), marked(2, Span(10, 20), parent=1)]
    second = [marked(3, Span(10, 20))]
    assert ids(join([first, second])) == [["s1", None], ["s2", "s3"]]


def test_split_quote_is_compared_by_all_its_spans() -> None:
    whole = [marked(1, Span(0, 10), Span(20, 30))]
    assert ids(join([whole, [marked(2, Span(0, 10))]])) == [["s1", "s2"]]
    assert ids(join([whole, [marked(2, Span(10, 20))]])) == [["s1", None], [None, "s2"]]


def test_no_unit_has_two_statements_of_a_reader() -> None:
    # The second reader's one statement overlaps both of the first and both of the third reader's.
    readers = [
        [marked(1, Span(0, 10)), marked(2, Span(10, 18))],
        [marked(3, Span(0, 18))],
        [marked(4, Span(0, 11)), marked(5, Span(11, 18))],
    ]
    assert ids(join(readers)) == [["s1", "s3", "s4"], ["s2", None, "s5"]]


def test_pairs_that_overlap_most_are_put_together_first() -> None:
    # The second and the third reader's overlap, too (0.46), but less than theirs with the first's two (0.87).
    readers = [
        [marked(1, Span(0, 10)), marked(2, Span(10, 20))],
        [marked(3, Span(0, 13))],
        [marked(4, Span(7, 20))],
    ]
    assert ids(join(readers)) == [["s1", "s3", None], ["s2", None, "s4"]]


def test_order_of_readers_makes_no_difference() -> None:
    readers: list[list[Statement]] = [
        [marked(1, Span(0, 10)), marked(2, Span(10, 18)), marked(3, Span(30, 40))],
        [marked(4, Span(0, 18)), marked(5, Span(33, 41))],
        [marked(6, Span(0, 12)), marked(7, Span(12, 20)), marked(8, Span(26, 36))],
    ]

    def grouped(order: tuple[int, ...]) -> set[frozenset[str]]:
        units = join([readers[number] for number in order])
        return {frozenset(each.id for each in unit.members if each) for unit in units}

    assert {frozenset(grouped(order)) for order in permutations(range(3))} == {frozenset(grouped((0, 1, 2)))}
