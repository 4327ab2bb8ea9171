"""The events of a document: those that are announced with a time, and all that are spoken of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from wortlaut.meaning.events.candidates import (
    Candidate,
    Named,
    Route,
    may_point,
    may_tell,
    named_in,
    named_places,
    pointed_in,
    told_in,
)
from wortlaut.meaning.events.clauses import Clause, clauses_of
from wortlaut.meaning.events.deadlines import due_in, may_be_due
from wortlaut.meaning.events.lexicon import has
from wortlaut.meaning.events.merging import Dated, merged
from wortlaut.meaning.events.script import Phrase, Script
from wortlaut.meaning.events.slots import Slots
from wortlaut.meaning.events.verbs import Tense
from wortlaut.meaning.events.whens import When, times_at, whens_of
from wortlaut.meaning.when import times
from wortlaut.types import AnnouncedEvent, Document, EventKind, EventStatus, Statement, TimeRef

__all__ = ["Spoken", "announced", "mentioned", "spoken"]

_ATTACHED = 8  # tokens between a noun and a time that is put to it: "Wahl des Präsidenten in Musterland am 5. Mai"
_BACK = 2  # sentences between an event and a clause that goes on about it without naming it
_BEFORE = 6  # tokens between a time and the noun that it is put to: "die für heute angesetzte Sitzung"
# Articles of what was named before: "Bei |dem| Treffen …".
_KNOWN = frozenset("der die das dem den des dieser diese dieses diesem diesen im am beim zum zur vom".split())
_FOR = frozenset({"für", "auf", "zum"})
_WANTED = frozenset("wollte wollten sollte sollten".split())
_WEEK = timedelta(days=7)
_NEARER = 100  # tokens that a time put to the noun itself counts as nearer
_TO_COME = frozenset({Tense.COMING, Tense.PRESENT})


def announced(
    document: Document,
    published: date | None,
    *,
    refs: Sequence[TimeRef] | None = None,
    statements: Sequence[Statement] = (),
) -> tuple[AnnouncedEvent, ...]:
    """The events that the article says are still to come, with a time, in the order of the text.

    Events that were put off or called off before they took place are among them, with that status. `refs` are the
    document's times, where they are known already; `statements` tell on whose word an event is.
    """
    return spoken(document, published, refs=refs, statements=statements).announced


def mentioned(
    document: Document, published: date | None, *, refs: Sequence[TimeRef] | None = None
) -> tuple[AnnouncedEvent, ...]:
    """All events that the article speaks of, with or without a time, over or to come, in the order of the text."""
    return _Finder(document, published, refs, ()).mentioned()


@dataclass(frozen=True, slots=True)
class Spoken:
    """The events that an article announces, and those of which it speaks besides, each in the order of the text."""

    announced: tuple[AnnouncedEvent, ...]
    mentioned: tuple[AnnouncedEvent, ...]


def spoken(
    document: Document,
    published: date | None,
    *,
    refs: Sequence[TimeRef] | None = None,
    statements: Sequence[Statement] = (),
) -> Spoken:
    """What `announced` finds, and beside it what `mentioned` finds of other events, in one pass.

    Those others have who and where in their own words alone: the fullest names take a third of the time.
    """
    return _Finder(document, published, refs, statements).spoken()


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence taken apart."""

    clauses: list[Clause]
    whens: list[When]
    phrases: list[Phrase]


