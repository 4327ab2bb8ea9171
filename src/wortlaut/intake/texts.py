"""Items that are one text: wire text and plain text, and Markdown."""

from __future__ import annotations

from dataclasses import replace

from wortlaut.intake.articles import Raw, article_of
from wortlaut.intake.decoding import Charset, decode
from wortlaut.intake.fields import Facts, FieldMap, Fields
from wortlaut.intake.markdown import strip_markdown
from wortlaut.intake.wire import clean
from wortlaut.types import Article

__all__ = ["read_markdown", "read_text"]


def read_text(raw: Raw, charset: Charset) -> Article:
    """The article in wire text (by its date line, escapes or markup) or in plain text; raises `Refused`."""
    decoded = decode(raw.octets, charset, skip=charset.mark)
    cleaned = clean(decoded.mapped)
    form = "wire" if cleaned.is_wire else "text"
    facts = Facts(published=cleaned.published)
    return article_of(raw, cleaned.mapped, form=form, decoded=decoded, facts=facts, notes=cleaned.notes)


def read_markdown(raw: Raw, charset: Charset) -> Article:
    """The article in Markdown, titled by its front matter or else its first heading; raises `Refused`."""
    decoded = decode(raw.octets, charset, skip=charset.mark)
    stripped = strip_markdown(decoded.mapped)
    facts = Fields(stripped.front, FieldMap({})).facts()
    if facts.title is None:
        facts = replace(facts, title=stripped.title)
    return article_of(raw, stripped.mapped, form="markdown", decoded=decoded, facts=facts, notes=stripped.notes)
