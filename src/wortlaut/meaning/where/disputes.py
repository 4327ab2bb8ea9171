"""Letters and recordings whose authenticity is called into question, and by whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wortlaut.meaning.where.mentions import Mention
from wortlaut.meaning.where.phrases import noun_phrase_end
from wortlaut.meaning.where.scene import PREPOSITIONS, Scene
from wortlaut.meaning.where.surroundings import Said, Surroundings
from wortlaut.meaning.where.tables import NounClass, words_of_dispute
from wortlaut.types import ChannelKind, Dispute, DisputedChannel, Span

__all__ = ["disputed"]

_BACK = 1  # sentences from "dessen Echtheit" back to what it is of
_VERB = 6  # words at most from the beginning of a sentence to its verb
_DOUBTING = frozenset(
    "bestritt bestreitet bestritten bezweifelt bezweifelte bezweifelten dementierte ließ lässt ließen".split()
)
_POINTING = frozenset("dessen deren seine ihre er es sie dies das die".split())


def disputed(surroundings: Surroundings) -> tuple[DisputedChannel, ...]:
    """What is disputed in the article, in the order of the text."""
    scene = surroundings.scene
    kinds = ("true", "false")
    marks = [place for place, small in enumerate(scene.lower) if any(small in words_of_dispute(kind) for kind in kinds)]
    if not marks:
        return ()
    speakers = _speakers(surroundings.said)
    made: list[DisputedChannel] = []
    done = -1
    for place in marks:
        sentence = scene.sentence(place)
        mention = _meant(surroundings, place) if sentence != done else None
        if mention is not None and _is_disputing(scene, place):
            done = sentence
            kind = ChannelKind.RECORDING if mention.is_a(NounClass.RECORDING) else ChannelKind.DOCUMENT
            by = _by(scene, place, speakers, mention)
            spans = (scene.span(mention.start, mention.end),)
            made.append(
                DisputedChannel(kind, _noun(scene, mention), spans, Dispute((scene.span(place, place + 1),), by))
            )
    return tuple(made)


def _noun(scene: Scene, mention: Mention) -> str:
    noun = scene.nouns[mention.head]
    return noun.base if noun is not None else ""


def _meant(surroundings: Surroundings, place: int) -> Mention | None:
    """The letter or recording beside the word: in its sentence the nearest, else the last of the one before."""
    scene = surroundings.scene
    first, last = scene.around(place)
    kinds = (NounClass.RECORDING, NounClass.DOCUMENT)
    here = [each for each in surroundings.within(first, last) if each.is_a(*kinds) and not each.is_media]
    if here:
        return min(here, key=lambda each: (not each.is_a(NounClass.RECORDING), abs(each.head - place)))
    if not any(scene.lower[at] in _POINTING for at in range(first, last)):
        return None
    before, _ = scene.bounds(max(scene.sentence(place) - _BACK, 0))
    earlier = [each for each in surroundings.within(before, first) if each.is_a(*kinds) and not each.is_media]
    return earlier[-1] if earlier else None


def _is_disputing(scene: Scene, place: int) -> bool:
    """Whether the sentence disputes it: by the word itself, or by doubt beside a word for what is genuine."""
    first, last = scene.around(place)
    around = set(scene.lower[first:last])
    is_open = bool(around & words_of_dispute("open"))
    if around & words_of_dispute("sure") and "nicht" not in around and not around & {"ob", "falls"}:
        return False
    return is_open or scene.lower[place] in words_of_dispute("false")


def _speakers(said: Sequence[Said]) -> Mapping[int, Said]:
    """The statement in which a token stands, inner ones before outer ones."""
    found: dict[int, Said] = {}
    for each in said:
        for place in (*each.quote, *each.frame):
            if place not in found or each.parent is not None:
                found[place] = each
    return found


def _by(scene: Scene, place: int, speakers: Mapping[int, Said], mention: Mention) -> tuple[Span, ...]:
    """The words for who disputes it: the speaker of the statement that says so, else the subject of the sentence.

    A statement elsewhere in the sentence comes last, for it may be what the recording itself has.
    """
    said = speakers.get(place)
    if said is None:
        subject = _subject(scene, place, mention)
        if subject:
            return subject
        first, last = scene.bounds(scene.sentence(place))
        said = next((speakers[at] for at in range(first, last) if at in speakers and speakers[at].speaker), None)
    while said is not None and not said.speaker and said.parent is not None:
        said = said.parent
    return tuple(span for party in said.statement.speakers for span in party.mention) if said is not None else ()


def _subject(scene: Scene, place: int, mention: Mention) -> tuple[Span, ...]:
    """Who the sentence says doubts it, where it is no statement: "Beispiel ließ offen, ob …", "… bestritt Beispiel"."""
    first, last = scene.bounds(scene.sentence(place))
    start = first
    if scene.is_function_word(first) or not scene.forms[first][0].isupper():
        start = next((at + 1 for at in range(first, min(first + _VERB, last)) if scene.lower[at] in _DOUBTING), first)
    end = noun_phrase_end(scene, start)
    holds = {place, *range(mention.start, mention.end)} & set(range(start, end))
    is_verb = (scene.form(end).islower() and scene.at(end) not in PREPOSITIONS) or start > first
    return (scene.span(start, end),) if end > start and not holds and is_verb and end < last else ()
