"""Statements as people read them in a terminal: lists and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from wortlaut.cli.terminal import Terminal
from wortlaut.export.visible import one_line, shortened
from wortlaut.types import ArticleHead, Found, ResolvedParty, Span, StatementType

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["SHORT_ID", "TYPE_STYLES", "heading", "party_words", "print_item", "print_table", "words"]

# One colour a type, as on the page; the type is always written out, too.
TYPE_STYLES = {
    StatementType.DIRECT: "blue",
    StatementType.INDIRECT: "green",
    StatementType.REPORTED: "yellow",
    StatementType.FREE_INDIRECT: "magenta",
    StatementType.INDIRECT_FREE_INDIRECT: "red",
}
SHORT_ID = 9  # characters of an id in tables: one in 4 billion is the same by chance
_BETWEEN_PARTS = " […] "
_NARROW, _MEDIUM, _WIDE = 70, 95, 130  # columns of the terminal below which a table leaves columns out
_ROWS_AT_A_TIME = 500  # bounds memory; the columns keep their widths


def words(spans: Sequence[Span], article: ArticleHead) -> str:
    """The words of one part, on one line, harmless."""
    return _BETWEEN_PARTS.join(one_line(span.of(article.text)) for span in spans)


def party_words(parties: Sequence[ResolvedParty], article: ArticleHead) -> str:
    """The names of several parties, the mentions of those that have none."""
    told = (one_line(party.name) if party.name else words(party.mention, article) for party in parties)
    return "; ".join(filter(None, told))


def heading(terminal: Terminal, article: ArticleHead, *, note: str = "") -> Text:
    """The line above an article's statements: id, title, date, outlet, and whether it was taken back."""
    line = Text(article.id, style="bold cyan")
    if article.title:
        line.append(f"  {one_line(article.title)}", style="bold")
    known = [article.published.isoformat() if article.published else "", one_line(article.source or ""), note]
    line.append("".join(f" · {each}" for each in known if each), style="dim")
    if article.is_withdrawn:
        line.append(f" · {terminal.texts('article.withdrawn')}", style="bold red")
    return line


def print_item(terminal: Terminal, article: ArticleHead, found: Sequence[Found], *, unchanged: bool) -> None:
    """Prints an article that was read: one line a statement."""
    console, texts = terminal.console(), terminal.texts
    console.print(heading(terminal, article, note=texts("read.unchanged") if unchanged else ""))
    types = [texts(f"type.{each.statement.type.value}") for each in found]
    width = max(map(len, types), default=0)
    for each, kind in zip(found, types, strict=True):
        statement = each.statement
        line = Text("  ")
        line.append(kind.ljust(width), style=TYPE_STYLES[statement.type])
        line.append("  ")
        line.append(party_words(each.speakers, article) or texts("page.no_speaker"), style="bold")
        room = max(console.width - line.cell_len - 2, 20)
        line.append(f": {shortened(words(statement.quote, article), room)}")
        console.print(line, no_wrap=True, overflow="ellipsis", crop=False)
    if not found:
        none = texts("page.none" if not article.is_withdrawn else "page.none_shown")
        console.print(Text(f"  {none}", style="dim"))


def print_table(terminal: Terminal, found: Iterator[Found]) -> int:
    """Prints one row a statement; the number of rows."""
    console, printed = terminal.console(), 0
    table = _table(terminal, console, header=True)
    for each in found:
        table.add_row(*_row(terminal, console, each))
        printed += 1
        if table.row_count == _ROWS_AT_A_TIME:
            console.print(table)
            table = _table(terminal, console, header=False)
    if table.row_count:
        console.print(table)
    return printed


def _table(terminal: Terminal, console: Console, *, header: bool) -> Table:
    texts = terminal.texts
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, expand=True, show_header=header, header_style="dim")
    table.add_column(texts("table.id"), width=SHORT_ID, style="cyan", no_wrap=True)
    if console.width >= _MEDIUM:
        table.add_column(texts("table.published"), width=10, no_wrap=True)
    if console.width >= _WIDE:
        table.add_column(texts("table.source"), width=16, overflow="ellipsis", no_wrap=True)
    if console.width >= _NARROW:
        table.add_column(texts("table.type"), width=13)
    if console.width >= _WIDE:
        table.add_column(texts("role.act"), width=12, overflow="ellipsis", no_wrap=True)
    table.add_column(texts("role.speaker"), width=24 if console.width >= _WIDE else 16, style="bold")
    table.add_column(texts("role.quote"), ratio=1)
    return table


def _row(terminal: Terminal, console: Console, found: Found) -> list[Text]:
    statement, article = found.statement, found.article
    row = [Text(statement.id[:SHORT_ID])]
    if console.width >= _MEDIUM:
        row.append(Text(article.published.isoformat() if article.published else ""))
    if console.width >= _WIDE:
        row.append(Text(one_line(article.source or "")))
    if console.width >= _NARROW:
        row.append(Text(terminal.texts(f"type.{statement.type.value}"), style=TYPE_STYLES[statement.type]))
    if console.width >= _WIDE:
        row.append(Text("" if found.sense is None else terminal.texts(f"act.{found.sense.act}")))
    row.append(Text(shortened(party_words(found.speakers, article), 60)))
    row.append(Text(shortened(words(statement.quote, article), 240)))
    return row
