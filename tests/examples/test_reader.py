"""The reader in `examples/reader`, once it is installed, by the program as a process of its own."""

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.reading.plugins import put_metadata
from wortlaut.record import Record

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "examples" / "reader"
PROJECT = tomllib.loads((FOLDER / "pyproject.toml").read_text("utf-8"))["project"]
PAGE = (ROOT / "docs" / "readers.md").read_text("utf-8")
TEXT = (
    "„Der Deich hält ‚noch‘“, sagte die Deichgräfin Ada Löhn, „aber nicht lange.“ Der Rat schwieg.\n\n"
    "Bo Tamm rief: »Das ist falsch.« In der „Seeschlange“ war Ruhe."
)
CHECK = "import marked_quotes, wortlaut; wortlaut.check_reader(marked_quotes.load())"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder in which the package is installed, with a text in it."""
    points = PROJECT["entry-points"]["wortlaut.readers"]
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "marked_quotes.py").symlink_to(FOLDER / "marked_quotes.py")
    lines = "".join(f"{name} = {called}\n" for name, called in points.items())
    put_metadata(tmp_path / "site", PROJECT["name"], PROJECT["version"], f"[wortlaut.readers]\n{lines}")
    (tmp_path / "deich.txt").write_text(TEXT, "utf-8")
    return tmp_path


def run(place: Path, *command: str, **more: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("WORTLAUT_")}
    environment |= {"PYTHONPATH": str(place / "site"), "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", **more}
    done = subprocess.run(
        [sys.executable, "-W", "error", *command],
        cwd=place, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def wortlaut(place: Path, *argv: str, **more: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(place, "-m", "wortlaut.cli", *argv, "--json", **more).splitlines()]


def ids(statements: list[dict[str, Any]]) -> set[str]:
    return {each["id"] for each in statements}


def words(statement: dict[str, Any]) -> tuple[list[str], list[str]]:
    """What was said, and who says it."""
    speakers = [span["text"] for party in statement["speakers"] for span in party["mention"]]
    return [span["text"] for span in statement["quote"]], speakers


def test_it_finds_marked_quotes_with_those_who_say_them(place: Path) -> None:
    found = wortlaut(place, "read", "deich.txt", "--reader", "marked-quotes")
    assert [words(each) for each in found] == [
        (["„Der Deich hält ‚noch‘“", "„aber nicht lange.“"], ["die Deichgräfin Ada Löhn"]),
        (["‚noch‘"], []),
        (["»Das ist falsch.«"], ["Bo Tamm"]),
    ]
    assert [each["parent"] for each in found] == [None, found[0]["id"], None]


def test_what_it_found_says_that_it_was_found_by_it(place: Path) -> None:
    [listed] = [each for each in wortlaut(place, "readers") if each["name"] == "marked-quotes"]
    assert listed["made_by"]["weights"].removeprefix("sha256:")[:12] in PAGE
    assert listed["package"] == f"{PROJECT['name']} {PROJECT['version']}"
    found = wortlaut(place, "read", "deich.txt", WORTLAUT_READER="marked-quotes")
    assert {json.dumps(each["made_by"]) for each in found} == {json.dumps(listed["made_by"])}
    assert listed["made_by"]["version"] == PROJECT["version"]
    assert {json.dumps(each["made_by"]) for each in wortlaut(place, "statements")} == {json.dumps(listed["made_by"])}


def test_two_readers_over_one_article_leave_two_readings(place: Path) -> None:
    wortlaut(place, "read", "deich.txt", "--reader", "marked-quotes")
    second = wortlaut(place, "read", "deich.txt")
    with Record.open(place / "wortlaut.db", read_only=True) as record:
        [article] = record.read_articles()
        assert list(record.verify()) == []
    assert [reading.made_by.reader for reading in article.readings] == ["marked-quotes", "shipped"]
    assert len(article.readings[0].statements) == 3
    assert {each["made_by"]["reader"] for each in second} == {"shipped"}
    [agreement] = wortlaut(place, "agreement")
    assert [name.split()[0] for name in agreement["readers"]] == ["marked-quotes", "shipped"]
    lost = wortlaut(place, "statements", "--standing", "lost")
    assert {each["id"] for each in lost} == {each.id for each in article.readings[0].statements} - ids(second)
    again = wortlaut(place, "read", "deich.txt")
    assert [each["id"] for each in again] == [each["id"] for each in second]


def test_it_keeps_to_the_contract(place: Path) -> None:
    assert run(place, "-c", CHECK) == ""


def test_the_reader_of_the_page_keeps_to_the_contract(place: Path) -> None:
    (module,) = re.findall(r"^```python\n(# newsroom_reader.py\n.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    (place / "site" / "newsroom_reader.py").write_text(module, "utf-8")
    (place / "model").mkdir()
    (place / "model" / "model.bin").write_bytes(b"sagte")
    check = "import newsroom_reader, wortlaut; wortlaut.check_reader(newsroom_reader.load())"
    assert run(place, "-c", check, NEWSROOM_MODEL="model") == ""
