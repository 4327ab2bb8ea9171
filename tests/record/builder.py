"""Articles, documents and statements by hand, and a record to put them into."""

from collections.abc import Sequence
from datetime import date

from wortlaut.language.tokens import tokenize
from wortlaut.record import Coder, Kept, Meaning, Record
from wortlaut.types import (
    Article,
    ArticleHead,
    Confidence,
    Document,
    Found,
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

READER = Provenance("handmade", "sha256:01", "0.1.0")
OTHER_READER = Provenance("handmade", "sha256:02", "0.1.0")

# Lemmas of the test texts' inflected words; every other word is its own.
LEMMAS = {
    "Häuser": "Haus",
    "Häusern": "Haus",
    "Brücken": "Brücke",
    "US-Unterhändlers": "US-Unterhändler",
    "gesperrt": "sperren",
    "sperrt": "sperren",
    "am": "an",
    "Krankenhäuser": "Krankenhaus",
    "Friedensgespräche": "Friedensgespräch",
    "Gespräche": "Gespräch",
}


# Parts of the compounds among the lemmas.
PARTS: dict[str, tuple[str, ...]] = {
    "Krankenhaus": ("Kranke", "Haus"),
    "Brückenmaut": ("Brücke", "Maut"),
    "Friedensgespräch": ("Frieden", "Gespräch"),
}


def lemma(word: str) -> str:
    return LEMMAS.get(word, word)


def article(
    text: str,
    *,
    url: str | None = None,
    title: str | None = None,
    published: date | None = None,
    source: str | None = None,
) -> Article:
    runs: list[Run] = []
    byte = 0
    for position, char in enumerate(text):
        width = len(char.encode())
        if not runs or runs[-1].width != width:
            runs.append(Run(position, byte, width))
        byte += width
    return Article(
        id=article_id(text=text, url=url, source=source, declared_id=None),
        text=text,
        raw=text.encode(),
        source_map=SourceMap(len(text), tuple(runs)),
        origin=Origin("stapel/meldungen.jsonl", record=3, line=4, byte=120),
        form="jsonl",
        encoding="utf-8",
        title=title,
        published=published,
        source=source,
        url=url,
        notes=("encoding guessed",),
    )


def spans(text: str, *words: str) -> tuple[Span, ...]:
    """Where each of `words` first stands."""
    return tuple(Span(text.index(each), text.index(each) + len(each)) for each in words)


def statement(
    of: Article,
    *quote: str,
    speaker: str | None = None,
    addressee: str | None = None,
    parent: Statement | None = None,
    kind: StatementType = StatementType.DIRECT,
    made_by: Provenance = READER,
) -> Statement:
    places = spans(of.text, *quote)
    return Statement(
        id=statement_id(of, places, 0),
        article_id=of.id,
        type=kind,
        medium=Medium.SPEECH,
        quote=places,
        cue=Part(),
        frame=Part(),
        speakers=(Party(spans(of.text, speaker), 0.875),) if speaker else (),
        addressees=(Party(spans(of.text, addressee), 0.5),) if addressee else (),
        parent=parent.id if parent else None,
        confidence=Confidence(0.9, 0.8, 0.7),
        made_by=made_by,
    )


def document(text: str) -> Document:
    tokens = tokenize(text)
    return Document(text, tokens, (TokenRange(0, len(tokens)),))


def keep(record: Record, of: Article, statements: Sequence[Statement] = (), *, made_by: Provenance = READER) -> Kept:
    made = document(of.text)
    return record.keep(of, made, [lemma(token.of(of.text)) for token in made.tokens], statements, made_by)


def head(of: Article) -> ArticleHead:
    return ArticleHead(
        id=of.id,
        text=of.text,
        title=of.title,
        published=of.published,
        source=of.source,
        url=of.url,
        author=of.author,
        subtitle=of.subtitle,
        kicker=of.kicker,
        published_at=of.published_at,
        updated_at=of.updated_at,
        kind=of.kind,
        revision=of.revision,
    )


def found(of: Article, what: Statement) -> Found:
    return Found(what, head(of))


class Words:
    """The record's knowledge of words, made from `LEMMAS`; it knows of nobody who is meant."""

    meaning: Meaning | None = None
    coder: Coder | None = None

    def analyse(self, text: str) -> Document:
        return document(text)

    def lemmas(self, document: Document) -> list[str]:
        return [lemma(token.of(document.text)) for token in document.tokens]

    def lemma(self, word: str) -> str:
        return lemma(word)

    def parts(self, lemma: str) -> tuple[str, ...]:
        return PARTS.get(lemma, ())
