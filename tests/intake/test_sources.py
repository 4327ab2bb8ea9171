"""Files, folders, patterns, standard input: what is read in which order, and what is refused."""

import io
import os
import re
import socket
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.intake.maps import SETTINGS, in_short, refusal
from wortlaut.errors import NothingToRead
from wortlaut.intake import message, read, read_bytes
from wortlaut.settings import Settings
from wortlaut.types import Article, Origin, Reason, Rejected, Stage


def outline(paths: Sequence[str | Path], root: Path) -> list[str]:
    """For each item its path below `root`, with the code of the refusal where it was refused."""
    lines = []
    for item in read([str(path) for path in paths], settings=SETTINGS):
        name = os.path.relpath(item.origin.path, root)
        lines.append(name if isinstance(item, Article) else f"{name} {in_short(item)}")
    return lines


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub" / "deep").mkdir(parents=True)
    (tmp_path / ".hidden").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/deep/d.md", ".hidden/e.txt", ".f.txt", "ä.txt"):
        (tmp_path / name).write_text(f"Text von {name}.", encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_with_all_below_in_order_without_hidden_files(folder: Path) -> None:
    assert outline([folder], folder) == ["a.txt", "b.txt", "ä.txt", "sub/c.txt", "sub/deep/d.md"]


def test_patterns_match_files_and_folders(folder: Path) -> None:
    assert outline([folder / "*.txt"], folder) == ["a.txt", "b.txt", "ä.txt"]
    assert outline([folder / "**" / "*.md"], folder) == ["sub/deep/d.md"]
    assert outline([folder / "s*"], folder) == ["sub/c.txt", "sub/deep/d.md"]
    assert outline([folder / "**"], folder) == ["a.txt", "b.txt", "sub/c.txt", "sub/deep/d.md", "ä.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text("Text.")
    assert outline([tmp_path / "a[1].txt"], tmp_path) == ["a[1].txt"]


def test_paths_that_lead_nowhere_are_refused_in_their_place_and_the_rest_is_read(folder: Path) -> None:
    (folder / "leer").mkdir()
    paths = [folder / "nein.txt", folder / "b.txt", folder / "*.xyz", folder / "leer", folder / "a.txt"]
    expected = ["nein.txt (path_missing)", "b.txt", "*.xyz (path_missing)", "leer (folder_empty)", "a.txt"]
    assert outline(paths, folder) == expected


def test_a_path_that_leads_nowhere_says_so_in_both_languages(folder: Path) -> None:
    missing = str(folder / "nein.txt")
    (_, refused) = read([str(folder / "a.txt"), missing], settings=SETTINGS)
    assert refused == Rejected(
        "There is no such file or folder, and no file matches it as a pattern. Check the spelling.",
        Stage.INTAKE,
        Origin(missing),
        Reason("path_missing"),
    )
    assert message(refused, "de") == (
        f"{missing}: Es gibt keine solche Datei und keinen solchen Ordner, und als Muster passt es auf keine Datei. "
        "Prüfen Sie die Schreibweise."
    )


@pytest.mark.parametrize(
    "path", ["www.bote.example", "bote.de", "www.bote.example/a/b.html", "Bote-am-Fluss.DE:8080/a?b=c", "a.b.org/?x"]
)
def test_an_address_without_its_scheme_is_taken_for_a_path_with_a_hint(path: str) -> None:
    with pytest.raises(NothingToRead, match=r"^There is no file or folder .*\. If it is an address, write https:// in"):
        read([path], settings=SETTINGS)


@pytest.mark.parametrize("path", ["bote.txt", "ordner.de.txt", "a/bote.de", "bote.dem/a.html", "*.de", "www"])
def test_what_is_more_likely_the_name_of_a_file_gets_no_such_hint(path: str) -> None:
    with pytest.raises(NothingToRead, match="Check the spelling"):
        read([path], settings=SETTINGS)


def test_standard_input_beside_a_path_that_leads_nowhere_is_read(tmp_path: Path) -> None:
    found = read([str(tmp_path / "nein.txt"), "-"], settings=SETTINGS, stdin=io.BytesIO(b"Text."))
    assert [item.origin.path for item in found] == [str(tmp_path / "nein.txt"), "-"]


@pytest.mark.parametrize("name", ["nein.txt", "*.xyz", "leer"])
def test_nothing_but_a_path_that_leads_nowhere_is_an_error_that_names_it(tmp_path: Path, name: str) -> None:
    (tmp_path / "leer").mkdir()
    with pytest.raises(NothingToRead, match=re.escape(f"{tmp_path}/{name}")):
        read([str(tmp_path / name)], settings=SETTINGS)


def test_nothing_but_paths_that_lead_nowhere_is_an_error_that_names_the_first_five() -> None:
    with pytest.raises(NothingToRead, match=r"leads to a file: 0\.no, 1\.no, 2\.no, 3\.no, 4\.no, …\. Check"):
        read([f"{number}.no" for number in range(6)], settings=SETTINGS)
    with pytest.raises(NothingToRead, match=r"leads to a file: a\.no, b\.no\. Check"):
        read(["a.no", "b.no"], settings=SETTINGS)


def test_standard_input_is_read_where_a_hyphen_stands() -> None:
    (item,) = read(["-"], settings=SETTINGS, stdin=io.BytesIO("Grüße.".encode()))
    assert isinstance(item, Article)
    assert (item.text, item.origin) == ("Grüße.", Origin("-"))


def test_links_pipes_and_what_cannot_be_opened_are_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "b.txt").symlink_to("nowhere")
    (tmp_path / "c.txt").symlink_to("a.txt")
    (tmp_path / "circle").symlink_to("circle")
    (tmp_path / "loop").symlink_to(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "d.sock"))
    refused = ("b.txt (unreadable)", "c.txt", "circle (unreadable)", "d.sock (unreadable)")
    assert outline([tmp_path], tmp_path) == ["a.txt", *refused]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "a.txt").chmod(0)
    (item,) = read([str(tmp_path / "a.txt")], settings=SETTINGS)
    assert isinstance(item, Rejected)
    assert item.why == Reason("unreadable", (("problem", "EACCES"),))


