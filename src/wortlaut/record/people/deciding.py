"""What people decide: checked against what holds, written into the history, and applied."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise

from sqlalchemy import Connection, bindparam, select

from wortlaut.decisions import (
    NO_PARENT,
    NO_VENUE,
    Action,
    ActorDecision,
    Add,
    Complete,
    Confirm,
    Correct,
    Decision,
    Entry,
    EventDecision,
    Reject,
    SaidDays,
    Undo,
    Values,
    Who,
)
from wortlaut.errors import DecisionImpossible, EditConflict
from wortlaut.record.contents import Language
from wortlaut.record.keeping.batching import Batch
from wortlaut.record.keeping.projecting import ArticleState, Version, load_article_state, project
from wortlaut.record.keeping.withdrawing import concerned_articles
from wortlaut.record.people.actors import decide_actor, undo_actor, with_actors
from wortlaut.record.people.events import decide_event, undo_event
from wortlaut.record.people.history import append, load_actor_entries, load_entries, load_entry
from wortlaut.record.people.labelling import (
    check_labels,
    confirmed_labels,
    denied_labels,
    displaced,
    labels_before,
)
from wortlaut.record.search.folding import fold_name
from wortlaut.record.tables.loading import REVISION_BYTES, load_attribution, load_version_states
from wortlaut.record.tables.rows import State
from wortlaut.record.tables.schema import article as article_table
from wortlaut.record.tables.schema import article_version, statement
from wortlaut.types import ArticleHead, PartyKind, SaidOn, Span, StatementPart, Venue, statement_id

__all__ = ["decide", "refresh"]

# Without these a statement is none; to say that they are wrong is to say what is right.
# A person who speaks of a whole statement says nothing of labels: they are decided one by one.
_WHOLE = tuple(part for part in StatementPart if part is not StatementPart.LABELS)
_NEEDED = (StatementPart.QUOTE, StatementPart.TYPE, StatementPart.MEDIUM, StatementPart.ACT)
_NEWEST = (
    select(statement.c.key, statement.c.seal, article_version.c.is_current, article_table.c.id.label("article_id"))
    .join(article_version, article_version.c.key == statement.c.version_key)
    .join(article_table)
    .where(statement.c.id == bindparam("id"))
    .order_by(article_version.c.is_current.desc(), article_version.c.number.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a person saw who decides: the statement's revision, and the article's text; None where nothing is said."""

    revision: str | None
    text: str | None

    def check_text(self, article: ArticleState) -> None:
        """Nothing; raises `EditConflict` where the article says something else by now."""
        if self.text is not None and self.text != article.current.text:
            raise EditConflict("article_changed_meanwhile", article=article.id)


