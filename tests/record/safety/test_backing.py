import multiprocessing
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.record.builder import Words, article, keep, statement
from wortlaut.decisions import Confirm
from wortlaut.errors import (
    RecordBusy,
    RecordDamaged,
    RecordError,
    RecordForeign,
    RecordMissing,
)
from wortlaut.record import Record

NEWS = article("„Ja“, sagte Öre.", url="https://example.org/1", title="Rat")
YES = statement(NEWS, "„Ja“", speaker="Öre")
MORE = article("Die Brücke bleibe zu, so der Rat.", url="https://example.org/2")
CLOSED = statement(MORE, "Die Brücke bleibe zu", speaker="der Rat")
WHEN = datetime(2026, 3, 1, tzinfo=UTC)
STAMP = "sammlung-20260101T000000.{:06}Z.db"


def make_stock(path: Path) -> Path:
    with Record.open(path, create=True) as record:
        keep(record, NEWS, [YES])
        record.decide(Confirm(YES.id), by="Ada")
    return path


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_stock(tmp_path_factory.mktemp("stock") / "sammlung.db")


@pytest.fixture
def stored(stock: Path, path: Path) -> Path:
    """A record with one article and one decision."""
    return Path(shutil.copy(stock, path))


def change(path: Path, *commands: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for command in commands:
            connection.execute(command)


def shown(path: Path) -> list[object]:
    """All that the record shows, and what is wrong with it."""
    with Record.open(path, read_only=True) as record:
        return [list(record.statements()), list(record.history()), list(record.verify())]


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir() if not each.name.endswith("-journal")}


def fails(use: Callable[[], object]) -> RecordError:
    with pytest.raises(RecordError) as raised:
        use()
    return raised.value


def backed_up(path: Path, target: Path, keep: int | None = None) -> Path:
    with Record.open(path) as record:
        return record.backup(target, keep=keep)


def test_a_backup_is_a_record_with_all_that_was_there(stored: Path, tmp_path: Path) -> None:
    made = backed_up(stored, tmp_path / "sicher.db")
    assert made == tmp_path / "sicher.db"
    assert shown(made) == shown(stored)
    assert names(tmp_path) == {"sammlung.db", "sicher.db"}


def test_a_backup_takes_the_place_of_the_one_before(stored: Path, tmp_path: Path) -> None:
    target = backed_up(stored, tmp_path / "sicher.db")
    with Record.open(stored) as record:
        keep(record, MORE, [CLOSED])
        record.backup(target)
    assert shown(target) == shown(stored)


def test_in_a_folder_a_backup_bears_the_time(stored: Path, tmp_path: Path) -> None:
    folder = tmp_path / "sicher"
    folder.mkdir()
    before = datetime.now(UTC)
    made = backed_up(stored, folder)
    stamp = datetime.strptime(made.name, "sammlung-%Y%m%dT%H%M%S.%fZ.db").replace(tzinfo=UTC)
    assert before <= stamp <= datetime.now(UTC)
    assert names(folder) == {made.name}


def test_only_so_many_generations_are_kept(stored: Path, tmp_path: Path) -> None:
    folder = tmp_path / "sicher"
    made = [backed_up(stored, folder, keep=2).name for _ in range(4)]
    assert names(folder) == set(made[2:])


def test_the_new_generation_stays_though_the_clock_went_back(stored: Path, tmp_path: Path) -> None:
    folder = tmp_path / "sicher"
    made = backed_up(stored, folder, keep=1)
    later = made.rename(folder / "sammlung-29990101T000000.000000Z.db")
    newest = backed_up(stored, folder, keep=1)
    assert newest != later
    assert names(folder) == {newest.name}


def test_what_is_no_generation_of_this_record_stays(stored: Path, tmp_path: Path) -> None:
    folder = tmp_path / "sicher"
    folder.mkdir()
    other = tmp_path / "fremd" / "sammlung.db"
    other.parent.mkdir()
    Record.open(other, create=True).close()
    shutil.copy(other, folder / STAMP.format(1))
    (folder / STAMP.format(2)).write_text("ein Brief")
    (folder / "sammlung-gestern.db").write_text("noch einer")
    made = backed_up(stored, folder, keep=1)
    assert names(folder) == {made.name, STAMP.format(1), STAMP.format(2), "sammlung-gestern.db"}


