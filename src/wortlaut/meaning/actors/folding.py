"""Names made comparable: by `fold` where only the writing differs, by `skeleton` where the romanisation does, too."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

__all__ = ["bases", "fold", "skeleton"]

# What Unicode does not take apart into a letter and a mark.
_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_NO_LETTER = re.compile(r"[\W_]+")
_DROPPED = re.compile(r"['’ʼ`´]")

# Romanisations of the same sound, brought to one sign; longer ones first. German `sch`, English `sh` and Polish `sz`
# are told apart by nothing that all writers keep to, no more than `tsch` and `ch`: all of them become `x`.
_SOUNDS = [
    (re.compile(r"schtsch|shch|tsch|sch|tch|ch|sh|kh|zh|sz|cz"), "x"),
    (re.compile(r"ae"), "a"),
    (re.compile(r"oe|ou"), "o"),
    (re.compile(r"ue"), "u"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ck"), "k"),
    (re.compile(r"[jy]"), "i"),
    (re.compile(r"tz|ts|z"), "s"),
    (re.compile(r"i+"), "i"),
    (re.compile(r"ie(?=[ aeou]|$)"), "i"),
    (re.compile(r"([a-z])\1+"), r"\1"),
]

_ENDINGS = ("", "s", "es", "n", "en", "e", "er", "em")
_SHORTEST_BASE = 3


def fold(name: str) -> str:
    """The name in small letters, without marks and punctuation, `ä` as `ae`, `ß` as `ss`; words apart by one space."""
    small = _DROPPED.sub("", unicodedata.normalize("NFC", name).casefold()).translate(_LETTERS)
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", small) if not unicodedata.combining(sign))
    return _NO_LETTER.sub(" ", bare).strip()


def skeleton(folded: str) -> str:
    """What is left of a folded name when ways to romanise are made one: `Uschakow` and `Ushakov` give the same.

    Different names may give the same, too: what is found by it alone is less sure than what `fold` finds.
    """
    for pattern, sound in _SOUNDS:
        folded = pattern.sub(sound, folded)
    return folded


def bases(folded: str) -> Iterator[str]:
    """The folded word as it is, then without each ending that German declension may have put on."""
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST_BASE:
            yield folded[: len(folded) - len(ending)]
