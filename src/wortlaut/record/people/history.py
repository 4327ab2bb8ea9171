"""The history: what people decided, entry by entry, each bound to the one before by a digest.

An entry's digest covers its number, the digest of the entry before and the digest of its content. The content begins
with random salt, so that nobody can find out erased content by trying what fits the digest that stays of it. It holds
the seal of the reading that the person saw, so that nobody can put another in its place.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, fields, replace
from datetime import date, datetime
from hashlib import sha256
from operator import attrgetter
from secrets import token_hex
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, true, update

from wortlaut.decisions import (
    Action,
    ActorDecision,
    Alias,
    ApartEvents,
    Assign,
    ConfirmEvent,
    CorrectEvent,
    Entry,
    EventDecision,
    KeepApart,
    Merge,
    Office,
    RejectEvent,
    Rename,
    SaidDays,
    SameEvents,
    Values,
    Who,
    Withdrawal,
)
from wortlaut.record.keeping.resolving import active
from wortlaut.record.tables.packing import pack_spans, unpack_spans
from wortlaut.record.tables.rows import AnyRow
from wortlaut.record.tables.schema import about, article, article_version, history, reading
from wortlaut.types import Act, Labelled, Medium, Outcome, PartyKind, Position, Span, StatementPart, StatementType

__all__ = [
    "HEAD",
    "action_of",
    "actor_of",
    "append",
    "entry_digest",
    "entry_of",
    "event_of",
    "filed_under",
    "head",
    "load_actor_entries",
    "load_entries",
    "load_entries_of",
    "load_entry",
    "load_event_entries",
    "reading_of",
]

# The names under which `about` holds the last entry's digest, so that one that is cut off is missed.
HEAD = "history_head"
_SALT_BYTES = 16
# Of an entry's content; what another version of the program writes otherwise gets another number.
_FORM, _WITHDRAWING, _OF_ACTORS, _OF_EVENTS = 1, 2, 3, 4
_SPANS = (StatementPart.QUOTE, StatementPart.CUE, StatementPart.FRAME)
_MENTIONS = (StatementPart.SPEAKERS, StatementPart.ADDRESSEES)
_KEYS = {
    _FORM: frozenset("form salt action at by why article version statement values was undoes erases reading".split())
}
_KEYS[_WITHDRAWING] = _KEYS[_FORM] | {"withdraws"}
_KEYS[_OF_ACTORS] = _KEYS[_FORM] | {"decides"}
_KEYS[_OF_EVENTS] = _KEYS[_FORM] | {"judges"}
_DECISIONS: Mapping[Action, type[ActorDecision]] = {
    Action.MERGE: Merge,
    Action.ASSIGN: Assign,
    Action.RENAME: Rename,
    Action.ALIAS: Alias,
    Action.OFFICE: Office,
    Action.KEEP_APART: KeepApart,
}
_JUDGEMENTS: Mapping[Action, type[EventDecision]] = {
    Action.CONFIRM_EVENT: ConfirmEvent,
    Action.REJECT_EVENT: RejectEvent,
    Action.CORRECT_EVENT: CorrectEvent,
    Action.SAME_EVENTS: SameEvents,
    Action.APART_EVENTS: ApartEvents,
}
# Neither `IS NOT NULL` nor in order: SQLite would go through the whole history.
_ABOUT_ACTORS = select(history).where(history.c.actor_id >= "")
_ABOUT_EVENTS = select(history.c.article_id).where(history.c.event_id >= "").distinct()
_WITHDRAWS = frozenset(each.name for each in fields(Withdrawal))
_OF_ARTICLES = (
    select(history).where(history.c.article_id.in_(bindparam("ids", expanding=True))).order_by(history.c.number)
)
_SEAL = (
    select(reading.c.seal)
    .select_from(reading.join(article_version).join(article))
    .where(
        article.c.id == bindparam("id"), article_version.c.number == bindparam("number"), reading.c.is_current == true()
    )
)
_HEAD = select(about.c.value).where(about.c.name == HEAD)
_LAST = select(history.c.number, history.c.digest).order_by(history.c.number.desc()).limit(1)


def append(connection: Connection, entry: Entry) -> Entry:
    """The entry with number and digest, as it stands in the history now."""
    last = connection.execute(_LAST).one_or_none()
    number, previous = (1, b"") if last is None else (last.number + 1, last.digest)
    content = _content(entry, connection.execute(_SEAL, {"id": entry.article, "number": entry.version}).scalar())
    content_digest = sha256(content.encode()).digest()
    digest = entry_digest(number, previous, content_digest)
    connection.execute(
        insert(history).values(
            number=number,
            article_id=entry.article,
            statement_id=entry.statement,
            content=content,
            content_digest=content_digest,
            previous=previous,
            digest=digest,
            declared_id=filed_under(entry),
            actor_id=actor_of(entry),
            event_id=event_of(entry),
        )
    )
    value = f"{number} {digest.hex()}"
    if last is None:
        connection.execute(insert(about).values(name=HEAD, value=value))
    else:
        connection.execute(update(about).where(about.c.name == HEAD).values(value=value))
    return replace(entry, number=number, digest=digest.hex())


def entry_digest(number: int, previous: bytes, content_digest: bytes) -> bytes:
    """The digest that binds an entry to all before it."""
    return sha256(f"{number}\0{previous.hex()}\0{content_digest.hex()}".encode()).digest()


def head(connection: Connection) -> str | None:
    """Number and digest of the last entry as they were noted when it was made, None before the first."""
    found: str | None = connection.execute(_HEAD).scalar_one_or_none()
    return found


def load_entries(connection: Connection, article_id: str) -> list[Entry]:
    """The entries about the article and its statements, oldest first, marked where they are undone."""
    return load_entries_of(connection, [article_id])


def load_entries_of(connection: Connection, article_ids: Collection[str]) -> list[Entry]:
    """The entries about these articles and their statements, oldest first, marked where they are undone."""
    return active([entry_of(row) for row in connection.execute(_OF_ARTICLES, {"ids": list(article_ids)})])


def load_actor_entries(connection: Connection) -> list[Entry]:
    """The entries about actors, oldest first, marked where they are undone."""
    rows = sorted(connection.execute(_ABOUT_ACTORS), key=attrgetter("number"))
    return active([entry_of(row) for row in rows])


def load_event_entries(connection: Connection) -> list[Entry]:
    """The entries about announced events, oldest first, marked where they are undone."""
    articles = connection.execute(_ABOUT_EVENTS).scalars().all()
    if not articles:
        return []
    return [each for each in load_entries_of(connection, articles) if each.judges is not None]


def action_of(decision: ActorDecision | EventDecision) -> Action:
    """What an entry of the decision does."""
    kinds = {**_DECISIONS, **_JUDGEMENTS}
    return next(action for action, kind in kinds.items() if isinstance(decision, kind))


def event_of(entry: Entry) -> str | None:
    """The event under which an entry is filed; None for one that is about no event."""
    return None if entry.judges is None else entry.judges.event


def actor_of(entry: Entry) -> str | None:
    """The actor under which an entry is filed; what undoes one under no name, so that it is found with all others."""
    if entry.decides is None:
        return "" if entry.action is Action.UNDO and entry.article is None else None
    return entry.decides.into if isinstance(entry.decides, Merge) else entry.decides.actor


def filed_under(entry: Entry) -> str | None:
    """What an entry is filed under besides its article: a withdrawal under the item's own id, be it empty."""
    return None if entry.withdraws is None else entry.withdraws.declared_id or ""


