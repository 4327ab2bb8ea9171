import json
from pathlib import Path

from tests.cli.conftest import Run


def test_the_picture_tells_all_of_it(run: Run, record: Path) -> None:
    ran = run("overview", "--db", record)
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "3 statements in 3 articles"
    assert [line for line in lines if line and not line.startswith(" ")][1:] == [
        "statements by week",
        "acts",
        "types",
        "outlets",
        "certainty of the least certain part",
        "people",
        "came in last",
    ]
    assert "  29 December 2025 4 May 2026" in lines
    (elbe,) = [line.split() for line in lines if line.startswith("  Elbkurier")]
    assert elbe == ["Elbkurier", "█" * 24, "2", "67%"]


def test_in_german_numbers_and_days_are_german(run: Run, record: Path) -> None:
    ran = run("overview", "--db", record, "--lang", "de")
    assert ran.out.startswith("3 Aussagen in 3 Artikeln\n\nAussagen nach Wochen\n")
    assert "29. Dezember 2025" in ran.out
    assert "67 %" in ran.out


def test_json_has_the_same(run: Run, record: Path) -> None:
    ran = run("overview", "--db", record, "--json")
    made = json.loads(ran.out)
    assert (made["version"], made["articles"], made["statements"], made["step"]) == (1, 3, 3, "week")
    assert made["periods"] == [
        {"first": "2025-12-29", "articles": 1, "statements": 2},
        {"first": "2026-03-02", "articles": 1, "statements": 1},
        {"first": "2026-05-04", "articles": 1, "statements": 0},
    ]
    assert made["outlets"] == [
        {"name": "Elbkurier", "articles": 1, "statements": 2},
        {"name": "Wattbote", "articles": 1, "statements": 1},
    ]
    assert sum(band["statements"] for band in made["certainty"]) == sum(made["types"].values()) == 3
    assert [each["title"] for each in made["arrived"]] == [None, None, "Streit um den Deich"]
    assert (made["undated"], made["decided"], made["waiting"], made["feeds"]) == (None, 0, 0, [])


def test_what_people_decided_is_told(run: Run, record: Path) -> None:
    first = json.loads(run("statements", "--db", record, "--json").out.splitlines()[0])["id"]
    assert run("confirm", first, "--by", "Ada", "--db", record).status == 0
    (line,) = [line.split() for line in run("overview", "--db", record).out.splitlines() if "decided about" in line]
    assert line == ["decided", "about", "█" * 12, "1", "33%"]


def test_an_empty_record_says_how_to_fill_it(run: Run, tmp_path: Path) -> None:
    nothing = tmp_path / "leer.jsonl"
    nothing.write_text(json.dumps({"id": "1", "text": ""}) + "\n", "utf-8")
    db = tmp_path / "leer.db"
    run("read", nothing, "--db", db, "--quiet")
    ran = run("overview", "--db", db)
    assert (ran.status, ran.out) == (0, "")
    assert "wortlaut read" in ran.err


def test_hidden_characters_of_a_title_are_made_visible(run: Run, tmp_path: Path) -> None:
    item, db = tmp_path / "item.jsonl", tmp_path / "record.db"
    item.write_text(
        json.dumps({"id": "1", "title": "Deich\u202e\u001b[31m", "text": "„Nein“, rief Bo."}) + "\n", "utf-8"
    )
    assert run("read", item, "--db", db, "--quiet").status == 0
    told = run("overview", "--db", db).out
    assert not {"\u202e", "\u001b"} & set(told)
    assert "Deich" in told
