"""What filters and facets look at, to be held against what the statements say."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Integer, Select, bindparam, select, type_coerce

from wortlaut.record.problems import Problem, ProblemKind
from wortlaut.record.tables.keys import version_keys
from wortlaut.record.tables.rows import AnyRow, Values
from wortlaut.record.tables.schema import listed, mention, party, statement, who

__all__ = ["MENTIONS", "NAMES", "check_listed", "folded_words"]

NAMES = (
    select(who.c.statement_key, mention.c.folded)
    .join(statement, statement.c.key == who.c.statement_key)
    .outerjoin(mention, mention.c.key == who.c.name_key)
    .where(statement.c.version_key == bindparam("key"))
    .order_by(who.c.role.desc(), who.c.position)
)
MENTIONS = (
    select(party.c.statement_key, mention.c.folded)
    .join(mention)
    .join(statement)
    .where(statement.c.version_key == bindparam("key"))
    .order_by(party.c.role.desc(), party.c.position)  # speakers first, as in `statement_rows`
)

_LISTED = select(
    *(listed.c.key, listed.c.type, listed.c.certainty, listed.c.act, listed.c.stance),
    type_coerce(listed.c.is_decided, Integer).label("is_decided"),  # any but 0 would be taken for true
).where(listed.c.key.between(bindparam("first"), bindparam("last")))


def check_listed(
    connection: Connection, version: AnyRow, where: str, wanted: Mapping[int, Values]
) -> Iterator[Problem]:
    """How a version is in the lists otherwise than as `wanted`, what filters look at by the keys of its statements."""
    keys = version_keys(version.published, version.key)
    found = connection.execute(_LISTED, {"first": keys.first, "last": keys.last})
    if {row.key: dict(row._mapping) for row in found} != {key: {"key": key} | row for key, row in wanted.items()}:
        yield Problem(ProblemKind.INDEX, where, {"what": "what filters look at differs"})


def folded_words(connection: Connection, query: Select[Any], key: int) -> Mapping[int, Sequence[str | None]]:
    """The folded words of a version's `MENTIONS` or `NAMES`, by statement."""
    found: defaultdict[int, list[str | None]] = defaultdict(list)
    for row in connection.execute(query, {"key": key}):
        found[row.statement_key].append(row.folded)
    return found