def decide(
    connection: Connection,
    decision: Decision,
    *,
    by: str,
    why: str | None,
    seen: str | None,
    text: str | None,
    at: datetime | None,
    language: Language | None,
) -> Entry:
    """The entry that the decision made; the statements hold it from now on.

    Raises `DecisionImpossible` where it cannot be, `EditConflict` where the statement is no longer at revision `seen`
    or the article's text no longer `text`.
    """
    if not by.strip():
        raise DecisionImpossible("decision_without_person")
    when = at or datetime.now(UTC)
    made = Entry(0, "", at=when.replace(microsecond=when.microsecond // 1000 * 1000), by=by.strip(), why=why)
    if isinstance(decision, ActorDecision):
        return decide_actor(connection, decision, made, meaning=None if language is None else language.meaning)
    if isinstance(decision, EventDecision):
        return decide_event(connection, decision, made)
    entry = _entry_of(connection, decision, made, _Seen(seen, text))
    appended = append(connection, entry)
    if entry.article is None:  # an undoing of what was decided about an actor
        undo_actor(connection, appended, meaning=None if language is None else language.meaning)
        return appended
    if appended.action is not Action.COMPLETE:
        for each in _concerned(connection, appended, entry.article):
            refresh(connection, each, language=language)
        undo_event(connection, appended)
    return appended


def _entry_of(
    connection: Connection, decision: Confirm | Correct | Reject | Add | Undo | Complete, made: Entry, saw: _Seen
) -> Entry:
    """The entry to come of a decision about statements or articles, or of an undoing."""
    if isinstance(decision, Undo):
        return _undoing(connection, decision, made)
    if isinstance(decision, Add):
        return _adding(connection, decision, made, saw)
    if isinstance(decision, Complete):
        article = load_article_state(connection, decision.article)
        return replace(made, action=Action.COMPLETE, article=article.id, version=article.current.number)
    return _deciding(connection, decision, made, saw)


def _concerned(connection: Connection, entry: Entry, article_id: str) -> list[str]:
    """The ids of the articles that may hold something else now: of a withdrawal that is undone there can be several."""
    root: Entry | None = entry
    while root is not None and root.undoes is not None:
        root = load_entry(connection, root.undoes)
    if root is None or root.withdraws is None:
        return [article_id]
    return concerned_articles(connection, article_id, root.withdraws)


def refresh(connection: Connection, article_id: str, *, language: Language | None) -> None:
    """Nothing; all versions of the article hold what readings and decisions make of them."""
    article = load_article_state(connection, article_id)
    batch = Batch(connection)
    for version in article.versions:
        project(batch, article, version, lemma_index=language)
    batch.flush()


def _deciding(connection: Connection, decision: Confirm | Correct | Reject, made: Entry, saw: _Seen) -> Entry:
    """The entry of a decision about a statement of an article's current version."""
    row = connection.execute(_NEWEST, {"id": decision.statement}).one()
    if not row.is_current:
        raise DecisionImpossible("statement_of_old_version", id=decision.statement, article=row.article_id)
    article = load_article_state(connection, row.article_id)
    if saw.revision is not None and saw.revision != row.seal[:REVISION_BYTES].hex():
        raise _conflict(connection, article, decision.statement)
    saw.check_text(article)
    states = {state.statement.id: state for state in load_version_states(connection, article.current.key)}
    state = states[decision.statement]
    state = replace(state, attribution=load_attribution(connection, row.key, state.attribution))
    values: Values | None
    if isinstance(decision, Confirm):
        action, values = Action.CONFIRM, _values_of(state, decision.parts or _WHOLE)
    elif isinstance(decision, Correct):
        action, values = Action.CORRECT, with_actors(connection, decision.values)
        _check_values(values, article.current, states, decision.statement)
        values = _with_labels(connection, values, state)
    else:
        action, values = Action.REJECT, _emptied(decision, state) if decision.parts else None
    was = _values_of(state, _WHOLE if values is None else values.parts())
    was = replace(was, labels=labels_before(values, state))
    return replace(
        made,
        action=action,
        article=article.id,
        version=article.current.number,
        statement=decision.statement,
        values=values,
        was=was,
    )


def _conflict(connection: Connection, article: ArticleState, name: str) -> EditConflict:
    """That the statement is not as the editor saw it, with who decided about it last."""
    last = [each for each in load_entries(connection, article.id) if each.statement == name]
    if article.current.withdrawn_by is not None:
        return EditConflict("article_withdrawn_meanwhile", article=article.id, number=article.current.withdrawn_by)
    if not last:
        return EditConflict("statement_read_anew", id=name)
    return EditConflict("statement_decided_meanwhile", id=name, by=last[-1].by, at=last[-1].at, number=last[-1].number)


def _with_labels(connection: Connection, values: Values, state: State | None) -> Values:
    """The values, in which labels that exclude each other displace those that people gave before.

    Raises `DecisionImpossible` for labels that cannot be.
    """
    if values.labels is None:
        return values
    check_labels(connection, values.labels)
    out = [] if state is None else displaced(connection, state, values.labels)
    return replace(values, labels=(*values.labels, *out))


def _emptied(decision: Reject, state: State) -> Values:
    needed = [part for part in decision.parts if part in _NEEDED]
    if needed:
        raise DecisionImpossible("part_needed", id=decision.statement, part=needed[0])
    values: dict[str, tuple[()] | str | tuple[Who, ...]] = dict.fromkeys(decision.parts, ())
    if StatementPart.PARENT in decision.parts:
        values[StatementPart.PARENT] = NO_PARENT
    if StatementPart.WHO in decision.parts:
        values[StatementPart.WHO] = (Who(PartyKind.UNKNOWN),)
    emptied = Values(**values)  # type: ignore[arg-type]  # the parts that are left are all of these types
    return emptied if emptied.labels is None else replace(emptied, labels=denied_labels(state.labels))


def _adding(connection: Connection, decision: Add, made: Entry, saw: _Seen) -> Entry:
    article = load_article_state(connection, decision.article)
    saw.check_text(article)
    values = with_actors(connection, decision.values)
    if values.quote is None or values.type is None:
        raise DecisionImpossible("quote_and_type_needed", article=article.id)
    states = {state.statement.id: state for state in load_version_states(connection, article.current.key)}
    for state in states.values():
        if state.statement.quote == values.quote:
            raise DecisionImpossible("statement_there_already", id=state.statement.id, article=article.id)
    head = ArticleHead(article.id, article.current.text, None, None, None, None)
    used = _used(connection, article) | set(states)
    ordinal = 0
    while (name := statement_id(head, values.quote, ordinal)) in used:
        ordinal += 1
    _check_values(values, article.current, states, name)
    values = _with_labels(connection, values, None)
    return replace(
        made,
        action=Action.ADD,
        article=article.id,
        version=article.current.number,
        statement=name,
        values=values,
    )


def _used(connection: Connection, article: ArticleState) -> set[str]:
    """The ids that statements of the article had or have, undone additions included."""
    ids = {each.id for reading in article.readings for each in reading.statements}
    return ids | {each.statement for each in load_entries(connection, article.id) if each.statement is not None}


def _undoing(connection: Connection, decision: Undo, made: Entry) -> Entry:
    target = load_entry(connection, decision.entry)
    if target is None:
        raise DecisionImpossible("entry_missing", number=decision.entry)
    if target.action in (None, Action.ERASE):
        raise DecisionImpossible("entry_erased", number=decision.entry)
    about = load_actor_entries(connection) if target.article is None else load_entries(connection, target.article)
    if any(each.number == target.number and each.is_undone for each in about):
        raise DecisionImpossible("entry_undone_already", number=decision.entry)
    version = None  # of an item that was taken back before it came in
    if target.article is not None and target.version is not None:
        version = load_article_state(connection, target.article).current.number
    return replace(
        made,
        action=Action.UNDO,
        article=target.article,
        version=version,
        statement=target.statement,
        undoes=target.number,
    )


def _values_of(state: State, parts: tuple[StatementPart, ...]) -> Values:
    """What these parts of the statement are."""
    found, attribution = state.statement, state.attribution
    values = Values(
        quote=found.quote,
        type=found.type,
        medium=found.medium,
        cue=found.cue.spans,
        frame=found.frame.spans,
        speakers=tuple(each.mention for each in found.speakers),
        addressees=tuple(each.mention for each in found.addressees),
        parent=found.parent or NO_PARENT,
        who=None
        if attribution is None
        else tuple(Who(each.kind, each.name, each.actor) for each in attribution.speakers),
        act=None if state.sense is None else state.sense.act,
        said_on=None if state.sense is None else _days(state.sense.said_on),
        venue=None if state.sense is None else _name(state.sense.venue),
        labels=confirmed_labels(state.labels),
    )
    return replace(values, **{part: None for part in StatementPart if part not in parts})


def _days(said: SaidOn | None) -> SaidDays:
    return SaidDays() if said is None else SaidDays(said.since, said.until)


def _name(venue: Venue | None) -> str:
    return NO_VENUE if venue is None else venue.name


def _check_values(values: Values, version: Version, states: dict[str, State], name: str) -> None:
    """Nothing; raises `DecisionImpossible` for values that no statement of the version can have."""
    if not values.parts():
        raise DecisionImpossible("nothing_decided", id=name)
    if values.who == () or any(each.name is not None and not fold_name(each.name) for each in values.who or ()):
        raise DecisionImpossible("who_empty", id=name)
    if values.quote == ():
        raise DecisionImpossible("part_needed", id=name, part=StatementPart.QUOTE)
    for part, spans in _all_spans(values):
        if any(span.end > len(version.text) for span in spans):
            end = max(span.end for span in spans)
            raise DecisionImpossible("span_outside", id=name, part=part, end=end, length=len(version.text))
        if any(after.start < before.end for before, after in pairwise(spans)):
            raise DecisionImpossible("spans_disordered", id=name, part=part)
        if part in (StatementPart.SPEAKERS, StatementPart.ADDRESSEES) and not spans:
            raise DecisionImpossible("mention_empty", id=name, part=part)
    if values.parent and values.parent in states:
        _check_around(states[values.parent].statement.quote, values.quote or states[name].statement.quote, name)
    above, seen = values.parent or None, {name}
    while above is not None:
        if above not in states:
            raise DecisionImpossible("parent_missing", id=name, parent=above)
        if above in seen:
            raise DecisionImpossible("parent_inside_itself", id=name, parent=values.parent)
        seen.add(above)
        above = states[above].statement.parent


def _check_around(outer: tuple[Span, ...], inner: tuple[Span, ...], name: str) -> None:
    """Nothing; raises `DecisionImpossible` where what is to be inside is around."""
    first, last = inner[0].start, inner[-1].end
    if first <= outer[0].start and outer[-1].end <= last and (first, last) != (outer[0].start, outer[-1].end):
        raise DecisionImpossible("parent_smaller", id=name)


def _all_spans(values: Values) -> Iterator[tuple[StatementPart, tuple[Span, ...]]]:
    for part in (StatementPart.QUOTE, StatementPart.CUE, StatementPart.FRAME):
        spans: tuple[Span, ...] | None = getattr(values, part)
        if spans:
            yield part, spans
    for part in (StatementPart.SPEAKERS, StatementPart.ADDRESSEES):
        mentions: tuple[tuple[Span, ...], ...] | None = getattr(values, part)
        for mention in mentions or ():
            yield part, mention
