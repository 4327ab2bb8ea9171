"""Names as they come from outside made usable: cleaned, bounded, taken apart, and as part of an id."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from wortlaut.meaning.actors.folding import fold
from wortlaut.meaning.linking.romanising import romanised

__all__ = ["PersonName", "clean", "person_name", "slug", "without_article"]

_LONGEST = 160  # code points; the longest name of a body in the list has 62
_LONGEST_SLUG = 80
_QUOTES = "„“”\"»«‚‘’'`´ ,;:"
_HONORIFICS = frozenset("dr prof professor herr herrn frau sir dame mr mrs ms dipl ing med phil jur".split())
_PARTICLES = frozenset(
    "von van der den de zu zur vom la le du di da do dos das del della al el bin ibn ben bint abu ter ten y".split()
)
_ARTICLES = frozenset("der die das des dem den the".split())


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart: `words` are folded, without titles; `given` and `family` are parts of them.

    `is_full` is True with at least a first name that is written out and a family name.
    """

    words: tuple[str, ...]
    given: tuple[str, ...]
    family: tuple[str, ...]
    is_full: bool

    @property
    def key(self) -> tuple[str, ...]:
        """What names of the same spelling, or of the same in Cyrillic, have in common."""
        return romanised(self.words)


def clean(name: str) -> str:
    """The name without control signs, quotation marks and spaces around; "" where it has no letters or is too long."""
    if len(name) > 2 * _LONGEST:
        return ""
    signs = (
        " " if sign.isspace() or unicodedata.category(sign) == "Cc" else sign
        for sign in unicodedata.normalize("NFC", name)
        if unicodedata.category(sign) not in {"Cf", "Cs", "Co", "Cn"}
    )
    text = " ".join("".join(signs).split()).strip(_QUOTES)
    usable = len(text) <= _LONGEST and any(sign.isalpha() for sign in text) and any(map(str.isalpha, fold(text)))
    return text if usable else ""


def person_name(name: str) -> PersonName:
    """The parts of a person's name that was cleaned."""
    tokens = [token for token in name.split() if fold(token)]
    while len(tokens) > 1 and fold(tokens[0]) in _HONORIFICS:
        tokens = tokens[1:]
    words = [fold(token) for token in tokens]
    start = len(words) - 1
    while start > 0 and words[start - 1] in _PARTICLES:
        start -= 1
    given = [(word, token) for word, token in zip(words[:start], tokens, strict=False) if word not in _PARTICLES]
    is_full = any(len(word) > 1 and not token.endswith(".") for word, token in given)
    return PersonName(_split(words), _split([word for word, _ in given]), _split(words[start:]), is_full)


def _split(parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(parts).split())


def without_article(name: str) -> str:
    """The name without a definite article before it: "Die Zeit" as "Zeit"."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in _ARTICLES else name


def slug(words: Sequence[str]) -> str:
    """The words as the last part of an id; a long one is cut and ends with a digest, so that it stays its own."""
    whole = "-".join(words)
    if len(whole) <= _LONGEST_SLUG:
        return whole
    return f"{whole[:_LONGEST_SLUG].rstrip('-')}-{hashlib.sha256(whole.encode()).hexdigest()[:10]}"
