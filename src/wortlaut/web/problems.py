"""What goes wrong, said in one form: problem details (RFC 9457) to programs, a page to people."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from pathlib import PurePath
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Scope

from wortlaut.errors import (
    DecisionImpossible,
    EditConflict,
    InputError,
    NameTaken,
    NotInRecord,
    RecordBusy,
    RecordMissing,
    WortlautError,
)
from wortlaut.texts import TEXTS, Texts
from wortlaut.web.languages import language_of

__all__ = ["PROBLEM_TYPE", "error_response", "problem_response", "status_of"]

PROBLEM_TYPE = "application/problem+json"
_API = "/api/"
_BUSY_SECONDS = "2"
# The first that fits; what is not here is a fault of the record or of ours.
_STATUS: tuple[tuple[type[WortlautError], int], ...] = (
    (NotInRecord, 404),
    (EditConflict, 409),
    (NameTaken, 409),
    (DecisionImpossible, 422),
    (InputError, 422),
    (RecordBusy, 503),
    (RecordMissing, 503),
)


def status_of(error: WortlautError) -> int:
    """The HTTP status that tells of `error`."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


def error_response(request: Request, error: WortlautError) -> Response:
    """The answer that tells of `error`."""
    status = status_of(error)
    headers = {"retry-after": _BUSY_SECONDS} if status == 503 else None
    told = error.text(language_of(request))
    path = error.values.get("path")
    if isinstance(path, PurePath):  # where the record lies is nobody's business who only reaches its pages
        told = told.replace(str(path), path.name)
    return _response(request, status=status, code=error.code, detail=told, headers=headers)


def problem_response(
    scope: Scope, *, status: int, code: str, headers: Mapping[str, str] | None = None, detail: str | None = None
) -> Response:
    """The answer that tells of the problem `code`, a key of the texts."""
    request = Request(scope)
    texts = Texts(language_of(request))
    told = detail if detail is not None else texts(code) if code in TEXTS else HTTPStatus(status).phrase
    return _response(request, status=status, code=code.removeprefix("web."), detail=told, headers=headers)


def _response(request: Request, *, status: int, code: str, detail: str, headers: Mapping[str, str] | None) -> Response:
    title = HTTPStatus(status).phrase
    if request.url.path.startswith(_API):
        body: dict[str, Any] = {"type": "about:blank", "title": title, "status": status, "detail": detail, "code": code}
        return JSONResponse(body, status_code=status, headers=headers, media_type=PROBLEM_TYPE)
    from wortlaut.web.view import rendered

    response = rendered(request, "problem.html.j2", status=status, number=status, detail=detail)
    response.headers.update(headers or {})
    return response
