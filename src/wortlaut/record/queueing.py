"""What waits for people to look at: statements that nobody decided about, the most needful first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, Integer, cast, func, select

from wortlaut.record.contents import Filters, Sort
from wortlaut.record.finding import Finding
from wortlaut.record.loading import load_found
from wortlaut.record.schema import article, article_version, statement
from wortlaut.record.searching import Wanted, wanted_keys, wanted_query
from wortlaut.types import Found

__all__ = ["Queued", "Queueing", "ReviewOrder"]

# Statements loaded at a time, as in `finding`.
_BATCH = 200
# Certainties within one such step are taken for equal, so that the most cited goes first; by judgement.
_STEPS = 20


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
    cited: int


def _queued(connection: Connection, asked: Wanted, order: ReviewOrder, limit: int | None) -> list[_Place]:
    """The places of the wanted statements in order."""
    there: list[ColumnElement[bool]] = [statement.c.key.in_(wanted_query(connection, asked))]
    if order is ReviewOrder.CERTAINTY and limit is not None:
        there += _sure_enough(connection, asked, limit)
    other = article.alias("other")
    count = select(func.count()).where(other.c.original_key == article.c.original_key).correlate(article)
    cited = count.scalar_subquery().label("cited")
    step = cast(statement.c.certainty * _STEPS, Integer)
    by_order = {
        ReviewOrder.CERTAINTY: (step, cited.desc(), statement.c.certainty),
        ReviewOrder.CITED: (cited.desc(), statement.c.certainty),
    }
    query = (
        select(statement.c.key, statement.c.id, cited)
        .select_from(statement.join(article_version).join(article))
        .where(*there)
        .order_by(*by_order[order], statement.c.key.desc())
        .limit(limit)
    )
    return [_Place(row.key, row.id, row.cited) for row in connection.execute(query)]


def _sure_enough(connection: Connection, asked: Wanted, limit: int) -> list[ColumnElement[bool]]:
    """The condition that a certainty is within the steps that the first `limit` reach, so that few are to be sorted."""
    first = wanted_keys(connection, asked, Sort.CERTAINTY, limit)
    if len(first) < limit or not first:
        return []
    last = connection.execute(select(statement.c.certainty).where(statement.c.key == first[-1])).scalar_one()
    return [statement.c.certainty < (int(last * _STEPS) + 1) / _STEPS]
