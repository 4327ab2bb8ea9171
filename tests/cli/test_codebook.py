import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

BOOK = """
name = "deich"
version = "1"
title = { de = "Am Deich", en = "On the dike" }
[[categories]]
id = "bau"
definition = "Wer vom Deich spricht."
words = ["Deich"]
examples = [{ text = "„Die Deiche halten“, sagte Ada." }, { text = "„Es regnet“, sagte Bo.", applies = false }]
[[categories]]
id = "note"
parent = "bau"
by_hand = true
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    (tmp_path / "deich.toml").write_text(BOOK, "utf-8")
    return "deich.toml"


@pytest.fixture
def coded(run: Run, record: Path, file: str) -> str:
    """A record with the codebook added."""
    ran = run("codebook", "add", file, "--db", record)
    assert (ran.status, ran.out, ran.err) == (0, "", "Added; 3 of 3 articles coded.\n")
    return str(record)


def statement(run: Run, record: str) -> str:
    found = json.loads(run("statements", "--speaker", "Ada", "--db", record, "--json").out)
    return str(found["id"])


def test_a_codebook_is_checked_with_its_examples(run: Run, file: str) -> None:
    ran = run("codebook", "check", file)
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "deich 1: 2 categories, 2 examples, 0 not as they must be.\n"


def test_examples_that_fail_are_shown_with_what_they_got(run: Run, file: str) -> None:
    wrong = BOOK.replace("Die Deiche halten“, sagte", "Die Dämme halten“, sagte").replace("„Es regnet“", "„Der Deich“")
    Path(file).write_text(wrong.replace("[{ text", '[{ text = "Es regnet." }, { text'), "utf-8")
    ran = run("codebook", "check", file)
    assert ran.status == 1
    assert ran.out.splitlines() == [
        "bau is missing: Es regnet.",
        "  no statement is found in it; give the example a speaker and a cue",
        "bau is missing: „Die Dämme halten“, sagte Ada.",
        "  it got: none",
        "bau is not to be there: „Der Deich“, sagte Bo.",
        "  it got: deich:bau",
    ]
    told = [json.loads(line) for line in run("codebook", "check", file, "--json").out.splitlines()]
    assert [(each["category"], each["applies"], each["statements"], each["is_met"]) for each in told] == [
        ("bau", True, 0, False),
        ("bau", True, 1, False),
        ("bau", False, 1, False),
    ]


def test_a_broken_codebook_is_told_fault_by_fault(run: Run, file: str) -> None:
    Path(file).write_text(BOOK.replace("definition", "Definition").replace('parent = "bau"', "parent = 7"), "utf-8")
    ran = run("codebook", "check", file, "--lang", "de")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        "Fehler: deich.toml:5, bau: Einen Schlüssel Definition kennt kein Codebuch. Prüfen Sie die Schreibweise "
        "(docs/codebook.md nennt alle), oder nehmen Sie ihn heraus.",
        "Fehler: deich.toml:10, note: parent ist kein Text. Schreiben Sie ihn in Anführungszeichen.",
    ]


def test_codebooks_are_listed_and_shown(run: Run, coded: str) -> None:
    for argv in (("codebook", "list"), ("codebook",)):
        lines = run(*argv, "--db", coded).out.splitlines()
        assert [line.split() for line in lines] == [
            ["name", "version", "title", "categories", "statements"],
            ["deich", "1", "On", "the", "dike", "2", "2"],
        ]
    shown = run("codebook", "show", "deich", "--db", coded, "--lang", "de").out.splitlines()
    assert shown[:3] == ["Am Deich", "Codebuch deich, Version 1", ""]
    assert [line.split() for line in shown[3:]] == [
        ["Kategorie", "Titel", "Aussagen", "Bestimmung"],
        ["bau", "bau", "2", "Wer", "vom", "Deich", "spricht."],
        ["note", "note", "0", "nur", "von", "Menschen", "vergeben"],
    ]


def test_a_codebook_as_json_has_its_categories_and_counts(run: Run, coded: str) -> None:
    listed, shown = (
        run("codebook", "list", "--db", coded, "--json").out,
        run("codebook", "show", "deich", "--db", coded, "--json").out,
    )
    assert listed == shown
    told = json.loads(shown)
    assert [(each["id"], each["parent"], each["statements"]) for each in told["categories"]] == [
        ("bau", None, 2),
        ("note", "bau", 0),
    ]
    assert (told["version"], told["codebook_version"], told["removed"]) == (1, "1", {})


def test_a_record_without_codebooks_says_so(run: Run, record: Path) -> None:
    ran = run("codebook", "list", "--db", record)
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "The record has no codebook. `wortlaut codebook add FILE` adds one.\n"
    assert run("codebook", "show", "deich", "--db", record).status == 3


def test_labels_stand_in_json_csv_cards_and_on_the_page(run: Run, coded: str) -> None:
    found = json.loads(run("statements", "--label", "deich:bau", "--speaker", "Ada", "--db", coded, "--json").out)
    assert found["labels"] == [
        {
            "codebook": "deich",
            "category": "bau",
            "position": None,
            "confidence": found["confidence"]["quote"],
            "decided_by": None,
        }
    ]
    rows = list(csv.DictReader(io.StringIO(run("export", "-f", "csv", "--label", "deich", "--db", coded).out)))
    assert [(row["labels"], row["labels_decided_by"]) for row in rows] == [("deich:bau", "")] * 2
    assert "label      deich:bau (" in run("show", found["article"]["id"], "--db", coded).out
    assert "deich:bau" in run("show", found["article"]["id"], "--html", "-", "--db", coded).out


def test_labels_are_given_taken_away_and_undone(run: Run, coded: str) -> None:
    about = statement(run, coded)
    argv = ("--label", "deich:note:agree", "--unlabel", "deich:bau", "--by", "Mira", "--db", coded)
    ran = run("correct", about, *argv, "--json")
    told = json.loads(ran.out)
    assert [(each["category"], each["position"], each["decided_by"]) for each in told["statement"]["labels"]] == [
        ("note", "agree", "Mira")
    ]
    assert told["entry"]["values"]["labels"] == [
        {"codebook": "deich", "category": "note", "applies": True, "position": "agree"},
        {"codebook": "deich", "category": "bau", "applies": False, "position": None},
    ]
    history = " ".join(run("history", "--db", coded).out.split())
    assert "labels not deich:note; deich:bau → deich:note:agree; not deich:bau" in history
    assert "deich:note (for it) (✓)" in run("show", about, "--db", coded).out
    run("undo", "1", "--db", coded)
    found = json.loads(run("statements", "--speaker", "Ada", "--db", coded, "--json").out)
    assert [each["category"] for each in found["labels"]] == ["bau"]


def test_apply_and_remove_tell_what_they_did(run: Run, coded: str) -> None:
    assert run("codebook", "apply", "--db", coded).err == "0 of 3 articles coded anew.\n"
    assert run("codebook", "remove", "deich", "--db", coded).err == "Removed; 3 of 3 articles had something of it.\n"
    assert run("verify", "--db", coded).status == 0
    assert run("codebook", "remove", "deich", "--db", coded).status == 3


def test_agreement_has_the_labels_and_their_differences(run: Run, coded: str) -> None:
    Path("other.db").write_bytes(Path(coded).read_bytes())
    run("correct", statement(run, coded), "--unlabel", "deich:bau", "--db", coded)
    told = json.loads(run("agreement", "other.db", "--db", coded, "--json").out)
    assert [(each["category"], each["given"]) for each in told["labels"]] == [("bau", 3), (None, 3)]
    out = run("agreement", "other.db", "--differences", "--db", coded).out
    assert "record no; other yes" in out
    assert "deich: all categories" in out


@pytest.mark.parametrize("verb", ["check", "add", "list", "show", "apply", "remove"])
@pytest.mark.parametrize(("language", "word"), [("de", "Aufruf"), ("en", "Usage")])
def test_every_command_about_codebooks_has_help_in_both_languages(
    run: Run, verb: str, language: str, word: str
) -> None:
    ran = run("codebook", verb, "--help", "--lang", language)
    assert ran.status == 0
    assert ran.out.startswith(f"{word}: wortlaut codebook {verb} ")
