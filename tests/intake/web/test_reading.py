"""Addresses as paths: read as files are, beside them, and never where only paths are given."""

import gzip
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.intake.web.server import HTML, Answer, Server, fetcher_for
from wortlaut.intake import message, read
from wortlaut.intake.form import Item
from wortlaut.settings import Settings
from wortlaut.types import Article, Origin, Rejected, article_id

TEXT = "„Der Deich hält“, sagte Ada am Montag in Ostersiel. "
PAGE = (
    "<!DOCTYPE html><html><head><title>Deich</title>{head}</head>"
    "<body><article><h1>Deich</h1>{text}</article></body></html>"
)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


def page(head: str = "") -> str:
    return PAGE.format(head=head, text=f"<p>{TEXT * 8}</p><p>{TEXT * 8}</p>")


def items(*paths: str, stdin: bytes | None = None) -> list[Item]:
    given = None if stdin is None else io.BytesIO(stdin)
    return list(read(paths, settings=Settings(), stdin=given, fetcher=fetcher_for()))


def article(*paths: str) -> Article:
    [item] = items(*paths)
    assert isinstance(item, Article), item
    return item


def test_a_page_has_its_address_and_its_bytes_as_they_came(server: Server) -> None:
    raw = page().encode()
    address = server.put("/deich", Answer(body=gzip.compress(raw), headers={**HTML, "Content-Encoding": "gzip"}))
    found = article(address)
    assert (found.form, found.title, found.url, found.origin, found.raw) == (
        "html",
        "Deich",
        address,
        Origin(address),
        raw,
    )
    assert found.text.startswith("„Der Deich hält“")


def test_a_page_that_names_its_own_address_has_that(server: Server) -> None:
    canonical = server.at("/deich")
    raw = page(f'<link rel="canonical" href="{canonical}">').encode()
    assert article(server.put("/deich?a=b", Answer(body=raw, headers=HTML))).url == canonical


def test_the_address_after_redirects_is_the_articles_and_the_one_that_was_asked_its_origin(server: Server) -> None:
    target = server.put("/deich", Answer(body=page().encode(), headers=HTML))
    asked = server.put("/kurz", Answer(302, headers={"Location": "/deich"}))
    found = article(asked)
    assert (found.url, found.origin.path) == (target, asked)


def test_the_encoding_that_the_transport_names_counts(server: Server) -> None:
    raw = page().encode("iso-8859-15", "xmlcharrefreplace").replace("hält".encode("iso-8859-15"), b"kostet 3 \xa4")
    headers = {"Content-Type": "text/html; charset=ISO-8859-15"}
    assert article(server.put("/a", Answer(body=raw, headers=headers))).text.startswith("„Der Deich kostet 3 €“")


def test_one_text_that_names_no_address_has_the_one_it_came_from(server: Server) -> None:
    address = server.put("/deich.txt", Answer(body=TEXT.encode(), headers={"Content-Type": "text/plain"}))
    found = article(address)
    assert (found.form, found.url) == ("text", address)
    assert found.id == article_id(text=found.text, url=address, source=None, declared_id=None)


def test_records_of_a_file_do_not_share_its_address(server: Server) -> None:
    lines = "".join(json.dumps({"text": f"Satz {number}."}) + "\n" for number in (1, 2))
    found = items(server.put("/a.jsonl", Answer(body=lines.encode())))
    assert [(each.url, each.origin.record) for each in found if isinstance(each, Article)] == [(None, 1), (None, 2)]
    single = article(server.put("/b.jsonl", Answer(body=b'{"text": "Satz 1."}\n')))
    assert (single.url, single.origin.record) == (None, 1)


def test_an_archive_is_read_as_a_file_would_be(server: Server) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("a", "b"):
            archive.writestr(f"{name}.txt", f"Text von {name}.")
    address = server.put("/alle.zip", Answer(body=held.getvalue()))
    assert [each.origin.path for each in items(address)] == [f"{address}!/a.txt", f"{address}!/b.txt"]


def test_addresses_stand_beside_files_and_standard_input_in_their_order(server: Server, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Aus einer Datei.", "utf-8")
    address = server.put("/b.txt", Answer(body=b"Aus dem Netz."))
    missing = server.at("/c.txt")
    found = items("-", address, str(tmp_path / "a.txt"), missing, stdin=b"Aus der Eingabe.")
    assert [each.origin.path for each in found] == ["-", address, str(tmp_path / "a.txt"), missing]
    assert [isinstance(each, Article) for each in found] == [True, True, True, False]


def test_what_cannot_be_had_is_refused_with_its_address_and_what_to_do(server: Server) -> None:
    [refused] = items(server.at("/nichts"))
    assert isinstance(refused, Rejected)
    assert message(refused) == (
        f"{server.at('/nichts')}: There is nothing at {server.at('/nichts')} (status 404). "
        "Check the spelling; it may have been taken away."
    )


def test_other_schemes_are_refused_not_sought_as_files() -> None:
    with Server() as server:
        nobody = server.at("/")
    found = items("ftp://elbkurier.example/a", "https://a@b.example/", nobody)
    assert [each.why.code for each in found if isinstance(each, Rejected) and each.why is not None] == [
        "web_scheme", "web_userinfo", "web_unreachable"
    ]  # fmt: skip


def test_a_file_whose_path_looks_like_an_address_is_that_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("https:/elbkurier.example").mkdir(parents=True)
    Path("https:/elbkurier.example/a.txt").write_text("Aus einer Datei.", "utf-8")
    assert article("https://elbkurier.example/a.txt").text == "Aus einer Datei."


def test_local_paths_never_touch_the_network_nor_load_what_could(tmp_path: Path) -> None:
    """A page full of addresses, a feed and a text are read in a process that ends at the first use of a socket."""
    (tmp_path / "a.html").write_text(page('<link rel="stylesheet" href="http://127.0.0.1/a.css">'), "utf-8")
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    program = (
        "import os, sys\n"
        "sys.addaudithook(lambda event, _: os._exit(99) if event.startswith('socket.') else None)\n"
        "from wortlaut.intake import read\n"
        "from wortlaut.settings import Settings\n"
        "print(len(list(read(sys.argv[1:], settings=Settings()))), 'httpcore' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env=dict(os.environ),
    )
    assert (done.returncode, done.stdout) == (0, "2 False\n"), done.stderr
