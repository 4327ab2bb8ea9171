"""The parts of each quote: cue, frame, speaker, addressee, its type and medium, with how sure each is.

Axes: T tokens, W tokens of a window, R role input.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wortlaut.reading.choices import Choices
from wortlaut.reading.decode import point, softmax, switched_on
from wortlaut.reading.links import APART
from wortlaut.reading.media import MEDIA, QuoteWords
from wortlaut.reading.model import Encoded, Model, Question, RoleScores
from wortlaut.reading.tags import TYPES, TaggedQuote
from wortlaut.reading.windows import window
from wortlaut.types import Confidence, Document, Medium, Part, Party, Span, TokenRange

__all__ = ["FoundQuote", "QuoteParts", "find_parts"]

_ASKED = 16  # quotes asked for together; measured on one core
_WINDOWS = 1_024  # quotes whose windows are held at a time
_NO_LINKS = 0.0  # for addressees: links did not help to find them


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """A quote as found: its layer (0 outermost), its tags' mean probability, and where its article has outer quotes."""

    quote: TaggedQuote
    layer: int
    confidence: float
    outer_T: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class QuoteParts:
    """A quote with everything that is told of it; `type` is a number."""

    quote: tuple[Span, ...]
    cue: Part
    frame: Part
    speakers: tuple[Party, ...]
    addressees: tuple[Party, ...]
    type: int
    medium: Medium
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class _Asked:
    """A quote with what is known of its article."""

    document: Document
    states: Encoded
    sentence_T: NDArray[np.int64]
    found: FoundQuote

    def question(self) -> Question:
        ranges = self.found.quote.ranges
        kind = TYPES.index(self.found.quote.type)
        return Question(self.states.narrow_TR, window(ranges, self.found.outer_T), kind, self.found.layer)


def find_parts(
    model: Model,
    choices: Choices,
    documents: Sequence[Document],
    encoded: Sequence[Encoded],
    quotes: Sequence[Sequence[FoundQuote]],
) -> Iterator[QuoteParts]:
    """The parts of every quote, in order; of many quotes some at a time, which bounds memory."""
    every = [
        _Asked(document, states, sentence_T, found)
        for document, states, sentence_T, of_article in zip(
            documents, encoded, map(_sentence_of_tokens, documents), quotes, strict=True
        )
        for found in of_article
    ]
    for start in range(0, len(every), _WINDOWS):
        some = every[start : start + _WINDOWS]
        questions = [asked.question() for asked in some]
        for asked, question, scores in zip(some, questions, _answers(model, questions), strict=True):
            yield _Finder(model, choices, asked, question.window.token_W, scores).parts()


def _answers(model: Model, questions: Sequence[Question]) -> list[RoleScores]:
    """The answers in order; windows of like length are asked for together."""
    order = sorted(range(len(questions)), key=lambda number: len(questions[number].window.token_W))
    answers: dict[int, RoleScores] = {}
    for start in range(0, len(order), _ASKED):
        some = order[start : start + _ASKED]
        answers.update(zip(some, model.ask([questions[number] for number in some]), strict=True))
    return [answers[number] for number in range(len(questions))]


@dataclass(frozen=True, slots=True)
class _Finder:
    """Reads the parts of one quote from its scores."""

    model: Model
    choices: Choices
    asked: _Asked
    window_W: NDArray[np.int64]
    scores: RoleScores

    def parts(self) -> QuoteParts:
        whole_V, thresholds = self.scores.whole_V, self.choices.thresholds
        document, ranges = self.asked.document, self.asked.found.quote.ranges
        cue, cue_sure = self._switched_on(0, thresholds.cue)
        frame, frame_sure = self._switched_on(1, thresholds.frame)
        speaker, speaker_sure = self._mention(2, float(whole_V[0]), self.choices.links)
        addressee, addressee_sure = self._mention(4, float(whole_V[1]) - thresholds.addressee, _NO_LINKS)
        if set(addressee.tolist()) & set(speaker.tolist()):  # nobody is told by oneself
            addressee = addressee[:0]
        types_K = softmax(whole_V[2:])
        kind = int(types_K.argmax())
        words = QuoteWords(ranges, cue, frame, speaker, kind)
        states = self.asked.states
        media_M = softmax(self.model.media.scores(states.vectors_TD, states.mean_D, words))
        return QuoteParts(
            quote=tuple(Span(document.tokens[run.start].start, document.tokens[run.end - 1].end) for run in ranges),
            cue=Part(_spans(document, cue), _rounded(cue_sure)),
            frame=Part(_spans(document, frame), _rounded(frame_sure)),
            speakers=_party(document, speaker, speaker_sure),
            addressees=_party(document, addressee, addressee_sure),
            type=kind,
            medium=MEDIA[int(media_M.argmax())],
            confidence=Confidence(
                quote=_rounded(self.asked.found.confidence),
                type=_rounded(types_K.max()),
                medium=_rounded(media_M.max()),
            ),
        )

    def _switched_on(self, column: int, threshold: float) -> tuple[NDArray[np.int64], float]:
        places, sure = switched_on(self.scores.tokens_W6[:, column], threshold)
        return self.window_W[places], sure

    def _mention(self, column: int, nothing: float, links: float) -> tuple[NDArray[np.int64], float]:
        """The tokens of a mention, none where nobody is mentioned, and how sure that is."""
        tokens_W6 = self.scores.tokens_W6
        sentence_W = self.asked.sentence_T[self.window_W]
        joined_W = self.asked.states.joined_T[self.window_W]
        joined_W[1:][np.diff(self.window_W) > 1] = APART  # the middle of a long quote is left out of the window
        found = point(tokens_W6[:, column], tokens_W6[:, column + 1], nothing, sentence_W, links * joined_W)
        tokens = self.window_W[:0] if found.range is None else self.window_W[found.range.start : found.range.end]
        return tokens, found.confidence


def _party(document: Document, token_W: NDArray[np.int64], sure: float) -> tuple[Party, ...]:
    return (Party(_spans(document, token_W), _rounded(sure)),) if len(token_W) else ()


def _sentence_of_tokens(document: Document) -> NDArray[np.int64]:
    """For each token the number of its sentence."""
    lengths = [sentence.end - sentence.start for sentence in document.sentences]
    return np.repeat(np.arange(len(lengths)), lengths)


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
