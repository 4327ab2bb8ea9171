"""Actors as JSON, version 1: those of the record, and what is not certain about them."""

import json
from datetime import date
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict

from wortlaut.export.visible import escape_hidden
from wortlaut.types import PartyKind

__all__ = ["ActorJson", "HeldJson", "NameJson", "OfficeJson", "actor_schema", "json_line"]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, from_attributes=True)


class NameJson(_Strict):
    """What articles call an actor."""

    name: str
    statements: int


class OfficeJson(_Strict):
    """An office as articles give it, and from when to when they do."""

    office: str
    statements: int
    first: date | None
    last: date | None


class HeldJson(_Strict):
    """An office that the dated list, or a person, says the actor held."""

    title: str
    first: str | None
    """As exact as the source: `2005-11-22`, `2005-11`, `2005`."""
    last: str | None
    source: str
    """Where it stands; empty where a person said so."""
    as_of: str | None
    """The day for which the source speaks."""


class ActorJson(_Strict):
    """A person or body of the record, whatever the article."""

    version: Literal[1] = 1
    """Version of this form. Additions do not change it."""
    id: str
    kind: PartyKind
    name: str
    wikidata: str | None
    statements: int
    """In how many statements it speaks, of those that are shown."""
    addressed: int
    """In how many it is spoken to."""
    targeted: int
    """At it how many of their acts are directed: of those that accuse it, ask it, defend it."""
    first: date | None
    """The first day on which an article has a statement of it or to it."""
    last: date | None
    names: list[NameJson] | None = None
    """This and what follows only where one actor was asked for."""
    aliases: list[str] | None = None
    """Names that people gave, folded."""
    offices: list[OfficeJson] | None = None
    held: list[HeldJson] | None = None
    one_with: list[str] | None = None
    """The ids of actors that people said are this one."""

    @classmethod
    def of(cls, entry: Any, shown: Any = None) -> Self:
        """The JSON model of an actor of the record; `shown` has what is told of one that was asked for."""
        model = cls.model_validate(entry)
        if shown is None:
            return model
        more = {
            "names": [NameJson.model_validate(each) for each in shown.names],
            "aliases": list(shown.aliases),
            "offices": [OfficeJson.model_validate(each) for each in shown.offices],
            "held": [HeldJson.model_validate(each) for each in shown.held],
            "one_with": list(shown.one_with),
        }
        return model.model_copy(update=more)


def json_line(model: BaseModel | dict[str, Any]) -> str:
    """The model as one line with its line feed; what was not asked for is left out."""
    made = model.model_dump(mode="json", exclude_unset=False) if isinstance(model, BaseModel) else model
    if isinstance(model, ActorJson) and model.names is None:
        made = {key: value for key, value in made.items() if key not in _ASKED}
    return escape_hidden(json.dumps(made, ensure_ascii=False, separators=(", ", ": "))) + "\n"


_ASKED = frozenset({"names", "aliases", "offices", "held", "one_with"})


def actor_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of an actor, version 1."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **ActorJson.model_json_schema(mode="validation"),
    }
