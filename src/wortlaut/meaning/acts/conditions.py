"""On what condition something is said to hold: the words that say so, what follows, and the demand behind a threat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wortlaut.meaning.acts.clauses import (
    CONDITIONAL,
    MARKS,
    RELATIVE,
    STOPS,
    SUBORDINATE,
    beside,
    clause_end,
    has_clause_behind,
    is_subject,
    own_clause,
    rest_of,
)
from wortlaut.meaning.acts.situation import Situation
from wortlaut.meaning.acts.words import Words
from wortlaut.types import Act, Condition

__all__ = ["Found", "condition_of", "find"]

# They stand for a condition that was said before.
_POINTERS = frozenset("andernfalls anderenfalls ansonsten sonst widrigenfalls".split())
_SURE_POINTERS = _POINTERS - {"sonst", "ansonsten"}
# Verbs that open a condition by standing first: "sollte die Zahl steigen", "wäre dies nicht so".
_SHOULD = frozenset({"sollte", "sollten"})
_OPENING = _SHOULD | frozenset("wäre wären hätte hätten würde würden käme kämen gäbe bliebe blieben gelänge".split())
_OPENING_INDICATIVE = frozenset("wird werden ist sind hat haben kommt kommen bleibt gelingt gibt".split())
# Phrases that open a condition: those that a clause follows, and those that a noun follows.
_BEFORE_CLAUSE = (
    ("unter", "der", "bedingung"), ("unter", "der", "voraussetzung"), ("für", "den", "fall"), ("vorausgesetzt",),
    ("es", "sei", "denn"), ("außer", "wenn"), ("davon", "abhängig"),
)  # fmt: skip
_BEFORE_NOUN = (("im", "falle"), ("in", "falle"), ("im", "fall"), ("abhängig", "von"))
_FIRST_WORDS = frozenset(phrase[0] for phrase in (*_BEFORE_CLAUSE, *_BEFORE_NOUN))
_WITHIN_NOUN = frozenset("der des von gegen in auf an nach die den dem das eines einer ( )".split())
_BEFORE_SOLANGE = frozenset({"nur", "und", "oder", "aber"})
_NAMED = frozenset("grundvoraussetzung voraussetzung vorbedingung bedingung grundbedingung".split())
_NAMING = frozenset("nennen bezeichnen machen stellen sehen sein formulieren".split())
_ADVERBS = frozenset("erneut wiederholt abermals nochmals auch unter anderem zudem außerdem weiter weiterhin".split())
_DEMANDS = frozenset({Act.DEMAND, Act.PROPOSE, Act.THREATEN})
_LOOK_BACK = 6  # statements
_SHORT = 10  # tokens of a clause that may only tell when


@dataclass(frozen=True, slots=True)
class Found:
    """The tokens of a condition and of what follows; `points` says that it stands for one that was said before."""

    condition: tuple[int, ...]
    consequence: tuple[int, ...]
    points: bool = False


def find(each: Situation) -> Found | None:
    """The first condition in the statement's content, else in the words around it."""
    own = _in(each, each.quote)
    if own is not None:
        return own
    if each.is_report:
        return _named_in_report(each)
    if not each.frame:
        return None
    around = _in(each, sorted({*each.frame, *each.cue}))
    if around is not None and not around.points and set(each.cue).isdisjoint(around.condition):
        return Found(around.condition, tuple(each.quote))
    return _named(each, sorted({*each.frame, *each.cue}), tuple(each.quote))


def condition_of(each: Situation, found: Found, earlier: Sequence[tuple[Situation, Act]]) -> Condition:
    """The condition as it is given out; `earlier` are the statements before, with their acts, the last one last."""
    words = each.words
    return Condition(
        spans=words.spans(found.condition),
        consequence=words.spans(found.consequence),
        refers_to=_referred(each, earlier) if found.points else None,
    )


