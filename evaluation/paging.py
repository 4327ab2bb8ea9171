"""How well articles are taken out of pages: paragraphs, facts, and where they are lost, beside the peers."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rich.console import Console
from rich.table import Table

from evaluation.bootstrap import Interval
from evaluation.extractors import EXTRACTORS, Extracted, Extractor, Fact
from evaluation.figures import Share
from evaluation.gold_pages import PAGES, GoldPage, Half, digest_of, read_pages
from evaluation.page_facts import asked, is_right
from evaluation.paragraphs import Overlap, compare_paragraphs, compare_words, words_of
from evaluation.tables import cell, interval_cell, table_of

__all__ = ["PageScore", "PageScores", "measure_pages", "pages", "reached"]

_DRAWS = 10_000
_SEED = 20231101


@dataclass(frozen=True, slots=True)
class PageScore:
    """What an extractor reached on a page."""

    page: GoldPage
    found: Extracted
    paragraphs: Overlap
    words: Overlap
    right: frozenset[Fact]


@dataclass(frozen=True, slots=True)
class PageScores:
    """What an extractor reached on all pages."""

    extractor: Extractor
    pages: tuple[PageScore, ...]

    @property
    def paragraphs(self) -> float:
        """The mean over pages of the F1 of paragraphs."""
        return float(np.mean([each.paragraphs.f1 for each in self.pages]))

    @property
    def words(self) -> float:
        """The mean over pages of the F1 of words."""
        return float(np.mean([each.words.f1 for each in self.pages]))

    @property
    def interval(self) -> Interval:
        """The 2.5th and 97.5th percentile of the F1 of paragraphs when pages are drawn again with replacement."""
        f1_P = np.array([each.paragraphs.f1 for each in self.pages])
        size = len(f1_P)
        draws_RP = np.random.default_rng(_SEED).multinomial(size, np.full(size, 1 / size), size=_DRAWS)
        low, high = np.percentile(draws_RP @ f1_P / size, [2.5, 97.5])
        return Interval(float(low), float(high))

    def share(self, fact: Fact) -> Share:
        """On how many of the pages that tell it the fact is right; of none where the extractor tells no such thing."""
        if fact not in self.extractor.facts:
            return Share(0, 0)
        telling = [each for each in self.pages if asked(fact, each.page.gold)]
        return Share(sum(fact in each.right for each in telling), len(telling))

    def by_habit(self, habit: str) -> tuple[PageScore, ...]:
        """The pages that show the habit."""
        return tuple(each for each in self.pages if habit in each.page.gold.habits)


def measure_pages(pages: Sequence[GoldPage], extractor: Extractor) -> PageScores:
    """What `extractor` reaches on `pages`."""
    return PageScores(extractor, tuple(_measure(page, extractor) for page in pages))


def reached(folder: Path) -> dict[str, float]:
    """What intake reaches on the half that `folder` holds, in percent, by the names that floors use."""
    scores = measure_pages(read_pages(Half(folder.name), folder.parent), EXTRACTORS[0])
    shares = {fact.value: 100 * (scores.share(fact).value or 0.0) for fact in Fact}
    return {"paragraphs": 100 * scores.paragraphs, "words": 100 * scores.words, **shares}


def pages(
    half: Annotated[Half, typer.Option("--half", help="Which pages.")] = Half.MEASURE,
    *,
    peers: Annotated[bool, typer.Option("--peers", help="Measure resiliparse and trafilatura beside it.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="Show what is wrong on each page to build with.")] = False,
) -> None:
    """Measure how well articles are taken out of web pages."""
    if verbose and half is Half.MEASURE:
        raise typer.BadParameter("the pages to measure with are not shown; look at --half build")
    gold = read_pages(half)
    measured = [measure_pages(gold, extractor) for extractor in (EXTRACTORS if peers else EXTRACTORS[:1])]
    if as_json:
        print(json.dumps({"half": half, "sha256": digest_of(PAGES / half), **_as_object(measured)}, ensure_ascii=False))
        return
    console = Console(highlight=False)
    console.print(f"{len(gold)} pages, {sum(len(page.gold.paragraphs) for page in gold)} paragraphs")
    console.print(_overall(measured))
    console.print(_habits(measured))
    if verbose:
        for each in measured[0].pages:
            _show(each, console)


def _measure(page: GoldPage, extractor: Extractor) -> PageScore:
    found = extractor.extract(page.raw, page.name)
    gold = page.gold
    free = gold.optional if extractor.tells_title_apart else (*gold.optional, gold.title, gold.kicker or "")
    right = frozenset(fact for fact in extractor.facts if asked(fact, gold) and is_right(fact, gold, found))
    return PageScore(
        page,
        found,
        compare_paragraphs(found.paragraphs, gold.paragraphs, free),
        compare_words(found.paragraphs, gold.paragraphs, free),
        right,
    )


def _overall(measured: Sequence[PageScores]) -> Table:
    table = table_of("Over pages (%)", *(scores.extractor.name for scores in measured))
    table.add_row("paragraphs, F1", *(cell(scores.paragraphs) for scores in measured), style="bold")
    table.add_row("– 95 % of it", *(interval_cell(scores.interval) for scores in measured))
    table.add_row("words, F1", *(cell(scores.words) for scores in measured))
    for fact in Fact:
        style = "bold" if fact in (Fact.TITLE, Fact.AUTHORS, Fact.DAY) else None
        table.add_row(fact.value, *(cell(scores.share(fact).value) for scores in measured), style=style)
    return table


def _habits(measured: Sequence[PageScores]) -> Table:
    table = table_of("Paragraphs by habit (%)", "pages", *(scores.extractor.name for scores in measured))
    for habit in sorted({habit for each in measured[0].pages for habit in each.page.gold.habits}):
        shown = [scores.by_habit(habit) for scores in measured]
        values = [cell(float(np.mean([each.paragraphs.f1 for each in those]))) for those in shown]
        table.add_row(habit, str(len(shown[0])), *values)
    return table


def _as_object(measured: Sequence[PageScores]) -> dict[str, object]:
    def percent(value: float | None) -> float | None:
        return None if value is None else round(100 * value, 2)

    return {
        "pages": len(measured[0].pages),
        "extractors": {
            scores.extractor.name: {
                "paragraphs": percent(scores.paragraphs),
                "interval": [percent(scores.interval.low), percent(scores.interval.high)],
                "words": percent(scores.words),
                "facts": {fact.value: percent(scores.share(fact).value) for fact in Fact},
            }
            for scores in measured
        },
    }


def _show(score: PageScore, console: Console) -> None:
    """Print what is missing from a page, what is too much, and which facts are wrong."""
    gold, found = score.page.gold, score.found
    wrong = [fact for fact in Fact if asked(fact, gold) and fact not in score.right]
    if score.paragraphs.f1 == 1 and not wrong:
        return
    console.print(f"\n{score.page.name}  paragraphs {100 * score.paragraphs.f1:.1f}", style="bold")
    for fact in wrong:
        name = "published" if fact in (Fact.DAY, Fact.MINUTE) else fact.value
        console.print(f"  {fact.value}: {getattr(found, name)!s} | {getattr(gold, name)!s}", markup=False)
    free = {words_of(paragraph) for paragraph in gold.optional}
    ours = [words for words in map(words_of, found.paragraphs) if words and words not in free]
    theirs = [words_of(paragraph) for paragraph in gold.paragraphs]
    for tag, start, end, first, last in SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes():
        if tag != "equal":
            for words in theirs[start:end]:
                console.print(f"  - {' '.join(words)[:160]}", markup=False)
            for words in ours[first:last]:
                console.print(f"  + {' '.join(words)[:160]}", markup=False)
