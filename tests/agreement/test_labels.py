from collections.abc import Mapping

import pytest

from tests.agreement.builder import marked
from wortlaut.agreement import Alpha, CodedArticle, Coding, LabelDisagreement, LabelMeasure, compare
from wortlaut.types import Label, Position, Span

# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section A: two observers, ten units, yes or no.
FIRST, SECOND = "0100000000", "1110010010"
SIGNS: Mapping[str, Position | None] = {"1": None, "+": Position.AGREE, "-": Position.DISAGREE}


def coder(name: str, *rows: str, codebooks: tuple[str, ...] = ("dämme",)) -> Coding:
    """A reader who gave categories `k0`, `k1` … to statements, a row a category, a column a statement."""
    statements = tuple(marked(at, Span(3 * at, 3 * at + 2)) for at in range(len(rows[0])))
    labels = {
        f"s{at}": [
            Label("dämme", f"k{row}", 1.0, SIGNS[given[at]]) for row, given in enumerate(rows) if given[at] != "0"
        ]
        for at in range(len(rows[0]))
    }
    return Coding(name, {"a1": CodedArticle("x" * 3 * len(rows[0]), statements, labels)}, frozenset(codebooks))


def measures(*codings: Coding) -> dict[str | None, LabelMeasure]:
    return {each.category: each for each in compare(codings).labels}


def test_alpha_is_that_of_the_published_example() -> None:
    found = measures(coder("a", FIRST), coder("b", SECOND))["k0"]
    assert (found.codebook, found.units, found.given, found.agreement) == ("dämme", 10, 6, 0.6)
    assert found.alpha.value == pytest.approx(0.095, abs=0.0005)
    assert found.kappa == pytest.approx(0.2)
    assert found.f1 == pytest.approx(1 / 3)


def test_over_a_codebook_all_categories_that_somebody_gave_are_judged() -> None:
    found = measures(coder("a", "1100", "0000", "0000"), coder("b", "1000", "0010", "0000"))
    assert found.keys() == {"k0", "k1", None}
    whole = found[None]
    assert (whole.units, whole.given, whole.agreement) == (4, 4, 6 / 8)
    # Of 16 judgements 4 are yes; two pairs of eight differ.
    assert whole.alpha.value == pytest.approx(1 - (4 / 16) / (2 * 4 * 12 / (16 * 15)))


def test_for_and_against_are_different_values() -> None:
    found = measures(coder("a", "+-11"), coder("b", "++11"))
    assert (found["k0"].agreement, found["k0"].f1) == (0.75, 0.75)


def test_kappa_is_told_of_two_readers_alone() -> None:
    three = measures(coder("a", "10"), coder("b", "10"), coder("c", "11"))
    assert three["k0"].kappa is None
    assert three["k0"].agreement == pytest.approx(4 / 6)


def test_who_did_not_use_the_codebook_judged_nothing() -> None:
    assert compare([coder("a", "10"), coder("b", "00", codebooks=())]).labels == ()
    two = measures(coder("a", "10"), coder("b", "10"), coder("c", "00", codebooks=()))
    assert (two["k0"].agreement, two["k0"].kappa) == (1.0, 1.0)


def test_who_gave_no_label_says_no() -> None:
    found = measures(coder("a", "1100"), coder("b", "0000"))
    assert (found["k0"].agreement, found["k0"].f1, found["k0"].kappa) == (0.5, 0.0, 0.0)


def test_a_label_that_all_gave_everywhere_leaves_nothing_to_disagree_about() -> None:
    found = measures(coder("a", "11"), coder("b", "11"))
    assert (found["k0"].alpha, found["k0"].kappa, found["k0"].agreement) == (Alpha(None), None, 1.0)


def test_every_difference_is_told_once() -> None:
    compared = compare([coder("a", "1+0"), coder("b", "1-1")])
    assert list(compared.label_disagreements()) == [
        LabelDisagreement("a1", "dämme", "k0", "a", "agree", "b", "disagree", (Span(3, 5),)),
        LabelDisagreement("a1", "dämme", "k0", "a", "", "b", "present", (Span(6, 8),)),
    ]
