"""The shipped reader: articles in, statements out.

Axes: T tokens, L layers of quotes, K tags, W tokens of a window.
"""

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from wortlaut.reading.choices import Choices, read_choices
from wortlaut.reading.confidence import calibrated
from wortlaut.reading.decode import Tagged, best_tags
from wortlaut.reading.features import Features
from wortlaut.reading.model import Encoded, Model
from wortlaut.reading.parts import FoundQuote, QuoteParts, find_parts
from wortlaut.reading.splits import join_split_quotes
from wortlaut.reading.tags import TYPES, quotes_from_tags
from wortlaut.types import (
    Article,
    Certain,
    Document,
    Provenance,
    Span,
    Statement,
    statement_id,
)

__all__ = ["ShippedReader"]

_TAGGED = 32  # articles whose tags are read together
_BACK = 16  # an outer quote is looked for among so many quotes that begin before the inner one
_PIECE = 4_096  # tokens of one article that are encoded at a time: bounds memory; the longest of the corpus has 2,057
_AROUND = 256
_TOKENS = 65_536  # of padded articles taken at a time: bounds memory


class ShippedReader:
    """Reads with the weights of one folder, and with the choices beside them unless others are given."""

    def __init__(self, folder: Path, made_by: Provenance, *, threads: int = 1, choices: Choices | None = None) -> None:
        self._model = Model(folder, threads=threads)
        self._made_by = made_by
        self._choices = read_choices(folder / "choices.json") if choices is None else choices
        self._transitions_LKK = self._choices.leaning.added_to(self._model.transitions_LKK)

    @property
    def made_by(self) -> Provenance:
        """Reader, weights and program version, as written on every statement."""
        return self._made_by

    @property
    def certain(self) -> Certain | None:
        """From which confidences on what it finds counts as certain; None where that was not measured."""
        return self._choices.certain

    def read(self, articles: Sequence[Article], documents: Sequence[Document]) -> list[tuple[Statement, ...]]:
        """The statements of each article, ordered by place, a parent before what stands inside it."""
        found: list[tuple[Statement, ...]] = [() for _ in articles]
        for batch in _batches(documents):
            encoded = self._encode([documents[number] for number in batch])
            quotes = self._quotes([documents[number] for number in batch], encoded)
            parts = find_parts(self._model, self._choices, [documents[number] for number in batch], encoded, quotes)
            for number, of_article in zip(batch, quotes, strict=True):
                of_quotes = list(islice(parts, len(of_article)))
                found[number] = self._statements(articles[number], of_article, of_quotes)
        return found

    def _encode(self, documents: Sequence[Document]) -> list[Encoded]:
        """The documents' states and tag scores."""
        return [_encode(self._model, self._model.featurize(document)) for document in documents]

    def _quotes(self, documents: Sequence[Document], encoded: Sequence[Encoded]) -> list[list[FoundQuote]]:
        """For each article the quotes of all layers, ordered by first token, outer ones first."""
        tags = best_tags([one.tags_TLK for one in encoded], self._transitions_LKK)
        return [_in_order(document, tags_L) for document, tags_L in zip(documents, tags, strict=True)]

    def _statements(self, article: Article, quotes: list[FoundQuote], parts: list[QuoteParts]) -> tuple[Statement, ...]:
        seen: dict[tuple[Span, ...], list[int]] = {}
        ids: dict[int, str] = {}
        for number, part in enumerate(parts):
            same = seen.setdefault(part.quote, [])
            if part.type not in same:  # else the very quote that it stands inside, found a second time
                ids[number] = statement_id(article, part.quote, len(same))
                same.append(part.type)
        parents = {
            number: next((ids[outer] for outer in _around(quotes, number) if outer in ids), None) for number in ids
        }
        return tuple(self._statement(article, parts[number], ids[number], parents[number]) for number in ids)

    def _statement(self, article: Article, part: QuoteParts, id_: str, parent: str | None) -> Statement:
        found = Statement(
            id=id_,
            article_id=article.id,
            type=TYPES[part.type],
            medium=part.medium,
            quote=part.quote,
            cue=part.cue,
            frame=part.frame,
            speakers=part.speakers,
            addressees=part.addressees,
            parent=parent,
            confidence=part.confidence,
            made_by=self._made_by,
        )
        return calibrated(found, self._choices.quote, self._choices.speaker)


def _encode(model: Model, features: Features) -> Encoded:
    """One article's states and scores; a long one's piece by piece, so that the encoder's memory is bounded.

    Every piece sees the tokens around it, so that its ends are read like its middle.
    """
    length = len(features.word_T)
    if length <= _PIECE:
        return model.encode(features)
    narrow, tags, joined = [], [], []
    for start in range(0, length, _PIECE):
        first, last = max(0, start - _AROUND), min(length, start + _PIECE + _AROUND)
        seen = model.encode(features.part(first, last))
        kept = slice(start - first, min(start + _PIECE, length) - first)
        narrow.append(seen.narrow_TR[kept])
        tags.append(seen.tags_TLK[kept])
        joined.append(seen.joined_T[kept])
    vectors_TD = features.vectors_TD
    return Encoded(
        np.concatenate(narrow), np.concatenate(tags), vectors_TD, vectors_TD.mean(axis=0), np.concatenate(joined)
    )


def _in_order(document: Document, tags_L: Sequence[Tagged]) -> list[FoundQuote]:
    """The quotes that one article's tags write, layer by layer, ordered by first token, outer ones first."""
    outer_T = tags_L[0].tag_T > 0
    quotes = []
    for layer, tags in enumerate(tags_L):
        for quote in join_split_quotes(document, quotes_from_tags(tags.tag_T.tolist())):
            certain = np.concatenate([tags.probability_T[part.start : part.end] for part in quote.ranges])
            mean = float(np.exp(np.log(np.maximum(certain, 1e-9)).mean()))
            quotes.append(FoundQuote(quote, layer, mean, outer_T))
    return sorted(quotes, key=lambda one: (one.quote.ranges[0].start, one.layer))


def _around(quotes: list[FoundQuote], number: int) -> Iterable[int]:
    """The numbers of the outer quotes that hold every token of this inner one."""
    inner = quotes[number]
    if inner.layer == 0:
        return
    for other in range(number - 1, max(-1, number - 1 - _BACK), -1):
        outer = quotes[other]
        if outer.layer < inner.layer and all(
            any(around.start <= part.start and part.end <= around.end for around in outer.quote.ranges)
            for part in inner.quote.ranges
        ):
            yield other


def _batches(documents: Sequence[Document]) -> Iterable[list[int]]:
    """Numbers of the documents that have tokens, those of like length together."""
    lengths = [len(document.tokens) for document in documents]
    batch: list[int] = []
    for number in sorted((n for n, length in enumerate(lengths) if length), key=lambda n: (lengths[n], n)):
        full = len(batch) == _TAGGED or (len(batch) + 1) * lengths[number] > _TOKENS
        if batch and full:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch
