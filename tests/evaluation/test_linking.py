from hashlib import sha256
from pathlib import Path

import pytest

from evaluation.corpus import MalformedFile
from evaluation.linking import ANSWERS, CASES, aliases, measure, read_cases
from wortlaut.meaning.actors import shipped

# Of 256 and 98. The cases to build with were written with the rules: the floor says that these do what they are to do.
_RIGHT = {"build": 252, "measure": 86}
_DIGEST = "b2667275cdb8a700fae7de5ffded4ad59bd8db758d10bfacf2892c14469b253f"


@pytest.mark.parametrize("part", sorted(_RIGHT))
def test_the_marked_cases_keep_their_floor_and_nothing_is_linked_wrongly(part: str) -> None:
    assert sha256(CASES.read_bytes()).hexdigest() == _DIGEST, "the cases have changed: measure anew"
    answers = measure((case for case in read_cases() if case.part == part), shipped())
    assert answers.right >= _RIGHT[part]
    assert answers.of("different", "same") == answers.of("doubtful", "same") == 0


def test_a_wrong_answer_is_counted_and_told(tmp_path: Path) -> None:
    path = tmp_path / "cases.tsv"
    path.write_text(
        "\t".join("part answer kind name office day other_kind other_name other_office other_day note".split())
        + "\nbuild\tsame\tperson\tErna Beispiel\t\t\tperson\tHubert Muster\t\t\t\n"
        + "build\tdifferent\tperson\tErna Beispiel\t\t2024-01-01\tperson\tHubert Muster\tMinister\t\t\n"
    )
    answers = measure(read_cases(path), shipped())
    assert (answers.right, answers.of("same", "different"), answers.of("different", "different")) == (1, 1, 1)
    assert answers.wrong == ["line 2, same: Erna Beispiel (-) / Hubert Muster (-): different"]


@pytest.mark.parametrize(
    "line",
    [
        "build\tsame\tperson\tErna",
        "late\tsame\tperson\tErna\t\t\tperson\tErna\t\t\t",
        "build\tperhaps\tperson\tErna\t\t\tperson\tErna\t\t\t",
        "build\tsame\tghost\tErna\t\t\tperson\tErna\t\t\t",
        "build\tsame\tperson\tErna\t\t2024-13-01\tperson\tErna\t\t\t",
    ],
)
def test_a_line_that_is_no_case_is_refused_with_its_place(tmp_path: Path, line: str) -> None:
    path = tmp_path / "cases.tsv"
    path.write_text(f"header\n{line}\n")
    with pytest.raises(MalformedFile, match="line 2"):
        list(read_cases(path))


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(MalformedFile, match=r"none\.tsv"):
        list(read_cases(tmp_path / "none.tsv"))


def test_the_cases_have_every_answer() -> None:
    assert {case.right for case in read_cases()} == set(ANSWERS)


def test_the_key_brings_together_more_than_folding_does() -> None:
    found = aliases(shipped())
    assert found.folded < found.romanised
    assert found.romanised + found.doubtful >= 0.8 * found.pairs
