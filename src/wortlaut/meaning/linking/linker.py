"""Evidence to actors, by a rule that looks at the evidence and the list alone: any order of articles gives the same."""

from __future__ import annotations

from functools import lru_cache

from wortlaut.meaning.actors import Actors
from wortlaut.meaning.linking.bodies import ListedBodies
from wortlaut.meaning.linking.entries import Doubt, Evidence, Linked
from wortlaut.meaning.linking.listed import Listed
from wortlaut.meaning.linking.names import clean
from wortlaut.meaning.linking.organisations import link_group, link_organisation
from wortlaut.meaning.linking.persons import link_holder, link_person
from wortlaut.types import PartyKind

__all__ = ["Linker", "link"]


class Linker:
    """A list of actors, made ready to link many pieces of evidence."""

    def __init__(self, actors: Actors) -> None:
        self._persons = Listed(actors)
        self._bodies = ListedBodies(actors)

    def link(self, evidence: Evidence) -> Linked:
        """The actor that is meant, or why that is open and who may be."""
        if evidence.kind is PartyKind.PERSON:
            return link_person(evidence, self._persons)
        if evidence.kind is PartyKind.ORGANISATION:
            return link_organisation(evidence, self._bodies)
        if evidence.kind is PartyKind.UNNAMED:
            return link_holder(evidence, self._persons)
        if evidence.kind is PartyKind.GROUP:
            return link_group(evidence, self._bodies)
        return Linked(None, clean(evidence.name), doubt=Doubt.NO_NAME)


def link(evidence: Evidence, actors: Actors) -> Linked:
    """The actor that is meant by the evidence, from the list or by its own name; a function of these two alone."""
    return _linker(actors).link(evidence)


@lru_cache(maxsize=4)
def _linker(actors: Actors) -> Linker:
    return Linker(actors)