class _Finder:
    """Goes through a document sentence by sentence."""

    def __init__(
        self,
        document: Document,
        published: date | None,
        refs: Sequence[TimeRef] | None,
        statements: Sequence[Statement],
    ) -> None:
        self._published = published
        self._script = Script(document)
        self._whens = whens_of(self._script, times(document, published) if refs is None else refs, published)
        self._times = times_at(self._whens)
        self._earlier: list[Named] = []
        self._last: When | None = None
        self._slots = Slots(self._script, self._whens, self._times, statements)

    def spoken(self) -> Spoken:
        dated: list[Dated] = []
        told: list[Dated] = []
        for sentence in self._sentences():
            candidates = self._by_clause(sentence)
            dated += self._dated(sentence, candidates)
            told += self._spoken(sentence, candidates)
        first = merged(self._script, dated)
        for each in first:
            each.others += self._spoken_of_beside(each, told)
        taken = {place for each in first for place in _places(each)}
        others = [each for each in merged(self._script, told) if taken.isdisjoint(_places(each))]
        return Spoken(
            tuple(self._slots.filled(each) for each in first),
            tuple(self._slots.filled(each, with_names=False) for each in others),
        )

    def _spoken_of_beside(self, dated: Dated, told: Sequence[Dated]) -> list[Candidate]:
        """Where the same sentence or the next one speaks of the event by its noun, without another time."""
        own, naming_ = self._script.number(dated.candidate.place), dated.candidate.naming
        if naming_ is None:
            return []
        taken = _places(dated)
        return [
            each.candidate
            for each in told
            if each.when is None
            and each.candidate.naming == naming_
            and each.candidate.place not in taken
            and 0 <= self._script.number(each.candidate.place) - own <= 1
            and (each.candidate.phrase is None or each.candidate.phrase.article in _KNOWN)
        ]

    def mentioned(self) -> tuple[AnnouncedEvent, ...]:
        found = [each for sentence in self._sentences() for each in self._spoken(sentence, self._by_clause(sentence))]
        return tuple(self._slots.filled(each) for each in merged(self._script, found))

    def _sentences(self) -> Iterator[_Sentence]:
        whens = iter(self._whens)
        when = next(whens, None)
        for number in range(self._script.count):
            tokens = self._script.tokens_of(number)
            own = []
            while when is not None and when.start < tokens.stop:
                own.append(when)
                when = next(whens, None)
            self._earlier = [each for each in self._earlier if self._script.number(each.place) >= number - _BACK]
            self._earlier.extend(named_places(self._script, tokens))
            if self._may_tell(tokens, own):
                yield _Sentence(clauses_of(self._script, tokens), own, self._script.phrases(tokens, self._times))
            elif own:
                self._last = own[-1]

    def _may_tell(self, tokens: range, own: Sequence[When]) -> bool:
        """Whether a sentence with these times can speak of an event; to take it apart takes long."""
        words = self._script.lower[tokens.start : tokens.stop]
        if own and may_be_due(words, own):
            return True
        if self._earlier and (self._earlier[-1].place in tokens or any(may_point(word) for word in words)):
            return True
        return any(may_tell(word) for word in words)

    def _by_clause(self, sentence: _Sentence) -> list[list[Candidate]]:
        return [self._candidates(clause, sentence) for clause in sentence.clauses]

    def _dated(self, sentence: _Sentence, by_clause: Sequence[Sequence[Candidate]]) -> list[Dated]:
        """The events of a sentence that have a time to come, each time at most once."""
        found = []
        for clause, candidates in zip(sentence.clauses, by_clause, strict=True):
            for candidate in candidates:
                dated = self._with_time(candidate, sentence)
                if dated is not None:
                    found.append(dated)
            found.extend(due_in(self._script, clause, sentence.clauses, sentence.whens, self._published))
        if sentence.whens:
            self._last = sentence.whens[-1]
        return _chosen(found)

    def _candidates(self, clause: Clause, sentence: _Sentence) -> list[Candidate]:
        """The events that the clause names, tells or goes on about."""
        return [
            *named_in(self._script, clause, sentence.phrases),
            *pointed_in(self._script, clause, sentence.phrases, self._earlier),
            *told_in(self._script, clause, sentence.phrases),
        ]

    def _with_time(self, candidate: Candidate, sentence: _Sentence) -> Dated | None:
        """The event with the time that fits best, None where none does."""
        if candidate.kind is EventKind.DEADLINE:
            return None
        best: Dated | None = None
        for when in sentence.whens:
            attached = self._is_attached(candidate, when)
            if not attached and not self._is_in_clause(candidate, when):
                continue
            fitting = self._fitting(candidate, when, attached=attached)
            if fitting is None:
                continue
            distance = _distance(candidate, when) - (_NEARER if attached else 0)
            if best is None or distance < best.distance:
                best = Dated(_announced(candidate), fitting, distance)
        if best is None and not sentence.whens and self._last is not None and self._is_then(candidate):
            fitting = self._fitting(candidate, self._last, attached=False)
            return None if fitting is None else Dated(candidate, fitting, 0)
        return best

    def _is_then(self, candidate: Candidate) -> bool:
        """Whether the clause says that it is the time told last: "Dann soll ein Protestmarsch stattfinden"."""
        first = self._script.sentence(candidate.place).start
        return self._script.lower[first] == "dann" and candidate.clause.tense is Tense.COMING

    def _is_in_clause(self, candidate: Candidate, when: When) -> bool:
        return when.start in candidate.clause.places

    def _is_attached(self, candidate: Candidate, when: When) -> bool:
        """Whether the time belongs to the noun itself: "die Wahl am 5. Mai", "die für heute angesetzte Sitzung"."""
        if candidate.naming is None:
            return False
        place = candidate.place
        if when.start > place:
            between = range(place + 1, when.start)
            if between and self._script.lower[between.start] in {"und", "oder", "sowie"}:
                return False
            return len(between) <= _ATTACHED and not self._is_parted(candidate, between)
        between = range(when.end, place)
        start = candidate.phrase.start if candidate.phrase else place
        if len(between) > _BEFORE or self._is_parted(candidate, between):
            return False
        return when.start >= start or (not between or any(has("planned", self._script.lower[at]) for at in between))

    def _is_parted(self, candidate: Candidate, between: range) -> bool:
        """Whether a verb, a mark, another time or another clause stands between."""
        finite = set(candidate.clause.finite)
        verbs = set(candidate.clause.verbs.values())
        own = set(candidate.clause.places)
        for at in between:
            form = self._script.forms[at]
            if form in {",", ";", ":", ".", "–"} or at in finite or at in self._times:
                return True
            if form.isalpha() and at not in own:
                return True
            if at in verbs and not (form.islower() and self._script.is_noun(at + 1)):
                return not has("planned", form)
        return False

    def _fitting(self, candidate: Candidate, when: When, *, attached: bool) -> When | None:
        """The time as it is meant, None where it is not to come or the clause does not say that the event is."""
        clause = candidate.clause
        if (when.is_end and not when.is_before) or has("over", self._script.word(when.end)):
            return None
        is_weak = candidate.naming is not None and candidate.naming.is_weak
        if (not attached or is_weak) and not self._is_said(candidate):
            return None
        if candidate.is_object and self._is_wanted(candidate):
            return None
        if clause.tense is Tense.PAST and not self._tells_future(candidate, attached=attached):
            return None
        if when.is_coming(self._published):
            return when
        if when.shifted and self._may_shift(candidate, when):
            return when.moved()
        if when.is_around(self._published) and self._is_still_to_come(candidate, when, attached=attached):
            return replace(when, since=max(filter(None, (when.since, self._published)), default=None))
        return None

    def _is_planned(self, candidate: Candidate) -> bool:
        """Whether the noun has a participle before it that announces: "das für Montag geplante Treffen"."""
        start = candidate.phrase.start if candidate.phrase else candidate.place
        return any(has("planned", self._script.lower[at]) for at in range(start, candidate.place))

    def _tells_future(self, candidate: Candidate, *, attached: bool) -> bool:
        """Whether a clause in the past tense may tell of what is to come: "wurde für Montag angesetzt"."""
        return attached or any(has("planning", verb) for verb in candidate.clause.verbs)

    def _may_shift(self, candidate: Candidate, when: When) -> bool:
        """Whether the clause speaks so clearly of what is to come that a day taken for a past one is the next one."""
        clause = candidate.clause
        if clause.tense is Tense.PAST:
            front = {self._script.word(when.start - 1), self._script.word(when.start - 2)}
            is_told = any(has("planning", verb) for verb in clause.verbs) and candidate.route is Route.NAMED
            return is_told and not front.isdisjoint(_FOR)
        is_weekday = when.shifted is not None and when.since is not None and when.shifted[0] - when.since <= _WEEK
        return clause.tense is Tense.COMING or candidate.route is Route.NAMED or is_weekday

    def _is_said(self, candidate: Candidate) -> bool:
        """Whether the clause says that the event takes place, rather than denying, wanting or supposing it."""
        clause = candidate.clause
        if candidate.status in {EventStatus.CANCELLED, EventStatus.POSTPONED}:
            return True
        if clause.is_conditional or clause.is_negated or clause.tense is Tense.UNREAL:
            return False
        if self._is_wanted(candidate):
            return False
        if candidate.route is Route.MENTIONED:
            return False
        if candidate.route is Route.TOLD and not clause.finite and clause.opener != "zu":
            return False
        if candidate.route is Route.TOLD:
            return clause.tense in _TO_COME or has("planning", candidate.verb)
        return True

    def _is_wanted(self, candidate: Candidate) -> bool:
        """Whether somebody only demands, proposes or fears it; a strike that threatens is announced."""
        wanted = {verb for verb in candidate.clause.verbs if has("demand", verb)}
        return bool(wanted) and not (wanted == {"drohen"} and candidate.kind is EventKind.PROTEST)

    def _is_still_to_come(self, candidate: Candidate, when: When, *, attached: bool) -> bool:
        """Whether the verb tells that an event of this very day, week or year is still to come."""
        clause = candidate.clause
        if candidate.status is EventStatus.HELD:
            return False
        if when.since == self._published:
            if not clause.words.isdisjoint(_WANTED):
                return False
            if candidate.kind is EventKind.PUBLICATION and candidate.route is Route.TOLD:
                return clause.tense is Tense.COMING
            return clause.tense in _TO_COME or candidate.status in {EventStatus.CANCELLED, EventStatus.POSTPONED}
        return clause.tense is Tense.COMING and when.until is not None and candidate.route is not Route.MENTIONED

    def _spoken(self, sentence: _Sentence, by_clause: Sequence[Sequence[Candidate]]) -> list[Dated]:
        """All events of a sentence, with the time of their clause where it has one."""
        found = []
        for candidates in by_clause:
            for candidate in candidates:
                if candidate.naming is not None and candidate.naming.is_weak and candidate.route is Route.MENTIONED:
                    continue
                near = [
                    when
                    for when in sentence.whens
                    if self._is_attached(candidate, when) or self._is_in_clause(candidate, when)
                ]
                when = min(near, key=lambda each: _distance(candidate, each), default=None)
                if when is not None and when.shifted and self._is_planned(candidate):
                    when = when.moved()
                found.append(Dated(candidate, when, 0))
        return found


