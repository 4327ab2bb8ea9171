"""What the word index gets of a statement: folded words and, word for word beside them, folded lemmas."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from typing import NamedTuple, Self

from wortlaut.record.contents import Language
from wortlaut.record.search.folding import Word, fold, fold_text, words_in
from wortlaut.record.tables.rows import SHOWN, State, Values
from wortlaut.types import Document, Span, Statement

__all__ = [
    "HIDDEN",
    "Columns",
    "Form",
    "LemmaIndex",
    "index_values",
    "mention_spans",
    "names_behind",
    "pack_parts",
    "spoken_words",
    "surface",
    "unpack_parts",
]

# Two characters that one word can hold beside each other (see `folding`).
_ACROSS = re.compile(r"(?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060]){2}")
# What stands in the column `hidden` of statements that are not shown.
HIDDEN = "1"
# Tokens of which is known what they are: 60 MB at most, and as much again of those that were asked for before.
_KEPT = 2**17


def index_values(state: State, title: str | None, lemma_index: "LemmaIndex") -> Values:
    """The columns of the index for a statement of an article of that title, whose words `lemma_index` knows.

    Behind the words of the speakers' mentions stand the names of those who are meant, where they are other words.
    """
    statement = state.statement
    quote = lemma_index.columns(statement.quote)
    speaker = lemma_index.columns(mention_spans(statement))
    names = names_behind(state, speaker.words)
    return {
        "quote": quote.words,
        "quote_lemmas": quote.lemmas,
        "quote_parts": quote.parts,
        "speaker": " ".join(filter(None, (speaker.words, *names))),
        "speaker_lemmas": " ".join(filter(None, (speaker.lemmas, *names))),
        "title": _folded_title(title or ""),
        "title_lemmas": lemma_index.title_lemmas(title) if title else "",
        "hidden": "" if state.standing in SHOWN else HIDDEN,
    }


def names_behind(state: State, mentions: str) -> list[str]:
    """The folded names of those who speak that are not among the folded words of the mentions."""
    parties = () if state.attribution is None else state.attribution.speakers
    folded = dict.fromkeys(fold_text(party.name) for party in parties if party.name is not None)
    return [name for name in folded if f" {name} " not in f" {mentions} "]


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


class Form(NamedTuple):
    """What stands behind a word of a text, folded: its lemma, and the parts of that where it is a compound.

    Of a word joined to others by hyphens, the whole in one word, as it stands and as a lemma, is a part, too:
    `antiterrorgesetz` of each of the words of `Anti-Terror-Gesetze`.
    """

    lemma: str
    parts: tuple[str, ...] = ()


class Columns(NamedTuple):
    """Some words of a text as the index has them, word for word beside each other: folded, lemmas, parts."""

    words: str
    lemmas: str
    parts: str


class LemmaIndex:
    """Lemma and parts of every word of an article; `lemmas` has one a token of `document`.

    Without `language` no compound has parts, and the title no lemmas.
    """

    def __init__(self, document: Document, lemmas: Sequence[str], language: Language | None = None) -> None:
        if len(lemmas) != len(document.tokens):
            raise ValueError(f"{len(lemmas)} lemmas were given for {len(document.tokens)} tokens")
        self._document = document
        self._text = document.text
        self._tokens = document.tokens
        self._starts = [token.start for token in document.tokens]
        self._ends = [token.end for token in document.tokens]
        self._lemmas = lemmas
        self._language = language
        self._title: tuple[str, str] = ("", "")

    @classmethod
    def of(cls, text: str, language: Language | None) -> Self:
        """The index of a text as `language` analyses it; without it, every word is its own lemma."""
        if language is None:
            return cls(Document(text, (), ()), ())
        document = language.analyse(text)
        return cls(document, language.lemmas(document), language)

    def columns(self, spans: Iterable[Span]) -> Columns:
        """The words in the spans, in their order."""
        found: list[Columns] = []
        for span in spans:
            found += self._tokenwise(span) or [self._wordwise(span)]
        words, lemmas, parts = zip(*found, strict=True) if found else ((), (), ())
        if "" in words:
            filled = [each for each in found if each.words]
            words, lemmas, parts = zip(*filled, strict=True) if filled else ((), (), ())
        joined = "/".join(parts)
        return Columns(" ".join(words), " ".join(lemmas), joined if joined.strip("/") else "")

    @property
    def document(self) -> Document:
        """The text that it is of, as it was analysed."""
        return self._document

    @property
    def language(self) -> Language | None:
        """What knows more of words than the lemmas that were given."""
        return self._language

    def title_lemmas(self, title: str) -> str:
        """Lemmas and parts of the words of the title, in one row."""
        if self._language is None:
            return ""
        if self._title[0] != title:
            language = self._language
            forms = [_split(language, _lemma(language, title[word.start : word.end])) for word in words_in(title)]
            found = dict.fromkeys(word for form in forms for word in (form.lemma, *form.parts))
            self._title = title, " ".join(found)
        return self._title[1]

    def _tokenwise(self, span: Span) -> list[Columns] | None:
        """What each token in the span is, None where words and tokens do not begin and end together.

        Asked token by token, as the same tokens come again and again: it takes a third of the time.
        """
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        if first and self._ends[first - 1] > span.start:
            return None
        text, starts, ends = self._text, self._starts[first:last], self._ends[first:last]
        tokens = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        if not _fill(text, span, starts, ends, " ".join(tokens)):
            return None
        return list(map(_known(self._language).__getitem__, zip(tokens, self._lemmas[first:last], strict=True)))

    def _wordwise(self, span: Span) -> Columns:
        """What each word in the span is, also where tokens are cut otherwise."""
        words = list(words_in(self._text, span))
        forms = [self._form(word) for word in words]
        return _joined(words, forms)

    def _form(self, word: Word) -> Form:
        at = bisect_right(self._starts, word.start) - 1
        itself = self._text[word.start : word.end]
        if at < 0 or self._tokens[at].end <= word.start:
            return _split(self._language, itself)
        token, lemmas = self._tokens[at], _words(self._lemmas[at])
        joined = list(words_in(self._text, token))
        places = [each.start for each in joined]
        if len(places) != len(lemmas) or word.start not in places:
            return _split(self._language, itself)
        form = _split(self._language, lemmas[places.index(word.start)])
        if len(lemmas) == 1:
            return form
        whole = dict.fromkeys((fold("".join(lemmas)), "".join(each.folded for each in joined)))
        return Form(form.lemma, (*form.parts, *whole))


def _fill(text: str, span: Span, starts: Sequence[int], ends: Sequence[int], joined: str) -> bool:
    """Whether the tokens that begin and end there hold all that is of words in the span, and nothing else.

    `joined` is the tokens with blanks between them, which is nearly always what the span holds.
    """
    befores, afters = [span.start, *ends], [*starts, span.end]
    if joined == text[span.start : span.end] and afters[1:-1] == [end + 1 for end in befores[1:-1]]:
        befores, afters = [span.start, ends[-1]], [starts[0], span.end]
    return befores[-1] <= span.end and all(map(partial(_parted, text), befores, afters))


def _parted(text: str, start: int, end: int) -> bool:
    """Whether nothing of a word stands between the places, and no word reaches across where nothing does."""
    if start < end:
        return text[start:end].isspace()
    return not 0 < start < len(text) or _ACROSS.match(text, start - 1) is None


def _joined(words: Sequence[Word], forms: Sequence[Form]) -> Columns:
    return Columns(
        surface(words), " ".join([form.lemma for form in forms]), "/".join([" ".join(form.parts) for form in forms])
    )


class _Known(dict[tuple[str, str], Columns]):
    """What a token with its lemma is, by both; of what has not been asked for in a long time nothing is kept.

    It gives what is there three times as fast as a function with `lru_cache`.
    """

    def __init__(self, language: Language | None) -> None:
        super().__init__()
        self._language = language
        self._before: dict[tuple[str, str], Columns] = {}

    def __missing__(self, key: tuple[str, str]) -> Columns:
        found = self._before.get(key) or _columns(self._language, *key)
        if len(self) >= _KEPT:
            self._before = self.copy()
            self.clear()
        self[key] = found
        return found


@lru_cache(maxsize=4)
def _known(language: Language | None) -> _Known:
    return _Known(language)


def _columns(language: Language | None, token: str, lemma: str) -> Columns:
    """What a token with its lemma is."""
    if token.isalnum() and lemma.isalnum() and (folded := fold(token)) and fold(lemma):  # a single word, nearly always
        form = _split(language, lemma)
        return Columns(folded, form.lemma, " ".join(form.parts))
    alone = LemmaIndex(Document(token, (Span(0, len(token)),), ()), (lemma,), language)
    words = list(words_in(token))
    return _joined(words, [alone._form(word) for word in words])


@lru_cache(maxsize=2**16)
def _lemma(language: Language, word: str) -> str:
    return language.lemma(word)


@lru_cache(maxsize=16)
def _folded_title(title: str) -> str:
    return fold_text(title)


@lru_cache(maxsize=2**16)
def _split(language: Language | None, lemma: str) -> Form:
    parts = () if language is None else language.parts(lemma)
    return Form(fold(lemma), tuple([word for part in parts for word in fold_text(part).split()]) if parts else ())


@lru_cache(maxsize=2**16)
def _words(lemma: str) -> tuple[str, ...]:
    """The words of a lemma as they are written."""
    return tuple(lemma[word.start : word.end] for word in words_in(lemma))
