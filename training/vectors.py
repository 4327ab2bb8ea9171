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

__all__ = ["VectorSettings", "train_vectors", "write_text"]

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
    seed: int = 7


def write_text(shared: Path, target: Path, *, seed: int) -> int:
    """The number of tokens written to `target`, folded, in lines of 200, shuffled over all sources."""
    lines: list[str] = []
    tokens = 0
    buffer: list[str] = []
    for text in _texts(shared):
        buffer += [fold(word) for word in TOKEN.findall(text)]
        while len(buffer) >= _LINE:
            lines.append(" ".join(buffer[:_LINE]))
            del buffer[:_LINE]
            tokens += _LINE
    random.Random(seed).shuffle(lines)
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
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
        seed=settings.seed,
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


def _texts(shared: Path) -> Iterator[str]:
    with lzma.open(shared / "corpora" / "bundestag.tsv.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t", 4)[4]
    with lzma.open(shared / "corpora" / "wikipedia.txt.xz", "rt", encoding="utf-8") as lines:
        yield from lines
    with gzip.open(shared / "data" / "quotes" / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["originalText"]
