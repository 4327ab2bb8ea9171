from benchmarks.containers import containers
from benchmarks.crawl import crawl, set_of_pages


def test_all_pages_of_a_crawl_are_found_plain_and_packed() -> None:
    archive = crawl(set_of_pages(), size=500_000)
    figures = containers(archive.plain, archive.packed, pages=archive.pages, runs=1)
    assert [figure.name for figure in figures] == ["– records alone, plain", "– records alone, unpacked"]