def test_several_generations_need_a_folder(stored: Path, tmp_path: Path) -> None:
    (tmp_path / "brief").write_text("ein Brief")
    assert fails(lambda: backed_up(stored, tmp_path / "brief", keep=3)).code == "backup_needs_folder"
    with pytest.raises(ValueError, match="keep must be at least 1"):
        backed_up(stored, tmp_path / "sicher", keep=0)


def other_record(path: Path) -> Path:
    Record.open(path, create=True).close()
    return path


@pytest.mark.parametrize(
    "make",
    [lambda path: path.write_text("ein Brief"), other_record, lambda path: change(path, "CREATE TABLE a (b)")],
    ids=["a letter", "another record", "another program's database"],
)
def test_what_is_no_backup_of_this_record_is_not_replaced(
    stored: Path, tmp_path: Path, make: Callable[[Path], object]
) -> None:
    target = tmp_path / "ziel.db"
    make(target)
    before = target.read_bytes()
    error = fails(lambda: backed_up(stored, target))
    assert (type(error), error.code) == (RecordForeign, "backup_would_replace")
    assert target.read_bytes() == before


def test_a_record_is_not_backed_up_into_itself(stored: Path) -> None:
    assert fails(lambda: backed_up(stored, stored)).code == "backup_into_itself"
    assert fails(lambda: Record.restore(stored, stored)).code == "backup_into_itself"


def test_a_backup_into_a_missing_folder_names_it(stored: Path, tmp_path: Path) -> None:
    error = fails(lambda: backed_up(stored, tmp_path / "fehlt" / "a.db"))
    assert (type(error), error.values["folder"]) == (RecordMissing, tmp_path / "fehlt")


FAULTS = {
    "an index that lacks a row": (
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'reprint_band') "
        "WHERE name = 'ix_history_article_id'",
    ),
    "a history that was touched": ("UPDATE history SET content = replace(content, 'Ada', 'Ida')",),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_damaged_record_does_not_replace_its_sound_backup(stored: Path, tmp_path: Path, fault: str) -> None:
    target = backed_up(stored, tmp_path / "sicher.db")
    before = target.read_bytes()
    change(stored, *FAULTS[fault])
    error = fails(lambda: backed_up(stored, target))
    assert (type(error), error.code) == (RecordDamaged, "backup_of_damaged")
    assert target.read_bytes() == before
    assert names(tmp_path) == {"sammlung.db", "sicher.db"}


def test_nothing_that_was_deleted_is_in_a_backup(stored: Path, tmp_path: Path) -> None:
    secret = article("Der Zwiebelfisch sei Schuld, so Quastenflosser.", url="https://example.org/3")
    told = statement(secret, "Der Zwiebelfisch sei Schuld", speaker="Quastenflosser")
    with Record.open(stored, language=Words()) as record:
        keep(record, secret, [told])
        with_it = record.backup(tmp_path / "vorher.db").read_bytes()
    assert b"Zwiebelfisch" in with_it
    assert b"wiebelfisch" in with_it.replace(b"Zwiebelfisch", b"")  # in the word index, which leaves out common letters
    change(
        stored,
        "DELETE FROM statement_words WHERE quote LIKE '%zwiebelfisch%'",
        "DELETE FROM article_content WHERE text LIKE '%Zwiebelfisch%'",
        "DELETE FROM mention WHERE folded LIKE '%quastenflosser%'",
    )
    assert b"wiebelfisch" in stored.read_bytes()
    without = backed_up(stored, tmp_path / "nachher.db").read_bytes()
    assert [word for word in (b"wiebelfisch", b"uastenflosser") if word in without] == []


