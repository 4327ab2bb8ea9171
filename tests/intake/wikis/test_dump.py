"""Dumps of MediaWiki: the newest revision of every article, what is left out counted, broken pages refused."""

from datetime import UTC, date, datetime
from xml.sax.saxutils import escape

import pytest

from tests.intake.maps import in_short, taken
from wortlaut.types import Article, Origin

HEAD = (
    '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" xml:lang="de">\n<siteinfo>'
    "<sitename>Örlinews</sitename><base>https://wiki.example/wiki/Hauptseite</base><namespaces>"
    '<namespace key="1" case="first-letter">Diskussion</namespace><namespace key="6">Ablage</namespace>'
    '<namespace key="0" /></namespaces></siteinfo>\n'
)


def revision(text: str, *, number: int = 5, at: str = "2010-04-03T10:00:00Z") -> str:
    return (
        f"<revision><id>{number}</id><timestamp>{at}</timestamp>"
        f'<text xml:space="preserve">{escape(text)}</text></revision>'
    )


def page(title: str, *revisions: str, space: str = "<ns>0</ns>", more: str = "") -> str:
    return f"<page><title>{escape(title)}</title>{space}<id>1</id>{more}{''.join(revisions)}</page>\n"


def dump(*pages: str, end: str = "</mediawiki>") -> bytes:
    return (HEAD + "".join(pages) + end).encode()


def outline(raw: bytes) -> list[str]:
    return [in_short(item) for item in taken(raw, "dump.xml")]


def test_a_page_is_an_article_with_title_time_revision_and_address() -> None:
    raw = dump(page("Brücke & Straße?", revision("Ein Text.")))
    (item,) = taken(raw, "dump.xml")
    assert isinstance(item, Article)
    assert (item.text, item.title, item.url, item.source) == (
        "Ein Text.",
        "Brücke & Straße?",
        "https://wiki.example/wiki/Br%C3%BCcke_%26_Stra%C3%9Fe%3F",
        "Örlinews",
    )
    assert (item.published, item.updated_at, item.revision, item.form) == (
        date(2010, 4, 3),
        datetime(2010, 4, 3, 10, tzinfo=UTC),
        5,
        "mediawiki",
    )
    assert (item.raw.decode(), item.notes) == (revision("Ein Text."), ())
    assert item.origin == Origin("dump.xml", record=1, line=3, byte=raw.index(b"<revision>"))


@pytest.mark.parametrize(
    "text",
    [
        "'''Örlingen''' (Land), 12.03.2009 – Die Brücke kommt.",
        "'''Örlingen''', 12. März 2009 – Die Brücke kommt.",
        "{{Datum|12. März 2009}}\nDie Brücke kommt.",
        "{{date|March 12, 2009}}\nDie Brücke kommt.",
    ],
)
def test_the_day_that_the_article_gives_goes_before_that_of_the_revision(text: str) -> None:
    (item,) = taken(dump(page("A", revision(text))), "dump.xml")
    assert isinstance(item, Article)
    assert item.published == date(2009, 3, 12)


def test_redirects_other_namespaces_and_older_revisions_are_left_out_and_counted() -> None:
    pages = (
        page("R", revision("#WEITERLEITUNG [[A]]")),
        page("S", revision("x"), more='<redirect title="A" />'),
        page("Diskussion:A", revision("x"), space="<ns>1</ns>"),
        page("Diskussion:B", revision("x"), space=""),
        page("A", revision("Neu.", at="2011-01-01T00:00:00Z", number=7), revision("Alt.", number=6)),
    )
    (item,) = taken(dump(*pages), "dump.xml")
    assert isinstance(item, Article)
    assert (item.text, item.revision, item.notes) == (
        "Neu.",
        7,
        ("Left out of the dump: redirects 2, pages of other namespaces 2, older revisions 1.",),
    )


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (dump(page("A", "<revision><text>Eins.</text></revision>"), page("B", "<revision><text /></revision>")),
         ["Eins.", "(empty_text)"]),
        (dump(page("A", "<revision><id>1</id></revision>"), page("B", revision("Zwei."))), ["(wiki_no_text)", "Zwei."]),
        (dump(page("A", "<revision><text deleted='deleted' /></revision>")), ["(wiki_no_text)"]),
        (dump(page("A", revision("Eins.")), "<page><title>B</title><revision><text>Zw", end=""),
         ["(wiki_cut)", "Eins."]),
        (dump(), ["(wiki_no_pages)"]),
        (dump(page("R", revision("#REDIRECT [[A]]"))), ["(wiki_no_pages)"]),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_by_itself(raw: bytes, found: list[str]) -> None:
    assert sorted(outline(raw)) == sorted(found)


def test_a_page_that_is_too_large_is_passed_over() -> None:
    raw = dump(page("A", revision("x" * 5_000_000)), page("B", revision("Gut.")))
    assert outline(raw) == ["(too_large)", "Gut."]
