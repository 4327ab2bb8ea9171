"""How somebody is found: by the words themselves, or by a choice that the words ask for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wortlaut.meaning.who.cast import Entity

__all__ = ["Asked", "Meant", "Way"]


class Way(StrEnum):
    """How somebody was found; each way has a confidence of its own."""

    FULL_NAME = "full name"
    SHORT_NAME = "short name"
    LONE_NAME = "lone name"  # nowhere else in the article
    BARE_NAME = "bare name"  # a single word that nothing tells to be a person's
    BODY = "body"
    BODY_NAME = "body by name"
    BARE_BODY = "bare body"
    GROUP = "group"
    UNNAMED = "unnamed"
    DOCUMENT = "document"
    UNKNOWN = "unknown"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"
    BODY_DESCRIPTION = "body description"
    EMPTY = "empty"
    ANYONE = "anyone"  # of all persons and organisations, whatever the mention says: for those to choose from


@dataclass(frozen=True, slots=True)
class Meant:
    """One whom the mention names or describes by itself."""

    entity: Entity
    way: Way


@dataclass(frozen=True, slots=True)
class Asked:
    """What a mention asks for that does not say by itself who is meant.

    `place` is where to look back from; `alone` is who it is where nobody before fits, if the mention can stand alone.
    """

    way: Way
    place: int
    agrees: int
    head: int = -1
    alone: Entity | None = None
    has_more: bool = False  # the description says of what or whom
    is_backward: bool = False  # "demnach": whoever was said to speak before, or a document
    without: Entity | None = None  # one that is mentioned, but not as who speaks
