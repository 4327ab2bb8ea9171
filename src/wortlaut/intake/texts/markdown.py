"""Markdown to clean text: marks of headings, lists, quotations, emphasis and links go, every word stays.

The parts of CommonMark 0.31 that news copy uses. Two deliberate differences: stars and underscores between letters or
figures stay (`Lehrer*innen` is no emphasis), and the numbers of ordered lists stay (`1. Mai` is a date).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wortlaut.intake.mapped import Edit, Mapped
from wortlaut.intake.reasons import Refused, note
from wortlaut.intake.texts.emphasis import inline_edits
from wortlaut.intake.texts.wire import clean_line, paragraphs, replace_no_characters

__all__ = ["Stripped", "looks_like_markdown", "strip_markdown"]

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<body>(?:(?!---|\.\.\.)[^\n]*\n){0,200})(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)")
_FRONT_FIELD = re.compile(r"^([A-Za-zÄÖÜäöü_-]{1,40})[ \t]*:[ \t]+(\S[^\r\n]*)", re.MULTILINE)
_LINE = re.compile(r"[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029]|\Z)")
_PREFIX = re.compile(r"(?:[ \t]{0,3}>[ \t]?)+")
_FENCE = re.compile(r"[ \t]{0,3}(?P<mark>`{3,}|~{3,})[^`\r\n]*+\s*\Z")
_HEADING = re.compile(r"[ \t]{0,3}(?P<mark>#{1,6})(?:[ \t]+|(?=[\r\n]|\Z))")
_UNDERLINE = re.compile(r"[ \t]{0,3}(?P<mark>=+|-+)\s*\Z")
_RULE = re.compile(r"[ \t]{0,3}(?:(?:\*[ \t]*+){3,}+|(?:-[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)\s*\Z")
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_NUMBER = re.compile(r"[ \t]*\d{1,9}[.)][ \t]+(?=\S)")
_REFERENCE = re.compile(r"[ \t]{0,3}\[[^\]\r\n]{1,300}\]:[ \t]*\S")
_CODE = re.compile(r" {4}|\t")
# Each sign with a string that it cannot do without, which is looked for first because that is fast.
_SIGNS = tuple(
    (string, re.compile(sign, re.MULTILINE))
    for string, sign in (
        ("---", r"\A---[ \t]*\r?\n(?=[A-Za-z_]+:)"),
        ("#", r"^#{1,6}[ \t]+\S"),
        ("](", r"\[[^\]\n]{1,300}\]\((?:https?://|/|#|mailto:)[^)\s]{0,500}\)"),
        ("**", r"(?<!\w)\*\*[^\s*][^*\n]{0,300}\*\*(?!\w)"),
        ("```", r"^```"),
        ("> ", r"^>[ \t]+\S"),
        ("\n- ", r"^-[ \t]+\S"),
        ("\n* ", r"^\*[ \t]+\S"),
        ("\n---", r"^\S[^\n]{0,200}\n-{3,}[ \t]*$"),
        ("\n===", r"^\S[^\n]{0,200}\n={3,}[ \t]*$"),
    )
)


# Lines and signs that can be marks. Four megabytes of prose have some hundred thousand; a million of them took 22 s
# and 700 MiB to read.
_COUNTED = "\n`[]*_~<&\\!"
_MOST_MARKS = 400_000


@dataclass(frozen=True, slots=True)
class Stripped:
    """A clean text with its bytes, the first heading of the first level, the front matter's fields, and notes."""

    mapped: Mapped
    title: str | None
    front: Mapping[str, str]
    notes: tuple[str, ...]


def looks_like_markdown(text: str) -> bool:
    """Whether `text` has at least two kinds of Markdown's signs; one alone also stands in plain text."""
    return sum(string in text and sign.search(text) is not None for string, sign in _SIGNS) >= 2


def strip_markdown(raw: Mapped) -> Stripped:
    """The text of Markdown without its marks; fenced and indented code stays as it is.

    Raises `Refused` for more lines and marks than honest text has.
    """
    if sum(map(raw.text.count, _COUNTED)) > _MOST_MARKS:
        raise Refused("document_too_intricate", limit=_MOST_MARKS)
    front = _FRONT.match(raw.text)
    body = raw if front is None else raw.cut(front.end(), len(raw.text))
    mapped, notes = replace_no_characters(body)
    blocks = _Blocks(mapped.text)
    edits = blocks.edits()
    replaced = sum(edit.text == "\ufffd" for edit in edits)
    if replaced:
        notes += (note("references_replaced", count=replaced),)
    known = {} if front is None else {name: _unquoted(value) for name, value in _FRONT_FIELD.findall(front["body"])}
    return Stripped(paragraphs(mapped.edited(edits)), blocks.title, known, notes)


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


