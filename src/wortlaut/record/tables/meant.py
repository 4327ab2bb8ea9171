"""What meaning found, packed as it is kept beside a reading, and who and what kind of statement it is as rows."""

import json
import zlib
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from wortlaut.record.contents import Meant
from wortlaut.record.search.folding import fold_name
from wortlaut.record.tables.packing import pack_spans, unpack_raw, unpack_spans
from wortlaut.types import (
    Act,
    Attribution,
    Candidate,
    ChannelKind,
    ChannelLink,
    Condition,
    Dispute,
    Effect,
    Modality,
    PartyKind,
    ResolvedParty,
    SaidBefore,
    SaidOn,
    Sense,
    Stance,
    Venue,
)

__all__ = [
    "ADDRESSEE",
    "ROLES",
    "SPEAKER",
    "TARGET",
    "attribution_of",
    "pack_meant",
    "sense_of",
    "sense_values",
    "unpack_meant",
    "who_values",
]

SPEAKER = "speaker"
ADDRESSEE = "addressee"
TARGET = "target"
ROLES = (TARGET, SPEAKER, ADDRESSEE)  # falling by letters, as `verify` asks for them

_LEVEL = 6
_ENCODER = json.JSONEncoder(separators=(",", ":"))
_COLUMNS = (
    *("act", "confidence", "stance", "effect", "is_repeated", "is_earlier", "is_negated", "modality"),
    *("condition", "consequence", "refers_to", "answers", "said_since", "said_until", "said_spans", "said_confidence"),
    *("venue", "via", "said_before"),
)
_FOURTH = len(_COLUMNS) - 1  # columns that the fourth schema had; what it packed says nothing of those that are new


def pack_meant(meant: Meant) -> bytes:
    """Who is meant in the statements of a version, and what kind of statements they are: JSON, compressed."""
    who = [_attribution(each) for each in meant.attributions]
    senses = [[each.statement, *_plain(each).values()] for each in meant.senses]
    return zlib.compress(_ENCODER.encode([who, senses]).encode(), _LEVEL)


def unpack_meant(packed: bytes, made_by: str) -> Meant:
    """What was packed; raises `ValueError` where it is damaged."""
    try:
        who, senses = json.loads(unpack_raw(packed))
        return Meant(
            tuple(
                Attribution(statement, *(tuple(map(_party_of, parties)) for parties in given))
                for statement, *given in who
            ),
            made_by,
            tuple(_sense(statement, _named(values)) for statement, *values in senses),
        )
    except (TypeError, AttributeError) as error:
        raise ValueError(f"a meaning has a value that cannot be: {error}") from error


def _named(values: list[Any]) -> dict[str, Any]:
    """The packed columns of a sense by their names; raises `ValueError` where there are more or fewer."""
    missing = [None] * (len(_COLUMNS) - _FOURTH) if len(values) == _FOURTH else []
    return dict(zip(_COLUMNS, [*values, *missing], strict=True))


def sense_values(sense: Sense) -> dict[str, Any]:
    """The columns of what kind of statement it is, but for its key."""
    values = _plain(sense)
    return values | {name: _day(values[name]) for name in ("said_since", "said_until")}


def sense_of(statement: str, row: Any) -> Sense:
    """The sense of a row; raises `ValueError` where it is damaged."""
    values = {name: getattr(row, name) for name in _COLUMNS}
    days = {name: values[name] and values[name].isoformat() for name in ("said_since", "said_until")}
    return _sense(statement, values | days)


def _plain(sense: Sense) -> dict[str, Any]:
    """The columns with days as they are written."""
    condition, said_on = sense.condition, sense.said_on
    return {
        "act": sense.act.value,
        "confidence": float(sense.confidence),
        "stance": sense.stance.value,
        "effect": sense.effect.value,
        "is_repeated": sense.is_repeated,
        "is_earlier": sense.is_earlier,
        "is_negated": sense.is_negated,
        "modality": None if sense.modality is None else sense.modality.value,
        "condition": None if condition is None else pack_spans(condition.spans),
        "consequence": None if condition is None else pack_spans(condition.consequence),
        "refers_to": None if condition is None else condition.refers_to,
        "answers": sense.answers,
        "said_since": None if said_on is None else said_on.since.isoformat(),
        "said_until": None if said_on is None else said_on.until.isoformat(),
        "said_spans": None if said_on is None else pack_spans(said_on.spans),
        "said_confidence": None if said_on is None else float(said_on.confidence),
        "venue": None if sense.venue is None else _ENCODER.encode(_venue(sense.venue)),
        "via": _ENCODER.encode([_link(each) for each in sense.via]) if sense.via else None,
        "said_before": None if sense.said_before is None else _ENCODER.encode(_before(sense.said_before)),
    }


