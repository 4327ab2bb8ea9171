"""What a person types into the search, and where the words that it finds stand.

Words must all occur, in any order and form; `"quoted words"` must stand beside each other just so; `word*` is the
beginning of a word. Nothing else has a meaning: whatever is no letter or digit only parts words.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from wortlaut.record.folding import Word, fold_text, words_in
from wortlaut.types import Span

__all__ = ["Lemmatise", "Term", "find_marks", "match_expression", "parse"]

# The lemma of a word, made as the lemmas were that the articles came with.
Lemmatise = Callable[[str], str]

# More words than this narrow nothing any more that people look for, but could reach the limits of FTS5.
_MOST_WORDS = 64
_CHUNK = re.compile(r'"([^"]*)"?|([^\s"]+)')
_UMLAUT_OF = {"ae": "ä", "oe": "ö", "ue": "ü", "Ae": "Ä", "Oe": "Ö", "Ue": "Ü"}
_UMLAUTS = re.compile("|".join(_UMLAUT_OF))
_SURFACE = "{quote speaker title}"


@dataclass(frozen=True, slots=True)
class Term:
    """Words beside each other, in each of the forms that will do; the first form is the one that was typed."""

    forms: tuple[tuple[str, ...], ...]
    exact: bool = False  # quoted: the words as they stand, not their lemmas
    prefix: bool = False  # the last word may go on


def parse(words: str, *, lemmatise: Lemmatise | None = None) -> tuple[Term, ...]:
    """The terms of a search in order, without repetition; empty where it has no letter and no digit."""
    terms: dict[Term, None] = {}
    left = _MOST_WORDS
    for match in _CHUNK.finditer(words):
        quoted, bare = match.groups()
        typed = tuple(fold_text(bare if quoted is None else quoted).split())[:left]
        left -= len(typed)
        if not typed:
            continue
        if quoted is not None:
            term = Term((typed,), exact=True)
        elif bare.endswith("*"):
            term = Term((typed,), prefix=True)
        else:
            term = Term((typed, *_lemma_forms(_trimmed(bare), typed, lemmatise)))
        terms[term] = None
    return tuple(terms)


def _trimmed(bare: str) -> str:
    """What was typed, from its first word to its last, without punctuation before and behind."""
    found = list(words_in(bare))
    return bare[found[0].start : found[-1].end]


def _lemma_forms(typed: str, folded: tuple[str, ...], lemmatise: Lemmatise | None) -> Iterator[tuple[str, ...]]:
    """The lemmas of what was typed, and of what it stands for where people type without capitals and umlauts."""
    if lemmatise is None:
        return
    found = {folded, ()}
    for cased in (typed, typed[:1].upper() + typed[1:]):
        for spelling in (cased, _UMLAUTS.sub(lambda match: _UMLAUT_OF[match[0]], cased)):
            form = tuple(fold_text(lemmatise(spelling)).split())
            if form not in found and form != tuple(fold_text(spelling).split()):
                found.add(form)
                yield form


def match_expression(terms: Sequence[Term]) -> str:
    """The terms as an FTS5 expression; made of folded words only, so that no input can be taken for syntax."""
    return " AND ".join(_one_expression(term) for term in terms)


def _one_expression(term: Term) -> str:
    forms = " OR ".join(f'"{" ".join(form)}"' for form in term.forms)
    if term.prefix:
        return f"({_SURFACE} : {forms} *)"
    return f"({_SURFACE} : {forms})" if term.exact else f"({forms})"


def find_marks(terms: Sequence[Term], words: Sequence[Word], lemmas: Sequence[str]) -> set[Span]:
    """The spans of the words that the terms find; `lemmas` has the folded lemma of each of `words`."""
    surface = [word.folded for word in words]
    marks: set[Span] = set()
    for term in terms:
        for form in term.forms:
            for sequence in (surface,) if term.exact or term.prefix else (surface, lemmas):
                for at in _places(form, sequence, prefix=term.prefix):
                    marks.update(Span(word.start, word.end) for word in words[at : at + len(form)])
    return marks


def _places(form: tuple[str, ...], sequence: Sequence[str], *, prefix: bool) -> Iterator[int]:
    *whole, last = form
    for at in range(len(sequence) - len(whole)):
        end = at + len(whole)
        fits = sequence[end].startswith(last) if prefix else sequence[end] == last
        if fits and list(sequence[at:end]) == whole:
            yield at
