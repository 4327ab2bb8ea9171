"""The whole way: bytes to stored record, with the memory that it takes."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.commands import run
from benchmarks.documents import items, json_lines
from benchmarks.figures import Figure, Took, time_once
from wortlaut import service
from wortlaut.language import tokenize
from wortlaut.reading import Reader
from wortlaut.settings import Settings

__all__ = ["memory", "whole"]

_TARGET = 8_000
_MOST_MIB = 600


def whole(texts: Sequence[str], reader: Reader, *, runs: int) -> list[Figure]:
    """Tokens a second from a JSON Lines file into a new record, and items a second when it is read once more."""
    first, again = [], []
    tokens = 0
    with TemporaryDirectory() as folder:
        source = Path(folder) / "items.jsonl"
        source.write_bytes(json_lines(texts))
        for number in range(runs + 1):
            settings = Settings(db=Path(folder) / f"{number}.db")
            tokens, took = _read(source, settings, reader)
            _, took_again = _read(source, settings, reader)
            if number:  # the first run warms up
                first.append(took)
                again.append(took_again)
    return [
        Figure.rate("bytes to stored record", tokens, first, unit="tokens/s", target=_TARGET),
        Figure.rate("– the same again, unchanged", len(texts), again, unit="items/s"),
    ]


def memory(count: int, *, reader: str) -> list[Figure]:
    """The most memory that `wortlaut read` held, and its speed, on a file of `count` generated items."""
    with TemporaryDirectory() as folder:
        source = Path(folder) / "items.jsonl"
        texts = list(items(count, seed=2))
        tokens = sum(len(tokenize(text)) for text in texts)
        source.write_bytes(json_lines(texts))
        ended = run(["read", str(source), "--db", str(Path(folder) / "whole.db"), "--reader", reader])
    return [
        Figure.least(f"memory, {count:,} items", [ended.mib], unit="MiB", target=_MOST_MIB),
        Figure.rate(f"speed, {count:,} items", tokens, [ended.took], unit="tokens/s", target=_TARGET),
    ]


def _read(source: Path, settings: Settings, reader: Reader) -> tuple[int, Took]:
    """Tokens read, and what that took."""
    summary = service.Summary()

    def read() -> None:
        nonlocal summary
        summary = service.read([str(source)], settings=settings, reader=reader)

    took = time_once(read)
    if summary.rejected or not summary.read:
        raise RuntimeError(f"the generated items must all be taken in, got {summary}")
    return summary.tokens, took