def _sense(statement: str, values: dict[str, Any]) -> Sense:
    condition = said_on = None
    if values["condition"] is not None:
        spans, consequence = unpack_spans(values["condition"]), unpack_spans(values["consequence"])
        condition = Condition(spans, consequence, values["refers_to"])
    if values["said_since"] is not None:
        since, until = (date.fromisoformat(values[name]) for name in ("said_since", "said_until"))
        said_on = SaidOn(since, until, unpack_spans(values["said_spans"]), values["said_confidence"])
    return Sense(
        statement=statement,
        act=Act(values["act"]),
        confidence=values["confidence"],
        stance=Stance(values["stance"]),
        effect=Effect(values["effect"]),
        is_repeated=bool(values["is_repeated"]),
        is_earlier=bool(values["is_earlier"]),
        is_negated=bool(values["is_negated"]),
        modality=None if values["modality"] is None else Modality(values["modality"]),
        condition=condition,
        answers=values["answers"],
        said_on=said_on,
        venue=None if values["venue"] is None else _venue_of(json.loads(values["venue"])),
        via=tuple(map(_link_of, json.loads(values["via"]))) if values["via"] is not None else (),
        said_before=None if values["said_before"] is None else _before_of(json.loads(values["said_before"])),
    )


def _before(before: SaidBefore) -> list[object]:
    days = (None if day is None else day.isoformat() for day in (before.day, before.until))
    return [before.event, *days, pack_spans(before.spans)]


def _before_of(row: list[Any]) -> SaidBefore:
    event, day, until, spans = row
    return SaidBefore(event, _day(day), _day(until), unpack_spans(spans))


def _venue(venue: Venue) -> list[object]:
    return [pack_spans(venue.spans), venue.name, venue.occasion, venue.place, venue.outlet, venue.carried]


def _venue_of(row: list[Any]) -> Venue:
    spans, name, occasion, place, outlet, carried = row
    return Venue(unpack_spans(spans), name, occasion, place, outlet, carried)


def _link(link: ChannelLink) -> list[object]:
    disputes = [[pack_spans(each.spans), pack_spans(each.by)] for each in link.disputes]
    who, principal = pack_spans(link.spans), pack_spans(link.principal)
    return [link.kind.value, who, link.name, principal, link.principal_name, disputes, link.carried]


def _link_of(row: list[Any]) -> ChannelLink:
    kind, spans, name, principal, principal_name, disputes, carried = row
    disputed = tuple(Dispute(unpack_spans(words), unpack_spans(by)) for words, by in disputes)
    whom = unpack_spans(principal)
    return ChannelLink(ChannelKind(kind), unpack_spans(spans), name, whom, principal_name, disputed, carried)


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


def _attribution(each: Attribution) -> list[object]:
    """Who is meant in a statement; as before there were targets where it has none."""
    given = (each.speakers, each.addressees, each.targets) if each.targets else (each.speakers, each.addressees)
    return [each.statement, *([_party(party) for party in parties] for parties in given)]


def _party(party: ResolvedParty) -> list[object]:
    candidates = [[each.name, each.kind.value, float(each.confidence)] for each in party.candidates]
    spans, confidence = pack_spans(party.mention), float(party.confidence)
    return [spans, party.kind.value, party.name, party.office, confidence, candidates, party.actor]


def _party_of(row: list[Any]) -> ResolvedParty:
    mention, kind, name, office, confidence, candidates, actor = row
    found = tuple(Candidate(each[0], PartyKind(each[1]), each[2]) for each in candidates)
    return ResolvedParty(unpack_spans(mention), PartyKind(kind), name, office, confidence, found, actor)


def who_values(attribution: Attribution | None) -> Iterator[dict[str, Any]]:
    """The columns of who is meant, but for keys, in the order of `ROLES`; `folded` stands for the key of the name."""
    given = () if attribution is None else zip(ROLES, _by_role(attribution), strict=True)
    for role, parties in given:
        for position, party in enumerate(parties):
            yield {
                "role": role,
                "position": position,
                "mention": pack_spans(party.mention),
                "kind": party.kind.value,
                "name": party.name,
                "folded": None if party.name is None else fold_name(party.name),
                "office": party.office,
                "confidence": float(party.confidence),
                "candidates": _pack_candidates(party.candidates),
                "linked": party.actor,
            }


def attribution_of(statement: str, rows: Iterable[Any]) -> Attribution | None:
    """Who is meant by the rows of a statement, None where there are none; raises `ValueError` where one is damaged."""
    by_role: dict[str, list[ResolvedParty]] = {role: [] for role in ROLES}
    for row in rows:
        by_role[row.role].append(
            ResolvedParty(
                unpack_spans(row.mention),
                PartyKind(row.kind),
                row.name,
                row.office,
                row.confidence,
                _unpack_candidates(row.candidates),
                row.linked,
            )
        )
    if not any(by_role.values()):
        return None
    return Attribution(statement, tuple(by_role[SPEAKER]), tuple(by_role[ADDRESSEE]), tuple(by_role[TARGET]))


def _by_role(attribution: Attribution) -> tuple[tuple[ResolvedParty, ...], ...]:
    return attribution.targets, attribution.speakers, attribution.addressees


def _pack_candidates(candidates: Iterable[Candidate]) -> str | None:
    rows = [[each.name, each.kind.value, float(each.confidence)] for each in candidates]
    return _ENCODER.encode(rows) if rows else None


def _unpack_candidates(packed: str | None) -> tuple[Candidate, ...]:
    rows = [] if packed is None else json.loads(packed)
    return tuple(Candidate(name, PartyKind(kind), confidence) for name, kind, confidence in rows)
