"""The parts of German compounds, by a table of what stands in front of others and behind others.

A compound is a modifier and a head. Both are known by their families: how many different heads a modifier was met
with in 88 M words, and how many different modifiers a head (`training/compounds.py` counts and writes `compounds.z`).
The table holds, for every form of a modifier ("friedens", "häuser", "fahr") and of a head ("verhandlungen"), the lemma
and a score; a word is cut where the sum of both is highest, if that is high enough, and both parts are looked at again.
Splitting by what is known of the parts is Koehn and Knight's (2003); families instead of frequencies are ours.
"""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

__all__ = ["ENOUGH", "Compounds", "Cut", "Entry", "Part", "Table", "compound_parts"]

# Words kept with their parts, about 15 MB; the forms of 10,000 news items are fewer.
_KEPT = 2**16
# Shorter words are no compounds that a search would want to open.
_SHORTEST = 6
# Longer ones are not written by people; German words of the corpora have at most 53 letters.
_LONGEST = 60
# Parts that one word is cut into at once, where no two make it up.
_MOST = 4
# The score that a cut must have, in hundredths of a logit.
ENOUGH = 0
# What each part more than two costs.
_STEP = 130
# A part has at least as many letters ("Öl").
_LEAST = 2
_ZERO = 64  # code point of the character that stands for a score of 0
_FINEST = 20  # hundredths of a logit in a step of the stored score
_NOUN, _OTHER, _EMPTY = "N", "o", "-"  # the kinds of lemmas


@dataclass(frozen=True, slots=True)
class Part:
    """A form as a part: its lemma, empty for one without content ("gegen"), and what speaks for it in a cut."""

    lemma: str
    score: int  # hundredths of a logit


@dataclass(frozen=True, slots=True)
class Entry:
    """A form with its part."""

    form: str  # in small letters
    part: Part


@dataclass(frozen=True, slots=True)
class Table:
    """What is known of parts: packed codes by form, and the lemmas that look like compounds and are none."""

    made_by: str
    modifiers: dict[str, str]
    heads: dict[str, str]
    whole: frozenset[str]

    @classmethod
    def of(cls, made_by: str, modifiers: Iterable[Entry], heads: Iterable[Entry], whole: Iterable[str]) -> "Table":
        """The table of those entries."""
        return cls(made_by, _coded(modifiers), _coded(heads), frozenset(whole))

    @classmethod
    def unpacked(cls, data: bytes) -> "Table":
        """The table that `packed` gave."""
        made_by, *columns = zlib.decompress(data).decode().split("\n\n")
        forms, codes, head_forms, head_codes, whole = (column.split() for column in columns)
        return cls(
            made_by,
            dict(zip(forms, codes, strict=True)),
            dict(zip(head_forms, head_codes, strict=True)),
            frozenset(whole),
        )

    def packed(self) -> bytes:
        """The table as it is stored; the same for the same table."""
        columns = [self.made_by]
        for codes in (self.modifiers, self.heads):
            forms = sorted(codes)
            columns += ["\n".join(forms), "\n".join(codes[form] for form in forms)]
        columns.append("\n".join(sorted(self.whole)))
        return zlib.compress("\n\n".join(columns).encode(), 9)


def _coded(entries: Iterable[Entry]) -> dict[str, str]:
    return {entry.form: _code(entry) for entry in entries}


def _code(entry: Entry) -> str:
    """The score, the kind of lemma, how many letters of the form it drops at the end, and what it has instead."""
    lemma = entry.part.lemma.lower()
    shared = next(
        (place for place, (ours, theirs) in enumerate(zip(lemma, entry.form, strict=False)) if ours != theirs),
        min(len(lemma), len(entry.form)),
    )
    kind = _EMPTY if not lemma else _NOUN if entry.part.lemma[0].isupper() else _OTHER
    step = max(-31, min(62, round(entry.part.score / _FINEST)))
    return f"{chr(_ZERO + step)}{kind}{chr(_ZERO + len(entry.form) - shared)}{lemma[shared:]}"


def _score(code: str) -> int:
    """The score in a code."""
    return (ord(code[0]) - _ZERO) * _FINEST


def _lemma(form: str, code: str) -> str:
    """The lemma that the form's code tells of."""
    if code[1] == _EMPTY:
        return ""
    lemma = form[: len(form) - ord(code[2]) + _ZERO] + code[3:]
    return lemma[0].upper() + lemma[1:] if code[1] == _NOUN else lemma


@dataclass(frozen=True, slots=True)
class Cut:
    """A word in small letters, cut behind each of its modifiers, and the lemma of the whole in small letters."""

    word: str
    ends: tuple[int, ...]
    base: str
    score: int  # hundredths of a logit


@dataclass(frozen=True, slots=True, order=True)
class _Chain:
    """Modifiers that make up the beginning of a word: the sum of their scores, and where each ends."""

    score: int
    ends: tuple[int, ...]


