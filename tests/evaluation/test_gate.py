import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evaluation import gate as gates
from evaluation.__main__ import app
from evaluation.corpus import MalformedFile
from evaluation.gate import Floor, Outcome, measure_all, read_floors, renewed, write_floors
from wortlaut.errors import InputError

DIGEST = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b"  # of the one byte "1"
OTHER = "d4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35"  # of the one byte "2"


def floor(least: float, measure: str = "joint", sha256: str = DIGEST) -> Floor:
    return Floor(evaluation="quotes", corpus="quotes.jsonl", sha256=sha256, measure=measure, floor=least)


def outcome(least: float, reached: float, sha256: str = DIGEST) -> Outcome:
    return Outcome(floor=floor(least), sha256=sha256, reached=reached)


def test_floor_that_is_just_reached_holds() -> None:
    assert outcome(64.0, 64.0).holds


def test_floor_that_is_missed_by_little_does_not_hold() -> None:
    assert not outcome(64.0, 63.99).holds


def test_floor_does_not_hold_on_another_corpus() -> None:
    assert not outcome(64.0, 99.0, sha256=OTHER).holds


def test_raising_sets_the_floor_a_margin_under_what_is_reached() -> None:
    assert renewed(outcome(64.0, 66.47), lower=False).floor == floor(66.2).model_copy(update={"measured": 66.47})


def test_raising_never_lowers() -> None:
    worse = outcome(64.0, 60.0)
    assert renewed(worse, lower=False) == worse


def test_raising_leaves_a_floor_of_another_corpus_alone() -> None:
    foreign = outcome(64.0, 70.0, sha256=OTHER)
    assert renewed(foreign, lower=False) == foreign


def test_lowering_takes_the_floor_down_and_the_new_corpus_on() -> None:
    lowered = renewed(outcome(64.0, 60.0, sha256=OTHER), lower=True)
    assert lowered.floor == floor(59.7, sha256=OTHER).model_copy(update={"measured": 60.0})
    assert lowered.holds


def test_floors_are_read_back_as_written(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    floors = (floor(64.0), floor(69.0, "messages"))
    write_floors(floors, path)
    assert read_floors(path) == floors


@pytest.mark.parametrize(
    "content",
    ["[{}]", "{", '[{"evaluation": "quotes", "corpus": "c", "sha256": "short", "measure": "joint", "floor": 1}]'],
)
def test_malformed_floors_are_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "floors.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(MalformedFile, match=r"floors\.json"):
        read_floors(path)


def test_shipped_floors_are_readable_and_not_below_what_was_promised() -> None:
    least = {entry.measure: entry.floor for entry in read_floors(Path(gates.__file__).with_name("floors.json"))}
    assert least["joint"] >= 64.0
    assert least["messages"] >= 69.0
    assert least["roles"] >= 62.0


def test_floor_of_an_unknown_evaluation_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MalformedFile, match="a floor names the evaluation 'quotes'; there are \\['taste'\\]"):
        measure_all([floor(64.0)], tmp_path, {"taste": lambda _: {}})


def test_missing_corpus_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"quotes\.jsonl: the corpus cannot be read"):
        measure_all([floor(64.0)], tmp_path, {"quotes": lambda _: {"joint": 65.0}})


def test_evaluation_runs_once_a_corpus(tmp_path: Path) -> None:
    (tmp_path / "quotes.jsonl").write_bytes(b"1")
    calls: list[Path] = []

    def fixed(corpus: Path) -> Mapping[str, float]:
        calls.append(corpus)
        return {"joint": 65.0, "messages": 68.0}

    reached = measure_all([floor(64.0), floor(69.0, "messages")], tmp_path, {"quotes": fixed})
    assert calls == [tmp_path / "quotes.jsonl"]
    assert [(entry.reached, entry.holds) for entry in reached] == [(65.0, True), (68.0, False)]


def corpus(folder: Path, *, tokens: list[tuple[int, int]]) -> Path:
    """A corpus of the one text `Nein.`, cut as given; ours are `Nein` and `.`."""
    entry = {
        "documentName": "a",
        "originalText": "Nein.",
        "tokens": [{"charBegin": start, "charEnd": end} for start, end in tokens],
        "sentences": [{"begin": 0, "end": len(tokens)}],
        "annotations": [],
    }
    path = folder / "quotes.jsonl"
    path.write_text(json.dumps(entry) + "\n", encoding="utf-8")
    return path


def run(folder: Path, least: float, *options: str) -> tuple[int, Floor]:
    """Exit status of the gate with one floor for the tokens of the corpus in `folder`, and the floor afterwards."""
    floors = folder / "floors.json"
    digest = sha256((folder / "quotes.jsonl").read_bytes()).hexdigest()
    write_floors([floor(least, "f1", digest).model_copy(update={"evaluation": "tokens"})], floors)
    done = CliRunner().invoke(app, ["gate", "--shared", str(folder), "--floors", str(floors), *options])
    return done.exit_code, read_floors(floors)[0]


def test_gate_opens_where_every_floor_is_reached(tmp_path: Path) -> None:
    corpus(tmp_path, tokens=[(0, 4), (4, 5)])
    assert run(tmp_path, 99.0)[0] == 0


def test_gate_is_shut_below_a_floor(tmp_path: Path) -> None:
    corpus(tmp_path, tokens=[(0, 5)])
    status, after = run(tmp_path, 99.0)
    assert (status, after.floor) == (1, 99.0)


def test_gate_stays_shut_when_floors_are_only_raised(tmp_path: Path) -> None:
    corpus(tmp_path, tokens=[(0, 5)])
    status, after = run(tmp_path, 99.0, "--raise")
    assert (status, after.floor) == (1, 99.0)


def test_gate_raises_a_floor_that_is_surpassed(tmp_path: Path) -> None:
    corpus(tmp_path, tokens=[(0, 4), (4, 5)])
    status, after = run(tmp_path, 90.0, "--raise")
    assert (status, after.floor, after.measured) == (0, 99.7, 100.0)


def test_gate_lowers_a_floor_when_told_to(tmp_path: Path) -> None:
    # of our two tokens and the corpus' two one is the same: F1 is a half
    corpus(tmp_path, tokens=[(0, 4), (3, 5)])
    status, after = run(tmp_path, 99.0, "--lower")
    assert (status, after.floor, after.measured) == (0, 49.7, 50.0)
