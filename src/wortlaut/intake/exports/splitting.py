"""The documents of a text export, one after another, each with what its head tells.

What cannot be understood stays a piece of its own that says why, so that nothing is merged into its neighbour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from wortlaut.intake.exports.heads import Head, TextLine, read_head
from wortlaut.intake.exports.labels import coded
from wortlaut.intake.exports.layouts import ANNOUNCED, Layout, Shape, layout_of
from wortlaut.intake.facts import Facts
from wortlaut.intake.mapped import Edit, Mapped
from wortlaut.intake.reasons import Refused, note
from wortlaut.intake.texts.wire import clean_line, paragraphs, replace_no_characters
from wortlaut.types import Reason

__all__ = ["Counts", "Piece", "is_export", "lines_of", "piece_of", "split_export"]

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
# Databases count abbreviations, figures and titles in ways of their own; beyond a quarter something is missing.
_TOLERATED_WORDS = 30
_TOLERATED_SHARE = 0.25
_LONG_LINES = 120  # characters; lines that long are whole paragraphs, for nobody broke them
_COVER = re.compile(
    r"\s*(?:Date and Time|Job Number|Download Request|Time [Oo]f Request|Print Request|Client/Matter|Search Terms"
    r"|Search Type|Narrowed by|Content Type|User Name|Source|Combined Source|Project ID|Terms|Send To|Suchbegriffe"
    r"|Datum und Uhrzeit|Auftragsnummer|Inhaltsverzeichnis|About LexisNexis|\d{1,4}\.\s)\b.{0,400}|" + ANNOUNCED.pattern
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A document of an export: its clean text and its facts, or why it cannot be taken.

    `start` to `end` is its stretch of the export's text; `line` is the one that it begins on (the first is 1).
    """

    start: int
    end: int
    line: int
    body: Mapped | None = None
    facts: Facts = field(default_factory=Facts)
    why: Reason | None = None


@dataclass(slots=True)
class Counts:
    """How many documents an export announces, and how many were found."""

    announced: int | None = None
    found: int = 0

    def look(self, layout: Layout, words: str) -> None:
        """Takes in a line that may announce a number."""
        self.announced = max(filter(None, (self.announced, layout.announced(words))), default=None)

    @property
    def why(self) -> Reason | None:
        """What is wrong with the number, if anything."""
        if self.announced is None or self.announced == self.found:
            return None
        return Refused("export_count", announced=self.announced, found=self.found).why


def is_export(start: str) -> bool:
    """Whether a text that begins so is an export of several documents."""
    return layout_of(start) is not None


def split_export(mapped: Mapped) -> list[Piece]:
    """The documents in the text of an export; empty where it is none.

    A last piece without a body tells where another number of documents is announced than there is.
    """
    layout = layout_of(mapped.text)
    if layout is None:
        return []
    counts = Counts()
    lines = list(lines_of(mapped.text))
    for line in lines:
        counts.look(layout, line.words)
    pieces = [piece for each in _chunks(lines, layout) if (piece := piece_of(mapped, each, layout)) is not None]
    counts.found = len(pieces)
    if counts.why is not None:
        pieces.append(Piece(len(mapped.text), len(mapped.text), len(lines), why=counts.why))
    return pieces


def lines_of(text: str) -> Iterator[TextLine]:
    """The lines of a text."""
    start = 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        words = line.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
        yield TextLine(start, start + len(words), words.lstrip("\x0c"), number)
        start += len(line)


def _chunks(lines: Sequence[TextLine], layout: Layout) -> Iterator[list[TextLine]]:
    """The lines of each document, with the lines that part them."""
    chunk: list[TextLine] = []
    for line in lines:
        if chunk and layout.does_begin(line.words):
            yield chunk
            chunk = []
        chunk.append(line)
        if layout.does_end(line.words):
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def piece_of(mapped: Mapped, lines: Sequence[TextLine], layout: Layout) -> Piece | None:
    """The document in some lines of the text; None where there are only rules, or a cover page."""
    lines, cover = _without_cover(lines, layout)
    inside = [line for line in lines if not (layout.does_end(line.words) or layout.does_begin(line.words))]
    if layout.first_label is not None:
        inside = list(lines)
    if not any(re.search(r"[^\W_]", line.words) for line in inside):
        return None
    start, end, number = lines[0].start, lines[-1].end, lines[0].number
    head = read_head(inside, layout)
    if layout.begins is not None and not layout.does_begin(lines[0].words):
        return None if not head.is_found else _refused(start, end, number, "export_head")
    if not head.is_found:
        return _refused(start, end, number, "export_head")
    body = _body(mapped, inside, head, layout)
    if not body.text:
        return _refused(start, end, number, "export_no_text")
    return Piece(start, end, number, body, _facts(head, body, cover))


def _refused(start: int, end: int, number: int, code: str) -> Piece:
    return Piece(start, end, number, why=Refused(code).why)


def _without_cover(lines: Sequence[TextLine], layout: Layout) -> tuple[Sequence[TextLine], int]:
    """The lines without a cover page above the first document, and the number of its last line, 0 without one."""
    if layout.begins is not None or lines[0].number > 1:
        return lines, 0
    last = max((at for at, line in enumerate(lines[:2000]) if _COVER.fullmatch(line.words)), default=-1)
    if last < 0 or not any(ANNOUNCED.fullmatch(line.words) for line in lines[: last + 1]):
        return lines, 0
    return lines[last + 1 :], lines[last].number


def _body(mapped: Mapped, lines: Sequence[TextLine], head: Head, layout: Layout) -> Mapped:
    """The text of the document, paragraphs parted by blank lines."""
    chosen = lines[head.first : head.behind]
    if not chosen:
        return mapped.cut(0, 0)
    start = chosen[0].start + head.starts_within
    body = mapped.cut(min(start, chosen[-1].end), chosen[-1].end)
    if layout.shape is Shape.CODES:
        body = body.edited(_without_codes(chosen, start))
    lengths = sorted(len(line.words) for line in chosen if line.words.strip())
    if lengths and "\n\n" not in body.text and lengths[len(lengths) // 2] > _LONG_LINES:
        body = body.edited([Edit(at, at + 1, "\n\n") for at, sign in enumerate(body.text) if sign == "\n"])
    return paragraphs(replace_no_characters(body)[0])


def _without_codes(lines: Sequence[TextLine], start: int) -> list[Edit]:
    """What makes paragraphs of the codes in front of the parts of a text that begins at `start`."""
    found = [(line, coded(line.words)) for line in lines if line.start >= start]
    return [
        Edit(line.start - start, line.start - start + code.value, "\n\n") for line, code in found if code is not None
    ]


def _facts(head: Head, body: Mapped, cover: int) -> Facts:
    notes = [note("date_unread", value=head.unread_date[:40])] if head.unread_date and not head.published else []
    count = len(_WORD.findall(body.text))
    if head.length is not None and abs(count - head.length) > max(_TOLERATED_WORDS, _TOLERATED_SHARE * head.length):
        notes.append(note("length_differs", announced=head.length, found=count))
    if cover:
        notes.append(note("cover_left_out", last=cover))
    facts = Facts(
        title=_line(head.title),
        subtitle=_line(head.subtitle),
        author=_line(head.author),
        source=_line(head.source),
        published=head.published,
        url=_line(head.url),
        declared_id=_line(head.declared_id),
    )
    return replace(facts, notes=tuple(notes))


def _line(value: str | None) -> str | None:
    return None if value is None else clean_line(value) or None
