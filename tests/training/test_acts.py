"""Fitting the choice of an act."""

from pathlib import Path

import numpy as np
import pytest

from evaluation.corpus import CorpusDocument, MalformedFile
from training.acts import Example, across_folds, believed, fit, lines_of, read_marked, temperature
from wortlaut.meaning.acts.classifying import classifier_of
from wortlaut.types import Act


def example(act: Act, *names: str, document: str = "a") -> Example:
    return Example(document, 0, frozenset({"always", *names}), act)


def test_feature_that_names_an_act_is_believed_to_speak_for_it() -> None:
    assert believed("cue: demand") == {Act.DEMAND: 4.0}
    assert believed("says warn twice") == {Act.WARN: 0.5}
    assert believed("word brücke") == {}


def test_six_statements_can_be_learnt_and_come_back_from_the_file() -> None:
    words = {
        "eins": Act.DENY,
        "zwei": Act.ASK,
        "drei": Act.WARN,
        "vier": Act.ADMIT,
        "fünf": Act.DOUBT,
        "acht": Act.REFUSE,
    }
    seen = [example(act, f"word {word}") for word, act in words.items() for _ in range(40)]
    again = classifier_of(lines_of(fit(seen, of_words=0.1), 1.0), "own.tsv")
    assert {word: again.score({"always", f"word {word}"}).act for word in words} == words


def test_parts_are_scored_with_weights_of_other_documents() -> None:
    seen = [example(Act.DENY, "word ja", document=name) for name in "abc" for _ in range(3)]
    found = across_folds(seen, {"a", "b"}, 2)
    assert sorted(each.document for each, _ in found) == ["a"] * 3 + ["b"] * 3


def test_scores_that_are_always_right_are_sharpened_and_others_flattened() -> None:
    right = np.array([4.0, *[0.0] * 17])
    assert temperature([(right, 0)] * 20) < 1 < temperature([(right, 0), (right, 1), (right, 2), (right, 3)] * 7)


def test_marked_act_needs_a_statement_of_the_corpus(tmp_path: Path) -> None:
    path = tmp_path / "acts.tsv"
    documents = [CorpusDocument("17 - Fähre (2020-01-01)", "", (), (), ())]
    path.write_text("# comment\ndocument\tannotation\tact\n17\t3\tdeny\n", encoding="utf-8")
    assert read_marked(path, documents) == {("17 - Fähre (2020-01-01)", 3): Act.DENY}
    path.write_text("18\t3\tdeny\n", encoding="utf-8")
    with pytest.raises(MalformedFile, match="line 1"):
        read_marked(path, documents)
