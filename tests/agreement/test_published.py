"""Worked examples from the literature.

Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), examples A to C; the example with three observers and
fifteen units is the encyclopaedia's ("Krippendorff's alpha"); Krippendorff, "Content Analysis" (4th edition, 2019),
figure 12.11: three observers of a continuum of 60.
"""

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.agreement.builder import coding, labelled, marked
from wortlaut.agreement import Aspect, compare
from wortlaut.agreement.coincidences import alpha, marked_or_not
from wortlaut.agreement.continuum import Continuum, Mark, both_marked, meetings
from wortlaut.types import Span, StatementType

Matrix = NDArray[np.float64]
LENGTH = 60
VALUES = 8
# First and last character of each segment, and its value, as the figure counts: from 1.
FIGURE = {
    "Alex": ((1, 7, 1), (8, 13, 2), (31, 32, 5), (33, 37, 6), (38, 44, 6), (45, 60, 7)),
    "Paul": ((1, 7, 1), (8, 13, 3), (14, 21, 5), (33, 44, 6)),
    "Suzan": ((1, 7, 1), (8, 13, 4), (14, 21, 5), (33, 37, 6), (38, 41, 6), (42, 44, 6)),
}


@pytest.mark.parametrize(
    ("rows", "published"),
    [
        ({"Meg": "0100000010", "Owen": "1110010000"}, 0.095),
        ({"Ben": "aabbdcccedda", "Gerry": "babbbccceddd"}, 0.692),
        ({"A": "123321412...", "B": "1233224125.3", "C": ".3332342251.", "D": "12332441251."}, 0.743),
        ({"A": "...341211333", "B": "213343......", "C": "21344.211334"}, 0.691),
    ],
    ids=["two values, two observers", "five values, two observers", "four observers, missing", "three, missing"],
)
def test_nominal_alpha_is_the_published_one(rows: dict[str, str], published: float) -> None:
    values = sorted({value for row in rows.values() for value in row} - {"."})
    codings = labelled(rows, dict(zip(values, StatementType, strict=False)))
    found = compare(codings, resamples=10).of(Aspect.TYPE).alpha.value
    assert found is not None
    assert round(found, 3) == published


def test_missing_values_leave_the_units_that_two_observers_have() -> None:
    rows = {"A": "123321412...", "B": "1233224125.3", "C": ".3332342251.", "D": "12332441251."}
    codings = labelled(rows, dict(zip("12345", StatementType, strict=True)))
    assert compare(codings, resamples=10).of(Aspect.TYPE).units == 11


@pytest.fixture
def figure() -> list[Continuum]:
    return [
        Continuum.of(LENGTH, [Mark(Span(first - 1, last), value) for first, last, value in segments])
        for segments in FIGURE.values()
    ]


@pytest.fixture
def observed(figure: list[Continuum]) -> Matrix:
    pairs = [(0, 1), (0, 2), (1, 2)]
    total = np.zeros((VALUES, VALUES))
    for first, second in pairs:
        total += meetings(figure[first], figure[second], VALUES) / 2
    return total


def test_unitizing_alpha_is_the_published_one(figure: list[Continuum], observed: Matrix) -> None:
    within = np.float64(sum(each.within for each in figure))
    assert round(float(alpha(observed, within)), 3) == 0.510


def test_alpha_for_marked_or_not_is_the_published_one(figure: list[Continuum], observed: Matrix) -> None:
    within = np.float64(sum(each.within for each in figure))
    found = float(alpha(marked_or_not(observed), within))
    # The book prints 0.413, from coincidences rounded to one digit: 26 observed, 44.3 (44.34) expected.
    assert found == pytest.approx(1 - 26 / 44.338, abs=1e-5)
    assert round(1 - 26 / 44.3, 3) == 0.413


def test_alpha_for_the_values_of_what_two_marked_is_the_published_one(
    figure: list[Continuum], observed: Matrix
) -> None:
    assert round(float(alpha(observed[1:, 1:], np.float64(both_marked(figure)))), 3) == 0.724


def test_comparison_of_whole_statements_comes_to_the_same() -> None:
    text = "x" * LENGTH
    codings = [
        coding(
            name,
            {
                "a1": (
                    text,
                    [
                        marked(number, Span(first - 1, last), cue=(Span(first - 1, last),))
                        for number, (first, last, _) in enumerate(segments)
                    ],
                )
            },
        )
        for name, segments in FIGURE.items()
    ]
    cue = compare(codings, resamples=10).of(Aspect.CUE)
    assert cue.alpha.value == pytest.approx(1 - 26 / 44.338, abs=1e-5)
    assert cue.units == 16
