"""Subword vectors from raw text: `python -m training vectors`.

Reads the raw corpora (Bundestag speeches, Wikipedia) and the texts of the quotation corpus' training part, 103 million
tokens, cut and folded as at run time, and trains floret on them in one thread, so that a second run gives the same
table.
"""

import gzip
import json
import lzma
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import floret
import numpy as np
from safetensors.numpy import save_file

from wortlaut.language.tokens import TOKEN
from wortlaut.reading.vectors import fold

__all__ = ["VectorSettings", "save_table", "train_vectors", "write_text"]

_LINE = 200  # tokens a line: floret looks no further


@dataclass(frozen=True, slots=True)
class VectorSettings:
    """Sizes of the table and how it is trained."""

    model: str = "skipgram"
    rows: int = 80_000
    dimensions: int = 100
    shortest: int = 3
    longest: int = 5
    hashes: int = 2
    epochs: int = 1
    seed: int = 7  # of the order of the lines; floret's own seed is fixed


def write_text(shared: Path, target: Path, *, seed: int) -> int:
    """The number of tokens written to `target`: folded, in lines of some 200, shuffled over all sources."""
    lines: list[str] = []
    tokens = 0
    for words in _pieces(shared):
        tokens += len(words)
        lines.append(" ".join(words))
    random.Random(seed).shuffle(lines)
    with target.open("w", encoding="utf-8") as out:
        out.writelines(f"{line}\n" for line in lines)
    return tokens


def train_vectors(text: Path, target: Path, settings: VectorSettings) -> None:
    """Write the table of rows as 8-bit numbers with one scale a dimension to `target` (safetensors)."""
    model = floret.train_unsupervised(
        str(text),
        model=settings.model,
        mode="floret",
        hashCount=settings.hashes,
        bucket=settings.rows,
        dim=settings.dimensions,
        minn=settings.shortest,
        maxn=settings.longest,
        minCount=10,
        epoch=settings.epochs,
        lr=0.05,
        ws=5,
        neg=8,
        thread=1,
        t=1e-4,
        verbose=2,
    )
    save_table(model, target, settings)


def save_table(model: "floret.FastText._FastText", target: Path, settings: VectorSettings) -> None:
    """Write the model's rows, scaled so that the frequent words' vectors have unit variance in each dimension."""
    frequent_WD = np.stack([model.get_word_vector(word) for word in model.get_words()[:10_000]])
    rows_RD = model.get_input_matrix()[-settings.rows :] / frequent_WD.std(axis=0)
    scale_D = np.abs(rows_RD).max(axis=0) / 127
    table_RD = np.round(rows_RD / scale_D).astype(np.int8)
    about = {"shortest": str(settings.shortest), "longest": str(settings.longest)}
    target.parent.mkdir(parents=True, exist_ok=True)
    save_file({"table": table_RD, "scale": scale_D.astype(np.float32)}, target, metadata=about)


def _pieces(shared: Path) -> Iterator[list[str]]:
    """Folded words of connected text: of a speech 200 at a time, of Wikipedia as many sentences, of news an article."""
    with lzma.open(shared / "corpora" / "bundestag.tsv.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            words = _folded(line.rstrip("\n").split("\t", 4)[4])
            yield from (words[start : start + _LINE] for start in range(0, len(words), _LINE))
    with lzma.open(shared / "corpora" / "wikipedia.txt.xz", "rt", encoding="utf-8") as lines:
        words = []
        for line in lines:
            words += _folded(line)
            if len(words) >= _LINE:
                yield words
                words = []
    with gzip.open(shared / "data" / "quotes" / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield _folded(json.loads(line)["originalText"])


def _folded(text: str) -> list[str]:
    return [fold(word) for word in TOKEN.findall(text)]
