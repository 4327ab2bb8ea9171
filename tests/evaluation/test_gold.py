"""The command that measures against the statement gold."""

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evaluation.__main__ import app
from evaluation.baselines import last_subject, nearest_name
from evaluation.corpus import MalformedFile
from evaluation.given import published_of
from evaluation.gold import GoldStatement, read_statements
from evaluation.who import Answer, GoldWho
from tests.evaluation.test_quotes import part
from tests.meaning.who.articles import statement
from wortlaut.language import analyse, tokenize
from wortlaut.types import PartyKind

TEXT = "Ministerin Erna Moll sagte: „Nein.“ Sie sagte: „Doch.“"
NAME = "Moll sagt nein (2026-03-01)"


def line(number: int, **changed: object) -> str:
    who = {"kind": "person", "name": "Erna Moll", "office": "Ministerin"}
    entry = {
        "doc": NAME,
        "ann": number,
        "who": who,
        "act": "assert",
        "target": None,
        "condition": None,
        "said_on": None,
    }
    return json.dumps(entry | changed) + "\n"


def corpus(path: Path) -> Path:
    def said(number: int, quote: range, *speaker: int) -> dict[str, object]:
        parts = {"quote": part(*quote), "speaker": part(*speaker), "cue": part(), "frame": part(), "addressee": part()}
        return {"id": number, "type": "Direct", "medium": "Speech", "isNested": False, "hasNested": False} | parts

    tokens = tokenize(TEXT)
    entry = {
        "documentName": NAME,
        "originalText": TEXT,
        "tokens": [{"charBegin": token.start, "charEnd": token.end} for token in tokens],
        "sentences": [{"begin": 0, "end": 9}, {"begin": 9, "end": len(tokens)}],
        "annotations": [said(0, range(5, 9), 0, 1, 2), said(1, range(12, 16), 9)],
    }
    path.write_text(json.dumps(entry) + "\n", encoding="utf-8")
    return path


def test_given_quotes_are_measured_beside_both_baselines(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(line(0) + line(1), encoding="utf-8")
    command = [
        "gold",
        "--gold",
        str(gold),
        "--corpus",
        str(corpus(tmp_path / "corpus.jsonl")),
        "--gold-quotes",
        "--json",
    ]
    done = CliRunner().invoke(app, command)
    assert done.exit_code == 0, done.output
    figures = json.loads(done.stdout)
    assert set(figures) == {"stage", "nearest", "subject"}
    row = figures["stage"]["person: right"]
    assert (row["part"], row["whole"], row["percent"], row["documents"]) == (2, 2, 100.0, None)
    assert row["wilson"] == [34.2, 100.0]
    assert figures["stage"]["pronoun or description right, of found"]["whole"] == 1


def test_people_see_a_table(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(line(0), encoding="utf-8")
    command = ["gold", "--gold", str(gold), "--corpus", str(corpus(tmp_path / "corpus.jsonl")), "--gold-quotes"]
    done = CliRunner().invoke(app, command)
    assert done.exit_code == 0
    assert "nearest name" in done.stdout
    assert "kind right, of found" in done.stdout


def test_statements_are_read(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(line(3), encoding="utf-8")
    assert read_statements(gold) == (GoldStatement(NAME, 3, GoldWho(PartyKind.PERSON, "Erna Moll", "Ministerin")),)


@pytest.mark.parametrize("broken", ["{", "[]", '{"doc": "a"}', line(0, who={"kind": "ghost"}), line(0, more=1)])
def test_broken_gold_is_told_with_its_line(tmp_path: Path, broken: str) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(line(0) + broken, encoding="utf-8")
    with pytest.raises(MalformedFile, match="line 2"):
        read_statements(gold)


def test_document_that_the_corpus_lacks_is_told(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(line(0, doc="Jork schweigt"), encoding="utf-8")
    command = ["gold", "--gold", str(gold), "--corpus", str(corpus(tmp_path / "corpus.jsonl")), "--gold-quotes"]
    done = CliRunner().invoke(app, command)
    assert isinstance(done.exception, MalformedFile)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("A (2026-03-01)", date(2026, 3, 1)), ("A (2026-13-01)", None), ("A", None)],
)
def test_day_of_a_document(name: str, expected: date | None) -> None:
    assert published_of(name) == expected


def test_baselines_take_the_nearest_name_and_the_last_that_opens_a_sentence() -> None:
    text = "Erna Moll traf am Abend Jan Jork. Es sei spät."
    statements = [statement(text, "Es sei spät")]
    assert nearest_name(analyse(text), statements, None) == [Answer(PartyKind.PERSON, "Jan Jork", ("Jan Jork",))]
    assert last_subject(analyse(text), statements, None) == [Answer(PartyKind.PERSON, "Erna Moll", ("Erna Moll",))]


def test_baselines_say_nobody_where_there_is_no_name() -> None:
    text = "Es regnet. Es sei spät."
    statements = [statement(text, "Es sei spät")]
    nobody = [Answer(PartyKind.UNKNOWN, None)]
    assert nearest_name(analyse(text), statements, None) == last_subject(analyse(text), statements, None) == nobody
