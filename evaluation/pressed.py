"""The command that counts events of different times that are taken for one when articles are pressed into few weeks.

Every article of the corpus is moved by whole weeks, so that all appeared within the same ones; what it says of days
moves with it. Nearly everything that is joined then is of different events, as few articles of the corpus are of the
same days: `joins.tsv` has what was read. Without `--weeks` articles stay where they are.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import typer

from evaluation.corpus import RawText, read_texts
from evaluation.given import number_of, published_of
from wortlaut.language import analyse
from wortlaut.matching.occasions import Tie, Told, tie_of, told_of
from wortlaut.meaning.events import tellings

__all__ = ["Join", "joins_of", "moved", "pressed", "told_in"]

_MONDAY = date(2010, 3, 1)


@dataclass(frozen=True, slots=True)
class Join:
    """A telling that is taken for one of the event of an earlier one, each by its article and place in it."""

    earlier: Told
    later: Told
    score: int


def pressed(
    corpus: Annotated[Path, typer.Option("--corpus", help="The quotation corpus, plain or gzip.")],
    *,
    weeks: Annotated[int, typer.Option("--weeks", min=0, help="Into how many weeks; 0 leaves all as it is.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Count what is taken for one event when all articles are moved into the same few weeks."""
    told = told_in(read_texts(corpus), weeks)
    joins = joins_of(told)
    announced = sum(each.is_announced for each in told)
    if as_json:
        print(json.dumps({"tellings": len(told), "announced": announced, "joins": [_row(each) for each in joins]}))
        return
    print(f"{len(told)} tellings, {announced} of them announcements: {len(joins)} joined to an earlier one")
    for each in joins:
        print("\t".join(map(str, _row(each))))


def _row(join: Join) -> list[str | int]:
    return [join.earlier.article, join.earlier.position, join.later.article, join.later.position, join.score]


def told_in(texts: Iterable[RawText], weeks: int) -> list[Told]:
    """What the dated texts tell of events, each article moved into one of so many weeks in turn."""
    made: list[Told] = []
    number = 0
    for text in texts:
        published = published_of(text.name)
        if published is None:
            continue
        name = number_of(text.name)
        found = told_of(name, published, tellings(name, analyse(text.text), published))
        monday = _MONDAY + timedelta(weeks=number % weeks) if weeks else None
        made.extend(found if monday is None else (moved(each, published, monday) for each in found))
        number += 1
    return made


def moved(told: Told, published: date, monday: date) -> Told:
    """The telling as if its article had appeared in the week of that Monday, on the same day of the week."""
    shift = monday - (published - timedelta(days=published.weekday()))
    return replace(
        told,
        published=published + shift,
        since=_shifted(told.since, shift),
        until=_shifted(told.until, shift),
    )


def _shifted(day: date | None, shift: timedelta) -> date | None:
    """The day so much later; as it is where there is no such day."""
    try:
        return None if day is None else day + shift
    except OverflowError:
        return day


def joins_of(told: Sequence[Told]) -> list[Join]:
    """What is joined, in the order in which the articles appeared."""
    found: list[tuple[Told, Tie]] = [(each, tie) for each in told if (tie := tie_of(each, told)) is not None]
    joins = [Join(tie.earlier, each, tie.score) for each, tie in found]
    return sorted(joins, key=lambda join: join.later.order)
