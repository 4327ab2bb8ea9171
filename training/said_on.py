"""Fitting the choice of the day on which something was said (`wortlaut.meaning.when.saying`) on the statement gold.

    python -m training.said_on --gold GOLD.jsonl --corpus CORPUS.jsonl.gz [--folds 10] [--target saying.tsv]

A multinomial logistic regression over the candidates and "nobody tells", the weights pulled to zero. While an article
is gone through, the gold decides when the statements before were said. The figures of `--folds` are those of articles
that the weights did not see. Axes: C candidates, X features.
"""

import argparse
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from evaluation.said_on import DatedArticle, Tally, read_articles, tally
from wortlaut.meaning.when.evidence import Candidate
from wortlaut.meaning.when.saying import NOBODY, Question, Saying, SayingWeights

__all__ = ["Example", "across_folds", "examples", "fit", "lines_of"]

_PENALTY = 0.5  # 0.3 and 0.8 do worse by ten folds
_LEAST = 0.38  # by ten folds drawn five times 83.3 and 69.2; 0.35 gives 81.9 and 70.6, 0.45 84.9 and 64.7
_SEED = 1


@dataclass(frozen=True, slots=True)
class Example:
    """One choice: the features of each candidate, and the place of the right one, -1 where nobody tells."""

    features: tuple[frozenset[str], ...]
    right: int


def examples(articles: Sequence[DatedArticle]) -> list[Example]:
    """Every choice that the stage has to make on the articles, with what is right."""
    found: list[Example] = []
    for article in articles:
        watch = partial(_watched, article, found)
        blank = SayingWeights({}, 0.0, 1.0)
        Saying(article.document, article.statements, article.refs, article.published, blank, watch=watch).all()
    return found


def _watched(article: DatedArticle, found: list[Example], question: Question) -> Candidate | None:
    days = article.gold.get(question.statement)
    right = next(
        (place for place, each in enumerate(question.candidates) if days == (each.since, each.until)),
        -1,
    )
    if question.candidates and question.statement in article.gold:
        found.append(Example(tuple(each.features for each in question.candidates), right))
    if right >= 0:
        return question.candidates[right]
    return None if days is None else Candidate(*days, (), frozenset())


def fit(seen: Sequence[Example], *, penalty: float = _PENALTY, least: float = _LEAST) -> SayingWeights:
    """The weights for the examples."""
    names = sorted({feature for example in seen for features in example.features for feature in features})
    places = {name: place for place, name in enumerate(names)}
    tables = [(_rows(example, places), example.right) for example in seen]
    done = minimize(_loss, np.zeros(len(names) + 1), args=(tables, penalty), jac=True, method="L-BFGS-B")
    of = {name: float(weight) for name, weight in zip(names, done.x, strict=False)}
    return SayingWeights(of, float(done.x[-1]), least)


def _rows(example: Example, places: dict[str, int]) -> NDArray[np.float64]:
    """The features of each candidate; the last row is that of nobody."""
    rows_CX = np.zeros((len(example.features) + 1, len(places) + 1))
    for row, features in enumerate(example.features):
        for feature in features:
            rows_CX[row, places[feature]] = 1.0
    rows_CX[-1, -1] = 1.0
    return rows_CX


def _loss(
    weights_X: NDArray[np.float64], tables: Sequence[tuple[NDArray[np.float64], int]], penalty: float
) -> tuple[float, NDArray[np.float64]]:
    loss, slope_X = 0.0, np.zeros_like(weights_X)
    for rows_CX, right in tables:
        score_C = rows_CX @ weights_X
        power_C = np.exp(score_C - score_C.max())
        share_C = power_C / power_C.sum()
        loss -= float(np.log(share_C[right]))
        slope_X += share_C @ rows_CX - rows_CX[right]
    pulled_X = np.append(weights_X[:-1], 0.0)
    return loss + penalty * float(pulled_X @ pulled_X), slope_X + 2 * penalty * pulled_X


def across_folds(
    articles: Sequence[DatedArticle], folds: int, *, seed: int = _SEED, make: Callable[..., SayingWeights] = fit
) -> Tally:
    """The figures of all articles, each judged by weights that were fitted without it."""
    mixed = list(articles)
    random.Random(seed).shuffle(mixed)
    judged = Tally()
    for fold in range(folds):
        rest = [article for place, article in enumerate(mixed) if place % folds != fold]
        judged = judged.plus(tally(mixed[fold::folds], make(examples(rest))))
    return judged


def lines_of(weights: SayingWeights) -> str:
    """The weights as `saying.tsv` has them."""
    head = "# The weights of the choice of the day on which something was said; made by training/said_on.py.\n"
    rows = [(NOBODY, weights.nobody), ("least", weights.least), *sorted(weights.of.items())]
    return head + "".join(f"{name}\t{weight:.3f}\n" for name, weight in rows)


def _main() -> None:
    """Fit or measure, as the arguments say."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--seed", type=int, default=_SEED)
    parser.add_argument("--target", type=Path)
    asked = parser.parse_args()
    articles = read_articles(asked.gold, asked.corpus)
    if asked.folds:
        print(across_folds(articles, asked.folds, seed=asked.seed))
    if asked.target is not None:
        asked.target.write_text(lines_of(fit(examples(articles))), encoding="utf-8")


if __name__ == "__main__":
    _main()
