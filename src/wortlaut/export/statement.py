"""The statement as JSON, version 1: what `--json` prints and exports carry, checked by a strict model.

What was not found is `null` or an empty list; what this version does not look for is left out.
"""

from datetime import date, datetime
from typing import Annotated, Any, Literal, Self

from pydantic import Field

from wortlaut.export.labels import LabelJson
from wortlaut.export.parts import SpanJson, Strict
from wortlaut.export.sense import CodesJson, ConditionJson, LinkJson, SaidOnJson, VenueJson
from wortlaut.types import (
    Act,
    ArticleHead,
    ArticleKind,
    Confidence,
    Found,
    Label,
    Medium,
    Modality,
    Part,
    Party,
    PartyKind,
    Provenance,
    ResolvedParty,
    Sense,
    Span,
    Stance,
    Standing,
    Statement,
    StatementPart,
    StatementType,
    Verdict,
)

__all__ = [
    "ArticleJson",
    "CandidateJson",
    "ConfidenceJson",
    "LabelJson",
    "MarkedJson",
    "MentionJson",
    "PartyJson",
    "ProvenanceJson",
    "SpanJson",
    "StatementJson",
    "VerdictJson",
    "labels_of",
    "statement_json",
    "statement_of",
    "statement_schema",
]

_Share = Annotated[float, Field(ge=0, le=1)]


class ArticleJson(Strict):
    """The article that a statement stands in."""

    id: str
    title: str | None
    published: date | None
    source: str | None
    """The outlet."""
    url: str | None
    author: str | None = None
    subtitle: str | None = None
    kicker: str | None = None
    """The line above the title."""
    published_at: datetime | None = None
    """`null` where only the day is known."""
    updated_at: datetime | None = None
    kind: ArticleKind = ArticleKind.REPORT
    """`report`; a live `ticker`, of many short entries; a `stub`: only the beginning, the rest is for those who pay."""
    revision: int | None = None
    """The number that an agency gives the version."""
    withdrawn: bool = False
    """Whether whoever published the article took it back."""

    @classmethod
    def of(cls, article: ArticleHead) -> Self:
        """The JSON of an article."""
        return cls(
            id=article.id,
            title=article.title,
            published=article.published,
            source=article.source,
            url=article.url,
            author=article.author,
            subtitle=article.subtitle,
            kicker=article.kicker,
            published_at=article.published_at,
            updated_at=article.updated_at,
            kind=article.kind,
            revision=article.revision,
            withdrawn=article.is_withdrawn,
        )


class CandidateJson(Strict):
    """One who may be meant."""

    name: str
    kind: PartyKind
    confidence: _Share


class PartyJson(Strict):
    """A speaker, an addressee or a target: who is meant, or honestly nobody."""

    mention: list[SpanJson]
    """The words that mention the party; empty where the article does not mention it beside the statement."""
    kind: PartyKind
    """`group`: several, or people without number; `unnamed`: one whose name the article does not give; `unknown`:
    nobody can be named, or too little speaks for one of the candidates; `thing`: no one, but what a target is."""
    name: str | None
    """In the nominative and the fullest form that the article has."""
    office: str | None
    """As the article gives it."""
    actor: str | None
    """The id of the person or body in the record, whatever the article."""
    wikidata: str | None
    confidence: _Share
    """Of kind and name together."""
    candidates: list[CandidateJson]
    """The best first."""

    @classmethod
    def of(cls, party: ResolvedParty, text: str) -> Self:
        """The JSON of a party in `text`."""
        return cls(
            mention=_spans(party.mention, text),
            kind=party.kind,
            name=party.name,
            office=party.office,
            actor=party.actor,
            wikidata=party.wikidata,
            confidence=_rounded(party.confidence),
            candidates=[
                CandidateJson(name=each.name, kind=each.kind, confidence=_rounded(each.confidence))
                for each in party.candidates
            ],
        )


class MentionJson(Strict):
    """Words that mention a speaker or an addressee, as the reader marked them."""

    mention: list[SpanJson]
    confidence: _Share

    @classmethod
    def of(cls, party: Party, text: str) -> Self:
        """The JSON of a mention in `text`."""
        return cls(mention=_spans(party.mention, text), confidence=_rounded(party.confidence))


