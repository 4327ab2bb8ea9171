"""What can be asked for: filters, order and pages, as parameters of an address."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from fastapi import Path
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request

from wortlaut.record import Cursor, Filters, Sort
from wortlaut.types import Act, Stance, Standing, StatementType

__all__ = [
    "MOST",
    "ActorRef",
    "ArticleRef",
    "DayOrder",
    "Filtered",
    "Listed",
    "Number",
    "Paged",
    "Searched",
    "StatementRef",
    "next_page",
]

MOST = 200  # statements on a page
_Words = Annotated[str, Field(max_length=1000)]
_Share = Annotated[float, Field(ge=0, le=1)]
# What an id may be; one may be cut short where it stays the only one that begins so.
ArticleRef = Annotated[str, Path(max_length=64, description="Id of an article.")]
StatementRef = Annotated[str, Path(max_length=64, description="Id of a statement.")]
ActorRef = Annotated[str, Path(max_length=400, description="Id of an actor, or the name of the only one called so.")]
Number = Annotated[int, Path(ge=1, le=2**53, description="Number of an entry of the history.")]


class DayOrder(StrEnum):
    """Orders in which pages can follow each other."""

    NEWEST = "newest"
    OLDEST = "oldest"


class Filtered(BaseModel):
    """Which statements are wanted: all that is given must hold."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    speaker: _Words | None = None
    """A part of the speaker's mention or name."""
    addressee: _Words | None = None
    """A part of the addressee's mention or name."""
    actor: _Words | None = None
    """Id of the actor who speaks."""
    act: Act | None = None
    type: StatementType | None = None
    since: date | None = None
    """First day of publication."""
    until: date | None = None
    """Last day of publication."""
    source: _Words | None = None
    """A part of the outlet's name."""
    words: _Words | None = None
    """Words that must all occur, in whatever form."""
    article: Annotated[str, Field(max_length=64)] | None = None
    """Id of an article."""
    min_confidence: _Share | None = None
    """Of the least certain part."""
    max_confidence: _Share | None = None
    decided: bool | None = None
    """Whether a person decided about any part."""
    standing: Standing | None = None
    """Without it, what is shown."""
    target: _Words | None = None
    """A part of the name of whom or what the act is directed at."""
    addressed: _Words | None = None
    """Id of the actor who is spoken to."""
    acts: list[Act] = []
    """Any of these."""
    types: list[StatementType] = []
    stances: list[Stance] = []
    sources: Annotated[list[_Words], Field(max_length=100)] = []
    """Any of these outlets, by their whole names."""
    said_from: date | None = None
    """First of the days on which it may have been said."""
    said_to: date | None = None
    label: _Words | None = None
    """`CODEBOOK`, `CODEBOOK:CATEGORY` or `CODEBOOK:CATEGORY:POSITION`."""
    lang: Annotated[str, Field(max_length=8)] | None = None
    """Language of problems: `de` or `en`."""

    def filters(self) -> Filters:
        """The same for the record."""
        given = {name: getattr(self, name) for name in Filtered.model_fields if name != "lang"}
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in given.items()
        }
        return Filters(**values)


class Paged(Filtered):
    """A page of statements."""

    limit: Annotated[int, Field(ge=1, le=MOST)] = 50
    """Statements on a page."""
    after: Annotated[str, Field(max_length=128)] | None = None
    """Where the page before ended; `next` has it."""

    def order(self) -> Sort:
        """The order for the record."""
        return Sort.RANK

    def cursor(self) -> Cursor | None:
        """Where the page begins; raises `InputError`."""
        return None if self.after is None else Cursor.parse(self.after)


class Listed(Paged):
    """A page of a list of statements."""

    sort: DayOrder = DayOrder.NEWEST

    def order(self) -> Sort:
        """The same for the record."""
        return Sort(self.sort.value)


class Searched(Paged):
    """A page of what a search found, the best first."""

    q: _Words
    """The words that are searched: all must occur, in whatever form; `"side by side"`, `begin*`."""


def next_page(request: Request, **changes: Any) -> str:
    """The address of the next page."""
    url = request.url.include_query_params(**changes)
    return f"{url.path}?{url.query}"
