"""How targets are judged."""

import json
from pathlib import Path

import pytest

from evaluation.corpus import MalformedFile
from evaluation.targets import GoldTarget, Judged, figures, read_targets, same_target
from wortlaut.types import Act


@pytest.mark.parametrize(
    ("gold", "told", "is_same"),
    [
        ("Karla Adler", "Karla Adler", True),
        ("Karla Adler", "Adler", False),  # a name counts in full
        ("Rat", "der Rat", True),
        ("Rat", "Stadtrat", False),
        ("der Stellenabbau", "der geplante Stellenabbau bei der Post", True),  # of things the noun counts
        ("die Vorwürfe", "der Vorwurf", True),
        ("der Stellenabbau", "die Post", False),
    ],
)
def test_names_count_in_full_and_things_by_their_noun(gold: str, told: str, is_same: bool) -> None:
    assert same_target(gold, told) is is_same


def gold(target: str | None, act: Act = Act.ACCUSE) -> GoldTarget:
    return GoldTarget("a", 0, act, target)


def test_figures_tell_right_silent_and_what_is_given_without_need() -> None:
    judged = [
        Judged(0, gold("Rat"), "Rat", 0.8),
        Judged(0, gold("der Stau"), "der lange Stau", 0.6),
        Judged(1, gold("Karla Adler"), "Rat", 0.4),
        Judged(1, gold("Karla Adler", Act.DENY), None, 0.0),
        Judged(1, gold(None), "Rat", 0.9),
        Judged(1, gold(None), None, 0.0),
    ]
    found = figures(judged, 2)
    assert (found.targets, found.right, found.strict, found.silent) == (4, 2, 1, 1)
    assert (found.without, found.given) == (2, 1)
    assert found.by_act == {Act.ACCUSE: (2, 3), Act.DENY: (0, 1)}
    assert found.sure == {0.3: (2, 4), 0.5: (2, 3), 0.7: (1, 2)}


def test_gold_that_lacks_a_target_key_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    row = {"doc": "a", "ann": 3, "act": "deny", "target": "Rat"}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert read_targets(path) == (GoldTarget("a", 3, Act.DENY, "Rat"),)
    path.write_text(json.dumps(row) + "\n" + json.dumps({"doc": "a"}) + "\n", encoding="utf-8")
    with pytest.raises(MalformedFile, match="line 2"):
        read_targets(path)
