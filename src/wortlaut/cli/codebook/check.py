"""`wortlaut codebook check`: whether a codebook is right, and codes its examples as it says."""

from __future__ import annotations

import json as json_format
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from wortlaut.cli.codebook.running import CodebookFile
from wortlaut.cli.options import StoreOptions, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal, terminal_of

if TYPE_CHECKING:
    from wortlaut.service import CheckedExample

__all__ = ["check"]


@grouped
def check(
    context: typer.Context,
    file: CodebookFile,
    *,
    reader: Annotated[str | None, typer.Option("--reader", metavar="NAME", help="help.reader")] = None,
    json: Annotated[bool, typer.Option("--json", help="help.json_examples")] = False,
    store: StoreOptions,
) -> int:
    """The exit status after checking: `FOUND` where an example is not coded as the codebook says."""
    from wortlaut import service

    terminal = terminal_of(context)
    settings = settings_of(terminal, store, reader=reader)
    checked = service.check_codebook(file, settings=settings, reader=terminal.reader)
    for each in checked.examples:
        if json:
            _write(terminal, each)
        elif not each.is_met:
            _print(terminal, each)
    terminal.out.flush()
    wrong = sum(not each.is_met for each in checked.examples)
    book = checked.codebook
    numbers = {"categories": len(book.categories), "examples": len(checked.examples), "wrong": wrong}
    terminal.say("codebook.checked", name=book.name, version=book.version, **numbers)
    return Status.FINE if checked.is_right else Status.FOUND


def _write(terminal: Terminal, example: CheckedExample) -> None:
    from wortlaut.export.labels import LabelJson
    from wortlaut.export.visible import escape_hidden

    made = asdict(example) | {"labels": [LabelJson.of(each).model_dump(mode="json") for each in example.labels]}
    terminal.write_data(escape_hidden(json_format.dumps(made, ensure_ascii=False)) + "\n")


def _print(terminal: Terminal, example: CheckedExample) -> None:
    """What a failed example must get or must not get, and what it got."""
    from rich.text import Text

    from wortlaut.export.labels import label_told
    from wortlaut.export.visible import one_line

    texts, console = terminal.texts, terminal.console()
    key = "codebook.example_missed" if example.applies else "codebook.example_wrong"
    line = Text(texts(key, category=example.category), style="bold")
    console.print(line.append(f" {one_line(example.text)}", style="not bold"), soft_wrap=True)
    if not example.statements:
        console.print(Text(f"  {texts('codebook.no_statement')}", style="dim"))
        return
    got = ", ".join(dict.fromkeys(label_told(each, texts) for each in example.labels))
    console.print(Text(f"  {texts('codebook.got', labels=got or texts('value.none'))}", style="dim"))
