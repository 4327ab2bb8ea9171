"""What docs/intake.md promises, where a machine can see it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from wortlaut.intake.forms import forms
from wortlaut.settings import Settings

PAGE = (Path(__file__).parents[2] / "docs" / "intake.md").read_text("utf-8")
ASKING = """
import sys
from wortlaut.intake import message, read
from wortlaut.settings import Settings
for item in read(sys.argv[1:], settings=Settings()):
    values = [getattr(item, name, None) for name in ("form", "text", "source", "declared_id")]
    print(" | ".join(map(str, values)) if values[0] else message(item))
"""


def block(language: str) -> str:
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return str(found)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A folder in which the package of the page is installed."""
    (tmp_path / "telex.py").write_text(block("python"), "utf-8")
    info = tmp_path / "telex-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: telex\nVersion: 1.0\n", "utf-8")
    points = block("toml").replace('[project.entry-points."wortlaut.forms"]', "[wortlaut.forms]").replace('"', "")
    (info / "entry_points.txt").write_text(points, "utf-8")
    return tmp_path


def test_every_form_stands_in_the_table() -> None:
    named = set(re.findall(r"\(`(\w+)`[);,]", PAGE)) | set(re.findall(r" \(`(\w+)`\)", PAGE))
    assert {form.name for form in forms()} - named == set()


def test_every_setting_exists_with_its_value() -> None:
    rows = re.findall(r"^\| `WORTLAUT_(\w+)` \| ([\d,]+)( MiB)? \|", PAGE, re.MULTILINE)
    told = {name.lower(): int(number.replace(",", "")) * (2**20 if unit else 1) for name, number, unit in rows}
    assert len(told) == 9
    assert told == {name: getattr(Settings(), name) for name in told}


def test_the_form_of_the_page_works(package: Path) -> None:
    texts = ("%TELEX 4711/26\r\n„Wir bleiben“, sagte Ada Löhn.\r\n", "%TELEX \nOhne Nummer.", "Ein Text.")
    for number, text in enumerate(texts):
        (package / f"{number}.txt").write_bytes(text.encode())
    command = [sys.executable, "-W", "error", "-c", ASKING, *(f"{number}.txt" for number in range(len(texts)))]
    environment = os.environ | {"PYTHONPATH": str(package)}
    done = subprocess.run(command, cwd=package, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "telex | „Wir bleiben“, sagte Ada Löhn. | Telexbüro | 4711/26",
        "1.txt: The telex has no number. Ask the sender for it.",
        "text | Ein Text. | None | None",
    ]
