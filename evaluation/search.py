"""The command that asks the record's search the marked questions, and plain FTS5 beside it."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from evaluation.corpus import MalformedFile, read_gold
from evaluation.questions import QUESTIONS, Half, Kind, Mark, Question, read_questions, require_corpus
from evaluation.retrieval import DEPTH, Figures, Outcome, PlainIndex, figures, outcome
from evaluation.stock import Stocked, gold_stock, kept_in_record, read_stock
from wortlaut.reading import load
from wortlaut.record import Record
from wortlaut.settings import Settings
from wortlaut.types import Span

__all__ = ["System", "compare", "recall", "require_marked", "search"]


class System(StrEnum):
    """What answers the questions."""

    OURS = "search"
    QUOTE_ALL = "plain FTS5, quote, every word"
    QUOTE_ANY = "plain FTS5, quote, any word"
    WHOLE_ALL = "plain FTS5, also parties and headline, every word"
    WHOLE_ANY = "plain FTS5, also parties and headline, any word"


@dataclass(frozen=True, slots=True)
class _Plain:
    """Which words a plain search looks at, and whether every word of the question must be there."""

    whole: bool
    every: bool


_PLAIN = {
    System.QUOTE_ALL: _Plain(whole=False, every=True),
    System.QUOTE_ANY: _Plain(whole=False, every=False),
    System.WHOLE_ALL: _Plain(whole=True, every=True),
    System.WHOLE_ANY: _Plain(whole=True, every=False),
}


@dataclass(frozen=True, slots=True)
class _Group:
    """Questions that are reckoned together, `None` for all."""

    name: str
    of: Half | Kind | None

    def chosen(self, outcomes: Iterable[Outcome]) -> list[Outcome]:
        """The outcomes of the group's questions."""
        return [each for each in outcomes if self.of in (None, each.question.half, each.question.kind)]


_GROUPS = (_Group("all", None), *(_Group(part.value, part) for part in (*Half, *Kind)))


def search(
    corpus: Annotated[Path, typer.Option("--corpus", help="The corpus that the questions were marked over.")],
    *,
    questions: Annotated[Path, typer.Option("--questions", help="The marked questions.")] = QUESTIONS,
    reader: Annotated[
        str | None, typer.Option("--reader", help="Search what this reader finds instead of the gold statements.")
    ] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="Also say for each question of the building half what was missed.")
    ] = False,
    kept: Annotated[
        bool, typer.Option("--kept", help="With --verbose: of the kept half instead; who looks can measure no more.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON, in percent.")] = False,
) -> None:
    """Ask the search the marked questions: recall@20, precision@5, reciprocal rank; plain FTS5 beside it."""
    found = read_questions(questions)
    require_corpus(found, corpus)
    asked = found.questions
    documents = read_gold(corpus)
    stock = gold_stock(documents)
    with kept_in_record(stock) as record:
        require_marked(asked, stock, record)
        if reader is None:
            outcomes = compare(asked, stock, record)
    if reader is not None:
        settings = Settings()
        stock = read_stock(documents, load(reader, threads=settings.threads), batch=settings.batch)
        with kept_in_record(stock) as record:
            outcomes = compare(asked, stock, record)
    if as_json:
        print(json.dumps(_json(outcomes), ensure_ascii=False))
        return
    console = Console(highlight=False)
    for table in (_stocked(stock, asked), _systems(outcomes), _kinds(outcomes), _words_shared(outcomes[System.OURS])):
        console.print(table)
    for line in _told(outcomes, stock, Half.KEPT if kept else Half.BUILD) if verbose else ():
        console.print(line, markup=False, soft_wrap=True)


