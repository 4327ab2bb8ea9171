"""The command that asks what is lost when the same texts are written otherwise."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from evaluation.bootstrap import Draws, Interval, interval_of
from evaluation.corpus import CorpusDocument, RawText, TokenText, read_gold, read_tokens
from evaluation.figures import Tally
from evaluation.matching import match
from evaluation.predicting import article_of, on_tokens
from evaluation.rewriting import IN_WIRE_FORM, Rewriting, rewritten, taken_in
from evaluation.scoring import HEADLINES, tally_of
from evaluation.tables import cell, interval_cell, interval_json, percent, table_of, wide
from wortlaut.language import analyse
from wortlaut.reading import Reader, load
from wortlaut.settings import Settings
from wortlaut.types import Article

__all__ = ["Lost", "Written", "measure_robustness", "robustness"]


@dataclass(frozen=True, slots=True)
class Lost:
    """F1 of a measure, and how much less that is than on the texts as they are, with an interval over documents."""

    measure: str
    f1: float | None
    loss: float | None
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Written:
    """What was reached on the texts in one writing (`None` as they are)."""

    rewriting: Rewriting | None
    lost: tuple[Lost, ...]


def robustness(
    gold: Annotated[Path, typer.Option("--gold", help="The quotation corpus, JSON Lines, plain or gzip.")],
    *,
    reader: Annotated[str, typer.Option("--reader", help="Name of the reader.")] = "shipped",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, in percent.")] = False,
) -> None:
    """Predict from the texts of the corpus as they are and written in other ways, print what each way costs."""
    found = measure_robustness(gold, load(reader))
    if as_json:
        print(json.dumps({_name(each): _json(each) for each in found}, ensure_ascii=False))
    else:
        wide().print(_table(found))


def measure_robustness(gold: Path, reader: Reader) -> tuple[Written, ...]:
    """What `reader` reaches on the texts of `gold`, first as they are, then in each other writing."""
    documents, texts = read_gold(gold), tuple(read_tokens(gold))
    draws = Draws.of(len(documents))
    plain = _tallies(documents, texts, None, reader)
    others = [(each, _tallies(documents, texts, each, reader)) for each in Rewriting]
    return tuple(
        Written(way, tuple(_lost(name, tallies[name], plain[name], draws) for name in HEADLINES))
        for way, tallies in ((None, plain), *others)
    )


def _tallies(
    documents: Sequence[CorpusDocument], texts: Sequence[TokenText], rewriting: Rewriting | None, reader: Reader
) -> Mapping[str, Sequence[Tally]]:
    """For each headline measure the tallies of all documents."""
    settings = Settings()
    made = [_made(text, rewriting, settings) for text in texts]
    instances = []
    for start in range(0, len(made), settings.batch):
        articles = [article for article, _ in made[start : start + settings.batch]]
        found = reader.read(articles, [analyse(article.text) for article in articles])
        for number, statements in enumerate(found, start=start):
            predicted = [each.annotation for each in on_tokens(made[number][1], statements)]
            instances.append(match(documents[number].annotations, predicted))
    return {name: [tally_of(name, each) for each in instances] for name in HEADLINES}


def _made(text: TokenText, rewriting: Rewriting | None, settings: Settings) -> tuple[Article, TokenText]:
    new = text if rewriting is None else rewritten(text, rewriting)
    if rewriting in IN_WIRE_FORM:
        return taken_in(new, settings)
    return article_of(RawText(new.name, new.text)), new


def _lost(name: str, tallies: Sequence[Tally], plain: Sequence[Tally], draws: Draws) -> Lost:
    f1, before = sum(tallies, Tally()).f1, sum(plain, Tally()).f1
    if f1 is None or before is None or tallies is plain:
        return Lost(name, f1, None, None)
    differences_R = draws.f1_R(plain) - draws.f1_R(tallies)
    return Lost(name, f1, before - f1, interval_of(differences_R) if len(tallies) > 1 else None)


def _name(written: Written) -> str:
    return "as it is" if written.rewriting is None else written.rewriting.value


def _table(found: Sequence[Written]) -> Table:
    table = table_of("F1 (%)", *(name for measure in HEADLINES for name in (measure, "loss", "95 %")))
    for written in found:
        cells = [
            value
            for each in written.lost
            for value in (cell(each.f1), cell(each.loss), interval_cell(each.interval, between=" to "))
        ]
        table.add_row(_name(written), *cells)
    return table


def _json(written: Written) -> Mapping[str, Mapping[str, object]]:
    return {
        each.measure: {"f1": percent(each.f1), "loss": percent(each.loss), "interval": interval_json(each.interval)}
        for each in written.lost
    }
