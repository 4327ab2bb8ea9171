"""Events in the tables: which tellings are of one, and what became of it, after what people decided.

What a telling goes on about depends on it and on those that are like it alone (`wortlaut.matching.occasions`), so only
what hangs together with something that changed is looked at, and the order in which articles come in makes no
difference.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, delete, func, insert, select, text, update

from wortlaut.matching.occasions import LONGEST, Occasion, Tie, Told, gathered, kind_class, rank_of, reach_of, tie_of
from wortlaut.record.keeping.event_ledger import EventLedger, Judged
from wortlaut.record.people.history import load_event_entries
from wortlaut.record.search.folding import fold_text
from wortlaut.record.search.selecting import values
from wortlaut.record.tables.rows import AnyRow, Values
from wortlaut.record.tables.schema import (
    announcement,
    article,
    article_content,
    article_version,
    occasion,
    telling,
    telling_sign,
)
from wortlaut.record.tables.told import ordinal, sign_values, told_of_row, unpack_tellings
from wortlaut.types import EventStatus, Telling

__all__ = [
    "Loosened",
    "drop_tellings",
    "like_of",
    "load_told",
    "occasion_values",
    "rewoven",
    "tie_in",
    "together",
    "weave",
    "words_of",
]

_TOLD = (
    select(telling, article.c.id.label("article_id"))
    .join(article_version, article_version.c.key == telling.c.version_key)
    .join(article, article.c.key == article_version.c.article_key)
)
_OF_VERSION = _TOLD.where(telling.c.version_key == bindparam("version_key"))
_FOUND = select(announcement.c.found, article_content.c.text).join(
    article_content, article_content.c.version_key == announcement.c.version_key
)
_SIGNS = (
    delete(telling_sign)
    .where(telling_sign.c.sign == bindparam("of_sign"), telling_sign.c.kind == bindparam("of_kind"))
    .where(telling_sign.c.published == bindparam("of_day"), telling_sign.c.telling_key == bindparam("of_key"))
)
_SET_TIE = (
    update(telling)
    .where(telling.c.key == bindparam("of_key"))
    .values(earlier_key=bindparam("to_key"), score=bindparam("to_score"))
)
_SET_OCCASION = update(telling).where(telling.c.key == bindparam("of_key")).values(occasion_key=bindparam("to_key"))
# Those that share a sign with a telling, of the same kind, and whose days do not speak against it.
_LIKE = text(
    """
    WITH found (key) AS (
      SELECT telling_key FROM telling_sign
      WHERE kind = :kind AND published BETWEEN :first AND :last AND sign IN (SELECT value FROM json_each(:own))
      UNION
      SELECT telling_key FROM telling_sign
      WHERE kind = :kind AND published BETWEEN :first AND :last AND is_own AND
        sign IN (SELECT value FROM json_each(:around))
    )
    SELECT telling.*, article.id AS article_id FROM found
    JOIN telling ON telling.key = found.key
    JOIN article_version ON article_version.key = telling.version_key
    JOIN article ON article.key = article_version.article_key
    WHERE (telling.published > :published OR telling.reach >= :published)
      AND (telling.until IS NULL OR :until IS NULL OR telling.status = 'postponed' OR :is_postponed
        OR (coalesce(telling.since, telling.until) <= :until AND telling.until >= :since))
    """
)


@dataclass(slots=True)
class Loosened:
    """What is to be looked after: tellings that came in, those whose earlier one went, events that lost some."""

    added: set[int] = field(default_factory=set)
    orphans: set[int] = field(default_factory=set)
    occasions: set[int] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.added or self.orphans or self.occasions)


def load_told(connection: Connection, keys: Collection[int]) -> dict[int, AnyRow]:
    """The rows of these tellings with their articles' ids, by their keys."""
    rows = connection.execute(_TOLD.where(telling.c.key.in_(values(sorted(keys)))))
    return {row.key: row for row in rows}


