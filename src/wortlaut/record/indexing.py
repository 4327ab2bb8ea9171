"""What the word index gets of a statement: folded words and, word for word beside them, folded lemmas."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from wortlaut.record.folding import Word, fold_text, words_in
from wortlaut.record.rows import Values
from wortlaut.types import Article, Document, Span, Statement

__all__ = ["LemmaIndex", "index_values", "mention_spans", "spoken_words", "surface"]


def index_values(statement: Statement, article: Article, lemma_index: "LemmaIndex") -> Values:
    """The columns of the index for a statement."""
    quote = spoken_words(article.text, statement.quote)
    speaker = spoken_words(article.text, mention_spans(statement))
    return {
        "quote": surface(quote),
        "quote_lemmas": " ".join(lemma_index.lemmas(quote)),
        "speaker": surface(speaker),
        "speaker_lemmas": " ".join(lemma_index.lemmas(speaker)),
        "title": fold_text(article.title or ""),
    }


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
    """The folded lemma of every word of an article's text; `lemmas` has one a token of `document`."""

    def __init__(self, document: Document, lemmas: Sequence[str]) -> None:
        if len(lemmas) != len(document.tokens):
            raise ValueError(f"{len(lemmas)} lemmas were given for {len(document.tokens)} tokens")
        self._text = document.text
        self._tokens = document.tokens
        self._starts = [token.start for token in document.tokens]
        self._lemmas = lemmas

    def lemmas(self, words: Iterable[Word]) -> Iterator[str]:
        """The lemma of each word; the word itself where the lemma of its token has not as many words as the token."""
        for word in words:
            at = bisect_right(self._starts, word.start) - 1
            if at < 0 or self._tokens[at].end <= word.start:
                yield word.folded
                continue
            token, lemma = self._tokens[at], _folded_words(self._lemmas[at])
            if len(lemma) == 1 and (token.start, token.end) == (word.start, word.end):
                yield lemma[0]
                continue
            places = [each.start for each in words_in(self._text, token)]
            fits = len(places) == len(lemma) and word.start in places
            yield lemma[places.index(word.start)] if fits else word.folded


@lru_cache(maxsize=2**16)
def _folded_words(lemma: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words_in(lemma))
