"""Why a statement is somebody's: what its words say, who may be meant, and what speaks for each of them.

Nothing is decided here. `explain` lets `Attributing` go through the article as ever and listens.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wortlaut.meaning.actors import Holding, in_use
from wortlaut.meaning.who.attributing import LEAST_MENTION, Answer, Attributing
from wortlaut.meaning.who.cast import Entity
from wortlaut.meaning.who.choosing import Ranked, Weights, rank, rows, shipped_weights
from wortlaut.meaning.who.evidence import FEATURES, Situation, candidates, held_offices
from wortlaut.meaning.who.explicit import Asked, Way
from wortlaut.meaning.who.people import Mention
from wortlaut.meaning.who.phrases import Form, Phrase
from wortlaut.meaning.who.text import Text
from wortlaut.meaning.who.words import FEMALE, MALE, NEUTER, PLURAL
from wortlaut.types import Document, PartyKind, ResolvedParty, Span, Statement

__all__ = [
    "Choice",
    "Choosing",
    "Explanation",
    "Gender",
    "How",
    "Naming",
    "Outcome",
    "Support",
    "TermUsed",
    "Wording",
    "explain",
]

_NAMED = frozenset({PartyKind.PERSON, PartyKind.ORGANISATION})


class Gender(StrEnum):
    """What a word or somebody can agree with; several where that is open."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    NEUTER = "neuter"
    PLURAL = "plural"


_GENDERS = {MALE: Gender.MASCULINE, FEMALE: Gender.FEMININE, NEUTER: Gender.NEUTER, PLURAL: Gender.PLURAL}


class How(StrEnum):
    """By what somebody was found."""

    WORDS = "words"  # the mention says it by itself, by a plain rule
    CHOICE = "choice"  # the model chose among those who fit
    SPEAKER = "speaker"  # "ich" inside a quote: whoever says the quote
    NONE = "none"  # the article has nobody who fits


class Outcome(StrEnum):
    """What was decided, and why no name is shown where none is."""

    NAMED = "named"
    DESCRIBED = "described"  # one who has no name of its own, as the article calls it
    BY_ITSELF = "by_itself"  # the same, as nobody of those who have a name is likely enough
    MENTION_UNSURE = "mention_unsure"  # the reader doubts that the words mention the speaker at all
    RULE_UNSURE = "rule_unsure"  # the plain way is wrong too often
    TOO_LITTLE = "too_little"  # the best candidate has too small a share
    NOBODY_LIKELIER = "nobody_likelier"  # that nobody of them is meant has a greater share
    NOBODY_FITS = "nobody_fits"
    OPEN = "open"  # the words leave it open: "wir", "man", "nach Angaben"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a mention as they were read; `head` is the noun or name in them."""

    span: Span
    head: Span | None
    form: Form
    genders: tuple[Gender, ...]
    is_definite: bool
    of_utterance: bool  # "Angaben der …" stood before it: it is theirs


@dataclass(frozen=True, slots=True)
class Support:
    """A feature that speaks for a candidate, or against it: its value times its weight."""

    feature: str  # one of `FEATURES`
    value: float
    weight: float

    @property
    def points(self) -> float:
        """What it adds to the candidate's score."""
        return self.value * self.weight


@dataclass(frozen=True, slots=True)
class TermUsed:
    """A term of the dated list by which somebody held the office on the article's day."""

    office: str
    start: str
    end: str  # empty where none is known
    sources: tuple[str, ...]  # addresses, or paths in a repository
    as_of: str
    is_certain: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One who may be meant. `supports` leaves out what adds nothing; the largest come first."""

    name: str | None
    kind: PartyKind
    genders: tuple[Gender, ...]
    share: float
    score: float
    mention: Span | None  # the last before, else the first behind
    is_itself: bool  # nobody but the description itself
    supports: tuple[Support, ...]
    terms: tuple[TermUsed, ...]


@dataclass(frozen=True, slots=True)
class Choosing:
    """All who fit, the likeliest first; the shares are theirs and `nobody`'s, and make one."""

    genders: tuple[Gender, ...]  # that were asked for
    choices: tuple[Choice, ...]
    nobody: float
    nobody_score: float


