"""Invented people and bodies, and a knowledge of who is meant that goes by a table of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tests.record.builder import READER, Words, article, document, keep, lemma, statement
from wortlaut.meaning.events import tellings
from wortlaut.record import Kept, Record
from wortlaut.record.contents import Meant, ToKeep
from wortlaut.types import (
    Act,
    ActorName,
    Article,
    Attribution,
    Candidate,
    ChannelKind,
    ChannelLink,
    Condition,
    Dispute,
    Document,
    EventPart,
    Modality,
    Party,
    PartyKind,
    Provenance,
    ResolvedParty,
    SaidBefore,
    SaidOn,
    Sense,
    Statement,
    StatementType,
    Telling,
    Venue,
)

__all__ = [
    "BRANDIS",
    "LIND",
    "RAT",
    "TABLE",
    "WEDDEL",
    "Cast",
    "Knowing",
    "actors_in",
    "names_in",
    "said",
    "story",
    "take",
    "take_meant",
]

LIND, BRANDIS, WEDDEL, RAT = "person:mara-lind", "person:ole-brandis", "L17", "organisation:rat"
# By the words of a mention: who is meant, and what office that one has.
TABLE: Mapping[str, tuple[PartyKind, str, str | None, str | None]] = {
    "Mara Lind": (PartyKind.PERSON, "Mara Lind", None, LIND),
    "Mara Lind-Öhm": (PartyKind.PERSON, "Mara Lind-Öhm", "Lotsin", LIND),
    "die Lotsin": (PartyKind.PERSON, "Mara Lind", "Lotsin", LIND),
    "Ole Brandis": (PartyKind.PERSON, "Ole Brandis", "Reeder", BRANDIS),
    "O. Brandis": (PartyKind.PERSON, "O. Brandis", None, "person:o.-brandis"),
    "Tanja Weddel": (PartyKind.PERSON, "Tanja Weddel", "Bürgermeisterin", WEDDEL),
    "die Bürgermeisterin": (PartyKind.PERSON, "Tanja Weddel", "Bürgermeisterin", WEDDEL),
    "Reeder": (PartyKind.PERSON, "Ole Brandis", "Reeder", BRANDIS),
    "der Rat": (PartyKind.ORGANISATION, "Rat", None, RAT),
    "dem Rat": (PartyKind.ORGANISATION, "Rat", None, RAT),
    "Jost": (PartyKind.PERSON, "Jost", None, None),
}


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is meant, by the words of the mention in the text."""

    made_by: str = "besetzung 1"
    table: Mapping[str, tuple[PartyKind, str, str | None, str | None]] = field(default_factory=lambda: TABLE)
    listed: Mapping[str, ActorName] = field(default_factory=lambda: {WEDDEL: ActorName("Tanja Weddel-Groß", "Q17")})

    def attribute(
        self, document: Document, statements: Sequence[Statement], published: date | None
    ) -> tuple[Attribution, ...]:
        def resolved(parties: Sequence[Party]) -> tuple[ResolvedParty, ...]:
            return tuple(self._resolved(document.text, each) for each in parties)

        return tuple(Attribution(each.id, resolved(each.speakers), resolved(each.addressees)) for each in statements)

    def senses(
        self,
        document: Document,
        statements: Sequence[Statement],
        published: date | None,
        attributions: Sequence[Attribution],
    ) -> tuple[Sense, ...]:
        """What kind they are, by their number of words, so that every kind occurs."""
        return tuple(self._sense(document.text, each) for each in statements)

    def targets(
        self,
        document: Document,
        statements: Sequence[Statement],
        published: date | None,
        attributions: Sequence[Attribution],
        senses: Sequence[Sense],
    ) -> tuple[Attribution, ...]:
        """At whoever is spoken to, and where the number of words is even at a thing."""
        thing = ResolvedParty((), PartyKind.THING, "das Hafenfest", None, 0.5)
        return tuple(
            replace(each, targets=each.addressees + ((thing,) if sense.is_repeated else ()))
            for each, sense in zip(attributions, senses, strict=True)
        )

    def _sense(self, text: str, each: Statement) -> Sense:
        count = sum(len(span.of(text).split()) for span in each.quote)
        quote, day = each.quote[:1], date(2026, 1, 1 + count % 28)
        return Sense(
            statement=each.id,
            act=tuple(Act)[count % len(Act)],
            confidence=0.75,
            is_repeated=count % 2 == 0,
            modality=tuple(Modality)[count % len(Modality)] if count % 3 else None,
            condition=Condition(quote, quote, each.id if count % 5 else None) if count % 4 == 0 else None,
            answers=each.id if count % 6 == 0 else None,
            said_on=SaidOn(day, day, quote, 0.5) if count % 3 == 0 else None,
            said_before=SaidBefore("Wahl", day if count % 2 else None, None, quote) if count % 5 == 0 else None,
            venue=Venue(quote, "Sitzung in Örling", "Sitzung", "Örling") if count % 4 == 1 else None,
            via=(
                ChannelLink(ChannelKind.AGENCY, quote, "dpx"),
                ChannelLink(ChannelKind.RECORDING, quote, None, quote, "Rat", (Dispute(quote, quote),), True),
            )[: count % 3],
        )

    def tellings(
        self,
        article: str,
        document: Document,
        statements: Sequence[Statement],
        published: date | None,
        attributions: Sequence[Attribution],
    ) -> tuple[Telling, ...]:
        """The events that the real finder finds, with the actors of the table."""
        found = tellings(article, document, published, statements=statements)
        return tuple(replace(each, actors=tuple(self._actor(part) for part in each.event.who)) for each in found)

    def _actor(self, part: EventPart) -> str | None:
        return self.table.get(part.name, (None, None, None, None))[3]

    def actor_name(self, actor: str) -> ActorName | None:
        return self.listed.get(actor)

    def _resolved(self, text: str, party: Party) -> ResolvedParty:
        words = " ".join(span.of(text) for span in party.mention)
        kind, name, office, actor = self.table.get(words, (PartyKind.UNKNOWN, None, None, None))
        found = ResolvedParty(party.mention, kind, name, office, 0.75, actor=actor)
        return found if name is None else replace(found, candidates=(Candidate(name, kind, 0.75),))


