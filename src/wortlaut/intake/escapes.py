"""Characters written as something else: backslash escapes as in JSON, character references as in HTML."""

from __future__ import annotations

import html
import re
from html.entities import html5

from wortlaut.intake.mapped import Edit

__all__ = ["backslash_edits", "markup_reference_edits", "reference_edits", "unescaped"]

_BACKSLASH = re.compile(
    r"""\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(["\\/bfnrt]))"""
)
_LETTERS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\", "/": "/"}
# The longest name in HTML has 31 letters; numbers beyond 8 figures name nothing.
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});")


# In markup the semicolon may be left out behind a number and behind names that have long been known.
_MARKUP_REFERENCE = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_OLD_NAMES = tuple(sorted((name for name in html5 if not name.endswith(";")), key=len, reverse=True))


def backslash_edits(text: str, start: int = 0, end: int | None = None) -> list[Edit]:
    """What turns the JSON escapes between `start` and `end` into their characters; pairs of halves become one."""
    return [
        Edit(*found.span(), _escaped(found))
        for found in _BACKSLASH.finditer(text, start, len(text) if end is None else end)
    ]


def _escaped(found: re.Match[str]) -> str:
    high, low, unit, letter = found.groups()
    if letter:
        return _LETTERS[letter]
    if unit:
        return chr(int(unit, 16))
    return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + (int(low, 16) - 0xDC00))


def reference_edits(text: str) -> list[Edit]:
    """What turns character references into their characters; those without a character become U+FFFD."""
    edits = []
    for found in _REFERENCE.finditer(text):
        reference = found[0]
        if reference.startswith("&#"):
            edits.append(Edit(*found.span(), html.unescape(reference) or "\ufffd"))
        elif reference[1:] in html5:
            edits.append(Edit(*found.span(), html5[reference[1:]]))
    return edits


def markup_reference_edits(text: str, start: int, end: int) -> list[Edit]:
    """What turns the character references of markup between `start` and `end` into their characters."""
    if text.find("&", start, end) < 0:
        return []
    edits = []
    for found in _MARKUP_REFERENCE.finditer(text, start, end):
        name = found[0][1:]
        if name[0] == "#":
            edits.append(Edit(*found.span(), html.unescape(found[0]) or "\ufffd"))
        elif name in html5:
            edits.append(Edit(*found.span(), html5[name]))
        else:
            old = next((each for each in _OLD_NAMES if name.startswith(each)), None)
            if old is not None:
                edits.append(Edit(found.start(), found.start() + 1 + len(old), html5[old]))
    return edits


def unescaped(text: str) -> str:
    """The text with the character references of markup resolved."""
    return html.unescape(text) if "&" in text else text
