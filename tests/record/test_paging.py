from itertools import pairwise
from pathlib import Path

import pytest

from tests.builder import ToyReader
from wortlaut import service
from wortlaut.errors import InputError
from wortlaut.record import Filters, Sort
from wortlaut.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The settings of a record with articles of several days, some without a day."""
    for number in range(12):
        day = f', "date": "2026-01-0{number % 4}"' if number % 4 else ""
        text = f"„Satz {number}“, sagte Ada. „Noch einer“, rief Bo."
        (tmp_path / f"{number}.json").write_text(f'{{"id": "{number}", "text": "{text}"{day}}}', "utf-8")
    settings = Settings(db=tmp_path / "record.db")
    service.read([str(tmp_path / "*.json")], settings=settings, reader=ToyReader())
    return settings


@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.OLDEST])
@pytest.mark.parametrize("size", [1, 5, 100])
@pytest.mark.parametrize("filters", [Filters(), Filters(speaker="Bo"), Filters(words="Satz")])
def test_pages_are_the_list(settings: Settings, sort: Sort, size: int, filters: Filters) -> None:
    whole = [each.statement.id for each in service.statements(filters, sort=sort, settings=settings)]
    paged: list[str] = []
    while True:
        after = paged[-1] if paged else None
        page = list(service.statements(filters, sort=sort, limit=size, after=after, settings=settings))
        if not page:
            break
        paged += [each.statement.id for each in page]
    assert paged == whole
    assert len(whole) > 5


def test_what_comes_in_meanwhile_makes_nothing_come_twice(settings: Settings, tmp_path: Path) -> None:
    first = list(service.statements(limit=10, settings=settings))
    late = tmp_path / "late.json"
    late.write_text('{"id": "late", "text": "„Neu“, sagte Ada.", "date": "2026-12-01"}', "utf-8")
    before = [each.statement.id for each in service.statements(settings=settings)]
    service.read([str(late)], settings=settings, reader=ToyReader())
    rest = service.statements(after=first[-1].statement.id, settings=settings)
    assert [each.statement.id for each in (*first, *rest)] == before
    assert all(one != other for one, other in pairwise(before))


def test_order_of_certainty_has_no_pages(settings: Settings) -> None:
    (first,) = service.statements(limit=1, settings=settings)
    with pytest.raises(InputError):
        list(service.statements(sort=Sort.CERTAINTY, after=first.statement.id, settings=settings))
