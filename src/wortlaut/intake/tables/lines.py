"""The lines of a text file, one after another, however its characters and line ends are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wortlaut.intake.decoding import Charset
from wortlaut.intake.form import Source
from wortlaut.intake.tables.rows import TableLine

__all__ = ["TextLines", "roughly", "start_of"]


def roughly(raw: bytes, charset: Charset) -> str:
    """The text of some bytes, to look for names in; what is not UTF-8 as Windows-1252, without regard to positions."""
    if charset.name is not None:
        return raw.decode(charset.name, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        is_cut = error.reason == "unexpected end of data"
        return raw.decode("utf-8", "replace") if is_cut else raw.decode("cp1252", "replace")


def start_of(source: Source) -> str:
    """The text that a file begins with."""
    return roughly(source.head[source.charset.mark :], source.charset)


class TextLines(Iterator[TableLine]):
    """The lines of a file, one in memory at a time; of a damaged file, the last one is left out where it has no end."""

    def __init__(self, source: Source) -> None:
        self.charset = replace(source.charset, mark=0)
        self._stream = source.stream
        self._stream.take(source.charset.mark)
        self._limit = source.wishes.settings.max_item_bytes
        only_returns = "\n" not in source.start and "\r" in source.start
        carriage_return = "\r".encode(self.charset.name or "utf-8")
        self.end = carriage_return if only_returns else self.charset.newline
        self._return = b"" if only_returns else carriage_return  # may stand in front of a line's end
        self._end_size = 1 if self.charset.is_wide else len(self.end)
        self._number = 0

    def __next__(self) -> TableLine:
        line = self._stream.line(self.end, self._limit)
        if line is None or (line.is_last and self._stream.damage is not None):
            raise StopIteration
        self._number += 1
        raw, name = line.raw, self.charset.name
        view = raw.decode(name or "utf-8", "replace") if self.charset.is_wide else raw.decode("latin-1")
        bare = view.removesuffix("\r")
        return TableLine(raw, bare, self._number, line.byte, line.size, len(view) - len(bare) + self._end_size)

    def joined(self, lines: Sequence[TableLine]) -> bytes:
        """The bytes of lines that follow each other, without the end of the last."""
        return self.end.join(line.raw for line in lines).removesuffix(self._return)