class MarkedJson(Strict):
    """What the reader, or a person, marked: of one mention can be several who are meant."""

    speakers: list[MentionJson]
    addressees: list[MentionJson]


class ConfidenceJson(Strict):
    """How sure the reader is; `null` for a part that it did not find."""

    quote: _Share
    type: _Share
    medium: _Share
    cue: _Share | None
    frame: _Share | None
    act: _Share | None = None

    @classmethod
    def of(cls, statement: Statement, sense: Sense | None = None) -> Self:
        """The JSON of how sure the reader is of a statement."""
        confidence = statement.confidence
        return cls(
            quote=_rounded(confidence.quote),
            type=_rounded(confidence.type),
            medium=_rounded(confidence.medium),
            cue=_part_confidence(statement.cue),
            frame=_part_confidence(statement.frame),
            act=None if sense is None else _rounded(sense.confidence),
        )


class ProvenanceJson(Strict):
    """What made the statement."""

    reader: str
    weights: str
    """`sha256:…` of the reader's weights."""
    version: str
    """Version of the program."""

    @classmethod
    def of(cls, made_by: Provenance) -> Self:
        """The JSON of what made a statement."""
        return cls(reader=made_by.reader, weights=made_by.weights, version=made_by.version)


class VerdictJson(Strict):
    """That a person decided a part."""

    part: StatementPart | None
    """`null` where the statement was rejected as a whole."""
    by: str
    at: datetime
    """UTC."""
    entry: int
    """Number of the entry in the history."""

    @classmethod
    def of(cls, verdict: Verdict) -> Self:
        """The JSON of one verdict."""
        return cls(part=verdict.part, by=verdict.by, at=verdict.at, entry=verdict.entry)


class StatementJson(Strict):
    """Something that somebody said, tied to the exact words."""

    version: Literal[1] = 1
    """Version of this form. Additions do not change it."""
    id: str
    article: ArticleJson
    type: StatementType
    medium: Medium
    quote: list[SpanJson]
    """What was said; several spans where it is split."""
    cue: list[SpanJson]
    """The words that say that something was said."""
    frame: list[SpanJson]
    """The clause around the quote that introduces it."""
    parent: str | None
    """Id of the statement that this one stands inside."""
    speakers: list[PartyJson]
    addressees: list[PartyJson]
    targets: list[PartyJson]
    """Whom or what the act is directed at: the accused, the one asked, the one defended, the thing."""
    marked: MarkedJson
    """The mentions from which speakers and addressees follow."""
    act: Act | None
    """What the speaker does with it; this and what follows are `null` where nobody looked for it."""
    codes: CodesJson | None
    """What event data calls the act; `null` where no class matches it."""
    stance: Stance | None
    """How the reporter stands to it, as far as the cue tells."""
    repeated: bool | None
    """Whether the article says that it was said again."""
    earlier: bool | None
    """Whether the article tells it as said earlier ("auch vor dem Angriff hatte er …")."""
    negated: bool | None
    modality: Modality | None
    condition: ConditionJson | None
    answers: str | None
    """Id of the statement of the article that it answers."""
    said_on: SaidOnJson | None
    venue: VenueJson | None
    via: list[LinkJson]
    """By which chain it came, nearest first."""
    labels: list[LabelJson] = []  # noqa: RUF012  pydantic copies it
    """By the codebooks of the record."""
    confidence: ConfidenceJson
    made_by: ProvenanceJson
    decided_by: str | None
    """Who decided last about a part of it; `null` where nobody did."""
    decided: list[VerdictJson]
    """The parts that people decided."""
    standing: Standing
    """`found` by the present reading, `upheld` by a person though not found, `added` by a person; `lost`: not found any
    more, `rejected` by a person, `withdrawn` with its article. The last three only where they are asked for."""
    revision: str
    """Changes whenever anything of the statement does; to be told back with a decision about it."""
    marks: list[SpanJson] = []  # noqa: RUF012  pydantic copies it
    """Only in the results of a search: where the searched words stand in the article."""
    rank: float | None = None
    """Only in the results of a search: lower is better; `null` where too many were found to rank all."""
    share: _Share | None = None
    """Only in the results of a search: how much, by weight, it has of the words that were searched or of the statement
    that it is like; `null` where it has all."""

    @classmethod
    def of(cls, found: Found) -> Self:
        """The JSON model of a statement that the record gave back."""
        statement, article = found.statement, found.article
        text = article.text
        return cls(
            id=statement.id,
            article=ArticleJson.of(article),
            type=statement.type,
            medium=statement.medium,
            quote=_spans(statement.quote, text),
            cue=_spans(statement.cue.spans, text),
            frame=_spans(statement.frame.spans, text),
            parent=statement.parent,
            speakers=[PartyJson.of(party, text) for party in found.speakers],
            addressees=[PartyJson.of(party, text) for party in found.addressees],
            targets=[PartyJson.of(party, text) for party in found.targets],
            marked=MarkedJson(
                speakers=[MentionJson.of(party, text) for party in statement.speakers],
                addressees=[MentionJson.of(party, text) for party in statement.addressees],
            ),
            **_of_sense(found.sense, text),
            labels=[LabelJson.of(each) for each in found.labels],
            confidence=ConfidenceJson.of(statement, found.sense),
            made_by=ProvenanceJson.of(statement.made_by),
            decided_by=max(found.verdicts, key=lambda each: each.entry).by if found.verdicts else None,
            decided=[VerdictJson.of(verdict) for verdict in found.verdicts],
            standing=found.standing,
            revision=found.revision,
            marks=_spans(found.marks, text),
            rank=found.rank,
            share=None if found.share is None else _rounded(found.share),
        )


