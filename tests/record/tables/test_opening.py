import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy.exc import ProgrammingError

from tests.record.builder import article, found, keep, statement
from wortlaut.errors import (
    RecordBusy,
    RecordDamaged,
    RecordError,
    RecordForeign,
    RecordFull,
    RecordMissing,
    RecordNewer,
    RecordReadOnly,
)
from wortlaut.record import Record
from wortlaut.record.tables import sqlite
from wortlaut.record.tables.schema import SCHEMA

NEWS = article("„Ja“, sagte Öre.")
YES = statement(NEWS, "„Ja“", speaker="Öre")


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stock") / "sammlung.db"
    with Record.open(path, create=True) as record:
        keep(record, NEWS, [YES])
    return path


@pytest.fixture
def stored(stock: Path, path: Path) -> Path:
    """A record with one article."""
    return Path(shutil.copy(stock, path))


def change(path: Path, *commands: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for command in commands:
            connection.execute(command)


def ask(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def schema(path: Path) -> list[tuple[object, ...]]:
    """All that the file is made of, whatever blanks its DDL has and wherever a step put the columns of a table."""
    rows = ask(path, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name")
    return [(*row[:3], row[3] and definitions(str(row[3])), columns(path, str(row[1]))) for row in rows]


def definitions(ddl: str) -> list[str]:
    """What columns and constraints a table has, with what stands around them; of an index, all that it is."""
    head, _, body = re.sub(r"\s+", "", ddl).partition("(")
    inside, _, tail = body.rpartition(")")
    return [head, *sorted(re.split(r",(?![^(]*\))", inside)), tail]


def columns(path: Path, table: str) -> list[tuple[object, ...]]:
    """The columns in the order in which they are stored."""
    return ask(path, f"PRAGMA table_xinfo('{table}')")


def fails(open_: Callable[[], Record]) -> RecordError:
    with pytest.raises(RecordError) as raised:
        open_().close()
    return raised.value


def test_what_was_kept_is_there_when_it_is_opened_again(stored: Path) -> None:
    with Record.open(stored) as record:
        assert record.of_article(NEWS.id) == [found(NEWS, YES)]


def test_a_missing_record_is_not_made_unasked(path: Path) -> None:
    error = fails(lambda: Record.open(path))
    assert (type(error), error.code) == (RecordMissing, "record_missing")
    assert str(path) in str(error)
    assert not path.exists()


def test_a_record_is_not_made_to_be_read_only(path: Path) -> None:
    assert type(fails(lambda: Record.open(path, create=True, read_only=True))) is RecordMissing
    assert not path.exists()


def test_a_record_in_a_missing_folder_names_the_folder(tmp_path: Path) -> None:
    error = fails(lambda: Record.open(tmp_path / "fehlt" / "a.db", create=True))
    assert (type(error), error.code) == (RecordMissing, "record_folder_missing")
    assert str(tmp_path / "fehlt") in str(error)


def test_an_empty_file_becomes_a_record_only_where_one_may_be_made(path: Path) -> None:
    path.touch()
    assert type(fails(lambda: Record.open(path))) is RecordMissing
    with Record.open(path, create=True) as record:
        assert record.count() == 0


@pytest.mark.parametrize("create", [True, False])
def test_a_folder_is_no_record(tmp_path: Path, create: bool) -> None:
    error = fails(lambda: Record.open(tmp_path, create=create))
    assert (type(error), error.code) == (RecordForeign, "record_no_file")


@pytest.mark.parametrize("content", [b"Das ist ein Brief.", b"x" * 5000, b"SQLite format 2\0" + b"\0" * 4096])
def test_a_file_that_is_not_sqlite_is_foreign_and_stays_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    error = fails(lambda: Record.open(path, create=True))
    assert (type(error), error.code) == (RecordForeign, "record_not_sqlite")
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "commands", [["CREATE TABLE a (b)"], ["PRAGMA application_id = 7"], ["PRAGMA user_version = 1"]]
)
def test_the_database_of_another_program_is_foreign_and_stays_as_it_is(path: Path, commands: list[str]) -> None:
    change(path, *commands)
    before = path.read_bytes()
    error = fails(lambda: Record.open(path, create=True))
    assert (type(error), error.code) == (RecordForeign, "record_of_other_program")
    assert path.read_bytes() == before


def test_a_newer_record_says_which_schema_it_has(stored: Path) -> None:
    change(stored, f"PRAGMA user_version = {SCHEMA + 5}")
    error = fails(lambda: Record.open(stored))
    assert (type(error), error.values["found"], error.values["known"]) == (RecordNewer, SCHEMA + 5, SCHEMA)


def test_a_truncated_record_is_damaged(stored: Path) -> None:
    stored.write_bytes(stored.read_bytes()[:20_000])

    def use() -> Record:
        record = Record.open(stored)
        keep(record, article("Noch einer."))
        return record

    assert type(fails(use)) is RecordDamaged


@pytest.mark.parametrize("column", ["quote = '9-3'", "quote = 'x'", "type = 'gesungen'", "quote = NULL"])
def test_a_row_that_cannot_be_is_damage(stored: Path, column: str) -> None:
    change(
        stored,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'quote TEXT NOT NULL', 'quote TEXT') WHERE name = 'statement'",
    )
    change(stored, f"UPDATE statement SET {column}")
    with Record.open(stored) as record, pytest.raises(RecordDamaged) as raised:
        list(record.statements())
    assert str(stored) in str(raised.value)


def test_raw_bytes_that_cannot_be_unpacked_are_damage(stored: Path) -> None:
    change(stored, "UPDATE article_content SET raw = x'00'")
    with Record.open(stored) as record, pytest.raises(RecordDamaged, match="compressed bytes are damaged"):
        record.article(NEWS.id)


def test_a_record_opened_to_read_refuses_to_be_written(stored: Path) -> None:
    before = stored.read_bytes()
    with Record.open(stored, read_only=True) as record:
        assert record.of_article(NEWS.id) == [found(NEWS, YES)]
        with pytest.raises(RecordReadOnly) as raised:
            keep(record, article("Noch einer."))
    assert raised.value.code == "record_read_only"
    assert stored.read_bytes() == before


no_administrator = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="nothing can be forbidden to an administrator"
)


