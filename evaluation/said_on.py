"""The command that measures when statements are said to have been made, against the statement gold.

The gold is JSON Lines: `doc` and `ann` name a statement of the quotation corpus, `said_on` is a day, `from/to`, or
null. Quotes, cues, frames and speakers are the corpus' own. An answer is right where both days are those of the gold;
precision is the share of the answers that are right, recall that of the days in the gold that are told rightly.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from evaluation.bootstrap import Draws, Interval
from evaluation.corpus import CorpusDocument, MalformedFile
from evaluation.given import documents_of, given_statements, lines_of, published_of
from wortlaut.language import analyse
from wortlaut.meaning.when import times
from wortlaut.meaning.when.saying import Saying, SayingWeights, shipped_weights
from wortlaut.types import Document, Statement, TimeRef

__all__ = ["DatedArticle", "Tally", "read_articles", "said_on", "tally"]

_Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class DatedArticle:
    """An article with its statements; `gold` has, by a statement's id, when it was said, None where nothing tells."""

    name: str
    document: Document
    statements: tuple[Statement, ...]
    refs: tuple[TimeRef, ...]
    published: date | None
    gold: Mapping[str, _Days | None]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many statements of the gold have a day, how many were given one, and how many were given the right one."""

    statements: int = 0
    gold: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """The share of the days given that are right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold's days that were given."""
        return self.right / self.gold if self.gold else 0.0

    def plus(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(
            self.statements + other.statements,
            self.gold + other.gold,
            self.found + other.found,
            self.right + other.right,
        )

    def __str__(self) -> str:
        return (
            f"{self.statements} statements, {self.gold} with a day in the gold, {self.found} given one, "
            f"{self.right} right: precision {100 * self.precision:.1f}, recall {100 * self.recall:.1f}"
        )


def said_on(
    gold: Annotated[Path, typer.Option("--gold", help="The statement gold, JSON Lines.")],
    corpus: Annotated[Path, typer.Option("--corpus", help="The quotation corpus that it marks, plain or gzip.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Measure when statements are said to have been made, on the corpus' own quotes."""
    weights = shipped_weights()
    each = [tally([article], weights) for article in read_articles(gold, corpus)]
    found = Tally()
    for one in each:
        found = found.plus(one)
    if as_json:
        shares = {"precision": round(100 * found.precision, 2), "recall": round(100 * found.recall, 2)}
        print(json.dumps({name: getattr(found, name) for name in Tally.__slots__} | shares))
    else:
        print(found, *_intervals(each))


def _intervals(each: Sequence[Tally]) -> Iterator[str]:
    """The 95 % intervals of precision and recall by bootstrap over articles, where there are several."""
    draws, right = Draws.of(len(each)), [one.right for one in each]
    for name, wholes in (("precision", [one.found for one in each]), ("recall", [one.gold for one in each])):
        interval: Interval | None = draws.share(right, wholes)
        if interval is not None:
            yield f"({name} {100 * interval.low:.0f}–{100 * interval.high:.0f})"


def tally(articles: Iterable[DatedArticle], weights: SayingWeights) -> Tally:
    """The figures of the articles with those weights."""
    made = Tally()
    for article in articles:
        answers = Saying(article.document, article.statements, article.refs, article.published, weights).all()
        for statement, answer in zip(article.statements, answers, strict=True):
            if statement.id in article.gold:
                days = article.gold[statement.id]
                right = answer is not None and days == (answer.since, answer.until)
                made = made.plus(Tally(1, days is not None, answer is not None, right))
    return made


def read_articles(gold: Path, corpus: Path) -> list[DatedArticle]:
    """The articles of which the gold marks statements; raises `MalformedFile`."""
    marked = _read(gold)
    return [_article(document, marked[document.name]) for document in documents_of(gold, marked, corpus)]


def _article(document: CorpusDocument, marked: Mapping[int, _Days | None]) -> DatedArticle:
    statements, published, analysed = given_statements(document), published_of(document.name), analyse(document.text)
    return DatedArticle(
        document.name,
        analysed,
        statements,
        times(analysed, published),
        published,
        {statements[number].id: days for number, days in marked.items()},
    )


def _read(path: Path) -> Mapping[str, Mapping[int, _Days | None]]:
    marked: defaultdict[str, dict[int, _Days | None]] = defaultdict(dict)
    for line, place in lines_of(path):
        try:
            value = json.loads(line)
            marked[value["doc"]][int(value["ann"])] = _days(value["said_on"])
        except (KeyError, TypeError, ValueError) as error:
            raise MalformedFile(f"{place}: no statement of the gold ({type(error).__name__}: {error})") from error
    return marked


def _days(written: str | None) -> _Days | None:
    if written is None:
        return None
    first, _, last = written.partition("/")
    return date.fromisoformat(first), date.fromisoformat(last or first)
