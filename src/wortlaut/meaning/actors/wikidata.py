"""Persons and terms of office from Wikidata: a JSON dump, one entity a line, or the JSON result of a SPARQL query.

Only positions are taken for which `Wanted` names an office of the list, by the Q-id of the position; what else a dump
holds is read past. Both forms are streamed, plain or packed with gzip or bzip2.

A query names its variables `person`, `personLabel`, `position` and `start`, and may have `end`, `gender` and
`personAltLabel` (German aliases, apart by `, `, as the label service gives them). Its times are those of the query
service; a dump tells their precision, a query does not, so that the first of January may mean a year.
"""

from __future__ import annotations

import bz2
import gzip
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Any, cast

from wortlaut.errors import InputError
from wortlaut.meaning.actors.columns import SCHEMA
from wortlaut.meaning.actors.entries import Person, Term
from wortlaut.meaning.actors.folding import fold
from wortlaut.meaning.actors.lookup import Actors

__all__ = ["Imported", "Wanted", "read_dump", "read_query", "write"]

_HUMAN = "Q5"
_INSTANCE_OF, _GENDER, _POSITION, _START, _END = "P31", "P21", "P39", "P580", "P582"
_GENDERS = {"Q6581097": "m", "Q6581072": "f"}
_PRECISION_LENGTH = {9: 4, 10: 7, 11: 10}  # year, month, day: so much of the ISO date is known
_QID = re.compile(r"Q[1-9]\d*$", re.ASCII)
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to take, and what to say of it.

    `positions` gives the office of the list by the Q-id of a position, `known` the ids of persons that the list has
    already, by their Q-ids. `source` and `as_of` go into every row.
    """

    positions: Mapping[str, str]
    source: str
    as_of: str
    known: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def by(cls, actors: Actors, *, source: str, as_of: str) -> Wanted:
        """What fits the list: its offices and persons as far as it has Q-ids for them."""
        positions = {office.wikidata: office.id for office in actors.offices.values() if office.wikidata}
        known = {person.wikidata: person.id for person in actors.persons.values() if person.wikidata}
        return cls(positions, source, as_of, known)


@dataclass(slots=True)
class Imported:
    """What was found: persons by Q-id, their terms, and how many statements could not be taken, by reason."""

    persons: dict[str, Person] = field(default_factory=dict)
    terms: dict[tuple[str, str, str], Term] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Labelled:
    """What a person is called."""

    qid: str
    name: str
    aliases: tuple[str, ...]
    gender: str


@dataclass(frozen=True, slots=True)
class _Held:
    """One position held, as Wikidata says it."""

    position: str
    start: str
    end: str


class _Taking:
    """Takes statements in, one by one, under ids that nobody else has."""

    def __init__(self, wanted: Wanted) -> None:
        self.imported = Imported()
        self.wanted = wanted
        self.owners = {key: qid for qid, key in wanted.known.items()}  # Q-ids by the ids that are taken

    def take(self, labelled: _Labelled, held: _Held) -> None:
        """Add the person and the term if the position is wanted; what cannot be taken is counted."""
        office = self.wanted.positions.get(held.position)
        if office is None:
            return
        reason = _reason_against(labelled, held)
        if reason:
            self.imported.left_out[reason] = self.imported.left_out.get(reason, 0) + 1
            return
        person = self.imported.persons.get(labelled.qid) or self._person(labelled)
        self.imported.persons[labelled.qid] = person
        term = Term(person.id, office, held.start, held.end, self.wanted.source, self.wanted.as_of, "")
        self.imported.terms[(person.id, office, held.start)] = term

    def _person(self, labelled: _Labelled) -> Person:
        qid, name = labelled.qid, labelled.name
        key = self.wanted.known.get(qid) or fold(name).replace(" ", "-") or qid.lower()
        if self.owners.setdefault(key, qid) != qid:
            key = f"{key}-{qid.lower()}"
        others = tuple(dict.fromkeys(alias for alias in labelled.aliases if alias and alias != name))
        return Person(key, name, name.split()[-1], others, labelled.gender, qid, self.wanted.source)


def _reason_against(labelled: _Labelled, held: _Held) -> str:
    """Why a statement cannot be taken; empty where it can."""
    if not labelled.qid or not labelled.name:
        return "the person has no German label"
    if not held.start:
        return "no first day is known"
    return "the term ends before it begins" if held.end and held.end < held.start[: len(held.end)] else ""


def read_dump(path: Path, wanted: Wanted) -> Imported:
    """The persons of a dump who held a wanted position, and their terms.

    Raises `InputError` where the file cannot be read or a line is no JSON.
    """
    taking = _Taking(wanted)
    with _opened(path) as file:
        for line, text in enumerate(file, 1):
            entity = _entity(text, path, line)
            # Most of a dump is about other things: no position, nothing to look into.
            if entity is None or _POSITION not in entity.get("claims", {}):
                continue
            if _HUMAN in _items(entity, _INSTANCE_OF):
                for held in _held_in(entity):
                    taking.take(_label_in(entity), held)
    return taking.imported


def read_query(path: Path, wanted: Wanted) -> Imported:
    """The same from the JSON result of a query. Raises `InputError` where it cannot be read or is no such result."""
    taking = _Taking(wanted)
    with _opened(path) as file:
        for binding in _bindings(file, path):
            found = {name: str(cell.get("value", "")) for name, cell in binding.items()}
            held = _Held(_qid(found.get("position", "")), found.get("start", "")[:10], found.get("end", "")[:10])
            taking.take(_label_of(found), held)
    return taking.imported


def write(imported: Imported, folder: Path) -> None:
    """Write what was imported as `persons.tsv` and `terms.tsv` into the folder, in the list's own form, sorted."""
    folder.mkdir(parents=True, exist_ok=True)
    persons = [
        (each.id, each.name, each.family, "|".join(each.aliases), each.gender, each.wikidata, each.source)
        for each in imported.persons.values()
    ]
    terms = [
        (each.person, each.office, each.start, each.end, each.source, each.as_of, each.note)
        for each in imported.terms.values()
    ]
    for name, rows in (("persons.tsv", persons), ("terms.tsv", terms)):
        header = "\t".join(column.name for column in SCHEMA[name])
        lines = [header, *("\t".join(row) for row in sorted(rows))]
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _opened(path: Path) -> IO[str]:
    """The file as text, unpacked where its first bytes say that it is packed."""
    try:
        with path.open("rb") as raw:
            magic = raw.read(3)
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.") from error
    if magic[:2] == b"\x1f\x8b":
        return TextIOWrapper(gzip.open(path), encoding="utf-8")
    if magic == b"BZh":
        return TextIOWrapper(bz2.open(path), encoding="utf-8")
    return path.open(encoding="utf-8")


