"""Where an event takes place."""

from __future__ import annotations

from wortlaut.meaning.events.lexicon import has
from wortlaut.meaning.events.scene import PEOPLE, Scene
from wortlaut.meaning.events.script import Phrase, Script
from wortlaut.meaning.who.classes import Class
from wortlaut.types import EventKind

__all__ = ["is_alone", "is_town", "is_venue", "places_of"]

_AT = frozenset("in an auf vor bei".split())
_TO = frozenset({"nach"})
_CONTRACTED = frozenset("im am beim ins ans aufs".split())
_WHERETO = frozenset("die das eine einen ihre seine diese dieses jede ins ans aufs".split())
_CALLING = frozenset("aufrufen einladen laden mobilisieren kommen reisen fliegen bitten".split())
_NAMES = frozenset({Class.NAME, Class.PLACE, Class.FAMILY, Class.FIRST})
# Nouns that stand behind "in" without an article and are no places: "in Zusammenarbeit", "in Planung".
_ABSTRACT = (
    "ung",
    "ungen",
    "heit",
    "heiten",
    "keit",
    "schaft",
    "ion",
    "ionen",
    "ität",
    "nis",
    "arbeit",
    "tum",
    "ismus",
)
_NOWHERE = frozenset({EventKind.DEADLINE, EventKind.PUBLICATION})


def places_of(scene: Scene) -> list[Phrase]:
    """The phrases that say where, in the order of the text."""
    if scene.candidate.kind in _NOWHERE:
        return []
    places = _most_likely(scene, [phrase for phrase in scene.phrases if _is_place(scene, phrase)])
    found = [each for phrase in places for each in _listed(scene, phrase)]
    if not found and (origin := _of_where(scene)) is not None:
        found = [origin]
    if scene.own is not None:
        found.extend(_put_to(scene, scene.own))
    return sorted(set(found), key=lambda phrase: phrase.start)


def _most_likely(scene: Scene, found: list[Phrase]) -> list[Phrase]:
    """Those put to the noun itself, else without those that are put to another noun, where any is left."""
    if len(found) < 2 or scene.candidate.kind is EventKind.SPORT:
        return found  # "führt von Anstadt nach Beburg"
    free = [phrase for phrase in found if not _belongs(scene, phrase)]
    if put := [phrase for phrase in found if phrase in scene.attached]:
        return [phrase for phrase in found if phrase in put or (phrase in free and _has_venue(scene, phrase))]
    return free or found


def _belongs(scene: Scene, phrase: Phrase) -> bool:
    """Whether it is put to a noun that is part of something else: "wegen der Feier |in Anstadt|"."""
    return any(
        other.stop < phrase.start
        and other.preposition
        and other != scene.own
        and not _is_place(scene, other)
        and scene.are_adjacent(other.stop, phrase.start)
        and phrase.start - other.stop == (0 if phrase.article in _CONTRACTED else 1)
        for other in scene.phrases
    )


def _listed(scene: Scene, phrase: Phrase) -> list[Phrase]:
    """The place and those joined to it: "in Anstadt, Beburg und Cedorf"."""
    found = [phrase]
    while phrase.preposition in {"in", "nach"} and scene.script.word(found[-1].stop) in {"und", "sowie", ","}:
        stop = found[-1].stop
        following = next((each for each in scene.phrases if each.start == stop + 1), None)
        if following is None or following.preposition or following is scene.own or not _is_named(scene, following):
            break
        found.append(following)
    return found if len(found) == 1 or scene.script.word(found[-1].start - 1) != "," else [phrase]


def _is_place(scene: Scene, phrase: Phrase) -> bool:
    if scene.candidate.verb == "besuchen" and phrase == scene.object:
        return is_town(scene, phrase)
    if phrase is scene.own or (not scene.candidate.has_verb and not scene.is_near(phrase)):
        return False
    kind = scene.candidate.kind
    if phrase.preposition in _TO:
        is_called = not _CALLING.isdisjoint(scene.clause.verbs)
        return (is_called or kind in {EventKind.VISIT, EventKind.SPORT}) and _is_named(scene, phrase)
    if kind is not EventKind.VISIT and _is_direction(phrase):
        return False
    if phrase.preposition == "von" and kind is EventKind.SPORT:
        return _is_named(scene, phrase) and scene.script.kind(phrase.head) not in PEOPLE - {Class.NAME}
    if phrase.preposition == "zu" and kind is EventKind.PROTEST:
        return _has_venue(scene, phrase)
    if phrase.preposition not in _AT:
        return False
    if _has_venue(scene, phrase) or (
        kind is EventKind.PROTEST and phrase.preposition == "vor" and _has_body(scene, phrase)
    ):
        return True
    return phrase.preposition == "in" and _is_named(scene, phrase)


