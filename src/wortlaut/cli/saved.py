"""`wortlaut saved`: searches that were kept, and what is new in them."""

from __future__ import annotations

import json as json_format
from typing import TYPE_CHECKING, Annotated

import typer

from wortlaut.cli.options import Json, StoreOptions, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal, terminal_of
from wortlaut.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wortlaut.record.search.saved import SavedSearch
    from wortlaut.service import Watched

__all__ = ["saved"]


@grouped
def saved(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="help.search_name")] = None,
    *,
    peek: Annotated[bool, typer.Option("--peek", help="help.peek")] = False,
    forget: Annotated[bool, typer.Option("--forget", help="help.forget")] = False,
    json: Json = False,
    store: StoreOptions,
) -> int:
    """The exit status after listing the saved searches, or what is new in the one of that name."""
    from wortlaut import service

    terminal = terminal_of(context)
    settings = settings_of(terminal, store)
    if name is None:
        if forget or peek:
            raise InputError(terminal.texts("usage.missing", name=terminal.texts("metavar.NAME")))
        _print_searches(terminal, service.saved_searches(settings=settings), json=json)
        return Status.FINE
    if forget:
        service.forget_search(name, settings=settings)
        terminal.say("saved.forgotten", name=name)
        return Status.FINE
    found = service.new_in(name, mark=not peek, settings=settings)
    if json:
        from wortlaut.export.lines import json_lines

        for line in json_lines(found):
            terminal.write_data(line)
        return Status.FINE
    from wortlaut.cli.listing import print_table

    if not print_table(terminal, iter(found)):
        terminal.say("saved.nothing_new", name=name)
    return Status.FINE


def _print_searches(terminal: Terminal, searches: Sequence[Watched], *, json: bool) -> None:
    if json:
        from wortlaut.export.visible import escape_hidden

        for each in searches:
            terminal.write_data(escape_hidden(json_format.dumps(_json(each), ensure_ascii=False)) + "\n")
    elif searches:
        _print_table(terminal, searches)
    else:
        terminal.say("saved.none")


def _json(watched: Watched) -> dict[str, object]:
    search = watched.search
    return {
        "name": search.name,
        "words": search.words,
        "filters": _filters(search),
        "sort": search.sort,
        "made_at": search.made_at.isoformat(),
        "seen_at": search.seen_at.isoformat(),
        "new": watched.new,
    }


def _print_table(terminal: Terminal, searches: Sequence[Watched]) -> None:
    from rich.table import Table
    from rich.text import Text

    from wortlaut.cli.numbers import count, moment
    from wortlaut.export.visible import one_line

    texts = terminal.texts
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for key in ("table.name", "table.search", "table.seen"):
        table.add_column(texts(key))
    table.add_column(texts("table.new"), justify="right")
    for each in searches:
        search = each.search
        asked = [search.words or "", *(f"{name}={value}" for name, value in _filters(search).items())]
        table.add_row(
            Text(one_line(search.name), style="bold"),
            Text(one_line(" ".join(part for part in asked if part))),
            Text(moment(search.seen_at, texts.language)),
            Text(count(each.new, texts.language), style="bold" if each.new else ""),
        )
    terminal.console().print(table)


def _filters(search: SavedSearch) -> dict[str, str | bool | float]:
    """The filters that narrow, as people write them."""
    from dataclasses import fields

    given = {field.name: getattr(search.filters, field.name) for field in fields(search.filters)}
    return {
        name: value if isinstance(value, bool | float) else str(value)
        for name, value in given.items()
        if value not in (None, ())
    }
