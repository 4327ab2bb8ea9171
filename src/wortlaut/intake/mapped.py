"""Text that knows, character by character, which raw bytes it was made from.

Every layer of decoding (character set, JSON string, escapes, markup) is a list of edits on such a text. Edits carry the
byte ranges along, so that layers can be stacked freely and the map of the last text still leads to the first bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wortlaut.types import SourceMap

__all__ = ["Edit", "Mapped", "Places"]

Places = NDArray[np.int32]
_FEW = 16  # edits up to which slices are quicker than arithmetic on whole arrays: 5 take 12 µs rather than 28


class Edit(NamedTuple):
    """Characters `start` (inclusive) to `end` (exclusive) become `text`; `text` may be empty, the stretch not."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mapped:
    """A text, and for each of its characters the half-open byte range `starts[i]` to `ends[i]` it was made from.

    Ranges never go back; bytes that left no character (markup) lie between them.
    """

    text: str
    starts: Places
    ends: Places

    @classmethod
    def from_widths(cls, text: str, widths: NDArray[np.integer], *, offset: int = 0) -> Mapped:
        """`text` whose characters take `widths` bytes one after the other, the first from byte `offset` on."""
        ends = np.cumsum(widths, dtype=np.int32) + np.int32(offset)
        return cls(text, ends - widths.astype(np.int32), ends)

    @classmethod
    def joined(cls, parts: Sequence[Mapped]) -> Mapped:
        """One text from several that follow each other in the bytes."""
        return cls(
            "".join(part.text for part in parts),
            np.concatenate([part.starts for part in parts]),
            np.concatenate([part.ends for part in parts]),
        )

    def cut(self, start: int, end: int) -> Mapped:
        """The characters `start` to `end` with their bytes."""
        return Mapped(self.text[start:end], self.starts[start:end], self.ends[start:end])

    def strip(self) -> Mapped:
        """The text without white space at its two ends."""
        whole = len(self.text)
        start = whole - len(self.text.lstrip())
        end = len(self.text.rstrip())
        return self if (start, end) == (0, whole) else self.cut(start, max(start, end))

    def edited(self, edits: Sequence[Edit]) -> Mapped:
        """The text after `edits`, which must be in order and must not overlap.

        Of what an edit puts in, the first character stands for all bytes of the stretch that it replaces; further
        characters have no bytes of their own.
        """
        if not edits:
            return self
        text = self.text
        if len(edits) <= _FEW:
            return self._spliced(edits)
        first, last, new = zip(*edits, strict=True)
        pieces = [""] * (2 * len(edits) + 1)
        pieces[0::2] = [text[at:start] for at, start in zip((0, *last), (*first, len(text)), strict=True)]
        pieces[1::2] = new
        starts, ends = self._moved(np.array(first), np.array(last), np.array(list(map(len, new))))
        return Mapped("".join(pieces), starts, ends)

    def _spliced(self, edits: Sequence[Edit]) -> Mapped:
        """The text after a few edits, put together from slices."""
        pieces: list[str] = []
        starts: list[Places] = []
        ends: list[Places] = []
        at = 0
        for first, last, new in edits:
            if first > at:
                pieces.append(self.text[at:first])
                starts.append(self.starts[at:first])
                ends.append(self.ends[at:first])
            if new:
                behind = self.ends[last - 1 : last]
                further = behind.repeat(len(new) - 1)
                pieces.append(new)
                starts += (self.starts[first : first + 1], further)
                ends += (behind, further)
            at = last
        pieces.append(self.text[at:])
        starts.append(self.starts[at:])
        ends.append(self.ends[at:])
        return Mapped("".join(pieces), np.concatenate(starts), np.concatenate(ends))

    def _moved(
        self, first: NDArray[np.int64], last: NDArray[np.int64], size: NDArray[np.int64]
    ) -> tuple[Places, Places]:
        """The byte ranges after the stretches `first` to `last` became `size` characters each."""
        growth = size - (last - first)
        moved = np.cumsum(growth)
        place = first + moved - growth  # where each replacement begins in the new text
        counts = np.empty(2 * len(first) + 1, dtype=np.int64)  # of characters: kept, put in, kept …
        counts[0], counts[2:-1:2], counts[-1] = first[0], first[1:] - last[:-1], len(self.text) - last[-1]
        counts[1::2] = size
        back = np.zeros(len(counts), dtype=np.int64)  # from a place in the new text to that in the old one
        back[1::2], back[2::2] = first - place, -moved
        origin = np.repeat(back, counts)
        origin += np.arange(len(origin))
        starts, ends = self.starts.take(origin, mode="clip"), self.ends.take(origin, mode="clip")
        behind = self.ends[last - 1]
        filled = size > 0
        ends[place[filled]] = behind[filled]
        longer = size > 1
        if longer.any():
            more = size[longer] - 1
            further = np.repeat(place[longer] + 1 - (np.cumsum(more) - more), more) + np.arange(more.sum())
            starts[further] = ends[further] = np.repeat(behind[longer], more)
        return starts, ends

    def source_map(self) -> SourceMap:
        """The map, packed into runs of equal width without gaps."""
        if not self.text:
            return SourceMap(0, ())
        starts, widths = self.starts, self.ends - self.starts
        breaks = (starts[1:] != self.ends[:-1]) | (widths[1:] != widths[:-1])
        heads = np.concatenate(([0], np.flatnonzero(breaks) + 1))
        numbers = np.concatenate((heads, starts[heads], widths[heads]), dtype=np.int64)
        return SourceMap.from_numbers(len(self.text), numbers.tobytes())
