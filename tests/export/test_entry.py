import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import ValidationError

from tests.builder import head, made, place
from wortlaut.decisions import NO_PARENT, Action, Entry, Values, Withdrawal
from wortlaut.export.entry import EntryJson, decided_line, entry_json, entry_line, entry_schema
from wortlaut.export.statement import statement_json
from wortlaut.types import StatementPart, StatementType

TEXT = "„Ja“, sagte Ada zu Ben."
ENTRY = Entry(
    number=3,
    digest="0a",
    action=Action.CORRECT,
    at=datetime(2026, 4, 5, 6, 7, tzinfo=UTC),
    by="Mira",
    why="klar",
    article="a1",
    version=2,
    statement="s1",
    values=Values(type=StatementType.DIRECT, speakers=((place(TEXT, "Ada"),),), cue=(), parent=NO_PARENT),
    was=Values(type=StatementType.INDIRECT, speakers=(), cue=(place(TEXT, "sagte"),), parent="s2"),
)
EMPTY = dict.fromkeys(
    [
        *("quote", "type", "medium", "cue", "frame", "speakers", "addressees", "parent", "who", "act", "said_on"),
        *("venue", "labels"),
    ]
)


def test_entry_has_what_was_decided_in_words_and_places() -> None:
    assert entry_json(ENTRY, TEXT) == {
        "version": 1,
        "number": 3,
        "digest": "0a",
        "action": "correct",
        "at": "2026-04-05T06:07:00Z",
        "by": "Mira",
        "why": "klar",
        "article": "a1",
        "article_version": 2,
        "statement": "s1",
        "was": EMPTY
        | {"type": "indirect", "speakers": [], "cue": [{"start": 6, "end": 11, "text": "sagte"}], "parent": "s2"},
        "values": EMPTY
        | {"type": "direct", "speakers": [[{"start": 12, "end": 15, "text": "Ada"}]], "cue": [], "parent": ""},
        "undoes": None,
        "erased_by": None,
        "is_undone": False,
    }


def test_erased_entry_has_only_its_number_and_digest() -> None:
    made_json = entry_json(Entry(number=3, digest="0a", erased_by=5), None)
    assert {key: value for key, value in made_json.items() if value is not None} == {
        "version": 1,
        "number": 3,
        "digest": "0a",
        "erased_by": 5,
        "is_undone": False,
    }


def test_decision_that_waits_names_the_parts_without_a_place() -> None:
    assert entry_json(ENTRY, TEXT, waiting=(StatementPart.CUE, None))["waiting"] == ["cue", None]


def test_line_is_harmless() -> None:
    line = entry_line(ENTRY, "„Ja“, sagte \x1b[m zu Ben.")
    assert "\x1b" not in line
    assert line.endswith("\n")


def test_outcome_has_entry_and_statement() -> None:
    found = made(head(TEXT), ["„Ja“"])
    assert json.loads(decided_line(ENTRY, found)) == {
        "entry": entry_json(ENTRY, TEXT),
        "statement": statement_json(found),
    }
    assert json.loads(decided_line(ENTRY, None))["statement"] is None


def test_model_refuses_unknown_keys() -> None:
    good = entry_json(ENTRY, TEXT)
    assert EntryJson.model_validate(good).number == 3
    with pytest.raises(ValidationError):
        EntryJson.model_validate(good | {"reason": "x"})


def test_entry_of_what_was_taken_back_says_what() -> None:
    at = datetime(2026, 4, 5, 6, 7, tzinfo=UTC)
    told = replace(ENTRY, action=Action.WITHDRAW, values=None, was=None, withdraws=Withdrawal("n1", "dpx", 3, at))
    made_json = entry_json(told, TEXT)
    assert made_json["withdraws"] == {"declared_id": "n1", "source": "dpx", "revision": 3, "at": "2026-04-05T06:07:00Z"}
    assert EntryJson.model_validate(made_json).withdraws is not None


def test_documented_schema_is_that_of_the_model() -> None:
    documented = Path(__file__).parents[2] / "docs" / "entry.schema.json"
    assert json.loads(documented.read_text("utf-8")) == entry_schema()
