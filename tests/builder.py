"""Articles and statements built by hand, and a small reader whose every answer can be foretold."""

import re
from collections.abc import Sequence
from datetime import date

from wortlaut.types import (
    Article,
    ArticleHead,
    Confidence,
    Document,
    Found,
    Medium,
    Part,
    Party,
    Provenance,
    Span,
    Statement,
    StatementType,
    statement_id,
)

__all__ = ["MADE_BY", "ToyReader", "head", "made", "place"]

MADE_BY = Provenance(reader="toy", weights="sha256:00", version="1")

_QUOTE = re.compile(r"„[^“]*“")
_INNER = re.compile(r"‚[^‘]*‘")
_CUE = re.compile(r", (?P<cue>sagte|rief) (?P<speaker>[A-ZÄÖÜ][\w-]+)(?: zu (?P<addressee>[A-ZÄÖÜ][\w-]+))?")
_REST = re.compile(r", (?=„)")


def place(text: str, words: str, *, after: int = 0) -> Span:
    """Where `words` stand in `text`."""
    start = text.index(words, after)
    return Span(start, start + len(words))


def head(text: str, **known: object) -> ArticleHead:
    """An article as the record gives it back."""
    values: dict[str, object] = {"title": None, "published": date(2026, 3, 1), "source": "Elbkurier", "url": None}
    return ArticleHead(id="a1", text=text, **(values | known))  # type: ignore[arg-type]  # any field, as the test says


def made(article: ArticleHead, quote: Sequence[str], **parts: object) -> Found:
    """A statement of `article`; `cue`, `frame`, `speaker`, `addressee` are given by their words."""
    text = article.text

    def found(name: str) -> tuple[Span, ...]:
        words = parts.get(name)
        return (place(text, str(words)),) if words else ()

    number = parts.get("number", 1)
    return Found(
        Statement(
            id=f"s{number}",
            article_id=article.id,
            type=StatementType(str(parts.get("type", "direct"))),
            medium=Medium.SPEECH,
            quote=tuple(place(text, words) for words in quote),
            cue=Part(found("cue"), 0.8 if parts.get("cue") else 0.0),
            frame=Part(found("frame"), 0.7 if parts.get("frame") else 0.0),
            speakers=(Party(found("speaker"), 0.9),) if parts.get("speaker") else (),
            addressees=(Party(found("addressee"), 0.6),) if parts.get("addressee") else (),
            parent=f"s{parts['parent']}" if "parent" in parts else None,
            confidence=Confidence(quote=0.95, type=0.85, medium=0.75),
            made_by=MADE_BY,
        ),
        article,
    )


class ToyReader:
    """Finds `„…“, sagte NAME zu NAME, „…“`, and `‚…‘` inside of it; fails on a text with `KAPUTT`."""

    made_by = MADE_BY

    def __init__(self) -> None:
        self.texts: list[str] = []  # what it was given to read, in order

    def read(self, articles: Sequence[Article], documents: Sequence[Document]) -> list[tuple[Statement, ...]]:
        """The statements of each article."""
        for document in documents:
            self.texts.append(document.text)
            if "KAPUTT" in document.text:
                raise ValueError("the toy is broken")
        return [tuple(self._read_one(article)) for article in articles]

    def _read_one(self, article: Article) -> list[Statement]:
        statements: list[Statement] = []
        position = 0
        while quote := _QUOTE.search(article.text, position):
            cue = _CUE.match(article.text, quote.end())
            spans = [Span(*quote.span())]
            position = cue.end() if cue else quote.end()
            rest = _REST.match(article.text, position) if cue else None
            more = _QUOTE.match(article.text, rest.end()) if rest else None
            if more:
                spans.append(Span(*more.span()))
                position = more.end()
            statements.append(self._statement(article, spans, cue, None))
            outer = statements[-1].id
            statements += [
                self._statement(article, [Span(*inner.span())], None, outer)
                for span in spans
                for inner in _INNER.finditer(article.text, span.start, span.end)
            ]
        return statements

    def _statement(
        self, article: Article, spans: list[Span], cue: re.Match[str] | None, parent: str | None
    ) -> Statement:
        def group(name: str) -> tuple[Span, ...]:
            return (Span(*cue.span(name)),) if cue and cue[name] else ()

        return Statement(
            id=statement_id(article, tuple(spans), 0),
            article_id=article.id,
            type=StatementType.DIRECT,
            medium=Medium.SPEECH,
            quote=tuple(spans),
            cue=Part(group("cue"), 0.8 if cue else 0.0),
            frame=Part((Span(cue.start() + 2, cue.end()),), 0.7) if cue else Part(),
            speakers=(Party(group("speaker"), 0.9),) if cue else (),
            addressees=(Party(group("addressee"), 0.6),) if group("addressee") else (),
            parent=parent,
            confidence=Confidence(quote=0.95, type=0.85, medium=0.75),
            made_by=self.made_by,
        )
