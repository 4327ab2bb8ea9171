"""One statement as the stage sees it: the tokens of its parts, and the statements around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from wortlaut.meaning.acts.content import Verb, verbs
from wortlaut.meaning.acts.cues import Lexicon, Match, best
from wortlaut.meaning.acts.words import Words
from wortlaut.types import Act, Document, Statement, StatementType

__all__ = ["Situation", "situations"]

_OWN = frozenset("ich wir er sie man".split())
_GOES_ON = 6  # tokens between a statement and the one that it goes on from, at most


@dataclass(slots=True)
class Situation:
    """A statement's tokens and what the lexicon finds in them. Places are token indices."""

    statement: Statement
    words: Words
    quote: list[int]
    cue: list[int]
    frame: list[int]  # without the cue
    speaker: list[int]
    in_cue: list[Match]
    around: list[Match]  # in the frame, or in a report that is its own frame
    verbs: list[Verb]
    performed: list[Match]  # in the content, of "ich", "wir" or one who may be the speaker: "ich begrüße"
    mentioned: list[Match]  # in the sentence that names the speaker, where that is another than the statement's own
    before: Situation | None = None  # the statement that ends before this one begins
    parent: Situation | None = None
    goes_on: bool = False  # where the one before ended, without a cue of its own
    told: Match | None = field(default=None)

    @property
    def is_report(self) -> bool:
        """Whether the whole sentence reports an act, with no content set apart."""
        return self.statement.type is StatementType.REPORTED


def situations(document: Document, statements: Sequence[Statement], lexicon: Lexicon) -> list[Situation]:
    """The statements in their order, each with what is around it."""
    words = Words(document)
    made = [_situation(words, statement, lexicon) for statement in statements]
    by_id = {each.statement.id: each for each in made}
    order = sorted(made, key=lambda each: (each.quote[0] if each.quote else 0, -len(each.quote)))
    for number, each in enumerate(order):
        each.parent = by_id.get(each.statement.parent or "") or _around(each, order[:number])
        each.before = _ended(each, order[:number])
        if each.before is not None and each.quote and each.before.quote:
            gap = each.quote[0] - max(*each.before.quote, *each.before.frame, *each.before.cue)
            each.goes_on = not each.cue and 0 <= gap <= _GOES_ON
    return made


def _situation(words: Words, statement: Statement, lexicon: Lexicon) -> Situation:
    quote, cue = words.covered(statement.quote), words.covered(statement.cue.spans)
    taken = {*cue, *quote}
    frame = [place for place in words.covered(statement.frame.spans) if place not in taken]
    speaker = [place for party in statement.speakers for place in words.covered(party.mention)]
    in_cue = lexicon.in_cue(words, cue, frame) if cue else []
    is_report = statement.type is StatementType.REPORTED
    around = lexicon.in_report(words, [*quote, *frame] if is_report else frame)
    performed = [] if is_report else [match for match in lexicon.in_report(words, quote) if _is_own(words, match)]
    mentioned = _mentioned(words, {*taken, *frame}, speaker, lexicon, has_cue=bool(cue))
    made = Situation(
        statement, words, quote, cue, frame, speaker, in_cue, around, verbs(words, quote), performed, mentioned
    )
    made.told = best(in_cue) or (_main(around) if is_report else None)
    return made


def _mentioned(words: Words, own: set[int], speaker: Sequence[int], lexicon: Lexicon, *, has_cue: bool) -> list[Match]:
    """What the lexicon finds where the speaker is named: "Die Gewerkschaft kritisierte den Plan. Er gehe zu weit."."""
    if not speaker or not own:
        return []
    sentence = words.sentence(speaker[0])
    if has_cue and not own.isdisjoint(sentence):
        return []
    return lexicon.in_report(words, [place for place in sentence if place not in own])


def _is_own(words: Words, match: Match) -> bool:
    """Whether a verb in a content stands beside one who may be the speaker."""
    if match.entry.kind == "noun" or match.entry.act is Act.ASSERT:
        return False
    near = {other for place in match.places for other in range(place - 2, place + 3) if 0 <= other < len(words.lower)}
    return any(words.lower[place] in _OWN for place in near)


def _main(found: Sequence[Match]) -> Match | None:
    """The match that tells what a report is about: rather a verb than a noun, rather not one that only states."""
    return max(
        found,
        key=lambda match: (match.entry.kind != "noun", match.entry.act is not Act.ASSERT, *match.rank),
        default=None,
    )


def _around(each: Situation, earlier: Sequence[Situation]) -> Situation | None:
    """The innermost statement that holds all of this one's quote."""
    own = set(each.quote)
    for other in reversed(earlier):
        if own and other is not each and own.issubset(other.quote) and len(other.quote) > len(own):
            return other
    return None


def _ended(each: Situation, earlier: Sequence[Situation]) -> Situation | None:
    """The last statement that ended before this one begins."""
    for other in reversed(earlier):
        if each.quote and other.quote and other.quote[-1] < each.quote[0]:
            return other
    return None
