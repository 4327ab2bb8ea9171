import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = "Am Montag sagte Ada, „der Deich hält seit zwei Wochen“."


def test_every_expression_is_a_line_of_seven_cells(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    ran = run("times", "a.txt", "--date", "2025-11-27")
    assert ran.out.splitlines() == [
        "start\tend\ttext\ttype\tvalue\tfrom\tto",
        "3\t9\tMontag\tDATE\t2025-11-24\t2025-11-24\t2025-11-24",
        "42\t53\tzwei Wochen\tDURATION\tP2W\t2025-11-13\t2025-11-27",
    ]
    assert (ran.status, ran.err) == (0, "")


def test_json_has_one_object_a_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Der Rat tagt jeden Montag, seit etwa zwei Jahren.", "utf-8")
    ran = run("times", "a.txt", "--date", "27.11.2025", "--json")
    first, second = map(json.loads, ran.out.splitlines())
    assert first == {
        "version": 1,
        "article": first["article"],
        "start": 13,
        "end": 25,
        "text": "jeden Montag",
        "type": "SET",
        "value": "XXXX-WXX-1",
        "from": None,
        "to": None,
        "modifier": None,
        "relation": "at",
        "quantifier": "jeden",
        "event": None,
    }
    assert (second["text"], second["value"], second["modifier"], second["relation"], second["from"]) == (
        "etwa zwei Jahren",
        "P2Y",
        "APPROX",
        "since",
        "2023-11-27",
    )


def test_positions_count_all_that_a_plain_text_file_has(run: Run, tmp_path: Path) -> None:
    text = "\n  😀 Gestern brannte es.\n\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    [line] = map(json.loads, run("times", "a.txt", "--date", "2025-11-27", "--json").out.splitlines())
    assert text[line["start"] : line["end"]] == "Gestern"


def test_items_are_reckoned_from_their_own_days(run: Run, tmp_path: Path) -> None:
    items = [
        {"text": "Gestern brannte es.", "date": "2026-01-01"},
        {"text": "Gestern brannte es.", "date": "2024-03-01"},
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(item) + "\n" for item in items), "utf-8")
    values = [json.loads(line)["value"] for line in run("times", "a.jsonl", "--json").out.splitlines()]
    assert values == ["2025-12-31", "2024-02-29"]


def test_a_date_that_is_given_goes_before_that_of_the_item(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "Gestern brannte es.", "date": "2026-01-01"}), "utf-8")
    [line] = run("times", "a.jsonl", "--json", "--date", "2025-11-27").out.splitlines()
    assert json.loads(line)["value"] == "2025-11-26"


def test_standard_input_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Am 5. März 2024 kam Ada.".encode())))
    assert run("times", "-").out.splitlines()[1] == "3\t15\t5. März 2024\tDATE\t2024-03-05\t2024-03-05\t2024-03-05"


def test_a_text_without_expressions_is_told_of(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Hier steht nichts.", "utf-8")
    ran = run("times", "a.txt", "--lang", "de")
    assert (ran.status, ran.out, ran.err) == (0, "", "a.txt: keine Zeitangabe.\n")


def test_heads_are_in_the_users_language(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Gestern brannte es.", "utf-8")
    head = run("times", "a.txt", "--lang", "de").out.splitlines()[0]
    assert head == "Anfang\tEnde\tText\tArt\tWert\tvon\tbis"


def test_what_is_no_day_is_a_clear_error(run: Run) -> None:
    ran = run("times", "a.txt", "--date", "31.02.2026")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Error: --date 31.02.2026 is no day: write it as 2025-11-27 or 27.11.2025.")


def test_a_file_that_cannot_be_read_is_refused_and_the_others_go_on(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": ', "utf-8")
    (tmp_path / "b.txt").write_text("Gestern brannte es.", "utf-8")
    ran = run("times", "a.json", "b.txt", "--date", "2025-11-27")
    assert ran.status == 1
    assert ran.err.startswith("Rejected: a.json")
    assert ran.out.splitlines()[1].startswith("0\t7\tGestern\tDATE\t2025-11-26")


def test_a_path_that_leads_nowhere_is_an_error(run: Run) -> None:
    ran = run("times", "nowhere.txt")
    assert ran.status == 2
    assert "nowhere.txt" in ran.err


def test_hidden_characters_of_the_text_are_shown(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Am Mon\u00adtag brannte es.", "utf-8")
    ran = run("times", "a.txt", "--date", "2025-11-27")
    assert "\u00ad" not in ran.out
    assert ran.out.splitlines()[1].split("\t")[4] == "2025-11-24"
