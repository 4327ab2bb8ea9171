"""Why a statement is somebody's, as people read it in a terminal; `wortlaut show --why` prints it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from wortlaut.cli.cards import tick
from wortlaut.cli.listing import TYPE_STYLES, heading, words
from wortlaut.cli.numbers import moment
from wortlaut.cli.terminal import Terminal
from wortlaut.export.explained import CandidateTold, PartyExplained, SupportTold, explained, notes
from wortlaut.export.visible import one_line, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wortlaut.service.evidence import Why

__all__ = ["print_why"]

_WIDEST = 100  # columns: longer lines are hard to read
_BAR, _SHORT_BAR = 20, 8  # characters of a whole bar
_NAME = 28  # of a candidate
_NARROW = 80  # columns below which bars are short
_EXPLAINED = 2  # candidates with what speaks for and against them
_LONGEST = 160  # characters of the statement


def print_why(terminal: Terminal, why: Why) -> None:
    """Prints the statement, what people decided about it, and how each party is come by."""
    console = terminal.console()
    console.width = min(console.width, _WIDEST)
    statement, article = why.found.statement, why.found.article
    console.print(heading(terminal, article))
    line = Text(terminal.texts(f"type.{statement.type.value}"), style=f"bold {TYPE_STYLES[statement.type]}")
    console.print(line.append(f"  {statement.id}", style="dim"))
    console.print(Text(shortened(words(statement.quote, article), _LONGEST)))
    for note in (*_decided(terminal, why), *notes(why, terminal.texts)):
        console.print(Text(note, style="yellow"))
    parties = explained(why, terminal.texts)
    for number, party in enumerate(parties, 1):
        console.print()
        console.print(Text(f"{number}  ", style="bold").append(f"{party.role}: {party.who}"))
        table = Table.grid(padding=(0, 2))
        table.add_column(style="dim", no_wrap=True)
        table.add_column()
        for label, value in _rows(terminal, party, _SHORT_BAR if console.width < _NARROW else _BAR):
            table.add_row(label, value)
        console.print(Padding(table, (0, 0, 0, 3)))
    if not parties:
        console.print(Text(terminal.texts("why.no_party"), style="dim"))


def _decided(terminal: Terminal, why: Why) -> Iterator[str]:
    """What people decided, a line a decision."""
    texts = terminal.texts
    for verdict in why.verdicts:
        at = moment(verdict.at, texts.language)
        who = texts("card.decider", name=one_line(verdict.by), at=at, number=verdict.entry)
        yield f"{tick(terminal)} {texts(f'part.{verdict.part}')}: {who}"


def _rows(terminal: Terminal, party: PartyExplained, bar: int) -> Iterator[tuple[str, Text | Table]]:
    yield from ((label, Text(value)) for label, value in party.way)
    if party.candidates:
        yield terminal.texts("why.candidates"), _candidates(terminal, party.candidates, bar)
    yield from ((label, Text(value)) for label, value in party.terms)
    yield terminal.texts("why.decision"), Text(party.outcome, style="bold")
    yield from ((label, Text(value)) for label, value in party.grounds)


def _candidates(terminal: Terminal, candidates: Sequence[CandidateTold], bar: int) -> Table:
    """A bar a candidate, and under the first ones, and under nobody, what speaks for and against them."""
    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(no_wrap=True)
    nobody = candidates[-1]
    for number, each in enumerate(candidates):
        style = "bold" if number == 0 else "" if each.supports else "dim"
        table.add_row(Text(shortened(each.name, _NAME), style=style), _bar(terminal, each, bar))
        if number >= _EXPLAINED and each is not nobody:
            continue
        for support in each.supports:
            table.add_row(Text(f"  {support.label}"), _points(terminal, support, is_plain=each is nobody))
        if each.more:
            table.add_row(Text(f"  {_shown(terminal, each.more)}", style="dim"), Text())
    return table


def _bar(terminal: Terminal, each: CandidateTold, width: int) -> Text:
    block = "█" if terminal.can_show("█") else "#"
    line = Text((block * round(each.share * width)).ljust(width), style="cyan")
    return line.append(f" {each.percent:>5}", style="not bold default")


def _points(terminal: Terminal, support: SupportTold, *, is_plain: bool) -> Text:
    """What a feature adds; where its value is not one, value times weight behind."""
    line = Text(_shown(terminal, support.points), style="" if is_plain else "green" if support.is_for else "red")
    if support.product:
        line.append(f"  = {_shown(terminal, support.product)}", style="dim")
    return line


def _shown(terminal: Terminal, told: str) -> str:
    """The signs as the terminal can show them."""
    for sign, plain in (("−", "-"), ("×", "x")):
        told = told if terminal.can_show(sign) else told.replace(sign, plain)
    return told
