import re
import runpy
from pathlib import Path

import pytest

import wortlaut
from tests.builder import ToyReader
from tests.cli.conftest import Run
from wortlaut.cli import main
from wortlaut.cli.status import Status, status_of
from wortlaut.errors import (
    DecisionImpossible,
    EditConflict,
    InputError,
    NotInRecord,
    ReaderError,
    RecordBusy,
    WeightsDamaged,
    WortlautError,
)
from wortlaut.types import Provenance

VERBS = [
    *("read", "watch", "show", "statements", "search", "similar", "saved", "export", "versions", "reprints"),
    *("review", "confirm", "correct", "reject", "add", "complete", "undo", "history", "waiting", "agreement"),
    *("serve", "overview", "demands", "times", "resolve", "verify", "backup", "restore", "erase", "readers"),
    *("actors", "events", "codebook"),
]
OF_ACTORS = ["show", "doubts", "merge", "split", "assign", "rename", "alias", "office", "apart"]


def test_help_lists_the_commands_of_this_version_only(run: Run) -> None:
    ran = run("--help")
    listed = ran.out.partition("Commands:\n")[2].partition("\n\n")[0]
    assert re.findall(r"^  (\w+)", listed, re.MULTILINE) == VERBS
    assert ran.status == 0


def test_help_documents_every_exit_status(run: Run) -> None:
    listed = run("--help").out.partition("Exit status:\n")[2].partition("\n\n")[0]
    assert [int(number) for number in re.findall(r"^  (\d+)", listed, re.MULTILINE)] == [int(each) for each in Status]


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(("language", "word"), [("de", "Aufruf"), ("en", "Usage")])
def test_every_command_has_help_in_both_languages(run: Run, verb: str, language: str, word: str) -> None:
    ran = run(verb, "--help", "--lang", language)
    assert ran.status == 0
    assert ran.out.startswith(f"{word}: wortlaut {verb} ")
    assert not re.search(r"\b(help|metavar)\.\w", ran.out)


@pytest.mark.parametrize("verb", OF_ACTORS)
@pytest.mark.parametrize(("language", "word"), [("de", "Aufruf"), ("en", "Usage")])
def test_every_command_about_actors_has_help_in_both_languages(run: Run, verb: str, language: str, word: str) -> None:
    ran = run("actors", verb, "--help", "--lang", language)
    assert ran.status == 0
    assert ran.out.startswith(f"{word}: wortlaut actors {verb} ")
    assert not re.search(r"\b(help|metavar)\.\w", ran.out)


def test_version_is_shown(run: Run) -> None:
    assert run("--version").out == f"wortlaut {wortlaut.__version__}\n"


def test_call_without_a_command_shows_the_help_as_an_error(run: Run) -> None:
    ran = run()
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Usage: wortlaut")


@pytest.mark.parametrize(
    ("argv", "german"),
    [
        (["singers"], f"Den Befehl singers gibt es nicht. Es gibt: {', '.join(VERBS)}."),
        (["actors", "kill"], f"Den Befehl kill gibt es nicht. Es gibt: {', '.join(OF_ACTORS)}."),
        (["read"], "PFAD fehlt."),
        (["read", "x", "--nonsense"], "Die Option --nonsense gibt es nicht."),
        (["read", "x", "--db"], "Hinter der Option --db fehlt ein Wert."),
        (["verify", "x", "y"], "Das ist zu viel: x y."),
        (["verify", "--lang", "fr", "--lang", "fr"], "--lang fr ist unbekannt: Schreiben Sie de oder en."),
        (["statements", "--limit", "many"], "--limit many ist keine Zahl: Schreiben Sie 0 oder mehr."),
        (["statements", "--limit", "-1"], "--limit -1 ist keine Zahl: Schreiben Sie 0 oder mehr."),
        (
            ["statements", "--since", "31.02.2026"],
            "--since 31.02.2026 ist kein Tag: Schreiben Sie ihn wie 2025-11-27 oder 27.11.2025.",
        ),
        (
            ["statements", "--type", "loud"],
            "--type loud ist unbekannt: Schreiben Sie eines von direct, indirect, reported, free_indirect, "
            "indirect_free_indirect.",
        ),
        (["read", "x", "--map", "text"], "--map text ist unvollständig: Schreiben Sie es wie --map text=FELD."),
        (
            ["statements", "--standing", "odd"],
            "--standing odd ist unbekannt: Schreiben Sie eines von found, upheld, added, lost, rejected, withdrawn.",
        ),
        (
            ["statements", "--min-confidence", "101"],
            "--min-confidence 101 ist keine Prozentzahl: Schreiben Sie eine Zahl von 0 bis 100.",
        ),
        (
            ["statements", "--decided", "--undecided"],
            "--decided und --undecided widersprechen sich: Schreiben Sie eines davon.",
        ),
        (
            ["confirm", "s1", "nose"],
            "Den Teil nose gibt es nicht. Es gibt: quote, type, medium, cue, frame, speakers, addressees, parent, who, "
            "act, said_on, venue, labels.",
        ),
        (
            ["correct", "s1", "--speaker", "Ada", "--no-speaker"],
            "--no-speaker und --speaker widersprechen sich: Schreiben Sie eines davon.",
        ),
        (["undo", "first"], "first ist keine Nummer eines Eintrags: Schreiben Sie eine, die `wortlaut history` zeigt."),
        (["backup", "x", "--keep", "0"], "--keep 0 ist keine Anzahl von Sicherungen: Schreiben Sie 1 oder mehr."),
        (["saved", "--forget"], "NAME fehlt."),
        (["export", "--format", "xml"], "--format xml ist unbekannt: Schreiben Sie jsonl, csv oder corpus."),
    ],
)
def test_wrong_call_is_named_in_one_line(
    run: Run, monkeypatch: pytest.MonkeyPatch, argv: list[str], german: str
) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    ran = run(*argv)
    assert (ran.status, ran.out, ran.err.splitlines()[0]) == (2, "", f"Fehler: {german}")


