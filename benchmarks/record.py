"""How fast the record keeps and finds: generated items about invented people, kept one transaction an item.

Statements are cut by rule, not read, so that only the record is measured: a third of an item's sentences becomes a
statement with a cue, a frame and one speaker.
"""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random
from statistics import median, quantiles

from benchmarks.documents import items
from wortlaut.language.tokens import tokenize
from wortlaut.record import Filters, Record
from wortlaut.types import (
    Article,
    Confidence,
    Document,
    Medium,
    Origin,
    Part,
    Party,
    Provenance,
    Run,
    SourceMap,
    Span,
    Statement,
    StatementType,
    TokenRange,
    article_id,
    statement_id,
)

__all__ = ["Latency", "RecordFigures", "run"]

_MADE_BY = Provenance("benchmark", "sha256:0", "0")
_SOURCES = ("Hafenbote", "Küstenkurier", "Tagblatt Weserfurt", "Nordpost", "Südblatt", "dpx")
_SENTENCE = re.compile(r"\S[^.“]+[.“]")
_NAME = re.compile(r"[A-ZÄÖÜ]\w+ [A-ZÄÖÜ]\w+")
_ALL = Filters()
_Question = Callable[[], int]


@dataclass(frozen=True, slots=True)
class Latency:
    """How long one kind of question takes, in milliseconds, and how many statements it found in the median."""

    name: str
    median_ms: float
    p99_ms: float
    found: int


@dataclass(frozen=True, slots=True)
class RecordFigures:
    """What the record costs."""

    articles: int
    statements: int
    bytes_per_statement: float
    keep_cpu_ms: float  # per item, without waiting for the disk
    keep_wall_ms: float  # per item, synced
    statements_per_second: float
    open_ms: float  # a current record, in a new process, imports included
    latencies: tuple[Latency, ...]


@dataclass(frozen=True, slots=True)
class _Filled:
    articles: int
    cpu_seconds: float
    wall_seconds: float


def run(*, statements: int = 100_000, folder: Path | None = None) -> RecordFigures:
    """The figures over a new record of so many statements, made in `folder` or a temporary one."""
    with tempfile.TemporaryDirectory(dir=folder) as made:
        path = Path(made) / "benchmark.db"
        with Record.open(path, create=True, lemmatise=_lemma) as record:
            filled = _fill(record, statements)
            count = record.count()
            latencies = tuple(_latencies(record))
        return RecordFigures(
            articles=filled.articles,
            statements=count,
            bytes_per_statement=path.stat().st_size / count,
            keep_cpu_ms=1000 * filled.cpu_seconds / filled.articles,
            keep_wall_ms=1000 * filled.wall_seconds / filled.articles,
            statements_per_second=count / filled.wall_seconds,
            open_ms=median(_open_ms(path) for _ in range(5)),
            latencies=latencies,
        )


def _fill(record: Record, statements: int) -> _Filled:
    """What keeping took, without making the items."""
    left, articles, cpu, wall = statements, 0, 0.0, 0.0
    for number, text in enumerate(items(statements)):
        article, document, found = _item(number, text)
        lemmas = [_lemma(token.of(text)) for token in document.tokens]
        cpu_before, before = time.process_time(), time.perf_counter()
        record.keep(article, document, lemmas, found, _MADE_BY)
        cpu += time.process_time() - cpu_before
        wall += time.perf_counter() - before
        articles += 1
        left -= len(found)
        if left <= 0:
            break
    return _Filled(articles, cpu, wall)


def _item(number: int, text: str) -> tuple[Article, Document, list[Statement]]:
    url = f"https://example.org/{number}"
    article = Article(
        id=article_id(text=text, url=url, source=None, declared_id=None),
        text=text,
        raw=text.encode(),
        source_map=_source_map(text),
        origin=Origin("benchmark.jsonl", number + 1, number + 1),
        form="jsonl",
        encoding="utf-8",
        title=_SENTENCE.findall(text)[0][:60],
        published=date(2010, 1, 1) + timedelta(days=number % 5000),
        source=_SOURCES[number % len(_SOURCES)],
        url=url,
    )
    tokens = tokenize(text)
    return article, Document(text, tokens, (TokenRange(0, len(tokens)),)), list(_statements(article))


