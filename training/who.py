"""Fitting the choice among those who may be meant (`wortlaut.meaning.who.choosing`) on the statement gold.

    python -m training.who --gold GOLD.jsonl --corpus CORPUS.jsonl.gz [--folds 5] [--target weights.tsv]
        [--marks training/who.tsv]

`--marks` are statements of further articles, with who speaks: they are fitted on, but not measured on.

For each sort of mention a multinomial logistic regression over the candidates and "nobody of these", by maximum a
posteriori: the weights are pulled to those that stand in `_BELIEVED`, as there are only some hundred examples. While an
article is gone through, the gold decides who spoke before. Axes: C candidates, X features.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from evaluation.corpus import CorpusDocument, MalformedFile, read_gold
from evaluation.given import given_statements, number_of, published_of
from evaluation.gold import GoldStatement, judge, read_statements
from evaluation.who import Answer, GoldWho, Judged, Verdict, answer_of, figures, same_name, verdict
from wortlaut.language import analyse
from wortlaut.meaning.who.attributing import Answer as StageAnswer
from wortlaut.meaning.who.attributing import Attributing, Question
from wortlaut.meaning.who.cast import Entity
from wortlaut.meaning.who.choosing import NOBODY, Weights, rows
from wortlaut.meaning.who.evidence import FEATURES, candidates
from wortlaut.meaning.who.explicit import Asked, Way
from wortlaut.meaning.who.words import FEMALE, MALE, NEUTER, PLURAL
from wortlaut.types import Document, PartyKind, Statement

__all__ = [
    "CHOSEN",
    "Example",
    "across_folds",
    "believed",
    "by",
    "examples",
    "fit",
    "lines_of",
    "read_marks",
    "sureness",
]

CHOSEN = (Way.PRONOUN, Way.DESCRIPTION, Way.BODY_DESCRIPTION, Way.EMPTY, Way.ANYONE)
_MARKS = Path(__file__).with_suffix(".tsv")
_ALL = MALE | FEMALE | NEUTER | PLURAL
# What is believed before anything is seen; a weight of 1 makes a candidate e times as likely.
_BELIEVED = {
    "same sentence": 1.0, "one sentence before": 1.2, "two before": 0.3, "three or four before": -0.5,
    "further before": -1.0, "only behind": -2.0, "nearest": 0.5, "last speaker": 2.0, "last but one": 0.2,
    "spoke before": 0.5, "is next speaker": 0.5, "agrees exactly": 0.5, "person": 0.3, "organisation": -0.3,
    "no name": -0.5, "opens its sentence": 0.8, "is oblique": -0.5, "often mentioned": 1.0, "same role": 4.0,
    "role ends alike": 2.5, "other role": -1.5, "same attribute": 1.0, "other origin": -3.0, "held the office": 4.0,
    "stands beside": 2.5, "stands in a quotation": -0.7, "alone": 1.5, "in the frame": 1.5, "beside the cue": 1.5,
    "passive": -2.0, "no cue": 0.5, "goes on": 1.5, "in brackets": -1.5, "before a relative": 2.0,
    "asks one person": 0.7, "this one, oblique": 1.0, "own words, same sentence": 2.0,
    "alone, with more": 0.7, "this one, first in its sentence": -2.0, "this one, last speaker": -1.5,
}  # fmt: skip
_NOBODY = 1.0
_PENALTY = 3.0  # of 1.5, 3, 4 by five folds all do alike; 0.3 and 10 do worse
# From here on a name is shown; of 0.2 to 0.8 by five folds with a reader's mentions, where higher ones cost more.
_LEAST: dict[str, float] = {
    Way.PRONOUN: 0.4,
    Way.DESCRIPTION: 0.3,
    Way.BODY_DESCRIPTION: 0.2,
    Way.EMPTY: 0.5,
    Way.ANYONE: 0.0,
}
_UNSEEN = 2.0  # right and wrong cases that are added to those counted


@dataclass(frozen=True, slots=True)
class Example:
    """One choice: the features of each candidate, and the place of the right one, -1 for nobody."""

    way: Way
    document: str
    rows_CX: NDArray[np.float64]
    right: int


def believed() -> Weights:
    """The weights before anything is seen."""
    of = tuple(_BELIEVED.get(feature, 0.0) for feature in FEATURES)
    return Weights(dict.fromkeys(CHOSEN, of), dict.fromkeys(CHOSEN, _NOBODY), {}, _LEAST)


def read_marks(path: Path, documents: Iterable[CorpusDocument]) -> tuple[GoldStatement, ...]:
    """The statements that a file of marks names: number of the document, annotation, kind, name.

    Raises `MalformedFile`.
    """
    name_of = {number_of(document.name): document.name for document in documents}
    made = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            document, annotation, kind, *name = line.split("\t")
            who = GoldWho(PartyKind(kind), name[0] if name else None, None)
            made.append(GoldStatement(name_of[document], int(annotation), who))
        except (KeyError, ValueError) as error:
            raise MalformedFile(f"{path}, line {number}: no statement of the corpus ({error})") from error
    return tuple(made)


def examples(documents: Iterable[CorpusDocument], marked: Iterable[GoldStatement]) -> list[Example]:
    """Every choice that the stage has to make on the documents' own quotes and mentions, with what is right."""
    gold: defaultdict[str, dict[int, GoldWho]] = defaultdict(dict)
    for each in marked:
        gold[each.document][each.number] = each.who
    found: list[Example] = []
    for document in documents:
        statements = given_statements(document)
        who = {statements[number].id: told for number, told in gold[document.name].items()}
        Attributing(
            analyse(document.text),
            statements,
            believed(),
            published=published_of(document.name),
            watch=_watching(document.name, who, found),
            listen=_listening(document.name, who, found),
        ).all()
    return found


