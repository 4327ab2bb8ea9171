"""JSON Lines: a record a line."""

from __future__ import annotations

import re

from wortlaut.intake.form import Form, Source
from wortlaut.intake.records.file import is_json
from wortlaut.intake.records.items import read_json_lines
from wortlaut.intake.records.scan import Broken, after_space, place
from wortlaut.intake.streams import HEAD

__all__ = ["FORM"]

_OBJECT = re.compile(r"\s*\{")
_NAMES = (".jsonl", ".ndjson", ".jsonlines", ".ldjson")


def _fits(source: Source) -> bool:
    begins_object = _OBJECT.match(source.start) is not None
    if source.name.endswith(_NAMES) and (begins_object or not is_json(source)):
        return True
    return begins_object and is_json(source) and _goes_on(source)


def _goes_on(source: Source) -> bool:
    """Whether JSON that begins with an object goes on with another one on the next line."""
    charset, stream = source.charset, source.stream
    first = stream.peek_line(charset.newline, source.wishes.settings.max_file_bytes)
    if not first:
        return False
    behind = stream.peek(len(first) + HEAD)[len(first) :].decode(charset.name or "utf-8", "replace")
    if _OBJECT.match(behind) is None:
        return False
    line = first[charset.mark :].decode(charset.name or "latin-1", "replace").rstrip()
    try:
        return place(line, after_space(line, 0)).end == len(line)
    except Broken:
        return behind.startswith('{"')  # a broken first line, or one that is cut short


FORM = Form("jsonl", _fits, read_json_lines, _NAMES)
