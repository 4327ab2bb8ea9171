"""`wortlaut times`: the expressions of time in texts, and the days that they mean."""

from __future__ import annotations

import json as json_format
from typing import TYPE_CHECKING, Annotated

import typer

from wortlaut.cli.options import StoreOptions, day_of, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal, terminal_of

if TYPE_CHECKING:
    from wortlaut.service import Timed
    from wortlaut.types import TimeRef

__all__ = ["times"]

_HEAD = ("times.start", "times.end", "times.text", "times.type", "times.value", "times.since", "times.until")


@grouped
def times(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="help.paths")],
    *,
    date: Annotated[str | None, typer.Option("--date", metavar="DATE", help="help.times_date")] = None,
    encoding: Annotated[str | None, typer.Option("--encoding", metavar="NAME", help="help.encoding")] = None,
    json: Annotated[bool, typer.Option("--json", help="help.json_times")] = False,
    store: StoreOptions,
) -> int:
    """The exit status after printing the expressions of every item."""
    from wortlaut import service
    from wortlaut.types import Rejected

    terminal = terminal_of(context)
    settings = settings_of(terminal, store)
    status = Status.FINE
    found = service.times(
        paths,
        published=day_of(terminal, "--date", date),
        settings=settings,
        encoding=encoding,
        stdin=terminal.stdin if "-" in paths else None,
        fetcher=terminal.fetcher,
    )
    for item in found:
        if isinstance(item, Rejected):
            terminal.say("read.rejected", message=service.explain(item, terminal.texts.language))
            status = Status.FOUND
        elif json:
            for ref in item.times:
                terminal.write_data(_line(item, ref))
        else:
            _print(terminal, item)
        terminal.out.flush()
    return status


def _line(item: Timed, ref: TimeRef) -> str:
    from wortlaut.export.visible import escape_hidden

    made = {
        "version": 1,
        "article": item.article,
        "start": ref.span.start,
        "end": ref.span.end,
        "text": ref.span.of(item.text),
        "type": ref.type,
        "value": ref.value,
        "from": None if ref.since is None else ref.since.isoformat(),
        "to": None if ref.until is None else ref.until.isoformat(),
        "modifier": ref.modifier,
        "relation": ref.relation,
        "quantifier": ref.quantifier,
        "event": ref.event,
    }
    return escape_hidden(json_format.dumps(made, ensure_ascii=False)) + "\n"


def _print(terminal: Terminal, item: Timed) -> None:
    """A line for each expression, cells between tabs, so that it can be cut; nothing of a cell is left out."""
    from wortlaut.export.visible import one_line

    if not item.times:
        terminal.say("times.none", item=item.origin)
        return
    lines = [list(map(terminal.texts, _HEAD))]
    for ref in item.times:
        days = ["–" if day is None else day.isoformat() for day in (ref.since, ref.until)]
        words = one_line(ref.span.of(item.text))
        lines.append([str(ref.span.start), str(ref.span.end), words, ref.type, ref.value, *days])
    terminal.out.write("".join("\t".join(cells) + "\n" for cells in lines))
