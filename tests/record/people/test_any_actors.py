"""Actors, whatever people decide about them in whatever order."""

from pathlib import Path

import pytest

from tests.record.cast import Knowing, actors_in, names_in
from tests.record.troupe import Troupe
from wortlaut.record import Record


@pytest.mark.parametrize("seed", range(4))
def test_everybody_is_who_the_decisions_make_of_them_after_every_step(path: Path, seed: int) -> None:
    with Record.open(path, create=True, language=Knowing()) as record:
        troupe = Troupe(record, seed=seed)
        for _ in range(40):
            troupe.step()
            assert list(troupe.faults()) == []
            assert list(record.verify()) == []
        assert len(troupe.decided) > 10


@pytest.mark.parametrize("seed", range(4, 7))
def test_the_same_in_another_order_makes_the_same_actors(path: Path, tmp_path: Path, seed: int) -> None:
    with (
        Record.open(path, create=True, language=Knowing()) as record,
        Record.open(tmp_path / "andere.db", create=True, language=Knowing()) as other,
    ):
        troupe = Troupe(record, seed=seed)
        for _ in range(40):
            troupe.step()
        troupe.again(other)
        assert actors_in(other) == actors_in(record)
        assert names_in(other) == names_in(record)
        assert [each.decides for each in other.history()] == [each.decides for each in record.history()]
        assert list(other.verify()) == []
