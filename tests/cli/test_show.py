import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def article_id(run: Run, record: Path) -> str:
    ran = run("statements", "--db", str(record), "--speaker", "Ada", "--json")
    return str(json.loads(ran.out)["article"]["id"])


def test_text_is_shown_with_numbered_marks(run: Run, record: Path) -> None:
    ran = run("show", article_id(run, record), "--db", str(record))
    lines = ran.out.splitlines()
    assert ran.status == 0
    assert lines[3] == "⟦¹„Der Deich hält ⟦²‚noch‘²⟧“¹⟧, sagteᶜ¹ Adaˢ¹ zu Benᵃ¹, ⟦¹„aber nicht lange.“¹⟧"
    assert lines[7] == "⟦ⁿdirectⁿ⟧  cueᶜⁿ  speakerˢⁿ  addresseeᵃⁿ"


def test_legend_names_only_what_occurs(run: Run, record: Path) -> None:
    ran = run("statements", "--db", str(record), "--source", "watt", "--json")
    shown = run("show", json.loads(ran.out)["article"]["id"], "--db", str(record))
    assert shown.out.splitlines()[4] == "⟦ⁿdirectⁿ⟧  cueᶜⁿ  speakerˢⁿ"


def sure(cards: list[list[str]], name: str) -> str:
    """How sure the program says it is of a name: that hangs on weights, which no test is about."""
    (number,) = (line[2] for line in cards if line[1:2] == [name] and len(line) == 4)
    assert re.fullmatch(r"\([1-9]\d", number)
    return number


def said_of(cards: list[list[str]], name: str) -> list[str]:
    """What is told of a name besides, up to the sixth word: whether it is shown hangs on weights, too."""
    (line,) = (each for each in cards if each[:2] == ["Adressat", name])
    return line[2:6]


def test_cards_below_tell_all_that_is_known(run: Run, record: Path) -> None:
    ran = run("show", article_id(run, record), "--db", str(record), "--lang", "de")
    cards = [line.split() for line in ran.out.splitlines()[9:]]
    acts = [line[1:6] for line in cards if line[:1] == ["Handlung"]]  # they hang on weights
    assert [line[:6] for line in cards if line] == [
        ["1", "direkt", "·", "Rede", "·", "95"],
        ["Aussage", "„Der", "Deich", "hält", "‚noch‘“", "[…]"],
        ["Sprecher", "Ada", sure(cards, "Ada"), "%)"],
        ["Adressat", "Ben", *said_of(cards, "Ben")],
        ["Handlung", *acts[0]],
        ["Redewort", "sagte", "(80", "%)"],
        ["Rahmen", "sagte", "Ada", "zu", "Ben", "(70"],
        ["2", "direkt", "·", "Rede", "·", "95"],
        ["Aussage", "‚noch‘"],
        ["Sprecher", "nicht", "genannt", "[nicht", "bekannt;", "vielleicht"],
        ["Handlung", *acts[1]],
        ["steht", "in", "Aussage", "1"],
    ]


def test_colour_is_only_sent_where_it_is_wanted(run: Run, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = article_id(run, record)
    assert "\x1b[" not in run("show", article, "--db", str(record)).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;34m" in run("show", article, "--db", str(record)).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "34m" not in run("show", article, "--db", str(record)).out


def test_lines_fit_the_terminal(run: Run, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    out = run("show", article_id(run, record), "--db", str(record)).out
    assert max(len(line) for line in out.splitlines()) <= 40


def test_json_has_the_statements_of_the_article(run: Run, record: Path) -> None:
    article = article_id(run, record)
    objects = [json.loads(line) for line in run("show", article, "--db", str(record), "--json").out.splitlines()]
    assert [each["quote"][0]["text"] for each in objects] == ["„Der Deich hält ‚noch‘“", "‚noch‘"]
    assert {each["article"]["id"] for each in objects} == {article}


def test_page_is_written_to_a_file(run: Run, record: Path, tmp_path: Path) -> None:
    ran = run("show", article_id(run, record), "--db", str(record), "--html", "page.html", "--lang", "de")
    page = (tmp_path / "page.html").read_text("utf-8")
    assert (ran.status, ran.out, ran.err) == (0, "", "Geschrieben: page.html\n")
    assert page.startswith('<!doctype html>\n<html lang="de">')
    assert page.endswith("</html>")


def test_page_can_go_to_standard_output(run: Run, record: Path) -> None:
    ran = run("show", article_id(run, record), "--db", str(record), "--html", "-")
    assert ran.out.startswith("<!doctype html>")
    assert ran.err == ""


def test_page_never_overwrites_the_record(run: Run, record: Path) -> None:
    before = record.read_bytes()
    ran = run("show", article_id(run, record), "--db", str(record), "--html", str(record))
    assert ran.status == 2
    assert record.read_bytes() == before


def test_page_that_cannot_be_written_is_an_error(run: Run, record: Path) -> None:
    ran = run("show", article_id(run, record), "--db", str(record), "--html", "nowhere/page.html")
    assert (ran.status, ran.out) == (5, "")
    assert "nowhere" in ran.err
    assert "Traceback" not in ran.err


def test_unknown_article_is_an_error(run: Run, record: Path) -> None:
    ran = run("show", "a00", "--db", str(record))
    assert ran.status == 3
    assert ran.err.startswith(f"Error: The record {record} has no article a00.")


def test_former_version_is_told_to_be_one(run: Run, record: Path, tmp_path: Path) -> None:
    ada = json.loads(run("statements", "--db", str(record), "--speaker", "Ada", "--json").out)
    line = f"This is a former version; the current one, without the statement: `wortlaut show {ada['article']['id']}`."
    assert line not in run("show", ada["id"], "--db", str(record)).out
    changed = {"url": "https://example.org/1", "id": "1", "text": "„Nun anders“, rief Ben."}
    (tmp_path / "new.json").write_text(json.dumps(changed), "utf-8")
    run("read", "new.json", "--db", str(record), "--quiet")
    assert line in " ".join(run("show", ada["id"], "--db", str(record)).out.split())
    assert "former version" not in run("show", ada["article"]["id"], "--db", str(record)).out
