"""The expressions of time of a document, from the first word to the last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from wortlaut.meaning.when.days import holiday_names
from wortlaut.meaning.when.events import event_refs
from wortlaut.meaning.when.patterns import Hit, Matcher
from wortlaut.meaning.when.pieces import Pieces
from wortlaut.meaning.when.readings import rows
from wortlaut.meaning.when.rules import RULES
from wortlaut.meaning.when.scene import Scene
from wortlaut.types import Document, TimeRef, TimeRelation, TimeType

__all__ = ["grammar", "times"]

_TO = frozenset({"bis", "-", "–", "bis zum", "bis zur"})
_AND = frozenset({"und", "und dem"})
_BETWEEN = "zwischen "
_LONGEST_LINK = 10  # characters between the two ends of a range: " bis zum "


def times(document: Document, published: date | None) -> tuple[TimeRef, ...]:
    """The expressions of time in the document, in order, without overlap.

    They are reckoned from the day of publication and from what the text told before; without that day, what hangs on
    it has a value with `X` and no days.
    """
    pieces = Pieces(document)
    scene = Scene(pieces, published)
    found = sorted(_found(pieces, scene), key=lambda ref: ref.span)
    return tuple(_with_events(_ranged(found, document.text), pieces))


@cache
def grammar() -> Matcher:
    """The shipped grammar with the holidays, compiled when first asked for."""
    listed = [(rule, pattern) for rule, pattern in rows("grammar.tsv")]
    shapes = ("[ (ART? DEICTIC)? {} YEAR? ]", "DAYADJ [ {} ]")
    named = [("holiday", shape.format(name)) for name in holiday_names() for shape in shapes]
    return Matcher([*listed, *named])


def _found(pieces: Pieces, scene: Scene) -> Iterator[TimeRef]:
    matcher = grammar()
    place = 0
    while place < len(pieces):
        following = place + 1
        for hit in matcher.hits(pieces, place):
            if not _is_outdone(matcher, pieces, hit) and (refs := RULES[hit.rule](hit, scene)):
                yield from refs
                following = _behind(hit)
                break
        place = following


def _is_outdone(matcher: Matcher, pieces: Pieces, hit: Hit) -> bool:
    """Whether a longer expression begins behind the word that the hit needs in front: "im Herbst", "Herbst 2011"."""
    first = hit.groups[0]
    if first.first == hit.first:
        return False
    behind = matcher.hits(pieces, first.first)
    return bool(behind) and behind[0].groups[-1].last > hit.groups[-1].last


def _behind(hit: Hit) -> int:
    """The piece with which to go on: behind the last expression, so that words after it may belong to the next one."""
    return max(hit.groups[-1].last, hit.first + 1)


def _ranged(refs: Sequence[TimeRef], text: str) -> list[TimeRef]:
    """The same with the ends of ranges ("vom 5. bis 22. November") knowing of each other."""
    made = list(refs)
    for number in range(len(made) - 1):
        first, last = made[number], made[number + 1]
        if first.type is not last.type or first.type not in {TimeType.DATE, TimeType.TIME}:
            continue
        if _is_range(text, first, last) and first.since and last.until and first.since <= last.until:
            made[number] = replace(first, until=last.until, relation=TimeRelation.FROM)
            made[number + 1] = replace(last, since=first.since, relation=TimeRelation.UNTIL)
    return made


def _is_range(text: str, first: TimeRef, last: TimeRef) -> bool:
    """Whether the words between and before make the two ends of a range: "A bis B", "zwischen A und B"."""
    if last.span.start - first.span.end > _LONGEST_LINK:
        return False
    between = text[first.span.end : last.span.start].strip().lower()
    before = text[max(first.span.start - len(_BETWEEN), 0) : first.span.start].lower()
    return between in _TO or (between in _AND and before == _BETWEEN)


def _with_events(refs: Sequence[TimeRef], pieces: Pieces) -> Iterable[TimeRef]:
    events = event_refs(pieces, refs)
    if not events:
        return refs
    taken = {(ref.span.start, ref.span.end) for ref in refs}
    return sorted(
        [*refs, *(each for each in events if (each.span.start, each.span.end) not in taken)], key=lambda r: r.span
    )
