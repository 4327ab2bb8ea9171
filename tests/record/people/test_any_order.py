from pathlib import Path

import pytest

from tests.record.builder import Words
from tests.record.scenario import World
from wortlaut.record import Record


@pytest.mark.parametrize("seed", range(3))
def test_no_decision_is_lost_or_overwritten_whatever_is_done_in_whatever_order(path: Path, seed: int) -> None:
    with Record.open(path, create=True, language=Words()) as record:
        world = World(record, seed=seed)
        for _ in range(60):
            world.step()
            assert list(world.faults()) == []
        assert list(record.verify()) == []
