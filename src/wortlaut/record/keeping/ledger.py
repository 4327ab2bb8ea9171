"""What people decided about actors, put together: which actor a name means, and what an actor is called. No database.

The same decisions always lead to the same actors, so that the stored ones can be made anew and compared.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from wortlaut.decisions import (
    ActorDecision,
    Alias,
    Assign,
    Entry,
    Merge,
    Office,
    Rename,
)
from wortlaut.record.search.folding import fold_name

__all__ = ["Ledger", "Named", "Reach", "reach_of"]


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who is named in a statement: the actor that the name leads to, and where that is."""

    linked: str | None
    name: str | None
    article: str
    statement: str
    decided: int | None = None  # the entry by which a person said of this very statement who is meant


@dataclass(frozen=True, slots=True)
class Reach:
    """What of the record a decision can change: who is meant in these rows, and what these actors are called."""

    actors: frozenset[str] = frozenset()  # those who are these so far
    linked: frozenset[str] = frozenset()  # those whose names lead to these
    names: frozenset[str] = frozenset()  # folded
    articles: frozenset[str] = frozenset()
    statements: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Assigned:
    """An assignment with the entry that made it, and the actors that were one with its `source` by then."""

    number: int
    decision: Assign
    sources: frozenset[str]

    def fits(self, named: Named, name: str | None, actor: str | None) -> bool:
        """Whether it speaks of that name and of `actor`, who is meant by all that was said more broadly or before."""
        wanted = self.decision.name
        if wanted is not None and name != fold_name(wanted):
            return False
        return not self.sources or named.linked in self.sources or actor in self.sources


class _ByPlace(defaultdict[str, list[_Assigned]]):
    """Assignments by what they are narrowed to, those of one place in the order in which they were decided."""

    def __init__(self) -> None:
        super().__init__(list)


@dataclass
class Ledger:
    """The decisions about actors that count, a later one going before an earlier one about the same.

    What was said of statements goes before what was said of articles, and that before what was said of a name or an
    actor wherever they are.
    """

    merged: dict[str, str] = field(default_factory=dict)  # into which actor
    called: dict[str, str] = field(default_factory=dict)  # by whoever renamed it
    made: dict[str, Assign] = field(default_factory=dict)  # the actors that people made, with what they are
    aliases: dict[str, str] = field(default_factory=dict)  # the actor of a folded name
    offices: dict[str, list[Office]] = field(default_factory=lambda: defaultdict(list))
    apart: set[frozenset[str]] = field(default_factory=set)
    assigned: dict[int, _Assigned] = field(default_factory=dict)  # by their entries
    _of_statements: _ByPlace = field(default_factory=_ByPlace)
    _of_articles: _ByPlace = field(default_factory=_ByPlace)
    _of_names: _ByPlace = field(default_factory=_ByPlace)
    _of_actors: list[_Assigned] = field(default_factory=list)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Ledger":
        """The ledger of these entries, oldest first; those that are undone do not count."""
        ledger = cls()
        for entry in entries:
            if entry.decides is not None and not entry.is_undone:
                ledger._take(entry.number, entry.decides)
        return ledger

    @cached_property
    def targets(self) -> frozenset[str]:
        """The actors that somebody may be whose name leads to another one or to none."""
        led = {*self.merged, *self.aliases.values(), *(each.decision.actor for each in self.assigned.values())}
        return frozenset(actor for each in led if (actor := self.merged_into(each)) is not None)

    def actor_of(self, named: Named) -> str | None:
        """The id of the actor who is meant, None where nobody can tell.

        What a person said of the very statement is overruled only by a later assignment of that statement.
        """
        actor = named.linked
        name = None if named.name is None else fold_name(named.name)
        if name is not None and (named.decided is None or actor is None):
            actor = self.aliases.get(name, actor)
        for each in self._about(named, name):
            if each.fits(named, name, actor):
                actor = each.decision.actor
        return self.merged_into(actor)

    def merged_into(self, actor: str | None) -> str | None:
        """The actor that this one is one with by now."""
        while actor is not None and actor in self.merged:
            actor = self.merged[actor]
        return actor

    def aliases_of(self, actor: str) -> list[str]:
        """The folded names that people gave to the actor."""
        return sorted(name for name, given in self.aliases.items() if self.merged_into(given) == actor)

    def one_with(self, actor: str) -> list[str]:
        """The actors that people said are this one."""
        return sorted(each for each in self.merged if each != actor and self.merged_into(each) == actor)

    def _about(self, named: Named, name: str | None) -> Iterator[_Assigned]:
        """The assignments that may be about somebody: from the broad ones to the narrow, of each the earlier first."""
        if named.decided is None:
            broad = self._of_names.get(name, []) if name is not None else []
            if self._of_actors:
                broad = sorted([*broad, *self._of_actors], key=lambda each: each.number)
            yield from broad
            yield from self._of_articles.get(named.article, ())
        for each in self._of_statements.get(named.statement, ()):
            if named.decided is None or each.number > named.decided:
                yield each

    def _take(self, number: int, decision: ActorDecision) -> None:
        if isinstance(decision, Merge):
            self._take_merge(decision)
        elif isinstance(decision, Assign):
            self._take_assign(number, decision)
        elif isinstance(decision, Rename):
            self.called[decision.actor] = decision.name
        elif isinstance(decision, Alias):
            name = fold_name(decision.name)
            if not decision.is_none:
                self.aliases[name] = decision.actor
            elif self.merged_into(self.aliases.get(name)) == self.merged_into(decision.actor):
                self.aliases.pop(name, None)
        elif isinstance(decision, Office):
            self._take_office(decision)
        else:
            self.apart.add(frozenset((decision.actor, decision.other)))

    def _take_merge(self, decision: Merge) -> None:
        """Nothing; all that were one with any of them before are one now, and that one is `into`."""
        former = {self.merged_into(each) for each in (decision.into, *decision.actors)}
        self.merged.pop(decision.into, None)
        self.merged |= {each: decision.into for each in former - {decision.into} if each is not None}
        self.apart = {pair for pair in self.apart if len({self.merged_into(each) for each in pair}) == len(pair)}

    def _take_assign(self, number: int, decision: Assign) -> None:
        one = self.merged_into(decision.source)
        sources = () if decision.source is None or one is None else (decision.source, one, *self.one_with(one))
        each = _Assigned(number, decision, frozenset(sources))
        self.assigned[number] = each
        if decision.kind is not None:
            self.made[decision.actor] = decision
        for statement in decision.statements:
            self._of_statements[statement].append(each)
        for article in decision.articles:
            self._of_articles[article].append(each)
        if decision.statements or decision.articles:
            return
        if decision.name is not None:
            self._of_names[fold_name(decision.name)].append(each)
        else:
            self._of_actors.append(each)

    def _take_office(self, decision: Office) -> None:
        """Nothing; a later word about the same title and first day goes before an earlier one."""
        kept = [
            each
            for each in self.offices[decision.actor]
            if (each.title, each.first) != (decision.title, decision.first)
            and not (decision.is_none and decision.first is None and each.title == decision.title)
        ]
        self.offices[decision.actor] = kept if decision.is_none else [*kept, decision]


