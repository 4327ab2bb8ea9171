"""The hand-made list of statements in the bundled examples, with every part found in the article that intake reads.

One JSON object a line in `expected.jsonl`. Parts are given as words, not as numbers, so that people can check and mend
them: `{"text": "sagte", "nth": 3}` is the third "sagte" of the article that stands alone as a word; without `nth` the
words occur once.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wortlaut.types import Medium, Span, StatementType

__all__ = ["EXPECTED", "ITEMS", "Expected", "Words", "expected", "place"]

EXPECTED = Path(__file__).with_name("expected.jsonl")
ITEMS = Path(__file__).with_name("items")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of an article, and which of their occurrences is meant (from 1; None where there is but one)."""

    text: str
    nth: int | None


@dataclass(frozen=True, slots=True)
class Expected:
    """One statement that a careful reader finds in an example."""

    path: Path
    record: int | None  # from 1, where the file holds several items
    number: int  # from 1 in its item
    parent: int | None  # number of the statement that it stands inside
    type: StatementType
    medium: Medium
    quote: tuple[Words, ...]
    cue: tuple[Words, ...]
    frame: tuple[Words, ...]
    speaker: tuple[Words, ...]
    addressee: tuple[Words, ...]


def expected() -> Iterator[Expected]:
    """Every statement of the list, in its order; unknown and missing keys raise."""
    for line in EXPECTED.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Expected(
            path=EXPECTED.parent / row.pop("file"),
            number=row.pop("n"),
            type=StatementType(row.pop("type")),
            medium=Medium(row.pop("medium")),
            quote=_words(row.pop("quote")),
            cue=_words(row.pop("cue")),
            frame=_words(row.pop("frame")),
            speaker=_words(row.pop("speaker")),
            addressee=_words(row.pop("addressee")),
            **row,
        )


def place(words: Words, text: str) -> Span:
    """Where `words` stand in `text`; ValueError where they do not, or where it is left open which are meant."""
    found = [match.span() for match in re.finditer(_alone(words.text), text)]
    if words.nth is None and len(found) != 1:
        raise ValueError(f"{words.text!r} stands {len(found)} times in the article: give `nth`")
    if words.nth is not None and not 0 < words.nth <= len(found):
        raise ValueError(f"{words.text!r} stands {len(found)} times in the article, not {words.nth}")
    return Span(*found[(words.nth or 1) - 1])


def _words(rows: list[dict[str, Any]]) -> tuple[Words, ...]:
    return tuple(Words(text=row.pop("text"), nth=row.pop("nth", None), **row) for row in rows)


def _alone(words: str) -> str:
    """A pattern that finds `words`, yet not inside a longer word."""
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return f"{before}{re.escape(words)}{after}"
