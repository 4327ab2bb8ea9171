"""What is read does not depend on the order in which sets of words happen to be gone through."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ITEMS = Path(__file__).parents[2] / "examples" / "items"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The statements of the examples as JSON, read under two seeds of the order of sets."""
    outputs = []
    for seed in ("1", "2"):
        db = tmp_path_factory.mktemp("seed") / "record.db"
        for verb in (["read", "--quiet", str(ITEMS)], ["statements", "--json"]):
            made = subprocess.run(
                [sys.executable, "-m", "wortlaut.cli", *verb, "--db", str(db)],
                env=os.environ | {"PYTHONHASHSEED": seed},
                capture_output=True,
                check=True,
                encoding="utf-8",
            )
        outputs.append(made.stdout)
    return outputs


def test_statements_are_the_same_to_the_last_byte(told: list[str]) -> None:
    first, second = told
    assert first == second
    assert first.count("\n") > 100
