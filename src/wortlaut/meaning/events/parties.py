"""Who takes part in an event or brings it about."""

from __future__ import annotations

from dataclasses import replace

from wortlaut.meaning.events.candidates import Route
from wortlaut.meaning.events.clauses import clauses_of
from wortlaut.meaning.events.lexicon import has, is_work, naming, verb_kind
from wortlaut.meaning.events.places import is_alone, is_town, is_venue
from wortlaut.meaning.events.scene import PEOPLE, Scene
from wortlaut.meaning.events.script import Phrase
from wortlaut.meaning.who.classes import Class
from wortlaut.types import EventKind

__all__ = ["parties_of"]

# With these the subject brings the noun beside it about: "Die Gewerkschaft plant einen Streik".
_DOING = frozenset(
    "planen ankündigen abhalten durchführen veranstalten organisieren einberufen aufrufen führen halten aufnehmen"
    " beginnen unternehmen treffen reisen antreten vereinbaren verabreden bestreiten feiern begehen teilnehmen kommen"
    " abgeben absagen verschieben einladen ausrufen fortsetzen wollen starten abschließen ausrichten eröffnen folgen"
    " stellen setzen erwarten zusammenkommen zusammentreten austragen abstatten laden mobilisieren ansetzen".split()
)
_BRACKET = 6  # tokens
_SEXES = frozenset("frauen herren männer damen junioren juniorinnen".split())
# With these whoever has to act is the object: "Das Gesetz verpflichtet die Länder".
_OBLIGING = frozenset("verpflichten auffordern anweisen zwingen setzen stellen geben einräumen".split())
_TAKING_PART = frozenset("teilnehmen teilnehmer teilnehmern nehmen redner rednern gäste".split())
_NO_AGENT = frozenset({EventKind.VOTE})
_PLAYING = frozenset("bestreiten spielen antreten austragen absolvieren".split())
_GATHERINGS = frozenset({EventKind.PROTEST, EventKind.MEETING})
_SEEING = frozenset({"besuchen", "empfangen", "treffen", "erwarten"})
_CONFERRING = frozenset({EventKind.MEETING, EventKind.TALKS})
_ADDRESSING = frozenset({"abstatten", "einladen", "laden"})
_OF_SOMEBODY = frozenset({EventKind.VISIT, EventKind.HEARING})
# What people and bodies alone do.
_OF_PEOPLE = frozenset({EventKind.PUBLICATION, EventKind.VOTE, EventKind.CEREMONY, EventKind.VISIT, EventKind.SPORT})
# Articles of what only an actor's verb has beside it: "Die Runde legt |ihren| Bericht vor".
_OF_ACTOR = frozenset("den einen seinen seine sein ihren ihre ihr".split())
_TWO_SIDES = frozenset({EventKind.SPORT, EventKind.MEETING, EventKind.TALKS, EventKind.VOTE})


def parties_of(scene: Scene) -> list[Phrase]:
    """The phrases that say who, in the order of the text."""
    candidate = scene.candidate
    if candidate.kind is EventKind.DEADLINE:
        found = _of_deadline(scene)
    elif candidate.route is Route.TOLD:
        found = _of_verb(scene)
    else:
        found = _of_noun(scene)
    return sorted({_without_event(scene, phrase) for phrase in found}, key=lambda phrase: phrase.start)


def _without_event(scene: Scene, phrase: Phrase) -> Phrase:
    """The phrase without the event where that seems to be put to it: "folgen 26 Leuten |einer Einladung|".

    Who leads it is put to it: "eine Gruppe |unter Leitung von Jan Wehr|".
    """
    if phrase.end <= scene.candidate.place < phrase.stop:
        return replace(phrase, stop=phrase.end)
    lead = next((each for each in scene.phrases if each.start == phrase.stop + 1 and each.preposition == "unter"), None)
    is_lead = lead is not None and scene.script.lower[lead.head] in {"leitung", "führung", "vorsitz"}
    return replace(phrase, stop=lead.stop) if lead is not None and is_lead else phrase


