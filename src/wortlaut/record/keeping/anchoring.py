"""From one version of an article to another: where the places of statements and decisions have gone."""

from collections.abc import Mapping
from dataclasses import replace

from wortlaut.decisions import Entry, Values
from wortlaut.matching.alignment import Alignment, align
from wortlaut.record.keeping.resolving import Anchored
from wortlaut.types import Part, Party, Span, Statement, StatementPart

__all__ = ["Texts", "anchored", "carried"]


class Texts:
    """The texts of an article's versions by their numbers, and the ways between them, found when first asked for."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        self._texts = texts
        self._ways: dict[tuple[int, int], Alignment] = {}

    def of(self, version: int) -> str:
        """The text of that version; raises `KeyError`."""
        return self._texts[version]

    def way(self, old: int, new: int) -> Alignment | None:
        """The way from one version to another; None where the texts are the same."""
        if old == new or self._texts[old] == self._texts[new]:
            return None
        if (old, new) not in self._ways:
            self._ways[old, new] = align(self._texts[old], self._texts[new])
        return self._ways[old, new]


def carried(statement: Statement, way: Alignment | None) -> Statement | None:
    """The statement in places of the other version; None where its quote is not there, word for word.

    Other parts that have no place there are left out.
    """
    if way is None:
        return statement
    quote = way.carry_all(statement.quote)
    if quote is None:
        return None
    return replace(
        statement,
        quote=quote,
        cue=_carried_part(statement.cue, way),
        frame=_carried_part(statement.frame, way),
        speakers=_carried_parties(statement.speakers, way),
        addressees=_carried_parties(statement.addressees, way),
    )


def anchored(entry: Entry, way: Alignment | None) -> Anchored:
    """The decision in places of the other version; its parts that have no place there are named."""
    values = entry.values or Values()
    if way is None:
        return Anchored(entry, values)
    if entry.values is None and entry.was is not None and way.carry_all(entry.was.quote or ()) is None:
        return Anchored(entry, values, frozenset({StatementPart.QUOTE}))  # other words were rejected
    kept: dict[str, object] = {}
    homeless: set[StatementPart] = set()
    for part in (StatementPart.QUOTE, StatementPart.CUE, StatementPart.FRAME):
        spans: tuple[Span, ...] | None = getattr(values, part)
        if spans is not None and (new := way.carry_all(spans)) is None:
            homeless.add(part)
        elif spans is not None:
            kept[part] = new
    for part in (StatementPart.SPEAKERS, StatementPart.ADDRESSEES):
        mentions: tuple[tuple[Span, ...], ...] | None = getattr(values, part)
        if mentions is None:
            continue
        carried_mentions = [way.carry_all(each) for each in mentions]
        if None in carried_mentions:
            homeless.add(part)
        else:
            kept[part] = tuple(each for each in carried_mentions if each is not None)
    plain = replace(values, quote=None, cue=None, frame=None, speakers=None, addressees=None)  # what has no places
    return Anchored(entry, replace(plain, **kept), frozenset(homeless))  # type: ignore[arg-type]  # by the parts' types


def _carried_part(part: Part, way: Alignment) -> Part:
    spans = way.carry_all(part.spans) if part.spans else ()
    return Part(spans, part.confidence) if spans else Part()


def _carried_parties(parties: tuple[Party, ...], way: Alignment) -> tuple[Party, ...]:
    mentions = ((way.carry_all(each.mention), each.confidence) for each in parties)
    return tuple(Party(mention, confidence) for mention, confidence in mentions if mention is not None)
