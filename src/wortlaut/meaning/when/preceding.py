"""Before which event a statement was said: "Auch vor dem Überfall hatte er behauptet …".

Only the words that report the statement count: its frame, what stands before that in the sentence, or its own beginning
where the whole sentence is the report. "Warnte vor dem Angriff" tells no time. What is said without an introduction
goes on from the one before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from wortlaut.meaning.when.readings import rows
from wortlaut.types import (
    Document,
    SaidBefore,
    Span,
    Statement,
    StatementType,
    TimeRef,
    TimeRelation,
    TimeType,
)

__all__ = ["said_before"]

_WORDS = r"(?:[a-zäöüß]+(?:en|er|em|es|e)\s+){0,3}"
_NAMES = r"[A-ZÄÖÜ][\w-]*(?:\s+[A-ZÄÖÜ][\w-]*){0,3}"
_DETERMINER = r"(?:dem|der|den|ihrem|ihrer|seinem|seiner|diesem|dieser|jenem|jener)"
_NOUN = re.compile(rf"\b[Vv]or\s+(?:{_DETERMINER}\s+)?{_WORDS}(?:[A-ZÄÖÜ][a-zäöüß]+er\s+)?(?P<noun>[A-ZÄÖÜ][\w-]+)")
# What belongs to the event's name behind the noun; what begins with "einem" is rather where it was said.
_OF = re.compile(
    rf"\s+\d{{4}}\b|\s+(?:(?:auf|in|von|gegen|mit|zwischen|über|zu)\s+(?:(?:die|den|das|dem|der)\s+)?|(?:im|zum|zur|des|der)\s+){_WORDS}{_NAMES}"
)
_MOST_OF = 2  # such parts behind a noun
# Words that govern "vor" themselves, and the parts of words by which they are known.
_GOVERNING = re.compile(
    r"warn|angst|furcht|fürcht|sorge|schutz|schütz|flieh|floh|flüchtet|flucht\b|bewahr|scheu|respekt|zurückschreck|"
    r"sicher vor|kapitul|verneig|halt machen|haltmachen",
    re.IGNORECASE,
)
# Who speaks there speaks to people: "in ihrer Rede vor der Konferenz".
_TO_PEOPLE = re.compile(
    r"\b(?:\w*rede|\w*ansprache|\w*vortrag|\w*auftritt|sprach|sprechen|trat|aussage)\s+$", re.IGNORECASE
)
_ENDINGS = ("", "s", "es", "n", "en", "e", "er", "ern")
_DATED = re.compile(r"\s*(?:am|vom|\()?\s*")
_KEPT = 10_000
_NEAR = 30  # characters in front that are looked at to know whether people are meant
_REACH = 60  # characters before a frame, and at the beginning of a report, in which the event is looked for
_FREE = frozenset({StatementType.FREE_INDIRECT, StatementType.INDIRECT_FREE_INDIRECT})


@dataclass(frozen=True, slots=True)
class _Around:
    """An article as it is looked at."""

    text: str
    starts: tuple[int, ...]  # of sentences
    refs: Sequence[TimeRef]
    published: date | None

    def sentence(self, position: int) -> Span:
        """Where the sentence of the character stands."""
        number = max(bisect_right(self.starts, position) - 1, 0)
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return Span(self.starts[number], end)

    def ref_at(self, position: int) -> TimeRef | None:
        """The expression of time that begins there."""
        number = bisect_left(self.refs, position, key=lambda ref: ref.span.start)
        return self.refs[number] if number < len(self.refs) and self.refs[number].span.start == position else None


def said_before(
    document: Document, statements: Sequence[Statement], refs: Sequence[TimeRef], published: date | None
) -> tuple[SaidBefore | None, ...]:
    """Before which event each statement was said, in the order of `statements`; None where the article does not tell.

    `refs` are the article's expressions of time, in order.
    """
    around = _Around(
        document.text, tuple(document.tokens[each.start].start for each in document.sentences), refs, published
    )
    answers: dict[str, SaidBefore | None] = {}
    last: Statement | None = None
    for statement in sorted(statements, key=lambda each: (each.quote[0].start, -each.quote[-1].end)):
        found = _told(around, statement)
        if found is None and last is not None and _goes_on(around, statement, last):
            found = answers[last.id]
        answers[statement.id] = found
        last = statement
    return tuple(answers[each.id] for each in statements)


def _told(around: _Around, statement: Statement) -> SaidBefore | None:
    """The event that the words around a statement tell."""
    for region in _regions(around, statement):
        if not _GOVERNING.search(region.of(around.text)):
            for match in _NOUN.finditer(around.text, region.start, region.end):
                if (found := _event(around, match, region.end)) is not None:
                    return found
    return None


def _regions(around: _Around, statement: Statement) -> list[Span]:
    """Where an event may be told: the frames with what stands before the first, else the beginning of a report."""
    frames = statement.frame.spans
    if frames:
        begin = max(around.sentence(frames[0].start).start, frames[0].start - _REACH)
        begin = max([begin, *(span.end for span in statement.quote if span.end <= frames[0].start)])
        return [Span(begin, frames[0].end), *frames[1:]]
    if statement.type is StatementType.REPORTED:
        first = statement.quote[0]
        return [Span(first.start, min(first.end, first.start + _REACH))]
    return []


def _event(around: _Around, match: re.Match[str], end: int) -> SaidBefore | None:
    """The event of such words, None where they name none."""
    ref = around.ref_at(match.start())
    if _TO_PEOPLE.search(around.text, max(match.start() - _NEAR, 0), match.start()):
        return None
    listed = ref is not None and ref.event is not None and ref.relation is TimeRelation.BEFORE
    if not listed and not _is_event(match["noun"]):
        return None
    last = match.end("noun") if ref is None or not listed else max(match.end("noun"), ref.span.end)
    first = match.start("noun")
    for _ in range(_MOST_OF):
        more = _OF.match(around.text, last, end)
        if more is None:
            break
        last = more.end()
    day = _day(around, last)
    if day is None and listed and ref is not None and ref.until is not None:
        day = ref.until + timedelta(days=1)
    until = None if day is None else day - timedelta(days=1)
    if until is not None and around.published is not None:
        until = min(until, around.published)
    return SaidBefore(" ".join(around.text[first:last].split()), day, until, (Span(match.start(), last),))


def _day(around: _Around, end: int) -> date | None:
    """The day that the text tells right behind an event: "vor der Wahl am 4. Mai"."""
    gap = _DATED.match(around.text, end)
    ref = around.ref_at(end if gap is None else gap.end())
    if ref is None or ref.type is not TimeType.DATE or ref.relation is not TimeRelation.AT or ref.since != ref.until:
        return None
    return ref.since


def _goes_on(around: _Around, statement: Statement, last: Statement) -> bool:
    """Whether a statement without an introduction of its own goes on from the last one, in the same paragraph."""
    bare = not statement.cue.spans and not statement.frame.spans
    begin, end = statement.quote[0].start, last.quote[-1].end
    within = any(span.start <= begin and statement.quote[-1].end <= span.end for span in last.quote)
    if within:
        return bare
    following = begin <= around.sentence(max(end - 1, 0)).end + 1
    return bare and statement.type in _FREE and following and "\n" not in around.text[end:begin]


@cache
def _ends() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The ends of nouns that name events, the nouns that count as a whole, and those that name none."""
    listed = [(what, word) for what, words in rows("event_nouns.tsv") for word in words.split() if what != "what"]
    named = [word for what, word in listed if what != "none"]
    return (
        frozenset(word for word in named if not word.startswith("=")),
        frozenset(word[1:] for word in named if word.startswith("=")),
        frozenset(word for what, word in listed if what == "none"),
    )


@lru_cache(maxsize=_KEPT)
def _is_event(noun: str) -> bool:
    """Whether the noun, in whatever inflection, names an event."""
    ends, whole, none = _ends()
    last = noun.lower().rpartition("-")[2]
    stems = {last.removesuffix(ending) for ending in _ENDINGS if last.endswith(ending)}
    if stems & none:
        return False
    return bool(stems & whole) or any(stem.endswith(tuple(ends)) for stem in stems)
