import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from evaluation.corpus import MalformedFile
from evaluation.said_on import Tally, read_articles, said_on, tally
from tests.evaluation.test_quotes import part
from wortlaut.language import tokenize
from wortlaut.meaning.when.saying import shipped_weights

NAME = "Der Deich (2025-11-27)"
TEXT = "Gestern sagte Ada, der Deich halte. Bo sagte, er breche."

app = typer.Typer()
app.command()(said_on)


def corpus(path: Path) -> Path:
    def told(number: int, quote: range, frame: range, cue: int, speaker: int) -> dict[str, object]:
        parts = {"quote": part(*quote), "speaker": part(speaker), "cue": part(cue), "frame": part(*frame)}
        fixed = {"id": number, "type": "Indirect", "medium": "Speech", "isNested": False, "hasNested": False}
        return fixed | parts | {"addressee": part()}

    tokens = tokenize(TEXT)
    entry = {
        "documentName": NAME,
        "originalText": TEXT,
        "tokens": [{"charBegin": token.start, "charEnd": token.end} for token in tokens],
        "sentences": [{"begin": 0, "end": 8}, {"begin": 8, "end": len(tokens)}],
        "annotations": [told(0, range(4, 7), range(4), 1, 2), told(1, range(11, 13), range(8, 11), 9, 8)],
    }
    path.write_text(json.dumps(entry) + "\n", encoding="utf-8")
    return path


def gold(path: Path, *days: str | None) -> Path:
    lines = [json.dumps({"doc": NAME, "ann": number, "said_on": day}) + "\n" for number, day in enumerate(days)]
    path.write_text("".join(lines), encoding="utf-8")
    return path


def test_right_answers_are_those_with_both_days(tmp_path: Path) -> None:
    articles = read_articles(gold(tmp_path / "gold.jsonl", "2025-11-26", None), corpus(tmp_path / "corpus.jsonl"))
    assert tally(articles, shipped_weights()) == Tally(statements=2, gold=1, found=1, right=1)
    articles = read_articles(gold(tmp_path / "gold.jsonl", "2025-11-25/2025-11-26"), corpus(tmp_path / "corpus.jsonl"))
    assert tally(articles, shipped_weights()) == Tally(statements=1, gold=1, found=1, right=0)


def test_command_prints_precision_and_recall(tmp_path: Path) -> None:
    files = [gold(tmp_path / "gold.jsonl", "2025-11-26", None), corpus(tmp_path / "corpus.jsonl")]
    ran = CliRunner().invoke(app, ["--gold", str(files[0]), "--corpus", str(files[1]), "--json"])
    assert json.loads(ran.output) == {
        "statements": 2,
        "gold": 1,
        "found": 1,
        "right": 1,
        "precision": 100.0,
        "recall": 100.0,
    }
    ran = CliRunner().invoke(app, ["--gold", str(files[0]), "--corpus", str(files[1])])
    assert "precision 100.0, recall 100.0" in ran.output


def test_nothing_found_and_nothing_marked_is_no_division_by_zero() -> None:
    assert (Tally().precision, Tally().recall) == (0, 0)


def test_gold_of_another_corpus_is_a_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"doc": "else", "ann": 0, "said_on": None}) + "\n", encoding="utf-8")
    with pytest.raises(MalformedFile, match="1 documents are not in"):
        read_articles(path, corpus(tmp_path / "corpus.jsonl"))


def test_malformed_gold_is_a_clear_error(tmp_path: Path) -> None:
    path = gold(tmp_path / "gold.jsonl", "never")
    with pytest.raises(MalformedFile, match="line 1: no statement of the gold"):
        read_articles(path, corpus(tmp_path / "corpus.jsonl"))
