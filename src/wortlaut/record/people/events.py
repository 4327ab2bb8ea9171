"""What people decide about announced events: checked, written into the history, and applied to what hangs together."""

from dataclasses import replace

from sqlalchemy import Connection, select

from wortlaut.decisions import ApartEvents, CorrectEvent, Entry, EventDecision, SameEvents
from wortlaut.errors import DecisionImpossible
from wortlaut.record.keeping.event_ledger import EventLedger
from wortlaut.record.keeping.weaving import rewoven
from wortlaut.record.people.history import action_of, append, load_entry, load_event_entries
from wortlaut.record.tables.rows import AnyRow
from wortlaut.record.tables.schema import article, article_version, telling
from wortlaut.types import Outcome

__all__ = ["decide_event", "undo_event"]

_TELLING = (
    select(telling.c.key, article.c.id.label("article_id"), article_version.c.number)
    .join(article_version, article_version.c.key == telling.c.version_key)
    .join(article, article.c.key == article_version.c.article_key)
)


def decide_event(connection: Connection, decision: EventDecision, made: Entry) -> Entry:
    """The entry that the decision made; raises `DecisionImpossible` where it cannot be."""
    row = _found(connection, decision.event)
    if isinstance(decision, SameEvents | ApartEvents):
        if decision.event == decision.other:
            raise DecisionImpossible("event_with_itself", id=decision.event)
        _found(connection, decision.other)
    elif isinstance(decision, CorrectEvent):
        _check_correction(decision)
    entry = replace(made, action=action_of(decision), article=row.article_id, version=row.number, judges=decision)
    appended = append(connection, entry)
    _apply(connection, decision)
    return appended


def undo_event(connection: Connection, entry: Entry) -> None:
    """Nothing; what the undoing brings back, or takes back, holds where it is about an event."""
    root: Entry | None = entry
    while root is not None and root.undoes is not None:
        root = load_entry(connection, root.undoes)
    if root is not None and root.judges is not None:
        _apply(connection, root.judges)


def _apply(connection: Connection, decision: EventDecision) -> None:
    names = [decision.event]
    if isinstance(decision, SameEvents | ApartEvents):
        names.append(decision.other)
    rows = connection.execute(select(telling.c.key, telling.c.occasion_key).where(telling.c.id.in_(names))).all()
    occasions = {row.occasion_key for row in rows if row.occasion_key is not None}
    ledger = EventLedger.of(load_event_entries(connection))
    rewoven(connection, {row.key for row in rows}, occasions, ledger)


def _found(connection: Connection, name: str) -> AnyRow:
    row = connection.execute(_TELLING.where(telling.c.id == name)).one_or_none()
    if row is None:
        raise DecisionImpossible("event_missing", id=name)
    return row


def _check_correction(decision: CorrectEvent) -> None:
    if decision.outcome is None and decision.since is None and decision.until is None:
        raise DecisionImpossible("event_uncorrected", id=decision.event)
    if decision.outcome is Outcome.UNREPORTED:
        raise DecisionImpossible("event_unreported", id=decision.event)
    if decision.since is not None and decision.until is not None and decision.until < decision.since:
        raise DecisionImpossible("event_ends_before", id=decision.event, first=decision.since, last=decision.until)
