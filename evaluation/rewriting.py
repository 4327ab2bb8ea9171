"""Texts written as other sources would write them, with the place of every token carried along.

A rewriting is a list of edits, as those of the intake. Since each edit knows what it replaces, the tokens' places in
the new text follow by construction, and gold token ids stay what they are.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

import numpy as np

from evaluation.corpus import MalformedFile, TokenText
from wortlaut.intake import read_bytes
from wortlaut.intake.mapped import Edit
from wortlaut.settings import Settings
from wortlaut.types import Article, Origin, Span

__all__ = ["IN_WIRE_FORM", "Rewriting", "edited", "rewritten", "taken_in"]


class Rewriting(StrEnum):
    """How a text is written anew."""

    WIRE = "wire copy, <BR \\/>"
    STRAIGHT = "straight quotation marks"
    GUILLEMETS = "quotation marks »«"
    ONE_LINE = "no paragraphs"
    SWISS = "ss for ß"
    CAPITALS = "first line in capitals"
    SPELLED_OUT = "ae, oe, ue, ss"
    OLD_WIRE = "wire copy, straight, ae"  # as agencies sent it in seven bits


IN_WIRE_FORM = (Rewriting.WIRE, Rewriting.OLD_WIRE)  # what comes as an item that is yet to be taken in

_DATE_LINE = " date 2025-11-27 "
_STRAIGHT = dict.fromkeys("„“”«»", '"') | dict.fromkeys("‚‘’‹›", "'")
_SWISS = {"ß": "ss", "ẞ": "SS"}
_SPELLED_OUT = _SWISS | {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
_BREAK = re.compile(r"\s*\n\s*")
_FIRST_LINE = re.compile(r"\s*[^\n]*")


def rewritten(document: TokenText, rewriting: Rewriting) -> TokenText:
    """`document` written anew: the same tokens in the same order, each at its characters in the new text."""
    for step in _STEPS[rewriting]:
        document = edited(document, step(document.text))
    return document


def edited(document: TokenText, edits: Iterable[Edit]) -> TokenText:
    """`document` after `edits`, which must be in order and must not overlap; an empty stretch puts something in.

    A token that an edit cuts into takes all that the edit puts in. Raises `MalformedFile` where nothing is left of one.
    """
    text = document.text
    starts: list[int] = []  # for each character of the text: where what became of it begins in the new text, and ends
    ends: list[int] = []
    pieces: list[str] = []
    at = length = 0
    for edit in (*edits, Edit(len(text), len(text), "")):
        kept = range(length, length + edit.start - at)
        length = kept.stop + len(edit.text)
        starts += (*kept, *[kept.stop] * (edit.end - edit.start))
        ends += (*(place + 1 for place in kept), *[length] * (edit.end - edit.start))
        pieces += (text[at : edit.start], edit.text)
        at = edit.end
    places = [(starts[token.start], ends[token.end - 1]) for token in document.tokens]
    return _moved(document, "".join(pieces), places)


def taken_in(document: TokenText, settings: Settings) -> tuple[Article, TokenText]:
    """The article that the intake makes of `document` as an item of its own, and the tokens in the article's text.

    A token is where the characters are that were made from its bytes.
    """
    raw = document.text.encode()
    items = list(read_bytes(raw, origin=Origin(document.name), settings=settings))
    if len(items) != 1 or not isinstance(items[0], Article):
        raise MalformedFile(f"document {document.name[:60]!r}: should be taken in as one article, not as {items}")
    article = items[0]
    byte_of = np.concatenate(([0], np.cumsum([len(sign.encode()) for sign in document.text], dtype=np.int64)))
    made = [article.source_map.char_bytes(place) for place in range(len(article.text))]
    first = np.searchsorted([each.end for each in made], byte_of[[t.start for t in document.tokens]], "right")
    last = np.searchsorted([each.start for each in made], byte_of[[t.end for t in document.tokens]], "left")
    return article, _moved(document, article.text, list(zip(first.tolist(), last.tolist(), strict=True)))


def _moved(document: TokenText, text: str, places: Sequence[tuple[int, int]]) -> TokenText:
    for token, (start, end) in zip(document.tokens, places, strict=True):
        if start >= end:
            raise MalformedFile(f"document {document.name[:60]!r}: nothing is left of the token at {token.start}")
    return TokenText(document.name, text, tuple(Span(start, end) for start, end in places))


def _replaced(text: str, table: Mapping[str, str]) -> list[Edit]:
    return [Edit(place, place + 1, table[sign]) for place, sign in enumerate(text) if sign in table]


def _straight(text: str) -> list[Edit]:
    return _replaced(text, _STRAIGHT)


def _swiss(text: str) -> list[Edit]:
    return _replaced(text, _SWISS)


def _spelled_out(text: str) -> list[Edit]:
    """A letter among capitals becomes two capitals: ÖVP is OEVP, Österreich Oesterreich."""

    def is_among_capitals(place: int) -> bool:
        return text[place].isupper() and (text[place - 1 : place] + text[place + 1 : place + 2]).isupper()

    return [
        Edit(edit.start, edit.end, edit.text.upper() if is_among_capitals(edit.start) else edit.text)
        for edit in _replaced(text, _SPELLED_OUT)
    ]


def _guillemets(text: str) -> list[Edit]:
    """“ closes what „ opened and opens what ” closes; ’ between letters is an apostrophe."""
    edits = []
    is_open = is_open_within = False
    for place, sign in enumerate(text):
        if sign in "„“”":
            closes = sign != "„" and is_open
            edits.append(Edit(place, place + 1, "«" if closes else "»"))
            is_open = not closes
        elif sign == "‚":
            edits.append(Edit(place, place + 1, "›"))
            is_open_within = True
        elif sign in "‘’" and is_open_within and not text[place + 1 : place + 2].isalpha():
            edits.append(Edit(place, place + 1, "‹"))
            is_open_within = False
    return edits


def _one_line(text: str) -> list[Edit]:
    return [Edit(*found.span(), " ") for found in _BREAK.finditer(text)]


def _capitals(text: str) -> list[Edit]:
    found = _FIRST_LINE.match(text)
    line = "" if found is None else found[0]
    return _replaced(line, {sign: sign.upper() for sign in line if sign.upper() != sign})


def _wire(text: str) -> list[Edit]:
    """A date line in front, every line end an escaped mark, no space at the ends."""
    start = len(text) - len(text.lstrip())
    end = max(start, len(text.rstrip()))
    breaks = [Edit(place, place + 1, r"<BR \/>") for place in range(start, end) if text[place] == "\n"]
    return [Edit(0, start, _DATE_LINE), *breaks, Edit(end, len(text), "")]


_STEPS: Mapping[Rewriting, Sequence[Callable[[str], list[Edit]]]] = {
    Rewriting.WIRE: (_wire,),
    Rewriting.STRAIGHT: (_straight,),
    Rewriting.GUILLEMETS: (_guillemets,),
    Rewriting.ONE_LINE: (_one_line,),
    Rewriting.SWISS: (_swiss,),
    Rewriting.CAPITALS: (_capitals,),
    Rewriting.SPELLED_OUT: (_spelled_out,),
    Rewriting.OLD_WIRE: (_straight, _spelled_out, _wire),
}
