"""What readers found in an article, reading by reader's reading, as it was when it came in."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, insert, select, true, update

from wortlaut.record.tables.packing import pack_statements, unpack_statements
from wortlaut.record.tables.rows import Values, reading_seal
from wortlaut.record.tables.schema import article_version, reading
from wortlaut.types import Provenance, Statement

__all__ = ["Reading", "load_readings", "put_reading", "reading_values", "was_read"]

_FIND = select(reading.c.key).where(
    reading.c.version_key == bindparam("version_key"),
    reading.c.is_current == true(),
    reading.c.reader == bindparam("reader"),
    reading.c.weights == bindparam("weights"),
    reading.c.version == bindparam("version"),
)
_LAST_TURN = (
    select(func.coalesce(func.max(reading.c.turn), 0))
    .join(article_version)
    .where(article_version.c.article_key == bindparam("article_key"))
)
_OF_ARTICLE = (
    select(reading, article_version.c.number)
    .join(article_version)
    .where(article_version.c.article_key == bindparam("article_key"))
    .order_by(article_version.c.number, reading.c.turn)
)
_INSERT = insert(reading)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader found in one version of an article, in places of that version."""

    key: int
    version_key: int
    version_number: int
    is_current: bool  # the last one of its version
    made_by: Provenance
    statements: tuple[Statement, ...]


def was_read(connection: Connection, version_key: int, made_by: Provenance) -> bool:
    """Whether the last reading of the version was made by this very reader."""
    return connection.execute(_FIND, _values(version_key, made_by)).first() is not None


def put_reading(
    connection: Connection,
    article_key: int,
    version_key: int,
    made_by: Provenance,
    statements: Sequence[Statement],
    *,
    key: int,
) -> None:
    """Nothing; the reading of that key, of an article that has others, is the last one of its version now."""
    turn = connection.execute(_LAST_TURN, {"article_key": article_key}).scalar_one() + 1
    connection.execute(update(reading).where(reading.c.version_key == version_key).values(is_current=False))
    values = reading_values(version_key, made_by, turn, statements)
    connection.execute(_INSERT, values | {"key": key})


def reading_values(version_key: int, made_by: Provenance, turn: int, statements: Sequence[Statement]) -> Values:
    """The columns of a reading that is the last one of its version, but for its key."""
    packed = pack_statements(statements)
    seal = reading_seal(made_by, turn, packed)
    return _values(version_key, made_by) | {"is_current": True, "turn": turn, "found": packed, "seal": seal}


def load_readings(connection: Connection, article_key: int, article_id: str) -> list[Reading]:
    """All readings of the article: of its first version first, of one version in the order in which they were made."""
    return [
        Reading(
            key=row.key,
            version_key=row.version_key,
            version_number=row.number,
            is_current=row.is_current,
            made_by=(made_by := Provenance(row.reader, row.weights, row.version)),
            statements=unpack_statements(row.found, article_id=article_id, made_by=made_by),
        )
        for row in connection.execute(_OF_ARTICLE, {"article_key": article_key})
    ]


def _values(version_key: int, made_by: Provenance) -> Values:
    return {
        "version_key": version_key,
        "reader": made_by.reader,
        "weights": made_by.weights,
        "version": made_by.version,
    }
