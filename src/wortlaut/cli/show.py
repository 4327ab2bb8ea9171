"""`wortlaut show`: one article with its statements marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wortlaut.cli.options import Json, StoreOptions, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal, terminal_of
from wortlaut.errors import InputError

if TYPE_CHECKING:
    from wortlaut.service import Shown
    from wortlaut.settings import Settings

__all__ = ["show"]

_STATEMENT_ID = "s"  # ids of statements begin so, those of articles do not
_WIDEST = 100  # columns: longer lines are hard to read


@grouped
def show(
    context: typer.Context,
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="help.show_article")],
    *,
    why: Annotated[bool, typer.Option("--why", help="help.show_why")] = False,
    everything: Annotated[bool, typer.Option("--all", help="help.all")] = False,
    html: Annotated[str | None, typer.Option("--html", metavar="FILE", help="help.html")] = None,
    json: Json = False,
    store: StoreOptions,
) -> int:
    """The exit status after printing the article, or why one of its statements is whose it is, or writing a page."""
    from wortlaut import service

    terminal = terminal_of(context)
    settings = settings_of(terminal, store)
    if why:
        if html is not None or everything:
            raise InputError(terminal.texts("usage.why_alone"))
        return _why(terminal, article, settings, json=json)
    if html is not None:
        from wortlaut.cli.files import write_whole

        page = service.page(article, everything=everything, settings=settings, language=terminal.texts.language)
        write_whole(terminal, html, [page], record=settings.db)
        if html != "-":
            terminal.say("show.written", file=html)
        return Status.FINE
    shown = service.show(article, everything=everything, settings=settings)
    if json:
        from wortlaut.export.lines import json_lines

        for line in json_lines(shown.found):
            terminal.write_data(line)
    else:
        _print(terminal, shown)
    return Status.FINE


def _why(terminal: Terminal, statement: str, settings: Settings, *, json: bool) -> int:
    """The exit status after printing why the statement is whose it is."""
    from wortlaut.service.evidence import why

    if not statement.startswith(_STATEMENT_ID):
        raise InputError(terminal.texts("usage.why_article", value=statement))
    found = why(statement, settings=settings)
    if json:
        from wortlaut.export.why import why_line

        terminal.write_data(why_line(found))
    else:
        from wortlaut.cli.why import print_why

        print_why(terminal, found)
    return Status.FINE


def _print(terminal: Terminal, shown: Shown) -> None:
    from rich.text import Text

    from wortlaut.cli.cards import print_cards
    from wortlaut.cli.listing import heading
    from wortlaut.cli.marked import legend, marked
    from wortlaut.export.told import article_facts, taken_back
    from wortlaut.export.visible import one_line

    console = terminal.console()
    console.width = min(console.width, _WIDEST)
    if shown.article.kicker:
        console.print(Text(one_line(shown.article.kicker), style="dim"))
    console.print(heading(terminal, shown.article))
    if shown.article.subtitle:
        console.print(Text(one_line(shown.article.subtitle), style="bold"))
    if facts := article_facts(shown.article, terminal.texts):
        console.print(Text(" · ".join(facts), style="dim"))
    if shown.article.url:
        console.print(Text(one_line(shown.article.url), style="dim"))
    if not shown.is_current:
        console.print(Text(terminal.texts("show.former", article=shown.article.id), style="bold yellow"))
    if shown.withdrawn is not None:
        console.print(Text(taken_back(shown.withdrawn, terminal.texts), style="bold red"))
        if not shown.found:
            console.print(Text(terminal.texts("show.taken_back", number=shown.withdrawn.number), style="red"))
    if shown.reprints:
        outlets = ", ".join(dict.fromkeys(one_line(each.source or each.id) for each in shown.reprints))
        console.print(Text(terminal.texts("show.also_in", outlets=outlets), style="dim"))
    console.print()
    console.print(marked(terminal, shown.article.text, shown.found))
    console.print()
    _print_events(terminal, shown)
    if not shown.found:
        if shown.withdrawn is None:
            console.print(Text(terminal.texts("page.none"), style="dim"))
        return
    console.print(legend(terminal, shown.found))
    console.print()
    print_cards(terminal, console, shown.found)


def _print_events(terminal: Terminal, shown: Shown) -> None:
    """Prints the events that the article announces, if there are any."""
    if not shown.events:
        return
    from wortlaut.cli.events.listing import print_announced

    print_announced(terminal, shown.events)
    terminal.console().print()
