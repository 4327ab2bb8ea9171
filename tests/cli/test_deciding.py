import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran, Run


@pytest.fixture
def decide(run: Run, record: Path) -> Run:
    """Runs a command on the record in the name of Mira."""

    def run_on_record(*argv: str) -> Ran:
        return run(*argv, "--db", str(record), "--by", "Mira")

    return run_on_record


@pytest.fixture
def ada(run: Run, record: Path) -> dict[str, Any]:
    """What Ada said, as JSON."""
    found: dict[str, Any] = json.loads(run("statements", "--db", str(record), "--speaker", "Ada", "--json").out)
    return found


def tidy(out: str) -> list[str]:
    return [" ".join(line.split()) for line in out.splitlines() if line.strip()]


def test_confirmed_statement_is_printed_with_ticks_and_who_decided(decide: Run, ada: dict[str, Any]) -> None:
    ran = decide("confirm", ada["id"], "quote", "speaker")
    lines = tidy(ran.out)
    assert lines[1].startswith(f"direct · speech {ada['id']} · revision ")
    assert lines[2:4] == ["statement „Der Deich hält ‚noch‘“ […] „aber nicht lange.“ (✓)", "speaker Ada (✓)"]
    assert re.fullmatch(r"addressee Ben .*\(\d\d%\)", lines[4])
    assert lines[-1].startswith("decided ✓ Mira, 20")
    assert lines[-1].endswith(" UTC (entry 1): words, speakers")
    assert (ran.status, ran.err) == (
        0,
        "Entry 1 of the history: confirmation by Mira. `wortlaut undo 1` takes it back.\n",
    )


def test_whole_statement_is_confirmed_in_german(decide: Run, ada: dict[str, Any]) -> None:
    ran = decide("confirm", ada["id"][:6], "--lang", "de")
    assert tidy(ran.out)[-1].endswith("UTC (Eintrag 1): alles")
    assert ran.err == "Eintrag 1 des Verlaufs: Bestätigung durch Mira. `wortlaut undo 1` nimmt es zurück.\n"


def test_corrected_parts_are_found_by_their_words(decide: Run, ada: dict[str, Any]) -> None:
    ran = decide(
        *("correct", ada["id"], "--quote", '"Der Deich hält', "--quote", "aber nicht lange."),
        *("--type", "indirect", "--medium", "writing", "--speaker", "Ben", "--speaker", "Ada", "--addressee", ""),
        "--json",
    )
    made = json.loads(ran.out)["statement"]
    assert [span["text"] for span in made["quote"]] == ["„Der Deich hält", "aber nicht lange."]
    assert (made["type"], made["medium"], made["addressees"]) == ("indirect", "writing", [])
    assert [party["mention"][0]["text"] for party in made["speakers"]] == ["Ben", "Ada"]
    assert made["id"] == ada["id"]


def test_decision_as_json_has_entry_and_statement(decide: Run, ada: dict[str, Any]) -> None:
    made = json.loads(decide("correct", ada["id"], "--no-speaker", "--why", "unklar", "--json").out)
    assert set(made) == {"entry", "statement"}
    entry = made["entry"]
    assert (entry["number"], entry["action"], entry["by"], entry["why"]) == (1, "correct", "Mira", "unklar")
    assert entry["values"]["speakers"] == []
    assert entry["was"]["speakers"] == [[{"start": 31, "end": 34, "text": "Ada"}]]
    assert made["statement"]["decided_by"] == "Mira"
    assert [each["part"] for each in made["statement"]["decided"]] == ["speakers"]


def test_places_will_do_for_words(decide: Run, ada: dict[str, Any]) -> None:
    made = json.loads(decide("correct", ada["id"], "--cue", "35-37", "--json").out)
    assert made["statement"]["cue"] == [{"start": 35, "end": 37, "text": "zu"}]


def test_statement_is_taken_out_of_the_one_it_stood_inside(run: Run, decide: Run, ada: dict[str, Any]) -> None:
    article = ada["article"]["id"]
    child = json.loads(run("show", article, "--db", "record.db", "--json").out.splitlines()[1])["id"]
    made = json.loads(decide("correct", child, "--inside", "none", "--json").out)
    assert made["statement"]["parent"] is None
    made = json.loads(decide("correct", child, "--inside", ada["id"][:7], "--json").out)
    assert made["statement"]["parent"] == ada["id"]


def test_rejected_statement_is_told_and_gone_from_the_lists(run: Run, decide: Run, record: Path) -> None:
    found = json.loads(run("statements", "--db", str(record), "--speaker", "Bo", "--json").out)
    ran = decide("reject", found["id"])
    assert "standing rejected by a person" in tidy(ran.out)
    assert run("statements", "--db", str(record), "--speaker", "Bo").out == ""
    listed = run("statements", "--db", str(record), "--standing", "rejected", "--json").out
    assert [json.loads(line)["id"] for line in listed.splitlines()] == [found["id"]]


def test_rejected_parts_are_gone(decide: Run, ada: dict[str, Any]) -> None:
    made = json.loads(decide("reject", ada["id"], "addressee", "cue", "--json").out)["statement"]
    assert (made["addressees"], made["cue"]) == ([], [])
    assert len(made["speakers"]) == 1


