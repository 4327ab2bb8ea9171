"""`wortlaut watch`: feeds are followed, and what is new in them comes in."""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING, Annotated, Any, Self

import typer

from wortlaut.cli.options import Json, StoreOptions, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal, terminal_of
from wortlaut.errors import InputError

if TYPE_CHECKING:
    from types import FrameType

    from wortlaut.service import Look, Summary
    from wortlaut.settings import Settings

__all__ = ["watch"]


@grouped
def watch(
    context: typer.Context,
    feeds: Annotated[list[str] | None, typer.Argument(metavar="FEED", help="help.feeds")] = None,
    *,
    once: Annotated[bool, typer.Option("--once", help="help.once")] = False,
    every: Annotated[str | None, typer.Option("--every", metavar="MINUTES", help="help.every")] = None,
    listing: Annotated[bool, typer.Option("--list", help="help.list_feeds")] = False,
    forget: Annotated[bool, typer.Option("--forget", help="help.forget_feeds")] = False,
    reader: Annotated[str | None, typer.Option("--reader", metavar="NAME", help="help.reader")] = None,
    json: Json = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="help.quiet")] = False,
    store: StoreOptions,
) -> int:
    """The exit status after following `feeds` until somebody ends it; prints what was found, and what happened."""
    terminal = terminal_of(context)
    settings = settings_of(terminal, store, reader=reader)
    if listing:
        return _list(terminal, settings)
    if forget:
        return _forget(terminal, feeds or [], settings)
    minutes = _minutes(terminal, every)
    return _follow(terminal, feeds or [], settings, minutes, once=once, json=json, quiet=quiet)


def _follow(
    terminal: Terminal,
    feeds: list[str],
    settings: Settings,
    minutes: float | None,
    *,
    once: bool,
    json: bool,
    quiet: bool,
) -> int:
    from wortlaut import service
    from wortlaut.cli.outcomes import tell_outcome

    report = _Report(terminal, is_once=once)
    with _Ending() as ending:
        summary = service.watch(
            feeds,
            once=once,
            minutes=minutes,
            settings=settings,
            reader=terminal.reader,
            fetcher=terminal.fetcher,
            is_stopped=ending.is_asked_for,
            progress=lambda outcome: tell_outcome(terminal, outcome, json=json, quiet=quiet),
            looked=report.tell,
        )
    if not report.looks:
        raise InputError(terminal.texts("watch.none"))
    report.close(summary, settings)
    if not once:
        return Status.FINE  # to be ended is how it ends
    if ending.is_asked_for():
        return Status.INTERRUPTED
    return Status.FOUND if summary.rejected or report.has_failed else Status.FINE


def _list(terminal: Terminal, settings: Settings) -> int:
    """The exit status after printing how things stand with each feed that is followed."""
    from rich.table import Table
    from rich.text import Text

    from wortlaut import service
    from wortlaut.cli.numbers import moment
    from wortlaut.export.visible import one_line

    texts = terminal.texts
    followed = service.followed_feeds(settings=settings)
    if not followed:
        terminal.say("watch.none")
        return Status.FINE
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for key in ("table.feed", "table.title", "table.looked_at", "table.due"):
        table.add_column(texts(key))
    for each in followed:
        looked_at, due = (None if at is None else moment(at, texts.language) for at in (each.checked_at, each.due_at))
        due = texts("watch.not_asked") if each.status == "gone" else due
        cells = (each.address, each.title, looked_at, due)
        table.add_row(*(Text(one_line(cell or "")) for cell in cells))
    terminal.console().print(table)
    return Status.FINE


def _forget(terminal: Terminal, feeds: list[str], settings: Settings) -> int:
    """The exit status after the feeds were forgotten; raises `InputError`, `NotInRecord`."""
    from wortlaut import service

    if not feeds:
        raise InputError(terminal.texts("usage.missing", name=terminal.texts("metavar.FEED")))
    for feed in feeds:
        service.forget_feed(feed, settings=settings)
        terminal.say("watch.forgotten", feed=feed)
    return Status.FINE


def _minutes(terminal: Terminal, written: str | None) -> float | None:
    """The minutes that were written; raises `InputError`."""
    if written is None:
        return None
    try:
        minutes = float(written.replace(",", "."))
    except ValueError:
        minutes = 0.0
    if not 1 <= minutes <= 366 * 24 * 60:
        raise InputError(terminal.texts("usage.minutes", value=written))
    return minutes


class _Ending:
    """Ctrl-C and SIGTERM ask for an end, at the next point where nothing is half done; a second one ends at once."""

    def __init__(self) -> None:
        self._asked = False
        self._before: dict[int, Any] = {}

    def is_asked_for(self) -> bool:
        """Whether somebody asked for the end."""
        return self._asked

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM):
                self._before[number] = signal.signal(number, self._ask)
        return self

    def __exit__(self, *_error: object) -> None:
        self._restore()

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        self._asked = True
        self._restore()

    def _restore(self) -> None:
        while self._before:
            signal.signal(*self._before.popitem())


class _Report:
    """Says on standard error what became of each look at a feed."""

    def __init__(self, terminal: Terminal, *, is_once: bool) -> None:
        self.has_failed = False
        self.looks = 0
        self._terminal = terminal
        self._is_once = is_once

    def tell(self, look: Look) -> None:
        """Nothing; a line says what the look came to. That nothing is new is said only where there is one look."""
        from wortlaut.service import LookKind, explain

        terminal = self._terminal
        self.looks += 1
        feed = look.feed.address
        if look.kind is LookKind.CHANGED:
            self._tell_changed(look)
        elif look.kind is LookKind.UNCHANGED:
            if self._is_once:
                terminal.say("watch.unchanged", feed=feed)
        elif look.kind is LookKind.RESTING:
            terminal.say("watch.resting", feed=feed, due=self._due(look))
        elif look.problem is None:
            terminal.say("watch.still_gone", feed=feed)
        else:
            self.has_failed = True
            terminal.say("watch.failed", message=explain(look.problem, terminal.texts.language))
            if look.kind is LookKind.GONE:
                terminal.say("watch.gone", feed=feed)
            elif look.feed.due_at is not None:
                terminal.say("watch.next", feed=feed, due=self._due(look))

    def _tell_changed(self, look: Look) -> None:
        from wortlaut.cli.numbers import count

        terminal, language = self._terminal, self._terminal.texts.language
        if look.new or self._is_once:
            new, entries = count(look.new, language), count(look.entries, language)
            terminal.say("watch.changed", feed=look.feed.address, new=new, entries=entries)
        if look.left:
            terminal.say("watch.left", feed=look.feed.address, left=count(look.left, language))

    def _due(self, look: Look) -> str:
        from wortlaut.cli.numbers import moment

        due = look.feed.due_at
        return "" if due is None else moment(due, self._terminal.texts.language)

    def close(self, summary: Summary, settings: Settings) -> None:
        """Says how many items came in and what became of them."""
        from wortlaut.cli.numbers import count

        texts = self._terminal.texts
        language, withdrawn = texts.language, count(summary.withdrawn, texts.language)
        self._terminal.out.flush()
        self._terminal.say(
            "watch.summary",
            stored=count(summary.stored, language),
            unchanged=count(summary.unchanged, language),
            rejected=count(summary.rejected, language),
            withdrawn=texts("watch.and_withdrawn", withdrawn=withdrawn) if summary.withdrawn else "",
            statements=count(summary.statements, language),
            db=settings.db,
        )
