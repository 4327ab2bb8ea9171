import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.test_deciding import tidy


def put(run: Run, record: Path, text: str) -> None:
    Path("new.json").write_text(json.dumps({"id": text, "text": text}), "utf-8")
    assert run("read", "new.json", "--db", str(record), "--quiet").status == 0


def test_search_is_saved_and_tells_what_is_new_once(run: Run, record: Path) -> None:
    ran = run("search", "Deich", "--speaker", "Ada", "--save", "deiche", "--db", str(record))
    assert ran.err == "Saved as deiche. `wortlaut saved deiche` tells what is new from now on.\n"
    assert "*Deich*" in ran.out
    put(run, record, "„Die Deiche brechen“, sagte Ada. „Der Deich“, rief Bo.")
    [listed] = run("saved", "--db", str(record), "--json").out.splitlines()
    told = json.loads(listed)
    assert {key: told[key] for key in ("name", "words", "filters", "sort", "new")} == {
        "name": "deiche",
        "words": "Deich",
        "filters": {"speaker": "Ada"},
        "sort": "rank",
        "new": 1,
    }
    peeked = run("saved", "deiche", "--peek", "--db", str(record), "--json").out
    assert [span["text"] for span in json.loads(peeked)["quote"]] == ["„Die Deiche brechen“"]
    assert run("saved", "deiche", "--db", str(record), "--json").out == peeked
    ran = run("saved", "deiche", "--db", str(record), "--lang", "de")
    assert (ran.status, ran.out, ran.err) == (0, "", "In deiche ist nichts neu.\n")


def test_filters_alone_are_saved_too(run: Run, record: Path) -> None:
    run("statements", "--source", "watt", "--undecided", "--save", "watt", "--db", str(record))
    lines = tidy(run("saved", "--db", str(record)).out)
    assert lines[0] == "name search last seen new"
    assert lines[1].startswith("watt source=watt decided=False 20")


def test_search_is_forgotten(run: Run, record: Path) -> None:
    run("search", "Deich", "--save", "deiche", "--db", str(record))
    assert run("saved", "deiche", "--forget", "--db", str(record)).err == "The search deiche is forgotten.\n"
    assert run("saved", "--db", str(record)).err.startswith("No search is saved.")
    assert run("saved", "deiche", "--db", str(record)).status == 3


def test_name_that_is_taken_is_refused(run: Run, record: Path) -> None:
    run("search", "Deich", "--save", "deiche", "--db", str(record))
    ran = run("search", "alt", "--save", "deiche", "--db", str(record))
    assert (ran.status, ran.out) == (2, "")
