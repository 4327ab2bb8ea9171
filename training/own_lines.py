"""One line of what `wortlaut export --format corpus` writes, parsed and held against its own text.

Unknown and missing keys are refused, and so are places that do not have the words that stand beside them: positions
that are shifted by one would teach nonsense, and nothing later could tell.
"""

import json
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from typing import Annotated, Any

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, PlainValidator, ValidationError

from wortlaut.export.corpus import MEDIA, TYPES
from wortlaut.types import Standing

__all__ = ["LineRefused", "OwnLine", "parsed"]

_PRESENT = frozenset({Standing.FOUND.value, Standing.UPHELD.value, Standing.ADDED.value})
_ADDED = Standing.ADDED.value


class LineRefused(Exception):
    """Why a line is not taken."""


def _words(value: object) -> str:
    """A string, also one with half a surrogate pair, which pydantic would refuse."""
    if not isinstance(value, str):
        raise ValueError("a string is due")
    return value


def _moment(value: object) -> object:
    return datetime.fromisoformat(value) if isinstance(value, str) else value


_Words = Annotated[str, PlainValidator(_words)]
_Moment = Annotated[AwareDatetime, BeforeValidator(_moment)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _Stretch(_Model):
    charBegin: int
    charEnd: int


class _Run(_Stretch):
    begin: int
    end: int


class _Part(_Model):
    spans: list[_Run]
    text: _Words
    tokenIds: list[int]
    exact: list[_Stretch] | None = None


class _Verdict(_Model):
    part: str
    by: _Words
    at: _Moment


class _Maker(_Model):
    reader: _Words
    weights: _Words
    version: _Words


class _Annotation(_Model):
    id: int
    type: str
    medium: str
    quote: _Part
    cue: _Part
    frame: _Part
    speaker: _Part
    addressee: _Part
    isNested: bool
    hasNested: bool
    statement: str
    parent: int | None
    standing: str
    made_by: _Maker
    decided_by: list[_Verdict]

    def parts(self) -> Iterator[tuple[str, _Part]]:
        """Each part with its name."""
        for name in ("quote", "cue", "frame", "speaker", "addressee"):
            yield name, getattr(self, name)


class _Head(_Model):
    title: _Words | None
    published: str | None
    source: _Words | None
    url: _Words | None


class _Completed(_Model):
    by: _Words
    at: _Moment


class OwnLine(_Model):
    """An article as the export writes it; tokens and sentences are not looked into, as training cuts texts itself."""

    documentName: str
    originalText: _Words
    article: _Head
    completed: _Completed
    annotations: list[_Annotation]
    sentences: list[Any]
    tokens: list[Any]


def parsed(raw: bytes) -> OwnLine:
    """The article of one line; raises `LineRefused` where it is none, or does not fit its own text."""
    try:
        record = json.loads(raw.decode("utf-8"))
    except ValueError as error:
        raise LineRefused(f"no JSON ({error})") from error
    if not isinstance(record, dict) or "originalText" not in record:
        raise LineRefused("no article: export with `wortlaut export --format corpus`")
    if "completed" not in record:
        raise LineRefused("nobody said that the article is complete (`wortlaut complete`)")
    try:
        line = OwnLine.model_validate(record)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise LineRefused(f"{place}: {first['msg']}") from error
    _check(line)
    return line


def _check(line: OwnLine) -> None:
    """Nothing; raises `LineRefused` where something in the line does not fit the rest."""
    if not line.completed.by.strip():
        raise LineRefused("nobody's name stands at the completion (`wortlaut complete --by NAME`)")
    numbers = {each.id for each in line.annotations}
    if len(numbers) < len(line.annotations):
        raise LineRefused("two statements have the same number")
    for each in line.annotations:
        about = f"statement {each.statement}"
        if each.type not in TYPES.values() or each.medium not in MEDIA.values():
            raise LineRefused(f"{about}: type {each.type!r} or medium {each.medium!r} is unknown")
        if each.standing not in _PRESENT:
            raise LineRefused(f"{about}: its standing is {each.standing!r}, so it is none of the article's")
        if not each.decided_by and each.standing != _ADDED:
            raise LineRefused(f"{about}: no person decided about it")
        if each.parent is not None and (each.parent not in numbers or each.parent == each.id):
            raise LineRefused(f"{about}: it stands inside number {each.parent}, which is not there")
        if not each.quote.spans:
            raise LineRefused(f"{about}: it has no quote")
        for name, part in each.parts():
            _check_part(line.originalText, part, f"{about}: {name}")


def _check_part(text: str, part: _Part, about: str) -> None:
    for span in (*part.spans, *(part.exact or ())):
        if not 0 <= span.charBegin < span.charEnd <= len(text):
            raise LineRefused(f"{about} has the place {span.charBegin}-{span.charEnd} in {len(text)} characters")
    if any(later.charBegin < earlier.charEnd for earlier, later in pairwise(part.spans)):
        raise LineRefused(f"{about} has places that overlap or are out of order")
    if " ".join(text[span.charBegin : span.charEnd] for span in part.spans) != part.text:
        raise LineRefused(f"{about} does not have its words at its places")
