"""Rows of several folders made one list: the same key replaces, a removing row takes away; what points nowhere goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from wortlaut.meaning.actors.columns import SCHEMA, Column, Form, names_in
from wortlaut.meaning.actors.days import earliest, latest
from wortlaut.meaning.actors.entries import Body, Entry, Office, Person, Place, Source, Term
from wortlaut.meaning.actors.tables import Fault, Row, Table

__all__ = ["Merged", "key_of", "merge"]

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A row, the file in which it stands (with its folder where it is not shipped), and its layer."""

    row: Row
    file: str
    layer: int


@dataclass(slots=True)
class Merged:
    """The entries of each file by key, and the faults of all."""

    entries: dict[str, dict[Key, Entry]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def key_of(name: str, cells: tuple[str, ...]) -> Key:
    """What makes a row of the file the same as another: person, office and first day of a term, else the id."""
    return cells[:3] if name == "terms.tsv" else cells[:1]


def merge(layers: Iterable[Mapping[str, Table]]) -> Merged:
    """The list that the layers make, later ones over earlier ones; each layer has tables by the names of `SCHEMA`.

    Within one layer a key may stand once: the second row of the same key is a fault. Rows that refer to what no
    layer has are refused, with all that refers to them.
    """
    merged = Merged()
    rows: dict[str, dict[Key, _Placed]] = {name: {} for name in SCHEMA}
    for layer, tables in enumerate(layers):
        for name, table in tables.items():
            merged.faults.extend(table.faults)
            for row in table.rows:
                _place(rows[name], _Placed(row, table.name, layer), name, merged.faults)
    _refuse_unsound(rows["terms.tsv"], merged.faults)
    while _refuse_dangling(rows, merged.faults):
        pass
    for name, placed in rows.items():
        make = _MAKERS[name]
        merged.entries[name] = {key: make(each.row.cells) for key, each in placed.items()}
    return merged


def _place(rows: dict[Key, _Placed], new: _Placed, name: str, faults: list[Fault]) -> None:
    key = key_of(name, new.row.cells)
    old = rows.get(key)
    value = " ".join(key)
    column = SCHEMA[name][0].name
    if new.row.removes:
        if old is None:
            faults.append(Fault(new.file, new.row.line, column, value, "there is no such row to remove"))
        else:
            del rows[key]
    elif old is not None and old.layer == new.layer:
        reason = f"stands in line {old.row.line} already"
        faults.append(Fault(new.file, new.row.line, column, value, reason))
    else:
        rows[key] = new


def _refuse_unsound(terms: dict[Key, _Placed], faults: list[Fault]) -> None:
    """Take out terms that end before they begin, or begin after the day for which their source speaks."""
    for key, placed in list(terms.items()):
        _, _, start, end, _, as_of, _ = placed.row.cells
        wrong = ""
        if end and latest(end) < earliest(start):
            wrong, column, value = "ends before it begins", "to", end
        elif latest(as_of) < earliest(start):
            wrong, column, value = "the source speaks for a day before the term began", "as_of", as_of
        if wrong:
            faults.append(Fault(placed.file, placed.row.line, column, value, wrong))
            del terms[key]


def _refuse_dangling(rows: dict[str, dict[Key, _Placed]], faults: list[Fault]) -> bool:
    """True where rows were taken out because they refer to what is not there."""
    there = {name: {key[0] for key in table} for name, table in rows.items() if name != "terms.tsv"}
    found = False
    for name, table in rows.items():
        for place, column in enumerate(SCHEMA[name]):
            if not column.refers_to and column.form is not Form.SOURCES:
                continue
            missing = _missing({placed.row.cells[place] for placed in table.values()}, column, there)
            if not missing:
                continue
            found = True
            reason = f"not found in {' or '.join(column.refers_to or ('sources.tsv',))}"
            for key, placed in list(table.items()):
                cell = placed.row.cells[place]
                if cell in missing:
                    faults.append(Fault(placed.file, placed.row.line, column.name, missing[cell], reason))
                    del table[key]
    return found


def _missing(cells: Iterable[str], column: Column, there: Mapping[str, set[str]]) -> dict[str, str]:
    """The cells that refer to what is not there, each with the first part that does."""
    known = _targets(column.form, column.refers_to, there)
    separator = ";" if column.form is Form.SOURCES else "|"
    missing = {}
    for cell in cells:
        unknown = [part for part in names_in(cell, separator) if not known(part)]
        if unknown:
            missing[cell] = unknown[0]
    return missing


def _targets(form: Form, files: tuple[str, ...], there: Mapping[str, set[str]]) -> Callable[[str], bool]:
    """A check whether an id, or a source, is known; an address or a path is its own source."""
    if form is Form.SOURCES:
        sources = there["sources.tsv"]
        return lambda part: part in sources or "/" in part
    known = set[str]().union(*(there[name] for name in files))
    return known.__contains__


def _source(cells: tuple[str, ...]) -> Source:
    return Source(*cells)


def _person(cells: tuple[str, ...]) -> Person:
    key, name, family, aliases, gender, wikidata, source = cells
    return Person(key, name, family, names_in(aliases), gender, wikidata, source)


def _body(cells: tuple[str, ...]) -> Body:
    key, name, aliases, kind, place, wikidata, source = cells
    return Body(key, name, names_in(aliases), kind, place, wikidata, source)


def _office(cells: tuple[str, ...]) -> Office:
    key, masculine, feminine, names, titles, kind, body, place, shared, wikidata, source = cells
    both = names_in(names), names_in(titles)
    return Office(key, masculine, feminine, *both, kind, body, place, shared == "yes", wikidata, source)


def _term(cells: tuple[str, ...]) -> Term:
    return Term(*cells)


def _place_entry(cells: tuple[str, ...]) -> Place:
    key, name, aliases, kind, within, stands_for, adjectives, demonyms, wikidata, source = cells
    words = names_in(stands_for), names_in(adjectives), names_in(demonyms)
    return Place(key, name, names_in(aliases), kind, within, *words, wikidata, source)


_MAKERS: dict[str, Callable[[tuple[str, ...]], Entry]] = {
    "sources.tsv": _source,
    "places.tsv": _place_entry,
    "bodies.tsv": _body,
    "offices.tsv": _office,
    "persons.tsv": _person,
    "terms.tsv": _term,
}
