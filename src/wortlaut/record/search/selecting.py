"""Which statements are wanted, as SQL: the conditions, and the ways that lead to few of them quickly.

Statements that are shown unasked are looked at in `listed`, where what most filters ask stands in narrow rows; those of
another standing in `statement` and `sense`.

A *way* selects the keys of all statements that have one thing, by an index; *conditions* look at one statement. Every
filter is a condition; those that can be rare are a way, too, and `searching` takes the one with the fewest keys.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    UnaryExpression,
    and_,
    bindparam,
    exists,
    false,
    func,
    or_,
    select,
    true,
    union,
)
from sqlalchemy.sql.operators import custom_op

from wortlaut.record.contents import Filters
from wortlaut.record.keeping.ledger import Ledger
from wortlaut.record.people.history import load_actor_entries
from wortlaut.record.search.folding import fold_text
from wortlaut.record.search.labels import WantedLabel, wanted_label
from wortlaut.record.search.query import IN_ORDER, SURFACE, Term
from wortlaut.record.tables.keys import KeyRange, version_of_key
from wortlaut.record.tables.meant import ADDRESSEE, SPEAKER, TARGET
from wortlaut.record.tables.rows import SHOWN
from wortlaut.record.tables.schema import (
    actor,
    article,
    article_version,
    label,
    listed,
    mention,
    party,
    sense,
    statement,
    who,
    words,
)
from wortlaut.types import Act, StatementType

__all__ = [
    "Names",
    "all_sources",
    "aside",
    "certain",
    "conditions",
    "content_key",
    "has_words",
    "is_current",
    "listed_articles",
    "listed_beside",
    "listed_content",
    "looked_at",
    "names",
    "values",
    "ways",
    "within",
]

_IS_CURRENT = article_version.c.is_current == true()
# Where more mentions have a part of a name, so many statements do that going through them finds enough soon.
_MENTIONS = 2000


def _sources() -> Select[Any]:
    """All outlets, each found by one step in the index: 300 take 1 ms, whatever the number of articles."""
    name = article_version.c.source_folded
    first = select(func.min(name).label("name")).where(_IS_CURRENT)
    each = first.cte("source", recursive=True)
    after = select(func.min(name)).where(_IS_CURRENT, name > each.c.name).scalar_subquery()
    return select(each.union_all(select(after).where(each.c.name.is_not(None))).c.name)


_SOURCES = _sources()


def all_sources(connection: Connection) -> list[str]:
    """The folded names of all outlets."""
    return [name for name in connection.execute(_SOURCES).scalars() if name is not None]


def listed_articles() -> Select[Any]:
    """The keys of the current versions of all articles: the newest first, those without a date last."""
    order = (article_version.c.published.desc().nulls_last(), article_version.c.key.desc())
    return select(article_version.c.key).where(_IS_CURRENT).order_by(*order)


def listed_beside(key: int) -> Select[Any]:
    """The keys of the shown statements in the same version of an article as that of `key`, and its own, in order."""
    version_key = select(statement.c.version_key).where(statement.c.key == key).scalar_subquery()
    return (
        select(statement.c.key)
        .where(statement.c.version_key == version_key, (statement.c.is_shown == true()) | (statement.c.key == key))
        .order_by(statement.c.position)
    )


def content_key(article_id: str, digest: str) -> Select[Any]:
    """The key of the version with that content."""
    return (
        select(article_version.c.key)
        .join(article)
        .where(article.c.id == article_id, article_version.c.digest == digest)
        .order_by(article_version.c.number.desc())  # erasing can make two alike
        .limit(1)
    )


def listed_content(article_id: str, digest: str, *, hidden: bool) -> Select[Any]:
    """The keys of the statements of one content of an article, be it the current version or not, in order.

    Those that are not shown unasked are among them where `hidden` says so.
    """
    version_key = content_key(article_id, digest).scalar_subquery()
    query = select(statement.c.key).where(statement.c.version_key == version_key).order_by(statement.c.position)
    return query if hidden else query.where(statement.c.is_shown == true())


def within(column: ColumnElement[int], keys: KeyRange) -> ColumnElement[bool]:
    """The condition that a key lies in the range."""
    return and_(column >= keys.first, column <= keys.last)


def is_current() -> ColumnElement[bool]:
    """The condition that a statement is one of a current version."""
    return exists().where(article_version.c.key == statement.c.version_key, _IS_CURRENT)


@dataclass(frozen=True, slots=True)
class Names:
    """What the parts of names in the filters stand for: mentions by role, where they are not too many, and outlets.

    `actors` has, by role, the key of the actor who is wanted in it, none where the record does not have it.
    """

    mentions: Mapping[str, Sequence[int]]
    sources: Sequence[str]
    actors: Mapping[str, Sequence[int]] = field(default_factory=dict)
    label: WantedLabel | None = None


def names(connection: Connection, filters: Filters) -> Names:
    """The names that have the parts which the filters give."""
    mentions: dict[str, Sequence[int]] = {}
    for role, part in _parties(filters):
        query = select(mention.c.key).where(_contains(mention.c.folded, part)).limit(_MENTIONS + 1)
        found = connection.execute(query).scalars().all()
        if len(found) <= _MENTIONS:
            mentions[role] = found
    sources: list[str] = []
    if filters.source is not None:
        folded = fold_text(filters.source)
        sources = [name for name in all_sources(connection) if folded in name]
    wanted = ((SPEAKER, filters.actor), (ADDRESSEE, filters.addressed))
    actors = {role: _actor(connection, each) for role, each in wanted if each is not None}
    asked = None if filters.label is None else wanted_label(connection, filters.label)
    return Names(mentions, sources, actors, asked)


def _actor(connection: Connection, wanted: str) -> Sequence[int]:
    """The key of the actor that is wanted; of one that is merged into another that of the other."""
    query = select(actor.c.key).where(actor.c.id == bindparam("id"))
    if there := connection.execute(query, {"id": wanted}).scalars().all():
        return there
    whole = Ledger.of(load_actor_entries(connection)).merged_into(wanted)
    return connection.execute(query, {"id": whole}).scalars().all()


def looked_at(filters: Filters) -> Table:
    """The table in which the filters' statements are looked at: `listed`, or `statement` for those of a standing."""
    return listed if filters.standing is None else statement


