"""Who of an article's persons held an office on its day, by the dated list of office-holders."""

from __future__ import annotations

from datetime import date

from wortlaut.meaning.actors import Holding, in_use
from wortlaut.meaning.who.text import Text

__all__ = ["known_as", "terms_held"]


def known_as(name: str | None) -> frozenset[str]:
    """The ids of those in the list who have that name."""
    return frozenset(person.id for person in in_use().persons_named(name)) if name else frozenset()


def terms_held(text: Text, start: int, head: int, persons: frozenset[str], day: date) -> tuple[Holding, ...]:
    """The terms of office that a description means, whose noun stands at `head`, of the persons with those ids."""
    if not persons:
        return ()
    actors, title = in_use(), text.words[head].base
    offices = {office.id for office in actors.offices_named(title)} | {
        office.id
        for form in text.forms[start:head]
        for place in actors.places_of(form)
        for office in actors.offices_titled(title, place=place.id)
    }
    return tuple(
        holding
        for office in sorted(offices)
        for holding in actors.holders(office, day)
        if holding.term.person in persons
    )
