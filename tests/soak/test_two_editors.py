"""Five hundred pairs of simultaneous edits."""

from pathlib import Path

import pytest

from tests.record.people.test_two_editors import no_update_is_lost


@pytest.mark.soak
def test_no_update_is_lost(tmp_path: Path) -> None:
    no_update_is_lost(tmp_path / "sammlung.db", 500)
