"""`wortlaut versions`: how an article changed, and its statements with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from wortlaut.cli.options import ArticleId, StoreOptions, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal, terminal_of

if TYPE_CHECKING:
    from rich.table import Table

    from wortlaut.matching.overlap import Change
    from wortlaut.service import VersionChanges

__all__ = ["versions"]

_SIGNS = {"kept": "=", "reworded": "~", "added": "+", "removed": "-"}
_STYLES = {"kept": "dim", "reworded": "yellow", "added": "green", "removed": "red"}


@grouped
def versions(context: typer.Context, article: ArticleId, *, store: StoreOptions) -> int:
    """The exit status after printing the versions, the first first, each with what became of the statements."""
    from wortlaut import service

    terminal = terminal_of(context)
    for each in service.versions(article, settings=settings_of(terminal, store)):
        _print(terminal, each)
    return Status.FINE


def _print(terminal: Terminal, changed: VersionChanges) -> None:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from wortlaut.cli.listing import heading

    console, texts, version = terminal.console(), terminal.texts, changed.version
    said = [version.article.revision and texts("article.revision", number=version.article.revision)]
    said += [texts("versions.current")] if version.is_current else []
    note = " · ".join(each for each in said if each)
    line = Text(f"{version.number:>3}  ", style="bold").append_text(heading(terminal, version.article, note=note))
    console.print(line)
    rows = Table.grid(padding=(0, 2))
    rows.add_column(no_wrap=True)
    rows.add_column(no_wrap=True, style="cyan")
    rows.add_column()
    for change in changed.changes:
        _add_rows(terminal, rows, change, changed)
    if changed.before is None:
        rows.add_row(texts("versions.first", count=len(version.found)), "", "")
    elif not changed.changes:
        rows.add_row(texts("versions.nothing"), "", "")
    console.print(Padding(rows, (0, 0, 1, 5)))


def _add_rows(terminal: Terminal, rows: Table, change: Change, changed: VersionChanges) -> None:
    """Adds one row a statement, two where it was reworded: as it was and as it is."""
    from rich.text import Text

    from wortlaut.cli.listing import SHORT_ID, words
    from wortlaut.export.visible import shortened

    kind = change.kind.value
    label = f"{_SIGNS[kind]} {terminal.texts(f'change.{kind}')}"
    for statement, version in ((change.old, changed.before), (change.new, changed.version)):
        if statement is None or version is None or (kind == "kept" and statement is change.old):
            continue
        said = shortened(words(statement.quote, version.article), 240)
        rows.add_row(Text(label, style=_STYLES[kind]), statement.id[:SHORT_ID], Text(said))
        label = "  →" if terminal.can_show("→") else "  ->"
