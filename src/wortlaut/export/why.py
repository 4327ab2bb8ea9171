"""Why a statement is somebody's, as JSON, version 1: one object a statement."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from wortlaut.export.statement import PartyJson, SpanJson, VerdictJson
from wortlaut.export.visible import escape_hidden
from wortlaut.types import PartyKind, Span, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wortlaut.meaning.linking import Linked
    from wortlaut.meaning.who.explaining import Choice, Choosing, Explanation, Support, TermUsed, Wording
    from wortlaut.service.evidence import PartyWhy, Why

__all__ = [
    "ChoiceJson",
    "ChoosingJson",
    "LinkJson",
    "PartyWhyJson",
    "StoredJson",
    "SupportJson",
    "TermJson",
    "WhyJson",
    "WordingJson",
    "why_json",
    "why_line",
    "why_schema",
]

_Share = Annotated[float, Field(ge=0, le=1)]
_Gender = Literal["masculine", "feminine", "neuter", "plural"]
_Form = Literal["empty", "pronoun", "name", "noun", "backward", "first_person"]
_How = Literal["words", "choice", "speaker", "none"]
_Outcome = Literal[
    "named",
    "described",
    "by_itself",
    "mention_unsure",
    "rule_unsure",
    "too_little",
    "nobody_likelier",
    "nobody_fits",
    "open",
]
_Role = Literal["speaker", "addressee"]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class SupportJson(_Strict):
    """A feature that speaks for a candidate, or against it."""

    feature: str
    value: float
    weight: float
    points: float
    """Value times weight: what it adds to the score."""

    @classmethod
    def of(cls, support: Support) -> Self:
        """The JSON of one feature."""
        return cls(
            feature=support.feature,
            value=_rounded(support.value),
            weight=support.weight,
            points=_rounded(support.points),
        )


class TermJson(_Strict):
    """A term of office, from the dated list."""

    office: str
    start: str
    """As exact as the source: a day, a month or a year."""
    end: str | None
    sources: list[str]
    as_of: str
    """The day for which the sources speak."""
    certain: bool

    @classmethod
    def of(cls, term: TermUsed) -> Self:
        """The JSON of a term."""
        return cls(
            office=term.office,
            start=term.start,
            end=term.end or None,
            sources=list(term.sources),
            as_of=term.as_of,
            certain=term.is_certain,
        )


class ChoiceJson(_Strict):
    """One who may be meant."""

    name: str | None
    kind: PartyKind
    agrees: list[_Gender]
    """Its gender and number; several where that is open."""
    share: _Share
    """Of what is likely; all shares and that of nobody make one."""
    score: float
    """The points of all features; the share grows with its exponential."""
    mention: SpanJson | None
    """The last one before the words in question, else the first behind."""
    itself: bool
    """Whether it is nobody but the description itself."""
    features: list[SupportJson]
    """The largest first; what adds nothing is left out."""
    terms: list[TermJson]
    """By which the dated list says that it held the office."""

    @classmethod
    def of(cls, choice: Choice, text: str) -> Self:
        """The JSON of a candidate in `text`."""
        return cls(
            name=choice.name,
            kind=choice.kind,
            agrees=[each.value for each in choice.genders],
            share=_rounded(choice.share),
            score=_rounded(choice.score),
            mention=_span(choice.mention, text),
            itself=choice.is_itself,
            features=[SupportJson.of(each) for each in choice.supports],
            terms=[TermJson.of(each) for each in choice.terms],
        )


class ChoosingJson(_Strict):
    """The choice of the model among all who fit."""

    agrees: list[_Gender]
    """What was asked for."""
    candidates: list[ChoiceJson]
    """The likeliest first."""
    nobody: _Share
    """The share of nobody of them."""
    nobody_score: float

    @classmethod
    def of(cls, choosing: Choosing, text: str) -> Self:
        """The JSON of a choice in `text`."""
        return cls(
            agrees=[each.value for each in choosing.genders],
            candidates=[ChoiceJson.of(each, text) for each in choosing.choices],
            nobody=min(1.0, max(0.0, _rounded(choosing.nobody))),
            nobody_score=choosing.nobody_score,
        )


class WordingJson(_Strict):
    """The words of the mention as they were read."""

    words: SpanJson
    head: SpanJson | None
    """The noun or name in them."""
    form: _Form
    agrees: list[_Gender]
    definite: bool
    of_utterance: bool
    """"Angaben der …" stood before them."""

    @classmethod
    def of(cls, wording: Wording, text: str) -> Self:
        """The JSON of words of `text`."""
        return cls.model_validate(
            {
                "words": SpanJson.of(wording.span, text),
                "head": _span(wording.head, text),
                "form": wording.form.name.lower(),
                "agrees": [each.value for each in wording.genders],
                "definite": wording.is_definite,
                "of_utterance": wording.of_utterance,
            }
        )


class LinkJson(_Strict):
    """The actor that a party leads to, whatever people decided about actors."""

    actor: str | None
    name: str
    doubt: str | None
    """Why it is not certain; `null` where it is."""
    candidates: list[str]
    """The ids of those who may be meant."""

    @classmethod
    def of(cls, linked: Linked) -> Self:
        """The JSON of a link."""
        return cls(actor=linked.actor, name=linked.name, doubt=linked.doubt, candidates=list(linked.candidates))


class PartyWhyJson(_Strict):
    """How one party was come by."""

    role: _Role
    party: PartyJson
    """What comes out."""
    wording: WordingJson | None
    """`null` where the article mentions nobody beside the statement."""
    how: _How
    """By what somebody was found: the `words` themselves, a `choice` among those who fit, `speaker`: "ich" inside a
    quote is whoever says it; `none`: nobody fits."""
    way: str
    """Which plain rule, or for which sort of mention was chosen."""
    set_aside: bool
    """Whether the words tell of whom or to whom something is said, so that somebody else was looked for."""
    choosing: ChoosingJson | None
    left_out: str | None
    """The name of one who is named here, but not as who speaks, and so no candidate."""
    certainty: _Share
    """How often the plain rule is right, or the share of the best candidate."""
    mention_confidence: _Share | None
    """How sure the reader is of the mention. Times `certainty` it is the confidence of the party."""
    least: float
    """No name is shown where `certainty` is below."""
    least_mention: float
    """As a rule no name is shown where `mention_confidence` is below: less is enough where all around speaks for the
    same one, more is asked where it speaks for others."""
    outcome: _Outcome
    """What was decided, and why no name is shown where none is."""
    name_from: SpanJson | None
    """A mention in the fullest form."""
    office_from: SpanJson | None
    agrees: list[_Gender]
    """Gender and number of the one who is named."""
    link: LinkJson | None

    @classmethod
    def of(cls, made: PartyWhy, text: str) -> Self:
        """The JSON of a party in `text`."""
        each, naming, linked = made.explanation, made.explanation.naming, made.linked
        party = each.party if linked is None else replace(each.party, actor=linked.actor, wikidata=linked.wikidata)
        return cls(
            role="addressee" if each.is_addressee else "speaker",
            party=PartyJson.of(party, text),
            wording=None if each.wording is None else WordingJson.of(each.wording, text),
            link=None if linked is None else LinkJson.of(linked),
            choosing=None if each.choosing is None else ChoosingJson.of(each.choosing, text),
            name_from=None if naming is None else _span(naming.span, text),
            office_from=None if naming is None else _span(naming.office, text),
            agrees=[] if naming is None else [gender.value for gender in naming.genders],
            **_plain(each),
        )


class StoredJson(_Strict):
    """What a run of the program found before, as the record has it."""

    made_by: str
    """Version of the program, digest of its lists and weights."""
    speakers: list[PartyJson]
    addressees: list[PartyJson]


class WhyJson(_Strict):
    """Why a statement is whose it is: as the present program finds, beside what the record has and people decided."""

    version: Literal[1] = 1
    """Version of this form. Additions do not change it."""
    id: str
    article: str
    """Id of the article."""
    quote: list[SpanJson]
    standing: Standing
    made_by: str
    """Version of the present program, digest of its lists and weights."""
    parties: list[PartyWhyJson]
    """Speakers first."""
    decided: list[VerdictJson]
    """What people decided about its mentions and about who is meant."""
    holds: list[PartyJson]
    """The speakers as they hold: what people decided goes before what is found."""
    stored: StoredJson | None
    """`null` where nobody looked who is meant."""
    differs: bool
    """Whether the record has something else than the present program finds."""

    @classmethod
    def of(cls, why: Why) -> Self:
        """The JSON model of all that is known."""
        statement, article = why.found.statement, why.found.article
        text = article.text
        return cls(
            id=statement.id,
            article=article.id,
            quote=[SpanJson.of(span, text) for span in statement.quote],
            standing=why.found.standing,
            made_by=why.now_by,
            parties=[PartyWhyJson.of(each, text) for each in why.parties],
            decided=[VerdictJson.of(each) for each in why.verdicts],
            holds=[PartyJson.of(each, text) for each in why.found.speakers],
            stored=_stored(why, text),
            differs=why.is_other,
        )


def why_json(why: Why) -> dict[str, Any]:
    """The JSON object, version 1."""
    return WhyJson.of(why).model_dump(mode="json")


def why_line(why: Why) -> str:
    r"""The object as one line with its line feed; control, direction and zero-width characters as `\uXXXX`."""
    return escape_hidden(json.dumps(why_json(why), ensure_ascii=False, separators=(", ", ": "))) + "\n"


def why_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the object, version 1."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **WhyJson.model_json_schema(mode="validation"),
    }


def _plain(each: Explanation) -> dict[str, Any]:
    """What needs no text."""
    sure = each.mention_confidence
    return {
        "how": each.how.value,
        "way": each.way.value,
        "set_aside": each.is_set_aside,
        "left_out": each.left_out,
        "certainty": _rounded(each.certainty),
        "mention_confidence": None if sure is None else _rounded(sure),
        "least": each.least,
        "least_mention": each.least_mention,
        "outcome": each.outcome.value,
    }


def _stored(why: Why, text: str) -> StoredJson | None:
    if why.stored is None or why.made_by is None:
        return None
    return StoredJson(
        made_by=why.made_by,
        speakers=_parties(why.stored.speakers, text),
        addressees=_parties(why.stored.addressees, text),
    )


def _parties(parties: Sequence[Any], text: str) -> list[PartyJson]:
    return [PartyJson.of(each, text) for each in parties]


def _span(span: Span | None, text: str) -> SpanJson | None:
    return None if span is None else SpanJson.of(span, text)


def _rounded(number: float) -> float:
    """Four digits: more would be noise."""
    return round(number, 4)