def test_statement_is_added(run: Run, decide: Run, record: Path, ada: dict[str, Any]) -> None:
    article = ada["article"]["id"]
    ran = decide("add", article, "--quote", "Ende", "--type", "reported", "--json")
    made = json.loads(ran.out)["statement"]
    assert (made["quote"][0]["text"], made["standing"], made["made_by"]["reader"]) == ("Ende", "added", "person")
    assert run("verify", "--db", str(record)).status == 0


def test_addition_without_a_type_is_refused(decide: Run, ada: dict[str, Any]) -> None:
    ran = decide("add", ada["article"]["id"], "--quote", "Ende")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Error: A new statement of article ")


def test_undone_decision_is_as_if_it_had_not_been(run: Run, decide: Run, record: Path, ada: dict[str, Any]) -> None:
    decide("correct", ada["id"], "--speaker", "Ben")
    ran = decide("undo", "1")
    assert ran.err == "Entry 2 of the history: undoing by Mira. `wortlaut undo 2` takes it back.\n"
    assert json.loads(run("statements", "--db", str(record), "--speaker", "Ada", "--json").out) == ada


def test_completion_confirms_what_is_there(run: Run, decide: Run, record: Path, ada: dict[str, Any]) -> None:
    ran = decide("complete", ada["article"]["id"])
    assert ran.err == (
        "Statements confirmed with it: 2 (entries 1 to 2; each is undone by itself).\n"
        "Entry 3 of the history: completion by Mira. `wortlaut undo 3` takes it back.\n"
    )
    out = run("statements", "--db", str(record), "--undecided", "--json").out
    assert len(out.splitlines()) == 1  # that of the other article


def test_conflict_has_a_status_of_its_own_and_changes_nothing(run: Run, decide: Run, ada: dict[str, Any]) -> None:
    decide("confirm", ada["id"])
    ran = run("reject", ada["id"], "--db", "record.db", "--by", "Bo", "--seen", ada["revision"], "--lang", "de")
    assert (ran.status, ran.out) == (6, "")
    assert ran.err.startswith("Fehler: Mira hat am ")
    assert "(Eintrag 1)" in ran.err
    assert len(run("history", "--db", "record.db", "--json").out.splitlines()) == 1


def test_revision_that_is_shown_is_the_one_to_tell_back(run: Run, decide: Run, ada: dict[str, Any]) -> None:
    shown = run("show", ada["id"], "--db", "record.db").out
    assert f"revision {ada['revision']}" in shown
    assert decide("confirm", ada["id"], "--seen", ada["revision"]).status == 0


def test_words_that_are_not_there_are_told_in_german(decide: Run, ada: dict[str, Any]) -> None:
    ran = decide("correct", ada["id"], "--cue", "sagte Cleo", "--lang", "de")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Fehler: Der Artikel hat die Wörter 'sagte Cleo' nicht. Ein Teil davon steht dort: 25-30")


def test_nothing_said_is_refused(decide: Run, ada: dict[str, Any]) -> None:
    assert decide("correct", ada["id"]).status == 2


def test_editor_comes_from_the_surroundings(run: Run, ada: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORTLAUT_EDITOR", "Ines")
    assert "by Ines." in run("confirm", ada["id"], "--db", "record.db").err


def test_hostile_name_cannot_command_the_terminal(run: Run, ada: dict[str, Any]) -> None:
    ran = run("confirm", ada["id"], "--db", "record.db", "--by", "\x1b[2JEve")
    assert "\x1b" not in ran.out + ran.err + run("history", "--db", "record.db").out


@pytest.mark.parametrize("seen", ["", "zzz", "00000000000", "0000000000000", "ABCDEF012345"])
def test_what_can_be_no_revision_is_no_conflict(decide: Run, ada: dict[str, Any], seen: str) -> None:
    ran = decide("confirm", ada["id"], "--seen", seen)
    assert (ran.status, ran.out) == (2, "")
    assert "is no revision: write the twelve characters" in ran.err


def test_correction_from_the_command_line_is_about_the_statement_as_it_was_looked_up(
    decide: Run, ada: dict[str, Any]
) -> None:
    assert decide("correct", ada["id"], "--type", "indirect", "--seen", ada["revision"]).status == 0
    assert decide("correct", ada["id"], "--type", "direct", "--seen", ada["revision"]).status == 6


def test_blank_words_are_not_taken_for_none(run: Run, decide: Run, ada: dict[str, Any]) -> None:
    ran = decide("correct", ada["id"], "--speaker", "  ")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Error: The article does not have the words '")
    assert json.loads(run("show", ada["id"], "--db", "record.db", "--json").out.splitlines()[0])["speakers"]


@pytest.mark.parametrize("number", ["9" * 25, "9" * 5000, "9223372036854775807", "7", "0"])
def test_number_that_no_entry_has_is_told_however_large(decide: Run, number: str) -> None:
    ran = decide("undo", number)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Error: The history has no entry ")


def test_bytes_that_are_no_text_are_written_out(run: Run, ada: dict[str, Any]) -> None:
    ran = run("confirm", ada["id"], "--db", "record.db", "--by", "Mi\udcffra", "--why", "\udcfe")
    assert ran.status == 0
    [entry] = run("history", "--db", "record.db", "--json").out.splitlines()
    assert (json.loads(entry)["by"], json.loads(entry)["why"]) == ("Mi\\udcffra", "\\udcfe")
