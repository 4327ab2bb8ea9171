from wortlaut import service
from wortlaut.settings import Settings
from wortlaut.texts import Texts
from wortlaut.web.rows import rows_of


def test_searched_words_are_marked_in_the_words_of_the_statement(settings: Settings) -> None:
    (row,) = rows_of(service.paged("alt", settings=settings).found, Texts("de"))
    assert [(each.words, each.is_hit) for each in row.pieces] == [
        ("„Die Deiche sind ", False),
        ("alt", True),
        ("“", False),
    ]


def test_row_tells_who_where_and_when(settings: Settings) -> None:
    (row,) = rows_of(service.paged("alt", settings=settings).found, Texts("de"))
    told = [(each.told.shown, each.actor) for each in row.speakers]
    assert (row.source, row.when, row.date) == ("Wattbote", "2026-03-04", "4. März 2026")
    assert (row.title, told[0][0]) == ("„Die Deiche sind alt“, rief Bo.", "Bo")


def test_parts_of_a_split_statement_are_told_apart(settings: Settings) -> None:
    rows = rows_of(service.statements(settings=settings), Texts("de"))
    words = ["".join(each.words for each in row.pieces) for row in rows]
    assert "„Der Deich hält ‚noch‘“ […] „aber nicht lange.“" in words
