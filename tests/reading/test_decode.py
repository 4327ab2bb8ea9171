from itertools import pairwise, product
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from wortlaut.reading.decode import Pointer, Tagged, best_tags, point, softmax, switched_on
from wortlaut.types import TokenRange

SCORE = st.floats(-8, 8, width=32).map(lambda value: round(value, 2))
FORBIDDEN = -1e4


def plain_paths(scores: NDArray[np.float32], follow: NDArray[np.float32]) -> list[tuple[tuple[int, ...], float]]:
    """Every path with its score, by trying them all."""
    length, tags = scores.shape
    return [
        (
            path,
            float(sum(scores[token, tag] for token, tag in enumerate(path)))
            + float(sum(follow[a, b] for a, b in pairwise(path))),
        )
        for path in product(range(tags), repeat=length)
    ]


@given(arrays(np.float32, (5, 2, 3), elements=SCORE), arrays(np.float32, (2, 3, 3), elements=SCORE), st.booleans())
@settings(max_examples=60, deadline=None)
def test_best_tags_and_probabilities_agree_with_trying_every_path(
    scores: NDArray[np.float32], follow: NDArray[np.float32], forbid: bool
) -> None:
    if forbid:
        follow[:, 0, 2] = FORBIDDEN
    [tagged] = best_tags([scores], follow)
    for layer, found in enumerate(tagged):
        assert_best(found, plain_paths(scores[:, layer], follow[layer]))


def assert_best(found: Tagged, paths: list[tuple[tuple[int, ...], float]]) -> None:
    top = max(score for _, score in paths)
    weights = np.exp(np.array([score for _, score in paths]) - top)
    chosen = tuple(found.tag_T.tolist())
    assert dict(paths)[chosen] == pytest.approx(top, abs=1e-3)
    for token, tag in enumerate(chosen):
        share = sum(w for (path, _), w in zip(paths, weights, strict=True) if path[token] == tag) / weights.sum()
        assert found.probability_T[token] == pytest.approx(share, abs=1e-3)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=5), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_a_sequence_is_tagged_alike_alone_and_beside_others(lengths: list[int], random: Random) -> None:
    draw = np.random.default_rng(random.getrandbits(32))
    scores = [draw.normal(size=(length, 2, 4)).astype(np.float32) * 3 for length in lengths]
    follow = draw.normal(size=(2, 4, 4)).astype(np.float32)
    for number, layers in enumerate(best_tags(scores, follow)):
        [lonely] = best_tags([scores[number]], follow)
        for beside, alone in zip(layers, lonely, strict=True):
            assert beside.tag_T.tolist() == alone.tag_T.tolist()
            assert beside.probability_T == pytest.approx(alone.probability_T, abs=1e-5)


def test_no_tokens_give_no_tags() -> None:
    [[found]] = best_tags([np.zeros((0, 1, 3), np.float32)], np.zeros((1, 3, 3), np.float32))
    assert found.tag_T.tolist() == []
    assert found.probability_T.tolist() == []


def plain_point(
    start: NDArray[np.float32], end: NDArray[np.float32], nothing: float, joined: NDArray[np.float32]
) -> dict[TokenRange | None, tuple[float, float]]:
    """Every stretch, and none, with what it is worth and how sure it is, by trying them all."""
    size = len(start)
    start_p = softmax(np.append(start, np.float32(nothing)))
    end_p = softmax(np.append(end, np.float32(nothing)))
    none = float(start_p[size] * end_p[size])
    worth: dict[TokenRange | None, tuple[float, float]] = {None: (none, none**0.5)}
    for first in range(size):
        for last in range(first, size):
            both = float(start_p[first] * end_p[last])
            links = float(np.exp(sum(joined[first + 1 : last + 1])))
            worth[TokenRange(first, last + 1)] = (both * links, both**0.5)
    return worth


@given(
    arrays(np.float32, 6, elements=SCORE),
    arrays(np.float32, 6, elements=SCORE),
    SCORE,
    arrays(np.float32, 6, elements=st.floats(-5, 0, width=32)),
)
@settings(deadline=None)
def test_point_agrees_with_trying_every_stretch(
    start: NDArray[np.float32], end: NDArray[np.float32], nothing: float, joined: NDArray[np.float32]
) -> None:
    worth = plain_point(start, end, nothing, joined)
    found = point(start, end, nothing, np.zeros(6, np.int64), joined)
    best, sure = worth[found.range]
    assert best == pytest.approx(max(value for value, _ in worth.values()), rel=1e-4)
    assert found.confidence == pytest.approx(sure, rel=1e-3)


def test_two_neighbours_are_one_mention_only_where_they_go_together() -> None:
    start, end = np.array([3.1, 0, 3.05, 0, 0], np.float32), np.array([3, 0, 0, 0, 3.1], np.float32)
    apart = np.array([0, 0, -5, 0, 0], np.float32)
    assert point(start, end, -9, np.zeros(5, np.int64), np.zeros(5, np.float32)).range == TokenRange(0, 5)
    assert point(start, end, -9, np.zeros(5, np.int64), apart).range == TokenRange(2, 5)


def test_point_never_gives_a_mention_of_more_than_forty_tokens() -> None:
    start, end = np.zeros(60, np.float32), np.zeros(60, np.float32)
    start[0], end[59], end[39] = 9, 9, 5
    assert point(start, end, -9, np.zeros(60, np.int64), np.zeros(60, np.float32)).range == TokenRange(0, 40)


def test_point_does_not_reach_into_the_next_sentence() -> None:
    start, end = np.array([5, 0, 3], np.float32), np.array([2, 0, 5], np.float32)
    assert point(start, end, -9, np.array([0, 0, 0]), np.zeros(3, np.float32)).range == TokenRange(0, 3)
    assert point(start, end, -9, np.array([0, 0, 1]), np.zeros(3, np.float32)).range == TokenRange(2, 3)


def test_point_in_an_empty_window_finds_nothing() -> None:
    empty = np.zeros(0, np.float32)
    assert point(empty, empty, 0.0, np.zeros(0, np.int64), empty) == Pointer(None, 1.0)


def test_switched_on_takes_places_from_the_threshold_on_with_their_mean_probability() -> None:
    places, sure = switched_on(np.array([0.0, -5.0, 3.0], np.float32), 0.5)
    assert places.tolist() == [0, 2]
    assert sure == pytest.approx((0.5 + 1 / (1 + np.exp(-3))) / 2, abs=1e-6)
    assert switched_on(np.array([-5.0], np.float32), 0.5)[1] == 0.0