class Compounds:
    """What a table says of words; answers are kept."""

    def __init__(self, table: Table) -> None:
        self._modifiers = table.modifiers
        self._heads = table.heads
        self._whole = table.whole
        self._kept = lru_cache(maxsize=_KEPT)(self._parts)

    def parts(self, word: str, lemma: str | None = None) -> tuple[str, ...]:
        """The lemmas of the word's parts, the head last; empty for what is no compound.

        A part that is a compound itself follows its own parts. `lemma` helps where the word's form is not known.
        """
        if lemma is None or lemma == word:
            return self._kept(word)
        if "-" in word:
            return self._kept(lemma if lemma.count("-") == word.count("-") else word)
        return self._kept(word) or self._kept(lemma)

    def cut(self, word: str) -> Cut | None:
        """The best cut of a word that is written as a noun, without a hyphen; None where nothing speaks for one."""
        if not _SHORTEST <= len(word) <= _LONGEST or not word[0].isupper():
            return None
        return self._cut(word.lower()) if word[1:].islower() and word.isalpha() else None

    def _parts(self, word: str) -> tuple[str, ...]:
        if "-" in word and len(word) <= _LONGEST:
            return tuple(dict.fromkeys(self._joined(word.split("-"))))
        cut = self.cut(word)
        return () if cut is None else tuple(dict.fromkeys(self._opened(cut)))

    def _joined(self, pieces: list[str]) -> Iterator[str]:
        """The parts of pieces with hyphens between them; a single letter and what is written small is none."""
        for piece in pieces:
            last = piece is pieces[-1]
            if len(piece) > 1 and (piece[0].isupper() or last):
                yield from self._kept(piece)
                yield self._nominative(piece, last=last)

    def _nominative(self, piece: str, *, last: bool) -> str:
        """The lemma of a piece, itself where nothing is known."""
        if cut := self.cut(piece):
            return cut.base[0].upper() + cut.base[1:]
        form = piece.lower()
        for codes in (self._heads, self._modifiers) if last else (self._modifiers, self._heads):
            if (code := codes.get(form)) and code[1] == _NOUN and piece[1:].islower():
                return _lemma(form, code)
        return piece

    def _opened(self, cut: Cut) -> Iterator[str]:
        """The lemmas of a cut word's parts, each behind its own parts."""
        start = 0
        for end in cut.ends:
            form = cut.word[start:end]
            yield from self._with_own(_lemma(form, self._modifiers[form]))
            start = end
        form = cut.word[start:]
        head = _lemma(form, self._heads[form])
        yield from self._across(cut, head)
        yield from self._with_own(head)

    def _with_own(self, lemma: str) -> Iterator[str]:
        if lemma:
            yield from self._kept(lemma)
            yield lemma

    def _across(self, cut: Cut, head: str) -> Iterator[str]:
        """Compounds across the last cut: of "Atom|kraftwerk" "Atomkraft", of "Weltmarkt|führer" "Marktführer"."""
        word = cut.word
        start, end = (0, *cut.ends)[-2:]
        modifier = _lemma(word[start:end], self._modifiers[word[start:end]])
        if inner := self.cut(modifier):
            tail = word[start + inner.ends[-1] :]
            if code := self._heads.get(tail):
                yield _lemma(tail, code)
        if inner := self.cut(head):
            lead = word[start : end + inner.ends[0]]
            if code := self._modifiers.get(lead):
                yield _lemma(lead, code)

    def _cut(self, word: str) -> Cut | None:
        """The best cut of a word in small letters into two parts, or into more where no two make it up."""
        heads = self._heads
        starts = [start for start in range(_LEAST, len(word) - _LEAST + 1) if word[start:] in heads]
        chains = {0: _Chain(0, ())}
        for count in range(1, _MOST if starts else 0):
            chains = self._longer(word, chains, starts[-1])
            scored = (
                _Chain(chain.score // count + _score(heads[word[start:]]) - _STEP * (count - 1), chain.ends)
                for start in starts
                if (chain := chains.get(start))
            )
            best = max(scored, default=None)
            if best and best.score >= ENOUGH:
                start = best.ends[-1]
                base = word[:start] + _lemma(word[start:], heads[word[start:]]).lower()
                return None if base in self._whole else Cut(word, best.ends, base, best.score)
        return None

    def _longer(self, word: str, chains: dict[int, _Chain], latest: int) -> dict[int, _Chain]:
        """The best chain up to each place, with one modifier more."""
        modifiers = self._modifiers
        longer: dict[int, _Chain] = {}
        for start, chain in chains.items():
            for end in range(start + _LEAST, latest + 1):
                if code := modifiers.get(word[start:end]):
                    found = _Chain(chain.score + _score(code), (*chain.ends, end))
                    if end not in longer or found.score > longer[end].score:
                        longer[end] = found
        return longer


def compound_parts(word: str, lemma: str | None = None) -> tuple[str, ...]:
    """The lemmas of a compound's parts, the head last; empty for what is no compound.

    A part that is a compound itself follows its own parts: "Bundesverkehrsminister" gives "Bund", "Verkehr",
    "Minister", "Verkehrsminister". `lemma`, the word's lemma, helps where its form is not known.
    """
    return _shipped().parts(word, lemma)


@cache
def _shipped() -> Compounds:
    """The compounds by the shipped table, read when first asked for (0.03 s)."""
    return Compounds(Table.unpacked((files(__package__) / "compounds.z").read_bytes()))
