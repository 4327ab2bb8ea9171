"""The description of the API is true: cases that Schemathesis makes from it are answered as it says."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as bounds
from schemathesis import Case, HookContext
from schemathesis.checks import CheckFunction, not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.builder import ToyReader
from tests.web.conftest import ITEMS
from wortlaut import service
from wortlaut.settings import Settings
from wortlaut.web.app import application
from wortlaut.web.options import Limits, WebOptions

CHECKS: list[CheckFunction] = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
HOST = "127.0.0.1:8765"
OPERATIONS = 20
FEW, MANY = 15, 1000
Values = dict[str, object]


def known_or(known: Sequence[object], value: object) -> object:
    choice = crc32(repr(value).encode())
    return known[choice // 2 % len(known)] if known and choice % 2 else value


def schema_of(folder: Path) -> "schemathesis.openapi.OpenApiSchema":  # type: ignore[name-defined]  # not exported
    """The description of a server that lets a record with three items be changed."""
    items = folder / "items.jsonl"
    items.write_text("".join(json.dumps(item) + "\n" for item in ITEMS), "utf-8")
    settings = Settings(db=folder / "record.db")
    service.read([str(items)], settings=settings, reader=ToyReader())
    limits = Limits(reads_per_second=1e6, reads_at_once=10**6, writes_per_second=1e6, writes_at_once=10**6)
    app = application(settings, WebOptions(write=True, limits=limits))
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers={"host": HOST})
    found = list(service.statements(settings=settings))
    known: dict[str, Sequence[object]] = {
        "statement": [each.statement.id for each in found],
        "article": [each.article.id for each in found],
        "actor": [each.id for each in service.actors(settings=settings)],
        "number": [1, 2, 3],
    }

    @schema.hook
    def map_path_parameters(context: HookContext, path_parameters: Values | None) -> Values | None:
        """Half of the time one that is there: no one guesses an id."""
        return path_parameters and {name: known_or(known[name], value) for name, value in path_parameters.items()}

    return schema


def go_through(folder: Path, cases: int) -> int:
    """How many operations were tried, each with so many cases."""
    tried = 0
    for operation in schema_of(folder).get_all_operations():
        tried += 1

        def run(case: Case[Any]) -> None:
            case.call_and_validate(headers={"host": HOST}, checks=CHECKS)

        tested: Callable[[], None] = bounds(
            max_examples=cases,
            deadline=None,
            database=None,
            derandomize=cases == FEW,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )(given(case=operation.ok().as_strategy())(run))
        tested()
    return tried


def test_description_is_true(tmp_path: Path) -> None:
    assert go_through(tmp_path, FEW) == OPERATIONS


@pytest.mark.soak
def test_description_is_true_for_twenty_thousand_cases(tmp_path: Path) -> None:
    assert go_through(tmp_path, MANY) * MANY >= 20_000
