"""Bringing a backup back, within one transaction of the present file, and without what was erased since.

Programs that have the record open see the one or the other, never a mixture, and go on with what was brought back.
"""

import os
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, insert, inspect, select

from wortlaut.decisions import Entry
from wortlaut.errors import RecordDamaged, RecordForeign, RecordMissing
from wortlaut.record.contents import Language
from wortlaut.record.people.erasing import erase_again
from wortlaut.record.people.erasures import ERASURE_SALT, Erasures, erased_values
from wortlaut.record.people.history import append, load_entry
from wortlaut.record.safety.copying import (
    Progress,
    check_sound,
    compact_into,
    copy_pages,
    locked,
    locked_copy,
    open_to_copy,
)
from wortlaut.record.safety.places import Workplace, dated, disk_errors, journal_of, put_in_place, sync, workplace
from wortlaut.record.tables.opening import prepare
from wortlaut.record.tables.schema import about, erased
from wortlaut.record.tables.sqlite import APPLICATION_ID, engine_on, mapped_errors

__all__ = ["Restored", "restore"]

_SALT = select(about.c.value).where(about.c.name == ERASURE_SALT)


@dataclass(frozen=True, slots=True)
class Restored:
    """What restoring did: where the record is, where what was there before is kept, how many erasures were added."""

    path: Path
    aside: Path | None
    erasures: int


@dataclass(frozen=True, slots=True)
class _Erasure:
    """A row of `erased` with the entry that tells of it."""

    digest: bytes
    words: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class _Erasures:
    """All that was erased from a record, and the salt of the digests."""

    salt: str | None
    rows: Sequence[_Erasure]

    def only(self, rows: Sequence[_Erasure]) -> Erasures:
        """What finds what these rows are about."""
        digests: dict[int, set[bytes]] = defaultdict(set)
        for each in rows:
            digests[each.words].add(each.digest)
        return Erasures(self.salt, digests)


def restore(
    backup: Path,
    into: Path,
    *,
    aside: bool,
    language: Language | None,
    wait_seconds: float,
    progress: Progress | None = None,
) -> Restored:
    """What was done to make the record at `into` what `backup` holds; where it fails, nothing was changed."""
    bring = partial(_bring, backup=backup, language=language, wait_seconds=wait_seconds, progress=progress)
    with disk_errors(into), mapped_errors(into):
        _check_places(backup, into)
        if not into.exists() or into.stat().st_size == 0:
            with workplace(into) as work:
                bring(work, _Erasures(None, ()))
                _remove_journal(into)
                put_in_place(work.part, into)
            return Restored(into, None, 0)
        _check_present(into, wait_seconds)
        with closing(locked(into, mode="rw", wait_seconds=wait_seconds)) as present:
            erasures = _erasures(present, into)
            with workplace(into) as work:
                added = bring(work, erasures)
                kept = _set_aside(present, into) if aside else None
                with closing(open_to_copy(work.part, mode="ro", wait_seconds=0)) as part:
                    copy_pages(part, present, path=into, wait_seconds=wait_seconds)
        # SQLite cuts off what the backup is shorter by behind its own sync. Here the lock is let go: closing a file
        # takes all locks of the process on it away.
        sync(into)
        return Restored(into, kept, added)


def _check_places(backup: Path, into: Path) -> None:
    if not into.parent.is_dir():
        raise RecordMissing("record_folder_missing", path=into, folder=into.parent)
    if not backup.exists():
        raise RecordMissing("backup_missing", path=backup)
    if not backup.is_file():
        raise RecordForeign("record_no_file", path=backup)
    if into.exists() and not into.is_file():
        raise RecordForeign("record_no_file", path=into)
    if into.exists() and os.path.samefile(backup, into):
        raise RecordForeign("backup_into_itself", path=into)


