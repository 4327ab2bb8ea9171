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

from wortlaut.types import Run, SourceMap

__all__ = ["Edit", "Mapped", "Places"]

Places = NDArray[np.int32]


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
        pieces: list[str] = []
        at = 0
        for start, end, new in edits:
            pieces += (self.text[at:start], new)
            at = end
        pieces.append(self.text[at:])
        starts, ends = self._moved(
            np.array([edit.start for edit in edits]),
            np.array([edit.end for edit in edits]),
            np.array([len(edit.text) for edit in edits]),
        )
        return Mapped("".join(pieces), starts, ends)

    def _moved(
        self, first: NDArray[np.int64], last: NDArray[np.int64], size: NDArray[np.int64]
    ) -> tuple[Places, Places]:
        """The byte ranges after the stretches `first` to `last` became `size` characters each."""
        growth = size - (last - first)
        place = first + np.cumsum(growth) - growth  # where each replacement begins in the new text
        length = len(self.text) + int(growth.sum())
        starts = np.empty(length, dtype=np.int32)
        ends = np.empty(length, dtype=np.int32)
        kept_before = _outside(first, last, len(self.text))
        filled = size > 0
        first, last, size, place = first[filled], last[filled], size[filled], place[filled]
        kept_after = _outside(place, place + size, length)
        starts[kept_after] = self.starts[kept_before]
        ends[kept_after] = self.ends[kept_before]
        behind = np.repeat(self.ends[last - 1], size)
        starts[~kept_after] = behind
        ends[~kept_after] = behind
        starts[place] = self.starts[first]
        return starts, ends

    def source_map(self) -> SourceMap:
        """The map, packed into runs of equal width without gaps."""
        if not self.text:
            return SourceMap(0, ())
        widths = self.ends - self.starts
        breaks = (self.starts[1:] != self.ends[:-1]) | (widths[1:] != widths[:-1])
        heads = np.concatenate(([0], np.flatnonzero(breaks) + 1))
        runs = map(Run, heads.tolist(), self.starts[heads].tolist(), widths[heads].tolist())
        return SourceMap(len(self.text), tuple(runs))


def _outside(first: NDArray[np.int64], last: NDArray[np.int64], length: int) -> NDArray[np.bool_]:
    """Which of `length` positions lie in none of the stretches `first` to `last`."""
    steps = np.zeros(length + 1, dtype=np.int8)
    steps[first] += 1
    steps[last] -= 1
    outside: NDArray[np.bool_] = np.cumsum(steps[:-1], dtype=np.int8) == 0
    return outside
