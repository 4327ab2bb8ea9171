"""How well tokens, sentences, lemmas and Konjunktiv forms agree with what others annotated.

Tokens and sentences are measured on the quotation corpus or a treebank, lemmas and Konjunktiv on a treebank. The
corpus' own sentences were made by a program and are themselves wrong here and there (about 4 in 100 boundaries).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.corpus import read_gold
from evaluation.treebank import TreeSentence, read_treebank
from wortlaut.language import analyse, lemmas, tokenize, verb_forms
from wortlaut.types import Document, Span, TokenRange, VerbFormKind

__all__ = ["Agreement", "Marked", "run_konjunktiv", "run_lemmas", "run_sentences", "run_tokens"]

# Words whose lemma is more than a matter of grammar.
_CONTENT = frozenset({"ADJ", "ADV", "AUX", "NOUN", "PROPN", "VERB"})
_SUBJUNCTIVE = "Mood=Sub"
# "Sollte" counts as Konjunktiv where the treebank may say so; "soll" is indicative in form.
_SOLLTE = frozenset({"sollte", "sollten"})


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often both say the same, only we do, only they do."""

    right: int = 0
    spurious: int = 0
    missed: int = 0

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(self.right + other.right, self.spurious + other.spurious, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of ours that is theirs, 1 where we have none."""
        return self.right / (self.right + self.spurious) if self.right + self.spurious else 1.0

    @property
    def recall(self) -> float:
        """The share of theirs that is ours, 1 where they have none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (2 * self.right + self.spurious + self.missed or 1)

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.4f}  recall {self.recall:.4f}  F1 {self.f1:.4f}"
            f"  ({self.right} right, {self.spurious} spurious, {self.missed} missed)"
        )


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its tokens and the places where its sentences end, all but the last."""

    text: str
    tokens: frozenset[Span]
    ends: frozenset[int]


def run_tokens(corpus: Path) -> Agreement:
    """Our tokens beside those of the quotation corpus, or a treebank's words."""
    return _total(_agreement(set(tokenize(text.text)), text.tokens) for text in _texts(corpus))


def run_sentences(corpus: Path) -> Agreement:
    """Our sentence ends beside the quotation corpus' or a treebank's; the last of a text counts for nothing."""
    return _total(_agreement(_ends(analyse(text.text)), text.ends) for text in _texts(corpus))


def run_lemmas(treebank: Path) -> Agreement:
    """Our lemmas of a treebank's content words beside its own, whatever their capitals."""
    return _total(_lemma_agreement(sentence) for sentence in read_treebank(treebank))


def run_konjunktiv(treebank: Path, *, certain: bool = False) -> Agreement:
    """Our Konjunktiv forms beside a treebank's `Mood=Sub`; of ours all, or only the certain ones."""
    return _total(_mood_agreement(sentence, certain=certain) for sentence in read_treebank(treebank))


def _total(parts: Iterable[Agreement]) -> Agreement:
    return sum(parts, start=Agreement())


def _agreement(ours: Iterable[object], theirs: Iterable[object]) -> Agreement:
    mine, gold = set(ours), set(theirs)
    return Agreement(len(mine & gold), len(mine - gold), len(gold - mine))


def _ends(document: Document) -> set[int]:
    return {document.tokens[sentence.end - 1].end for sentence in document.sentences[:-1]}


def _texts(corpus: Path) -> Iterator[Marked]:
    """The corpus' texts; a treebank's sentences, which belong to no text, as one, with a space between them."""
    if ".conllu" in corpus.suffixes:
        yield _joined(read_treebank(corpus))
        return
    for document in read_gold(corpus):
        ends = {document.tokens[sentence.end - 1].end for sentence in document.sentences[:-1]}
        yield Marked(document.text, frozenset(document.tokens), frozenset(ends))


def _joined(sentences: Iterable[TreeSentence]) -> Marked:
    text = ""
    tokens: set[Span] = set()
    ends: list[int] = []
    for sentence in sentences:
        start = len(text)
        tokens.update(Span(start + word.span.start, start + word.span.end) for word in sentence.words)
        text += f"{sentence.text} "
        ends.append(start + len(sentence.text.rstrip()))
    return Marked(text, frozenset(tokens), frozenset(ends[:-1]))


def _document(sentence: TreeSentence) -> Document:
    """The sentence on the treebank's own words, so that only what is measured can differ."""
    words = tuple(word.span for word in sentence.words)
    return Document(sentence.text, words, (TokenRange(0, len(words)),))


def _lemma_agreement(sentence: TreeSentence) -> Agreement:
    pairs = zip(sentence.words, lemmas(_document(sentence)), strict=True)
    same = [word.lemma.lower() == lemma.lower() for word, lemma in pairs if word.tag in _CONTENT]
    return Agreement(sum(same), same.count(False), same.count(False))


def _mood_agreement(sentence: TreeSentence, *, certain: bool) -> Agreement:
    found = (
        form.span
        for form in verb_forms(_document(sentence))
        if (form.certain or not certain)
        and (form.kind is not VerbFormKind.SOLL or form.span.of(sentence.text).lower() in _SOLLTE)
    )
    return _agreement(found, (word.span for word in sentence.words if _SUBJUNCTIVE in word.features))
