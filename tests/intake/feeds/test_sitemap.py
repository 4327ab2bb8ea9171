"""Sitemaps: addresses and what news sitemaps say of them; as files they have no texts."""

from datetime import UTC, date, datetime

from tests.intake.maps import refusal
from wortlaut.intake.feeds.entries import feed_in
from wortlaut.settings import Settings
from wortlaut.types import Origin

NEWS = (
    '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://bote.example/1?a&amp;b</loc>'
    "<lastmod>2025-03-05T10:00:00Z</lastmod><news:news><news:publication><news:name>Der Bote</news:name>"
    "<news:language>de</news:language></news:publication><news:publication_date>2025-03-04</news:publication_date>"
    "<news:title>Streit um Brücke</news:title></news:news></url><url><loc>/2</loc></url></urlset>"
)


def test_what_a_news_sitemap_says_of_an_address() -> None:
    found = feed_in(NEWS.encode(), origin=Origin("x"), settings=Settings(), url="https://bote.example/news.xml")
    first, second = found.entries
    assert (first.url, first.title, first.source, first.published, first.updated_at, first.body) == (
        "https://bote.example/1?a&b",
        "Streit um Brücke",
        "Der Bote",
        date(2025, 3, 4),
        datetime(2025, 3, 5, 10, tzinfo=UTC),
        None,
    )
    assert (second.url, second.title, found.problems) == ("https://bote.example/2", None, ())


def test_an_index_lists_further_sitemaps() -> None:
    raw = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://bote.example/s1.xml</loc>'
    raw += "</sitemap><sitemap><loc>https://bote.example/s2.xml.gz</loc></sitemap></sitemapindex>"
    found = feed_in(raw.encode(), origin=Origin("x"), settings=Settings())
    assert found.heading.sitemaps == ("https://bote.example/s1.xml", "https://bote.example/s2.xml.gz")


def test_as_a_file_it_is_one_refusal_that_counts_the_addresses() -> None:
    assert str(refusal(NEWS.encode())) == (
        "x: This is a sitemap: it lists addresses (2) and further sitemaps (0), but no texts. "
        "Follow it with `wortlaut watch`, or read the addresses."
    )


def test_an_empty_sitemap_has_no_entries() -> None:
    assert "has no entries" in refusal(b"<urlset></urlset>").reason
