import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_deciding import tidy
from tests.cli.test_review import COPY


@pytest.fixture
def copies(run: Run, record: Path, tmp_path: Path) -> Path:
    """A record in which two of five articles are one piece of copy."""
    items = [
        {"id": name, "title": name, "source": name, "date": day, "text": COPY}
        for name, day in (("Nordblatt", "2026-02-02"), ("Südblatt", "2026-02-01"))
    ]
    (tmp_path / "copies.jsonl").write_text("".join(json.dumps(item) + "\n" for item in items), "utf-8")
    assert run("read", "copies.jsonl", "--db", str(record), "--quiet").status == 0
    return record


def test_group_has_its_outlets_the_oldest_first(run: Run, copies: Path) -> None:
    ran = run("reprints", "--db", str(copies))
    assert [line.split(" ", 1)[1] for line in tidy(ran.out)] == [
        "Südblatt · 2026-02-01 · Südblatt",
        "Nordblatt · 2026-02-02 · Nordblatt",
    ]
    assert (ran.status, ran.err) == (0, "")


def test_groups_are_given_as_json(run: Run, copies: Path) -> None:
    [line] = run("reprints", "--db", str(copies), "--json").out.splitlines()
    assert [each["source"] for each in json.loads(line)] == ["Südblatt", "Nordblatt"]
    article = json.loads(line)[0]["id"]
    assert run("reprints", article[:9], "--db", str(copies), "--json").out == line + "\n"


def test_article_without_reprints_has_no_group(run: Run, copies: Path) -> None:
    bo = json.loads(run("statements", "--speaker", "Bo", "--db", str(copies), "--json").out)["article"]["id"]
    ran = run("reprints", bo, "--db", str(copies), "--lang", "de")
    assert (ran.status, ran.out, ran.err) == (
        0,
        "",
        "Dieser Artikel wiederholt keinen anderen, und keiner wiederholt ihn.\n",
    )


def test_similar_statements_leave_out_reprints_unless_asked_for(run: Run, copies: Path) -> None:
    one, other = (
        json.loads(line)["id"]
        for line in run("statements", "--words", "Pegel", "--db", str(copies), "--json").out.splitlines()
    )
    ran = run("similar", one, "--db", str(copies))
    assert (ran.status, ran.out, ran.err) == (0, "", "No statement is like it.\n")
    found = run("similar", one, "--reprints", "--db", str(copies), "--json").out
    assert [json.loads(line)["id"] for line in found.splitlines()] == [other]


def test_similar_statement_is_shown_with_the_words_that_both_have(run: Run, record: Path, tmp_path: Path) -> None:
    (tmp_path / "new.json").write_text(
        json.dumps({"id": "9", "text": "„Der alte Deich war alt“, sagte Cleo."}), "utf-8"
    )
    run("read", "new.json", "--db", str(record), "--quiet")
    bo = json.loads(run("statements", "--speaker", "Bo", "--db", str(record), "--json").out)["id"]
    ran = run("similar", bo[:9], "--db", str(record))
    assert "Cleo" in ran.out
    assert "*alt*" in ran.out


def test_shown_article_names_the_other_outlets(run: Run, copies: Path) -> None:
    shown = run("statements", "--source", "Nordblatt", "--db", str(copies), "--json").out
    out = run("show", json.loads(shown)["article"]["id"], "--db", str(copies), "--lang", "de").out
    assert out.splitlines()[1] == "auch in: Südblatt"


def test_record_without_reprints_says_so(run: Run, record: Path) -> None:
    ran = run("reprints", "--db", str(record))
    assert (ran.status, ran.out, ran.err) == (0, "", "No article repeats another.\n")
