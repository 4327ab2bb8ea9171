"""Fitting the choice of an act (`wortlaut.meaning.acts.classifying`) on statements whose acts are known.

    python -m training.acts --gold GOLD.jsonl --corpus CORPUS.jsonl.gz [--folds 10] [--target weights.tsv]

A multinomial logistic regression by maximum a posteriori: there are eighteen acts and some thousand examples, so the
weights are pulled to what is believed of each feature beforehand (`believed`). Learnt from are the statement gold and
`acts.tsv` beside this module, which marks the other statements of the corpus' training part. Each part is measured with
the weights of all that stands in other documents: the gold, whose articles were chosen for rarer acts, and all of them
together, which are as acts occur. Axes: N statements, F features, A acts.
"""

import argparse
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize

from evaluation.acts import Answer, GoldAct, Judged, read_acts, summary
from evaluation.corpus import CorpusDocument, MalformedFile, read_gold
from evaluation.given import given_statements, number_of
from wortlaut.language import analyse
from wortlaut.meaning.acts.classifying import ACTS
from wortlaut.meaning.acts.content import shipped_leanings
from wortlaut.meaning.acts.cues import shipped
from wortlaut.meaning.acts.features import features
from wortlaut.meaning.acts.judging import deciding
from wortlaut.meaning.acts.situation import situations
from wortlaut.types import Act

__all__ = [
    "Example",
    "Fitted",
    "across_folds",
    "believed",
    "examples",
    "fit",
    "lines_of",
    "read_marked",
    "temperature",
]

_ALWAYS = "always"
# What is believed before anything is seen: a feature that names an act in this form speaks for that act by so much.
_BELIEVED_BY_FORM = {
    "cue: ": 4.0, "report: ": 3.0, "report noun: ": 1.5, "also in cue: ": 1.0, "around: ": 1.0, "says ": 0.5,
    "inside ": 1.0, "goes on from ": 1.0, "behind ": 0.2, "form ": 1.2,
}  # fmt: skip
_BELIEVED: Mapping[str, Mapping[Act, float]] = {
    _ALWAYS: {Act.ASSERT: 1.5},
    "cue: assert": {Act.ASSERT: 1.0},
    "report: assert": {Act.ASSERT: 0.5},
    "form deny: has not, of noun": {Act.DENY: 0.3},
    "form deny: has not, of pronoun": {Act.DENY: 0.8},
    "form deny: has not, of first": {Act.DENY: 1.5},
    "form demand: should": {Act.DEMAND: 0.7, Act.PROPOSE: 0.3},
    "form defend: on a reproach": {Act.DEFEND: 0.7},
    "form accuse: did wrong": {Act.ACCUSE: 0.8},
    "form announce: to do": {Act.ANNOUNCE: 0.5, Act.PROPOSE: 0.3},
    "form approve: is good": {Act.APPROVE: 0.5},
    "form announce: is to": {Act.ANNOUNCE: 0.7, Act.PROPOSE: 0.4},
    "form expect: will, of noun": {Act.EXPECT: 0.7, Act.ANNOUNCE: 0.7},
    "form expect: would": {Act.EXPECT: 0.7, Act.THREATEN: 0.2},
    "form assert: did": {Act.ASSERT: 0.8},
    "form demand: must, of noun": {Act.DEMAND: 1.0},
    "form expect: could": {Act.EXPECT: 1.2, Act.WARN: 0.3},
}
# Features of single words are many and pulled harder.
_WORDS = ("word", "frame word", "speaker word", "entry", "cue word")
# By ten folds over all statements, drawn twice: accuracy 69.3 with 5 and 8, 68.7 with 8 and 16, 69.1 with 4 and 5.
_PENALTY = 5.0
_PENALTY_OF_WORDS = 8.0
_PENALTY_OF_CONSTANT = 0.1
_LEAST = 3  # statements that a word must occur in
# Weight of an example: its act's frequency to the power of minus this. Over all statements 0.15, 0.3 and 0.5 give
# accuracies of 67.7, 68.2, 67.1 and macro F1 of 54.4, 56.5, 55.9.
_BALANCE = 0.3
_KEPT = 0.02  # smaller weights are left out of the file
_MORE = Path(__file__).with_name("acts.tsv")


@dataclass(frozen=True, slots=True)
class Example:
    """One statement: its features and the act that is right (`None` where nobody judged it)."""

    document: str
    number: int
    features: frozenset[str]
    act: Act | None


