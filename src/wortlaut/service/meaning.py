"""Who is meant in an article's statements, and which actors of the record those are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from wortlaut.types import ActorName, Attribution, Document, PartyKind, ResolvedParty, Statement

if TYPE_CHECKING:
    from wortlaut.meaning.actors import Actors
    from wortlaut.meaning.linking import Linked
    from wortlaut.record import Meaning

__all__ = ["GERMAN_MEANING", "actor_of", "linked_of"]

_DIGITS = 12  # of a digest


class _GermanMeaning:
    """What the record asks of meaning, from `wortlaut.meaning`."""

    @property
    def made_by(self) -> str:
        from wortlaut import __version__
        from wortlaut.meaning.actors import folders_in_use

        return f"{__version__} {_digest(folders_in_use())[:_DIGITS]}"

    def attribute(
        self, document: Document, statements: Sequence[Statement], published: date | None
    ) -> tuple[Attribution, ...]:
        from wortlaut.meaning.who import attribute

        found = attribute(document, statements, published=published)

        def linked(parties: Sequence[ResolvedParty]) -> tuple[ResolvedParty, ...]:
            return tuple(replace(each, actor=actor_of(each, document.text, published)) for each in parties)

        return tuple(Attribution(each.statement, linked(each.speakers), linked(each.addressees)) for each in found)

    def actor_name(self, actor: str) -> ActorName | None:
        from wortlaut.meaning.actors import in_use

        entry = in_use().persons.get(actor) or in_use().bodies.get(actor)
        return None if entry is None else ActorName(entry.name, entry.wikidata or None)


def actor_of(party: ResolvedParty, text: str, published: date | None) -> str | None:
    """The id of the actor that kind, name, office and day lead to; None where that is open."""
    linked = linked_of(party, text, published)
    return None if linked is None else linked.actor


def linked_of(party: ResolvedParty, text: str, published: date | None) -> Linked | None:
    """The actor with what is not certain about it; None where the party has no words that could lead to one."""
    wording = party.name
    if wording is None and party.kind in (PartyKind.UNNAMED, PartyKind.GROUP):
        wording = " ".join(span.of(text) for span in party.mention)
    return None if wording is None else _link(party.kind, wording, party.office, published)


def _link(kind: PartyKind, name: str, office: str | None, published: date | None) -> Linked:
    from wortlaut.meaning.actors import in_use

    return _linked(kind, name, office, published, in_use())


@lru_cache(maxsize=2**14)
def _linked(kind: PartyKind, name: str, office: str | None, published: date | None, actors: Actors) -> Linked:
    from wortlaut.meaning.linking import Evidence, link

    return link(Evidence(kind, name, office, published), actors)


@lru_cache(maxsize=4)
def _digest(folders: tuple[Path, ...]) -> str:
    """The digest of all lists, weights and rules that decide who is meant, and of the user's own lists."""
    digest = sha256()
    packages = [files(f"wortlaut.meaning.{package}") for package in ("actors", "linking", "who")]
    for folder in (*packages, *folders):
        for each in sorted(folder.iterdir(), key=lambda path: path.name):
            if each.name.endswith((".tsv", ".txt", ".py")):
                digest.update(each.name.encode() + b"\0" + each.read_bytes())
    return digest.hexdigest()


GERMAN_MEANING: Meaning = _GermanMeaning()
