"""The classifier: its shares, held against a slow plain reckoning, and its file."""

from math import exp

import numpy as np
import pytest

from wortlaut.errors import InputError
from wortlaut.meaning.acts.classifying import ACTS, Classifier, classifier_of, shipped_classifier
from wortlaut.types import Act


def test_shares_are_those_of_a_plain_softmax() -> None:
    random = np.random.default_rng(7)
    weights = {f"f{number}": random.normal(size=len(ACTS)) for number in range(5)}
    sums = [sum(weights[name][column] for name in ("f1", "f3")) / 2.0 for column in range(len(ACTS))]
    whole = sum(map(exp, sums))
    found = Classifier(weights, 2.0).score(["f1", "f3", "unknown"])
    assert found.shares_A == pytest.approx([exp(each) / whole for each in sums])


def test_without_any_known_feature_all_acts_are_alike() -> None:
    assert Classifier({}).score(["x"]).confidence == pytest.approx(1 / len(ACTS))


def test_file_gives_the_weights_back() -> None:
    made = classifier_of(["# comment", "temperature\tassert\t2", "cue: ask\task\t4"], "own.tsv")
    assert made.score(["cue: ask"]).shares_A[ACTS.index(Act.ASK)] == pytest.approx(exp(2) / (exp(2) + len(ACTS) - 1))


def test_features_that_speak_for_an_act_are_named() -> None:
    made = classifier_of(["a\task\t4", "b\task\t1", "c\tdeny\t3"], "own.tsv")
    assert [name for name, _ in made.speaking_for(Act.ASK, {"a", "b", "c", "d"}, 5)] == ["a", "b"]


@pytest.mark.parametrize("line", ["cue: ask\task", "cue: ask\twish\t1", "cue: ask\task\tmuch"])
def test_line_that_cannot_be_is_refused(line: str) -> None:
    with pytest.raises(InputError, match=r"own\.tsv, line 1"):
        classifier_of([line], "own.tsv")


def test_shipped_weights_know_every_act() -> None:
    made = shipped_classifier()
    assert all(made.score([f"cue: {act}"]).act is act for act in ACTS)
