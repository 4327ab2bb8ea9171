"""An article's text with its statements marked, for a terminal.

Whatever colour says is also written: a statement stands in numbered brackets `⟦³…³⟧`, and behind a cue, a speaker and
an addressee stand a letter and the statement's number (`sagteᶜ³ Kerstenˢ³`). Frames are left to the list below.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from wortlaut.cli.listing import TYPE_STYLES
from wortlaut.cli.terminal import Terminal
from wortlaut.export.segments import Mark, Role, Segment, marks_of, segments
from wortlaut.export.visible import visible
from wortlaut.types import Found, StatementType

__all__ = ["legend", "marked"]

_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LETTERS = {Role.CUE: "ᶜ", Role.SPEAKER: "ˢ", Role.ADDRESSEE: "ᵃ"}
_PLAIN_LETTERS = {Role.CUE: "c", Role.SPEAKER: "s", Role.ADDRESSEE: "a"}
_ROLE_STYLES = {Role.CUE: "bold italic", Role.SPEAKER: "bold reverse", Role.ADDRESSEE: "reverse"}


def marked(terminal: Terminal, text: str, found: Sequence[Found]) -> Text:
    """`text` with the marks of `found`, ready to be printed."""
    painter = _Painter(terminal, found)
    for segment in segments(len(text), marks_of(found)):
        painter.paint(segment, text)
    return painter.result


def legend(terminal: Terminal, found: Sequence[Found]) -> Text:
    """What the marks mean, of those types and roles that occur."""
    painter, texts = _Painter(terminal, found), terminal.texts
    parts = []
    for kind in StatementType:
        if any(each.statement.type is kind for each in found):
            part = Text(painter.opening("n"), style=f"bold {TYPE_STYLES[kind]}")
            part.append(texts(f"type.{kind.value}"), style="underline").append(painter.closing("n"))
            parts.append(part)
    roles = {mark.role for mark in marks_of(found)}
    for role, style in _ROLE_STYLES.items():
        if role in roles:
            parts.append(Text.assemble((texts(f"role.{role.value}"), style), (painter.tag(role, ["n"]), "dim")))
    return Text("  ").join(parts)


class _Painter:
    """Appends one segment after the other to `result`."""

    def __init__(self, terminal: Terminal, found: Sequence[Found]) -> None:
        self.result = Text()
        self._found = found
        self._plain = not terminal.can_show("⟦⟧⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ" + "".join(_LETTERS.values()))

    def opening(self, number: str) -> str:
        """The bracket in front of a statement."""
        return f"[{number} " if self._plain else f"⟦{self._raised(number)}"

    def closing(self, number: str) -> str:
        """The bracket behind a statement."""
        return f" {number}]" if self._plain else f"{self._raised(number)}⟧"

    def tag(self, role: Role, numbers: Sequence[str]) -> str:
        """What stands behind the words of a role."""
        if self._plain:
            return f"({_PLAIN_LETTERS[role]}{','.join(numbers)})"
        return _LETTERS[role] + "˒".join(self._raised(number) for number in numbers)

    def paint(self, segment: Segment, text: str) -> None:
        for mark in segment.opens:
            if mark.role is Role.QUOTE:
                self.result.append(self.opening(str(mark.statement + 1)), style=f"bold {self._colour(mark)}")
        self.result.append(visible(segment.span.of(text)), style=self._style(segment.marks))
        for role in _LETTERS:
            numbers = [str(mark.statement + 1) for mark in segment.closes if mark.role is role]
            if numbers:
                self.result.append(self.tag(role, numbers), style="dim")
        for mark in reversed(segment.closes):
            if mark.role is Role.QUOTE:
                self.result.append(self.closing(str(mark.statement + 1)), style=f"bold {self._colour(mark)}")

    def _style(self, marks: Sequence[Mark]) -> str:
        """The innermost statement's colour, and what the roles ask for."""
        quotes = [mark for mark in marks if mark.role is Role.QUOTE]
        styles = [f"underline {self._colour(quotes[-1])}"] if quotes else []
        styles += [_ROLE_STYLES[mark.role] for mark in marks if mark.role in _ROLE_STYLES]
        return " ".join(styles)

    def _colour(self, mark: Mark) -> str:
        return TYPE_STYLES[self._found[mark.statement].statement.type]

    def _raised(self, number: str) -> str:
        return number.translate(_DIGITS).replace("n", "ⁿ")
