"""`wortlaut show --why`: why a statement is whose it is."""

import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.saying import DAM, SayingReader
from tests.service.test_evidence import kept
from wortlaut.cli import main
from wortlaut.record import Record

Why = Callable[..., Ran]
NOT_LOOKED = "The record does not say who is meant. What follows is what the program finds now."


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Why:
    """Runs the program with the reader that marks pronouns."""

    def run_main(*argv: str, sure: float = 0.9) -> Ran:
        status = main([str(each) for each in argv], reader=SayingReader(sure=sure))
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return run_main


@pytest.fixture
def record(run: Why, tmp_path: Path) -> Path:
    """A record with the article about the dam."""
    return read(run, tmp_path, DAM)


def read(run: Why, folder: Path, text: str, *, sure: float = 0.9) -> Path:
    path = folder / "record.db"
    item = {"id": "1", "title": "Streit um den Damm", "text": text, "date": "2025-03-04", "source": "Elbkurier"}
    (folder / "item.json").write_text(json.dumps(item), "utf-8")
    assert run("read", str(folder / "item.json"), "--db", str(path), "--quiet", sure=sure).status == 0
    return path


def id_of(run: Why, record: Path, quote: str) -> str:
    lines = run("statements", "--db", str(record), "--json").out.splitlines()
    return next(str(each["id"]) for each in map(json.loads, lines) if quote in each["quote"][0]["text"])


def told(run: Why, record: Path, quote: str, *options: str) -> Ran:
    return run("show", "--why", id_of(run, record, quote), "--db", str(record), *options)


def labelled(out: str) -> list[str]:
    """The labels of the first party, in order."""
    lines = out.split("\n\n")[1].splitlines()
    return [line[3:].split("  ")[0] for line in lines[1:] if line.startswith("   ") and line[3] != " "]


def test_pronoun_is_explained(run: Why, record: Path) -> None:
    ran = told(run, record, "Der Damm")
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[2:5] == ["„Der Damm hält“", "", "1  speaker: Kurt Wiesengrund, Kanalmeister [er]"]
    assert labelled(ran.out) == [
        "words", "found by", "candidates", "decided", "confidence", "name from", "office from", "actor",
    ]  # fmt: skip
    assert "“er” (characters 99 to 101): pronoun, masculine; the reader is 90% sure" in ran.out
    assert "a pronoun (the model chose; candidates: 2)" in ran.out
    assert "“Kurt Wiesengrund” (characters 13 to 29) · masculine" in ran.out


def test_shares_have_bars_and_features_have_signs(run: Why, record: Path) -> None:
    lines = told(run, record, "Der Damm").out.splitlines()
    bars = [line for line in lines if "█" in line]
    assert any(line.split()[0] == "candidates" and line.endswith("%") for line in bars)
    first = next(number for number, line in enumerate(lines) if line.lstrip().startswith("candidates"))
    assert lines[first + 1].split()[-1][0] in "+−"
    assert any("nobody of these" in line and line.endswith("%") for line in lines)


def test_german_is_german(run: Why, record: Path) -> None:
    out = told(run, record, "Der Damm", "--lang", "de").out
    assert labelled(out) == [
        "Worte", "gefunden", "Kandidaten", "Ergebnis", "Sicherheit", "Name aus", "Amt aus", "Akteur",
    ]  # fmt: skip
    assert "„er“ (Zeichen 99 bis 101): Fürwort, männlich" in out
    assert "niemand von diesen" in out
    points = next(line.split()[-1] for line in out.splitlines() if line.strip().startswith("zuletzt davor"))
    assert re.fullmatch(r"[+−]\d,\d\d", points)


def test_statement_without_a_mention_is_explained(run: Why, record: Path) -> None:
    out = told(run, record, "Die Fugen").out
    assert "none: the article mentions nobody here" in out
    assert "no words that say who it is (the model chose" in out
    assert "confidence" not in labelled(out)


def test_plain_rule_and_addressee_are_explained(run: Why, record: Path) -> None:
    out = told(run, record, "Wir messen").out
    assert "2  addressee: Arno Lohfeld, Ingenieur [Lohfeld]" in out
    assert "a short form of a name that stands in full elsewhere (plain rule" in out
    group = told(run, record, "Wir prüfen").out
    assert "several people (plain rule" in group
    assert "there is no name to show" in group


