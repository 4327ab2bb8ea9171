"""Names as they come from outside made usable: cleaned, bounded, taken apart, and as part of an id."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from wortlaut.meaning.actors.folding import fold
from wortlaut.meaning.linking.romanising import romanised

__all__ = ["PersonName", "clean", "folded", "person_name", "slug", "without_article"]

_LONGEST = 160  # code points; the longest name of a body in the list has 62
_LONGEST_SLUG = 80
_QUOTES = "„“”\"»«‚‘’'`´ ,;:"
_HONORIFICS = frozenset(
    "dr prof professor herr herrn frau sir dame lord lady baron baroness kardinal mr mrs ms dipl ing med phil"
    " jur".split()
)
_NOBLE = frozenset(
    "graf graefin freiherr freifrau baron baroness fuerst fuerstin prinz prinzessin ritter edler".split()
)
_BEFORE_FAMILY = frozenset({"von", "zu", "vom", "van", "de"})
_SUFFIXES = frozenset("jun jr junior sen sr senior".split())
_PARTICLES = frozenset(
    "von van der den de zu zur vom la le du di da do dos das del della al el bin ibn ben bint abu ter ten y".split()
)
_ALWAYS_PARTICLES = frozenset("von van der den de zu zur vom bin ibn el".split())
_ARTICLES = frozenset("der die das des dem den the".split())


@lru_cache(maxsize=2**16)
def folded(word: str) -> str:
    """The folded word, kept: names have the same words again and again."""
    return fold(word)


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
    text = unicodedata.normalize("NFC", name)
    if not text.isprintable():
        text = "".join(map(_printable, text))
    text = " ".join(text.split()).strip(_QUOTES)
    has_letters = any(sign.isalpha() for sign in text) and any(sign.isalpha() for sign in fold(text))
    return text if has_letters and len(text) <= _LONGEST else ""


def _printable(sign: str) -> str:
    """The sign; a space for what breaks lines, nothing for what is not seen, such as a soft hyphen."""
    if sign.isspace() or unicodedata.category(sign) == "Cc":
        return " "
    return "" if unicodedata.category(sign) in {"Cf", "Cs", "Co", "Cn"} else sign


def person_name(name: str) -> PersonName:
    """The parts of a person's name that was cleaned."""
    tokens = [token for token in name.split() if folded(token)]
    while len(tokens) > 1 and folded(tokens[0]) in _HONORIFICS:
        tokens = tokens[1:]
    tokens = [token for at, token in enumerate(tokens) if not _is_title(tokens, at)]
    words = [folded(token) for token in tokens]
    last = len(words) - 1 if len(words) < 3 or words[-1] not in _SUFFIXES else len(words) - 2
    start = last
    while start > 0 and _is_particle(tokens[start - 1]):
        start -= 1
    given = [(word, token) for word, token in zip(words[:start], tokens, strict=False) if not _is_particle(token)]
    is_full = any(len(word) > 1 and not token.endswith(".") for word, token in given)
    return PersonName(_split(words), _split([word for word, _ in given]), _split(words[start : last + 1]), is_full)


def _is_title(tokens: Sequence[str], at: int) -> bool:
    """Whether a title of nobility or of the church stands within the name: "Erna Gräfin von Muster"."""
    if not 0 < at < len(tokens) - 1:
        return False
    word = folded(tokens[at])
    return word == "kardinal" or (word in _NOBLE and folded(tokens[at + 1]) in _BEFORE_FAMILY)


def _is_particle(token: str) -> bool:
    """Whether the word belongs to the family name: "al" and "von", but not Al in Al Gore."""
    word = folded(token)
    return word in _PARTICLES and (token[:1].islower() or word in _ALWAYS_PARTICLES)


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
