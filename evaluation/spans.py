"""The check that every position carries back to the bytes that came in.

Each text of a corpus is turned into raw items of several forms, taken in and read like any other; then the raw bytes
behind every span are decoded here, by other means than the intake's, and must give the very words.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from evaluation.corpus import RawText, read_texts
from wortlaut.intake import read_bytes
from wortlaut.language import analyse
from wortlaut.reading import Reader, load
from wortlaut.settings import Settings
from wortlaut.types import Article, Document, Origin, Span, Statement

__all__ = ["Astray", "Form", "FormResult", "astray", "check_form", "raw_item", "spans"]

_BREAK = re.compile(r"<BR \\/>")


class Form(StrEnum):
    """How a text is made into a raw item."""

    PLAIN = "UTF-8"
    LATIN = "Windows-1252"
    WIRE = "wire, <BR \\/>"
    JSON = "JSON Lines"
    ASCII = "JSON, escaped"


@dataclass(frozen=True, slots=True)
class Astray:
    """A span whose bytes do not give its words."""

    document: str
    span: Span
    words: str
    behind: str  # what stands in the raw bytes instead


@dataclass(frozen=True, slots=True)
class FormResult:
    """What was checked in one form."""

    form: Form
    documents: int
    left_out: int  # texts that cannot be written in this form
    statements: int
    spans: int
    tokens: int
    astray: tuple[Astray, ...]


def spans(
    gold: Annotated[Path, typer.Option("--gold", help="The quotation corpus; its texts alone are used.")],
    *,
    reader: Annotated[str, typer.Option("--reader", help="Name of the reader.")] = "shipped",
) -> None:
    """Check that every span of every statement carries back to the raw bytes; exit 1 where one does not."""
    settings = Settings(reader=reader)
    loaded = load(settings.reader, threads=settings.threads)
    texts = tuple(read_texts(gold))
    results = [check_form(texts, form, loaded, settings) for form in Form]
    Console().print(_table(results))
    lost = [entry for result in results for entry in result.astray]
    for entry in lost[:20]:
        place = f"{entry.document[:40]!r} {entry.span.start}-{entry.span.end}"
        Console(stderr=True).print(f"{place}: {entry.words[:60]!r}, in the bytes {entry.behind[:60]!r}", markup=False)
    if lost:
        raise typer.Exit(1)


def check_form(texts: Sequence[RawText], form: Form, reader: Reader, settings: Settings) -> FormResult:
    """What comes of `texts` as raw items of that form."""
    raws = [(text, raw) for text in texts if (raw := raw_item(text, form)) is not None]
    articles = [_article(text, raw, settings) for text, raw in raws]
    documents = [analyse(article.text) for article in articles]
    found = [
        statements
        for start in range(0, len(articles), settings.batch)
        for statements in reader.read(
            articles[start : start + settings.batch], documents[start : start + settings.batch]
        )
    ]
    read = list(zip(raws, articles, documents, found, strict=True))
    return FormResult(
        form=form,
        documents=len(raws),
        left_out=len(texts) - len(raws),
        statements=sum(map(len, found)),
        spans=sum(1 for statements in found for statement in statements for _ in statement.spans()),
        tokens=sum(len(document.tokens) for document in documents),
        astray=tuple(
            entry
            for (text, _), article, document, statements in read
            for entry in _astray_in(text, article, document, statements, form)
        ),
    )


def raw_item(document: RawText, form: Form) -> bytes | None:
    """The bytes of `document` in that form, `None` where the form cannot hold its characters."""
    text = document.text
    match form:
        case Form.PLAIN:
            return text.encode()
        case Form.LATIN:
            try:
                return text.encode("cp1252")
            except UnicodeEncodeError:
                return None
        case Form.WIRE:
            return (" date 2025-11-27 " + text.strip().replace("\n", r"<BR \/>")).encode()
        case Form.JSON | Form.ASCII:
            record = {"id": document.name, "text": text}
            return json.dumps(record, ensure_ascii=form is Form.ASCII).encode() + b"\n"


def astray(article: Article, span: Span, form: Form) -> str | None:
    """What the bytes behind `span` say where they do not say its words, else `None`; all white space is alike."""
    place = article.source_map.byte_range(span)
    behind = _words(article.raw[place.start : place.end], article.encoding, form)
    return None if behind == " ".join(span.of(article.text).split()) else behind


def _article(text: RawText, raw: bytes, settings: Settings) -> Article:
    items = list(read_bytes(raw, origin=Origin(text.name), settings=settings))
    if len(items) != 1 or not isinstance(items[0], Article):
        raise ValueError(f"{text.name[:60]!r} should have been taken in as one article, got {items}")
    return items[0]


def _astray_in(
    text: RawText, article: Article, document: Document, statements: Iterable[Statement], form: Form
) -> Iterator[Astray]:
    """The spans of statements, the tokens and the text as a whole that do not lead to their words."""
    whole = [Span(0, len(article.text))]
    for span in (*whole, *document.tokens, *(span for statement in statements for span in statement.spans())):
        behind = astray(article, span, form)
        if behind is not None:
            yield Astray(text.name, span, span.of(article.text), behind)
    if article.text.split() != text.text.split():
        yield Astray(text.name, whole[0], "the text that was taken in", "the text of the corpus")


def _words(raw: bytes, encoding: str, form: Form) -> str:
    words = raw.decode(encoding)
    if form in (Form.JSON, Form.ASCII):
        words = json.loads(f'"{words}"')
    return " ".join(html.unescape(_BREAK.sub(" ", words)).split())


def _table(results: Sequence[FormResult]) -> Table:
    table = Table(show_edge=False)
    table.add_column("form")
    for name in ("documents", "left out", "statements", "spans", "tokens", "astray"):
        table.add_column(name, justify="right")
    for result in results:
        counts = (result.documents, result.left_out, result.statements, result.spans, result.tokens, len(result.astray))
        table.add_row(result.form.value, *(f"{count:,}" for count in counts))
    return table
