"""One JSON record to an article: its text with the bytes of every character, and what its fields say."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace

from wortlaut.intake.articles import Raw, Wishes, article_of, check_size
from wortlaut.intake.decoding import Charset, Decoded, decode
from wortlaut.intake.escapes import backslash_edits
from wortlaut.intake.facts import Facts
from wortlaut.intake.mapped import Edit, Mapped
from wortlaut.intake.reasons import PROBLEMS, Refused, note
from wortlaut.intake.records.fields import Fields, Found, Path
from wortlaut.intake.records.scan import Broken, find, items, place
from wortlaut.intake.texts.wire import clean
from wortlaut.types import Article

__all__ = ["Opened", "Record", "broken_json", "first_problem", "open_record", "read_record", "text_at"]

_KINDS = {list: "list", int: "number", float: "number", bool: "boolean", type(None): "null"}
# Python reads whole numbers of any length, in time that grows with the square of it.
_LONGEST_NUMBER = 30
_LONGEST_KEY = 40


@dataclass(frozen=True, slots=True)
class Record:
    """A JSON value that may be an article: its bytes, and the line and column of the file where it begins."""

    raw: Raw
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A record's text with the bytes of its characters, its value as `json` gives it, and notes."""

    decoded: Decoded
    value: object
    notes: tuple[str, ...]


def read_record(record: Record, charset: Charset, wishes: Wishes, *, form: str) -> Article:
    """The article in `record`; raises `Refused`."""
    opened = open_record(record, charset, wishes)
    decoded = opened.decoded
    found, facts = _read_fields(opened.value, wishes)
    cleaned = clean(text_at(decoded.mapped, found.path))
    notes = cleaned.notes
    if found.is_short:
        notes = (note("text_from", field=found.path[-1]), *notes)
    if facts.published is None:
        facts = replace(facts, published=cleaned.published)
    return article_of(
        record.raw,
        cleaned.mapped,
        form=form,
        encoding=decoded.encoding,
        facts=facts,
        notes=(*decoded.notes, *facts.notes, *opened.notes, *notes),
    )


def open_record(record: Record, charset: Charset, wishes: Wishes) -> Opened:
    """The value of `record` and its text; raises `Refused` where it is no sound JSON."""
    check_size(len(record.raw.octets), wishes)
    decoded = decode(record.raw.octets, charset)
    text = decoded.mapped.text
    try:
        depth = place(text, 0).depth
    except Broken as broken:
        raise broken_json(record, text, broken.position, broken.problem) from broken
    if depth > wishes.settings.max_json_depth:
        raise Refused("too_deep", limit=wishes.settings.max_json_depth)
    value, doubled = _parsed(record, text, wishes)
    notes = (note("duplicate_keys", fields=", ".join(doubled)),) if doubled else ()
    return Opened(decoded, value, notes)


def broken_json(record: Record, text: str, position: int, problem: str) -> Refused:
    """The refusal that names the line and column of the file for a position in the record's text."""
    before = text[:position]
    breaks = before.count("\n")
    column = position - before.rfind("\n") if breaks else record.column + position
    return Refused("broken_json", line=record.line + breaks, column=column, problem=problem)


def _parsed(record: Record, text: str, wishes: Wishes) -> tuple[object, tuple[str, ...]]:
    """The value of a JSON text, and the names that it has more than once."""
    doubled: dict[str, None] = {}

    def members(pairs: list[tuple[str, object]]) -> dict[str, object]:
        known = dict(pairs)
        if len(known) != len(pairs):
            times = Counter(name for name, _ in pairs)
            doubled.update({name[:_LONGEST_KEY]: None for name in times if times[name] > 1})
        return known

    # Line feeds and tabs that stand bare in strings are let pass: they do no harm.
    decoder = json.JSONDecoder(object_pairs_hook=members, parse_int=_number, strict=False)
    try:
        return decoder.decode(text), tuple(doubled)
    except json.JSONDecodeError as error:
        problem, position = first_problem(text, 0) or (error.msg, error.pos)
        raise broken_json(record, text, position, problem) from error
    except RecursionError as error:
        raise Refused("too_deep", limit=wishes.settings.max_json_depth) from error


def first_problem(view: str, start: int) -> tuple[str, int] | None:
    """What is first wrong with the JSON value at `start`, as a key of `PROBLEMS`, and where; None where nothing is.

    A string that runs over the end of a line is wrong here: most often its closing quotation mark is missing.
    """
    try:
        json.JSONDecoder(parse_int=_number).raw_decode(view, start)
    except json.JSONDecodeError as error:
        return next((each for each in PROBLEMS if error.msg.startswith(each)), error.msg), error.pos
    except RecursionError:
        return None
    return None


def _number(figures: str) -> int | float:
    return int(figures) if len(figures) <= _LONGEST_NUMBER else float(figures)


def _read_fields(value: object, wishes: Wishes) -> tuple[Found, Facts]:
    if isinstance(value, str):
        return Found((), value), Facts()
    if not isinstance(value, dict):
        raise Refused("not_a_record", problem=_KINDS[type(value)])
    fields = Fields(value, wishes.fields)
    return fields.text(), fields.facts()


def text_at(mapped: Mapped, path: Path) -> Mapped:
    """The characters of the string, or of the strings of the list, that `path` leads to, without JSON's own signs.

    The strings of a list become paragraphs. What is marked up in them stays; raises `KeyError`.
    """
    view = mapped.text
    whole = find(view, 0, path)
    strings = [whole] if view[whole.start] == '"' else list(items(view, whole.start))
    start, end = strings[0].start + 1, strings[-1].end - 1
    edits: list[Edit] = []
    for number, each in enumerate(strings):
        if number:  # from the end of the one before through the quotation mark: a new paragraph
            edits.append(Edit(strings[number - 1].end - 1, each.start + 1, "\n\n"))
        if "\\" in view[each.start : each.end]:
            edits += backslash_edits(view, each.start + 1, each.end - 1)
    shifted = [Edit(edit.start - start, edit.end - start, edit.text) for edit in edits]
    return mapped.cut(start, end).edited(shifted)
