"""What people decide, where the record may be changed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from wortlaut import service
from wortlaut.export.entry import EntryJson, entry_json
from wortlaut.export.statement import StatementJson, statement_json
from wortlaut.service import Decided, Signed, Wording
from wortlaut.types import Act, Medium, StatementPart, StatementType
from wortlaut.web.api.answers import json_answer
from wortlaut.web.api.asked import ArticleRef, Number, StatementRef
from wortlaut.web.site import site_of

__all__ = [
    "CorrectionJson",
    "DecidedJson",
    "PartsJson",
    "SignedJson",
    "WordingJson",
    "add_statement",
    "complete_article",
    "confirm_statement",
    "correct_statement",
    "reject_statement",
    "router",
    "undo_entry",
]

router = APIRouter(tags=["deciding"])

_Line = Annotated[str, Field(max_length=1000)]
_Words = Annotated[str, Field(max_length=20_000)]
_Several = Annotated[list[_Words], Field(max_length=100)]
_SEEN = "`ETag` of the statement as it was seen: 409 where it is not so any more."
IfMatch = Annotated[str | None, Header(max_length=200, description=_SEEN)]


class SignedJson(BaseModel):
    """Who decides, and why."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    by: _Line | None = None
    """Name of who decides; without it that of the setting `editor`, else the login name."""
    why: _Line | None = None


class PartsJson(SignedJson):
    """Which parts of the statement are meant; with none, all of it."""

    parts: Annotated[list[StatementPart], Field(max_length=20)] = []


class WordingJson(BaseModel):
    """What parts of a statement are, in words of the article or places such as `71-133`; an empty list: not there."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    quote: _Several | None = None
    type: StatementType | None = None
    medium: Medium | None = None
    cue: _Several | None = None
    frame: _Several | None = None
    speakers: _Several | None = None
    addressees: _Several | None = None
    parent: Annotated[str, Field(max_length=64)] | None = None
    """Id of a statement, or `-` for none."""
    who: Annotated[list[_Line], Field(max_length=100)] | None = None
    """Who is meant by each speaker: id or name of an actor, another name, `unnamed`, `group`, `document`, `unknown`."""
    act: Act | None = None

    def wording(self) -> Wording:
        """The same for the service."""
        return Wording(
            quote=_tuple(self.quote),
            type=self.type,
            medium=self.medium,
            cue=_tuple(self.cue),
            frame=_tuple(self.frame),
            speakers=_tuple(self.speakers),
            addressees=_tuple(self.addressees),
            parent=self.parent,
            who=_tuple(self.who),
            act=self.act,
        )


def _tuple(words: list[str] | None) -> tuple[str, ...] | None:
    return None if words is None else tuple(words)


class CorrectionJson(SignedJson):
    """What the parts of a statement are."""

    values: WordingJson


class DecidedJson(BaseModel):
    """What a decision made."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    entry: EntryJson
    statement: StatementJson | None
    """As it now is; `null` where there is none any more."""


@router.post("/statements/{statement}/confirm", response_model=DecidedJson)
def confirm_statement(request: Request, statement: StatementRef, made: PartsJson, if_match: IfMatch = None) -> Response:
    """Says that parts of the statement, or all of it, are right as they are."""
    return _answer(request, service.confirm(statement, made.parts, **_signed(request, made, if_match)))


@router.post("/statements/{statement}/reject", response_model=DecidedJson)
def reject_statement(request: Request, statement: StatementRef, made: PartsJson, if_match: IfMatch = None) -> Response:
    """Says that parts of the statement are not there, or that it is none."""
    return _answer(request, service.reject(statement, made.parts, **_signed(request, made, if_match)))


@router.post("/statements/{statement}/correct", response_model=DecidedJson)
def correct_statement(
    request: Request, statement: StatementRef, made: CorrectionJson, if_match: IfMatch = None
) -> Response:
    """Says what parts of the statement are."""
    signed = _signed(request, made, if_match)
    return _answer(request, service.correct(statement, made.values.wording(), **signed))


@router.post("/articles/{article}/statements", response_model=DecidedJson)
def add_statement(request: Request, article: ArticleRef, made: CorrectionJson) -> Response:
    """Adds a statement that no reader found."""
    return _answer(request, service.add(article, made.values.wording(), **_signed(request, made, None)))


@router.post("/articles/{article}/complete", response_model=DecidedJson)
def complete_article(request: Request, article: ArticleRef, made: SignedJson) -> Response:
    """Says that what stands in the article now is all that is said in it."""
    return _answer(request, service.complete(article, **_signed(request, made, None)))


@router.post("/history/{number}/undo", response_model=DecidedJson)
def undo_entry(request: Request, number: Number, made: SignedJson) -> Response:
    """Takes back an entry of the history."""
    return _answer(request, service.undo(number, **_signed(request, made, None)))


def _signed(request: Request, made: SignedJson, if_match: str | None) -> Signed:
    seen = None if if_match is None else if_match.strip().removeprefix("W/").strip('"')
    return Signed(by=made.by, why=made.why, seen=None if seen == "*" else seen, settings=site_of(request).settings)


def _answer(request: Request, decided: Decided) -> Response:
    found = decided.found
    made = {
        "entry": entry_json(decided.entry, None if found is None else found.article.text),
        "statement": None if found is None else statement_json(found),
    }
    return json_answer(request, made)