def drop_tellings(connection: Connection, version_key: int, loosened: Loosened) -> None:
    """Nothing; what the version tells of events is gone, and it is noted what hung together with it."""
    rows = connection.execute(_OF_VERSION, {"version_key": version_key}).all()
    if not rows:
        return
    keys = [row.key for row in rows]
    signs = [
        {"of_sign": each["sign"], "of_kind": each["kind"], "of_day": each["published"], "of_key": row.key}
        for row in rows
        for each in sign_values(told_of_row(row))
    ]
    if signs:
        connection.execute(_SIGNS, signs)
    loosened.occasions.update(row.occasion_key for row in rows if row.occasion_key is not None)
    loosened.orphans.update(
        connection.execute(select(telling.c.key).where(telling.c.earlier_key.in_(values(keys)))).scalars()
    )
    connection.execute(delete(telling).where(telling.c.key.in_(values(keys))))
    for known in (loosened.added, loosened.orphans):
        known.difference_update(keys)


def weave(connection: Connection, loosened: Loosened) -> None:
    """Nothing; all that hangs together with what changed is the events that tellings and decisions make."""
    moved = set(loosened.added | loosened.orphans)
    for row in load_told(connection, moved).values():
        moved |= _tie(connection, row, is_new=row.key in loosened.added)
    entries = load_event_entries(connection)
    rewoven(connection, moved, loosened.occasions, EventLedger.of(entries))


def rewoven(connection: Connection, keys: Collection[int], occasions: Collection[int], ledger: EventLedger) -> None:
    """Nothing; whatever hangs together with these tellings or events is made anew."""
    seeds = set(keys)
    lost = values(sorted(occasions))
    seeds.update(connection.execute(select(telling.c.key).where(telling.c.occasion_key.in_(lost))).scalars())
    rows: dict[int, AnyRow] = {}
    gone = set(occasions)
    while seeds:
        rows |= together(connection, seeds, ledger)
        gone.update(row.occasion_key for row in rows.values() if row.occasion_key is not None)
        theirs = select(telling.c.key).where(telling.c.occasion_key.in_(values(sorted(gone))))
        seeds = set(connection.execute(theirs).scalars()) - rows.keys()
    made = list(_made(rows, ledger))
    connection.execute(delete(occasion).where(occasion.c.key.in_(values(sorted(gone)))))  # and no telling is of one
    if not made:
        return
    next_key = connection.execute(select(func.coalesce(func.max(occasion.c.key), 0))).scalar_one() + 1
    titles = _titles(connection, rows, [each.head.id for each, _ in made])
    by_id = {row.id: key for key, row in rows.items()}
    written: list[Values] = []
    belong: list[Values] = []
    for key, (each, judged) in enumerate(made, next_key):
        written.append(occasion_values(each, judged, *titles[each.head.id]) | {"key": key})
        belong += ({"of_key": by_id[told.id], "to_key": key} for told in each.told)
    connection.execute(insert(occasion), written)
    connection.execute(_SET_OCCASION, belong)


def together(connection: Connection, seeds: Collection[int], ledger: EventLedger) -> dict[int, AnyRow]:
    """The rows of all tellings that hang together with these, by their keys."""
    known: dict[int, AnyRow] = {}
    new = set(seeds)
    while new:
        rows = load_told(connection, new)
        known |= rows
        new = {row.earlier_key for row in rows.values() if row.earlier_key is not None}
        below = select(telling.c.key).where(telling.c.earlier_key.in_(values(sorted(rows))))
        new.update(connection.execute(below).scalars())
        if others := ledger.with_others({row.id for row in rows.values()}):
            found = select(telling.c.key).where(telling.c.id.in_(values(sorted(others))))
            new.update(connection.execute(found).scalars())
        new -= known.keys()
    return known


def occasion_values(found: Occasion, judged: Judged, title: str, words: str) -> Values:
    """The columns of an event, but for its key."""
    days = [each.published for each in found.told if each.published is not None]
    return {
        "id": found.head.id,
        "kind": found.head.kind.value,
        "title": title,
        "words": words,
        "outcome": judged.outcome.value,
        "since": ordinal(judged.since),
        "until": ordinal(judged.until),
        "day": ordinal(judged.since or judged.until),
        "first_told": ordinal(min(days, default=None)),
        "last_told": ordinal(max(days, default=None)),
        "is_rejected": judged.is_rejected,
        "decided": " ".join(f"{part}:{number}" for part, number in judged.decided) or None,
    }


