"""The command that measures expressions of time against gold with TIMEX3.

Reckoned as in TempEval-3 (UzZaman et al. 2013, task A), over all documents together:

- *strict*: an expression is right where its span is that of one of the gold, first and last character.
- *relaxed*: it is right where it shares a character with one of the gold. Each counts once: pairs are made in order of
  the text,
  those with the very same span first.
- *value*: an expression counts as right where it is a relaxed match and the value is that of the gold, letter by
  letter; likewise *type*.
  Precision is the share of all found, recall of all of the gold.

F1 is the harmonic mean. The gold is JSON Lines, plain or gzip: `id`, `dct` (the day of publication), `text`, `times`
with `start`, `end`, `type`, `value`. The words are never looked at but through the text.
"""

import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from evaluation.corpus import MalformedFile
from evaluation.tables import wide
from wortlaut.language import analyse
from wortlaut.meaning.when import times

__all__ = ["GoldText", "Scores", "Timex", "matches", "measure", "read_gold_texts", "score", "time"]


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression with its TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text with its day of publication and the expressions that were marked in it."""

    id: str
    published: date
    text: str
    times: tuple[Timex, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """How many expressions there are in the gold, were found, and are right."""

    gold: int
    found: int
    strict: int
    relaxed: int
    value: int
    type: int

    def precision(self, name: str) -> float:
        """The share of those found that are right."""
        return int(getattr(self, name)) / self.found if self.found else 0.0

    def recall(self, name: str) -> float:
        """The share of the gold that was found."""
        return int(getattr(self, name)) / self.gold if self.gold else 0.0

    def f1(self, name: str) -> float:
        """The harmonic mean of both."""
        both = self.gold + self.found
        return 2 * int(getattr(self, name)) / both if both else 0.0


def time(
    gold: Annotated[Path, typer.Option("--gold", help="Texts with TIMEX3, JSON Lines, plain or gzip.")],
    *,
    only: Annotated[str, typer.Option("--only", help="Only texts with this in their id.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON, in percent.")] = False,
) -> None:
    """Measure the expressions of time: strict, relaxed, value, type."""
    texts = [text for text in read_gold_texts(gold) if only in text.id]
    scores = measure(texts)
    names = ("strict", "relaxed", "value", "type")
    if as_json:
        figures = {name: round(100 * scores.f1(name), 2) for name in names}
        print(json.dumps({"texts": len(texts), "gold": scores.gold, "found": scores.found, **figures}))
        return
    from rich.table import Table

    table = Table(f"{len(texts)} texts", "precision", "recall", "F1", "right")
    for name in names:
        shares = (scores.precision(name), scores.recall(name), scores.f1(name))
        table.add_row(name, *(f"{100 * share:.1f}" for share in shares), str(getattr(scores, name)))
    wide().print(table)
    print(f"{scores.gold} in the gold, {scores.found} found")


def measure(texts: Iterable[GoldText]) -> Scores:
    """The scores of the shipped grammar over all texts together."""
    pairs = []
    for text in texts:
        found = times(analyse(text.text), text.published)
        pairs.append((text.times, [Timex(ref.span.start, ref.span.end, ref.type.value, ref.value) for ref in found]))
    return score(pairs)


def score(pairs: Iterable[tuple[Sequence[Timex], Sequence[Timex]]]) -> Scores:
    """The scores of documents, each the gold and what was found."""
    gold = found = strict = relaxed = value = kind = 0
    for wanted, got in pairs:
        gold += len(wanted)
        found += len(got)
        for one, other in matches(wanted, got):
            relaxed += 1
            strict += (one.start, one.end) == (other.start, other.end)
            value += one.value == other.value
            kind += one.type == other.type
    return Scores(gold, found, strict, relaxed, value, kind)


def matches(wanted: Sequence[Timex], got: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Pairs of the gold and what was found, one to one: the same span first, then whatever overlaps, in order."""
    by_span = {(each.start, each.end): each for each in got}
    pairs = [(each, by_span[each.start, each.end]) for each in wanted if (each.start, each.end) in by_span]
    taken = {(each.start, each.end) for each, _ in pairs}
    left = sorted((each for each in got if (each.start, each.end) not in taken), key=lambda each: each.start)
    place = 0
    for each in sorted(wanted, key=lambda each: each.start):
        if (each.start, each.end) in taken:
            continue
        while place < len(left) and left[place].end <= each.start:
            place += 1
        if place < len(left) and left[place].start < each.end:
            pairs.append((each, left[place]))
            place += 1
    return pairs


def read_gold_texts(path: Path) -> tuple[GoldText, ...]:
    """The texts of the gold; raises `MalformedFile`."""
    try:
        raw = path.read_bytes()
        content = (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("utf-8")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise MalformedFile(f"{path}: cannot be read as UTF-8 lines ({error})") from error
    lines = enumerate(content.split("\n"), 1)
    return tuple(_text(line, f"{path}, line {number}") for number, line in lines if line.strip())


def _text(line: str, place: str) -> GoldText:
    try:
        value = json.loads(line)
        marked = tuple(Timex(each["start"], each["end"], each["type"], each["value"]) for each in value["times"])
        made = GoldText(value["id"], date.fromisoformat(value["dct"]), value["text"], marked)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise MalformedFile(f"{place}: no text with expressions of time ({type(error).__name__}: {error})") from error
    if any(not 0 <= each.start < each.end <= len(made.text) for each in made.times):
        raise MalformedFile(f"{place}: an expression lies outside the text")
    return made