def recall(corpus: Path) -> Mapping[str, float]:
    """The recall@20 of the search over the corpus' statements, in percent: of all questions, and of each half."""
    found = read_questions(QUESTIONS)
    require_corpus(found, corpus)
    stock = gold_stock(read_gold(corpus))
    with kept_in_record(stock) as record:
        outcomes = compare(found.questions, stock, record)[System.OURS]
    groups = [group for group in _GROUPS if not isinstance(group.of, Kind)]
    return {f"recall@{DEPTH}, {each.name}": 100 * figures(each.chosen(outcomes)).recall for each in groups}


def require_marked(questions: Iterable[Question], stock: Sequence[Stocked], record: Record) -> None:
    """Nothing; raises `MalformedFile` where a question marks what is not there or what its own filters leave out."""
    for question in questions:
        admitted = _admitted(question, record)
        marks = {held.mark for each in stock for held in each.held if held.statement.id in admitted}
        for mark in sorted(question.wanted - marks):
            raise MalformedFile(
                f"question {question.id!r}: there is no statement {mark.statement} in document {mark.document}, "
                "or the question's filters leave it out"
            )


def compare(questions: Sequence[Question], stock: Sequence[Stocked], record: Record) -> dict[System, list[Outcome]]:
    """What each system made of each question, in order; `record` holds `stock`."""
    held = [each for article in stock for each in article.held]
    marks = {each.statement.id: each.mark for each in held}
    outcomes: dict[System, list[Outcome]] = {system: [] for system in System}
    with closing(PlainIndex(_quotes(stock))) as quotes, closing(PlainIndex(_wholes(stock))) as wholes:
        for question in questions:
            found = record.search(question.words, question.filters, limit=DEPTH)
            outcomes[System.OURS].append(outcome(question, [marks[each.statement.id] for each in found]))
            wanted = _admitted(question, record)
            admitted = {number for number, each in enumerate(held) if each.statement.id in wanted}
            for system, plain in _PLAIN.items():
                index = wholes if plain.whole else quotes
                numbers = index.search(question.words, every=plain.every, admitted=admitted, limit=DEPTH)
                outcomes[system].append(outcome(question, [held[number].mark for number in numbers]))
    return outcomes


def _admitted(question: Question, record: Record) -> set[str]:
    """The ids of the statements that the question's filters let through."""
    return {found.statement.id for found in record.statements(question.filters)}


def _quotes(stock: Iterable[Stocked]) -> Iterator[str]:
    for each in stock:
        for held in each.held:
            yield _words(each, held.statement.quote)


def _wholes(stock: Iterable[Stocked]) -> Iterator[str]:
    """The words of quote, speakers, addressees and headline of every statement."""
    for each in stock:
        for held in each.held:
            parties = (*held.statement.speakers, *held.statement.addressees)
            spans = (*held.statement.quote, *(span for party in parties for span in party.mention))
            yield f"{_words(each, spans)} {each.article.title or ''}"


def _words(stocked: Stocked, spans: Iterable[Span]) -> str:
    return " ".join(span.of(stocked.article.text) for span in spans)


def _best_plain(outcomes: dict[System, list[Outcome]]) -> System:
    """The plain search with the best recall over all questions."""
    return max(_PLAIN, key=lambda system: figures(outcomes[system]).recall)


def _stocked(stock: Sequence[Stocked], questions: Sequence[Question]) -> str:
    wanted = {mark for question in questions for mark in question.wanted}
    there = {held.mark for each in stock for held in each.held}
    return (
        f"{len(questions)} questions, {sum(len(each.held) for each in stock)} statements in {len(stock)} articles; "
        f"{len(wanted & there)} of the {len(wanted)} statements that are right for any question are there"
    )


def _systems(outcomes: dict[System, list[Outcome]]) -> Table:
    table = Table(show_edge=False, title_justify="left")
    table.add_column("%", min_width=32)
    for name in ("questions", "recall@20", "95 %", "precision@5", "reciprocal rank"):
        table.add_column(name, justify="right")
    for group in _GROUPS[: 1 + len(Half)]:
        for system, given in outcomes.items():
            if chosen := group.chosen(given):
                style = "bold" if system is System.OURS else None
                table.add_row(f"{system.value} ({group.name})", *_cells(figures(chosen)), style=style)
        table.add_section()
    return table


