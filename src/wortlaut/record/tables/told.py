"""What versions tell of events, packed as it is kept, and as rows."""

import json
import zlib
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from wortlaut.matching.occasions import Told, kind_class, reach_of
from wortlaut.record.search.folding import fold_name
from wortlaut.record.tables.packing import pack_spans, unpack_raw, unpack_spans
from wortlaut.types import AnnouncedEvent, EventKind, EventPart, EventStatus, PartyKind, Signs, Span, Telling

__all__ = [
    "WHERE",
    "WHO",
    "day_of",
    "ordinal",
    "pack_tellings",
    "part_values",
    "sign_values",
    "telling_values",
    "told_of_row",
    "unpack_tellings",
]

WHO, WHERE = "who", "where"

_LEVEL = 6
_SIGN_BYTES = 4
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def pack_tellings(given: Sequence[Telling]) -> bytes:
    """What a version tells of events: JSON, compressed."""
    return zlib.compress(_ENCODER.encode([_packed(each) for each in given]).encode("utf-8", "surrogatepass"), _LEVEL)


def unpack_tellings(packed: bytes) -> tuple[Telling, ...]:
    """What was packed; raises `ValueError` where it is damaged."""
    try:
        return tuple(_unpacked(row) for row in json.loads(unpack_raw(packed)))
    except (TypeError, AttributeError) as error:
        raise ValueError(f"what is told of events has a value that cannot be: {error}") from error


def telling_values(told: Told) -> dict[str, Any]:
    """The columns of a telling, but for its keys and for what it hangs together with."""
    return {
        "id": told.id,
        "position": told.position,
        "kind": told.kind.value,
        "status": told.status.value,
        "is_announced": told.is_announced,
        "published": ordinal(told.published),
        "since": ordinal(told.since),
        "until": ordinal(told.until),
        "reach": ordinal(reach_of(told)),
        "signs": _ENCODER.encode(_pack_signs(told.signs)),
    }


def told_of_row(row: Any) -> Told:
    """The telling of a row with its article's id as `article_id`; raises `ValueError` where it is damaged."""
    return Told(
        id=row.id,
        article=row.article_id,
        position=row.position,
        published=day_of(row.published),
        kind=EventKind(row.kind),
        status=EventStatus(row.status),
        since=day_of(row.since),
        until=day_of(row.until),
        signs=_signs(row.signs),
        is_announced=bool(row.is_announced),
    )


def part_values(given: Telling) -> list[dict[str, Any]]:
    """The columns of who and where, but for the telling's key."""
    actors = given.actors or (None,) * len(given.event.who)
    who = [(WHO, at, part.name, actor) for at, (part, actor) in enumerate(zip(given.event.who, actors, strict=True))]
    where = [(WHERE, at, part.name, None) for at, part in enumerate(given.event.where)]
    return [
        {"role": role, "position": at, "name": name, "folded": fold_name(name), "linked": linked}
        for role, at, name, linked in (*who, *where)
    ]


def sign_values(told: Told) -> list[dict[str, Any]]:
    """The columns by which a telling is found, but for its key; none of an article without a day."""
    if told.published is None:
        return []
    own = told.signs.who | told.signs.where | told.signs.topics
    found = {_digest(name): False for name in told.signs.names} | {_digest(name): True for name in own}
    kind, published = kind_class(told.kind).value, told.published.toordinal()
    return [
        {"sign": sign, "kind": kind, "published": published, "is_own": is_own} for sign, is_own in sorted(found.items())
    ]


def ordinal(day: date | None) -> int | None:
    """The day as the tables of events have it."""
    return None if day is None else day.toordinal()


def day_of(number: int | None) -> date | None:
    """The day of a column; raises `ValueError` where it is none."""
    return None if number is None else date.fromordinal(number)


@lru_cache(maxsize=2**14)
def _digest(name: str) -> int:
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=_SIGN_BYTES).digest(), "big")


@lru_cache(maxsize=2**12)
def _signs(packed: str) -> Signs:
    return _unpack_signs(json.loads(packed))


def _pack_signs(signs: Signs) -> list[str]:
    return [" ".join(sorted(each)) for each in (signs.who, signs.where, signs.topics, signs.words, signs.names)]


def _unpack_signs(packed: Sequence[str]) -> Signs:
    who, where, topics, words, names = (frozenset(each.split()) for each in packed)
    return Signs(who, where, topics, words, names)


def _packed(given: Telling) -> list[object]:
    event = given.event
    return [
        given.id,
        given.is_announced,
        event.kind.value,
        event.status.value,
        event.title,
        pack_spans(event.what),
        _parts(event.who),
        _parts(event.where),
        pack_spans(event.when),
        None if event.since is None else event.since.isoformat(),
        None if event.until is None else event.until.isoformat(),
        pack_spans(event.agenda),
        event.statement,
        float(event.certainty),
        _pack_signs(given.signs),
        list(given.actors),
        None if given.words is None else pack_spans([given.words]),
    ]


def _unpacked(row: Sequence[Any]) -> Telling:
    name, is_announced, kind, status, title, what, who, where, when, since, until, agenda, statement, *rest = row
    certainty, signs, actors, words = rest
    event = AnnouncedEvent(
        kind=EventKind(kind),
        status=EventStatus(status),
        title=title,
        what=unpack_spans(what),
        who=_parts_of(who),
        where=_parts_of(where),
        when=unpack_spans(when),
        since=None if since is None else date.fromisoformat(since),
        until=None if until is None else date.fromisoformat(until),
        agenda=unpack_spans(agenda),
        statement=statement,
        certainty=certainty,
    )
    return Telling(
        name,
        event,
        bool(is_announced),
        _unpack_signs(signs),
        tuple(actors),
        None if words is None else unpack_spans(words)[0],
    )


def _parts(parts: Sequence[EventPart]) -> list[list[object]]:
    kinds = [None if part.kind is None else part.kind.value for part in parts]
    return [[part.span.start, part.span.end, part.name, kind] for part, kind in zip(parts, kinds, strict=True)]


def _parts_of(rows: Sequence[Sequence[Any]]) -> tuple[EventPart, ...]:
    return tuple(
        EventPart(Span(start, end), name, None if kind is None else PartyKind(kind)) for start, end, name, kind in rows
    )
