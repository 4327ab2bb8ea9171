"""One statement as the stage sees it: its stretches of text, who speaks and is spoken to, and what came before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from wortlaut.meaning.acts.situation import Situation
from wortlaut.meaning.acts.words import ENDS
from wortlaut.meaning.targets.scene import Mentioned, Option, Scene
from wortlaut.types import Act, PartyKind, ResolvedParty

__all__ = ["Earlier", "View", "options", "options_of"]

_BACK = 2  # sentences before a statement in which a target is looked for
_SPEAKERS = 3  # that spoke last
_OFTEN = 2  # places at which somebody further off must stand
_OPENING = 2  # sentences of an article that tell what it is about


@dataclass(frozen=True, slots=True)
class Earlier:
    """A statement that was gone through before, with its target."""

    act: Act
    speakers: tuple[Option, ...]
    target: Option | None


@dataclass(slots=True)
class View:
    """A statement with all that features are made of. Places are token indices."""

    scene: Scene
    each: Situation
    act: Act
    speakers: tuple[Option, ...]
    addressees: tuple[Option, ...]
    earlier: Sequence[Earlier]  # the last one last
    answered: Earlier | None
    quote: frozenset[int] = frozenset()
    report: frozenset[int] = frozenset()  # cue, frame, and what else stands in the sentence of the cue
    sentences: tuple[int, ...] = ()  # its own, by number
    found: list[tuple[Option, Mentioned, str]] = field(default_factory=list)  # with the stretch, in order
    is_short: bool = False  # nothing that may be a target stands in the quote
    cue_at: int = -1  # the token of the cue's verb

    def __post_init__(self) -> None:
        script = self.scene.script
        self.quote = frozenset(self.each.quote)
        cued = {script.number(place) for place in (*self.each.cue, *self.each.frame)}
        report = {place for number in cued for place in script.tokens_of(number)}
        self.report = frozenset(report - self.quote)
        own = sorted(cued | {script.number(place) for place in self.each.quote})
        self.sentences = tuple(range(own[0], own[-1] + 1)) if own else ()
        first = self.sentences[0] if own else 0
        for number in range(max(first - _BACK, 0), (self.sentences[-1] if own else -1) + 1):
            for option, mention in self.scene.in_sentence(number):
                self.found.append((option, mention, self._stretch(mention, number, first)))

        told = self.each.told
        self.is_short = not any(stretch in {"quote", "told"} for _, _, stretch in self.found)
        self.cue_at = told.places[0] if told is not None else min(self.each.cue, default=-1)

    def _stretch(self, mention: Mentioned, number: int, first: int) -> str:
        if number < first:
            return f"before {first - number}"
        if mention.head in self.quote:
            return "told" if self.each.is_report else "quote"
        return "report" if mention.head in self.report else "rest"

    def clause(self, place: int) -> range:
        """The tokens between the marks around the place."""
        lower, sentence = self.scene.script.lower, self.scene.script.sentence(place)
        start = place
        while start > sentence.start and lower[start - 1] not in ENDS:
            start -= 1
        end = place + 1
        while end < sentence.stop and lower[end] not in ENDS:
            end += 1
        return range(start, end)


def options(view: View) -> list[Option]:
    """Whoever and whatever may be the target, each once."""
    found: dict[int, Option] = {}
    for option in _options(view):
        found.setdefault(id(option), option)
    return list(found.values())


def _options(view: View) -> Iterator[Option]:
    yield from (option for option, _, _ in view.found)
    yield from view.addressees
    yield from view.speakers
    for earlier in view.earlier[-_SPEAKERS:]:
        yield from earlier.speakers
        if earlier.target is not None:
            yield earlier.target
    if view.answered is not None:
        yield from view.answered.speakers
        if view.answered.target is not None:
            yield view.answered.target
    yield from _told_of(view.scene)


def _told_of(scene: Scene) -> Iterator[Option]:
    """The persons and bodies that the article is about."""
    for entity in scene.cast.entities:
        if not entity.name or entity.parts or entity.kind not in {PartyKind.PERSON, PartyKind.ORGANISATION}:
            continue
        is_opening = bool(entity.mentions) and scene.script.number(entity.mentions[0].start) < _OPENING
        if is_opening or len(entity.mentions) >= _OFTEN:
            yield scene.of_entity(entity)


def options_of(scene: Scene, parties: Iterable[ResolvedParty]) -> tuple[Option, ...]:
    """The speakers or addressees as options; those without a name are none."""
    return tuple(dict.fromkeys(option for party in parties if (option := scene.option_of(party)) is not None))
