"""The benchmarks' command: `python -m benchmarks --help`."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from benchmarks.figures import Figure
from benchmarks.machine import Machine, describe, keep_to_one_core


class Subject(StrEnum):
    """What can be measured."""

    READING = "reading"
    WHOLE = "whole"
    SEARCH = "search"
    START = "start"
    RECORD = "record"


_WIDTH = 120  # columns, where there is no terminal to ask
# What is measured where nothing is named; the record alone, with 100,000 statements, takes minutes.
_ALL = (Subject.READING, Subject.WHOLE, Subject.SEARCH, Subject.START)


@dataclass(frozen=True, slots=True)
class Run:
    """What was run."""

    reader: str
    weights: str
    version: str
    batch: int
    threads: int
    texts: str
    documents: int
    runs: int


def main(
    subject: Annotated[
        Subject | None, typer.Argument(help="What to measure; all but the record where none is named.")
    ] = None,
    *,
    corpus: Annotated[Path | None, typer.Option("--corpus", help="Take the texts of this quotation corpus.")] = None,
    items: Annotated[int, typer.Option("--items", min=1, help="Generated texts, where no corpus is named.")] = 500,
    many: Annotated[int, typer.Option("--many", min=0, help="Items for the memory; 0 leaves it out.")] = 10_000,
    runs: Annotated[int, typer.Option("--runs", min=1, help="Runs that each median is taken of.")] = 5,
    reader: Annotated[str, typer.Option("--reader", help="Name of the reader.")] = "shipped",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
) -> None:
    """Measure speed, memory and start time, all on one core."""
    keep_to_one_core()
    machine = describe()
    texts = _texts(corpus, items)
    run, measured = _measure([subject] if subject else _ALL, texts, reader=reader, runs=runs, many=many, corpus=corpus)
    if as_json:
        print(json.dumps({"machine": asdict(machine), "run": asdict(run), "figures": _as_objects(measured)}, indent=2))
    else:
        _show(machine, run, measured)


def _texts(corpus: Path | None, count: int) -> list[str]:
    if corpus is None:
        from benchmarks.documents import items

        return list(items(count))
    from evaluation.corpus import read_texts

    return [document.text for document in read_texts(corpus)]


def _measure(
    subjects: Sequence[Subject], texts: Sequence[str], *, reader: str, runs: int, many: int, corpus: Path | None
) -> tuple[Run, list[Figure]]:
    """What was run, and every figure of `subjects`."""
    from benchmarks.reading import reading
    from benchmarks.search import search
    from benchmarks.start import start
    from benchmarks.whole import memory, whole
    from wortlaut.reading import load
    from wortlaut.settings import Settings

    settings = Settings(threads=1)
    loaded = load(reader, threads=settings.threads)
    figures: list[Figure] = []
    for subject in subjects:
        match subject:
            case Subject.READING:
                figures += reading(texts, loaded, batch=settings.batch, runs=runs)
            case Subject.WHOLE:
                figures += whole(texts, loaded, runs=runs) + (memory(many, reader=reader) if many else [])
            case Subject.SEARCH:
                figures += search(texts, loaded, runs=runs)
            case Subject.START:
                figures += start(reader=reader, runs=2 * runs)
            case Subject.RECORD:
                figures += _record()
    made_by = loaded.made_by
    source = str(corpus) if corpus else "generated"
    run = Run(
        made_by.reader, made_by.weights, made_by.version, settings.batch, settings.threads, source, len(texts), runs
    )
    return run, figures


def _record() -> list[Figure]:
    """The record alone; the worst of a question is its 99th percentile."""
    from benchmarks.record import run

    measured = run()
    return [
        Figure.least("keep an item", [measured.keep_wall_ms], unit="ms", processor=measured.keep_cpu_ms),
        Figure.least("open a record", [measured.open_ms], unit="ms"),
        Figure.least("size of a statement", [measured.bytes_per_statement], unit="bytes"),
        *(Figure(each.name, "ms", each.median_ms, each.p99_ms, None, runs=1) for each in measured.latencies),
    ]


def _as_objects(figures: Sequence[Figure]) -> list[dict[str, object]]:
    return [asdict(figure) | {"ratio": figure.ratio} for figure in figures]


def _show(machine: Machine, run: Run, figures: Sequence[Figure]) -> None:
    console = Console(width=None if sys.stdout.isatty() else _WIDTH, highlight=False)
    console.print(
        f"{machine.processor}, {machine.cores} cores, {machine.used} used, {machine.memory_mib:,} MiB, "
        f"Python {machine.python}, {machine.system}, load {machine.load}"
    )
    console.print(
        f"reader {run.reader} {run.version}, {run.weights[:19]}…, {run.batch} articles at a time, "
        f"{run.threads} thread; {run.documents:,} texts, {run.texts}; median of {run.runs} runs"
    )
    table = Table(show_edge=False)
    table.add_column("", no_wrap=True)
    for name in ("median", "worst", "best", "processor", "unit", "asked for", "times"):
        table.add_column(name, justify="right")
    for figure in figures:
        values = [_number(value) for value in (figure.median, figure.worst, figure.best, figure.processor)]
        target = "" if figure.target is None else f"{'≤' if figure.less_is_better else '≥'} {_number(figure.target)}"
        table.add_row(figure.name, *values, figure.unit, target, "" if figure.ratio is None else f"{figure.ratio:.2f}")
    console.print(table)


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"


if __name__ == "__main__":
    typer.run(main)
