"""Where an article names persons and organisations, for whoever wants no more than that."""

from __future__ import annotations

from dataclasses import dataclass

from wortlaut.meaning.who.cast import Cast
from wortlaut.meaning.who.text import Text
from wortlaut.types import Document, PartyKind, Span

__all__ = ["NamedPlace", "named_places"]


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place that names somebody; `name` is the fullest form in the article."""

    span: Span
    kind: PartyKind
    name: str
    opens_sentence: bool


def named_places(document: Document) -> tuple[NamedPlace, ...]:
    """The places in the text that name persons and organisations, in order."""
    text = Text(document)
    cast = Cast.of(text)
    found = [
        NamedPlace(
            span=text.span(mention.start, mention.end),
            kind=entity.kind,
            name=entity.name or "",
            opens_sentence=mention.start - text.sentence_start(mention.start) <= 2,
        )
        for entity in cast.entities
        for mention in entity.mentions
    ]
    return tuple(sorted(found, key=lambda place: (place.span.start, place.span.end)))
