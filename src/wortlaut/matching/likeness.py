"""Whether two articles are one piece of copy: the same agency report, cut, edited or with lines of the paper's own.

    text ─ words_of ─▶ words ─ shingles ─▶ hashes ─ the smallest 128, in the order of the text ─▶ Sketch
    Sketch ─ bands ─▶ the smallest 16, by which the record finds holders ─ candidates ─▶ those worth a comparison
    Sketch, Sketch ─ is_reprint ─▶ the shorter is found in the longer, from its beginning to its end

A shingle is four words in a row. Sketches keep the same sample of the same words (the smallest hashes: Broder 1997,
"On the resemblance and containment of documents"), so that what two samples share tells what the texts share. Two
reports about one topic, or two texts with one long quotation, share some stretches; a reprint, however edited, shares
something everywhere. So not only how much is shared counts, but how it is spread.

The hash is MurmurHash3 (mmh3), whose values are fixed for good: sketches are stored, and must be the same on every
machine and with every later version. `FORM` changes with anything here that changes them.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

import mmh3

__all__ = ["FORM", "HOLDERS", "Sketch", "bands", "candidates", "is_reprint", "likeness", "sketch"]

_Id = TypeVar("_Id", bound=Hashable)

FORM = 1  # of packed sketches and bands; a record with another form has to make them anew from its texts
HOLDERS = 32  # of a band are looked at, the newest; a line that a paper puts under everything has thousands

# The figures stand for the training part of the quotation corpus: 700 articles, each in seven variants as
# `evaluation.duplicates` makes them, and all pairs of different articles.
_SHINGLE = 4  # words. Pairs of unrelated articles with a band in common: 3 words five times as many, 5 a fifth,
#               but then edits of 15 % of the words leave only a quarter of a short article's shingles whole.
_SAMPLE = 128  # values kept; 256 decided no pair otherwise, 64 missed three times as many variants
_BANDS = 16  # 8 missed 0.9 % of the short articles that were edited, cut and framed at once; 12 0.1 %; 16 none
_CANDIDATES = 32
_SHORT = 20  # words; below, a handful of shingles decides nothing
_SEED = 0x776F7274

_SHARED = 0.3  # of the shorter text's sample found in the longer one: variants 0.33 and more
_STRETCH = 10  # values in a stretch, eight stretches at most
_STRETCHES = 8
_FOUND = 0.15  # of a stretch's sample make it a stretch that is found: edits of 15 % leave 0.5, chance 0.02
_SPREAD = 0.7  # of the stretches are found: variants 0.75 at the lowest hundredth, half a text copied 0.5
_SMALLEST = 0.25  # of the longer text; what is less is one item of an overview, not a cut article
_DECIDING = 8  # values that the samples have in common; fewer decide nothing

_UNSEEN = re.compile(r"[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]+")  # accents, and what is not seen
_WORD = re.compile(r"[^\W_]+")
_MARK = (
    r"\((?i:dpa|afp|ap|apa|reuters|rtr|epd|kna|sid|dts|ots|sda|keystone-sda|tass|ansa|upi|ddp|dapd|bloomberg)"
    r"(?:[/,-] ?[\w.-]{1,20})?\)"  # (dpa), (AFP/Reuters), (dpa/lnw)
)
# `Krumbach/Bad Sandow, 3. Mai (dpa) - ` before the text: names of places, a day, the agency, a dash.
_DATELINE = re.compile(
    r"\A\s*(?:[A-ZÄÖÜ][\w.'’-]{1,30}(?:[ /]{1,3}[A-ZÄÖÜ][\w.'’-]{1,30}){0,3}(?:,? \d{1,2}\. ?\w{3,12})?,?\s+)?"
    + _MARK
    + r"\s*[-–—:]+"
)
_NOTICE = re.compile(
    _MARK + r"|^[ \t]*(?i:(?:zuletzt )?aktualisiert(?: am| um|:)|stand:|©|\(c\)|quellen?:|dpa-infocom|dpa:\d"
    r"|mit material)[^\n]{0,100}$",
    re.MULTILINE,
)
_SPELLINGS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"))
_LARGEST = 2**32 - 1
_HEAD = struct.Struct("<BI")


@dataclass(frozen=True, slots=True)
class Sketch:
    """A sample of a text's shingles, by which its likeness to other texts is told.

    `values` are 32-bit hashes in the order in which they first stand in the text; `shingles` says of how many
    different ones they are the smallest, and is 0 where the text is too short and `values` are the hash of all of it.
    """

    shingles: int
    values: tuple[int, ...]

    @property
    def packed(self) -> bytes:
        """The sketch as bytes, 517 at most, the same on every machine."""
        return _HEAD.pack(FORM, self.shingles) + struct.pack(f"<{len(self.values)}I", *self.values)

    @classmethod
    def unpack(cls, packed: bytes) -> Sketch:
        """The sketch of such bytes; raises `ValueError` where they are none, or of another `FORM`."""
        if len(packed) < _HEAD.size or (len(packed) - _HEAD.size) % 4:
            raise ValueError(f"no sketch has {len(packed)} bytes; make it anew from the text")
        form, shingles = _HEAD.unpack_from(packed)
        if form != FORM:
            raise ValueError(f"the sketch has form {form}, this program knows {FORM}; make it anew from the text")
        return cls(shingles, struct.unpack_from(f"<{(len(packed) - _HEAD.size) // 4}I", packed, _HEAD.size))


def sketch(text: str) -> Sketch:
    """The sketch of `text`; without words it is empty and like no other."""
    words = _words(text)
    if len(words) < _SHORT:
        whole = mmh3.mmh3_x64_128_digest(" ".join(words).encode(), _SEED)
        return Sketch(0, struct.unpack("<4I", whole) if words else ())
    runs = zip(*(words[first:] for first in range(_SHINGLE)), strict=False)
    hashes = dict.fromkeys(mmh3.hash(" ".join(run).encode(), _SEED, signed=False) for run in runs)
    if len(hashes) <= _SAMPLE:
        return Sketch(len(hashes), tuple(hashes))
    largest = sorted(hashes)[_SAMPLE - 1]
    return Sketch(len(hashes), tuple(value for value in hashes if value <= largest))


def bands(sketch: Sketch) -> tuple[int, ...]:
    """The numbers of which reprints have one in common: 16 at most, below 2**32, ascending, none twice."""
    return tuple(sorted(sketch.values)[:_BANDS]) if sketch.shingles else sketch.values[:1]


def candidates(holders: Iterable[Sequence[_Id]]) -> tuple[_Id, ...]:
    """Who is worth a comparison, 32 at most, the most promising first.

    `holders` has for each band of the new sketch the articles that hold it, too, the newest `HOLDERS` of them. A band
    that few others hold tells more than one that many do.
    """
    weights: defaultdict[_Id, float] = defaultdict(float)
    for sharing in holders:
        for holder in sharing:
            weights[holder] += 1 / len(sharing)
    return tuple(sorted(weights, key=weights.__getitem__, reverse=True)[:_CANDIDATES])


def likeness(a: Sketch, b: Sketch) -> float:
    """How much of both texts together they share, 0 to 1 (Jaccard, estimated); for very short texts 0 or 1."""
    if not (a.shingles and b.shingles):
        return float(a == b and a.values != ())
    left, right = _comparable(a, b)
    together = set(left).union(right)
    return (len(left) + len(right) - len(together)) / len(together)


def is_reprint(a: Sketch, b: Sketch) -> bool:
    """Whether both texts are one piece of copy, in whatever order they are given.

    True where the shorter is found in the longer from its beginning to its end, with words changed here and there;
    False where they share stretches only (a quotation, the background of an earlier report), where the shorter is
    less than a quarter of the longer, and for texts under 20 words that differ in any word.
    """
    if not (a.shingles and b.shingles):
        return a == b and a.values != ()
    if a.shingles > b.shingles:
        a, b = b, a
    if a.shingles < _SMALLEST * b.shingles:
        return False
    shorter, longer = _comparable(a, b)
    known = set(longer)
    found = [value in known for value in shorter]
    return len(found) >= _DECIDING and sum(found) >= _SHARED * len(found) and _spread(found) >= _SPREAD


def _comparable(a: Sketch, b: Sketch) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The values of both up to the hash to which both are complete, in the order of each text."""
    limit = min(_complete_to(a), _complete_to(b))
    return tuple(value for value in a.values if value <= limit), tuple(value for value in b.values if value <= limit)


def _complete_to(sketch: Sketch) -> int:
    return max(sketch.values) if len(sketch.values) < sketch.shingles else _LARGEST


def _spread(found: list[bool]) -> float:
    """The share of the text's stretches in which something was found."""
    count = max(1, min(_STRETCHES, len(found) // _STRETCH))
    ends = [len(found) * number // count for number in range(count + 1)]
    stretches = [found[start:end] for start, end in pairwise(ends)]
    return sum(any(stretch) and sum(stretch) >= _FOUND * len(stretch) for stretch in stretches) / count


def _words(text: str) -> list[str]:
    """The words of `text` without case, umlaut spellings, accents, and without what agencies put around it."""
    folded = unicodedata.normalize("NFC", _NOTICE.sub(" ", _DATELINE.sub("", text))).casefold()
    for letter, spelling in _SPELLINGS:
        folded = folded.replace(letter, spelling)
    if not folded.isascii():
        folded = _UNSEEN.sub("", unicodedata.normalize("NFKD", folded))
    return _WORD.findall(folded)
