"""Two hundred ways to tamper with the history, or with what follows from it."""

import shutil
from pathlib import Path
from random import Random

import pytest

from tests.record.builder import Words
from tests.record.stock import make
from tests.record.tampering import TAMPERINGS, rewrite_all
from wortlaut.decisions import Confirm
from wortlaut.record import ProblemKind, Record

_EACH = 13  # of 20 kinds: 260


FOUND = {
    ProblemKind.HISTORY,
    ProblemKind.RESOLVED,
    ProblemKind.ACTOR,
    ProblemKind.UNREADABLE,
}


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stock") / "sammlung.db"
    make(path)
    return path


def kinds(path: Path, *, head: str | None = None) -> set[ProblemKind]:
    with Record.open(path, language=Words()) as record:
        return {each.kind for each in record.verify(head=head)}


@pytest.mark.parametrize("tampering", TAMPERINGS)
def test_every_tampering_is_found(stock: Path, tmp_path: Path, tampering: str) -> None:
    path = tmp_path / "sammlung.db"
    unseen = []
    for seed in range(_EACH):
        shutil.copy(stock, path)
        TAMPERINGS[tampering](path, Random(seed))
        if not kinds(path) & FOUND:
            unseen.append(seed)
    assert unseen == []


def test_a_history_that_is_written_anew_is_found_by_a_head_that_was_noted_elsewhere(
    stock: Path, tmp_path: Path
) -> None:
    path = tmp_path / "sammlung.db"
    with Record.open(stock) as record:
        noted = record.history_head()
    for seed in range(10):
        shutil.copy(stock, path)
        rewrite_all(path, Random(seed))
        assert kinds(path) == set()
        assert kinds(path, head=noted) == {ProblemKind.HISTORY}


def test_an_earlier_head_stays_good_as_the_history_grows(stock: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(stock, tmp_path / "sammlung.db"))
    with Record.open(path, language=Words()) as record:
        heads = [record.history_head()]
        for each in list(record.statements())[:2]:
            record.decide(Confirm(each.statement.id), by="Ada")
            heads.append(record.history_head())
    assert len(set(heads)) == 3
    assert [kinds(path, head=each) for each in heads] == [set(), set(), set()]
    assert kinds(stock, head=heads[-1]) == {ProblemKind.HISTORY}
