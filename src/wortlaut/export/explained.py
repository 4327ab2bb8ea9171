"""Why a statement is somebody's, in words for people, for the terminal and the pages; `why` has it for programs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wortlaut.export.told import party_told
from wortlaut.export.visible import one_line, shortened
from wortlaut.texts import Texts
from wortlaut.types import ResolvedParty, Span, Standing

if TYPE_CHECKING:
    from wortlaut.meaning.linking import Linked
    from wortlaut.meaning.who.explaining import Choice, Choosing, Explanation, Gender, Support, TermUsed
    from wortlaut.messages import Message
    from wortlaut.service.evidence import PartyWhy, Why

__all__ = ["CandidateTold", "PartyExplained", "SupportTold", "explained", "notes"]

_LONGEST = 160  # characters of words that are quoted
_CANDIDATES = 4  # that are told
_FEATURES = 6  # of each
_NAME = 60  # characters of a candidate


@dataclass(frozen=True, slots=True)
class SupportTold:
    """What speaks for a candidate, or against it."""

    label: str
    points: str
    product: str  # value times weight, where the value is not one; else empty
    is_for: bool


@dataclass(frozen=True, slots=True)
class CandidateTold:
    """One who may be meant, or nobody of them."""

    name: str
    share: float
    percent: str
    supports: tuple[SupportTold, ...]
    more: str  # what is left out of `supports`; empty where nothing is


@dataclass(frozen=True, slots=True)
class PartyExplained:
    """How one party was come by: by which words and way, who was to be chosen from, what came of it, what it rests on.

    `way`, `terms` and `grounds` are rows of a label and a value.
    """

    role: str
    who: str
    way: tuple[tuple[str, str], ...]
    candidates: tuple[CandidateTold, ...]
    terms: tuple[tuple[str, str], ...]
    outcome: str
    grounds: tuple[tuple[str, str], ...]


def notes(why: Why, texts: Texts) -> Iterator[str]:
    """What people decided, and where the record has something else than what follows."""
    text = why.found.article.text
    if why.is_decided:
        yield f"{texts('why.who_holds', who=_parties(why.found.speakers, text, texts))} {texts('why.decided_below')}"
    if why.is_unheard:
        yield texts("why.unheard", standing=texts(f"standing.{why.found.standing}"))
    elif why.stored is None:
        yield texts("why.nobody_looked")
    elif why.is_other:
        stored = _parties((*why.stored.speakers, *why.stored.addressees), text, texts)
        yield texts("why.differs", made_by=one_line(why.made_by or ""), now_by=why.now_by, who=stored)
    if why.found.standing is Standing.WITHDRAWN:
        yield texts("standing.withdrawn")


def explained(why: Why, texts: Texts) -> list[PartyExplained]:
    """How each party of the statement was come by."""
    return [_party(each, why.found.article.text, texts) for each in why.parties]


def _parties(parties: Iterable[ResolvedParty], text: str, texts: Texts) -> str:
    return "; ".join(str(party_told(each, text, texts)) for each in parties) or texts("page.no_speaker")


def _party(party: PartyWhy, text: str, texts: Texts) -> PartyExplained:
    each = party.explanation
    return PartyExplained(
        role=texts("role.addressee" if each.is_addressee else "role.speaker"),
        who=str(party_told(each.party, text, texts)),
        way=tuple(_ways(each, text, texts)),
        candidates=() if each.choosing is None else tuple(_candidates(each.choosing, texts)),
        terms=() if each.choosing is None else tuple(_terms(each.choosing, texts)),
        outcome=_outcome(each, texts),
        grounds=tuple(_grounds(party, text, texts)),
    )


def _ways(each: Explanation, text: str, texts: Texts) -> Iterator[tuple[str, str]]:
    """The words, and what was done with them."""
    yield texts("why.words"), _words(each, text, texts)
    if each.is_set_aside:
        yield "", texts("why.set_aside")
    if each.left_out is not None:
        yield "", texts("why.left_out", name=one_line(each.left_out))
    yield texts("why.way"), _way(each, texts)


def _terms(choosing: Choosing, texts: Texts) -> Iterator[tuple[str, str]]:
    """The terms of office that were looked at."""
    for choice in choosing.choices[:_CANDIDATES]:
        for term in choice.terms:
            yield texts("why.term"), f"{one_line(choice.name or '')}: {_term(term, texts)}"


def _grounds(party: PartyWhy, text: str, texts: Texts) -> Iterator[tuple[str, str]]:
    """What the confidence is made of, where name and office stand, which actor it leads to."""
    each = party.explanation
    if each.mention_confidence is not None:
        shares = (each.certainty, each.mention_confidence, each.party.confidence)
        certainty, sure, confidence = (_percent(share, texts) for share in shares)
        yield texts("why.confidence"), texts("why.product", certainty=certainty, sure=sure, confidence=confidence)
    if each.naming is not None and each.naming.span is not None and each.outcome == "named":
        name = _place(each.naming.span, text, texts)
        yield texts("why.name"), f"{name} · {_genders(each.naming.genders, texts)}"
    if each.naming is not None and each.naming.office is not None:
        yield texts("why.office"), _place(each.naming.office, text, texts)
    if party.linked is not None:
        yield texts("why.actor"), _actor(party.linked, party.doubt, texts)


def _actor(linked: Linked, doubt: Message | None, texts: Texts) -> str:
    """The actor that the party leads to, and what is not certain about it."""
    told = texts("why.open_actor") if linked.actor is None else one_line(linked.actor)
    if doubt is None:
        return told
    return (
        f"{told} · {doubt.text(texts.language, {})} {', '.join(one_line(each) for each in linked.candidates)}".rstrip()
    )


def _words(each: Explanation, text: str, texts: Texts) -> str:
    """The mention, how it was read, and how sure the reader is of it."""
    if each.wording is None:
        return texts("why.no_words")
    read = [texts(f"form.{each.wording.form.name.lower()}")]
    if each.wording.genders:
        read.append(_genders(each.wording.genders, texts))
    if each.wording.of_utterance:
        read.append(texts("why.of_utterance"))
    sure = _percent(each.mention_confidence or 0.0, texts)
    told = texts("why.sure", sure=sure, least=_percent(each.least_mention, texts))
    return f"{_place(each.wording.span, text, texts)}: {', '.join(read)}; {told}"


def _genders(genders: Sequence[Gender], texts: Texts) -> str:
    return texts("gender.or").join(texts(f"gender.{gender.value}") for gender in genders)


def _way(each: Explanation, texts: Texts) -> str:
    """By which rule, or for what the model chose among how many."""
    way = texts(f"way.{_key(each.way)}")
    if each.how == "choice":
        return texts("why.by_choice", way=way, count=len(each.choosing.choices) if each.choosing else 0)
    if each.how == "words":
        return texts("why.by_rule", way=way, share=_percent(each.certainty, texts))
    return texts("why.by_speaker") if each.how == "speaker" else texts("why.by_none", way=way)


def _candidates(choosing: Choosing, texts: Texts) -> Iterator[CandidateTold]:
    """The likeliest, then all others together, then nobody of them."""
    for choice in choosing.choices[:_CANDIDATES]:
        name = shortened(choice.name or texts(f"who.{choice.kind}"), _NAME)
        yield _candidate(texts("why.itself", name=name) if choice.is_itself else name, choice.share, choice, texts)
    rest = choosing.choices[_CANDIDATES:]
    if rest:
        others = texts("why.more_candidates", count=len(rest))
        yield _candidate(others, sum(each.share for each in rest), None, texts)
    score = choosing.nobody_score
    weight = SupportTold(texts("why.nobody_weight"), _signed(score, texts), "", score > 0)
    yield replace(_candidate(texts("why.nobody"), choosing.nobody, None, texts), supports=(weight,))


def _candidate(name: str, share: float, choice: Choice | None, texts: Texts) -> CandidateTold:
    supports = () if choice is None else choice.supports
    rest = supports[_FEATURES:]
    points = _signed(sum(each.points for each in rest), texts)
    return CandidateTold(
        name=name,
        share=share,
        percent=_percent(share, texts),
        supports=tuple(_support(each, texts) for each in supports[:_FEATURES]),
        more=texts("why.more_features", count=len(rest), points=points) if rest else "",
    )


def _support(each: Support, texts: Texts) -> SupportTold:
    value, weight = _signed(each.value, texts).lstrip("+"), _signed(each.weight, texts)
    product = "" if each.value == 1 else f"{value} × {weight}"
    return SupportTold(texts(f"feature.{_key(each.feature)}"), _signed(each.points, texts), product, each.points > 0)


def _outcome(each: Explanation, texts: Texts) -> str:
    choosing = each.choosing
    is_chosen = choosing is not None and each.outcome == "named"
    return texts(
        f"outcome.{each.outcome.value}_choice" if is_chosen else f"outcome.{each.outcome.value}",
        share=_percent(each.certainty, texts),
        least=_percent(each.least, texts),
        nobody=_percent(choosing.nobody if choosing is not None else 0.0, texts),
        sure=_percent(each.mention_confidence or 0.0, texts),
    )


def _term(term: TermUsed, texts: Texts) -> str:
    source, office = ", ".join(one_line(each) for each in term.sources), one_line(term.office)
    if term.end:
        return texts("why.from_to", office=office, start=term.start, end=term.end, source=source)
    return texts("why.since", office=office, start=term.start, as_of=term.as_of, source=source)


def _place(span: Span, text: str, texts: Texts) -> str:
    return texts("why.at", words=shortened(span.of(text), _LONGEST), start=span.start, end=span.end)


def _key(name: str) -> str:
    """The name of a feature or a way as part of a key of the texts: `alone, with more`, `alone_with_more`."""
    return re.sub("[^a-z]+", "_", name)


def _percent(share: float, texts: Texts) -> str:
    return texts("percent", number=round(share * 100))


def _signed(number: float, texts: Texts) -> str:
    """With sign and two digits, as people write it."""
    written = f"{number:+.2f}".replace("-", "−")
    return written.replace(".", ",") if texts.language == "de" else written
