"""`wortlaut search`: statements by their words, the best first."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from wortlaut.cli.options import (
    FilterOptions,
    Json,
    Limit,
    Save,
    SortBy,
    StoreOptions,
    chosen,
    grouped,
    limit_of,
    settings_of,
)
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal, terminal_of
from wortlaut.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.text import Text

    from wortlaut.types import Found

__all__ = ["print_found", "search"]

_RESULTS = 20


@grouped
def search(
    context: typer.Context,
    query: Annotated[list[str], typer.Argument(metavar="WORDS", help="help.query")],
    *,
    asked: FilterOptions,
    sort: SortBy = None,
    limit: Limit = None,
    save: Save = None,
    json: Json = False,
    store: StoreOptions,
) -> int:
    """The exit status after printing what the search finds."""
    from wortlaut import service
    from wortlaut.record import Sort

    terminal = terminal_of(context)
    settings = settings_of(terminal, store)
    most = limit_of(terminal, limit, default=None if json else _RESULTS)
    limit_asked = most if json or most is None else most + 1  # one more tells whether there is more to show
    filters = asked.filters(terminal)
    if not any(letter.isalnum() for word in query for letter in word):
        raise InputError(terminal.texts("usage.no_words"))
    order = chosen(terminal, "--sort", sort, Sort)
    if save is not None:
        service.save_search(save, " ".join(query), filters, sort=order, settings=settings)
        terminal.say("saved.made", name=save)
    found = service.search(" ".join(query), filters, sort=order, settings=settings, limit=limit_asked)
    if json:
        from wortlaut.export.lines import json_lines

        for line in json_lines(found):
            terminal.write_data(line)
        return Status.FINE
    printed = _print(terminal, islice(found, most))
    if not printed:
        terminal.say("search.none")
    elif next(found, None) is not None:
        terminal.out.flush()
        terminal.say("search.more", printed=printed)
    return Status.FINE


def _print(terminal: Terminal, found: Iterable[Found]) -> int:
    """Prints what was found, those apart that have not all words; how many there were."""
    printed, has_all = 0, True
    for each in found:
        if has_all and each.share is not None:
            has_all = False
            terminal.console().print(terminal.texts("search.loose"), style="dim")
        printed += 1
        print_found(terminal, printed, each)
    return printed


def print_found(terminal: Terminal, number: int, found: Found) -> None:
    """Prints a statement that was searched for, with the words highlighted."""
    from rich.padding import Padding
    from rich.text import Text

    from wortlaut.cli.listing import SHORT_ID, TYPE_STYLES
    from wortlaut.cli.snippets import snippet
    from wortlaut.export.visible import one_line

    console, texts = terminal.console(), terminal.texts
    statement, article = found.statement, found.article
    line = Text(f"{number:>3}  ", style="bold")
    line.append(f"{statement.id[:SHORT_ID]}  ", style="cyan")
    line.append_text(_speakers(terminal, found))
    line.append(" · ").append(texts(f"type.{statement.type.value}"), style=TYPE_STYLES[statement.type])
    known = [article.published.isoformat() if article.published else "", article.source or "", article.title or ""]
    line.append("".join(f" · {one_line(each)}" for each in known if each), style="dim")
    console.print(line, no_wrap=True, overflow="ellipsis")
    console.print(Padding(snippet(terminal, found, 3 * max(console.width - 5, 40)), (0, 0, 1, 5)))


def _speakers(terminal: Terminal, found: Found) -> Text:
    """Who speaks: the names, and the words of the article where they are others, the searched ones highlighted."""
    from rich.text import Text

    from wortlaut.cli.snippets import highlighted
    from wortlaut.export.visible import one_line

    told: list[Text] = []
    for party in found.speakers:
        mention = highlighted(terminal, found, party.mention)
        name = one_line(party.name) if party.name else ""
        if not name or name == "".join(one_line(span.of(found.article.text)) for span in party.mention):
            told.append(mention)
        else:
            told.append(Text(name).append_text(Text(" [").append_text(mention).append("]") if mention else Text()))
    return Text("; ").join(filter(None, told)) or Text(terminal.texts("page.no_speaker"))
