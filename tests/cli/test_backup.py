import json
from pathlib import Path

from tests.cli.conftest import Run


def test_backup_prints_its_path_and_can_be_restored(run: Run, record: Path, tmp_path: Path) -> None:
    before = run("statements", "--db", str(record), "--json").out
    ran = run("backup", "copy.db", "--db", str(record))
    assert (ran.status, ran.out, ran.err) == (0, "copy.db\n", f"{record}: backed up and checked.\n")
    run("reject", json.loads(before.splitlines()[0])["id"], "--db", str(record))
    ran = run("restore", "copy.db", "--db", str(record), "--lang", "de")
    assert ran.status == 0
    assert ran.err.splitlines()[0] == f"{record} ist auf dem Stand von copy.db."
    assert ran.err.splitlines()[1].startswith("Was vorher da war, liegt in ")
    assert run("statements", "--db", str(record), "--json").out == before
    assert run("verify", "--db", str(record)).status == 0


def test_only_the_newest_backups_stay_in_a_folder(run: Run, record: Path, tmp_path: Path) -> None:
    made = [run("backup", "copies", "--keep", "2", "--db", str(record)).out.strip() for _ in range(3)]
    assert sorted(path.name for path in (tmp_path / "copies").iterdir()) == [Path(each).name for each in made[1:]]


def test_backup_that_is_none_is_refused(run: Run, record: Path, tmp_path: Path) -> None:
    (tmp_path / "none.db").write_text("nothing", "utf-8")
    before = record.read_bytes()
    assert run("restore", "none.db", "--db", str(record)).status == 3
    assert record.read_bytes() == before


def test_restoring_says_that_what_was_erased_stays_erased(run: Run, record: Path) -> None:
    assert run("backup", "copy.db", "--db", str(record)).status == 0
    run("erase", "--speaker", "Ada", "--yes", "--db", str(record))
    ran = run("restore", "copy.db", "--db", str(record))
    assert ran.err.splitlines()[-1] == "What was erased since the backup is erased in it, too."
    assert run("search", "Deich", "--speaker", "Ada", "--db", str(record), "--json").out == ""
