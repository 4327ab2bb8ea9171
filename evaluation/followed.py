"""The command that measures what is said to have become of announced events, on the pairs of items of `followed.tsv`.

A pair is right where outcome and days are those that are marked. Precision and recall of an outcome count the pairs
that were given it and those that have it; a pair whose event was not found counts as missed.
"""

import csv
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from evaluation.corpus import MalformedFile
from evaluation.events import Half, share
from wortlaut.language import analyse
from wortlaut.matching.occasions import told_of
from wortlaut.meaning.events import follow, tellings
from wortlaut.types import Followed, Outcome

__all__ = ["Pair", "Score", "became", "followed", "read_pairs", "score"]

_PAIRS = Path(__file__).with_name("followed.tsv")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two items, the day on which is asked, and what became of the first event of the first by the second."""

    half: str
    told: date
    item: str
    later: date
    other: str
    today: date
    wanted: Followed


@dataclass(slots=True)
class Score:
    """How many pairs there are, how many have outcome and days right, and per outcome marked, given and right ones."""

    pairs: int = 0
    right: int = 0
    marked: Counter[Outcome] = field(default_factory=Counter)
    given: Counter[Outcome] = field(default_factory=Counter)
    hit: Counter[Outcome] = field(default_factory=Counter)


def followed(
    *,
    pairs: Annotated[Path, typer.Option("--pairs", help="The pairs of items, tab-separated.")] = _PAIRS,
    half: Annotated[Half, typer.Option("--half", help="Which of the pairs.")] = Half.ALL,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Measure what is said to have become of announced events."""
    read = [each for each in read_pairs(pairs) if half in (Half.ALL, each.half)]
    found = score(read)
    if as_json:
        shares = {each.value: [found.hit[each], found.given[each], found.marked[each]] for each in Outcome}
        print(json.dumps({"pairs": found.pairs, "right": found.right, "outcomes": shares}))
        return
    print(f"{found.pairs} pairs, outcome and days: {share(found.right, found.pairs)}")
    for outcome in Outcome:
        precision = share(found.hit[outcome], found.given[outcome])
        print(f"  {outcome}: precision {precision}, recall {share(found.hit[outcome], found.marked[outcome])}")


def read_pairs(path: Path = _PAIRS) -> list[Pair]:
    """The pairs of a file; raises `MalformedFile` where a line is none."""
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    made = []
    for number, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), 1):
        try:
            since, until = (date.fromisoformat(row[name]) if row[name] else None for name in ("since", "until"))
            told, later, today = (date.fromisoformat(row[name]) for name in ("told", "later", "today"))
            wanted = Followed(Outcome(row["outcome"]), since, until)
            made.append(Pair(row["half"], told, row["item"], later, row["other"], today, wanted))
        except (KeyError, TypeError, ValueError) as error:
            raise MalformedFile(f"{path}: pair {number}: {error}") from error
    return made


def became(pair: Pair) -> Followed | None:
    """What is said to have become of the first event of the pair; None where none was found."""
    first = tellings("first", analyse(pair.item), pair.told)
    if not any(each.is_announced for each in first):
        return None
    second = tellings("second", analyse(pair.other), pair.later)
    told = [*told_of("first", pair.told, first), *told_of("second", pair.later, second)]
    return follow(next(each.id for each in first if each.is_announced), told, pair.today)


def score(pairs: Sequence[Pair]) -> Score:
    """How many of the pairs are right."""
    made = Score(len(pairs))
    for pair in pairs:
        wanted, found = pair.wanted, became(pair)
        made.marked[wanted.outcome] += 1
        if found is None:
            continue
        made.given[found.outcome] += 1
        if (found.outcome, found.since, found.until) == (wanted.outcome, wanted.since, wanted.until):
            made.right += 1
        made.hit[wanted.outcome] += found.outcome is wanted.outcome
    return made
