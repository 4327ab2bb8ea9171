"""Fitting the choice of a target (`wortlaut.meaning.targets.choosing`) on statements whose targets are known.

    python -m training.targets --gold GOLD.jsonl --corpus CORPUS.jsonl.gz [--folds 10] [--target weights.tsv]

A multinomial logistic regression over the options of each statement, "none" among them, by maximum a posteriori with
weights pulled to zero: those of features of one act, and of single words, harder. Several options may be right, as the
same noun can stand in several phrases; then their shares are added. Learnt from are the statement gold and
`targets.tsv` beside this module, which marks statements of the corpus' other training articles. Both are measured with
the weights of what stands in other documents. While an article is gone through for learning, the gold decides which
targets were before.
Axes: O options of all statements, E examples, F features.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize

from evaluation.acts import read_acts
from evaluation.corpus import CorpusDocument, MalformedFile, read_gold
from evaluation.given import given_statements
from evaluation.targets import GoldTarget, Judged, directed_of, figures, read_targets, same_target
from evaluation.who import same_name
from training.acts import read_marked
from wortlaut.meaning.targets.choosing import Choice, Weights
from wortlaut.meaning.targets.features import features, features_of_none
from wortlaut.meaning.targets.finding import Directed, chosen_by, targets
from wortlaut.meaning.targets.scene import Scene
from wortlaut.meaning.targets.view import View, options
from wortlaut.types import Act

__all__ = ["Article", "Example", "articles", "examples", "fit", "lines_of", "penalty_of", "read_marks"]

_MARKS = Path(__file__).with_suffix(".tsv")
_ACTS = Path(__file__).with_name("acts.tsv")
# By folds over all: 3 with the factors below; 1 to 8 without them lose one to two points, more than 4 times loses none.
_PENALTY = 3.0
_OF_ONE_ACT, _OF_WORDS = 2.0, 2.0
_WORDS = ("cue ", "whole noun", "of ", "noun ")
_LEAST = 2  # statements in which a feature must occur
_KEPT = 0.01  # smaller weights are left out of the file
_BY_ACT = tuple(f"{act}: " for act in Act)


@dataclass(frozen=True, slots=True)
class Article:
    """An article with what is asked about it and the targets that are known, by the statements' ids."""

    name: str
    asked: Directed
    known: Mapping[str, str | None]
    numbers: Mapping[str, int]  # the place of each annotation


@dataclass(frozen=True, slots=True)
class Example:
    """One choice: the features of each option, that there is none first, and the places of the right ones."""

    rows: tuple[frozenset[str], ...]
    right: frozenset[int]


def read_marks(path: Path) -> dict[str, dict[int, int | None]]:
    """Where the targets stand, by document number and place of the annotation; raises `MalformedFile`."""
    marks: defaultdict[str, dict[int, int | None]] = defaultdict(dict)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith(("#", "document\t")):
            continue
        try:
            document, annotation, start, end = line.split("\t")
            marks[document][int(annotation)] = int(start) if start and int(start) < int(end) else None
        except ValueError as error:
            raise MalformedFile(f"{path}, line {number}: no mark ({error})") from error
    return dict(marks)


def articles(
    documents: Iterable[CorpusDocument],
    gold: Sequence[GoldTarget],
    marks: Mapping[str, Mapping[int, int | None]],
    acts: Mapping[tuple[str, int], Act],
) -> list[Article]:
    """The documents with gold or marks; `acts` are those of the marked statements."""
    of_gold: defaultdict[str, list[GoldTarget]] = defaultdict(list)
    for each in gold:
        of_gold[each.document].append(each)
    made = []
    for document in documents:
        marked = marks.get(document.name.partition(" ")[0], {})
        if document.name not in of_gold and not marked:
            continue
        statements = given_statements(document)
        own = {statements[each.number].id: each.act for each in of_gold[document.name]}
        own |= {statements[at].id: acts[document.name, at] for at in marked if (document.name, at) in acts}
        asked = directed_of(document, statements, own)
        known = {statements[each.number].id: each.target for each in of_gold[document.name] if each.act.is_directed}
        known |= _of_marks(asked, {statements[at].id: start for at, start in marked.items()})
        numbers = {each.id: at for at, each in enumerate(statements)}
        made.append(Article(document.name, asked, known, numbers))
    return made


def _of_marks(asked: Directed, marks: Mapping[str, int | None]) -> dict[str, str | None]:
    """The targets at the characters, named as the stage names them, without those that it does not see."""
    scene = Scene(asked.document, asked.published, ())
    known: dict[str, str | None] = {}
    for name, start in marks.items():
        if start is None:
            known[name] = None
            continue
        at = next(place for place, token in enumerate(asked.document.tokens) if token.end > start)
        there = [pair for pair in scene.in_sentence(scene.script.number(at)) if pair[1].start <= at < pair[1].stop]
        nearest = min(there, key=lambda pair: (pair[1].head != at, pair[1].stop - pair[1].start), default=None)
        entity = scene.cast.at(at)
        if nearest is not None:
            known[name] = nearest[0].name
        elif entity is not None and entity.name:
            known[name] = entity.name
    return known


def examples(article: Article) -> list[Example]:
    """Every choice that the stage has to make in the article where the target is known."""
    found: list[Example] = []

    def choosing(view: View) -> Choice:
        name = view.each.statement.id
        if name not in article.known:
            return Choice(None, 1.0)
        target, every = article.known[name], options(view)
        right = [at for at, option in enumerate(every, 1) if target is not None and same_target(target, option.name)]
        rows = (features_of_none(view), *(features(view, option) for option in every))
        found.append(Example(tuple(map(frozenset, rows)), frozenset([0] if target is None else right)))
        exact = [at for at in right if same_name(target, every[at - 1].name)] or right
        return Choice(every[exact[0] - 1] if exact else None, 1.0)

    chosen_by(article.asked, choosing)
    return found