def _bring(
    work: Workplace,
    erasures: _Erasures,
    *,
    backup: Path,
    language: Language | None,
    wait_seconds: float,
    progress: Progress | None,
) -> int:
    """How many erasures were added to what is at `work.part` now: the backup, of the present schema, and sound."""
    with mapped_errors(backup):
        source = open_to_copy(backup, mode="rw", wait_seconds=wait_seconds)
    with closing(source):
        copy_pages(source, work.copy, path=backup, wait_seconds=wait_seconds, progress=progress)
    engine = engine_on(work.copy)
    with mapped_errors(backup):
        prepare(engine, backup, "rw", language=language)
    check_sound(work.copy, backup, "backup_damaged")
    with engine.begin() as connection:
        added = _carry(connection, erasures, backup, language)
    compact_into(work.copy, work.part)
    return added


def _check_present(path: Path, wait_seconds: float) -> None:
    """Nothing; raises `RecordForeign` or `RecordDamaged` where what lies there is no record that can be read."""
    try:
        with mapped_errors(path), closing(open_to_copy(path, mode="rw", wait_seconds=wait_seconds)) as present:
            (found,) = present.execute("PRAGMA application_id").fetchone()
    except (RecordForeign, RecordDamaged) as error:
        raise type(error)("restore_over_unreadable", path=path, what=error.values["what"]) from error
    if found != APPLICATION_ID:
        raise RecordForeign("record_of_other_program", path=path, found=found)


def _erasures(present: sqlite3.Connection, path: Path) -> _Erasures:
    """What was erased from the record that is there; raises `RecordDamaged` where that cannot be read."""
    try:
        with mapped_errors(path), engine_on(present).connect() as connection:
            if not inspect(connection).has_table(erased.name):
                return _Erasures(None, [])
            salt = connection.execute(_SALT).scalar_one_or_none()
            rows = connection.execute(select(erased).order_by(erased.c.key)).all()
            return _Erasures(salt, [_Erasure(row.digest, row.words, _entry(connection, row.number)) for row in rows])
    except (RecordDamaged, ValueError) as error:
        raise RecordDamaged("restore_over_unreadable", path=path, what=error) from error


def _entry(connection: Connection, number: int) -> Entry:
    entry = load_entry(connection, number)
    while entry is not None and entry.action is None and entry.erased_by is not None:  # erased itself
        entry = load_entry(connection, entry.erased_by)
    if entry is None:
        raise ValueError(f"entry {number} of the history, which tells of an erasure, is missing")
    return entry


def _carry(connection: Connection, erasures: _Erasures, backup: Path, language: Language | None) -> int:
    """How many of the erasures the backup did not have; now it has them, and nothing of what they are about."""
    there = set(connection.execute(select(erased.c.digest)).scalars())
    missing = [each for each in erasures.rows if each.digest not in there]
    if not missing:
        return 0
    salt = connection.execute(_SALT).scalar_one_or_none()
    if salt is None:
        connection.execute(insert(about).values(name=ERASURE_SALT, value=erasures.salt))
    elif salt != erasures.salt:
        raise RecordForeign("backup_of_other_record", path=backup)
    of_entry: dict[int, list[_Erasure]] = defaultdict(list)
    for each in missing:
        of_entry[each.entry.number].append(each)
    for rows in of_entry.values():
        entry = rows[0].entry
        made = erase_again(connection, erasures.only(rows), entry, language=language)
        number = (made[0] if made else append(connection, replace(entry, erases=()))).number
        for each in rows:
            values = erased_values(erasures.salt or "", each.digest, each.words, number)
            connection.execute(insert(erased).prefix_with("OR IGNORE", dialect="sqlite"), values)
    return len(of_entry)


def _set_aside(present: sqlite3.Connection, path: Path) -> Path:
    """The dated file beside the record that holds what the record holds, page by page."""
    place = dated(path.parent, path, "before-")
    with workplace(place) as work:
        with closing(locked_copy(work.part)) as part:
            copy_pages(present, part, path=path, wait_seconds=0)
        put_in_place(work.part, place)
    return place


def _remove_journal(path: Path) -> None:
    """Nothing; what was to undo an interrupted write to a file that is gone is not done to the one that comes."""
    journal = journal_of(path)
    if journal.exists():
        journal.rename(dated(path.parent, journal, "before-"))
