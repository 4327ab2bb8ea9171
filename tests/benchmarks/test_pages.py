from benchmarks.pages import pages
from benchmarks.record import filled


def test_every_kind_of_page_is_timed() -> None:
    with filled(statements=60, path=None, vocabulary=None) as made:
        figures = pages(made.path, runs=1)
    names = ["page of an article", "page of a statement", "list in the API", "search in the API"]
    assert [(each.name, each.unit, each.median > 0) for each in figures] == [(name, "s", True) for name in names]
    assert [each.target for each in figures] == [0.15, None, None, 0.3]
