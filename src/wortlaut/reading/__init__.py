"""The reader: articles in, their statements out."""

from collections.abc import Sequence
from importlib.metadata import entry_points
from typing import Protocol

from wortlaut.errors import UnknownReader
from wortlaut.types import Article, Document, Provenance, Statement

__all__ = ["Reader", "load", "shipped"]

_GROUP = "wortlaut.readers"


class Reader(Protocol):
    """What finds statements. Another model is brought in through the entry point group `wortlaut.readers`."""

    @property
    def made_by(self) -> Provenance:
        """What to write as provenance on every statement it finds."""

    def read(self, articles: Sequence[Article], documents: Sequence[Document]) -> list[tuple[Statement, ...]]:
        """The statements of each article, ordered by place, a parent before what stands inside it."""


def load(name: str, *, threads: int = 1) -> Reader:
    """The installed reader of that name; raises `UnknownReader` where there is none.

    The entry point names a callable that takes `threads` as a keyword and returns a `Reader`.
    """
    installed = entry_points(group=_GROUP)
    if name not in installed.names:
        raise UnknownReader("reader_unknown", name=name, installed=", ".join(sorted(installed.names)))
    reader: Reader = installed[name].load()(threads=threads)
    return reader


def shipped(*, threads: int = 1) -> Reader:
    """The reader that ships with the package; raises `WeightsDamaged` where its files are not as shipped."""
    from wortlaut.reading.manifest import load_shipped

    return load_shipped(threads=threads)
