"""Choosing on training articles that were held out, so that the development part only measures."""

import gzip
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation.corpus import CorpusDocument, RawText, TokenText, read_gold, read_texts, read_tokens
from evaluation.predicting import on_tokens, predict
from evaluation.scoring import Scores, score
from training.calibration import calibrated_choices
from wortlaut.reading.choices import Choices, Leaning, Thresholds, write_choices
from wortlaut.reading.reader import ShippedReader
from wortlaut.types import Provenance

__all__ = ["choose", "write_part"]

_MADE_BY = Provenance(reader="held-out", weights="", version="")
_ANY = (0.0, 0.3, 0.6, 0.9)
_REPORTED = (0.0, 0.8, 1.5, 2.2)
_SHARES = (0.3, 0.4, 0.5)


@dataclass(frozen=True, slots=True)
class _Part:
    """The held-out articles, with gold and without."""

    documents: Sequence[CorpusDocument]
    texts: Sequence[RawText]
    tokens: Sequence[TokenText]


def write_part(corpus: Path, target: Path, *, part: int = 0) -> None:
    """Write every tenth article of the corpus, from number `part` on, to `target`."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        out.writelines(line for number, line in enumerate(lines) if number % 10 == part)


def choose(folder: Path, gold: Path, target: Path) -> Choices:
    """What reads the held-out articles in `gold` best with the weights in `folder`; written to `target`."""
    part = _Part(read_gold(gold), tuple(read_texts(gold)), tuple(read_tokens(gold)))
    best = _best(folder, [Choices(leaning=Leaning(any_, reported)) for any_ in _ANY for reported in _REPORTED], part)
    shares = [Thresholds(cue=cue, frame=frame) for cue in _SHARES for frame in _SHARES]
    best = _best(folder, [best, *(replace(best, thresholds=each) for each in shares)], part)
    best = calibrated_choices(best, lambda choices: ShippedReader(folder, _MADE_BY, choices=choices), gold)
    print(f"chosen: {best}", flush=True)
    write_choices(best, target)
    return best


def _best(folder: Path, candidates: Sequence[Choices], part: _Part) -> Choices:
    """The first of those with the highest mean of the joint score and the messages' mean over the types.

    The joint score alone would give up reported and free indirect speech, which are few, for a little of the rest.
    """
    worth = []
    for choices in candidates:
        scores = _scores(folder, choices, part)
        kinds = [entry.messages.f1 or 0.0 for entry in scores.by_type]
        worth.append(((scores.f1("joint") or 0.0) + sum(kinds) / len(kinds)) / 2)
        print(f"{choices.leaning} {choices.thresholds}: {_figures(scores)} worth {100 * worth[-1]:.2f}", flush=True)
    return candidates[worth.index(max(worth))]


def _scores(folder: Path, choices: Choices, part: _Part) -> Scores:
    found = predict(part.texts, ShippedReader(folder, _MADE_BY, choices=choices), batch=32)
    predicted = [
        [each.annotation for each in on_tokens(document, of_article)]
        for document, of_article in zip(part.tokens, found, strict=True)
    ]
    return score(part.documents, predicted)


def _figures(scores: Scores) -> str:
    names = ("messages", "roles", "joint", "cue", "frame", "speaker", "addressee")
    return " ".join(f"{name} {100 * (scores.f1(name) or 0):.1f}" for name in names)
