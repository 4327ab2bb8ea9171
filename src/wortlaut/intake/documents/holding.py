"""The articles that a document holds: one, or many where it is an export of a press database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from wortlaut.intake.articles import Raw, Wishes, article_of, check_size
from wortlaut.intake.exports.splitting import Piece, split_export
from wortlaut.intake.facts import Facts
from wortlaut.intake.form import Item
from wortlaut.intake.mapped import Mapped
from wortlaut.intake.reasons import Refused, reject

__all__ = ["Held", "articles_in"]


@dataclass(frozen=True, slots=True)
class Held:
    """A document that was read: its bytes, its text in paragraphs, what it says about itself, notes."""

    raw: Raw
    text: Mapped
    form: str
    encoding: str
    facts: Facts
    notes: tuple[str, ...]
    facts_notes: tuple[str, ...] = ()  # on `facts`, which an export does not take


def articles_in(held: Held, wishes: Wishes) -> Iterator[Item]:
    """The article of the document, or those of an export, each over its own stretch of the bytes.

    The notes on the whole document stand at the first one. Raises `Refused` for a document of one article.
    """
    pieces = split_export(held.text)
    if not pieces:
        check_size(len(held.raw.octets), wishes)
        notes = (*held.notes, *held.facts_notes)
        yield article_of(held.raw, held.text, form=held.form, encoding=held.encoding, facts=held.facts, notes=notes)
        return
    notes = held.notes
    for number, piece in enumerate(pieces, 1):
        origin = replace(held.raw.origin, record=number)
        try:
            yield _article(held, piece, number, notes, wishes)
            notes = ()
        except Refused as refused:
            yield reject(refused.why, origin)


def _article(held: Held, piece: Piece, number: int, notes: tuple[str, ...], wishes: Wishes) -> Item:
    """The article of one piece of an export; raises `Refused`."""
    if piece.why is not None or piece.body is None:
        raise Refused.of(piece.why) if piece.why is not None else Refused("empty_text")
    first = int(min(held.text.starts[piece.start], piece.body.starts[0]))
    last = int(max(held.text.ends[max(piece.start, piece.end - 1)], piece.body.ends[-1]))
    check_size(last - first, wishes)
    origin = replace(held.raw.origin, record=number, byte=held.raw.origin.byte + first)
    body = Mapped(piece.body.text, piece.body.starts - np.int32(first), piece.body.ends - np.int32(first))
    return article_of(
        Raw(held.raw.octets[first:last], origin),
        body,
        form=held.form,
        encoding=held.encoding,
        facts=piece.facts,
        notes=(*notes, *piece.facts.notes),
    )
