import json
from pathlib import Path

import numpy as np
import pytest

from wortlaut.reading.choices import Choices, Leaning, Thresholds, read_choices, write_choices
from wortlaut.reading.confidence import QUOTE_EVIDENCE, SPEAKER_EVIDENCE
from wortlaut.reading.tags import TAGS, begin_tag
from wortlaut.types import Certain, StatementType


def test_choices_are_read_as_they_were_written(tmp_path: Path) -> None:
    choices = Choices(
        Leaning(0.6, 1.5),
        Thresholds(0.3, 0.5, 0.1),
        0.25,
        (1.0,) * QUOTE_EVIDENCE,
        (0.5,) * SPEAKER_EVIDENCE,
        Certain(0.9, 0.8),
    )
    write_choices(choices, tmp_path / "choices.json")
    assert read_choices(tmp_path / "choices.json") == choices


def test_choices_without_what_is_certain_are_read_too(tmp_path: Path) -> None:
    write_choices(Choices(), tmp_path / "choices.json")
    assert read_choices(tmp_path / "choices.json") == Choices()


def test_choices_from_before_there_were_links_leave_them_out(tmp_path: Path) -> None:
    write_choices(Choices(links=0.25), tmp_path / "choices.json")
    values = json.loads((tmp_path / "choices.json").read_text(encoding="utf-8"))
    del values["links"]
    (tmp_path / "choices.json").write_text(json.dumps(values), encoding="utf-8")
    assert read_choices(tmp_path / "choices.json") == Choices()


@pytest.mark.parametrize("wrong", ["[]", "{}", '{"certain": null, "leaning": {"every": 1}}'])
def test_a_file_that_holds_something_else_is_refused(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "choices.json").write_text(wrong, encoding="utf-8")
    with pytest.raises((ValueError, KeyError, TypeError)):
        read_choices(tmp_path / "choices.json")


def test_an_unknown_choice_is_refused(tmp_path: Path) -> None:
    write_choices(Choices(), tmp_path / "choices.json")
    values = json.loads((tmp_path / "choices.json").read_text(encoding="utf-8"))
    values["thresholds"]["speaker"] = 0.1
    (tmp_path / "choices.json").write_text(json.dumps(values), encoding="utf-8")
    with pytest.raises(TypeError):
        read_choices(tmp_path / "choices.json")


def test_weights_of_another_number_are_refused(tmp_path: Path) -> None:
    write_choices(Choices(quote=(1.0, 2.0)), tmp_path / "choices.json")
    with pytest.raises(ValueError, match="'quote' has 2 weights, 14 are needed"):
        read_choices(tmp_path / "choices.json")


def test_a_leaning_is_added_to_the_beginnings_alone() -> None:
    added = Leaning(0.5, 1.0).added_to(np.zeros((2, TAGS, TAGS), np.float32))
    reported = begin_tag(StatementType.REPORTED)
    begins = {begin_tag(kind) for kind in StatementType}
    assert {float(value) for value in added[:, :, reported].ravel()} == {1.5}
    assert {float(value) for tag in begins - {reported} for value in added[:, :, tag].ravel()} == {0.5}
    assert not added[:, :, [tag for tag in range(TAGS) if tag not in begins]].any()
