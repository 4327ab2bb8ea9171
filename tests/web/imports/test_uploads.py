import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from secrets import token_hex
from tempfile import gettempdir
from typing import BinaryIO

import pytest

from wortlaut.intake import Facts, Link, Upload
from wortlaut.web.imports.job import Kind
from wortlaut.web.imports.uploads import Sent, sent_addresses, sent_files, sent_text, shown_name

HOSTILE = ["../../etc/passwd", "..", ".", "/etc/passwd", "C:\\win.ini", "a\0b", "-", "", "a/", "x\u202egpj.exe"]


def lying(sent: Sent) -> list[bytes]:
    """The bytes of the files, in order."""
    return [each.path.read_bytes() for each in sent.sources if isinstance(each, Upload)]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\fakepath\\bericht.pdf", "bericht.pdf"),
        ("", "?"),
        ("ordner/", "?"),
        ("a\0b\n.txt", "a\ufffdb .txt"),
        ("x\u202egpj.exe", "x⟨U+202E⟩gpj.exe"),
        ("ä" * 200 + ".jsonl", "ä" * 99 + "…" + "ä" * 14 + ".jsonl"),
    ],
)
def test_name_is_told_without_folders_and_hidden_characters(given: str, shown: str) -> None:
    assert shown_name(given) == shown


def test_files_lie_under_numbers_in_a_folder_of_their_own() -> None:
    sent = sent_files((name, io.BytesIO(name.encode())) for name in HOSTILE)
    assert sent.folder is not None
    folder = Path(sent.folder.name)
    assert sorted(each.name for each in folder.iterdir()) == [f"{number:04}" for number in range(1, len(HOSTILE) + 1)]
    assert folder.stat().st_mode & 0o077 == 0
    assert lying(sent) == [name.encode() for name in HOSTILE]
    assert sent.sizes == tuple(len(name.encode()) for name in HOSTILE)
    sent.remove()
    assert not folder.exists()


def test_files_of_one_name_are_told_apart() -> None:
    sent = sent_files((name, io.BytesIO()) for name in ("a.txt", "b/a.txt", "a.txt", "a", "c/a", ".a", ".a"))
    assert sent.names == ("a.txt", "a (2).txt", "a (3).txt", "a", "a (2)", ".a", ".a (2)")
    sent.remove()


def test_folder_goes_where_a_file_cannot_be_copied() -> None:
    folders: list[Path] = []

    def given() -> Iterator[tuple[str, BinaryIO]]:
        mark = token_hex().encode()
        yield "a.txt", io.BytesIO(mark)
        folders.extend(each.parent for each in Path(gettempdir()).glob("wortlaut-*/0001") if holds(each, mark))
        closed = io.BytesIO()
        closed.close()
        yield "b.txt", closed

    with pytest.raises(ValueError, match="closed"):
        sent_files(given())
    assert [each.exists() for each in folders] == [False]


def holds(path: Path, mark: bytes) -> bool:
    """Whether these are the bytes of the file; not of one that another test took away meanwhile."""
    try:
        return path.read_bytes() == mark
    except OSError:
        return False


def test_text_keeps_its_ends_of_lines_and_what_is_known_of_it() -> None:
    facts = Facts(title="Titel", published=date(2026, 3, 4))
    sent = sent_text("Eins\r\nzwei\nä\ud800", "eingefügt", facts)
    (upload,) = sent.sources
    assert isinstance(upload, Upload)
    assert (upload.name, upload.facts) == ("eingefügt", facts)
    assert lying(sent) == ["Eins\nzwei\nä\ufffd".encode()]
    assert (sent.kind, sent.names, sent.sizes) == (Kind.TEXT, ("Titel",), (15,))
    sent.remove()


def test_addresses_are_links_and_stand_once() -> None:
    sent = sent_addresses(
        ["https://a.example/x", "a.example/x", "b.example", "https://b.example", "file:///etc/passwd"]
    )
    names = ("https://a.example/x", "https://b.example", "file:///etc/passwd")
    assert sent == Sent(Kind.ADDRESSES, tuple(map(Link, names)), names, (0, 0, 0))
    sent.remove()
