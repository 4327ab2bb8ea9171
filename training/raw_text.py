"""Raw German text as numbers, for pretraining: `write_tokens` once, `load_tokens` in every piece of the run.

All of Wikipedia, a third of the Bundestag's speeches, and the texts (without the marks) of the training parts that may
shape the weights. Axes: N tokens in the order of the text, pieces one behind another in a random order.
"""

import gzip
import json
import lzma
import random
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wortlaut.language.tokens import tokenize
from wortlaut.reading.features import spell
from wortlaut.reading.lexicon import shape_of, spelling
from wortlaut.types import Document

__all__ = ["RawTokens", "load_tokens", "unpack", "write_tokens"]

_SPEECHES = 3  # every so-maniest speech is taken
_SENTENCES = 40  # of Wikipedia, in one piece
_NEWS = 4  # how often the few texts of the domain are repeated
_SHAPE_BITS, _MARK_BITS = 3, 2


@dataclass(frozen=True, slots=True)
class RawTokens:
    """The text: the different words, most frequent first, and for each token its word and what it looks like."""

    words: tuple[str, ...]
    word_N: NDArray[np.uint32]
    look_N: NDArray[np.uint8]


def write_tokens(shared: Path, target: Path, *, seed: int, processes: int = 2) -> int:
    """The number of tokens written to `target` (an .npz file)."""
    pieces = [piece for piece in _pieces(shared, random.Random(seed)) if piece.strip()]
    random.Random(seed).shuffle(pieces)
    numbers: dict[str, int] = {}
    words, looks = [], []
    with Pool(processes) as pool:
        for written, look in pool.imap(_encoded, pieces, chunksize=64):
            words.append(np.array([numbers.setdefault(word, len(numbers)) for word in written.split(" ")], np.uint32))
            looks.append(look)
    word_N = np.concatenate(words)
    counts = np.bincount(word_N)
    order = np.argsort(-counts, kind="stable")
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    spelt = list(numbers)
    target.parent.mkdir(parents=True, exist_ok=True)
    np.savez(
        target,
        words=np.frombuffer("\n".join(spelt[number] for number in order).encode("utf-8"), np.uint8),
        word=rank[word_N].astype(np.uint32),
        look=np.concatenate(looks),
    )
    return len(word_N)


def load_tokens(path: Path) -> RawTokens:
    """What `write_tokens` wrote."""
    with np.load(path) as file:
        words = file["words"].tobytes().decode("utf-8").split("\n")
        return RawTokens(tuple(words), file["word"], file["look"])


def unpack(look_N: NDArray[np.uint8]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Shapes, marks and breaks of tokens."""
    look = look_N.astype(np.int64)
    return look & 7, (look >> _SHAPE_BITS) & 3, look >> (_SHAPE_BITS + _MARK_BITS)


def _encoded(text: str) -> tuple[str, NDArray[np.uint8]]:
    """The folded words, with spaces between, and their looks in one byte each."""
    written = spell(Document(text, tokenize(text), ()))
    shape_T = np.fromiter(map(shape_of, written.words), np.int64, len(written.words))
    look_T = shape_T | written.mark_T << _SHAPE_BITS | written.break_T << (_SHAPE_BITS + _MARK_BITS)
    return " ".join(map(spelling, written.words)), look_T.astype(np.uint8)


def _pieces(shared: Path, order: random.Random) -> Iterator[str]:
    with lzma.open(shared / "corpora" / "bundestag.tsv.xz", "rt", encoding="utf-8") as lines:
        yield from (line.rstrip("\n").split("\t", 4)[4] for number, line in enumerate(lines) if number % _SPEECHES == 0)
    with lzma.open(shared / "corpora" / "wikipedia.txt.xz", "rt", encoding="utf-8") as lines:
        yield from _in_paragraphs([line.strip() for line in lines], order)
    with gzip.open(shared / "data" / "speeches" / "redewiedergabe.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from (" ".join(json.loads(line)["tok"]) for line in lines)
    with gzip.open(shared / "data" / "quotes" / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from [json.loads(line)["originalText"] for line in lines] * _NEWS


def _in_paragraphs(sentences: list[str], order: random.Random) -> Iterator[str]:
    """Sentences, so many a piece, in paragraphs of a news article's length: the corpus has a sentence a line."""
    for start in range(0, len(sentences), _SENTENCES):
        piece = ""
        left = order.randint(2, 6)
        for sentence in filter(None, sentences[start : start + _SENTENCES]):
            left -= 1
            piece += f"{sentence} " if left else f"{sentence}\n\n"
            left = left or order.randint(2, 6)
        if piece.strip():
            yield piece
