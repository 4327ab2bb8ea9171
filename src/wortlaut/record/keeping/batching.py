"""Rows on their way into the tables: gathered article by article, written many at a time.

Keys are given out here, so that nothing needs to be asked back from the tables between one article and the next, and
all rows of one table go in together, in the order of their keys: the word index would otherwise end a segment at each
step backwards.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, Connection, Table, TableClause, func, select

from wortlaut.record.contents import Meaning
from wortlaut.record.keeping.actors import Called, Calling, Loose, load_ledger, put_called, tidy
from wortlaut.record.keeping.weaving import Loosened, weave
from wortlaut.record.tables.rows import Values
from wortlaut.record.tables.schema import (
    actor,
    announcement,
    article,
    article_content,
    article_version,
    coding,
    label,
    listed,
    meaning,
    mention,
    party,
    reading,
    reprint_band,
    sense,
    statement,
    telling,
    telling_part,
    telling_sign,
    who,
    words,
)

__all__ = ["Batch"]

_KEYED = (article, article_version, reading, mention, party, actor, who, telling)
# In the order in which rows may point to each other.
_ORDER = (
    article,
    article_version,
    article_content,
    reading,
    meaning,
    announcement,
    coding,
    statement,
    sense,
    listed,
    label,
    mention,
    party,
    actor,
    who,
    telling,
    telling_part,
    telling_sign,
    reprint_band,
    words,
)
_AT_A_TIME = 500
# The columns that hold days, which SQLite has as text.
_DAYS = {article_version.name: ("published",), sense.name: ("said_since", "said_until")}


class Batch:
    """The rows that wait to be written within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._rows: dict[str, list[Values]] = defaultdict(list)
        self._calling: Calling | None = None
        self._loose = Loose()
        self.loosened = Loosened()  # of events
        self._next_keys = {
            table.name: connection.execute(select(func.coalesce(func.max(table.c.key), 0))).scalar_one() + 1
            for table in _KEYED
        }

    def key(self, table: Table) -> int:
        """The next key of the table."""
        key: int = self._next_keys[table.name]
        self._next_keys[table.name] = key + 1
        return key

    def calling(self, meaning: Meaning | None) -> Calling:
        """What actors are called, and which of them names mean."""
        if self._calling is None or self._calling.meaning is not meaning:
            self._calling = Calling(load_ledger(self.connection), meaning)
        return self._calling

    def loosen(self, statement_keys: Collection[int], meaning: Meaning | None) -> None:
        """Nothing; the actors who are meant in these statements, which go, are looked after when all is written."""
        query = select(who.c.actor_key).where(who.c.statement_key.in_(statement_keys), who.c.actor_key.is_not(None))
        found = self.connection.execute(query).scalars().all()
        if found:
            self._loose.left.update(found)
            self.calling(meaning)

    def add(self, table: TableClause, rows: Iterable[Values]) -> None:
        """Nothing; the rows will be written."""
        self._rows[table.name].extend(rows)

    def flush(self) -> None:
        """Nothing; all rows are in their tables."""
        self._put_mentions(self._rows[party.name], self._rows[who.name])
        self._put_actors(self._rows[who.name])
        for table in _ORDER:
            rows = self._rows[table.name]
            if table in (statement, listed):
                rows.sort(key=itemgetter("key"))
            elif table is words:
                rows.sort(key=itemgetter("rowid"))
            elif table is reprint_band:
                rows.sort(key=itemgetter("band"))
            elif table is telling_sign:
                rows.sort(key=itemgetter("sign", "kind", "published", "telling_key"))
            if rows:
                self._put(table, rows)
                rows.clear()
        if self._calling is not None and (self._loose.left or self._loose.changed):
            tidy(self.connection, self._loose, self._calling)
            self._loose = Loose()
        if self.loosened:
            weave(self.connection, self.loosened)
            self.loosened = Loosened()

    def _put(self, table: TableClause, rows: Sequence[Values]) -> None:
        # In SQL of our own: SQLAlchemy takes as long over each row's values as SQLite over the row.
        names = list(rows[0])
        columns, places = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
        for row in rows:
            for name in _DAYS.get(table.name, ()):
                row[name] = row[name] and row[name].isoformat()
        values = list(map(itemgetter(*names), rows))
        self.connection.exec_driver_sql(f"INSERT INTO {table.name} ({columns}) VALUES ({places})", values)  # noqa: S608

    def _put_mentions(self, parties: Sequence[Values], meant: Sequence[Values]) -> None:
        """Nothing; each party has the key of its mention instead of its words, and new mentions will be written.

        So has each of those who are meant that of the name.
        """
        said = {row["folded"] for row in (*parties, *meant)} - {None}
        folded: dict[str | None, int] = self._known(mention, mention.c.folded, said)
        for each in sorted(said - folded.keys()):
            folded[each] = self.key(mention)
            self._rows[mention.name].append({"key": folded[each], "folded": each})
        for row in parties:
            row["mention_key"] = folded[row.pop("folded")]
        for row in meant:
            name = row.pop("folded")
            row["name_key"] = None if name is None else folded[name]

    def _put_actors(self, meant: Sequence[Values]) -> None:
        """Nothing; each of those who are meant has the key of the actor, and new actors will be written."""
        wanted: dict[str, Called] = {}
        for row in meant:
            called: Called | None = row["actor"]
            if called is not None:
                known = wanted.setdefault(called.id, called)
                wanted[called.id] = called if known is called else known.beside(called)
        keys: dict[str, int] = {}
        if wanted and self._calling is not None:
            keys = put_called(self.connection, wanted, lambda: self.key(actor), self._calling, self._loose)
        for row in meant:
            called = row.pop("actor")
            row["actor_key"] = None if called is None else keys[called.id]

    def _known(self, table: Table, column: Column[str], wanted: Collection[str]) -> dict[Any, int]:
        """The keys of the rows that have one of the values there."""
        keys: dict[Any, int] = {}
        values = sorted(wanted)
        for start in range(0, len(values), _AT_A_TIME):
            query = select(column, table.c.key).where(column.in_(values[start : start + _AT_A_TIME]))
            keys.update((row[0], row[1]) for row in self.connection.execute(query))
        return keys
