from pathlib import Path

import pytest

from tests.record.builder import Words
from tests.record.cast import Knowing
from tests.record.coding import Coding
from tests.record.scenario import World
from wortlaut.record import Record


@pytest.mark.parametrize(
    ("seed", "language"), [(0, Words()), (1, Coding()), (2, Knowing()), (3, Coding()), (4, Coding())]
)
def test_no_decision_is_lost_or_overwritten_whatever_is_done_in_whatever_order(
    path: Path, seed: int, language: Words
) -> None:
    with Record.open(path, create=True, language=language) as record:
        world = World(record, seed=seed, labels=language.coder is not None)
        for _ in range(60):
            world.step()
            assert list(world.faults()) == []
        assert list(record.verify()) == []
