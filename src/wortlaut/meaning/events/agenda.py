"""What an event is about: what is talked about, decided, published, due."""

from __future__ import annotations

from collections.abc import Collection

from wortlaut.meaning.events.candidates import Route
from wortlaut.meaning.events.clauses import Clause, clauses_of
from wortlaut.meaning.events.scene import Scene
from wortlaut.meaning.events.script import Phrase, Script
from wortlaut.types import EventKind, Span

__all__ = ["agenda_of"]

_ABOUT = {
    EventKind.TALKS: ("über", "zu", "um"),
    EventKind.MEETING: ("über", "zu"),
    EventKind.VOTE: ("über",),
    EventKind.PROTEST: ("gegen", "für"),
    EventKind.HEARING: ("wegen", "um", "über"),
    EventKind.VISIT: (),
    EventKind.CEREMONY: (),
    EventKind.SPORT: (),
    EventKind.PUBLICATION: (),
    EventKind.DEADLINE: (),
}
_WITH_CLAUSE = frozenset({EventKind.PUBLICATION, EventKind.VOTE, EventKind.TALKS})
_ASKING = frozenset("dass daß ob wer wie wann was welcher welche welches".split())
_CONFERRING = frozenset("beraten besprechen diskutieren erörtern behandeln".split())
_SETTLING = _CONFERRING | frozenset("abstimmen klären festlegen vereinbaren beschließen vorbereiten".split())
_WHERE = frozenset("wo auf bei in".split())
_POINTING = frozenset("dabei dort darin hierbei".split())


def agenda_of(scene: Scene, taken: Collection[Phrase]) -> list[Span]:
    """The words that say what it is about, in the order of the text; `taken` are phrases that say who and where."""
    kind = scene.candidate.kind
    if kind is EventKind.PUBLICATION:
        found = _published(scene, taken)
    elif kind is EventKind.DEADLINE:
        found = _due(scene, taken)
    else:
        found = _about(scene, taken) or _conferred(scene, taken)
        if kind is EventKind.VOTE and scene.candidate.route is Route.TOLD:
            found.extend(_decided(scene, taken))
    if not found and kind in {EventKind.MEETING, EventKind.TALKS}:
        found = _purpose(scene) or _settled(scene)
    if not found and scene.candidate.route is Route.TOLD and kind in _WITH_CLAUSE:
        found = _clause_behind(scene)
    spans = {scene.script.span(phrase.start, phrase.stop) for phrase in found}
    return sorted(spans | set(_told_next(scene)))


def _purpose(scene: Scene) -> list[Phrase]:
    """What a group with "um … zu" says: "um über den Hafen zu beraten"."""
    group = _group_behind(scene)
    if group is None:
        return []
    return [phrase for phrase in scene.script.phrases(group.places, scene.times) if phrase.preposition == "über"]


def _settled(scene: Scene) -> list[Phrase]:
    """What a relative clause says that is settled there: "ein Treffen, wo die Grenze festgelegt werden soll"."""
    for clause in clauses_of(scene.script, scene.script.sentence(scene.candidate.place)):
        is_behind = clause.before is not None and clause.before.places == scene.clause.places
        if is_behind and "gehen" in clause.verbs and "es" in clause.words and clause.opener:
            phrases = scene.script.phrases(clause.places, scene.times)
            return [each for each in phrases if each.preposition == "um"]
        if is_behind and clause.opener in _WHERE and clause.is_passive and not _SETTLING.isdisjoint(clause.verbs):
            bare = [each for each in scene.script.phrases(clause.places, scene.times) if not each.preposition]
            return bare[:1]
    return []


def _clause_behind(scene: Scene) -> list[Phrase]:
    """The clause that says what is decided or made known: "dass …", "ob …", also before: "Wer gewinnt, wird …"."""
    sentence = scene.script.sentence(scene.candidate.place)
    for clause in clauses_of(scene.script, sentence):
        first = scene.script.lower[clause.places[0]]
        asks = clause.opener in _ASKING or (clause.places[0] == sentence.start and first in _ASKING)
        if asks and scene.candidate.place not in clause.places:
            return [Phrase(clause.places[0], clause.places[0], clause.places[-1] + 1, clause.places[-1] + 1)]
    return []


