"""Entries of the history and decisions that wait as JSON, version 1, and the outcome of a decision."""

import json
from datetime import date, datetime
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict

from wortlaut.decisions import (
    Action,
    ActorDecision,
    Alias,
    ApartEvents,
    Assign,
    CorrectEvent,
    Entry,
    EventDecision,
    KeepApart,
    Merge,
    Office,
    SameEvents,
    Values,
    Withdrawal,
)
from wortlaut.export.parts import SpanJson
from wortlaut.export.statement import statement_json
from wortlaut.export.visible import escape_hidden
from wortlaut.types import (
    Act,
    Found,
    Labelled,
    Medium,
    Outcome,
    PartyKind,
    Position,
    Span,
    StatementPart,
    StatementType,
)

__all__ = [
    "ActorDecisionJson",
    "EntryJson",
    "EventDecisionJson",
    "LabelledJson",
    "ValuesJson",
    "WhoJson",
    "WithdrawalJson",
    "decided_line",
    "entry_json",
    "entry_line",
    "entry_schema",
]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class WhoJson(_Strict):
    """Who is meant by a speaker, as a person said."""

    kind: PartyKind
    name: str | None
    actor: str | None
    """Id of the actor in the record."""


class ActorDecisionJson(_Strict):
    """What a person decided about an actor; what the action does not speak of is `null` or empty."""

    actor: str
    """The id of the actor that it is about; of a merge the one that is left."""
    others: list[str] = []
    """Those that are one with it, or are to be kept apart from it."""
    name: str | None = None
    """The new name, the alias, or the name of whom it is said."""
    kind: PartyKind | None = None
    """Of an actor that is new."""
    called: str | None = None
    """The name of an actor that is new."""
    articles: list[str] = []
    statements: list[str] = []
    source: str | None = None
    """The id of the actor of whose statements it is said."""
    office: str | None = None
    first: date | None = None
    last: date | None = None
    is_none: bool = False
    """Whether the alias or the office is taken away."""

    @classmethod
    def of(cls, decision: ActorDecision) -> Self:
        """The JSON model of a decision about an actor."""
        if isinstance(decision, Merge):
            return cls(actor=decision.into, others=list(decision.actors))
        if isinstance(decision, KeepApart):
            return cls(actor=decision.actor, others=[decision.other])
        if isinstance(decision, Office):
            return cls(
                actor=decision.actor,
                office=decision.title,
                first=decision.first,
                last=decision.last,
                is_none=decision.is_none,
            )
        if isinstance(decision, Assign):
            return cls(
                actor=decision.actor,
                name=decision.name,
                kind=decision.kind,
                called=decision.called,
                articles=list(decision.articles),
                statements=list(decision.statements),
                source=decision.source,
            )
        return cls(actor=decision.actor, name=decision.name, is_none=isinstance(decision, Alias) and decision.is_none)


class EventDecisionJson(_Strict):
    """What a person decided about an announced event; what the action does not speak of is `null`."""

    event: str
    other: str | None = None
    """The one that is the same event, or another."""
    status: Outcome | None = None
    """What became of it."""
    first: date | None = None
    """First and last day on which it is."""
    last: date | None = None

    @classmethod
    def of(cls, decision: EventDecision) -> Self:
        """The JSON model of a decision about an event."""
        if isinstance(decision, SameEvents | ApartEvents):
            return cls(event=decision.event, other=decision.other)
        if isinstance(decision, CorrectEvent):
            return cls(event=decision.event, status=decision.outcome, first=decision.since, last=decision.until)
        return cls(event=decision.event)


class LabelledJson(_Strict):
    """What a person said of a label."""

    codebook: str
    category: str
    applies: bool
    position: Position | None

    @classmethod
    def of(cls, label: Labelled) -> Self:
        """The JSON of what was said."""
        return cls(codebook=label.codebook, category=label.category, applies=label.applies, position=label.position)


class ValuesJson(_Strict):
    """Parts of a statement; `null` where a part is not spoken of, empty where it is said not to be there."""

    quote: list[SpanJson] | None = None
    type: StatementType | None = None
    medium: Medium | None = None
    cue: list[SpanJson] | None = None
    frame: list[SpanJson] | None = None
    speakers: list[list[SpanJson]] | None = None
    addressees: list[list[SpanJson]] | None = None
    parent: str | None = None
    """Id of the statement that it stands inside; empty for none."""
    who: list[WhoJson] | None = None
    """Who is meant by the speakers, in their order."""
    act: Act | None = None
    said_on: str | None = None
    """A day or two with `/` between them; empty where the article tells none."""
    venue: str | None = None
    """Its name; empty where the article tells none."""
    labels: list[LabelledJson] | None = None
    """Those that are spoken of; of others nothing is said."""

    @classmethod
    def of(cls, values: Values, text: str) -> Self:
        """The JSON of values whose places are those of `text`."""
        return cls(
            quote=_spans(values.quote, text),
            type=values.type,
            medium=values.medium,
            cue=_spans(values.cue, text),
            frame=_spans(values.frame, text),
            speakers=_mentions(values.speakers, text),
            addressees=_mentions(values.addressees, text),
            parent=values.parent,
            act=values.act,
            said_on=None if values.said_on is None else str(values.said_on),
            venue=values.venue,
            labels=None if values.labels is None else [LabelledJson.of(each) for each in values.labels],
            who=None
            if values.who is None
            else [WhoJson(kind=each.kind, name=each.name, actor=each.actor) for each in values.who],
        )


