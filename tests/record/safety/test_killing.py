"""What is left of a record when the program that works on it is killed; a thousand times of it in `make soak`."""

import signal
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from tests.record.builder import Words, article, keep, statement
from tests.record.killing import kill_often, kill_times
from tests.record.watching import Event, NotWatchable, watched
from wortlaut.decisions import Confirm
from wortlaut.errors import RecordFull
from wortlaut.record import Record


@pytest.fixture
def is_watchable() -> bool:
    """Whether kills can be told by what is done to files, and not by time alone."""
    try:
        with watched(lambda _event, _name: None):
            return True
    except NotWatchable:
        return False


def test_nothing_acknowledged_is_lost_whenever_the_program_is_killed(tmp_path: Path, is_watchable: bool) -> None:
    tally = kill_often(tmp_path, kill_times(50, seed=1, by_steps=is_watchable))
    assert tally.faults == []
    assert tally.kills == 50
    assert min(tally.read, tally.decided, tally.saved) > 0, tally


def test_nothing_acknowledged_is_lost_when_the_program_is_interrupted(tmp_path: Path) -> None:
    tally = kill_often(tmp_path, kill_times(6, seed=2, by_steps=False), how=signal.SIGINT)
    assert tally.faults == []
    assert min(tally.read, tally.decided) > 0, tally


@pytest.mark.parametrize("fault", ["autocommit", "early"])
def test_the_same_kills_show_a_planted_fault(tmp_path: Path, is_watchable: bool, fault: str) -> None:
    times = kill_times(200, seed=3, by_steps=is_watchable)
    assert kill_often(tmp_path, times, fault=fault, is_enough=True).faults


NEWS = article("„Ja“, sagte Öre. „Nein“, sagte der Rat.", url="https://example.org/1")
YES = statement(NEWS, "„Ja“", speaker="Öre")
NO = statement(NEWS, "„Nein“", speaker="der Rat")


class Full:
    """A disk that has no room from the `step`-th write on, as long as `is_full`."""

    def __init__(self, step: int) -> None:
        self._left = step
        self.is_full = True

    def __call__(self, event: Event, _name: str) -> int | None:
        if event is not Event.WRITE:
            return None
        self._left -= 1
        return sqlite3.SQLITE_FULL if self.is_full and self._left <= 0 else None


def busy(record: Record, folder: Path) -> Iterator[str]:
    """What is done one after the other, and told when it was acknowledged."""
    keep(record, NEWS, [YES, NO])
    yield "read"
    record.decide(Confirm(YES.id), by="Ada")
    yield "decided"
    record.backup(folder / "sicher.db")
    yield "saved"
    keep(record, article("Noch einer.", url="https://example.org/2"))
    yield "read more"
    record.backup(folder / "sicher.db")
    yield "saved more"


@pytest.mark.parametrize("seed", range(3))
def test_a_disk_that_fills_up_anywhere_loses_nothing_that_was_acknowledged(
    tmp_path: Path, is_watchable: bool, seed: int
) -> None:
    if not is_watchable:
        pytest.skip("SQLite is built into this Python, so nothing can be made to fail inside of it")
    random = Random(seed)
    for at in range(8):
        folder = tmp_path / str(at)
        folder.mkdir()
        disk, told = Full(random.randrange(1, 300)), list[str]()
        with watched(disk):
            with (
                suppress(RecordFull),
                Record.open(folder / "a.db", create=True, language=Words()) as record,
            ):
                for each in busy(record, folder):
                    told.append(each)
            disk.is_full = False
            check(folder, told)


def check(folder: Path, told: list[str]) -> None:
    """Nothing; all that was acknowledged is there, and the record can be worked on."""
    with Record.open(folder / "a.db", create=True, language=Words()) as record:
        assert list(record.verify()) == []
        if "read" in told:
            assert len(record.of_article(NEWS.id)) == 2
        if "decided" in told:
            assert len(list(record.history())) == 1
        keep(record, article("Zuletzt.", url="https://example.org/3"))
        record.backup(folder / "sicher.db")
    with Record.open(folder / "sicher.db", read_only=True) as backup:
        assert list(backup.verify()) == []
    assert not [each.name for each in folder.iterdir() if each.name.startswith(".")]