@dataclass(frozen=True, slots=True)
class Fitted:
    """The weights of the features."""

    names: tuple[str, ...]
    weights_FA: NDArray[np.float64]


def examples(documents: Iterable[CorpusDocument], acts: Mapping[tuple[str, int], Act]) -> list[Example]:
    """Every statement of the documents, on the corpus' own quotes and cues."""
    lexicon, leanings = shipped(), shipped_leanings()
    made = []
    for document in documents:
        every = situations(analyse(document.text), given_statements(document), lexicon)
        for number, each in enumerate(every):
            telling = deciding(each)
            found = frozenset(features(telling, list(leanings.found(telling.words, telling.quote))))
            made.append(Example(document.name, number, found, acts.get((document.name, number))))
    return made


def read_marked(path: Path, documents: Iterable[CorpusDocument]) -> dict[tuple[str, int], Act]:
    """The acts that the file marks, by document and place of the annotation; raises `MalformedFile`."""
    name_of = {number_of(document.name): document.name for document in documents}
    marked: dict[tuple[str, int], Act] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith(("#", "document\t")) or not line:
            continue
        try:
            document, place, act = line.split("\t")
            marked[name_of[document], int(place)] = Act(act)
        except (KeyError, ValueError) as error:
            raise MalformedFile(f"{path}, line {number}: no statement of the corpus ({error})") from error
    return marked


def believed(name: str) -> Mapping[Act, float]:
    """What is believed of a feature before anything is seen."""
    if name in _BELIEVED:
        return _BELIEVED[name]
    for form, weight in _BELIEVED_BY_FORM.items():
        if name.startswith(form):
            act = name.removeprefix(form).partition(",")[0].partition(":")[0].removesuffix(" twice")
            return {Act(act): weight} if act in set(Act) else {}
    return {}


def fit(seen: Sequence[Example], *, penalty: float = _PENALTY, of_words: float = _PENALTY_OF_WORDS) -> Fitted:
    """The weights for the examples, all of which are judged."""
    count = Counter(name for example in seen for name in example.features)
    names = tuple(sorted(name for name, often in count.items() if often >= _LEAST or believed(name)))
    prior_FA = np.array([[believed(name).get(act, 0.0) for act in ACTS] for name in names])
    penalty_F = np.array([of_words if name.startswith(_WORDS) else penalty for name in names])
    penalty_F[names.index(_ALWAYS)] = _PENALTY_OF_CONSTANT
    right_N = np.array([ACTS.index(example.act) for example in seen if example.act is not None])
    often_A = np.bincount(right_N, minlength=len(ACTS))
    weight_N = ((often_A.mean() / np.maximum(often_A, 1)) ** _BALANCE)[right_N]
    problem = _Problem(_matrix(seen, names), right_N, weight_N, prior_FA, penalty_F)
    done = minimize(problem.loss, prior_FA.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return Fitted(names, done.x.reshape(prior_FA.shape))


def _matrix(seen: Sequence[Example], names: Sequence[str]) -> sparse.csr_matrix:
    place = {name: number for number, name in enumerate(names)}
    pairs = [(row, place[name]) for row, each in enumerate(seen) for name in each.features if name in place]
    rows, columns = zip(*pairs, strict=True)
    return sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(seen), len(names)))


