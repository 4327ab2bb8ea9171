"""Files that are one text: plain text, or wire text by its escapes or markup. It takes what nothing else does."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.intake.articles import article_of, whole
from wortlaut.intake.decoding import decode
from wortlaut.intake.facts import Facts
from wortlaut.intake.form import Form, Item, Source
from wortlaut.intake.texts.unwrapping import unwrapped
from wortlaut.intake.texts.wire import clean

__all__ = ["FORM", "read_plain"]


def read_plain(source: Source) -> Iterator[Item]:
    """The article in wire text or in plain text; raises `Refused`."""
    raw = whole(source.stream, source.origin, source.wishes)
    decoded = decode(raw.octets, source.charset, skip=source.charset.mark)
    cleaned = clean(decoded.mapped)
    form = "wire" if cleaned.is_wire else "text"
    notes = (*decoded.notes, *cleaned.notes)
    facts = Facts(published=cleaned.published)
    yield article_of(raw, unwrapped(cleaned.mapped), form=form, encoding=decoded.encoding, facts=facts, notes=notes)


def _fits(source: Source) -> bool:
    return False  # asked last, and taken when no other form is


FORM = Form("text", _fits, read_plain, (".txt", ".text"))
