import json
import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.record.builder import OTHER_READER, Words, article, keep, statement
from wortlaut.errors import NameTaken, NotInRecord, RecordDamaged
from wortlaut.record import Filters, Record, Sort
from wortlaut.types import Act, Found, Stance, Standing, StatementType

NEWS = article(
    "„Der Zoll fällt“, so Abel. „Es regnet“, so Öhm.", url="https://example.org/1", published=date(2026, 1, 1)
)
FALLS = statement(NEWS, "„Der Zoll fällt“", speaker="Abel")
RAINS = statement(NEWS, "„Es regnet“", speaker="Öhm")
LATER = article("Zoll um Zoll, sagt Abel.", url="https://example.org/2", published=date(2020, 1, 1))
AGAIN = statement(LATER, "Zoll um Zoll", speaker="Abel", kind=StatementType.INDIRECT)


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stock") / "sammlung.db"
    with Record.open(path, create=True, language=Words()) as record:
        keep(record, NEWS, [FALLS, RAINS])
    return path


def ids(results: list[Found]) -> list[str]:
    return [each.statement.id for each in results]


def test_what_came_in_since_is_new_until_it_is_marked(record: Record) -> None:
    record.save_search("Zölle", "Zoll")
    assert record.new_in("Zölle") == []
    keep(record, LATER, [AGAIN])
    assert ids(record.new_in("Zölle")) == ids(record.new_in("Zölle")) == [AGAIN.id]
    assert ids(record.new_in("Zölle", mark=True)) == [AGAIN.id]
    assert record.new_in("Zölle") == []


def test_what_was_read_anew_so_that_it_fits_is_new(record: Record) -> None:
    record.save_search("Öhm über Zoll", "Zoll", Filters(speaker="Öhm"))
    again = replace(statement(NEWS, "„Der Zoll fällt“", speaker="Öhm", made_by=OTHER_READER), id=FALLS.id)
    keep(record, NEWS, [again], made_by=OTHER_READER)
    assert ids(record.new_in("Öhm über Zoll")) == [FALLS.id]


def test_what_did_not_fit_when_it_was_last_looked_at_is_new_once_more(record: Record) -> None:
    record.save_search("Zoll", "Zoll")
    keep(record, NEWS, [], made_by=OTHER_READER)
    assert record.new_in("Zoll", mark=True) == []
    keep(record, NEWS, [FALLS, RAINS])
    third = replace(OTHER_READER, version="0.2.0")
    keep(record, NEWS, [replace(FALLS, made_by=third)], made_by=third)
    assert len(record.new_in("Zoll")) == 1


def test_a_search_without_words_keeps_its_filters_and_order(record: Record, path: Path) -> None:
    filters = Filters(
        speaker="Abel",
        type=StatementType.INDIRECT,
        since=date(2019, 1, 1),
        source=None,
        article=LATER.id[:9],
        min_confidence=0.25,
        decided=False,
        standing=Standing.FOUND,
    )
    keep(record, LATER, [])
    saved = record.save_search("alles", None, filters, Sort.OLDEST)
    assert saved.filters == replace(filters, article=LATER.id)
    assert saved.made_at == saved.seen_at
    assert saved.made_at.utcoffset() is not None
    with Record.open(path, read_only=True, language=Words()) as other:
        assert other.saved_searches() == [saved]
    third = replace(OTHER_READER, version="0.2.0")
    keep(record, LATER, [replace(AGAIN, made_by=third)], made_by=third)
    assert ids(record.new_in("alles")) == [AGAIN.id]


def test_what_is_new_comes_in_the_order_of_the_search_with_marks(record: Record) -> None:
    for name, sort in (("rank", Sort.RANK), ("oldest", Sort.OLDEST), ("newest", Sort.NEWEST)):
        record.save_search(name, "Zoll", Filters(words="Abel"), sort)
    more = article("„Der Zoll, der Zoll, der liebe Zoll bleibt so lange es geht“, so Abel.", published=date(2026, 2, 1))
    bleibt = statement(more, "„Der Zoll, der Zoll, der liebe Zoll bleibt so lange es geht“", speaker="Abel")
    keep(record, more, [bleibt])
    keep(record, LATER, [AGAIN])
    assert ids(record.new_in("newest")) == ids(record.new_in("oldest"))[::-1] == [bleibt.id, AGAIN.id]
    (first, second) = record.new_in("rank")
    assert (first.statement, second.statement) == (AGAIN, bleibt)
    assert first.rank is not None
    assert second.rank is not None
    assert first.rank < second.rank < 0
    assert [span.of(LATER.text) for span in first.marks] == ["Zoll", "Zoll", "Abel"]


def test_names_are_taken_once_and_must_be_there(record: Record) -> None:
    record.save_search("b", "Zoll")
    record.save_search("a", "Zoll")
    with pytest.raises(NameTaken):
        record.save_search("a", "Regen")
    assert [(each.name, each.words) for each in record.saved_searches()] == [("a", "Zoll"), ("b", "Zoll")]
    record.forget_search("a")
    assert [each.name for each in record.saved_searches()] == ["b"]
    for ask in (record.new_in, record.forget_search):
        with pytest.raises(NotInRecord) as raised:
            ask("a")
        assert raised.value.values["name"] == "a"


def test_forgetting_leaves_nothing_behind(record: Record, path: Path) -> None:
    record.save_search("a", "Zoll")
    record.forget_search("a")
    with sqlite3.connect(path) as raw:
        assert raw.execute("SELECT count(*) FROM saved_hit").fetchone() == (0,)
    raw.close()


def test_found_in_place_of_another_statement_is_not_seen(record: Record, path: Path) -> None:
    """What was seen is kept by ids, not by places, which other statements can take."""
    record.save_search("alles", None)
    third = replace(OTHER_READER, version="0.2.0")
    new = statement(NEWS, "„Es regnet“", speaker="Öhm", made_by=third)
    first = replace(statement(NEWS, "so Abel", made_by=third))
    keep(record, NEWS, [first, new], made_by=third)
    assert ids(record.new_in("alles")) == [first.id]


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"words": 5},
        {"sort": "best"},
        {"more": 1},
        {"filters": []},
        {"filters": {"speeker": "Abel"}},
        {"filters": {"speaker": 5}},
        {"filters": {"since": "yesterday"}},
        {"filters": {"decided": 1}},
        {"filters": {"min_confidence": True}},
        {"filters": {"min_confidence": "0.5"}},
        {"filters": {"type": "song"}},
    ],
)
def test_a_saved_search_of_another_form_is_damage(record: Record, path: Path, change: dict[str, object]) -> None:
    record.save_search("a", "Zoll", Filters(speaker="Abel"))
    with sqlite3.connect(path) as raw:
        (query,) = raw.execute("SELECT query FROM saved_search").fetchone()
        raw.execute("UPDATE saved_search SET query = ?", (json.dumps(json.loads(query) | change),))
    raw.close()
    for ask in (record.saved_searches, lambda: record.new_in("a"), lambda: record.new_in("a", mark=True)):
        with pytest.raises(RecordDamaged):
            ask()


def test_filters_for_several_things_are_kept_as_they_were(record: Record) -> None:
    filters = Filters(
        types=(StatementType.DIRECT, StatementType.REPORTED),
        acts=(Act.DENY,),
        stances=(Stance.NEUTRAL, Stance.DISTANCING),
        sources=("Küstenkurier", "Nordpost"),
        addressed="person:ada",
    )
    record.save_search("Vieles", None, filters)
    assert [each.filters for each in record.saved_searches() if each.name == "Vieles"] == [filters]
