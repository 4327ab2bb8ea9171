import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evaluation.__main__ import app
from evaluation.figures import Share
from evaluation.quotes import measure, predict_file
from wortlaut.types import (
    Article,
    Confidence,
    Document,
    Medium,
    Part,
    Party,
    Provenance,
    Span,
    Statement,
    StatementType,
)

TEXT = "Moll sagt: „Nein“. Jork schweigt."
#       0    1   2  34   56 7    8       9
TOKENS = [(0, 4), (5, 9), (9, 10), (11, 12), (12, 16), (16, 17), (17, 18), (19, 23), (24, 32), (32, 33)]


def part(*tokens: int) -> dict[str, object]:
    return {"spans": [], "text": "", "tokenIds": list(tokens)}


def gold(path: Path, *names: str, annotated: bool = True) -> Path:
    entries = [
        {
            "documentName": name,
            "originalText": TEXT,
            "tokens": [{"charBegin": start, "charEnd": end} for start, end in TOKENS],
            "sentences": [{"begin": 0, "end": 7}, {"begin": 7, "end": 10}],
        }
        | ({"annotations": [annotation()]} if annotated else {})
        for name in names
    ]
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    return path


def annotation() -> dict[str, object]:
    return {
        "id": 0,
        "type": "Direct",
        "medium": "Speech",
        "quote": part(3, 4, 5),
        "speaker": part(0),
        "cue": part(1),
        "frame": part(0, 1),
        "addressee": part(),
        "isNested": False,
        "hasNested": False,
    }


class Quoter:
    """Finds what stands between „ and “; takes whatever begins the article for the speaker."""

    made_by = Provenance("by hand", "sha256:0", "0")

    def read(self, articles: Sequence[Article], documents: Sequence[Document]) -> list[tuple[Statement, ...]]:
        assert [article.text for article in articles] == [document.text for document in documents]
        return [(self._statement(article),) for article in articles]

    def _statement(self, article: Article) -> Statement:
        quote = Span(article.text.index("„"), article.text.index("“") + 1)
        return Statement(
            id="s",
            article_id=article.id,
            type=StatementType.DIRECT,
            medium=Medium.WRITING,
            quote=(quote,),
            cue=Part(),
            frame=Part(),
            speakers=(Party((Span(0, 4),), 1.0),),
            addressees=(),
            parent=None,
            confidence=Confidence(1.0, 1.0, 1.0),
            made_by=self.made_by,
        )


def test_prediction_from_raw_text_is_scored_against_the_gold(tmp_path: Path) -> None:
    scores = measure(gold(tmp_path / "gold.jsonl", "a", "b"), tmp_path / "pred.jsonl", Quoter())
    # quote and speaker right, cue and frame missed: roles precision 1, recall 1/3; joint precision 1, recall 2/4
    assert {entry.name: entry.tally.f1 for entry in scores.measures} == {
        "joint": pytest.approx(2 / 3),
        "messages": 1.0,
        "roles": pytest.approx(0.5),
        "speaker": 1.0,
        "addressee": None,
        "cue": 0.0,
        "frame": 0.0,
    }
    assert (scores.type.f1, scores.medium.f1, scores.usable) == (1.0, 0.0, Share(2, 2))


def test_prediction_does_not_depend_on_the_gold(tmp_path: Path) -> None:
    with_gold, without = tmp_path / "with.jsonl", tmp_path / "without.jsonl"
    measure(gold(tmp_path / "gold.jsonl", "a"), with_gold, Quoter())
    predict_file(gold(tmp_path / "bare.jsonl", "a", annotated=False), without, Quoter())
    assert with_gold.read_bytes() == without.read_bytes()


def test_score_prints_gold_against_itself_as_a_hundred(tmp_path: Path) -> None:
    path = str(gold(tmp_path / "gold.jsonl", "a", "b", "c"))
    done = CliRunner().invoke(app, ["score", "--gold", path, "--pred", path, "--json", "--folds", "3"])
    assert done.exit_code == 0
    printed = json.loads(done.stdout)
    assert printed["measures"]["joint"] == {
        "precision": 100.0,
        "recall": 100.0,
        "f1": 100.0,
        "interval": [100.0, 100.0],
    }
    assert printed["measures"]["addressee"] == {"precision": None, "recall": None, "f1": None, "interval": None}
    assert (printed["usable"], printed["exact_bounds"], printed["type_f1"]) == (100.0, 100.0, 100.0)
    everything = [100.0, 100.0]
    assert printed["intervals"] == dict.fromkeys(("type_f1", "medium_f1", "exact_bounds", "usable"), everything)
    assert (printed["types"]["Direct"]["interval"], printed["types"]["Reported"]["interval"]) == (everything, None)
    assert printed["speaker_distance"]["same sentence"]["interval"] == everything
    assert printed["folds"] == [{"joint": 100.0, "messages": 100.0, "roles": 100.0}] * 3


def test_score_prints_tables(tmp_path: Path) -> None:
    path = str(gold(tmp_path / "gold.jsonl", "a", "b"))
    done = CliRunner().invoke(app, ["score", "--gold", path, "--pred", path, "--folds", "2"], env={"COLUMNS": "100"})
    assert done.exit_code == 0
    rows = [[cell.strip() for cell in line.split("│")] for line in done.stdout.splitlines()]
    assert "2 documents, 2 gold statements, 2 predicted, 2 matched" in done.stdout
    assert ["roles", "100.0", "100.0", "100.0", "100.0–100.0"] in rows
    assert ["addressee", "–", "–", "–", "–"] in rows
    assert ["Direct", "2", "2", "100.0", "100.0", "100.0", "100.0–100.0"] in rows
    assert ["same sentence", "2", "100.0", "100.0", "100.0", "100.0–100.0"] in rows
    assert ["usable records", "100.0", "100.0–100.0"] in rows
    assert ["2", "1", "100.0", "100.0", "100.0"] in rows


def test_errors_are_written_as_a_page_also_for_a_file_without_confidences(tmp_path: Path) -> None:
    path, page = str(gold(tmp_path / "gold.jsonl", "a", "b")), tmp_path / "errors.html"
    done = CliRunner().invoke(app, ["score", "--gold", path, "--pred", path, "--errors", str(page)])
    assert done.exit_code == 0, done.output
    assert "Nothing is wrong." in page.read_text(encoding="utf-8")
    out = str(tmp_path / "pred.jsonl")
    done = CliRunner().invoke(app, ["quotes", "--gold", path, "--out", out, "--errors", str(page), "--json"])
    assert done.exit_code == 0, done.output
    assert "<title>Errors · pred.jsonl against gold.jsonl</title>" in page.read_text(encoding="utf-8")
    assert json.loads(done.stdout)["documents"] == 2


def test_unknown_reader_is_named(tmp_path: Path) -> None:
    path = gold(tmp_path / "gold.jsonl", "a")
    arguments = ["quotes", "--gold", str(path), "--out", str(tmp_path / "pred.jsonl"), "--reader", "nobody"]
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code != 0
    assert "nobody" in str(done.exception)