def is_town(scene: Scene, phrase: Phrase) -> bool:
    """Whether what somebody visits is a place: a known one, or one unknown name alone."""
    kinds = [scene.script.kind(place) for place in range(phrase.start, phrase.end)]
    return Class.PLACE in kinds or (kinds == [Class.NAME] and scene.candidate.verb == "besuchen")


def is_alone(script: Script, phrase: Phrase) -> bool:
    """Whether it is one name, as of a place: "die Konferenz von |Anstadt|"."""
    return phrase.end == phrase.start + 1 and script.kind(phrase.head) in {Class.NAME, Class.PLACE}


def _is_direction(phrase: Phrase) -> bool:
    """Whether it stands in the accusative: "der Angriff auf |eine| Kirche"."""
    return phrase.preposition in _AT and phrase.article in _WHERETO


def _has_venue(scene: Scene, phrase: Phrase) -> bool:
    return any(is_venue(scene.script.lower[place]) for place in {phrase.head, phrase.end - 1})


def is_venue(small: str) -> bool:
    """Whether a noun, in small letters, is one of a place where people meet."""
    last = small.rpartition("-")[2]
    for ending in ("", "s", "es", "n", "en", "e"):
        stem = last.removesuffix(ending) if ending else last
        if any(has("venue", stem[cut:]) for cut in range(max(len(stem) - 2, 1)) if cut == 0 or cut >= 3):
            return True
    return False


def _is_named(scene: Scene, phrase: Phrase) -> bool:
    """Whether it is the name of a place: a known one, or a name without an article."""
    script = scene.script
    kinds = [script.kind(place) for place in range(phrase.head, phrase.end)]
    if _is_owner(scene, phrase):
        return False
    if Class.PLACE in kinds and not (kinds[0] is Class.NOUN and script.forms[phrase.end - 1].endswith("s")):
        return True
    if _is_origin(scene, phrase):
        return True
    if phrase.article or phrase.head != phrase.start:
        return False
    if kinds[0] in _NAMES:
        return True
    small = script.lower[phrase.head]
    return kinds[0] is Class.NOUN and not has("no_place", small) and not small.endswith(_ABSTRACT)


def _is_owner(scene: Scene, phrase: Phrase) -> bool:
    """Whether it is a name in the genitive with its noun behind: "in |Anstadts| schöne Zukunft"."""
    script = scene.script
    if script.kind(phrase.head) not in _NAMES or not script.forms[phrase.head].endswith("s"):
        return False
    rest = range(phrase.head + 1, phrase.end)
    kinds = {Class.NOUN, Class.BODY, Class.DOCUMENT}
    if any(script.kind(place) in kinds or script.is_quote(place) for place in rest):
        return True
    behind = script.forms[phrase.end] if phrase.end < len(script.forms) else ""
    return behind.islower() and behind.endswith(("e", "en", "er", "es", "em")) and script.is_noun(phrase.end + 1)


def _has_body(scene: Scene, phrase: Phrase) -> bool:
    """Whether it is a body before whose house people stand: "vor dem Ministerium"."""
    return scene.script.kind(phrase.head) in {Class.BODY, Class.KNOWN_BODY}


def _is_origin(scene: Scene, phrase: Phrase) -> bool:
    """Whether a name has an adjective of its country before it: "im ostrischen Beburg"."""
    script = scene.script
    before = script.lower[phrase.head - 1]
    kinds = {Class.NAME, Class.FAMILY, Class.NOUN}
    is_one = phrase.end == phrase.head + 1 and script.kind(phrase.head) in kinds
    return is_one and phrase.article == "im" and before.endswith("ischen") and phrase.head == phrase.start + 1


def _of_where(scene: Scene) -> Phrase | None:
    """The place before "wo": "in Musterland, wo am 9. März gewählt wird"."""
    before = scene.clause.before
    if scene.clause.opener != "wo" or before is None:
        return None
    phrases = scene.script.phrases(before.places, scene.times)
    near = [phrase for phrase in phrases if phrase.stop <= scene.clause.places[0] and phrase.preposition in _AT]
    return near[-1] if near and _is_named(scene, near[-1]) else None


def _put_to(scene: Scene, own: Phrase) -> list[Phrase]:
    """Places in the genitive of a visit or an election are none, only such behind "in", and before a participle."""
    script = scene.script
    within = [*script.phrases(range(own.end, own.stop), scene.times)]
    if own.start + 1 < own.head:
        within += script.phrases(range(own.start + 1, own.head), scene.times)
    of = {"in", "von"} if scene.candidate.kind is EventKind.MEETING else {"in"}
    return [
        phrase
        for phrase in within
        if phrase.preposition in of
        and _is_named(scene, phrase)
        and (phrase.preposition == "in" or is_alone(script, phrase))
    ]
