"""Fitting confidences on held-out articles: of what is found with 0.9, nine in ten should be right.

Two logistic regressions with a small penalty, over what `wortlaut.reading.confidence` says speaks for a quote, for a
speaker. Axes: N claims, X what speaks for them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.corpus import Annotation, CorpusDocument, read_gold, read_texts, read_tokens
from evaluation.matching import partners, token_f1
from evaluation.predicting import on_tokens, predict
from wortlaut.reading import Reader
from wortlaut.reading.choices import Choices
from wortlaut.reading.confidence import SPEAKER_EVIDENCE, calibrated, quote_evidence, speaker_evidence
from wortlaut.types import Certain, Statement

__all__ = ["calibrated_choices"]

_PENALTY = 2.0
_SHARED = 0.5
# Of the few held-out claims more must be right, so that 0.95 holds on others, too; and luck must not be all: the
# regression, which is pulled to the middle, must expect it nearly as well.
_PRECISE = 0.965
_EXPECTED = 0.94
_LEAST = 40  # claims that a threshold must keep


@dataclass(frozen=True, slots=True)
class _Judged:
    """A statement as the network found it, and whether a gold one has the same quote, besides the same speaker."""

    statement: Statement
    quote: bool
    speaker: bool


def calibrated_choices(choices: Choices, held_out: Sequence[tuple[Callable[[Choices], Reader], Path]]) -> Choices:
    """The choices with weights for the confidences and with the thresholds from which on a claim counts as certain.

    `held_out` has, for each part that was held out, what reads it and its gold.
    """
    plain = replace(choices, quote=(), speaker=(), certain=None)
    judged = [one for reader, gold in held_out for one in _judged(reader(plain), gold)]
    quote = _fitted([quote_evidence(one.statement) for one in judged], [one.quote for one in judged])
    sure = [calibrated(one.statement, quote, (0.0,) * SPEAKER_EVIDENCE).confidence.quote for one in judged]
    spoken = [(one, share) for one, share in zip(judged, sure, strict=True) if one.statement.speakers]
    speaker = _fitted(
        [speaker_evidence(one.statement, one.statement.speakers[0], share) for one, share in spoken],
        [one.speaker for one, _ in spoken],
    )
    told = [calibrated(one.statement, quote, speaker) for one, _ in spoken]
    certain = Certain(
        quote=_threshold(sure, [one.quote for one in judged]),
        speaker=_threshold([each.speakers[0].confidence for each in told], [one.speaker for one, _ in spoken]),
    )
    return replace(plain, quote=quote, speaker=speaker, certain=certain)


def _judged(reader: Reader, gold: Path) -> list[_Judged]:
    found = predict(tuple(read_texts(gold)), reader, batch=32)
    judged: list[_Judged] = []
    for document, tokens, statements in zip(read_gold(gold), read_tokens(gold), found, strict=True):
        predicted = [on_tokens(tokens, [statement])[0].annotation for statement in statements]
        pairs = {place: number for number, place in partners(document.annotations, predicted).items()}
        for place, statement in enumerate(statements):
            judged.append(_judge(statement, predicted[place], document, pairs.get(place)))
    return judged


def _judge(statement: Statement, found: Annotation, document: CorpusDocument, number: int | None) -> _Judged:
    if number is None:
        return _Judged(statement, quote=False, speaker=False)
    gold = document.annotations[number]
    return _Judged(
        statement,
        quote=token_f1(gold.quote, found.quote) >= _SHARED,
        speaker=token_f1(gold.speaker, found.speaker) >= _SHARED,
    )


def _fitted(evidence: Sequence[NDArray[np.float64]], right: Sequence[bool]) -> tuple[float, ...]:
    """Weights of a logistic regression, by Newton's method; the first, the constant, is not penalised."""
    evidence_NX, right_N = np.stack(evidence), np.array(right, np.float64)
    weight_X = np.zeros(evidence_NX.shape[1])
    penalty_X = np.full_like(weight_X, _PENALTY)
    penalty_X[0] = 1e-3
    for _ in range(50):
        share_N = 1.0 / (1.0 + np.exp(-evidence_NX @ weight_X))
        slope_X = evidence_NX.T @ (right_N - share_N) - penalty_X * weight_X
        bend_XX = (evidence_NX * (share_N * (1 - share_N))[:, None]).T @ evidence_NX + np.diag(penalty_X)
        weight_X += np.linalg.solve(bend_XX, slope_X)
    return tuple(round(float(weight), 4) for weight in weight_X)


def _threshold(shares: Sequence[float], right: Sequence[bool]) -> float:
    """The smallest confidence from which on claims are, and are expected to be, right often enough; else 1."""
    found, expected = 1.0, 0.0
    kept = good = 0
    ordered = sorted(zip(shares, right, strict=True), reverse=True)
    for number, (share, is_right) in enumerate(ordered):
        kept, good, expected = kept + 1, good + is_right, expected + share
        last = number + 1 == len(ordered) or ordered[number + 1][0] < share
        if last and kept >= _LEAST and good >= _PRECISE * kept and expected >= _EXPECTED * kept:
            found = share
    return found
