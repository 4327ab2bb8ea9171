"""The expressions of time of a document, from the first word to the last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from wortlaut.meaning.when.days import holiday_names
from wortlaut.meaning.when.events import event_refs
from wortlaut.meaning.when.patterns import Hit, Matcher
from wortlaut.meaning.when.pieces import Pieces
from wortlaut.meaning.when.ranges import ranged
from wortlaut.meaning.when.readings import rows
from wortlaut.meaning.when.rules import RULES
from wortlaut.meaning.when.scene import Scene
from wortlaut.types import Document, TimeRef

__all__ = ["grammar", "times"]


def times(document: Document, published: date | None) -> tuple[TimeRef, ...]:
    """The expressions of time in the document, in order, without overlap.

    They are reckoned from the day of publication and from what the text told before; without that day, what hangs on
    it has a value with `X` and no days.
    """
    pieces = Pieces(document)
    scene = Scene(pieces, published)
    found = sorted(_found(pieces, scene), key=lambda ref: ref.span)
    return tuple(_with_events(ranged(found, document.text, published), pieces))


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


def _with_events(refs: Sequence[TimeRef], pieces: Pieces) -> Iterable[TimeRef]:
    events = event_refs(pieces, refs)
    if not events:
        return refs
    taken = {(ref.span.start, ref.span.end) for ref in refs}
    return sorted(
        [*refs, *(each for each in events if (each.span.start, each.span.end) not in taken)], key=lambda r: r.span
    )
