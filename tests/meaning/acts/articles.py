"""Statements of invented people, each given by the words of its quote, cue, frame and speaker."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.builder import place
from wortlaut.language import analyse
from wortlaut.meaning.acts import judge
from wortlaut.meaning.acts.cues import shipped
from wortlaut.meaning.acts.situation import Situation, situations
from wortlaut.types import (
    Confidence,
    Judgement,
    Medium,
    Part,
    Party,
    Provenance,
    Span,
    Statement,
    StatementType,
)

__all__ = ["Said", "judged", "one", "seen", "spans", "statements"]


@dataclass(frozen=True)
class Said:
    """A statement by the words of its parts; words of a part that is split are parted by "…"."""

    quote: str
    cue: str = ""
    frame: str = ""
    speaker: str = ""
    type: str = "indirect"
    parent: int | None = None


def spans(text: str, words: str, after: int = 0) -> tuple[Span, ...]:
    """Where the words stand, one behind the other."""
    found: list[Span] = []
    for part in filter(None, words.split("…")):
        found.append(place(text, part, after=found[-1].end if found else after))
    return tuple(found)


def statements(text: str, said: Sequence[Said]) -> tuple[Statement, ...]:
    """The statements, with ids s0, s1, …"""
    return tuple(
        Statement(
            id=f"s{number}",
            article_id="a1",
            type=StatementType(each.type),
            medium=Medium.SPEECH,
            quote=spans(text, each.quote),
            cue=Part(spans(text, each.cue), 0.9),
            frame=Part(spans(text, each.frame), 0.9),
            speakers=(Party(spans(text, each.speaker), 0.9),) if each.speaker else (),
            addressees=(),
            parent=None if each.parent is None else f"s{each.parent}",
            confidence=Confidence(0.9, 0.9, 0.9),
            made_by=Provenance("toy", "sha256:00", "1"),
        )
        for number, each in enumerate(said)
    )


def judged(text: str, *said: Said) -> tuple[Judgement, ...]:
    """What is said of the statements."""
    return judge(analyse(text), statements(text, said))


def one(text: str, quote: str, cue: str = "", frame: str = "", *, type: str = "indirect") -> Judgement:  # noqa: A002
    """What is said of a single statement."""
    (found,) = judged(text, Said(quote, cue, frame, type=type))
    return found


def seen(text: str, said: Said) -> Situation:
    """A single statement as the stage sees it."""
    (found,) = situations(analyse(text), statements(text, [said]), shipped())
    return found
