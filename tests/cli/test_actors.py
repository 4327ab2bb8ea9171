import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran, Run

ITEMS = [
    {"id": "1", "text": "Ministerin Anna Löhn kam. „Der Deich hält“, sagte Löhn.", "date": "2026-01-02"},
    {"id": "2", "text": "Die Ministerin Anna Löhn ging. „Er hält nicht“, sagte Löhn.", "date": "2026-03-04"},
    {"id": "3", "text": "Jan Tamm lachte. „Na also“, rief Tamm.", "date": "2026-03-05"},
    {"id": "4", "text": "Jan Peter Tamm lachte. „Na gut“, rief Tamm.", "date": "2026-03-06"},
]


@pytest.fixture
def actors(run: Run, tmp_path: Path) -> Run:
    """Runs a command on a record in which Anna Löhn speaks in two articles, Bo and Jan Peter Tamm in one each."""
    items, db = tmp_path / "items.jsonl", tmp_path / "record.db"
    items.write_text("".join(json.dumps(item) + "\n" for item in ITEMS), "utf-8")
    assert run("read", str(items), "--db", str(db), "--quiet").status == 0

    def run_on_record(*argv: str) -> Ran:
        return run(*argv, "--db", str(db))

    return run_on_record


def listed(actors: Run) -> dict[str, int]:
    """The actors by name, with their numbers of statements."""
    lines = map(json.loads, actors("actors", "--json").out.splitlines())
    return {each["name"]: each["statements"] for each in lines}


