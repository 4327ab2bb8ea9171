"""Who speaks, who is spoken to and who is meant by an act, resolved: what meaning adds to what the reader found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wortlaut.types.articles import Span

__all__ = ["ActorName", "Attribution", "Candidate", "PartyKind", "ResolvedParty"]


class PartyKind(StrEnum):
    """What a speaker is; only persons and organisations have a name of their own."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"  # several people, or people without number: "Anwohner", "die Opposition"
    UNNAMED = "unnamed"  # one person whose name the article does not give: "ein Sprecher der Polizei"
    DOCUMENT = "document"
    UNKNOWN = "unknown"
    THING = "thing"  # nobody: what an act is directed at, "der Stellenabbau"


@dataclass(frozen=True, slots=True)
class ActorName:
    """What an actor is called where a list has the actor, and the id in Wikidata, where the list knows it."""

    name: str
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One that may be meant, with a confidence between 0 and 1."""

    name: str
    kind: PartyKind
    confidence: float


@dataclass(frozen=True, slots=True)
class ResolvedParty:
    """A speaker, an addressee or a target with the one that is meant, or honestly none.

    `name` is in the nominative and in the article's fullest form; `None` where the article leaves it open or too
    little speaks for one of `candidates`; `kind` may be told even then. `mention` is empty where the article does not
    mention the party beside the statement. `confidence` is that of kind and name together.
    """

    mention: tuple[Span, ...]
    kind: PartyKind
    name: str | None
    office: str | None  # as the article gives it
    confidence: float
    candidates: tuple[Candidate, ...] = ()  # the best first; with the one that is shown
    actor: str | None = None  # the id of the person or body in the record, whatever the article
    wikidata: str | None = None  # the id there, where the record knows it


@dataclass(frozen=True, slots=True)
class Attribution:
    """The parties of the statement with the id `statement`; joint speakers stand beside one another.

    `targets` are those, or the thing, that the act is directed at: the accused, the one asked, the one defended.
    """

    statement: str
    speakers: tuple[ResolvedParty, ...]
    addressees: tuple[ResolvedParty, ...]
    targets: tuple[ResolvedParty, ...] = ()
