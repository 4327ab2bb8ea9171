"""The encodings of pages and XML documents."""

import pytest

from tests.intake.maps import article, taken
from wortlaut.types import Article

TEXT = "„Die Brücke bleibt gesperrt“, sagte die Bürgermeisterin."
PAGE = "<html><head>{}</head><body><h1>Öl</h1><p>" + TEXT + "</p></body></html>"


@pytest.mark.parametrize(
    ("head", "encoding", "found"),
    [
        ('<meta charset="windows-1252">', "cp1252", "windows-1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252", "windows-1252"),
        ("<meta charset=utf-8>", "utf-8", "utf-8"),
        ("", "utf-8", "utf-8"),
        ("", "cp1252", "windows-1252"),
        ("<meta charset=utf-16>", "utf-8", "utf-8"),
        ("<meta charset=nonsense>", "utf-8", "utf-8"),
        ("<meta charset=utf-8>", "utf-16", "utf-16-le"),
        ("<meta charset=macintosh>", "mac-roman", "mac-roman"),
    ],
)
def test_the_encoding_is_what_page_and_bytes_agree_on(head: str, encoding: str, found: str) -> None:
    item = article(PAGE.format(head).encode(encoding), "a.html")
    assert (item.text, item.encoding) == (TEXT, found)


def test_a_page_that_misnames_its_encoding_is_read_by_its_bytes_and_says_so() -> None:
    item = article(PAGE.format("<meta charset=iso-8859-1>").encode(), "a.html")
    assert (item.text, len(item.notes)) == (TEXT, 1)
    assert item.notes[0].startswith("The document says that it is windows-1252")


def test_the_users_word_goes_before_the_pages() -> None:
    (item,) = taken(PAGE.format("<meta charset=utf-8>").encode("cp1252"), "a.html", encoding="cp1252")
    assert isinstance(item, Article)
    assert (item.text, item.encoding) == (TEXT, "windows-1252")
