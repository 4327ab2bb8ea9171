"""Who, where, about what, on whose word: what the sentence of an event and the next one say of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from wortlaut.language.lexicon import lexicon
from wortlaut.meaning.events.agenda import agenda_of
from wortlaut.meaning.events.candidates import Candidate, Route
from wortlaut.meaning.events.lexicon import nominative
from wortlaut.meaning.events.merging import Dated
from wortlaut.meaning.events.parties import parties_of
from wortlaut.meaning.events.places import places_of
from wortlaut.meaning.events.scene import Scene
from wortlaut.meaning.events.script import Phrase, Script
from wortlaut.meaning.events.whens import When
from wortlaut.meaning.who import NamedPlace, named_places
from wortlaut.types import AnnouncedEvent, EventKind, EventPart, Span, Statement

__all__ = ["Slots"]

# The share of right findings on the half of the marked articles that is kept to measure: 35 of 40 by nouns, 17 of 20 by
# verbs and last days.
_BY_NOUN, _BY_VERB = 0.87, 0.85
_CERTAINTY = {Route.NAMED: _BY_NOUN, Route.MENTIONED: _BY_NOUN, Route.TOLD: _BY_VERB, Route.DUE: _BY_VERB}
_GENITIVE = frozenset("des eines dieses seines ihres".split())
_TITLE = 12  # words
_BEFORE = frozenset("über gegen für um zu zum zur wegen".split())


class Slots:
    """Fills in what is known of the events of one document."""

    def __init__(
        self, script: Script, whens: Sequence[When], times: frozenset[int], statements: Sequence[Statement]
    ) -> None:
        self._script = script
        self._whens = whens
        self._times = times
        self._statements = statements
        self._with_names = True

    def filled(self, dated: Dated, *, with_names: bool = True) -> AnnouncedEvent:
        """The event with everything that its sentence says of it; `with_names` looks for the fullest names."""
        self._with_names = with_names
        candidate, when = dated.candidate, dated.when
        scene = Scene(self._script, candidate, when, self._times)
        who, where = parties_of(scene), places_of(scene)
        for other in self._beside(dated):
            around = Scene(self._script, other, when, self._times)
            who, where = who or parties_of(around), where or places_of(around)
        taken = [*who, *where]
        agenda = agenda_of(scene, taken)
        what = self._what(candidate)
        since, until = _days(candidate, when)
        return AnnouncedEvent(
            kind=candidate.kind,
            status=candidate.status,
            title=self._title(candidate, scene, who, where, agenda) or what.of(self._script.document.text),
            what=(what, *sorted({self._what(other) for other in dated.others} - {what})),
            who=tuple(self._part(phrase) for phrase in who),
            where=tuple(EventPart(span, span.of(self._script.document.text)) for span in map(self._span, where)),
            when=when.spans if when else (),
            since=since,
            until=until,
            agenda=tuple(agenda),
            statement=self._statement(what),
            certainty=_CERTAINTY[candidate.route],
        )

    def _beside(self, dated: Dated) -> list[Candidate]:
        """Where the same sentence or one beside it speaks of the event again, the nearest first."""
        own = self._script.number(dated.candidate.place)
        near = [each for each in dated.others if abs(self._script.number(each.place) - own) <= 1]
        return sorted(near, key=lambda each: abs(each.place - dated.candidate.place))

    def _what(self, candidate: Candidate) -> Span:
        return self._script.span(candidate.place, candidate.place + 1)

    def _span(self, phrase: Phrase) -> Span:
        return self._script.span(phrase.start, phrase.stop)

    def _part(self, phrase: Phrase) -> EventPart:
        span = self._span(phrase)
        if not self._with_names:
            return EventPart(span, " ".join(span.of(self._script.document.text).split()))
        named = [each for each in self._named if span.start <= each.span.start and each.span.end <= span.end]
        is_whole = len(named) == 1 and named[0].span.end == span.end and named[0].name
        name = named[0].name if is_whole else span.of(self._script.document.text)
        return EventPart(span, " ".join(name.split()), named[0].kind if is_whole else None)

    @cached_property
    def _named(self) -> tuple[NamedPlace, ...]:
        return named_places(self._script.document)

    def _title(
        self, candidate: Candidate, scene: Scene, who: Sequence[Phrase], where: Sequence[Phrase], agenda: Sequence[Span]
    ) -> str:
        """A line made of the words of the text: the noun with what belongs to it, else who does what."""
        text = self._script.document.text
        if candidate.route is Route.DUE and candidate.naming is None:
            done = self._infinitive(candidate) if agenda else ""
            head = self._led(who, [*(span.of(text) for span in agenda), done])
        elif candidate.naming is not None:
            head = self._script.span(candidate.place, scene.reach()).of(text)
            form = self._script.forms[candidate.place]
            is_genitive = scene.own is not None and scene.own.article in _GENITIVE
            head = nominative(form, candidate.naming.word, is_genitive=is_genitive) + head[len(form) :]
        else:
            about = [self._with_preposition(span) for span in agenda if not self._is_apart(candidate, span)]
            head = self._led(who, [*about, candidate.verb or self._what(candidate).of(text)])
        line = " ".join(head.split()[:_TITLE])
        place = next((each for each in where if self._span(each).of(text) not in head), None)
        return line if place is None else self._at(line, place)

    def _at(self, line: str, where: Phrase) -> str:
        """The line with its place: "…, Moskau", but "… in der Hafenstadt" where a name alone does not say it."""
        place = " ".join(self._span(where).of(self._script.document.text).split())
        if where.preposition and place[:1].islower():
            return f"{line} {self._script.word(where.start - 1)} {place}".strip()
        return ", ".join(filter(None, (line, place)))

    def _led(self, who: Sequence[Phrase], words: Sequence[str]) -> str:
        """What is done, behind those who do it: "Deichverband, Gemeinde: über den Deich beraten"."""
        names = ", ".join(self._part(each).name for each in who if self._script.is_noun(each.head))
        return ": ".join(filter(None, (names, " ".join(filter(None, words)))))

    def _infinitive(self, candidate: Candidate) -> str:
        """The infinitive that closes the clause: "muss die Pumpen bis Juni abstellen"; empty where there is none."""
        last = self._script.lower[candidate.clause.places[-1]]
        return last if lexicon().is_infinitive(last) else ""

    def _with_preposition(self, span: Span) -> str:
        """The words with "über" or the like before them."""
        first = self._script.covered(span).start
        before = self._script.word(first - 1)
        words = span.of(self._script.document.text)
        return f"{before} {words}" if before in _BEFORE else words

    def _is_apart(self, candidate: Candidate, span: Span) -> bool:
        """Whether the words stand in another sentence than the event."""
        return self._script.covered(span).start not in self._script.sentence(candidate.place)

    def _statement(self, what: Span) -> str | None:
        """The id of the innermost statement whose quote has the event."""
        around = [
            (span.end - span.start, statement.id)
            for statement in self._statements
            for span in statement.quote
            if span.start <= what.start and what.end <= span.end
        ]
        return min(around)[1] if around else None


def _days(candidate: Candidate, when: When | None) -> tuple[date | None, date | None]:
    if when is None:
        return None, None
    if candidate.kind is EventKind.DEADLINE:
        return None, when.until
    return when.since, when.until
