"""WARC files: records, answers of servers, what is left out, and what is wrong between the records."""

import gzip
import struct
import zlib
from collections.abc import Sequence

import brotli  # type: ignore[import-untyped]  # it has no types
import pytest
import zstandard

from tests.generated.archives import PACKERS, answer, record, warc_of
from tests.intake.maps import article, in_short, taken
from wortlaut.intake import message
from wortlaut.types import Article, Origin, Rejected

URL = "https://zeitung.example/artikel/1"
TEXT = "Ein Text aus Örlingen, der lang genug ist, um gepackt zu werden. " * 3


def plain(number: int, body: str | bytes = "", **more: str) -> bytes:
    raw = body.encode() if isinstance(body, str) else body
    return answer(f"https://z.example/{number}", raw or f"Text {number}.".encode(), content_type="text/plain", **more)


def texts(raw: bytes, name: str = "a.warc") -> list[str]:
    return [in_short(item) for item in taken(raw, name)]


def refusals(records: Sequence[bytes]) -> list[str]:
    return [str(item) for item in taken(warc_of(records), "a.warc") if isinstance(item, Rejected)]


@pytest.mark.parametrize("ending", ["", ".gz", ".zst", ".xz", ".bz2"])
def test_answers_are_read_whether_the_file_is_packed_or_each_record(ending: str) -> None:
    records = [plain(1), plain(2)]
    pack = PACKERS.get(ending, bytes)
    for raw in (pack(warc_of(records)), warc_of(records, pack=pack)):
        assert texts(raw, f"a.warc{ending}") == ["Text 1.", "Text 2."]


def test_the_origin_names_address_record_and_byte() -> None:
    raw = warc_of([answer(URL, TEXT.encode(), content_type="text/plain")])
    item = article(raw, "a.warc")
    assert (item.origin, item.raw) == (Origin(f"a.warc!/{URL}", record=2, byte=len(warc_of([]))), TEXT.encode())


def test_pages_are_given_their_address_and_the_encoding_of_the_head() -> None:
    page = "<html><head><title>Größe</title></head><body><article><p>" + TEXT + "</p></article></body></html>"
    raw = warc_of([answer(URL, page.encode("cp1252"), content_type="text/html; charset=iso-8859-1")])
    (item,) = taken(raw, "a.warc")
    assert isinstance(item, Article)
    assert "Örlingen" in item.text


def test_dictionaries_of_warc_zst_are_used() -> None:
    held = b"WARC/1.1\r\nWARC-Type: response\r\nHTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n" * 5
    pack = zstandard.ZstdCompressor(dict_data=zstandard.ZstdCompressionDict(held)).compress
    frame = b"\x5d\x2a\x4d\x18" + struct.pack("<L", len(held)) + held
    assert texts(frame + warc_of([plain(1), plain(2)], pack=pack), "a.warc.zst") == ["Text 1.", "Text 2."]


def _chunks(raw: bytes) -> bytes:
    pieces = [raw[at : at + 50] for at in range(0, len(raw), 50)]
    return b"".join(b"%x;a=b\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def _raw_deflate(raw: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(raw) + packer.flush()


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", _raw_deflate),
        ("br", brotli.compress),
        ("zstd", zstandard.compress),
        ("identity", bytes),
        ("gzip, br", lambda raw: brotli.compress(gzip.compress(raw))),
    ],
)
@pytest.mark.parametrize("in_chunks", [False, True])
def test_codings_of_the_transport_are_undone(coding: str, pack: type[bytes], *, in_chunks: bool) -> None:
    body = pack(TEXT.encode())
    head = f"Content-Encoding: {coding}\r\n" + "Transfer-Encoding: chunked\r\n" * in_chunks
    raw = warc_of([plain(1, _chunks(body) if in_chunks else body, head=head)])
    assert texts(raw) == [TEXT.strip()]


def test_codings_that_were_undone_before_are_let_be() -> None:
    head = "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
    bodies = [TEXT, "Fad\nund leer.", "3\nSätze folgen hier."]
    assert texts(warc_of([plain(number, body, head=head) for number, body in enumerate(bodies)])) == [
        TEXT.strip(),
        *bodies[1:],
    ]


