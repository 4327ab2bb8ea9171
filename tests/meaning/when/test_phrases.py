"""Phrases with their values on several days: turns of the year, leap days, days on which clocks are changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from wortlaut.language import analyse
from wortlaut.meaning.when import times

TABLE = Path(__file__).with_name("phrases.tsv")
FEWEST = 400


@dataclass(frozen=True)
class Phrase:
    """A text, its day of publication, and what must be found in it: start, end, type, value, from, to."""

    published: date | None
    text: str
    expected: list[tuple[int, int, str, str, str, str]]


def day(written: str) -> str:
    return "" if written == "-" else date.fromisoformat(written).isoformat()


def phrases() -> Iterator[Phrase]:
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        published, marked, cells = line.split("\t")
        text, places = unmarked(marked)
        values = [cell.split(" ") for cell in cells.split("; ")] if cells else []
        expected = [
            (start, end, kind, value, day(since), day(until))
            for (start, end), (kind, value, since, until) in zip(places, values, strict=True)
        ]
        yield Phrase(None if published == "-" else date.fromisoformat(published), text, expected)


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without brackets, and where the brackets were."""
    text, places = "", []
    for outside, inside in re.findall(r"([^\[]*)(?:\[([^\]]*)\])?", marked):
        text += outside
        if inside:
            places.append((len(text), len(text) + len(inside)))
            text += inside
    return text, places


@pytest.mark.parametrize("phrase", list(phrases()), ids=lambda phrase: f"{phrase.published} {phrase.text}")
def test_phrase_has_its_values(phrase: Phrase) -> None:
    found = [
        (
            ref.span.start,
            ref.span.end,
            ref.type.value,
            ref.value,
            ref.since.isoformat() if ref.since else "",
            ref.until.isoformat() if ref.until else "",
        )
        for ref in times(analyse(phrase.text), phrase.published)
    ]
    assert found == phrase.expected


def test_the_table_is_large_enough() -> None:
    assert len(list(phrases())) >= FEWEST


def test_no_phrase_stands_twice() -> None:
    seen = [(phrase.published, phrase.text) for phrase in phrases()]
    assert len(seen) == len(set(seen))
