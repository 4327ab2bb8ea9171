"""ZIP archives: members in every method, names, what is refused, damage, and cut ends."""

import io
import os
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from tests.generated.archives import zip_of
from tests.intake.maps import SETTINGS, article, in_short, refusal, taken
from wortlaut.intake import read
from wortlaut.types import Origin

FILES = [
    ("a.txt", b"Ein Text."),
    ("sub/b.md", b"Noch **ein** Text."),
    ("c.jsonl", b'{"text": "Eins."}\n{"text": "Zwei."}\n'),
]
TEXTS = ["Ein Text.", "Noch ein Text.", "Eins.", "Zwei."]


def found(raw: bytes, name: str = "a.zip") -> list[str]:
    """For each item its place behind the archive's name, and its text or code."""
    return [f"{item.origin.path.removeprefix(name)}: {in_short(item)}" for item in taken(raw, name)]


def texts(raw: bytes) -> list[str]:
    return [in_short(item) for item in taken(raw, "a.zip")]


def with_info(info: zipfile.ZipInfo, raw: bytes = b"Ein Text.") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(info, raw)
        archive.writestr("gut.txt", "Guter Text.")
    return out.getvalue()


@pytest.mark.parametrize("one_way", [False, True])
@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_members_are_read_in_whatever_form_they_have(method: int, one_way: bool) -> None:
    assert found(zip_of(FILES, method=method, one_way=one_way)) == [
        "!/a.txt: Ein Text.",
        "!/sub/b.md: Noch ein Text.",
        "!/c.jsonl: Eins.",
        "!/c.jsonl: Zwei.",
    ]


def test_the_origin_names_the_member_and_the_raw_bytes_are_its_own() -> None:
    item = article(zip_of([("ö/a.txt", b"Ein Text.")]), "x.zip")
    assert (item.origin, item.raw) == (Origin("x.zip!/ö/a.txt"), b"Ein Text.")


def test_an_archive_on_the_disk_is_read_as_one_from_standard_input(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zip_of(FILES))
    on_disk = [in_short(item) for item in read([str(path)], settings=SETTINGS)]
    readable, writable = os.pipe()
    os.write(writable, zip_of(FILES))
    os.close(writable)
    with open(readable, "rb") as pipe:
        assert (on_disk, [in_short(item) for item in read(["-"], settings=SETTINGS, stdin=pipe)]) == (TEXTS, TEXTS)


def test_archives_in_archives_are_read() -> None:
    inner = zip_of([("c.zip", zip_of(FILES[:1]))], method=zipfile.ZIP_STORED)
    assert found(zip_of([("b.zip", inner), *FILES[1:2]])) == [
        "!/b.zip!/c.zip!/a.txt: Ein Text.",
        "!/sub/b.md: Noch ein Text.",
    ]


def test_something_before_the_archive_in_the_first_member_or_a_comment_behind_is_no_fault() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.comment = b"PK\x05\x06 ist ein Zeichen"
        archive.writestr("a.txt", "Ein Text.")
    assert texts(out.getvalue()) == ["Ein Text."]


def test_a_zip64_archive_is_read() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, archive.open("a.txt", "w", force_zip64=True) as member:
        member.write(b"Ein Text.")
    assert texts(out.getvalue()) == ["Ein Text."]


@pytest.mark.parametrize("name", ["/etc/a.txt", "../a.txt", "b/../../a.txt", "C:\\a.txt", "\\\\server\\a.txt"])
def test_a_name_that_leads_out_is_refused_and_the_others_are_kept(name: str) -> None:
    info = zipfile.ZipInfo("x")
    info.filename = name
    assert texts(with_info(info)) == ["(member_unsafe)", "Guter Text."]


@pytest.mark.parametrize("name", ["__MACOSX/._a.txt", ".DS_Store", "b/.git/a.txt", "b/"])
def test_hidden_files_and_folders_are_left_out_as_in_folders(name: str) -> None:
    assert texts(with_info(zipfile.ZipInfo(name), b"" if name == "b/" else b"Text.")) == ["Guter Text."]


def test_links_are_not_followed_and_empty_files_are_counted() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(5):
            link = zipfile.ZipInfo(f"l{number}")
            link.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(link, "/etc/passwd")
        archive.writestr("leer.txt", "")
    links, empty = taken(out.getvalue(), "a.zip")
    assert (str(links), str(empty)) == (
        "a.zip: Links in the archive that are not followed: 5 (l0, l1, l2, …). "
        "If they lead to articles, put the files themselves in.",
        "a.zip: Empty files in the archive: 1 (leer.txt). Check that it was made from whole files.",
    )


