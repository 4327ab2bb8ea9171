"""Where a statement was made, by the words of its own report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wortlaut.meaning.where.mentions import Mention
from wortlaut.meaning.where.phrases import phrases_behind
from wortlaut.meaning.where.scene import Scene
from wortlaut.meaning.where.surroundings import Said, Surroundings
from wortlaut.meaning.where.tables import NounClass, verbs
from wortlaut.types import ChannelEvidence, Venue

__all__ = ["own_venue", "told_venue"]

_PREPOSITIONS = {
    NounClass.OCCASION: frozenset("in im auf bei beim während anlässlich rande".split()),
    NounClass.HOUSE: frozenset("in im vor".split()),
    NounClass.AUDIENCE: frozenset("vor gegenüber zu".split()),
    NounClass.LISTENERS: frozenset({"vor"}),
    NounClass.PLATFORM: frozenset("auf in im bei beim über via per".split()),
    NounClass.MEDIUM: frozenset("in im bei beim gegenüber zu zum zur auf vor".split()),
    NounClass.AGENCY: frozenset("gegenüber zu zur".split()),
    NounClass.MEDIA: frozenset({"gegenüber", "vor"}),
}
# What a debate is about stands behind it: "in der Debatte um …" tells no place.
_TOPICS = frozenset("um über".split())
_UNNAMED_LISTENERS = frozenset("journalisten reportern medienvertretern pressevertretern korrespondenten".split())
_TELLING = frozenset(
    "sagte sagten sagt sagen erklärte erklärten erklärt teilte teilten mitgeteilt gesagt erzählte bestätigte verriet"
    " schilderte berichtete berichteten mitteilte betonte versicherte äußerte gab gaben sprach schrieb schrieben"
    " geschrieben erklären äußern".split()
)
_RANKS = (
    NounClass.OCCASION, NounClass.MEDIUM, NounClass.AGENCY, NounClass.PLATFORM, NounClass.AUDIENCE, NounClass.MEDIA,
    NounClass.HOUSE, NounClass.LISTENERS, NounClass.TOWN,
)  # fmt: skip
_NO_NAME = frozenset("Internet Internetseite Website Webseite Homepage Blog Netzwerk Plattform".split())


@dataclass(frozen=True, slots=True)
class _Told:
    """A mention that tells the venue: of which class it counts, and where its phrase ends with what belongs to it."""

    mention: Mention
    kind: NounClass
    end: int
    place: str | None = None
    outlet: str | None = None


def own_venue(surroundings: Surroundings, said: Said) -> Venue | None:
    """The venue that the statement's own report tells; None where it tells none."""
    scene, speaker = surroundings.scene, frozenset(said.speaker)

    def is_free(place: int) -> bool:
        return place in said.zone

    told = []
    for mention in said.around:
        if mention.is_a(NounClass.TOWN):
            if not said.is_report and _is_told_there(scene, said, mention):
                told.append(_Told(mention, NounClass.TOWN, mention.end, place=mention.name))
            continue
        # "Auf der Homepage heißt es" has no speaker but the page.
        starts = [mention.start], [mention.start + 1]
        is_place = mention.is_a(NounClass.OCCASION, NounClass.PLATFORM) and said.speaker[:1] in starts
        if (mention.head in speaker and not is_place) or mention.head not in said.zone | speaker:
            continue
        kind = _kind(scene, mention, said)
        if kind is not None:
            told.append(_with_what_belongs(surroundings, mention, kind, is_free, speaker))
    return _venue(scene, told)


def told_venue(surroundings: Surroundings, mentions: Sequence[Mention]) -> Venue | None:
    """The venue that a sentence without a statement tells, from which statements may follow."""
    scene = surroundings.scene
    told = []
    for mention in mentions:
        if mention.is_a(NounClass.TOWN):
            if mention.preposition == "in" and _is_adverbial(scene, mention):
                told.append(_Told(mention, NounClass.TOWN, mention.end, place=mention.name))
            continue
        kind = _kind(scene, mention, None)
        is_weak = kind in {NounClass.HOUSE, NounClass.PLATFORM} and (
            mention.name == "Internet" or not _tells(scene, mention)
        )
        if kind is not None and not is_weak:
            told.append(_with_what_belongs(surroundings, mention, kind, lambda place: True, frozenset()))
    return _venue(scene, told)