def _referred(each: Situation, earlier: Sequence[tuple[Situation, Act]]) -> str | None:
    """The demand before, to which "andernfalls" points: the nearest one, else the statement that this one goes on."""
    near = [
        (other.statement.id, act)
        for other, act in earlier[-_LOOK_BACK:]
        if other is not each and other.quote and each.quote and other.quote[-1] < each.quote[-1]
    ]
    demands = [statement for statement, act in near if act in _DEMANDS]
    if demands:
        return demands[-1]
    return near[-1][0] if near and each.goes_on else None


def _in(each: Situation, places: Sequence[int]) -> Found | None:
    words = each.words
    for number, place in enumerate(places):
        form = words.lower[place]
        if form in _POINTERS and _points(words, places, number):
            rest = rest_of(words, places, {place}, place)
            return Found((place,), own_clause(words, rest, place), points=True)
        if form in CONDITIONAL:
            found = None if _is_topic(words, place) else _clause(words, places, number)
            if found is not None and not (form == "wenn" and _only_tells_when(words, found.condition)):
                return found
        elif (form in _OPENING and _opens(words, places, number)) or (
            form in _OPENING_INDICATIVE and _opens_indicative(words, place)
        ):
            return _clause(words, places, number)
        elif form in _FIRST_WORDS and (found := _phrase(words, places, number)) is not None:
            return found
    return None


def _clause(words: Words, places: Sequence[int], number: int, length: int = 1) -> Found:
    """The clause that the `length` words from `number` on open, and the rest of its sentence."""
    first = number - 1 if number and words.lower[places[number - 1]] in {"nur", "außer", "dann"} else number
    end = clause_end(words, places, min(number + length, len(places)) - 1)
    condition = tuple(places[number:end])
    rest = rest_of(words, places, {*condition, *places[first:number]}, places[number])
    return Found(condition, beside(words, rest, places[number]))


def _is_topic(words: Words, place: int) -> bool:
    """Whether no condition is set: "wenn es um Geld geht" names a subject, "auch wenn", "selbst wenn" concede.

    "Ohne Wenn und Aber" has none, and "er muss solange warten" opens no clause.
    """
    following = words.lower[place + 1 : place + 3]
    before = words.lower[place - 1] if place else ""
    if following == ["und", "aber"]:
        return True
    if words.lower[place] == "solange" and before[:1].isalpha() and before not in _BEFORE_SOLANGE:
        return True
    return following == ["es", "um"] or before in {"als", "wie", "selbst", "auch"} or following[:1] == ["auch"]


def _only_tells_when(words: Words, condition: Sequence[int]) -> bool:
    """Whether it is certain to happen, and only says when: "wenn er zurückkommt"."""
    return len(condition) < _SHORT and any(words.lower[place].startswith("zurück") for place in condition[-2:])


def _points(words: Words, places: Sequence[int], number: int) -> bool:
    """Whether the word opens its clause, or stands in a clause that gives a reason ("da … sonst")."""
    place = places[number]
    if words.lower[place] in _SURE_POINTERS or words.forms[place][:1].isupper():
        return True
    before = words.lower[place - 1] if place else "."
    if before in STOPS or before in MARKS or before in {",", "und", "denn", "oder"}:
        return True
    return any(words.lower[other] in {"da", "weil"} for other in places[max(0, number - 7) : number])


def _opens(words: Words, places: Sequence[int], number: int) -> bool:
    """Whether a verb opens a condition by standing first in its sentence or, "sollte", in a clause behind another."""
    place = places[number]
    sentence = words.sentence(place)
    if "?" in words.forms[place : sentence.stop]:
        return False
    before = words.lower[place - 1] if place else "."
    is_should = words.lower[place] in _SHOULD
    if place == sentence.start or (before in MARKS and number <= 1) or (number == 0 and before in {",", ":"}):
        return has_clause_behind(words, place, sentence.stop) or (
            is_should and number == 0 and is_subject(words, place + 1)
        )
    if before not in {",", "aber", "und"} or not is_should or words.lower[sentence.start] in SUBORDINATE:
        return False
    return is_subject(words, place + 1) and not _is_behind_relative(words, place, sentence.start)


