"""Archives taken apart, without a look at what is in them: what the containers alone cost."""

from collections.abc import Callable
from io import BytesIO

from benchmarks.figures import Figure, times
from wortlaut.intake.archives.warc import payloads
from wortlaut.intake.articles import Wishes
from wortlaut.intake.budget import Budget
from wortlaut.intake.decoding import charset_of
from wortlaut.intake.form import Source
from wortlaut.intake.records.fields import field_map
from wortlaut.intake.streams import HEAD, opened
from wortlaut.settings import Settings
from wortlaut.types import Origin, Rejected

__all__ = ["containers"]

_MB = 1_000_000
_PIECE = 2**18


def containers(plain: bytes, packed: bytes, *, pages: int, runs: int) -> list[Figure]:
    """MB/s of a WARC file, as it is and with each record packed for itself, up to the bytes of the answers' bodies."""

    def work(raw: bytes) -> Callable[[], object]:
        return lambda: _check(_bodies(raw), pages)

    return [
        Figure.rate("– records alone, plain", len(plain) / _MB, times(runs, work(plain)), unit="MB/s"),
        Figure.rate("– records alone, unpacked", len(plain) / _MB, times(runs, work(packed)), unit="MB/s"),
    ]


def _check(found: int, pages: int) -> None:
    if found != pages:
        raise RuntimeError(f"the crawl has {pages} pages, {found} were found in it")


def _bodies(raw: bytes) -> int:
    """How many bodies there are, all of whose bytes were taken."""
    budget = Budget()
    stream = opened(BytesIO(raw), budget)
    head = stream.peek(HEAD)
    wishes = Wishes(Settings(), field_map({}), None)
    source = Source(stream, Origin("a.warc"), charset_of(head, None), wishes, head, "", budget)
    count = 0
    for payload in payloads(source):
        if isinstance(payload, Rejected):
            raise RuntimeError(str(payload))
        while payload.stream.take(_PIECE):
            pass
        count += 1
    return count
