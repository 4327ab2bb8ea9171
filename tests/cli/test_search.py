import io
import json
from pathlib import Path

import pytest

from tests.builder import head, made, place
from tests.cli.conftest import Run
from tests.cli.test_deciding import tidy
from wortlaut.cli.snippets import snippet, surroundings
from wortlaut.cli.terminal import Terminal
from wortlaut.types import Found


def test_hits_are_shown_with_the_words_highlighted(run: Run, record: Path) -> None:
    ran = run("search", "Deich", "--db", str(record))
    lines = [line.strip() for line in ran.out.splitlines() if line.strip()]
    results = {words: about.split("  ")[2] for about, words in zip(lines[0::2], lines[1::2], strict=True)}
    known = "direct · 2026-01-02 · Elbkurier · Streit um den Deich"
    assert results == {
        "„Der *Deich* hält ‚noch‘“ […] „aber nicht lange.“": f"Ada · {known}",
        "‚noch‘": f"not named · {known}",  # by the title
        "„Die *Deiche* sind alt“": "Bo · direct · 2026-03-04 · Wattbote",
    }
    assert ran.status == 0


def test_highlight_is_a_style_where_styles_are_sent(run: Run, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    out = run("search", "Deiche", "--db", str(record)).out
    assert "\x1b[1;7mDeiche\x1b[0m" in out
    assert "*Deiche*" not in out


def test_json_has_marks_and_rank(run: Run, record: Path) -> None:
    [line] = run("search", "alt", "--db", str(record), "--json").out.splitlines()
    found = json.loads(line)
    assert found["marks"] == [{"start": 17, "end": 20, "text": "alt"}]
    assert isinstance(found["rank"], float)


def test_search_takes_the_same_filters(run: Run, record: Path) -> None:
    lines = run("search", "Deich", "--speaker", "Bo", "--db", str(record), "--json").out.splitlines()
    assert [json.loads(line)["quote"][0]["text"] for line in lines] == ["„Die Deiche sind alt“"]


@pytest.mark.parametrize("words", ["Nichts", "NEAR("])
def test_search_without_a_hit_says_so(run: Run, record: Path, words: str) -> None:
    ran = run("search", "--db", str(record), "--", words)
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.startswith("Nothing found.")


def test_limit_is_told(run: Run, record: Path) -> None:
    ran = run("search", "Deich", "--limit", "1", "--db", str(record), "--lang", "de")
    assert ran.err == "Nur die 1 besten; --limit N zeigt mehr.\n"


def test_limit_that_cuts_nothing_off_is_not_told(run: Run, record: Path) -> None:
    ran = run("search", "Deich", "--limit", "3", "--db", str(record))
    assert (ran.err, ran.out.count("Streit um den Deich")) == ("", 2)


def test_what_has_not_all_words_is_told_apart(run: Run, record: Path) -> None:
    lines = tidy(run("search", "Die alten Deiche sind hier", "--db", str(record), "--lang", "de").out)
    assert lines[0] == "Nicht alle Wörter:"
    assert "Bo" in lines[1]
    first = run("search", "Die alten Deiche sind hier", "--db", str(record), "--json").out.splitlines()[0]
    assert 0 < json.loads(first)["share"] < 1


@pytest.fixture
def terminal() -> Terminal:
    return Terminal(language="en", stdin=io.StringIO(), out=io.StringIO(), err=io.StringIO(), environ={})


def hit(text: str, *quote: str, word: str) -> Found:
    found = made(head(text), quote)
    return Found(found.statement, found.article, (place(text, word),), -1.0)


def test_long_statement_is_cut_around_the_hit(terminal: Terminal) -> None:
    text = "„" + "viel " * 50 + "Deich " + "mehr " * 50 + "“"
    shown = snippet(terminal, hit(text, text, word="Deich"), 40).plain
    assert shown.startswith("… viel viel")
    assert " *Deich* mehr" in shown
    assert shown.endswith(" …")
    assert len(shown) < 50


def test_hit_in_the_second_part_of_a_split_statement_is_shown(terminal: Terminal) -> None:
    first, second = "„" + "viel " * 30 + "“", "„der Deich“"
    text = f"{first}, sagte Ada, {second}."
    shown = snippet(terminal, hit(text, first, second, word="Deich"), 60).plain
    assert shown.endswith("„der *Deich*“")
    assert " […] " in shown


def test_surroundings_are_cut_between_words(terminal: Terminal) -> None:
    text = "vorher " * 9 + "kam\nAda. „Der\x1b Deich hält“, sagte sie. " + "nachher " * 9
    shown = surroundings(terminal, made(head(text), ["„Der\x1b Deich hält“"]), 20).plain
    assert shown == "… vorher vorher kam Ada. ⟦„Der⟨U+001B⟩ Deich hält“⟧, sagte sie. nachher …"


@pytest.mark.parametrize("words", ["", "   ", "!!!", '"', "*", "\x00 – !"])
def test_search_without_a_word_says_so(run: Run, record: Path, words: str) -> None:
    ran = run("search", "--db", str(record), "--save", "leer", "--", words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Error: There is no word to search for.")
    assert run("saved", "--db", str(record), "--json").out == ""


def test_limit_may_be_as_large_as_one_likes(run: Run, record: Path) -> None:
    for number in ("9" * 25, "9" * 5000):
        assert run("search", "Deich", "--db", str(record), "-n", number).status == 0
        assert run("statements", "--db", str(record), "-n", number).status == 0
