"""`wortlaut review`: what nobody has looked at yet, the most needful first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wortlaut.cli.deciding import SignOptions
from wortlaut.cli.options import FilterOptions, Json, Limit, StoreOptions, chosen, grouped, limit_of, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal, terminal_of
from wortlaut.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wortlaut.record.people.queueing import Queued

__all__ = ["print_queued", "review"]

_AROUND = 200  # characters of the article before and behind a statement: who decides needs the sentences about it
_CARDS = 10  # what a person can look at in one go; JSON has no such bound


@grouped
def review(
    context: typer.Context,
    *,
    asked: FilterOptions,
    order: Annotated[str | None, typer.Option("--order", metavar="certainty|cited", help="help.order")] = None,
    interactive: Annotated[bool, typer.Option("--interactive", "-i", help="help.interactive")] = False,
    sign: SignOptions,
    limit: Limit = None,
    json: Json = False,
    store: StoreOptions,
) -> int:
    """The exit status after printing the queue, or after going through it."""
    from wortlaut import service
    from wortlaut.record.people.queueing import ReviewOrder

    terminal = terminal_of(context)
    _refuse_contradictions(terminal, asked, interactive=interactive, json=json)
    settings = settings_of(terminal, store)
    most = limit_of(terminal, limit, default=None if json or interactive else _CARDS)
    by = chosen(terminal, "--order", order, ReviewOrder)
    queue = service.review(asked.filters(terminal), order=by, settings=settings, limit=most)
    if json:
        from wortlaut.export.lines import json_lines

        for line in json_lines(each.found for each in queue):
            terminal.write_data(line)
        return Status.FINE
    if interactive:
        from wortlaut.cli.asking import ask

        return ask(terminal, queue, {"by": sign.by, "why": sign.why, "settings": settings})
    _print(terminal, queue, most)
    return Status.FINE


def _refuse_contradictions(terminal: Terminal, asked: FilterOptions, *, interactive: bool, json: bool) -> None:
    if asked.decided:
        raise InputError(terminal.texts("usage.review_decided"))
    if interactive and json:
        raise InputError(terminal.texts("usage.contradict", one="--interactive", other="--json"))


def _print(terminal: Terminal, queue: Iterable[Queued], most: int | None) -> None:
    """Prints the queue, and whether there is more."""
    printed = 0
    for each in queue:
        print_queued(terminal, each)
        printed += 1
    if not printed:
        terminal.say("review.none")
    elif printed == most:
        terminal.out.flush()
        terminal.say("review.more", printed=printed)


def print_queued(terminal: Terminal, queued: Queued) -> None:
    """Prints a statement as it stands in its article, and how many articles carry it where that is more than one."""
    from rich.padding import Padding

    from wortlaut.cli.cards import print_cards
    from wortlaut.cli.listing import heading
    from wortlaut.cli.snippets import surroundings

    console = terminal.console()
    note = terminal.texts("review.cited", count=queued.cited) if queued.cited > 1 else ""
    console.print(heading(terminal, queued.found.article, note=note))
    console.print(Padding(surroundings(terminal, queued.found, _AROUND), (0, 0, 0, 2)))
    print_cards(terminal, console, [queued.found], numbered=False)
