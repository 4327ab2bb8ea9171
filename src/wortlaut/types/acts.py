"""What kind of statement it is: the act, the reporter's stance, how its content is meant, and on what condition."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wortlaut.types.articles import Span

__all__ = ["Act", "Condition", "Effect", "Evidence", "EvidenceKind", "Judgement", "Modality", "Stance"]


class Act(StrEnum):
    """What a speaker does with a statement."""

    ASSERT = "assert"
    DENY = "deny"
    ACCUSE = "accuse"
    CRITICISE = "criticise"
    DEMAND = "demand"
    PROPOSE = "propose"
    ANNOUNCE = "announce"
    THREATEN = "threaten"
    WARN = "warn"
    REFUSE = "refuse"
    APPROVE = "approve"
    DEFEND = "defend"
    DOUBT = "doubt"
    LEAVE_OPEN = "leave_open"
    EXPECT = "expect"
    ADMIT = "admit"
    ASK = "ask"
    DECIDE = "decide"

    @property
    def is_directed(self) -> bool:
        """Whether it is directed at somebody or something: whom it accuses, asks, defends, whose claim it denies."""
        return self in _DIRECTED


_DIRECTED = frozenset(
    {
        *(Act.DENY, Act.ACCUSE, Act.CRITICISE, Act.DEMAND, Act.THREATEN, Act.WARN, Act.REFUSE, Act.APPROVE, Act.DEFEND),
        *(Act.DOUBT, Act.ASK),
    }
)


class Effect(StrEnum):
    """What a cue says of its content."""

    CLAIMS = "claims"  # the speaker takes it to be so
    DENIES = "denies"
    OPEN = "open"  # asked, demanded, planned, doubted


class Stance(StrEnum):
    """How the reporter stands to what is reported, as far as the cue tells."""

    NEUTRAL = "neutral"  # sagte
    DISTANCING = "distancing"  # behauptete
    CONCEDING = "conceding"  # räumte ein
    EVALUATING = "evaluating"  # polterte


class Modality(StrEnum):
    """Whether the content is put as something else than a fact."""

    POSSIBLE = "possible"
    NECESSARY = "necessary"
    CONDITIONAL = "conditional"
    FUTURE = "future"


class EvidenceKind(StrEnum):
    """What a piece of evidence is."""

    CUE = "cue"  # an entry of the lexicon, in the cue
    REPORT = "report"  # an entry of the lexicon, in the report around or in place of a cue
    FEATURE = "feature"  # of the classifier; it stands for what the content says, and where


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that spoke for the act: an entry of the lexicon or a feature, and how much it weighed.

    `spans` says where it stands, and is empty for a feature that stands at no place.
    """

    kind: EvidenceKind
    name: str
    weight: float
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """The words that make the content conditional, and what then follows, where it stands apart from them.

    `refers_to` is the id of the statement that states the condition where the words only point to it ("andernfalls").
    """

    spans: tuple[Span, ...]
    consequence: tuple[Span, ...] = ()
    refers_to: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the statement with the id `statement` does, how sure that is, and why it is thought so.

    `effect` is that of the cue; `before` says that it is marked as said earlier ("auch vor dem Angriff hatte er …").
    """

    statement: str
    act: Act
    confidence: float
    stance: Stance
    effect: Effect
    repeated: bool
    before: bool
    negated: bool
    modality: Modality | None
    condition: Condition | None
    evidence: tuple[Evidence, ...] = ()
