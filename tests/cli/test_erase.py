import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_deciding import tidy


def ids(run: Run, record: Path) -> list[str]:
    return [json.loads(line)["id"] for line in run("statements", "--db", str(record), "--json").out.splitlines()]


def answer(monkeypatch: pytest.MonkeyPatch, written: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(written)))


def test_statements_of_a_speaker_are_erased_after_the_answer(
    run: Run, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, b"ja\n")
    ran = run("erase", "--speaker", "bo", "--db", str(record), "--by", "Mira", "--lang", "de")
    assert "„Die Deiche sind alt“" in ran.out
    assert ran.out.endswith("Artikel 0, Aussagen 1. Ist das gemeint, schreiben Sie ja: ")
    assert ran.err.splitlines() == [
        "Gelöscht: Artikel 0, Aussagen 1 (Einträge des Verlaufs: 1).",
        "Frühere Sicherungen, Ausgaben und Kopien haben es noch: Kümmern Sie sich selbst darum.",
    ]
    assert "Deiche" not in run("export", "--db", str(record)).out
    assert b"Die Deiche sind alt" not in record.read_bytes()
    assert run("verify", "--db", str(record)).status == 0


@pytest.mark.parametrize("written", [b"y\n", b"no\n", b""])
def test_nothing_is_erased_without_the_word(
    run: Run, record: Path, monkeypatch: pytest.MonkeyPatch, written: bytes
) -> None:
    before = ids(run, record)
    answer(monkeypatch, written)
    ran = run("erase", before[0], "--db", str(record))
    assert (ran.status, ran.err) == (0, "Nothing was erased.\n")
    assert ids(run, record) == before


def test_erased_article_stays_out(run: Run, record: Path, items: Path) -> None:
    article = json.loads(run("statements", "--speaker", "Ada", "--db", str(record), "--json").out)["article"]["id"]
    ran = run("erase", article[:9], "--yes", "--db", str(record), "--why", "Anspruch", "--by", "Mira")
    assert tidy(ran.out) == [f"{article} Streit um den Deich · 2026-01-02 · Elbkurier"]
    ran = run("read", str(items), "--db", str(record), "--quiet")
    assert ran.status == 1
    assert ran.err.splitlines()[0].endswith("A person erased this item from the record; it stays out.")
    assert ran.err.splitlines()[1].startswith("3 read = 0 stored + 2 unchanged + 1 rejected")
    assert run("show", article, "--db", str(record)).status == 3


def test_erased_words_stay_out(run: Run, record: Path, items: Path) -> None:
    bo = json.loads(run("statements", "--speaker", "Bo", "--db", str(record), "--json").out)["id"]
    run("erase", bo, "--yes", "--db", str(record))
    assert run("read", str(items), "--db", str(record), "--quiet").status == 0
    assert "Deiche sind" not in run("export", "--db", str(record)).out


def test_entry_of_erased_decision_is_a_stone(run: Run, record: Path) -> None:
    bo = json.loads(run("statements", "--speaker", "Bo", "--db", str(record), "--json").out)["id"]
    run("correct", bo, "--speaker", "Bo", "--type", "indirect", "--db", str(record))
    run("erase", bo, "--yes", "--db", str(record))
    assert tidy(run("history", "--db", str(record)).out)[0] == "1 erased by entry 2"
    first = json.loads(run("history", "--db", str(record), "--json").out.splitlines()[0])
    assert (first["by"], first["values"], first["erased_by"]) == (None, None, 2)


def test_nothing_to_erase_is_told(run: Run, record: Path) -> None:
    ran = run("erase", "--speaker", "Nobody", "--yes", "--db", str(record))
    assert (ran.status, ran.out, ran.err) == (0, "", "There is nothing to erase.\n")
    assert run("erase", "--db", str(record)).status == 2
