"""The command that measures what statements are said to mean against the gold; so far who speaks.

The gold is JSON Lines: `doc` and `ann` name a statement of the quotation corpus, the other keys say what it means. From
raw text the statements are the reader's, paired with the corpus' as the scores pair them; with `--gold-quotes` quotes
and mentions are the corpus' own.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from evaluation.baselines import last_subject, nearest_name
from evaluation.corpus import Annotation, CorpusDocument, MalformedFile
from evaluation.given import documents_of, lines_of, paired, published_of, spans_of, statements_of
from evaluation.tables import wide
from evaluation.who import Answer, Figure, GoldWho, Judged, answer_of, figures, form_of
from wortlaut.language import analyse
from wortlaut.meaning.who import attribute
from wortlaut.types import (
    Document,
    PartyKind,
    Statement,
)

__all__ = [
    "GoldStatement",
    "Measured",
    "gold",
    "judge",
    "judge_stage",
    "read_statements",
]

_KEYS = frozenset({"act", "ann", "condition", "doc", "said_on", "target", "who"})


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """The statement at place `number` of the annotations of a corpus document, and who speaks."""

    document: str
    number: int
    who: GoldWho


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of the stage and of the two baselines, in the same order."""

    stage: tuple[Figure, ...]
    nearest: tuple[Figure, ...]
    subject: tuple[Figure, ...]


_Answering = Callable[[Document, Sequence[Statement], date | None], Sequence[Answer]]


def gold(
    gold: Annotated[Path, typer.Option("--gold", help="The statement gold, JSON Lines.")],
    corpus: Annotated[Path, typer.Option("--corpus", help="The quotation corpus that it marks, plain or gzip.")],
    *,
    gold_quotes: Annotated[
        bool, typer.Option("--gold-quotes", help="Take quotes and mentions as the corpus gives them.")
    ] = False,
    reader: Annotated[str, typer.Option("--reader", help="Name of the reader.")] = "shipped",
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON, in percent.")] = False,
) -> None:
    """Measure who is said to speak, against the gold and beside two baselines."""
    marked = read_statements(gold)
    documents = documents_of(gold, (each.document for each in marked), corpus)
    found = statements_of(documents, reader, given=gold_quotes)
    measured = _measured(marked, documents, found)
    if as_json:
        print(json.dumps({name: _as_json(getattr(measured, name)) for name in Measured.__slots__}, ensure_ascii=False))
    else:
        _print(measured)


def read_statements(path: Path) -> tuple[GoldStatement, ...]:
    """The statements of the gold; raises `MalformedFile`."""
    return tuple(_statement(line, place) for line, place in lines_of(path))


def judge(
    marked: Iterable[GoldStatement],
    documents: Sequence[CorpusDocument],
    found: Sequence[Sequence[Statement]],
    answering: _Answering,
) -> tuple[Judged, ...]:
    """Every gold statement with what `answering` says about the statement that was found for it."""
    by_document: defaultdict[str, list[GoldStatement]] = defaultdict(list)
    for each in marked:
        by_document[each.document].append(each)
    judged = []
    for place, (document, statements) in enumerate(zip(documents, found, strict=True)):
        ordered, pairs = paired(document, statements)
        answers = answering(analyse(document.text), ordered, published_of(document.name))
        for each in by_document[document.name]:
            annotation = document.annotations[each.number]
            answer = answers[pairs[each.number]] if each.number in pairs else None
            judged.append(Judged(place, each.who, form_of(_words(document, annotation), each.who.name), answer))
    return tuple(judged)


def judge_stage(
    marked: Sequence[GoldStatement], documents: Sequence[CorpusDocument], found: Sequence[Sequence[Statement]]
) -> tuple[Figure, ...]:
    """The figures that the shipped stage reaches on the statements that were found in the documents."""
    return figures(judge(marked, documents, found, _by_stage), len(documents))


def _measured(
    marked: Sequence[GoldStatement], documents: Sequence[CorpusDocument], found: Sequence[Sequence[Statement]]
) -> Measured:
    nearest, subject = (
        figures(judge(marked, documents, found, answering), len(documents))
        for answering in (nearest_name, last_subject)
    )
    return Measured(judge_stage(marked, documents, found), nearest, subject)


def _by_stage(document: Document, statements: Sequence[Statement], published: date | None) -> list[Answer]:
    return [answer_of(each.speakers) for each in attribute(document, statements, published=published)]


def _statement(line: str, place: str) -> GoldStatement:
    try:
        value = json.loads(line)
        who = value["who"]
        unknown = sorted(value.keys() - _KEYS)
        made = GoldStatement(value["doc"], value["ann"], GoldWho(PartyKind(who["kind"]), who["name"], who["office"]))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise MalformedFile(f"{place}: no statement of the gold ({type(error).__name__}: {error})") from error
    if unknown:
        raise MalformedFile(f"{place}: unknown key {unknown[0]!r}; known are {', '.join(sorted(_KEYS))}")
    return made


def _words(document: CorpusDocument, annotation: Annotation) -> str:
    return " ".join(span.of(document.text) for span in spans_of(document, annotation.speaker))


def _as_json(rows: Iterable[Figure]) -> Mapping[str, object]:
    return {
        row.name.strip(): {
            "part": row.part,
            "whole": row.whole,
            "percent": round(100 * row.part / row.whole, 2) if row.whole else None,
            "wilson": [round(100 * row.wilson.low, 1), round(100 * row.wilson.high, 1)] if row.wilson else None,
            "documents": [round(100 * row.drawn.low, 1), round(100 * row.drawn.high, 1)] if row.drawn else None,
        }
        for row in rows
    }


def _print(measured: Measured) -> None:
    table = Table("who speaks", "share", "of", "Wilson", "by documents", "nearest name", "last subject")
    for row, *others in zip(measured.stage, measured.nearest, measured.subject, strict=True):
        intervals = [f"{100 * i.low:.1f}–{100 * i.high:.1f}" if i else "" for i in (row.wilson, row.drawn)]
        table.add_row(row.name, _share(row), str(row.whole), *intervals, *map(_share, others))
    wide().print(table)


def _share(row: Figure) -> str:
    return f"{100 * row.part / row.whole:.1f}" if row.whole else "–"
