"""Who is meant in a version's statements, kept beside what readers found: made anew where its statements changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from sqlalchemy import Connection, bindparam, delete, insert, select

from wortlaut.decisions import SaidDays, Who
from wortlaut.record.contents import Language, Meaning, Meant
from wortlaut.record.search.indexing import LemmaIndex
from wortlaut.record.tables.meant import pack_meant, unpack_meant
from wortlaut.record.tables.packing import pack_spans
from wortlaut.record.tables.rows import State, Values, seal_of
from wortlaut.record.tables.schema import meaning
from wortlaut.types import Act, Attribution, PartyKind, ResolvedParty, SaidOn, Sense, Standing, Statement, Venue

__all__ = [
    "Asked",
    "Decided",
    "VersionText",
    "asked",
    "attributed",
    "basis_of",
    "given_values",
    "is_meant",
    "load_meant",
    "meaning_of",
    "meaning_seal",
    "meant_by",
    "understood",
]

_FIND = select(meaning).where(meaning.c.version_key == bindparam("version"))
_INSERT = insert(meaning).prefix_with("OR REPLACE", dialect="sqlite")
# What the present reading does not find or a person rejected says nothing about who speaks elsewhere.
_UNHEARD = frozenset({Standing.LOST, Standing.REJECTED})


class Decided(Protocol):
    """What people decided about what is meant in statements, by their ids."""

    @property
    def who(self) -> Mapping[str, tuple[Who, ...]]:
        """Who speaks."""
        ...

    @property
    def acts(self) -> Mapping[str, Act]:
        """What the speaker does."""
        ...

    @property
    def said(self) -> Mapping[str, SaidDays]:
        """On which days it was said."""
        ...

    @property
    def venues(self) -> Mapping[str, str]:
        """Where or on which occasion."""
        ...


class VersionText(Protocol):
    """A version of an article, as far as it decides who is meant."""

    @property
    def key(self) -> int:
        """Its key in the tables."""
        ...

    @property
    def text(self) -> str:
        """The words."""
        ...

    @property
    def published(self) -> date | None:
        """The day."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked anew of a version: the digest of all that decides it, and what was found, None by nothing."""

    basis: bytes
    meant: Meant | None


def asked(states: Iterable[State]) -> list[Statement]:
    """The statements of which it is asked who is meant in them."""
    return [each.statement for each in states if is_meant(each)]


def is_meant(state: State) -> bool:
    """Whether it is asked who is meant in the statement."""
    return state.standing not in _UNHEARD


def basis_of(text: str, published: date | None, statements: Iterable[Statement]) -> bytes:
    """The digest of all that decides who is meant."""
    places = [
        (
            each.id,
            each.type.value,
            pack_spans(each.quote),
            pack_spans(each.cue.spans),
            pack_spans(each.frame.spans),
            [(pack_spans(party.mention), float(party.confidence)) for party in each.speakers],
            [(pack_spans(party.mention), float(party.confidence)) for party in each.addressees],
        )
        for each in statements
    ]
    return seal_of(text, published, places)


def meaning_seal(made_by: str, basis: bytes, found: bytes) -> bytes:
    """The digest of who is meant in a version: what made it, of what, and what it found."""
    return seal_of(made_by, basis, found)


def given_values(version_key: int, basis: bytes, meant: Meant) -> Values:
    """The columns of the meaning of a version."""
    found = pack_meant(meant)
    seal = meaning_seal(meant.made_by, basis, found)
    return {"version_key": version_key, "made_by": meant.made_by, "basis": basis, "found": found, "seal": seal}


def load_meant(connection: Connection, version_key: int) -> Meant:
    """What was found to be meant in the statements of the version; nothing where nobody looked."""
    row = connection.execute(_FIND, {"version": version_key}).one_or_none()
    return Meant((), "") if row is None else unpack_meant(row.found, row.made_by)


def understood(
    connection: Connection,
    article_id: str,
    version: VersionText,
    states: Sequence[State],
    known: LemmaIndex | Language | None,
    *,
    anew: bool = False,
) -> Asked | None:
    """What was asked anew, None where nothing was; who is meant is kept as found before where it is of the very same.

    `anew` asks again where something else found it. Where nothing is known of who is meant, it is not kept what another
    state of the statements meant.
    """
    statements = asked(states)
    text, published = version.text, version.published
    basis = basis_of(text, published, statements)
    row = connection.execute(_FIND, {"version": version.key}).one_or_none()
    knows = meaning_of(known)
    if row is not None and row.basis == basis and (not anew or knows is None or row.made_by == knows.made_by):
        return None
    index = known if isinstance(known, LemmaIndex) else LemmaIndex.of(text, known)
    meant = meant_by(index, article_id, statements, published)
    if meant is None:
        connection.execute(delete(meaning).where(meaning.c.version_key == version.key))
    else:
        connection.execute(_INSERT, given_values(version.key, basis, meant))
    return Asked(basis, meant)


