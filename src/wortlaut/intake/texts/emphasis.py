"""Markdown's marks within a paragraph: code, links, images, escapes, character references, tags, emphasis."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5

from wortlaut.intake.mapped import Edit

__all__ = ["inline_edits"]

# Where a mark can begin; the dear expression is tried only there.
_SIGN = re.compile(r"[`\\<!\[\]&*_~]")
_TOKEN = re.compile(
    r"""
    (?P<code>(?<!`)(?P<ticks>`{1,8})(?!`)(?P<inside>[^`\n]{1,2000}(?:\n[^`\n]{1,2000}){0,5})(?P=ticks)(?!`))
    | (?P<escape>\\[!-/:-@\[-`{-~])
    | (?P<hard>\\(?=\r?\n))
    | <(?P<address>(?:https?://|mailto:)[^<>\s]{1,2000})>
    | (?P<break><br\b[^<>]{0,100}>)
    | (?P<tag></?[A-Za-z][A-Za-z0-9-]{0,20}(?:\s[^<>=]{0,200}=[^<>]{0,2000}|\s*/?)>)
    | (?P<opening>!?\[)
    | (?P<closing>\](?:
        \([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,2000}){0,3}(?:\s+(?:"[^"]{0,500}"|'[^']{0,500}'))?\)
        | \[[^\]\[\n]{0,300}\])?)
    | (?P<reference>&(?:\#[0-9]{1,8}|\#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});)
    | (?P<run>\*+|_+|~~)
    """,
    re.VERBOSE,
)


@dataclass(slots=True)
class _Opener:
    """A run of emphasis marks that may open something: its sign, and the stretch of it that is still unused."""

    sign: str
    start: int
    end: int


def inline_edits(text: str, start: int, end: int) -> list[Edit]:
    """What takes the inline marks between `start` and `end` away, in order and without overlap."""
    edits: list[Edit] = []
    runs: list[re.Match[str]] = []
    brackets: list[re.Match[str]] = []
    for found in _tokens(text, start, end):
        if found["run"]:
            runs.append(found)
        elif found["opening"]:
            brackets.append(found)
        elif found["closing"]:
            edits += _link(brackets, found)
        else:
            edits += _simple(found)
    edits += _emphasis(text, runs)
    return sorted(edits)


def _tokens(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    while (sign := _SIGN.search(text, start, end)) is not None:
        found = _TOKEN.match(text, sign.start(), end)
        start = sign.end() if found is None else found.end()
        if found is not None:
            yield found


def _simple(found: re.Match[str]) -> Iterator[Edit]:
    """The edits for a mark that stands for itself."""
    first, last = found.span()
    if found["code"]:
        ticks = len(found["ticks"])
        yield from (Edit(first, first + ticks, ""), Edit(last - ticks, last, ""))
    elif found["escape"]:
        yield Edit(first, last, found["escape"][1])
    elif found["address"]:
        yield from (Edit(first, first + 1, ""), Edit(last - 1, last, ""))
    elif found["reference"]:
        new = html.unescape(found[0]) or "\ufffd" if found[0][1] == "#" else html5.get(found[0][1:])
        if new is not None:
            yield Edit(first, last, new)
    else:
        yield Edit(first, last, "\n\n" if found["break"] else "")


def _link(brackets: list[re.Match[str]], closing: re.Match[str]) -> Iterator[Edit]:
    """The edits for a link or image; a pair of brackets without a target stays."""
    if not brackets:
        return
    opening = brackets.pop()
    if len(closing["closing"]) > 1:
        yield Edit(*opening.span(), "")
        yield Edit(*closing.span(), "")


def _emphasis(text: str, runs: list[re.Match[str]]) -> Iterator[Edit]:
    """The edits for pairs of emphasis marks, by CommonMark's stack of openers (without its rule of three)."""
    stack: list[_Opener] = []
    waiting = Counter[str]()  # how many openers of each sign are on the stack
    for found in runs:
        sign, (start, end) = found[0][0], found.span()
        before, behind = text[start - 1 : start] or " ", text[end : end + 1] or " "
        can_close = not before.isspace() and not _is_word(behind)
        can_open = not behind.isspace() and not _is_word(before)
        while can_close and start < end and waiting[sign]:
            while stack[-1].sign != sign:  # what was opened in between stays open
                waiting[stack.pop().sign] -= 1
            opener = stack[-1]
            used = min(end - start, opener.end - opener.start)
            yield from (Edit(opener.end - used, opener.end, ""), Edit(start, start + used, ""))
            start, opener.end = start + used, opener.end - used
            if opener.start == opener.end:
                waiting[stack.pop().sign] -= 1
        if can_open and start < end:
            stack.append(_Opener(sign, start, end))
            waiting[sign] += 1


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
