"""Statements in words for people: the cards that stand beside an article's text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from wortlaut.export.labels import label_told
from wortlaut.export.paint import levels
from wortlaut.export.segments import Role
from wortlaut.export.sense import sense_facts, sense_told
from wortlaut.export.told import PartyTold, decides_speaker, party_told, target_label, target_told
from wortlaut.export.visible import one_line
from wortlaut.texts import Texts, day
from wortlaut.types import Found, Span, Standing, StatementPart, is_whole

__all__ = ["Card", "CardDecision", "CardRole", "cards_of", "mark_labels"]

_SPLIT = " […] "
_FACT = "fact"  # what is known of a statement and has no colour in the text
_TICK = "✓"  # behind the parts that a person decided


@dataclass(frozen=True, slots=True)
class CardRole:
    """A part of a statement, or something that is known of it, in words."""

    name: str  # as in the style sheet, or `_FACT`; empty where there is none
    label: str
    words: str
    office: str
    beside: str  # the words of the article, or what is known of who is not named
    sure: str  # how sure the reader is, or that a person decided
    actor: str | None = None  # the id of who is meant, where one is known


@dataclass(frozen=True, slots=True)
class CardDecision:
    """That a person decided about parts of it."""

    by: str  # who, when
    parts: str


@dataclass(frozen=True, slots=True)
class Card:
    """A statement as people are shown it beside the text."""

    number: int
    id: str
    type: str
    type_label: str
    act: str | None  # as in the style sheet; None where nobody looked for it
    act_label: str
    medium_label: str
    level: int
    quote: str
    roles: tuple[CardRole, ...]
    sure: int | None  # percent; None where a person decided about the words
    standing: str | None  # why it is here where the present reading does not find it
    decisions: tuple[CardDecision, ...]
    parent: int | None  # number of the statement that it stands inside
    children: tuple[int, ...]


def cards_of(statements: Sequence[Found], texts: Texts) -> list[Card]:
    """The cards of the statements of one article, which are given by place."""
    numbers = {found.statement.id: number for number, found in enumerate(statements, 1)}
    level = levels(statements)
    return [
        Card(
            number=number,
            id=found.statement.id,
            type=found.statement.type.value,
            type_label=texts(f"type.{found.statement.type.value}"),
            act=None if found.sense is None else found.sense.act.value,
            act_label="" if found.sense is None else sense_told(found.sense, texts),
            medium_label=texts(f"medium.{found.statement.medium.value}"),
            level=level[number - 1],
            quote=_words(found.statement.quote, found),
            roles=tuple(_roles(found, texts)),
            sure=None if _is_decided(found, StatementPart.QUOTE) else _percent(found.statement.confidence.quote),
            standing=None if found.standing is Standing.FOUND else texts(f"standing.{found.standing}"),
            decisions=tuple(_decisions(found, texts)),
            parent=numbers.get(found.statement.parent or ""),
            children=tuple(
                numbers[child.statement.id] for child in statements if child.statement.parent == found.statement.id
            ),
        )
        for number, found in enumerate(statements, 1)
    ]


def _roles(found: Found, texts: Texts) -> list[CardRole]:
    statement, text = found.statement, found.article.text
    given = [
        *((Role.SPEAKER, decides_speaker(each, text), each.confidence, each) for each in found.speakers),
        *((Role.ADDRESSEE, StatementPart.ADDRESSEES, each.confidence, each) for each in found.addressees),
    ]
    roles = [
        _role(role, party_told(party, text, texts), _sure(found, part, confidence, texts), texts, party.actor)
        for role, part, confidence, party in given
    ]
    for role, part, its in (
        (Role.CUE, StatementPart.CUE, statement.cue),
        (Role.FRAME, StatementPart.FRAME, statement.frame),
    ):
        if its.spans:
            told = PartyTold(_words(its.spans, found), "", "")
            roles.append(_role(role, told, _sure(found, part, its.confidence, texts), texts))
    roles += [*_of_sense(found, texts), *_of_labels(found, texts)]
    if not found.speakers:
        sure = _TICK if _is_decided(found, StatementPart.SPEAKERS) else ""
        roles.insert(0, CardRole("", texts("role.speaker"), texts("page.no_speaker"), "", "", sure))
    return roles


def _of_sense(found: Found, texts: Texts) -> list[CardRole]:
    """What kind of statement it is: roles without words in the text."""
    if found.sense is None:
        return []
    sure = _sure(found, StatementPart.ACT, found.sense.confidence, texts)
    facts = sense_facts(found.sense, found.article.text, texts)
    targets = [(target_told(each, found.article.text), each) for each in found.targets]
    label = target_label(found.sense, texts)
    return [
        CardRole(_FACT, texts("role.act"), sense_told(found.sense, texts), "", "", sure),
        *(
            CardRole(_FACT, label, told.shown, told.office, told.beside, _likely(each.confidence, texts), each.actor)
            for told, each in targets
        ),
        *(CardRole(_FACT, texts(key), value, "", "", "") for key, value in facts),
    ]


def _of_labels(found: Found, texts: Texts) -> Iterator[CardRole]:
    """Its labels: roles without words in the text; a tick where a person gave one."""
    for each in found.labels:
        sure = _TICK if each.entry is not None else _likely(each.confidence, texts)
        yield CardRole(_FACT, texts("role.label"), label_told(each, texts), "", "", sure)


def _role(role: Role, told: PartyTold, sure: str, texts: Texts, actor: str | None = None) -> CardRole:
    return CardRole(role.value, texts(f"role.{role.value}"), told.shown, told.office, told.beside, sure, actor)


def _sure(found: Found, part: StatementPart, confidence: float, texts: Texts) -> str:
    """How sure the program is of a part, a tick where a person decided it."""
    return _TICK if _is_decided(found, part) else _likely(confidence, texts)


def _likely(confidence: float, texts: Texts) -> str:
    return texts("percent", number=_percent(confidence))


def _is_decided(found: Found, part: StatementPart) -> bool:
    return any(verdict.part is part for verdict in found.verdicts)


def _decisions(found: Found, texts: Texts) -> Iterator[CardDecision]:
    """Who decided when, and which parts, one a decision, in their order."""
    verdicts = sorted(found.verdicts, key=lambda each: each.entry)
    for entry, group in groupby(verdicts, key=lambda each: each.entry):
        parts = list(group)
        by = texts("card.decider", name=one_line(parts[0].by), at=day(parts[0].at, texts.language), number=entry)
        names = ["all"] if is_whole(each.part for each in parts) else [each.part or "rejected" for each in parts]
        yield CardDecision(by, ", ".join(texts(f"part.{name}") for name in names))


def mark_labels(cards: Sequence[Card], texts: Texts) -> list[str]:
    """What a screen reader says at each statement's number in the text."""
    return [
        texts("page.mark_label", number=card.number, type=card.type_label, speaker=card.roles[0].words)
        for card in cards
    ]


def _words(spans: tuple[Span, ...], found: Found) -> str:
    return _SPLIT.join(one_line(span.of(found.article.text)) for span in spans)


def _percent(confidence: float) -> int:
    return round(confidence * 100)
