"""The labels that codebooks give the statements of a version, put together with what people said.

As with who is meant (`keeping.meaning`): what a codebook found is sealed with a digest of all it was made of. Where one
of these changed it is asked for anew; where they did not it stays, so that `verify` needs no codebook.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Protocol

from sqlalchemy import Connection, bindparam, delete, insert, select

from wortlaut.record.contents import Coder, KeptCategory, KeptCodebook, Language
from wortlaut.record.keeping.meaning import VersionText, basis_of, is_meant
from wortlaut.record.keeping.resolving import SaidLabel
from wortlaut.record.search.indexing import LemmaIndex
from wortlaut.record.tables.labels import pack_coded, unpack_coded
from wortlaut.record.tables.meant import sense_values, who_values
from wortlaut.record.tables.rows import AnyRow, State, Values, seal_of
from wortlaut.record.tables.schema import codebook, coding
from wortlaut.types import Coded, Document, Label, Labelled, ToCode

__all__ = [
    "Books",
    "Said",
    "SourcedText",
    "Uncoded",
    "codebook_values",
    "coder_of",
    "coding_basis",
    "coding_seal",
    "coding_values",
    "given_labels",
    "kept_of",
    "labelled",
    "load_codings",
    "recode",
]

_DIGITS = 12  # of the digest of a codebook
_BOOKS = select(codebook).order_by(codebook.c.name)
_CODINGS = (
    select(coding, codebook.c.name)
    .join(codebook, codebook.c.key == coding.c.codebook_key)
    .where(coding.c.version_key == bindparam("version"))
    .order_by(codebook.c.name)
)
_INSERT = insert(coding).prefix_with("OR REPLACE", dialect="sqlite")


# What people said of labels, the last word of each, by the statements' ids.
Said = Mapping[str, Sequence[SaidLabel]]


class SourcedText(VersionText, Protocol):
    """A version of an article, as far as codebooks look at it."""

    @property
    def source(self) -> str | None:
        """The outlet."""
        ...


@dataclass(frozen=True, slots=True)
class Uncoded:
    """A version with its statements as they hold, and what people said of their labels."""

    version: SourcedText
    states: Sequence[State]
    said: Said


@dataclass(frozen=True, slots=True)
class Books:
    """The codebooks of the record by their keys, but for those that are being removed."""

    by_key: Mapping[int, KeptCodebook]

    @classmethod
    def load(cls, connection: Connection) -> "Books":
        """Those of the tables; raises `ValueError` where a row is damaged."""
        return cls({row.key: kept_of(row) for row in connection.execute(_BOOKS) if not row.is_going})


def kept_of(row: AnyRow) -> KeptCodebook:
    """The codebook of a row; raises `ValueError` where it is damaged."""
    try:
        is_exclusive, rows = json.loads(row.categories)
        categories = tuple(KeptCategory(name, parent, exclusive) for name, parent, exclusive in rows)
    except TypeError as error:
        raise ValueError(f"a codebook has categories that cannot be: {error}") from error
    return KeptCodebook(row.name, row.version, row.content, categories, is_exclusive)


def codebook_values(kept: KeptCodebook, *, is_going: bool = False) -> Values:
    """The columns of a codebook, but for its key."""
    rows = [[each.id, each.parent, each.is_exclusive] for each in kept.categories]
    categories = json.dumps([kept.is_exclusive, rows], ensure_ascii=False)
    values: Values = {"name": kept.name, "version": kept.version, "content": kept.content, "categories": categories}
    values |= {"is_going": is_going}
    return values | {"seal": seal_of(*values.values())}


def coding_basis(article: Uncoded, name: str) -> bytes:
    """The digest of all that decides which labels a codebook gives in a version, but for the codebook."""
    asked = [each for each in article.states if is_meant(each)]
    meant = [
        (
            [tuple(row.values()) for row in who_values(each.attribution)],
            None if each.sense is None else tuple(sense_values(each.sense).values()),
            float(each.statement.confidence.quote),
            float(each.statement.confidence.type),
            float(each.statement.cue.confidence),
        )
        for each in asked
    ]
    decided = [
        [(each.category, each.applies, each.position) for each in _about(article.said, state, name)] for state in asked
    ]
    places = basis_of(article.version.text, article.version.published, (each.statement for each in asked))
    return seal_of(places, article.version.source, meant, decided)


def coding_seal(made_by: str, basis: bytes, found: bytes, name: str) -> bytes:
    """The digest of what a codebook found in a version: what made it, of what, and what it found."""
    return seal_of(made_by, basis, found, name)


def coding_values(article: Uncoded, coder: Coder, books: Books, document: Document) -> Iterator[Values]:
    """The row of each codebook with what it finds in the version."""
    for key, kept in books.by_key.items():
        asked = [each for each in article.states if is_meant(each)]
        given = ToCode(
            document=document,
            statements=[each.statement for each in asked],
            attributions=[each.attribution for each in asked if each.attribution is not None],
            senses=[each.sense for each in asked if each.sense is not None],
            source=article.version.source,
            decided={each.statement.id: _about(article.said, each, kept.name) for each in asked},
        )
        found = pack_coded(coder.labels(kept.content, given))
        basis, made_by = coding_basis(article, kept.name), _made_by(coder, kept)
        seal = coding_seal(made_by, basis, found, kept.name)
        made = {"made_by": made_by, "basis": basis, "found": found, "seal": seal}
        yield {"version_key": article.version.key, "codebook_key": key} | made


def recode(
    connection: Connection, article: Uncoded, known: LemmaIndex | Language | None, *, anew: bool = False
) -> bool:
    """Whether a codebook had to be asked; its labels are kept, and those of codebooks that are not there are gone.

    What it found before stays where it was found of the very same; with `anew` only where the same codebook and rules
    found it. Where nothing can ask codebooks, it is not kept what they found of something else.
    """
    version, books = article.version, Books.load(connection)
    rows = {row.codebook_key: row for row in connection.execute(_CODINGS, {"version": version.key})}
    coder = coder_of(known)
    wanted: dict[int, KeptCodebook] = {}
    for key, kept in books.by_key.items():
        row = rows.get(key)
        basis = coding_basis(article, kept.name)
        is_same = row is not None and row.basis == basis
        if row is not None and is_same and anew and coder is not None and row.made_by != _made_by(coder, kept):
            is_same = False
        if not is_same:
            wanted[key] = kept
    for key in (rows.keys() - books.by_key.keys()) | (wanted.keys() if coder is None else set()):
        this = (coding.c.version_key == version.key, coding.c.codebook_key == key)
        connection.execute(delete(coding).where(*this))
    if not wanted or coder is None:
        return False
    index = known if isinstance(known, LemmaIndex) else LemmaIndex.of(version.text, known)
    made = coding_values(article, coder, Books(wanted), index.document)
    connection.execute(_INSERT, list(made))
    return True


def coder_of(known: LemmaIndex | Language | None) -> Coder | None:
    """What asks codebooks, of the language that is known; None where nothing does."""
    language = known.language if isinstance(known, LemmaIndex) else known
    return None if language is None else language.coder


def load_codings(connection: Connection, version_key: int) -> dict[str, list[Coded]]:
    """What each codebook that looked at the version found in it, by the codebooks' names in order."""
    rows = connection.execute(_CODINGS, {"version": version_key})
    return {row.name: unpack_coded(row.found, row.name) for row in rows}


