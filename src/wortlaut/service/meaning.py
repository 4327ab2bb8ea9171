"""Who is meant in an article's statements, and which actors of the record those are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from wortlaut.types import (
    ActorName,
    Attribution,
    Channel,
    Document,
    EventPart,
    Judgement,
    PartyKind,
    ResolvedParty,
    SaidBefore,
    SaidOn,
    Sense,
    Statement,
    Telling,
    TimeRef,
)

if TYPE_CHECKING:
    from wortlaut.meaning.actors import Actors
    from wortlaut.meaning.acts.situation import Situation
    from wortlaut.meaning.linking import Linked
    from wortlaut.record import Meaning

__all__ = ["GERMAN_MEANING", "Links"]

_PACKAGES = ("actors", "linking", "who", "acts", "when", "where", "targets", "events")
_DIGITS = 12  # of a digest
_ARTICLE = re.compile(r"^(?:der|die|das|dem|den|des) ", re.IGNORECASE)


class _GermanMeaning:
    """What the record asks of meaning, from `wortlaut.meaning`."""

    def __init__(self) -> None:
        self._last: tuple[Document, date | None, tuple[TimeRef, ...]] | None = None
        self._situated: tuple[Document, Sequence[Statement], Sequence[Situation]] | None = None

    @property
    def made_by(self) -> str:
        from wortlaut import __version__
        from wortlaut.meaning.actors import folders_in_use

        return f"{__version__} {_digest(folders_in_use())[:_DIGITS]}"

    def attribute(
        self, document: Document, statements: Sequence[Statement], published: date | None
    ) -> tuple[Attribution, ...]:
        from wortlaut.meaning.who import attribute

        found = attribute(document, statements, published=published)
        links = Links(found, document.text, published)

        def linked(parties: Sequence[ResolvedParty]) -> tuple[ResolvedParty, ...]:
            return tuple(replace(each, actor=links.actor_of(each)) for each in parties)

        return tuple(Attribution(each.statement, linked(each.speakers), linked(each.addressees)) for each in found)

    def senses(
        self,
        document: Document,
        statements: Sequence[Statement],
        published: date | None,
        attributions: Sequence[Attribution],
    ) -> tuple[Sense, ...]:
        from wortlaut.meaning.acts import answers, judge
        from wortlaut.meaning.when.preceding import said_before
        from wortlaut.meaning.when.saying import said_on
        from wortlaut.meaning.where import places_and_channels

        judged = judge(document, statements, situated=self._situations(document, statements))
        answered = answers(document, statements, judged)
        told = self._times(document, published)
        days = said_on(document, statements, told, published)
        events = said_before(document, statements, told, published)
        channels = places_and_channels(document, statements, attributions)
        return tuple(_sense(*each) for each in zip(judged, answered, days, events, channels, strict=True))

    def targets(
        self,
        document: Document,
        statements: Sequence[Statement],
        published: date | None,
        attributions: Sequence[Attribution],
        senses: Sequence[Sense],
    ) -> tuple[Attribution, ...]:
        from wortlaut.meaning.targets import Directed, targets

        acts = {each.statement: each.act for each in senses}
        answered = {each.statement: each.answers for each in senses}
        situated = self._situations(document, statements)
        asked = Directed(document, tuple(statements), tuple(attributions), acts, answered, published, situated)
        found = targets(asked)
        links = Links(attributions, document.text, published)
        return tuple(
            replace(each, targets=tuple(replace(party, actor=links.actor_of(party)) for party in parties))
            for each, parties in zip(attributions, found, strict=True)
        )

    def tellings(
        self,
        article: str,
        document: Document,
        statements: Sequence[Statement],
        published: date | None,
        attributions: Sequence[Attribution],
    ) -> tuple[Telling, ...]:
        from wortlaut.meaning.events import tellings

        refs = self._times(document, published)
        found = tellings(article, document, published, refs=refs, statements=statements)
        if not found:
            return ()
        links = _PartLinks(attributions, document.text, published)
        return tuple(replace(each, actors=tuple(map(links.actor_of, each.event.who))) for each in found)

    def _times(self, document: Document, published: date | None) -> tuple[TimeRef, ...]:
        """The document's times, which statements and events both ask for, one after the other."""
        from wortlaut.meaning.when import times

        last = self._last
        if last is None or last[0] is not document or last[1] != published:
            last = self._last = (document, published, tuple(times(document, published)))
        return last[2]

    def _situations(self, document: Document, statements: Sequence[Statement]) -> Sequence[Situation]:
        """What is around each statement, which acts and targets both ask for, one after the other."""
        from wortlaut.meaning.acts.cues import shipped
        from wortlaut.meaning.acts.situation import situations

        last = self._situated
        if last is None or last[0] is not document or last[1] is not statements:
            last = self._situated = (document, statements, situations(document, statements, shipped()))
        return last[2]

    def actor_name(self, actor: str) -> ActorName | None:
        from wortlaut.meaning.actors import in_use

        entry = in_use().persons.get(actor) or in_use().bodies.get(actor)
        return None if entry is None else ActorName(entry.name, entry.wikidata or None)