def _of_noun(scene: Scene) -> list[Phrase]:
    """Whoever is put to the noun, the subject where its verb says that it brings the event about, those beside it."""
    found = [*_put_to(scene), *_bringing_about(scene), *_beside(scene)]
    return found or _taking_part(scene)


def _bringing_about(scene: Scene) -> list[Phrase]:
    """The subject, where the verb says that it acts or takes part, and whom it invites or visits."""
    kind, verbs, is_passive = scene.candidate.kind, scene.clause.verbs, scene.clause.is_passive
    subject, other = _actor(scene), scene.object
    found: list[Phrase] = []
    if subject is not None and is_passive and "erwarten" in verbs:
        found.extend(_joined(scene, subject))
    elif subject is not None and not is_passive and kind not in _NO_AGENT and _does(scene):
        plays = kind is EventKind.SPORT and not _PLAYING.isdisjoint(verbs)
        found.extend(_joined(scene, subject) if plays or not _is_thing(scene, subject) else [])
    if subject is not None and kind in _CONFERRING and _is_inside(scene) and scene.is_person(subject):
        found.extend(_joined(scene, subject))
    if other is not None and not _ADDRESSING.isdisjoint(verbs) and scene.is_person(other):
        found.append(other)
    return found


def _does(scene: Scene) -> bool:
    """Whether the subject brings the event about, takes part in it or owns it."""
    if _is_own(scene) or any(verb_kind(verb) is scene.candidate.kind for verb in scene.clause.verbs):
        return True
    return _is_object(scene) and (any(verb in _DOING for verb in scene.clause.verbs) or _wills(scene))


def _beside(scene: Scene) -> list[Phrase]:
    """Those with whom, between whom, by whom it is held, and whom it is against."""
    candidate = scene.candidate
    found: list[Phrase] = []
    if not {"zusammen", "gemeinsam"}.isdisjoint(scene.clause.words) or (
        candidate.is_object and candidate.has_verb and candidate.kind in _TWO_SIDES - _NO_AGENT
    ):
        found.extend(phrase for phrase in scene.with_preposition("mit") if scene.is_person(phrase))
    if candidate.is_object and candidate.kind in _TWO_SIDES - _NO_AGENT:
        found.extend(scene.with_preposition("zwischen"))
    if candidate.is_object and candidate.kind is not EventKind.VOTE and scene.clause.is_passive:
        found.extend(_agents(scene))
    found = [each for phrase in found for each in _joined(scene, phrase)]
    if candidate.has_verb and candidate.kind in {EventKind.SPORT, EventKind.HEARING}:
        found.extend(scene.with_preposition("gegen"))
    return found


def _taking_part(scene: Scene) -> list[Phrase]:
    """Those of whom the next sentence says that they take part: "Teilnehmen werden …", "Erwartet werden …"."""
    script = scene.script
    for clause in clauses_of(script, script.sentence(scene.candidate.place)):
        if "teilnehmen" in clause.verbs:
            taking = {"", "neben"} if "auch" in clause.words else {""}
            phrases = script.phrases(clause.places, scene.times)
            return [phrase for phrase in phrases if phrase.preposition in taking and phrase != scene.own]
    following = script.tokens_of(script.number(scene.clause.places[-1]) + 1)
    words = {script.lower[place] for place in following}
    if words.isdisjoint(_TAKING_PART):
        return []
    phrases = [phrase for phrase in script.phrases(following, scene.times) if not phrase.preposition]
    named = [phrase for phrase in phrases if script.lower[phrase.head] not in _TAKING_PART]
    return [phrase for phrase in named if scene.is_person(phrase)]


def _is_object(scene: Scene) -> bool:
    """Whether the noun that names the event stands without a preposition, or with that of its verb."""
    own = scene.own
    return scene.candidate.has_verb and (own is None or own.preposition in {"", "zu", "mit"})


