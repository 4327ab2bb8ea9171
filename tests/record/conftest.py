import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.record.builder import Words
from wortlaut.record import Record


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What every test of a module starts from: an empty record. Copying it spares the disk, which is waited for."""
    path = tmp_path_factory.mktemp("stock") / "sammlung.db"
    Record.open(path, create=True).close()
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a record can be made."""
    return tmp_path / "sammlung.db"


@pytest.fixture
def record(stock: Path, path: Path) -> Iterator[Record]:
    shutil.copy(stock, path)
    with Record.open(path, language=Words()) as opened:
        yield opened
