"""The words by which events are found, from `words.tsv`, and what one word says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from wortlaut.language.lexicon import lexicon
from wortlaut.types import EventKind

__all__ = ["Naming", "has", "holding", "is_work", "naming", "nominative", "verb_kind", "words_of"]

# What a noun may end with behind the word as it is listed.
_ENDINGS = ("", "s", "es", "n", "en", "e")
_FRONT = 3  # letters that stand before the end in a compound
_SHORT = 4  # shorter words are taken only alone or behind a hyphen: "WM"
_INITIALS = frozenset({"wm", "em"})
_KEPT = 2**15


@dataclass(frozen=True, slots=True)
class Naming:
    """What a noun that names an event says: its kind, the listed word, and whether it needs one that announces."""

    kind: EventKind
    word: str
    is_weak: bool


def _rows() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for line in (files(__package__) / "words.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, value, words = line.split("\t")
            yield name, value, tuple(words.split())


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    """Word to value, by class."""
    made: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for name, value, words in _rows():
        made[name].update(dict.fromkeys(words, value))
    return made


def has(name: str, word: str) -> bool:
    """Whether the word stands in a class of the table."""
    return word in _table()[name]


def words_of(name: str) -> frozenset[str]:
    """All words of a class of the table."""
    return frozenset(_table()[name])


@lru_cache(maxsize=_KEPT)
def naming(form: str) -> Naming | None:
    """What a noun says that names an event, None for any other word."""
    small = form.lower()
    if _base(small, "no_noun") is not None:
        return None
    if (short := small.rpartition("-")[2].removesuffix("s")) in _INITIALS and short.upper() not in form:
        return None  # "Weser-Ems"
    strong, weak = _base(small, "noun") or "", _base(small, "weak") or ""
    if len(strong) >= len(weak):
        return Naming(EventKind(_table()["noun"][strong]), strong, is_weak=False) if strong else None
    return Naming(EventKind(_table()["weak"][weak]), weak, is_weak=True)


def _base(small: str, name: str) -> str | None:
    """The longest word of the class that the noun ends with, leaving endings aside."""
    table = _table()[name]
    last = small.rpartition("-")[2]
    for ending in _ENDINGS:
        if ending and not last.endswith(ending):
            continue
        stem = last[: len(last) - len(ending)]
        for cut in range(len(stem)):
            if stem[cut:] in table and (cut == 0 or (cut >= _FRONT and len(stem) - cut >= _SHORT)):
                return stem[cut:]
    return None


def is_work(small: str) -> bool:
    """Whether a noun, in small letters, denotes what is published: "Roman", "Dokumentarfilm"."""
    return _base(small, "work") is not None


def nominative(form: str, word: str, *, is_genitive: bool) -> str:
    """The noun as it stands in a title, where it ends with the listed word: "Gesprächen" gives "Gespräche".

    `is_genitive` says that its article stands in the genitive, as plurals may end with s, too.
    """
    front, _, ending = form.lower().rpartition(word)
    stem = form[: len(front) + len(word)]
    if ending in {"s", "es"}:
        return stem if is_genitive else form
    if ending == "en":  # "Gespräch|en", but not "Wahl|en"
        plural = f"{word}e".capitalize()
        return f"{stem}e" if (lexicon().listed(plural) or "").lower() not in {"", plural.lower()} else form
    if ending == "n" and word.endswith("e"):  # "Spiele|n", but not "Reise|n"
        known = (lexicon().listed(word.capitalize()) or "").lower()
        return stem if known == word[:-1] else form
    return stem if ending == "n" and word.endswith("el") else form


def verb_kind(verb: str) -> EventKind | None:
    """The kind of event that is told by the verb."""
    kind = _table()["verb"].get(verb)
    return EventKind(kind) if kind else None


def holding(verb: str) -> str | None:
    """What the verb says of an event named beside it: `announced`, `postponed`, `cancelled`."""
    return _table()["holding"].get(verb)
