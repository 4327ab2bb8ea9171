from collections.abc import Callable

import pytest

import wortlaut
from tests.service.conftest import URL
from wortlaut import Filters, Settings, SuggestionKind
from wortlaut.errors import NotInRecord, RecordMissing


def test_pages_facets_and_totals_tell_of_the_same_statements(filled: Settings) -> None:
    whole = list(wortlaut.statements(settings=filled))
    first = wortlaut.paged(limit=1, settings=filled)
    second = wortlaut.paged(limit=1, after=first.next, settings=filled)
    assert [*first.found, *second.found] == whole
    assert second.next is None
    spread = wortlaut.facets(settings=filled)
    assert spread.total.number == first.total.number == wortlaut.overview(settings=filled).statements == len(whole)
    kinds = {each.kind.value: each for each in spread.facets}
    assert sum(each.statements for each in kinds["type"].values) == len(whole)


def test_filters_and_words_narrow_facets_and_pages(filled: Settings) -> None:
    nothing = Filters(sources=("Nordpost",))
    assert wortlaut.facets(nothing, settings=filled).total.number == 0
    assert wortlaut.paged("Xylophon", settings=filled).found == ()


def test_an_actor_is_told_as_a_whole_by_name_or_id(filled: Settings) -> None:
    entry = wortlaut.actors(settings=filled)[0]
    by_name, by_id = (wortlaut.profile(each, settings=filled) for each in (entry.name, entry.id))
    assert by_name == by_id
    assert by_id.shown == wortlaut.actor(entry.id, settings=filled)
    assert by_id.said.entry == entry
    assert by_id.said.latest
    with pytest.raises(NotInRecord):
        wortlaut.profile("Niemand", settings=filled)


def test_suggestions_are_found_as_they_are_typed(filled: Settings) -> None:
    entry = wortlaut.actors(settings=filled)[0]
    found = wortlaut.suggestions(entry.name[:3].upper(), settings=filled)
    assert entry.id in {each.value for each in found if each.kind is SuggestionKind.ACTOR}
    assert wortlaut.suggestions("\udcff", settings=filled) == []


def test_the_overview_has_what_came_in_last(filled: Settings) -> None:
    assert [each.article.url for each in wortlaut.overview(settings=filled).arrived] == [URL]


@pytest.mark.parametrize(
    "ask",
    [wortlaut.paged, wortlaut.facets, wortlaut.overview, lambda **k: wortlaut.suggestions("a", **k)],
)
def test_without_a_record_that_is_said(ask: Callable[..., object], settings: Settings) -> None:
    with pytest.raises(RecordMissing):
        ask(settings=settings)
