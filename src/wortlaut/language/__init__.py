"""Text to tokens, sentences, lemmas and the word forms that mark reported speech, all with positions.

What needs the dictionary (`lemmas`, `verb_forms`) is imported when first called: `analyse` alone starts at once.
"""

from wortlaut.language.sentences import split
from wortlaut.language.tokens import tokenize
from wortlaut.types import Document, VerbForm

__all__ = ["analyse", "lemmas", "tokenize", "verb_forms"]


def analyse(text: str) -> Document:
    """The text cut into tokens and sentences."""
    tokens = tokenize(text)
    return Document(text, tokens, split(text, tokens))


def lemmas(document: Document) -> tuple[str, ...]:
    """The lemma of every token; of punctuation and numbers the token itself."""
    from wortlaut.language.lexicon import lemmas as found  # imports simplemma

    return found(document)


def verb_forms(document: Document) -> tuple[VerbForm, ...]:
    """The verb forms that mark reported speech (Konjunktiv I and II, `würde`, `soll`), in order."""
    from wortlaut.language.verbs import verb_forms as found  # imports simplemma

    return found(document)
