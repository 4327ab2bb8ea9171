"""How fast the record keeps, how large it gets, and how fast it finds: generated items about invented people."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from statistics import median

from benchmarks.population import MADE_BY, Item, Population, made_vocabulary, read_vocabulary
from benchmarks.search import Latency, latencies
from wortlaut.language import analyse
from wortlaut.language import lemmas as lemmas_of
from wortlaut.record import Record, ToKeep
from wortlaut.service.opening import GERMAN

__all__ = ["RecordFigures", "run"]

# Articles kept in one transaction.
_BATCH = 500


@dataclass(frozen=True, slots=True)
class RecordFigures:
    """What the record costs; times of keeping are zero where the record was there already."""

    statements: int
    bytes_per_statement: float
    keep_seconds: float
    keep_processor_seconds: float
    open_ms: float  # in a new process, imports included
    latencies: tuple[Latency, ...]


def run(
    *, statements: int, path: Path | None = None, vocabulary: Path | None = None, questions: int = 12
) -> RecordFigures:
    """The figures over a record of so many statements.

    It is kept at `path` and used again from there; without one it is temporary. `vocabulary` is a list of words with
    counts to draw from, else words are made. Each kind of question is asked with `questions` different words and names.
    """
    words = made_vocabulary() if vocabulary is None else read_vocabulary(vocabulary)
    population = Population(words, _lemma)
    with _place(path) as place:
        wall, processor = 0.0, 0.0
        if not place.exists():
            wall, processor = _fill(place, population.items(statements))
        with Record.open(place, read_only=True, language=GERMAN) as record:
            count = record.count()
            asked = tuple(latencies(record, words, questions=questions))
        return RecordFigures(
            statements=count,
            bytes_per_statement=place.stat().st_size / count,
            keep_seconds=wall,
            keep_processor_seconds=processor,
            open_ms=median(_open_ms(place) for _ in range(5)),
            latencies=asked,
        )


@contextmanager
def _place(path: Path | None) -> Iterator[Path]:
    if path is not None:
        yield path
        return
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "benchmark.db"


def _fill(path: Path, items: Iterator[Item]) -> tuple[float, float]:
    """What keeping took by the clock and of the processor, without making the items."""
    wall = processor = 0.0
    with Record.open(path, create=True, language=GERMAN) as record:
        while batch := list(islice(items, _BATCH)):
            given = [ToKeep(each.article, each.document, each.lemmas, each.statements, MADE_BY) for each in batch]
            processor_before, before = time.process_time(), time.perf_counter()
            record.keep_all(given)
            processor += time.process_time() - processor_before
            wall += time.perf_counter() - before
    return wall, processor


@cache
def _lemma(word: str) -> str:
    return " ".join(lemmas_of(analyse(word)))


def _open_ms(path: Path) -> float:
    """How long a new process takes from before the import until the record is open."""
    code = (
        "import sys, time; before = time.perf_counter(); from wortlaut.record import Record; "
        "Record.open(sys.argv[1], read_only=True); print(1000 * (time.perf_counter() - before))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, check=True, text=True)
    return float(done.stdout)
