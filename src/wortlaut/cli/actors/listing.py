"""Actors as people read them in a terminal: a table, and one with all that is known about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from wortlaut.cli.numbers import count
from wortlaut.cli.terminal import Terminal
from wortlaut.export.entry_told import span_of_days
from wortlaut.export.visible import one_line

if TYPE_CHECKING:
    from wortlaut.record.search.acting import ActorEntry
    from wortlaut.service import ActorShown, DecidedActor, HeldOffice

__all__ = ["print_actor", "print_actors", "print_decided"]


def print_actors(terminal: Terminal, found: Sequence[ActorEntry], *, json: bool, most: int | None) -> None:
    """Prints one row an actor, or one line of JSON."""
    if json:
        from wortlaut.export.actor import ActorJson, json_line

        for each in found:
            terminal.write_data(json_line(ActorJson.of(each)))
        return
    if not found:
        terminal.say("actors.none")
        return
    _print_table(terminal, found)
    if len(found) == most:
        terminal.out.flush()
        terminal.say("actors.more", printed=most)


def print_decided(terminal: Terminal, decided: DecidedActor, *, json: bool) -> None:
    """Prints the actor as it now is, and the entry: with its number it can be undone."""
    entry = decided.entry
    if json:
        from wortlaut.export.actor import ActorJson, json_line
        from wortlaut.export.entry import entry_json

        shown = decided.actor
        actor = None if shown is None else ActorJson.of(shown.entry, shown).model_dump(mode="json")
        terminal.write_data(json_line({"entry": entry_json(entry, None), "actor": actor}))
        return
    if decided.actor is not None:
        print_actor(terminal, decided.actor)
        terminal.out.flush()
    terminal.say("decided.entry", number=entry.number, action=terminal.texts(f"action.{entry.action}"), by=entry.by)


def print_actor(terminal: Terminal, shown: ActorShown) -> None:
    """Prints all that is known about an actor."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    console, entry, texts = terminal.console(), shown.entry, terminal.texts
    line = Text(one_line(entry.name), style="bold").append(f"  {entry.id}", style="cyan")
    line.append(f" · {texts(f'who.{entry.kind}')}", style="dim")
    if entry.wikidata:
        line.append(f" · {entry.wikidata}", style="dim")
    console.print(line, soft_wrap=True)
    details = Table.grid(padding=(0, 2))
    details.add_column(style="dim", no_wrap=True)
    details.add_column()
    for label, value in _details(terminal, shown):
        details.add_row(label, Text(value))
    console.print(Padding(details, (0, 0, 1, 2)))


def _details(terminal: Terminal, shown: ActorShown) -> Iterator[tuple[str, str]]:
    entry, texts = shown.entry, terminal.texts
    days = span_of_days(entry.first, entry.last)
    said = texts("actors.said", statements=count(entry.statements, texts.language), addressed=entry.addressed)
    if entry.targeted:
        said = texts("actors.targeted", said=said, targeted=entry.targeted)
    yield texts("actors.statements"), f"{said}, {days}" if days else said
    for name in shown.names:
        yield texts("actors.called"), f"{one_line(name.name)} ({name.statements})"
    for alias in shown.aliases:
        yield texts("action.alias"), one_line(alias)
    for use in shown.offices:
        days = span_of_days(use.first, use.last)
        yield texts("actors.office"), f"{one_line(use.office)} ({use.statements}{f', {days}' if days else ''})"
    for held in shown.held:
        yield texts("actors.held"), _held(terminal, held)
    for other in shown.one_with:
        yield texts("actors.one_with"), other


def _held(terminal: Terminal, held: HeldOffice) -> str:
    days = span_of_days(held.first, held.last)
    source = held.source or terminal.texts("actors.by_person")
    return " · ".join(filter(None, (one_line(held.title), days, one_line(source))))


def _print_table(terminal: Terminal, found: Sequence[ActorEntry]) -> None:
    from rich.table import Table
    from rich.text import Text

    texts = terminal.texts
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column(texts("table.name"), style="bold")
    table.add_column(texts("actors.kind"), no_wrap=True)
    table.add_column(texts("actors.statements"), justify="right", no_wrap=True)
    table.add_column(texts("actors.addressed"), justify="right", no_wrap=True)
    table.add_column(texts("actors.last"), no_wrap=True)
    table.add_column(texts("table.id"), style="cyan", overflow="fold")
    for each in found:
        table.add_row(
            Text(one_line(each.name)),
            texts(f"who.{each.kind}"),
            count(each.statements, texts.language),
            count(each.addressed, texts.language),
            Text(str(each.last or "")),
            Text(one_line(each.id)),
        )
    terminal.console().print(table)
