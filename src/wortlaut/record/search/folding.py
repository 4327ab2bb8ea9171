"""Words as the search compares them: without case, umlaut spellings, accents.

`Müller`, `MUELLER` and `Mueller` fold to `mueller`; `Straße` and `STRASSE` to `strasse`. Index and query both go
through `fold`, and the index is told to cut at blanks alone, so what the search finds depends on this module only.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from wortlaut.types import Span

__all__ = ["Word", "fold", "fold_name", "fold_text", "words_in"]

# Letters and digits, with the combining marks and invisible joiners that real copy has inside words.
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u00ad\u200b-\u200d\u2060][^\W_]*)*")
_SPELLINGS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "oe", "ł": "l", "đ": "d", "ı": "i"}
)
_NO_WORD = re.compile(r"[\W_]+")


class Word(NamedTuple):
    """A word of a text: its place in code points and its folded form.

    A tuple, as a frozen dataclass takes six times as long to make, and every word of every quote becomes one.
    """

    start: int
    end: int
    folded: str


@lru_cache(maxsize=2**16)
def fold(word: str) -> str:
    """The form of one word that the search compares; empty where nothing of it is a letter or digit.

    The result holds no ASCII characters but a-z and 0-9.
    """
    if word.isascii():
        return _NO_WORD.sub("", word.lower())
    spelled = unicodedata.normalize("NFC", word).casefold().translate(_SPELLINGS)  # ü before it falls apart
    apart = unicodedata.normalize("NFKD", spelled).casefold().translate(_SPELLINGS)
    return _NO_WORD.sub("", apart)


def words_in(text: str, span: Span | None = None) -> Iterator[Word]:
    """The words of `text`, or of `span` of it, in order."""
    start, end = (0, len(text)) if span is None else (span.start, span.end)
    for match in _WORD.finditer(text, start, end):
        if folded := fold(match[0]):
            yield Word(match.start(), match.end(), folded)


@lru_cache(maxsize=2**14)
def fold_name(name: str) -> str:
    """The same as `fold_text`, remembered: names and outlets come again and again."""
    return fold_text(name)


def fold_text(text: str) -> str:
    """The folded words of `text` with single blanks between them."""
    return " ".join(word.folded for word in words_in(text))
