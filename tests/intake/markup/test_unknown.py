"""XML that no form knows is refused, and not taken for text."""

import pytest

from wortlaut.intake import message, read_bytes
from wortlaut.settings import Settings
from wortlaut.types import Article, Origin, Reason, Rejected

TEXT = "Die Brücke bleibe gesperrt, sagte Bürgermeisterin Mira Löhn am Dienstag in Örlingen nach der Sitzung."


@pytest.mark.parametrize("name", ["a.xml", "a.txt", "a", "a.opml"])
@pytest.mark.parametrize("front", ["<?xml version='1.0'?>", "\ufeff<?xml version='1.0'?>\n<!-- Export -->\n"])
def test_it_is_refused_by_its_outermost_element(name: str, front: str) -> None:
    raw = f"{front}<k:meldung xmlns:k='urn:k'><k:text>{TEXT}</k:text></k:meldung>".encode()
    (item,) = read_bytes(raw, origin=Origin(name), settings=Settings())
    assert isinstance(item, Rejected)
    assert item.why == Reason("xml_unknown", (("name", "meldung"),))
    assert "unbekannten Form (sein äußerstes Element ist meldung)" in message(item, "de")


def test_a_document_that_ends_before_its_first_element_is_said_to_have_none() -> None:
    (item,) = read_bytes(b"<?xml version='1.0'", origin=Origin("a.xml"), settings=Settings())
    assert isinstance(item, Rejected)
    assert item.why == Reason("xml_empty")


def test_a_piece_of_a_page_goes_by_its_name() -> None:
    raw = f"<?xml version='1.0'?><div><p>{TEXT}</p></div>".encode()
    (item,) = read_bytes(raw, origin=Origin("a.xhtml"), settings=Settings())
    assert isinstance(item, Article)
    assert (item.form, item.text) == ("html", TEXT)


def test_text_with_tags_but_without_a_declaration_is_text() -> None:
    (item,) = read_bytes(f"<p>{TEXT}</p>".encode(), origin=Origin("a.txt"), settings=Settings())
    assert isinstance(item, Article)
    assert (item.form, item.text) == ("wire", TEXT)
