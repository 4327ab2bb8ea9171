"""Markdown files, titled by their front matter or else their first heading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wortlaut.intake.articles import article_of, whole
from wortlaut.intake.decoding import decode
from wortlaut.intake.form import Form, Item, Source
from wortlaut.intake.records.fields import FieldMap, Fields
from wortlaut.intake.texts.markdown import looks_like_markdown, strip_markdown

__all__ = ["FORM"]


def _fits(source: Source) -> bool:
    return looks_like_markdown(source.start)


def _read(source: Source) -> Iterator[Item]:
    raw = whole(source.stream, source.origin, source.wishes)
    decoded = decode(raw.octets, source.charset, skip=source.charset.mark)
    stripped = strip_markdown(decoded.mapped)
    facts = Fields(stripped.front, FieldMap({})).facts()
    if facts.title is None:
        facts = replace(facts, title=stripped.title)
    notes = (*decoded.notes, *facts.notes, *stripped.notes)
    yield article_of(raw, stripped.mapped, form=FORM.name, encoding=decoded.encoding, facts=facts, notes=notes)


FORM = Form("markdown", _fits, _read, (".md", ".markdown", ".mdown", ".mkd"))
