"""Rows on their way into the tables: gathered article by article, written many at a time.

Keys are given out here, so that nothing needs to be asked back from the tables between one article and the next, and
all rows of one table go in together, in the order of their keys: the word index would otherwise end a segment at each
step backwards.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter

from sqlalchemy import Connection, Table, TableClause, func, select

from wortlaut.record.tables.rows import Values
from wortlaut.record.tables.schema import (
    article,
    article_content,
    article_version,
    mention,
    party,
    reading,
    reprint_band,
    statement,
    words,
)

__all__ = ["Batch"]

_KEYED = (article, article_version, reading, mention, party)
# In the order in which rows may point to each other.
_ORDER = (article, article_version, article_content, reading, statement, mention, party, reprint_band, words)
_MENTIONS_AT_A_TIME = 500


class Batch:
    """The rows that wait to be written within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._rows: dict[str, list[Values]] = defaultdict(list)
        self._next_keys = {
            table.name: connection.execute(select(func.coalesce(func.max(table.c.key), 0))).scalar_one() + 1
            for table in _KEYED
        }

    def key(self, table: Table) -> int:
        """The next key of the table."""
        key: int = self._next_keys[table.name]
        self._next_keys[table.name] = key + 1
        return key

    def add(self, table: TableClause, rows: Iterable[Values]) -> None:
        """Nothing; the rows will be written."""
        self._rows[table.name].extend(rows)

    def flush(self) -> None:
        """Nothing; all rows are in their tables."""
        self._put_mentions(self._rows[party.name])
        for table in _ORDER:
            rows = self._rows[table.name]
            if table is statement:
                rows.sort(key=itemgetter("key"))
            elif table is words:
                rows.sort(key=itemgetter("rowid"))
            elif table is reprint_band:
                rows.sort(key=itemgetter("band"))
            if rows:
                self._put(table, rows)
                rows.clear()

    def _put(self, table: TableClause, rows: Sequence[Values]) -> None:
        # In SQL of our own: SQLAlchemy takes as long over each row's values as SQLite over the row.
        names = list(rows[0])
        columns, places = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
        for row in rows if table is article_version else ():
            row["published"] = row["published"] and row["published"].isoformat()
        values = list(map(itemgetter(*names), rows))
        self.connection.exec_driver_sql(f"INSERT INTO {table.name} ({columns}) VALUES ({places})", values)  # noqa: S608

    def _put_mentions(self, parties: Sequence[Values]) -> None:
        """Nothing; each party has the key of its mention instead of its words, and new mentions will be written."""
        folded = sorted({row["folded"] for row in parties})
        keys: dict[str, int] = {}
        for start in range(0, len(folded), _MENTIONS_AT_A_TIME):
            some = folded[start : start + _MENTIONS_AT_A_TIME]
            query = select(mention.c.folded, mention.c.key).where(mention.c.folded.in_(some))
            keys.update((row.folded, row.key) for row in self.connection.execute(query))
        for each in folded:
            if each not in keys:
                keys[each] = self.key(mention)
                self._rows[mention.name].append({"key": keys[each], "folded": each})
        for row in parties:
            row["mention_key"] = keys[row.pop("folded")]
