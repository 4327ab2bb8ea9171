"""The reader: articles in, their statements out."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Protocol

from wortlaut.errors import ReaderError, UnknownReader
from wortlaut.types import Article, Certain, Document, Provenance, Statement

__all__ = ["InstalledReader", "Reader", "installed", "load", "shipped"]

_GROUP = "wortlaut.readers"


class Reader(Protocol):
    """What finds statements. Another model is brought in through the entry point group `wortlaut.readers`.

    `wortlaut.reading.contract` says what every reader keeps to, docs/readers.md how to make one.
    """

    @property
    def made_by(self) -> Provenance:
        """What to write as provenance on every statement it finds."""

    def read(self, articles: Sequence[Article], documents: Sequence[Document]) -> list[tuple[Statement, ...]]:
        """The statements of each article, ordered by place, a parent before what stands inside it."""


@dataclass(frozen=True, slots=True)
class InstalledReader:
    """A reader that can be chosen by its name; `made_by` is None, and `problem` says why, where it cannot be loaded.

    `certain` is what the reader says of its confidences, where it has such a property.
    """

    name: str
    package: str | None  # with its version; None for a folder of weights
    made_by: Provenance | None
    problem: ReaderError | None = None
    certain: Certain | None = None


def load(name: str, *, threads: int = 1) -> Reader:
    """The installed reader of that name, else the shipped one with the weights in the folder of that name.

    The entry point names a callable that takes `threads` as a keyword and returns a `Reader`. Raises `UnknownReader`
    where there is neither, `WeightsDamaged` for a folder that has no weights, `ReaderError` where loading fails.
    """
    known = entry_points(group=_GROUP)
    if name in known.names:
        return _loaded(known[name], threads)
    if not name or not Path(name).is_dir():
        raise UnknownReader("reader_unknown", name=name, installed=", ".join(sorted(known.names)))
    from wortlaut.reading.manifest import load_shipped

    return load_shipped(Path(name), threads=threads)


def shipped(*, threads: int = 1) -> Reader:
    """The reader that ships with the package; raises `WeightsDamaged` where its files are not as shipped."""
    from wortlaut.reading.manifest import load_shipped

    return load_shipped(threads=threads)


def installed(also: str | None = None) -> list[InstalledReader]:
    """The installed readers by their names, each loaded once to see what it is; then `also` where it is none of them.

    `also` is what was chosen, perhaps a folder of weights.
    """
    known = entry_points(group=_GROUP)
    names = sorted(known.names)
    names += [also] if also is not None and also not in names else []
    return [_seen(name, known[name] if name in known.names else None) for name in names]


def _seen(name: str, entry: EntryPoint | None) -> InstalledReader:
    package = None if entry is None else _package(entry)
    try:
        reader = load(name)
    except ReaderError as problem:
        return InstalledReader(name, package, None, problem)
    certain = getattr(reader, "certain", None)
    return InstalledReader(name, package, reader.made_by, certain=certain if isinstance(certain, Certain) else None)


def _loaded(entry: EntryPoint, threads: int) -> Reader:
    """The reader of the entry point; raises `ReaderError`, with what went wrong, where there is none to be had."""
    try:
        reader: Reader = entry.load()(threads=threads)
        made_by, is_reader = reader.made_by, callable(reader.read)
    except ReaderError:
        raise
    except Exception as error:
        raise _unloadable(entry, f"{type(error).__name__}: {error}") from error
    if not isinstance(made_by, Provenance) or not is_reader:
        raise _unloadable(entry, f"{entry.value} gives no wortlaut.reading.Reader")
    return reader


def _unloadable(entry: EntryPoint, problem: str) -> ReaderError:
    return ReaderError("reader_unloadable", name=entry.name, package=_package(entry) or "?", problem=problem[:300])


def _package(entry: EntryPoint) -> str | None:
    """Name and version of the package that brings the entry point."""
    return None if entry.dist is None else f"{entry.dist.name} {entry.dist.version}"
