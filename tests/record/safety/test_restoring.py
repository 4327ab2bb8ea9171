import gzip
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.record.builder import Words, article, keep, statement
from tests.record.safety.test_backing import (
    CLOSED,
    FAULTS,
    MORE,
    NEWS,
    WHEN,
    YES,
    backed_up,
    change,
    fails,
    make_stock,
    names,
    other_record,
    shown,
)
from tests.record.watching import NotWatchable, watched
from wortlaut.decisions import Action
from wortlaut.errors import RecordBusy, RecordDamaged, RecordError, RecordForeign, RecordMissing, RecordNewer
from wortlaut.record import Kept, Record
from wortlaut.record.tables.schema import SCHEMA
from wortlaut.types import ArticleHead

RELEASED = Path(__file__).with_name("released")


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_stock(tmp_path_factory.mktemp("stock") / "sammlung.db")


@pytest.fixture
def stored(stock: Path, path: Path) -> Path:
    """A record with one article and one decision."""
    return Path(shutil.copy(stock, path))


def test_a_backup_is_restored_and_what_was_there_is_kept(stored: Path, tmp_path: Path) -> None:
    made = backed_up(stored, tmp_path / "sicher.db")
    first = shown(stored)
    with Record.open(stored) as record:
        keep(record, MORE, [CLOSED])
    second = shown(stored)
    done = Record.restore(made, stored)
    assert done.aside is not None
    assert (done.path, done.aside.parent, done.erasures) == (stored, tmp_path, 0)
    assert shown(stored) == first
    assert shown(done.aside) == second
    assert names(tmp_path) == {"sammlung.db", "sicher.db", done.aside.name}


def test_what_was_there_is_let_go_where_that_is_said(stored: Path, tmp_path: Path) -> None:
    made = backed_up(stored, tmp_path / "sicher.db")
    assert Record.restore(made, stored, aside=False).aside is None
    assert names(tmp_path) == {"sammlung.db", "sicher.db"}


def test_a_backup_is_restored_where_nothing_is(stored: Path, tmp_path: Path) -> None:
    into = tmp_path / "neu.db"
    (tmp_path / "neu.db-journal").write_bytes(b"halb")
    assert Record.restore(stored, into).aside is None
    assert shown(into) == shown(stored)
    assert [each.read_bytes() for each in tmp_path.glob("neu-before-*.db-journal")] == [b"halb"]


def test_an_open_record_sees_what_was_restored(stored: Path, tmp_path: Path) -> None:
    made = backed_up(stored, tmp_path / "sicher.db")
    with Record.open(stored) as record:
        first = list(record.statements())
        keep(record, MORE, [CLOSED])
        assert record.count() == 2
        Record.restore(made, stored)
        assert list(record.statements()) == first
        keep(record, MORE, [CLOSED])
        assert list(record.verify()) == []
        assert record.count() == 2


def test_a_restored_record_can_be_backed_up_where_it_was_before(stored: Path, tmp_path: Path) -> None:
    made = backed_up(stored, tmp_path / "sicher.db")
    Record.restore(made, stored)
    assert backed_up(stored, made) == made


def old_record(path: Path) -> None:
    change(path, f"PRAGMA application_id = {0x576F726C}")


@pytest.mark.parametrize(
    ("make", "kind", "code"),
    [
        (lambda path: None, RecordMissing, "backup_missing"),
        (lambda path: path.mkdir(), RecordForeign, "record_no_file"),
        (lambda path: path.write_text("ein Brief"), RecordForeign, "record_not_sqlite"),
        (lambda path: change(path, "CREATE TABLE a (b)"), RecordForeign, "record_of_other_program"),
        (lambda path: change(other_record(path), f"PRAGMA user_version = {SCHEMA + 1}"), RecordNewer, "record_newer"),
        (lambda path: path.write_bytes(other_record(path).read_bytes()[:20_000]), RecordDamaged, "record_damaged"),
        (
            lambda path: change(other_record(path), *FAULTS["an index that lacks a row"]),
            RecordDamaged,
            "backup_damaged",
        ),
    ],
)
def test_what_is_no_sound_backup_is_not_restored(
    stored: Path, tmp_path: Path, make: Callable[[Path], object], kind: type[RecordError], code: str
) -> None:
    source, before = tmp_path / "quelle.db", stored.read_bytes()
    make(source)
    error = fails(lambda: Record.restore(source, stored))
    assert (type(error), error.code) == (kind, code)
    assert stored.read_bytes() == before
    assert names(tmp_path) - {"quelle.db"} == {"sammlung.db"}


