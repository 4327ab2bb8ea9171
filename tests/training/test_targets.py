"""Fitting the choice of a target."""

from pathlib import Path

import pytest

from evaluation.corpus import MalformedFile
from training.targets import Example, fit, lines_of, penalty_of, read_marks
from wortlaut.meaning.targets.choosing import weights_of


def example(*rows: str, right: int) -> Example:
    return Example(tuple(frozenset(row.split()) for row in rows), frozenset({right}))


def test_choice_can_be_learnt_and_comes_back_from_the_file() -> None:
    seen = [
        *[example("none", "quote first", "report addressee", right=2)] * 40,
        *[example("none", "quote first", "report far", right=1)] * 40,
        *[example("none", "far", "report far", right=0)] * 40,
    ]
    again = weights_of(lines_of(fit(seen)))
    best = [max(range(3), key=lambda at: again.score(each.rows[at])) for each in seen[::40]]
    assert best == [2, 1, 0]


def test_example_without_anything_right_teaches_nothing() -> None:
    lost = Example((frozenset({"none"}), frozenset({"quote"})), frozenset())
    seen = [example("none", "quote", right=1)] * 3
    assert fit([*seen, lost]) == fit(seen)


def test_features_of_one_act_and_of_words_are_pulled_harder() -> None:
    general, of_act, of_word, of_both = map(penalty_of, ("quote", "deny: quote", "whole noun stau", "deny: of Stau"))
    assert general < of_act == of_word < of_both


def test_mark_is_a_place_or_says_that_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "targets.tsv"
    path.write_text("# comment\ndocument\tannotation\tstart\tend\n17\t3\t10\t14\n17\t4\t\t\n", encoding="utf-8")
    assert read_marks(path) == {"17": {3: 10, 4: None}}
    path.write_text("17\tx\t10\t14\n", encoding="utf-8")
    with pytest.raises(MalformedFile, match="line 1"):
        read_marks(path)
