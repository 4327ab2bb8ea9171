"""Statements from raw text alone, written in the corpus' own form on the corpus' own tokens."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from evaluation.corpus import RawText, TokenText
from wortlaut.language import analyse
from wortlaut.reading import Reader
from wortlaut.types import Article, Medium, Origin, Run, SourceMap, Span, Statement, StatementType, article_id

__all__ = ["article_of", "corpus_form", "predict", "write"]

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
    ordered = sorted(statements, key=lambda statement: (statement.quote[0].start, -statement.quote[-1].end))
    parents = {statement.parent for statement in statements}
    annotations = [
        {
            "id": number,
            "type": _TYPES[statement.type],
            "medium": _MEDIA[statement.medium],
            "quote": _part(document, statement.quote),
            "cue": _part(document, statement.cue.spans),
            "frame": _part(document, statement.frame.spans),
            "speaker": _part(document, [span for party in statement.speakers for span in party.mention]),
            "addressee": _part(document, [span for party in statement.addressees for span in party.mention]),
            "isNested": statement.parent is not None,
            "hasNested": statement.id in parents,
        }
        for number, statement in enumerate(ordered)
    ]
    return {"documentName": document.name, "annotations": annotations}


def write(documents: Iterable[TokenText], statements: Iterable[Sequence[Statement]], path: Path) -> None:
    """Write one JSON object a document to `path`."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for document, found in zip(documents, statements, strict=True):
            file.write(json.dumps(corpus_form(document, found), ensure_ascii=False) + "\n")


def _part(document: TokenText, spans: Iterable[Span]) -> dict[str, object]:
    tokens = sorted({token for span in spans for token in _covered(document.tokens, span)})
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
