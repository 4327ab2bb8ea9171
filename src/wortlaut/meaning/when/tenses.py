"""Whether a clause tells what was or what is to come, by the verb forms in it.

This decides which Wednesday "am Mittwoch" is. German tells coming things in the present tense, so a present form counts
as coming where nothing speaks of the past.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from wortlaut.meaning.when.pieces import Pieces
from wortlaut.meaning.when.readings import rows

__all__ = ["Tense", "Tenses"]


class Tense(StrEnum):
    """What the verb nearest to an expression says of the time."""

    PAST = "past"
    COMING = "coming"


_AUXILIARIES = frozenset("hat haben habe hast habt ist sind sei seien bin".split())
# A past participle: "getroffen", "angekündigt", "verurteilt", "worden".
_PARTICIPLE = re.compile(
    r"(?:[a-zäöüß]*ge[a-zäöüß]{2,}(?:t|en)|(?:be|ver|er|ent|zer|miss|emp|über|unter|wieder)[a-zäöüß]{3,}(?:t|en)"
    r"|[a-zäöüß]{3,}iert|worden)"
)
_KEPT = 20_000
_WEAK = re.compile(r"[a-zäöüß]{2,}(?:te|ten)")
_BREAKS = frozenset(', ; – — - ( ) „ “ " : » « … --'.split())


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause: its pieces, half-open, and what in it tells the tense."""

    first: int
    last: int
    tense: Tense | None
    auxiliary: bool
    participle: bool


def _with_tense(clauses: Sequence[_Clause]) -> list[tuple[int, int, Tense]]:
    """The clauses that have a tense. A perfect may be spread over two ("hat – wie berichtet – gebrannt")."""
    made = []
    alone = any(each.participle and not each.auxiliary and each.tense is None for each in clauses)
    for each in clauses:
        if each.auxiliary and (each.participle or (alone and each.tense is None)):
            made.append((each.first, each.last, Tense.PAST))
        elif each.tense is not None or each.auxiliary:
            made.append((each.first, each.last, each.tense or Tense.COMING))
    return made


class Tenses:
    """The tense around every piece of a document, looked at only where it is asked for."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._sentences: dict[int, list[tuple[int, int, Tense]]] = {}

    def at(self, place: int) -> Tense | None:
        """The tense of the clause there, else of the nearest one in its sentence; None without a verb."""
        clauses = self._clauses(self._pieces.sentence(place))
        number = bisect_right(clauses, place, key=lambda each: each[0])
        around = clauses[max(number - 1, 0) : number + 1]
        return min(around, key=lambda each: _distance(each[0], each[1], place))[2] if around else None

    def _clauses(self, sentence: int) -> list[tuple[int, int, Tense]]:
        """The clauses of the sentence that have a tense: first piece, end, tense."""
        if sentence not in self._sentences:
            first, end = self._pieces.bounds(sentence)
            made = []
            begin = first
            for place in range(first, end + 1):
                if place == end or self._pieces.words[place] in _BREAKS:
                    if place > begin:
                        made.append(_Clause(begin, place, *self._marks(begin, place)))
                    begin = place + 1
            self._sentences[sentence] = _with_tense(made)
        return self._sentences[sentence]

    def _marks(self, first: int, end: int) -> tuple[Tense | None, bool, bool]:
        """The tense as far as one form tells it, and whether an auxiliary and a participle of the perfect are there."""
        words = self._pieces.words
        coming = auxiliary = participle = False
        for place in range(first, end):
            word = words[place]
            if not word.islower():
                word = word.lower() if place == first else ""
            if not word:
                continue
            if _is_strong_past(word) or self._is_weak_past(word, place):
                return Tense.PAST, False, False
            auxiliary = auxiliary or word in _AUXILIARIES
            coming = coming or word in _words("coming")
            participle = participle or _PARTICIPLE.fullmatch(word) is not None
        return Tense.COMING if coming else None, auxiliary, participle

    def _is_weak_past(self, word: str, place: int) -> bool:
        """Whether it is a form like "sagte", and no adjective: "die geplante Reise"."""
        if not _WEAK.fullmatch(word) or word in _words("not_past"):
            return False
        words = self._pieces.words
        before = words[place - 1].lower() if place else ""
        return (
            before not in _words("determiner") or not words[place + 1 : place + 2] or not words[place + 1][:1].isupper()
        )


@lru_cache(maxsize=_KEPT)
def _is_strong_past(word: str) -> bool:
    """Whether it is a form like "trat", or one with something in front: "zusammentrat"."""
    past = _words("past")
    return word in past or any(word.startswith(front) and word[len(front) :] in past for front in _words("front"))


@cache
def _words(kind: str) -> frozenset[str]:
    """The words of a class of `tenses.tsv`."""
    return frozenset(word for each, words in rows("tenses.tsv") if each == kind for word in words.split())


def _distance(first: int, end: int, place: int) -> int:
    """How many pieces lie between the place and the clause, 0 inside it."""
    return max(first - place, place - end + 1, 0)