@dataclass(frozen=True, slots=True)
class _Problem:
    """What is minimised: the examples, what is right, how much each weighs, and what is believed."""

    inputs_NF: sparse.csr_matrix
    right_N: NDArray[np.int64]
    weight_N: NDArray[np.float64]
    prior_FA: NDArray[np.float64]
    penalty_F: NDArray[np.float64]

    def loss(self, flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        """The loss and its slope."""
        weights_FA = flat.reshape(self.prior_FA.shape)
        share_NA = _shares(self.inputs_NF @ weights_FA)
        apart_FA, rows_N = weights_FA - self.prior_FA, np.arange(len(self.right_N))
        loss = -float((self.weight_N * np.log(share_NA[rows_N, self.right_N] + 1e-12)).sum())
        loss += float((self.penalty_F[:, None] * apart_FA**2).sum())
        share_NA[rows_N, self.right_N] -= 1
        slope_FA = self.inputs_NF.T @ (share_NA * self.weight_N[:, None]) + 2 * self.penalty_F[:, None] * apart_FA
        return loss, np.asarray(slope_FA).ravel()


def _shares(score_NA: NDArray[np.float64]) -> NDArray[np.float64]:
    power_NA = np.exp(score_NA - score_NA.max(axis=1, keepdims=True))
    return np.asarray(power_NA / power_NA.sum(axis=1, keepdims=True))


def temperature(judged: Sequence[tuple[NDArray[np.float64], int]]) -> float:
    """What the scores must be divided by so that shares say how often an act is right; of held-out scores."""
    score_NA, right_N = np.array([score for score, _ in judged]), np.array([right for _, right in judged])
    heats = np.arange(0.6, 3.0, 0.05)
    losses = [-np.log(_shares(score_NA / heat)[np.arange(len(right_N)), right_N] + 1e-9).mean() for heat in heats]
    return round(float(heats[int(np.argmin(losses))]), 2)


def across_folds(
    every: Sequence[Example],
    measured: Collection[str],
    folds: int,
    *,
    penalty: float = _PENALTY,
    of_words: float = _PENALTY_OF_WORDS,
) -> list[tuple[Example, NDArray[np.float64]]]:
    """Every statement of the documents `measured`, with scores by weights that have not seen its document."""
    fold_of = {document: number % folds for number, document in enumerate(sorted(measured))}
    known = [each for each in every if each.act is not None]
    found = []
    for fold in range(folds):
        own = [each for each in known if fold_of.get(each.document) == fold]
        others = [each for each in known if fold_of.get(each.document) != fold]
        fitted = fit(others, penalty=penalty, of_words=of_words)
        found += list(zip(own, _matrix(own, fitted.names) @ fitted.weights_FA, strict=True))
    return found


def lines_of(fitted: Fitted, heat: float) -> list[str]:
    """The weights as lines of their file."""
    lines = [
        "# Weights of the choice of an act: feature, act, weight (training/acts.py).",
        f"temperature\tassert\t{heat}",
    ]
    for name, row_A in zip(fitted.names, fitted.weights_FA, strict=True):
        lines += [
            f"{name}\t{act}\t{weight:.3f}" for act, weight in zip(ACTS, row_A, strict=True) if abs(weight) >= _KEPT
        ]
    return lines


def _judged(scored: Iterable[tuple[Example, NDArray[np.float64]]]) -> list[Judged]:
    scored = list(scored)
    place = {name: number for number, name in enumerate(sorted({example.document for example, _ in scored}))}
    return [
        Judged(
            place[example.document],
            GoldAct(example.document, example.number, example.act, None),
            Answer(ACTS[int(score_A.argmax())]),
        )
        for example, score_A in scored
        if example.act is not None
    ]


def _print(name: str, judged: Sequence[Judged]) -> None:
    result = summary(judged, len({each.document for each in judged}), least=10)
    accuracy, macro = (
        f"{100 * value:.1f} ({100 * interval.low:.1f}-{100 * interval.high:.1f})" if interval else f"{100 * value:.1f}"
        for value, interval in ((result.accuracy, result.accuracy_interval), (result.macro, result.macro_interval))
    )
    print(f"{name}: {len(judged)} statements, accuracy {accuracy}, macro F1 {macro}")
    print(", ".join(f"{act} {100 * f1:.0f} ({result.cases[act]})" for act, f1 in result.f1.items()))


def _main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.acts", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--more", type=Path, default=_MORE, help="acts of other statements of the corpus")
    parser.add_argument("--without-more", action="store_true", help="learn from the gold alone")
    parser.add_argument("--folds", type=int, default=10, help="measure each part with the weights of the others")
    parser.add_argument("--penalty", type=float, default=_PENALTY)
    parser.add_argument("--penalty-of-words", type=float, default=_PENALTY_OF_WORDS)
    parser.add_argument("--target", type=Path, help="where the weights are written")
    options = parser.parse_args()
    documents = read_gold(options.corpus)
    gold = {(each.document, each.number): each.act for each in read_acts(options.gold)}
    more = {} if options.without_more else read_marked(options.more, documents)
    every = [example for example in examples(documents, more | gold) if example.act is not None]
    settings = {"penalty": options.penalty, "of_words": options.penalty_of_words}
    scored = across_folds(every, {example.document for example in every}, options.folds, **settings)
    _print("gold", _judged(pair for pair in scored if (pair[0].document, pair[0].number) in gold))
    _print("all", _judged(scored))
    if options.target:
        heat = temperature([(score_A, ACTS.index(example.act)) for example, score_A in scored if example.act])
        lines = lines_of(fit(every, **settings), heat)
        options.target.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        print(f"{options.target}: {len(lines)} lines, temperature {heat}")


if __name__ == "__main__":
    _main()