def _is_inside(scene: Scene) -> bool:
    """Whether the clause says what is done there: "Bei dem Gipfel wollen sie über den Hafen |beraten|"."""
    own = scene.own
    does = any(verb_kind(verb) in _CONFERRING | {EventKind.VOTE} for verb in scene.clause.verbs)
    return does and own is not None and own.preposition in {"bei", "auf", "in"} and not scene.clause.is_passive


def _is_own(scene: Scene) -> bool:
    """Whether the event is the subject's own: "bei seinem Besuch"."""
    own = scene.own
    return own is not None and own.article.startswith(("sein", "ihr"))


def _wills(scene: Scene) -> bool:
    """Whether the subject wants it."""
    return not {"will", "wollen", "wolle", "möchte", "möchten"}.isdisjoint(scene.clause.words)


def _put_to(scene: Scene) -> list[Phrase]:
    """Those behind the noun: "der Minister", "zwischen A und B", "mit B", "von C"."""
    script, own = scene.script, scene.own
    if own is None:
        return []
    inner = script.phrases(range(own.end, own.stop), scene.times)
    found = [
        replace(phrase, stop=own.stop if phrase.end == own.stop else phrase.end)
        for phrase in inner
        if _is_holder(scene, phrase)
    ]
    found.extend(_named_behind(scene, own))
    behind = [phrase for phrase in scene.phrases if own.stop <= phrase.start <= own.stop + 1]
    for phrase in {*behind, *scene.attached}:
        if phrase.preposition in {"zwischen", "mit", "gegen"} and scene.candidate.kind in _TWO_SIDES | _OF_SOMEBODY:
            if phrase.preposition == "zwischen" or _is_side(scene, phrase):
                found.extend(_joined(scene, phrase))
        elif not phrase.preposition and scene.candidate.kind is EventKind.SPORT and _is_party(scene, phrase):
            found.extend([phrase] if scene.are_adjacent(own.stop, phrase.start) else [])
    return found


def _is_holder(scene: Scene, phrase: Phrase) -> bool:
    """Whether what is put to the noun in the genitive or by "von" says whose event it is."""
    kind, small = scene.candidate.kind, scene.script.lower[phrase.head]
    if kind is EventKind.SPORT and (small in _SEXES or _is_contest(scene, phrase)):
        return False
    if kind is EventKind.VOTE and _is_election(scene) and phrase.preposition != "zwischen":
        return False
    if phrase.preposition == "von" and kind is EventKind.MEETING and is_alone(scene.script, phrase):
        return False  # "die Konferenz von Anstadt"
    if phrase.preposition == "von" and kind in _GATHERINGS:
        return not is_venue(small)
    return _is_party(scene, phrase) and not is_work(small)


def _named_behind(scene: Scene, own: Phrase) -> list[Phrase]:
    """Who plays, where names stand right behind the noun: "die Begegnung Adler Anstadt gegen …"."""
    first = scene.candidate.place + 1
    if scene.candidate.kind is not EventKind.SPORT or not own.head < first < own.end:
        return []
    return [Phrase(first, first, own.end, own.end)]


def _is_election(scene: Scene) -> bool:
    """Whether the noun is one with which the genitive is whom or what people elect: "die Wahl des Präsidenten"."""
    naming = scene.candidate.naming
    return naming is not None and "wahl" in naming.word


def _joined(scene: Scene, phrase: Phrase) -> list[Phrase]:
    """The phrase and those joined to it by "und" or commas: "Ada Brand (SPD), Jan Wehr und Otto Rieck"."""
    found = [phrase]
    while (following := _next_in_list(scene, found[-1])) is not None:
        if _is_said_of(scene, found[-1], following):
            return found[:1]
        found.append(following)
    if len(found) == 2 and _is_one(scene, *found):
        return [replace(found[0], end=found[1].end, stop=found[1].stop)]
    return found if len(found) == 1 or _has_and(scene, found) else [phrase]


