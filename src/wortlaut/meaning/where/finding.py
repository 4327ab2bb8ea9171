"""Where each statement was made and by which chain it came, from the article alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from wortlaut.meaning.where.disputes import disputed
from wortlaut.meaning.where.links import Linking
from wortlaut.meaning.where.scene import Scene
from wortlaut.meaning.where.surroundings import Said, Surroundings
from wortlaut.meaning.where.venues import own_venue, told_venue
from wortlaut.types import (
    Attribution,
    Channel,
    ChannelKind,
    ChannelLink,
    DisputedChannel,
    Document,
    Statement,
    StatementType,
    Venue,
)

__all__ = ["disputed_channels", "places_and_channels"]

# Sentences from one that tells a venue, without a statement of its own, to the statement that goes on from it.
_INTRODUCED = 3
# Sentences between two statements of one speaker, over which the venue of the first still holds.
_GAP = 6
# Statements back to one of the same speaker.
_STEPS = 4
# Sentences that lead to a statement, of the last ones before it, that are looked at.
_LAST = 3
_NEAR = 1  # the same, for links: the very next sentence
_OTHER_TIME = frozenset("zuvor später früher bereits damals vorher gestern tags".split())


@dataclass(frozen=True, slots=True)
class _Introduction:
    """A sentence without a statement that tells a venue: its number, and the names and roles in it."""

    sentence: int
    place: int
    venue: Venue
    words: frozenset[str]


def places_and_channels(
    document: Document, statements: Sequence[Statement], attributions: Sequence[Attribution] = ()
) -> tuple[Channel, ...]:
    """Venue and chain of each statement, in the order of `statements`, which are all of the article.

    With `attributions` (`wortlaut.meaning.who`) it is known better which statements have the same speaker.
    """
    surroundings = Surroundings(document, statements, attributions)
    return _Finding(surroundings).all(statements)


def disputed_channels(document: Document, statements: Sequence[Statement]) -> tuple[DisputedChannel, ...]:
    """The letters and recordings of the article that are in dispute, also where no statement came by them."""
    return disputed(Surroundings(document, statements))


class _Finding:
    """Goes through the statements of an article in the order of the text."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings
        self._scene: Scene = surroundings.scene
        self._linking = Linking(surroundings)
        self._disputed = disputed(surroundings)
        self._introductions = _introductions(surroundings)
        self._venues: dict[str, Venue | None] = {}
        self._links: dict[str, tuple[ChannelLink, ...]] = {}

    def all(self, statements: Sequence[Statement]) -> tuple[Channel, ...]:
        """The channels in the order of `statements`."""
        for said in self._surroundings.said:
            key = said.statement.id
            self._venues[key] = own_venue(self._surroundings, said) or self._carried_venue(said)
            self._links[key] = self._with_disputes(self._linking.own(said) or self._carried_links(said))
        return tuple(Channel(each.id, self._venues[each.id], self._links[each.id]) for each in statements)

    def _carried_venue(self, said: Said) -> Venue | None:
        """The venue of what it goes on from: a statement around it or before it, or a sentence that leads to it."""
        parent = said.parent
        if parent is not None and (not said.frame or set(said.frame) <= set(parent.frame) or said.who & parent.who):
            return _carried(self._venues.get(parent.statement.id))
        introduction = self._introduction(said)
        before, steps = said.before, 0
        while before is not None and steps < _STEPS and (introduction is None or before.first > introduction.place):
            if self._goes_on(before, said):
                return _carried(self._venues.get(before.statement.id))
            if self._scene.breaks_between(before.last, said.first) and before.who:
                break
            before, steps = before.before, steps + 1
        return _carried(introduction.venue) if introduction is not None else None

    def _goes_on(self, before: Said, said: Said) -> bool:
        """Whether the same one says it, on the same occasion as far as the words tell."""
        gap = self._scene.sentence(said.first) - self._scene.sentence(before.last)
        is_next = said.goes_on and said.statement.type is not StatementType.FREE_INDIRECT and before is said.before
        if is_next and not self._is_other(before, said):
            return gap <= 2
        if gap > _GAP or not said.speaker:
            return False
        if (said.days and said.days != before.days) or self._is_earlier(said):
            return False
        return self._is_same(before, said)

    def _is_same(self, before: Said, said: Said) -> bool:
        if said.who and before.who:
            return bool(before.who & said.who)
        return said.is_pronoun and before is said.before

    def _is_other(self, before: Said, said: Said) -> bool:
        """Whether the words tell that somebody else speaks."""
        return bool(said.speaker and said.who and before.who) and not said.who & before.who

    def _is_earlier(self, said: Said) -> bool:
        return any(self._scene.lower[place] in _OTHER_TIME for place in said.zone)

    def _introduction(self, said: Said) -> _Introduction | None:
        """The last sentence before that tells a venue and names the speaker."""
        sentence = self._scene.sentence(said.first)
        known = bisect_left(self._introductions, said.first, key=lambda each: each.place)
        for each in reversed(self._introductions[max(known - _LAST, 0) : known]):
            reach = _NEAR if each.venue.occasion is None and each.venue.outlet is None else _INTRODUCED
            is_near = sentence - each.sentence <= reach
            is_next = sentence - each.sentence == 1 and (said.is_pronoun or said.goes_on)
            if is_near and (said.called & each.words or is_next):
                return each
            if each.sentence < sentence - _INTRODUCED:
                return None
        return None

    def _carried_links(self, said: Said) -> tuple[ChannelLink, ...]:
        """The links of the statement around it, or of the one from which it goes on without a report of its own."""
        if said.parent is not None:
            return tuple(replace(link, carried=True) for link in self._links.get(said.parent.statement.id, ()))
        before = said.before
        if before is None or not said.goes_on:
            return self._written(said)
        gap = self._scene.sentence(said.first) - self._scene.sentence(before.last)
        if gap > _NEAR or self._is_other(before, said) or self._scene.breaks_between(before.last, said.first):
            return ()
        links = self._links.get(before.statement.id, ())
        if said.statement.type is StatementType.FREE_INDIRECT:
            # "Er soll …" behind a report is hearsay of its own; behind a plan or a press release it is what that says.
            links = tuple(link for link in links if link.kind is ChannelKind.DOCUMENT)
        return tuple(replace(link, carried=True) for link in links)

    def _written(self, said: Said) -> tuple[ChannelLink, ...]:
        """The document from which the same one is still quoted: the press release of the sentences before."""
        before = said.before
        if before is None or said.is_report:
            return ()
        is_read_on = not said.speaker and any(self._scene.lower[place] in {"heißt", "hieß"} for place in said.zone)
        if not is_read_on and not (said.speaker and self._is_same(before, said)):
            return ()
        if self._scene.breaks_between(before.last, said.first) or self._is_earlier(said):
            return ()
        links = self._links.get(before.statement.id, ())
        return tuple(replace(link, carried=True) for link in links if link.kind is ChannelKind.DOCUMENT)

    def _with_disputes(self, links: tuple[ChannelLink, ...]) -> tuple[ChannelLink, ...]:
        return tuple(self._disputing(link) for link in links) if self._disputed else links

    def _disputing(self, link: ChannelLink) -> ChannelLink:
        """The link with the disputes of the article about what it names."""
        if link.kind not in {ChannelKind.DOCUMENT, ChannelKind.RECORDING}:
            return link
        words = link.spans[0].of(self._scene.document.text).lower()
        disputes = tuple(each.dispute for each in self._disputed if _is_named(each, words))
        return replace(link, disputes=disputes)


def _is_named(each: DisputedChannel, words: str) -> bool:
    return each.noun.lower() in words


def _carried(venue: Venue | None) -> Venue | None:
    return None if venue is None else replace(venue, carried=True)


def _introductions(surroundings: Surroundings) -> list[_Introduction]:
    """The sentences that tell a venue outside of any statement."""
    scene, made = surroundings.scene, []
    by_sentence: dict[int, list[int]] = {}
    for number, mention in enumerate(surroundings.mentions):
        if mention.head not in surroundings.quoted and mention.head not in surroundings.framed:
            by_sentence.setdefault(scene.sentence(mention.head), []).append(number)
    for sentence, numbers in by_sentence.items():
        mentions = [surroundings.mentions[number] for number in numbers]
        venue = told_venue(surroundings, mentions)
        if venue is not None:
            first, last = scene.bounds(sentence)
            words = frozenset(form for form in scene.forms[first:last] if form[0].isupper())
            made.append(_Introduction(sentence, mentions[0].head, venue, words))
    return made
