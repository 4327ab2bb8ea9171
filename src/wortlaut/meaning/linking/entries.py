"""What linking takes and gives: evidence out of an article, the actor it is linked to, and doubts in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wortlaut.messages import Message
from wortlaut.types import PartyKind

__all__ = ["DOUBTS", "Doubt", "Evidence", "Linked"]


class Doubt(StrEnum):
    """Why it is not certain who is meant."""

    NO_NAME = "no_name"
    UNUSABLE_NAME = "unusable_name"
    FAMILY_NAME_ONLY = "family_name_only"
    SEVERAL = "several"
    OFFICE_CONTRADICTS = "office_contradicts"
    HOLDER_UNCERTAIN = "holder_uncertain"
    NEAR_SPELLING = "near_spelling"
    GENERIC_BODY = "generic_body"


DOUBTS: Mapping[Doubt, Message] = {
    Doubt.NO_NAME: Message(en="The article gives no name.", de="Der Artikel nennt keinen Namen."),
    Doubt.UNUSABLE_NAME: Message(
        en="The name has no letters or is too long.", de="Der Name hat keine Buchstaben oder ist zu lang."
    ),
    Doubt.FAMILY_NAME_ONLY: Message(
        en="Only a family name is given, and no office picks one person.",
        de="Nur ein Familienname ist genannt, und kein Amt bestimmt eine Person.",
    ),
    Doubt.SEVERAL: Message(en="Several may be meant.", de="Mehrere können gemeint sein."),
    Doubt.OFFICE_CONTRADICTS: Message(
        en="The office given does not fit the known person of that name: probably a namesake.",
        de="Das genannte Amt passt nicht zur bekannten Person dieses Namens: wohl ein Namensvetter.",
    ),
    Doubt.HOLDER_UNCERTAIN: Message(
        en="It is not certain who held the office on that day.",
        de="Es ist nicht sicher, wer das Amt an diesem Tag hatte.",
    ),
    Doubt.NEAR_SPELLING: Message(
        en="The name is almost that of a known person.", de="Der Name ist fast der einer bekannten Person."
    ),
    Doubt.GENERIC_BODY: Message(
        en="There are many organisations of that name.", de="Organisationen dieses Namens gibt es viele."
    ),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an article says of a party: its kind, its fullest name and its office there, and the article's day."""

    kind: PartyKind
    name: str
    office: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """The actor that a party is, `None` where that is open, with the name to show.

    `doubt` says what is not certain, `candidates` are the ids of those who may be meant, sorted. An actor with a doubt
    stands by itself until a person decides. `alias` is the party's own name where `name` is another one.
    """

    actor: str | None
    name: str
    wikidata: str | None = None
    doubt: Doubt | None = None
    candidates: tuple[str, ...] = ()
    alias: str | None = None
