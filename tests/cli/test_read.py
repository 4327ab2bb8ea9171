import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from wortlaut.types import article_id


def numbers(summary: str) -> list[int]:
    """read, stored, unchanged, rejected."""
    return [int(number) for number in re.findall(r"\d+", summary.partition("·")[0])]


def test_what_was_found_is_printed_a_line_a_statement(run: Run, items: Path) -> None:
    ran = run("read", str(items))
    lines = ran.out.splitlines()
    assert re.fullmatch(r"a[0-9a-f]{16}  Streit um den Deich · 2026-01-02 · Elbkurier", lines[0])
    assert lines[1:3] == [
        "  direct  Ada: „Der Deich hält ‚noch‘“ […] „aber nicht lange.“",
        "  direct  not named: ‚noch‘",
    ]
    assert lines[4] == "  direct  Bo: „Die Deiche sind alt“"
    assert lines[6] == "  No statement was found in this article."
    assert ran.status == 0


def test_summary_stands_on_standard_error(run: Run, items: Path) -> None:
    ran = run("read", str(items), "--quiet")
    assert ran.out == ""
    assert re.fullmatch(
        r"3 read = 3 stored \+ 0 unchanged \+ 0 rejected · statements: 3 · "
        r"\d+\.\d s \([\d.,]+ items/s, [\d.,]+ tokens/s\) · wortlaut\.db\n",
        ran.err,
    )


def test_second_run_finds_all_unchanged(run: Run, items: Path) -> None:
    first = run("read", str(items), "--json")
    second = run("read", str(items), "--json")
    assert numbers(second.err) == [3, 0, 3, 0]
    assert second.out == first.out
    assert second.status == 0


def test_json_is_one_statement_a_line(run: Run, items: Path) -> None:
    statements = [json.loads(line) for line in run("read", str(items), "--json").out.splitlines()]
    assert [each["quote"][0]["text"] for each in statements] == [
        "„Der Deich hält ‚noch‘“",
        "‚noch‘",
        "„Die Deiche sind alt“",
    ]
    assert statements[1]["parent"] == statements[0]["id"]


