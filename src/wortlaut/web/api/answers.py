"""How the API answers: JSON with an ETag, and problems in one form."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from pydantic import BaseModel, ConfigDict
from starlette.requests import Request
from starlette.responses import Response

from wortlaut.export.visible import escape_hidden
from wortlaut.web.problems import PROBLEM_TYPE

__all__ = ["PROBLEMS", "ProblemJson", "json_answer"]


class ProblemJson(BaseModel):
    """What went wrong (RFC 9457)."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    type: str
    title: str
    status: int
    detail: str
    """In the language that `Accept-Language` or `lang` asks for."""
    code: str
    """What went wrong, for programs."""


def _problem(description: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/ProblemJson"}
    return {"description": description, "content": {PROBLEM_TYPE: {"schema": schema}}}


PROBLEMS: dict[int | str, dict[str, Any]] = {
    304: {"description": "Not changed since the answer with the ETag in `If-None-Match`"},
    404: _problem("There is none of that id"),
    422: _problem("A value cannot be used"),
    "default": {**_problem("Any other problem, such as 429 or 503 with `Retry-After`"), "model": ProblemJson},
}


def json_answer(request: Request, made: Any, *, etag: str | None = None, status: int = 200) -> Response:
    """The answer with the JSON, or 304 where the client has it already; without an `etag` the digest of the content."""
    body = escape_hidden(json.dumps(made, ensure_ascii=False, separators=(",", ":"))).encode()
    tag = f'"{etag or sha256(body).hexdigest()[:32]}"'
    known = {each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")}
    if status == 200 and known & {tag, "*"}:
        return Response(status_code=304, headers={"etag": tag})
    return Response(body, status_code=status, media_type="application/json", headers={"etag": tag})
