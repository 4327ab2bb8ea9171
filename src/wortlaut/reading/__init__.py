"""The reader: an article in, its statements out."""

from collections.abc import Sequence
from typing import Protocol

from wortlaut.types import Article, Document, Provenance, Statement

__all__ = ["Reader", "load", "shipped"]


class Reader(Protocol):
    """What finds statements. Another model is brought in through the entry point group `wortlaut.readers`."""

    @property
    def made_by(self) -> Provenance:
        """What to write as provenance on every statement it finds."""

    def read(self, articles: Sequence[Article], documents: Sequence[Document]) -> list[tuple[Statement, ...]]:
        """The statements of each article, ordered by place, a parent before what stands inside it."""


def load(name: str, *, threads: int = 1) -> Reader:
    """The installed reader of that name; raises `UnknownReader` where there is none."""
    raise NotImplementedError


def shipped(*, threads: int = 1) -> Reader:
    """The reader that ships with the package; raises `WeightsDamaged` where its files are not as shipped."""
    raise NotImplementedError