def _of_sense(sense: Sense | None, text: str) -> dict[str, Any]:
    """The fields that tell what kind of statement it is."""
    return {
        "act": sense and sense.act,
        "codes": CodesJson.of(sense),
        "stance": sense and sense.stance,
        "repeated": sense and sense.is_repeated,
        "earlier": sense and sense.is_earlier,
        "negated": sense and sense.is_negated,
        "modality": sense and sense.modality,
        "condition": ConditionJson.of(sense, text),
        "answers": sense and sense.answers,
        "venue": VenueJson.of(None if sense is None else sense.venue, text),
        "via": [] if sense is None else [LinkJson.of(each, text) for each in sense.via],
        "said_on": SaidOnJson.of(sense, text),
    }


def statement_of(made: StatementJson) -> Statement:
    """The statement that was written as that JSON."""
    confidence = made.confidence
    return Statement(
        id=made.id,
        article_id=made.article.id,
        type=made.type,
        medium=made.medium,
        quote=_places(made.quote),
        cue=Part(_places(made.cue), confidence.cue or 0.0),
        frame=Part(_places(made.frame), confidence.frame or 0.0),
        speakers=tuple(Party(_places(each.mention), each.confidence) for each in made.marked.speakers),
        addressees=tuple(Party(_places(each.mention), each.confidence) for each in made.marked.addressees),
        parent=made.parent,
        confidence=Confidence(confidence.quote, confidence.type, confidence.medium),
        made_by=Provenance(made.made_by.reader, made.made_by.weights, made.made_by.version),
    )


def labels_of(made: StatementJson) -> tuple[Label, ...]:
    """The labels that were written as that JSON."""
    return tuple(
        Label(each.codebook, each.category, each.confidence, each.position, decided_by=each.decided_by)
        for each in made.labels
    )


def _places(spans: list[SpanJson]) -> tuple[Span, ...]:
    return tuple(Span(each.start, each.end) for each in spans)


def statement_json(found: Found) -> dict[str, Any]:
    """The JSON object of a statement, version 1; `marks`, `rank` and `share` only where it was searched for."""
    was_searched = bool(found.marks) or found.rank is not None or found.share is not None
    searched = set() if was_searched else {"marks", "rank", "share"}
    return StatementJson.of(found).model_dump(mode="json", by_alias=True, exclude=searched)


def statement_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a statement, version 1."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **StatementJson.model_json_schema(mode="validation"),
    }


def _spans(spans: tuple[Span, ...], text: str) -> list[SpanJson]:
    return [SpanJson.of(span, text) for span in spans]


def _part_confidence(part: Part) -> float | None:
    return _rounded(part.confidence) if part.spans else None


def _rounded(confidence: float) -> float:
    """Four digits: more would be noise."""
    return round(confidence, 4)
