"""A Universal Dependencies treebank (CoNLL-U, also gzip), parsed once into frozen records."""

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.corpus import MalformedFile
from wortlaut.types import Span

__all__ = ["TreeSentence", "Word", "read_treebank"]

_COLUMNS = 10


@dataclass(frozen=True, slots=True)
class Word:
    """One word as it is written; of a contraction ("im") the parts' lemma and features are left out."""

    span: Span  # into the sentence's text
    lemma: str
    tag: str
    features: frozenset[str]  # "Mood=Sub"


@dataclass(frozen=True, slots=True)
class TreeSentence:
    """One sentence with its words."""

    text: str
    words: tuple[Word, ...]


def read_treebank(path: Path) -> tuple[TreeSentence, ...]:
    """All sentences of a treebank; raises `MalformedFile`."""
    try:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
            return tuple(_sentences(file, path))
    except FileNotFoundError as error:
        raise MalformedFile(f"{path}: there is no such file; give the treebank's path") from error
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise MalformedFile(f"{path}: cannot be read as UTF-8 lines ({error})") from error


def _sentences(lines: Iterator[str], path: Path) -> Iterator[TreeSentence]:
    text = ""
    rows: list[list[str]] = []
    for number, line in enumerate(lines, start=1):
        content = line.rstrip("\n")
        if content.startswith("# text = "):
            text = content.removeprefix("# text = ")
        elif content and not content.startswith("#"):
            row = content.split("\t")
            if len(row) != _COLUMNS:
                raise MalformedFile(f"{path}, line {number}: {len(row)} columns, a word has {_COLUMNS}")
            rows.append(row)
        elif not content and rows:
            yield TreeSentence(text, tuple(_words(text, rows, f"{path}, line {number}")))
            rows = []
    if rows:
        yield TreeSentence(text, tuple(_words(text, rows, f"{path}, at its end")))


def _words(text: str, rows: Sequence[Sequence[str]], place: str) -> Iterator[Word]:
    position = 0
    contracted = 0  # the last word of the contraction that was read
    for number, form, lemma, tag, _, features, *_ in rows:
        if "." in number or (number.isdigit() and int(number) <= contracted):
            continue
        whole = "-" in number
        if whole:
            contracted = int(number.split("-")[1])
        start = text.find(form, position)
        if start < 0:
            raise MalformedFile(f"{place}: the sentence's text does not have its word {form!r}")
        position = start + len(form)
        known = frozenset() if whole or features == "_" else frozenset(features.split("|"))
        yield Word(Span(start, position), "" if whole else lemma, "" if whole else tag, known)
