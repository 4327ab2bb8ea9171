"""How well a statement fits words: from its words in the index, by where and in which form they stand there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log2

from sqlalchemy import BindParameter, Connection, bindparam, select

from wortlaut.record.search.indexing import unpack_parts
from wortlaut.record.search.query import Term
from wortlaut.record.tables.schema import words

__all__ = ["RANKED", "Indexed", "fit", "in_order_of_rank", "indexed_words"]

# What a word counts for, by where it stands and how (chosen by hand; the marked questions do not tell them apart).
_QUOTE, _QUOTE_LEMMA, _PART, _SPEAKER, _TITLE = 1.0, 0.95, 0.6, 0.8, 0.4
# Each doubling of a word in one quote adds so much.
_AGAIN = 0.25
# A quote of this many words, the mean in the German quotation corpus, is neither long nor short.
_LENGTH = 17
_KEYS: BindParameter[Sequence[int]] = bindparam("keys", expanding=True)
_WORDS = select(
    words.c.rowid,
    words.c.quote,
    words.c.quote_lemmas,
    words.c.quote_parts,
    words.c.speaker,
    words.c.speaker_lemmas,
    words.c.title,
    words.c.title_lemmas,
).where(words.c.rowid.in_(_KEYS))
_BATCH = 1000
# So many are put in order by rank, in some 8 ms. In a million statements, the best 20 of the newest 500 have 95 % of
# the score that the best 20 of all hits have (words that 500 to 30,000 statements have, and pairs of words).
RANKED = 500


@dataclass(frozen=True, slots=True)
class Indexed:
    """The words of a statement in the index; of the columns with words, each word between two blanks."""

    key: int
    quote: str
    quote_lemmas: str
    quote_parts: frozenset[str]
    speaker: str
    speaker_lemmas: str
    title: str
    title_lemmas: str

    @property
    def length(self) -> int:
        """How many words the quote has."""
        return self.quote.count(" ") - 1


def indexed_words(connection: Connection, keys: Sequence[int]) -> Iterator[Indexed]:
    """The words of these statements in no order; those that are not in the index are left out."""
    for start in range(0, len(keys), _BATCH):
        for row in connection.execute(_WORDS, {"keys": keys[start : start + _BATCH]}):
            key, quote, quote_lemmas, parts, *others = row
            split = frozenset(part for each in unpack_parts(parts) for part in each)
            yield Indexed(key, f" {quote} ", f" {quote_lemmas} ", split, *(f" {other} " for other in others))


def in_order_of_rank(connection: Connection, keys: Sequence[int], terms: Sequence[Term]) -> dict[int, float | None]:
    """The ranks of these statements by their keys, the best (the least) first, of one rank in the order of `keys`.

    Only the first of `keys` are ranked; the others follow in their order.
    """
    first = keys[:RANKED]
    ranks: dict[int, float | None] = dict.fromkeys(keys)
    scores = {each.key: _score(each, terms) for each in indexed_words(connection, first)}
    best = sorted((key for key in first if key in scores), key=lambda key: -scores[key])
    return {key: -scores[key] for key in best} | {key: rank for key, rank in ranks.items() if key not in scores}


def _score(indexed: Indexed, terms: Iterable[Term]) -> float:
    return sum(fit(indexed, term) for term in terms) / (0.75 + 0.25 * indexed.length / _LENGTH)


def fit(indexed: Indexed, term: Term) -> float:
    """How well the statement fits one term: 0 where it does not, 1 where the quote has it as it was typed, once."""
    best = 0.0
    often = 0
    for number, form in enumerate(term.forms):
        sought = f" {' '.join(form)}" + ("" if term.prefix else " ")
        if found := indexed.quote.count(sought):
            best, often = max(best, _QUOTE if number == 0 else _QUOTE_LEMMA), max(often, found)
        if best < _SPEAKER and sought in indexed.speaker:
            best = _SPEAKER
        if best < _TITLE and sought in indexed.title:
            best = _TITLE
        if not term.is_word:
            continue
        if found := indexed.quote_lemmas.count(sought):
            best, often = max(best, _QUOTE_LEMMA), max(often, found)
        if best < _SPEAKER and sought in indexed.speaker_lemmas:
            best = _SPEAKER
        if best < _PART and len(form) == 1 and form[0] in indexed.quote_parts:
            best = _PART
        if best < _TITLE and len(form) == 1 and sought in indexed.title_lemmas:
            best = _TITLE
    return best * (1 + _AGAIN * log2(often)) if often else best
