import gzip
import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from evaluation.corpus import MalformedFile
from evaluation.time import Scores, Timex, matches, read_gold_texts, score, time

app = typer.Typer()
app.command()(time)

GOLD = {
    "id": "made/1",
    "dct": "2025-11-27",
    "text": "Am Montag kam Ada, gestern ging sie.",
    "times": [
        {"start": 3, "end": 9, "text": "Montag", "type": "DATE", "value": "2025-11-24"},
        {"start": 19, "end": 26, "text": "gestern", "type": "DATE", "value": "2025-11-25"},
    ],
}


def timex(start: int, end: int, value: str = "2025", kind: str = "DATE") -> Timex:
    return Timex(start, end, kind, value)


def written(path: Path, *lines: object) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


def test_strict_wants_the_span_relaxed_an_overlap_value_and_type_an_overlap_that_fits() -> None:
    gold = [timex(0, 5), timex(10, 15), timex(20, 25, "2026"), timex(30, 35)]
    found = [timex(0, 5), timex(12, 18), timex(20, 25, "2027", "TIME"), timex(40, 45)]
    made = score([(gold, found)])
    assert made == Scores(gold=4, found=4, strict=2, relaxed=3, value=2, type=2)
    assert [made.f1(name) for name in ("strict", "relaxed", "value", "type")] == [0.5, 0.75, 0.5, 0.5]


def test_each_expression_counts_once() -> None:
    assert score([([timex(0, 10)], [timex(0, 4), timex(5, 10)])]).relaxed == 1
    assert score([([timex(0, 4), timex(5, 10)], [timex(0, 10)])]).relaxed == 1


def test_the_same_span_is_paired_before_what_only_overlaps() -> None:
    gold, found = [timex(0, 10), timex(8, 12)], [timex(8, 12), timex(0, 3)]
    assert matches(gold, found) == [(gold[1], found[0]), (gold[0], found[1])]


def test_nothing_found_and_nothing_marked_is_no_division_by_zero() -> None:
    made = score([([], [])])
    assert (made.precision("strict"), made.recall("strict"), made.f1("strict")) == (0, 0, 0)


def test_documents_count_together() -> None:
    assert score([([timex(0, 1)], []), ([timex(0, 1)], [timex(0, 1)])]) == Scores(2, 1, 1, 1, 1, 1)


def test_command_prints_the_figures(tmp_path: Path) -> None:
    path = written(tmp_path / "gold.jsonl", GOLD)
    ran = CliRunner().invoke(app, ["--gold", str(path), "--json"])
    figures = json.loads(ran.output)
    assert figures == {
        "texts": 1,
        "gold": 2,
        "found": 2,
        "strict": 100.0,
        "relaxed": 100.0,
        "value": 50.0,
        "type": 100.0,
    }


def test_command_prints_a_table(tmp_path: Path) -> None:
    ran = CliRunner().invoke(app, ["--gold", str(written(tmp_path / "gold.jsonl", GOLD))])
    assert ran.exit_code == 0
    assert "2 in the gold, 2 found" in ran.output


def test_only_some_texts_are_measured(tmp_path: Path) -> None:
    path = written(tmp_path / "gold.jsonl", GOLD, GOLD | {"id": "other/2"})
    ran = CliRunner().invoke(app, ["--gold", str(path), "--json", "--only", "other/"])
    assert json.loads(ran.output)["texts"] == 1


def test_gold_may_be_packed(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(GOLD).encode()))
    assert [text.id for text in read_gold_texts(path)] == ["made/1"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ({"id": "a"}, "line 1: no text with expressions of time (KeyError: 'times')"),
        (GOLD | {"dct": "never"}, "line 1: no text with expressions of time (ValueError"),
        (GOLD | {"text": "short"}, "line 1: an expression lies outside the text"),
    ],
)
def test_malformed_gold_is_a_clear_error(tmp_path: Path, line: dict[str, object], problem: str) -> None:
    with pytest.raises(MalformedFile) as caught:
        read_gold_texts(written(tmp_path / "gold.jsonl", line))
    assert problem in str(caught.value)
