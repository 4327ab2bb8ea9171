"""What is printed of an item that came in, as soon as it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wortlaut.cli.terminal import Terminal

if TYPE_CHECKING:
    from wortlaut.service import Outcome, Taken

__all__ = ["tell_outcome"]


def tell_outcome(terminal: Terminal, outcome: Outcome, *, json: bool, quiet: bool) -> None:
    """Nothing; statements go to standard output, as JSON Lines or (unless `quiet`) for people, the rest to the other.

    What is refused or taken back, and notes, stand on standard error.
    """
    from wortlaut.service import Retracted, explain, tell_retracted
    from wortlaut.types import Rejected

    language = terminal.texts.language
    if isinstance(outcome, Rejected):
        terminal.say("read.rejected", message=explain(outcome, language))
    elif isinstance(outcome, Retracted):
        if not outcome.unchanged:
            terminal.say("read.withdrawn", message=tell_retracted(outcome, language))
    else:
        _tell_notes(terminal, outcome)
        _print(terminal, outcome, json=json, quiet=quiet)
        terminal.out.flush()  # whoever reads along sees every item at once


def _tell_notes(terminal: Terminal, taken: Taken) -> None:
    from wortlaut.service import remark

    for note in () if taken.unchanged else taken.notes:
        terminal.say("read.note", note=remark(note, taken.origin, terminal.texts.language))


def _print(terminal: Terminal, taken: Taken, *, json: bool, quiet: bool) -> None:
    if json:
        from wortlaut.export.lines import json_lines

        for line in json_lines(taken.found):
            terminal.write_data(line)
    elif not quiet:
        from wortlaut.cli.listing import print_item

        print_item(terminal, taken.article, taken.found, unchanged=taken.unchanged)
