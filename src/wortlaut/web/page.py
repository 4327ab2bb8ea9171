"""What a page is to the site: its routes, and its place in the navigation."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter

__all__ = ["Page", "Place"]


@dataclass(frozen=True, slots=True)
class Place:
    """A link in the navigation."""

    order: int  # search 10, actors 20, ledger 30, events 40, overview 50, review 60, history 65, import 70
    path: str
    text: str  # key of the text
    writes: bool = False  # whether it is only there where the record may be changed


@dataclass(frozen=True, slots=True)
class Page:
    """The routes of a page module, with its place in the navigation if it has one."""

    router: APIRouter
    place: Place | None = None
