"""The benchmarks' command: `python -m benchmarks --help`."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from benchmarks.expressions import expressions_of_time
from benchmarks.figures import Figure
from benchmarks.machine import Machine, describe, keep_to_one_core

if TYPE_CHECKING:
    from wortlaut.settings import Settings
    from wortlaut.types import Provenance


class Subject(StrEnum):
    """What can be measured."""

    READING = "reading"
    WHOLE = "whole"
    SEARCH = "search"
    START = "start"
    INTAKE = "intake"
    LONG = "long"
    PAGES = "pages"
    TIMES = "times"


_WIDTH = 120  # columns, where there is no terminal to ask


_TARGET_MS = 50  # of a search in a million statements, in the median; 250 for 99 of 100


@dataclass(frozen=True, slots=True)
class Searched:
    """The record to search in: how many statements, where it is kept, which words they are made of."""

    statements: int
    kept: Path | None
    vocabulary: Path | None


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
        Subject | None, typer.Argument(help="What to measure; everything where nothing is named.")
    ] = None,
    *,
    corpus: Annotated[Path | None, typer.Option("--corpus", help="Take the texts of this quotation corpus.")] = None,
    items: Annotated[int, typer.Option("--items", min=1, help="Generated texts, where no corpus is named.")] = 500,
    many: Annotated[int, typer.Option("--many", min=0, help="Items for the memory; 0 leaves it out.")] = 10_000,
    statements: Annotated[
        int, typer.Option("--statements", min=100, help="Statements to search in; a million take ten minutes to keep.")
    ] = 20_000,
    kept: Annotated[
        Path | None, typer.Option("--kept", help="Keep the record to search there, and use it again.")
    ] = None,
    vocabulary: Annotated[
        Path | None, typer.Option("--vocabulary", help="Words to search in: `WORD<tab>COUNT` a line, by count.")
    ] = None,
    megabytes: Annotated[int, typer.Option("--megabytes", min=1, help="Bytes to take in, of each form.")] = 10,
    runs: Annotated[int, typer.Option("--runs", min=1, help="Runs that each median is taken of.")] = 5,
    reader: Annotated[str, typer.Option("--reader", help="Name of the reader.")] = "shipped",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
) -> None:
    """Measure speed, memory and start time, all on one core."""
    keep_to_one_core()
    machine = describe()
    texts = _texts(corpus, items)
    searched = Searched(statements, kept, vocabulary)
    subjects = [subject] if subject else list(Subject)
    run, measured = _measure(
        subjects, texts, searched, reader=reader, runs=runs, many=many, corpus=corpus, megabytes=megabytes
    )
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
    subjects: Sequence[Subject],
    texts: Sequence[str],
    searched: Searched,
    *,
    reader: str,
    runs: int,
    many: int,
    corpus: Path | None,
    megabytes: int,
) -> tuple[Run, list[Figure]]:
    """What was run, and every figure of `subjects`."""
    from benchmarks.intake import intake
    from benchmarks.long import long
    from benchmarks.reading import reading
    from benchmarks.start import start
    from benchmarks.whole import memory, whole
    from wortlaut.reading import load
    from wortlaut.settings import Settings

    settings, figures, loaded = Settings(threads=1), list[Figure](), load(reader, threads=1)
    for subject in subjects:
        match subject:
            case Subject.READING:
                figures += reading(texts, loaded, batch=settings.batch, runs=runs)
            case Subject.WHOLE:
                figures += [*whole(texts, loaded, runs=runs), *(memory(many, reader=reader) if many else [])]
            case Subject.SEARCH:
                figures += _searching(searched)
            case Subject.PAGES:
                figures += _asking_pages(searched, runs)
            case Subject.START:
                figures += start(reader=reader, runs=2 * runs)
            case Subject.INTAKE:
                figures += intake(megabytes=megabytes, runs=runs)
            case Subject.LONG:
                figures += long(texts, reader=reader, runs=runs)
            case Subject.TIMES:
                figures += expressions_of_time(texts, runs=runs)
    return _run(loaded.made_by, settings, corpus, len(texts), runs), figures


def _run(made_by: "Provenance", settings: "Settings", corpus: Path | None, documents: int, runs: int) -> Run:
    return Run(
        reader=made_by.reader,
        weights=made_by.weights,
        version=made_by.version,
        batch=settings.batch,
        threads=settings.threads,
        texts=str(corpus) if corpus else "generated",
        documents=documents,
        runs=runs,
    )


def _searching(searched: Searched) -> list[Figure]:
    """The record alone; the worst of a kind of question is its 99th percentile."""
    from benchmarks.record import run
    from benchmarks.search import OVERALL, PAGES_MS

    measured = run(statements=searched.statements, path=searched.kept, vocabulary=searched.vocabulary)
    figures = [
        Figure.least("open a record", [measured.open_ms], unit="ms"),
        Figure.least("size of a statement", [measured.bytes_per_statement], unit="bytes"),
    ]
    figures += [Figure.least(f"queue, by {order}", [taken], unit="ms") for order, taken in measured.queue_ms.items()]
    if stretches := measured.stretches:
        clock = sum(each.took.clock for each in stretches)
        processor = sum(each.took.processor for each in stretches)
        rates = [each.statements / each.took.clock for each in stretches]
        figures.append(
            Figure(
                "keep",
                "statements/s",
                measured.statements / clock,
                min(rates),
                max(rates),
                len(stretches),
                measured.statements / processor,
                3000,
            )
        )
    for each in measured.latencies:
        of_page = (most for begin, most in PAGES_MS.items() if each.name.startswith(begin))
        target = _TARGET_MS if each.name == OVERALL else next(of_page, None)
        figures.append(
            Figure(each.name, "ms", each.median_ms, each.p99_ms, None, each.asked, target=target, less_is_better=True)
        )
    return figures


def _asking_pages(searched: Searched, runs: int) -> list[Figure]:
    """The server over the same record."""
    from benchmarks.pages import pages
    from benchmarks.record import filled

    with filled(statements=searched.statements, path=searched.kept, vocabulary=searched.vocabulary) as made:
        return pages(made.path, made.words, runs=runs)


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