def test_chunks_that_end_too_early_or_are_damaged_refuse_the_page_alone() -> None:
    head = "Transfer-Encoding: chunked\r\n"
    chunks = _chunks(TEXT.encode())
    hurt = chunks[:60] + chunks[60:].replace(b"32;", b"xx;")
    found = texts(warc_of([plain(1, chunks[:-5], head=head), plain(2, hurt, head=head), plain(3)]))
    assert found == ["(http_truncated)", "(http_damaged)", "Text 3."]


def test_resources_and_conversions_are_read_and_what_tells_of_the_crawl_is_passed_over() -> None:
    records = [
        record(b"GET / HTTP/1.1\r\n\r\n", WARC_Type="request", WARC_Target_URI=URL),
        record(b"a: b\r\n", WARC_Type="metadata", WARC_Target_URI=URL),
        record(b"Als Datei.", WARC_Type="resource", WARC_Target_URI="file:///b.txt", Content_Type="text/plain"),
        record(b"Umgewandelt.", WARC_Type="conversion", WARC_Target_URI=URL, Content_Type="text/plain"),
    ]
    assert texts(warc_of(records)) == ["Als Datei.", "Umgewandelt."]


def test_what_holds_no_articles_is_counted_and_said_once() -> None:
    records = [
        answer(URL + ".jpg", b"\xff\xd8\xff\xe0", content_type="image/jpeg"),
        answer(URL + ".png", b"\x89PNG\r\n\x1a\n", content_type="image/png"),
        answer(URL + ".2.png", b"\x89PNG\r\n\x1a\n", content_type="text/html"),
        answer(URL + ".css", b"a {}", content_type="text/css"),
        answer(URL + ".json", b'{"x": 1}', content_type="application/json"),
        answer("https://z.example/robots.txt", b"User-agent: *", content_type="text/plain"),
        answer(URL + "/alt", b"Weg.", status="404 Not Found"),
        answer(URL + "/neu", b"", status="301 Moved", head="Location: /x\r\n"),
        record(b"HTTP/1.1 200 OK\r\n\r\n", WARC_Type="revisit", WARC_Target_URI=URL),
        record(b"x", WARC_Type="resource", WARC_Target_URI="urn:pageinfo:x", Content_Type="application/json"),
        record(b"20210504", WARC_Type="response", WARC_Target_URI="dns:z.example", Content_Type="text/dns"),
        plain(1),
    ]
    kinds = "image/jpeg: 1, image/png: 1, text/html: 1, text/css: 1, application/json: 1, robots.txt: 1, HTTP 404: 1, "
    kinds += "HTTP 301: 1, revisit: 1, urn:: 1, dns:: 1"
    found = taken(warc_of(records), "a.warc")
    assert [in_short(item) for item in found] == ["Text 1."]
    said = found[-1].notes[-1] if isinstance(found[-1], Article) else ""
    head, _, said_kinds = said.removesuffix(").").partition(": 11 (")
    assert head == "Records of the web archive that hold no articles and were left out"
    assert sorted(said_kinds.split(", ")) == sorted(kinds.split(", "))


def test_an_archive_without_articles_says_what_it_holds() -> None:
    images = [answer(f"{URL}.{each}.jpg", b"\xff\xd8\xff\xe0", content_type="image/jpeg") for each in range(2)]
    [refused] = taken(warc_of(images), "a.warc")
    assert str(refused) == (
        "a.warc: The web archive has no articles: 2 records hold something else (image/jpeg: 2). "
        "Check whether it is the right archive."
    )


def test_records_that_were_archived_in_part_are_said_once() -> None:
    cut = plain(1).replace(b"WARC-Type", b"WARC-Truncated: length\r\nWARC-Type")
    short = plain(2, head="Content-Length: 99\r\n")
    assert texts(warc_of([plain(0), cut, short])) == ["Text 0.", "Text 1.", "Text 2.", "(warc_records_cut)"]


# What is wrong between the records


