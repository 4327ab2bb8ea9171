import pytest

from benchmarks.commands import run
from benchmarks.documents import items
from benchmarks.expressions import expressions_of_time
from benchmarks.reading import reading
from benchmarks.whole import whole
from tests.builder import ToyReader


def test_reading_measures_the_stage_and_its_halves() -> None:
    texts = list(items(4))
    figures = reading(texts, ToyReader(), batch=3, runs=2)
    assert [(figure.name, figure.runs, figure.median > 0) for figure in figures] == [
        ("text to statements", 2, True),
        ("– tokens and sentences", 2, True),
        ("– the reader", 2, True),
        ("statements found", 1, True),
    ]


def test_grammar_of_time_is_measured_with_and_without_tokens() -> None:
    figures = expressions_of_time(["Gestern regnete es.", "Am 5. Mai 2024 schneite es."], runs=2)
    assert [(figure.name, figure.unit, figure.runs) for figure in figures] == [
        ("text to expressions of time", "characters/s", 2),
        ("– the grammar", "characters/s", 2),
        ("expressions found", "in 1,000 characters", 1),
    ]
    assert round(figures[2].median) == 43  # 2 in 46 characters


def test_whole_way_is_measured_into_new_records() -> None:
    figures = whole(list(items(4)), ToyReader(), runs=2)
    assert [(figure.name, figure.unit, figure.runs) for figure in figures] == [
        ("bytes to stored record", "tokens/s", 2),
        ("– the same again, unchanged", "items/s", 2),
    ]


def test_process_is_timed_and_its_memory_taken() -> None:
    ended = run(["--version"])
    assert ended.took.processor > 0
    assert 0 < ended.took.clock < 30
    assert 5 < ended.mib < 500


def test_process_that_fails_stops_the_measuring() -> None:
    with pytest.raises(RuntimeError, match="wortlaut nothing-of-the-kind ended with 2"):
        run(["nothing-of-the-kind"])
