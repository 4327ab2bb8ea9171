"""Statements of invented people, given by the words of their quotes and mentions."""

from datetime import date

from tests.builder import place
from wortlaut.language import analyse
from wortlaut.meaning.who import attribute
from wortlaut.types import (
    Attribution,
    Confidence,
    Medium,
    Part,
    Party,
    Provenance,
    ResolvedParty,
    Statement,
    StatementType,
)

__all__ = ["kind_and_name", "said", "shown", "statement"]

Shown = tuple[str, str | None]


def statement(text: str, quote: str, speaker: tuple[Party, ...] = (), *, number: int = 0) -> Statement:
    """A statement with that quote and speaker."""
    return Statement(
        id=f"s{number}",
        article_id="a1",
        type=StatementType.INDIRECT,
        medium=Medium.SPEECH,
        quote=(place(text, quote),),
        cue=Part(),
        frame=Part(),
        speakers=speaker,
        addressees=(),
        parent=None,
        confidence=Confidence(0.9, 0.9, 0.9),
        made_by=Provenance("toy", "sha256:00", "1"),
    )


def said(text: str, *told: tuple[str, str | None], published: date | None = None) -> tuple[Attribution, ...]:
    """What is said of statements, each given by its quote and the speaker's mention, which stand in that order."""
    statements, mentions_from = [], 0
    for number, (quote, mention) in enumerate(told):
        speaker: tuple[Party, ...] = ()
        if mention is not None:
            where = place(text, mention, after=mentions_from)
            mentions_from = where.start
            speaker = (Party((where,), 0.9),)
        statements.append(statement(text, quote, speaker, number=number))
    return attribute(analyse(text), statements, published=published)


def kind_and_name(party: ResolvedParty) -> Shown:
    """What is shown of a party."""
    return party.kind.value, party.name


def shown(text: str, *told: tuple[str, str | None], published: date | None = None) -> list[list[Shown]]:
    """Kind and name of every speaker of every statement."""
    return [[kind_and_name(party) for party in each.speakers] for each in said(text, *told, published=published)]
