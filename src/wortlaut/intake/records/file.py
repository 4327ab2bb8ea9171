"""JSON: one record, a list of records, or an object around such a list."""

from __future__ import annotations

import re

from wortlaut.intake.form import Form, Source
from wortlaut.intake.records.items import read_json

__all__ = ["FORM", "is_json"]

# `{` or `[` alone also begin plain text (`[dpa] Berlin`): JSON goes on with a key, a record or the end.
_JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*(?:[\[{\]]|"[^"\\]*(?:\\.[^"\\]*)*"\s*(?:\]|,\s*["{\[\]])))')


def is_json(source: Source) -> bool:
    """Whether the file begins as JSON does."""
    return _JSON.match(source.start) is not None


FORM = Form("json", is_json, read_json, (".json", ".geojson", ".ninjs"))
