from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.record.builder import Words, document, lemma
from wortlaut.record.search.indexing import Columns, LemmaIndex
from wortlaut.types import Document, Span

# Words and what joins and parts them: hyphens, umlauts in one character and in two, a soft hyphen, a digit above.
_PIECES = (
    "Häuser",
    "Krankenhäuser",
    "Brückenmaut",
    "US",
    "a",
    "B",
    "ü",
    "u\u0308",
    "\u0308",
    "\u00ad",
    "\u200b",
    "²",
    "7",
    "ß",
    "-",
    " ",
    "  ",
    "\n",
    ",",
    "„",
    ".",
    "_",
    "'",
)
_texts = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=14).map("".join)
_WORDS = Words()


@st.composite
def _indexed(draw: st.DrawFn) -> tuple[LemmaIndex, LemmaIndex, list[Span]]:
    """The index of a text, the same one that never asks token by token, and spans anywhere in the text."""
    text = draw(_texts)
    tokens = document(text).tokens
    if draw(st.booleans()):
        cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
        tokens = tuple(Span(*each) for each in pairwise(cuts) if draw(st.booleans()))
    forms = [text[token.start : token.end] for token in tokens]
    lemmas = [draw(st.sampled_from((form, lemma(form), "Brückenmaut", "zwei Wörter", "-"))) for form in forms]
    made = Document(text, tokens, ())
    places = st.integers(0, len(text))
    edges = st.sampled_from(sorted({0, len(text), *(at for token in tokens for at in (token.start, token.end))}))
    ends = st.tuples(places | edges, places | edges).filter(lambda both: both[0] < both[1])
    spans = [Span(*each) for each in draw(st.lists(ends, min_size=1, max_size=3))]
    return LemmaIndex(made, lemmas, _WORDS), _Slow(made, lemmas, _WORDS), spans


class _Slow(LemmaIndex):
    def _tokenwise(self, span: Span) -> list[Columns] | None:
        return None


@given(_indexed())
def test_asking_token_by_token_gives_what_asking_word_by_word_does(
    given: tuple[LemmaIndex, LemmaIndex, list[Span]],
) -> None:
    fast, slow, spans = given
    assert fast.columns(spans) == slow.columns(spans)


@pytest.mark.parametrize(
    ("quote", "columns"),
    [
        ("Häuser, Krankenhäuser", Columns("haeuser krankenhaeuser", "haus krankenhaus", "/kranke haus")),
        ("–", Columns("", "", "")),
        ("US-Brückenmaut", Columns("us brueckenmaut", "us brueckenmaut", "usbrueckenmaut/bruecke maut usbrueckenmaut")),
    ],
)
def test_the_columns_of_a_quote(quote: str, columns: Columns) -> None:
    text = f"„{quote}“ – so der Rat"
    made = document(text)
    index = LemmaIndex(made, [lemma(token.of(text)) for token in made.tokens], _WORDS)
    at = text.index(quote)
    assert index.columns([Span(at, at + len(quote))]) == columns