def test_a_length_that_is_too_long_does_not_swallow_the_next_record() -> None:
    wrong = plain(1).replace(b"Content-Length: 52", b"Content-Length: 95")
    assert wrong != plain(1)
    found = taken(warc_of([wrong, plain(2), plain(3)]), "a.warc")
    assert [in_short(item) for item in found] == ["(warc_length_wrong)", "(warc_length_wrong)", "Text 2.", "Text 3."]
    assert str(found[0]) == (
        "a.warc, record 2: The record says that it has 95 bytes, but it has 52: the next one begins there. "
        "It may be damaged; fetch the file again."
    )


def test_a_length_that_is_too_short_loses_nothing_of_the_others() -> None:
    wrong = plain(1).replace(b"Content-Length: 52", b"Content-Length: 20")
    assert texts(warc_of([wrong, plain(2)])) == ["(warc_length_wrong)", "(warc_length_wrong)", "Text 2."]


@pytest.mark.parametrize("length", ["99999999999", "5000000", "", "-5", "viel", "9" * 30])
def test_an_impossible_length_loses_nothing_of_the_others(length: str) -> None:
    wrong = plain(1).replace(b"Content-Length: 52", f"Content-Length: {length}".encode())
    assert texts(warc_of([plain(0), wrong, plain(2)]))[::3] == ["Text 0.", "Text 2."]


def test_line_ends_that_are_missing_behind_records_are_said_once() -> None:
    records = [plain(1)[:-4], plain(2)[:-2], plain(3)]
    found = taken(warc_of(records), "a.warc")
    assert [in_short(item) for item in found] == ["Text 1.", "Text 2.", "Text 3.", "(warc_ends_missing)"]


def test_rubbish_between_records_is_said_and_the_others_are_kept() -> None:
    found = taken(warc_of([plain(1), b"Unsinn\r\n" * 3, plain(2)]), "a.warc")
    assert [in_short(item) for item in found] == ["Text 1.", "(warc_damaged)", "Text 2."]
    assert message(found[1], "de").startswith("a.warc, Datensatz 3: Bei Byte ")  # type: ignore[arg-type]  # a refusal


def test_a_damaged_first_line_costs_that_record_only() -> None:
    records = [plain(1), plain(2).replace(b"WARC/1.1", b"WARX/1.1", 1), plain(3)]
    assert texts(warc_of(records)) == ["Text 1.", "(warc_damaged)", "Text 3."]


def test_a_cut_last_record_is_said_and_refused() -> None:
    raw = warc_of([plain(1), plain(2)])
    assert [texts(raw[:-cut]) for cut in (2, 4, 5, 40)] == [
        ["Text 1.", "Text 2."],
        ["Text 1.", "Text 2."],
        ["Text 1.", "(warc_truncated)", "(warc_truncated)"],
        ["Text 1.", "(warc_truncated)"],
    ]


def test_a_cut_header_is_said() -> None:
    raw = warc_of([plain(1)])
    assert texts(raw + plain(2)[:30]) == ["Text 1.", "(warc_header_cut)"]


def test_a_cut_record_of_many_megabytes_is_said() -> None:
    big = answer("https://z.example/big.bin", bytes(6_000_000), content_type="video/mp4")
    assert texts(warc_of([plain(1), big])[:-2_000_000]) == ["Text 1.", "(warc_truncated)"]


def test_a_web_archive_within_a_record_is_no_fault_and_is_read() -> None:
    inner = warc_of([plain(7), plain(8)])
    outer = record(
        inner, WARC_Type="resource", WARC_Target_URI="https://z.example/b.warc", Content_Type="application/warc"
    )
    assert texts(warc_of([plain(1), outer, plain(2)])) == ["Text 1.", "Text 7.", "Text 8.", "Text 2."]


def test_fields_may_go_on_in_the_next_line_and_be_written_in_any_case() -> None:
    raw = plain(1).replace(b"WARC-Target-URI: ", b"warc-target-uri:\r\n ")
    assert taken(warc_of([raw]), "a.warc")[0].origin.path == "a.warc!/https://z.example/1"


def test_line_feeds_alone_are_accepted() -> None:
    raw = b"WARC/1.0\nWARC-Type: resource\nWARC-Target-URI: https://z.example/\nContent-Length: 9\n\nEin Text.\n\n"
    assert texts(raw * 2) == ["Ein Text.", "Ein Text.", "(warc_ends_missing)"]
