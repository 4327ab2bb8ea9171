"""Statements from raw text alone, written in the corpus' own form on the corpus' own tokens."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from evaluation.corpus import Annotation, RawText, TokenText
from wortlaut.language import analyse
from wortlaut.reading import Reader
from wortlaut.types import Article, Medium, Origin, Party, Run, SourceMap, Span, Statement, StatementType, article_id

__all__ = ["Predicted", "Sureness", "article_of", "corpus_form", "on_tokens", "predict", "write"]

_TYPES = {
    StatementType.DIRECT: "Direct",
    StatementType.INDIRECT: "Indirect",
    StatementType.REPORTED: "Reported",
    StatementType.FREE_INDIRECT: "FreeIndirect",
    StatementType.INDIRECT_FREE_INDIRECT: "IndirectFreeIndirect",
}
_MEDIA = {
    Medium.SPEECH: "Speech",
    Medium.THOUGHT: "Thought",
    Medium.WRITING: "Writing",
    Medium.SPEECH_THOUGHT: "ST",
    Medium.SPEECH_WRITING: "SW",
    Medium.THOUGHT_WRITING: "TW",
}


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure the reader is of the parts of a statement, each between 0 and 1; `None` of a role not found."""

    quote: float
    type: float
    medium: float
    speaker: float | None
    addressee: float | None
    cue: float | None
    frame: float | None


@dataclass(frozen=True, slots=True)
class Predicted:
    """A predicted statement on the corpus' tokens, as a file of predictions would give it back, and how sure it is."""

    annotation: Annotation
    sure: Sureness


def predict(texts: Sequence[RawText], reader: Reader, *, batch: int) -> Iterator[tuple[Statement, ...]]:
    """The statements that `reader` finds in each of `texts`, `batch` documents at a time."""
    for start in range(0, len(texts), batch):
        articles = [article_of(text) for text in texts[start : start + batch]]
        yield from reader.read(articles, [analyse(article.text) for article in articles])


def article_of(document: RawText) -> Article:
    """The article whose text is the corpus' text, character for character, as if it had come as UTF-8."""
    text = document.text
    return Article(
        id=article_id(text=text, url=None, source=None, declared_id=document.name),
        text=text,
        raw=text.encode(),
        source_map=SourceMap(len(text), tuple(_runs(text))),
        origin=Origin(document.name),
        form="text",
        encoding="utf-8",
        declared_id=document.name,
    )


def corpus_form(document: TokenText, statements: Sequence[Statement]) -> dict[str, Any]:
    """`statements` as the JSON object that the corpus has for a document, ordered by the place of their quotes."""
    parents = {statement.parent for statement in statements}
    annotations = [
        {
            "id": number,
            "type": _TYPES[statement.type],
            "medium": _MEDIA[statement.medium],
            "quote": _part(document, statement.quote),
            "cue": _part(document, statement.cue.spans),
            "frame": _part(document, statement.frame.spans),
            "speaker": _part(document, _mentions(statement.speakers)),
            "addressee": _part(document, _mentions(statement.addressees)),
            "isNested": statement.parent is not None,
            "hasNested": statement.id in parents,
        }
        for number, statement in enumerate(_ordered(statements))
    ]
    return {"documentName": document.name, "annotations": annotations}


def on_tokens(document: TokenText, statements: Sequence[Statement]) -> tuple[Predicted, ...]:
    """`statements` on the tokens of `document`, in the order that `corpus_form` gives them."""
    return tuple(
        Predicted(
            Annotation(
                type=_TYPES[statement.type],
                medium=_MEDIA[statement.medium],
                quote=_tokens(document, statement.quote),
                cue=_tokens(document, statement.cue.spans),
                frame=_tokens(document, statement.frame.spans),
                speaker=_tokens(document, _mentions(statement.speakers)),
                addressee=_tokens(document, _mentions(statement.addressees)),
            ),
            _sureness(statement),
        )
        for statement in _ordered(statements)
    )


def write(documents: Iterable[TokenText], statements: Iterable[Sequence[Statement]], path: Path) -> None:
    """Write one JSON object a document to `path`."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for document, found in zip(documents, statements, strict=True):
            file.write(json.dumps(corpus_form(document, found), ensure_ascii=False) + "\n")


def _ordered(statements: Sequence[Statement]) -> list[Statement]:
    return sorted(statements, key=lambda statement: (statement.quote[0].start, -statement.quote[-1].end))


def _mentions(parties: Iterable[Party]) -> list[Span]:
    return [span for party in parties for span in party.mention]


def _sureness(statement: Statement) -> Sureness:
    """Of several speakers or addressees, which make one part in the corpus, the least sure one counts."""
    return Sureness(
        quote=statement.confidence.quote,
        type=statement.confidence.type,
        medium=statement.confidence.medium,
        speaker=min((party.confidence for party in statement.speakers), default=None),
        addressee=min((party.confidence for party in statement.addressees), default=None),
        cue=statement.cue.confidence if statement.cue.spans else None,
        frame=statement.frame.confidence if statement.frame.spans else None,
    )


def _tokens(document: TokenText, spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(token for span in spans for token in _covered(document.tokens, span))


def _part(document: TokenText, spans: Iterable[Span]) -> dict[str, object]:
    tokens = sorted(_tokens(document, spans))
    runs = [[token for _, token in run] for _, run in groupby(enumerate(tokens), key=lambda pair: pair[1] - pair[0])]
    places = [Span(document.tokens[run[0]].start, document.tokens[run[-1]].end) for run in runs]
    return {
        "spans": [
            {"begin": run[0], "end": run[-1] + 1, "charBegin": place.start, "charEnd": place.end}
            for run, place in zip(runs, places, strict=True)
        ],
        "text": " ".join(place.of(document.text) for place in places),
        "tokenIds": tokens,
    }


def _covered(tokens: Sequence[Span], span: Span) -> range:
    """The indices of the tokens that share a character with `span`."""
    first = bisect_right(tokens, span.start, key=lambda token: token.end)
    return range(first, bisect_left(tokens, span.end, lo=first, key=lambda token: token.start))


def _runs(text: str) -> Iterator[Run]:
    """The runs of characters of equal width in UTF-8."""
    byte = 0
    for width, run in groupby(enumerate(text), key=lambda pair: len(pair[1].encode())):
        places = [place for place, _ in run]
        yield Run(places[0], byte, width)
        byte += width * len(places)
