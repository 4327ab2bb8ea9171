"""Evidence of invented articles, and the shipped list ready to link."""

from datetime import date
from functools import cache

from wortlaut.meaning.actors import shipped
from wortlaut.meaning.linking import Evidence, Linked, Linker
from wortlaut.types import PartyKind

__all__ = ["holder", "linker", "organisation", "person"]


@cache
def linker() -> Linker:
    return Linker(shipped())


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def person(name: str, office: str | None = None, on: str | None = None) -> Linked:
    return linker().link(Evidence(PartyKind.PERSON, name, office, _day(on)))


def organisation(name: str) -> Linked:
    return linker().link(Evidence(PartyKind.ORGANISATION, name))


def holder(name: str, on: str | None = None) -> Linked:
    return linker().link(Evidence(PartyKind.UNNAMED, name, None, _day(on)))