def _is_behind_relative(words: Words, place: int, start: int) -> bool:
    """Whether the clause before is a relative one that stands first, so that this one is the main clause."""
    for other in range(place - 2, start, -1):
        if words.lower[other] == ",":
            return not RELATIVE.isdisjoint(words.lower[other + 1 : other + 3])
    return False


def _opens_indicative(words: Words, place: int) -> bool:
    """Whether the verb stands first, and a clause with a verb behind: "Werden sie nicht verfolgt, besteht …"."""
    sentence = words.sentence(place)
    is_first = place == sentence.start or (place - 1 == sentence.start and words.lower[place - 1] in MARKS)
    if not is_first or not words.forms[place][:1].isupper() or "?" in words.forms[place : sentence.stop]:
        return False
    return has_clause_behind(words, place, sentence.stop)


def _phrase(words: Words, places: Sequence[int], number: int) -> Found | None:
    """A condition that opens with a phrase of several words."""
    for phrases, of_noun in ((_BEFORE_CLAUSE, False), (_BEFORE_NOUN, True)):
        for phrase in phrases:
            if words.lower[places[number]] != phrase[0]:
                continue
            if tuple(words.lower[other] for other in places[number : number + len(phrase)]) == phrase:
                length = len(phrase)
                return _noun(words, places, number, length) if of_noun else _clause(words, places, number, length + 1)
    return None


def _noun(words: Words, places: Sequence[int], number: int, length: int) -> Found:
    """What follows "im Falle": "eines Widerspruchs gegen …", up to the next mark and three nouns at most."""
    end, nouns = number + length, 0
    while end < len(places) and nouns < 3:
        place = places[end]
        form = words.lower[place]
        is_noun = words.forms[place][:1].isupper()
        if form in {",", "und"} or (form in STOPS and form not in _WITHIN_NOUN):
            break
        if nouns and not is_noun and form not in _WITHIN_NOUN and not form.endswith(("en", "er", "es")):
            break
        nouns += is_noun
        end += 1
    while end > number + length and not words.forms[places[end - 1]][:1].isupper():
        end -= 1
    condition = tuple(places[number:end])
    return Found(condition, rest_of(words, places, condition, places[number]))


def _named(each: Situation, told: Sequence[int], content: tuple[int, ...]) -> Found | None:
    """The content as the condition for what "für" names: "Als Grundvoraussetzung für eine Einigung nannte sie …"."""
    words = each.words
    if {words.keys[place] for place in told}.isdisjoint(_NAMING):
        return None
    for number, place in enumerate(told):
        if words.keys[place] in _NAMED and words.forms[place][:1].isupper():
            what = _governed(words, told, number + 1)
            return Found(content, what) if what and content else None
    return None


def _named_in_report(each: Situation) -> Found | None:
    """The same where the report has no content apart: the condition is what stands behind the verb and the speaker."""
    words, places = each.words, each.quote
    verb = next((number for number, place in enumerate(places) if words.keys[place] in _NAMING - {"sein"}), None)
    if verb is None:
        return None
    speaker = set(each.speaker)
    content = [place for place in places[verb + 1 :] if place not in speaker]
    while content and (words.lower[content[0]] in _ADVERBS or words.forms[content[0]][:1].isupper()):
        content.pop(0)
    while content and not words.forms[content[-1]][:1].isalnum():
        content.pop()
    return _named(each, places[: verb + 1], tuple(content))


def _governed(words: Words, told: Sequence[int], number: int) -> tuple[int, ...]:
    """What the preposition at `number` governs, up to the noun."""
    if number >= len(told) or words.lower[told[number]] not in {"für", "zu", "zur", "zum"}:
        return ()
    found: list[int] = []
    for place in told[number + 1 : number + 6]:
        found.append(place)
        if words.forms[place][:1].isupper():
            return tuple(found)
    return ()
