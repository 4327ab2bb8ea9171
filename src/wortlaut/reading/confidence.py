"""Confidences that mean what they say: of what is found with 0.9, nine in ten are right.

What the network says of itself is too sure of some kinds and not sure enough of others. A logistic regression, fitted
on held-out training articles (`training.calibration`), weighs what it says of all parts of a statement. A quote
counts as right where a gold statement shares at least half of its words (token F1), a speaker where its statement is
paired with a gold one and its mention does.

Axes: X what speaks for or against.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import log, log1p

import numpy as np
from numpy.typing import NDArray

from wortlaut.reading.tags import TYPES
from wortlaut.types import Party, Span, Statement

__all__ = ["QUOTE_EVIDENCE", "SPEAKER_EVIDENCE", "calibrated", "quote_evidence", "speaker_evidence"]

# How many numbers speak for or against a quote, a speaker; as many weights are needed.
QUOTE_EVIDENCE = 9 + len(TYPES)
SPEAKER_EVIDENCE = 6

_LEAST = 1e-3  # confidences carry three digits


def calibrated(statement: Statement, quote: Sequence[float], speaker: Sequence[float]) -> Statement:
    """The statement with confidences by these weights; as it is where there are none."""
    if not quote or not speaker:
        return statement
    sure = _share(quote_evidence(statement), quote)
    parties = tuple(
        Party(party.mention, _share(speaker_evidence(statement, party, sure), speaker)) for party in statement.speakers
    )
    return replace(statement, speakers=parties, confidence=replace(statement.confidence, quote=sure))


def quote_evidence(statement: Statement) -> NDArray[np.float64]:
    """What speaks for there being such a statement, of a statement as the network found it."""
    kind = [float(statement.type is each) for each in TYPES]
    cue, speaker = statement.cue, max((party.confidence for party in statement.speakers), default=0.0)
    return np.array(
        [
            1.0,
            _logit(statement.confidence.quote),
            _logit(statement.confidence.type),
            _logit(statement.confidence.medium),
            float(bool(cue.spans)),
            _logit(cue.confidence) if cue.spans else 0.0,
            float(bool(statement.speakers)),
            _logit(speaker) if statement.speakers else 0.0,
            float(statement.parent is not None),
            *kind,
        ]
    )


def speaker_evidence(statement: Statement, party: Party, sure: float) -> NDArray[np.float64]:
    """What speaks for that speaker, of a statement whose quote is found with a confidence of `sure`."""
    return np.array(
        [
            1.0,
            _logit(party.confidence),
            _logit(sure),
            float(bool(statement.cue.spans)),
            float(statement.parent is not None),
            log1p(_gap(statement.quote, party.mention)) / 5,
        ]
    )


def _share(evidence_X: NDArray[np.float64], weights: Sequence[float]) -> float:
    return round(float(1.0 / (1.0 + np.exp(-evidence_X @ np.array(weights)))), 3)


def _logit(share: float) -> float:
    inside = min(max(share, _LEAST), 1 - _LEAST)
    return log(inside / (1 - inside))


def _gap(quote: tuple[Span, ...], mention: tuple[Span, ...]) -> int:
    """Characters between the quote and the mention, 0 where one stands in the other."""
    return max(0, quote[0].start - mention[-1].end, mention[0].start - quote[-1].end)
