"""The form of a codebook in a file: strict models, which take no key and no type of value that they do not know."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from wortlaut.meaning.coding.books import Category, Codebook, Criteria, Example, Titles
from wortlaut.types import Act, PartyKind, Stance, StatementType

__all__ = ["CodebookModel"]

_MOST = 2000  # values of one criterion; longer lists are no work of people
_Id = Annotated[str, StringConstraints(pattern=r"^[^\W_][\w-]{0,63}$")]
_Line = Annotated[str, StringConstraints(min_length=1, max_length=200)]
_Text = Annotated[str, StringConstraints(max_length=10_000)]
_Pattern = Annotated[str, StringConstraints(min_length=1, max_length=100)]
_Patterns = Annotated[list[_Pattern], Field(min_length=1, max_length=_MOST)]
_ACTS = Annotated[list[Annotated[Act, Field(strict=False)]], Field(min_length=1, max_length=_MOST)]
_STANCES = Annotated[list[Annotated[Stance, Field(strict=False)]], Field(min_length=1, max_length=_MOST)]
_TYPES = Annotated[list[Annotated[StatementType, Field(strict=False)]], Field(min_length=1, max_length=_MOST)]
_KINDS = Annotated[list[Annotated[PartyKind, Field(strict=False)]], Field(min_length=1, max_length=_MOST)]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class _TitlesModel(_Strict):
    de: _Line | None = None
    en: _Line | None = None

    def record(self, otherwise: str) -> Titles:
        return Titles(self.de or self.en or otherwise, self.en or self.de or otherwise)

    @classmethod
    def of(cls, titles: Titles) -> Self:
        return cls(de=titles.de, en=titles.en)


class _CriteriaModel(_Strict):
    cues: _Patterns | None = None
    words: _Patterns | None = None
    not_words: _Patterns | None = None
    acts: _ACTS | None = None
    stances: _STANCES | None = None
    negated: bool | None = None
    types: _TYPES | None = None
    speakers: _Patterns | None = None
    addressees: _Patterns | None = None
    targets: _Patterns | None = None
    kinds: _KINDS | None = None
    sources: _Patterns | None = None

    def criteria(self) -> Criteria:
        return Criteria(
            cues=tuple(self.cues or ()),
            words=tuple(self.words or ()),
            not_words=tuple(self.not_words or ()),
            acts=tuple(self.acts or ()),
            stances=tuple(self.stances or ()),
            negated=self.negated,
            types=tuple(self.types or ()),
            speakers=tuple(self.speakers or ()),
            addressees=tuple(self.addressees or ()),
            targets=tuple(self.targets or ()),
            kinds=tuple(self.kinds or ()),
            sources=tuple(self.sources or ()),
        )

    @classmethod
    def of(cls, criteria: Criteria) -> Self:
        return cls(**_criteria_values(criteria))  # type: ignore[arg-type]  # the model has the same fields


class _ExampleModel(_Strict):
    text: Annotated[str, StringConstraints(min_length=1, max_length=5_000)]
    applies: bool = True


class _CategoryModel(_CriteriaModel):
    id: _Id
    label: _TitlesModel | None = None
    definition: _Text = ""
    parent: _Id | None = None
    agree: _CriteriaModel | None = None
    disagree: _CriteriaModel | None = None
    exclusive: bool = False
    by_hand: bool = False
    examples: Annotated[list[_ExampleModel], Field(max_length=_MOST)] = []

    def category(self) -> Category:
        return Category(
            id=self.id,
            label=(self.label or _TitlesModel()).record(self.id),
            definition=self.definition.strip(),
            parent=self.parent,
            criteria=self.criteria(),
            agree=None if self.agree is None else self.agree.criteria(),
            disagree=None if self.disagree is None else self.disagree.criteria(),
            is_exclusive=self.exclusive,
            by_hand=self.by_hand,
            examples=tuple(Example(each.text, each.applies) for each in self.examples),
        )

    @classmethod
    def made_of(cls, category: Category) -> Self:
        """The model of a category, without its examples."""
        return cls(
            id=category.id,
            label=_TitlesModel.of(category.label),
            definition=category.definition,
            parent=category.parent,
            agree=None if category.agree is None else _CriteriaModel.of(category.agree),
            disagree=None if category.disagree is None else _CriteriaModel.of(category.disagree),
            exclusive=category.is_exclusive,
            by_hand=category.by_hand,
            **_criteria_values(category.criteria),  # type: ignore[arg-type]  # the model has the same fields
        )


class CodebookModel(_Strict):
    """A codebook as a file has it."""

    name: _Id
    version: Annotated[str, StringConstraints(min_length=1, max_length=64)]
    title: _TitlesModel | None = None
    description: _Text = ""
    exclusive: bool = False
    categories: Annotated[list[_CategoryModel], Field(min_length=1, max_length=1000)]

    def codebook(self) -> Codebook:
        """The codebook that it is the form of."""
        return Codebook(
            name=self.name,
            version=self.version,
            title=(self.title or _TitlesModel()).record(self.name),
            categories=tuple(each.category() for each in self.categories),
            description=self.description.strip(),
            is_exclusive=self.exclusive,
        )

    @classmethod
    def of(cls, codebook: Codebook) -> Self:
        """The model of a codebook, without its examples."""
        return cls(
            name=codebook.name,
            version=codebook.version,
            title=_TitlesModel.of(codebook.title),
            description=codebook.description,
            exclusive=codebook.is_exclusive,
            categories=[_CategoryModel.made_of(each) for each in codebook.categories],
        )


def _criteria_values(criteria: Criteria) -> dict[str, list[str] | bool | None]:
    """What is given, for a model."""
    names = _CriteriaModel.model_fields
    given = {name: getattr(criteria, name) for name in names}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in given.items() if value != ()}