def _sense(
    judged: Judgement, answered: str | None, said: SaidOn | None, before: SaidBefore | None, channel: Channel
) -> Sense:
    return Sense(
        statement=judged.statement,
        act=judged.act,
        confidence=round(judged.confidence, 4),
        stance=judged.stance,
        effect=judged.effect,
        is_repeated=judged.repeated,
        is_earlier=judged.before,
        is_negated=judged.negated,
        modality=judged.modality,
        condition=judged.condition,
        answers=answered,
        said_on=said,
        said_before=before,
        venue=None if channel.venue is None else replace(channel.venue, evidence=()),
        via=tuple(replace(each, evidence=()) for each in channel.via),
    )


class Links:
    """Which actors the parties of an article are.

    What the article says of somebody in one place counts in all: who is called by a family name here and by an office
    there is led to an actor by both.
    """

    def __init__(self, attributions: Iterable[Attribution], text: str, published: date | None) -> None:
        self._text = text
        self._published = published
        self._offices: dict[str, dict[str, None]] = defaultdict(dict)
        for attribution in attributions:
            for party in (*attribution.speakers, *attribution.addressees):
                if party.kind is PartyKind.PERSON and party.name is not None:
                    self._offices[party.name].update(dict.fromkeys(self._told(party)))

    def actor_of(self, party: ResolvedParty) -> str | None:
        """The id of the actor that the party is; None where that is open."""
        linked = self.linked(party)
        return None if linked is None else linked.actor

    def linked(self, party: ResolvedParty) -> Linked | None:
        """The actor with what is not certain about it; None where the party has no words that could lead to one."""
        wording = party.name
        if wording is None and party.kind in (PartyKind.UNNAMED, PartyKind.GROUP):
            wording = self._words(party)
        if wording is None:
            return None
        linked = _link(party.kind, wording, party.office, self._published)
        if linked.actor is not None or party.kind is not PartyKind.PERSON:
            return linked
        others = [_link(party.kind, wording, each, self._published) for each in self._offices[wording]]
        found = {each.actor: each for each in others if each.actor is not None}
        return next(iter(found.values())) if len(found) == 1 else linked

    def _told(self, party: ResolvedParty) -> Iterator[str]:
        """The offices that are given to a party by its name, and by a mention that is none of the name."""
        if party.office is not None:
            yield party.office
        mention = _ARTICLE.sub("", self._words(party))
        if mention and not set(mention.split()) & set((party.name or "").split()):
            yield mention

    def _words(self, party: ResolvedParty) -> str:
        return " ".join(span.of(self._text) for span in party.mention)


class _PartLinks:
    """Which actors the names of those are who take part in events.

    Whoever speaks or is spoken to in the same words, or by the same name, is the same one.
    """

    def __init__(self, attributions: Iterable[Attribution], text: str, published: date | None) -> None:
        self._links = Links(attributions, text, published)
        self._published = published
        self._parties = [
            (party, self._links.actor_of(party))
            for attribution in attributions
            for party in (*attribution.speakers, *attribution.addressees)
            if party.name is not None
        ]

    def actor_of(self, part: EventPart) -> str | None:
        """The id of the actor that the part names; None where that is open."""
        for party, actor in self._parties:
            is_there = any(each == part.span for each in party.mention)
            if is_there or (party.name == part.name and party.kind is part.kind):
                return actor
        if part.kind not in (PartyKind.PERSON, PartyKind.ORGANISATION):
            return None
        return _link(part.kind, part.name, None, self._published).actor


def _link(kind: PartyKind, name: str, office: str | None, published: date | None) -> Linked:
    from wortlaut.meaning.actors import in_use

    return _linked(kind, name, office, published, in_use())


@lru_cache(maxsize=2**14)
def _linked(kind: PartyKind, name: str, office: str | None, published: date | None, actors: Actors) -> Linked:
    from wortlaut.meaning.linking import Evidence, link

    return link(Evidence(kind, name, office, published), actors)


@lru_cache(maxsize=4)
def _digest(folders: tuple[Path, ...]) -> str:
    """The digest of all lists, weights and rules that decide who is meant, and of the user's own lists."""
    digest = sha256()
    packages = [files(f"wortlaut.meaning.{package}") for package in _PACKAGES]
    for folder in (*packages, *folders):
        for each in sorted(folder.iterdir(), key=lambda path: path.name):
            if each.name.endswith((".tsv", ".txt", ".py")):
                digest.update(each.name.encode() + b"\0" + each.read_bytes())
    return digest.hexdigest()


GERMAN_MEANING: Meaning = _GermanMeaning()