def load_entry(connection: Connection, number: int) -> Entry | None:
    """The entry of that number, None where there is none; whether it is undone is not looked for."""
    row = connection.execute(select(history).where(history.c.number == number)).one_or_none()
    return None if row is None else entry_of(row)


def entry_of(row: AnyRow) -> Entry:
    """The entry of a row; raises `ValueError` where its content is not as it is written."""
    if row.content is None:
        return Entry(row.number, row.digest.hex(), erased_by=row.erased_by)
    try:
        content: dict[str, Any] = json.loads(row.content)
        form = _form_of(Action(content["action"]))
        if content.get("form") != form:
            raise ValueError(f"entry {row.number} of the history has form {content.get('form')!r}, not {form}")
        if set(content) != _KEYS[form]:
            raise ValueError(f"entry {row.number} of the history has other fields than it should: {sorted(content)}")
        return Entry(
            number=row.number,
            digest=row.digest.hex(),
            action=Action(content["action"]),
            at=datetime.fromisoformat(content["at"]),
            by=content["by"],
            why=content["why"],
            article=content["article"],
            version=content["version"],
            statement=content["statement"],
            values=_values_of(content["values"]),
            was=_values_of(content["was"]),
            undoes=content["undoes"],
            withdraws=_withdrawal_of(content["withdraws"]) if form == _WITHDRAWING else None,
            decides=_decision_of(content["action"], content["decides"]) if form == _OF_ACTORS else None,
            judges=_judgement_of(content["action"], content["judges"]) if form == _OF_EVENTS else None,
            erases=tuple(content["erases"]),
        )
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"entry {row.number} of the history has a value that cannot be: {error}") from error


def reading_of(row: AnyRow) -> bytes | None:
    """The seal of the reading that the entry of a row with content was made of."""
    found: str | None = json.loads(row.content)["reading"]
    return None if found is None else bytes.fromhex(found)