@pytest.fixture
def forbidden(path: Path) -> Iterator[None]:
    """What is there when the test calls `forbid_writing` can be read only, until the test is over."""
    yield
    path.parent.chmod(0o700)


def forbid_writing(path: Path) -> None:
    path.parent.chmod(0o500)
    if path.exists():
        path.chmod(0o400)


@no_administrator
@pytest.mark.usefixtures("forbidden")
def test_a_folder_that_cannot_be_written_takes_no_record(path: Path) -> None:
    forbid_writing(path)
    error = fails(lambda: Record.open(path, create=True))
    assert (type(error), error.code) == (RecordReadOnly, "record_read_only")


@no_administrator
@pytest.mark.usefixtures("forbidden")
def test_a_record_that_cannot_be_written_can_be_read(stored: Path) -> None:
    forbid_writing(stored)
    with Record.open(stored) as record:
        assert record.of_article(NEWS.id) == [found(NEWS, YES)]
        assert list(record.verify()) == []
        with pytest.raises(RecordReadOnly):
            keep(record, article("Noch einer."))


def test_a_record_that_another_program_holds_is_busy(stored: Path) -> None:
    with (
        closing(sqlite3.connect(stored, isolation_level=None)) as other,
        Record.open(stored, wait_seconds=0.05) as record,
    ):
        other.execute("BEGIN IMMEDIATE")
        assert record.count() == 1  # it can still be read
        with pytest.raises(RecordBusy):
            keep(record, article("Noch einer."))


def test_a_full_disk_loses_nothing_that_was_kept(stored: Path) -> None:
    with Record.open(stored) as record:
        pages = record._engine.raw_connection()
        pages.cursor().execute("PRAGMA max_page_count = 1")  # SQLite takes this as: as many as there are
        with pytest.raises(RecordFull):
            keep(record, article("Noch einer. " * 2000))
        assert record.of_article(NEWS.id) == [found(NEWS, YES)]
        assert list(record.verify()) == []


