"""Events as people read them in a terminal: a calendar, and one with all that is told of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from wortlaut.cli.terminal import Terminal
from wortlaut.export.visible import one_line, shortened
from wortlaut.types import EventEntry, EventTelling, Outcome

if TYPE_CHECKING:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from wortlaut.service import DecidedEvent

__all__ = ["print_announced", "print_calendar", "print_decided", "print_event"]

_SHORT_ID = 9  # characters of an id in lists, as of statements
_LONGEST = 240  # characters of words that are shown in a list
_STYLES = {
    Outcome.OPEN: "green",
    Outcome.HELD: "blue",
    Outcome.POSTPONED: "yellow",
    Outcome.CANCELLED: "red",
    Outcome.UNREPORTED: "dim",
}


def print_calendar(terminal: Terminal, found: Sequence[EventEntry], *, more: int | None) -> None:
    """Prints the events month by month and week by week, those without a day last."""
    from rich.text import Text

    if not found:
        terminal.say("events.none")
        return
    console = terminal.console()
    for month, of_month in groupby(found, key=lambda each: _month(_begin(each), terminal)):
        console.print(Text(month, style="bold"))
        for week, of_week in groupby(of_month, key=lambda each: _week(_begin(each), terminal)):
            if week:
                console.print(Text(f"  {week}", style="dim"))
            console.print(_rows(terminal, list(of_week)))
        console.print()
    if more is not None:
        terminal.out.flush()
        terminal.say("events.more", printed=more)


def print_announced(terminal: Terminal, found: Sequence[EventEntry]) -> None:
    """Prints the events that an article announces, below its statements."""
    from rich.text import Text

    console = terminal.console()
    console.print(Text(terminal.texts("page.events"), style="bold"))
    console.print(_rows(terminal, found))


def print_event(terminal: Terminal, entry: EventEntry) -> None:
    """Prints all that is known of an event, and the words of every article that tells of it."""
    from rich.padding import Padding
    from rich.text import Text

    console, texts = terminal.console(), terminal.texts
    line = Text(one_line(entry.title), style="bold").append(f"  {entry.id}", style="cyan")
    line.append(f" · {texts(f'event.{entry.kind}')}", style="dim")
    console.print(line, soft_wrap=True)
    details = _grid()
    for label, value in _details(terminal, entry):
        details.add_row(label, Text(value))
    console.print(Padding(details, (0, 0, 1, 2)))
    for each in entry.told:
        _print_told(terminal, each)


def print_decided(terminal: Terminal, decided: DecidedEvent, *, json: bool) -> None:
    """Prints the event as it now is, and the entry: with its number it can be undone."""
    entry = decided.entry
    if json:
        from wortlaut.export.entry import entry_json
        from wortlaut.export.event import decided_event_line

        terminal.write_data(decided_event_line(entry_json(entry, None), decided.event))
        return
    if decided.event is not None:
        print_event(terminal, decided.event)
        terminal.out.flush()
    terminal.say("decided.entry", number=entry.number, action=terminal.texts(f"action.{entry.action}"), by=entry.by)


def _begin(entry: EventEntry) -> date | None:
    return entry.since or entry.until


def _month(day: date | None, terminal: Terminal) -> str:
    """The month of the day in words; what stands above those without a day."""
    from wortlaut.texts import month

    return terminal.texts("events.vague") if day is None else month(day, terminal.texts.language)


def _week(day: date | None, terminal: Terminal) -> str:
    return "" if day is None else terminal.texts("events.week", number=day.isocalendar().week)


def _grid() -> Table:
    from rich.table import Table

    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    return grid


def _rows(terminal: Terminal, found: Sequence[EventEntry]) -> Padding:
    from rich.padding import Padding

    grid = _grid()
    for each in found:
        grid.add_row(_when(terminal, each), _line(terminal, each))
    return Padding(grid, (0, 0, 0, 4))


def _when(terminal: Terminal, entry: EventEntry) -> str:
    from wortlaut.export.told import event_days

    return event_days(entry, terminal.texts, dash="–" if terminal.can_show("–") else "-")


def _line(terminal: Terminal, entry: EventEntry) -> Text:
    from rich.text import Text

    line = Text(shortened(one_line(entry.title), _LONGEST))
    line.append(f"  {terminal.texts(f'event.outcome.{entry.outcome}')}", style=_STYLES[entry.outcome])
    line.append(f"  {entry.id[:_SHORT_ID]}", style="cyan")
    told = [f"{label}: {part}" for label, part in _slots(terminal, entry.head, entry.title)]
    if told:
        line.append("\n" + shortened(" · ".join(told), _LONGEST), style="dim")
    return line


def _slots(terminal: Terminal, told: EventTelling, title: str = "") -> Iterator[tuple[str, str]]:
    """Who, where, about what, but for what the title says already."""
    event, text, texts = told.telling.event, told.article.text, terminal.texts
    given = (
        ("event.participants", ", ".join(part.name for part in event.who)),
        ("event.place", ", ".join(part.name for part in event.where)),
        ("event.topic", "; ".join(span.of(text) for span in event.agenda)),
    )
    yield from ((texts(label), one_line(value)) for label, value in given if value and value not in title)


def _details(terminal: Terminal, entry: EventEntry) -> Iterator[tuple[str, str]]:
    texts = terminal.texts
    yield texts("event.when"), _when(terminal, entry) or texts("events.vague")
    yield from _slots(terminal, entry.head)
    if actors := [one_line(each) for each in entry.head.actors if each]:
        yield texts("event.actors"), ", ".join(actors)
    yield texts("event.status"), texts(f"event.outcome.{entry.outcome}")
    if entry.is_rejected:
        yield texts("card.standing"), texts("event.rejected")
    for part, number in entry.decided:
        yield texts("card.decided"), texts("event.decided", part=texts(f"event.part.{part}"), number=number)


def _print_told(terminal: Terminal, told: EventTelling) -> None:
    """Prints what an article says of an event: its words, on whose word, where they stand."""
    from rich.padding import Padding
    from rich.text import Text

    from wortlaut.cli.listing import heading, party_words

    console, texts, telling = terminal.console(), terminal.texts, told.telling
    console.print(heading(terminal, told.article))
    rows = _grid()
    says = texts(f"event.says.{telling.event.status}")
    rows.add_row(texts("event.says"), Text(says).append(f"  {telling.id}", style="cyan"))
    if telling.words is not None:
        rows.add_row(texts("event.wording"), Text(one_line(telling.words.of(told.article.text))))
    if names := party_words(told.said_by, told.article):
        rows.add_row(texts("event.word_of"), Text(names))
    if told.article.url:
        rows.add_row(texts("event.address"), Text(one_line(told.article.url)))
    console.print(Padding(rows, (0, 0, 1, 4)))
