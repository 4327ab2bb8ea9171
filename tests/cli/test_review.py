import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_deciding import tidy

COPY = "„Der Pegel steigt seit gestern ohne Unterlass“, sagte Ada. Das Wasser stand am Morgen an der dritten Stufe der "
COPY += "alten Treppe, und am Hafen trug man Säcke mit Sand zu den Toren der Speicher hinauf."


@pytest.fixture
def queue(run: Run, record: Path, tmp_path: Path) -> Path:
    """A record with three single statements and one that stands in two papers."""
    items = [{"id": name, "source": name, "date": "2025-01-01", "text": COPY} for name in ("Nordblatt", "Südblatt")]
    (tmp_path / "copies.jsonl").write_text("".join(json.dumps(item) + "\n" for item in items), "utf-8")
    assert run("read", "copies.jsonl", "--db", str(record), "--quiet").status == 0
    return record


def quotes(out: str) -> list[str]:
    return [json.loads(line)["quote"][0]["text"] for line in out.splitlines()]


def test_what_most_articles_carry_comes_first(run: Run, queue: Path) -> None:
    found = quotes(run("review", "--db", str(queue), "--order", "cited", "--json").out)
    assert found[:2] == ["„Der Pegel steigt seit gestern ohne Unterlass“"] * 2
    assert len(found) == 5


def test_cards_tell_how_many_articles_carry_the_copy(run: Run, queue: Path) -> None:
    ran = run("review", "--db", str(queue), "-n", "1", "--order", "cited")
    assert tidy(ran.out)[0].endswith("Südblatt · in 2 articles")
    assert ran.err == "The 1 most needful; --limit N shows more, --interactive asks about each.\n"


def test_what_somebody_decided_about_waits_no_more(run: Run, record: Path) -> None:
    [bo] = run("review", "--db", str(record), "--speaker", "Bo", "--json").out.splitlines()
    run("confirm", json.loads(bo)["id"], "type", "--db", str(record))
    assert len(quotes(run("review", "--db", str(record), "--json").out)) == 2
    ran = run("review", "--db", str(record), "--speaker", "Bo", "--lang", "de")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.startswith("Nichts ist mehr anzusehen")


def test_unknown_order_is_named(run: Run, record: Path) -> None:
    ran = run("review", "--db", str(record), "--order", "loud")
    assert (ran.status, ran.err.splitlines()[0]) == (
        2,
        "Error: --order loud is unknown: write one of certainty, cited.",
    )


def test_answers_are_taken_in(run: Run, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = quotes(run("review", "--db", str(record), "--json").out)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"j\nwas?\n\nn\n")))
    ran = run("review", "--interactive", "--db", str(record), "--by", "Mira", "--lang", "de")
    assert (ran.status, ran.err.splitlines()[-1]) == (0, "Entschieden: 2.")
    assert ran.out.count("Richtig?") == 4
    decided = [json.loads(line) for line in run("history", "--db", str(record), "--json").out.splitlines()]
    assert [(each["action"], each["by"]) for each in decided] == [("confirm", "Mira"), ("reject", "Mira")]
    assert quotes(run("review", "--db", str(record), "--json").out) == [asked[1]]


@pytest.mark.parametrize("given", ["q\n", ""])
def test_asking_ends_when_told_and_with_the_input(
    run: Run, record: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    ran = run("review", "-i", "--db", str(record))
    assert (ran.status, ran.err, ran.out.count("Right?")) == (0, "Decided: 0.\n", 1)
