"""`wortlaut overview`: what the record holds, at a glance."""

from __future__ import annotations

import json as json_format
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from wortlaut.cli.bars import bar, columns
from wortlaut.cli.numbers import count, moment
from wortlaut.cli.options import Json, StoreOptions, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal, terminal_of
from wortlaut.export.visible import one_line, shortened
from wortlaut.texts import day

if TYPE_CHECKING:
    from rich.console import Console

    from wortlaut.record.search.overviewing import Overview
    from wortlaut.types import FeedState

__all__ = ["overview"]

_BAR, _TIME = 24, 60  # letters
_ROWS = 8
_LONGEST = 72
_DAYS = {"day": 1, "week": 7, "month": 28, "year": 365}
_BANDS = ("red", "yellow", "yellow", "green", "bright_green")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line with a bar."""

    label: str
    number: int
    style: str


@grouped
def overview(context: typer.Context, *, json: Json = False, store: StoreOptions) -> int:
    """The exit status after printing the overview."""
    from wortlaut import service

    terminal = terminal_of(context)
    found = service.overview(settings=settings_of(terminal, store))
    if json:
        from wortlaut.export.overview import overview_json
        from wortlaut.export.visible import escape_hidden

        made = json_format.dumps(overview_json(found), ensure_ascii=False, separators=(", ", ": "))
        terminal.write_data(escape_hidden(made) + "\n")
    elif found.articles:
        _print(terminal, found)
    else:
        terminal.say("overview.none")
    return Status.FINE


def _print(terminal: Terminal, found: Overview) -> None:
    texts, console = terminal.texts, terminal.console()
    _print_time(terminal, console, found)
    bands = zip(found.bands, _BANDS, strict=True)
    sections = (
        ("overview.acts", [_Row(texts(f"act.{act}"), each, "yellow") for act, each in found.acts.items()][:_ROWS]),
        ("overview.types", [_Row(texts(f"type.{kind}"), each, "cyan") for kind, each in found.types.items()]),
        ("overview.outlets", [_Row(one_line(each.name), each.statements, "blue") for each in found.outlets][:_ROWS]),
        ("overview.certainty", [_Row(texts(f"band.{each.least}"), each.statements, style) for each, style in bands]),
        ("overview.people", _people(terminal, found)),
    )
    for key, rows in sections:
        if rows:
            _print_bars(terminal, console, texts(key), rows, found.statements)
        others = len(found.outlets) - _ROWS + found.other_outlets
        if key == "overview.outlets" and others > 0:
            console.print(f"  {texts('overview.other_outlets', number=count(others, texts.language))}", style="dim")
    _print_lines(console, texts("overview.arrived"), list(_arrived(terminal, found)))
    _print_lines(console, texts("overview.feeds"), [_feed(terminal, each) for each in found.feeds])


def _print_time(terminal: Terminal, console: Console, found: Overview) -> None:
    """How much there is, and over time: a column a period or, of many, some of them."""
    from rich.text import Text

    texts = terminal.texts
    numbers = {"statements": found.statements, "articles": found.articles}
    told = {name: count(number, texts.language) for name, number in numbers.items()}
    console.print(Text(texts("overview.holds", **told), style="bold"))
    if found.periods:
        numbers_by_day = {each.first: each.statements for each in found.periods}
        drawn = columns(numbers_by_day, _TIME, _DAYS[found.step], fine=terminal.can_show("▁█"))
        first, last = (day(found.periods[at].first, texts.language) for at in (0, -1))
        console.print(Text(f"\n{texts(f'overview.time.{found.step}')}", style="dim"))
        console.print(Text(f"  {drawn}", style="green"))
        gap = max(1, len(drawn) - len(first) - len(last))
        console.print(Text(f"  {first}{' ' * gap}{last}" if first != last else f"  {first}", style="dim"))
    if found.undated is not None:
        console.print(f"  {texts('overview.undated', statements=count(found.undated.statements, texts.language))}")


def _print_bars(terminal: Terminal, console: Console, title: str, rows: Sequence[_Row], whole: int) -> None:
    """A line a row: what it is, a bar, the number, and its share of all statements."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from wortlaut.cli.numbers import percent

    language, fine = terminal.texts.language, terminal.can_show("█▏")
    most = max(row.number for row in rows)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, overflow="ellipsis")
    table.add_column(min_width=_BAR, no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(justify="right", no_wrap=True, style="dim")
    for row in rows:
        drawn = Text(bar(row.number, most, _BAR, fine=fine), style=row.style)
        share = percent(row.number / whole, language) if whole else ""
        table.add_row(Text(row.label), drawn, count(row.number, language), share)
    console.print(Text(f"\n{title}", style="dim"))
    console.print(Padding(table, (0, 0, 0, 2)))


def _people(terminal: Terminal, found: Overview) -> list[_Row]:
    """What people did, and what is left to them; decisions that wait only where there are any."""
    texts = terminal.texts
    rows = [
        _Row(texts("overview.decided"), found.decided, "green"),
        _Row(texts("overview.undecided"), found.statements - found.decided, "white"),
    ]
    return rows + ([_Row(texts("overview.waiting"), found.waiting, "red")] if found.waiting else [])


def _print_lines(console: Console, title: str, lines: Sequence[str]) -> None:
    from rich.text import Text

    if lines:
        console.print(Text(f"\n{title}", style="dim"))
    for line in lines:
        console.print(Text(f"  {line}"), soft_wrap=True)


def _arrived(terminal: Terminal, found: Overview) -> Iterator[str]:
    from wortlaut.cli.listing import SHORT_ID

    texts = terminal.texts
    for each in found.arrived:
        head = each.article
        version = texts("overview.version", number=each.version) if each.version > 1 else ""
        told = (
            shortened(head.title or head.text, _LONGEST),
            head.source or "",
            "" if head.published is None else day(head.published, texts.language),
            texts("overview.arrived_statements", number=each.statements),
            version,
        )
        yield f"{head.id[:SHORT_ID]}  " + " · ".join(one_line(part) for part in told if part)


def _feed(terminal: Terminal, state: FeedState) -> str:
    texts = terminal.texts
    key = "gone" if state.status == "gone" else "failing" if state.failures else "fine"
    told = [state.title or state.address, texts(f"overview.feed.{key}", number=state.failures)]
    if state.checked_at is not None:
        told.append(texts("overview.feed.checked", at=moment(state.checked_at, texts.language)))
    return " · ".join(map(one_line, told))
