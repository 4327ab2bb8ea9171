import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.builder import ToyReader
from wortlaut import service
from wortlaut.settings import Settings
from wortlaut.web.app import application
from wortlaut.web.options import WebOptions

ROOT = Path(__file__).parents[2]
ADDRESS = "http://127.0.0.1:8765"
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


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The settings of a record with three items."""
    items = tmp_path / "items.jsonl"
    items.write_text("".join(json.dumps(item) + "\n" for item in ITEMS), "utf-8")
    settings = Settings(db=tmp_path / "record.db")
    service.read([str(items)], settings=settings, reader=ToyReader())
    return settings


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of a record with the example items, which nobody writes to."""
    settings = Settings(db=tmp_path_factory.mktemp("examples") / "record.db")
    service.read([str(ROOT / "examples" / "items")], settings=settings)
    return settings


@pytest.fixture
def example_client(examples: Settings) -> Iterator[TestClient]:
    """A browser's place at a server that shows the example items."""
    with TestClient(application(examples), base_url=ADDRESS, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    """A browser's place at a server that only shows."""
    with TestClient(application(settings), base_url=ADDRESS, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def writing_client(settings: Settings) -> Iterator[TestClient]:
    """The same at a server that lets the record be changed."""
    app = application(settings, WebOptions(write=True))
    with TestClient(app, base_url=ADDRESS, raise_server_exceptions=False) as client:
        yield client