def test_error_names_no_traceback(run: Run) -> None:
    ran = run("statements", "--db", "missing.db")
    assert (ran.status, ran.out) == (3, "")
    assert ran.err == (
        "Error: There is no record at missing.db. Make one with `wortlaut read PATH… --db missing.db`, "
        "or name the right file with `--db`.\n"
    )


def test_hostile_argument_cannot_command_the_terminal(run: Run) -> None:
    ran = run("\x1b[2Jread\u202e")
    assert ran.err.startswith("Error: There is no command ⟨U+001B⟩[2Jread⟨U+202E⟩.")


def test_wrong_setting_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORTLAUT_BATCH", "many")
    ran = run("verify")
    assert ran.status == 2
    assert ran.err.startswith("Error: The setting WORTLAUT_BATCH cannot be many: ")


def test_record_is_where_the_environment_says(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WORTLAUT_DB", str(tmp_path / "elsewhere.db"))
    (tmp_path / "a.txt").write_text("„Eins“, sagte Ada.", "utf-8")
    assert run("read", "a.txt").status == 0
    assert (tmp_path / "elsewhere.db").is_file()


def test_empty_variable_is_none(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORTLAUT_DB", "")
    assert "at wortlaut.db." in run("verify").err


def test_unknown_reader_has_its_own_status(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("„Eins“, sagte Ada.", "utf-8")
    assert main(["read", "a.txt", "--reader", "nobody"]) == 4
    assert "nobody" in capsys.readouterr().err


class _Nameless(ToyReader):
    @property
    def made_by(self) -> Provenance:  # type: ignore[override]  # a fault, as others may make it
        raise RuntimeError("\x1b[2Jnameless")


def test_fault_of_the_program_shows_where_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("„Eins“, sagte Ada.", "utf-8")
    assert main(["read", "a.txt", "--lang", "de"], reader=_Nameless()) == 70
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("Traceback")
    assert lines[-2:] == [
        "RuntimeError: ⟨U+001B⟩[2Jnameless",
        "Das ist ein Fehler von wortlaut. Was schon gespeichert war, ist sicher; bitte melden Sie dies.",
    ]


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (InputError, Status.USAGE),
        (NotInRecord, Status.RECORD),
        (DecisionImpossible, Status.USAGE),
        (EditConflict, Status.CONFLICT),
        (RecordBusy, Status.RECORD),
        (ReaderError, Status.READER),
        (WeightsDamaged, Status.READER),
        (WortlautError, Status.INTERNAL),
    ],
)
def test_status_tells_the_kind_of_error(error: type[WortlautError], status: Status) -> None:
    assert status_of(error("x")) is status


def test_documented_commands_are_those_of_the_program() -> None:
    generate = runpy.run_path(str(Path(__file__).parents[2] / "docs" / "generate.py"))
    assert generate["stale"](Path(__file__).parents[2] / "docs") == []


def test_stale_document_is_noticed(tmp_path: Path) -> None:
    generate = runpy.run_path(str(Path(__file__).parents[2] / "docs" / "generate.py"))
    for name, made in generate["DOCUMENTS"].items():
        (tmp_path / name).write_text(made(), "utf-8")
    (tmp_path / "commands.md").write_text("old", "utf-8")
    (tmp_path / "python.md").unlink()
    assert generate["stale"](tmp_path) == ["commands.md", "python.md"]