def _source_map(text: str) -> SourceMap:
    runs: list[Run] = []
    byte = 0
    for position, char in enumerate(text):
        width = len(char.encode())
        if not runs or runs[-1].width != width:
            runs.append(Run(position, byte, width))
        byte += width
    return SourceMap(len(text), tuple(runs))


def _statements(article: Article) -> Iterator[Statement]:
    """Every sentence with a name, in turn of each type: the name is the speaker, the next word the cue."""
    types = tuple(StatementType)
    for number, sentence in enumerate(_SENTENCE.finditer(article.text)):
        if not (name := _NAME.search(article.text, sentence.start(), sentence.end() - 20)):
            continue
        quote = (Span(name.end() + 10, sentence.end()),)
        yield Statement(
            id=statement_id(article, quote, 0),
            article_id=article.id,
            type=types[number % len(types)],
            medium=Medium.SPEECH,
            quote=quote,
            cue=Part((Span(name.end() + 1, name.end() + 9),), 0.75),
            frame=Part((Span(sentence.start(), name.end() + 9),), 0.5),
            speakers=(Party((Span(*name.span()),), 0.875),),
            addressees=(),
            parent=None,
            confidence=Confidence(0.96875, 0.9375, 0.99),
            made_by=_MADE_BY,
        )


def _lemma(word: str) -> str:
    """Something like a lemma: the word without the commonest endings."""
    return re.sub(r"(?:en|er|es|e|n|s)$", "", word) if len(word) > 4 else word


def _latencies(record: Record) -> Iterator[Latency]:
    """Each kind of question, asked with words, names and days that occur."""
    found = list(record.statements(limit=2000))
    sample = Random(1).sample(found, 60)
    words = [each.statement.quote[0].of(each.article.text).split()[0] for each in sample]
    names = [each.statement.speakers[0].mention[0].of(each.article.text).split()[-1] for each in sample]
    for name, questions in _questions(record, words, names).items():
        yield _latency(name, questions)


def _questions(record: Record, words: Sequence[str], names: Sequence[str]) -> Mapping[str, list[_Question]]:
    months = [date(2010 + at % 13, 1 + at % 12, 1) for at in range(60)]

    def search(text: str, filters: Filters = _ALL) -> _Question:
        return lambda: len(list(record.search(text, filters, limit=20)))

    def listed(filters: Filters) -> _Question:
        return lambda: len(list(record.statements(filters, limit=20)))

    return {
        "search a rare word": [search(word) for word in words],
        "search a common word": [search(word) for word in ("nicht", "Einigung", "Euro", "Wochen")] * 5,
        "search two words": [search(f"{word} Jahr") for word in words],
        "search a phrase": [search('"eine Frage der"')] * 10,
        "search a prefix": [search(f"{word[:4]}*") for word in words],
        "search a common word in a month": [
            search("Euro", Filters(since=day, until=day + timedelta(days=30))) for day in months
        ],
        "search a common word of a speaker": [search("nicht", Filters(speaker=name)) for name in names],
        "list the newest": [listed(_ALL)] * 10,
        "list a speaker": [listed(Filters(speaker=name)) for name in names],
        "list a month": [listed(Filters(since=day, until=day + timedelta(days=30))) for day in months],
        "list a source": [listed(Filters(source=source)) for source in _SOURCES],
        "list a type": [listed(Filters(type=kind)) for kind in StatementType],
        "list speaker, type, source, years": [
            listed(Filters(speaker=name[:5], type=StatementType.DIRECT, source="post", since=date(2012, 1, 1)))
            for name in names
        ],
        "count all": [record.count] * 5,
        "count a speaker": [partial(record.count, Filters(speaker=name)) for name in names],
        "count a type": [partial(record.count, Filters(type=kind)) for kind in StatementType],
    }


def _latency(name: str, questions: Sequence[_Question]) -> Latency:
    times, found = [], []
    for question in questions:
        before = time.perf_counter()
        found.append(question())
        times.append(1000 * (time.perf_counter() - before))
    return Latency(name, median(times), quantiles(times, n=100, method="inclusive")[-1], int(median(found)))


def _open_ms(path: Path) -> float:
    """How long a new process takes from before the import until the record is open."""
    code = (
        "import sys, time; before = time.perf_counter(); from wortlaut.record import Record; "
        "Record.open(sys.argv[1], read_only=True); print(1000 * (time.perf_counter() - before))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, check=True, text=True)
    return float(done.stdout)
