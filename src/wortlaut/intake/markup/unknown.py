"""XML that no form knows: refused by the name of its outermost element, for taken as text it would be full of tags."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.intake.agency.documents import root_of
from wortlaut.intake.form import Form, Item, Source
from wortlaut.intake.reasons import Refused, reject
from wortlaut.intake.texts.wire import clean_line

__all__ = ["FORM"]

_LONGEST_NAME = 40  # characters shown of it
_PAGES = (".html", ".htm", ".xhtml", ".shtml", ".php")  # a piece of a page, if it is named so


def _fits(source: Source) -> bool:
    return source.start.lstrip("\ufeff \t\r\n").startswith("<?xml") and not source.name.endswith(_PAGES)


def _read(source: Source) -> Iterator[Item]:
    root = root_of(source)
    if root is None:
        raise Refused("xml_empty")
    yield reject(Refused("xml_unknown", name=clean_line(root.name)[:_LONGEST_NAME]).why, source.origin)


FORM = Form("xml", _fits, _read)
