"""The options that several commands share, and what becomes of what people wrote there.

Typer wants every option in the signature of its command. `grouped` lets a command name a group of options as one
parameter instead; the help texts are keys of the catalogue (see `helping`).
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_type_hints

import typer

from wortlaut.cli.language import LANGUAGES
from wortlaut.cli.terminal import Terminal
from wortlaut.errors import InputError

if TYPE_CHECKING:
    from wortlaut.record import Filters
    from wortlaut.settings import Settings

__all__ = [
    "ArticleId",
    "FilterOptions",
    "Format",
    "Json",
    "JsonDecided",
    "JsonEntries",
    "Limit",
    "Save",
    "SortBy",
    "StoreOptions",
    "chosen",
    "day_of",
    "grouped",
    "limit_of",
    "settings_of",
    "whole_number",
]

_Kind = TypeVar("_Kind", bound=Enum)
_MOST = 10**18  # SQLite's numbers end at 9.2 × 10¹⁸, Python takes no more than 4,300 digits

ArticleId = Annotated[str, typer.Argument(metavar="ARTICLE", help="help.article_id")]
Json = Annotated[bool, typer.Option("--json", help="help.json")]
JsonDecided = Annotated[bool, typer.Option("--json", help="help.json_decided")]
JsonEntries = Annotated[bool, typer.Option("--json", help="help.json_entries")]
Limit = Annotated[str | None, typer.Option("--limit", "-n", metavar="N", help="help.limit")]
Save = Annotated[str | None, typer.Option("--save", metavar="NAME", help="help.save")]
SortBy = Annotated[str | None, typer.Option("--sort", metavar="rank|newest|oldest|certainty", help="help.sort")]
Format = Annotated[str | None, typer.Option("--format", "-f", metavar="jsonl|csv|corpus", help="help.format")]


@dataclass(frozen=True, slots=True)
class StoreOptions:
    """What every command takes: where the record is, and the language (which `run` has looked for already)."""

    db: Annotated[str | None, typer.Option("--db", metavar="FILE", help="help.db")] = None
    lang: Annotated[str | None, typer.Option("--lang", metavar="de|en", help="help.lang")] = None


@dataclass(frozen=True, slots=True)
class FilterOptions:
    """Which statements are wanted, as people write it."""

    speaker: Annotated[str | None, typer.Option("--speaker", metavar="NAME", help="help.speaker")] = None
    addressee: Annotated[str | None, typer.Option("--addressee", metavar="NAME", help="help.addressee")] = None
    target: Annotated[str | None, typer.Option("--target", metavar="NAME", help="help.targets")] = None
    actor: Annotated[str | None, typer.Option("--actor", metavar="ACTOR", help="help.actor")] = None
    act: Annotated[str | None, typer.Option("--act", metavar="ACT", help="help.act")] = None
    label: Annotated[str | None, typer.Option("--label", metavar="LABEL", help="help.label")] = None
    type: Annotated[str | None, typer.Option("--type", metavar="TYPE", help="help.type")] = None
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="help.since")] = None
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="help.until")] = None
    said_from: Annotated[str | None, typer.Option("--said-from", metavar="DATE", help="help.said_from")] = None
    said_to: Annotated[str | None, typer.Option("--said-to", metavar="DATE", help="help.said_to")] = None
    source: Annotated[str | None, typer.Option("--source", metavar="NAME", help="help.source")] = None
    words: Annotated[str | None, typer.Option("--words", metavar="WORDS", help="help.words")] = None
    article: Annotated[str | None, typer.Option("--article", metavar="ARTICLE", help="help.article")] = None
    min_confidence: Annotated[
        str | None, typer.Option("--min-confidence", metavar="PERCENT", help="help.min_confidence")
    ] = None
    max_confidence: Annotated[
        str | None, typer.Option("--max-confidence", metavar="PERCENT", help="help.max_confidence")
    ] = None
    decided: Annotated[bool, typer.Option("--decided", help="help.decided")] = False
    undecided: Annotated[bool, typer.Option("--undecided", help="help.undecided")] = False
    standing: Annotated[str | None, typer.Option("--standing", metavar="STANDING", help="help.standing")] = None

    def filters(self, terminal: Terminal) -> Filters:
        """The same for the record; raises `InputError`."""
        from wortlaut.record import Filters
        from wortlaut.types import Act, Standing, StatementType

        if self.decided and self.undecided:
            raise InputError(terminal.texts("usage.decided_or_not"))
        return Filters(
            speaker=self.speaker,
            addressee=self.addressee,
            target=self.target,
            actor=self.actor,
            act=chosen(terminal, "--act", self.act, Act),
            label=self.label,
            type=chosen(terminal, "--type", self.type, StatementType),
            since=day_of(terminal, "--since", self.since),
            until=day_of(terminal, "--until", self.until),
            said_from=day_of(terminal, "--said-from", self.said_from),
            said_to=day_of(terminal, "--said-to", self.said_to),
            source=self.source,
            words=self.words,
            article=self.article,
            min_confidence=_share(terminal, "--min-confidence", self.min_confidence),
            max_confidence=_share(terminal, "--max-confidence", self.max_confidence),
            decided=True if self.decided else False if self.undecided else None,
            standing=chosen(terminal, "--standing", self.standing, Standing),
        )


def grouped(command: Callable[..., int]) -> Callable[..., int]:
    """`command` with every parameter that is a group of options replaced by the options themselves."""
    hints = get_type_hints(command, include_extras=True)
    groups = {name: hint for name, hint in hints.items() if isinstance(hint, type) and is_dataclass(hint)}
    parameters = []
    for name, parameter in inspect.signature(command).parameters.items():
        if name in groups:
            parameters.extend(_options(groups[name]))
        else:
            parameters.append(parameter.replace(annotation=hints[name], kind=inspect.Parameter.KEYWORD_ONLY))

    @wraps(command)
    def with_options(**values: Any) -> int:
        made = {
            name: group(**{field.name: values.pop(field.name) for field in fields(group)})
            for name, group in groups.items()
        }
        return command(**values, **made)

    with_options.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # read by `inspect`
    with_options.__annotations__ = {each.name: each.annotation for each in parameters}
    return with_options


def _options(group: type) -> list[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    return [
        inspect.Parameter(
            field.name, inspect.Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name]
        )
        for field in fields(group)
    ]


def settings_of(terminal: Terminal, store: StoreOptions, *, reader: str | None = None) -> Settings:
    """The settings with what was asked for; raises `InputError` where one cannot be used."""
    from pydantic import ValidationError

    from wortlaut.settings import Settings

    if store.lang is not None and store.lang not in LANGUAGES:
        raise InputError(terminal.texts("usage.lang", value=store.lang))
    given: dict[str, Any] = {} if store.db is None else {"db": Path(store.db)}
    if reader is not None:
        given["reader"] = reader
    try:
        return Settings(**given)
    except ValidationError as error:
        first = error.errors()[0]
        name = "WORTLAUT_" + "_".join(str(part) for part in first["loc"]).upper()
        raise InputError(
            terminal.texts("usage.setting", name=name, value=first["input"], problem=first["msg"])
        ) from error


def limit_of(terminal: Terminal, written: str | None, *, default: int | None) -> int | None:
    """How many statements at most, None for all; raises `InputError`."""
    if written is None:
        return default
    number = whole_number(written)
    if number is None:
        raise InputError(terminal.texts("usage.limit", value=written))
    return number or None


def whole_number(written: str) -> int | None:
    """The number that was written in digits, at most as large as a record can have; None where it is none."""
    if not written.isdecimal():
        return None
    return _MOST if len(written) > len(str(_MOST)) else min(int(written), _MOST)


def chosen(terminal: Terminal, option: str, written: str | None, kinds: type[_Kind]) -> _Kind | None:
    """The one of `kinds` that is called so, None where nothing was written; raises `InputError`."""
    if written is None:
        return None
    try:
        return kinds(written)
    except ValueError:
        known = ", ".join(str(each.value) for each in kinds)
        raise InputError(terminal.texts("usage.choice", option=option, value=written, known=known)) from None


def _share(terminal: Terminal, option: str, written: str | None) -> float | None:
    """The share of 1 that `80`, `80%` or `99,5` per cent are; raises `InputError`."""
    if written is None:
        return None
    try:
        percent = float(written.removesuffix("%").strip().replace(",", "."))
    except ValueError:
        percent = -1.0
    if not 0 <= percent <= 100:
        raise InputError(terminal.texts("usage.percent", option=option, value=written))
    return percent / 100


def day_of(terminal: Terminal, option: str, written: str | None) -> date | None:
    """The day meant by `2025-11-27` or `27.11.2025`; raises `InputError`."""
    if written is None:
        return None
    day, _, rest = written.partition(".")
    month, _, year = rest.partition(".")
    try:
        return date(int(year), int(month), int(day)) if rest else date.fromisoformat(written)
    except ValueError as error:
        raise InputError(terminal.texts("usage.date", option=option, value=written)) from error