def _kinds(outcomes: dict[System, list[Outcome]]) -> Table:
    best = _best_plain(outcomes)
    table = Table(show_edge=False, title_justify="left", caption=f"best plain: {best.value}", caption_justify="left")
    table.add_column("recall@20 by kind (%)", min_width=32)
    for name in ("questions", "search", *(f"search, {half.value}" for half in Half), "best plain"):
        table.add_column(name, justify="right")
    for group in _GROUPS[1 + len(Half) :]:
        ours, plain = group.chosen(outcomes[System.OURS]), group.chosen(outcomes[best])
        halves = [[each for each in ours if each.question.half is half] for half in Half]
        if ours:
            cells = (_percent(figures(part).recall) if part else "–" for part in (ours, *halves, plain))
            table.add_row(group.name, str(len(ours)), *cells)
    return table


def _words_shared(outcomes: Sequence[Outcome]) -> str:
    """How many statements were found of those that share a word with their question, and of those that do not."""

    def told(wanted: Callable[[Question], frozenset[Mark]]) -> str:
        pairs = [(mark, each) for each in outcomes for mark in wanted(each.question)]
        return f"{sum(mark not in each.missed for mark, each in pairs)} of {len(pairs)}"

    return (
        f"right statements found: {told(lambda question: question.right)} in the question's words, "
        f"{told(lambda question: question.in_other_words)} in other words"
    )


def _told(outcomes: dict[System, list[Outcome]], stock: Iterable[Stocked], half: Half) -> Iterator[str]:
    """A line for each question of `half`, and one for every statement that our search missed."""
    quotes = {held.mark: _words(each, held.statement.quote) for each in stock for held in each.held}
    best = _best_plain(outcomes)
    for ours, plain in zip(outcomes[System.OURS], outcomes[best], strict=True):
        question = ours.question
        if question.half is not half:
            continue
        filters = json.dumps(_filters(question), ensure_ascii=False)
        yield (
            f"{question.id} ({question.half.value}): {question.words} {filters if filters != '{}' else ''}"
            f" recall {_percent(ours.recall)} of {len(question.wanted)}, precision {_percent(ours.precision)}, "
            f"plain {_percent(plain.recall)}"
        )
        for mark in ours.missed:
            words = " ".join(quotes[mark].split())[:90] if mark in quotes else "not read"
            other = " (in other words)" if mark in question.in_other_words else ""
            yield f"    missed {mark.document}/{mark.statement}{other}: {words}"


def _filters(question: Question) -> dict[str, str]:
    names = ("speaker", "addressee", "type", "since", "until", "source")
    return {name: str(value) for name in names if (value := getattr(question.filters, name)) is not None}


def _cells(given: Figures) -> tuple[str, ...]:
    return (
        str(given.questions),
        _percent(given.recall),
        f"{_percent(given.interval.low)}–{_percent(given.interval.high)}",
        _percent(given.precision),
        _percent(given.reciprocal),
    )


def _percent(value: float) -> str:
    return f"{100 * value:.1f}"


def _json(outcomes: dict[System, list[Outcome]]) -> dict[str, dict[str, dict[str, object]]]:
    """Figures by system and group, in percent with two decimals."""
    return {
        system.name.lower(): {
            group.name: _figures_json(figures(chosen)) for group in _GROUPS if (chosen := group.chosen(given))
        }
        for system, given in outcomes.items()
    }


def _figures_json(given: Figures) -> dict[str, object]:
    return {
        "questions": given.questions,
        "recall": round(100 * given.recall, 2),
        "interval": [round(100 * given.interval.low, 2), round(100 * given.interval.high, 2)],
        "precision": round(100 * given.precision, 2),
        "reciprocal": round(100 * given.reciprocal, 2),
    }