def _is_said_of(scene: Scene, phrase: Phrase, following: Phrase) -> bool:
    """Whether what stands behind the comma says who it is: "Ada Brand, |eine Anwältin| und Rätin"."""
    script = scene.script
    is_behind_comma = script.word(following.start - 1) == ","
    names = {Class.FAMILY, Class.NAME, Class.FIRST}
    is_named = any(script.kind(place) in names for place in range(phrase.start, phrase.end))
    return (
        is_behind_comma
        and is_named
        and following.article in {"ein", "eine", "der", "die"}
        and script.kind(following.head) in {Class.ROLE, Class.NOUN}
        and following.end == following.head + 1
    )


def _is_one(scene: Scene, phrase: Phrase, following: Phrase) -> bool:
    """Whether both say what one person is: "der Vizekanzler und Minister |Jan Wehr|"."""
    script = scene.script
    is_bare = phrase.end == phrase.head + 1 and following.end > following.head + 1
    kinds = {script.kind(phrase.head), script.kind(following.head)}
    return is_bare and bool(phrase.article) and not following.article and kinds == {Class.ROLE}


def _next_in_list(scene: Scene, phrase: Phrase) -> Phrase | None:
    """The phrase that stands behind "und" or a comma."""
    script = scene.script
    place = phrase.stop
    if script.word(place) in {"(", "["}:
        place = next((at + 1 for at in range(place, place + _BRACKET) if script.word(at) in {")", "]"}), place)
    if script.word(place) not in {"und", "sowie", ","}:
        return None
    following = next((each for each in scene.nearby if each.start == place + 1), None)
    return None if following is None or following.preposition else following


def _has_and(scene: Scene, phrases: list[Phrase]) -> bool:
    """Whether it is a list: "und" stands before the last one."""
    return scene.script.word(phrases[-1].start - 1) in {"und", "sowie"}


def _is_party(scene: Scene, phrase: Phrase) -> bool:
    return scene.is_person(phrase)


def _is_side(scene: Scene, phrase: Phrase) -> bool:
    """Whether it is somebody, or a country: "Gespräche mit Ostrien"."""
    return _is_party(scene, phrase) or scene.script.kind(phrase.head) is Class.PLACE


