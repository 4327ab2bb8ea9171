"""`wortlaut codebook show`: the categories of a codebook, and how many statements have each."""

from __future__ import annotations

import json as json_format
from typing import TYPE_CHECKING, Annotated

import typer

from wortlaut.cli.codebook.running import CodebookName
from wortlaut.cli.options import StoreOptions, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal, terminal_of

if TYPE_CHECKING:
    from wortlaut.meaning.coding import Category
    from wortlaut.service import CodebookShown

__all__ = ["show"]


@grouped
def show(
    context: typer.Context,
    name: CodebookName,
    *,
    json: Annotated[bool, typer.Option("--json", help="help.json_codebooks")] = False,
    store: StoreOptions,
) -> int:
    """The exit status after showing the codebook."""
    from wortlaut import service
    from wortlaut.export.codebook import codebook_json
    from wortlaut.export.visible import escape_hidden

    terminal = terminal_of(context)
    shown = service.codebook(name, settings=settings_of(terminal, store))
    if json:
        made = codebook_json(shown.codebook, shown.counts)
        terminal.write_data(escape_hidden(json_format.dumps(made, ensure_ascii=False)) + "\n")
    else:
        _print(terminal, shown)
    return Status.FINE


def _print(terminal: Terminal, shown: CodebookShown) -> None:
    from rich.table import Table
    from rich.text import Text

    from wortlaut.cli.numbers import count
    from wortlaut.export.visible import one_line

    texts, book, console = terminal.texts, shown.codebook, terminal.console()
    console.print(Text(f"{one_line(book.title.of(texts.language))}", style="bold"))
    console.print(Text(texts("codebook.head", name=book.name, version=one_line(book.version)), style="dim"))
    if book.description:
        console.print(Text(one_line(book.description)))
    console.print()
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for key in ("table.category", "table.title"):
        table.add_column(texts(key))
    table.add_column(texts("table.labels"), justify="right")
    table.add_column(texts("table.definition"))
    for each, depth in _in_order(book.categories):
        definition = texts("codebook.by_hand") if each.by_hand and not each.definition else each.definition
        table.add_row(
            Text("  " * depth + each.id, style="bold"),
            Text(one_line(each.label.of(texts.language))),
            count(shown.counts.get(each.id, 0), texts.language),
            Text(one_line(definition)),
        )
    for name in shown.removed:
        told = Text(texts("codebook.gone"), style="dim")
        table.add_row(Text(one_line(name), style="dim"), "", count(shown.counts[name], texts.language), told)
    console.print(table)


def _in_order(categories: tuple[Category, ...]) -> list[tuple[Category, int]]:
    """The categories, those below one behind it, each with how deep it stands."""
    ordered: list[tuple[Category, int]] = []
    ahead = [(each, 0) for each in reversed(categories) if each.parent is None]
    while ahead:
        each, depth = ahead.pop()
        ordered.append((each, depth))
        ahead += [(below, depth + 1) for below in reversed(categories) if below.parent == each.id]
    return ordered