def _places(dated: Dated) -> set[int]:
    """The words by which it was found."""
    return {dated.candidate.place, *(each.place for each in dated.others)}


def _distance(candidate: Candidate, when: When) -> int:
    return when.start - candidate.place if when.start > candidate.place else candidate.place - when.end + 1


def _announced(candidate: Candidate) -> Candidate:
    """The same as an event to come, where its clause tells of the past and its time is to come."""
    if candidate.status is not EventStatus.HELD:
        return candidate
    return replace(candidate, status=EventStatus.ANNOUNCED)


def _chosen(found: Sequence[Dated]) -> list[Dated]:
    """Of events with the same time in one clause the best: a noun before a verb, the nearest noun."""
    made: list[Dated] = []
    for each in sorted(found, key=_rank):
        if not any(_compete(each, other) for other in made):
            made.append(each)
    return sorted(made, key=lambda each: each.candidate.place)


def _rank(dated: Dated) -> tuple[int, int]:
    candidate = dated.candidate
    if candidate.route is Route.DUE:
        return 0, dated.distance
    if candidate.naming is None:
        return 2, dated.distance
    return (3 if candidate.naming.is_weak else 1), dated.distance


def _compete(one: Dated, other: Dated) -> bool:
    if one.candidate.place == other.candidate.place:
        return True
    return one.when is not None and other.when is not None and one.when.start == other.when.start
