"""What kind of statement it is, as JSON and in words for people."""

from collections.abc import Iterator
from datetime import date
from typing import Self

from pydantic import Field

from wortlaut.export.parts import SpanJson, Strict
from wortlaut.export.visible import one_line
from wortlaut.texts import Texts, day
from wortlaut.types import ChannelKind, ChannelLink, Sense, Span, Stance, Venue, event_codes

__all__ = [
    "BeforeJson",
    "CodesJson",
    "ConditionJson",
    "DisputeJson",
    "LinkJson",
    "LinkedPartyJson",
    "SaidOnJson",
    "VenueJson",
    "sense_facts",
    "sense_told",
]

_BETWEEN_PARTS = " […] "


class CodesJson(Strict):
    """The codes that event data has for an act."""

    cameo: str
    """Three digits of the CAMEO codebook 1.1b3."""
    name: str
    """What CAMEO calls that class."""
    plover: str | None
    """The class of PLOVER that it belongs to; `null` where PLOVER leaves it out."""

    @classmethod
    def of(cls, sense: Sense | None) -> Self | None:
        """The JSON of the codes, None where no class matches the act."""
        codes = None if sense is None else event_codes(sense.act)
        return None if codes is None else cls(cameo=codes.cameo, name=codes.name, plover=codes.plover)


class ConditionJson(Strict):
    """The words that make the content conditional."""

    spans: list[SpanJson]
    consequence: list[SpanJson]
    """What then follows, where it stands apart from them."""
    refers_to: str | None
    """Id of the statement that states the condition, where the words only point to it ("andernfalls")."""

    @classmethod
    def of(cls, sense: Sense | None, text: str) -> Self | None:
        """The JSON of the condition, None where there is none."""
        condition = None if sense is None else sense.condition
        if condition is None:
            return None
        return cls(
            spans=[SpanJson.of(span, text) for span in condition.spans],
            consequence=[SpanJson.of(span, text) for span in condition.consequence],
            refers_to=condition.refers_to,
        )


class BeforeJson(Strict):
    """An event before which something was said."""

    event: str
    day: date | None
    """Of the event, where the article or the shipped list of events gives it."""
    spans: list[SpanJson]


class SaidOnJson(Strict):
    """When it was said, where the article says so: on which days, before which event, or both."""

    since: date | None = Field(alias="from")
    until: date | None = Field(alias="to")
    """Where only an event is told, the last day before it, as far as that is known."""
    before: BeforeJson | None
    spans: list[SpanJson]
    """The words that tell it."""

    @classmethod
    def of(cls, sense: Sense | None, text: str) -> Self | None:
        """The JSON of when it was said, None where the article does not say so."""
        said, before = (None, None) if sense is None else (sense.said_on, sense.said_before)
        if said is None and before is None:
            return None
        days = (said.since, said.until) if said is not None else (None, before and before.until)
        told = () if said is None else said.spans
        event = None
        if before is not None:
            spans = [SpanJson.of(span, text) for span in before.spans]
            event = BeforeJson(event=before.event, day=before.day, spans=spans)
            told = told or before.spans
        words = [SpanJson.of(span, text) for span in told]
        return cls.model_validate({"from": days[0], "to": days[1], "before": event, "spans": words})


class VenueJson(Strict):
    """Where or on which occasion it was said."""

    spans: list[SpanJson]
    """The words that say so; they may stand with an earlier statement."""
    name: str
    occasion: str | None
    place: str | None
    outlet: str | None
    """To which, or on which, somebody spoke."""

    @classmethod
    def of(cls, venue: Venue | None, text: str) -> Self | None:
        """The JSON of a venue, None where there is none."""
        if venue is None:
            return None
        named = {"name": venue.name, "occasion": venue.occasion, "place": venue.place, "outlet": venue.outlet}
        return cls.model_validate({"spans": [SpanJson.of(span, text) for span in venue.spans], **named})


class LinkedPartyJson(Strict):
    """Somebody or something in the chain: its words and its name, as far as it has one."""

    mention: list[SpanJson]
    name: str | None

    @classmethod
    def of(cls, spans: tuple[Span, ...], name: str | None, text: str) -> Self:
        """The JSON of the words and the name."""
        return cls(mention=[SpanJson.of(span, text) for span in spans], name=name)


class DisputeJson(Strict):
    """That the authenticity of a letter or a recording is called into question."""

    spans: list[SpanJson]
    by: list[SpanJson]
    """The words for who does; empty where the article leaves that open."""


class LinkJson(Strict):
    """One link of the chain by which it came to the article."""

    kind: ChannelKind
    """`spokesman`, `document`, `recording`, `agency`, `outlet`."""
    party: LinkedPartyJson
    speaks_for: LinkedPartyJson | None
    """Only of a spokesman."""
    disputes: list[DisputeJson]

    @classmethod
    def of(cls, link: ChannelLink, text: str) -> Self:
        """The JSON of one link."""
        return cls(
            kind=link.kind,
            party=LinkedPartyJson.of(link.spans, link.name, text),
            speaks_for=LinkedPartyJson.of(link.principal, link.principal_name, text) if link.principal else None,
            disputes=[
                DisputeJson(
                    spans=[SpanJson.of(span, text) for span in each.spans],
                    by=[SpanJson.of(span, text) for span in each.by],
                )
                for each in link.disputes
            ],
        )


def sense_told(sense: Sense, texts: Texts) -> str:
    """What the speaker does, and what the article says of that: again, earlier, with distance."""
    told = [texts(f"act.{sense.act}")]
    if sense.stance is not Stance.NEUTRAL:
        told.append(texts(f"stance.{sense.stance}"))
    marks = (("repeated", sense.is_repeated), ("earlier", sense.is_earlier), ("negated", sense.is_negated))
    told += [texts(f"sense.{name}") for name, holds in marks if holds]
    if sense.modality is not None:
        told.append(texts(f"modality.{sense.modality}"))
    return " · ".join(told)


def sense_facts(sense: Sense, text: str, texts: Texts) -> Iterator[tuple[str, str]]:
    """Condition, consequence, what is answered and when it was said, each with the key of its name, as far as known."""
    if sense.condition is not None:
        yield "role.condition", _words(sense.condition.spans, text)
        if sense.condition.consequence:
            yield "role.consequence", _words(sense.condition.consequence, text)
        if sense.condition.refers_to is not None:
            yield "role.refers_to", sense.condition.refers_to
    if sense.answers is not None:
        yield "role.answers", sense.answers
    if sense.said_on is not None:
        days = dict.fromkeys((sense.said_on.since, sense.said_on.until))
        yield "role.said_on", " – ".join(day(each, texts.language) for each in days)
    if sense.said_before is not None:
        known = sense.said_before.day
        dated = "" if known is None else f" ({day(known, texts.language)})"
        yield "role.said_before", one_line(sense.said_before.event) + dated
    if sense.venue is not None:
        yield "role.venue", one_line(sense.venue.name)
    for link in sense.via:
        told = one_line(link.name) if link.name else _words(link.spans, text)
        yield "role.via", f"{texts(f'channel.{link.kind}')}: {told}"
        yield from (("role.dispute", _words(each.by, text) or texts("who.unknown")) for each in link.disputes)


def _words(spans: tuple[Span, ...], text: str) -> str:
    return _BETWEEN_PARTS.join(one_line(span.of(text)) for span in spans)
