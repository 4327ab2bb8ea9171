"""A record in which people decide whatever they like about actors, and a plain account of who must be meant.

The account knows nothing of how the record keeps actors: it goes through all that was decided from the beginning on,
for everybody who speaks, each time it is asked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from tests.record.builder import OTHER_READER, READER, keep
from tests.record.cast import TABLE, Cast, actors_in, names_in, said, story, take
from wortlaut.decisions import (
    Alias,
    Assign,
    Correct,
    Decision,
    Entry,
    KeepApart,
    Merge,
    Office,
    Rename,
    Undo,
    Values,
    Who,
)
from wortlaut.errors import DecisionImpossible
from wortlaut.record import Record
from wortlaut.types import Article, PartyKind

__all__ = ["Troupe"]

_SPEAKERS = tuple(TABLE)
_ACTORS = sorted({actor for *_, actor in TABLE.values() if actor is not None})
_NAMES = sorted({name for _, name, *_ in TABLE.values()})


@dataclass(frozen=True, slots=True)
class _Row:
    """Somebody who speaks, as the cast knows them."""

    statement: str
    article: str
    name: str
    kind: str
    linked: str | None


@dataclass
class _Account:
    """All that was decided and counts, put together in the plainest way."""

    one: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    assigned: list[tuple[int, Assign, set[str]]] = field(default_factory=list)
    who: dict[str, tuple[int, Who]] = field(default_factory=dict)
    called: dict[str, str] = field(default_factory=dict)
    made: dict[str, str | None] = field(default_factory=dict)

    def whole(self, actor: str) -> str:
        return self.one.get(actor, actor)

    def take(self, number: int, decision: Decision) -> None:
        match decision:
            case Merge(into, actors):
                wholes = {self.whole(each) for each in (into, *actors)}
                members = {each for each in (*self.one, *wholes, into) if self.whole(each) in wholes}
                self.one |= dict.fromkeys(members, into)
            case Assign(actor=actor, source=source):
                known = {*self.one, *self.one.values(), source}
                sources = set() if source is None else {x for x in known if x and self.whole(x) == self.whole(source)}
                self.assigned.append((number, decision, sources))
                if decision.kind is not None:
                    self.made[actor] = decision.called
            case Alias(actor, name, is_none):
                if not is_none:
                    self.aliases[name] = actor
                elif name in self.aliases and self.whole(self.aliases[name]) == self.whole(actor):
                    del self.aliases[name]
            case Rename(actor, name):
                self.called[actor] = name
            case Correct(statement, Values(who=(who,))):
                self.who[statement] = (number, who)

    def actor_of(self, row: _Row) -> str | None:
        """Who is meant: by what was said of all, then of articles, then of statements."""
        number, who = self.who.get(row.statement, (0, None))
        row = self.as_said(row)
        linked = row.linked
        now = linked if who is not None else self.aliases.get(row.name, linked)
        for level in range(3):
            for made, each, sources in self.assigned:
                is_later = who is None or (level == 2 and made > number)
                if is_later and _speaks_of(each, row, level) and _is_one(each, sources, linked, now):
                    now = each.actor
        return None if now is None else self.whole(now)

    def as_said(self, row: _Row) -> _Row:
        """The row, with who speaks as somebody said of this very statement."""
        _, who = self.who.get(row.statement, (0, None))
        return row if who is None else replace(row, name=who.name or "", linked=who.actor)

    def name_of(self, actor: str, rows: Sequence[_Row]) -> str:
        listed = Cast().actor_name(actor)
        if (given := self.called.get(actor) or self.made.get(actor)) is not None:
            return given
        if listed is not None:
            return listed.name
        theirs = [self.as_said(row) for row in rows if self.actor_of(row) == actor]
        own = [row for row in theirs if row.linked == actor]
        return min((row.name for row in own or theirs), key=lambda name: (-len(name), name))


def _speaks_of(each: Assign, row: _Row, level: int) -> bool:
    """Whether the assignment speaks of the row, as one of all (0), of an article (1) or of a statement (2)."""
    if each.name is not None and each.name != row.name:
        return False
    if level == 0:
        return not each.articles and not each.statements
    return row.article in each.articles if level == 1 else row.statement in each.statements


def _is_one(each: Assign, sources: set[str], linked: str | None, now: str | None) -> bool:
    return each.source is None or linked in sources or now in sources


class Troupe:
    """Articles that come in and are decided about at random, always the same for one seed."""

    def __init__(self, record: Record, *, seed: int) -> None:
        self._random = Random(seed)
        self._record = record
        self.stories: dict[int, tuple[str, ...]] = {}
        self._rows: list[_Row] = []
        self._articles: list[Article] = []
        self.decided: list[tuple[int, Decision]] = []
        self.refused = 0
        for _ in range(3):
            self._tell()

    def step(self) -> None:
        """Nothing; somebody did something."""
        chance = self._random.random()
        if chance < 0.1:
            self._tell()
        elif chance < 0.2:
            self._read_again()
        else:
            self._decide(self._decision())

    def faults(self) -> Iterator[str]:
        """How who is meant in the record, and what they are called, is not what people decided."""
        account = self._account()
        wanted = {row.statement: (account.actor_of(row),) for row in self._rows}
        for name, actors in actors_in(self._record).items():
            if actors != wanted[name]:
                yield f"{name} is said by {actors}, not {wanted[name]}"
        known = {actor for (actor,) in wanted.values() if actor is not None}
        called = {each: account.name_of(each, self._rows) for each in known}
        if names_in(self._record) != called:
            yield f"the actors are called {names_in(self._record)}, not {called}"

    def again(self, other: Record) -> None:
        """Nothing; the other record was told all of it: the stories the other way round, then all decisions."""
        for number, speakers in reversed(self.stories.items()):
            take(other, number, *speakers)
        for _, decision in self.decided:
            other.decide(decision, by="Ada")

    def _account(self) -> _Account:
        undone: set[int] = set()
        for number, decision in reversed(self.decided):
            if isinstance(decision, Undo) and number not in undone:
                undone.add(decision.entry)
        account = _Account()
        for number, decision in self.decided:
            if number not in undone:
                account.take(number, decision)
        return account

    def _tell(self) -> None:
        number = len(self.stories)
        speakers = self._random.sample(_SPEAKERS, k=self._random.randrange(1, 5))
        self.stories[number] = tuple(speakers)
        item = story(number, *speakers)
        self._articles.append(item)
        for name, each in zip(take(self._record, number, *speakers), speakers, strict=True):
            kind, called, _, linked = TABLE[each]
            self._rows.append(_Row(name, item.id, called, kind, linked))

    def _read_again(self) -> None:
        number = self._random.randrange(len(self.stories))
        made_by = self._random.choice((READER, OTHER_READER))
        speakers = self.stories[number]
        keep(
            self._record,
            self._articles[number],
            said(self._articles[number], *speakers, made_by=made_by),
            made_by=made_by,
        )

    def _decide(self, decision: Decision) -> None:
        try:
            entry: Entry = self._record.decide(decision, by="Ada")
        except DecisionImpossible:
            self.refused += 1
        else:
            self.decided.append((entry.number, decision))

    def _decision(self) -> Decision:
        pick = self._random.choice
        actor, other = pick(_ACTORS), pick(_ACTORS)
        match self._random.randrange(10):
            case 0 | 1:
                return Merge(actor, tuple(self._random.sample(_ACTORS, k=self._random.randrange(1, 3))))
            case 2 | 3:
                return self._assign(actor, other)
            case 4:
                return Rename(actor, pick(("Die Eine", "Der Andere")))
            case 5:
                return Alias(actor, pick(_NAMES), is_none=self._random.random() < 0.3)
            case 6:
                return KeepApart(actor, other) if self._random.random() < 0.5 else Office(actor, "Lotsin")
            case 7:
                return Correct(pick(self._rows).statement, Values(who=(Who(PartyKind.PERSON, pick(_NAMES), actor),)))
            case _:
                return Undo(self._random.randint(1, len(self.decided) + 1))

    def _assign(self, actor: str, source: str) -> Assign:
        pick = self._random.choice
        return Assign(
            actor,
            name=pick((None, pick(_NAMES))),
            articles=pick(((), (), (pick(self._articles).id,))),
            statements=pick(((), (), (pick(self._rows).statement,))),
            source=pick((None, source)),
            kind=PartyKind.PERSON if self._random.random() < 0.3 else None,
            called=pick((None, "Ganz Neu")),
        )
