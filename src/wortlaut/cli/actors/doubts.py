"""`wortlaut actors doubts`: what is not certain about actors, for a person to decide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING

import typer

from wortlaut.cli.options import Json, Limit, StoreOptions, grouped, limit_of, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal, terminal_of
from wortlaut.export.entry_told import span_of_days
from wortlaut.export.visible import one_line

if TYPE_CHECKING:
    from rich.text import Text

    from wortlaut.service import Doubts, MaybeOne, MaybeTwo, OpenShown

__all__ = ["doubts"]

_ROWS = 20  # of each kind


@grouped
def doubts(context: typer.Context, *, limit: Limit = None, json: Json = False, store: StoreOptions) -> int:
    """The exit status after listing what is not certain, with the commands that decide it."""
    from wortlaut import service

    terminal = terminal_of(context)
    found = service.doubts(settings=settings_of(terminal, store))
    if json:
        from wortlaut.export.actor import json_line

        for line in _lines(found):
            terminal.write_data(json_line(line))
        return Status.FINE
    most = limit_of(terminal, limit, default=_ROWS)
    _print(terminal, found, most)
    return Status.FINE


def _lines(found: Doubts) -> Iterator[dict[str, object]]:
    """One object a doubt."""
    for each in found.open:
        name = each.name
        yield {
            "version": 1,
            "doubt": "open_name",
            "name": name.name,
            "kind": name.kind,
            "offices": list(name.offices),
            "why": each.doubt,
            "statements": name.statements,
            "articles": list(name.articles),
            "actor": each.actor,
            "candidates": [{"actor": key, "name": shown} for key, shown in each.candidates],
        }
    for both in found.pairs:
        actors = [both.first.id, both.second.id]
        yield {"version": 1, "doubt": "maybe_one", "actors": actors, "why": both.pair.why, "score": both.pair.score}
    for one in found.divided:
        yield {"version": 1, "doubt": "maybe_two", **asdict(one.divided)}


def _print(terminal: Terminal, found: Doubts, most: int | None) -> None:
    from rich.text import Text

    console, texts = terminal.console(), terminal.texts
    if not (found.open or found.pairs or found.divided):
        terminal.say("doubts.none")
        return
    for title, lines, number in (
        ("doubts.open", (_open(terminal, each) for each in found.open), len(found.open)),
        ("doubts.maybe_one", (_one(terminal, each) for each in found.pairs), len(found.pairs)),
        ("doubts.maybe_two", (_two(terminal, each) for each in found.divided), len(found.divided)),
    ):
        if not number:
            continue
        console.print(Text(texts(title, number=number), style="bold"))
        for line in islice(lines, most):
            console.print(line, soft_wrap=True)
        if most is not None and number > most:
            console.print(Text(texts("doubts.more", number=number - most), style="dim"))
        console.print()


def _open(terminal: Terminal, each: OpenShown) -> Text:
    from rich.text import Text

    from wortlaut.meaning.linking import DOUBTS

    name, texts = each.name, terminal.texts
    line = Text("  ").append(one_line(name.name), style="bold")
    if name.offices:
        line.append(f", {one_line(', '.join(name.offices))}")
    days = span_of_days(name.first, name.last)
    told = texts("doubts.stands", statements=name.statements, articles=len(name.articles))
    told = told if each.actor is None else one_line(each.actor)
    line.append(f" · {told}{f', {days}' if days else ''}", style="dim")
    if each.doubt is not None:
        line.append(f"\n    {DOUBTS[each.doubt].text(texts.language, {})}", style="dim")
    for key, shown in each.candidates:
        line.append(f"\n    {texts('doubts.perhaps')} {one_line(shown)}  ").append(one_line(key), style="cyan")
    return line


def _one(terminal: Terminal, each: MaybeOne) -> Text:
    from rich.text import Text

    from wortlaut.meaning.linking import WHYS

    line = Text("  ")
    for at, actor in enumerate((each.first, each.second)):
        line.append(" · " if at else "").append(one_line(actor.name), style="bold")
        line.append(f" ({actor.statements}) ").append(one_line(actor.id), style="cyan")
    return line.append(f"\n    {WHYS[each.pair.why].text(terminal.texts.language, {})}", style="dim")


def _two(terminal: Terminal, each: MaybeTwo) -> Text:
    from rich.text import Text

    from wortlaut.meaning.linking import DIVISIONS

    line = (
        Text("  ").append(one_line(each.actor.name), style="bold").append(f" {one_line(each.actor.id)}", style="cyan")
    )
    line.append(f" · {one_line(each.divided.first)} / {one_line(each.divided.second)}")
    return line.append(f"\n    {DIVISIONS[each.divided.why].text(terminal.texts.language, {})}", style="dim")