def _entity(text: str, path: Path, line: int) -> dict[str, Any] | None:
    """The entity on a line of a dump; `None` for its brackets and empty lines."""
    text = text.strip().rstrip(",")
    if text in {"", "[", "]"}:
        return None
    try:
        return cast("dict[str, Any]", json.loads(text))
    except json.JSONDecodeError as error:
        raise InputError(f"{path}, line {line}: is no entity of a dump in JSON: {error.msg}.") from error


def _bindings(file: IO[str], path: Path) -> Iterator[dict[str, dict[str, str]]]:
    """The rows of a query's result, one by one, so that a large result is never held whole."""
    decoder = json.JSONDecoder()
    text = ""
    while '"bindings"' not in text:
        more = file.read(_CHUNK)
        if not more:
            raise InputError(f"{path}: is no result of a SPARQL query in JSON: no `bindings`.")
        text += more
    text = text.partition('"bindings"')[2].lstrip(" \t\r\n:")[1:]
    while True:
        text = text.lstrip(" \t\r\n,")
        if text.startswith("]"):
            return
        try:
            binding, end = decoder.raw_decode(text)
        except json.JSONDecodeError as error:
            more = file.read(_CHUNK)
            if not more:
                raise InputError(f"{path}: the result of the query is cut off or damaged: {error.msg}.") from error
            text += more
            continue
        yield binding
        text = text[end:]


def _items(entity: Mapping[str, Any], claim: str) -> list[str]:
    """The Q-ids that the claim has as values, deprecated ones left out."""
    return [
        qid
        for statement in entity.get("claims", {}).get(claim, [])
        if statement.get("rank") != "deprecated" and (qid := _item(statement.get("mainsnak", {})))
    ]


def _item(snak: Mapping[str, Any]) -> str:
    value = snak.get("datavalue", {}).get("value", {})
    return str(value.get("id", "")) if isinstance(value, dict) else ""


def _held_in(entity: Mapping[str, Any]) -> Iterator[_Held]:
    """The positions that the entity says were held."""
    for statement in entity["claims"][_POSITION]:
        position = _item(statement.get("mainsnak", {}))
        if position and statement.get("rank") != "deprecated":
            qualifiers = statement.get("qualifiers", {})
            yield _Held(position, _time(qualifiers.get(_START)), _time(qualifiers.get(_END)))


def _time(snaks: list[dict[str, Any]] | None) -> str:
    """The day that a qualifier gives, as exact as it says; empty for none, an unknown one or a rough one."""
    value = (snaks or [{}])[0].get("datavalue", {}).get("value", {})
    length = _PRECISION_LENGTH.get(value.get("precision"), 0)
    return str(value.get("time", ""))[1 : 1 + length] if length else ""


def _qid(address: str) -> str:
    found = _QID.search(address)
    return found.group() if found else ""


def _label_in(entity: Mapping[str, Any]) -> _Labelled:
    """What an entity is called in German."""
    label = entity.get("labels", {}).get("de", {}).get("value", "")
    aliases = [alias["value"] for alias in entity.get("aliases", {}).get("de", [])]
    gender = next((_GENDERS[item] for item in _items(entity, _GENDER) if item in _GENDERS), "")
    return _Labelled(str(entity.get("id", "")), _plain(label), tuple(map(_plain, aliases)), gender)


def _label_of(found: Mapping[str, str]) -> _Labelled:
    """The same of one row of a query's result; where no label was found, the Q-id stands for it, and is no name."""
    qid = _qid(found.get("person", ""))
    label = found.get("personLabel", "")
    aliases = found.get("personAltLabel", "").split(", ")
    gender = _GENDERS.get(_qid(found.get("gender", "")), "")
    return _Labelled(qid, "" if label == qid else _plain(label), tuple(map(_plain, aliases)), gender)


def _plain(name: str) -> str:
    """The name without what would break a cell."""
    return " ".join(name.replace("|", " ").split())
