"""How sure the program is of a statement, in words and figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wortlaut.texts import Texts
from wortlaut.types import Found, StatementPart

__all__ = ["Sure", "sureness"]

# From which share on it is called so. They are what they say: of a hundred parts with a confidence of 0.9, some ninety
# are right (docs/confidence.md).
_WORDS = ((0.95, "sure.very"), (0.8, "sure.rather"), (0.5, "sure.likely"), (0.0, "sure.hardly"))


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure the program is of one part, or that a person decided it."""

    label: str
    share: float | None  # None where a person decided
    percent: str
    words: str


def sureness(found: Found, texts: Texts) -> Iterator[Sure]:
    """How sure the program is of each part that it found."""
    statement, confidence = found.statement, found.statement.confidence
    parts = [
        (texts("part.quote"), StatementPart.QUOTE, confidence.quote),
        (texts("part.type"), StatementPart.TYPE, confidence.type),
        (texts("part.medium"), StatementPart.MEDIUM, confidence.medium),
    ]
    parts += [(texts("role.speaker"), StatementPart.WHO, each.confidence) for each in found.speakers]
    parts += [(texts("role.addressee"), StatementPart.ADDRESSEES, each.confidence) for each in found.addressees]
    if statement.cue.spans:
        parts.append((texts("role.cue"), StatementPart.CUE, statement.cue.confidence))
    if statement.frame.spans:
        parts.append((texts("role.frame"), StatementPart.FRAME, statement.frame.confidence))
    if found.sense is not None:
        parts.append((texts("role.act"), StatementPart.ACT, found.sense.confidence))
    decided = {each.part for each in found.verdicts}
    for label, part, share in parts:
        if part in decided:
            yield Sure(label, None, "✓", texts("sure.decided"))
        else:
            key = next(key for least, key in _WORDS if share >= least)
            yield Sure(label, share, texts("percent", number=round(share * 100)), texts(key))