def test_a_file_whose_name_is_no_utf_8_has_an_origin_that_can_be_shown(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/gr\xfcn.txt"
    try:
        with open(path, "wb") as file:
            file.write(b"Text.")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (item,) = read([str(tmp_path)], settings=SETTINGS)
    assert item.origin.path == f"{tmp_path}/gr\ufffdn.txt"


class Failing(io.RawIOBase):
    """A file whose disk fails after the first bytes."""

    def __init__(self, first: bytes) -> None:
        self._left = [first] if first else []

    def read(self, size: int = -1, /) -> bytes:
        if self._left:
            return self._left.pop()
        raise OSError(5, "Input/output error")


@pytest.mark.parametrize(
    ("first", "texts"),
    [(b'{"text": "Eins."}\n{"text": "Zwei."}\n{"te', ["Eins.", "Zwei."]), (b"Ein Text", []), (b"", [])],
)
def test_a_disk_that_fails_is_said_and_what_came_before_is_kept(first: bytes, texts: list[str]) -> None:
    *kept, last = read(["-"], settings=SETTINGS, stdin=Failing(first))  # type: ignore[arg-type]  # only `read` is used
    assert [item.text for item in kept if isinstance(item, Article)] == texts
    assert isinstance(last, Rejected)
    assert last.why == Reason("unreadable", (("problem", "EIO"),))


def refusals(raw: bytes, **limits: int) -> list[Rejected]:
    found = read_bytes(raw, origin=Origin("x"), settings=Settings.model_validate(limits))
    return [item for item in found if isinstance(item, Rejected)]


# Sizes and kinds


def test_an_item_that_is_too_large_is_refused_and_its_neighbours_are_kept() -> None:
    raws = (
        b"Ein langer Text.",
        b'[{"text": "Ein langer Text."}, {"text": "k"}]',
        b'{"text": "Ein langer Text."}\n{"text": "k"}\n',
    )
    why = [Reason("too_large", (("size", size), ("limit", "15"))) for size in ("16", "28", "28")]
    assert [[item.why for item in refusals(raw, max_item_bytes=15)] for raw in raws] == [[each] for each in why]


def test_a_line_far_longer_than_allowed_is_passed_over() -> None:
    raw = b'{"text": "a"}\n{"text": "' + b"b" * 2_000_000 + b'"}\n{"text": "c"}'
    found = list(read_bytes(raw, origin=Origin("x.jsonl"), settings=Settings(max_item_bytes=100)))
    assert [(item.origin.record, item.origin.line, isinstance(item, Article)) for item in found] == [
        (1, 1, True),
        (2, 2, False),
        (3, 3, True),
    ]


def test_a_json_file_larger_than_can_be_held_is_refused() -> None:
    (item,) = refusals(b'[{"text": "Eins."}]', max_file_bytes=10)
    assert item.why == Reason("file_too_large", (("limit", "10"),))


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n..", "PNG"), (b"\xff\xd8\xff\xe0", "JPEG"), (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OLE"), (b"SQLite format 3\0", "SQLite"), (b"Rar!\x1a\x07", "RAR"),
    ],
)  # fmt: skip
def test_binary_files_are_refused_by_name(raw: bytes, kind: str) -> None:
    assert refusal(raw, "a.txt").reason.startswith(f"This is {kind}")


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty"),
        (b"  \n", "empty_text"),
        (b"<br><br>", "empty_text"),
        (b"12. 3. 24!", "no_letters"),
        (b"\xef\xbb\xbf", "empty_text"),
    ],
)
def test_files_without_words_are_refused(raw: bytes, code: str) -> None:
    found = refusal(raw, "a.txt").why
    assert found is not None
    assert found.code == code
