"""`wortlaut agreement`: how far readers, people or models, agree."""

from __future__ import annotations

import json as json_format
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wortlaut.cli.options import StoreOptions, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal, terminal_of

if TYPE_CHECKING:
    from wortlaut.agreement import Agreement, Alpha, Disagreement, LabelDisagreement, Side

__all__ = ["agreement"]


@grouped
def agreement(
    context: typer.Context,
    others: Annotated[list[str] | None, typer.Argument(metavar="OTHER", help="help.others")] = None,
    *,
    completed: Annotated[bool, typer.Option("--completed", help="help.completed")] = False,
    differences: Annotated[bool, typer.Option("--differences", help="help.differences")] = False,
    json: Annotated[bool, typer.Option("--json", help="help.json_agreement")] = False,
    store: StoreOptions,
) -> int:
    """The exit status after printing how far they agree, and in what they differ where that is asked for."""
    from wortlaut import service
    from wortlaut.export.visible import escape_hidden

    terminal = terminal_of(context)
    found = service.compare(others or (), completed=completed, settings=settings_of(terminal, store))
    if json:
        made: Iterable[dict[str, Any]] = _differences_json(found) if differences else [_agreement_json(found)]
        for each in made:
            terminal.write_data(escape_hidden(json_format.dumps(each, ensure_ascii=False)) + "\n")
        return Status.FINE
    _print(terminal, found)
    if differences:
        for one in found.disagreements():
            _print_difference(terminal, one)
        for differing in found.label_disagreements():
            _print_label_difference(terminal, differing)
    terminal.out.flush()
    terminal.say("agreement.scope", articles=found.articles, left_out=found.left_out)
    return Status.FINE


def _print(terminal: Terminal, found: Agreement) -> None:
    from rich.table import Table
    from rich.text import Text

    from wortlaut.cli.numbers import count
    from wortlaut.export.visible import one_line

    console, texts = terminal.console(), terminal.texts
    console.print(Text(" · ".join(map(one_line, found.readers)), style="bold"))
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column(texts("agreement.aspect"))
    for key in ("agreement.units", "agreement.alpha", "agreement.interval", "agreement.equal", "agreement.f1"):
        table.add_column(texts(key), justify="right")
    for measure in found.measures:
        table.add_row(
            texts(f"aspect.{measure.aspect}"),
            count(measure.units, texts.language),
            *_alpha(terminal, measure.alpha),
            _number(terminal, measure.agreement),
            _number(terminal, measure.f1),
        )
    table.add_row(texts("agreement.quote_and_type"), "", *_alpha(terminal, found.quote_and_type), "", "")
    table.add_row(texts("agreement.type_of_shared"), "", *_alpha(terminal, found.type_of_shared), "", "")
    console.print(table)
    if found.labels:
        _print_labels(terminal, found)


def _print_labels(terminal: Terminal, found: Agreement) -> None:
    from rich.table import Table
    from rich.text import Text

    from wortlaut.cli.numbers import count
    from wortlaut.export.visible import one_line

    console, texts = terminal.console(), terminal.texts
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column(texts("agreement.category"))
    keys = ("units", "given", "alpha", "interval", "kappa", "equal", "f1")
    for key in keys:
        table.add_column(texts(f"agreement.{key}"), justify="right")
    for each in found.labels:
        whole = texts("agreement.all_categories", codebook=each.codebook)
        table.add_row(
            Text(one_line(whole if each.category is None else f"{each.codebook}:{each.category}")),
            count(each.units, texts.language),
            count(each.given, texts.language),
            *_alpha(terminal, each.alpha),
            *(_number(terminal, value) for value in (each.kappa, each.agreement, each.f1)),
        )
    console.print()
    console.print(table)


def _print_label_difference(terminal: Terminal, one: LabelDisagreement) -> None:
    from rich.text import Text

    from wortlaut.export.visible import one_line

    texts = terminal.texts
    places = " ".join(f"{span.start}-{span.end}" for span in one.spans)
    line = Text(f"{one.article}  ", style="cyan")
    line.append(f"{one_line(f'{one.codebook}:{one.category}')} {places}: ", style="dim")
    sides = ((one.first, one.first_has or "none"), (one.second, one.second_has or "none"))
    line.append("; ".join(f"{one_line(name)} {texts(f'labels.has.{has}')}" for name, has in sides))
    terminal.console().print(line, soft_wrap=True)


def _alpha(terminal: Terminal, alpha: Alpha) -> tuple[str, str]:
    if alpha.interval is None:
        return _number(terminal, alpha.value), ""
    low, high = _number(terminal, alpha.interval.low), _number(terminal, alpha.interval.high)
    return _number(terminal, alpha.value), terminal.texts("agreement.range", low=low, high=high)


def _number(terminal: Terminal, value: float | None) -> str:
    """Two digits behind the point, nothing where there is no value."""
    if value is None:
        return "–"
    written = f"{value:.2f}"
    return written.replace(".", ",") if terminal.texts.language == "de" else written


def _print_difference(terminal: Terminal, one: Disagreement) -> None:
    from rich.text import Text

    from wortlaut.export.visible import one_line

    texts = terminal.texts
    line = Text(f"{one.article}  ", style="cyan")
    line.append(f"{texts(f'aspect.{one.aspect}')}: ", style="dim")
    line.append("; ".join(one_line(f"{side.reader} {_side(terminal, side)}") for side in (one.first, one.second)))
    terminal.console().print(line, soft_wrap=True)


def _side(terminal: Terminal, side: Side) -> str:
    """What one reader has, for people: label and places."""
    if side.statement is None:
        return terminal.texts("agreement.nothing")
    places = " ".join(f"{span.start}-{span.end}" for span in side.spans)
    return " ".join(part for part in (side.label or "", places) if part) or terminal.texts("agreement.nothing")


def _agreement_json(found: Agreement) -> dict[str, Any]:
    from dataclasses import asdict

    return {
        "version": 1,
        "readers": found.readers,
        "articles": found.articles,
        "left_out": found.left_out,
        "measures": [asdict(measure) for measure in found.measures],
        "quote_and_type": asdict(found.quote_and_type),
        "type_of_shared": asdict(found.type_of_shared),
        "labels": [asdict(each) for each in found.labels],
    }


def _differences_json(found: Agreement) -> Iterator[dict[str, Any]]:
    from dataclasses import asdict

    yield from map(asdict, found.disagreements())
    yield from map(asdict, found.label_disagreements())