def _kind(scene: Scene, mention: Mention, said: Said | None) -> NounClass | None:
    """As what the mention tells a venue; None where it tells none."""
    if mention.of_report or mention.is_owner:
        return None
    kind = next((kind for kind in _RANKS if mention.is_a(kind)), None)
    if kind is None or kind is NounClass.TOWN:
        return None
    if mention.preposition in _PREPOSITIONS[kind]:
        return kind if _is_where(scene, mention, kind, said) else None
    if kind is NounClass.MEDIUM and mention.preposition == "für":
        noun = scene.nouns[mention.start - 1] if mention.start else None
        return kind if noun is not None and noun.is_a(NounClass.DOCUMENT, NounClass.OCCASION) else None
    if kind is NounClass.OCCASION and mention.preposition == "nach":
        return kind if scene.at(mention.end) == "in" and _is_reported(said) else None
    return kind if not mention.preposition and said is not None and _is_told_to(scene, mention, said) else None


def _is_where(scene: Scene, mention: Mention, kind: NounClass, said: Said | None) -> bool:
    """Whether a mention with a preposition of its kind tells where somebody spoke, not what about or who reports."""
    if kind is NounClass.OCCASION and mention.preposition in {"in", "im"} and scene.at(mention.end) in _TOPICS:
        return False
    if mention.name == "Gespräch" and scene.at(mention.end) != "mit":
        return False  # "im Gespräch sein"
    if mention.preposition in {"in", "auf"} and mention.article in {"die", "das"}:
        return False  # into it, not in it
    if kind is NounClass.HOUSE and said is not None and said.cue and mention.start < said.cue[0]:
        return _opens(scene, mention)
    if kind is NounClass.HOUSE or mention.preposition in {"anlässlich", "während"}:
        return not _is_attribute(scene, mention)
    if kind is NounClass.MEDIUM and said is not None and mention.preposition in {"in", "im", "bei"}:
        # "hieß es in der Zeitung", "wird in der Zeitung zitiert": it is the one that reports
        return bool(said.speaker) and not any(scene.lower[place] in verbs("quote") for place in said.zone)
    return True


def _tells(scene: Scene, mention: Mention) -> bool:
    """Whether the sentence says that somebody speaks or writes."""
    first, last = scene.around(mention.head)
    return any(small in _TELLING for small in scene.lower[first:last])


def _is_reported(said: Said | None) -> bool:
    return said is not None and bool(said.cue)


def _is_attribute(scene: Scene, mention: Mention) -> bool:
    """Whether the house belongs to the noun before it: "die Fraktion im Landtag"."""
    before = scene.form(mention.start - 1)
    return before[:1].isupper() and mention.start > scene.bounds(scene.sentence(mention.head))[0]


def _is_told_to(scene: Scene, mention: Mention, said: Said) -> bool:
    """Whether somebody spoke to it: "sagte sie der Zeitung", "sagte er Journalisten"."""
    if not said.cue and not said.is_report:
        return False
    telling = {scene.lower[place] for place in said.zone if scene.lower[place] in _TELLING}
    if not telling:
        return False
    if mention.is_a(NounClass.AUDIENCE, NounClass.LISTENERS):
        is_press = scene.lower[mention.head] == "presse" and mention.article == "der"
        return is_press or (scene.lower[mention.head] in _UNNAMED_LISTENERS and not mention.article)
    is_dative = mention.article in {"der", "dem", "einer", "einem"} or (
        not mention.article and mention.name is not None
    )
    if not is_dative or not mention.is_a(NounClass.MEDIUM, NounClass.AGENCY):
        return False
    if not said.speaker or mention.head in said.speaker:
        return False
    first = min(place for place in said.zone if scene.lower[place] in _TELLING)
    return mention.start > first and scene.at(mention.start - 1) not in {"wie", "so"}


def _is_told_there(scene: Scene, said: Said, mention: Mention) -> bool:
    """Whether a place in a report is where somebody spoke, not where something is."""
    if not said.cue or not said.speaker:
        return False
    before, speaker = mention.start - 1, said.speaker
    before -= scene.form(before) == ","
    if not any(scene.lower[place] in _TELLING or scene.form(place).islower() for place in said.cue) or (
        len(said.cue) == 1 and scene.lower[said.cue[0]] in {"so", "laut", "nach"}
    ):
        return False
    if mention.start in speaker:
        # "bestätigte die Organisation in Bonn", but not "die Botschaft in Bonn bestätigte"
        verb = next((place for place in said.cue if scene.lower[place] not in {"wie", "so"}), speaker[0])
        return mention.end - 1 == speaker[-1] and verb < speaker[0]
    if scene.at(said.frame[0] if said.frame else said.cue[0]) == "wie" and before in speaker:
        return True
    if mention.start < said.cue[0]:
        return mention.preposition == "in" and _opens(scene, mention)
    return before in speaker or before in said.cue or _is_adverbial(scene, mention)