def _listening(name: str, who: Mapping[str, GoldWho], found: list[Example]) -> Callable[[StageAnswer], None]:
    """What keeps of every statement the choice among all persons and organisations, whatever its mention says."""

    def listen(answer: StageAnswer) -> None:
        told = who.get(answer.statement)
        if told is None or answer.is_addressee:
            return
        phrase, read = answer.phrase, answer.read
        place = phrase.start if phrase is not None else read.place if isinstance(read, Asked) else 0
        asked = Asked(Way.ANYONE, place, _ALL)
        may_be = candidates(answer.situation, asked)
        if may_be:
            right = next((at for at, entity in enumerate(may_be) if _is(entity, told)), -1)
            rows_CX = np.array(rows(answer.situation, asked, may_be))
            found.append(Example(Way.ANYONE, name, rows_CX, right))

    return listen


def _watching(name: str, who: Mapping[str, GoldWho], found: list[Example]) -> Callable[[Question], Entity | None]:
    def watch(question: Question) -> Entity | None:
        told = who.get(question.statement)
        if told is None or question.is_addressee:
            return None
        may_be = candidates(question.situation, question.asked)
        right = next((at for at, entity in enumerate(may_be) if _is(entity, told)), -1)
        alone = question.asked.alone
        if right < 0 and alone is not None and alone.kind is told.kind is PartyKind.UNNAMED:
            right = len(may_be) - 1
        if may_be:
            rows_CX = np.array(rows(question.situation, question.asked, may_be))
            found.append(Example(question.asked.way, name, rows_CX, right))
        return may_be[right] if right >= 0 else None

    return watch


def _is(entity: Entity, told: GoldWho) -> bool:
    return entity.kind is told.kind and same_name(entity.name, told.name)


def fit(seen: Sequence[Example], *, penalty: float = _PENALTY) -> Weights:
    """The weights for the examples."""
    start = believed()
    of, nobody = dict(start.of), dict(start.nobody)
    for way in CHOSEN:
        own = [example for example in seen if example.way is way]
        prior_X = np.array([*start.of[way], start.nobody[way]])
        done = minimize(_loss, prior_X, args=(own, prior_X, penalty), jac=True, method="L-BFGS-B")
        of[way], nobody[way] = tuple(float(weight) for weight in done.x[:-1]), float(done.x[-1])
    return Weights(of, nobody, start.sure, start.least)


def _loss(
    weights_X: NDArray[np.float64], own: Sequence[Example], prior_X: NDArray[np.float64], penalty: float
) -> tuple[float, NDArray[np.float64]]:
    """The loss and its slope; the last weight is that of nobody, whose row is put behind the candidates'."""
    loss, slope_X = 0.0, np.zeros_like(weights_X)
    for example in own:
        rows_CX = np.zeros((len(example.rows_CX) + 1, len(weights_X)))
        rows_CX[:-1, :-1], rows_CX[-1, -1] = example.rows_CX, 1.0
        score_C = rows_CX @ weights_X
        power_C = np.exp(score_C - score_C.max())
        share_C = power_C / power_C.sum()
        loss -= float(np.log(share_C[example.right]))
        slope_X += share_C @ rows_CX - rows_CX[example.right]
    apart_X = weights_X - prior_X
    return loss + penalty * float(apart_X @ apart_X), slope_X + 2 * penalty * apart_X


