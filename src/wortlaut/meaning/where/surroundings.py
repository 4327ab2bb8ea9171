"""What belongs to each statement: the report around the quote, the mentions in it, its speaker, what came before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from wortlaut.meaning.where.mentions import Mention, find
from wortlaut.meaning.where.scene import Scene
from wortlaut.types import Attribution, Document, Statement, StatementType

__all__ = ["Said", "Surroundings"]

# Words of a sentence beside a frame that may belong to it, and of a report without a frame; news is shorter.
_BESIDE = 40
_REPORT = 80
_PRONOUNS = frozenset("er sie dieser diese jener jene ihm ihr ihn es ihnen wir ich".split())


@dataclass(slots=True)
class Said:
    """A statement as tokens. `zone` is where its report is told; `around` are the mentions there, in order."""

    statement: Statement
    quote: list[int]
    frame: list[int]
    cue: list[int]
    speaker: list[int]
    zone: frozenset[int]
    around: list[Mention]
    who: frozenset[str]  # names of the speakers, as far as they are told; empty for none and for pronouns
    called: frozenset[str]  # these, and what else the mention and the office call them: "Ministerin"
    is_pronoun: bool
    parent: Said | None = None
    before: Said | None = None  # the last statement that began before it and does not hold it
    days: frozenset[str] = field(default_factory=frozenset)

    @property
    def first(self) -> int:
        """The first token of quote and frame."""
        return min(self.quote[:1] + self.frame[:1], default=0)

    @property
    def last(self) -> int:
        """The last token of quote and frame."""
        return max(self.quote[-1:] + self.frame[-1:], default=0)

    @property
    def is_report(self) -> bool:
        """Whether the whole sentence reports an act, with no content set apart."""
        return self.statement.type is StatementType.REPORTED

    @property
    def goes_on(self) -> bool:
        """Whether it has neither frame nor cue, and so goes on from what was said before."""
        return not self.frame and not self.cue and not self.is_report


class Surroundings:
    """The statements of an article with what is around them, in the order of the text."""

    def __init__(
        self, document: Document, statements: Sequence[Statement], attributions: Sequence[Attribution] = ()
    ) -> None:
        self.scene = Scene(document)
        self.mentions = find(self.scene)
        self._heads = [mention.head for mention in self.mentions]
        self._names = {each.statement: each for each in attributions}
        self.quoted: set[int] = set()
        self.framed: set[int] = set()
        quotes = [self.scene.covered(statement.quote) for statement in statements]
        frames = [self.scene.covered(statement.frame.spans) for statement in statements]
        self.quoted.update(*quotes)
        self.framed.update(*frames)
        made = [self._said(*each) for each in zip(statements, quotes, frames, strict=True)]
        self.said = sorted(made, key=lambda each: (each.quote[:1], [-place for place in each.quote[-1:]]))
        self._nest()

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions whose noun stands in a range of tokens."""
        return self.mentions[bisect_left(self._heads, start) : bisect_left(self._heads, end)]

    def _said(self, statement: Statement, quote: list[int], frame: list[int]) -> Said:
        cue = self.scene.covered(statement.cue.spans)
        speaker = sorted({place for party in statement.speakers for place in self.scene.covered(party.mention)})
        zone = self._zone(statement, quote, frame, cue)
        wide = zone | frozenset(speaker)  # the mention may stand elsewhere
        around = [mention for start, end in _runs(wide) for mention in self.within(start, end)]
        who = self._who(statement.id, speaker)
        called = who | self._capitals(speaker) | self._offices(statement.id)
        is_pronoun = bool(speaker) and all(self.scene.lower[place] in _PRONOUNS for place in speaker)
        days = frozenset(self.scene.lower[place] for place in zone if self.scene.lower[place].endswith("tag"))
        return Said(statement, quote, frame, cue, speaker, zone, around, who, called, is_pronoun, days=days)

    def _zone(self, statement: Statement, quote: list[int], frame: list[int], cue: list[int]) -> frozenset[int]:
        """The frame, and what stands beside it in its sentence and belongs to no other statement."""
        own = frame or cue
        if not own:
            return frozenset(quote[:_REPORT]) if statement.type is StatementType.REPORTED else frozenset()
        zone, inner = set(own), set(quote)
        for edge, step in ((own[0], -1), (own[-1], 1)):
            low, high = self.scene.bounds(self.scene.sentence(edge))
            place = edge + step
            while low <= place < high and abs(place - edge) <= _BESIDE:
                if place not in self.quoted and place not in self.framed:
                    zone.add(place)
                elif place not in inner:
                    break
                place += step
        return frozenset(zone - inner) or frozenset(own)

    def _who(self, statement: str, speaker: list[int]) -> frozenset[str]:
        """By what names the speaker can be known again: those of `who`, else the capital words of the mention."""
        told = self._names.get(statement)
        names = [party.name for party in told.speakers if party.name] if told else []
        if names:
            return frozenset(word for name in names for word in name.split() if word[0].isupper())
        return self._capitals(speaker)

    def _offices(self, statement: str) -> frozenset[str]:
        told = self._names.get(statement)
        offices = [party.office for party in told.speakers if party.office] if told else []
        return frozenset(word for office in offices for word in office.split() if word[0].isupper())

    def _capitals(self, speaker: Sequence[int]) -> frozenset[str]:
        return frozenset(
            self.scene.forms[place]
            for place in speaker
            if self.scene.forms[place][0].isupper() and self.scene.lower[place] not in _PRONOUNS | _ARTICLES
        )

    def _nest(self) -> None:
        """Find for each statement what it stands in, and what came before it."""
        by_id: Mapping[str, Said] = {each.statement.id: each for each in self.said}
        around: list[Said] = []
        previous: Said | None = None
        for each in self.said:
            while around and around[-1].quote[-1:] < each.quote[:1]:
                around.pop()
            holder = next((one for one in reversed(around) if _holds(one, each)), None)
            each.parent = by_id.get(each.statement.parent or "") or holder
            each.before = each.parent.before if each.parent is not None and previous is each.parent else previous
            if each.parent is None:
                previous = each
            around.append(each)


_ARTICLES = frozenset("der die das dem den des ein eine einer".split())


def _holds(outer: Said, inner: Said) -> bool:
    if not inner.quote or not outer.quote or len(inner.quote) >= len(outer.quote):
        return False
    return outer.quote[0] <= inner.quote[0] and inner.quote[-1] <= outer.quote[-1]


def _runs(places: frozenset[int]) -> list[tuple[int, int]]:
    """Runs of neighbouring tokens, half-open, in order."""
    made: list[tuple[int, int]] = []
    for place in sorted(places):
        if made and made[-1][1] == place:
            made[-1] = (made[-1][0], place + 1)
        else:
            made.append((place, place + 1))
    return made