def _about(scene: Scene, taken: Collection[Phrase]) -> list[Phrase]:
    prepositions = _ABOUT[scene.candidate.kind]
    own = scene.own
    found = []
    for phrase in scene.with_preposition(*prepositions) if prepositions else []:
        if phrase in taken:
            continue
        if own is not None and scene.candidate.route is not Route.TOLD:
            is_near = own.stop <= phrase.start <= own.stop + 1
            if not is_near and phrase.preposition != "über":
                continue
        found.append(phrase)
    return found


def _conferred(scene: Scene, taken: Collection[Phrase]) -> list[Phrase]:
    """What the clause says that is talked about: "soll es um die Fischerei gehen", "soll die Maut beraten werden"."""
    clause = scene.clause
    if scene.candidate.kind not in {EventKind.MEETING, EventKind.TALKS} or scene.candidate.is_object:
        return []
    if "gehen" in clause.verbs and "es" in clause.words:
        return scene.with_preposition("um")
    subject = scene.subject
    if not clause.is_passive or _CONFERRING.isdisjoint(clause.verbs) or subject is None or subject in taken:
        return []
    return [subject]


def _decided(scene: Scene, taken: Collection[Phrase]) -> list[Phrase]:
    """What a vote decides: the object, of a passive the subject."""
    phrase = scene.subject if scene.clause.is_passive else scene.object
    if phrase is None or phrase in taken or not scene.script.is_noun(phrase.head):
        return []
    return [phrase]


def _published(scene: Scene, taken: Collection[Phrase]) -> list[Phrase]:
    """What is put before the public: the object; the subject where something is published or comes out."""
    own = scene.own
    if own is not None:
        return scene.script.phrases(range(own.end, own.stop), scene.times)[:1]
    subject, thing = scene.subject, scene.object
    if subject is not None and subject not in taken:
        return [subject]
    return [thing] if thing is not None and thing not in taken else []


def _due(scene: Scene, taken: Collection[Phrase]) -> list[Phrase]:
    """What has to be done or runs out: object or subject, else what stands in the group with "zu" behind."""
    group = _group_behind(scene)
    if group is not None:
        return [Phrase(group.places[0], group.places[0], group.places[-1] + 1, group.places[-1] + 1)]
    named = [each for each in (scene.subject, scene.object) if each is not None and each not in taken]
    wanted = [each for each in named if scene.script.is_noun(each.head)]
    if not wanted or not _is_apposed(scene, wanted[0], taken):
        return wanted[:1]
    others = scene.script.phrases(range(wanted[0].stop, scene.clause.places[-1] + 1), scene.times)
    return [each for each in others if not each.preposition and each not in taken][:1]


def _is_apposed(scene: Scene, phrase: Phrase, taken: Collection[Phrase]) -> bool:
    """Whether it says between commas who is named before it: "der Betreiber, die Deichbau GmbH,"."""
    is_behind = any(each.stop == phrase.start - 1 for each in taken)
    return is_behind and scene.script.word(phrase.start - 1) == "," and scene.script.word(phrase.stop) == ","


def _group_behind(scene: Scene) -> Clause | None:
    """The group with "zu" that depends on the clause."""
    sentence = scene.script.sentence(scene.candidate.place)
    for clause in clauses_of(scene.script, sentence):
        if clause.opener == "zu" and clause.places[0] > scene.clause.places[0]:
            return clause
    return None


def _told_next(scene: Scene) -> list[Span]:
    """What the next sentence says: "Dabei geht es auch um …", "Auf der Tagesordnung steht …"."""
    script = scene.script
    if scene.candidate.kind not in {EventKind.TALKS, EventKind.MEETING, EventKind.VISIT}:
        return []
    following = script.tokens_of(script.number(scene.candidate.place) + 1)
    if not following:
        return []
    words = [script.lower[place] for place in following]
    phrases = script.phrases(following, scene.times)
    if words[0] in _POINTING and {"geht", "gehe", "ging"} & set(words) and "um" in words:
        return _joined(script, [phrase for phrase in phrases if phrase.preposition == "um"])
    if "tagesordnung" in words or "thema" in words or "themen" in words:
        topics = [
            phrase
            for phrase in phrases
            if not phrase.preposition and script.lower[phrase.head] not in {"thema", "themen"}
        ]
        return _joined(script, topics[:1])
    return []


def _joined(script: Script, phrases: list[Phrase]) -> list[Span]:
    return [script.span(phrase.start, phrase.stop) for phrase in phrases]
