"""What the tests of importing share: a reader that can be held, and waiting for an import's end."""

import re
import time
from collections.abc import Sequence
from threading import Event

from starlette.testclient import TestClient

from tests.builder import ToyReader
from wortlaut.types import Article, Document, Statement
from wortlaut.web.imports.job import Job
from wortlaut.web.imports.jobs import Jobs

__all__ = ["HELD", "HeldReader", "begun", "over", "token_in"]

HELD = "„WARTE“, sagte Ada."
_SECONDS = 20


class HeldReader(ToyReader):
    """Stays at a text with `WARTE` until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.has_begun = Event()
        self.may_go = Event()

    def read(self, articles: Sequence[Article], documents: Sequence[Document]) -> list[tuple[Statement, ...]]:
        """As `ToyReader` does."""
        if any("WARTE" in document.text for document in documents):
            self.has_begun.set()
            assert self.may_go.wait(_SECONDS)
        return super().read(articles, documents)


def over(jobs: Jobs, name: str) -> Job:
    """The import of that id once it is over."""
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until:
        job = jobs.get(name)
        if job is not None and job.state.is_over:
            return job
        time.sleep(0.01)
    raise AssertionError(f"{name} is not over after {_SECONDS} seconds")


def token_in(client: TestClient) -> str:
    """The token of the forms that this client is shown."""
    found: set[str] = set(re.findall('name="token" value="([0-9a-f]+)"', client.get("/import").text))
    (token,) = found
    return token


def begun(client: TestClient, way: str, **sent: object) -> str:
    """The id of the import that begins with what was sent that way."""
    data = {"token": token_in(client), **dict(sent.pop("data", {}))}  # type: ignore[call-overload]  # a mapping
    answer = client.post(f"/import/{way}", data=data, follow_redirects=False, **sent)  # type: ignore[arg-type]
    assert answer.status_code == 303, answer.text
    return answer.headers["location"].removeprefix("/import/")
