from datetime import date
from pathlib import Path

import pytest

from evaluation.corpus import MalformedFile
from evaluation.followed import read_pairs, score
from wortlaut.types import Outcome

HEAD = "half\ttold\titem\tlater\tother\ttoday\toutcome\tsince\tuntil\n"


def test_as_many_pairs_are_right_as_was_measured() -> None:
    pairs = read_pairs()
    halves = {half: score([each for each in pairs if each.half == half]) for half in ("build", "measure")}
    assert {half: (each.right, each.pairs) for half, each in halves.items()} == {
        "build": (50, 50),
        "measure": (38, 42),
    }


def test_a_wrong_outcome_counts_against_both(tmp_path: Path) -> None:
    item = "Am Donnerstag beginnen in Anstadt Gespräche über die Fähre."
    path = tmp_path / "pairs.tsv"
    row = f"build\t2030-03-04\t{item}\t2030-03-05\tEs regnet.\t2030-03-09\theld\t2030-03-07\t2030-03-07\n"
    path.write_text(HEAD + row, "utf-8")
    (pair,) = read_pairs(path)
    assert (pair.told, pair.wanted.outcome) == (date(2030, 3, 4), Outcome.HELD)
    found = score([pair])
    assert (found.pairs, found.right) == (1, 0)
    assert (found.marked, found.given) == ({Outcome.HELD: 1}, {Outcome.UNREPORTED: 1})
    assert found.hit == {Outcome.HELD: 0}


def test_a_line_that_is_no_pair_is_named(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text(HEAD + "build\tgestern\tx\t2030-03-05\ty\t2030-03-09\theld\t\t\n", "utf-8")
    with pytest.raises(MalformedFile, match=r"pair 1: Invalid isoformat string: 'gestern'"):
        read_pairs(path)