def sureness(
    documents: Sequence[CorpusDocument], marked: Sequence[GoldStatement], weights: Weights
) -> dict[str, float]:
    """How often each plain way is right: the share, with some unseen cases of both sorts."""
    right: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    gold = {(each.document, each.number): each.who for each in marked}
    for document in documents:
        statements = given_statements(document)
        run = Attributing(analyse(document.text), statements, weights, published=published_of(document.name))
        for number, attribution in enumerate(run.all()):
            told, way = gold.get((document.name, number)), run.ways.get(attribution.statement)
            if told is not None and way is not None:
                whole[way] += 1
                right[way] += verdict(told, answer_of(attribution.speakers)) is Verdict.RIGHT
    return {way: round((right[way] + _UNSEEN) / (whole[way] + 2 * _UNSEEN), 3) for way in whole}


def lines_of(weights: Weights) -> list[str]:
    """The weights as lines of their file."""
    lines = [
        "# Weights of the choice among those who may be meant: feature, sort of mention, weight (training/who.py)."
    ]
    for way in CHOSEN:
        pairs = zip(FEATURES, weights.of[way], strict=True)
        lines += [f"{feature}\t{way}\t{weight:.3f}" for feature, weight in pairs]
        lines += [f"{NOBODY}\t{way}\t{weights.nobody[way]:.3f}", f"least\t{way}\t{weights.least[way]:.3f}"]
    return lines + [f"sure\t{way}\t{share:.3f}" for way, share in sorted(weights.sure.items())]


def by(weights: Weights) -> Callable[[Document, Sequence[Statement], date | None], list[Answer]]:
    """What answers with those weights."""

    def answering(document: Document, statements: Sequence[Statement], published: date | None) -> list[Answer]:
        done = Attributing(document, statements, weights, published=published).all()
        return [answer_of(each.speakers) for each in done]

    return answering


def across_folds(
    documents: Sequence[CorpusDocument],
    marked: Sequence[GoldStatement],
    seen: Sequence[Example],
    folds: int,
    penalty: float = _PENALTY,
) -> list[Judged]:
    """Every gold statement judged with weights that have not seen its document."""
    judged: list[Judged] = []
    for fold in range(folds):
        part = documents[fold::folds]
        names = {document.name for document in part}
        weights = fit([example for example in seen if example.document not in names], penalty=penalty)
        own = [each for each in marked if each.document in names]
        judged += judge(own, part, [given_statements(document) for document in part], by(weights))
    return judged


def _main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.who", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=0, help="measure each part with the weights of the others")
    parser.add_argument("--penalty", type=float, default=_PENALTY)
    parser.add_argument("--marks", type=Path, default=_MARKS, help="further statements to fit on")
    parser.add_argument("--target", type=Path, help="where the weights are written")
    options = parser.parse_args()
    marked = read_statements(options.gold)
    names = {each.document for each in marked}
    corpus = read_gold(options.corpus)
    documents = [document for document in corpus if document.name in names]
    marks = read_marks(options.marks, corpus)
    others = {each.document for each in marks} - names
    more = examples([each for each in corpus if each.name in others], marks)
    # Not where nobody is mentioned: by five folds it puts more persons' names on what is no person.
    seen = examples(documents, marked) + [example for example in more if example.way is not Way.EMPTY]
    print(", ".join(f"{count} {way}" for way, count in Counter(example.way for example in seen).items()))
    if options.folds:
        for row in figures(across_folds(documents, marked, seen, options.folds, options.penalty), len(documents)):
            print(f"{row.name:45} {100 * row.part / max(row.whole, 1):5.1f} of {row.whole}")
    if options.target:
        weights = fit(seen, penalty=options.penalty)
        weights = Weights(weights.of, weights.nobody, sureness(documents, marked, weights), weights.least)
        options.target.write_text("\n".join(lines_of(weights)) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _main()