def reach_of(decision: ActorDecision, before: Ledger, after: Ledger) -> Reach:
    """What of the record differs by the decision, with which, or without which, the one ledger became the other."""
    if isinstance(decision, Merge):
        return Reach(_moved(before, after), called=_ones({decision.into, *decision.actors}, before, after))
    if isinstance(decision, Assign):
        return _reach_of_assign(decision, before, after)
    if isinstance(decision, Alias):
        called = _ones({decision.actor}, before, after)
        return Reach(names=frozenset((fold_name(decision.name),)), called=called)
    return Reach(called=_ones({decision.actor}, before, after) if isinstance(decision, Rename) else frozenset())


def _reach_of_assign(decision: Assign, before: Ledger, after: Ledger) -> Reach:
    called = _ones({decision.actor}, before, after)
    if decision.statements or decision.articles:
        return Reach(articles=frozenset(decision.articles), statements=frozenset(decision.statements), called=called)
    if decision.name is not None:
        return Reach(names=frozenset((fold_name(decision.name),)), called=called)
    given = [ledger.assigned.values() for ledger in (before, after)]
    linked = {each for all_given in given for made in all_given if made.decision == decision for each in made.sources}
    return Reach(_ones({*linked, decision.actor}, before, after), frozenset(linked), called=called)


def _moved(before: Ledger, after: Ledger) -> frozenset[str]:
    """The actors some of whom are others after merging, or after that was undone."""
    known = {*before.merged, *after.merged, *before.merged.values(), *after.merged.values()}
    moved = {before.merged_into(each) for each in known if before.merged_into(each) != after.merged_into(each)}
    for number in before.assigned.keys() & after.assigned.keys():
        one, other = before.assigned[number], after.assigned[number]
        if one.sources != other.sources:
            moved |= {before.merged_into(each) for each in (one.decision.actor, *one.sources, *other.sources)}
    return frozenset(each for each in moved if each is not None)


def _ones(actors: Iterable[str], *ledgers: Ledger) -> frozenset[str]:
    """The actors that these are by any of the ledgers."""
    found = {ledger.merged_into(each) for each in actors for ledger in ledgers}
    return frozenset(each for each in found if each is not None)
