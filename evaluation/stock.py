"""What is searched: the articles of the corpus with their gold statements, or with those that a reader finds.

The corpus is of one outlet, and each document's name is its number, headline and day of publication.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation.corpus import Annotation, CorpusDocument, MalformedFile, RawText, TokenText
from evaluation.matching import match
from evaluation.predicting import article_of, corpus_form
from evaluation.questions import Mark
from wortlaut.language import analyse, lemmas
from wortlaut.reading import Reader
from wortlaut.record import Record
from wortlaut.service.opening import GERMAN
from wortlaut.types import (
    Article,
    Confidence,
    Document,
    Medium,
    Part,
    Party,
    Provenance,
    Span,
    Statement,
    StatementType,
    statement_id,
)

__all__ = ["Held", "Stocked", "gold_stock", "kept_in_record", "read_stock"]

_NAME = re.compile(r"(?P<number>\d+) - (?P<title>.+) \((?P<day>\d{4}-\d{2}-\d{2})\)")
_OUTLET = "Wikinews"
_TYPES = {
    "Direct": StatementType.DIRECT,
    "Indirect": StatementType.INDIRECT,
    "Reported": StatementType.REPORTED,
    "FreeIndirect": StatementType.FREE_INDIRECT,
    "IndirectFreeIndirect": StatementType.INDIRECT_FREE_INDIRECT,
}
_MADE_BY = Provenance("gold", "", "")
_SURE = Confidence(1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Held:
    """A statement and the mark of the gold statement that it is, `None` where it is none."""

    statement: Statement
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class Stocked:
    """An article with all statements in it."""

    article: Article
    document: Document
    held: tuple[Held, ...]


def gold_stock(documents: Iterable[CorpusDocument]) -> tuple[Stocked, ...]:
    """Every document with its gold statements; raises `MalformedFile` at a name of another form."""
    return tuple(_gold(document) for document in documents)


def read_stock(documents: Sequence[CorpusDocument], reader: Reader, *, batch: int) -> tuple[Stocked, ...]:
    """Every document with what `reader` finds in its text; gold statements are known again as the scores do it."""
    articles = [_article(document) for document in documents]
    analysed = [analyse(article.text) for article in articles]
    found = [
        statements
        for start in range(0, len(articles), batch)
        for statements in reader.read(articles[start : start + batch], analysed[start : start + batch])
    ]
    return tuple(
        Stocked(article, made, _known_again(document, statements))
        for document, article, made, statements in zip(documents, articles, analysed, found, strict=True)
    )


@contextmanager
def kept_in_record(stock: Iterable[Stocked]) -> Iterator[Record]:
    """A record that holds `stock` and nothing else, and is gone afterwards."""
    with (
        TemporaryDirectory() as folder,
        Record.open(Path(folder) / "search.db", create=True, language=GERMAN) as record,
    ):
        for each in stock:
            statements = [held.statement for held in each.held]
            made_by = statements[0].made_by if statements else _MADE_BY
            record.keep(each.article, each.document, lemmas(each.document), statements, made_by)
        yield record


def _gold(document: CorpusDocument) -> Stocked:
    article = _article(document)
    ordinals: Counter[tuple[Span, ...]] = Counter()
    held = []
    for number, annotation in enumerate(document.annotations):
        quote = _spans(document, annotation.quote)
        statement = _statement(article, document, annotation, statement_id(article, quote, ordinals[quote]))
        ordinals[quote] += 1
        held.append(Held(statement, Mark(_number(document), number)))
    return Stocked(article, analyse(article.text), tuple(held))


def _statement(article: Article, document: CorpusDocument, annotation: Annotation, identity: str) -> Statement:
    def parties(tokens: Iterable[int]) -> tuple[Party, ...]:
        spans = _spans(document, tokens)  # the corpus does not say where one party ends and the next begins
        return (Party(spans, 1.0),) if spans else ()

    return Statement(
        id=identity,
        article_id=article.id,
        type=_TYPES[annotation.type],
        medium=Medium.SPEECH,  # no question asks for it
        quote=_spans(document, annotation.quote),
        cue=Part(_spans(document, annotation.cue), 1.0),
        frame=Part(_spans(document, annotation.frame), 1.0),
        speakers=parties(annotation.speaker),
        addressees=parties(annotation.addressee),
        parent=None,  # nor this; nested statements stand for themselves
        confidence=_SURE,
        made_by=_MADE_BY,
    )


def _known_again(document: CorpusDocument, statements: Sequence[Statement]) -> tuple[Held, ...]:
    tokens = TokenText(document.name, document.text, document.tokens)
    forms = [corpus_form(tokens, [statement])["annotations"][0] for statement in statements]
    predicted = [Annotation(form["type"], form["medium"], frozenset(form["quote"]["tokenIds"])) for form in forms]
    numbers = {
        id(instance.predicted): number
        for number, instance in enumerate(match(document.annotations, predicted)[: len(document.annotations)])
        if instance.predicted is not None
    }
    return tuple(
        Held(statement, Mark(_number(document), numbers[id(each)]) if id(each) in numbers else None)
        for statement, each in zip(statements, predicted, strict=True)
    )


def _article(document: CorpusDocument) -> Article:
    name = _named(document)
    article = article_of(RawText(document.name, document.text))
    return replace(article, title=name["title"], published=date.fromisoformat(name["day"]), source=_OUTLET)


def _number(document: CorpusDocument) -> str:
    return _named(document)["number"]


def _named(document: CorpusDocument) -> re.Match[str]:
    name = _NAME.fullmatch(document.name)
    if name is None:
        raise MalformedFile(f"document {document.name[:60]!r}: must be named 'number - headline (YYYY-MM-DD)'")
    return name


def _spans(document: CorpusDocument, tokens: Iterable[int]) -> tuple[Span, ...]:
    """The stretches of text from the first through the last token of every run of neighbours."""
    spans: list[Span] = []
    last = None
    for token in sorted(tokens):
        place = document.tokens[token]
        if last is not None and token == last + 1:
            spans[-1] = Span(spans[-1].start, place.end)
        else:
            spans.append(place)
        last = token
    return tuple(spans)
