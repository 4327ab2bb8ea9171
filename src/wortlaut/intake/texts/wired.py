"""Wire text that begins with a date line; told by that alone, whatever the file's name."""

from __future__ import annotations

from wortlaut.intake.form import Form, Source
from wortlaut.intake.texts.plain import read_plain
from wortlaut.intake.texts.wire import has_date_line

__all__ = ["FORM"]


def _fits(source: Source) -> bool:
    return has_date_line(source.start)


FORM = Form("wire", _fits, read_plain)
