"""What an article's abbreviations stand for: "Musterland Geological Survey (MGS)", "MGS (…)", "…, kurz MGS"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wortlaut.meaning.who.naming import LINKING, QUOTES, is_attribute
from wortlaut.meaning.who.text import Text
from wortlaut.meaning.who.words import ARTICLES, INDEFINITE, PREPOSITIONS, Class

__all__ = ["LongForm", "is_short", "long_forms"]

_TAIL = 10
_LONGEST = 6  # letters of an abbreviation that is written small


@dataclass(frozen=True, slots=True)
class LongForm:
    """Where the words stand that an abbreviation is short for, as a range of tokens."""

    short: str
    start: int
    end: int


def is_short(form: str) -> bool:
    """Whether the word is written like an abbreviation."""
    return len(form) > 1 and form.isalpha() and sum(map(str.isupper, form)) > 1


def long_forms(text: Text) -> Iterator[LongForm]:
    """The abbreviations that the text explains, each time it does."""
    for bracket, mark in enumerate(text.forms):
        if mark == "kurz":
            yield from _after_kurz(text, bracket)
        if mark != "(":
            continue
        short, before = text.form(bracket + 1), text.form(bracket - 1)
        if text.form(bracket + 2) == ")" and (is_short(short) or _is_small(short)):
            found = _before(text, short, bracket)
        else:
            found = _behind(text, before, bracket + 1) if is_short(before) else None
        if found is not None:
            yield found


def _is_small(form: str) -> bool:
    return form.isalpha() and form.islower() and 1 < len(form) <= _LONGEST


def _after_kurz(text: Text, place: int) -> Iterator[LongForm]:
    """What stands before the comma or bracket and "kurz", where an abbreviation follows."""
    at = place + 1
    while text.form(at) in QUOTES or text.form(at) == ":":
        at += 1
    if is_short(text.form(at)) and text.form(place - 1) in {",", "("}:
        found = _before(text, text.form(at), place - 1)
        if found is not None:
            yield found


def _before(text: Text, short: str, last: int) -> LongForm | None:
    """The words up to the token `last` for which the letters stand: as few as have all of them."""
    while text.form(last - 1) in QUOTES:
        last -= 1
    first, found = last, -1
    while first > 0 and last - first < _TAIL and _may_belong(text, first - 1, is_small=short.islower()):
        first -= 1
        if text.form(first) in QUOTES:
            break
        if _stands_for(short, text.forms[first:last]):
            found = first
            break
    if found < 0:
        return None
    while last - found == 1 and is_attribute(text.form(found - 1)) and text.form(found - 1).islower():
        found -= 1  # "österreichischer Gerichtshof (GH)"
        if not is_attribute(text.form(found - 1)):
            break
    return LongForm(short, found, last)


def _behind(text: Text, short: str, first: int) -> LongForm | None:
    """The words in brackets behind the abbreviation for which the letters stand."""
    first += text.form(first) in QUOTES
    last = next((at for at in range(first, first + _TAIL) if text.form(at) == ")"), 0)
    end = last - 1 if text.form(last - 1) in QUOTES else last
    return LongForm(short, first, end) if end - first > 1 and _stands_for(short, text.forms[first:end]) else None


def _may_belong(text: Text, place: int, *, is_small: bool) -> bool:
    form = text.form(place)
    if form.lower() in ARTICLES | INDEFINITE and form not in LINKING:
        return False
    if is_small:
        return form.isalpha()
    is_adjective = form.endswith(("e", "en", "er", "es", "em")) and form.islower()
    return (
        text.kind(place) is not Class.OTHER
        or form[:1].isupper()
        or form in LINKING | QUOTES | PREPOSITIONS
        or is_adjective
    )


def _stands_for(short: str, words: Sequence[str]) -> bool:
    """Whether the letters stand in the words in this order, the first at the very beginning, most at beginnings."""
    letters = [letter.lower() for letter in short]
    if not words or words[0][:1].lower() != letters[0]:
        return False
    whole = " ".join(words).lower()
    if short.islower():
        return [word[0] for word in whole.split()] == letters
    at, beginnings = -1, 0
    for letter in letters:
        begins = f" {whole}".find(f" {letter}", at + 1)
        inside = whole.find(letter, at + 1)
        is_next = begins >= 0 and " " not in whole[at + 1 : max(begins - 1, at + 1)]
        at = begins if is_next else inside
        if at < 0:
            return False
        beginnings += at == 0 or whole[at - 1] in " -"
    return len(words) == 1 or beginnings * 2 >= min(len(letters), len(words))
