"""The parts of a statement as fields of a form, and what was changed in them as a `Wording`.

A field shows words, one stretch or mention a line. A hidden field beside it has places, as the page and its script know
them. A line whose words stand at one of these means just that place; others are looked for in the article. So
selecting text is exact, and typing works as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from starlette.datastructures import FormData

from wortlaut.errors import NotInText
from wortlaut.export.visible import one_line
from wortlaut.service import Wording
from wortlaut.texts import Texts
from wortlaut.types import Act, Found, Medium, PartyKind, ResolvedParty, Span, StatementType

__all__ = ["Choice", "Field", "Fields", "fields_of", "fields_sent", "wording_of"]

_BETWEEN = " […] "
_PLACES = re.compile(r"\d{1,9}-\d{1,9}(?: \d{1,9}-\d{1,9})*")
# Parts that are set by selecting text, in the order of their keys: 1, 2, …
PARTS = ("quote", "cue", "frame", "speakers", "addressees")
_NAMELESS = (PartyKind.UNNAMED, PartyKind.GROUP, PartyKind.DOCUMENT, PartyKind.UNKNOWN)
_NAMED = (PartyKind.PERSON, PartyKind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class Field:
    """A part that is set by selecting text: its words line by line, and the places of these lines."""

    name: str
    words: str = ""
    places: str = ""

    @property
    def rows(self) -> int:
        """How many lines the field is high."""
        return max(1, self.words.count("\n") + 1)


@dataclass(frozen=True, slots=True)
class Choice:
    """A part that is chosen from a list."""

    name: str
    value: str
    options: tuple[str, ...]
    prefix: str  # of the keys of the options' texts


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a form about one statement; `who` says who each speaker is, `candidates` who may be meant."""

    parts: tuple[Field, ...]
    choices: tuple[Choice, ...]
    who: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


def fields_of(found: Found | None, texts: Texts) -> Fields:
    """The fields as the statement fills them; empty ones where there is none yet."""
    if found is None:
        return Fields(tuple(Field(name) for name in PARTS), _choices(StatementType.DIRECT, None, None))
    statement, text = found.statement, found.article.text
    mentions: dict[str, list[tuple[Span, ...]]] = {
        "quote": [(span,) for span in statement.quote],
        "cue": [(span,) for span in statement.cue.spans],
        "frame": [(span,) for span in statement.frame.spans],
        "speakers": [party.mention for party in statement.speakers],
        "addressees": [party.mention for party in statement.addressees],
    }
    candidates = dict.fromkeys(
        one_line(each.name) for party in found.speakers for each in party.candidates if each.kind in _NAMED
    )
    return Fields(
        tuple(_field(name, mentions[name], text) for name in PARTS),
        _choices(statement.type, statement.medium, None if found.sense is None else found.sense.act),
        tuple(_who(each, texts) for each in found.speakers),
        (*candidates, *(texts(f"who.{kind.value}") for kind in _NAMELESS)),
    )


def fields_sent(before: Fields, sent: FormData) -> Fields:
    """The fields as they were sent, to be shown again."""
    return replace(
        before,
        parts=tuple(
            Field(each.name, _text(sent, each.name, each.words), _text(sent, f"{each.name}_at", each.places))
            for each in before.parts
        ),
        choices=tuple(replace(each, value=_text(sent, each.name, each.value)) for each in before.choices),
        who=_several(sent, "who", before.who),
    )


def wording_of(before: Fields, sent: FormData, text: str, texts: Texts) -> Wording:
    """What the form says that the fields before it did not, of an article with that text; raises `NotInText`."""
    now = fields_sent(before, sent)
    lines = {new.name: _changed(new, old, text) for new, old in zip(now.parts, before.parts, strict=True)}
    chosen = {
        new.name: None if new.value == old.value or new.value not in new.options else new.value
        for new, old in zip(now.choices, before.choices, strict=True)
    }
    kind, medium, act = chosen["type"], chosen["medium"], chosen["act"]
    return Wording(
        quote=lines["quote"],
        cue=lines["cue"],
        frame=lines["frame"],
        speakers=lines["speakers"],
        addressees=lines["addressees"],
        type=None if kind is None else StatementType(kind),
        medium=None if medium is None else Medium(medium),
        act=None if act is None else Act(act),
        who=None if now.who == before.who else _named(now.who, texts),
    )


def _changed(new: Field, old: Field, text: str) -> tuple[str, ...] | None:
    """The lines of a field in which something else stands than before, else None."""
    if _lines(new.words) == _lines(old.words) and _lines(new.places) == _lines(old.places):
        return None
    return _placed(new, text)


def _field(name: str, mentions: Sequence[tuple[Span, ...]], text: str) -> Field:
    words = [_BETWEEN.join(one_line(span.of(text)) for span in mention) for mention in mentions]
    places = [" ".join(f"{span.start}-{span.end}" for span in mention) for mention in mentions]
    return Field(name, "\n".join(words), "\n".join(places))


def _choices(type_: StatementType, medium: Medium | None, act: Act | None) -> tuple[Choice, ...]:
    return (
        Choice("type", type_.value, tuple(each.value for each in StatementType), "type"),
        Choice("medium", "" if medium is None else medium.value, tuple(each.value for each in Medium), "medium"),
        Choice("act", "" if act is None else act.value, tuple(each.value for each in Act), "act"),
    )


def _who(party: ResolvedParty, texts: Texts) -> str:
    """Who is meant by a speaker, as the field has it."""
    if party.name is not None and party.kind in _NAMED:
        return one_line(party.name)
    kind = party.kind if party.kind in _NAMELESS else PartyKind.UNKNOWN
    return texts(f"who.{kind.value}")


def _named(written: Sequence[str], texts: Texts) -> tuple[str, ...]:
    """Who is written, where what stands for nobody by name is told as programs have it."""
    nameless = {texts(f"who.{kind.value}"): kind.value for kind in _NAMELESS}
    return tuple(nameless.get(each, each) for each in written)


def _placed(field: Field, text: str) -> tuple[str, ...]:
    """The lines of a field: places where the words stand at one of theirs, else the words themselves."""
    known: dict[str, list[str]] = {}
    for places in _lines(field.places):
        if _PLACES.fullmatch(places):
            known.setdefault(_words_at(places, text), []).append(places)
    found = [known[words].pop(0) if known.get(words) else words for words in _lines(field.words)]
    if field.name in ("quote", "cue", "frame") and all(map(_PLACES.fullmatch, found)):
        found.sort(key=lambda places: int(places.partition("-")[0]))
    return tuple(found)


def _words_at(places: str, text: str) -> str:
    spans = [Span(*map(int, each.split("-"))) for each in places.split() if _is_span(each)]
    if not spans or any(span.end > len(text) for span in spans):
        raise NotInText("place_impossible", place=places)
    return _BETWEEN.join(one_line(span.of(text)) for span in spans)


def _is_span(place: str) -> bool:
    start, end = map(int, place.split("-"))
    return start < end


def _lines(written: str) -> list[str]:
    return [line for each in written.splitlines() if (line := one_line(each))]


def _several(sent: FormData, name: str, default: tuple[str, ...]) -> tuple[str, ...]:
    """All that was sent under that name, without empty ones."""
    if name not in sent:
        return default
    return tuple(line for each in sent.getlist(name) if isinstance(each, str) and (line := one_line(each)))


def _text(sent: FormData, name: str, default: str) -> str:
    value = sent.get(name, default)
    return value if isinstance(value, str) else default
