"""From a file in TOML to a codebook, or all that is wrong with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from wortlaut.errors import CodebookBroken, InputError
from wortlaut.meaning.coding.books import Codebook
from wortlaut.meaning.coding.checking import Fault, faults_of

__all__ = ["load", "parse"]

_LONGEST = 2**20  # bytes; far more than people write
_HEADER = re.compile(r"[ \t]*\[\[[ \t]*categories[ \t]*\]\]")
# What pydantic calls a fault: what we say.
_CODES = {
    "extra_forbidden": "codebook_key_unknown",
    "missing": "codebook_key_missing",
    "enum": "codebook_value_unknown",
    "string_type": "codebook_no_text",
    "list_type": "codebook_no_list",
    "bool_type": "codebook_no_truth",
    "model_type": "codebook_no_table",
    "model_attributes_type": "codebook_no_table",
    "string_too_short": "codebook_empty_value",
    "too_short": "codebook_empty_value",
    "string_too_long": "codebook_value_long",
    "too_long": "codebook_value_long",
    "string_pattern_mismatch": "codebook_id_malformed",
}


def load(path: Path) -> Codebook:
    """The codebook of a file; raises `InputError` where it cannot be read, `CodebookBroken` where it is none."""
    try:
        with path.open("rb") as file:
            written = file.read(_LONGEST + 1)
    except OSError as error:
        raise InputError("codebook_unreadable", path=path, what=error.strerror or error) from error
    return parse(written, path=str(path))


def parse(written: bytes, *, path: str) -> Codebook:
    """The codebook that was written so in the file of that path; raises `CodebookBroken` with all its faults."""
    if len(written) > _LONGEST:
        raise CodebookBroken([InputError("codebook_too_long", path=path, most=_LONGEST)])
    try:
        text = written.decode("utf-8-sig")
        table = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = written.count(b"\n", 0, error.start) + 1
        raise CodebookBroken([InputError("codebook_not_utf8", path=path, line=line)]) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise CodebookBroken([InputError("codebook_no_toml", path=path, what=error)]) from error
    lines = [number for number, line in enumerate(text.splitlines(), 1) if _HEADER.match(line)]
    places = _Places(path, table, lines)
    codebook = _validated(table, places)
    if found := [places.error(each) for each in faults_of(codebook)]:
        raise CodebookBroken(found)
    return codebook


def _validated(table: Mapping[str, Any], places: _Places) -> Codebook:
    from pydantic import ValidationError

    from wortlaut.meaning.coding.models import CodebookModel

    try:
        return CodebookModel.model_validate(table).codebook()
    except ValidationError as error:
        found = [_fault(each["type"], each["loc"], each["msg"], each.get("ctx", {})) for each in error.errors()]
        raise CodebookBroken([places.error(each) for each in found]) from error


def _fault(kind: str, place: Sequence[int | str], said: str, context: Mapping[str, Any]) -> Fault:
    """What is wrong, and in which category, by number from 0."""
    number = place[1] if len(place) > 1 and place[0] == "categories" and isinstance(place[1], int) else None
    key = ".".join(map(str, place[2:] if number is not None else place)) or "[[categories]]"
    known, most = str(context.get("expected", "")).replace(" or ", ", "), context.get("max_length", "")
    code = _CODES.get(kind, "codebook_value_wrong")
    return Fault(code, number, {"key": key, "what": said, "known": known, "most": most})


class _Places:
    """Where in a file the categories stand, to say so of what is wrong."""

    def __init__(self, path: str, table: Mapping[str, Any], lines: Sequence[int]) -> None:
        self._path = path
        categories = table.get("categories")
        self._categories = categories if isinstance(categories, list) else []
        # Else they are not written one below another, or something looks like a heading within a text.
        self._lines = lines if len(lines) == len(self._categories) else []

    def error(self, fault: Fault) -> InputError:
        """The fault with its place."""
        where = ", ".join(self._where(fault.category))
        return InputError(fault.code, where=where, **fault.values)

    def _where(self, number: int | None) -> Iterator[str]:
        if number is None:
            yield self._path
            return
        yield f"{self._path}:{self._lines[number]}" if self._lines else self._path
        category = self._categories[number] if number < len(self._categories) else None
        name = category.get("id") if isinstance(category, dict) else None
        yield str(name)[:64] if isinstance(name, str) else f"#{number + 1}"
