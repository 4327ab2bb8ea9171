"""How fast the server answers, over a record of generated items: one request after the other, in this process."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from starlette.testclient import TestClient

from benchmarks.addresses import Kind, addresses
from benchmarks.figures import Figure, Took, time_once
from benchmarks.population import Vocabulary
from wortlaut.record import Record
from wortlaut.service.opening import GERMAN
from wortlaut.settings import Settings
from wortlaut.web.app import application
from wortlaut.web.options import Limits, WebOptions

__all__ = ["pages"]

_ADDRESS = "http://127.0.0.1:8765"
_ASKED = 12  # addresses of each kind
_OVERVIEW_TARGET = 0.400
_UNLIMITED = WebOptions(limits=Limits(reads_per_second=1e9, reads_at_once=10**9))


def pages(record: Path, vocabulary: Vocabulary, *, runs: int) -> list[Figure]:
    """Seconds until each kind of page is there whole; the worst of a kind is its 95th percentile."""
    with Record.open(record, read_only=True, language=GERMAN) as opened:
        kinds = addresses(opened, vocabulary, asked=_ASKED)
    with TestClient(application(Settings(db=record), _UNLIMITED), base_url=_ADDRESS) as client:
        return [*(_figure(client, kind, runs) for kind in kinds), *_overviews(client, record, runs)]


def _figure(client: TestClient, kind: Kind, runs: int) -> Figure:
    """The figure over all addresses, each asked so many times, after a round that is not counted.

    Raises `RuntimeError` where one is not answered well.
    """
    took = [time_once(partial(_ask, client, each)) for _ in range(runs + 1) for each in kind.addresses]
    return _of(kind.name, took[len(kind.addresses) :], kind.target)


def _overviews(client: TestClient, record: Path, runs: int) -> Iterator[Figure]:
    """The overview, which is counted when something was written, and asked for once more."""
    first, again = list[Took](), list[Took]()
    for _ in range(runs):
        with Record.open(record, language=GERMAN) as opened:
            opened.save_search("benchmark", "benchmark")
            opened.forget_search("benchmark")
        first.append(time_once(partial(_ask, client, "/overview")))
        again.append(time_once(partial(_ask, client, "/overview")))
    yield _of("overview, after something was written", first, _OVERVIEW_TARGET)
    yield _of("overview, asked for at once again", again, _OVERVIEW_TARGET)


def _of(name: str, took: Sequence[Took], target: float) -> Figure:
    clock = [each.clock for each in took]
    last = quantiles(clock, n=20, method="inclusive")[-1] if len(clock) > 1 else clock[0]
    processor = median(each.processor for each in took)
    return Figure(name, "s", median(clock), last, min(clock), len(clock), processor, target, less_is_better=True)


def _ask(client: TestClient, path: str) -> None:
    if (status := client.get(path).status_code) != 200:
        raise RuntimeError(f"{path} was answered with {status}")
