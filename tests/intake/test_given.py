"""Files under other names, and addresses that are no files."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from tests.intake.maps import SETTINGS, in_short
from wortlaut.intake import Facts, Link, Upload, read
from wortlaut.intake.form import Item
from wortlaut.intake.reasons import note
from wortlaut.types import Article, Origin, article_id

FACTS = Facts(title="Der Deich", source="Elbkurier", published=date(2026, 3, 4), url="https://example.org/deich")
LINES = b'{"text": "Eins sagt er."}\n{"text": "Zwei sagt sie."}\n'


def items(given: Sequence[str | Upload | Link]) -> list[Item]:
    return list(read(given, settings=SETTINGS))


def file(folder: Path, raw: bytes) -> Path:
    path = folder / "0001"
    path.write_bytes(raw)
    return path


def test_upload_is_told_of_by_its_own_name_and_has_the_form_of_its_ending(tmp_path: Path) -> None:
    (found,) = items([Upload(file(tmp_path, b"# Kopf\n\nEin Satz."), "bericht.md")])
    assert isinstance(found, Article)
    assert (found.form, found.origin, found.title) == ("markdown", Origin("bericht.md"), "Kopf")


def test_what_is_said_of_a_file_goes_before_what_it_says(tmp_path: Path) -> None:
    raw = b'{"text": "Der Deich.", "title": "Anders", "author": "Ada", "date": "2026-01-02T10:00:00Z"}'
    (found,) = items([Upload(file(tmp_path, raw), "x.json", FACTS)])
    assert isinstance(found, Article)
    told = (found.title, found.source, found.published, found.published_at, found.url, found.author)
    assert told == ("Der Deich", "Elbkurier", date(2026, 3, 4), None, FACTS.url, "Ada")
    assert found.id == article_id(text=found.text, url=FACTS.url, source="Elbkurier", declared_id=None)
    assert (found.raw, found.notes) == (raw, ())


def test_time_of_the_same_day_stays(tmp_path: Path) -> None:
    raw = b'{"text": "Der Deich.", "date": "2026-03-04T10:00:00Z"}'
    (found,) = items([Upload(file(tmp_path, raw), "x.json", FACTS)])
    assert isinstance(found, Article)
    assert (found.published, found.published_at is not None) == (date(2026, 3, 4), True)


def test_what_is_said_of_a_file_of_several_is_not_used_and_noted(tmp_path: Path) -> None:
    found = items([Upload(file(tmp_path, LINES), "x.jsonl", FACTS)])
    assert [(each.title, each.notes) for each in found if isinstance(each, Article)] == [
        (None, (note("given_unused"),))
    ] * 2
    assert len(found) == 2


def test_file_of_which_nothing_is_said_stays_as_it_is(tmp_path: Path) -> None:
    path = file(tmp_path, LINES)
    found = items([Upload(path, str(path))])
    assert found == items([str(path)])


def test_upload_that_cannot_be_read_is_refused_by_its_name(tmp_path: Path) -> None:
    found = items([Upload(tmp_path / "none", "weg.txt", FACTS), Upload(file(tmp_path, b"Da."), "da.txt")])
    assert [(each.origin.path, in_short(each)) for each in found] == [("weg.txt", "(unreadable)"), ("da.txt", "Da.")]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("/etc/hostname", "web_address"),
        ("file:///etc/hostname", "web_scheme"),
        ("-", "web_address"),
        ("*", "web_address"),
        ("http://127.0.0.1/", "web_forbidden"),
        ("http://localhost:8080/", "web_local_name"),
        ("http://[::1]:8765/", "web_port"),
        ("http://169.254.169.254/latest/meta-data/", "web_forbidden"),
    ],
)
def test_link_leads_to_no_file_and_to_no_host_of_the_own_network(written: str, code: str) -> None:
    assert [in_short(each) for each in items([Link(written)])] == [f"({code})"]


def test_link_is_no_file_even_where_one_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "http:" / "127.0.0.1").mkdir(parents=True)
    (tmp_path / "http:" / "127.0.0.1" / "geheim").write_text("Geheim.")
    written = "http://127.0.0.1/geheim"
    assert os.path.lexists(written)
    assert [in_short(each) for each in items([written])] == ["Geheim."]
    assert [in_short(each) for each in items([Link(written)])] == ["(web_forbidden)"]