class Knowing(Words):
    """The record's knowledge of words and of who is meant."""

    def __init__(self, meaning: Cast | None = None) -> None:
        self.meaning = meaning or Cast()


def story(number: int, *speakers: str, published: date | None = None, source: str | None = None) -> Article:
    """An article in which each of the speakers says something of their own."""
    told = " ".join(f"„{_spoken(number, at)}“, sagte {name}." for at, name in enumerate(speakers))
    return article(told, url=f"https://example.org/{number}", published=published, source=source)


def said(of: Article, *speakers: str, made_by: Provenance = READER) -> list[Statement]:
    """The statements of such a story, read by whoever `made_by` is."""
    number = int((of.url or "").rsplit("/", 1)[1])
    return [
        statement(of, f"„{_spoken(number, at)}“", speaker=name, kind=StatementType.DIRECT, made_by=made_by)
        for at, name in enumerate(speakers)
    ]


def take(record: Record, number: int, *speakers: str, source: str | None = None) -> list[str]:
    """The ids of the statements of a story that is kept now."""
    item = story(number, *speakers, source=source)
    statements = said(item, *speakers)
    keep(record, item, statements)
    return [each.id for each in statements]


def take_meant(record: Record, number: int, *speakers: str, made_by: str = "besetzung 1") -> Kept:
    """What became of a story that comes with who is meant in it."""
    item = story(number, *speakers)
    statements, made = said(item, *speakers), document(item.text)
    meant = Meant(Cast().attribute(made, statements, None), made_by)
    lemmas = [lemma(token.of(item.text)) for token in made.tokens]
    (kept,) = record.keep_all([ToKeep(item, made, lemmas, statements, READER, meant)])
    assert isinstance(kept, Kept)
    return kept


def actors_in(record: Record) -> dict[str, tuple[str | None, ...]]:
    """The actors of those who speak, by the ids of the statements."""
    return {each.statement.id: tuple(party.actor for party in each.speakers) for each in record.statements()}


def names_in(record: Record) -> dict[str, str]:
    """What the actors of the record are called, by their ids."""
    return {each.id: each.name for each in record.actors()}


def _spoken(number: int, at: int) -> str:
    return f"Das war Satz {at} der Meldung {number}"
