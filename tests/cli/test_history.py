import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_deciding import tidy

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d UTC|\d\d\.\d\d\.\d{4} \d\d:\d\d UTC")


@pytest.fixture
def ada(run: Run, record: Path) -> str:
    """The id of what Ada said, about which three decisions were made."""
    found = json.loads(run("statements", "--db", str(record), "--speaker", "Ada", "--json").out)["id"]
    for argv in (
        ("correct", found, "--speaker", "Ben", "--why", "so steht es da"),
        ("confirm", found),
        ("undo", "1"),
    ):
        assert run(*argv, "--db", str(record), "--by", "Mira").status == 0
    return str(found)


def test_entries_tell_who_did_what_and_why_with_the_words(run: Run, record: Path, ada: str) -> None:
    ran = run("history", "--db", str(record))
    assert [_MOMENT.sub("NOW", line) for line in tidy(ran.out)] == [
        f"1 NOW Mira correction {ada} (undone)",
        "because so steht es da",
        "speakers Ada → Ben",
        f"2 NOW Mira confirmation {ada}",
        "all of it „Der Deich hält ‚noch‘“ […] „aber nicht lange.“",
        f"3 NOW Mira undoing of entry 1 {ada}",
    ]
    assert (ran.status, ran.err) == (0, "")


def test_history_speaks_german(run: Run, record: Path, ada: str) -> None:
    lines = [_MOMENT.sub("JETZT", line) for line in tidy(run("history", "--db", str(record), "--lang", "de").out)]
    assert lines[:3] == [
        f"1 JETZT Mira Berichtigung {ada} (zurückgenommen)",
        "weil so steht es da",
        "Sprecher Ada → Ben",
    ]


def test_history_of_one_statement(run: Run, record: Path, ada: str) -> None:
    bo = json.loads(run("statements", "--db", str(record), "--speaker", "Bo", "--json").out)["id"]
    run("confirm", bo, "--db", str(record))
    assert len(run("history", ada[:8], "--db", str(record), "--json").out.splitlines()) == 3
    assert len(run("history", bo, "--db", str(record), "--json").out.splitlines()) == 1


def test_history_as_json_has_the_words(run: Run, record: Path, ada: str) -> None:
    entries = [json.loads(line) for line in run("history", "--db", str(record), "--json").out.splitlines()]
    assert [(each["number"], each["action"], each["is_undone"]) for each in entries] == [
        (1, "correct", True),
        (2, "confirm", False),
        (3, "undo", False),
    ]
    assert entries[0]["values"]["speakers"] == [[{"start": 38, "end": 41, "text": "Ben"}]]


def test_empty_history_says_so(run: Run, record: Path) -> None:
    ran = run("history", "--db", str(record), "--lang", "de")
    assert (ran.status, ran.out, ran.err) == (0, "", "Noch hat niemand etwas entschieden.\n")


def test_decision_that_lost_its_words_waits(run: Run, record: Path, ada: str, tmp_path: Path) -> None:
    changed = {"url": "https://example.org/1", "id": "1", "text": "„Nun anders“, sagte Ada."}
    (tmp_path / "new.json").write_text(json.dumps(changed), "utf-8")
    run("read", "new.json", "--db", str(record), "--quiet")
    ran = run("waiting", "--db", str(record))
    lines = [_MOMENT.sub("NOW", line) for line in tidy(ran.out)]
    assert lines[0] == f"2 NOW Mira confirmation {ada}"
    assert "„Der Deich hält ‚noch‘“ […] „aber nicht lange.“" in ran.out
    assert ran.err.startswith("These words are not in the articles any more.")
    [entry] = run("waiting", "--db", str(record), "--json").out.splitlines()
    assert json.loads(entry)["number"] == 2
    assert json.loads(entry)["waiting"]


def test_nothing_waits_where_all_has_its_place(run: Run, record: Path, ada: str) -> None:
    ran = run("waiting", "--db", str(record))
    assert (ran.status, ran.out, ran.err) == (0, "", "No decision waits for a place.\n")


def test_history_that_was_written_anew_is_told_by_its_head(run: Run, record: Path, ada: str, tmp_path: Path) -> None:
    shutil.copy(record, tmp_path / "before.db")
    run("confirm", ada, "--db", str(record))
    head = run("history", "--head", "--db", str(record)).out.strip()
    assert head.startswith("4 ")
    assert run("verify", "--head", head, "--db", str(record)).status == 0
    run("reject", ada, "--db", "before.db")  # another entry 4
    assert run("verify", "--db", "before.db").status == 0
    ran = run("verify", "--head", head, "--db", "before.db")
    assert (ran.status, ran.out.startswith("history ")) == (1, True)


def test_rejected_statement_is_told_by_its_words(run: Run, record: Path, ada: str) -> None:
    run("reject", ada, "--db", str(record), "--by", "Mira")
    assert [_MOMENT.sub("NOW", line) for line in tidy(run("history", "--db", str(record)).out)][-2:] == [
        f"4 NOW Mira rejection {ada}",
        "all of it „Der Deich hält ‚noch‘“ […] „aber nicht lange.“",
    ]


def test_of_a_whole_statement_that_was_confirmed_the_part_that_waits_is_told(
    run: Run, record: Path, ada: str, tmp_path: Path
) -> None:
    reworded = "„Der Damm hält ‚noch‘“, sagte Ada zu Ben, „aber nicht lange.“\n\nEnde."
    changed = {"url": "https://example.org/1", "id": "1", "text": reworded}
    (tmp_path / "new.json").write_text(json.dumps(changed), "utf-8")
    run("read", "new.json", "--db", str(record), "--quiet")
    lines = [_MOMENT.sub("NOW", line) for line in tidy(run("waiting", "--db", str(record)).out)]
    assert lines[0] == f"2 NOW Mira confirmation {ada}"
    assert lines[1].startswith("article a")
    assert lines[2:] == ["words „Der Deich hält ‚noch‘“ […] „aber nicht lange.“"]
