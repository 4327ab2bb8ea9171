import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import ITEMS, Run
from tests.cli.test_deciding import tidy


@pytest.fixture
def article(run: Run, record: Path, tmp_path: Path) -> str:
    """The id of the first item, which came in a second time with other words."""
    text = str(ITEMS[0]["text"]).replace("nicht lange", "nicht mehr lange").replace("Ende", "„Neu“, rief Cleo")
    (tmp_path / "new.json").write_text(json.dumps(ITEMS[0] | {"text": text}), "utf-8")
    assert run("read", "new.json", "--db", str(record), "--quiet").status == 0
    found = json.loads(run("statements", "--db", str(record), "--speaker", "Ada", "--json").out)
    return str(found["article"]["id"])


def test_versions_tell_what_became_of_the_statements(run: Run, record: Path, article: str) -> None:
    ran = run("versions", article[:8], "--db", str(record))
    lines = tidy(ran.out)
    ids = {each["quote"][0]["text"]: each["id"][:9] for each in shown(run, record, article)}
    outer, inner, new = ids["„Der Deich hält ‚noch‘“"], ids["‚noch‘"], ids["„Neu“"]
    assert lines == [
        f"1 {article} Streit um den Deich · 2026-01-02 · Elbkurier",
        "statements: 2",
        f"2 {article} Streit um den Deich · 2026-01-02 · Elbkurier · current version",
        f"~ reworded {outer} „Der Deich hält ‚noch‘“ […] „aber nicht lange.“",
        f"→ {outer} „Der Deich hält ‚noch‘“ […] „aber nicht mehr lange.“",
        f"= kept {inner} ‚noch‘",
        f"+ added {new} „Neu“",
    ]
    assert (ran.status, ran.err) == (0, "")


def shown(run: Run, record: Path, article: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("show", article, "--db", str(record), "--json").out.splitlines()]


def test_versions_speak_german(run: Run, record: Path, article: str) -> None:
    lines = tidy(run("versions", article, "--db", str(record), "--lang", "de").out)
    assert lines[1] == "Aussagen: 2"
    assert lines[2].endswith("gültige Fassung")
    assert [line.split()[1] for line in lines[3:] if line[0] in "~=+-"] == ["anders", "geblieben", "neu"]
