"""Checking that what filters and facets look at is what the statements say."""

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, Integer, bindparam, select, type_coerce

from wortlaut.record.problems import Problem, ProblemKind
from wortlaut.record.tables.keys import version_keys
from wortlaut.record.tables.rows import AnyRow, Values
from wortlaut.record.tables.schema import listed

__all__ = ["check_listed"]

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
