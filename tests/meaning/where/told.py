"""Statements given by their words, and what the stage says of them in words."""

from tests.builder import place
from wortlaut.language import analyse
from wortlaut.meaning.where import places_and_channels
from wortlaut.types import (
    Channel,
    Confidence,
    Medium,
    Part,
    Party,
    Provenance,
    Span,
    Statement,
    StatementType,
)

__all__ = ["channels", "links", "told", "venue", "words"]


def told(
    text: str,
    quote: str,
    *,
    frame: str | None = None,
    cue: str | None = None,
    speaker: str | None = None,
    kind: StatementType = StatementType.INDIRECT,
) -> Statement:
    """A statement whose parts are given by their words."""

    def part(words: str | None) -> Part:
        return Part() if words is None else Part((place(text, words),), 1.0)

    return Statement(
        id=f"s{place(text, quote).start}-{len(quote)}",
        article_id="a1",
        type=kind,
        medium=Medium.SPEECH,
        quote=(place(text, quote),),
        cue=part(cue),
        frame=part(frame),
        speakers=() if speaker is None else (Party((place(text, speaker),), 1.0),),
        addressees=(),
        parent=None,
        confidence=Confidence(1.0, 1.0, 1.0),
        made_by=Provenance("toy", "", ""),
    )


def channels(text: str, *statements: Statement) -> tuple[Channel, ...]:
    """What the stage says of the statements."""
    return places_and_channels(analyse(text), statements)


def framed(text: str, *, cue: str, speaker: str | None) -> Statement:
    """The statement of "FRAME, dass …" or "FRAME: …": all before the comma or colon is its frame."""
    cut = min(found for found in (text.find(", dass "), text.find(": ")) if found > 0)
    return told(text, text[cut + 2 :].rstrip("."), frame=text[: cut + 1], cue=cue, speaker=speaker)


def venue(text: str, *, cue: str = "sagte", speaker: str | None = "Ada Wiesengrund") -> tuple[str, str] | None:
    """Name and words of the venue of "FRAME, dass …"."""
    found = channels(text, framed(text, cue=cue, speaker=speaker))[0].venue
    return None if found is None else (found.name, words(text, found.spans))


def links(text: str, *, cue: str = "sagte", speaker: str | None = None) -> list[tuple[str, str | None, str]]:
    """Kind, name and words of each link of "FRAME, dass …"."""
    found = channels(text, framed(text, cue=cue, speaker=speaker))[0].via
    return [(link.kind.value, link.name, words(text, link.spans)) for link in found]


def words(text: str, spans: tuple[Span, ...]) -> str:
    """The words of the spans."""
    return " / ".join(span.of(text) for span in spans)
