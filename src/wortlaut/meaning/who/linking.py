"""Pronouns of a text linked to what they mean, one by one: to measure the choice where nobody is quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wortlaut.meaning.who.cast import Cast
from wortlaut.meaning.who.choosing import rank, shipped_weights
from wortlaut.meaning.who.evidence import Situation
from wortlaut.meaning.who.explicit import Asked, read_phrase
from wortlaut.meaning.who.phrases import phrases_of
from wortlaut.meaning.who.roles import add_roles
from wortlaut.meaning.who.text import Text
from wortlaut.types import Document, Span

__all__ = ["Link", "link"]


@dataclass(frozen=True, slots=True)
class Link:
    """A pronoun with the last mention of the one chosen for it, `None` for nobody, and the nearest noun that agrees."""

    pronoun: Span
    chosen: Span | None
    nearest: Span | None


def link(document: Document, pronouns: Iterable[Span]) -> Iterator[Link]:
    """What each of the pronouns is linked to; what is no pronoun of the third person is left out."""
    text = Text(document)
    cast = Cast.of(text)
    add_roles(cast)
    situation = Situation(cast, None, [], None, frozenset())
    for span in pronouns:
        places = text.covered([span])
        read = read_phrase(cast, phrases_of(text, places)[0]) if len(places) == 1 else None
        if isinstance(read, Asked) and read.head < 0:
            yield Link(span, _chosen(situation, read), _nearest(text, read))


def _chosen(situation: Situation, asked: Asked) -> Span | None:
    weights = shipped_weights()
    ranked = rank(situation, asked, weights)
    nobody = 1 - sum(each.confidence for each in ranked)
    if not ranked or ranked[0].confidence < max(weights.least[asked.way], nobody):
        return None
    mention = ranked[0].entity.nearest(asked.place)
    return None if mention is None else situation.cast.text.span(mention.start, mention.end)


def _nearest(text: Text, asked: Asked) -> Span | None:
    before = (place for place in reversed(text.capitals) if place < asked.place)
    found = next((place for place in before if text.words[place].agrees & asked.agrees), None)
    return None if found is None else text.span(found, found + 1)
