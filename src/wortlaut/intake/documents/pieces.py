"""A text that is put together sign by sign, each with the bytes that it stands in."""

from __future__ import annotations

from array import array

import numpy as np

from wortlaut.intake.mapped import Mapped
from wortlaut.intake.reasons import Refused

__all__ = ["Pieces"]

_BREAK = "\n\n"
# A novel has a million characters; the limit keeps hostile documents from filling the memory.
_MOST = 2**22


class Pieces:
    """A text with its bytes, to which signs are added from the front to the back of the bytes."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._firsts = array("i")  # of each piece: its first byte, bytes a sign, bytes of the last sign
        self._widths = array("i")
        self._ends = array("i")
        self._length = 0

    def __len__(self) -> int:
        return self._length

    @property
    def end(self) -> int:
        """The byte behind the last sign."""
        return self._ends[-1] if self._ends else 0

    def run(self, text: str, start: int) -> None:
        """Signs that take one byte each, from byte `start` on."""
        if text:
            self._add(text, start, 1, start + len(text))

    def sign(self, text: str, start: int, end: int) -> None:
        """What is made of the bytes `start` to `end`: its first character stands for all of them."""
        if text:
            self._add(text, start, 0, end)

    def lengthen(self, end: int) -> None:
        """The last sign takes in the bytes up to `end`."""
        if self._texts and self._ends[-1] < end:
            if self._widths[-1] and len(self._texts[-1]) > 1:  # the last sign of a run gets a piece of its own
                text, start = self._texts[-1], self._firsts[-1]
                self._texts[-1] = text[:-1]
                self._ends[-1] = start + len(text) - 1
                self._add(text[-1], start + len(text) - 1, 0, end)
                self._length -= 1
            else:
                self._widths[-1] = 0
                self._ends[-1] = end

    def replace_last(self, text: str, end: int) -> None:
        """The last piece becomes `text`, made of its bytes and those up to `end`."""
        self._length += len(text) - len(self._texts[-1])
        self._texts[-1] = text
        self._widths[-1] = 0
        self._ends[-1] = end

    def last(self) -> str:
        """The last piece; empty where there is none."""
        return self._texts[-1] if self._texts else ""

    def break_paragraph(self, start: int, end: int) -> None:
        """A blank line made of the bytes `start` to `end`; several in a row are one."""
        if self._texts and self._texts[-1] == _BREAK:
            self._ends[-1] = end
        elif self._texts:
            self._add(_BREAK, start, 0, end)

    def mapped(self) -> Mapped:
        """The text with its bytes."""
        counts = np.fromiter(map(len, self._texts), dtype=np.int64, count=len(self._texts))
        heads = np.cumsum(counts) - counts
        firsts, widths, last = (
            np.frombuffer(each, dtype=np.int32) if len(each) else np.zeros(0, dtype=np.int32)
            for each in (self._firsts, self._widths, self._ends)
        )
        within = np.arange(self._length) - np.repeat(heads, counts)
        is_run = np.repeat(widths > 0, counts)
        starts = np.where(is_run | (within == 0), np.repeat(firsts, counts) + within, np.repeat(last, counts))
        ends = np.where(is_run, starts + 1, np.repeat(last, counts))
        return Mapped("".join(self._texts), starts.astype(np.int32), ends.astype(np.int32))

    def _add(self, text: str, start: int, width: int, end: int) -> None:
        self._length += len(text)
        if self._length > _MOST:
            raise Refused("document_too_long", limit=_MOST)
        self._texts.append(text)
        self._firsts.append(start)
        self._widths.append(width)
        self._ends.append(end)
