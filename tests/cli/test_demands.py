import json
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Run
from wortlaut.types import Act

ITEMS = [
    {
        "id": "1",
        "text": "Ministerin Anna Löhn kam. „Der Deich muss weg“, sagte Löhn zu Jan Tamm. "
        "„Sonst kündigen wir“, rief Löhn.",
        "date": "2026-01-02",
    },
    {"id": "2", "text": "Jan Tamm kam. „Das machen wir nicht“, sagte Tamm.", "date": "2026-02-03"},
]


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Run:
    """Runs a command on a record in which a person said what each statement is: a demand, a threat, a refusal."""
    items, db = tmp_path / "items.jsonl", tmp_path / "record.db"
    items.write_text("".join(json.dumps(item) + "\n" for item in ITEMS), "utf-8")
    assert run("read", str(items), "--db", str(db), "--quiet").status == 0
    lines = run("statements", "--db", str(db), "--json").out.splitlines()
    found = sorted(map(json.loads, lines), key=lambda each: (each["article"]["published"], each["quote"][0]["start"]))
    for each, act in zip(found, (Act.DEMAND, Act.THREATEN, Act.REFUSE), strict=True):
        assert run("correct", each["id"], "--act", act, "--by", "Mira", "--db", str(db)).status == 0

    def run_on_record(*argv: str) -> Ran:
        return run(*argv, "--db", str(db))

    return run_on_record


def test_demands_threats_and_refusals_are_listed_the_newest_article_first(ledger: Run) -> None:
    lines = [json.loads(line) for line in ledger("demands", "--json").out.splitlines()]
    assert [(each["statement"]["act"], each["statement"]["speakers"][0]["name"]) for each in lines] == [
        ("refuse", "Jan Tamm"),
        ("demand", "Anna Löhn"),
        ("threaten", "Anna Löhn"),
    ]
    assert all(each["version"] == 1 for each in lines)


def test_a_line_tells_who_does_what_to_whom(ledger: Run) -> None:
    ran = ledger("demands", "--lang", "de", "--act", "demand")
    assert (ran.status, ran.err) == (0, "")
    assert "Anna Löhn fordert → Jan Tamm" in ran.out
    assert "Der Deich muss weg" in ran.out
    assert "droht" not in ran.out


def test_only_acts_of_the_ledger_narrow_it(ledger: Run) -> None:
    ran = ledger("demands", "--act", "deny")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.splitlines()[0].endswith("demand, propose, threaten, refuse.")


def test_an_empty_ledger_says_so(ledger: Run) -> None:
    ran = ledger("demands", "--act", "propose")
    assert (ran.status, ran.out, ran.err) == (0, "", "There is none that passes these filters.\n")


def test_a_demand_tells_of_whom_it_is_demanded_and_is_found_by_that(run: Run, tmp_path: Path) -> None:
    item, db = tmp_path / "item.json", str(tmp_path / "record.db")
    text = "Ministerin Anna Löhn kam. „Der Landrat muss zurücktreten“, sagte Löhn zu Jan Tamm."
    item.write_text(json.dumps({"id": "1", "text": text, "date": "2026-01-02"}), "utf-8")
    assert run("read", str(item), "--db", db, "--quiet").status == 0
    lines = [json.loads(line) for line in run("demands", "--json", "--target", "tamm", "--db", db).out.splitlines()]
    assert lines
    assert {party["name"] for line in lines for party in line["statement"]["targets"]} == {"Jan Tamm"}
    assert "Anna Löhn fordert → Jan Tamm" in run("demands", "--lang", "de", "--db", db).out
    assert run("demands", "--json", "--target", "Löhn", "--db", db).out == ""
    number = lines[0]["statement"]["article"]["id"]
    assert "verlangt von  Jan Tamm" in run("show", number, "--lang", "de", "--db", db).out


LATER = [
    {
        "id": "1",
        "text": "Ministerin Anna Löhn kam. „Der Deich bei Anstadt muss bis zum Herbst weg“, sagte Löhn zu Jan Tamm.",
        "date": "2026-01-02",
    },
    {
        "id": "2",
        "text": "Landrat Jan Tamm kam. „Der Deich bei Anstadt kommt bis zum Herbst nicht weg“, sagte Tamm.",
        "date": "2026-02-03",
    },
    {
        "id": "3",
        "text": "Landrat Jan Tamm kam. „Mein Hund frisst am liebsten Gurken“, sagte Tamm.",
        "date": "2026-02-04",
    },
]


@pytest.fixture
def answered(run: Run, tmp_path: Path) -> Run:
    """Runs a command on a record in which one who was asked refuses it in a later article, and refuses else."""
    items, db = tmp_path / "items.jsonl", tmp_path / "record.db"
    items.write_text("".join(json.dumps(item) + "\n" for item in LATER), "utf-8")
    assert run("read", str(items), "--db", str(db), "--quiet").status == 0
    lines = run("statements", "--db", str(db), "--json").out.splitlines()
    found = sorted(map(json.loads, lines), key=lambda each: each["article"]["published"])
    for each, act in zip(found, (Act.DEMAND, Act.REFUSE, Act.REFUSE), strict=True):
        assert run("correct", each["id"], "--act", act, "--by", "Mira", "--db", str(db)).status == 0

    def run_on_record(*argv: str) -> Ran:
        return run(*argv, "--db", str(db))

    return run_on_record


def test_what_the_one_who_was_asked_said_later_in_like_words_may_answer_it(answered: Run) -> None:
    (line,) = [json.loads(each) for each in answered("demands", "--json", "--act", "demand").out.splitlines()]
    said = [(each["act"], each["article"]["published"], each["quote"][0]["text"]) for each in line["later"]]
    assert said == [("refuse", "2026-02-03", "„Der Deich bei Anstadt kommt bis zum Herbst nicht weg“")]
    assert line["answers"] == []
    assert "perhaps    Jan Tamm refuses: „Der Deich bei Anstadt" in answered("demands", "--act", "demand").out


def test_what_has_an_answer_is_not_open(answered: Run) -> None:
    assert answered("demands", "--act", "demand", "--open", "--json").out == ""
    assert len(answered("demands", "--act", "refuse", "--open", "--json").out.splitlines()) == 2
