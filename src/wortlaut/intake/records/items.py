"""JSON and JSON Lines to articles: finds the records in the bytes and reads them one at a time.

Both go the same way: a line of JSON Lines is a small JSON file. In it stand values one after another (properly one):
an object that is a record, an object around a list of records, a list of records, or a bare string.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import replace
from functools import partial
from itertools import count

from wortlaut.intake.articles import Raw, Wishes, check_size
from wortlaut.intake.decoding import Charset, decode
from wortlaut.intake.form import Item, Source
from wortlaut.intake.mapped import Places
from wortlaut.intake.reasons import Refused, reject
from wortlaut.intake.records.lists import find_list
from wortlaut.intake.records.record import Record, first_problem, read_record
from wortlaut.intake.records.scan import Broken, Place, after_space, place
from wortlaut.types import Article, Origin, Rejected, Withdrawn

__all__ = ["ReadOne", "read_json", "read_json_lines"]

# What makes an article of a record; it may raise `Refused`.
ReadOne = Callable[[Record, Charset, Wishes], Article | Withdrawn]
_READ_JSON: ReadOne = partial(read_record, form="json")
_READ_LINE: ReadOne = partial(read_record, form="jsonl")

# Every restart within broken JSON may read all that is left: twenty times 500 MB take about ten seconds.
_MOST_RESTARTS = 20
_DEEPEST_INDENT = 80


def read_json(source: Source, read: ReadOne = _READ_JSON) -> Iterator[Item]:
    """The articles of a JSON file, which is held in memory; a record that cannot be read is refused by itself."""
    stream, origin, charset, wishes = source.stream, source.origin, source.charset, source.wishes
    limit = wishes.settings.max_file_bytes
    octets = stream.take(limit + 1)
    if len(octets) > limit:
        raise Refused("file_too_large", limit=limit)
    start = Origin(origin.path, byte=charset.mark)
    found = _Values(octets[charset.mark :], start, charset, wishes, read, is_file=True)
    for item in found.items(count(1)):
        if stream.damage is None or not _is_broken(item):
            yield item  # else the JSON breaks off where the bytes do, and the damage is said below
    if stream.damage is not None:
        yield reject(stream.damage, origin)


def read_json_lines(source: Source, read: ReadOne = _READ_LINE) -> Iterator[Item]:
    """The articles of JSON Lines, one line in memory at a time; a line that cannot be read is refused by itself."""
    stream, origin, charset, wishes = source.stream, source.origin, source.charset, source.wishes
    stream.take(charset.mark)
    numbers = count(1)
    limit = wishes.settings.max_item_bytes
    for line_number in count(1):
        line = stream.line(charset.newline, limit)
        if line is None or (line.is_last and stream.damage is not None):
            break
        here = Origin(origin.path, line=line_number, byte=line.byte)
        if line.size > limit:
            yield reject(Refused("too_large", size=line.size, limit=limit).why, replace(here, record=next(numbers)))
        else:
            yield from _Values(line.raw, here, charset, wishes, read, is_file=False).items(numbers)
    if stream.damage is not None:
        yield reject(stream.damage, origin)


class _Cursor:
    """Line and column of positions in a view, asked for from the front to the back."""

    def __init__(self, view: str, line: int, *, is_bytes: bool) -> None:
        self._view = view
        self._is_bytes = is_bytes  # the view has one character a byte
        self._position = 0
        self.line = line
        self.line_start = 0
        self.column = 1  # in characters

    def move(self, position: int) -> None:
        passed = self._view[self._position : position]
        self._position = max(position, self._position)
        breaks = passed.count("\n")
        if breaks:
            self.line += breaks
            self.column = 1
            passed = passed[passed.rfind("\n") + 1 :]
            self.line_start = self._position - len(passed)
        self.column += len(passed.encode("latin-1").decode("utf-8", "replace")) if self._is_bytes else len(passed)


class _Values:
    """A stretch of bytes with JSON values in it.

    The scanner works on characters: where every ASCII character is one byte (UTF-8 too), the bytes are seen as Latin-1,
    so that positions are bytes and nothing is decoded twice; else the whole stretch is decoded.
    """

    def __init__(
        self, octets: bytes, origin: Origin, charset: Charset, wishes: Wishes, read: ReadOne, *, is_file: bool
    ) -> None:
        self.octets = octets
        self.origin = origin
        self.charset = replace(charset, mark=0)
        self.wishes = wishes
        self.read = read
        self.is_file = is_file
        self.places: Places | None = None
        if charset.is_wide:
            mapped = decode(octets, self.charset).mapped
            self.view, self.places = mapped.text, mapped.starts
        else:
            self.view = octets.decode("latin-1")
        self.cursor = _Cursor(self.view, origin.line or 1, is_bytes=self.places is None)

    def items(self, numbers: Iterator[int]) -> Iterator[Item]:
        """An article or a refusal for every record, numbered on."""
        position = after_space(self.view, 0)
        is_first = True
        while position < len(self.view):
            try:
                value = place(self.view, position)
            except Broken as broken:
                yield from self._cut_off(broken, position, numbers)
                return
            position = after_space(self.view, value.end)
            is_whole_file = is_first and position == len(self.view) and self.is_file
            for found in self._value(value, numbers, is_whole_file=is_whole_file):
                yield found
                if _is_broken(found) and self.view[value.start] not in '{["':
                    return  # no JSON: each further word would be refused by itself
            is_first = False

    def _value(self, value: Place, numbers: Iterator[int], *, is_whole_file: bool) -> Iterator[Item]:
        """What one value gives that has an end."""
        if self.view[value.start] == "[":
            yield from self._list(value.start, numbers)
            return
        found = self._read(value)
        if isinstance(found, Rejected) and found.why is not None and self.view[value.start] == "{":
            code = found.why.code
            if code in ("no_text_field", "mapped_field_missing", "too_large", "broken_json"):
                inner = find_list(self.view, value.start, known_only=code == "broken_json")
                if inner is not None:
                    yield from self._list(inner, numbers)
                    return
        yield _placed(found, None if is_whole_file else next(numbers))

    def _cut_off(self, broken: Broken, start: int, numbers: Iterator[int]) -> Iterator[Item]:
        """What can still be had from the value at `start`, which has no end."""
        inner: int | None = start
        if self.view[start] == "{":
            inner = find_list(self.view, start, known_only=True)
        if inner is not None and self.view[inner] == "[":
            yield from self._list(inner, numbers)
        else:
            yield _placed(self._refused(broken), next(numbers))

    def _list(self, start: int, numbers: Iterator[int]) -> Iterator[Item]:
        """What the elements of a list give; from where it cannot be followed, the rest is refused as one."""
        position = after_space(self.view, start + 1)
        if self.view.startswith("]", position):
            yield reject(Refused("no_records").why, self._origin(start))
        restarts = _MOST_RESTARTS
        while not self.view.startswith("]", position):
            end = len(self.view)
            try:
                value = place(self.view, position)
                end = value.end
                found: Item = self._read(value)
            except Broken as broken:
                found = self._refused(broken)
            yield _placed(found, next(numbers))
            again = self._next_like(position, end) if _is_broken(found) and restarts else None
            try:
                position = self._following(end) if again is None else again
            except Broken as broken:
                if end < len(self.view) or isinstance(found, Article):
                    yield _placed(self._refused(broken), next(numbers))
                return
            restarts -= again is not None

    def _following(self, end: int) -> int:
        """Where the element after the one that ends at `end` begins, or the list's own end."""
        position = after_space(self.view, end)
        sign = self.view[position : position + 1]
        if sign == ",":
            return after_space(self.view, position + 1)
        if sign in ("]", "{"):  # a comma forgotten between two records costs nothing
            return position
        raise Broken("Expecting ',' delimiter", position)

    def _next_like(self, position: int, end: int) -> int | None:
        """Where within a broken stretch another record begins: a line that is indented as the one at `position`."""
        indent = self.view[self.cursor.line_start : position]
        if indent.strip() or len(indent) > _DEEPEST_INDENT:
            return None
        found = self.view.find(f"\n{indent}{{", position, end)
        return None if found < 0 else found + 1 + len(indent)

    def _read(self, value: Place) -> Item:
        origin = self._origin(value.start)
        first, last = self._byte(value.start), self._byte(value.end)
        try:
            check_size(last - first, self.wishes)
            record = Record(Raw(self.octets[first:last], origin), self.cursor.line, self.cursor.column)
            return self.read(record, self.charset, self.wishes)
        except Refused as refused:
            return reject(refused.why, origin)

    def _refused(self, broken: Broken) -> Rejected:
        """The refusal that names the line and column at which the JSON breaks."""
        start = broken.position if broken.start is None else broken.start
        origin = self._origin(start)
        problem, position = broken.problem, broken.position
        if broken.start is not None:
            problem, position = first_problem(self.view, start) or (problem, position)
        ahead = copy(self.cursor)
        ahead.move(position)
        why = Refused("broken_json", line=ahead.line, column=ahead.column, problem=problem).why
        return reject(why, origin)

    def _origin(self, position: int) -> Origin:
        """Where in the file the position of the view is; the cursor goes there."""
        self.cursor.move(position)
        return replace(self.origin, line=self.cursor.line, byte=self.origin.byte + self._byte(position))

    def _byte(self, position: int) -> int:
        if self.places is None:
            return position
        return int(self.places[position]) if position < len(self.places) else len(self.octets)


def _placed(found: Item, number: int | None) -> Item:
    """What was found, numbered; without a number it is a file by itself, whose line says nothing."""
    line = None if number is None else found.origin.line
    return replace(found, origin=replace(found.origin, record=number, line=line))


def _is_broken(item: Item) -> bool:
    return isinstance(item, Rejected) and item.why is not None and item.why.code == "broken_json"