class _Blocks:
    """One walk over the lines of a Markdown text that collects the edits."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.title: str | None = None
        self.marks: list[Edit] = []  # marks of blocks at the edges of lines
        self.prose: list[tuple[int, int]] = []  # stretches with inline markup
        self.open: tuple[int, int] | None = None  # the paragraph that goes on
        self.fence = ""  # the mark that opened a block of code
        self.was_blank = True
        self.is_code = False  # the last line was code by its indentation

    def edits(self) -> list[Edit]:
        for found in _LINE.finditer(self.text):
            if found[0]:
                self._line(*found.span())
        self._close()
        edits = sorted((*self.marks, *(edit for each in self.prose for edit in inline_edits(self.text, *each))))
        return list(_apart(edits))

    def _line(self, start: int, end: int) -> None:
        quote = _PREFIX.match(self.text, start, end)
        begin = start if quote is None else quote.end()
        line = self.text[begin:end]
        fence = _FENCE.match(line)
        if self.fence:
            if fence is not None and fence["mark"].startswith(self.fence):
                self.fence = ""
                self._mark(start, end, "\n\n")
            elif quote is not None:
                self._mark(start, begin, "")
            return
        if quote is not None and self.open is None:
            self._mark(start, begin, "\n\n")
        elif quote is not None:
            self._mark(start, begin, "")
        if fence is not None:
            self._close()
            self.fence = fence["mark"]
            self._mark(begin, end, "\n\n")
        elif not line.strip():
            self._close()
        else:
            self.is_code = False
            self._content(begin, end, line)
        self.was_blank = self.is_code or not line.strip()

    def _content(self, begin: int, end: int, line: str) -> None:
        underline = _UNDERLINE.match(line)
        if self.open is not None and underline is not None:
            self._title(self.open, 1 if underline["mark"][0] == "=" else 2)
            self._close()
            self._mark(begin, end, "\n\n")
        elif _RULE.match(line) or (self.open is None and _REFERENCE.match(line)):
            self._close()
            self._mark(begin, end, "\n\n")
        elif (heading := _HEADING.match(line)) is not None:
            self._heading(begin, end, line, heading)
        elif (bullet := _BULLET.match(line)) is not None:
            self._close()
            self._mark(begin, begin + bullet.end(), "\n\n")
            self.open = (begin + bullet.end(), end)
        elif _NUMBER.match(line) and (self.was_blank or self._is_number_before(begin)):
            self._close(begin)
            self.open = (begin, end)
        elif self.open is None and self.was_blank and _CODE.match(line):
            self.is_code = True
        else:
            bare = line.rstrip("\r\n\x85\u2028\u2029")
            self._mark(begin + len(bare.rstrip(" ")), begin + len(bare), "")  # two spaces break the line
            self.open = (begin if self.open is None else self.open[0], end)

    def _is_number_before(self, begin: int) -> bool:
        """Whether the paragraph that is open began as an element of an ordered list."""
        return self.open is not None and _NUMBER.match(self.text, self.open[0], begin) is not None

    def _heading(self, begin: int, end: int, line: str, heading: re.Match[str]) -> None:
        self._close()
        self._mark(begin, begin + heading.end(), "\n\n")
        bare = line.rstrip()
        words = bare.rstrip("#")
        start = begin + heading.end()
        finish = begin + len(words.rstrip() if words.endswith((" ", "\t")) else bare)
        if start < finish:
            self.prose.append((start, finish))
            self._title((start, finish), len(heading["mark"]))
        self._mark(max(start, finish), end, "\n\n")

    def _title(self, stretch: tuple[int, int], level: int) -> None:
        if level == 1 and self.title is None:
            shift = stretch[0]
            words = self.text[slice(*stretch)]
            at, pieces = 0, []
            for start, stop, new in _apart(inline_edits(self.text, *stretch)):
                pieces += [words[at : start - shift], new]
                at = stop - shift
            self.title = clean_line("".join((*pieces, words[at:]))) or None

    def _mark(self, start: int, end: int, new: str) -> None:
        if start < end:
            self.marks.append(Edit(start, end, new))

    def _close(self, before: int | None = None) -> None:
        """The open paragraph ends; where the next one follows without a blank line, the line end becomes one."""
        if self.open is None:
            return
        self.prose.append(self.open)
        if before is not None:
            bare = len(self.text[self.open[0] : before].rstrip()) + self.open[0]
            self._mark(bare, before, "\n\n")
        self.open = None


def _apart(edits: list[Edit]) -> Iterator[Edit]:
    """The edits without those that overlap an earlier one."""
    at = 0
    for edit in edits:
        if edit.start >= at:
            yield edit
            at = edit.end