def _content(entry: Entry, seal: bytes | None) -> str:
    """The entry's content as canonical JSON, with fresh salt."""
    content: dict[str, object] = {
        "form": _FORM if entry.action is None else _form_of(entry.action),
        "salt": token_hex(_SALT_BYTES),
        "action": entry.action,
        "at": entry.at.isoformat(timespec="milliseconds") if entry.at else None,
        "by": entry.by,
        "why": entry.why,
        "article": entry.article,
        "version": entry.version,
        "statement": entry.statement,
        "values": None if entry.values is None else dict(_packed(entry.values)),
        "was": None if entry.was is None else dict(_packed(entry.was)),
        "undoes": entry.undoes,
        "erases": list(entry.erases),
        "reading": None if seal is None else seal.hex(),
    }
    if entry.withdraws is not None:
        content["withdraws"] = _packed_withdrawal(entry.withdraws)
    if entry.decides is not None:
        content["decides"] = {name: _plain(value) for name, value in asdict(entry.decides).items()}
    if entry.judges is not None:
        content["judges"] = {name: _plain(value) for name, value in asdict(entry.judges).items()}
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _form_of(action: Action) -> int:
    if action in _JUDGEMENTS:
        return _OF_EVENTS
    return _WITHDRAWING if action is Action.WITHDRAW else _OF_ACTORS if action in _DECISIONS else _FORM


def _plain(value: object) -> object:
    """The value as JSON has it."""
    return value.isoformat() if isinstance(value, date) else value


def _decision_of(action: str, packed: dict[str, Any]) -> ActorDecision:
    kind = _DECISIONS[Action(action)]
    if set(packed) != {each.name for each in fields(kind)}:
        raise ValueError(f"a decision about an actor has other fields than it should: {sorted(packed)}")
    read: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in packed.items()}
    for day in {"first", "last"} & read.keys():
        read[day] = None if read[day] is None else date.fromisoformat(read[day])
    if read.get("kind") is not None:
        read["kind"] = PartyKind(read["kind"])
    return kind(**read)


def _judgement_of(action: str, packed: dict[str, Any]) -> EventDecision:
    kind = _JUDGEMENTS[Action(action)]
    if set(packed) != {each.name for each in fields(kind)}:
        raise ValueError(f"a decision about an event has other fields than it should: {sorted(packed)}")
    read = dict(packed)
    for day in {"since", "until"} & read.keys():
        read[day] = None if read[day] is None else date.fromisoformat(read[day])
    if read.get("outcome") is not None:
        read["outcome"] = Outcome(read["outcome"])
    return kind(**read)


def _packed_withdrawal(withdrawal: Withdrawal) -> dict[str, object]:
    return asdict(withdrawal) | {"at": None if withdrawal.at is None else withdrawal.at.isoformat()}


def _withdrawal_of(packed: dict[str, Any]) -> Withdrawal:
    if set(packed) != _WITHDRAWS:
        raise ValueError(f"a withdrawal has other fields than it should: {sorted(packed)}")
    at = None if packed["at"] is None else datetime.fromisoformat(packed["at"])
    return Withdrawal(**packed | {"at": at})


def _packed(values: Values) -> Iterator[tuple[str, object]]:
    for part in values.parts():
        value = getattr(values, part)
        if part in _SPANS:
            yield part, pack_spans(value)
        elif part in _MENTIONS:
            yield part, [pack_spans(mention) for mention in value]
        elif part is StatementPart.WHO:
            yield part, [[each.kind.value, each.name, each.actor] for each in value]
        elif part is StatementPart.LABELS:
            yield part, [[each.codebook, each.category, each.applies, each.position] for each in value]
        else:
            yield part, str(value)


def _values_of(packed: dict[str, Any] | None) -> Values | None:
    if packed is None:
        return None
    if not set(packed) <= {each.name for each in fields(Values)}:
        raise ValueError(f"a decision speaks of parts that there are not: {sorted(packed)}")
    values: dict[str, Any] = {part: unpack_spans(packed[part]) for part in _SPANS if part in packed}
    values |= {part: _mentions(packed[part]) for part in _MENTIONS if part in packed}
    if "type" in packed:
        values["type"] = StatementType(packed["type"])
    if "medium" in packed:
        values["medium"] = Medium(packed["medium"])
    if "parent" in packed:
        values["parent"] = packed["parent"]
    if "act" in packed:
        values["act"] = Act(packed["act"])
    if "said_on" in packed:
        values["said_on"] = SaidDays.of(packed["said_on"])
    if "venue" in packed:
        values["venue"] = packed["venue"]
    if "who" in packed:
        values["who"] = tuple(Who(PartyKind(kind), name, actor) for kind, name, actor in packed["who"])
    if "labels" in packed:
        values["labels"] = tuple(_labelled(*each) for each in packed["labels"])
    return Values(**values)


def _labelled(codebook: str, category: str, applies: bool, position: str | None) -> Labelled:
    return Labelled(codebook, category, applies, None if position is None else Position(position))


def _mentions(packed: list[str]) -> tuple[tuple[Span, ...], ...]:
    return tuple(unpack_spans(each) for each in packed)
