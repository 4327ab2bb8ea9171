"""Files beside other files: made under another name, put on the disk, and only then given their place."""

import errno
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex

from wortlaut.errors import RecordError, RecordFull, RecordReadOnly
from wortlaut.record.safety.copying import locked_copy
from wortlaut.record.tables.sqlite import mapped_errors

__all__ = ["STAMPED", "Workplace", "dated", "disk_errors", "journal_of", "put_in_place", "sync", "workplace"]

_STAMP = "%Y%m%dT%H%M%S.%fZ"
# What the time in the name of a dated file looks like.
STAMPED = r"\d{8}T\d{6}\.\d{6}Z"

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


@dataclass(frozen=True, slots=True)
class Workplace:
    """An empty database that nobody else can use, and the path of a file that is not there yet, both beside a place."""

    copy: sqlite3.Connection
    part: Path


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """A context in which what the operating system says of files becomes a `RecordError` that names `path`."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise RecordFull("record_full", path=path, what=error) from error
        if error.errno in _FORBIDDEN:
            raise RecordReadOnly("record_read_only", path=path, what=error) from error
        raise RecordError("record_disk", path=path, what=error) from error


@contextmanager
def workplace(place: Path) -> Iterator[Workplace]:
    """Files to make what shall stand at `place`; when the context ends they are gone.

    So are those that interrupted programs left: a file whose lock can be had belongs to nobody.
    """
    _sweep(place)
    base = f".{place.name}.{token_hex(4)}"
    copy, part = place.with_name(f"{base}.copy"), place.with_name(f"{base}.part")
    with mapped_errors(place):
        connection = locked_copy(copy)
    try:
        yield Workplace(connection, part)
    finally:
        connection.close()
        _remove(copy)


def _sweep(place: Path) -> None:
    dated_or_not = rf"(-[a-z]+)?(-{STAMPED})?"
    stem = re.sub(rf"{dated_or_not}$", "", place.stem)
    left = re.compile(rf"\.{re.escape(stem)}{dated_or_not}{re.escape(place.suffix)}\.[0-9a-f]{{8}}\.copy")
    for copy in [each for each in place.parent.iterdir() if left.fullmatch(each.name)]:
        if not _is_held(copy):
            _remove(copy)


def _remove(copy: Path) -> None:
    """Nothing; the copy is gone, last of all that stood beside it: by it the next one sees what was left."""
    part = copy.with_suffix(".part")
    for each in (part, journal_of(part), journal_of(copy), copy):
        each.unlink(missing_ok=True)


def _is_held(copy: Path) -> bool:
    """Whether a program that runs holds the file; a half-written one may be no database at all."""
    try:
        locked_copy(copy).close()
    except sqlite3.Error as error:
        return error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
    return False


def put_in_place(part: Path, place: Path) -> None:
    """Nothing; what is at `part` is at `place`, in the place of what was there, and on the disk."""
    sync(part)
    os.replace(part, place)
    sync(place.parent)


def sync(path: Path) -> None:
    """Nothing; the file, or the folder's list of its files, is on the disk."""
    if path.is_dir() and os.name != "posix":
        return  # such a system keeps no folder open
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def dated(folder: Path, like: Path, what: str = "") -> Path:
    """A file in the folder, not there yet, with the name of `like` and the present time, in UTC, in its own."""
    now = datetime.now(UTC)
    while (place := folder / f"{like.stem}-{what}{now.strftime(_STAMP)}{like.suffix}").exists():
        now += timedelta(microseconds=1)
    return place


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what it needs to undo an interrupted write to the file."""
    return path.with_name(f"{path.name}-journal")