def _is_contest(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase says of which contest a match is: "Endspiel der Meisterschaft"."""
    form = scene.script.forms[phrase.head]
    small = form.lower().removesuffix("s")
    return naming(form) is not None or any(has("contest", small[cut:]) for cut in range(max(len(small) - 2, 1)))


def _agents(scene: Scene) -> list[Phrase]:
    """By whom it is done: "von" or "durch" somebody, also where it seems to belong to the noun before the verb."""
    found = [phrase for phrase in scene.with_preposition("von", "durch") if scene.is_person(phrase)]
    verbs = set(scene.clause.verbs.values())
    for phrase in scene.phrases:
        if phrase.stop > phrase.end and phrase.stop in verbs:
            within = [at for at in range(phrase.end, phrase.stop) if scene.script.lower[at] in {"von", "vom"}]
            inner = scene.script.phrases(range(within[-1], phrase.stop), scene.times) if within else []
            found.extend(each for each in inner if scene.is_person(each))
    return found


def _is_thing(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase names neither people nor a body nor a country."""
    if scene.is_person(phrase):
        return False
    kinds = {scene.script.kind(place) for place in range(phrase.start, phrase.end)}
    if phrase.end == phrase.start + 1 and Class.OTHER in kinds:
        return False
    is_release = scene.candidate.kind is EventKind.PUBLICATION
    if is_release and any(map(scene.script.is_quote, (phrase.start, phrase.start + 1))):
        return scene.object is None  # "die „Neue Post“ stellt … vor"
    if scene.script.kind(phrase.head) is Class.NOUN:
        kinds.discard(Class.PLACE)  # "der Einsatz Ostriens"
    return kinds.isdisjoint(PEOPLE | {Class.PLACE})


def _of_verb(scene: Scene) -> list[Phrase]:
    """The subject of a verb that tells the event; where something is done, "von" and "durch"."""
    clause, kind = scene.clause, scene.candidate.kind
    found: list[Phrase] = []
    subject = scene.subject
    if clause.is_passive:
        if kind in {EventKind.HEARING, EventKind.CEREMONY, EventKind.VISIT} and subject is not None:
            found.append(subject)
        found.extend(_agents(scene))
        if kind is EventKind.PUBLICATION:
            found.extend(scene.with_preposition("von", "durch"))
    elif (actor := _actor(scene)) is not None and _may_act(scene, actor):
        found.extend(_joined(scene, actor))
    if scene.candidate.verb in _SEEING and (other := scene.object) is not None:
        found.extend([other] if scene.is_person(other) and not is_town(scene, other) else [])
    found.extend(_spoken_to(scene))
    if kind is EventKind.VISIT or "zusammen" in clause.words or "gemeinsam" in clause.words:
        found.extend(phrase for phrase in scene.with_preposition("mit") if scene.is_person(phrase))
    if kind in {EventKind.SPORT, EventKind.MEETING, EventKind.TALKS}:
        for phrase in scene.with_preposition("mit", *(("auf", "gegen") if kind is EventKind.SPORT else ())):
            is_sure = phrase.preposition != "mit" or scene.candidate.verb in _SEEING
            if is_sure or _is_side(scene, phrase):
                found.extend(_joined(scene, phrase))
    return found


def _spoken_to(scene: Scene) -> list[Phrase]:
    """Whom somebody wants to see there: "…, um |mit der Ministerin| zu sprechen"."""
    group = scene.purpose
    if group is None or scene.candidate.kind not in _CONFERRING | {EventKind.VISIT}:
        return []
    if {"sprechen", "beraten", "verhandeln", "treffen", "reden"}.isdisjoint(group.verbs):
        return []
    phrases = scene.script.phrases(group.places, scene.times)
    return [phrase for phrase in phrases if phrase.preposition == "mit" and scene.is_person(phrase)]


def _actor(scene: Scene) -> Phrase | None:
    """The subject; where a thing stands first, the person behind: "Die Zahlen veröffentlicht die Behörde"."""
    subject = scene.subject
    is_of_people = scene.candidate.kind in _OF_PEOPLE or scene.candidate.route is not Route.TOLD
    if subject is None or not is_of_people or not _is_thing(scene, subject):
        return subject
    verb = min(scene.clause.finite, default=subject.start)
    behind = [phrase for phrase in scene.bare if phrase.start > max(verb, subject.start)]
    return next((phrase for phrase in behind if scene.is_person(phrase)), subject)


def _may_act(scene: Scene, subject: Phrase) -> bool:
    """Whether the subject takes part: no "man", and where something is published or decided, no thing."""
    if scene.script.lower[subject.head] == "man":
        return False
    if scene.candidate.verb == "erscheinen":
        return False
    if scene.candidate.kind not in {EventKind.PUBLICATION, EventKind.VOTE} or not _is_thing(scene, subject):
        return True
    return scene.object is not None and scene.object.article in _OF_ACTOR


def _of_deadline(scene: Scene) -> list[Phrase]:
    """Who has to act: the subject, and whom somebody gives the time."""
    subject = scene.subject
    found: list[Phrase] = []
    if subject is not None and not _is_thing(scene, subject) and not _runs_out(scene, subject):
        found.extend(_joined(scene, subject))
    if not _OBLIGING.isdisjoint(scene.clause.verbs):
        found.extend(
            phrase
            for phrase in scene.phrases
            if not phrase.preposition and phrase is not scene.own and phrase != subject and scene.is_person(phrase)
        )
    return found


def _runs_out(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase denotes what runs out on a day, rather than who has to act."""
    small = scene.script.lower[phrase.head]
    return any(has("expiring", small[cut:]) for cut in range(max(len(small) - 3, 1)))
