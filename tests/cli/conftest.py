import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.builder import ToyReader
from wortlaut.cli import main

ITEMS = [
    {
        "id": "1",
        "title": "Streit um den Deich",
        "text": "„Der Deich hält ‚noch‘“, sagte Ada zu Ben, „aber nicht lange.“\n\nEnde.",
        "date": "2026-01-02",
        "source": "Elbkurier",
        "url": "https://example.org/1",
    },
    {"id": "2", "text": "„Die Deiche sind alt“, rief Bo.", "date": "2026-03-04", "source": "Wattbote"},
    {"id": "3", "text": "Hier spricht niemand.", "date": "2026-05-06"},
]


@dataclass(frozen=True)
class Ran:
    """What a run of the program left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in (
        "LC_ALL",
        "LC_MESSAGES",
        "NO_COLOR",
        "FORCE_COLOR",
        "WORTLAUT_DB",
        "WORTLAUT_EDITOR",
        "WORTLAUT_READER",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the program with the toy reader."""

    def run_main(*argv: str) -> Ran:
        status = main([str(each) for each in argv], reader=ToyReader())
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return run_main


@pytest.fixture
def items(tmp_path: Path) -> Path:
    """Three items as JSON Lines."""
    path = tmp_path / "items.jsonl"
    path.write_text("".join(json.dumps(item) + "\n" for item in ITEMS), "utf-8")
    return path


@pytest.fixture
def record(run: Run, items: Path, tmp_path: Path) -> Path:
    """A record with the three items."""
    path = tmp_path / "record.db"
    assert run("read", str(items), "--db", str(path), "--quiet").status == 0
    return path
