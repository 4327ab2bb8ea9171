"""What becomes of decisions about actors when what they go by is erased: nothing of it is left in the history either.

An actor's id is made of a name where neither a list nor a person gave it, and a decision may tell names. So a decision
goes that names an actor to whom, by what is erased, no name leads any more (be it that people said of others that they
are that one), a name that nobody has any more, or an article or a statement that is gone. Where it says something of
others, too, that is written down anew.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, delete, select, union

from wortlaut.decisions import ActorDecision, Assign, Entry, KeepApart, Merge, Office
from wortlaut.record.contents import Language
from wortlaut.record.keeping.actors import Calling, Loose, load_ledger, reassign, tidy
from wortlaut.record.keeping.ledger import Ledger, reach_of
from wortlaut.record.people.history import append, load_actor_entries
from wortlaut.record.search.folding import fold_name
from wortlaut.record.search.selecting import values
from wortlaut.record.tables.schema import actor, article_version, mention, party, statement, who

__all__ = ["Doomed", "Spoken", "doomed", "settle", "spoken_of"]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Of whom articles speak that are to lose words, and by which names, folded; then what else goes, by its id."""

    keys: frozenset[int] = frozenset()
    actors: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()  # articles and statements

    def __or__(self, other: "Spoken") -> "Spoken":
        return Spoken(
            self.keys | other.keys, self.actors | other.actors, self.names | other.names, self.gone | other.gone
        )


@dataclass(frozen=True, slots=True)
class Doomed:
    """The decisions about actors that go, each with what it says of those who stay."""

    before: Ledger
    entries: Sequence[tuple[Entry, ActorDecision | None]] = ()

    @property
    def numbers(self) -> list[int]:
        """The numbers of the entries that go."""
        return [entry.number for entry, _ in self.entries]


def spoken_of(connection: Connection, article_key: int, gone: Collection[str] = ()) -> Spoken:
    """Of whom the article speaks in any version, and by which names; with the ids of what of it is to go."""
    query = (
        select(who.c.name, who.c.linked, who.c.actor_key, actor.c.id)
        .join(statement, statement.c.key == who.c.statement_key)
        .join(article_version, article_version.c.key == statement.c.version_key)
        .outerjoin(actor, actor.c.key == who.c.actor_key)
        .where(article_version.c.article_key == article_key)
    )
    rows = connection.execute(query.distinct()).all()
    return Spoken(
        keys=frozenset(row.actor_key for row in rows if row.actor_key is not None),
        actors=frozenset(each for row in rows for each in (row.linked, row.id) if each is not None),
        names=frozenset(fold_name(row.name) for row in rows if row.name is not None),
        gone=frozenset(gone),
    )


def doomed(connection: Connection, spoken: Spoken, language: Language | None) -> Doomed:
    """The decisions about actors that go with what is erased by now.

    Mentions, names and actors that nobody has any more are gone then, too.
    """
    names = select(who.c.name_key).where(who.c.name_key.is_not(None))
    used = union(select(party.c.mention_key), names)
    connection.execute(delete(mention).where(mention.c.key.not_in(used)))
    calling = Calling(load_ledger(connection), None if language is None else language.meaning)
    tidy(connection, Loose(left=set(spoken.keys)), calling)
    left = _left(connection, spoken, calling)
    found = ((each, _left_of(each.decides, left)) for each in load_actor_entries(connection) if each.decides)
    return Doomed(calling.ledger, [(each, says) for each, says in found if says != each.decides])


def settle(connection: Connection, gone: Doomed, language: Language | None) -> None:
    """Nothing; what the decisions that are gone say of those who stay is written down, and all of it holds."""
    if not gone.entries:
        return
    for entry, says in gone.entries:
        if says is not None and not entry.is_undone:
            append(connection, replace(entry, decides=says))
    calling = Calling(load_ledger(connection), None if language is None else language.meaning)
    for entry, _ in gone.entries:
        if entry.decides is not None and not entry.is_undone:
            reassign(connection, reach_of(entry.decides, gone.before, calling.ledger), calling)


def _left(connection: Connection, spoken: Spoken, calling: Calling) -> Spoken:
    """What of it nobody says any more."""
    ids, names = values(sorted(spoken.actors)), values(sorted(spoken.names))
    there = connection.execute(select(actor.c.id, actor.c.wikidata).where(actor.c.id.in_(ids)))
    given = {row.id for row in there if row.wikidata is not None or calling.is_given(row.id)}
    linked = connection.execute(select(who.c.linked).where(who.c.linked.in_(ids)).distinct()).scalars()
    said = connection.execute(select(mention.c.folded).where(mention.c.folded.in_(names))).scalars()
    return Spoken(actors=spoken.actors.difference(linked, given), names=spoken.names.difference(said), gone=spoken.gone)


def _left_of(decision: ActorDecision, gone: Spoken) -> ActorDecision | None:
    """What is left of the decision; None for nothing."""
    if isinstance(decision, Merge):
        ids = [each for each in (decision.into, *decision.actors) if each not in gone.actors]
        return Merge(ids[0], tuple(ids[1:])) if len(ids) > 1 else None
    if isinstance(decision, Assign):
        return _left_of_assign(decision, gone)
    others = (decision.other,) if isinstance(decision, KeepApart) else ()
    names = () if isinstance(decision, KeepApart | Office) else (decision.name,)
    return None if _names_any(gone, (decision.actor, *others), names) else decision


def _left_of_assign(decision: Assign, gone: Spoken) -> Assign | None:
    if _names_any(gone, (decision.actor, decision.source), (decision.name, decision.called)):
        return None
    articles = tuple(each for each in decision.articles if each not in gone.gone)
    statements = tuple(each for each in decision.statements if each not in gone.gone)
    if (decision.statements or decision.articles) and not (statements or articles):
        return None  # else it would be about all
    return replace(decision, articles=articles, statements=statements)


def _names_any(gone: Spoken, actors: Iterable[str | None], names: Iterable[str | None]) -> bool:
    said = {fold_name(each) for each in names if each is not None}
    return not gone.actors.isdisjoint(actors) or not gone.names.isdisjoint(said)
