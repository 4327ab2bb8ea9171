"""The history: what people decided, the newest first, each entry with what it is about and a way to take it back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse

from wortlaut import service
from wortlaut.decisions import Action, Entry
from wortlaut.export.entry_told import EntryRow, about_actor, decision_rows, event_rows, value_rows, withdrawal_rows
from wortlaut.export.visible import one_line
from wortlaut.service import ShownEntry
from wortlaut.texts import Texts, moment, said_why
from wortlaut.types import StatementPart, is_whole
from wortlaut.web.addresses import Address
from wortlaut.web.page import Page, Place
from wortlaut.web.signing import signer_of
from wortlaut.web.site import site_of
from wortlaut.web.view import rendered, texts_of

__all__ = ["PAGE", "ToldEntry", "entries_told", "history_page"]

_router = APIRouter()
PAGE = Page(_router, Place(65, "/history", "past.place"))

_LISTED = 50
_LAST = 2**53  # of numbers that an address may name
# By whom an entry is that no person made, and what cannot be taken back.
_BY_OTHERS = frozenset({Action.WITHDRAW})
_FOR_GOOD = frozenset({Action.ERASE})


@dataclass(frozen=True, slots=True)
class ToldEntry:
    """An entry of the history in words, with the ids that it leads to."""

    number: int
    action: str  # as in the style sheet; empty where the entry was erased
    what: str
    who: str
    at: str
    when: str  # for programs
    why: str
    rows: tuple[EntryRow, ...]
    statement: str | None
    article: str | None
    actor: str | None
    event: str | None
    is_undone: bool
    can_undo: bool
    by_person: bool


@_router.get("/history")
def history_page(
    request: Request,
    by: Annotated[str, Query(max_length=400)] = "",
    kind: Annotated[str, Query(max_length=40)] = "",
    about: Annotated[str, Query(max_length=400)] = "",
    before: Annotated[int | None, Query(ge=1, le=_LAST)] = None,
) -> HTMLResponse:
    """A page of the history: all of it, or what a person did, or one kind of decision, or all about one thing."""
    texts, settings = texts_of(request), site_of(request).settings
    told = service.history(about.strip() or None, newest_first=True, before=before, settings=settings)
    with closing(told) as entries:
        found = list(islice((each for each in entries if _is_wanted(each.entry, by, kind)), _LISTED + 1))
    shown, address = found[:_LISTED], Address.of(request).without("before", "entry")
    head = service.history_head(settings=settings)
    return rendered(
        request,
        "history.html.j2",
        entries=entries_told(shown, texts),
        by=by,
        kind=kind,
        about=about,
        kinds=[(each.value, texts(f"action.{each.value}")) for each in Action],
        is_narrowed=bool(address.given),
        older=str(address.adding("before", str(shown[-1].entry.number))) if len(found) > _LISTED else None,
        newest=str(address) if before is not None else None,
        head=head,
        here_with=str(address),
        signer=signer_of(request),
    )


def entries_told(entries: Iterable[ShownEntry], texts: Texts) -> list[ToldEntry]:
    """The entries in words, in their order."""
    return [_told(each, texts) for each in entries]


def _is_wanted(entry: Entry, by: str, kind: str) -> bool:
    named = by.strip().casefold()
    return (not named or named in (entry.by or "").casefold()) and (not kind or entry.action == kind)


def _told(shown: ShownEntry, texts: Texts) -> ToldEntry:
    entry = shown.entry
    if entry.action is None or entry.at is None:
        return _erased(entry, texts)
    what = texts(f"action.{entry.action}")
    if entry.undoes is not None:
        what += f" {texts('history.undoes', number=entry.undoes)}"
    return ToldEntry(
        number=entry.number,
        action=entry.action.value,
        what=what,
        who=one_line(entry.by or ""),
        at=moment(entry.at, texts.language),
        when=entry.at.isoformat(),
        why=one_line(said_why(entry.why, texts)) if entry.why else "",
        rows=tuple(_rows(shown, texts)),
        statement=entry.statement,
        article=entry.article if entry.judges is None else None,
        actor=None if entry.decides is None else about_actor(entry.decides),
        event=None if entry.judges is None else entry.judges.event,
        is_undone=entry.is_undone,
        can_undo=not entry.is_undone and entry.action not in _FOR_GOOD,
        by_person=entry.action not in _BY_OTHERS,
    )


def _rows(shown: ShownEntry, texts: Texts) -> Iterator[EntryRow]:
    entry = shown.entry
    yield from withdrawal_rows(entry, texts)
    yield from decision_rows(entry.decides, texts)
    yield from event_rows(entry.judges, texts)
    parts = () if entry.values is None else entry.values.parts()
    if entry.action is Action.CONFIRM and not is_whole(parts):
        yield EntryRow(texts("past.right"), ", ".join(texts(f"part.{part}") for part in parts))
        parts = (StatementPart.QUOTE,) if StatementPart.QUOTE in parts else ()
        if not parts:
            return
        yield from value_rows(entry, shown.text, texts, only=parts)
    else:
        yield from value_rows(entry, shown.text, texts)


def _erased(entry: Entry, texts: Texts) -> ToldEntry:
    """An entry of which only number and digest are left."""
    what = texts("history.erased", number=entry.erased_by)
    return ToldEntry(entry.number, "", what, "", "", "", "", (), None, None, None, None, entry.is_undone, False, True)
