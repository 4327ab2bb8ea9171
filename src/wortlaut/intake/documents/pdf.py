"""PDF with a text layer: the text in the order in which it is drawn, page by page.

The raw bytes are the unpacked content streams of the pages, one after another, in each the streams of the forms that it
draws behind the operator that draws them; a character leads to the bytes of its code in the string there. Headings,
footers and numbers of pages, turned text, and what is marked as an artifact are left out; words that were hyphenated at
line ends are put together. Pages that are pictures have no text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wortlaut.intake.articles import Raw
from wortlaut.intake.documents.holding import Held, articles_in
from wortlaut.intake.form import Form, Item, Source
from wortlaut.intake.reasons import Refused, note
from wortlaut.intake.texts.wire import paragraphs, replace_no_characters

__all__ = ["FORM"]

# The bytes in front of the header are passed over, as readers do.
_HEADER_WITHIN = 1024
_LARGEST = 128 * 2**20
_MOST_UNKNOWN = 0.3  # of the characters; text of a font without a map is no text


def _fits(source: Source) -> bool:
    return source.head[:64].lstrip(b"\xef\xbb\xbf\r\n\t \0").startswith(b"%PDF-")


def _read(source: Source) -> Iterator[Item]:
    octets = source.stream.take(_LARGEST + 1)
    if len(octets) > _LARGEST:
        raise Refused("document_too_large", size=len(octets), limit=_LARGEST)
    if source.stream.damage is not None:
        raise Refused.of(source.stream.damage)
    start = octets.find(b"%PDF-", 0, _HEADER_WITHIN)
    if start < 0:
        raise Refused("document_not_this", kind="PDF")
    from wortlaut.intake.documents.portable.reading import read_pages

    found = read_pages(octets[start:])
    mapped, notes = replace_no_characters(found.text)
    unknown = mapped.text.count("\ufffd")
    letters = sum(map(str.isalpha, mapped.text))
    if unknown > _MOST_UNKNOWN * max(letters, 1):
        raise Refused("pdf_no_letters", count=unknown)
    if not letters:
        is_damaged = found.is_rebuilt or found.broken
        raise Refused("pdf_no_text_left" if is_damaged else "pdf_no_text", count=found.pages)
    notes += (note("pdf_unknown", count=unknown),) * (unknown > 0)
    notes += (note("pdf_rebuilt"),) * found.is_rebuilt
    notes += (note("pdf_pages_left", count=found.broken),) * (found.broken > 0)
    notes += (note("pdf_pictures", count=found.empty),) * (found.empty > 0)
    notes += (note("pdf_turned", count=found.turned),) * (found.turned > 0)
    raw = Raw(found.raw, replace(source.origin, byte=0))
    dated = (note("pdf_dated"),) * (found.facts.published is not None)
    yield from articles_in(Held(raw, paragraphs(mapped), FORM.name, "pdf", found.facts, notes, dated), source.wishes)


FORM = Form("pdf", _fits, _read, (".pdf",), is_text=False)
