"""JSON Lines: one statement a line, everything that is known about it."""

import json
from collections.abc import Iterable, Iterator

from wortlaut.export.statement import statement_json
from wortlaut.export.visible import escape_hidden
from wortlaut.types import Found

__all__ = ["json_line", "json_lines"]


def json_line(found: Found) -> str:
    r"""One line of JSON, without its line feed; control, direction and zero-width characters as `\uXXXX`."""
    return escape_hidden(json.dumps(statement_json(found), ensure_ascii=False, separators=(", ", ": ")))


def json_lines(statements: Iterable[Found]) -> Iterator[str]:
    """One line a statement, each with its line feed."""
    for found in statements:
        yield json_line(found) + "\n"
