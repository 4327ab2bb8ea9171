"""How well what a search gives answers the questions: figures of one question, and of many.

Beside our search stands plain SQLite FTS5 as anybody would set it up: one column of words, its own tokenizer, bm25.
"""

import re
import sqlite3
from collections.abc import Container, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass

import numpy as np

from evaluation.bootstrap import Interval
from evaluation.questions import Mark, Question

__all__ = ["DEPTH", "Figures", "Outcome", "PlainIndex", "figures", "outcome"]

DEPTH = 20
_FIRST = 5
_RESAMPLES = 10_000
_SEED = 20231101
# What stands between quotation marks, else what stands between blanks.
_WORD = re.compile(r'"([^"]*)"|([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Outcome:
    """How well a question was answered, each figure between 0 and 1.

    `recall` is the share of the right statements among the first 20, of 20 where more are right; `precision` the share
    of right ones among the first 5, or among all where there are fewer; `reciprocal` one over the first right one's
    place.
    """

    question: Question
    recall: float
    precision: float
    reciprocal: float
    missed: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """The means over so many questions, with a 95 % interval of the recall by bootstrap over them."""

    questions: int
    recall: float
    interval: Interval
    precision: float
    reciprocal: float


class PlainIndex:
    """An FTS5 table of texts, in memory, with all settings as they come."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._database = sqlite3.connect(":memory:")
        self._database.execute("CREATE VIRTUAL TABLE plain USING fts5(text)")
        self._database.executemany("INSERT INTO plain (rowid, text) VALUES (?, ?)", enumerate(texts))

    def close(self) -> None:
        """Nothing; the table is gone."""
        self._database.close()

    def search(self, words: str, *, every: bool, admitted: Container[int], limit: int) -> tuple[int, ...]:
        """The numbers of the texts with every word, or with any of them, best first; only those `admitted`."""
        terms = [f'"{phrase or word}"' for phrase, word in _WORD.findall(words) if _has_word(phrase or word)]
        if not terms:
            return ()
        query = (" AND " if every else " OR ").join(terms)
        with closing(
            self._database.execute("SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY rank, rowid", (query,))
        ) as rows:
            found = [number for (number,) in rows if number in admitted]
        return tuple(found[:limit])


def outcome(question: Question, given: Sequence[Mark | None]) -> Outcome:
    """How well the statements that were given, best first, answer the question; `None` is no gold statement."""
    hits = [mark in question.wanted for mark in given[:DEPTH]]
    first = hits[:_FIRST]
    return Outcome(
        question,
        recall=len(question.wanted.intersection(given[:DEPTH])) / min(DEPTH, len(question.wanted)),
        precision=sum(first) / len(first) if first else 0.0,
        reciprocal=1 / (hits.index(True) + 1) if True in hits else 0.0,
        missed=tuple(sorted(question.wanted.difference(given[:DEPTH]))),
    )


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """The means over `outcomes`, of which there must be one at least."""
    recalls_Q = np.array([each.recall for each in outcomes])  # Q: question, R: resample
    draws_RQ = np.random.default_rng(_SEED).integers(len(outcomes), size=(_RESAMPLES, len(outcomes)))
    low, high = np.percentile(recalls_Q[draws_RQ].mean(axis=1), [2.5, 97.5])
    return Figures(
        questions=len(outcomes),
        recall=float(recalls_Q.mean()),
        interval=Interval(float(low), float(high)),
        precision=float(np.mean([each.precision for each in outcomes])),
        reciprocal=float(np.mean([each.reciprocal for each in outcomes])),
    )


def _has_word(text: str) -> bool:
    return any(character.isalnum() for character in text)