def test_an_interrupted_write_is_undone_before_anything_is_read(stored: Path, tmp_path: Path) -> None:
    copy = tmp_path / "kopie.db"
    with closing(sqlite3.connect(stored, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 1")  # so that pages reach the file before the commit
        writer.execute("PRAGMA cache_spill = 1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE article_content SET text = 'halb'")
        for number in range(2000):
            writer.execute("INSERT INTO mention (folded) VALUES (?)", (f"halb {number} " * 20,))
        shutil.copy(stored, copy)
        shutil.copy(f"{stored}-journal", f"{copy}-journal")
        writer.execute("ROLLBACK")
    with closing(sqlite3.connect(f"file:{copy}?mode=ro", uri=True)) as reader:
        with pytest.raises(RecordReadOnly) as raised, sqlite.mapped_errors(copy):
            reader.execute("SELECT * FROM article")
        assert raised.value.code == "record_interrupted"
    with Record.open(copy, read_only=True) as record:
        assert record.of_article(NEWS.id) == [found(NEWS, YES)]
        assert list(record.verify()) == []


def test_every_commit_is_synced_and_foreign_keys_hold(record: Record) -> None:
    with record._engine.connect() as connection:
        assert {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("synchronous", "foreign_keys", "application_id", "user_version", "journal_mode")
        } == {
            "synchronous": 2,  # FULL
            "foreign_keys": 1,
            "application_id": 0x576F726C,
            "user_version": SCHEMA,
            "journal_mode": "truncate",
        }


def test_a_record_that_was_left_in_another_journal_mode_is_set_right(stored: Path) -> None:
    change(stored, "PRAGMA journal_mode = WAL")
    Record.open(stored).close()
    assert ask(stored, "PRAGMA journal_mode") == [("delete",)]  # what a connection without settings sees: no WAL


def old_record(path: Path) -> None:
    """A record before the first schema: marked as one, without tables."""
    change(path, f"PRAGMA application_id = {sqlite.APPLICATION_ID}")


def test_migrations_lead_from_nothing_to_the_schema_that_new_records_get(path: Path, tmp_path: Path) -> None:
    old_record(path)
    fresh = tmp_path / "neu.db"
    Record.open(fresh, create=True).close()
    with Record.open(path) as record:
        keep(record, NEWS, [YES])
        assert list(record.verify()) == []
    assert schema(path) == schema(fresh)
    for question in ("SELECT * FROM alembic_version", "PRAGMA user_version", "PRAGMA application_id"):
        assert ask(path, question) == ask(fresh, question)


def test_an_older_record_is_brought_up_to_date_even_to_be_read_only(path: Path) -> None:
    old_record(path)
    with Record.open(path, read_only=True) as record:
        assert record.count() == 0
    assert ask(path, "PRAGMA user_version") == [(SCHEMA,)]


@no_administrator
@pytest.mark.usefixtures("forbidden")
def test_an_older_record_that_cannot_be_written_says_so(path: Path) -> None:
    old_record(path)
    forbid_writing(path)
    error = fails(lambda: Record.open(path, read_only=True))
    assert (type(error), error.code) == (RecordReadOnly, "record_too_old_to_read")


IMPORTED = "import sys; {code}; print(*sorted({{'alembic', 'sqlalchemy'}} & sys.modules.keys()))"


@pytest.mark.parametrize(
    ("code", "imported"),
    [
        ("import wortlaut.record", ""),
        ("from wortlaut.record import Filters, Kept, Problem", ""),
        ("from wortlaut.record import Record; Record.open(sys.argv[1]).close()", "sqlalchemy"),
        ("from wortlaut.record import Record; Record.open(sys.argv[1] + 'x', create=True).close()", "sqlalchemy"),
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(stored: Path, code: str, imported: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED.format(code=code), str(stored)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == imported


def test_a_strange_path_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "a?mode=ro&b%20#ü .db"
    with Record.open(str(path), create=True) as record:
        keep(record, NEWS)
    assert path.is_file()


def test_a_record_used_in_another_thread_is_not_called_damaged(stored: Path) -> None:
    raised: list[BaseException] = []

    def read(record: Record) -> None:
        try:
            list(record.statements())
        except Exception as error:  # whatever it is
            raised.append(error)

    with Record.open(stored) as record:
        thread = Thread(target=read, args=(record,))
        thread.start()
        thread.join()
    (error,) = raised
    assert isinstance(error, ProgrammingError)
    assert "thread" in str(error)
