"""What kind of statement it is: what meaning adds to a statement besides who speaks."""

from __future__ import annotations

from dataclasses import dataclass

from wortlaut.types.acts import Act, Condition, Effect, Modality, Stance
from wortlaut.types.channels import ChannelLink, Venue
from wortlaut.types.times import SaidBefore, SaidOn

__all__ = ["Sense"]


@dataclass(frozen=True, slots=True)
class Sense:
    """What the statement with the id `statement` does, how it is meant, what it answers, when and where it was said.

    `confidence` is that of the act, between 0 and 1. `is_repeated` marks what was said before and is said again
    ("erneut"), `is_earlier` what the article tells as said earlier ("auch vor dem Angriff hatte er …"). `answers` is
    the id of the statement of the article that it answers.
    """

    statement: str
    act: Act
    confidence: float
    stance: Stance = Stance.NEUTRAL
    effect: Effect = Effect.CLAIMS
    is_repeated: bool = False
    is_earlier: bool = False
    is_negated: bool = False
    modality: Modality | None = None
    condition: Condition | None = None
    answers: str | None = None
    said_on: SaidOn | None = None
    venue: Venue | None = None  # where or on which occasion, without evidence
    via: tuple[ChannelLink, ...] = ()  # by which chain it came, nearest first, without evidence
    said_before: SaidBefore | None = None  # an event before which it was said
