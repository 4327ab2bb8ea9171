from pathlib import Path

import pytest

from tests.meaning.actors.folders import TARNIEN, folder_of
from wortlaut.errors import InputError
from wortlaut.meaning.actors import load, shipped


def test_the_shipped_list_is_read_once() -> None:
    assert shipped() is shipped()


def test_a_folder_goes_over_the_shipped_list(tmp_path: Path) -> None:
    actors = load(folder_of(tmp_path, TARNIEN))
    assert {"tn.praesident", "de.kanzler"} <= actors.offices.keys()


def test_a_folder_alone_is_all_there_is(tmp_path: Path) -> None:
    assert load(folder_of(tmp_path, TARNIEN), over_shipped=False).places.keys() == {"tn", "tn.velm", "tn.wasserhof"}


def test_later_folders_go_over_earlier_ones(tmp_path: Path) -> None:
    first = folder_of(tmp_path / "a", TARNIEN)
    names = "id|name|family|source\nilka-brons|Ilka Tamm|Tamm|almanach"
    second = folder_of(tmp_path / "b", {"persons.tsv": names})
    assert load(first, second, over_shipped=False).persons["ilka-brons"].name == "Ilka Tamm"


def test_a_fault_names_the_users_file(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, {"persons.tsv": "id|name|family|source\nenno-vait|Enno Vait||a/b"})
    told = str(load(folder).faults[0])
    assert told == f"{folder / 'persons.tsv'}, line 2, column family: '': must not be empty"


def test_a_file_that_is_not_utf8_is_refused_and_the_others_are_kept(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, TARNIEN)
    (folder / "bodies.tsv").write_bytes("id\tname\nGrün".encode("latin-1"))
    actors = load(folder, over_shipped=False)
    assert "is not UTF-8" in actors.faults[0].reason
    assert "ilka-brons" in actors.persons


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is no folder"):
        load(tmp_path / "fehlt")


def test_a_folder_without_any_of_the_files_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none of the files sources\.tsv"):
        load(tmp_path)
