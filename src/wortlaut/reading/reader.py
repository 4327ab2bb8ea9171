"""The shipped reader: articles in, statements out.

Axes: T tokens, L layers of quotes, K tags, W tokens of a window.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wortlaut.reading.choices import Choices, read_choices
from wortlaut.reading.confidence import calibrated
from wortlaut.reading.decode import Tagged, best_tags, point, softmax, switched_on
from wortlaut.reading.features import Features
from wortlaut.reading.model import Encoded, Model, Question, RoleScores
from wortlaut.reading.splits import join_split_quotes
from wortlaut.reading.tags import TYPES, TaggedQuote, quotes_from_tags
from wortlaut.reading.windows import window
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
    TokenRange,
    statement_id,
)

__all__ = ["ShippedReader"]

_MEDIA = tuple(Medium)
# Measured on one core: the roles are fastest with 16 quotes, reading tags with as many articles as there are.
_TAGGED = 32
_ASKED = 16
_WINDOWS = 1_024  # quotes whose windows are held at a time
_BACK = 16  # an outer quote is looked for among so many quotes that begin before the inner one
_PIECE = 16_384  # tokens of one article that are encoded at a time; the longest of the corpus has 2,057
_AROUND = 256
_TOKENS = 65_536  # of padded articles taken at a time: bounds memory


@dataclass(frozen=True, slots=True)
class _Quote:
    """A quote as found: its layer (0 outermost), its tags' mean probability, and where its article has outer quotes."""

    quote: TaggedQuote
    layer: int
    confidence: float
    outer_T: NDArray[np.bool_]


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

    def read(self, articles: Sequence[Article], documents: Sequence[Document]) -> list[tuple[Statement, ...]]:
        """The statements of each article, ordered by place, a parent before what stands inside it."""
        found: list[tuple[Statement, ...]] = [() for _ in articles]
        for batch in _batches(documents):
            encoded = self._encode([documents[number] for number in batch])
            quotes = self._quotes([documents[number] for number in batch], encoded)
            parts = iter(self._all_parts([documents[number] for number in batch], encoded, quotes))
            for number, of_article in zip(batch, quotes, strict=True):
                of_quotes = list(islice(parts, len(of_article)))
                found[number] = self._statements(articles[number], of_article, of_quotes)
        return found

    def _encode(self, documents: Sequence[Document]) -> list[Encoded]:
        """The documents' states and tag scores."""
        return [_encode(self._model, self._model.featurize(document)) for document in documents]

    def _quotes(self, documents: Sequence[Document], encoded: Sequence[Encoded]) -> list[list[_Quote]]:
        """For each article the quotes of all layers, ordered by first token, outer ones first."""
        tags = best_tags([one.tags_TLK for one in encoded], self._transitions_LKK)
        return [_in_order(document, tags_L) for document, tags_L in zip(documents, tags, strict=True)]

    def _all_parts(
        self, documents: Sequence[Document], encoded: Sequence[Encoded], quotes: Sequence[Sequence[_Quote]]
    ) -> Iterator["_Parts"]:
        """The parts of every quote, in order; of many quotes some at a time, which bounds memory."""
        every = [
            (document, states, sentence_T, quote)
            for document, states, sentence_T, of_article in zip(
                documents, encoded, map(_sentence_of_tokens, documents), quotes, strict=True
            )
            for quote in of_article
        ]
        for start in range(0, len(every), _WINDOWS):
            some = every[start : start + _WINDOWS]
            questions = [
                Question(
                    states.narrow_TR,
                    window(quote.quote.ranges, quote.outer_T),
                    TYPES.index(quote.quote.type),
                    quote.layer,
                )
                for _, states, _, quote in some
            ]
            for (document, _, sentence_T, quote), question, scores in zip(
                some, questions, self._ask(questions), strict=True
            ):
                window_W = question.window.token_W
                yield self._parts(document, quote, scores, window_W, sentence_T[window_W])

    def _ask(self, questions: Sequence[Question]) -> list[RoleScores]:
        """The answers in order; windows of like length are asked for together."""
        order = sorted(range(len(questions)), key=lambda number: len(questions[number].window.token_W))
        answers: dict[int, RoleScores] = {}
        for start in range(0, len(order), _ASKED):
            some = order[start : start + _ASKED]
            answers.update(zip(some, self._model.ask([questions[number] for number in some]), strict=True))
        return [answers[number] for number in range(len(questions))]

    def _parts(
        self,
        document: Document,
        quote: _Quote,
        scores: RoleScores,
        window_W: NDArray[np.int64],
        sentence_W: NDArray[np.int64],
    ) -> "_Parts":
        tokens_W6, whole_V = scores.tokens_W6, scores.whole_V

        def part(column: int, threshold: float) -> Part:
            places, sure = switched_on(tokens_W6[:, column], threshold)
            return Part(_spans(document, window_W[places]), _rounded(sure))

        def party(column: int, nothing: float) -> tuple[Party, ...]:
            found = point(tokens_W6[:, column], tokens_W6[:, column + 1], nothing, sentence_W)
            if found.range is None:
                return ()
            mention = _spans(document, window_W[found.range.start : found.range.end])
            return (Party(mention, _rounded(found.confidence)),)

        speakers = party(2, float(whole_V[0]))
        types_K = softmax(whole_V[2 : 2 + len(TYPES)])
        media_K = softmax(whole_V[2 + len(TYPES) :])
        return _Parts(
            cue=part(0, self._choices.thresholds.cue),
            frame=part(1, self._choices.thresholds.frame),
            speakers=speakers,
            addressees=_others(party(4, float(whole_V[1]) - self._choices.thresholds.addressee), speakers),
            type=int(types_K.argmax()),
            medium=_MEDIA[int(media_K.argmax())],
            quote=tuple(
                Span(document.tokens[run.start].start, document.tokens[run.end - 1].end) for run in quote.quote.ranges
            ),
            confidence=Confidence(
                quote=_rounded(quote.confidence), type=_rounded(types_K.max()), medium=_rounded(media_K.max())
            ),
        )

    def _statements(self, article: Article, quotes: list[_Quote], parts: list["_Parts"]) -> tuple[Statement, ...]:
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

    def _statement(self, article: Article, part: "_Parts", id_: str, parent: str | None) -> Statement:
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


