import pytest

from tests.service.conftest import Put
from wortlaut import service
from wortlaut.errors import InputError, NameTaken, NotInRecord
from wortlaut.record import Filters
from wortlaut.settings import Settings


def test_saved_search_tells_what_is_new_once(filled: Settings, put: Put) -> None:
    saved = service.save_search("deich", "Deich", Filters(speaker="Ada"), settings=filled)
    put({"id": "2", "text": "„Die Deiche brechen“, sagte Ada. „Der Deich“, rief Bo."})
    assert [(each.search, each.new) for each in service.saved_searches(settings=filled)] == [(saved, 1)]
    assert len(service.new_in("deich", mark=False, settings=filled)) == 1
    [new] = service.new_in("deich", settings=filled)
    assert new.statement.quote[0].of(new.article.text) == "„Die Deiche brechen“"
    assert service.new_in("deich", settings=filled) == []


def test_name_can_be_taken_once(filled: Settings) -> None:
    service.save_search("deich", "Deich", settings=filled)
    with pytest.raises(NameTaken):
        service.save_search("deich", None, settings=filled)


def test_forgotten_search_is_gone(filled: Settings) -> None:
    service.save_search("deich", "Deich", settings=filled)
    service.forget_search("deich", settings=filled)
    assert service.saved_searches(settings=filled) == []
    with pytest.raises(NotInRecord):
        service.new_in("deich", settings=filled)


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "\x1b[31mrot", "links\u202erechts", "\udcff"])
def test_name_that_nobody_could_type_is_refused(filled: Settings, name: str) -> None:
    with pytest.raises(InputError):
        service.save_search(name, "Deich", settings=filled)
    assert service.saved_searches(settings=filled) == []
    with pytest.raises(NotInRecord):
        service.new_in(name, settings=filled)
