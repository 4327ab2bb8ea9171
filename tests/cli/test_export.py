import csv
import json
import os
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_json_lines_are_the_default(run: Run, record: Path) -> None:
    ran = run("export", "--db", str(record))
    assert [json.loads(line)["version"] for line in ran.out.splitlines()] == [1, 1, 1]
    assert (ran.status, ran.err) == (0, "")


def test_csv_is_written(run: Run, record: Path) -> None:
    rows = list(csv.DictReader(run("export", "--db", str(record), "--format", "csv").out.splitlines()))
    assert [row["speaker"] for row in rows] == ["Bo", "Ada", ""]


def test_name_of_the_file_tells_the_format(run: Run, record: Path, tmp_path: Path) -> None:
    ran = run("export", "--db", str(record), "--out", "all.CSV")
    assert (ran.out, ran.err) == ("", "Written: all.CSV\n")
    assert (tmp_path / "all.CSV").read_bytes().startswith(b"id,article,published")


def test_file_is_utf_8_with_the_mark_where_asked(run: Run, record: Path, tmp_path: Path) -> None:
    run("export", "--db", str(record), "--out", "all.csv", "--bom")
    raw = (tmp_path / "all.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfid,")
    assert "hält" in raw.decode("utf-8")
    assert raw.count(b"\r\n") == 4


def test_filters_narrow(run: Run, record: Path) -> None:
    assert len(run("export", "--db", str(record), "--speaker", "Ada").out.splitlines()) == 1


def test_file_that_was_there_stays_until_all_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "all.jsonl").write_text("old", "utf-8")
    ran = run("export", "--db", "missing.db", "--out", "all.jsonl")
    assert ran.status == 3
    assert (tmp_path / "all.jsonl").read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["all.jsonl"]


def test_new_file_has_ordinary_rights(run: Run, record: Path, tmp_path: Path) -> None:
    run("export", "--db", str(record), "--out", "all.jsonl")
    (tmp_path / "plain").touch()
    assert stat.S_IMODE(os.stat("all.jsonl").st_mode) == stat.S_IMODE(os.stat("plain").st_mode)


def test_record_is_never_overwritten(run: Run, record: Path, tmp_path: Path) -> None:
    before = record.read_bytes()
    link = tmp_path / "link.jsonl"
    link.symlink_to(record)
    for name in (record, link):
        assert run("export", "--db", str(record), "--out", str(name)).status == 2
    assert record.read_bytes() == before


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full here")
def test_full_disk_is_one_clear_line(run: Run, record: Path) -> None:
    ran = run("export", "--db", str(record), "--out", "/dev/full")
    assert (ran.status, ran.err) == (5, "Error: /dev/full cannot be written: No space left on device.\n")


def test_folder_that_is_missing_is_told_with_the_name_that_was_written(run: Run, record: Path) -> None:
    ran = run("export", "--db", str(record), "--out", "nowhere/all.csv")
    assert (ran.status, ran.err) == (5, "Error: nowhere/all.csv cannot be written: No such file or directory.\n")