@dataclass(frozen=True, slots=True)
class _Parts:
    cue: Part
    frame: Part
    speakers: tuple[Party, ...]
    addressees: tuple[Party, ...]
    type: int
    medium: Medium
    quote: tuple[Span, ...]
    confidence: Confidence


def _encode(model: Model, features: Features) -> Encoded:
    """One article's states and scores; a long one's piece by piece, so that memory does not grow with its length.

    Every piece sees the tokens around it, so that its ends are read like its middle.
    """
    length = len(features.word_T)
    if length <= _PIECE:
        return model.encode(features)
    pieces: list[Encoded] = []
    for start in range(0, length, _PIECE):
        first, last = max(0, start - _AROUND), min(length, start + _PIECE + _AROUND)
        seen = model.encode(features.part(first, last))
        kept = slice(start - first, min(start + _PIECE, length) - first)
        pieces.append(Encoded(seen.narrow_TR[kept], seen.tags_TLK[kept]))
    return Encoded(
        np.concatenate([piece.narrow_TR for piece in pieces]), np.concatenate([piece.tags_TLK for piece in pieces])
    )


def _sentence_of_tokens(document: Document) -> NDArray[np.int64]:
    """For each token the number of its sentence."""
    lengths = [sentence.end - sentence.start for sentence in document.sentences]
    return np.repeat(np.arange(len(lengths)), lengths)


def _in_order(document: Document, tags_L: Sequence[Tagged]) -> list[_Quote]:
    """The quotes that one article's tags write, layer by layer, ordered by first token, outer ones first."""
    outer_T = tags_L[0].tag_T > 0
    quotes = []
    for layer, tags in enumerate(tags_L):
        for quote in join_split_quotes(document, quotes_from_tags(tags.tag_T.tolist())):
            certain = np.concatenate([tags.probability_T[part.start : part.end] for part in quote.ranges])
            mean = float(np.exp(np.log(np.maximum(certain, 1e-9)).mean()))
            quotes.append(_Quote(quote, layer, mean, outer_T))
    return sorted(quotes, key=lambda one: (one.quote.ranges[0].start, one.layer))


def _others(addressees: tuple[Party, ...], speakers: tuple[Party, ...]) -> tuple[Party, ...]:
    """The addressees that are not, by the same words, the speakers: nobody is told by oneself."""
    taken = [span for speaker in speakers for span in speaker.mention]
    return tuple(
        party
        for party in addressees
        if not any(a.start < b.end and b.start < a.end for a in party.mention for b in taken)
    )


def _around(quotes: list[_Quote], number: int) -> Iterable[int]:
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


def _spans(document: Document, token_W: NDArray[np.int64]) -> tuple[Span, ...]:
    """Spans over runs of consecutive tokens."""
    runs: list[TokenRange] = []
    for token in token_W.tolist():
        if runs and runs[-1].end == token:
            runs[-1] = TokenRange(runs[-1].start, token + 1)
        else:
            runs.append(TokenRange(token, token + 1))
    return tuple(Span(document.tokens[run.start].start, document.tokens[run.end - 1].end) for run in runs)


def _rounded(value: float) -> float:
    """Three digits: what a confidence can carry, and the same whatever stood beside the article in its batch."""
    return round(float(value), 3)
