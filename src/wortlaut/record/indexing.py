"""What the word index gets of a statement: folded words and, word for word beside them, folded lemmas."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Self

from wortlaut.record.contents import Language
from wortlaut.record.folding import Word, fold, fold_text, words_in
from wortlaut.record.rows import Values
from wortlaut.types import Document, Span, Statement

__all__ = [
    "HIDDEN",
    "LemmaIndex",
    "index_values",
    "mention_spans",
    "pack_parts",
    "spoken_words",
    "surface",
    "unpack_parts",
]

# What stands in the column `hidden` of statements that are not shown.
HIDDEN = "1"



def index_values(
    statement: Statement, text: str, title: str | None, lemma_index: "LemmaIndex", *, is_shown: bool = True
) -> Values:
    """The columns of the index for a statement of an article of that text and title."""
    quote = spoken_words(text, statement.quote)
    quote_lemmas = lemma_index.lemmas(quote)
    speaker = spoken_words(text, mention_spans(statement))
    return {
        "quote": surface(quote),
        "quote_lemmas": " ".join(map(fold, quote_lemmas)),
        "quote_parts": pack_parts(lemma_index.parts(lemma) for lemma in quote_lemmas),
        "speaker": surface(speaker),
        "speaker_lemmas": " ".join(map(fold, lemma_index.lemmas(speaker))),
        "title": _folded_title(title or ""),
        "hidden": "" if is_shown else HIDDEN,
    }


def pack_parts(parts: Iterable[Sequence[str]]) -> str:
    """The parts of every word, those of one word between two `/`, which the index takes for a blank; empty for none."""
    packed = "/".join([" ".join(each) for each in parts])
    return packed if packed.strip("/") else ""


def unpack_parts(packed: str) -> list[tuple[str, ...]]:
    """The parts of every word; empty where there are none at all."""
    return [tuple(each.split()) for each in packed.split("/")] if packed else []


def mention_spans(statement: Statement) -> list[Span]:
    """The spans of all speakers' mentions in order."""
    return [span for speaker in statement.speakers for span in speaker.mention]


def spoken_words(text: str, spans: Iterable[Span]) -> list[Word]:
    """The words in the spans, in their order."""
    return [word for span in spans for word in words_in(text, span)]


def surface(words: Iterable[Word]) -> str:
    """The folded words with blanks between them."""
    return " ".join(word.folded for word in words)


class LemmaIndex:
    """The lemma of every word of an article's text, and the parts of every lemma.

    `lemmas` has one a token of `document`. `parts` gives the lemmas of the parts of a compound; without it no compound
    has parts.
    """

    def __init__(
        self, document: Document, lemmas: Sequence[str], parts: Callable[[str], Sequence[str]] | None = None
    ) -> None:
        if len(lemmas) != len(document.tokens):
            raise ValueError(f"{len(lemmas)} lemmas were given for {len(document.tokens)} tokens")
        self._text = document.text
        self._tokens = document.tokens
        self._starts = [token.start for token in document.tokens]
        self._at = {start: at for at, start in enumerate(self._starts)}
        self._lemmas = lemmas
        self._parts = parts

    @classmethod
    def of(cls, text: str, language: Language | None) -> Self:
        """The index of a text as `language` analyses it; without it, every word is its own lemma."""
        if language is None:
            return cls(Document(text, (), ()), ())
        document = language.analyse(text)
        return cls(document, language.lemmas(document), language.parts)

    def lemmas(self, words: Iterable[Word]) -> list[str]:
        """The lemma of each word, one word; itself where the lemma of its token has not as many words as the token."""
        return [self._lemma(word) for word in words]

    def parts(self, lemma: str) -> tuple[str, ...]:
        """The folded parts of the lemma of one word."""
        if self._parts is None or not (parts := self._parts(lemma)):
            return ()
        return tuple([word for part in parts for word in fold_text(part).split()])

    def _lemma(self, word: Word) -> str:
        at = self._at.get(word.start)
        if at is not None and self._tokens[at].end == word.end and len(lemma := _words(self._lemmas[at])) == 1:
            return lemma[0]
        at = bisect_right(self._starts, word.start) - 1
        if at < 0 or self._tokens[at].end <= word.start:
            return self._text[word.start : word.end]
        token, lemma = self._tokens[at], _words(self._lemmas[at])
        places = [each.start for each in words_in(self._text, token)]
        fits = len(places) == len(lemma) and word.start in places
        return lemma[places.index(word.start)] if fits else self._text[word.start : word.end]


@lru_cache(maxsize=16)
def _folded_title(title: str) -> str:
    return fold_text(title)


@lru_cache(maxsize=2**16)
def _words(lemma: str) -> tuple[str, ...]:
    """The words of a lemma as they are written."""
    return tuple(lemma[word.start : word.end] for word in words_in(lemma))
