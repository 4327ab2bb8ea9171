import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ALL = ["„Die Deiche sind alt“", "„Der Deich hält ‚noch‘“", "‚noch‘"]


def quotes(out: str) -> list[str]:
    return [json.loads(line)["quote"][0]["text"] for line in out.splitlines()]


def test_table_has_a_row_a_statement(run: Run, record: Path) -> None:
    ran = run("statements", "--db", str(record))
    rows = [line.split() for line in ran.out.splitlines()]
    assert rows[0] == ["id", "published", "type", "speaker", "statement"]
    assert [row[1:] for row in rows[1:] if row] == [
        ["2026-03-04", "direct", "Bo", "„Die", "Deiche", "sind", "alt“"],
        ["2026-01-02", "direct", "Ada", "„Der", "Deich", "hält", "‚noch‘“", "[…]", "„aber", "nicht"],
        ["lange.“"][1:],
        ["2026-01-02", "direct", "‚noch‘"],
    ]
    assert (ran.status, ran.err) == (0, "")


@pytest.mark.parametrize(
    ("columns", "heading"),
    [
        ("60", ["id", "speaker", "statement"]),
        ("80", ["id", "type", "speaker", "statement"]),
        ("140", ["id", "published", "source", "type", "act", "speaker", "statement"]),
    ],
)
def test_table_fits_the_terminal(
    run: Run, record: Path, monkeypatch: pytest.MonkeyPatch, columns: str, heading: list[str]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = run("statements", "--db", str(record)).out.splitlines()
    assert lines[0].split() == heading
    assert max(len(line) for line in lines) <= int(columns)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--speaker", "ada"], ["„Der Deich hält ‚noch‘“"]),
        (["--addressee", "Ben"], ["„Der Deich hält ‚noch‘“"]),
        (["--type", "direct", "--source", "watt"], ["„Die Deiche sind alt“"]),
        (["--type", "reported"], []),
        (["--since", "2026-02-01"], ["„Die Deiche sind alt“"]),
        (["--until", "01.02.2026"], ["„Der Deich hält ‚noch‘“", "‚noch‘"]),
        (["--words", "alt"], ["„Die Deiche sind alt“"]),
        (["--min-confidence", "86"], []),
        (["--min-confidence", "85 %", "--max-confidence", "85,0"], ALL),
        (["--decided"], []),
        (["--undecided", "--source", "watt"], ["„Die Deiche sind alt“"]),
        (["--standing", "found", "--until", "01.02.2026"], ["„Der Deich hält ‚noch‘“", "‚noch‘"]),
        (["--standing", "lost"], []),
        (["--sort", "oldest", "--limit", "1"], ["‚noch‘"]),
        (["--limit", "2"], ["„Die Deiche sind alt“", "„Der Deich hält ‚noch‘“"]),
        (["--limit", "0"], ["„Die Deiche sind alt“", "„Der Deich hält ‚noch‘“", "‚noch‘"]),
    ],
)
def test_filters_narrow(run: Run, record: Path, options: list[str], expected: list[str]) -> None:
    assert quotes(run("statements", "--db", str(record), "--json", *options).out) == expected


def test_lines_in_a_pipe_have_no_blanks_at_the_end(run: Run, record: Path) -> None:
    lines = run("statements", "--db", str(record)).out.splitlines()
    assert lines == [line.rstrip() for line in lines]


def test_article_is_a_filter_by_the_beginning_of_its_id(run: Run, record: Path) -> None:
    first = json.loads(run("statements", "--db", str(record), "--json").out.splitlines()[0])
    out = run("statements", "--db", str(record), "--json", "--article", first["article"]["id"][:8]).out
    assert quotes(out) == ["„Die Deiche sind alt“"]


def test_table_says_where_it_was_cut(run: Run, record: Path) -> None:
    ran = run("statements", "--db", str(record), "--limit", "2", "--lang", "de")
    assert ran.err == "2 von 3 Aussagen; --limit N zeigt mehr.\n"


def test_empty_result_says_so(run: Run, record: Path) -> None:
    ran = run("statements", "--db", str(record), "--speaker", "Nobody")
    assert (ran.status, ran.out, ran.err) == (0, "", "No statement passes these filters.\n")
