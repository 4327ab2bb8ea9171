"""`wortlaut demands`: who demands, offers, threatens and refuses what, and what was answered."""

from __future__ import annotations

import json as json_format
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from wortlaut.cli.options import FilterOptions, Json, Limit, StoreOptions, grouped, limit_of, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal, terminal_of
from wortlaut.errors import InputError
from wortlaut.export.visible import one_line, shortened

if TYPE_CHECKING:
    from wortlaut.service import LedgerLine
    from wortlaut.types import Found, ResolvedParty

__all__ = ["demands"]

_ROWS = 20
_LONGEST = 240  # characters of what is said


@grouped
def demands(
    context: typer.Context,
    *,
    asked: FilterOptions,
    limit: Limit = None,
    open_only: Annotated[bool, typer.Option("--open", help="option.open_only")] = False,
    json: Json = False,
    store: StoreOptions,
) -> int:
    """The exit status after printing the ledger."""
    from wortlaut import service

    terminal = terminal_of(context)
    filters = asked.filters(terminal)
    if filters.act is not None and filters.act not in service.LEDGER_ACTS:
        known = ", ".join(service.LEDGER_ACTS)
        raise InputError(terminal.texts("usage.choice", option="--act", value=filters.act, known=known))
    most = limit_of(terminal, limit, default=None if json else _ROWS)
    lines = service.demands(filters, settings=settings_of(terminal, store), limit=most, open_only=open_only)
    if json:
        for each in lines:
            terminal.write_data(_line(each))
    elif lines:
        _print(terminal, lines)
    else:
        terminal.say("demands.none")
    return Status.FINE


def _line(each: LedgerLine) -> str:
    from wortlaut.export.statement import statement_json
    from wortlaut.export.visible import escape_hidden

    made = {
        "version": 1,
        "statement": statement_json(each.found),
        "rests_on": None if each.rests_on is None else statement_json(each.rests_on),
        "answers": [statement_json(answer) for answer in each.answers],
        "later": [statement_json(answer) for answer in each.later],
    }
    return escape_hidden(json_format.dumps(made, ensure_ascii=False, separators=(", ", ": "))) + "\n"


def _print(terminal: Terminal, lines: Sequence[LedgerLine]) -> None:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from wortlaut.cli.listing import heading

    console, article = terminal.console(), None
    for each in lines:
        if each.found.article != article:
            article = each.found.article
            console.print(heading(terminal, article))
        console.print(_headline(terminal, each.found))
        rows = Table.grid(padding=(0, 2))
        rows.add_column(style="dim", no_wrap=True)
        rows.add_column()
        for label, value in _details(terminal, each):
            rows.add_row(label, Text(value))
        console.print(Padding(rows, (0, 0, 1, 4)))


def _headline(terminal: Terminal, found: Found) -> object:
    from rich.text import Text

    from wortlaut.cli.listing import SHORT_ID, party_words

    texts, sense = terminal.texts, found.sense
    line = Text("  ")
    line.append(party_words(found.speakers, found.article) or texts("page.no_speaker"), style="bold")
    if sense is not None:
        line.append(f" {texts(f'act.{sense.act}')}", style="yellow")
    if whom := party_words(_asked(found), found.article):
        line.append(f" → {whom}" if terminal.can_show("→") else f" -> {whom}", style="bold")
    return line.append(f"  {found.statement.id[:SHORT_ID]}", style="cyan")


def _asked(found: Found) -> Sequence[ResolvedParty]:
    """Of whom it is demanded, at whom the threat is directed; those spoken to where nobody is known for that."""
    return found.targets or found.addressees


def _details(terminal: Terminal, each: LedgerLine) -> Iterator[tuple[str, str]]:
    from wortlaut.cli.listing import words

    texts, found = terminal.texts, each.found
    yield texts("role.quote"), shortened(words(found.statement.quote, found.article), _LONGEST)
    condition = None if found.sense is None else found.sense.condition
    if condition is not None:
        yield texts("role.condition"), words(condition.spans, found.article)
    if each.rests_on is not None:
        yield texts("role.refers_to"), _told(terminal, each.rests_on)
    for answer in each.answers:
        yield texts("demands.answer"), _told(terminal, answer)
    for answer in each.later:
        yield texts("demands.later"), _told(terminal, answer, day=True)


def _told(terminal: Terminal, found: Found, *, day: bool = False) -> str:
    """Who, what act, which words; with the day of its article."""
    from wortlaut.cli.listing import SHORT_ID, party_words, words
    from wortlaut.texts import day as written_day

    who = party_words(found.speakers, found.article) or terminal.texts("page.no_speaker")
    act = "" if found.sense is None else f" {terminal.texts(f'act.{found.sense.act}')}"
    said = shortened(words(found.statement.quote, found.article), _LONGEST)
    published = found.article.published
    when = f", {written_day(published, terminal.texts.language)}" if day and published is not None else ""
    return one_line(f"{who}{act}: {said} ({found.statement.id[:SHORT_ID]}{when})")
