"""How fast the record keeps, how large it gets, and how fast it finds: generated items about invented people."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from pathlib import Path
from statistics import median

from benchmarks.figures import Took, time_once
from benchmarks.population import MADE_BY, Item, Population, Vocabulary, made_vocabulary, read_vocabulary
from benchmarks.search import Latency, latencies
from wortlaut.language import analyse
from wortlaut.language import lemmas as lemmas_of
from wortlaut.record import Meant, Record, ToKeep
from wortlaut.record.people.queueing import ReviewOrder
from wortlaut.service.opening import GERMAN

__all__ = ["Filled", "RecordFigures", "Stretch", "filled", "run"]

# Articles kept in one transaction.
_BATCH = 1000
# Statements after which it is asked anew how fast they are kept.
_STRETCH = 100_000
# Statements of the review queue that are asked for.
_QUEUED = 20


@dataclass(frozen=True, slots=True)
class Stretch:
    """So many statements kept one after the other, and what that took, without making them up."""

    statements: int
    took: Took


@dataclass(frozen=True, slots=True)
class RecordFigures:
    """What the record costs; nothing about keeping where the record was there already."""

    statements: int
    bytes_per_statement: float
    stretches: tuple[Stretch, ...]
    open_ms: float  # in a new process, imports included
    queue_ms: dict[ReviewOrder, float]
    latencies: tuple[Latency, ...]


def run(
    *, statements: int, path: Path | None = None, vocabulary: Path | None = None, questions: int = 12
) -> RecordFigures:
    """The figures over a record of so many statements.

    It is kept at `path` and used again from there; without one it is temporary. `vocabulary` is a list of words with
    counts to draw from, else words are made. Each kind of question is asked with `questions` different words and names.
    """
    with filled(statements=statements, path=path, vocabulary=vocabulary) as made:
        place, words, stretches = made.path, made.words, made.stretches
        with Record.open(place, read_only=True, language=GERMAN) as record:
            count = record.count()
            asked = tuple(latencies(record, words, questions=questions))
            queue_ms = {order: _queue_ms(record, order) for order in ReviewOrder}
        return RecordFigures(
            statements=count,
            bytes_per_statement=place.stat().st_size / count,
            stretches=stretches,
            open_ms=median(_open_ms(place) for _ in range(5)),
            queue_ms=queue_ms,
            latencies=asked,
        )


@dataclass(frozen=True, slots=True)
class Filled:
    """A record of generated items, and in which stretches it was filled; in none where it was there already."""

    path: Path
    words: Vocabulary
    stretches: tuple[Stretch, ...]


@contextmanager
def filled(*, statements: int, path: Path | None, vocabulary: Path | None) -> Iterator[Filled]:
    """A record of so many statements at `path`, or for as long as it is used."""
    words = made_vocabulary() if vocabulary is None else read_vocabulary(vocabulary)
    with _place(path) as place:
        items = Population(words, _lemma).items(statements)
        yield Filled(place, words, () if place.exists() else tuple(_filling(place, items)))


@contextmanager
def _place(path: Path | None) -> Iterator[Path]:
    if path is not None:
        yield path
        return
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "benchmark.db"


def _filling(path: Path, items: Iterator[Item]) -> Iterator[Stretch]:
    """The stretches in which the record was filled."""
    with Record.open(path, create=True, language=GERMAN) as record:
        statements, clock, processor = 0, 0.0, 0.0
        while batch := list(islice(items, _BATCH)):
            given = [
                ToKeep(
                    *(each.article, each.document, each.lemmas, each.statements, MADE_BY),
                    Meant(each.attributions, MADE_BY.reader, each.senses, each.tellings),
                )
                for each in batch
            ]
            took = time_once(partial(record.keep_all, given))
            statements += sum(len(each.statements) for each in batch)
            clock, processor = clock + took.clock, processor + took.processor
            if statements >= _STRETCH:
                yield Stretch(statements, Took(clock, processor))
                statements, clock, processor = 0, 0.0, 0.0
        if statements:
            yield Stretch(statements, Took(clock, processor))


def _queue_ms(record: Record, order: ReviewOrder) -> float:
    """How long the head of the review queue takes."""
    return median(1000 * time_once(lambda: list(record.queue(order=order, limit=_QUEUED))).clock for _ in range(5))


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
