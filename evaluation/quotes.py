"""The commands that score statements: predicted here from raw text, or in a file that somebody else made."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from evaluation.corpus import Annotation, CorpusDocument, has_gold, read_gold, read_predictions, read_texts, read_tokens
from evaluation.error_page import error_page
from evaluation.faults import cases
from evaluation.predicting import Sureness, on_tokens, predict, write
from evaluation.scoring import HEADLINES, Scores, align, score
from evaluation.tables import print_folds, print_scores, scores_json, wide
from wortlaut.reading import Reader, load
from wortlaut.settings import Settings
from wortlaut.types import Statement

__all__ = ["measure", "predict_file", "quotes", "score_file"]

_Gold = Annotated[Path, typer.Option("--gold", help="The quotation corpus, JSON Lines, plain or gzip.")]
_AsJson = Annotated[bool, typer.Option("--json", help="Print the scores as JSON, in percent.")]
_Folds = Annotated[int, typer.Option("--folds", min=1, help="Also score that many equal parts of the documents alone.")]
_Errors = Annotated[
    Path | None, typer.Option("--errors", help="Write a page there that shows every error in its text.")
]


def quotes(
    gold: _Gold,
    out: Annotated[Path, typer.Option("--out", help="Where the predictions are written, in the corpus' form.")],
    *,
    reader: Annotated[str, typer.Option("--reader", help="Name of the reader.")] = "shipped",
    folds: _Folds = 1,
    errors: _Errors = None,
    as_json: _AsJson = False,
) -> None:
    """Predict from the raw texts of the corpus, write the predictions, print their scores."""
    found = predict_file(gold, out, load(reader))
    if has_gold(gold):
        sure = [
            [each.sure for each in on_tokens(document, statements)]
            for document, statements in zip(read_tokens(gold), found, strict=True)
        ]
        _report(gold, out, folds=folds, errors=errors, sure=sure, as_json=as_json)
    else:
        Console(stderr=True).print(f"{gold} has no statements to score against; the predictions are in {out}.")


def score_file(
    gold: _Gold,
    pred: Annotated[Path, typer.Option("--pred", help="Predictions in the corpus' form, plain or gzip.")],
    *,
    folds: _Folds = 1,
    errors: _Errors = None,
    as_json: _AsJson = False,
) -> None:
    """Print the scores of an existing file of predictions."""
    _report(gold, pred, folds=folds, errors=errors, sure=None, as_json=as_json)


def predict_file(gold: Path, out: Path, reader: Reader) -> tuple[tuple[Statement, ...], ...]:
    """What `reader` finds in the raw texts of `gold`, text by text, after it was written to `out`."""
    found = tuple(predict(tuple(read_texts(gold)), reader, batch=Settings().batch))
    write(read_tokens(gold), found, out)
    return found


def measure(gold: Path, out: Path, reader: Reader) -> Scores:
    """The scores of what `reader` finds in the raw texts of `gold`; the predictions are left in `out`."""
    predict_file(gold, out, reader)
    return score(*_aligned(gold, out))


def _report(
    gold: Path,
    pred: Path,
    *,
    folds: int,
    errors: Path | None,
    sure: Sequence[Sequence[Sureness]] | None,
    as_json: bool,
) -> None:
    documents, predicted = _aligned(gold, pred)
    scores = score(documents, predicted)
    if errors is not None:
        page = error_page(cases(documents, predicted, sure), title=f"{pred.name} against {gold.name}")
        errors.write_text(page, encoding="utf-8", newline="\n")
    parts = [score(documents[part::folds], predicted[part::folds]) for part in range(folds)] if folds > 1 else []
    if as_json:
        print(json.dumps(scores_json(scores) | {"folds": [_headlines(part) for part in parts]}, ensure_ascii=False))
    else:
        console = wide()
        print_scores(scores, console)
        print_folds(parts, console)


def _aligned(gold: Path, pred: Path) -> tuple[Sequence[CorpusDocument], Sequence[Sequence[Annotation]]]:
    documents = read_gold(gold)
    return documents, align(documents, read_predictions(pred))


def _headlines(scores: Scores) -> dict[str, float | None]:
    return {name: None if (f1 := scores.f1(name)) is None else round(100 * f1, 2) for name in HEADLINES}
