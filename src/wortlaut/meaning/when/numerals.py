"""German numerals written out, up to 999."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

__all__ = ["ENDINGS", "cardinals", "ordinals"]

ENDINGS = ("e", "en", "er", "es", "em")  # of adjectives

_ONES = "null ein zwei drei vier fünf sechs sieben acht neun".split()
_TEENS = "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_IRREGULAR = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
_SPELLINGS = {"dreissig": 30, "zwo": 2, "hundert": 100}


@cache
def cardinals() -> Mapping[str, int]:
    """The number of every numeral, and of `ein` inside another ("einhundert"), but not of the article."""
    small = {word: number for number, word in enumerate(_ONES)}
    small |= {word: number for number, word in enumerate(_TEENS, 10)}
    for place, ten in enumerate(_TENS, 2):
        small[ten] = 10 * place
        small |= {f"{one}und{ten}": 10 * place + number for number, one in enumerate(_ONES) if number}
    named = dict(small)
    for number, one in enumerate(_ONES):
        if number:
            hundred = f"{one}hundert"
            named[hundred] = 100 * number
            named |= {hundred + word: 100 * number + rest for word, rest in small.items() if rest}
    named |= _SPELLINGS
    del named["ein"]
    return named


@cache
def ordinals() -> Mapping[str, int]:
    """The number of every ordinal up to 99, with the endings of an adjective."""
    stems = dict(_IRREGULAR)
    for word, number in cardinals().items():
        if number and number < 100 and number not in stems:
            stems[number] = word + ("t" if number < 20 else "st")
    return {stem + ending: number for number, stem in stems.items() for ending in ENDINGS}
