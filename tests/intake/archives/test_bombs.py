"""Bombs: each ends in a clear refusal, within ten seconds and 512 MiB of memory."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.malformed_archives import BOMBS, make_bombs

ROOT = Path(__file__).parents[3]
SECONDS, MEBIBYTES = 10, 512
# What says that a bomb was seen; beside it stands what the lines of the bomb themselves are refused for.
SEEN = {"packed_bomb", "packed_memory", "archive_bomb", "nested_too_deep", "zip_overlap", "tar_kind", "members_empty"}


def taken(folder: Path) -> list[dict[str, Any]]:
    """What reading the bombs in the folder took, in a process of its own."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.malformed_archives", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in run.stdout.splitlines()]


def faults(results: Sequence[dict[str, Any]]) -> list[str]:
    """What is not as it must be; empty where all is well."""
    return [
        f"{each['name']}: {each['seconds']:.1f} s, {each['mebibytes']:.0f} MiB, {sorted(set(each['codes']))}"
        for each in results
        if each["seconds"] > SECONDS or each["mebibytes"] > MEBIBYTES or not SEEN & set(each["codes"])
    ]


def test_every_kind_of_bomb_ends_in_a_clear_refusal_soon_and_in_little_memory(tmp_path: Path) -> None:
    make_bombs(tmp_path, 96)
    results = taken(tmp_path)
    assert ([each["name"] for each in results], faults(results)) == (sorted(BOMBS), [])


def test_the_check_notices_what_takes_long_or_is_not_refused() -> None:
    results = [{"name": "x", "seconds": 11.0, "mebibytes": 9, "codes": ["packed_bomb"]}]
    results += [{"name": "y", "seconds": 1.0, "mebibytes": 9, "codes": ["too_large"]}]
    assert faults(results) == ["x: 11.0 s, 9 MiB, ['packed_bomb']", "y: 1.0 s, 9 MiB, ['too_large']"]
