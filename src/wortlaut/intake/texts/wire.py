"""Wire text to clean text: date line, escapes (also several layers of them), character references, markup, breaks.

Plain text goes the same way, and comes out unchanged but for line ends, paragraph marks and what is no character.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from wortlaut.intake.dates import parse_date
from wortlaut.intake.escapes import backslash_edits, reference_edits
from wortlaut.intake.mapped import Edit, Mapped
from wortlaut.intake.reasons import note

__all__ = ["Cleaned", "clean", "clean_line", "has_date_line", "paragraphs", "replace_no_characters"]

# Escapes within escapes: `&amp;lt;br&amp;gt;` takes two rounds, JSON inside JSON inside HTML three.
_ROUNDS = 4
_DATE_LINE = re.compile(
    r"\s*(?:date|datum)\s*[:=]?\s*(?P<day>\d{4}-\d{2}-\d{2})"
    r"(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
    r"(?:\s|$)",
    re.IGNORECASE,
)
# These are seldom found in a text that was not escaped as JSON; `\n` and `\\` alone are (C:\neu).
_ESCAPED = re.compile(r'\\(?:/|"|u[0-9a-fA-F]{4})')
_BLOCKS = (
    r"p|div|h[1-6]|li|ul|ol|dl|dt|dd|blockquote|hr|pre|table|thead|tbody|tr|td|th|section|article|header|footer"
    r"|main|aside|figure|figcaption"
)
_INLINE = (
    r"a|abbr|acronym|b|bdi|bdo|big|center|cite|code|del|em|font|i|img|ins|kbd|mark|nobr|q|s|samp|small|span|strike"
    r"|strong|sub|sup|time|tt|u|var|wbr"
)
# What can follow a tag's name: without an attribute it may be no tag (3 <a und b> 5).
_TAIL = r"(?:\s[^<>=]*+=[^<>]*+|\s*+/?\s*+)>"
_MARKUP = re.compile(
    rf"<(?:(?P<block>/?\s?(?:(?i:br)\b[^<>]*+>|(?i:{_BLOCKS}){_TAIL}))|/?\s?(?i:{_INLINE}){_TAIL}"
    r"|!--(?:[^<-]|<(?!!--)|-(?!->))*+-->"
    r"|(?i:script|style)\b[^<>]*+>(?:[^<]|<(?!/?(?i:script|style)\b))*+</(?i:script|style)\s*+>)"
)
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028]|\u2029")
_NO_CHARACTERS = re.compile("[\0\ud800-\udfff]")
_BREAK = re.compile(r"\n[^\S\n]*+\n\s*+")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A clean text with its bytes, whether it was written as wire text, its date line, and notes."""

    mapped: Mapped
    is_wire: bool
    published: date | None
    notes: tuple[str, ...]


def has_date_line(text: str) -> bool:
    """Whether `text` begins with ` date YYYY-MM-DD `."""
    return _DATE_LINE.match(text) is not None


def clean(raw: Mapped) -> Cleaned:
    """The text of `raw` without escapes, markup and date line, paragraphs parted by one blank line."""
    mapped, notes = _unescape(raw)
    mapped = mapped.edited(_markup_edits(mapped.text))
    is_wire = mapped is not raw
    mapped, published, date_notes = _take_date_line(mapped)
    is_wire = is_wire or published is not None or bool(date_notes)
    mapped, more = replace_no_characters(mapped)
    return Cleaned(paragraphs(mapped), is_wire, published, (*notes, *date_notes, *more))


def clean_line(text: str) -> str:
    """`text` (a title, a name) as one line without escapes, references and markup."""
    if "&" in text or "<" in text or "\\" in text:
        for _ in range(_ROUNDS):
            escaped = _apply(text, _backslashes)
            if escaped == text and (escaped := _apply(text, reference_edits)) == text:
                break
            text = escaped
        text = _apply(text, _markup_edits)
    return " ".join(_NO_CHARACTERS.sub("\ufffd", text).split())


def _apply(text: str, find: Callable[[str], list[Edit]]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end, new in find(text):
        pieces += (text[at:start], new)
        at = end
    return "".join((*pieces, text[at:]))


def _unescape(mapped: Mapped) -> tuple[Mapped, tuple[str, ...]]:
    replaced = 0
    for _ in range(_ROUNDS):
        before = mapped
        if "\\" in mapped.text:
            mapped = mapped.edited(_backslashes(mapped.text))
        if "&" in mapped.text:
            edits = reference_edits(mapped.text)
            replaced += sum(edit.text == "\ufffd" for edit in edits)
            mapped = mapped.edited(edits)
        if mapped is before:
            break
    return mapped, (note("references_replaced", count=replaced),) if replaced else ()


def _backslashes(text: str) -> list[Edit]:
    return backslash_edits(text) if _ESCAPED.search(text) else []


def _markup_edits(text: str) -> list[Edit]:
    """What turns marks of lines and blocks into blank lines and takes all other markup away."""
    if "<" not in text:
        return []
    return [Edit(*found.span(), "\n\n" if found["block"] else "") for found in _MARKUP.finditer(text)]


def _take_date_line(mapped: Mapped) -> tuple[Mapped, date | None, tuple[str, ...]]:
    found = _DATE_LINE.match(mapped.text)
    if found is None:
        return mapped, None, ()
    published = parse_date(found["day"])
    notes = () if published else (note("date_unread", value=found["day"]),)
    return mapped.cut(found.end(), len(mapped.text)), published, notes


def replace_no_characters(mapped: Mapped) -> tuple[Mapped, tuple[str, ...]]:
    """The text with U+FFFD for NUL and for halves of surrogate pairs, and a note on each kind."""
    if "\0" not in mapped.text and _is_encodable(mapped.text):
        return mapped, ()
    edits = [Edit(*found.span(), "\ufffd") for found in _NO_CHARACTERS.finditer(mapped.text)]
    nul = mapped.text.count("\0")
    notes = (("nul_replaced", nul), ("surrogates_replaced", len(edits) - nul))
    return mapped.edited(edits), tuple(note(code, count=count) for code, count in notes if count)


def _is_encodable(text: str) -> bool:
    """Whether there are no halves of surrogate pairs; ten times as fast as looking for them."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def paragraphs(mapped: Mapped) -> Mapped:
    """The text with line feeds for all line ends and one blank line for every run of breaks, stripped."""
    text = mapped.text
    if any(sign in text for sign in "\r\x85\u2028\u2029"):
        ends = _LINE_ENDS.finditer(text)
        mapped = mapped.edited([Edit(*end.span(), "\n\n" if end[0] == "\u2029" else "\n") for end in ends])
    mapped = mapped.strip()
    text = mapped.text
    edits = []
    for found in _BREAK.finditer(text):
        start = found.start()
        while text[start - 1].isspace():  # ends at the latest at the first character, which is none
            start -= 1
        if (start, found[0]) != (found.start(), "\n\n"):
            edits.append(Edit(start, found.end(), "\n\n"))
    return mapped.edited(edits)
