import shutil
from pathlib import Path

import pytest

from tests.reading.plugins import install
from wortlaut.errors import ReaderError, UnknownReader, WeightsDamaged
from wortlaut.reading import InstalledReader, installed, load, shipped
from wortlaut.reading.manifest import WEIGHTS
from wortlaut.types import Provenance


def test_the_shipped_reader_is_called_shipped() -> None:
    assert load("shipped").made_by == shipped().made_by
    assert load("shipped").made_by.reader == "shipped"


@pytest.mark.parametrize("name", ["nobody", "", "no/such/folder", "a\0b"])
def test_unknown_reader_is_named_with_those_that_there_are(name: str) -> None:
    with pytest.raises(UnknownReader, match=r"no folder of weights is called so. There are: .*shipped"):
        load(name)


def test_a_folder_of_weights_is_read_by_the_shipped_reader(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(WEIGHTS, tmp_path / "own"))
    assert load(str(folder)).made_by == shipped().made_by


def test_a_folder_without_weights_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(WeightsDamaged, match=str(tmp_path)):
        load(str(tmp_path))


def test_an_installed_name_goes_before_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "shipped").mkdir()
    assert load("shipped").made_by.reader == "shipped"


def test_readers_of_other_packages_are_listed_with_what_is_wrong_with_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(
        tmp_path,
        monkeypatch,
        "from wortlaut.types import Provenance\n"
        "class Good:\n"
        "    made_by = Provenance('good', 'sha256:0', '1')\n"
        "    def __init__(self, threads): self.threads = threads\n"
        "    def read(self, articles, documents): return []\n"
        "def failing(*, threads): raise OSError('no such model')\n"
        "def nothing(*, threads): return None\n",
        good="Good", failing="failing", nothing="nothing", missing="gone",
    )  # fmt: skip
    assert vars(load("good", threads=3)) == {"threads": 3}
    listed = {each.name: each for each in installed("elsewhere")}
    assert list(listed) == ["failing", "good", "missing", "nothing", "shipped", "elsewhere"]
    assert listed["good"] == InstalledReader("good", "plugged 1.0", Provenance("good", "sha256:0", "1"))
    problems = {name: each.problem.text() for name, each in listed.items() if each.problem}
    assert (
        "The reader 'failing' of the package plugged 1.0 cannot be loaded: OSError: no such model."
        in (problems["failing"])
    )
    assert "AttributeError: " in problems["missing"]
    assert "AttributeError: 'NoneType' object has no attribute 'made_by'" in problems["nothing"]
    assert problems["elsewhere"].startswith("No reader 'elsewhere' is installed")
    with pytest.raises(ReaderError, match="no such model") as caught:
        load("failing")
    assert isinstance(caught.value.__cause__, OSError)
