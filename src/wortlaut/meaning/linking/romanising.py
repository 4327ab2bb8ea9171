"""Names from Cyrillic brought to one spelling: `Yuri Ushakov` and `Jurij Uschakow` give the same words.

Only names that look Slavic are touched, so that no Meyer becomes a Meier. Word by word it is told whether the spelling
is English (`sh`, `v`, `ya`) or German, as `ch` and `z` are other sounds in one than in the other. Languages are kept
apart: Wladimir is not Wolodymyr. What this costs and brings is in `docs/linking.md`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["romanised"]

# Ends of family names that German and other Western names hardly have.
_SLAVIC_END = re.compile(
    r"(?:[bdfghjklmnprstvwyz](?:ow|ov|owa|ova)|[^aeo](?:jew|yev|jewa|yeva)|[bdfhjklmnrstvz](?:ev|eva|ewa)|off|eff"
    r"|[bdgklmnrstvwz]ew|enko|(?:sk|ck|tzk|zk)(?:ij|iy|yj|yi|yy|ii|aja|aya)|[^aeiou]sky|witsch|ovich|ovych|owytsch"
    r"|evich|ewitsch|tschuk|chuk|tschik|chik|schtsch\w|shch\w|(?:sch|sh|zh|tsch|kh|jeh|ts)(?:in|ina|kin|kina)"
    r"|(?:ush|usch|ysh|ysch)kin|yuk|juk|schyn|shyn)$"
)
_GIVEN = frozenset(
    "wladimir sergei serhi dmitri juri aleksei oleksi nikolai michail michailo mihailo andri andrei"
    " jewgeni jewhen anatoli wasili wiaczeslaw wjatscheslaw wadim waleri witali ihor oleh oleksandr aleksandr"
    " swetlana tatjana walentina jelena ljudmila gennadi grigori hryhori kiril pawlo petro bohdan"
    " jaroslaw stanislaw ruslan arseni mstislaw rostislaw swiatoslaw"
    " elwira iwan leonid denis wiktor wolodimir mikola dmitro kirilo".split()
)
_ENGLISH = re.compile(
    r"(?<!s)ch(?=(?:\w*(?:ov|ev|sky)a?|uk|enko|ik)$)|ych$|(?<![sct])sh|kh|zh|v|y[aeu]|[eaiy]y$|iy|sky$|ii$|^y"
)
_GERMAN = re.compile(r"w|sch|j")
_FROM_ENGLISH = [
    (re.compile(r"shch"), "S"),
    (re.compile(r"zh|sh"), "s|"),
    (re.compile(r"kh"), "x|"),
    (re.compile(r"t?ch"), "C"),
    (re.compile(r"ts"), "Z"),
    (re.compile(r"z"), "s"),
    (re.compile(r"v"), "w"),
    (re.compile(r"y(?=[aeou])"), "j"),
    (re.compile(r"S"), "schtsch"),
    (re.compile(r"s\|"), "sch"),
    (re.compile(r"x\|"), "ch"),
    (re.compile(r"C"), "tsch"),
    (re.compile(r"Z"), "z"),
]
_BOTH = [
    (re.compile(r"v"), "w"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"(?<=[oe])ff$"), "w"),
    (re.compile(r"(?<=[aeiouy])ss(?=[aeiouyj])"), "s"),
    (re.compile(r"(?<=sch)(?:jo|io|e|jow)(?=wa?$)"), "o"),  # Chruschtschow, Khrushchev
    (re.compile(r"(?<=[bcdfghklmnprstwz])[jy]e"), "e"),
    (re.compile(r"(?<=[bcdfghklmnprstwz])y(?=[bcdfghklmnprstwz])"), "i"),  # Ukrainian y where Russian has i
    (re.compile(r"(?<=[aeiouy])[jy]e(?=wa?$)"), "je"),
    (re.compile(r"(?<=[ck])(?:ij|iy|yj|yi|yy|ii|i|y)$"), "i"),
    (re.compile(r"(?:ij|iy|yj|yi|yy|ii|(?<![aeou])y)$"), "i"),
    (re.compile(r"(?<=[aeou])(?:j|y|ij|iy)$"), "i"),
    (re.compile(r"(?<=[aeou])[jy](?=[^aeiouy])"), "i"),
    (re.compile(r"(?:ij|iy|(?<![aeou])[jy])a$"), "ia"),
]


def romanised(words: Sequence[str]) -> tuple[str, ...]:
    """The folded words of a name in a German spelling where the name looks Slavic, else as they are."""
    if len(words) < 2 or not all(word.isascii() for word in words):
        return tuple(words)
    german = [_GERMAN.search(word) is not None for word in words]
    english = [_ENGLISH.search(word) is not None for word in words]
    # A word without a sign of its own is spelled as its neighbours are: "Yury Chaika".
    is_english = any(english) and not any(german)
    spelled = tuple(
        _spelled(word, is_english=is_english or (told and not other))
        for word, told, other in zip(words, english, german, strict=True)
    )
    return spelled if _SLAVIC_END.search(words[-1]) or spelled[0] in _GIVEN else tuple(words)


def _spelled(word: str, *, is_english: bool) -> str:
    if is_english:
        for pattern, sound in _FROM_ENGLISH:
            word = pattern.sub(sound, word)
    for pattern, sound in _BOTH:
        word = pattern.sub(sound, word)
    return word
