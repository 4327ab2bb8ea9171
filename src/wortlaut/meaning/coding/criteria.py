"""Whether a statement meets the criteria of a category: every one that is given, of each one of its values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from wortlaut.meaning.coding.books import Criteria
from wortlaut.meaning.coding.patterns import is_in_name
from wortlaut.meaning.coding.reading import Places
from wortlaut.types import Attribution, Criterion, LabelEvidence, ResolvedParty, Sense, Span, Statement

__all__ = ["Met", "Seen", "met_by", "parties_of"]


@dataclass(frozen=True, slots=True)
class Met:
    """Why criteria are met, and the least confidence of the parts that they look at."""

    evidence: tuple[LabelEvidence, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Seen:
    """A statement with all that criteria look at."""

    statement: Statement
    words: Places  # in the quote
    cues: Places
    sense: Sense | None
    attribution: Attribution | None
    text: str
    source: str | None


def met_by(criteria: Criteria, seen: Seen) -> Met | None:
    """Why the statement meets the criteria; None where it does not."""
    if any(pattern in seen.words for pattern in criteria.not_words):
        return None
    found: list[Met] = []
    for check in _CHECKS:
        met = check(criteria, seen)
        if met is False:
            return None
        if met is not None:
            found.append(met)
    evidence = tuple(each for met in found for each in met.evidence)
    return Met(evidence, min((met.confidence for met in found), default=1.0))


def parties_of(attribution: Attribution, role: Criterion) -> Sequence[ResolvedParty]:
    """Who has that role in a statement: `speakers`, `addressees` or `targets`."""
    match role:
        case Criterion.SPEAKERS:
            return attribution.speakers
        case Criterion.ADDRESSEES:
            return attribution.addressees
        case Criterion.TARGETS:
            return attribution.targets
        case _:
            return ()


# What a check says: `None` where the criterion is not given, `False` where it is not met.
_Outcome = Met | Literal[False] | None


def _words(criteria: Criteria, seen: Seen) -> _Outcome:
    return _written(Criterion.WORDS, criteria.words, seen.words, seen.statement.confidence.quote)


def _cues(criteria: Criteria, seen: Seen) -> _Outcome:
    return _written(Criterion.CUES, criteria.cues, seen.cues, seen.statement.cue.confidence)


def _written(criterion: Criterion, patterns: Sequence[str], found: Places, confidence: float) -> _Outcome:
    if not patterns:
        return None
    places = {span for pattern in patterns for spans in found.get(pattern, ()) for span in spans}
    return Met((LabelEvidence(criterion, _disjoint(places)),), confidence) if places else False


def _disjoint(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The places in order, those that overlap as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _acts(criteria: Criteria, seen: Seen) -> _Outcome:
    if not criteria.acts:
        return None
    if seen.sense is None or seen.sense.act not in criteria.acts:
        return False
    return _plain(Criterion.ACTS, seen.sense.confidence)


def _stances(criteria: Criteria, seen: Seen) -> _Outcome:
    if not criteria.stances:
        return None
    is_met = seen.sense is not None and seen.sense.stance in criteria.stances
    return _plain(Criterion.STANCES, _of_cue(seen.statement)) if is_met else False


def _negated(criteria: Criteria, seen: Seen) -> _Outcome:
    if criteria.negated is None:
        return None
    is_met = seen.sense is not None and seen.sense.is_negated == criteria.negated
    return _plain(Criterion.NEGATED, seen.statement.confidence.quote) if is_met else False


def _types(criteria: Criteria, seen: Seen) -> _Outcome:
    if not criteria.types:
        return None
    confidence = seen.statement.confidence.type
    return _plain(Criterion.TYPES, confidence) if seen.statement.type in criteria.types else False


def _kinds(criteria: Criteria, seen: Seen) -> _Outcome:
    if not criteria.kinds:
        return None
    return _best(Criterion.KINDS, (each for each in _who(seen, Criterion.SPEAKERS) if each.kind in criteria.kinds))


def _sources(criteria: Criteria, seen: Seen) -> _Outcome:
    if not criteria.sources:
        return None
    source = seen.source
    is_met = source is not None and any(is_in_name(each, source) for each in criteria.sources)
    return _plain(Criterion.SOURCES, 1.0) if is_met else False


def _speakers(criteria: Criteria, seen: Seen) -> _Outcome:
    return _named(Criterion.SPEAKERS, criteria.speakers, seen)


def _addressees(criteria: Criteria, seen: Seen) -> _Outcome:
    return _named(Criterion.ADDRESSEES, criteria.addressees, seen)


def _targets(criteria: Criteria, seen: Seen) -> _Outcome:
    return _named(Criterion.TARGETS, criteria.targets, seen)


def _named(role: Criterion, names: Sequence[str], seen: Seen) -> _Outcome:
    """The surest party in that role whose id, name, office or mention is one of those that are asked for."""
    if not names:
        return None
    return _best(role, (each for each in _who(seen, role) if any(_is_called(each, name, seen.text) for name in names)))


def _who(seen: Seen, role: Criterion) -> Sequence[ResolvedParty]:
    return () if seen.attribution is None else parties_of(seen.attribution, role)


def _is_called(party: ResolvedParty, name: str, text: str) -> bool:
    if name in (party.actor, party.wikidata):
        return True
    return any(is_in_name(name, known) for known in _names(party, text))


def _names(party: ResolvedParty, text: str) -> Iterator[str]:
    yield from filter(None, (party.name, party.office))
    if party.mention:
        yield " ".join(span.of(text) for span in party.mention)


def _best(criterion: Criterion, parties: Iterable[ResolvedParty]) -> _Outcome:
    best = max(parties, key=lambda each: each.confidence, default=None)
    return False if best is None else Met((LabelEvidence(criterion, best.mention),), best.confidence)


def _plain(criterion: Criterion, confidence: float) -> Met:
    return Met((LabelEvidence(criterion),), confidence)


def _of_cue(statement: Statement) -> float:
    """How sure the cue is; without one the stance is that of the whole report."""
    return statement.cue.confidence if statement.cue.spans else statement.confidence.quote


# What rules most statements out comes first.
_CHECKS: tuple[Callable[[Criteria, Seen], _Outcome], ...] = (
    *(_words, _cues, _acts, _stances, _negated, _types, _speakers, _addressees, _targets, _kinds, _sources),
)