def conditions(filters: Filters, names: Names) -> Iterator[ColumnElement[bool]]:
    """What the filters ask of a statement, but for words, days, article, and that it is shown where they do not say.

    They are put so that SQLite looks at rows along their keys and takes no index by itself.
    """
    if any(
        part is not None and not fold_text(part)
        for part in (filters.speaker, filters.addressee, filters.target, filters.source)
    ):
        yield false()
        return
    table = looked_at(filters)
    key: ColumnElement[int] = table.c.key
    if filters.standing is not None:
        yield statement.c.standing == str(filters.standing)
    if types := _types(filters):
        yield aside(table.c.type).in_(types)
    yield from certain(filters, aside(table.c.certainty))
    if filters.decided is not None:
        is_decided = listed.c.is_decided == true() if table is listed else statement.c.decided.is_not(None)
        yield is_decided if filters.decided else ~is_decided
    version_key = version_of_key(key) if table is listed else statement.c.version_key
    outlets = [] if filters.source is None else [names.sources]
    for sources in (*outlets, _folded(filters.sources)) if filters.sources else outlets:
        of_source = article_version.c.source_folded.in_(values(sources))
        yield exists().where(article_version.c.key == version_key, of_source)
    yield from _mentioned(filters, names, key)
    if filters.said_from is not None or filters.said_to is not None:
        yield exists().where(sense.c.statement_key == key, *_said(filters))
    if names.label is not None:
        yield exists().where(label.c.statement_key == key, *names.label.conditions())
    if table is listed:
        yield from _sensed(filters, listed)
    elif wanted := list(_sensed(filters, sense)):
        yield exists().where(sense.c.statement_key == key, *wanted)
    for role, keys in names.actors.items():
        is_actor = (who.c.role == role, aside(who.c.actor_key).in_(values(keys)))
        yield exists().where(who.c.statement_key == key, *is_actor)


def _mentioned(filters: Filters, names: Names, key: ColumnElement[int]) -> Iterator[ColumnElement[bool]]:
    """Whose mention or name is asked for."""
    for role, part in _parties(filters):
        said = (party.c.statement_key == key, party.c.role == role)
        meant = (who.c.statement_key == key, who.c.role == role)
        if (keys := names.mentions.get(role)) is not None:
            yield or_(
                exists().where(*said, aside(party.c.mention_key).in_(values(keys))),
                exists().where(*meant, aside(who.c.name_key).in_(values(keys))),
            )
        else:
            yield or_(
                exists().where(*said, party.c.mention_key == mention.c.key, _contains(mention.c.folded, part)),
                exists().where(*meant, who.c.name_key == mention.c.key, _contains(mention.c.folded, part)),
            )


def _sensed(filters: Filters, table: Table) -> Iterator[ColumnElement[bool]]:
    """What is asked of acts and stances, in the table that has them."""
    if acts := _acts(filters):
        yield aside(table.c.act).in_(acts)
    if filters.stances:
        yield aside(table.c.stance).in_([str(each) for each in filters.stances])


def _types(filters: Filters) -> list[str]:
    """The types that are wanted; one that cannot be where no type can pass, nothing where all do."""
    return _both(filters.type, filters.types)


def _acts(filters: Filters) -> list[str]:
    """The same of acts."""
    return _both(filters.act, filters.acts)


def _both(one: object | None, several: Sequence[object]) -> list[str]:
    if one is None:
        return [str(each) for each in several]
    return [str(one) if not several or one in several else ""]


def _said(filters: Filters) -> Iterator[ColumnElement[bool]]:
    """That the days on which it was said reach into those that are wanted."""
    yield sense.c.said_since.is_not(None)
    if filters.said_from is not None:
        yield sense.c.said_until >= filters.said_from
    if filters.said_to is not None:
        yield sense.c.said_since <= filters.said_to


