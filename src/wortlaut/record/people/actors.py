"""What people decide about actors: checked, written into the history, and applied to all that is said of them."""

from dataclasses import replace

from sqlalchemy import Connection, select

from wortlaut.decisions import ActorDecision, Alias, Assign, Entry, KeepApart, Merge, Office, Rename, Values, Who
from wortlaut.errors import DecisionImpossible
from wortlaut.record.contents import Meaning
from wortlaut.record.keeping.actors import Calling, reassign
from wortlaut.record.keeping.ledger import Ledger, reach_of
from wortlaut.record.keeping.resolving import active
from wortlaut.record.people.history import action_of, append, load_actor_entries, load_entry
from wortlaut.record.search.folding import fold_name
from wortlaut.record.tables.schema import actor, mention, who

__all__ = ["decide_actor", "undo_actor", "with_actors"]


def decide_actor(connection: Connection, decision: ActorDecision, made: Entry, *, meaning: Meaning | None) -> Entry:
    """The entry that the decision made; raises `DecisionImpossible` where it cannot be."""
    entries = load_actor_entries(connection)
    before = Ledger.of(entries)
    _check(connection, decision, before, meaning)
    appended = append(connection, replace(made, action=action_of(decision), decides=decision))
    after = Ledger.of([*entries, appended])
    reassign(connection, reach_of(decision, before, after), Calling(after, meaning))
    return appended


def with_actors(connection: Connection, values: Values) -> Values:
    """The values, in which whoever is named without an actor is the only one of the record who is called so."""
    if values.who is None:
        return values
    who = tuple(each if each.actor is not None else replace(each, actor=_only(connection, each)) for each in values.who)
    return replace(values, who=who)


def undo_actor(connection: Connection, entry: Entry, *, meaning: Meaning | None) -> None:
    """Nothing; what the undoing brings back, or takes back, holds everywhere."""
    root: Entry | None = entry
    while root is not None and root.undoes is not None:
        root = load_entry(connection, root.undoes)
    if root is not None and root.decides is not None:
        entries = load_actor_entries(connection)
        before, after = Ledger.of(active([each for each in entries if each.number < entry.number])), Ledger.of(entries)
        reassign(connection, reach_of(root.decides, before, after), Calling(after, meaning))


def _only(connection: Connection, named: Who) -> str | None:
    """The id of the one whom articles call so; None where they call nobody or several so."""
    if named.name is None:
        return None
    folded = select(mention.c.key).where(mention.c.folded == fold_name(named.name)).scalar_subquery()
    query = select(actor.c.id).where(
        actor.c.kind == named.kind.value,
        actor.c.key.in_(select(who.c.actor_key).where(who.c.name_key == folded, who.c.actor_key.is_not(None))),
    )
    found = connection.execute(query.limit(2)).scalars().all()
    return found[0] if len(found) == 1 else None


def _check(connection: Connection, decision: ActorDecision, ledger: Ledger, meaning: Meaning | None) -> None:
    """Nothing; raises `DecisionImpossible` where the decision cannot be or would change nothing."""
    is_new = isinstance(decision, Assign) and decision.kind is not None
    for each in _spoken_of(decision):
        if is_new and each == decision.actor:  # type: ignore[union-attr]  # then it is an `Assign`
            continue
        if not _is_known(connection, each, ledger, meaning):
            raise DecisionImpossible("actor_missing", id=each)
    for name in _names_of(decision):
        if name is not None and not fold_name(name):
            raise DecisionImpossible("actor_name_empty", name=name)
    if isinstance(decision, Merge) and not set(decision.actors) - {decision.into}:
        raise DecisionImpossible("actor_merged_with_itself", id=decision.into)
    if isinstance(decision, KeepApart):
        if decision.actor == decision.other:
            raise DecisionImpossible("actor_merged_with_itself", id=decision.actor)
        if ledger.merged_into(decision.actor) == ledger.merged_into(decision.other):
            raise DecisionImpossible("actors_are_one", id=decision.actor, other=decision.other)
    if isinstance(decision, Assign) and not (
        decision.name or decision.articles or decision.statements or decision.source
    ):
        raise DecisionImpossible("assignment_of_nothing", id=decision.actor)
    if isinstance(decision, Office) and decision.first and decision.last and decision.last < decision.first:
        raise DecisionImpossible("office_ends_before", title=decision.title, first=decision.first, last=decision.last)


def _spoken_of(decision: ActorDecision) -> list[str]:
    if isinstance(decision, Merge):
        return [decision.into, *decision.actors]
    if isinstance(decision, KeepApart):
        return [decision.actor, decision.other]
    if isinstance(decision, Assign) and decision.source is not None:
        return [decision.actor, decision.source]
    return [decision.actor]


def _names_of(decision: ActorDecision) -> tuple[str | None, ...]:
    if isinstance(decision, Assign):
        return decision.name, decision.called
    if isinstance(decision, Rename | Alias):
        return (decision.name,)
    return (decision.title,) if isinstance(decision, Office) else ()


def _is_known(connection: Connection, each: str, ledger: Ledger, meaning: Meaning | None) -> bool:
    """Whether the record, its people or a list knows the actor."""
    if each in ledger.made or each in ledger.merged or each in ledger.merged.values():
        return True
    if meaning is not None and meaning.actor_name(each) is not None:
        return True
    return connection.execute(select(actor.c.key).where(actor.c.id == each)).first() is not None
