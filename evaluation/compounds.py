"""How well compounds are cut, on words that were drawn at random and marked by hand before anything was built.

`compounds.tsv` holds 960 words of at least eight letters with a capital: half of them from the training part of the
quotation corpus, half from the speeches of the Bundestag and Wikipedia, from each 80 of every band of frequency (once,
2-4, 5-19, 20-99, 100-999, more). A line is the half (`build` to build with, `measure` to measure on), the word, and its
parts as lemmas, compounds within it among them; nothing where it is none. `a/b` are two that are right, `a?` is neither
asked for nor wrong, `?` alone a word that is left out (torn by a line's end). A part is also right as its lemma in the
lexicon, which a search looks for.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from evaluation.corpus import MalformedFile
from evaluation.language import Agreement
from evaluation.treebank import read_treebank
from wortlaut.language.compounds import compound_parts
from wortlaut.language.lexicon import lexicon

__all__ = ["WORDS", "Agreements", "MarkedWord", "compounds", "compounds_by_tag", "measure_compounds", "read_words"]

WORDS = Path(__file__).with_name("compounds.tsv")
_HALVES = ("build", "measure")

# The parts that a word, with its lemma, is cut into.
Cutter = Callable[[str, str | None], Sequence[str]]


@dataclass(frozen=True, slots=True)
class MarkedWord:
    """A word with its parts, folded: each a set of those that are right for it; and those that may be there or not."""

    half: str
    word: str
    parts: tuple[frozenset[str], ...]
    allowed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Agreements:
    """How often ours and the marked parts agree: of words, where all must be right, and of single parts."""

    words: Agreement
    parts: Agreement
    wrong: tuple[str, ...]  # "word: ours | marked"


def read_words(path: Path = WORDS) -> Iterator[MarkedWord]:
    """The marked words of a list; raises `MalformedFile`."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise MalformedFile(f"{path}: cannot be read ({error})") from error
    for number, line in enumerate(lines, start=1):
        fields = line.split("\t")
        if len(fields) != 3 or fields[0] not in _HALVES or not fields[1]:
            raise MalformedFile(f"{path}, line {number}: expected half, word and parts with tabs between them")
        if fields[2] != "?":
            yield _marked(fields[0], fields[1], fields[2].split())


def _marked(half: str, word: str, marks: Iterable[str]) -> MarkedWord:
    asked: list[frozenset[str]] = []
    allowed: set[str] = set()
    for mark in marks:
        readings = mark.split("/")
        right = {form for reading in readings for form in _folded(reading.rstrip("?"))}
        if all(reading.endswith("?") for reading in readings):
            allowed |= right
        else:
            asked.append(frozenset(right))
    return MarkedWord(half, word, tuple(asked), frozenset(allowed))


def _folded(part: str) -> tuple[str, str]:
    """The part and its lemma, whatever their capitals and ß."""
    return _fold(part), _fold(lexicon().lemma(part))


def _fold(word: str) -> str:
    return word.lower().replace("ß", "ss")


def measure_compounds(words: Iterable[MarkedWord], cut: Cutter = compound_parts) -> Agreements:
    """Ours beside the marked parts. A word is right with all its parts and no other, spurious or missed otherwise."""
    in_words = in_parts = Agreement()
    wrong: list[str] = []
    for marked in words:
        ours = cut(marked.word, lexicon().lemma(marked.word))
        counted = _parts_agreement({_fold(part) for part in ours}, marked)
        in_parts += counted
        right = not counted.spurious and not counted.missed
        found, asked = bool(counted.right + counted.spurious), bool(marked.parts)
        in_words += Agreement(int(right and asked), int(found and not right), int(asked and not right))
        if not right:
            asked_for = " ".join("/".join(sorted(part)) for part in marked.parts)
            wrong.append(f"{marked.word}: {' '.join(ours) or '-'} | {asked_for or '-'}")
    return Agreements(in_words, in_parts, tuple(wrong))


def _parts_agreement(ours: set[str], marked: MarkedWord) -> Agreement:
    right = sum(1 for part in marked.parts if part & ours)
    known = marked.allowed.union(*marked.parts)
    return Agreement(right, len(ours - known), len(marked.parts) - right)


def compounds_by_tag(treebank: Path) -> dict[str, tuple[int, int]]:
    """How many different words of a treebank were cut, and how many there are, of common nouns and of names."""
    words: dict[str, set[str]] = {"NOUN": set(), "PROPN": set()}
    for sentence in read_treebank(treebank):
        for word in sentence.words:
            if word.tag in words:
                words[word.tag].add(word.span.of(sentence.text))
    return {tag: (sum(1 for word in those if compound_parts(word)), len(those)) for tag, those in words.items()}


def compounds(
    half: Annotated[str, typer.Option("--half", help="Of the list: build or measure.")] = "measure",
    *,
    words: Annotated[Path, typer.Option("--words", help="The list of marked words.")] = WORDS,
    treebank: Annotated[Path | None, typer.Option("--treebank", help="Say how many of its words are cut.")] = None,
    show_wrong: Annotated[bool, typer.Option("--wrong", help="List the words that are not right.")] = False,
) -> None:
    """Measure how well compounds are cut: whole words, and single parts."""
    found = measure_compounds(word for word in read_words(words) if word.half == half)
    print(f"words  {found.words}\nparts  {found.parts}")
    for line in found.wrong if show_wrong else ():
        print(f"  {line}")
    if treebank:
        for tag, (cut, count) in compounds_by_tag(treebank).items():
            print(f"{tag}  {cut} of {count} different words cut ({cut / (count or 1):.1%})")
