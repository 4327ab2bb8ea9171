"""What a person types into the search, and where the words that it finds stand.

Words must all occur, in any order and form, also as a part of a compound; `"quoted words"` must stand beside each
other just so; `word*` is the beginning of a word. Nothing else has a meaning: what is no letter or digit parts words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wortlaut.record.contents import Language
from wortlaut.record.search.folding import Word, fold_text, words_in
from wortlaut.types import Span

__all__ = ["IN_ORDER", "SURFACE", "FormsOf", "Term", "find_marks", "match_expression", "parse"]

# More words than this narrow nothing any more that people look for, but could reach the limits of FTS5.
_MOST_WORDS = 64
_CHUNK = re.compile(r'"([^"]*)"?|([^\s"]+)')
_UMLAUT_OF = {"ae": "ä", "oe": "ö", "ue": "ü", "Ae": "Ä", "Oe": "Ö", "Ue": "Ü"}
_UMLAUTS = re.compile("|".join(_UMLAUT_OF))
# Columns with words as they stand, and those in which words stand beside each other as in the text.
SURFACE = ("quote", "speaker", "title")
IN_ORDER = ("quote", "quote_lemmas", "speaker", "speaker_lemmas", "title")
_HIDDEN = 'hidden : "1"'


@dataclass(frozen=True, slots=True)
class Term:
    """Words beside each other, in each of the forms that will do; the first form is the one that was typed."""

    forms: tuple[tuple[str, ...], ...]
    exact: bool = False  # quoted: the words as they stand, not their lemmas
    prefix: bool = False  # the last word may go on
    parts: tuple[str, ...] = ()  # of the compound that was typed, the last being what it is a kind of

    @property
    def is_word(self) -> bool:
        """Whether it asks for words in any form, not for a phrase or a beginning."""
        return not (self.exact or self.prefix)


@dataclass(frozen=True, slots=True)
class FormsOf:
    """The words that can be marked, side by side: as they stand, their lemmas, the parts of their lemmas.

    All folded; lemmas and parts are empty where they are not known.
    """

    surface: Sequence[str]
    lemmas: Sequence[str] = ()
    parts: Sequence[Sequence[str]] = ()


def parse(words: str, *, language: Language | None = None) -> tuple[Term, ...]:
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
            term = _word_term(_trimmed(bare), typed, language)
        terms[term] = None
    return tuple(terms)


def _trimmed(bare: str) -> str:
    """What was typed, from its first word to its last, without punctuation before and behind."""
    found = list(words_in(bare))
    return bare[found[0].start : found[-1].end]


def _word_term(typed: str, folded: tuple[str, ...], language: Language | None) -> Term:
    forms = {folded: None}
    parts: tuple[str, ...] = ()
    if language is not None:
        for spelling in _spellings(typed):
            lemma = language.lemma(spelling)
            form = tuple(fold_text(lemma).split())
            if form and form != tuple(fold_text(spelling).split()):
                forms[form] = None
            parts = parts or tuple(fold_text(" ".join(language.parts(lemma))).split())
    forms |= {("".join(form),): None for form in forms if len(form) > 1}  # typed with hyphens, written in one
    return Term(tuple(forms), parts=parts)


def _spellings(typed: str) -> Iterator[str]:
    """What was typed, and what it stands for where people type without capitals and umlauts."""
    for cased in dict.fromkeys((typed, typed[:1].upper() + typed[1:])):
        yield from dict.fromkeys((cased, _UMLAUTS.sub(lambda match: _UMLAUT_OF[match[0]], cased)))


def match_expression(terms: Iterable[Term], *, hidden: bool = False) -> str:
    """The terms as an FTS5 expression for statements that are shown, or for those that are not.

    Made of folded words only, so that no input can be taken for syntax.
    """
    return f"({' AND '.join(_one_expression(term) for term in terms)}) {'AND' if hidden else 'NOT'} {_HIDDEN}"


def _one_expression(term: Term) -> str:
    if term.prefix or term.exact:
        return f'({{{" ".join(SURFACE)}}} : "{" ".join(term.forms[0])}"{" *" if term.prefix else ""})'
    return f"({' OR '.join(map(_form_expression, term.forms))})"


def _form_expression(form: Sequence[str]) -> str:
    return f'"{form[0]}"' if len(form) == 1 else f'{{{" ".join(IN_ORDER)}}} : "{" ".join(form)}"'


def find_marks(terms: Iterable[Term], words: Sequence[Word], forms: FormsOf) -> set[Span]:
    """The spans of those words that the terms find; of a compound that is found by a part of it, all."""
    marks: set[Span] = set()
    for term in terms:
        sequences = (forms.surface, forms.lemmas) if term.is_word else (forms.surface,)
        for form in term.forms:
            for sequence in sequences:
                for at in _places(form, sequence, prefix=term.prefix):
                    marks.update(Span(word.start, word.end) for word in words[at : at + len(form)])
        if term.is_word:
            wanted = {form[0] for form in term.forms if len(form) == 1}
            marks.update(
                Span(word.start, word.end)
                for word, parts in zip(words, forms.parts, strict=False)
                if not wanted.isdisjoint(parts)
            )
    return marks


def _places(form: tuple[str, ...], sequence: Sequence[str], *, prefix: bool) -> Iterator[int]:
    *whole, last = form
    for at in range(len(sequence) - len(whole)):
        end = at + len(whole)
        fits = sequence[end].startswith(last) if prefix else sequence[end] == last
        if fits and list(sequence[at:end]) == whole:
            yield at
