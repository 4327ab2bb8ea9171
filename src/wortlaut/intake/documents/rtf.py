"""Rich Text Format: the text of the document without headers, footers, footnotes and what is hidden or deleted.

Cells of tables and text boxes are paragraphs of their own. The raw bytes are those of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from wortlaut.intake.articles import Raw
from wortlaut.intake.documents.holding import Held, articles_in
from wortlaut.intake.documents.rtf_reader import RtfReader
from wortlaut.intake.facts import Facts
from wortlaut.intake.form import Form, Item, Source
from wortlaut.intake.reasons import Refused, note
from wortlaut.intake.texts.wire import clean_line, paragraphs, replace_no_characters

__all__ = ["FORM"]

# With pictures, documents of some articles have some megabytes; what is read in ten seconds.
_LARGEST = 64 * 2**20


def _fits(source: Source) -> bool:
    return source.head[:64].lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"{\\rtf")


def _read(source: Source) -> Iterator[Item]:
    octets = source.stream.take(_LARGEST + 1)
    if len(octets) > _LARGEST:
        raise Refused("document_too_large", size=len(octets), limit=_LARGEST)
    if source.stream.damage is not None:
        raise Refused.of(source.stream.damage)
    if b"{\\rtf" not in octets[:64]:
        raise Refused("document_not_this", kind="RTF")
    reader = RtfReader(octets)
    reader.read()
    mapped, notes = replace_no_characters(reader.pieces.mapped())
    notes += (note("footnotes_left", count=reader.footnotes),) * (reader.footnotes > 0)
    notes += (note("hidden_left", count=reader.hidden),) * (reader.hidden > 0)
    notes += (note("document_unended"),) * (not reader.is_whole)
    held = Held(Raw(octets, source.origin), paragraphs(mapped), FORM.name, reader.page, _facts(reader), notes)
    yield from articles_in(held, source.wishes)


def _facts(reader: RtfReader) -> Facts:
    facts = {name: clean_line(value) for name, value in reader.facts.items()}
    return Facts(
        title=facts.get("title") or None,
        author=facts.get("author") or facts.get("operator") or None,
        published=_day(reader.times.get("creatim") or reader.times.get("revtim") or {}),
    )


def _day(time: dict[str, int]) -> date | None:
    try:
        return date(time["yr"], time["mo"], time["dy"])
    except (KeyError, ValueError, OverflowError):
        return None


FORM = Form("rtf", _fits, _read, (".rtf",), is_text=False)