def _made(rows: Mapping[int, AnyRow], ledger: EventLedger) -> Iterator[tuple[Occasion, Judged]]:
    told = {key: told_of_row(row) for key, row in rows.items()}
    earlier = {row.id: rows[row.earlier_key].id for row in rows.values() if row.earlier_key in rows}
    for each in gathered(told.values(), earlier, same=ledger.same, apart=ledger.apart):
        yield each, ledger.judged(each)


def _titles(connection: Connection, rows: Mapping[int, AnyRow], ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    """The titles of these tellings, and the folded words by which their events are searched, by their ids."""
    wanted = set(ids)
    versions = {row.version_key for row in rows.values() if row.id in wanted}
    query = _FOUND.where(announcement.c.version_key.in_(values(sorted(versions))))
    return {
        each.id: (each.event.title, words_of(each, row.text))
        for row in connection.execute(query)
        for each in unpack_tellings(row.found)
        if each.id in wanted
    }


def words_of(telling_: Telling, text: str) -> str:
    """The folded words by which the event is searched that the telling in the text announces."""
    event = telling_.event
    names = [part.name for part in (*event.who, *event.where)]
    return fold_text(" ".join([event.title, *names, *(span.of(text) for span in event.agenda)]))


def tie_in(told: Told, like: Iterable[AnyRow]) -> tuple[int, int] | None:
    """The key of the telling that this one goes on about, with how much speaks for it; None where it is none's."""
    rows = list(like)
    known = {row.id: row.key for row in rows}
    tie = tie_of(told, [told_of_row(row) for row in rows])
    return None if tie is None else (known[tie.earlier.id], tie.score)


def like_of(connection: Connection, told: Told) -> list[AnyRow]:
    """The rows of the tellings that may be of the same event, earlier and later ones."""
    if told.published is None:
        return []
    signs = sign_values(told)
    own = [each["sign"] for each in signs if each["is_own"]]
    around = [each["sign"] for each in signs if not each["is_own"]]
    published, reach = told.published.toordinal(), reach_of(told)
    given = {
        "kind": kind_class(told.kind).value,
        "own": str(own),
        "around": str(around),
        "first": published - LONGEST.days,
        "last": max(published, ordinal(reach) or 0),
        "published": published,
        "since": ordinal(told.since or told.until),
        "until": ordinal(told.until),
        "is_postponed": told.status is EventStatus.POSTPONED,
    }
    return [row for row in connection.execute(_LIKE, given) if row.id != told.id]


def _tie(connection: Connection, row: AnyRow, *, is_new: bool) -> set[int]:
    """The keys of the tellings that go on about another one now: this one, and later ones that are more like it."""
    told = told_of_row(row)
    like = like_of(connection, told)
    found = tie_in(told, like)
    changes: list[Values] = []
    if found is not None or row.earlier_key is not None:
        changes.append({"of_key": row.key, "to_key": found and found[0], "to_score": found[1] if found else 0})
    moved: set[int] = {row.key}
    for other in like if is_new and told.is_anchor else ():
        later = told_of_row(other)
        tie = tie_of(later, [told])
        if tie is not None and _is_better(connection, tie, other):
            changes.append({"of_key": other.key, "to_key": row.key, "to_score": tie.score})
            moved.add(other.key)
    if changes:
        connection.execute(_SET_TIE, changes)
    return moved


def _is_better(connection: Connection, tie: Tie, row: AnyRow) -> bool:
    """Whether the tie goes before the one that the telling of the row has so far."""
    if row.earlier_key is None or tie.score != row.score:
        return tie.score > int(row.score)
    (present,) = load_told(connection, [row.earlier_key]).values()
    return rank_of(tie) < rank_of(Tie(told_of_row(present), row.score))
