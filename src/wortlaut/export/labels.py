"""Labels of people's own codebooks, as JSON and in words for people."""

from typing import Annotated, Self

from pydantic import Field

from wortlaut.export.parts import Strict
from wortlaut.export.visible import one_line
from wortlaut.texts import Texts
from wortlaut.types import Label, Position

__all__ = ["LabelJson", "label_told"]


class LabelJson(Strict):
    """A category that the statement has by a codebook of people's own."""

    codebook: str
    category: str
    position: Position | None = None
    """Whether the speaker is for or against it, where the codebook asks."""
    confidence: Annotated[float, Field(ge=0, le=1)]
    """Of the least certain part that it rests on; 1 where a person decided."""
    decided_by: str | None
    """The person who said so; `null` where the codebook did."""

    @classmethod
    def of(cls, label: Label) -> Self:
        """The JSON of a label."""
        return cls(
            codebook=label.codebook,
            category=label.category,
            position=label.position,
            confidence=round(label.confidence, 4),
            decided_by=label.decided_by,
        )


def label_told(label: Label, texts: Texts) -> str:
    """The codebook, the category, and where it is told on which side the speaker is."""
    told = one_line(f"{label.codebook}:{label.category}")
    return told if label.position is None else f"{told} ({texts(f'position.{label.position}')})"
