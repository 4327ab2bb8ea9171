"""A thousand single bits that are flipped in what a record shows."""

from pathlib import Path

import pytest

from tests.record.flipping import unseen_flips
from tests.record.stock import make

pytestmark = pytest.mark.soak


def test_every_one_of_a_thousand_flipped_bits_of_what_is_shown_is_found(tmp_path: Path) -> None:
    make(tmp_path / "sammlung.db")
    assert unseen_flips(tmp_path / "sammlung.db", tmp_path, 1000, seed=1) == []