def test_progress_is_told_in_pages(stored: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    with Record.open(stored) as record:
        record.backup(tmp_path / "sicher.db", progress=lambda done, total: told.append((done, total)))
    pages = stored.stat().st_size // 4096
    assert told == [(pages, pages)]


def test_what_another_backup_is_making_is_left_alone(stored: Path, tmp_path: Path) -> None:
    target = tmp_path / "sicher.db"
    seen: list[set[str]] = []

    def look(_done: int, _total: int) -> None:
        if not seen:
            seen.append(names(tmp_path))
            backed_up(stored, target)  # sweeps what nobody holds
            seen.append(names(tmp_path))

    with Record.open(stored) as record:
        record.backup(target, progress=look)
    assert len(seen[0]) == 2
    assert seen[1] == seen[0] | {"sicher.db"}
    assert names(tmp_path) == {"sammlung.db", "sicher.db"}
    assert shown(target) == shown(stored)


def test_what_an_interrupted_backup_left_is_cleared_away(stored: Path, tmp_path: Path) -> None:
    (tmp_path / ".sicher.db.0123abcd.copy").write_bytes(stored.read_bytes()[:10_000])
    (tmp_path / ".sicher.db.0123abcd.part").write_bytes(b"halb")
    backed_up(stored, tmp_path / "sicher.db")
    assert names(tmp_path) == {"sammlung.db", "sicher.db"}


def test_what_an_interrupted_backup_of_another_time_left_is_cleared_away(stored: Path, tmp_path: Path) -> None:
    folder = tmp_path / "stufen"
    folder.mkdir()
    (folder / f".{STAMP.format(3)}.0123abcd.copy").touch()
    (folder / ".andere-20260101T000000.000003Z.db.0123abcd.copy").touch()
    made = backed_up(stored, folder)
    assert names(folder) == {made.name, ".andere-20260101T000000.000003Z.db.0123abcd.copy"}


class Stop(Exception):
    pass


def test_an_interrupted_backup_leaves_the_one_before(stored: Path, tmp_path: Path) -> None:
    target = backed_up(stored, tmp_path / "sicher.db")
    before = target.read_bytes()

    def stop(_done: int, _total: int) -> None:
        raise Stop

    with Record.open(stored) as record:
        keep(record, MORE, [CLOSED])
        with pytest.raises(Stop):
            record.backup(target, progress=stop)
    assert target.read_bytes() == before
    assert names(tmp_path) == {"sammlung.db", "sicher.db"}


def write(path: Path, stop: "multiprocessing.synchronize.Event", failed: "multiprocessing.Queue[str]") -> None:
    """Commits as often as the disk lets it until it is told to stop, with no more of a pause than a program has."""
    with closing(sqlite3.connect(path, timeout=5, isolation_level=None)) as connection:
        number = 0
        while not stop.is_set():
            number += 1
            try:
                connection.execute("INSERT INTO mention (folded) VALUES (?)", (f"nummer {number}",))
            except sqlite3.Error as error:
                failed.put(str(error))
                return
            time.sleep(0.005)
    failed.put(f"none of {number}")


@contextmanager
def writing_all_the_time(path: Path) -> Iterator[Callable[[], str]]:
    """A process that writes; what is given tells how it went, and ends it."""
    context = multiprocessing.get_context("spawn")
    stop, failed = context.Event(), context.Queue()
    process = context.Process(target=write, args=(path, stop, failed))
    process.start()

    deadline = time.monotonic() + 10
    while not written(path) and time.monotonic() < deadline:
        time.sleep(0.02)

    def end() -> str:
        stop.set()
        told = str(failed.get(timeout=10))
        process.join(10)
        return told

    yield end
    process.kill()


def test_a_record_that_is_written_all_the_time_is_backed_up_and_no_writer_fails(stored: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(stored, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE ballast AS WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 3000) "
                           "SELECT randomblob(8000) AS content FROM n")  # fmt: skip
    with writing_all_the_time(stored) as end:
        before = written(stored)
        made = backed_up(stored, tmp_path / "sicher.db")
        assert end().startswith("none of")
    assert before <= written(made) <= written(stored)
    assert shown(made) == shown(stored)


def written(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM mention WHERE folded LIKE 'nummer %'").fetchone()[0])


def test_a_record_that_is_held_for_long_is_busy(stored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wortlaut.record.safety.backing._WAIT_SECONDS", 0.05)
    with closing(sqlite3.connect(stored, isolation_level=None)) as other, Record.open(stored) as record:
        other.execute("BEGIN EXCLUSIVE")
        assert type(fails(lambda: record.backup(tmp_path / "sicher.db"))) is RecordBusy
    assert names(tmp_path) == {"sammlung.db"}
