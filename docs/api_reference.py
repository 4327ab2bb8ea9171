"""`docs/api.md`: the API for programs, from its own description."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from wortlaut.settings import Settings
from wortlaut.web.app import application
from wortlaut.web.options import WebOptions

__all__ = ["api"]

_HEAD = """# API

<!-- Made by docs/generate.py from the program itself: do not edit. -->

`wortlaut serve` answers programs under `/api/v1`. `/api/v1/openapi.json` describes it whole, with all schemas
(OpenAPI 3.1). What begins with POST is only there with `wortlaut serve --write`, and takes JSON
(`Content-Type: application/json`).

- Pages: `next` of an answer is the address of the next page, `null` on the last one.
- Every answer has an `ETag`; that of a statement is its `revision`. With `If-None-Match`, what is known is answered by
  304; with `If-Match`, a decision about a statement that has changed meanwhile is refused with 409.
- What goes wrong is told as `application/problem+json` (RFC 9457): `type`, `title`, `status`, `detail` in the language
  that `Accept-Language` or `?lang=` asks for, and `code` for programs. 429 and 503 say in `Retry-After` when to come
  back.
"""


def api() -> str:
    """`docs/api.md`: every operation with its parameters, body and answer."""
    made = application(Settings(db=Path("wortlaut.db")), WebOptions(write=True)).openapi()
    parts = [_HEAD]
    for path, methods in made["paths"].items():
        for method, operation in methods.items():
            parts.append(_section(path, method, operation, made["components"]["schemas"]))
    return "\n".join(parts)


def _section(path: str, method: str, operation: Mapping[str, Any], schemas: Mapping[str, Any]) -> str:
    lines = [f"## `{method.upper()} {path}`\n", f"{operation['description']}\n"]
    rows = [_row(each["name"], each["schema"], each.get("description", "")) for each in operation.get("parameters", ())]
    if rows:
        lines += ["| parameter | | |", "|---|---|---|", *rows, ""]
    if "requestBody" in operation:
        name = _name(operation["requestBody"]["content"]["application/json"]["schema"])
        fields = _fields(schemas[name])
        lines += [f"Body: `{name}`\n", "| field | | |", "|---|---|---|", *fields, ""]
    answer = operation["responses"]["200"]["content"]
    schema = answer.get("application/json", {}).get("schema")
    lines.append(f"Answer: `{_name(schema)}`\n" if schema else f"Answer: {', '.join(f'`{each}`' for each in answer)}\n")
    return "\n".join(lines)


def _fields(schema: Mapping[str, Any]) -> Iterator[str]:
    for name, each in schema["properties"].items():
        yield _row(name, each, each.get("description", ""))


def _row(name: str, schema: Mapping[str, Any], told: str) -> str:
    return f"| `{name}` | {_kind(schema)} | {' '.join(told.split())} |"


def _kind(schema: Mapping[str, Any]) -> str:
    """What a value may be, in few words."""
    if "anyOf" in schema:
        return ", ".join(_kind(each) for each in schema["anyOf"] if each.get("type") != "null")
    if "$ref" in schema:
        return f"`{_name(schema)}`"
    if "enum" in schema:
        return ", ".join(f"`{each}`" for each in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_kind(schema['items'])}"
    bounds = [f"{sign} {schema[key]}" for key, sign in (("minimum", "≥"), ("maximum", "≤")) if key in schema]
    return " ".join([str(schema.get("format", schema.get("type", "any"))), *bounds])


def _name(schema: Mapping[str, Any]) -> str:
    return str(schema["$ref"]).rpartition("/")[2] if "$ref" in schema else str(schema.get("title", "any"))
