"""What holds: the readings of an article and people's decisions about it, put together. No database.

The same readings and decisions always give the same statements, so that the stored ones can be made anew and compared.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from wortlaut.decisions import Action, Entry, SaidDays, Values, Waiting, Who
from wortlaut.record.tables.rows import PERSON, SHOWN, State
from wortlaut.types import (
    Act,
    Confidence,
    Labelled,
    Medium,
    Part,
    Party,
    Span,
    Standing,
    Statement,
    StatementPart,
    StatementType,
)

__all__ = ["DECIDING", "Anchored", "Base", "Resolved", "SaidLabel", "active", "resolve", "with_values", "withdrawn"]


# The actions that say something about a statement.
DECIDING = frozenset({Action.CONFIRM, Action.CORRECT, Action.REJECT, Action.ADD})


@dataclass(frozen=True, slots=True)
class Base:
    """A statement as a reader found it, in places of the version that is resolved."""

    statement: Statement
    reading_key: int
    is_found: bool  # by the version's present reading


@dataclass(frozen=True, slots=True)
class Anchored:
    """A decision in places of the version that is resolved, and the parts that have no place in it."""

    entry: Entry
    values: Values
    homeless: frozenset[StatementPart] = frozenset()


@dataclass(frozen=True, slots=True)
class SaidLabel:
    """What a person said of a label, and by which entry of the history."""

    label: Labelled
    entry: int


@dataclass(frozen=True, slots=True)
class Resolved:
    """The statements of a version in order, the decisions that wait for a place, and what takes the version back."""

    states: tuple[State, ...]
    waiting: tuple[Waiting, ...]
    withdrawn_by: int | None = None
    who: Mapping[str, tuple[Who, ...]] = field(default_factory=dict)  # as people said, by the statements' ids
    acts: Mapping[str, Act] = field(default_factory=dict)
    said: Mapping[str, SaidDays] = field(default_factory=dict)
    venues: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, tuple[SaidLabel, ...]] = field(default_factory=dict)


def active(entries: Sequence[Entry]) -> list[Entry]:
    """The entries that count, marked where they are undone: not those that an undoing that counts itself undoes."""
    undone: set[int] = set()
    for each in reversed(entries):
        if each.action is Action.UNDO and each.undoes is not None and each.number not in undone:
            undone.add(each.undoes)
    return [replace(each, is_undone=each.number in undone) for each in entries]


def resolve(
    bases: Sequence[Base], decisions: Iterable[Anchored], *, article_id: str, withdrawn_by: int | None = None
) -> Resolved:
    """What holds after all decisions, of which a later one goes before an earlier one about the same part.

    `withdrawn_by` is the entry by which whoever published the version took it back: nothing of it is shown then, and
    what people decided stays with it.
    """
    drafts = {base.statement.id: _Draft(base.statement, base) for base in bases}
    waiting: list[Waiting] = []
    for each in decisions:
        entry = each.entry
        if entry.statement is None:
            continue
        if entry.action is Action.ADD and StatementPart.QUOTE not in each.homeless:
            drafts.setdefault(entry.statement, _Draft(_bare(entry.statement, article_id, each.values), None))
        draft = drafts.get(entry.statement)
        if draft is None:
            waiting.append(Waiting(entry, None))
        else:
            draft.take(each)
    _check_parents(drafts)
    for draft in drafts.values():
        waiting += (Waiting(entry, part) for part, entry in draft.waiting.items())
        if draft.rejection is not None:
            waiting.append(Waiting(draft.rejection, None))
    waiting.sort(key=lambda each: (each.entry.number, each.part or ""))
    states = [draft.state() for draft in _in_order(drafts.values())]
    if withdrawn_by is not None:
        states = withdrawn(states)
    who = {draft.statement.id: draft.who for draft in drafts.values() if draft.who is not None}
    acts = {draft.statement.id: draft.act for draft in drafts.values() if draft.act is not None}
    said = {draft.statement.id: draft.said_on for draft in drafts.values() if draft.said_on is not None}
    venues = {draft.statement.id: draft.venue for draft in drafts.values() if draft.venue is not None}
    labels = {draft.statement.id: tuple(draft.labels.values()) for draft in drafts.values() if draft.labels}
    return Resolved(tuple(states), tuple(waiting), withdrawn_by, who, acts, said, venues, labels)


def withdrawn(states: Iterable[State]) -> list[State]:
    """The statements of a version that was taken back: those that would be shown are not."""
    return [replace(each, standing=Standing.WITHDRAWN) if each.standing in SHOWN else each for each in states]


@dataclass(slots=True)
class _Draft:
    """A statement while decisions are applied to it."""

    statement: Statement
    base: Base | None
    as_read: Statement = field(init=False)  # or as a person added it
    rejected_by: int | None = None
    rejection: Entry | None = None  # one of other words, which waits until a person decides anew
    is_upheld: bool = False
    who: tuple[Who, ...] | None = None
    act: Act | None = None
    said_on: SaidDays | None = None
    venue: str | None = None
    labels: dict[tuple[str, str], SaidLabel] = field(default_factory=dict)  # by codebook and category
    decided: dict[StatementPart, int] = field(default_factory=dict)
    waiting: dict[StatementPart, Entry] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.as_read = self.statement

    def take(self, decision: Anchored) -> None:
        """Nothing; the decision is applied. What it overrules goes even where it has no place itself."""
        entry = decision.entry
        self.rejected_by, self.rejection = None, None
        if entry.action is Action.REJECT and entry.values is None:
            if decision.homeless:
                self.rejection = entry
            else:
                self.rejected_by = entry.number
            return
        self.is_upheld = True
        self._take_who(decision)
        self.act = decision.values.act or self.act
        self.said_on = decision.values.said_on or self.said_on
        self.venue = self.venue if decision.values.venue is None else decision.values.venue
        for each in decision.values.labels or ():
            key = each.codebook, each.category
            self.labels.pop(key, None)  # the last word stands last
            self.labels[key] = SaidLabel(each, entry.number)
        self.statement = with_values(self.statement, decision.values)
        for part in decision.values.parts():
            self.decided[part] = entry.number
            self.waiting.pop(part, None)
        for part in decision.homeless & self.decided.keys():
            del self.decided[part]
            self.statement = _with_part_of(self.as_read, part, self.statement)
        self.waiting |= dict.fromkeys(decision.homeless, entry)

    def _take_who(self, decision: Anchored) -> None:
        """Nothing; who is meant is what was decided last, until others are said to be the ones who speak."""
        values = decision.values
        speakers = tuple(each.mention for each in self.statement.speakers)
        if values.who is not None:
            self.who = values.who
        elif values.speakers not in (None, speakers) or StatementPart.SPEAKERS in decision.homeless:
            self.who = None
            self.decided.pop(StatementPart.WHO, None)

    def state(self) -> State:
        """The statement as it holds."""
        parts = [(part, self.decided[part]) for part in StatementPart if part in self.decided]
        whole = [] if self.rejected_by is None else [(None, self.rejected_by)]
        reading_key = self.base.reading_key if self.base else None
        return State(self.statement, self._standing(), (*whole, *parts), reading_key)

    @property
    def is_rejected(self) -> bool:
        """Whether a person said last that it is no statement."""
        return self.rejected_by is not None

    def _standing(self) -> Standing:
        if self.is_rejected:
            return Standing.REJECTED
        if self.base is None:
            return Standing.ADDED
        if self.base.is_found:
            return Standing.FOUND
        return Standing.UPHELD if self.is_upheld else Standing.LOST


def with_values(statement: Statement, values: Values) -> Statement:
    """The statement with the parts of `values`, of which a person is sure."""
    confidence = statement.confidence
    return replace(
        statement,
        quote=statement.quote if values.quote is None else values.quote,
        type=statement.type if values.type is None else values.type,
        medium=statement.medium if values.medium is None else values.medium,
        cue=statement.cue if values.cue is None else _part(values.cue),
        frame=statement.frame if values.frame is None else _part(values.frame),
        speakers=statement.speakers if values.speakers is None else _parties(values.speakers),
        addressees=statement.addressees if values.addressees is None else _parties(values.addressees),
        parent=statement.parent if values.parent is None else values.parent or None,
        confidence=Confidence(
            quote=confidence.quote if values.quote is None else 1.0,
            type=confidence.type if values.type is None else 1.0,
            medium=confidence.medium if values.medium is None else 1.0,
        ),
    )


def _with_part_of(source: Statement, part: StatementPart, statement: Statement) -> Statement:
    """The statement with a part, one that has places, as `source` has it."""
    confidence = statement.confidence
    if part is StatementPart.QUOTE:
        confidence = replace(confidence, quote=source.confidence.quote)
    changed: dict[str, Any] = {part: getattr(source, part), "confidence": confidence}
    return replace(statement, **changed)


def _part(spans: tuple[Span, ...]) -> Part:
    return Part(spans, 1.0 if spans else 0.0)


def _parties(mentions: tuple[tuple[Span, ...], ...]) -> tuple[Party, ...]:
    return tuple(Party(mention, 1.0) for mention in mentions)


def _bare(statement_id: str, article_id: str, values: Values) -> Statement:
    """A statement that a person added, before its values are put in."""
    return Statement(
        id=statement_id,
        article_id=article_id,
        type=StatementType.DIRECT,
        medium=Medium.SPEECH,
        quote=values.quote or (),
        cue=Part(),
        frame=Part(),
        speakers=(),
        addressees=(),
        parent=None,
        confidence=Confidence(1.0, 1.0, 0.0),
        made_by=PERSON,
    )


def _check_parents(drafts: dict[str, _Draft]) -> None:
    """Nothing; no statement stands inside one that is not there or is rejected, nor inside itself."""
    for draft in drafts.values():
        above = draft.statement.parent
        seen = {draft.statement.id}
        while above is not None and above in drafts and above not in seen and drafts[above].is_rejected:
            seen.add(above)
            above = drafts[above].statement.parent
        if above is not None and (above not in drafts or drafts[above].is_rejected or _is_above(drafts, above, draft)):
            above = None
        if above != draft.statement.parent:
            draft.statement = replace(draft.statement, parent=above)


def _is_above(drafts: dict[str, _Draft], start: str, draft: _Draft) -> bool:
    """Whether going up from `start` leads to `draft`."""
    at: str | None = start
    seen: set[str] = set()
    while at is not None and at in drafts and at not in seen:
        if at == draft.statement.id:
            return True
        seen.add(at)
        at = drafts[at].statement.parent
    return False


def _in_order(drafts: Iterable[_Draft]) -> Iterator[_Draft]:
    """Those of the present reading in its order, the others put between them by their place in the text."""
    keyed: list[tuple[int, bool, _Draft]] = []
    reached = 0
    for draft in drafts:
        if draft.base is not None and draft.base.is_found:
            reached = max(reached, draft.base.statement.quote[0].start)
            keyed.append((reached, False, draft))
        else:
            keyed.append((draft.statement.quote[0].start, True, draft))
    return (draft for _, _, draft in sorted(keyed, key=lambda each: each[:2]))
