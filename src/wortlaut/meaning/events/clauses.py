"""The clauses of a sentence: what belongs together, and what its verbs say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from wortlaut.meaning.events.script import PREPOSITIONS, Script
from wortlaut.meaning.events.verbs import Tense, finite_places, has_zu, is_passive, tense_of, verbs_of

__all__ = ["Clause", "clauses_of"]

_BREAKS = frozenset(", ; : – — -".split())
# What stands behind these is a sentence of its own.
_PARTING = frozenset({":", ";"})
_RELATIVE = frozenset("der die das dem den denen deren dessen welcher welche welches welchem welchen wo".split())
_SUBORDINATE = frozenset(
    "dass daß weil wenn falls sofern ob nachdem bevor während als damit sodass obwohl da ehe sobald solange bis wie was"
    " wer wann warum wohin woran worüber indem zumal".split()
)
# They may as well be prepositions or open a comparison: only with the verb at the end.
_DOUBTFUL = frozenset({"als", "wie", "während", "bis", "da"})
_JOINING = frozenset("und oder aber sondern doch".split())
_NEGATIONS = frozenset("nicht kein keine keinen keiner keinem nie niemals ohne weder".split())
_PARENTHESIS = 30  # tokens
_NEAR = 4  # tokens behind "und" within which the second verb stands
_CLOSING = {"(": ")", "[": "]"}


@dataclass(slots=True)
class Clause:
    """The tokens of a clause, without what stands in brackets; its finite verbs; the word that opens it.

    `verbs` has the infinitives of its verbs with their places; `before` is the clause that it stands in or behind.
    """

    places: list[int]
    finite: list[int]
    opener: str
    tense: Tense = Tense.PRESENT
    verbs: dict[str, int] = field(default_factory=dict)
    is_passive: bool = False
    words: frozenset[str] = frozenset()
    before: Clause | None = None

    @property
    def is_conditional(self) -> bool:
        """Whether "wenn" or "falls" opens it."""
        return self.opener in {"wenn", "falls", "sofern"}

    @property
    def is_negated(self) -> bool:
        """Whether something in it is denied."""
        return not _NEGATIONS.isdisjoint(self.words)


def clauses_of(script: Script, sentence: range) -> list[Clause]:
    """The clauses of a sentence, in the order in which they begin."""
    made: list[Clause] = []
    main: Clause | None = None
    for segment in _segments(script, sentence):
        if script.forms[segment.places[0] - 1] in _PARTING:
            main = None
        last = made[-1] if made else None
        segment.before = main or last
        if segment.opener:
            made.append(segment)
        elif last is not None and last.opener not in {"", "zu"} and not last.finite:
            _extend(last, segment)
        elif main is None or (main.finite and segment.finite):
            main = segment
            made.append(main)
        else:
            _extend(main, segment)
    for clause in made:
        clause.finite = finite_places(script, clause.places)
        clause.verbs = verbs_of(script, clause.places, clause.finite)
        clause.tense = tense_of(script, clause.places, clause.finite)
        clause.is_passive = is_passive(script, clause.places)
        clause.words = frozenset(script.lower[place] for place in clause.places)
    return made


def _extend(clause: Clause, segment: Clause) -> None:
    clause.places.extend(segment.places)
    clause.finite.extend(segment.finite)


def _segments(script: Script, sentence: range) -> Iterator[Clause]:
    """The stretches between commas and the like, and before "und" where a verb stands on both sides."""
    places: list[int] = []
    for place in _outside_brackets(script, sentence):
        form = script.forms[place]
        if form in _BREAKS or (script.lower[place] in _JOINING and _parts(script, places, place, sentence)):
            if places:
                yield _segment(script, places)
            places = []
        else:
            places.append(place)
    if places:
        yield _segment(script, places)


def _outside_brackets(script: Script, sentence: range) -> Iterator[int]:
    place = sentence.start
    while place < sentence.stop:
        closing = _CLOSING.get(script.forms[place])
        if closing is not None:
            within = range(place + 1, min(place + _PARENTHESIS, sentence.stop))
            place = next((at for at in within if script.forms[at] == closing), place)
        elif script.forms[place] not in {".", "!", "?"}:
            yield place
        place += 1


def _parts(script: Script, before: Sequence[int], place: int, sentence: range) -> bool:
    """Whether the word there joins two clauses that have a verb each."""
    if not finite_places(script, before):
        return False
    behind = []
    for at in range(place + 1, min(place + _NEAR, sentence.stop)):
        if script.forms[at] in _BREAKS:
            break
        behind.append(at)
    found = finite_places(script, behind)
    return bool(found) and script.word(found[0] + 1) not in _BREAKS and found[0] + 1 < sentence.stop


def _segment(script: Script, places: list[int]) -> Clause:
    finite = finite_places(script, places)
    return Clause(places, finite, _opener(script, places, finite))


def _opener(script: Script, places: Sequence[int], finite: Sequence[int]) -> str:
    """The word that makes it a subordinate clause, "zu" for a group with an infinitive, nothing for a main clause."""
    first = script.lower[places[0]]
    is_last = bool(finite) and finite[-1] in places[-2:] and (len(places) < _NEAR or finite[-1] not in places[:2])
    if first in _SUBORDINATE and (first not in _DOUBTFUL or is_last):
        return first
    if places[0] and script.forms[places[0] - 1] == "," and is_last:
        if first in _RELATIVE:
            return first
        second = script.lower[places[1]] if len(places) > 1 else ""
        if first in PREPOSITIONS and second in _RELATIVE:
            return second
    return "zu" if not finite and has_zu(script, places) else ""
