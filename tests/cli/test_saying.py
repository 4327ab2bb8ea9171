import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran, Run

ITEMS = [
    {"id": "1", "text": "Anna Löhn kam. „Der Deich hält“, sagte Löhn am Montag.", "date": "2026-01-07"},
    {"id": "2", "text": "Jan Tamm lachte. „Na also“, rief Tamm.", "date": "2026-03-05"},
]


@pytest.fixture
def kept(run: Run, tmp_path: Path) -> Run:
    """Runs a command on a record with two statements, one of which was said on 5 January, as a person said."""
    items, db = tmp_path / "items.jsonl", tmp_path / "record.db"
    items.write_text("".join(json.dumps(item) + "\n" for item in ITEMS), "utf-8")
    assert run("read", str(items), "--db", str(db), "--quiet").status == 0

    first = json.loads(run("statements", "--until", "2026-02-01", "--json", "--db", str(db)).out)["id"]
    assert run("correct", first, "--said-on", "2026-01-05", "--by", "Bo", "--db", str(db)).status == 0

    def run_on_record(*argv: str) -> Ran:
        return run(*argv, "--db", str(db))

    return run_on_record


def found(kept: Run, *filters: str, command: tuple[str, ...] = ("statements",)) -> list[dict[str, Any]]:
    return [json.loads(line) for line in kept(*command, *filters, "--json").out.splitlines()]


def days(statement: dict[str, Any]) -> tuple[str, str] | None:
    said = statement["said_on"]
    return said and (said["from"], said["to"])


def test_statements_are_found_by_the_day_on_which_they_were_said(kept: Run) -> None:
    (first,) = found(kept, "--said-from", "2026-01-05", "--said-to", "5.1.2026")
    assert days(first) == ("2026-01-05", "2026-01-05")
    assert found(kept, "--said-from", "2026-01-06") == []
    assert found(kept, "--said-to", "2026-01-04") == []
    assert [each["id"] for each in found(kept, "--said-to", "2026-02-01", command=("search", "Deich"))] == [first["id"]]
    ran = kept("statements", "--said-from", "gestern")
    assert (ran.status, ran.out) == (2, "")


def test_a_search_by_days_can_be_saved(kept: Run) -> None:
    assert kept("statements", "--said-to", "2026-02-01", "--save", "Januar").status == 0
    assert "Januar" in kept("saved").out
    assert kept("saved", "Januar").status == 0


def test_a_person_says_on_which_days_it_was_said(kept: Run) -> None:
    (second,) = found(kept, "--since", "2026-03-01")
    made = json.loads(kept("correct", second["id"], "--said-on", "2026-03-02/3.3.2026", "--by", "Mira", "--json").out)
    assert days(made["statement"]) == ("2026-03-02", "2026-03-03")
    assert (made["entry"]["was"]["said_on"], made["entry"]["values"]["said_on"]) == ("", "2026-03-02/2026-03-03")
    assert [each["id"] for each in found(kept, "--said-from", "2026-03-03")] == [second["id"]]
    assert "Tag" in kept("history", second["id"], "--lang", "de").out
    assert kept("undo", "2", "--by", "Mira").status == 0
    assert found(kept, "--said-from", "2026-03-03") == []
    assert kept("verify").status == 0


def test_a_person_says_that_the_article_does_not_tell_the_day(kept: Run) -> None:
    (first,) = found(kept, "--said-to", "2026-02-01")
    assert (
        days(json.loads(kept("correct", first["id"], "--said-on", "none", "--by", "Mira", "--json").out)["statement"])
        is None
    )
    assert kept("verify").status == 0


def test_a_person_names_the_venue(kept: Run) -> None:
    (second,) = found(kept, "--since", "2026-03-01")
    made = json.loads(kept("correct", second["id"], "--venue", "Sitzung  in Örling", "--by", "Mira", "--json").out)
    assert made["statement"]["venue"]["name"] == "Sitzung in Örling"
    assert "Sitzung in Örling" in kept("show", second["id"]).out
    assert kept("correct", second["id"], "--venue", "none", "--by", "Mira").status == 0
    assert found(kept, "--since", "2026-03-01")[0]["venue"] is None
    assert kept("verify").status == 0


def test_what_a_person_said_stays_when_the_article_is_asked_anew(kept: Run) -> None:
    (second,) = found(kept, "--since", "2026-03-01")
    assert kept("correct", second["id"], "--said-on", "2026-03-02", "--venue", "Rathaus", "--by", "Mira").status == 0
    assert kept("resolve").status == 0
    (again,) = found(kept, "--since", "2026-03-01")
    assert (days(again), again["venue"]["name"]) == (("2026-03-02", "2026-03-02"), "Rathaus")


@pytest.mark.parametrize("written", ["gestern", "2026-03-03/2026-03-02", "2026-03-03/"])
def test_days_that_cannot_be_are_refused(kept: Run, written: str) -> None:
    (second,) = found(kept, "--since", "2026-03-01")
    ran = kept("correct", second["id"], "--said-on", written, "--by", "Mira", "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert "--said-on" in ran.err


def test_days_are_read_as_they_are_written() -> None:
    from wortlaut.decisions import SaidDays

    for written in ("", "2026-03-02", "2026-03-02/2026-03-03"):
        assert str(SaidDays.of(written)) == written
    with pytest.raises(ValueError, match="ends before it begins"):
        SaidDays.of("2026-03-03/2026-03-02")
