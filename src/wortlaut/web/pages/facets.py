"""Facets as links that choose and drop values, and chips for all that narrows what is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from wortlaut.export.visible import one_line
from wortlaut.record.search.certainty import BANDS
from wortlaut.record.search.faceting import Facet, FacetKind, Facets, FacetValue
from wortlaut.record.search.overviewing import Step
from wortlaut.texts import TEXTS, Texts, day, month
from wortlaut.web.addresses import Address
from wortlaut.web.api.asked import Filtered
from wortlaut.web.periods import bounds

__all__ = ["Chip", "FacetLink", "ShownFacet", "band_bounds", "chips", "shown_facets"]

# The parameter that a facet chooses by, where it takes several values, and where it takes one.
_SEVERAL = {
    FacetKind.ACT: "acts",
    FacetKind.TYPE: "types",
    FacetKind.STANCE: "stances",
    FacetKind.SOURCE: "sources",
}
_ONE = {FacetKind.SPEAKER: "actor", FacetKind.ADDRESSEE: "addressed", FacetKind.DECIDED: "decided"}
# Those that choose a stretch choose both its bounds.
_BOUNDS = {FacetKind.MONTH: ("since", "until"), FacetKind.CERTAINTY: ("min_confidence", "max_confidence")}
_FIRST = 8  # values that are shown at once
_MONTHS = 24  # that are shown as bars
# The texts of values that are no names.
_WORDED = {
    FacetKind.ACT: "act.{}",
    FacetKind.TYPE: "type.{}",
    FacetKind.STANCE: "facet.stance.{}",
    FacetKind.CERTAINTY: "band.{}",
    FacetKind.DECIDED: "facet.decided.{}",
}
_ORDER = tuple(FacetKind)


@dataclass(frozen=True, slots=True)
class FacetLink:
    """A value of a facet: its name, how many statements have it, and where choosing or dropping it leads."""

    label: str
    number: str
    share: int  # percent of the most usual value's number
    address: str
    is_chosen: bool
    value: str


@dataclass(frozen=True, slots=True)
class ShownFacet:
    """A facet as a page shows it."""

    kind: str
    label: str
    links: tuple[FacetLink, ...]
    more: tuple[FacetLink, ...]
    at_least: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """Something that narrows what is shown, and where it leads without that."""

    label: str
    value: str
    address: str


def shown_facets(address: Address, facets: Facets, texts: Texts) -> Iterator[ShownFacet]:
    """The facets that have more than one value to choose from, or a chosen one."""
    for facet in sorted(facets.facets, key=lambda each: _ORDER.index(each.kind)):
        links = tuple(_links(address, facet, texts))
        if len(links) < 2 and not any(each.is_chosen for each in links):
            continue
        months = facet.kind is FacetKind.MONTH
        first = links[-_MONTHS:] if months else links[:_FIRST]
        rest = links[:-_MONTHS] if months else links[_FIRST:]
        yield ShownFacet(facet.kind.value, texts(f"facet.{facet.kind.value}"), first, rest, facet.at_least)


def _links(address: Address, facet: Facet, texts: Texts) -> Iterator[FacetLink]:
    most = max((each.statements for each in facet.values), default=1)
    for each in facet.values:
        changed, is_chosen = _toggled(address, facet.kind, each.value)
        yield FacetLink(
            label=_label(facet.kind, each, texts),
            number=texts("facet.at_least" if facet.at_least else "facet.number", count=each.statements),
            share=round(100 * each.statements / most),
            address=str(changed),
            is_chosen=is_chosen,
            value=each.value,
        )


def _toggled(address: Address, kind: FacetKind, value: str) -> tuple[Address, bool]:
    """The address with the value chosen or, where it was, dropped; and whether it was."""
    if kind in _SEVERAL:
        name = _SEVERAL[kind]
        is_chosen = address.has(name, value)
        return (address.dropping(name, value) if is_chosen else address.adding(name, value)), is_chosen
    pairs = _range(kind, value) if kind not in _ONE else [(_ONE[kind], value)]
    is_chosen = all(address.has(name, each) for name, each in pairs)
    bare = address.without(*_BOUNDS.get(kind, ()), *(name for name, _ in pairs))
    return (bare, True) if is_chosen else (bare.having(pairs), False)


def _range(kind: FacetKind, value: str) -> list[tuple[str, str]]:
    """The bounds that a month or a band of certainty stands for."""
    return (
        bounds(date.fromisoformat(f"{value}-01"), Step.MONTH) if kind is FacetKind.MONTH else band_bounds(float(value))
    )


def band_bounds(least: float) -> list[tuple[str, str]]:
    """What a search asks for the band of certainty that begins there."""
    above = [each for each in BANDS if each > least]
    # What is just as certain as the next band begins is in that one; nothing is told to so many digits.
    most = [("max_confidence", f"{min(above) - 1e-6:.6f}")] if above else []
    return [("min_confidence", str(least)), *most]


def _label(kind: FacetKind, each: FacetValue, texts: Texts) -> str:
    if kind in _WORDED:
        return texts(_WORDED[kind].format(each.value))
    if kind is FacetKind.MONTH:
        return month(date.fromisoformat(f"{each.value}-01"), texts.language)
    return one_line(each.label)


def chips(address: Address, asked: Filtered, facets: Facets, texts: Texts) -> Iterator[Chip]:
    """What narrows what is shown, but for the words in the box."""
    names = {
        (_ONE[facet.kind], each.value): one_line(each.label)
        for facet in facets.facets
        if facet.kind in (FacetKind.SPEAKER, FacetKind.ADDRESSEE)
        for each in facet.values
    }
    for name in dict.fromkeys(name for name, _ in address.given if name in Filtered.model_fields):
        given = getattr(asked, name)
        for each in given if isinstance(given, list) else [given]:
            if each is None:
                continue
            value = each.value if isinstance(each, Enum) else str(each)
            told = names.get((name, value)) or _told(name, each, texts)
            without = address.dropping(name, value) if isinstance(given, list) else address.without(name)
            yield Chip(texts(f"chip.{name}"), told, str(without))


def _told(name: str, given: object, texts: Texts) -> str:
    """The value of a parameter in words."""
    keys = {"act": "act", "acts": "act", "type": "type", "types": "type", "stances": "facet.stance"}
    match given:
        case bool():
            return texts(f"facet.{name}.{str(given).lower()}")
        case date():
            return day(given, texts.language)
        case float():
            return texts("percent", number=round(100 * given))
        case Enum():
            key = f"{keys.get(name, name)}.{given.value}"
            return texts(key) if key in TEXTS else str(given.value)
    return one_line(str(given))
