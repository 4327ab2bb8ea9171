"""What was acknowledged is on the disk: every file that was written was synced before the call returned."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.record.builder import OTHER_READER, Words, article, document, keep, statement
from tests.record.watching import Event, NotWatchable, watched
from wortlaut.decisions import Complete, Confirm, Correct, Reject, Undo, Values
from wortlaut.record import Record
from wortlaut.record.contents import ToKeep
from wortlaut.types import StatementType

NEWS = article("„Ja“, sagte Öre. „Nein“, sagte der Rat.", url="https://example.org/1")
YES = statement(NEWS, "„Ja“", speaker="Öre")
NO = statement(NEWS, "„Nein“", speaker="der Rat", made_by=OTHER_READER)
MORE = article("Noch einer.", url="https://example.org/2")


class Disk:
    """How often something was synced, and what was written since it was synced last."""

    def __init__(self) -> None:
        self.syncs = 0
        self.loose: set[str] = set()

    def __call__(self, event: Event, name: str) -> None:
        if event is Event.SYNC:
            self.syncs += 1
        if event in (Event.WRITE, Event.TRUNCATE):
            self.loose.add(name)
        else:
            self.loose.discard(name)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    """What the program does to files, by SQLite and by itself."""
    disk = Disk()
    really_sync, really_replace = os.fsync, os.replace

    def sync(descriptor: int) -> None:
        really_sync(descriptor)
        disk(Event.SYNC, Path(os.readlink(f"/proc/self/fd/{descriptor}")).name)

    def replace(source: Path, target: Path) -> None:
        assert source.name not in disk.loose, "it gets its place before it is on the disk"
        really_replace(source, target)
        disk(Event.WRITE, target.parent.name)

    try:
        with watched(disk):
            if os.path.isdir("/proc/self/fd"):
                monkeypatch.setattr(os, "fsync", sync)
                monkeypatch.setattr(os, "replace", replace)
            yield disk
    except NotWatchable as error:
        pytest.skip(str(error))


@pytest.fixture
def record(stock: Path, path: Path, disk: Disk) -> Iterator[Record]:
    shutil.copy(stock, path)
    with Record.open(path, language=Words()) as opened:
        yield opened


def keep_two(record: Record) -> None:
    items = [ToKeep(each, document(each.text), ["x"] * len(document(each.text).tokens), [], OTHER_READER)
             for each in (MORE, article("Und noch einer.", url="https://example.org/3"))]  # fmt: skip
    record.keep_all(items)


CALLS: dict[str, Callable[[Record, Path], object]] = {
    "another article": lambda record, _: keep(record, MORE),
    "two articles": lambda record, _: keep_two(record),
    "another reader": lambda record, _: keep(record, NEWS, [NO], made_by=OTHER_READER),
    "another version": lambda record, _: keep(record, article(NEWS.text + " So.", url=NEWS.url), [YES]),
    "a confirmation": lambda record, _: record.decide(Confirm(YES.id), by="Ada"),
    "a correction": lambda record, _: record.decide(Correct(YES.id, Values(type=StatementType.REPORTED)), by="Ada"),
    "a rejection": lambda record, _: record.decide(Reject(YES.id), by="Ada"),
    "an undoing": lambda record, _: record.decide(Undo(1), by="Ada"),
    "a completion": lambda record, _: record.decide(Complete(NEWS.id), by="Ada"),
    "a backup": lambda record, folder: record.backup(folder / "sicher.db"),
    "a backup of several": lambda record, folder: record.backup(folder / "stufen", keep=1),
    "a restoring": lambda record, folder: Record.restore(record.backup(folder / "sicher.db"), folder / "sammlung.db"),
    "an erasure": lambda record, _: record.erase_article(NEWS.id, by="Ada"),
}


def faults(disk: Disk, folder: Path, call: Callable[[], object]) -> list[str]:
    """What the call left that a power cut could take."""
    before = disk.syncs
    call()
    there = {each.name for each in (folder, *folder.glob("**/*"))}
    return [*(["nothing was synced"] if disk.syncs == before else []), *sorted(disk.loose & there)]


@pytest.mark.parametrize("call", CALLS)
def test_all_that_was_written_is_on_the_disk_when_it_is_acknowledged(
    record: Record, disk: Disk, tmp_path: Path, call: str
) -> None:
    keep(record, NEWS, [YES])
    record.decide(Confirm(YES.id), by="Ada")
    assert faults(disk, tmp_path, lambda: CALLS[call](record, tmp_path)) == []


def test_a_record_that_does_not_sync_is_seen(record: Record, disk: Disk, tmp_path: Path) -> None:
    record._engine.raw_connection().cursor().execute("PRAGMA synchronous = OFF")
    assert faults(disk, tmp_path, lambda: keep(record, MORE)) == [
        "nothing was synced",
        "sammlung.db",
        "sammlung.db-journal",
    ]
