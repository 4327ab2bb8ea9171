"""Actors in the tables: which of them each name of a statement means, after what people decided."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, select, update

from wortlaut.record.contents import Meaning
from wortlaut.record.keeping.ledger import Ledger, Named, Reach
from wortlaut.record.people.history import load_actor_entries
from wortlaut.record.search.folding import fold_name
from wortlaut.record.search.selecting import values
from wortlaut.record.tables.rows import SPEAKER, AnyRow, Values, actor_seal
from wortlaut.record.tables.schema import actor, article, article_version, mention, statement, who
from wortlaut.types import PartyKind, StatementPart

__all__ = ["Called", "Calling", "Loose", "load_ledger", "named_of", "put_called", "reassign", "tidy"]

_WHO = (
    select(
        who.c.key,
        who.c.role,
        who.c.kind,
        who.c.name,
        who.c.linked,
        who.c.actor_key,
        statement.c.id.label("statement_id"),
        statement.c.decided,
        article.c.id.label("article_id"),
    )
    .join(statement, statement.c.key == who.c.statement_key)
    .join(article_version, article_version.c.key == statement.c.version_key)
    .join(article, article.c.key == article_version.c.article_key)
)
_NAMES = (
    select(who.c.name, who.c.linked, func.min(who.c.kind).label("kind"))
    .where(who.c.actor_key == bindparam("key"))
    .group_by(who.c.name, who.c.linked)
)
_IS_CALLED_SO = select(
    exists().where(
        who.c.name_key == select(mention.c.key).where(mention.c.folded == bindparam("folded")).scalar_subquery(),
        who.c.actor_key == bindparam("key"),
        who.c.name == bindparam("name"),
        who.c.kind == bindparam("kind"),
        who.c.linked == bindparam("linked"),
    )
)
_OWN_KIND = select(who.c.kind).where(who.c.linked == bindparam("linked"), who.c.actor_key == bindparam("key")).limit(1)
_DECIDED = re.compile(rf"\b{StatementPart.WHO}:(\d+)")
_BY_ARTICLE, _BY_LIST, _BY_PERSON = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Called:
    """An actor with what it is called and how much that counts: a person's word most, then a list's, then an article's.

    Of two names that articles have the longer one is taken, of two equally long ones the first in order of the letters.
    """

    id: str
    kind: str
    name: str
    wikidata: str | None = None
    weight: int = _BY_ARTICLE

    @property
    def is_given(self) -> bool:
        """Whether a person or a list calls it so, whatever articles do."""
        return self.weight >= _BY_LIST

    def values(self) -> Values:
        """The columns of the actor, but for its key."""
        seal = actor_seal(self.id, self.kind, self.name, self.wikidata)
        return {"id": self.id, "kind": self.kind, "name": self.name, "wikidata": self.wikidata, "seal": seal}

    def beside(self, other: "Called") -> "Called":
        """What the actor is called by both: by the name that goes before, and of the kind that does."""
        best, behind = (self, other) if self._rank() < other._rank() else (other, self)
        kind = best.kind if best.weight != behind.weight else min(best.kind, behind.kind)
        return best if kind == best.kind else replace(best, kind=kind)

    def _rank(self) -> tuple[int, int, str]:
        return -self.weight, -len(self.name), self.name


@dataclass(frozen=True, slots=True)
class Calling:
    """What actors are called, by people, by lists and by the articles that speak of them."""

    ledger: Ledger
    meaning: Meaning | None

    def called(self, each: str, *, kind: PartyKind, name: str | None, is_own: bool) -> Called:
        """The actor of that id, of whom an article speaks by the name; `is_own` where the name leads to that id."""
        made = self.ledger.made.get(each)
        listed = None if self.meaning is None else self.meaning.actor_name(each)
        wikidata = None if listed is None else listed.wikidata
        if made is not None and made.kind is not None:
            kind = made.kind
        if (given := self.ledger.called.get(each)) is not None:
            return Called(each, kind.value, given, wikidata, _BY_PERSON)
        if made is not None and made.called is not None:
            return Called(each, kind.value, made.called, None, _BY_LIST)
        if listed is not None:
            return Called(each, kind.value, listed.name, wikidata, _BY_LIST)
        return Called(each, kind.value, name or each, None, _BY_ARTICLE if is_own and name else 0)

    def is_given(self, each: str) -> bool:
        """Whether a person made the actor of that id, or a list has it: then no article's name is in the id."""
        return each in self.ledger.made or (self.meaning is not None and self.meaning.actor_name(each) is not None)

    def there(self, row: AnyRow, new: Called) -> Called:
        """The actor of a row as it is called so far, to be set beside what articles call it that come in."""
        is_listed = self.meaning is None and row.wikidata is not None  # by a list that is not at hand
        weight = _BY_LIST if is_listed else min(new.weight, _BY_ARTICLE) if row.name != row.id else 0
        return Called(row.id, row.kind, row.name, row.wikidata, weight)


