"""Where a statement was made, and through whose hands it came to the article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wortlaut.types.articles import Span

__all__ = ["Channel", "ChannelEvidence", "ChannelKind", "ChannelLink", "Dispute", "DisputedChannel", "Venue"]


class ChannelKind(StrEnum):
    """What a link of the chain is."""

    SPOKESMAN = "spokesman"  # somebody who speaks for another
    DOCUMENT = "document"  # a letter, a press release, a study, a law
    RECORDING = "recording"  # a tape, a video
    AGENCY = "agency"
    OUTLET = "outlet"  # a paper, a broadcaster, a site, or "Medien"


@dataclass(frozen=True, slots=True)
class ChannelEvidence:
    """Why something is told: the rule by its name in `docs/where.md`, and the words it went by."""

    rule: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Venue:
    """Where or on which occasion somebody spoke, with the words that say so.

    `name` sums it up in the nominative: the outlet or site by name, else the occasion with its place ("Pressekonferenz
    in Bischkek"), else the place. `carried` says that the words stand with an earlier statement or sentence, from which
    the narration goes on.
    """

    spans: tuple[Span, ...]
    name: str
    occasion: str | None = None  # "Pressekonferenz"
    place: str | None = None  # "Bischkek"
    outlet: str | None = None  # to which, or on which, somebody spoke: "Deutschlandfunk", "Twitter"
    carried: bool = False
    evidence: tuple[ChannelEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """The words that call the authenticity of a letter or a recording into question, and the words for who does.

    `by` is empty where the article leaves that open ("dessen Echtheit ist nicht bestätigt").
    """

    spans: tuple[Span, ...]
    by: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class DisputedChannel:
    """A letter or a recording that an article tells of and that is in dispute; `noun` is what it is called."""

    kind: ChannelKind
    noun: str
    spans: tuple[Span, ...]
    dispute: Dispute


@dataclass(frozen=True, slots=True)
class ChannelLink:
    """One link of the chain, with its words.

    `name` is in the nominative, as full as the words are; None where they have none ("ein Sprecher", "die Zeitung").
    Of a spokesman `principal` has the words for whom he speaks for, and `principal_name` what that is called.
    """

    kind: ChannelKind
    spans: tuple[Span, ...]
    name: str | None = None
    principal: tuple[Span, ...] = ()
    principal_name: str | None = None
    disputes: tuple[Dispute, ...] = ()
    carried: bool = False
    evidence: tuple[ChannelEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Channel:
    """Where the statement with the id `statement` was made, and the links by which it came, nearest to it first.

    So of "wie die Zeitung unter Berufung auf die Agentur meldet" the agency comes before the paper.
    """

    statement: str
    venue: Venue | None = None
    via: tuple[ChannelLink, ...] = ()
