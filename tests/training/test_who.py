"""Fitting the choice among those who may be meant."""

from pathlib import Path

import numpy as np
import pytest

from evaluation.corpus import CorpusDocument, MalformedFile
from evaluation.gold import GoldStatement
from evaluation.who import GoldWho
from training.who import CHOSEN, Example, believed, fit, lines_of, read_marks
from wortlaut.meaning.who.choosing import shipped_weights, weights_of
from wortlaut.meaning.who.evidence import FEATURES
from wortlaut.meaning.who.explicit import Way
from wortlaut.types import PartyKind

DEICH = CorpusDocument("17 - Deich (2025-11-27)", "Text", (), (), ())


def example(right: int, **features: float) -> Example:
    """A choice of two, of which the first one has the features."""
    rows_CX = np.zeros((2, len(FEATURES)))
    for name, value in features.items():
        rows_CX[0, FEATURES.index(name)] = value
    return Example(Way.PRONOUN, "a", rows_CX, right)


def test_feature_of_the_right_ones_gets_heavier() -> None:
    fitted = fit([example(0, person=1.0)] * 20)
    place = FEATURES.index("person")
    assert fitted.of[Way.PRONOUN][place] > believed().of[Way.PRONOUN][place]


def test_nobody_gets_likelier_where_nobody_is_right() -> None:
    assert fit([example(-1, person=1.0)] * 20).nobody[Way.PRONOUN] > believed().nobody[Way.PRONOUN]


def test_without_examples_everything_stays_as_believed() -> None:
    assert fit([]) == believed()


def test_weights_come_back_from_their_lines() -> None:
    fitted = fit([example(0, person=1.0)] * 3)
    again = weights_of(lines_of(fitted))
    assert again.of[Way.PRONOUN] == pytest.approx(fitted.of[Way.PRONOUN], abs=0.001)
    assert again.least == fitted.least


def test_shipped_weights_are_there_for_every_choice() -> None:
    shipped = shipped_weights()
    assert {way: len(shipped.of[way]) for way in CHOSEN} == dict.fromkeys(CHOSEN, len(FEATURES))
    assert set(shipped.least) == set(CHOSEN)


def test_marks_name_documents_by_their_number(tmp_path: Path) -> None:
    marks = tmp_path / "who.tsv"
    marks.write_text(
        "# document, annotation, kind, name\n17\t2\tperson\tJan Reeder\n17\t3\tunknown\n", encoding="utf-8"
    )
    assert read_marks(marks, [DEICH]) == (
        GoldStatement(DEICH.name, 2, GoldWho(PartyKind.PERSON, "Jan Reeder", None)),
        GoldStatement(DEICH.name, 3, GoldWho(PartyKind.UNKNOWN, None, None)),
    )


def test_mark_in_a_document_that_the_corpus_lacks_is_refused(tmp_path: Path) -> None:
    marks = tmp_path / "who.tsv"
    marks.write_text("18\t0\tunknown\n", encoding="utf-8")
    with pytest.raises(MalformedFile, match=r"who\.tsv, line 1: no statement of the corpus"):
        read_marks(marks, [DEICH])
