"""What people do to an open record: decide, look back, take back."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, select, true

from wortlaut.decisions import (
    Add,
    ApartEvents,
    Assign,
    Complete,
    Confirm,
    Correct,
    Decision,
    Entry,
    EventDecision,
    Reject,
    SameEvents,
    Waiting,
)
from wortlaut.errors import NotInRecord
from wortlaut.record.keeping.projecting import load_article_state
from wortlaut.record.keeping.resolving import active
from wortlaut.record.keeping.withdrawing import filed_withdrawals
from wortlaut.record.people.deciding import decide
from wortlaut.record.people.history import entry_of, head
from wortlaut.record.tables.connected import Connected
from wortlaut.record.tables.schema import article_version, history, statement, telling, waiting
from wortlaut.types import StatementPart

__all__ = ["Editing"]

# Ids of articles, statements and events, also cut short; all others are those of actors.
_OF_TEXT = re.compile("[ase][0-9a-f]*")
# Entries of the history that are held at a time.
_BATCH = 500


class Editing(Connected):
    """What people decide about statements, and the history of it."""

    def decide(
        self,
        decision: Decision,
        *,
        by: str,
        why: str | None = None,
        seen: str | None = None,
        text: str | None = None,
        at: datetime | None = None,
    ) -> Entry:
        """The entry of the history that the decision made; it is on the disk, and the statements hold it.

        `by` is who decided. `seen` is `Found.revision` as the person saw the statement, `text` the article's text that
        the decision's places are in; where the one or the other has changed since, nothing is written. Ids may be cut
        short. Raises `NotInRecord`, `DecisionImpossible`, `EditConflict`.
        """
        with self._writing() as connection, self._damage():
            whole = self._whole(connection, decision)
            return decide(connection, whole, by=by, why=why, seen=seen, text=text, at=at, language=self._language)

    def history(
        self, about: str | None = None, *, newest_first: bool = False, before: int | None = None
    ) -> Iterator[Entry]:
        """The entries of the history, marked where they are undone: all, or those about one id, the oldest first.

        `about` is the id of an article, a statement or an event, or the unique beginning of one; or the whole id of an
        actor. With `before` only entries of lower numbers.
        """
        undone = self._undone()
        query = select(history).order_by(history.c.number.desc() if newest_first else history.c.number)
        if before is not None:
            query = query.where(history.c.number < before)
        if about is not None:
            with self._reading() as connection:
                if not _OF_TEXT.fullmatch(about):
                    query = query.where(history.c.actor_id == about)
                elif about.startswith("e"):
                    query = query.where(history.c.event_id.in_(self._tellings(connection, about)))
                elif about.startswith("a"):
                    query = query.where(history.c.article_id.in_(self._filed(connection, about)))
                else:
                    query = query.where(history.c.statement_id == self._decided_id(connection, about))
        rest = query
        while True:
            with self._reading() as connection:
                rows = connection.execute(rest.limit(_BATCH)).all()
                entries = [entry_of(row) for row in rows]
            yield from (replace(each, is_undone=each.number in undone) for each in entries)
            if len(rows) < _BATCH:
                return
            last = rows[-1].number
            rest = query.where(history.c.number < last if newest_first else history.c.number > last)

    def entry(self, number: int) -> Entry:
        """The entry of that number; raises `NotInRecord`."""
        with self._reading() as connection:
            row = connection.execute(select(history).where(history.c.number == number)).one_or_none()
            if row is None:
                raise NotInRecord("entry_missing", path=self._path, number=number)
            return replace(entry_of(row), is_undone=number in self._undone(connection))

    def history_head(self) -> str | None:
        """Number and digest of the last entry, to be kept elsewhere and compared by `verify`; None before the first."""
        with self._reading() as connection:
            return head(connection)

    def waiting(self) -> Iterator[Waiting]:
        """The decisions that the current versions of their articles have no place for, oldest first."""
        query = (
            select(history, waiting.c.part.label("waiting_part"))
            .join(waiting, waiting.c.number == history.c.number)
            .join(article_version, article_version.c.key == waiting.c.version_key)
            .where(article_version.c.is_current == true())
            .order_by(history.c.number, waiting.c.part)
        )
        with self._reading() as connection:
            found = [
                Waiting(entry_of(row), StatementPart(row.waiting_part) if row.waiting_part else None)
                for row in connection.execute(query)
            ]
        yield from found

    def _undone(self, connection: Connection | None = None) -> frozenset[int]:
        """The numbers of the entries that do not count any more."""
        if connection is None:
            with self._reading() as opened:
                return self._undone(opened)
        undoing = (
            select(history)
            .where(history.c.content.contains('"undoes":'))
            .where(~history.c.content.contains('"undoes":null'))
        )
        entries = [entry_of(row) for row in connection.execute(undoing.order_by(history.c.number))]
        undone = {each.undoes for each in entries if each.undoes is not None}
        others = [Entry(number, "") for number in undone - {each.number for each in entries}]
        ordered = sorted([*entries, *others], key=lambda each: each.number)
        return frozenset(each.number for each in active(ordered) if each.is_undone)

    def _whole(self, connection: Connection, decision: Decision) -> Decision:
        """The decision with whole ids."""
        if isinstance(decision, Add | Complete):
            whole: Decision = replace(decision, article=self._article_id(connection, decision.article))
        elif isinstance(decision, Confirm | Correct | Reject):
            whole = replace(decision, statement=self._statement_id(connection, decision.statement))
        elif isinstance(decision, Assign):
            return replace(
                decision,
                articles=tuple(self._article_id(connection, each) for each in decision.articles),
                statements=tuple(self._statement_id(connection, each) for each in decision.statements),
            )
        elif isinstance(decision, EventDecision):
            return self._whole_event(connection, decision)
        else:
            return decision
        values = getattr(whole, "values", None)
        if values is not None and values.parent:
            above = self._statement_id(connection, values.parent)
            whole = replace(whole, values=replace(values, parent=above))
        return whole

    def _whole_event(self, connection: Connection, decision: EventDecision) -> EventDecision:
        """The decision with whole ids of tellings; ids that none has are left as they are, to be refused by name."""

        def whole(prefix: str) -> str:
            try:
                return self._resolve(connection, telling.c.id, prefix, "event_not_in_record")
            except NotInRecord as error:
                if error.code != "event_not_in_record":
                    raise
                return prefix

        if isinstance(decision, SameEvents | ApartEvents):
            return replace(decision, event=whole(decision.event), other=whole(decision.other))
        return replace(decision, event=whole(decision.event))

    def _statement_id(self, connection: Connection, prefix: str) -> str:
        return self._resolve(connection, statement.c.id, prefix, "statement_not_in_record")

    def _filed(self, connection: Connection, prefix: str) -> set[str]:
        """The ids under which entries about an article are filed; it can have been taken back before it came in."""
        try:
            found = self._article_id(connection, prefix)
        except NotInRecord as error:
            if error.code != "article_not_in_record":
                raise
            return {self._resolve(connection, history.c.article_id, prefix, error.code)}
        names = load_article_state(connection, found).names
        return {found, *(each.article or "" for each in filed_withdrawals(connection, {found}, names))}

    def _tellings(self, connection: Connection, prefix: str) -> list[str]:
        """The ids of all tellings of an event; of one that is told no more the one under which entries are filed."""
        try:
            name = self._resolve(connection, telling.c.id, prefix, "event_not_in_record")
        except NotInRecord as error:
            if error.code != "event_not_in_record":
                raise
            return [self._resolve(connection, history.c.event_id, prefix, error.code)]
        key = select(telling.c.occasion_key).where(telling.c.id == name).scalar_subquery()
        others = connection.execute(select(telling.c.id).where(telling.c.occasion_key == key)).scalars()
        return [name, *others]

    def _decided_id(self, connection: Connection, prefix: str) -> str:
        """The id of a statement; one whose adding was undone stands in the history alone."""
        try:
            return self._statement_id(connection, prefix)
        except NotInRecord as error:
            if error.code != "statement_not_in_record":
                raise
            return self._resolve(connection, history.c.statement_id, prefix, error.code)
