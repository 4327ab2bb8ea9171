import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_sound_record_is_fine(run: Run, record: Path) -> None:
    ran = run("verify", "--db", str(record))
    assert (ran.status, ran.out, ran.err) == (0, "", f"{record}: all is as it should be.\n")


@pytest.mark.parametrize(("language", "word"), [("en", "problems"), ("de", "Fehler")])
def test_damage_is_listed_and_told_by_the_status(run: Run, record: Path, language: str, word: str) -> None:
    connection = sqlite3.connect(record)
    connection.execute("UPDATE article_version SET title = 'Gefälscht' WHERE title IS NOT NULL")
    connection.commit()
    connection.close()
    ran = run("verify", "--db", str(record), "--lang", language)
    assert ran.status == 1
    assert ran.out.startswith("text a")
    assert f" {word}." in ran.err


def test_file_of_another_program_is_an_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "other.db").write_text("not a record", "utf-8")
    ran = run("verify", "--db", "other.db")
    assert (ran.status, ran.out) == (3, "")
    assert (tmp_path / "other.db").read_text("utf-8") == "not a record"


@pytest.mark.parametrize("head", ["", "1", "1 abc", "x " + "0" * 64, "1 " + "G" * 64])
def test_what_can_be_no_head_is_no_sign_of_tampering(run: Run, record: Path, head: str) -> None:
    ran = run("verify", "--head", head, "--db", str(record))
    assert (ran.status, ran.out) == (2, "")
    assert "is no end of a history: write number and digest" in ran.err
