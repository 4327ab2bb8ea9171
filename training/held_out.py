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

__all__ = ["HeldOut", "choose", "write_part"]

_MADE_BY = Provenance(reader="held-out", weights="", version="")
_ANY = (0.0, 0.3, 0.6, 0.9)
_REPORTED = (0.0, 0.8, 1.5, 2.2)
_SHARES = (0.3, 0.4, 0.5)
_LINKS = (0.0, 0.1, 0.25, 0.5, 1.0)


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Held-out articles with their gold, and the folder of weights that were trained on all others."""

    gold: Path
    folder: Path

    def reader(self, choices: Choices) -> ShippedReader:
        """What reads them."""
        return ShippedReader(self.folder, _MADE_BY, choices=choices)


@dataclass(frozen=True, slots=True)
class _Part:
    """The held-out articles of one part, with gold and without."""

    held_out: HeldOut
    documents: Sequence[CorpusDocument]
    texts: Sequence[RawText]
    tokens: Sequence[TokenText]


def write_part(corpus: Path, target: Path, *, part: int = 0) -> None:
    """Write every tenth article of the corpus, from number `part` on, to `target`."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        out.writelines(line for number, line in enumerate(lines) if number % 10 == part)


def choose(held_out: Sequence[HeldOut], target: Path) -> Choices:
    """What reads the held-out articles best, each with its weights; written to `target`.

    Leaning and thresholds are those of the first part, by which they were chosen before there was a second; by both, a
    leaning of 0 and 1.5 would be worth 0.3 points more, with a joint score 0.2 lower. Links and confidences, for which
    one part was too small, take both.
    """
    parts = [
        _Part(each, read_gold(each.gold), tuple(read_texts(each.gold)), tuple(read_tokens(each.gold)))
        for each in held_out
    ]
    best = _best([Choices(leaning=Leaning(any_, reported)) for any_ in _ANY for reported in _REPORTED], parts[:1])
    shares = [Thresholds(cue=cue, frame=frame) for cue in _SHARES for frame in _SHARES]
    best = _best([best, *(replace(best, thresholds=each) for each in shares)], parts[:1])
    best = _best([replace(best, links=links) for links in _LINKS], parts)
    best = calibrated_choices(best, [(each.reader, each.gold) for each in held_out])
    print(f"chosen: {best}", flush=True)
    write_choices(best, target)
    return best


def _best(candidates: Sequence[Choices], parts: Sequence[_Part]) -> Choices:
    """The first of those with the highest mean of the joint score and the messages' mean over the types.

    The joint score alone would give up reported and free indirect speech, which are few, for a little of the rest.
    """
    worth = []
    for choices in candidates:
        scores = _scores(choices, parts)
        kinds = [entry.messages.f1 or 0.0 for entry in scores.by_type]
        worth.append(((scores.f1("joint") or 0.0) + sum(kinds) / len(kinds)) / 2)
        named = f"{choices.leaning} {choices.thresholds} links {choices.links}"
        print(f"{named}: {_figures(scores)} worth {100 * worth[-1]:.2f}", flush=True)
    return candidates[worth.index(max(worth))]


def _scores(choices: Choices, parts: Sequence[_Part]) -> Scores:
    predicted = [
        [each.annotation for each in on_tokens(document, of_article)]
        for part in parts
        for document, of_article in zip(
            part.tokens, predict(part.texts, part.held_out.reader(choices), batch=32), strict=True
        )
    ]
    return score([document for part in parts for document in part.documents], predicted)


def _figures(scores: Scores) -> str:
    names = ("messages", "roles", "joint", "cue", "frame", "speaker", "addressee")
    figures = " ".join(f"{name} {100 * (scores.f1(name) or 0):.1f}" for name in names)
    return f"{figures} usable {100 * (scores.usable.value or 0):.1f}"