@dataclass(frozen=True, slots=True)
class Naming:
    """Where the article gives name and office; `span` is a mention in the fullest form."""

    span: Span | None
    genders: tuple[Gender, ...]
    office: Span | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that led to one party of a statement; `party` is what `attribute` gives.

    `certainty` times `mention_confidence` is the party's confidence. No name is shown where `certainty` is below
    `least`, nor, as a rule, where `mention_confidence` is below `least_mention`: less is enough where all around speaks
    for the same one, and more is asked where it speaks for others.
    """

    statement: str
    is_addressee: bool
    wording: Wording | None  # None where the article mentions nobody
    how: How
    way: Way
    is_set_aside: bool  # the words tell of whom or to whom something is said, not who says it
    choosing: Choosing | None
    left_out: str | None  # one who is named here, but not as who speaks, and so no candidate
    certainty: float
    mention_confidence: float | None
    least: float
    least_mention: float
    outcome: Outcome
    naming: Naming | None
    party: ResolvedParty


def explain(
    document: Document,
    statements: Sequence[Statement],
    statement: str,
    *,
    published: date | None = None,
    weights: Weights | None = None,
) -> tuple[Explanation, ...]:
    """How each party of the statement with that id was come by, speakers first; nothing where it is not among them.

    The other arguments are those of `attribute`.
    """
    found: list[Explanation] = []
    chosen = weights or shipped_weights()

    def listen(answer: Answer) -> None:
        if answer.statement == statement:
            found.append(_explained(answer, chosen))

    if statements:
        Attributing(document, statements, chosen, published=published, listen=listen).all()
    return tuple(found)


def _explained(answer: Answer, weights: Weights) -> Explanation:
    read = answer.read
    choosing = _choosing(answer.situation, read, weights) if isinstance(read, Asked) else None
    how = _how(answer, choosing)
    text = answer.situation.cast.text
    return Explanation(
        statement=answer.statement,
        is_addressee=answer.is_addressee,
        wording=None if answer.phrase is None else _wording(text, answer.phrase),
        how=how,
        way=read.way,
        is_set_aside=_is_set_aside(answer),
        choosing=choosing if how is How.CHOICE else None,
        left_out=read.without.name if isinstance(read, Asked) and read.without is not None else None,
        certainty=answer.found.confidence,
        mention_confidence=None if answer.mention is None else answer.mention.confidence,
        least=weights.least.get(read.way, 0.0) if how is not How.SPEAKER else 0.0,
        least_mention=LEAST_MENTION,
        outcome=_outcome(answer, how, choosing),
        naming=None if answer.party.name is None or answer.entity is None else _naming(text, answer.entity),
        party=answer.party,
    )


def _is_set_aside(answer: Answer) -> bool:
    return answer.read.way is not answer.says.way


def _how(answer: Answer, choosing: Choosing | None) -> How:
    if choosing is None:
        return How.WORDS
    best = choosing.choices[0].share if choosing.choices else None
    is_first_person = answer.phrase is not None and answer.phrase.form is Form.FIRST_PERSON
    if is_first_person and answer.entity is not None and (best is None or round(best, 4) != answer.found.confidence):
        return How.SPEAKER
    return How.NONE if best is None else How.CHOICE


def _outcome(answer: Answer, how: How, choosing: Choosing | None) -> Outcome:
    found, party = answer.found, answer.party
    if party.name is not None:
        if party.kind in _NAMED:
            return Outcome.NAMED
        alone = answer.read.alone if isinstance(answer.read, Asked) else None
        is_left = alone is not None and answer.entity is alone
        is_best = choosing is None or choosing.choices[0].is_itself
        return Outcome.BY_ITSELF if is_left and not is_best else Outcome.DESCRIBED
    if found.name is not None:
        return Outcome.MENTION_UNSURE
    if how is How.WORDS:
        return Outcome.OPEN if answer.entity is None or answer.entity.name is None else Outcome.RULE_UNSURE
    if how is How.CHOICE and choosing is not None:
        best = choosing.choices[0]
        return Outcome.NOBODY_LIKELIER if best.share <= choosing.nobody else Outcome.TOO_LITTLE
    return Outcome.NOBODY_FITS if how is How.NONE else Outcome.OPEN


def _wording(text: Text, phrase: Phrase) -> Wording:
    return Wording(
        span=text.span(phrase.start, phrase.stop),
        head=text.span(phrase.head, phrase.head + 1) if phrase.head >= 0 else None,
        form=phrase.form,
        genders=_genders(phrase.agrees),
        is_definite=phrase.is_definite,
        of_utterance=phrase.of_utterance,
    )


def _genders(agrees: int) -> tuple[Gender, ...]:
    return tuple(gender for bit, gender in _GENDERS.items() if agrees & bit)


def _choosing(situation: Situation, asked: Asked, weights: Weights) -> Choosing:
    fitting = candidates(situation, asked)
    values = {id(entity): row for entity, row in zip(fitting, rows(situation, asked, fitting), strict=True)}
    ranked = rank(situation, asked, weights)
    weighed = weights.of[asked.way]
    return Choosing(
        genders=_genders(asked.agrees),
        choices=tuple(
            _choice(
                situation,
                asked,
                each,
                [Support(*of) for of in zip(FEATURES, values[id(each.entity)], weighed, strict=True)],
            )
            for each in ranked
        ),
        nobody=1 - sum(each.confidence for each in ranked),
        nobody_score=weights.nobody[asked.way],
    )


def _choice(situation: Situation, asked: Asked, ranked: Ranked, supports: Sequence[Support]) -> Choice:
    entity = ranked.entity
    first = entity.mentions[0] if entity.mentions else None
    at = entity.nearest(asked.place) or first
    return Choice(
        name=entity.name,
        kind=entity.kind,
        genders=_genders(entity.agrees),
        share=ranked.confidence,
        score=sum(each.points for each in supports),
        mention=None if at is None else situation.cast.text.span(at.start, at.end),
        is_itself=entity is asked.alone,
        supports=tuple(sorted(filter(_tells, supports), key=lambda each: -abs(each.points))),
        terms=tuple(_terms(situation, asked, entity)),
    )


def _tells(support: Support) -> bool:
    return support.points != 0


def _terms(situation: Situation, asked: Asked, entity: Entity) -> Iterator[TermUsed]:
    """The terms behind the feature "held the office", which is asked where a description has a noun."""
    if asked.head < 0 or entity is asked.alone or entity.kind is not PartyKind.PERSON:
        return
    for holding in held_offices(situation, asked, entity):
        yield _term(holding, is_female=entity.agrees == FEMALE)


def _term(holding: Holding, *, is_female: bool) -> TermUsed:
    actors, term = in_use(), holding.term
    office = actors.offices[term.office]
    title = office.feminine if is_female else office.masculine
    sources = tuple(actors.sources[each].where if each in actors.sources else each for each in term.source.split(";"))
    return TermUsed(title or office.masculine or office.id, term.start, term.end, sources, term.as_of, holding.certain)


def _naming(text: Text, entity: Entity) -> Naming:
    fullest = _fullest(text, entity)
    role = entity.roles[0] if entity.roles and entity.office and entity.kind is PartyKind.PERSON else None
    return Naming(
        span=fullest,
        genders=_genders(entity.agrees),
        office=None if role is None else text.span(min(role.start, role.head), max(role.end, role.head + 1)),
    )


def _fullest(text: Text, entity: Entity) -> Span | None:
    """A mention that has the whole name, else the first place of the name, else the longest mention."""
    source, name = text.document.text, entity.name or ""
    spans = [text.span(each.start, each.end) for each in entity.mentions]
    whole = next((span for span in spans if span.of(source) == name), None)
    whole = whole or next((span for span in spans if name in span.of(source)), None)
    if whole is not None:
        return whole
    if name and (start := source.find(name)) >= 0:
        return Span(start, start + len(name))
    longest: Mention | None = max(entity.mentions, key=lambda each: each.end - each.start, default=None)
    return None if longest is None else text.span(longest.start, longest.end)