def penalty_of(name: str) -> float:
    """How hard the weight of a feature is pulled to zero."""
    factor, bare = 1.0, name
    if name.startswith(_BY_ACT):
        factor, bare = _OF_ONE_ACT, name.partition(": ")[2]
    return _PENALTY * factor * (_OF_WORDS if any(word in bare for word in _WORDS) else 1.0)


def fit(seen: Iterable[Example]) -> Weights:
    """The weights for the examples; those in which nothing is right teach nothing."""
    given = [each for each in seen if each.right]
    count = Counter(name for each in given for name in frozenset[str]().union(*each.rows))
    names = sorted(name for name, often in count.items() if often >= _LEAST)
    place = {name: number for number, name in enumerate(names)}
    rows = [row for each in given for row in each.rows]
    pairs = [(at, place[name]) for at, row in enumerate(rows) for name in row if name in place]
    first, second = zip(*pairs, strict=True)
    problem = _Problem(
        sparse.csr_matrix((np.ones(len(first)), (first, second)), shape=(len(rows), len(names))),
        np.array([float(at in each.right) for each in given for at in range(len(each.rows))]),
        np.cumsum([0, *(len(each.rows) for each in given[:-1])]),
        np.repeat(np.arange(len(given)), [len(each.rows) for each in given]),
        np.array([penalty_of(name) for name in names]),
    )
    done = minimize(problem.loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return Weights(dict(zip(names, map(float, done.x), strict=True)))


@dataclass(frozen=True, slots=True)
class _Problem:
    """What is minimised: the options, which are right, where each example begins, of which each option is."""

    inputs_OF: sparse.csr_matrix
    right_O: NDArray[np.float64]
    first_E: NDArray[np.int64]
    example_O: NDArray[np.int64]
    penalty_F: NDArray[np.float64]

    def loss(self, weights_F: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        """The loss and its slope."""
        score_O = self.inputs_OF @ weights_F
        power_O = np.exp(score_O - np.maximum.reduceat(score_O, self.first_E)[self.example_O])
        share_O = power_O / np.add.reduceat(power_O, self.first_E)[self.example_O]
        right_E = np.maximum(np.add.reduceat(share_O * self.right_O, self.first_E), 1e-12)
        loss = -float(np.log(right_E).sum()) + float((self.penalty_F * weights_F**2).sum()) / 2
        wanted_O = share_O * self.right_O / right_E[self.example_O]
        return loss, self.inputs_OF.T @ (share_O - wanted_O) + self.penalty_F * weights_F


def lines_of(weights: Weights) -> list[str]:
    """The weights as lines of their file."""
    head = "# Weights of the choice of a target: feature, weight (training/targets.py)."
    return [head, *(f"{name}\t{number:.3f}" for name, number in weights.of.items() if abs(number) >= _KEPT)]


def _judged(every: Sequence[Article], folds: int) -> list[Judged]:
    """Every known target with what is given by weights that have not seen its document."""
    names = sorted(each.name for each in every)
    seen = {each.name: examples(each) for each in every}
    judged = []
    for fold in range(folds):
        own = set(names[fold::folds])
        weights = fit(example for name in names if name not in own for example in seen[name])
        for article in (each for each in every if each.name in own):
            told = dict(
                zip((e.id for e in article.asked.statements), targets(article.asked, weights=weights), strict=True)
            )
            for name, target in article.known.items():
                given = told[name][0] if told[name] else None
                gold = GoldTarget(article.name, article.numbers[name], article.asked.acts[name], target)
                place = names.index(article.name)
                judged.append(Judged(place, gold, given.name if given else None, given.confidence if given else 0.0))
    return judged


def _print(name: str, judged: Sequence[Judged], documents: int) -> None:
    found = figures(judged, documents)
    bounds = found.interval and f"{100 * found.interval.low:.1f}-{100 * found.interval.high:.1f}"
    print(
        f"{name}: {found.right} of {found.targets} right, {100 * found.right / found.targets:.1f} ({bounds}), strictly"
        f" {found.strict}, none given {found.silent}; where there is none {found.given} of {found.without} given"
    )
    print(", ".join(f"{act} {right}/{of}" for act, (right, of) in found.by_act.items()))
    print(", ".join(f"from {bound}: {right}/{of}" for bound, (right, of) in found.sure.items()))


def _main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.targets", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--marks", type=Path, default=_MARKS, help="targets of other statements of the corpus")
    parser.add_argument("--folds", type=int, default=10, help="measure each part with the weights of the others")
    parser.add_argument("--target", type=Path, help="where the weights are written")
    options_given = parser.parse_args()
    documents = read_gold(options_given.corpus)
    gold = read_targets(options_given.gold)
    known = {(each.document, each.number): each.act for each in read_acts(options_given.gold)}
    every = articles(documents, gold, read_marks(options_given.marks), read_marked(_ACTS, documents) | known)
    judged = _judged(every, options_given.folds)
    in_gold = {each.document for each in gold}
    _print("gold", [each for each in judged if each.gold.document in in_gold], len(every))
    _print("all", judged, len(every))
    if options_given.target:
        lines = lines_of(fit(example for article in every for example in examples(article)))
        options_given.target.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        print(f"{options_given.target}: {len(lines)} lines")


if __name__ == "__main__":
    _main()