@dataclass(slots=True)
class Loose:
    """Actors that are to be looked after: those that statements which go spoke of, and those that came to be spoken of.

    To find out what the former are called does not take long, as they nearly always keep their names.
    """

    left: set[int] = field(default_factory=set)
    changed: set[int] = field(default_factory=set)


def load_ledger(connection: Connection) -> Ledger:
    """What people decided about actors."""
    return Ledger.of(load_actor_entries(connection))


def named_of(row: AnyRow) -> Named:
    """Somebody who is named, of a row of `who` with the ids of its statement and article, and what was decided."""
    found = _DECIDED.search(row.decided) if row.decided and row.role == SPEAKER else None
    return Named(row.linked, row.name, row.article_id, row.statement_id, None if found is None else int(found[1]))


def put_called(
    connection: Connection, wanted: Mapping[str, Called], key: Callable[[], int], calling: Calling, loose: Loose
) -> dict[str, int]:
    """The keys of these actors by their ids: those that were not there are, the others are called the better name.

    Those who may be meant by names that lead to others are noted: what such a name counts must be asked of the tables.
    """
    keys: dict[str, int] = {}
    better: list[Values] = []
    for row in connection.execute(select(actor).where(actor.c.id.in_(values(sorted(wanted))))):
        called, keys[row.id] = wanted[row.id], row.key
        best = replace(called, kind=row.kind) if called.is_given else called.beside(calling.there(row, called))
        if (best.kind, best.name, best.wikidata) != (row.kind, row.name, row.wikidata):
            better.append(best.values() | {"of": row.key})
    new = [
        wanted[each].values() | {"key": keys.setdefault(each, key())} for each in sorted(wanted.keys() - keys.keys())
    ]
    loose.changed.update(keys[each] for each in wanted.keys() & calling.ledger.targets)
    if new:
        connection.execute(insert(actor), new)
    if better:
        connection.execute(update(actor).where(actor.c.key == bindparam("of")), better)
    return keys


def reassign(connection: Connection, reach: Reach, calling: Calling) -> None:
    """Nothing; wherever the reach goes those who are named are the actors that names and decisions make of them."""
    moved: dict[str | None, list[AnyRow]] = {}
    for row in _within(connection, reach):
        moved.setdefault(calling.ledger.actor_of(named_of(row)), []).append(row)
    keys = _keys(connection, {each for each in moved if each is not None} | reach.called)
    next_key = connection.execute(select(func.coalesce(func.max(actor.c.key), 0))).scalar_one() + 1
    touched = {keys[each] for each in reach.called if each in keys}
    changed: list[Values] = []
    for found, rows in moved.items():
        if found is not None and found not in keys:
            keys[found], next_key = next_key, next_key + 1
            called = calling.called(found, kind=PartyKind(rows[0].kind), name=rows[0].name, is_own=False)
            connection.execute(insert(actor).values(called.values() | {"key": keys[found]}))
        key = None if found is None else keys[found]
        others = [row for row in rows if row.actor_key != key]
        changed += ({"row": row.key, "of": key} for row in others)
        touched.update(row.actor_key for row in others if row.actor_key is not None)
        if others and key is not None:
            touched.add(key)
    if changed:
        connection.execute(update(who).where(who.c.key == bindparam("row")).values(actor_key=bindparam("of")), changed)
    tidy(connection, Loose(changed=touched), calling)