def labelled(states: Iterable[State], codings: Mapping[str, Sequence[Coded]], said: Said) -> list[State]:
    """The states with their labels; what a person said stands behind what the codebook found."""
    found = {name: {each.statement: each.labels for each in coded} for name, coded in codings.items()}
    return [
        replace(state, labels=tuple(label for name in found for label in _labels(state, name, found[name], said)))
        for state in states
    ]


def given_labels(rows: Sequence[Values], books: Books) -> dict[str, list[Coded]]:
    """What `load_codings` would give once the rows are in the table."""
    names = {key: kept.name for key, kept in books.by_key.items()}
    return {names[row["codebook_key"]]: unpack_coded(row["found"], names[row["codebook_key"]]) for row in rows}


def _labels(state: State, name: str, found: Mapping[str, Sequence[Label]], said: Said) -> Iterator[Label]:
    if is_meant(state):
        yield from found.get(state.statement.id, ())
    for each in said.get(state.statement.id, ()):
        if each.label.codebook == name and each.label.applies:
            yield Label(name, each.label.category, 1.0, each.label.position, entry=each.entry)


def _about(said: Said, state: State, name: str) -> list[Labelled]:
    """What people said of the statement's labels of that codebook."""
    return [each.label for each in said.get(state.statement.id, ()) if each.label.codebook == name]


def _made_by(coder: Coder, kept: KeptCodebook) -> str:
    return f"{coder.made_by} {kept.version} {sha256(kept.content.encode()).hexdigest()[:_DIGITS]}"
