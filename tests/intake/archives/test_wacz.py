"""WACZ files: the WARC files in them, and their digests."""

from tests.generated.archives import PACKERS, answer, wacz_of, warc_of, zip_of
from tests.intake.maps import in_short, taken
from wortlaut.types import Origin

WARC = warc_of([answer("https://z.example/1", b"Ein Text.", content_type="text/plain")], pack=PACKERS[".gz"])


def texts(raw: bytes) -> list[str]:
    return [in_short(item) for item in taken(raw, "a.wacz")]


def test_the_web_archives_inside_are_read() -> None:
    found = taken(wacz_of([("a.warc.gz", WARC), ("b.warc.gz", WARC)]), "a.wacz")
    origins = [Origin(f"a.wacz!/archive/{name}.warc.gz!/https://z.example/1", 2, None, 117) for name in "ab"]
    assert [(item.origin, in_short(item)) for item in found] == [(origin, "Ein Text.") for origin in origins]


def test_a_wrong_digest_is_said_behind_what_was_read() -> None:
    raw = wacz_of([("a.warc.gz", WARC), ("b.warc.gz", WARC)], a="sha256:" + "0" * 64)
    assert texts(raw) == ["Ein Text.", "(wacz_digest)", "Ein Text."]


def test_a_file_that_is_listed_and_not_there_is_said() -> None:
    raw = wacz_of([("a.warc.gz", WARC), ("b.warc.gz", WARC)]).replace(b"archive/b.warc.gz", b"archive/c.warc.gz")
    package = raw.replace(b'"path": "archive/c.warc.gz"', b'"path": "archive/b.warc.gz"')
    assert "(wacz_missing)" not in texts(raw)
    assert texts(package)[-1] in ("(wacz_missing)", "(checksum_wrong)")


def test_a_list_that_is_no_json_is_said_and_the_archives_are_read() -> None:
    raw = zip_of([("datapackage.json", b"{"), ("archive/a.warc.gz", WARC)])
    assert texts(raw) == ["(wacz_package)", "Ein Text."]


def test_a_cut_wacz_says_so() -> None:
    assert texts(wacz_of([("a.warc.gz", WARC)])[:-30]) == ["Ein Text.", "(no_text_field)", "(zip_truncated)"]
