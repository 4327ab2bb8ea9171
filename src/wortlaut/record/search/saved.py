"""Searches that are kept by name and tell what is new.

What was found when a search was last looked at is kept by the ids of the statements. So new is also what was there
before but did not fit: a statement that was corrected or read anew, an article that came in late.
"""

import json
from array import array
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, delete, exists, insert, literal, select, update

from wortlaut.errors import NameTaken, NotInRecord
from wortlaut.record.contents import Filters, Sort
from wortlaut.record.search.finding import Finding
from wortlaut.record.search.ranking import in_order_of_rank
from wortlaut.record.search.searching import ordered, wanted_query
from wortlaut.record.tables.loading import load_found
from wortlaut.record.tables.rows import AnyRow, seal_of
from wortlaut.record.tables.schema import saved_hit, saved_search, statement
from wortlaut.types import Act, Found, Stance, Standing, StatementType

__all__ = ["SavedSearch", "Saving"]

_VERSION = 1
_NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search by its name; without words, the statements that pass the filters."""

    name: str
    words: str | None
    filters: Filters
    sort: Sort
    made_at: datetime  # UTC
    seen_at: datetime  # when it was last looked at and marked as seen, UTC


class Saving(Finding):
    """Searches that people keep in an open record."""

    def save_search(
        self, name: str, words: str | None, filters: Filters = _NO_FILTERS, sort: Sort = Sort.RANK
    ) -> SavedSearch:
        """The search, kept by that name; what it finds now counts as seen. Raises `NameTaken`."""
        with self._writing() as connection:
            if connection.execute(select(saved_search.c.key).where(saved_search.c.name == name)).first():
                raise NameTaken("search_name_taken", path=self._path, name=name)
            if filters.article is not None:
                filters = replace(filters, article=self._article_id(connection, filters.article))
            now = _now()
            saved = SavedSearch(name, words, filters, sort, now, now)
            sealed = {"name": name, "query": _packed(saved), "made_at": now.isoformat()}
            values = sealed | {"seen_at": now.isoformat(), "seal": seal_of(*sealed.values())}
            connection.execute(insert(saved_search), values)
            self._mark(connection, self._saved(connection, name).key, saved)
        return saved

    def saved_searches(self) -> list[SavedSearch]:
        """All saved searches by their names."""
        with self._reading() as connection:
            return [_unpacked(row) for row in connection.execute(select(saved_search).order_by(saved_search.c.name))]

    def new_in(self, name: str, *, mark: bool = False) -> list[Found]:
        """What the search of that name finds now and did not when it was last looked at, in its order.

        Looking counts as such only with `mark`; then nothing can come in between what is given and what is marked.
        Only statements with all words are found, as by `statements`. Raises `NotInRecord`.
        """
        with self._writing() if mark else self._reading() as connection, self._damage():
            row = self._saved(connection, name)
            saved = _unpacked(row)
            terms = self._narrowed(saved.words, saved.filters)
            seen = exists().where(saved_hit.c.search_key == row.key, saved_hit.c.statement_id == statement.c.id)
            new = select(statement.c.key).where(statement.c.key.in_(self._keys(connection, saved)), ~seen)
            keys = array("q", connection.execute(ordered(new, statement, saved.sort)).scalars())
            ranks: Mapping[int, float | None] = dict.fromkeys(keys)
            if saved.sort is Sort.RANK and terms:
                ranks = in_order_of_rank(connection, keys, terms)
            found = list(load_found(connection, ranks, terms))
            if mark:
                self._mark(connection, row.key, saved)
                now = {"seen_at": _now().isoformat()}
                connection.execute(update(saved_search).where(saved_search.c.key == row.key).values(now))
        return found

    def forget_search(self, name: str) -> None:
        """Nothing; the search of that name is gone. Raises `NotInRecord`."""
        with self._writing() as connection:
            connection.execute(delete(saved_search).where(saved_search.c.key == self._saved(connection, name).key))

    def _saved(self, connection: Connection, name: str) -> AnyRow:
        row = connection.execute(select(saved_search).where(saved_search.c.name == name)).one_or_none()
        if row is None:
            raise NotInRecord("search_not_in_record", path=self._path, name=name)
        return row

    def _keys(self, connection: Connection, saved: SavedSearch) -> Any:
        terms = self._narrowed(saved.words, saved.filters)
        return wanted_query(connection, self._wanted(connection, saved.filters, terms))

    def _mark(self, connection: Connection, key: int, saved: SavedSearch) -> None:
        """Nothing; what is found now is what was seen."""
        connection.execute(delete(saved_hit).where(saved_hit.c.search_key == key))
        found = select(literal(key), statement.c.id).where(statement.c.key.in_(self._keys(connection, saved)))
        connection.execute(insert(saved_hit).from_select(["search_key", "statement_id"], found))


def _now() -> datetime:
    return datetime.now(UTC)


def _packed(saved: SavedSearch) -> str:
    given = {name: value for name, value in asdict(saved.filters).items() if value not in (None, ())}
    query = {"version": _VERSION, "words": saved.words, "filters": given, "sort": str(saved.sort)}
    return json.dumps(query, ensure_ascii=False, sort_keys=True, default=str)


def _unpacked(row: AnyRow) -> SavedSearch:
    """The search of a row; raises `ValueError` where it is not as this program writes it."""
    query = json.loads(row.query)
    if not isinstance(query, dict) or query.keys() != {"version", "words", "filters", "sort"}:
        raise ValueError(f"saved search {row.name!r} has other parts than it should")
    if query["version"] != _VERSION:
        raise ValueError(f"saved search {row.name!r} is of version {query['version']}")
    words = None if query["words"] is None else _text(query["words"])
    made_at, seen_at = datetime.fromisoformat(row.made_at), datetime.fromisoformat(row.seen_at)
    return SavedSearch(row.name, words, _filters(query["filters"]), Sort(query["sort"]), made_at, seen_at)


def _filters(given: object) -> Filters:
    if not isinstance(given, dict) or not given.keys() <= _PARSERS.keys():
        raise ValueError(f"filters of a saved search cannot be {given!r}")
    return Filters(**{name: _PARSERS[name](value) for name, value in given.items()})


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no text")
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{value!r} is no number")
    return float(value)


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{value!r} is neither true nor false")
    return value


def _several(parse: Callable[[str], Any]) -> Callable[[object], tuple[Any, ...]]:
    """What makes a tuple of a list of texts, each by `parse`."""

    def parsed(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise ValueError(f"{value!r} is no list")
        return tuple(parse(_text(each)) for each in value)

    return parsed


def _day(value: object) -> date:
    return date.fromisoformat(_text(value))


_PARSERS: dict[str, Callable[[object], Any]] = {field.name: _text for field in fields(Filters)} | {
    "type": lambda value: StatementType(_text(value)),
    "standing": lambda value: Standing(_text(value)),
    "act": lambda value: Act(_text(value)),
    "since": _day,
    "until": _day,
    "said_from": _day,
    "said_to": _day,
    "min_confidence": _number,
    "max_confidence": _number,
    "decided": _truth,
    "types": _several(StatementType),
    "acts": _several(Act),
    "stances": _several(Stance),
    "sources": _several(str),
}
