"""What waits for people to look at: statements that nobody decided about, the most needful first."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, func, select, true

from wortlaut.record.contents import Filters, Sort
from wortlaut.record.search.finding import Finding
from wortlaut.record.search.searching import Wanted, passing, wanted_keys
from wortlaut.record.tables.loading import load_found
from wortlaut.record.tables.schema import article, article_version, statement
from wortlaut.types import Found

__all__ = ["Queued", "Queueing", "ReviewOrder"]

# Statements loaded at a time, as in `finding`.
_BATCH = 200
# Certainties within one such step are taken for equal, so that the most cited goes first; by judgement.
_STEPS = 20


_CITED = func.count().label("cited")
_MANY = select(article.c.original_key, _CITED).group_by(article.c.original_key).having(_CITED > 1).subquery("copies")
# The current versions of all articles that repeat another, or that another repeats, with the number of all of these.
_COPIES = (
    select(article_version.c.key, _MANY.c.cited)
    .select_from(_MANY)
    .join(article, article.c.original_key == _MANY.c.original_key)
    .join(article_version, article_version.c.article_key == article.c.key)
    .where(article_version.c.is_current == true())
)


class ReviewOrder(StrEnum):
    """In which order statements wait to be looked at."""

    CERTAINTY = "certainty"  # the least certain first, by steps of 5 %; of one step the most cited
    CITED = "cited"  # the most cited first; of those cited as often the least certain


@dataclass(frozen=True, slots=True)
class Queued:
    """A statement to look at, and how many articles carry the piece of copy that it stands in."""

    found: Found
    cited: int


class Queueing(Finding):
    """What people have not looked at in an open record."""

    def queue(
        self,
        filters: Filters | None = None,
        *,
        order: ReviewOrder = ReviewOrder.CERTAINTY,
        limit: int | None = None,
    ) -> Iterator[Queued]:
        """The wanted statements that nobody decided about any part of, in the order asked for."""
        undecided = replace(filters or Filters(), decided=False)
        terms = self._terms(undecided.words)
        with self._reading() as connection:
            asked = self._wanted(connection, undecided, terms)
            queued = _queued(connection, asked, order, limit)
        for start in range(0, len(queued), _BATCH):
            batch = queued[start : start + _BATCH]
            counts = {each.statement_id: each.cited for each in batch}
            with self._reading() as connection:
                found = list(load_found(connection, {each.key: None for each in batch}, terms))
            yield from (Queued(each, counts[each.statement.id]) for each in found)


@dataclass(frozen=True, slots=True)
class _Place:
    """A statement's place in the queue."""

    key: int
    statement_id: str
    certainty: float
    cited: int

    def rank(self, order: ReviewOrder) -> tuple[float, ...]:
        """What is less comes first."""
        if order is ReviewOrder.CITED:
            return -self.cited, self.certainty, -self.key
        return int(self.certainty * _STEPS), -self.cited, self.certainty, -self.key


def _queued(connection: Connection, asked: Wanted, order: ReviewOrder, limit: int | None) -> list[_Place]:
    """The places of the wanted statements in order.

    All that are cited more than once, and the least certain of all: of those cited once no other can be among the
    first, since whatever is less certain goes before it in either order.
    """
    least = wanted_keys(connection, asked, Sort.CERTAINTY, limit)
    places = {each.key: each for each in _places(connection, least)}
    bound: list[ColumnElement[bool]] = []
    if order is ReviewOrder.CERTAINTY and limit is not None and len(least) == limit and limit:
        last = max(int(each.certainty * _STEPS) for each in places.values())
        bound = [statement.c.certainty < (last + 1) / _STEPS]
    places |= {each.key: each for each in _often_cited(connection, asked, bound)}
    return sorted(places.values(), key=lambda each: each.rank(order))[:limit]


def _places(connection: Connection, keys: Sequence[int]) -> Iterator[_Place]:
    """The places of these statements, as if each were cited once."""
    query = select(statement.c.key, statement.c.id, statement.c.certainty)
    for row in connection.execute(query.where(_listed(statement.c.key, keys))):
        yield _Place(*row, cited=1)


def _often_cited(connection: Connection, asked: Wanted, bound: Sequence[ColumnElement[bool]]) -> Iterator[_Place]:
    """The places of the wanted statements that stand in copy which more than one article carries."""
    cited = {row.key: row.cited for row in connection.execute(_COPIES)}
    # Query by query: in one, SQLite begins with all undecided statements (60,000: 0.2 s).
    query = select(statement.c.key, statement.c.id, statement.c.certainty, statement.c.version_key)
    undecided = (statement.c.decided.is_(None), *bound)
    rows = connection.execute(query.where(_listed(statement.c.version_key, list(cited)), *undecided)).all()
    wanted = set(passing(connection, asked, [row.key for row in rows], whatever_words=False))
    return (_Place(row.key, row.id, row.certainty, cited[row.version_key]) for row in rows if row.key in wanted)


def _listed(column: ColumnElement[int], keys: Sequence[int]) -> ColumnElement[bool]:
    listed = func.json_each(json.dumps(list(keys))).table_valued("value")
    return column.in_(select(listed.c.value))
