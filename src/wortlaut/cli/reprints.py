"""`wortlaut reprints`: articles that are one piece of copy."""

from __future__ import annotations

import json as json_format
from typing import Annotated

import typer

from wortlaut.cli.options import StoreOptions, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of

__all__ = ["reprints"]


@grouped
def reprints(
    context: typer.Context,
    article: Annotated[str | None, typer.Argument(metavar="ARTICLE", help="help.reprints_article")] = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="help.json_groups")] = False,
    store: StoreOptions,
) -> int:
    """The exit status after printing the groups, the largest first, in a group the oldest article first."""
    from wortlaut import service
    from wortlaut.cli.listing import heading
    from wortlaut.export.visible import escape_hidden

    terminal = terminal_of(context)
    printed = 0
    for group in service.reprints(article, settings=settings_of(terminal, store)):
        if json:
            made = [
                {
                    "id": each.id,
                    "title": each.title,
                    "published": None if each.published is None else each.published.isoformat(),
                    "source": each.source,
                    "url": each.url,
                    "withdrawn": each.is_withdrawn,
                }
                for each in group
            ]
            terminal.write_data(escape_hidden(json_format.dumps(made, ensure_ascii=False)) + "\n")
            continue
        console = terminal.console()
        if printed:
            console.print()
        printed += 1
        for each in group:
            console.print(heading(terminal, each), no_wrap=True, overflow="ellipsis")
    if not printed and not json:
        terminal.say("reprints.none" if article is None else "reprints.alone")
    return Status.FINE
