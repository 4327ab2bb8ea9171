from dataclasses import replace

import numpy as np
import pytest

from wortlaut.reading.confidence import (
    QUOTE_EVIDENCE,
    SPEAKER_EVIDENCE,
    calibrated,
    quote_evidence,
    speaker_evidence,
)
from wortlaut.types import Confidence, Medium, Part, Party, Provenance, Span, Statement, StatementType

STATEMENT = Statement(
    id="s",
    article_id="a",
    type=StatementType.INDIRECT,
    medium=Medium.SPEECH,
    quote=(Span(20, 40),),
    cue=Part((Span(5, 10),), 0.8),
    frame=Part(),
    speakers=(Party((Span(0, 4),), 0.7),),
    addressees=(),
    parent=None,
    confidence=Confidence(quote=0.6, type=0.9, medium=0.5),
    made_by=Provenance("test", "", ""),
)
QUOTE = tuple(float(number == 1) for number in range(QUOTE_EVIDENCE))
SPEAKER = tuple(float(number == 2) for number in range(SPEAKER_EVIDENCE))


def test_as_much_speaks_for_a_claim_as_is_said() -> None:
    speaker = speaker_evidence(STATEMENT, STATEMENT.speakers[0], 0.5)
    assert (len(quote_evidence(STATEMENT)), len(speaker)) == (QUOTE_EVIDENCE, SPEAKER_EVIDENCE)


def test_without_weights_a_statement_stays_as_it_is() -> None:
    assert calibrated(STATEMENT, (), ()) is STATEMENT


def test_weights_that_look_at_the_quote_alone_give_its_own_confidence() -> None:
    found = calibrated(STATEMENT, QUOTE, SPEAKER)
    assert found.confidence == STATEMENT.confidence
    assert [party.confidence for party in found.speakers] == [0.6]
    assert replace(found, speakers=STATEMENT.speakers) == STATEMENT


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_a_confidence_of_nothing_or_everything_is_weighed_too(share: float) -> None:
    extreme = replace(STATEMENT, confidence=Confidence(share, share, share), speakers=(), cue=Part())
    assert np.isfinite(quote_evidence(extreme)).all()
    assert 0.0 <= calibrated(extreme, QUOTE, SPEAKER).confidence.quote <= 1.0


def test_a_speaker_far_away_is_told_from_one_nearby() -> None:
    near, far = (
        speaker_evidence(replace(STATEMENT, quote=(Span(start, start + 9),)), STATEMENT.speakers[0], 0.5)
        for start in (4, 400)
    )
    assert near[-1] == 0.0
    assert far[-1] > 1.0