def shown(actors: Run, reference: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(actors("actors", "show", reference, "--json").out)
    return found


def test_one_who_speaks_in_two_articles_is_one_actor(actors: Run) -> None:
    assert listed(actors) == {"Anna Löhn": 2, "Jan Tamm": 1, "Jan Peter Tamm": 1}
    ran = actors("actors", "--name", "löhn", "--kind", "person")
    assert (ran.status, ran.err) == (0, "")
    assert "Anna Löhn" in ran.out
    assert "Tamm" not in ran.out


def test_one_actor_is_shown_with_names_offices_and_days(actors: Run) -> None:
    ada = shown(actors, "Anna Löhn")
    assert (ada["kind"], ada["statements"], ada["first"], ada["last"]) == ("person", 2, "2026-01-02", "2026-03-04")
    assert ada["names"] == [{"name": "Anna Löhn", "statements": 2}]
    assert ada["offices"] == [{"office": "Ministerin", "statements": 2, "first": "2026-01-02", "last": "2026-03-04"}]
    out = actors("actors", "show", ada["id"], "--lang", "de").out
    assert "Amt in Artikeln  Ministerin (2, 2026-01-02 – 2026-03-04)" in out


def test_statements_are_found_by_actor_and_by_a_name_that_does_not_stand_beside_them(actors: Run) -> None:
    ada = shown(actors, "Anna Löhn")["id"]
    for filters in (("--actor", ada), ("--speaker", "Anna Löhn")):
        assert len(actors("statements", "--json", *filters).out.splitlines()) == 2


def test_two_are_merged_and_the_merging_is_undone(actors: Run) -> None:
    ran = actors("actors", "merge", "Jan Tamm", "Jan Peter Tamm", "--by", "Mira")
    assert (ran.status, ran.err) == (0, "Entry 1 of the history: merging by Mira. `wortlaut undo 1` takes it back.\n")
    assert listed(actors) == {"Anna Löhn": 2, "Jan Tamm": 2}
    assert actors("undo", "1", "--by", "Mira").status == 0
    assert listed(actors) == {"Anna Löhn": 2, "Jan Tamm": 1, "Jan Peter Tamm": 1}
    history = actors("history").out
    assert "merging" in history
    assert "(undone)" in history
    assert actors("history", "person:jan-tamm").out.count("Mira") == 1


def test_some_of_what_is_said_is_anothers(actors: Run) -> None:
    ada = shown(actors, "Anna Löhn")["id"]
    later = json.loads(actors("statements", "--since", "2026-03-04", "--until", "2026-03-04", "--json").out)
    made = json.loads(
        actors(
            "actors", "split", ada, "Anna Löhn-Voss", "--article", later["article"]["id"], "--by", "Mira", "--json"
        ).out
    )
    assert (made["entry"]["action"], made["actor"]["name"]) == ("assign", "Anna Löhn-Voss")
    assert listed(actors) == {"Anna Löhn": 1, "Anna Löhn-Voss": 1, "Jan Tamm": 1, "Jan Peter Tamm": 1}


def test_names_and_offices_are_what_a_person_says(actors: Run) -> None:
    ada = shown(actors, "Anna Löhn")["id"]
    assert actors("actors", "rename", ada, "Annegret Löhn", "--by", "Mira").status == 0
    assert actors("actors", "alias", ada, "Jan Peter Tamm", "--by", "Mira").status == 0
    assert actors("actors", "office", ada, "Ministerin", "--from", "1.1.2026", "--by", "Mira").status == 0
    found = shown(actors, ada)
    assert (found["name"], found["aliases"], found["statements"]) == ("Annegret Löhn", ["jan peter tamm"], 3)
    assert found["held"] == [{"title": "Ministerin", "first": "2026-01-01", "last": None, "source": "", "as_of": None}]
    assert actors("actors", "alias", ada, "Jan Peter Tamm", "--remove", "--by", "Mira").status == 0
    assert actors("actors", "office", ada, "Ministerin", "--remove", "--by", "Mira").status == 0
    found = shown(actors, ada)
    assert (found["aliases"], found["statements"], found["held"]) == ([], 2, [])


def test_a_name_means_somebody_else_in_one_article(actors: Run) -> None:
    last = json.loads(actors("statements", "--since", "2026-03-06", "--json").out)
    ran = actors("actors", "assign", "Jan Peter Tamm", "Jan Tamm", "--article", last["article"]["id"], "--by", "Mira")
    assert ran.status == 0
    assert listed(actors) == {"Anna Löhn": 2, "Jan Tamm": 2}
    ran = actors("actors", "assign", "Jan Peter Tamm", "Anna Löhn")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Error: Say where the name means that actor")


def test_what_is_in_doubt_is_listed_until_a_person_decides(actors: Run) -> None:
    doubts = [json.loads(line) for line in actors("actors", "doubts", "--json").out.splitlines()]
    pairs = [each["actors"] for each in doubts if each["doubt"] == "maybe_one"]
    both = sorted(shown(actors, name)["id"] for name in ("Jan Tamm", "Jan Peter Tamm"))
    assert pairs == [both]
    assert "Jan Peter Tamm" in actors("actors", "doubts").out
    assert actors("actors", "apart", *both, "--by", "Mira").status == 0
    ran = actors("actors", "doubts", "--lang", "de")
    assert (ran.status, ran.out, ran.err) == (0, "", "Nichts ist zweifelhaft.\n")


def test_a_person_says_who_is_meant_in_one_statement(actors: Run) -> None:
    first = json.loads(actors("statements", "--until", "2026-01-02", "--json").out)
    ada = shown(actors, "Anna Löhn")["id"]
    made = json.loads(actors("correct", first["id"], "--who", "Jan Tamm", "--by", "Mira", "--json").out)
    party = made["statement"]["speakers"][0]
    assert (party["name"], party["actor"], party["confidence"]) == ("Jan Tamm", shown(actors, "Jan Tamm")["id"], 1.0)
    assert made["statement"]["decided"][0]["part"] == "who"
    assert made["entry"]["was"]["who"] == [{"kind": "person", "name": "Anna Löhn", "actor": ada}]
    made = json.loads(actors("correct", first["id"], "--who", "unknown", "--by", "Mira", "--json").out)
    party = made["statement"]["speakers"][0]
    assert (party["kind"], party["name"], party["actor"]) == ("unknown", None, None)


def test_an_actor_that_is_not_there_is_named(actors: Run) -> None:
    ran = actors("actors", "show", "Kalle")
    assert (ran.status, ran.out) == (3, "")
    assert ran.err.endswith("has no actor 'Kalle'. `wortlaut actors` lists them.\n")
    ran = actors("actors", "merge", "Jan Tamm", "Jan Tamm", "--by", "Mira")
    assert "was named twice" in ran.err
    ran = actors("actors", "show", "person:jan")
    assert "has several actors 'person:jan'" in ran.err


def test_asking_anew_changes_nothing_where_the_same_program_asked(actors: Run) -> None:
    ran = actors("resolve")
    assert (ran.status, ran.out, ran.err) == (0, "", "4 articles · asked anew in 0\n")


def test_the_record_is_whole_after_all_of_it(actors: Run) -> None:
    ada = shown(actors, "Anna Löhn")["id"]
    actors("actors", "merge", ada, "Jan Tamm", "--by", "Mira")
    actors("actors", "alias", ada, "Jan Peter Tamm", "--by", "Mira")
    actors("undo", "1", "--by", "Mira")
    assert actors("verify").status == 0


def test_lists_of_ones_own_are_gone_by_and_their_faults_told(
    actors: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "listen"
    folder.mkdir()
    rows = [
        "id\tname\tfamily\taliases\tgender\twikidata\tsource",
        "anna-loehn\tAnna-Maria Löhn\tLöhn\tAnna Löhn\tf\tQ42\thttps://example.org",
        "jan\tJan Tamm\tTamm\t\tm\t\t",
    ]
    (folder / "persons.tsv").write_text("\n".join(rows) + "\n", "utf-8")
    monkeypatch.setenv("WORTLAUT_ACTORS", str(folder))
    ran = actors("resolve")
    assert ran.err.splitlines()[0].startswith(f"{folder / 'persons.tsv'}")
    assert ran.err.splitlines()[1:] == ["4 articles · asked anew in 4"]
    anna = shown(actors, "anna-loehn")
    assert (anna["name"], anna["wikidata"], anna["statements"]) == ("Anna-Maria Löhn", "Q42", 2)
    monkeypatch.delenv("WORTLAUT_ACTORS")
    assert actors("resolve").err == "4 articles · asked anew in 4\n"
    assert listed(actors) == {"Anna Löhn": 2, "Jan Tamm": 1, "Jan Peter Tamm": 1}


def test_a_person_says_what_kind_of_statement_it_is(actors: Run) -> None:
    first = json.loads(actors("statements", "--until", "2026-01-02", "--json").out)
    made = json.loads(actors("correct", first["id"], "--act", "threaten", "--by", "Mira", "--json").out)
    assert (made["statement"]["act"], made["statement"]["confidence"]["act"]) == ("threaten", 1.0)
    assert made["entry"]["was"]["act"] == first["act"]
    assert [
        json.loads(line)["id"] for line in actors("statements", "--act", "threaten", "--json").out.splitlines()
    ] == [first["id"]]
    assert "droht (✓)" in " ".join(actors("show", first["id"], "--lang", "de").out.split())
    assert actors("undo", "1", "--by", "Mira").status == 0
    assert actors("statements", "--act", "threaten", "--json").out == ""
    assert actors("verify").status == 0
    ran = actors("statements", "--act", "sing")
    assert (ran.status, ran.out) == (2, "")
