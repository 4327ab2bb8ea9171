import gzip
from functools import cache

from benchmarks.crawl import Crawl, crawl, feed, heavy, newsml, nitf, set_of_pages
from wortlaut.intake import read_bytes
from wortlaut.settings import Settings
from wortlaut.types import Article, Origin

PAGE = "<html><head><title>Rat</title></head><body><article><h1>Rat</h1><p>{}</p></article></body></html>".format(
    "Der Rat von Örlingen hat sich am Dienstag vertagt, wie Bürgermeisterin Mira Löhn mitteilte. " * 3
).encode()


@cache
def small() -> Crawl:
    return crawl([PAGE], size=400_000)


def articles(raw: bytes, name: str) -> list[Article]:
    items = list(read_bytes(raw, origin=Origin(name), settings=Settings()))
    return [item for item in items if isinstance(item, Article)]


def test_the_same_seed_gives_the_same_crawl() -> None:
    assert crawl([PAGE], size=100_000, seed=3) == crawl([PAGE], size=100_000, seed=3)


def test_a_quarter_of_a_crawl_is_pages() -> None:
    assert 0.15 < small().html / len(small().plain) < 0.35


def test_both_kinds_of_a_crawl_hold_the_same() -> None:
    assert gzip.decompress(small().packed) == small().plain


def test_every_page_of_a_crawl_is_an_article() -> None:
    assert len(articles(small().packed, "a.warc.gz")) == small().pages > 10


def test_heavy_pages_weigh_150_kilobytes_and_say_the_same() -> None:
    [page] = heavy([PAGE])
    assert 150_000 <= len(page) < 151_000
    assert [article.text for article in articles(page, "a.html")] == [
        article.text for article in articles(PAGE, "a.html")
    ]


def test_every_message_holds_its_items() -> None:
    found = [len(articles(raw, "a.xml")) for raw in (feed(3), newsml(3), *nitf(2))]
    assert found == [3, 3, 1, 1]


def test_the_pages_are_those_of_the_evaluation() -> None:
    assert len(set_of_pages()) >= 72
