"""Generated documents taken the whole way to their statements, and every span of these followed back to the bytes.

What the bytes must be is known from how the documents were written; no code of intake has a say in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from tests.generated import Expected, Generated
from tests.intake.maps import SETTINGS, taken
from wortlaut.language import analyse
from wortlaut.reading import Reader
from wortlaut.types import Article, ByteRange, Span, Statement

__all__ = ["Carried", "astray", "carry_back"]


@dataclass(slots=True)
class Carried:
    """What was found in how many documents, the spans of each part, and those that lead elsewhere than they should."""

    documents: int = 0
    statements: int = 0
    spans: Counter[str] = field(default_factory=Counter)
    astray: list[str] = field(default_factory=list)


def carry_back(documents: Iterable[Generated], reader: Reader) -> Carried:
    """What comes of the documents when each goes through intake, language and reader, a batch at a time."""
    carried = Carried()
    pairs = _taken_in(documents, carried)
    while batch := list(islice(pairs, SETTINGS.batch)):
        articles = [article for article, _ in batch]
        found = reader.read(articles, [analyse(article.text) for article in articles])
        for (article, expected), statements in zip(batch, found, strict=True):
            carried.statements += len(statements)
            carried.spans.update(part for statement in statements for part, _ in _spans(statement))
            carried.astray += astray(article, expected, statements)
    return carried


def astray(article: Article, expected: Expected, statements: Sequence[Statement]) -> Iterator[str]:
    """The spans that do not lead to the bytes that their first to their last character were written as."""
    if (article.text, article.raw) != (expected.text, expected.raw):
        yield f"{article.origin}: another text or other bytes than were written"
        return
    for statement in statements:
        for part, span in _spans(statement):
            if span.end > len(article.text):
                yield f"{article.origin}: {part} {span} ends behind the text"
                continue
            found = article.source_map.byte_range(span)
            written = ByteRange(expected.starts[span.start], expected.ends[span.end - 1])
            if found != written:
                yield f"{article.origin}: {part} {span} leads to {found}, was written at {written}"


def _taken_in(documents: Iterable[Generated], carried: Carried) -> Iterator[tuple[Article, Expected]]:
    """Each article with what it was written from; counts the documents, and notes what is refused."""
    for document in documents:
        carried.documents += 1
        for item, expected in zip(taken(document.raw, document.name), document.articles, strict=True):
            if isinstance(item, Article):
                yield item, expected
            else:
                carried.astray.append(str(item))


def _spans(statement: Statement) -> Iterator[tuple[str, Span]]:
    """Every span of a statement with the name of its part."""
    parts = (
        ("quote", statement.quote),
        ("cue", statement.cue.spans),
        ("frame", statement.frame.spans),
        *(("speaker", party.mention) for party in statement.speakers),
        *(("addressee", party.mention) for party in statement.addressees),
    )
    return ((part, span) for part, spans in parts for span in spans)
