"""All that is peculiar to SQLite: connecting, power-safe settings, the FTS5 table, what its errors mean.

No write-ahead log: SQLite 3.7.0 to 3.51.2 can lose committed transactions when the log is reset while another
connection writes. With a rollback journal, `synchronous=FULL` syncs the journal and the file before a commit
returns; `TRUNCATE` ends the journal by a synced truncation, where `DELETE` would leave the journal's end to the
folder's entry, which FULL does not sync (https://sqlite.org/pragma.html#pragma_synchronous).
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast
from urllib.parse import quote

from sqlalchemy import ColumnElement, Connection, Engine, create_engine, event, literal_column
from sqlalchemy.exc import DBAPIError, ProgrammingError
from sqlalchemy.pool import StaticPool

from wortlaut.errors import (
    RecordBusy,
    RecordDamaged,
    RecordError,
    RecordForeign,
    RecordFull,
    RecordReadOnly,
)
from wortlaut.record.tables.schema import WORD_COLUMNS, words

__all__ = [
    "APPLICATION_ID",
    "WORDS_DDL",
    "BrokenReference",
    "Mode",
    "broken_references",
    "connect",
    "engine_on",
    "file_problems",
    "get_pragma",
    "index_problem",
    "mapped_errors",
    "matches",
    "open_file",
    "set_pragma",
]

Mode = Literal["ro", "rw", "rwc"]

APPLICATION_ID = 0x576F726C  # "Worl"
# The ASCII tokenizer cuts at ASCII characters that are no letters or digits; `folding` leaves none but the blanks
# between words, so index and query agree on what a word is, whatever Unicode version SQLite was built with.
# FTS5 only says which statements have the words, in the order of their keys, at some 0.1 µs each; its bm25 takes 6 µs
# for each, so `ranking` puts the newest in order. A prefix index of one and two letters would add 280 bytes to each.
WORDS_DDL = (f"CREATE VIRTUAL TABLE statement_words USING fts5({', '.join(WORD_COLUMNS)}, tokenize = 'ascii')",)


def connect(path: Path, *, mode: Mode, wait_seconds: float) -> Engine:
    """An engine with one connection to the file: read only, read and write, or also make it.

    It waits `wait_seconds` for another program that holds the file.

    Each transaction begins with the option `begin` of its connection (`DEFERRED` unless said otherwise).
    """

    def creator() -> sqlite3.Connection:
        return open_file(path, mode=mode, wait_seconds=wait_seconds)

    return _engine(creator)


def engine_on(connection: sqlite3.Connection) -> Engine:
    """An engine on this one connection, of which it disposes."""
    return _engine(lambda: connection)


def _engine(creator: Callable[[], sqlite3.Connection]) -> Engine:
    engine = create_engine("sqlite://", creator=creator, poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    return engine


def open_file(path: Path, *, mode: Mode, wait_seconds: float) -> sqlite3.Connection:
    """A bare connection to the file with the settings that every connection gets; outside of any transaction."""
    address = f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, timeout=wait_seconds, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -32768")  # KiB
    return connection


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('begin', 'DEFERRED')}")


def get_pragma(connection: Connection, name: str) -> int:
    """The number that `PRAGMA name` gives."""
    return int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())


def set_pragma(connection: Connection, name: str, value: int | str) -> None:
    """Nothing; the pragma is set."""
    connection.exec_driver_sql(f"PRAGMA {name} = {value}")


@contextmanager
def mapped_errors(path: Path) -> Iterator[None]:
    """A context in which what SQLite and SQLAlchemy raise becomes a `RecordError` that names the file."""
    try:
        yield
    except (ProgrammingError, sqlite3.ProgrammingError):
        raise  # what the caller does is wrong, such as to use the record in another thread; the file is not damaged
    except DBAPIError as error:
        raise _meaning(path, error.orig or error) from error
    except sqlite3.Error as error:
        raise _meaning(path, error) from error
    except UnicodeDecodeError as error:  # a text, or a message about a name, that is none any more
        raise RecordDamaged("record_damaged", path=path, what=error) from error


# SQLite's primary result codes; what is not here means damage.
_MEANINGS: Mapping[int, tuple[type[RecordError], str]] = {
    sqlite3.SQLITE_BUSY: (RecordBusy, "record_busy"),
    sqlite3.SQLITE_LOCKED: (RecordBusy, "record_busy"),
    sqlite3.SQLITE_READONLY: (RecordReadOnly, "record_read_only"),
    sqlite3.SQLITE_CANTOPEN: (RecordReadOnly, "record_read_only"),
    sqlite3.SQLITE_PERM: (RecordReadOnly, "record_read_only"),
    sqlite3.SQLITE_NOTADB: (RecordForeign, "record_not_sqlite"),
    sqlite3.SQLITE_FULL: (RecordFull, "record_full"),
    sqlite3.SQLITE_IOERR: (RecordError, "record_disk"),
}


def _meaning(path: Path, error: BaseException) -> RecordError:
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    if code in (sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY):
        return RecordReadOnly("record_interrupted", path=path)
    kind, message = _MEANINGS.get(code & 0xFF, (RecordDamaged, "record_damaged"))
    return kind(message, path=path, what=error)


def matches(expression: str) -> ColumnElement[bool]:
    """The condition that a row of `words` fits an FTS5 expression."""
    return literal_column(words.name).op("MATCH")(expression)


def file_problems(connection: Connection) -> Iterator[str]:
    """What SQLite's own check of the file's structure finds, one sentence each."""
    for line in connection.exec_driver_sql("PRAGMA integrity_check").scalars():
        if line != "ok":
            yield str(line)


@dataclass(frozen=True, slots=True)
class BrokenReference:
    """A row that points to a row that is not there."""

    table: str
    row: int
    points_to: str


def broken_references(connection: Connection) -> Iterator[BrokenReference]:
    """The rows with foreign keys that lead nowhere."""
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield BrokenReference(table, row, parent)


def index_problem(connection: Connection) -> str | None:
    """What FTS5's own check finds wrong between the word index and the stored words, None where they agree.

    SQLite takes the check for a writing statement, so a file that cannot be written is first copied into a
    temporary database.
    """
    check = "INSERT INTO statement_words (statement_words) VALUES ('integrity-check')"
    source = cast(sqlite3.Connection, connection.connection.dbapi_connection)
    try:
        try:
            source.execute(check)
        except sqlite3.Error as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:
                raise
            with closing(sqlite3.connect("")) as copy:
                source.backup(copy)
                copy.execute(check)
    except sqlite3.Error as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return str(error)
    return None
