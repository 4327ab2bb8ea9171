"""The commands under `wortlaut events`; without one of them the events are listed as a calendar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from wortlaut.cli.events.apart import apart
from wortlaut.cli.events.confirm import confirm
from wortlaut.cli.events.correct import correct
from wortlaut.cli.events.listing import print_calendar
from wortlaut.cli.events.naming import AsOf
from wortlaut.cli.events.reject import reject
from wortlaut.cli.events.same import same
from wortlaut.cli.events.show import show
from wortlaut.cli.helping import Verb, Verbs
from wortlaut.cli.options import Json, Limit, StoreOptions, chosen, day_of, grouped, limit_of, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal, terminal_of
from wortlaut.errors import InputError
from wortlaut.types import EventEntry, EventKind, Outcome

if TYPE_CHECKING:
    from wortlaut.record import EventFilters
    from wortlaut.settings import Settings

__all__ = ["EventOptions", "group"]

_ROWS = 50  # a screenful or two; files have no such bound

group = typer.Typer(cls=Verbs, add_completion=False, rich_markup_mode=None)
for _verb in (show, confirm, reject, correct, same, apart):
    group.command(_verb.__name__, cls=Verb, help=f"help.events.{_verb.__name__}")(_verb)


@dataclass(frozen=True, slots=True)
class EventOptions:
    """Which events are wanted, as people write it."""

    since: Annotated[str | None, typer.Option("--from", metavar="DATE", help="help.event_since")] = None
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="help.event_until")] = None
    actor: Annotated[str | None, typer.Option("--actor", metavar="ACTOR", help="help.event_actor")] = None
    status: Annotated[str | None, typer.Option("--status", metavar="STATUS", help="help.event_status")] = None
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help="help.event_kind")] = None
    place: Annotated[str | None, typer.Option("--place", metavar="NAME", help="help.event_place")] = None
    search: Annotated[str | None, typer.Option("--search", metavar="WORDS", help="help.event_words")] = None
    article: Annotated[str | None, typer.Option("--article", metavar="ARTICLE", help="help.event_article")] = None
    rejected: Annotated[bool, typer.Option("--rejected", help="help.event_rejected")] = False

    def filters(self, terminal: Terminal) -> EventFilters:
        """The same for the record; raises `InputError`."""
        from wortlaut.record import EventFilters

        return EventFilters(
            since=day_of(terminal, "--from", self.since),
            until=day_of(terminal, "--to", self.until),
            actor=self.actor,
            outcome=chosen(terminal, "--status", self.status, Outcome),
            kind=chosen(terminal, "--kind", self.kind, EventKind),
            place=self.place,
            words=self.search,
            article=self.article,
            rejected=self.rejected,
        )


@group.callback(invoke_without_command=True)
@grouped
def _events(
    context: typer.Context,
    *,
    wanted: EventOptions,
    as_of: AsOf = None,
    limit: Limit = None,
    json: Json = False,
    csv: Annotated[bool, typer.Option("--csv", help="help.event_csv")] = False,
    ics: Annotated[str | None, typer.Option("--ics", metavar="FILE", help="help.ics")] = None,
    store: StoreOptions,
) -> int:
    """The exit status after listing the events, or writing them for other programs."""
    if context.invoked_subcommand is not None:
        return Status.FINE
    terminal = terminal_of(context)
    settings, filters = settings_of(terminal, store), wanted.filters(terminal)
    day = day_of(terminal, "--as-of", as_of)
    if sum((json, csv, ics is not None)) > 1:
        raise InputError(terminal.texts("usage.event_form"))
    most = limit_of(terminal, limit, default=None if json or csv or ics else _ROWS)
    if ics is not None:
        _write_calendar(terminal, ics, filters, day, most=most, settings=settings)
    elif json or csv:
        _write_lines(terminal, filters, day, most, settings, csv=csv)
    else:
        found = _listed(filters, day, most, settings)
        print_calendar(terminal, found[:most], more=None if most is None or len(found) <= most else most)
    return Status.FINE


def _write_calendar(
    terminal: Terminal, file: str, filters: EventFilters, day: date | None, *, most: int | None, settings: Settings
) -> None:
    from wortlaut import service
    from wortlaut.cli.files import write_whole

    made = service.calendar(filters, as_of=day, limit=most, settings=settings, language=terminal.texts.language)
    write_whole(terminal, file, [made], record=settings.db)
    if file != "-":
        terminal.say("show.written", file=file)


def _write_lines(
    terminal: Terminal, filters: EventFilters, day: date | None, most: int | None, settings: Settings, *, csv: bool
) -> None:
    from wortlaut import service
    from wortlaut.export.event import event_csv_lines, event_line

    found = service.events(filters, as_of=day, limit=most, settings=settings)
    for line in event_csv_lines(found) if csv else map(event_line, found):
        terminal.write_data(line)


def _listed(filters: EventFilters, day: date | None, most: int | None, settings: Settings) -> list[EventEntry]:
    """The events for a terminal, one more than can be listed where there are more.

    Where there are and no first day is given, those that are still to come go before.
    """
    from wortlaut import service

    ahead = None if most is None else most + 1
    found = list(service.events(filters, as_of=day, limit=ahead, settings=settings))
    if most is None or len(found) <= most or filters.since is not None:
        return found
    coming = replace(filters, since=day or date.today())
    return list(service.events(coming, as_of=day, limit=ahead, settings=settings)) or found
