"""How soon the program answers, as a process of its own."""

from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.commands import run
from benchmarks.documents import items
from benchmarks.figures import Figure

__all__ = ["start"]

_HELP_TARGET = 0.3
_FIRST_TARGET = 2.0


def start(*, reader: str, runs: int) -> list[Figure]:
    """Seconds until `wortlaut --help` has ended, and until one short item is read, kept and printed."""
    run(["--help"])
    helped = [run(["--help"]).took for _ in range(runs)]
    with TemporaryDirectory() as folder:
        item = Path(folder) / "item.txt"
        item.write_text(next(items(1, seed=3)), encoding="utf-8")
        first = [
            run(["read", str(item), "--db", str(Path(folder) / f"{number}.db"), "--reader", reader, "--json"]).took
            for number in range(runs + 1)
        ][1:]
    return [
        Figure.duration("wortlaut --help", helped, target=_HELP_TARGET),
        Figure.duration("first result on a short item", first, target=_FIRST_TARGET),
    ]