def test_doubted_mention_is_the_reason(run: Why, tmp_path: Path) -> None:
    record = read(run, tmp_path, DAM, sure=0.2)
    out = " ".join(told(run, record, "Der Damm").out.split())
    assert "no name is shown: that these words mention the party is only 20% sure" in out


def test_option_goes_before_or_behind_the_id(run: Why, record: Path) -> None:
    asked = id_of(run, record, "Der Damm")
    first = run("show", "--why", asked[:9], "--db", str(record)).out
    assert run("show", asked, "--why", "--db", str(record)).out == first


def test_person_s_decision_is_told_first(run: Why, record: Path) -> None:
    asked = id_of(run, record, "Die Fugen")
    assert run("correct", asked, "--who", "Arno Lohfeld", "--by", "Ada", "--db", str(record)).status == 0
    lines = run("show", "--why", asked, "--db", str(record)).out.splitlines()
    assert lines[3].startswith("✓ who is meant: Ada, ")
    assert lines[3].endswith("(entry 1)")
    assert " ".join(lines[4:6]).startswith("A person said: Arno Lohfeld")


def test_rejected_statement_is_told_not_to_count(run: Why, record: Path) -> None:
    asked = id_of(run, record, "Der Damm")
    run("reject", asked, "--by", "Ada", "--db", str(record))
    out = " ".join(run("show", "--why", asked, "--db", str(record)).out.split())
    assert "It does not count (rejected by a person)." in out
    assert "Kurt Wiesengrund" in out


def test_what_another_program_found_is_told_first(run: Why, record: Path, tmp_path: Path) -> None:
    with Record.open(record, read_only=True) as opened:
        article = opened.article(next(opened.articles()).id)
    asked = id_of(run, record, "Der Damm")
    for made_by, told in (
        ("0.1.0 abc", "The record has something else, from 0.1.0 abc: not named."),
        (None, NOT_LOOKED),
    ):
        other = kept(tmp_path / f"{made_by}.db", article, made_by).db
        out = " ".join(run("show", "--why", asked, "--db", str(other)).out.split())
        assert told in out
        assert "Kurt Wiesengrund, Kanalmeister [er]" in out


def test_json_is_one_object(run: Why, record: Path) -> None:
    ran = told(run, record, "Wir messen", "--json")
    made = json.loads(ran.out)
    assert ran.out.count("\n") == 1
    assert [(each["role"], each["party"]["name"]) for each in made["parties"]] == [
        ("speaker", "Kurt Wiesengrund"),
        ("addressee", "Arno Lohfeld"),
    ]
    assert made["stored"]["made_by"] == made["made_by"]


def test_article_is_no_statement(run: Why, record: Path) -> None:
    ran = run("show", "--why", "a12", "--db", str(record))
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Error: --why is about one statement, and a12 is no statement's id.")


@pytest.mark.parametrize("options", [("--all",), ("--html", "-")])
def test_other_views_do_not_go_with_it(run: Why, record: Path, options: tuple[str, ...]) -> None:
    ran = run("show", "--why", "s1", *options, "--db", str(record))
    assert (ran.status, ran.out) == (2, "")


def test_unknown_statement_is_an_error(run: Why, record: Path) -> None:
    ran = run("show", "--why", "s00", "--db", str(record))
    assert ran.status == 3
    assert "no statement s00" in ran.err


@pytest.mark.parametrize("width", [40, 60, 100])
def test_lines_fit_the_terminal(run: Why, record: Path, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for language in ("de", "en"):
        for quote in ("Der Damm", "Die Fugen", "Wir messen"):
            out = told(run, record, quote, "--lang", language).out
            assert max(map(len, out.splitlines())) <= width


def test_colour_is_only_sent_where_it_is_wanted(run: Why, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = told(run, record, "Der Damm").out
    assert "\x1b[" not in plain
    asked = id_of(run, record, "Der Damm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[32m" in run("show", "--why", asked, "--db", str(record)).out


def test_nothing_hidden_stays_hidden(run: Why, tmp_path: Path) -> None:
    hostile = DAM.replace("Wiesengrund", "Wiesen\u202e\x1b[2Jgrund").replace("Kanalmeister", "Kanal\u200bmeister")
    record = read(run, tmp_path, hostile)
    for quote in ("Der Damm", "Die Fugen", "Wir messen"):
        ran = told(run, record, quote)
        bad = {char for char in ran.out + ran.err if unicodedata.category(char) in ("Cc", "Cf") and char != "\n"}
        assert bad == set()
        assert "⟨U+" in ran.out