def _opens(scene: Scene, mention: Mention) -> bool:
    """Whether the place opens the sentence, at most behind a word: "In Bonn sagte …", "Gestern in Bonn …"."""
    return mention.start - scene.bounds(scene.sentence(mention.start))[0] <= 1


def _is_adverbial(scene: Scene, mention: Mention) -> bool:
    """Whether the place belongs to the verb, as the word before tells: nothing, a day, an adverb."""
    before = scene.form(mention.start - 1)
    if _opens(scene, mention):
        return True
    return (
        before.endswith(("tag", "abend", "woch", "morgen"))
        or before.lower() in {"heute", "gestern", "später"}
        or (before.isdigit())
    )


def _with_what_belongs(
    surroundings: Surroundings,
    mention: Mention,
    kind: NounClass,
    is_free: Callable[[int], bool],
    speaker: frozenset[int],
) -> _Told:
    """The mention with the phrases behind an occasion, and the place and the outlet that they name."""
    scene = surroundings.scene
    outlet = mention.name if kind in {NounClass.MEDIUM, NounClass.AGENCY, NounClass.PLATFORM} else None
    if kind in {NounClass.AUDIENCE, NounClass.LISTENERS}:
        mention.name = _people(scene, mention)
    if kind not in {NounClass.OCCASION, NounClass.HOUSE, NounClass.PLATFORM, NounClass.AUDIENCE}:
        return _Told(mention, kind, mention.end, outlet=outlet)
    limit = mention.end
    _, high = scene.around(mention.end - 1)
    while limit < high and is_free(limit):
        limit += 1
    end, place = mention.end, None
    for first, last in phrases_behind(scene, mention.end, limit):
        if not _belongs(scene, kind, first, speaker):
            break
        inner = surroundings.within(first, last)
        town = next((each.name for each in inner if each.is_a(NounClass.TOWN)), None)
        named = next((each.name for each in inner if each.is_a(NounClass.MEDIUM, NounClass.AGENCY)), None)
        place, end = town or place, last
        if kind is NounClass.OCCASION and scene.lower[first] in {"mit", "für", "der", "des", "vor", "von"}:
            outlet = outlet or named
    return _Told(mention, kind, end, place, outlet)


def _belongs(scene: Scene, kind: NounClass, first: int, speaker: frozenset[int]) -> bool:
    """Whether a phrase may belong to a noun of that kind; a nominative "der Minister" looks like a genitive."""
    is_genitive = scene.lower[first] in {"der", "des", "einer", "eines", "seiner", "ihrer", "von", "vom"}
    if is_genitive and first in speaker:
        return False
    return (
        is_genitive or kind is NounClass.OCCASION or (kind is NounClass.HOUSE and scene.lower[first] in {"in", "von"})
    )


def _people(scene: Scene, mention: Mention) -> str:
    """Those who listened, in the nominative: "Reporter" of "Reportern"."""
    form = scene.forms[mention.head]
    return form[:-1] if form.endswith("ern") else form


def _venue(scene: Scene, told: Sequence[_Told]) -> Venue | None:
    """What they tell together; the most telling one comes first."""
    if not told:
        return None
    main = min(told, key=lambda each: (_RANKS.index(each.kind), each.mention.start))
    others = [each for each in told if each is not main and each.mention.start >= main.end]
    others += [each for each in told if each is not main and each.end <= main.mention.start]
    beside = [each for each in others if each.kind in {NounClass.MEDIUM, NounClass.TOWN, NounClass.PLATFORM}]
    parts = sorted([main, *beside], key=lambda each: each.mention.start)
    occasion = main.mention.name if main.kind is NounClass.OCCASION else None
    place = next((each.place for each in (main, *beside) if each.place), None)
    outlet = next((each.outlet for each in (main, *beside) if each.outlet), None)
    rule = f"{main.kind.value} {main.mention.preposition or 'dative'}"
    span = scene.span(main.mention.start, main.end)
    return Venue(
        tuple(scene.span(each.mention.start, each.end) for each in parts),
        _name(scene, main, place, outlet),
        occasion,
        place,
        outlet,
        evidence=(ChannelEvidence(rule, (span,)),),
    )


def _name(scene: Scene, main: _Told, place: str | None, outlet: str | None) -> str:
    """What sums the venue up: an outlet by name, else the noun with its place."""
    if outlet and outlet not in _NO_NAME:
        return outlet
    if main.kind is NounClass.TOWN:
        return place or ""
    word = main.mention.name or _noun(scene, main)
    return f"{word} in {place}" if place else word


def _noun(scene: Scene, main: _Told) -> str:
    noun = scene.nouns[main.mention.head]
    return noun.base if noun is not None else scene.forms[main.mention.head]
