import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evaluation.__main__ import app
from evaluation.rewriting import Rewriting
from evaluation.robustness import measure_robustness
from tests.builder import ToyReader

TEXT = "Streit\n\n„Komm“, sagte Moll. „Geh weg“, rief Jork."
#       0        12    34 5     6   7 89  10  11...
TOKENS = [
    (0, 6), (8, 9), (9, 13), (13, 14), (14, 15), (16, 21), (22, 26), (26, 27),
    (28, 29), (29, 32), (33, 36), (36, 37), (37, 38), (39, 43), (44, 48), (48, 49),
]  # fmt: skip


def annotation(quote: list[int], cue: int, speaker: int) -> dict[str, object]:
    parts = {"quote": quote, "speaker": [speaker], "cue": [cue], "frame": [cue, speaker], "addressee": []}
    labels = {"id": 0, "type": "Direct", "medium": "Speech", "isNested": False, "hasNested": False}
    return labels | {name: {"tokenIds": ids} for name, ids in parts.items()}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    entries = [
        {
            "documentName": name,
            "originalText": TEXT,
            "tokens": [{"charBegin": start, "charEnd": end} for start, end in TOKENS],
            "sentences": [{"begin": 0, "end": 8}, {"begin": 8, "end": 16}],
            "annotations": [annotation([1, 2, 3], 5, 6), annotation([8, 9, 10, 11], 13, 14)],
        }
        for name in ("erste", "zweite")
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    return path


def test_predictions_on_every_writing_are_scored_on_the_corpus_tokens(gold: Path) -> None:
    # the toy knows „“ alone: it finds everything but where these are written otherwise
    reader = ToyReader()
    found = {each.rewriting: each.lost for each in measure_robustness(gold, reader)}
    assert list(found) == [None, *Rewriting]
    blind = {Rewriting.STRAIGHT, Rewriting.GUILLEMETS, Rewriting.OLD_WIRE}
    assert {way: [each.f1 for each in lost] for way, lost in found.items()} == {
        way: [0.0 if way in blind else 1.0] * 3 for way in found
    }
    assert {way: [each.loss for each in lost] for way, lost in found.items() if way} == {
        way: [1.0 if way in blind else 0.0] * 3 for way in Rewriting
    }
    assert {"STREIT\n\n" + TEXT[8:], TEXT.replace("\n\n", " ")} <= set(reader.texts)


def test_loss_has_an_interval_over_documents(gold: Path) -> None:
    whole, *others = measure_robustness(gold, ToyReader())
    assert [each.interval for each in whole.lost] == [None] * 3
    for written in others:
        for each in written.lost:
            assert each.interval is not None
            assert each.loss is not None
            assert each.interval.low == each.loss == each.interval.high


def test_command_prints_every_writing(gold: Path) -> None:
    done = CliRunner().invoke(app, ["robustness", "--gold", str(gold)])
    assert done.exit_code == 0, done.output
    assert all(way.value in done.stdout for way in Rewriting)
    printed = json.loads(CliRunner().invoke(app, ["robustness", "--gold", str(gold), "--json"]).stdout)
    assert sorted(printed) == sorted(["as it is", *Rewriting])
    assert sorted(printed["no paragraphs"]["joint"]) == ["f1", "interval", "loss"]