def test_names_are_utf_8_where_they_can_be_and_code_page_437_else() -> None:
    raw = zip_of([("Xrger.txt", b"Ein Text.")])
    names = [
        taken(raw.replace(b"Xrger.txt", name), "a")[0].origin.path for name in ("Ärge.txt".encode(), b"\x8erger.txt")
    ]
    assert names == ["a!/Ärge.txt", "a!/Ärger.txt"]


def test_control_characters_in_names_do_not_reach_the_origin() -> None:
    raw = zip_of([("aXb.txt", b"Ein Text.")]).replace(b"aXb.txt", b"a\nb.txt")
    assert taken(raw, "a")[0].origin.path == "a!/a\ufffdb.txt"


def test_what_needs_a_password_is_refused_alone() -> None:
    raw = bytearray(zip_of(FILES[:2]))
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert texts(bytes(raw)) == ["(member_encrypted)", "Noch ein Text."]


def test_a_method_that_is_not_known_is_refused_by_name() -> None:
    raw = bytearray(zip_of(FILES[:2]))
    raw[raw.index(b"PK\x01\x02") + 10] = 9
    first, second = taken(bytes(raw), "a.zip")
    assert (first.reason[:50] if hasattr(first, "reason") else "", in_short(second)) == (
        "The file in the archive is packed with Deflate64, ",
        "Noch ein Text.",
    )


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_damaged_member_is_refused_alone(method: int) -> None:
    raw = bytearray(zip_of(FILES, method=method))
    raw[40] ^= 0x20
    damaged, *others = texts(bytes(raw))
    assert (damaged in ("(checksum_wrong)", "(packed_damaged)"), others) == (True, TEXTS[1:])


def test_a_member_that_the_directory_lists_where_none_is_is_refused_alone() -> None:
    raw = bytearray(zip_of(FILES))
    at = raw.index(b"PK\x01\x02") + 42
    struct.pack_into("<L", raw, at, 5)
    assert texts(bytes(raw)) == ["(member_missing)", *TEXTS[1:]]


@pytest.mark.parametrize("one_way", [False, True])
def test_an_archive_without_its_directory_is_read_by_the_headers_of_its_members(one_way: bool) -> None:
    raw = zip_of(FILES, one_way=one_way)
    for end in (raw.index(b"PK\x01\x02"), len(raw) - 10):
        assert texts(raw[:end]) == [*TEXTS, "(zip_truncated)"]


def test_a_damaged_directory_is_said_and_the_members_are_read() -> None:
    raw = bytearray(zip_of(FILES))
    second = raw.index(b"PK\x01\x02", raw.index(b"PK\x01\x02") + 1)
    raw[second] = 0
    assert texts(bytes(raw)) == [*TEXTS, "(zip_damaged)"]


def test_an_archive_that_was_cut_off_by_packed_data_around_it_says_so() -> None:
    import gzip

    packed = gzip.compress(zip_of(FILES, method=zipfile.ZIP_STORED))
    assert texts(packed[: len(packed) - 120])[-1] == "(packed_truncated)"


def test_an_archive_with_nothing_in_it_is_refused() -> None:
    assert refusal(zip_of([]), "a.zip").why == taken(zip_of([]), "a.zip")[0].why  # type: ignore[union-attr]  # refused
    assert texts(zip_of([])) == ["(archive_empty)"]


def test_a_document_that_is_a_zip_archive_of_unknown_kind_is_refused_by_name() -> None:
    raw = zip_of([("META-INF/container.xml", b"<container/>"), ("x.xhtml", b"<html>Text</html>")])
    assert refusal(raw, "a.epub").reason.startswith("This is EPUB data")


def test_many_members_are_refused_beyond_the_limit() -> None:
    from wortlaut.intake import read_bytes
    from wortlaut.settings import Settings

    raw = zip_of([(f"{number}.txt", b"Ein Text.") for number in range(5)])
    items = read_bytes(raw, origin=Origin("a.zip"), settings=Settings(max_members=3))
    assert [in_short(item) for item in items] == ["Ein Text."] * 3 + ["(too_many_members)"]
