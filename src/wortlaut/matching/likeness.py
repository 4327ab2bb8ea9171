"""Whether two articles are one piece of copy: the same agency report, cut, edited or with lines of the paper's own.

    text ─▶ words ─▶ shingles ─▶ hashes ─ the smallest 128, in the order of the text ─▶ Sketch
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
from functools import lru_cache
from itertools import accumulate, pairwise, repeat
from math import ceil
from typing import TypeVar

import mmh3

__all__ = ["FORM", "HOLDERS", "Sketch", "bands", "candidates", "is_reprint", "likeness", "sketch"]

_Id = TypeVar("_Id", bound=Hashable)

FORM = 1  # of packed sketches and bands; a record with another form has to make them anew from its texts
HOLDERS = 32  # of a band are looked at, the newest; a line that a paper puts under everything has thousands

# Behind each figure stands what `python -m evaluation duplicates` gave with others on the training part of the
# quotation corpus: as it is, of 14,700 variants (seeds 1 to 3) 29 were missed, 20 of them of one article of 11 words;
# of 2,300 traps 3 were taken; 116 pairs of different articles were compared.
_SHINGLE = 4  # words; 3: 21 missed, 6 traps, 908 pairs compared; 5: 92 missed, 2 traps, 16 pairs
_SAMPLE = 128  # values; 64: 38 missed, 35 traps; 256: 30 missed, 2 traps, at twice the room
_BANDS = 16  # 8: 38 missed; 12 and 24: 29; of articles edited and cut to half, 12 give up 0.6 %, 16 0.15 %
# With 10,000 strangers, and the same 77 words under all, 1 variant of 700 was not among them; of the 50 with the most
# bands in common, from 500 holders of each, 199 were not. 8 candidates, or 8 holders, did as well.
_CANDIDATES = 32
_SHORT = 20  # words; below, one changed word takes a quarter of the shingles and more
_DECIDING = 8  # shingles, of the text or in both samples; fewer decide nothing
_SMALLEST = 0.25  # of the longer text; a set choice: what is less is one item of an overview, not a cut article

_SHARED = 0.3  # of the shorter text's values are found in the longer; 0.25 and 0.35 the same, 0.4: 32 missed
_SPREAD = 0.7  # of its stretches; 0.65: 24 missed, 7 traps; 0.8: 88 and 2; none, but 0.5 shared: 250 and 83
_STRETCHES = 8  # at most; 6: 37 missed; 12: 35
_STRETCH = 10  # values, at least; 8: 41 missed, 12: 30
_FOUND = 0.15  # of a stretch's values, and one; 0.1: 24 missed, 5 traps; 0.2: 53 and 3
# Of its first quarter something is found; without that 26 missed, 4 traps, but where a paper puts the same 77 words
# under each of 700 articles, 535 pairs of them were taken, so 158. Asking it of the last quarter, too: 43 missed.
_BEGINNING = 4

_SEED = 0x776F7274
# What agencies put around a text is left out: else 35 missed, and very short texts would have to have the same of it.
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
    different ones they are the smallest, and is 0 where the text is too short for that: then they are one hash of all.
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
    joined = " ".join(words).encode()
    hashes = dict.fromkeys(map(mmh3.mmh3_32_uintdigest, _shingles(words, joined), repeat(_SEED)))
    if len(words) < _SHORT or len(hashes) < _DECIDING:
        whole = mmh3.mmh3_x64_128_digest(joined, _SEED)
        return Sketch(0, struct.unpack("<4I", whole) if words else ())
    if len(hashes) <= _SAMPLE:
        return Sketch(len(hashes), tuple(hashes))
    largest = sorted(hashes)[_SAMPLE - 1]
    return Sketch(len(hashes), tuple(value for value in hashes if value <= largest))


def _shingles(words: Sequence[str], joined: bytes) -> list[bytes]:
    """The bytes of each four words in a row, cut from those of all words with blanks between them."""
    sizes = map(len, words) if joined.isascii() else (len(word.encode()) for word in words)
    starts = [0, *accumulate(size + 1 for size in sizes)]
    return [joined[start : after - 1] for start, after in zip(starts, starts[_SHINGLE:], strict=False)]


@lru_cache(maxsize=2**12)
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
    if len(set(a.values).intersection(b.values)) < _SHARED * _DECIDING:  # nearly always, and soon found
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
    """The share of the text's stretches in which something was found; 0 where its beginning was not."""
    count = max(1, min(_STRETCHES, len(found) // _STRETCH))
    ends = [len(found) * number // count for number in range(count + 1)]
    stretches = [found[start:end] for start, end in pairwise(ends)]
    known = [any(stretch) and sum(stretch) >= _FOUND * len(stretch) for stretch in stretches]
    return sum(known) / count if any(known[: ceil(count / _BEGINNING)]) else 0.0


def _words(text: str) -> list[str]:
    """The words of `text` without case, umlaut spellings, accents, and without what agencies put around it."""
    folded = unicodedata.normalize("NFC", _NOTICE.sub(" ", _DATELINE.sub("", text))).casefold()
    for letter, spelling in _SPELLINGS:
        folded = folded.replace(letter, spelling)
    if not folded.isascii():
        folded = _UNSEEN.sub("", unicodedata.normalize("NFKD", folded))
    return _WORD.findall(folded)
