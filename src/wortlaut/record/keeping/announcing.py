"""What versions tell of events: kept as it was found, under ids that stay, and put into the tables.

It is found together with who is meant, of the very same text, day and statements, so it is kept and made anew together
with that (`wortlaut.record.keeping.meaning`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import Connection, bindparam, delete, insert, select

from wortlaut.matching.occasions import Told, kind_class, told_of
from wortlaut.record.keeping.weaving import drop_tellings
from wortlaut.record.tables.rows import Values, seal_of
from wortlaut.record.tables.schema import announcement, telling, telling_part, telling_sign
from wortlaut.record.tables.told import (
    pack_tellings,
    part_values,
    sign_values,
    telling_values,
    unpack_tellings,
)
from wortlaut.types import Span, Telling, event_id

if TYPE_CHECKING:
    from wortlaut.matching.alignment import Alignment
    from wortlaut.record.keeping.batching import Batch
    from wortlaut.record.keeping.projecting import ArticleState, Version

__all__ = [
    "announce",
    "announcement_seal",
    "announcement_values",
    "forget",
    "identified_tellings",
    "load_tellings",
    "put_tellings",
    "there_rows",
    "wanted_rows",
]

_FIND = select(announcement.c.found).where(announcement.c.version_key == bindparam("version_key"))
_INSERT = insert(announcement).prefix_with("OR REPLACE", dialect="sqlite")
_DELETE = delete(announcement).where(announcement.c.version_key == bindparam("of_version"))
_COLUMNS = tuple("id position kind status is_announced published since until reach signs".split())
_THERE = (
    select(*(telling.c[name] for name in _COLUMNS))
    .where(telling.c.version_key == bindparam("version_key"))
    .order_by(telling.c.position)
)
_PARTS = (
    select(telling.c.position.label("at"), telling_part)
    .join(telling, telling.c.key == telling_part.c.telling_key)
    .where(telling.c.version_key == bindparam("version_key"))
    .order_by(telling.c.position, telling_part.c.role.desc(), telling_part.c.position)
)


def announcement_seal(made_by: str, basis: bytes, found: bytes) -> bytes:
    """The digest of what a version tells of events: what found it, in what, and what it found."""
    return seal_of("events", made_by, basis, found)


def announcement_values(version_key: int, made_by: str, basis: bytes, given: Sequence[Telling]) -> Values:
    """The columns of what a version tells of events."""
    found = pack_tellings(given)
    seal = announcement_seal(made_by, basis, found)
    return {"version_key": version_key, "made_by": made_by, "basis": basis, "found": found, "seal": seal}


def load_tellings(connection: Connection, version_key: int) -> tuple[Telling, ...]:
    """What the version tells of events; nothing where nobody looked."""
    found = connection.execute(_FIND, {"version_key": version_key}).scalar_one_or_none()
    return () if found is None else unpack_tellings(found)


def announce(
    connection: Connection,
    article: ArticleState,
    version: Version,
    *,
    made_by: str,
    basis: bytes,
    given: Sequence[Telling],
) -> None:
    """Nothing; what the version tells of events is kept, and what was told before has the id that it had."""
    known = _known(connection, article, version)
    kept = identified_tellings(article.id, given, known)
    connection.execute(_INSERT, announcement_values(version.key, made_by, basis, kept))


def forget(connection: Connection, version_key: int) -> None:
    """Nothing; it is not kept what the version tells of events."""
    connection.execute(_DELETE, {"of_version": version_key})


def identified_tellings(
    article_id: str, given: Sequence[Telling], known: Iterable[tuple[Sequence[Telling], Alignment | None]]
) -> list[Telling]:
    """The tellings with the ids of the known ones that they are, else with ones that no other has.

    The earlier of `known` go first. One is another where they are of one kind and named by the same words.
    """
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for others, way in known:
        for other in others:
            taken.add(other.id)
            if other.id in ids.values():
                continue
            places = other.event.what if way is None else way.carry_all(other.event.what) or ()
            same = (at for at, each in enumerate(given) if at not in ids and _is_same(each, other, places))
            if (at := next(same, None)) is not None:
                ids[at] = other.id
    for at, each in enumerate(given):
        if at not in ids:
            ids[at] = _fresh(article_id, each, taken | set(ids.values()))
    return [replace(each, id=ids[at]) for at, each in enumerate(given)]


def put_tellings(batch: Batch, article_id: str, version: Version, given: Sequence[Telling], *, is_new: bool) -> None:
    """Nothing; the tables have what the version tells of events, and what hangs together will be made anew."""
    told = told_of(article_id, version.published, given)
    if not is_new:
        if list(there_rows(batch.connection, version.key)) == wanted_rows(told, given):
            return
        drop_tellings(batch.connection, version.key, batch.loosened)
    for each, whole in zip(told, given, strict=True):
        key = batch.key(telling)
        batch.add(telling, [telling_values(each) | _LOOSE | {"key": key, "version_key": version.key}])
        batch.add(telling_part, [row | {"telling_key": key} for row in part_values(whole)])
        batch.add(telling_sign, [row | {"telling_key": key} for row in sign_values(each)])
        batch.loosened.added.add(key)


def wanted_rows(told: Sequence[Told], given: Sequence[Telling]) -> list[tuple[Values, list[Values]]]:
    """What the tables are to have of these tellings, each with who and where."""
    return [(telling_values(each), part_values(whole)) for each, whole in zip(told, given, strict=True)]


def there_rows(connection: Connection, version_key: int) -> Iterator[tuple[Values, list[Values]]]:
    """What the tables have of the version's tellings, each with who and where."""
    parts: dict[int, list[Values]] = {}
    for row in connection.execute(_PARTS, {"version_key": version_key}):
        values = dict(row._mapping)
        at = values.pop("at")
        del values["telling_key"]
        parts.setdefault(at, []).append(values)
    for row in connection.execute(_THERE, {"version_key": version_key}).all():
        yield dict(row._mapping), parts.get(row.position, [])


_LOOSE: Values = {"earlier_key": None, "score": 0, "occasion_key": None}


def _known(
    connection: Connection, article: ArticleState, version: Version
) -> Iterator[tuple[Sequence[Telling], Alignment | None]]:
    """What was told by this version so far, then by the others, the newest first."""
    for each in sorted(article.versions, key=lambda each: (each.key != version.key, -each.number)):
        yield load_tellings(connection, each.key), article.texts.way(each.number, version.number)


def _is_same(one: Telling, other: Telling, places: Sequence[Span]) -> bool:
    if kind_class(one.event.kind) is not kind_class(other.event.kind):
        return False
    return any(each.start < place.end and place.start < each.end for each in one.event.what for place in places)


def _fresh(article_id: str, each: Telling, used: set[str]) -> str:
    """The telling's own id, or the next that its places give where it is another's."""
    own, ordinal = each.id, 0
    while not own or own in used:
        own, ordinal = event_id(article_id, each.event, ordinal), ordinal + 1
    return own
