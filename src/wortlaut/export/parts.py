"""What the JSON of statements, entries and actors is made of: strict models, and words by place."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field

from wortlaut.types import Span

__all__ = ["SpanJson", "Strict"]


class Strict(BaseModel):
    """A model that takes no field that it does not know, and does not change."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class SpanJson(Strict):
    """Words of the article, by place."""

    start: Annotated[int, Field(ge=0)]
    """First character, in code points of the article's text."""
    end: Annotated[int, Field(gt=0)]
    """One behind the last character."""
    text: str
    """The words themselves."""

    @classmethod
    def of(cls, span: Span, text: str) -> Self:
        """The JSON of one span of `text`."""
        return cls(start=span.start, end=span.end, text=span.of(text))
