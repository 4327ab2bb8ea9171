import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.test_deciding import tidy


@pytest.fixture
def other(run: Run, record: Path, tmp_path: Path) -> Path:
    """Another record of the same articles, in which one speaker was corrected."""
    path = tmp_path / "other.db"
    shutil.copy(record, path)
    bo = json.loads(run("statements", "--speaker", "Bo", "--db", str(path), "--json").out)["id"]
    assert run("correct", bo, "--no-speaker", "--db", str(path)).status == 0
    return path


def measures(out: str) -> dict[str, Any]:
    return {each["aspect"]: each for each in json.loads(out)["measures"]}


def test_two_records_are_compared(run: Run, record: Path, other: Path) -> None:
    ran = run("agreement", str(other), "--db", str(record))
    lines = tidy(ran.out)
    assert lines[:2] == ["record · other", "in what units alpha 95% interval alike F1"]
    assert lines[3].startswith("words 8 1.00 1.00 to 1.00 1.00 1.00")
    assert ran.err == "Articles compared: 3; left out, as only one reader has them: 0.\n"


def test_only_what_differs_disagrees(run: Run, record: Path, other: Path) -> None:
    found = measures(run("agreement", str(other), "--db", str(record), "--json").out)
    assert {name for name, each in found.items() if each["agreement"] < 1} == {"speaker"}
    [one] = run("agreement", str(other), "--db", str(record), "--json", "--differences").out.splitlines()
    difference = json.loads(one)
    assert (difference["aspect"], difference["second"]["spans"]) == ("speaker", [])


def test_differences_are_listed_in_german(run: Run, record: Path, other: Path) -> None:
    out = run("agreement", str(other), "--db", str(record), "--differences", "--lang", "de").out
    assert tidy(out)[-1].endswith("Sprecher: record 28-30; other nichts")


def test_export_is_compared_with_the_record_it_came_from(run: Run, record: Path, other: Path) -> None:
    run("export", "--db", str(other), "--out", "other.jsonl")
    found = measures(run("agreement", "other.jsonl", "--db", str(record), "--json").out)
    assert {name for name, each in found.items() if each["agreement"] < 1} == {"speaker"}
    assert found["statement"]["units"] == 3


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (b"{}\n", "Error: Line 1 of odd.jsonl is no statement."),
        (b"\xff\xfe\n", "Error: Line 1 of odd.jsonl is no statement."),
        (None, "Error: odd.jsonl cannot be read: No such file or directory."),
    ],
)
def test_file_that_cannot_be_compared_is_named(run: Run, record: Path, written: bytes | None, told: str) -> None:
    if written is not None:
        Path("odd.jsonl").write_bytes(written)
    ran = run("agreement", "odd.jsonl", "--db", str(record))
    assert (ran.status, ran.out, ran.err.startswith(told)) == (2, "", True)


def test_export_of_another_version_is_refused(run: Run, record: Path) -> None:
    lines = run("export", "--db", str(record)).out.replace("Die Deiche sind alt", "Die Teiche sind alt")
    Path("old.jsonl").write_text(lines, "utf-8")
    ran = run("agreement", "old.jsonl", "--db", str(record))
    assert ran.status == 2
    assert ran.err.startswith("Error: Line 1 of old.jsonl quotes words")


def test_one_reader_alone_agrees_with_nobody(run: Run, record: Path) -> None:
    ran = run("agreement", "--db", str(record))
    assert (ran.status, ran.err) == (
        2,
        "Error: Agreement needs two readers or more, there is only 1. Name another coding.\n",
    )


def test_people_are_compared_with_the_reader_where_they_went_through_articles(run: Run, record: Path) -> None:
    bo = json.loads(run("statements", "--speaker", "Bo", "--db", str(record), "--json").out)
    run("correct", bo["id"], "--type", "indirect", "--db", str(record))
    run("complete", bo["article"]["id"], "--db", str(record))
    made = json.loads(run("agreement", "--db", str(record), "--json").out)
    assert (made["readers"], made["articles"], made["left_out"]) == (["toy 1 00", "people"], 1, 2)
    assert {each["aspect"] for each in made["measures"] if each["agreement"] not in (1, None)} == {"type"}


def test_completed_articles_are_exported_to_train_on(run: Run, record: Path) -> None:
    bo = json.loads(run("statements", "--speaker", "Bo", "--db", str(record), "--json").out)
    assert run("export", "--format", "corpus", "--db", str(record)).out == ""
    run("complete", bo["article"]["id"], "--db", str(record), "--by", "Mira")
    ran = run("export", "--format", "corpus", "--db", str(record))
    [line] = ran.out.splitlines()
    made = json.loads(line)
    assert made["originalText"] == "„Die Deiche sind alt“, rief Bo."
    assert [each["quote"]["text"] for each in made["annotations"]] == ["„Die Deiche sind alt“"]
    assert (ran.status, ran.err) == (0, "")


def test_completion_of_a_former_version_teaches_nothing(run: Run, record: Path) -> None:
    bo = json.loads(run("statements", "--speaker", "Bo", "--db", str(record), "--json").out)
    run("complete", bo["article"]["id"], "--db", str(record))
    item = {"id": "2", "text": "„Die Deiche sind alt“, rief Bo. Nachtrag.", "date": "2026-03-04", "source": "Wattbote"}
    Path("new.json").write_text(json.dumps(item), "utf-8")
    run("read", "new.json", "--db", str(record), "--quiet")
    assert run("export", "--format", "corpus", "--db", str(record)).out == ""


def test_only_an_article_can_narrow_the_corpus(run: Run, record: Path) -> None:
    ran = run("export", "--format", "corpus", "--speaker", "Bo", "--db", str(record), "--lang", "de")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Fehler: Die Form `corpus` enthält ganze Artikel")
