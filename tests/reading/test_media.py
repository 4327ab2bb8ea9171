import numpy as np
import pytest

from wortlaut.reading.media import MEDIA, Media, QuoteWords, medium_evidence
from wortlaut.reading.tags import TYPES
from wortlaut.types import TokenRange

VECTORS = np.arange(60, dtype=np.float32).reshape(30, 2)
ARTICLE = np.array([0.5, -0.5], np.float32)
NOTHING = np.zeros(0, np.int64)


def words(*, cue: list[int], first: int = 10, last: int = 12) -> QuoteWords:
    return QuoteWords([TokenRange(first, last)], np.array(cue, np.int64), NOTHING, np.array([5]), 1)


def test_evidence_is_the_means_of_cue_speaker_frame_surroundings_and_article_then_the_type() -> None:
    found = medium_evidence(VECTORS, ARTICLE, words(cue=[7, 8]))
    around = np.concatenate([VECTORS[:10], VECTORS[12:27]]).mean(axis=0)
    kind = [float(number == 1) for number in range(len(TYPES))]
    expected = [*VECTORS[7:9].mean(axis=0), *VECTORS[5], 0.0, 0.0, *around, *ARTICLE, *kind]
    assert found.tolist() == pytest.approx(expected)


def test_a_quote_that_is_the_whole_article_has_nothing_around_it() -> None:
    found = medium_evidence(VECTORS, ARTICLE, words(cue=[], first=0, last=30))
    assert found[6:8].tolist() == [0.0, 0.0]


def test_scores_are_weights_times_evidence_and_a_constant() -> None:
    weights = np.zeros((10 + len(TYPES), len(MEDIA)), np.float32)
    weights[0, 2] = 1.0
    constant = np.arange(len(MEDIA), dtype=np.float32)
    scores = Media(weights, constant).scores(VECTORS, ARTICLE, words(cue=[4]))
    assert scores.tolist() == [0.0, 1.0, 2.0 + VECTORS[4, 0], 3.0, 4.0, 5.0]