@pytest.mark.parametrize(
    ("content", "kind"), [(b"ein Brief", RecordForeign), (b"SQLite format 3\0" + b"\1" * 5000, RecordForeign)]
)
def test_over_what_cannot_be_read_nothing_is_restored(
    stored: Path, tmp_path: Path, content: bytes, kind: type[RecordError]
) -> None:
    into = tmp_path / "kaputt.db"
    into.write_bytes(content)
    error = fails(lambda: Record.restore(stored, into))
    assert (type(error), error.code) == (kind, "restore_over_unreadable")
    assert into.read_bytes() == content


def test_a_record_that_another_program_writes_is_not_restored_over(stored: Path, tmp_path: Path) -> None:
    made = backed_up(stored, tmp_path / "sicher.db")
    with closing(sqlite3.connect(stored, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert type(fails(lambda: Record.restore(made, stored, wait_seconds=0.05))) is RecordBusy


LONG = article(
    "„Der Kanal wird in diesem Jahr ganz gewiss nicht mehr fertig“, sagte Öre. Sie ging.", url="https://b.example"
)
SAID = statement(LONG, "„Der Kanal wird in diesem Jahr ganz gewiss nicht mehr fertig“", speaker="Öre")


def test_what_was_erased_since_the_backup_is_not_brought_back(stored: Path, tmp_path: Path) -> None:
    with Record.open(stored, language=Words()) as record:
        keep(record, LONG, [SAID])
        made = record.backup(tmp_path / "sicher.db")
        record.erase_article(NEWS.id, by="Ada", why="verlangt", at=WHEN)
        record.erase_statements([SAID.id], by="Ben", at=WHEN)
    after = [each.text for each in articles(stored)]
    done = Record.restore(made, stored, language=Words())
    assert done.erasures == 2
    assert [each.text for each in articles(stored)] == after
    with Record.open(stored, language=Words()) as record:
        assert list(record.statements()) == []
        assert list(record.verify()) == []
        told = [(each.action, each.by, each.why, each.at) for each in record.history()]
        assert told[1:3] == [(Action.ERASE, "Ada", "verlangt", WHEN), (Action.ERASE, "Ben", None, WHEN)]
        assert keep(record, NEWS, [YES]) is Kept.ERASED
    assert [word for word in (b"gewiss", b"\xc3\x96re. Sie") if word in stored.read_bytes()] == [b"\xc3\x96re. Sie"]
    assert Record.restore(made, stored).erasures == 2  # the record that was there has them still


def articles(path: Path) -> list[ArticleHead]:
    with Record.open(path, read_only=True) as record:
        return list(record.articles())


def test_a_backup_of_another_record_is_not_restored_over_one_with_erasures(stored: Path, tmp_path: Path) -> None:
    other = tmp_path / "andere.db"
    for path in (other_record(other), stored):
        with Record.open(path, language=Words()) as record:
            keep(record, NEWS, [YES])
            record.erase_article(NEWS.id, by="Ada")
    assert fails(lambda: Record.restore(other, stored)).code == "backup_of_other_record"
    assert names(tmp_path) == {"andere.db", "sammlung.db"}


@pytest.mark.parametrize("release", sorted(RELEASED.glob("*.db.gz")), ids=lambda path: path.name)
def test_an_older_backup_is_brought_up_to_date_and_stays_as_it_is(release: Path, tmp_path: Path) -> None:
    old, into = tmp_path / "alt.db", tmp_path / "neu.db"
    old.write_bytes(gzip.decompress(release.read_bytes()))
    before = old.read_bytes()
    Record.restore(old, into, language=Words())
    assert old.read_bytes() == before
    with Record.open(into, read_only=True) as record:
        assert record.count() > 0
        assert list(record.verify()) == []


RESTORED = """
import os, signal, sys
from tests.record.watching import watched
from wortlaut.record import Record
left = int(sys.argv[3])
def die(event, name):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
with watched(die):
    Record.restore(sys.argv[1], sys.argv[2])
"""


def test_a_restoring_that_is_killed_anywhere_leaves_the_one_or_the_other(stored: Path, tmp_path: Path) -> None:
    try:
        with watched(lambda _event, _name: None):
            pass
    except NotWatchable as error:
        pytest.skip(str(error))
    made = backed_up(stored, tmp_path / "sicher.db")
    first = shown(stored)
    with Record.open(stored) as record:
        keep(record, MORE, [CLOSED])
    second, before = shown(stored), stored.read_bytes()
    seen = []
    for step in (3, 100, 200, 336, 345, 380, 389, 10_000):
        stored.write_bytes(before)
        command = [sys.executable, "-c", RESTORED, str(made), str(stored), str(step)]
        subprocess.run(command, cwd=Path(__file__).parents[3], check=False)
        Record.open(stored).close()
        assert shown(stored) in (first, second)
        seen.append(shown(stored) == first)
    assert (seen[0], seen[-1]) == (False, True)
    assert not [each for each in tmp_path.iterdir() if each.name.startswith(".")]
