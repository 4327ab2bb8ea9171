"""Ten thousand readings, rewritings, decisions and undoings at random, and what people decided holds after each."""

from pathlib import Path

import pytest

from tests.record.builder import Words
from tests.record.scenario import World
from wortlaut.record import Record

pytestmark = pytest.mark.soak

_STEPS = 250


@pytest.mark.parametrize("seed", range(100, 140))
def test_no_decision_is_lost_or_overwritten(tmp_path: Path, seed: int) -> None:
    with Record.open(tmp_path / "sammlung.db", create=True, language=Words()) as record:
        world = World(record, seed=seed)
        for step in range(_STEPS):
            world.step()
            if step % 10 == 9:
                assert list(world.faults()) == []
        assert list(record.verify()) == []
