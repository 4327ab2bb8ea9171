from collections.abc import Iterator
from contextlib import closing

import pytest

from evaluation.bootstrap import Interval
from evaluation.questions import Half, Kind, Mark, Question
from evaluation.retrieval import Figures, Outcome, PlainIndex, figures, outcome
from wortlaut.record import Filters

TEXTS = ["Die Brücken am Fluss", "Eine Brücke, die Brücken heißt", "Zwei Fährleute am Fluß", "Fluss und Brücken"]


@pytest.fixture
def index() -> Iterator[PlainIndex]:
    with closing(PlainIndex(TEXTS)) as made:
        yield made


def question(right: int, other: int = 0) -> Question:
    marks = [Mark("1", number) for number in range(right + other)]
    return Question("a", Kind.PARTY, Half.KEPT, "Moll", Filters(), frozenset(marks[:right]), frozenset(marks[right:]))


def found(asked: Question, *numbers: int | None) -> Outcome:
    return outcome(asked, [None if number is None else Mark("1", number) for number in numbers])


@pytest.mark.parametrize(
    ("words", "every", "wanted"),
    [
        ("brücken fluss", True, {0, 3}),
        ("brücken fluss", False, {0, 1, 3}),
        ("Brücke", True, {1}),
        ('"am fluss"', True, {0}),
        ('"am Fluss" zwei', False, {0, 2}),
        ("bruecken", False, set()),
        ("- ?", False, set()),
        ("", True, set()),
        ("fluss AND", True, set()),
        ("NOT fluss", False, {0, 3}),
    ],
)
def test_plain_search_finds_words_as_they_stand(index: PlainIndex, words: str, every: bool, wanted: set[int]) -> None:
    assert set(index.search(words, every=every, admitted=range(4), limit=20)) == wanted


def test_plain_search_gives_the_best_of_the_admitted_first(index: PlainIndex) -> None:
    assert index.search("Brücke Brücken", every=False, admitted=range(4), limit=1) == (1,)
    assert index.search("Brücke Brücken", every=False, admitted={0, 3}, limit=1) == (3,)


def test_all_found_at_once_is_a_hundred() -> None:
    assert found(question(2), 1, 0) == Outcome(question(2), 1.0, 1.0, 1.0, ())


def test_what_is_not_found_is_missed() -> None:
    asked = question(3, 1)
    assert found(asked, None, 7, 2) == Outcome(asked, 0.25, 1 / 3, 1 / 3, (Mark("1", 0), Mark("1", 1), Mark("1", 3)))


def test_nothing_given_is_worth_nothing() -> None:
    assert found(question(1)) == Outcome(question(1), 0.0, 0.0, 0.0, (Mark("1", 0),))


def test_only_the_first_twenty_count_and_precision_looks_at_five() -> None:
    late = found(question(1), *[None] * 20, 0)
    assert (late.recall, late.reciprocal) == (0.0, 0.0)
    last = found(question(1), *[None] * 19, 0)
    assert (last.recall, last.precision, last.reciprocal) == (1.0, 0.0, 1 / 20)


def test_of_more_than_twenty_right_ones_twenty_are_all_that_can_be_given() -> None:
    assert found(question(30), *range(25)).recall == 1.0
    assert found(question(30), *range(10)).recall == 0.5


def test_figures_are_means_over_questions() -> None:
    given = [found(question(1), 0), found(question(1), None, 0), found(question(1))]
    result = figures(given)
    assert result == Figures(3, 2 / 3, result.interval, 0.5, 0.5)
    assert result.interval == Interval(0.0, 1.0)


def test_the_interval_is_narrow_where_all_questions_are_answered_alike() -> None:
    assert figures([found(question(2), 0)] * 4).interval == Interval(0.5, 0.5)
