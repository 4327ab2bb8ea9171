"""Backups of a record, made while others go on reading and writing.

A backup is made beside its place and takes it only when it is whole, checked and on the disk: interrupted anywhere,
there is either the one from before or the new one. It holds nothing that was deleted from the record before.
"""

import os
import re
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import inspect, select

from wortlaut.errors import RecordError, RecordForeign, RecordMissing
from wortlaut.record.contents import Language
from wortlaut.record.safety.copying import Progress, check_sound, compact_into, copy_pages, open_to_copy
from wortlaut.record.safety.places import STAMPED, dated, disk_errors, put_in_place, sync, workplace
from wortlaut.record.safety.restoring import Restored, restore
from wortlaut.record.tables.connected import Connected
from wortlaut.record.tables.opening import RECORD_ID
from wortlaut.record.tables.schema import about
from wortlaut.record.tables.sqlite import APPLICATION_ID, engine_on, get_pragma, mapped_errors

__all__ = ["Backing"]

_WAIT_SECONDS = 5.0
_ID = select(about.c.value).where(about.c.name == RECORD_ID)


class Backing(Connected):
    """Backups of an open record, and bringing one back."""

    def backup(self, target: Path | str, *, keep: int | None = None, progress: Progress | None = None) -> Path:
        """The file that holds the backup: `target`, or where that is a folder one in it, named with the present time.

        With `keep`, `target` is a folder, made where it is not there, and only so many backups of this record stay in
        it. Others may go on writing; where they never pause, they wait for some seconds, or `RecordBusy` is raised.
        A damaged record is not backed up (`RecordDamaged`); a file that is no backup of this record is not replaced
        (`RecordForeign`).
        """
        if keep is not None and keep < 1:
            raise ValueError(f"keep must be at least 1, not {keep}")
        with disk_errors(Path(target)):
            place = _place(self._path, Path(target), keep)
            _check_replaceable(place, self._path)
            with workplace(place) as work:
                with mapped_errors(self._path):
                    source = open_to_copy(self._path, mode="rw", wait_seconds=_WAIT_SECONDS)
                with closing(source), mapped_errors(place):
                    copy_pages(source, work.copy, path=self._path, wait_seconds=_WAIT_SECONDS, progress=progress)
                check_sound(work.copy, self._path, "backup_of_damaged")
                with mapped_errors(place):
                    compact_into(work.copy, work.part)
                with mapped_errors(place), closing(open_to_copy(work.part, mode="ro", wait_seconds=0)) as part:
                    check_sound(part, place, "backup_damaged")
                put_in_place(work.part, place)
            if keep is not None:
                _remove_older(place, self._path, keep)
        return place

    @classmethod
    def restore(
        cls,
        backup: Path | str,
        into: Path | str,
        *,
        aside: bool = True,
        language: Language | None = None,
        wait_seconds: float = _WAIT_SECONDS,
        progress: Progress | None = None,
    ) -> Restored:
        """What was done to make the record at `into` what `backup` holds; where it fails, nothing was changed.

        The record that is there is copied to a dated file beside it first, unless `aside` is False. What was erased
        from it is erased from what is brought back, too. An older backup is brought up to the present schema on the
        way. `language` is as in `open`. Raises what `Record.open` does, for either file.
        """
        return restore(
            Path(backup), Path(into), aside=aside, language=language, wait_seconds=wait_seconds, progress=progress
        )


def _place(record: Path, target: Path, keep: int | None) -> Path:
    """Where the backup goes."""
    if keep is None and not target.is_dir():
        if not target.parent.is_dir():
            raise RecordMissing("record_folder_missing", path=target, folder=target.parent)
        return target
    if target.exists() and not target.is_dir():
        raise RecordForeign("backup_needs_folder", path=target)
    if not target.is_dir():
        target.mkdir()
        sync(target.parent)
    return dated(target, record)


def _check_replaceable(place: Path, record: Path) -> None:
    """Nothing; raises `RecordForeign` where a file is there that is no backup of this record."""
    if not place.exists():
        return
    if os.path.samefile(place, record):
        raise RecordForeign("backup_into_itself", path=place)
    if not place.is_file() or (place.stat().st_size and _record_id(place) != _record_id(record)):
        raise RecordForeign("backup_would_replace", path=place)


def _remove_older(place: Path, record: Path, keep: int) -> None:
    """Nothing; of this record's dated backups in the folder of `place` there are, with that one, `keep` at most.

    Those of another record of the same name stay, and those that cannot be read.
    """
    named = re.compile(rf"{re.escape(record.stem)}-{STAMPED}{re.escape(record.suffix)}")
    mine = _record_id(place)
    others = sorted(each for each in place.parent.iterdir() if named.fullmatch(each.name) and each != place)
    older = [each for each in others if _record_id(each) == mine]
    for each in older[: max(0, len(older) - (keep - 1))]:
        each.unlink()


def _record_id(path: Path) -> str | None:
    """What tells the record in the file from others; None where there is none, or one of the first schema."""
    with suppress(RecordError), mapped_errors(path):
        engine = engine_on(open_to_copy(path, mode="rw", wait_seconds=_WAIT_SECONDS))
        try:
            with engine.connect() as connection:
                if get_pragma(connection, "application_id") == APPLICATION_ID and inspect(connection).has_table(
                    "about"
                ):
                    found: str | None = connection.execute(_ID).scalar_one_or_none()
                    return found
        finally:
            engine.dispose()
    return None
