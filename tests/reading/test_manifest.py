import shutil
from pathlib import Path

import pytest

from wortlaut.errors import UnknownReader, WeightsDamaged
from wortlaut.reading import load
from wortlaut.reading.manifest import FILES, WEIGHTS, digest, load_shipped, read_manifest


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WEIGHTS, tmp_path / "weights"))


def test_the_shipped_weights_have_their_digest() -> None:
    assert digest(WEIGHTS) == read_manifest(WEIGHTS).digest


def test_the_shipped_weights_are_at_most_forty_megabytes() -> None:
    assert sum((WEIGHTS / name).stat().st_size for name in FILES) <= 40e6


@pytest.mark.parametrize("name", FILES)
def test_one_changed_byte_in_any_file_is_found(copy: Path, name: str) -> None:
    content = bytearray((copy / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copy / name).write_bytes(content)
    with pytest.raises(WeightsDamaged, match="not as they were made"):
        load_shipped(copy)


@pytest.mark.parametrize("name", [*FILES, "manifest.json"])
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(WeightsDamaged, match=name.replace(".", r"\.")):
        load_shipped(copy)


def test_a_manifest_that_is_no_manifest_is_refused(copy: Path) -> None:
    (copy / "manifest.json").write_text("[]")
    with pytest.raises(WeightsDamaged, match="cannot be read"):
        load_shipped(copy)


def test_a_reader_that_is_not_installed_is_named_with_those_that_are() -> None:
    with pytest.raises(UnknownReader, match=r"'grosse-lupe'.*shipped"):
        load("grosse-lupe")


def test_what_the_shipped_reader_finds_says_what_made_it() -> None:
    made_by = load("shipped").made_by
    assert (made_by.reader, made_by.weights) == ("shipped", f"sha256:{read_manifest(WEIGHTS).digest}")
