"""ZIP archives by the names of their members."""

import io

import pytest

from tests.generated.archives import zip_of
from wortlaut.intake.archives.zipped import member_names, open_zip
from wortlaut.intake.articles import Wishes
from wortlaut.intake.decoding import charset_of
from wortlaut.intake.form import Source
from wortlaut.intake.reasons import Refused
from wortlaut.intake.records.fields import field_map
from wortlaut.intake.streams import HEAD, Stream
from wortlaut.settings import Settings
from wortlaut.types import Origin

RAW = zip_of([("word/document.xml", b"<w:document/>"), ("[Content_Types].xml", b"<Types/>" * 100)])


def source_of(raw: bytes, settings: Settings | None = None) -> Source:
    stream = Stream(io.BytesIO(raw))
    wishes = Wishes(settings or Settings(), field_map({}), None)
    return Source(stream, Origin("a.docx"), charset_of(b"", None), wishes, stream.peek(HEAD), "")


def test_the_names_are_told_without_taking_anything_from_the_stream() -> None:
    source = source_of(RAW)
    names = frozenset(("word/document.xml", "[Content_Types].xml"))
    assert (member_names(source), member_names(source), source.stream.take(10**6)) == (names, names, RAW)


def test_what_is_no_zip_archive_has_no_names() -> None:
    assert member_names(source_of(b"PK ist eine Abkuerzung.")) == frozenset()


def test_the_names_of_a_cut_archive_are_those_that_stand_before_its_members() -> None:
    assert member_names(source_of(RAW[:-50])) == frozenset(("word/document.xml", "[Content_Types].xml"))


def test_members_are_read_whole_within_the_limit() -> None:
    archive = open_zip(source_of(RAW))
    assert (archive.names, archive.read("word/document.xml", 100)) == (
        ("word/document.xml", "[Content_Types].xml"),
        b"<w:document/>",
    )
    assert ("word/document.xml" in archive, "x" in archive) == (True, False)


@pytest.mark.parametrize(("name", "code"), [("x", "part_missing"), ("[Content_Types].xml", "part_too_large")])
def test_a_part_that_is_missing_or_too_large_is_refused(name: str, code: str) -> None:
    archive = open_zip(source_of(RAW))
    with pytest.raises(Refused) as refused:
        archive.read(name, 100)
    assert (refused.value.why.code, dict(refused.value.why.details)["name"]) == (code, name)


def test_a_damaged_part_is_refused() -> None:
    raw = bytearray(RAW)
    raw[50] ^= 0x10
    with pytest.raises(Refused) as refused:
        open_zip(source_of(bytes(raw))).read("word/document.xml", 100)
    assert refused.value.why.code in ("packed_damaged", "checksum_wrong", "packed_truncated")


def test_a_cut_archive_is_refused_when_it_is_opened() -> None:
    with pytest.raises(Refused) as refused:
        open_zip(source_of(RAW[:-50]))
    assert refused.value.why.code == "zip_truncated"