def ways(filters: Filters, names: Names, keys: KeyRange) -> Iterator[Select[Any]]:
    """The keys in the range of all statements that one of the filters leaves, and a few more, filter by filter."""
    inside = within(aside(statement.c.key), keys)
    for role, named in names.mentions.items():
        said = (party.c.mention_key.in_(values(named)), party.c.role == role)
        meant = (who.c.name_key.in_(values(named)), who.c.role == role)
        both = union(
            select(party.c.statement_key.label("key")).where(*said, within(party.c.statement_key, keys)),
            select(who.c.statement_key.label("key")).where(*meant, within(who.c.statement_key, keys)),
        ).subquery()
        yield select(both.c.key)
    for role, actors in names.actors.items():
        is_actor = [who.c.actor_key.in_(values(actors)), who.c.role == role]
        if looked_at(filters) is listed:
            is_actor.append(who.c.in_view == true())
        yield select(who.c.statement_key.label("key")).where(*is_actor, within(who.c.statement_key, keys)).distinct()
    if looked_at(filters) is listed:
        yield from _listed_ways(filters, keys)
    if names.label is not None:
        has_label = (*names.label.conditions(), within(label.c.statement_key, keys))
        yield select(label.c.statement_key.label("key")).where(*has_label).distinct()
    outlets = [] if filters.source is None else [names.sources]
    for sources in (*outlets, _folded(filters.sources)) if filters.sources else outlets:
        of_source = article_version.c.source_folded.in_(values(sources))
        versions = select(article_version.c.key).where(of_source, _IS_CURRENT)
        yield select(statement.c.key).where(statement.c.version_key.in_(versions), inside)
    if filters.standing is not None and filters.standing not in SHOWN:
        yield select(statement.c.key).where(statement.c.is_shown == false(), inside)
    if filters.decided:
        yield select(statement.c.key).where(statement.c.decided.is_not(None), inside)


def _listed_ways(filters: Filters, keys: KeyRange) -> Iterator[Select[Any]]:
    """The ways by type, act and stance, and by certainty."""
    acts, stances = _acts(filters), [str(each) for each in filters.stances]
    if acts or stances or _types(filters):
        is_so = [listed.c.type.in_(_types(filters) or list(map(str, StatementType)))]
        if acts or stances:
            is_so += [listed.c.act.in_(acts or list(map(str, Act)))]
            is_so += [listed.c.stance.in_(stances)] if stances else []
        yield select(listed.c.key).where(*is_so, within(listed.c.key, keys))
    if filters.min_confidence is not None or filters.max_confidence is not None:
        yield select(listed.c.key).where(*certain(filters, listed.c.certainty), within(aside(listed.c.key), keys))


def has_words(terms: Sequence[Term], key: ColumnElement[int]) -> ColumnElement[bool]:
    """The condition that a statement has the words: the same that the word index finds, by looking at the words."""
    return exists().where(words.c.rowid == key, *(_has_term(term) for term in terms))


def certain(filters: Filters, certainty: ColumnElement[float]) -> Iterator[ColumnElement[bool]]:
    """What is asked of the certainty."""
    if filters.min_confidence is not None:
        yield certainty >= filters.min_confidence
    if filters.max_confidence is not None:
        yield certainty <= filters.max_confidence


def _folded(names: Sequence[str]) -> Sequence[str]:
    return [fold_text(each) for each in names]


def _parties(filters: Filters) -> Iterator[tuple[str, str]]:
    if filters.speaker is not None:
        yield SPEAKER, filters.speaker
    if filters.addressee is not None:
        yield ADDRESSEE, filters.addressee
    if filters.target is not None:
        yield TARGET, filters.target


def values(values: Sequence[object]) -> Select[Any]:
    """The values as a query, so that they can be as many as they like."""
    return select(func.json_each(json.dumps(list(values))).table_valued("value").c.value)


def aside(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """The column in a form for which SQLite uses no index, where another one leads to fewer rows."""
    return UnaryExpression(column, operator=custom_op("+"), type_=column.type)


def _has_term(term: Term) -> ColumnElement[bool]:
    if not term.is_word:
        sought = f" {' '.join(term.forms[0])}" + ("" if term.prefix else " ")
        return or_(*(func.instr(_padded(words.c[name]), sought) > 0 for name in SURFACE))
    return or_(
        *(func.instr(_padded(words.c[name]), f" {' '.join(form)} ") > 0 for form in term.forms for name in IN_ORDER),
        *(
            func.instr(_padded(column), f" {form[0]} ") > 0
            for form in term.forms
            if len(form) == 1
            for column in (func.replace(words.c.quote_parts, "/", " "), words.c.title_lemmas)
        ),
    )


def _padded(text: ColumnElement[str]) -> ColumnElement[str]:
    return " " + text + " "


def _contains(column: ColumnElement[str], part: str) -> ColumnElement[bool]:
    return func.instr(column, fold_text(part)) > 0
