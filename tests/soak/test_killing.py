"""A thousand kills at random moments, while a program reads, corrects and backs up."""

from pathlib import Path

import pytest

from tests.record.killing import kill_often, kill_times

pytestmark = pytest.mark.soak

_PART = 100


@pytest.mark.parametrize("start", range(0, 1000, _PART))
def test_nothing_acknowledged_is_lost_in_a_thousand_kills(tmp_path: Path, start: int) -> None:
    tally = kill_often(tmp_path, kill_times(_PART, seed=start, by_steps=True), seed=start)
    print(tally)
    assert tally.faults == []
    assert min(tally.read, tally.decided, tally.saved) > 0, tally
