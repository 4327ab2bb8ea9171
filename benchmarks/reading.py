"""The reading stage: text in, statements out; tokens, sentences and the model."""

from collections.abc import Sequence

from benchmarks.figures import Figure, times
from wortlaut.language import analyse
from wortlaut.reading import Reader
from wortlaut.types import Article, Document, Origin, SourceMap, Statement

__all__ = ["bare", "reading"]

_TARGET = 20_000


def reading(texts: Sequence[str], reader: Reader, *, batch: int, runs: int) -> list[Figure]:
    """Tokens a second of the stage and of its two halves."""
    articles = [bare(number, text) for number, text in enumerate(texts)]
    documents = [analyse(text) for text in texts]
    tokens = sum(len(document.tokens) for document in documents)

    def cut() -> list[Document]:
        return [analyse(text) for text in texts]

    def read(prepared: Sequence[Document]) -> list[tuple[Statement, ...]]:
        return [
            statements
            for start in range(0, len(articles), batch)
            for statements in reader.read(articles[start : start + batch], prepared[start : start + batch])
        ]

    unit = "tokens/s"
    density = 1000 * sum(map(len, read(documents))) / tokens
    return [
        Figure.rate("text to statements", tokens, times(runs, lambda: read(cut())), unit=unit, target=_TARGET),
        Figure.rate("– tokens and sentences", tokens, times(runs, cut), unit=unit),
        Figure.rate("– the reader", tokens, times(runs, lambda: read(documents)), unit=unit),
        Figure("statements found", "in 1,000 tokens", density, density, density, runs=1),
    ]


def bare(number: int, text: str) -> Article:
    """An article that has no bytes: the reader looks at its text alone."""
    return Article(
        id=f"a{number}",
        text=text,
        raw=b"",
        source_map=SourceMap(0, ()),
        origin=Origin("-"),
        form="text",
        encoding="utf-8",
    )
