from benchmarks.addresses import addresses
from benchmarks.pages import pages
from benchmarks.record import filled
from wortlaut.record import Record
from wortlaut.service.opening import GERMAN


def test_every_kind_of_page_is_timed() -> None:
    with filled(statements=60, path=None, vocabulary=None) as made:
        figures = pages(made.path, made.words, runs=1)
        with Record.open(made.path, read_only=True, language=GERMAN) as record:
            kinds = addresses(record, made.words, asked=2)
    *of_kinds, first, again = figures
    assert [(each.name, each.target) for each in of_kinds] == [(each.name, each.target) for each in kinds]
    assert [each.name for each in (first, again)] == [
        "overview, after something was written",
        "overview, asked for at once again",
    ]
    assert all(0 < each.best <= each.median <= each.worst for each in figures if each.best is not None)
    pages_of = {each.addresses[0].partition("?")[0].strip("/").partition("/")[0] for each in kinds}
    assert pages_of == {"", "actors", "api", "articles", "events", "ledger", "statements", "suggestions"}
