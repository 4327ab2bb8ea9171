"""Choosing on training articles that were held out, so that the development part only measures."""

import gzip
from dataclasses import dataclass
from pathlib import Path

from evaluation.corpus import read_gold, read_predictions, read_texts, read_tokens
from evaluation.predicting import predict, write
from evaluation.scoring import align, score
from training.export import Leaning, export
from training.train import Trained
from wortlaut.reading.reader import ShippedReader, Thresholds
from wortlaut.types import Provenance

__all__ = ["report_held_out", "write_part"]


@dataclass(frozen=True, slots=True)
class _Choice:
    leaning: Leaning
    thresholds: Thresholds


_CHOICES = tuple(
    _Choice(Leaning(begin, reported), Thresholds(cue=share, frame=share, addressee=addressee))
    for begin, reported, share, addressee in (
        (0.0, 0.0, 0.4, 0.0),
        (0.0, 0.0, 0.3, 0.0),
        (0.0, 0.0, 0.5, 0.0),
        (0.0, 0.0, 0.4, 0.5),
        (0.0, 0.0, 0.4, 1.0),
        (0.4, 0.0, 0.4, 0.0),
        (0.8, 0.0, 0.4, 0.0),
        (0.0, 1.0, 0.4, 0.0),
        (0.0, 2.0, 0.4, 0.0),
        (0.4, 1.0, 0.4, 0.0),
    )
)


def write_part(corpus: Path, target: Path) -> None:
    """Write every tenth article of the corpus, the part that `--held-out` does not train on, to `target`."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        out.writelines(line for number, line in enumerate(lines) if number % 10 == 0)


def report_held_out(trained: Trained, vectors: Path, corpus: Path, work: Path) -> None:
    """Print the scores on the held-out part for several leanings and thresholds."""
    folder, gold, found = work / "held-out", work / "held-out.jsonl", work / "held-out.found.jsonl"
    write_part(corpus, gold)
    documents, texts = read_gold(gold), tuple(read_texts(gold))
    made_by = Provenance(reader="held-out", weights="", version="")
    for choice in _CHOICES:
        export(trained, vectors, folder, choice.leaning)
        reader = ShippedReader(folder, made_by, choice.thresholds)
        write(read_tokens(gold), predict(texts, reader, batch=32), found)
        scores = score(documents, align(documents, read_predictions(found)))
        names = ("messages", "roles", "joint", "cue", "frame", "speaker", "addressee")
        figures = " ".join(f"{name} {100 * (scores.f1(name) or 0):.1f}" for name in names)
        print(f"{choice.leaning} {choice.thresholds}: {figures}", flush=True)
