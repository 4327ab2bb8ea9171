"""Two plain ways to say who speaks, to set beside the stage: the nearest name, and the last subject.

Names are found as the stage finds them, so that only the choice is compared. Neither knows that anybody has no name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from evaluation.who import Answer
from wortlaut.meaning.who import NamedPlace, named_places
from wortlaut.types import Document, PartyKind, Statement

__all__ = ["last_subject", "nearest_name"]


@dataclass(frozen=True, slots=True)
class _Quote:
    start: int
    end: int

    def distance(self, place: NamedPlace) -> int:
        """Characters between the quote and a name; names within it are as far as its ends."""
        if place.span.end <= self.start:
            return self.start - place.span.end
        if place.span.start >= self.end:
            return place.span.start - self.end
        return self.end - self.start


def nearest_name(document: Document, statements: Sequence[Statement], _published: date | None) -> list[Answer]:
    """For each statement the name that stands nearest to its quote."""
    names = named_places(document)
    return [_answer(min(names, key=quote.distance, default=None)) for quote in _quotes(statements)]


def last_subject(document: Document, statements: Sequence[Statement], _published: date | None) -> list[Answer]:
    """For each statement the last name before its quote that opens a sentence, else the last name before it."""
    names = named_places(document)
    found = []
    for quote in _quotes(statements):
        before = [place for place in names if place.span.end <= quote.start]
        opening = [place for place in before if place.opens_sentence]
        found.append(_answer((opening or before)[-1] if before else None))
    return found


def _quotes(statements: Sequence[Statement]) -> Iterator[_Quote]:
    return (_Quote(each.quote[0].start, each.quote[-1].end) for each in statements)


def _answer(place: NamedPlace | None) -> Answer:
    return Answer(PartyKind.UNKNOWN, None) if place is None else Answer(place.kind, place.name, (place.name,))
