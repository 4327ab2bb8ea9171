"""Single bits that are flipped in what a record shows; a thousand of them in `make soak`."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.record.cells import cells
from tests.record.flipping import SHOWN, unseen_flips
from tests.record.stock import make
from wortlaut.record import Record


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stock") / "sammlung.db"
    make(path)
    return path


def test_the_record_that_is_damaged_was_sound_before(stock: Path) -> None:
    with Record.open(stock) as record:
        assert list(record.verify()) == []


def test_every_value_is_found_where_it_stands_in_the_file(stock: Path) -> None:
    content = stock.read_bytes()
    found = {(each.table, each.column, bytes(content[at] for at in each.places)) for each in cells(stock)}
    with closing(sqlite3.connect(stock)) as connection:
        for table, columns in SHOWN.items():
            for column in columns.split():
                query = (
                    f"SELECT DISTINCT CAST({column} AS BLOB) FROM {table} WHERE typeof({column}) IN ('text', 'blob')"
                )
                stored = [value for (value,) in connection.execute(query) if value]
                assert [value for value in stored if (table, column, value) not in found] == []
    assert {table for table, _, _ in found} >= SHOWN.keys()


def test_every_flipped_bit_of_what_is_shown_is_found(stock: Path, tmp_path: Path) -> None:
    assert unseen_flips(stock, tmp_path, 60, seed=1) == []


def test_a_change_that_verify_does_not_look_at_is_told(
    stock: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wortlaut.record.safety.verifying._check_version", lambda _connection, key, ledgers: iter(()))
    assert unseen_flips(stock, tmp_path, 40, seed=1) != []
