"""Words and phrases of a codebook, sought in a text all at once.

A pattern is one or more words; each may end in `*`, which stands for any ending. Nothing else has a meaning, and there
is no way to write a pattern that takes long: a word is looked up, and once more for each length of a beginning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from wortlaut.meaning.actors.folding import fold

__all__ = ["Index", "Run", "fault_in", "forms_of", "is_in_name"]

_ANY = "*"
_SHORTEST = 2  # letters in front of `*`; fewer begin nearly every word
_WORDS = 8  # of a phrase
_KEPT = 2**16  # word forms kept with what they are looked up by


def fault_in(pattern: str) -> str | None:
    """The code of what is wrong with a pattern; None where nothing is."""
    words = pattern.split()
    stems = [word.removesuffix(_ANY) for word in words]
    if not words or not all(_folded(stem) for stem in stems):
        return "codebook_pattern_empty"
    if any(_ANY in stem for stem in stems):
        return "codebook_wildcard_inside"
    if any(stem != word and len(_folded(stem)) < _SHORTEST for stem, word in zip(stems, words, strict=True)):
        return "codebook_wildcard_short"
    return "codebook_phrase_long" if len(words) > _WORDS else None


@lru_cache(maxsize=_KEPT)
def forms_of(token: str) -> tuple[str, ...]:
    """What a word of a text is found by, folded: as it stands, its lemma, the parts of a compound; none for a sign."""
    written = _folded(token)
    if not written:
        return ()
    from wortlaut.language.compounds import compound_parts

    lemma = _lemma(token)
    parts = (*compound_parts(lemma), *fold(token).split())
    return tuple(dict.fromkeys(filter(None, (written, _folded(lemma), *map(_folded, parts)))))


@dataclass(frozen=True, slots=True)
class Run:
    """The words of a stretch of text, each by what it is found by, with the numbers of their tokens."""

    places: Sequence[int]
    forms: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a pattern: what a word of a text must be, or begin with."""

    forms: frozenset[str]
    is_beginning: bool

    def fits(self, forms: Iterable[str]) -> bool:
        if not self.is_beginning:
            return not self.forms.isdisjoint(forms)
        return any(form.startswith(beginning) for beginning in self.forms for form in forms)


class Index:
    """Patterns by the word with which they begin."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._whole: dict[str, list[tuple[str, tuple[_Word, ...]]]] = defaultdict(list)
        self._begun: dict[str, list[tuple[str, tuple[_Word, ...]]]] = defaultdict(list)
        for pattern in dict.fromkeys(patterns):
            words = tuple(_word(written) for written in pattern.split())
            first, rest = words[0], words[1:]
            for form in first.forms:
                (self._begun if first.is_beginning else self._whole)[form].append((pattern, rest))
        self._lengths = sorted({len(beginning) for beginning in self._begun})

    def find(self, run: Run) -> dict[str, list[tuple[int, ...]]]:
        """The tokens of every occurrence, by pattern."""
        found: dict[str, list[tuple[int, ...]]] = defaultdict(list)
        for at, forms in enumerate(run.forms):
            for pattern, rest in self._begins(forms).items():
                end = at + 1 + len(rest)
                if end <= len(run.forms) and all(word.fits(run.forms[at + step]) for step, word in enumerate(rest, 1)):
                    found[pattern].append(tuple(run.places[at:end]))
        return found

    def _begins(self, forms: Sequence[str]) -> dict[str, tuple[_Word, ...]]:
        """The patterns that may begin with the word, each with the words that must follow."""
        begins: dict[str, tuple[_Word, ...]] = {}
        for form in forms:
            begins.update(self._whole.get(form, ()))
            for length in self._lengths:
                if length > len(form):
                    break
                begins.update(self._begun.get(form[:length], ()))
        return begins


def is_in_name(pattern: str, name: str) -> bool:
    """Whether the words of the pattern stand in the name, one behind the other."""
    there = fold(name).split()
    wanted = [(written.endswith(_ANY), fold(written.removesuffix(_ANY)).split()) for written in pattern.split()]
    words = [
        (is_beginning and number == len(folded) - 1, word)
        for is_beginning, folded in wanted
        for number, word in enumerate(folded)
    ]
    return any(
        all(
            have.startswith(word) if is_beginning else have == word
            for (is_beginning, word), have in zip(words, there[at:], strict=False)
        )
        for at in range(len(there) - len(words) + 1)
    )


def _word(written: str) -> _Word:
    stem = written.removesuffix(_ANY)
    if stem != written:
        return _Word(frozenset({_folded(stem)}), is_beginning=True)
    return _Word(frozenset(filter(None, (_folded(stem), _folded(_lemma(stem))))), is_beginning=False)


def _folded(word: str) -> str:
    """The folded word, what hyphens join as one."""
    return fold(word).replace(" ", "")


@lru_cache(maxsize=_KEPT)
def _lemma(token: str) -> str:
    from wortlaut.language.lexicon import lexicon

    known = lexicon()
    lemma = known.lemma(token)
    if lemma == token and token[:1].isupper() and known.listed(token) is None:
        return known.lemma(token.lower())  # at the beginning of a sentence every word has a capital
    return lemma
