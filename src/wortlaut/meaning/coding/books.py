"""A codebook as it is used: frozen records without references to the file that it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from wortlaut.types import Act, PartyKind, Stance, StatementType, Tree

__all__ = ["Category", "Codebook", "Criteria", "Example", "Titles"]


@dataclass(frozen=True, slots=True)
class Titles:
    """What something is called in German and English; one of them may stand for both."""

    de: str
    en: str

    def of(self, language: str) -> str:
        """The title in that language (`de`; anything else gives English)."""
        return self.de if language == "de" else self.en


@dataclass(frozen=True, slots=True)
class Criteria:
    """What a statement must be: of every criterion that is given one of its values must hold, of `not_words` none."""

    cues: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    not_words: tuple[str, ...] = ()
    acts: tuple[Act, ...] = ()
    stances: tuple[Stance, ...] = ()
    negated: bool | None = None
    types: tuple[StatementType, ...] = ()
    speakers: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    kinds: tuple[PartyKind, ...] = ()  # of a speaker
    sources: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for, be it that words are kept out."""
        return not any(getattr(self, each.name) not in ((), None) for each in fields(self) if each.name != "not_words")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that documents and tests a category: something in it must get the category, or nothing may."""

    text: str
    applies: bool = True


@dataclass(frozen=True, slots=True)
class Category:
    """A category; `agree` and `disagree` say of a statement that has it on which side the speaker is."""

    id: str
    label: Titles
    definition: str = ""
    parent: str | None = None
    criteria: Criteria = Criteria()
    agree: Criteria | None = None
    disagree: Criteria | None = None
    is_exclusive: bool = False  # of the categories right below it a statement has one at most
    by_hand: bool = False  # only people give it
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Codebook:
    """A codebook. Where it `is_exclusive`, of the categories at its top a statement has one at most."""

    name: str
    version: str
    title: Titles
    categories: tuple[Category, ...]
    description: str = ""
    is_exclusive: bool = False

    def by_id(self) -> Mapping[str, Category]:
        """The categories by their ids."""
        return {each.id: each for each in self.categories}

    def tree(self) -> Tree:
        """How the categories stand under each other, and which exclude each other."""
        exclusive: set[str | None] = {each.id for each in self.categories if each.is_exclusive}
        if self.is_exclusive:
            exclusive.add(None)
        return Tree({each.id: each.parent for each in self.categories}, frozenset(exclusive))
