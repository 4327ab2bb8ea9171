"""Text exports of press databases as files of plain text, a document in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from wortlaut.intake.articles import Raw, article_of
from wortlaut.intake.decoding import decode
from wortlaut.intake.exports.heads import TextLine
from wortlaut.intake.exports.layouts import Layout, layout_of
from wortlaut.intake.exports.splitting import Counts, is_export, lines_of, piece_of
from wortlaut.intake.form import Form, Item, Source
from wortlaut.intake.mapped import Mapped
from wortlaut.intake.reasons import Refused, note, reject
from wortlaut.intake.tables.lines import TextLines, roughly, start_of
from wortlaut.intake.tables.rows import TableLine
from wortlaut.types import Origin

__all__ = ["FORM"]


def _fits(source: Source) -> bool:
    return is_export(start_of(source))


def _read(source: Source) -> Iterator[Item]:
    """The documents of the export; one that is not understood is refused by itself."""
    layout = layout_of(start_of(source))
    if layout is None:
        return
    reader = _Reader(source, layout)
    yield from reader.items()
    if source.stream.damage is not None:
        yield reject(source.stream.damage, source.origin)


class _Reader:
    """Gathers the lines of one document after another."""

    def __init__(self, source: Source, layout: Layout) -> None:
        self._source = source
        self._layout = layout
        self._lines = TextLines(source)
        self._counts = Counts()
        self._above = 0  # the last line of a cover page above the first document

    def items(self) -> Iterator[Item]:
        """What is in the file."""
        for chunk in self._chunks():
            yield from self._items_of(chunk)
        if self._counts.why is not None and self._source.stream.damage is None:
            yield reject(self._counts.why, self._source.origin)

    def _chunks(self) -> Iterator[list[TableLine]]:
        """The lines of each document; a document that is too long is given in pieces, each refused for its size."""
        chunk: list[TableLine] = []
        charset, size = self._lines.charset, 0
        limit = self._source.wishes.settings.max_item_bytes
        for line in self._lines:
            words = line.view if charset.is_wide or line.raw.isascii() else roughly(line.raw, charset).rstrip("\r")
            words = words.lstrip("\x0c")
            self._counts.look(self._layout, words)
            if chunk and self._layout.does_begin(words):
                yield chunk
                chunk = []
            size = 0 if not chunk else size + line.size
            if size <= limit:
                chunk.append(line)
            else:  # too long anyway: only its length is kept
                chunk[-1] = replace(chunk[-1], size=chunk[-1].size + line.size)
            if self._layout.does_end(words):
                yield chunk
                chunk = []
        if chunk:
            yield chunk

    def _items_of(self, chunk: list[TableLine]) -> Iterator[Item]:
        origin = Origin(self._source.origin.path, line=chunk[0].number, byte=chunk[0].byte)
        limit = self._source.wishes.settings.max_item_bytes
        size = sum(line.size for line in chunk)
        try:
            if size > limit:
                raise Refused("too_large", size=size, limit=limit)
            yield from self._read_chunk(chunk, origin)
        except Refused as refused:
            yield reject(refused.why, replace(origin, record=self._counted()))

    def _counted(self) -> int:
        """The number of the document in hand."""
        self._counts.found += 1
        return self._counts.found

    def _read_chunk(self, chunk: list[TableLine], origin: Origin) -> Iterator[Item]:
        raw = self._lines.joined(chunk)
        decoded = decode(raw, self._lines.charset)
        lines = [_moved(line, chunk[0].number - 1) for line in lines_of(decoded.mapped.text)]
        piece = piece_of(decoded.mapped, lines, self._layout)
        if piece is None:
            if any(line.view.strip(" _=-*\t\x0c") for line in chunk):
                self._above = chunk[-1].number
            return
        if piece.why is not None or piece.body is None:
            raise Refused.of(piece.why) if piece.why is not None else Refused("export_no_text")
        starts, cut = decoded.mapped.starts, 0
        if piece.start:  # without the cover page
            cut = int(starts[piece.start])
            origin = replace(origin, line=piece.line, byte=origin.byte + cut)
        body = Mapped(piece.body.text, piece.body.starts - np.int32(cut), piece.body.ends - np.int32(cut))
        notes = (*decoded.notes, *piece.facts.notes)
        if self._above:
            notes, self._above = (*notes, note("cover_left_out", last=self._above)), 0
        own = Raw(raw[cut:], origin)
        article = article_of(own, body, form=FORM.name, encoding=decoded.encoding, facts=piece.facts, notes=notes)
        yield replace(article, origin=replace(origin, record=self._counted()))


def _moved(line: TextLine, by: int) -> TextLine:
    return replace(line, number=line.number + by)


FORM = Form("export", _fits, _read)
