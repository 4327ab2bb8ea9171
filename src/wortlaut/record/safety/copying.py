"""Copying a record's file while other programs use it, and making a copy that holds nothing but what is there now.

SQLite's backup interface takes pages in steps and lets writers in between the steps; where one has written, it begins
anew. So where the file is written without a pause, the last resort is to hold writers back for one whole pass, but
never for as long as they wait (`Record.open(wait_seconds=5)`): no writer fails because of a backup.

1 GiB took 3.4 to 4.9 s in steps of 4 MiB on a machine with two busy cores, no step more than 0.04 s; beside a writer
that committed every 0.05 s a backup of it took 9.3 s in all, and the writer never waited for more than 1.8 s. `VACUUM
INTO` holds the file all the time and takes several times as long, so it is run on the copy, where nobody waits.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from wortlaut.errors import RecordBusy, RecordDamaged
from wortlaut.record.people.erasing import TO_PURGE
from wortlaut.record.safety.auditing import check_history
from wortlaut.record.tables.schema import words
from wortlaut.record.tables.sqlite import Mode, engine_on, file_problems, open_file

__all__ = ["Progress", "check_sound", "compact_into", "copy_pages", "locked", "locked_copy", "open_to_copy"]

# Is told how many pages of how many are copied; begins anew where the record was written meanwhile.
Progress = Callable[[int, int], None]

_STEP = 1024  # pages of 4 KiB
# How often a pass may begin anew before writers are held back, for how long they then are, and how often.
_RESTARTS = 3
_HOLD_SECONDS = 4.0
_HOLDS = 3
_REST_SECONDS = 0.5  # between two holds, for those who waited
_POLL_SECONDS = 0.01  # SQLite's busy handler is not asked by the backup interface


class _Again(Exception):
    """The pass leads to nothing."""


def open_to_copy(path: Path, *, mode: Mode, wait_seconds: float) -> sqlite3.Connection:
    """A connection of its own to a record, which what is under way on others does not touch."""
    connection = open_file(path, mode=mode, wait_seconds=wait_seconds)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # undoes what was interrupted
    except BaseException:
        connection.close()
        raise
    return connection


def locked_copy(path: Path) -> sqlite3.Connection:
    """A connection to a new file that nobody else can use until it is closed; not made to survive a power cut."""
    connection = locked(path, mode="rwc", wait_seconds=0)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    return connection


def locked(path: Path, *, mode: Mode, wait_seconds: float) -> sqlite3.Connection:
    """A connection to a file that nobody else can use until it is closed."""
    connection = open_file(path, mode=mode, wait_seconds=wait_seconds)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")  # in this mode the lock stays
    except BaseException:
        connection.close()
        raise
    return connection


def check_sound(copy: sqlite3.Connection, path: Path, code: str) -> None:
    """Nothing; raises `RecordDamaged` with that code where the copied file is no sound one or its history is not whole.

    That takes some seconds for 1 GiB; the rest is for `verify`.
    """
    with engine_on(copy).connect() as connection:
        try:
            found: object = next(file_problems(connection), None)
            if found is None and (problem := next(check_history(connection), None)) is not None:
                found = problem.what
        except (sqlite3.Error, DBAPIError, ValueError) as error:
            found = error
    if found is not None:
        raise RecordDamaged(code, path=path, what=found)


def copy_pages(
    source: sqlite3.Connection,
    target: sqlite3.Connection,
    *,
    path: Path,
    wait_seconds: float,
    progress: Progress | None = None,
) -> None:
    """Nothing; `target` is, byte for byte, a state that `source` had after some commit.

    `path` is named by the `RecordBusy` that is raised where one of the two files is held for longer than
    `wait_seconds`, or where the source is written all the time and too large to be copied within the time that
    writers wait.
    """
    try:
        _pass(source, target, _Watch(path, wait_seconds, progress, restarts=_RESTARTS))
        return
    except _Again:
        pass
    for _ in range(_HOLDS):
        time.sleep(_REST_SECONDS)
        try:
            with _held(source, path):
                _pass(source, target, _Watch(path, wait_seconds, progress, until=time.monotonic() + _HOLD_SECONDS))
            return
        except _Again:
            pass
    raise RecordBusy("record_written_all_the_time", path=path, seconds=f"{_HOLD_SECONDS:.0f}")


@contextmanager
def _held(source: sqlite3.Connection, path: Path) -> Iterator[None]:
    """A context in which nobody else can commit to the file of `source`."""
    source.execute("BEGIN")
    try:
        source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        yield
    finally:
        source.execute("ROLLBACK")


class _Watch:
    """Looks on while a pass goes on, and breaks it off where it takes too long or begins anew too often."""

    def __init__(
        self,
        path: Path,
        wait_seconds: float,
        progress: Progress | None,
        *,
        restarts: int | None = None,
        until: float | None = None,
    ) -> None:
        self._path = path
        self._wait = wait_seconds
        self._progress = progress
        self._restarts = restarts
        self._until = until
        self._busy_since: float | None = None
        self._left: int | None = None

    def __call__(self, status: int, left: int, pages: int) -> None:
        now = time.monotonic()
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            self._busy_since = now if self._busy_since is None else self._busy_since
            if now - self._busy_since > self._wait:
                raise RecordBusy("record_busy", path=self._path)
            return
        self._busy_since = None
        if self._restarts is not None and self._left is not None and left >= self._left and left:
            self._restarts -= 1
            if self._restarts < 0:
                raise _Again
        if self._until is not None and now > self._until and left:
            raise _Again
        self._left = left
        if self._progress is not None:
            self._progress(pages - left, pages)


def _pass(source: sqlite3.Connection, target: sqlite3.Connection, watch: _Watch) -> None:
    source.backup(target, pages=_STEP, progress=watch, sleep=_POLL_SECONDS)


def compact_into(copy: sqlite3.Connection, path: Path) -> None:
    """Nothing; the file at `path` has what `copy` has, and nothing of what was ever deleted from it.

    That takes two things: the word index keeps deleted words until its parts are merged, and free pages keep what stood
    on them until the file is written anew.
    """
    copy.execute(f"INSERT INTO {words.name} ({words.name}) VALUES ('optimize')")  # noqa: S608 - our own name
    copy.execute("DELETE FROM about WHERE name = ?", (TO_PURGE,))  # done below
    copy.execute("VACUUM INTO ?", (str(path),))