def meant_by(
    lemma_index: LemmaIndex, article_id: str, statements: Sequence[Statement], published: date | None
) -> Meant | None:
    """Who is meant in the statements of the text of the index; None where its language does not know."""
    knows = meaning_of(lemma_index)
    if knows is None:
        return None
    document = lemma_index.document
    attributions = knows.attribute(document, statements, published)
    senses = knows.senses(document, statements, published, attributions)
    directed = knows.targets(document, statements, published, attributions, senses)
    tellings = knows.tellings(article_id, document, statements, published, attributions)
    return Meant(directed, knows.made_by, senses, tellings)


def meaning_of(known: LemmaIndex | Language | None) -> Meaning | None:
    """What knows who is meant, of the language that is known; None where nothing does."""
    language = known.language if isinstance(known, LemmaIndex) else known
    return None if language is None else language.meaning


def attributed(states: Iterable[State], found: Meant, outcome: Decided | None = None) -> list[State]:
    """The states with what is meant in them; what a person decided goes before what was found."""
    who = {} if outcome is None else outcome.who
    acts = {} if outcome is None else outcome.acts
    senses = {each.statement: each for each in found.senses}
    attributions = {
        each.statement: _with_targets(each, senses.get(each.statement), acts.get(each.statement))
        for each in found.attributions
    }
    return [
        replace(
            each,
            attribution=_attribution(each, attributions.get(name), who.get(name)),
            sense=_sense(each, senses.get(name), outcome),
        )
        for each in states
        for name in (each.statement.id,)
    ]


def _with_targets(attribution: Attribution, found: Sense | None, act: Act | None) -> Attribution:
    """The attribution, without targets where a person says that the act is another than the one that has them."""
    is_other = act is not None and (found is None or found.act is not act)
    return replace(attribution, targets=()) if is_other else attribution


def _sense(state: State, found: Sense | None, outcome: Decided | None) -> Sense | None:
    name = state.statement.id
    act, said, venue = (
        (None, None, None)
        if outcome is None
        else (outcome.acts.get(name), outcome.said.get(name), outcome.venues.get(name))
    )
    if act is None and said is None and venue is None:
        return found if is_meant(state) else None
    made = found or Sense(name, act or Act.ASSERT, 0.0)  # where nobody looked, the default act, of which nobody is sure
    if act is not None:
        made = replace(made, act=act, confidence=1.0)
    if said is not None:
        made = replace(made, said_on=_said_on(made.said_on, said))
    if venue is not None:
        made = replace(made, venue=_venue(made.venue, venue))
    return made


def _said_on(found: SaidOn | None, said: SaidDays) -> SaidOn | None:
    """The days that a person gave, with the words that were found for just these."""
    if said.first is None or said.last is None:
        return None
    is_found = found is not None and (found.since, found.until) == (said.first, said.last)
    return SaidOn(said.first, said.last, found.spans if found is not None and is_found else (), 1.0)


def _venue(found: Venue | None, name: str) -> Venue | None:
    """The venue that a person named, as it was found where it was found by that name."""
    return None if not name else found if found is not None and found.name == name else Venue((), name)


def _attribution(state: State, found: Attribution | None, who: tuple[Who, ...] | None) -> Attribution | None:
    if who is None:
        is_named = found is not None and (found.speakers or found.addressees or found.targets)
        return found if is_named and is_meant(state) else None
    addressees = () if found is None else found.addressees
    speakers = () if found is None else found.speakers
    targets = () if found is None else found.targets
    return Attribution(state.statement.id, _decided(state.statement, speakers, who), addressees, targets)


def _decided(statement: Statement, found: Sequence[ResolvedParty], who: Sequence[Who]) -> tuple[ResolvedParty, ...]:
    """The speakers as a person named them, each beside the mention that stands in the same place."""
    mentions = (
        [each.mention for each in found] if len(found) == len(who) else [each.mention for each in statement.speakers]
    )
    offices = {each.name: each.office for each in found if each.name is not None}
    return tuple(
        ResolvedParty(
            mention=mentions[at] if at < len(mentions) else (),
            kind=each.kind,
            name=each.name,
            office=offices.get(each.name or "") if each.kind is PartyKind.PERSON else None,
            confidence=1.0,
            actor=each.actor,
        )
        for at, each in enumerate(who)
    )
