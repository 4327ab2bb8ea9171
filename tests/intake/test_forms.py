"""Forms: found by content first and name second, brought in by other packages, and what happens where one fails."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.intake.maps import article
from wortlaut.intake import message, read_bytes
from wortlaut.intake.forms import forms
from wortlaut.settings import Settings
from wortlaut.types import Origin, Reason, Rejected

TEXT = "Die Brücke bleibe gesperrt, sagte Bürgermeisterin Mira Löhn am Dienstag in Örlingen nach der Sitzung."
PAGE = f"<!DOCTYPE html><html><body><article><h1>Brücke</h1><p>{TEXT}</p></article></body></html>"

PLUGIN = """
from wortlaut.intake.articles import Raw, article_of, whole
from wortlaut.intake.decoding import decode
from wortlaut.intake.facts import Facts
from wortlaut.intake.form import Form
from wortlaut.intake.reasons import Refused

def fits(source):
    return source.start.startswith("%TELEX")

def read(source):
    raw = whole(source.stream, source.origin, source.wishes)
    decoded = decode(raw.octets, source.charset)
    if "KAPUTT" in decoded.mapped.text:
        raise ValueError("no such line")
    if "NEIN" in decoded.mapped.text:
        raise Refused("Telex without a number. Ask the sender for it.")
    mapped = decoded.mapped.cut(7, len(decoded.mapped.text)).strip()
    yield article_of(raw, mapped, form="telex", encoding=decoded.encoding, facts=Facts(source="Telexbüro"))

FORM = Form("telex", fits, read, (".tlx",))
"""
ASKING = """
import sys
from wortlaut.intake import message, read
from wortlaut.settings import Settings
for item in read(sys.argv[1:], settings=Settings()):
    form, text, source = (getattr(item, name, None) for name in ("form", "text", "source"))
    print(form or message(item, "de"), "|", text or "", "|", source or "")
"""


@pytest.mark.parametrize("name", ["a.html", "a.txt", "a.json", "a.xml", "a.csv", "a", "a.eml", "a.md"])
def test_content_goes_before_the_name(name: str) -> None:
    item = article(PAGE.encode(), name)
    assert (item.form, item.text) == ("html", TEXT)


def test_the_name_decides_where_the_content_does_not() -> None:
    raw = f"<p>{TEXT}</p>".encode()
    assert [article(raw, name).form for name in ("a.html", "a.md", "a.txt")] == ["html", "markdown", "wire"]


def test_every_form_has_its_own_name() -> None:
    names = [form.name for form in forms()]
    assert len(names) == len(set(names))


@pytest.fixture
def plugin(tmp_path: Path) -> Path:
    """A folder in which a package with a form of its own is installed."""
    (tmp_path / "telex.py").write_text(PLUGIN, "utf-8")
    info = tmp_path / "telex-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: telex\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[wortlaut.forms]\ntelex = telex:FORM\n", "utf-8")
    return tmp_path


def asked(plugin: Path, *texts: str) -> list[str]:
    """What intake gives for files of these texts, with the package installed."""
    paths = []
    for number, text in enumerate(texts):
        path = plugin / f"{number}.txt"
        path.write_text(text, "utf-8")
        paths.append(str(path))
    environment = os.environ | {"PYTHONPATH": str(plugin)}
    command = [sys.executable, "-c", ASKING, *paths]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return [line.replace(f"{plugin}{os.sep}", "") for line in done.stdout.splitlines()]


def test_another_package_can_bring_a_form(plugin: Path) -> None:
    assert asked(plugin, f"%TELEX\n{TEXT}", TEXT) == [f"telex | {TEXT} | Telexbüro", f"text | {TEXT} | "]


def test_a_form_that_fails_refuses_its_file_and_no_other(plugin: Path) -> None:
    failed, refused, taken = asked(plugin, "%TELEX KAPUTT", "%TELEX NEIN", TEXT)
    assert failed.startswith("0.txt: Das Programm ist beim Einlesen als telex gescheitert (ValueError: no such line).")
    assert refused.startswith("1.txt: Telex without a number. Ask the sender for it.")
    assert taken == f"text | {TEXT} | "


def test_a_form_that_cannot_be_loaded_is_named(plugin: Path) -> None:
    (plugin / "telex.py").write_text("FORM = 3\n", "utf-8")
    with pytest.raises(subprocess.CalledProcessError) as failed:
        asked(plugin, TEXT)
    assert "The input form telex of an installed package cannot be used" in failed.value.stderr


def test_an_empty_form_is_said() -> None:
    (item,) = read_bytes(b"<html><body></body></html>", origin=Origin("a.html"), settings=Settings())
    assert isinstance(item, Rejected)
    assert item.why == Reason("page_without_text")
    assert message(item, "de").startswith("a.html: In der Seite wurde kein Artikel gefunden")
