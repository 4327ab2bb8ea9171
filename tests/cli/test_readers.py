import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.reading.plugins import install
from wortlaut.reading import shipped


def test_the_chosen_reader_is_marked(run: Run) -> None:
    ran = run("readers")
    [line] = [line for line in ran.out.splitlines() if line.startswith("shipped")]
    digest = shipped().made_by.weights.removeprefix("sha256:")
    assert line.endswith("chosen")
    assert digest[:12] in line
    assert (ran.status, ran.err) == (0, "")


def test_json_has_the_provenance_of_each(run: Run) -> None:
    ran = run("readers", "--json")
    [line] = [each for each in map(json.loads, ran.out.splitlines()) if each["name"] == "shipped"]
    made_by, certain = shipped().made_by, line["certain"]
    assert 0.5 < certain["quote"] < 1
    assert 0.5 < certain["speaker"] < 1
    assert line == {
        "version": 1,
        "name": "shipped",
        "package": line["package"],
        "chosen": True,
        "made_by": {"reader": "shipped", "weights": made_by.weights, "version": made_by.version},
        "certain": certain,
        "problem": None,
    }
    assert line["package"].startswith("wortlaut ")


def test_a_reader_that_is_chosen_but_not_there_has_the_status_of_readers(run: Run) -> None:
    ran = run("readers", "--reader", "nobody", "--lang", "de")
    assert ran.status == 4
    assert ran.err.startswith("Fehler: Ein Leser 'nobody' ist nicht installiert")
    assert "gewählt" in ran.out


def test_a_reader_that_cannot_be_loaded_is_listed_beside_the_others(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, "def load(*, threads): raise OSError('no\x1bmodel')\n", odd="load")
    ran = run("readers")
    assert ran.status == 4
    assert [line.split()[0] for line in ran.out.splitlines()[1:]] == ["odd", "shipped"]
    assert ran.err.startswith(
        "Error: The reader 'odd' of the package plugged 1.0 cannot be loaded: OSError: no⟨U+001B⟩"
    )


def test_reading_with_a_reader_that_cannot_be_loaded_is_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from wortlaut.cli import main

    install(tmp_path, monkeypatch, "def load(*, threads): raise OSError('no model')\n", odd="load")
    (tmp_path / "a.txt").write_text("„Eins“, sagte Ada.", "utf-8")
    assert main(["read", "a.txt", "--reader", "odd"]) == 4
    err = capsys.readouterr().err
    assert err.startswith("Error: The reader 'odd' of the package plugged 1.0 cannot be loaded: OSError: no model.")
    assert "Traceback" not in err
