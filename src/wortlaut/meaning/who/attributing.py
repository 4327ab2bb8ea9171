"""Statements to the ones who speak and are spoken to, through an article from its first statement to its last."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from wortlaut.meaning.who.cast import Cast, Entity
from wortlaut.meaning.who.choosing import Ranked, Weights, rank, shipped_weights
from wortlaut.meaning.who.evidence import Around, Situation
from wortlaut.meaning.who.explicit import Asked, Meant, Way, read_phrase
from wortlaut.meaning.who.objects import is_object
from wortlaut.meaning.who.phrases import Form, Phrase, phrases_of
from wortlaut.meaning.who.roles import add_roles
from wortlaut.meaning.who.text import Text
from wortlaut.meaning.who.words import FEMALE, MALE, NEUTER, PLURAL, SMALL_WORDS
from wortlaut.types import (
    Attribution,
    Candidate,
    Document,
    Party,
    PartyKind,
    ResolvedParty,
    Span,
    Statement,
    StatementType,
)

__all__ = [
    "LEAST_MENTION",
    "LEAST_MENTION_AGREED",
    "LEAST_MENTION_ALONE",
    "Answer",
    "Attributing",
    "Question",
    "attribute",
]

_ALL = MALE | FEMALE | NEUTER | PLURAL
_NAMED = frozenset({PartyKind.PERSON, PartyKind.ORGANISATION})
# Cues with these words leave open who spoke; a statement goes on within so many tokens of the one before it.
_PASSIVE = frozenset("wird werden wurde wurden worden es heißt hieß".split())
_GAP = 4
_OF_FIRST_PERSON = 0.9
_OF_NOBODY = 0.5
_OF_TARGET = frozenset(
    "vorgeworfen beschuldigt aufgefordert verdächtigt bezichtigt angeklagt gebeten nachgesagt".split()
)
_BY = frozenset("von vom durch seitens laut".split())
# The reader's confidence in a mention below which no name is shown: it is calibrated, and more than half are wrong.
LEAST_MENTION = 0.5
# Where the words of the mention and all around agree, 9 of 10 are right from here on (training articles, held out).
LEAST_MENTION_AGREED = 0.38
# And below this a person is not named who is none of the two likeliest: 4 of 9 are wrong.
LEAST_MENTION_ALONE = 0.6
_SHOWN = 5  # candidates that are given


@dataclass(frozen=True, slots=True)
class Question:
    """A choice that was asked for: for training, and for whoever wants to see why."""

    statement: str
    situation: Situation
    asked: Asked
    is_addressee: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """How one party was come by: for whoever wants to see why. `situation` is so only while the answer is told."""

    statement: str
    situation: Situation
    mention: Party | None  # None where the article mentions nobody
    phrase: Phrase | None
    says: Meant | Asked  # what the words say
    read: Meant | Asked  # what was made of that
    found: ResolvedParty  # before it was reckoned in how sure the reader is of the mention
    party: ResolvedParty
    entity: Entity | None
    is_addressee: bool = False


_Watcher = Callable[[Question], Entity | None]
_Listener = Callable[[Answer], None]


def attribute(
    document: Document, statements: Sequence[Statement], *, published: date | None = None
) -> tuple[Attribution, ...]:
    """Who speaks and who is spoken to in each statement, in the order of the statements.

    `published` is the article's day; without it nobody is known by an office that the article does not tell.
    """
    if not statements:
        return ()
    return Attributing(document, statements, shipped_weights(), published=published).all()


class Attributing:
    """One article on its way. `watch` sees every choice and may make it, `listen` is told every party."""

    def __init__(
        self,
        document: Document,
        statements: Sequence[Statement],
        weights: Weights,
        *,
        published: date | None = None,
        watch: _Watcher | None = None,
        listen: _Listener | None = None,
    ) -> None:
        self._text = Text(document)
        self._statements = statements
        self._weights = weights
        self._watch = watch
        self._listen = listen
        self.ways: dict[str, Way] = {}  # by statement: how its speaker was found, where the mention says it
        for place in self._lone_words():
            form = self._text.form(place)
            if form[0].isupper() and form.lower() not in SMALL_WORDS and place != self._text.sentence_start(place):
                self._text.take_for_name(form)
        self._quotes = {number: self._text.covered(each.quote) for number, each in enumerate(statements)}
        self._ends = sorted(places[-1] for places in self._quotes.values() if places)
        self._said_by: dict[int, Entity] = {}
        self._cast = Cast.of(self._text, self._lone_words())
        add_roles(self._cast, published)
        quoted = frozenset(
            place
            for each in statements
            if each.type is StatementType.DIRECT
            for place in self._text.covered(each.quote)
        )
        self._situation = Situation(self._cast, published, [], None, quoted)

    def all(self) -> tuple[Attribution, ...]:
        """The parties of every statement."""
        order = sorted(range(len(self._statements)), key=lambda at: self._statements[at].quote[0].start)
        found: dict[int, Attribution] = {}
        outer = -1
        for number, at in enumerate(order):
            statement = self._statements[at]
            self._situation.around = self._around(statement)
            self._situation.following = self._following(order[number + 1 : number + 2])
            speakers, entity = self._speakers(statement)
            if entity is not None:
                self._said_by[at] = entity
                entity.said += 1
                last = max(self._quotes[at], default=-1)
                if last > outer:  # what is quoted within a quote leaves the outer one's speaker the last
                    self._situation.speakers.append(entity)
                    outer = last
            addressees = tuple(self._addressees(statement))
            found[at] = Attribution(statement.id, speakers, addressees)
        return tuple(found[at] for at in range(len(self._statements)))

    def _lone_words(self) -> Iterator[int]:
        """Mentions of a single word, which may be a name that stands nowhere in full."""
        for statement in self._statements:
            for party in statement.speakers:
                places = self._text.covered(party.mention)
                if len(places) == 1:
                    yield places[0]

    def _around(self, statement: Statement) -> Around:
        """What introduces the statement, and whether it goes on where the one before it ended."""
        text = self._text
        cue = frozenset(text.covered(statement.cue.spans))
        first = self._place(statement)
        last = bisect_right(self._ends, first)
        return Around(
            cue=cue,
            frame=frozenset(text.covered(statement.frame.spans)) | cue,
            is_passive=any(text.form(place).lower() in _PASSIVE for place in cue),
            follows=last > 0 and first - self._ends[last - 1] <= _GAP,
        )

    def _following(self, next_one: Sequence[int]) -> Entity | None:
        """Who speaks next, if the mention there names somebody of the cast."""
        for at in next_one:
            for party in self._statements[at].speakers:
                places = self._text.covered(party.mention)
                return next(self._cast.in_range(places[0], places[-1] + 1), None) if places else None
        return None

    def _speakers(self, statement: Statement) -> tuple[tuple[ResolvedParty, ...], Entity | None]:
        mentions = [party for party in statement.speakers if self._text.covered(party.mention)]
        if not mentions:
            asked = Asked(Way.EMPTY, self._place(statement), _ALL)
            found_one, entity = self._asked(statement, asked, ())
            party = self._with_others(found_one, asked.place, None, None)
            self._tell(Answer(statement.id, self._situation, None, None, asked, asked, found_one, party, entity))
            return (party,), entity
        found = [pair for party in mentions for pair in self._party(statement, party)]
        entities = tuple(dict.fromkeys(entity for _, entity in found if entity is not None))
        if len(entities) > 1 and len(entities) == len(found):
            place = self._text.covered(mentions[0].mention)
            return tuple(party for party, _ in found), self._cast.joint(entities, (place[0], place[-1] + 1))
        return tuple(party for party, _ in found), entities[0] if entities else None

    def _addressees(self, statement: Statement) -> Iterator[ResolvedParty]:
        for party in statement.addressees:
            if party.mention:
                yield from (resolved for resolved, _ in self._party(statement, party, is_addressee=True))

    def _place(self, statement: Statement) -> int:
        """From where to look back for somebody who is not mentioned: the quote, or the frame where it comes first."""
        return next(iter(self._text.covered(statement.quote)), 0)

    def _party(
        self, statement: Statement, party: Party, *, is_addressee: bool = False
    ) -> Iterator[tuple[ResolvedParty, Entity | None]]:
        phrases = self._phrases(party)
        for phrase in phrases:
            says = read = read_phrase(self._cast, phrase)
            if not is_addressee and (self._is_target(phrase) or is_object(self._text, phrase, self._cue())):
                without = says.entity if isinstance(says, Meant) else None
                read = Asked(Way.EMPTY, phrase.start, _ALL, without=without)
            outer = self._enclosing(statement, phrase.start) if phrase.form is Form.PRONOUN else None
            if isinstance(read, Asked) and outer is not None and read.without is None:
                read = replace(read, without=outer)
            mention = party.mention if len(phrases) == 1 else (self._text.span(phrase.start, phrase.stop),)
            for resolved, entity in self._read(statement, phrase, read, mention, is_addressee=is_addressee):
                sure = replace(resolved, confidence=round(resolved.confidence * party.confidence, 4))
                if resolved.kind in _NAMED and self._is_doubtful(party.confidence, phrase, entity):
                    sure = replace(sure, name=None, office=None)
                told = self._with_others(sure, phrase.start, phrase, read.without if isinstance(read, Asked) else None)
                self._tell(
                    Answer(
                        statement.id, self._situation, party, phrase, says, read, resolved, told, entity, is_addressee
                    )
                )
                yield told, entity

    def _tell(self, answer: Answer) -> None:
        if self._listen is not None:
            self._listen(answer)

    def _read(
        self,
        statement: Statement,
        phrase: Phrase,
        read: Meant | Asked,
        mention: tuple[Span, ...],
        *,
        is_addressee: bool,
    ) -> Iterator[tuple[ResolvedParty, Entity | None]]:
        """What a phrase says, or what is chosen for it."""
        if isinstance(read, Meant):
            if not is_addressee:
                self.ways[statement.id] = read.way
            yield from self._meant(read, mention)
        elif phrase.form is Form.FIRST_PERSON and (own := self._saying(phrase.start)) is not None:
            yield _resolved(own, mention, _OF_FIRST_PERSON, (), shown=True), own
        else:
            resolved, entity = self._asked(statement, read, mention, is_addressee=is_addressee)
            yield from self._parts(resolved, entity)

    def _is_doubtful(self, sure: float, phrase: Phrase, entity: Entity | None) -> bool:
        """Whether the reader is too little sure of the mention: less will do where all around speaks for the same."""
        if not LEAST_MENTION_AGREED <= sure < LEAST_MENTION_ALONE:
            return sure < LEAST_MENTION
        ranked = rank(self._situation, Asked(Way.EMPTY, phrase.stop, _ALL), self._weights)
        likeliest = [each.entity for each in ranked[:2]]
        if sure < LEAST_MENTION:
            return likeliest[:1] != [entity]
        return entity is not None and entity.kind is PartyKind.PERSON and entity not in likeliest

    def _with_others(
        self, party: ResolvedParty, place: int, phrase: Phrase | None, without: Entity | None
    ) -> ResolvedParty:
        """The party, where nobody's name is shown with those to choose from.

        Those whom the mention names come first, or the likeliest of all, then those whom it may mean.
        """
        if party.name is not None and party.kind in _NAMED:
            return party
        own = [each for each in party.candidates if each.kind in _NAMED]
        is_noun = phrase is not None and phrase.form is not Form.PRONOUN
        within = self._cast.in_range(phrase.start, phrase.stop) if phrase is not None and is_noun else ()
        named = [
            Candidate(each.name, each.kind, party.confidence) for each in within if each.name and each is not without
        ]
        ranked = rank(self._situation, Asked(Way.ANYONE, place, _ALL, without=without), self._weights)
        others = [_candidate(each) for each in ranked]
        first = [*own, *named] if party.kind is PartyKind.UNNAMED else [*named, *own]
        unique: dict[str, Candidate] = {}
        for candidate in (*([] if named else others[:1]), *first, *others):
            unique.setdefault(candidate.name, candidate)
        return replace(party, candidates=tuple(unique.values())[:_SHOWN])

    def _cue(self) -> frozenset[str]:
        return frozenset(self._text.form(place).lower() for place in self._situation.around.cue)

    def _is_target(self, phrase: Phrase) -> bool:
        """Whether a passive cue tells what is said of the one mentioned: "Beispiel wurde vorgeworfen"."""
        before = {self._text.form(place).lower() for place in (phrase.start - 1, phrase.start)}
        return bool(self._cue() & _OF_TARGET) and self._situation.around.is_passive and not before & _BY

    def _saying(self, place: int) -> Entity | None:
        """Who says the statement in whose quote "ich" stands at the token."""
        inner = [number for number, places in self._quotes.items() if places and places[0] <= place <= places[-1]]
        found = [self._said_by[number] for number in inner if number in self._said_by]
        return found[-1] if found and self._text.form(place).lower() == "ich" else None

    def _enclosing(self, statement: Statement, place: int) -> Entity | None:
        """Who says the quote that the pronoun stands in: no "er" means the one who says it, and no "dieser"."""
        is_this = self._text.form(place).lower().startswith("dies")
        for number, entity in self._said_by.items():
            other = self._statements[number]
            if other is not statement and (is_this or other.type is StatementType.DIRECT):
                places = self._quotes[number]
                if places and places[0] <= place <= places[-1]:
                    return entity
        return None

    def _phrases(self, party: Party) -> tuple[Phrase, ...]:
        """What the mention says; of several stretches the first that is no "Angaben", which is as good as a cue."""
        every = [phrases_of(self._text, self._text.covered([span])) for span in party.mention]
        told = [phrases for phrases in every if phrases and not phrases[0].of_utterance]
        return (told or [phrases for phrases in every if phrases] or [()])[0]

    def _meant(self, meant: Meant, mention: tuple[Span, ...]) -> Iterator[tuple[ResolvedParty, Entity | None]]:
        sure = self._weights.sure.get(meant.way, 0.5)
        shown = sure >= self._weights.least.get(meant.way, 0.0) and meant.way is not Way.BARE_NAME
        ranked = (Ranked(meant.entity, sure),)
        yield from self._parts(
            _resolved(meant.entity, mention, sure, ranked, shown=shown, is_likely=True), meant.entity
        )

    def _asked(
        self, statement: Statement, asked: Asked, mention: tuple[Span, ...], *, is_addressee: bool = False
    ) -> tuple[ResolvedParty, Entity | None]:
        told = self._watch(Question(statement.id, self._situation, asked, is_addressee)) if self._watch else None
        ranked = rank(self._situation, asked, self._weights)
        if not ranked:
            return ResolvedParty(mention, PartyKind.UNKNOWN, None, None, _OF_NOBODY), told
        best = ranked[0]
        rest = 1 - sum(each.confidence for each in ranked)
        least = self._weights.least.get(asked.way, 0.0)
        shown = best.confidence >= least and best.confidence > rest
        if not shown and asked.alone is not None and asked.way is Way.DESCRIPTION:
            best = Ranked(asked.alone, best.confidence)
            return _resolved(best.entity, mention, best.confidence, ranked, shown=True), told or best.entity
        is_likely = best.confidence > rest
        resolved = _resolved(best.entity, mention, best.confidence, ranked, shown=shown, is_likely=is_likely)
        return resolved, told or best.entity

    def _parts(self, resolved: ResolvedParty, entity: Entity | None) -> Iterator[tuple[ResolvedParty, Entity | None]]:
        """The joint speakers that a plural points to, each by itself."""
        if entity is None or not entity.parts or resolved.name is None:
            yield resolved, entity
            return
        for part in entity.parts:
            yield (
                _resolved(
                    part, resolved.mention, resolved.confidence, (Ranked(part, resolved.confidence),), shown=True
                ),
                part,
            )


def _resolved(
    entity: Entity,
    mention: tuple[Span, ...],
    confidence: float,
    ranked: Sequence[Ranked],
    *,
    shown: bool,
    is_likely: bool = False,
) -> ResolvedParty:
    """The party that is meant; one that is likely, though too little so to show its name, gives its kind."""
    names = [each for each in ranked if each.entity.name is not None][:_SHOWN]
    return ResolvedParty(
        mention=mention,
        kind=entity.kind if shown or (is_likely and entity.kind in _NAMED) else PartyKind.UNKNOWN,
        name=entity.name if shown else None,
        office=entity.office if shown and entity.kind is PartyKind.PERSON else None,
        confidence=round(confidence, 4),
        candidates=tuple(map(_candidate, names)),
    )


def _candidate(ranked: Ranked) -> Candidate:
    return Candidate(ranked.entity.name or "", ranked.entity.kind, round(ranked.confidence, 4))
