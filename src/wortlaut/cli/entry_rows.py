"""A row of an entry of the history on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wortlaut.cli.terminal import Terminal
    from wortlaut.export.entry_told import EntryRow

__all__ = ["shown_row"]


def shown_row(terminal: Terminal, row: EntryRow) -> str:
    """`was → is`; only what it is where it did not change."""
    if row.was is None:
        return row.now
    return f"{row.was} {'→' if terminal.can_show('→') else '->'} {row.now}"
