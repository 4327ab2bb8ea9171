"""What people decide about statements, and what became of it."""

from __future__ import annotations

import getpass
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, TypedDict, Unpack

from wortlaut.decisions import Add, Complete, Confirm, Correct, Decision, Entry, Reject, Undo, Values, Waiting
from wortlaut.errors import DecisionImpossible, InputError, NotInRecord
from wortlaut.service.naming import named
from wortlaut.service.opening import asking, settings_or_default, storable, writing
from wortlaut.service.placing import Wording, placed
from wortlaut.types import Found, StatementPart

if TYPE_CHECKING:
    from collections.abc import Callable

    from wortlaut.record import Record
    from wortlaut.settings import Settings

__all__ = [
    "Decided",
    "ShownEntry",
    "ShownWaiting",
    "Signed",
    "add",
    "complete",
    "confirm",
    "correct",
    "editor_of",
    "history",
    "reject",
    "undo",
    "waiting",
]

# Texts of versions that are held while a history is told.
_TEXTS = 64
# SQLite has no larger numbers, so no entry does.
_LAST_NUMBER = 2**63 - 1


class Signed(TypedDict, total=False):
    """Who decides (`by`; else the setting `editor`, else the login name) and why.

    `seen` is `Found.revision` of the statement as the person saw it: where it has become another since, nothing is
    changed and `EditConflict` is raised.
    """

    by: str | None
    why: str | None
    seen: str | None
    settings: Settings | None


@dataclass(frozen=True, slots=True)
class Decided:
    """What a decision made: its entry in the history, and the statement as it now is, None where there is none.

    `confirmed` are the entries that completing an article made before its own.
    """

    entry: Entry
    found: Found | None
    confirmed: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """An entry of the history with the text that its places mean; None where the entry or the text was erased."""

    entry: Entry
    text: str | None


@dataclass(frozen=True, slots=True)
class ShownWaiting:
    """A decision that has no place, with the text that its places mean; None where that was erased."""

    waiting: Waiting
    text: str | None


def confirm(statement: str, parts: Iterable[StatementPart] = (), **signed: Unpack[Signed]) -> Decided:
    """The outcome of saying that these parts of the statement are right as they are; with none named, all of it.

    Raises `DecisionError`, `RecordError`, and `InputError` where there is no such part; so do the others.
    """
    with writing(signed.get("settings")) as record:
        return _decided(record, Confirm(statement, _parts(parts)), signed)


def correct(statement: str, values: Wording | Values, **signed: Unpack[Signed]) -> Decided:
    """The outcome of saying what these parts of the statement are; raises also `NotInText`.

    `Wording` gives them in words of the article, `Values` by their places.
    """
    with writing(signed.get("settings")) as record:
        if isinstance(values, Wording):
            found = record.statement(statement)
            text = found.article.text
            who = named(record, values.who, found)
            values = replace(placed(values, text, near=found.statement.quote), who=who)
            seen = signed.get("seen") or found.revision
            return _decided(record, Correct(statement, values), {**signed, "seen": seen}, text)
        return _decided(record, Correct(statement, values), signed)


def reject(statement: str, parts: Iterable[StatementPart] = (), **signed: Unpack[Signed]) -> Decided:
    """The outcome of saying that these parts of the statement are not there; with none named, that it is none."""
    with writing(signed.get("settings")) as record:
        return _decided(record, Reject(statement, _parts(parts)), signed)


def add(article: str, values: Wording | Values, **signed: Unpack[Signed]) -> Decided:
    """The outcome of adding a statement that no reader found; it needs at least a quote and a type."""
    with writing(signed.get("settings")) as record:
        if isinstance(values, Wording):
            head = record.head(article)
            made = replace(placed(values, head.text), who=named(record, values.who, None, day=head.published))
            return _decided(record, Add(article, made), signed, head.text)
        return _decided(record, Add(article, values), signed)


def complete(article: str, **signed: Unpack[Signed]) -> Decided:
    """The outcome of saying that one went through the whole article: what stands there now is all that is said in it.

    So every statement in it that is not wholly decided is confirmed, each by an entry of its own; what a later reading
    finds besides is then told apart.
    """
    from wortlaut.record.tables.rows import SHOWN

    with writing(signed.get("settings")) as record:
        confirmed = tuple(
            _decided(record, Confirm(found.statement.id), {**signed, "seen": found.revision}).entry
            for found in record.of_article(article)
            if found.standing in SHOWN and not found.is_decided
        )
        return replace(_decided(record, Complete(article), signed), confirmed=confirmed)


def undo(entry: int, **signed: Unpack[Signed]) -> Decided:
    """The outcome of taking back the entry of that number, as if it had not been.

    Undoing an undoing brings back what that undid.
    """
    with writing(signed.get("settings")) as record:
        if entry > _LAST_NUMBER:
            raise DecisionImpossible("entry_missing", number=entry)
        return _decided(record, Undo(entry), signed)


def history(
    about: str | None = None,
    *,
    newest_first: bool = False,
    before: int | None = None,
    settings: Settings | None = None,
) -> Generator[ShownEntry]:
    """The entries of the history, oldest first: all, or those about the article, statement or actor of that id.

    With `before` only entries of lower numbers.
    """
    with asking(settings) as record:
        text_of = _texts(record)
        for entry in record.history(about, newest_first=newest_first, before=before):
            yield ShownEntry(entry, text_of(entry.article, entry.version))


def waiting(*, settings: Settings | None = None) -> Iterator[ShownWaiting]:
    """The decisions that the current versions of their articles have no place for, oldest first."""
    with asking(settings) as record:
        text_of = _texts(record)
        for each in record.waiting():
            yield ShownWaiting(each, text_of(each.entry.article, each.entry.version))


def _decided(record: Record, decision: Decision, signed: Signed, text: str | None = None) -> Decided:
    """The outcome of the decision, whose places are in `text` where that is given."""
    why = signed.get("why")
    entry = record.decide(
        decision,
        by=editor_of(signed),
        why=None if why is None else storable(why),
        seen=signed.get("seen"),
        text=text,
    )
    return Decided(entry, None if entry.statement is None else _statement(record, entry.statement))


def editor_of(signed: Signed) -> str:
    """The name of who decides; empty where nobody knows."""
    name = signed.get("by") or settings_or_default(signed.get("settings")).editor
    if name is not None:
        return storable(name)
    try:
        return storable(getpass.getuser())
    except (OSError, KeyError):  # a process without a user of a name
        return ""


def _parts(named: Iterable[StatementPart]) -> tuple[StatementPart, ...]:
    """The parts; raises `InputError` where there is none of that name."""
    known = {part.value: part for part in StatementPart}
    # One part alone is a string, too, and would be taken letter by letter.
    names = (named,) if isinstance(named, str) else tuple(named)
    for name in names:
        if name not in known:
            raise InputError("part_unknown", part=name, known=", ".join(known))
    return tuple(dict.fromkeys(known[name] for name in names))


def _statement(record: Record, statement: str) -> Found | None:
    try:
        return record.statement(statement)
    except NotInRecord:  # the addition of it was undone
        return None


def _texts(record: Record) -> Callable[[str | None, int | None], str | None]:
    """What gives the text of an article's version."""

    @lru_cache(maxsize=_TEXTS)
    def text_of(article: str | None, version: int | None) -> str | None:
        if article is None or version is None:
            return None
        try:
            return record.version_text(article, version)
        except NotInRecord:
            return None

    return text_of
