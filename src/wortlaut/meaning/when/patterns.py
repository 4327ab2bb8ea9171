"""The grammar of `grammar.tsv`, compiled to a tree that is walked word by word.

A line has the name of a rule and a pattern::

    month	[ EDGE? MONTH YEAR ]
    days	[ DAY ] (und|bis|/) [ DAY MONTH YEAR? ]

Words in capitals are classes of `readings.py`, others stand for themselves, in any case. What stands in square brackets
is an expression, several in a pattern are several expressions; what stands outside must be there, too. `?` marks what
may be missing, round brackets with bars choices; each choice may be several words (`(im|in dem)`).

Every pattern is written out in all its forms, and these share their beginnings in the tree. As the longest form has a
dozen words, looking for one at each word of a text takes time in proportion to the text, whatever stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from wortlaut.meaning.when.pieces import Pieces
from wortlaut.meaning.when.readings import Reading, Value

__all__ = ["Group", "Hit", "Matcher"]

_PIECES = re.compile(r"\[|\]|\([^()]*\)\??|[^\s()\[\]]+")
_OPEN, _CLOSE = "[", "]"


@dataclass(frozen=True, slots=True)
class Group:
    """One expression of a hit: its pieces, half-open, and what they denote."""

    first: int
    last: int
    values: tuple[Reading, ...]

    def get(self, kind: str) -> Value | None:
        """The value of the first piece that denotes something of that kind."""
        return next((each.value for each in self.values if each.kind == kind), None)

    def has(self, kind: str) -> bool:
        """Whether a piece denotes something of that kind."""
        return any(each.kind == kind for each in self.values)

    def number(self, kind: str) -> int | None:
        """The same as a whole number."""
        value = self.get(kind)
        return value if isinstance(value, int) else None

    def name(self, kind: str) -> str | None:
        """The same as a string."""
        value = self.get(kind)
        return value if isinstance(value, str) else None


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern found: the name of its rule, its pieces with those around the brackets, its expressions."""

    rule: str
    first: int
    last: int
    groups: tuple[Group, ...]
    values: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write a pattern out: what must stand there, and which of it is inside brackets."""

    rule: str
    kinds: tuple[str, ...]
    groups: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Node:
    """What may come next; `forms` are those that end here, in the order of the file."""

    following: dict[str, _Node] = field(default_factory=dict)
    forms: list[_Form] = field(default_factory=list)


class Matcher:
    """A grammar ready to be looked for."""

    def __init__(self, lines: Sequence[Sequence[str]]) -> None:
        self._root = _Node()
        self.literals: set[str] = set()
        self.rules: set[str] = set()
        for rule, pattern in lines:
            self.rules.add(rule)
            for form in _forms(rule, pattern):
                self._add(form)

    def _add(self, form: _Form) -> None:
        node = self._root
        for kind in form.kinds:
            if not kind.isupper():
                self.literals.add(kind)
            node = node.following.setdefault(kind, _Node())
        node.forms.append(form)

    def hits(self, pieces: Pieces, place: int) -> list[Hit]:
        """What begins at the piece, the longest first, then in the order of the file."""
        found: list[tuple[int, _Form, tuple[Reading, ...]]] = []
        self._walk(pieces, place, self._root, (), found)
        found.sort(key=lambda each: -each[0])
        return [
            Hit(
                form.rule,
                place,
                place + length,
                tuple(Group(place + start, place + end, values[start:end]) for start, end in form.groups),
                values,
            )
            for length, form, values in found
        ]

    def _walk(
        self,
        pieces: Pieces,
        place: int,
        node: _Node,
        values: tuple[Reading, ...],
        found: list[tuple[int, _Form, tuple[Reading, ...]]],
    ) -> None:
        for form in node.forms:
            found.append((len(values), form, values))
        if place < len(pieces.words) and node.following:
            following = node.following
            for reading in pieces.readings[place]:
                if (below := following.get(reading.kind)) is not None:
                    self._walk(pieces, place + 1, below, (*values, reading), found)
            small = pieces.small[place]
            if small in self.literals and (below := following.get(small)) is not None:
                self._walk(pieces, place + 1, below, (*values, Reading("", small)), found)


def _forms(rule: str, pattern: str) -> Iterator[_Form]:
    choices = [_choices(piece) for piece in _PIECES.findall(pattern)]
    for chosen in product(*choices):
        kinds: list[str] = []
        groups: list[tuple[int, int]] = []
        start = 0
        for word in (word for words in chosen for word in words):
            if word == _OPEN:
                start = len(kinds)
            elif word == _CLOSE:
                groups.append((start, len(kinds)))
            else:
                kinds.append(word)
        if kinds and all(first < last for first, last in groups):
            yield _Form(rule, tuple(kinds), tuple(groups))


def _choices(piece: str) -> list[tuple[str, ...]]:
    """What a piece of a pattern may stand for: a sequence of words each."""
    if not piece.startswith("("):
        return _optional(piece)
    choices, optional = (piece[1:-2], True) if piece.endswith("?") else (piece[1:-1], False)
    made = [
        tuple(word for words in chosen for word in words)
        for choice in choices.split("|")
        for chosen in product(*map(_optional, choice.split()))
    ]
    return [*made, ()] if optional else made


def _optional(word: str) -> list[tuple[str, ...]]:
    """The word, and nothing where it ends with a question mark."""
    return [(word[:-1],), ()] if word.endswith("?") and len(word) > 1 else [(word,)]
