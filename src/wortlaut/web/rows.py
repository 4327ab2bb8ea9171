"""Statements as the rows of a list: the words, who said them, what that does, where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wortlaut.export.cards import cards_of
from wortlaut.export.sense import sense_told
from wortlaut.export.told import PartyTold, appeared, entitled, party_told, target_label, target_told
from wortlaut.export.visible import one_line
from wortlaut.texts import Texts
from wortlaut.types import Found, ResolvedParty, Span

__all__ = ["Piece", "Row", "RowParty", "act_class", "rows_of"]

_LONGEST = 420  # characters of a statement
_SPLIT = " […] "


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a statement, and whether they are among those that were searched."""

    words: str
    is_hit: bool


@dataclass(frozen=True, slots=True)
class RowParty:
    """Somebody in a row: how one is told, and the id of the actor, where one is known."""

    told: PartyTold
    actor: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """A statement as a list shows it."""

    id: str
    pieces: tuple[Piece, ...]
    type: str
    type_label: str
    act: str | None
    act_label: str
    act_class: str
    speakers: tuple[RowParty, ...]
    addressees: tuple[RowParty, ...]
    targets: tuple[RowParty, ...]
    target_label: str
    sure: int | None  # percent; None where a person decided about the words
    share: int | None  # percent of the searched words that it has; None where it has all
    article: str
    title: str  # or its first words
    source: str | None
    date: str | None
    when: str | None  # the day, for programs


def rows_of(found: Iterable[Found], texts: Texts) -> list[Row]:
    """The rows of the statements, in their order."""
    return [_row(each, texts) for each in found]


def act_class(act: str | None) -> str:
    """The classes that colour something by an act."""
    return f"act act-{act}" if act else "act"


def _row(found: Found, texts: Texts) -> Row:
    (card,) = cards_of([found], texts)
    article, text = found.article, found.article.text
    return Row(
        id=found.statement.id,
        pieces=tuple(_shortened(_pieces(found))),
        type=card.type,
        type_label=card.type_label,
        act=card.act,
        act_label="" if found.sense is None else sense_told(found.sense, texts),
        act_class=act_class(card.act),
        speakers=_parties(found.speakers, text, texts),
        addressees=_parties(found.addressees, text, texts),
        targets=tuple(RowParty(target_told(each, text), each.actor) for each in found.targets),
        target_label=target_label(found.sense, texts),
        sure=card.sure,
        share=None if found.share is None else round(100 * found.share),
        article=article.id,
        title=entitled(article, texts),
        source=one_line(article.source) if article.source else None,
        date=appeared(article, texts.language),
        when=article.published.isoformat() if article.published else None,
    )


def _parties(parties: Iterable[ResolvedParty], text: str, texts: Texts) -> tuple[RowParty, ...]:
    return tuple(RowParty(party_told(each, text, texts), each.actor) for each in parties)


def _pieces(found: Found) -> Iterator[Piece]:
    """The words of the quote, cut where searched ones begin and end."""
    for number, span in enumerate(found.statement.quote):
        if number:
            yield Piece(_SPLIT, is_hit=False)
        at = span.start
        for mark in sorted(found.marks, key=lambda each: each.start):
            start, end = max(mark.start, at), min(mark.end, span.end)
            if start >= end:
                continue
            yield from _cut(found, Span(at, start), is_hit=False)
            yield Piece(one_line(Span(start, end).of(found.article.text)), is_hit=True)
            at = end
        yield from _cut(found, Span(at, span.end), is_hit=False)


def _cut(found: Found, span: Span, *, is_hit: bool) -> Iterator[Piece]:
    """The words between marks, with the blanks at their ends: `one_line` would take them away."""
    words = span.of(found.article.text)
    if not words:
        return
    inner = one_line(words)
    before = " " if words[:1].isspace() else ""
    behind = " " if inner and words[-1:].isspace() else ""
    yield Piece(f"{before}{inner}{behind}", is_hit)


def _shortened(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces up to so many characters."""
    left = _LONGEST
    for piece in pieces:
        if left <= 0:
            yield Piece("…", is_hit=False)
            return
        yield Piece(piece.words if len(piece.words) <= left else f"{piece.words[:left]}…", piece.is_hit)
        left -= len(piece.words)
        if left < 0:
            return