def tidy(connection: Connection, loose: Loose, calling: Calling) -> None:
    """Nothing; of these actors those of whom no statement speaks are gone, the others are called as they are now."""
    keys = values(sorted(loose.left | loose.changed))
    spoken_of = exists().where(who.c.actor_key == actor.c.key)
    connection.execute(delete(actor).where(actor.c.key.in_(keys), ~spoken_of))
    for row in connection.execute(select(actor).where(actor.c.key.in_(keys))).all():
        best = calling.called(row.id, kind=PartyKind(row.kind), name=None, is_own=False)
        if best.is_given:
            best = replace(best, kind=_kind_of(connection, calling, row)) if row.key in loose.changed else best
        elif row.key in loose.changed or not _is_called_so(connection, row):
            best = _best_of(connection, calling, row)
        else:
            continue
        if (best.kind, best.name, best.wikidata) != (row.kind, row.name, row.wikidata):
            connection.execute(update(actor).where(actor.c.key == row.key).values(best.values()))


def _keys(connection: Connection, ids: Collection[str]) -> dict[str, int]:
    query = select(actor.c.id, actor.c.key).where(actor.c.id.in_(values(sorted(ids))))
    return {row.id: row.key for row in connection.execute(query)}


def _within(connection: Connection, reach: Reach) -> Iterator[AnyRow]:
    """The rows of all who are named within the reach, each once."""
    of_actors = values(sorted(_keys(connection, reach.actors).values()))
    of_names = select(mention.c.key).where(mention.c.folded.in_(values(sorted(reach.names))))
    seen: set[int] = set()
    for given, condition in (
        (reach.linked, who.c.linked.in_(values(sorted(reach.linked)))),
        (reach.actors, who.c.actor_key.in_(of_actors)),
        (reach.names, who.c.name_key.in_(of_names)),
        (reach.articles, article.c.id.in_(values(sorted(reach.articles)))),
        (reach.statements, statement.c.id.in_(values(sorted(reach.statements)))),
    ):
        for row in connection.execute(_WHO.where(condition)).all() if given else ():
            if row.key not in seen:
                seen.add(row.key)
                yield row


def _is_called_so(connection: Connection, row: AnyRow) -> bool:
    """Whether an actor of whom fewer statements speak has still somebody with its name."""
    given = {"folded": fold_name(row.name), "key": row.key, "name": row.name, "kind": row.kind, "linked": row.id}
    return bool(connection.execute(_IS_CALLED_SO, given).scalar_one())


def _kind_of(connection: Connection, calling: Calling, row: AnyRow) -> str:
    """What an actor is whose name is given: what those are whose names lead to it, if there are any."""
    made = calling.ledger.made.get(row.id)
    if made is not None and made.kind is not None:
        return made.kind.value
    own: str | None = connection.execute(_OWN_KIND, {"key": row.key, "linked": row.id}).scalar()
    return own or min(each.kind for each in connection.execute(_NAMES, {"key": row.key}))


def _best_of(connection: Connection, calling: Calling, row: AnyRow) -> Called:
    """What articles call an actor."""
    found = (
        calling.called(row.id, kind=PartyKind(each.kind), name=each.name, is_own=each.linked == row.id)
        for each in connection.execute(_NAMES, {"key": row.key})
    )
    best = reduce(Called.beside, found)
    if calling.meaning is None and row.wikidata is not None:
        return replace(best, name=row.name, wikidata=row.wikidata)  # a list that is not at hand calls it so
    return best
