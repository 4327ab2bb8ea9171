import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_deciding import tidy
from wortlaut import service
from wortlaut.settings import Settings

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


def test_statement_is_shown_where_it_stands(run: Run, queue: Path) -> None:
    lines = tidy(run("review", "--db", str(queue), "-n", "1", "--order", "cited").out)
    assert " ".join(lines[1:4]) == (
        "⟦„Der Pegel steigt seit gestern ohne Unterlass“⟧, sagte Ada. Das Wasser stand am Morgen an der dritten Stufe "
        "der alten Treppe, und am Hafen trug man Säcke mit Sand zu den Toren der Speicher hinauf."
    )


def test_parts_of_a_statement_are_shown_with_what_stands_between(run: Run, record: Path) -> None:
    lines = tidy(run("review", "--db", str(record), "--speaker", "Ada").out)
    assert lines[1] == "⟦„Der Deich hält ‚noch‘“⟧, sagte Ada zu Ben, ⟦„aber nicht lange.“⟧ Ende."


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


class _Meanwhile(io.BytesIO):
    """Input whose first line comes after somebody else decided."""

    def __init__(self, decide: Callable[[], object], given: bytes) -> None:
        super().__init__(given)
        self._decide: Callable[[], object] | None = decide

    def readline(self, size: int | None = -1, /) -> bytes:
        if self._decide is not None:
            self._decide()
            self._decide = None
        return super().readline(size)


def test_answer_about_what_somebody_else_decided_meanwhile_is_refused(
    run: Run, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(db=record)
    first = json.loads(run("review", "--db", str(record), "--json").out.splitlines()[0])["id"]
    given = _Meanwhile(lambda: service.confirm(first, by="Bo", settings=settings), b"n\nq\n")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(given))
    ran = run("review", "-i", "--db", str(record), "--by", "Mira")
    assert ran.err.startswith(f"Error: Bo decided about statement {first}")
    assert ran.err.endswith("Decided: 0.\n")
    assert [each.entry.by for each in service.history(settings=settings)] == ["Bo"]


def test_queue_cannot_be_of_what_was_decided(run: Run, record: Path) -> None:
    ran = run("review", "--decided", "--db", str(record))
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Error: --decided contradicts the queue")


def test_asking_gives_no_json(run: Run, record: Path) -> None:
    ran = run("review", "-i", "--json", "--db", str(record), "--lang", "de")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Fehler: --interactive und --json widersprechen sich")
