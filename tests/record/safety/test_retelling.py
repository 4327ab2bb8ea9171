import gc
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.record.telling import ANNOUNCED, HELD, OTHER, German, events, tell, told
from wortlaut.record import ProblemKind, Record
from wortlaut.record.keeping.rebuilding import rebuild
from wortlaut.record.tables.sqlite import connect


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    with Record.open(path, create=True, language=German()) as opened:
        tell(opened, 1, ANNOUNCED)
        tell(opened, 2, HELD, date(2030, 3, 8))
        tell(opened, 3, OTHER)
        yield opened


def change(path: Path, command: str) -> None:
    gc.collect()
    with closing(sqlite3.connect(path)) as connection, connection:
        assert connection.execute(command).rowcount > 0


@pytest.mark.parametrize(
    "command",
    [
        "UPDATE announcement SET seal = x'00' WHERE version_key = 1",
        "UPDATE announcement SET made_by = 'jemand' WHERE version_key = 1",
        "DELETE FROM announcement WHERE version_key = 1",
        "UPDATE telling SET status = 'cancelled' WHERE version_key = 2",
        "UPDATE telling SET until = until + 1 WHERE version_key = 1",
        "UPDATE telling SET earlier_key = NULL WHERE version_key = 2",
        "UPDATE telling SET score = score + 1 WHERE version_key = 2",
        "UPDATE telling SET occasion_key = NULL WHERE version_key = 2",
        "DELETE FROM telling WHERE version_key = 2",
        "UPDATE telling_part SET linked = 'person:anders' WHERE role = 'who'",
        "UPDATE telling_part SET folded = 'anders' WHERE role = 'where'",
        "DELETE FROM telling_sign WHERE is_own",
        "INSERT INTO telling_sign VALUES (1, 'meeting', 1, 1, 0)",
        "UPDATE occasion SET outcome = 'cancelled'",
        "UPDATE occasion SET title = 'Anderes'",
        "UPDATE occasion SET words = 'anderes'",
        "UPDATE occasion SET day = day + 1",
        "UPDATE occasion SET is_rejected = 1",
        "INSERT INTO occasion SELECT 99, 'e99', kind, title, words, outcome, since, until, day, first_told, last_told, "
        "is_rejected, decided FROM occasion LIMIT 1",
    ],
)
def test_verify_finds_what_was_changed(record: Record, path: Path, command: str) -> None:
    assert list(record.verify()) == []
    change(path, command)
    assert ProblemKind.EVENT in {each.kind for each in record.verify()}


def test_rebuilding_makes_the_same_events(record: Record, path: Path) -> None:
    before = events(record)
    change(path, "DELETE FROM occasion")
    change(path, "DELETE FROM telling_sign")
    assert events(record) == []
    engine = connect(path, mode="rw", wait_seconds=1)
    with engine.begin() as connection:
        rebuild(connection, language=German())
    engine.dispose()
    assert events(record) == before
    assert list(record.verify()) == []


def test_asking_anew_who_is_meant_finds_events_that_were_never_looked_for(path: Path, tmp_path: Path) -> None:
    with Record.open(path, create=True, language=German()) as record:
        tell(record, 1, ANNOUNCED)
    change(path, "UPDATE meaning SET made_by = 'alt', seal = x'00'")
    change(path, "DELETE FROM occasion")
    change(path, "DELETE FROM telling_part")
    change(path, "DELETE FROM telling")
    change(path, "DELETE FROM telling_sign")
    change(path, "DELETE FROM announcement")
    with Record.open(path, language=German()) as record:
        assert list(record.resolve_anew()) == [True]
        assert told(record) == [("unreported", "2030-03-07", "2030-03-07", 1)]
        assert list(record.verify()) == []
