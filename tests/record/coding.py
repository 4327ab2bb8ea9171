"""A codebook whose every answer can be foretold: a category stands for a word, and the quote that has it gets it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.record.cast import Cast, Knowing
from wortlaut.record import KeptCategory, KeptCodebook
from wortlaut.types import Coded, Criterion, Label, LabelEvidence, Span, ToCode

__all__ = ["Coding", "WordCoder", "book"]


@dataclass(frozen=True, slots=True)
class WordCoder:
    """Gives labels by codebooks that `book` made."""

    made_by: str = "wörter 1"

    def labels(self, codebook: str, article: ToCode) -> Sequence[Coded]:
        name, *words = codebook.split()
        return [
            Coded(each.id, tuple(self._labels(name, words, article, each.id, each.quote)))
            for each in article.statements
        ]

    def _labels(
        self, name: str, words: Sequence[str], article: ToCode, statement: str, quote: Sequence[Span]
    ) -> Iterator[Label]:
        spoken_of = {each.category for each in article.decided.get(statement, ())}
        for word in words:
            places = [
                Span(span.start + at, span.start + at + len(word))
                for span in quote
                if (at := span.of(article.document.text).find(word)) >= 0
            ]
            if places and word not in spoken_of:
                yield Label(name, word, 0.5, evidence=(LabelEvidence(Criterion.WORDS, tuple(places)),))


class Coding(Knowing):
    """The record's knowledge of words, of who is meant, and of codebooks."""

    def __init__(self, meaning: Cast | None = None, coder: WordCoder | None = None) -> None:
        super().__init__(meaning)
        self.coder = coder or WordCoder()


def book(name: str, *words: str, version: str = "1", exclusive: bool = False) -> KeptCodebook:
    """A codebook with a category for each word."""
    return KeptCodebook(name, version, " ".join((name, *words)), tuple(map(KeptCategory, words)), exclusive)
