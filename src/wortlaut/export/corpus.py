"""Articles that people went through, in the form of the quotation corpus (Petersen-Frey and Biemann 2024), to train on.

One JSON object a line. The corpus speaks in whole tokens, so where a span cuts through a token, every token of which it
has a character belongs to the part: no word that somebody marked gets lost. What was marked to the character is then
given beside it, under `exact`.

All keys that the corpus does not have are additions: `article` and `completed` of the article; `statement`, `parent`,
`standing`, `made_by` and `decided_by` of a statement; `exact` of a part.
"""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from wortlaut.errors import InputError
from wortlaut.export.visible import escape_hidden
from wortlaut.types import (
    ArticleHead,
    Document,
    Found,
    Medium,
    Party,
    Span,
    Standing,
    Statement,
    StatementType,
    TokenRange,
    Verdict,
)

__all__ = ["MEDIA", "TYPES", "CompletedArticle", "corpus_lines"]

TYPES = {
    StatementType.DIRECT: "Direct",
    StatementType.INDIRECT: "Indirect",
    StatementType.REPORTED: "Reported",
    StatementType.FREE_INDIRECT: "FreeIndirect",
    StatementType.INDIRECT_FREE_INDIRECT: "IndirectFreeIndirect",
}
MEDIA = {
    Medium.SPEECH: "Speech",
    Medium.THOUGHT: "Thought",
    Medium.WRITING: "Writing",
    Medium.SPEECH_THOUGHT: "ST",
    Medium.SPEECH_WRITING: "SW",
    Medium.THOUGHT_WRITING: "TW",
}
# What a person rejected, the present reading does not find or its publisher took back is no statement of it.
_GONE = frozenset({Standing.LOST, Standing.REJECTED, Standing.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class CompletedArticle:
    """An article of which a person said that all statements in it, and no others, are there.

    Only such an article can teach: in any other, what is not marked may just not have been looked at. `document` has
    the article's own text.
    """

    article: ArticleHead
    document: Document
    statements: tuple[Found, ...]
    by: str  # who went through it
    at: datetime  # UTC

    def __post_init__(self) -> None:
        if self.document.text != self.article.text:
            raise ValueError(f"the tokens of article {self.article.id} are those of another text")
        if not self.by:
            raise ValueError(f"article {self.article.id} needs the name of the person who went through it")


def corpus_lines(articles: Iterable[CompletedArticle]) -> Iterator[str]:
    """One line of JSON an article, each with its line feed; the statements in order of place.

    Statements that are lost or were rejected are left out. Raises `InputError` where a quote has no token in it.
    """
    for each in articles:
        line = json.dumps(_article(each), ensure_ascii=False, separators=(", ", ": "))
        yield escape_hidden(line) + "\n"


def _article(completed: CompletedArticle) -> dict[str, Any]:
    article, document = completed.article, completed.document
    present = sorted(
        (found for found in completed.statements if found.standing not in _GONE),
        key=lambda found: (found.statement.quote[0].start, -found.statement.quote[-1].end),
    )
    numbers = {found.statement.id: number for number, found in enumerate(present)}
    parents = {found.statement.parent for found in present}
    return {
        "documentName": article.id,
        "originalText": article.text,
        "article": {
            "title": article.title,
            "published": article.published.isoformat() if article.published else None,
            "source": article.source,
            "url": article.url,
        },
        "completed": {"by": completed.by, "at": completed.at.isoformat()},
        "annotations": [
            _annotation(document, found, number, numbers, has_nested=found.statement.id in parents)
            for number, found in enumerate(present)
        ],
        "sentences": [_sentence(document, number, tokens) for number, tokens in enumerate(document.sentences)],
        "tokens": list(_tokens(document)),
    }


def _annotation(
    document: Document, found: Found, number: int, numbers: dict[str, int], *, has_nested: bool
) -> dict[str, Any]:
    statement = found.statement
    quote = _part(document, statement.quote)
    if not quote["tokenIds"]:
        raise InputError("corpus_no_words", statement=statement.id, article=statement.article_id)
    parent = None if statement.parent is None else numbers.get(statement.parent)
    return {
        "id": number,
        "type": TYPES[statement.type],
        "medium": MEDIA[statement.medium],
        "quote": quote,
        "cue": _part(document, statement.cue.spans),
        "frame": _part(document, statement.frame.spans),
        "speaker": _part(document, _mentions(statement.speakers)),
        "addressee": _part(document, _mentions(statement.addressees)),
        "isNested": parent is not None,
        "hasNested": has_nested,
        "statement": statement.id,
        "parent": parent,
        "standing": found.standing.value,
        "made_by": _maker(statement),
        "decided_by": [_verdict(verdict) for verdict in found.verdicts],
    }


def _mentions(parties: Iterable[Party]) -> list[Span]:
    return [span for party in parties for span in party.mention]


def _maker(statement: Statement) -> dict[str, str]:
    made_by = statement.made_by
    return {"reader": made_by.reader, "weights": made_by.weights, "version": made_by.version}


def _verdict(verdict: Verdict) -> dict[str, str]:
    return {"part": verdict.part.value if verdict.part else "statement", "by": verdict.by, "at": verdict.at.isoformat()}


def _part(document: Document, spans: Iterable[Span]) -> dict[str, Any]:
    """The tokens that `spans` touch, as runs, as words and as ids; the spans themselves where they cut a token."""
    marked = sorted(spans)
    tokens = sorted({token for span in marked for token in _touched(document.tokens, span)})
    runs = [[token for _, token in run] for _, run in groupby(enumerate(tokens), key=lambda pair: pair[1] - pair[0])]
    places = [Span(document.tokens[run[0]].start, document.tokens[run[-1]].end) for run in runs]
    part: dict[str, Any] = {
        "spans": [
            {"begin": run[0], "end": run[-1] + 1, "charBegin": place.start, "charEnd": place.end}
            for run, place in zip(runs, places, strict=True)
        ],
        "text": " ".join(place.of(document.text) for place in places),
        "tokenIds": tokens,
    }
    if any(_cuts(document.tokens, span) for span in marked):
        part["exact"] = [{"charBegin": span.start, "charEnd": span.end} for span in marked]
    return part


def _touched(tokens: Sequence[Span], span: Span) -> range:
    """The indices of the tokens of which `span` has a character."""
    first = bisect_right(tokens, span.start, key=lambda token: token.end)
    return range(first, bisect_left(tokens, span.end, lo=first, key=lambda token: token.start))


def _cuts(tokens: Sequence[Span], span: Span) -> bool:
    """Whether `span` has some characters of a token but not all."""
    touched = _touched(tokens, span)
    return bool(touched) and (tokens[touched[0]].start < span.start or span.end < tokens[touched[-1]].end)


def _sentence(document: Document, number: int, sentence: TokenRange) -> dict[str, Any]:
    tokens = document.tokens[sentence.start : sentence.end]
    place = Span(tokens[0].start, tokens[-1].end)
    return {
        "id": number,
        "begin": sentence.start,
        "end": sentence.end,
        "charBegin": place.start,
        "charEnd": place.end,
        "text": place.of(document.text),
        "tokenIds": list(range(sentence.start, sentence.end)),
        "tokens": [token.of(document.text) for token in tokens],
    }


def _tokens(document: Document) -> Iterator[dict[str, Any]]:
    """The tokens; sentence and place in it count from 1, as in the corpus."""
    for number, sentence in enumerate(document.sentences, start=1):
        for word, token in enumerate(range(sentence.start, sentence.end), start=1):
            span = document.tokens[token]
            yield {
                "id": token,
                "charBegin": span.start,
                "charEnd": span.end,
                "sentence": number,
                "text": span.of(document.text),
                "word": word,
            }
