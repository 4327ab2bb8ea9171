"""How acts and conditions are judged."""

from pathlib import Path

import pytest

from evaluation.acts import Answer, GoldAct, Judged, read_acts, summary
from evaluation.corpus import MalformedFile
from wortlaut.types import Act


def judged(gold: Act, told: Act | None, *, condition: str | None = None, said: str | None = None) -> Judged:
    return Judged(0, GoldAct("a", 0, gold, condition), None if told is None else Answer(told, said))


def test_accuracy_counts_what_was_found_and_macro_f1_the_acts_with_enough_cases() -> None:
    found = summary(
        [judged(Act.DENY, Act.DENY), judged(Act.DENY, Act.ASK), judged(Act.ASK, Act.ASK), judged(Act.WARN, None)],
        1,
        least=2,
    )
    assert (found.statements, found.found, list(found.f1)) == (4, 3, [Act.DENY])
    assert [found.accuracy, found.macro, found.f1[Act.DENY]] == pytest.approx([2 / 3] * 3)


@pytest.mark.parametrize(
    ("gold", "said", "precision", "recall"),
    [
        ("wenn das Eis bricht", "wenn das Eis bricht", 1.0, 1.0),
        ("wenn das Eis bricht", "wenn das Eis", 1.0, 1.0),
        ("wenn das Eis bricht", "wenn", 0.0, 0.0),
        ("wenn das Eis bricht", None, None, 0.0),
        (None, "wenn das Eis bricht", 0.0, None),
    ],
)
def test_condition_is_found_where_half_of_the_words_are_shared(
    gold: str | None, said: str | None, precision: float | None, recall: float | None
) -> None:
    found = summary([judged(Act.DENY, Act.DENY, condition=gold, said=said)], 1, least=1)
    assert (found.precision, found.recall) == (precision, recall)


def test_condition_of_a_statement_that_was_missed_is_missed() -> None:
    assert summary([judged(Act.DENY, None, condition="falls es regnet")], 1, least=1).recall == 0.0


def test_line_that_is_no_statement_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"doc": "a", "ann": 0, "act": "wish", "condition": null}\n', encoding="utf-8")
    with pytest.raises(MalformedFile, match="line 1: no statement of the gold"):
        read_acts(path)
