"""Noun phrases in the nominative: "der afghanischen Regierung" as "afghanische Regierung"."""

from __future__ import annotations

from wortlaut.meaning.who.text import Text
from wortlaut.meaning.who.words import (
    ARTICLES,
    FEMALE,
    INDEFINITE,
    MALE,
    NEUTER,
    PLURAL,
    POSSESSIVES,
    Class,
    is_adjective_form,
)

__all__ = ["nominative"]

_NO_NAME = frozenset('„“”"»«‚‘`') | {"''", "``"}
_STRONG = {MALE: "er", FEMALE: "e", NEUTER: "es", PLURAL: "e"}
_DEFINITE = {MALE: "der", FEMALE: "die", NEUTER: "das", PLURAL: "die"}
_SINGLE = {MALE: "ein", FEMALE: "eine", NEUTER: "ein"}
_PRONOMINAL = {"einiger": "einige", "einigen": "einige", "vieler": "viele", "vielen": "viele", "mehrerer": "mehrere",
               "mehreren": "mehrere", "mancher": "manche"}  # fmt: skip


def nominative(text: Text, start: int, head: int, end: int, *, agrees: int, with_article: bool) -> str:
    """The phrase with the noun at `head` in the nominative; what stands behind the noun stays as it is.

    Without its article adjectives take the strong ending; quotation marks are left out.
    """
    gender = next((bit for bit in (PLURAL, NEUTER, MALE, FEMALE) if agrees == bit), 0) or _first_bit(agrees)
    place, article = start, ""
    small = text.form(start).lower()
    if start < head and (small in ARTICLES or small in INDEFINITE or small in POSSESSIVES):
        place, article = start + 1, small
    is_single = article.startswith("ein") and article not in {"einige", "einigen", "einiger"}
    words: dict[int, str] = {}
    if article and with_article:
        words[start] = _article(article, gender, is_single=is_single)
    ending = _STRONG.get(gender, "") if not with_article or is_single or not article else _weak(gender)
    words |= {at: _adjective(text.form(at), ending) for at in range(place, head)}
    if words and head > start:
        _open(text, place, words)
    words[head] = _noun(text, head, gender)
    words |= {at: text.form(at) for at in range(head + 1, end)}
    return text.joined({at: word for at, word in words.items() if word not in _NO_NAME}).strip(" ,")


def _first_bit(agrees: int) -> int:
    return next((bit for bit in (FEMALE, MALE, NEUTER, PLURAL) if agrees & bit), 0)


def _weak(gender: int) -> str:
    return "en" if gender == PLURAL else "e"


def _article(article: str, gender: int, *, is_single: bool) -> str:
    if is_single:
        return _SINGLE.get(gender, article)
    if article in ARTICLES:
        return _DEFINITE.get(gender, article)
    if article.startswith(("sein", "ihr")):
        owner = "sein" if article.startswith("sein") else "ihr"
        return owner + ("e" if gender in {FEMALE, PLURAL} else "")
    return _PRONOMINAL.get(article, article)


def _adjective(form: str, ending: str) -> str:
    """The adjective with another ending; what is none stays: "in", "Berliner", "gestern"."""
    if not ending or (not form.isalpha() and "-" not in form):
        return form
    if form[0].isupper() and form.endswith("er") and not is_adjective_form(form):
        return form  # "Berliner"
    for old in ("en", "em", "er", "es", "e"):
        if form.endswith(old) and len(form) > len(old) + 2:
            return form[: len(form) - len(old)] + ending
    return form


def _open(text: Text, place: int, words: dict[int, str]) -> None:
    """Write small again what is only large because it opens a sentence."""
    is_adjective = text.kind(place) is Class.OTHER and words.get(place, "")[:1].isupper()
    if is_adjective and place == text.sentence_start(place):
        words[place] = words[place].lower()


def _noun(text: Text, head: int, gender: int) -> str:
    word, form = text.words[head], text.form(head)
    if word.kind not in {Class.BODY, Class.ROLE, Class.DOCUMENT}:
        return form
    if gender == PLURAL:
        return form[:-1] if form.endswith(("ern", "eln")) else form  # "den Händlern"
    if word.agrees == FEMALE:
        return form
    return word.base if form.startswith(word.base) and form[len(word.base) :] in {"s", "es", "n", "en"} else form
