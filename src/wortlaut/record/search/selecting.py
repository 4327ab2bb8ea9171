"""Which statements are wanted, as SQL: the conditions, and the ways that lead to few of them quickly.

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
from wortlaut.record.tables.keys import KeyRange
from wortlaut.record.tables.meant import ADDRESSEE, SPEAKER, TARGET
from wortlaut.record.tables.rows import SHOWN
from wortlaut.record.tables.schema import (
    actor,
    article,
    article_version,
    label,
    mention,
    party,
    sense,
    statement,
    who,
    words,
)

__all__ = [
    "Names",
    "all_sources",
    "aside",
    "conditions",
    "content_key",
    "has_words",
    "is_current",
    "listed_articles",
    "listed_beside",
    "listed_content",
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


def conditions(filters: Filters, names: Names) -> Iterator[ColumnElement[bool]]:
    """What the filters ask of a statement, but for words, days, article, and that it is shown where they do not say."""
    if any(
        part is not None and not fold_text(part)
        for part in (filters.speaker, filters.addressee, filters.target, filters.source)
    ):
        yield false()
        return
    if filters.standing is not None:
        yield statement.c.standing == str(filters.standing)
    if filters.type is not None:
        yield statement.c.type == str(filters.type)
    if filters.types:
        yield statement.c.type.in_(values(filters.types))
    yield from _certain(filters)
    if filters.decided is not None:
        yield statement.c.decided.is_not(None) if filters.decided else statement.c.decided.is_(None)
    if filters.source is not None:
        of_source = article_version.c.source_folded.in_(values(names.sources))
        yield exists().where(article_version.c.key == statement.c.version_key, of_source)
    if filters.sources:
        is_one = article_version.c.source_folded.in_(values(_folded(filters.sources)))
        yield exists().where(article_version.c.key == statement.c.version_key, is_one)
    yield from _mentioned(filters, names)
    if filters.said_from is not None or filters.said_to is not None:
        yield exists().where(sense.c.statement_key == statement.c.key, *_said(filters))
    if names.label is not None:
        yield exists().where(label.c.statement_key == statement.c.key, *names.label.conditions())
    yield from _meant(filters, names)


def _mentioned(filters: Filters, names: Names) -> Iterator[ColumnElement[bool]]:
    """Whose mention or name is asked for."""
    for role, part in _parties(filters):
        said = (party.c.statement_key == statement.c.key, party.c.role == role)
        meant = (who.c.statement_key == statement.c.key, who.c.role == role)
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


def _meant(filters: Filters, names: Names) -> Iterator[ColumnElement[bool]]:
    """What is asked of acts, of stances, and of the actors who speak and are spoken to."""
    wanted = [aside(sense.c.act) == str(filters.act)] if filters.act is not None else []
    if filters.acts:
        wanted.append(aside(sense.c.act).in_(values(filters.acts)))
    if filters.stances:
        wanted.append(sense.c.stance.in_(values(filters.stances)))
    if wanted:
        yield exists().where(sense.c.statement_key == statement.c.key, *wanted)
    for role, keys in names.actors.items():
        yield exists().where(
            who.c.statement_key == statement.c.key,
            who.c.role == role,
            aside(who.c.actor_key).in_(values(keys)),
        )


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
        is_actor = (who.c.actor_key.in_(values(actors)), who.c.role == role)
        yield select(who.c.statement_key.label("key")).where(*is_actor, within(who.c.statement_key, keys)).distinct()
    if filters.act is not None or filters.acts:
        acts = filters.acts if filters.act is None else (filters.act,)
        is_act = (sense.c.act.in_(values(acts)), within(sense.c.statement_key, keys))
        yield select(sense.c.statement_key.label("key")).where(*is_act)
    if names.label is not None:
        has_label = (*names.label.conditions(), within(label.c.statement_key, keys))
        yield select(label.c.statement_key.label("key")).where(*has_label).distinct()
    outlets = [] if filters.source is None else [names.sources]
    for sources in (*outlets, _folded(filters.sources)) if filters.sources else outlets:
        of_source = article_version.c.source_folded.in_(values(sources))
        versions = select(article_version.c.key).where(of_source, _IS_CURRENT)
        yield select(statement.c.key).where(statement.c.version_key.in_(versions), inside)
    if filters.min_confidence is not None or filters.max_confidence is not None:
        yield select(statement.c.key).where(*_certain(filters), statement.c.is_shown == true(), inside)
    if filters.standing is not None and filters.standing not in SHOWN:
        yield select(statement.c.key).where(statement.c.is_shown == false(), inside)
    if filters.decided:
        yield select(statement.c.key).where(statement.c.decided.is_not(None), inside)


def has_words(terms: Sequence[Term]) -> ColumnElement[bool]:
    """The condition that a statement has the words: the same that the word index finds, by looking at the words."""
    return exists().where(words.c.rowid == statement.c.key, *(_has_term(term) for term in terms))


def _certain(filters: Filters) -> Iterator[ColumnElement[bool]]:
    if filters.min_confidence is not None:
        yield statement.c.certainty >= filters.min_confidence
    if filters.max_confidence is not None:
        yield statement.c.certainty <= filters.max_confidence


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