def test_rejected_items_are_listed_and_counted(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "items.jsonl"
    path.write_text('{"text": "„Eins“, sagte Ada."}\n{"texxt": 1}\n{"text": "„KAPUTT“, sagte Bo."}\n', "utf-8")
    broken = article_id(text="„KAPUTT“, sagte Bo.", url=None, source=None, declared_id=None)
    ran = run("read", str(path), "--lang", "de")
    lines = ran.err.splitlines()
    assert ran.status == 1
    assert numbers(lines[-1]) == [3, 1, 0, 2]
    assert lines[:-1] == [
        f"Abgelehnt: {path}, Datensatz 2, Zeile 2: Von keinem Feld des Datensatzes ist bekannt, dass darin der Text "
        "steht. Seine Felder: texxt. Nennen Sie das richtige mit --map text=FELD.",
        f"Abgelehnt: {path}, Datensatz 3, Zeile 3: Der Leser toy scheiterte am Artikel {broken} (ValueError: the toy "
        "is broken). Melden Sie es denen, die ihn gemacht haben.",
    ]


def test_field_map_names_the_text(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "items.jsonl"
    path.write_text('{"koerper": "„Eins“, sagte Ada."}\n', "utf-8")
    ran = run("read", str(path), "--map", "text=koerper", "--json")
    assert (ran.status, json.loads(ran.out)["quote"][0]["text"]) == (0, "„Eins“")


def test_note_names_the_record_in_the_users_language(run: Run, tmp_path: Path) -> None:
    (tmp_path / "items.jsonl").write_text('{"text": "\\ud800 „Eins“, sagte Ada."}\n', "utf-8")
    note = run("read", "items.jsonl", "--lang", "de").err.splitlines()[0]
    assert note == "Hinweis: items.jsonl, Datensatz 1, Zeile 1: Halbe Ersatzpaare (Surrogate) wurden zu U+FFFD: 1."


def test_guessed_encoding_is_noted(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "alt.txt"
    path.write_bytes("„Müßig“, sagte Ada.".encode("cp1252"))
    german = run("read", str(path), "--lang", "de")
    assert german.err.startswith(f"Hinweis: {path}: Die Kodierung wurde geraten: ")


def test_nothing_to_read_is_an_error(run: Run) -> None:
    ran = run("read", "nothing.txt")
    assert (ran.status, ran.out) == (2, "")
    assert "nothing.txt" in ran.err


def test_path_that_leads_nowhere_is_rejected_and_the_rest_is_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("„Eins“, sagte Ada.", "utf-8")
    ran = run("read", "nothing.txt", "a.txt", "--lang", "de")
    rejected, summary = ran.err.splitlines()
    assert ran.status == 1
    assert rejected.startswith("Abgelehnt: nothing.txt: Es gibt keine solche Datei")
    assert numbers(summary) == [2, 1, 0, 1]


def test_hostile_words_cannot_command_the_terminal(run: Run, tmp_path: Path) -> None:
    item = {"text": "„\x1b[2J\u202e[bold]weg“, sagte Ada.", "title": "\x1b]0;T\x07", "source": "\u200bNull"}
    path = tmp_path / "items.jsonl"
    path.write_text(json.dumps(item), "utf-8")
    for options in ([], ["--json"]):
        out = run("read", str(path), "--db", f"{len(options)}.db", *options).out
        assert not set("\x1b\u202e\x07\u200b") & set(out)
        assert "[bold]weg" in out


@pytest.mark.parametrize("path", ["-"])
def test_help_names_standard_input(run: Run, path: str) -> None:
    assert f"; {path} is standard input." in run("read", "--help").out


NAME = "urn:newsml:dpx.example:20260301:17"
ITEM = {
    "uri": NAME,
    "version": "1",
    "pubstatus": "usable",
    "versioncreated": "2026-03-01T10:00:00Z",
    "headlines": [{"role": "main", "value": "Der Deich"}, {"role": "kicker", "value": "Hafen"}],
    "byline": "Jost Harms",
    "provider": "dpx",
    "body_text": "„Der Deich hält“, rief Ada.",
}
KILL = ITEM | {"version": "2", "pubstatus": "canceled", "ednote": "Das Zitat ist erfunden."}


def test_what_an_agency_takes_back_is_told_and_counted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.ninjs").write_text(json.dumps([ITEM]), "utf-8")
    (tmp_path / "b.ninjs").write_text(json.dumps([KILL]), "utf-8")
    run("read", "a.ninjs", "--db", "r.db", "--quiet")
    name = json.loads(run("statements", "--db", "r.db", "--json").out)["article"]["id"]
    ran = run("read", "b.ninjs", "--db", "r.db", "--quiet", "--lang", "de")
    told, summary = ran.err.splitlines()
    assert told == (
        f"Zurückgezogen: b.ninjs, Datensatz 1, Zeile 1: dpx zieht {name} zurück. Das gilt für die Fassungen bis zur "
        "Nummer 2. Grund: Das Zitat ist erfunden."
    )
    assert summary.startswith(
        "1 gelesen = 0 gespeichert + 0 unverändert + 0 abgelehnt + 1 zurückgezogen · Aussagen: 0 · "
    )
    assert (ran.status, ran.out) == (0, "")
    again = run("read", "b.ninjs", "--db", "r.db")
    assert again.err.startswith("1 read = 0 stored + 1 unchanged + 0 rejected · ")
    assert again.out == ""


def test_an_article_that_was_taken_back_says_so_everywhere(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.ninjs").write_text(json.dumps([KILL, ITEM]), "utf-8")
    ran = run("read", "a.ninjs", "--db", "r.db")
    name = ran.out.split()[0]
    assert ran.out.splitlines() == [
        f"{name}  Der Deich · 2026-03-01 · dpx · taken back",
        "  As the article was taken back, none of its statements is shown.",
    ]
    assert run("statements", "--db", "r.db").out == ""
    shown = run("show", name, "--db", "r.db").out.splitlines()
    (entry,) = [json.loads(line) for line in run("history", name, "--db", "r.db", "--json").out.splitlines()]
    assert shown[:3] == [
        "Hafen",
        f"{name}  Der Deich · 2026-03-01 · dpx · taken back",
        "by Jost Harms · published 1 March 2026, 10:00 (UTC) · agency version 1",
    ]
    told = " ".join(" ".join(shown[3:]).split())
    assert told.startswith("dpx took this article back on 1 March 2026, 10:00 (UTC) (entry 1 of the history).")
    assert "Because: Das Zitat ist erfunden. Its statements are out of view; --all shows them" in told
    assert "Der Deich hält" in run("show", name, "--all", "--db", "r.db").out
    assert "taken back with its article" in run("show", name, "--all", "--db", "r.db").out
    assert (entry["action"], entry["by"], entry["withdraws"]["revision"]) == ("withdraw", "dpx", 2)
    history = " ".join(run("history", "--db", "r.db", "--lang", "de").out.split())
    assert history.endswith(
        f"dpx Rückzug {name} weil Das Zitat ist erfunden. zurückgezogen 1. März 2026, 10:00 Uhr (UTC) "
        f"Meldung {NAME}, Fassungen bis zur Nummer 2"
    )
    assert "agency version 1 · current version · taken back" in " ".join(
        run("versions", name, "--db", "r.db").out.split()
    )
    given = [json.loads(line) for line in run("show", name, "--all", "--db", "r.db", "--json").out.splitlines()]
    assert [(each["article"]["withdrawn"], each["standing"]) for each in given] == [(True, "withdrawn")]
    run("undo", "1", "--by", "Ada", "--db", "r.db")
    assert "Der Deich hält" in run("statements", "--db", "r.db").out
    assert "taken back" not in run("show", name, "--db", "r.db").out
