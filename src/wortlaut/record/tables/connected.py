"""What everything that works on an open record shares: the file, transactions, and ids cut short."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, Engine, select

from wortlaut.errors import NotInRecord, RecordDamaged
from wortlaut.record.contents import Language
from wortlaut.record.tables.schema import article as article_table
from wortlaut.record.tables.sqlite import mapped_errors

__all__ = ["Connected"]

# Candidates that the message about an ambiguous id names.
_CANDIDATES = 5


class Connected:
    """An open record; every method of those built on it raises the errors below `wortlaut.errors.RecordError`."""

    def __init__(self, engine: Engine, path: Path, language: Language | None) -> None:
        self._engine = engine
        self._writer = engine.execution_options(begin="IMMEDIATE")
        self._path = path
        self._language = language

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """A connection within a read transaction, in which unreadable rows are damage."""
        with mapped_errors(self._path), self._engine.begin() as connection, self._damage():
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A connection within a transaction that is on the disk when the context ends, or not at all."""
        with mapped_errors(self._path), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def _damage(self) -> Iterator[None]:
        try:
            yield
        except ValueError as error:
            raise RecordDamaged("record_damaged", path=self._path, what=error) from error

    def _article_id(self, connection: Connection, prefix: str) -> str:
        return self._resolve(connection, article_table.c.id, prefix, "article_not_in_record")

    def _resolve(self, connection: Connection, column: ColumnElement[str], prefix: str, missing: str) -> str:
        """The one id in `column` that is or begins with `prefix`; raises `NotInRecord`."""
        if not prefix.isalnum() or not prefix.isascii():
            raise NotInRecord(missing, path=self._path, id=prefix)
        begins = select(column).where(column >= prefix, column < f"{prefix}~").distinct().order_by(column)
        found = connection.execute(begins.limit(_CANDIDATES + 1)).scalars().all()
        if not found:
            raise NotInRecord(missing, path=self._path, id=prefix)
        if len(found) > 1 and found[0] != prefix:
            candidates = ", ".join(found[:_CANDIDATES]) + (", …" if len(found) > _CANDIDATES else "")
            raise NotInRecord("id_ambiguous", path=self._path, id=prefix, candidates=candidates)
        return found[0]
