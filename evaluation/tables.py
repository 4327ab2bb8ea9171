"""Scores as a table for people and as JSON for programs, both in percent."""

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from evaluation.bootstrap import Interval
from evaluation.figures import Tally
from evaluation.scoring import HEADLINES, Scores

__all__ = [
    "cell",
    "interval_cell",
    "interval_json",
    "percent",
    "print_folds",
    "print_scores",
    "scores_json",
    "table_of",
    "wide",
]

_WIDTH = 120  # columns, where there is no terminal to ask


def wide() -> Console:
    """Where tables are printed: as wide as the terminal, and wide enough for each where there is none."""
    return Console(width=None if sys.stdout.isatty() else _WIDTH)


def print_scores(scores: Scores, console: Console) -> None:
    """Print `scores` as tables: the measures, the quotes by type, the speaker by distance, the shares."""
    console.print(
        f"{scores.documents} documents, {scores.gold} gold statements, {scores.predicted} predicted, "
        f"{scores.matched} matched"
    )
    console.print(_measures(scores))
    console.print(_types(scores))
    console.print(_distances(scores))
    console.print(_shares(scores))
    for label in scores.unknown_labels:
        console.print(f"outside the guidelines: {label.label}, {label.count} times")


def print_folds(folds: Sequence[Scores], console: Console) -> None:
    """Print F1 of the headline measures for each part of the documents, nothing where there are no parts."""
    if not folds:
        return
    table = table_of("F1 by fold (%)", "documents", *HEADLINES)
    for number, scores in enumerate(folds, start=1):
        table.add_row(str(number), str(scores.documents), *(cell(scores.f1(name)) for name in HEADLINES))
    console.print(table)


def scores_json(scores: Scores) -> dict[str, object]:
    """`scores` as one JSON object, figures in percent with two decimals, `null` where nothing could be reckoned."""
    return {
        "documents": scores.documents,
        "gold": scores.gold,
        "predicted": scores.predicted,
        "matched": scores.matched,
        "measures": {
            measure.name: {**_tally_json(measure.tally), "interval": interval_json(measure.interval)}
            for measure in scores.measures
        },
        "types": {
            entry.type: {
                "gold": entry.gold,
                "predicted": entry.predicted,
                **_tally_json(entry.messages),
                "interval": interval_json(entry.interval),
            }
            for entry in scores.by_type
        },
        "speaker_distance": {
            entry.distance.value: {
                "gold": entry.gold,
                **_tally_json(entry.speaker),
                "interval": interval_json(entry.interval),
            }
            for entry in scores.by_distance
        },
        "type_f1": percent(scores.type.f1),
        "medium_f1": percent(scores.medium.f1),
        "exact_bounds": percent(scores.exact.value),
        "usable": percent(scores.usable.value),
        "intervals": {
            "type_f1": interval_json(scores.intervals.type),
            "medium_f1": interval_json(scores.intervals.medium),
            "exact_bounds": interval_json(scores.intervals.exact),
            "usable": interval_json(scores.intervals.usable),
        },
        "unknown_labels": {entry.label: entry.count for entry in scores.unknown_labels},
    }


def _measures(scores: Scores) -> Table:
    table = table_of("Measure (%)", "precision", "recall", "F1", "95 % of F1")
    for measure in scores.measures:
        style = "bold" if measure.name in HEADLINES else None
        table.add_row(measure.name, *_cells(measure.tally), interval_cell(measure.interval), style=style)
    return table


def _types(scores: Scores) -> Table:
    table = table_of("Messages by type (%)", "gold", "predicted", "precision", "recall", "F1", "95 % of F1")
    for entry in scores.by_type:
        figures = (*_cells(entry.messages), interval_cell(entry.interval))
        table.add_row(entry.type, str(entry.gold), str(entry.predicted), *figures)
    return table


def _distances(scores: Scores) -> Table:
    table = table_of("Speaker by distance (%)", "gold", "precision", "recall", "F1", "95 % of F1")
    for entry in scores.by_distance:
        figures = (*_cells(entry.speaker), interval_cell(entry.interval))
        table.add_row(entry.distance.value, str(entry.gold), *figures)
    return table


def _shares(scores: Scores) -> Table:
    table = table_of("Of all (%)", "share", "95 %")
    intervals = scores.intervals
    table.add_row("type (micro F1)", cell(scores.type.f1), interval_cell(intervals.type))
    table.add_row("medium (micro F1)", cell(scores.medium.f1), interval_cell(intervals.medium))
    table.add_row("quotes with exact bounds", cell(scores.exact.value), interval_cell(intervals.exact))
    table.add_row("usable records", cell(scores.usable.value), interval_cell(intervals.usable))
    return table


def table_of(first: str, *others: str) -> Table:
    """A table with such columns, the first for names, the others for figures."""
    table = Table(show_edge=False, title_justify="left")
    table.add_column(first, min_width=26)
    for name in others:
        table.add_column(name, justify="right")
    return table


def _cells(tally: Tally) -> Sequence[str]:
    return [cell(value) for value in (tally.precision, tally.recall, tally.f1)]


def cell(value: float | None) -> str:
    """A share between 0 and 1 in percent, a dash where nothing could be reckoned."""
    return "–" if value is None else f"{100 * value:.1f}"


def interval_cell(interval: Interval | None, *, between: str = "–") -> str:
    """An interval of shares in percent."""
    return "–" if interval is None else f"{cell(interval.low)}{between}{cell(interval.high)}"


def _tally_json(tally: Tally) -> dict[str, object]:
    return {"precision": percent(tally.precision), "recall": percent(tally.recall), "f1": percent(tally.f1)}


def interval_json(interval: Interval | None) -> list[float | None] | None:
    """The two ends of an interval of shares, in percent, as JSON has them."""
    return None if interval is None else [percent(interval.low), percent(interval.high)]


def percent(value: float | None) -> float | None:
    """A share between 0 and 1 in percent with two decimals, as JSON has it."""
    return None if value is None else round(100 * value, 2)
