"""How fast the server answers, over a record of generated items: one request after the other, in this process."""

from functools import partial
from pathlib import Path
from random import Random

from starlette.testclient import TestClient

from benchmarks.figures import Figure, times
from wortlaut.record import Record
from wortlaut.service.opening import GERMAN
from wortlaut.settings import Settings
from wortlaut.types import Found
from wortlaut.web.app import application

__all__ = ["pages"]

_ADDRESS = "http://127.0.0.1:8765"
_ARTICLE_TARGET = 0.150
_SEARCH_TARGET = 0.300
_ASKED = 12  # articles and statements, drawn from the newest
_NEWEST = 5000


def pages(record: Path, *, runs: int) -> list[Figure]:
    """Seconds until the page of an article or a statement, a list or a search is there whole."""
    with Record.open(record, read_only=True, language=GERMAN) as opened:
        found = Random(1).sample(list(opened.statements(limit=_NEWEST)), _ASKED)
    articles = [f"/articles/{each.article.id}" for each in found]
    statements = [f"/statements/{each.statement.id}" for each in found]
    searches = [f"/api/v1/search?q={_word(each)}" for each in found]
    with TestClient(application(Settings(db=record)), base_url=_ADDRESS) as client:
        return [
            _figure(client, "page of an article", articles, runs, _ARTICLE_TARGET),
            _figure(client, "page of a statement", statements, runs, None),
            _figure(client, "list in the API", ["/api/v1/statements"], runs, None),
            _figure(client, "search in the API", searches, runs, _SEARCH_TARGET),
        ]


def _figure(client: TestClient, name: str, paths: list[str], runs: int, target: float | None) -> Figure:
    """The figure over all paths; raises `RuntimeError` where one is not answered well."""
    took = [each for path in paths for each in times(runs, partial(_ask, client, path))]
    return Figure.duration(name, took, target=target)


def _ask(client: TestClient, path: str) -> None:
    if (status := client.get(path).status_code) != 200:
        raise RuntimeError(f"{path} was answered with {status}")


def _word(found: Found) -> str:
    """The longest word of a statement."""
    return max(found.statement.quote[0].of(found.article.text).split(), key=len).strip("„“.,")