class WithdrawalJson(_Strict):
    """What whoever published an article takes back of it."""

    declared_id: str | None
    """The id that the item carries."""
    source: str | None
    revision: int | None
    """The agency's versions up to this number are meant; `null` for all."""
    at: datetime | None
    """When that was said, UTC."""

    @classmethod
    def of(cls, withdrawal: Withdrawal) -> Self:
        """The JSON model of what was taken back."""
        return cls(
            declared_id=withdrawal.declared_id,
            source=withdrawal.source,
            revision=withdrawal.revision,
            at=withdrawal.at,
        )


class EntryJson(_Strict):
    """One entry of the history. Of an erased one only number, digest and `erased_by` are left."""

    version: Literal[1] = 1
    """Version of this form. Additions do not change it."""
    number: int
    digest: str
    """Covers the entry and all entries before it."""
    action: Action | None
    at: datetime | None
    """UTC."""
    by: str | None
    why: str | None
    article: str | None
    article_version: int | None
    """Number of the article's version whose places are meant."""
    statement: str | None
    was: ValuesJson | None
    values: ValuesJson | None
    """What was decided; `null` where it is about the whole statement or article."""
    undoes: int | None
    withdraws: WithdrawalJson | None = None
    """Only of entries by which whoever published an article took it back."""
    decides: ActorDecisionJson | None = None
    """Only of decisions about actors."""
    judges: EventDecisionJson | None = None
    """Only of decisions about announced events."""
    erased_by: int | None
    is_undone: bool
    waiting: list[StatementPart | None] = []
    """Only of decisions that wait: the parts without a place in the article's current version, `null` for the whole."""

    @classmethod
    def of(cls, entry: Entry, text: str | None) -> Self:
        """The JSON model of an entry whose places are those of `text`, None where that was erased."""
        return cls(
            number=entry.number,
            digest=entry.digest,
            action=entry.action,
            at=entry.at,
            by=entry.by,
            why=entry.why,
            article=entry.article,
            article_version=entry.version,
            statement=entry.statement,
            was=None if entry.was is None or text is None else ValuesJson.of(entry.was, text),
            values=None if entry.values is None or text is None else ValuesJson.of(entry.values, text),
            undoes=entry.undoes,
            withdraws=None if entry.withdraws is None else WithdrawalJson.of(entry.withdraws),
            decides=None if entry.decides is None else ActorDecisionJson.of(entry.decides),
            judges=None if entry.judges is None else EventDecisionJson.of(entry.judges),
            erased_by=entry.erased_by,
            is_undone=entry.is_undone,
        )


def entry_json(entry: Entry, text: str | None, *, waiting: tuple[StatementPart | None, ...] = ()) -> dict[str, Any]:
    """The JSON object of an entry whose places are those of `text`; `waiting` names its parts without a place."""
    model = EntryJson.of(entry, text).model_copy(update={"waiting": list(waiting)})
    seldom = (
        ("waiting", waiting),
        ("withdraws", entry.withdraws),
        ("decides", entry.decides),
        ("judges", entry.judges),
    )
    absent = {name for name, value in seldom if not value}
    return model.model_dump(mode="json", exclude=absent)


def decided_line(entry: Entry, found: Found | None) -> str:
    r"""One line of JSON with its line feed: the `entry` that a decision made, and the `statement` as it now is.

    The statement is `null` where there is none (any more).
    """
    made = {
        "entry": entry_json(entry, None if found is None else found.article.text),
        "statement": None if found is None else statement_json(found),
    }
    return _line(made)


def entry_line(entry: Entry, text: str | None, *, waiting: tuple[StatementPart | None, ...] = ()) -> str:
    """`entry_json` as one line with its line feed."""
    return _line(entry_json(entry, text, waiting=waiting))


def entry_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of an entry of the history, version 1."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **EntryJson.model_json_schema(mode="validation"),
    }


def _spans(spans: tuple[Span, ...] | None, text: str) -> list[SpanJson] | None:
    return None if spans is None else [SpanJson.of(span, text) for span in spans]


def _mentions(mentions: tuple[tuple[Span, ...], ...] | None, text: str) -> list[list[SpanJson]] | None:
    return None if mentions is None else [[SpanJson.of(span, text) for span in each] for each in mentions]


def _line(made: dict[str, Any]) -> str:
    return escape_hidden(json.dumps(made, ensure_ascii=False, separators=(", ", ": "))) + "\n"
