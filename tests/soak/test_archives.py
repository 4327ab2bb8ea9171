"""Archives at length: bombs of gigabytes, each in a process of its own, and 20,000 cuts."""

from pathlib import Path

import pytest

from tests.intake.archives.test_bombs import faults, taken
from tests.intake.archives.test_cuts import faults as cut_faults
from tests.malformed_archives import BOMBS, cuts, make_bombs

pytestmark = pytest.mark.soak


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_of_gigabytes_end_in_a_clear_refusal(name: str, tmp_path: Path) -> None:
    make_bombs(tmp_path, 4096, [name])
    assert faults(taken(tmp_path)) == []


@pytest.mark.parametrize("seed", range(1, 6))
def test_twenty_thousand_cut_archives_lose_nothing_in_silence(seed: int) -> None:
    assert [fault for cut in cuts(4000, seed=seed) for fault in cut_faults(cut)] == []
