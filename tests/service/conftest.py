import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builder import ToyReader
from wortlaut import service
from wortlaut.settings import Settings

URL = "https://elbkurier.example/1"
TEXT = "„Der Deich hält ‚noch‘“, sagte Ada zu Ben.\n\nDas sei ein Fehler, hieß es bei Cleo."

Put = Callable[..., None]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(db=tmp_path / "record.db", editor="Mira")


@pytest.fixture
def put(tmp_path: Path, settings: Settings) -> Put:
    """Reads items with the toy reader."""

    def put_items(*items: dict[str, str]) -> None:
        path = tmp_path / "items.jsonl"
        path.write_text("".join(json.dumps(item) + "\n" for item in items), "utf-8")
        service.read([str(path)], settings=settings, reader=ToyReader())

    return put_items


@pytest.fixture
def filled(put: Put, settings: Settings) -> Settings:
    """The settings of a record with one article of two statements."""
    put({"url": URL, "title": "Am Deich", "date": "2026-01-02", "text": TEXT})
    return settings
