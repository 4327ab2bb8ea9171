"""The verbs of a clause: which are finite, what they are by their infinitives, what they say of its time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache, lru_cache

from wortlaut.language.lexicon import lexicon
from wortlaut.meaning.events.lexicon import has
from wortlaut.meaning.events.script import PREPOSITIONS, Script
from wortlaut.meaning.when.readings import rows

__all__ = ["FRONTS", "Tense", "finite_places", "has_zu", "infinitive", "is_passive", "tense_of", "verbs_of"]


class Tense(StrEnum):
    """What the verbs of a clause say of its time."""

    PAST = "past"
    PRESENT = "present"
    COMING = "coming"  # "wird", "soll", "will"
    UNREAL = "unreal"  # "könnte", "wäre"


_WERDEN = frozenset("wird werden werde würde würden werdet".split())
_MODAL = frozenset(
    "soll sollen solle will wollen wolle muss müssen müsse darf dürfen dürfe möchte möchten kann können könne sollte"
    " sollten wollte wollten müsste müssten mögen möge muß".split()
)
_UNREAL = frozenset("könnte könnten wäre wären hätte hätten dürfte dürften".split())
_PERFECT = frozenset("hat haben habe ist sind sei seien bin".split())
_AUXILIARIES = _WERDEN | _MODAL | _UNREAL | _PERFECT
_ARTICLES = frozenset("der die das dem den des ein eine einen einem einer eines und".split())
_PARTICIPLE = re.compile(
    r"[a-zäöüß]*ge[a-zäöüß]{2,}(?:t|en)|(?:[a-zäöüß]{2,6})??(?:be|ver|er|ent|zer|miss|emp|über|unter|wieder)"
    r"[a-zäöüß]{3,}(?:t|en)|[a-zäöüß]{3,}iert|worden"
)
# A participle before its noun: "beschlossene", "angesetzten", "folgende".
_ATTRIBUTE = re.compile(r"[a-zäöüß]*(?:ene|nde)[nrsm]?|[a-zäöüß]*ge[a-zäöüß]{3,}te[nrsm]?")
_UNSEPARABLE = ("be", "ver", "er", "ent", "emp", "über", "unter", "zer")
_WEAK_PAST = re.compile(r"[a-zäöüß]{2,}(?:te|ten)")
_PRESENT = ("t", "n", "e")  # with which present forms end, besides some past ones
_ENDINGS = ("t", "e", "en", "et")
FRONTS = frozenset(
    "ab an auf aus bei bekannt bevor da durch ein entgegen fest fort heim her heraus hin hinaus hinzu los mit nach"
    " nieder statt teil um unter vor voran voraus vorbei weg weiter wieder zu zurück zusammen über frei".split()
)
# Where the dictionary gives another verb.
_FORMS = {
    "fällt": "fallen",
    "fallen": "fallen",
    "fiel": "fallen",
    "fielen": "fallen",
    "traf": "treffen",
    "trafen": "treffen",
}
_KEPT = 2**16
_NEAR = 6  # tokens
_LAST = 3  # tokens at the end of a group in which its infinitive with "zu" stands


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word for each, words in rows("tenses.tsv") if each == kind for word in words.split())


@lru_cache(maxsize=_KEPT)
def _is_past(word: str) -> bool:
    """Whether it is a past form: "tagte", "trat", "zusammentrat"."""
    past = _words("past")
    if word in past or any(word.startswith(front) and word[len(front) :] in past for front in _words("front")):
        return word not in _MODAL
    if not word.endswith(_PRESENT) and word.isalpha() and word not in _AUXILIARIES:
        lemma = lexicon().lemma(word)
        return lemma != word and lexicon().is_infinitive(lemma)  # "beschloss", "empfing"
    if _WEAK_PAST.fullmatch(word) is None or word in _words("not_past") or word in _AUXILIARIES:
        return False
    return not lexicon().is_infinitive(word)


@lru_cache(maxsize=_KEPT)
def _is_participle(word: str) -> bool:
    return _PARTICIPLE.fullmatch(word) is not None and lexicon().lemma(word).endswith("n")


@lru_cache(maxsize=_KEPT)
def _is_present(word: str) -> bool:
    """Whether it may be a present form: "tagt", "beginnen"."""
    lemma = lexicon().lemma(word)
    if lemma == word:
        return word.endswith("n") and lexicon().is_infinitive(word)
    return word.endswith(_ENDINGS) and lexicon().is_infinitive(lemma)


def finite_places(script: Script, places: Sequence[int]) -> list[int]:
    """Where finite verbs stand among the places: the sure ones, else the one that may be one."""
    sure = [place for place in places if _is_sure(script, place)]
    if any(script.lower[place] in _AUXILIARIES for place in sure):
        # "das von Ostrien |vermittelte| Treffen soll …"
        return [place for place in sure if script.lower[place] in _AUXILIARIES or not script.is_noun(place + 1)]
    if sure:
        return sure
    strong = [place for place in places if script.lower[place] in _words("past") and _may_stand(script, place)]
    if strong:
        return strong[:1]
    return [place for place in places if _may_be_finite(script, place)][:1]


def _may_stand(script: Script, place: int) -> bool:
    """Whether a verb may stand there: written small or first in its sentence, and no adjective before its noun."""
    form, word = script.forms[place], script.lower[place]
    if not word.isalpha() or word in PREPOSITIONS or script.is_noun(place):
        return False
    if form[:1].isupper() and place != script.sentence(place).start:
        return False
    before = script.word(place - 1)
    if not script.is_noun(place + 1) or not word.endswith(("e", "en", "er", "es", "em")):
        return True
    if _ATTRIBUTE.fullmatch(word) or _is_nested(script, place):
        return False
    return not place or (before not in PREPOSITIONS and before not in _ARTICLES)


def _is_nested(script: Script, place: int) -> bool:
    """Whether an article and a preposition stand close before: "das von Ostrien |vermittelte| Treffen"."""
    return any(
        script.word(at) in PREPOSITIONS and script.word(at - 1) in _ARTICLES
        for at in range(place - 1, place - _NEAR, -1)
    )


def _is_sure(script: Script, place: int) -> bool:
    """Whether a finite verb stands there; asked again and again while clauses are found, so it is kept."""
    known = script.sure.get(place)
    if known is None:
        known = script.sure[place] = _is_surely_finite(script, place)
    return known


def _is_surely_finite(script: Script, place: int) -> bool:
    word = script.lower[place]
    if script.forms[place][:1].isupper() and place != script.sentence(place).start:
        return False
    if word in _AUXILIARIES:
        return True
    if not _may_stand(script, place):
        return False
    if _is_past(word) and not _is_participle(word):
        return True
    return word.endswith("t") and _is_present(word) and not _is_participle(word)


def _may_be_finite(script: Script, place: int) -> bool:
    word = script.lower[place]
    if not _may_stand(script, place):
        return False
    front, zu, verb = word.partition("zu")
    if script.word(place - 1) == "zu" or (zu and front in FRONTS and lexicon().is_infinitive(verb)):
        return False
    if _is_participle(word):
        return word.startswith(_UNSEPARABLE) and _is_present(word)
    return _is_past(word) or _is_present(word)


def has_zu(script: Script, places: Sequence[int]) -> bool:
    """Whether it is a group like "den Streik zu beenden", "einzuführen"."""
    for place in places[-_LAST:]:
        word = script.lower[place]
        if script.forms[place][:1].isupper() or not word.endswith("n"):
            continue
        if script.word(place - 1) == "zu" and lexicon().is_infinitive(word):
            return True
        front, zu, verb = word.partition("zu")
        if zu and front in FRONTS and lexicon().is_infinitive(verb):
            return True
    return False


def verbs_of(script: Script, places: Sequence[int], finite: Sequence[int]) -> dict[str, int]:
    """The verbs by their infinitives, with a front in one word ("vorstellen"), each with its place."""
    found: dict[str, int] = {}
    tail = _front_at_end(script, places)
    for place in places:
        word = script.lower[place]
        if word in _AUXILIARIES or not _may_stand(script, place):
            continue
        verb = infinitive(word)
        if verb is None:
            continue
        if place in finite and tail:
            found.setdefault(tail + verb, place)
        elif script.word(place - 1) in {"bekannt", "statt", "vor", "fest"}:
            found.setdefault(script.word(place - 1) + verb, place)
        found.setdefault(verb, place)
    return found


def _front_at_end(script: Script, places: Sequence[int]) -> str:
    """What stands at the end of a clause and belongs to its verb: "statt"."""
    last = script.lower[places[-1]] if places else ""
    return last if last in FRONTS and len(places) > 1 else ""


@lru_cache(maxsize=_KEPT)
def infinitive(word: str) -> str | None:
    """The infinitive of a word that may be a form of a verb, without a front that stands apart; None for others."""
    if not word.isalpha():
        return None
    front, zu, verb = word.partition("zu")
    if zu and front in FRONTS and lexicon().is_infinitive(verb):
        return front + verb
    lemma = _FORMS.get(word) or lexicon().lemma(word)
    known = lexicon().is_infinitive(lemma) or _is_participle(word) or _is_past(word)
    return lemma if known and lemma.endswith("n") else None


def is_passive(script: Script, places: Sequence[int]) -> bool:
    """Whether something is done, not by the subject: "wird gewählt", "soll vorgelegt werden", "ist geplant"."""
    words = [script.forms[place] for place in places]
    # "wird beraten" may be either: passive only where "werden" says so
    is_sure = "werden" in words[-2:] or not {"wurde", "wurden", "worden"}.isdisjoint(words)
    has_participle = any(_is_participle(word) and (is_sure or not lexicon().is_infinitive(word)) for word in words)
    words = [script.lower[place] for place in places]
    is_done = not _WERDEN.isdisjoint(words) or "wurde" in words or "wurden" in words or "worden" in words
    is_planned = not {"ist", "sind", "sei", "seien"}.isdisjoint(words) and any(has("planned", word) for word in words)
    return (has_participle and is_done) or is_planned


def tense_of(script: Script, places: Sequence[int], finite: Sequence[int]) -> Tense:
    """What the verbs say of the time of the clause."""
    forms = {script.lower[place] for place in finite}
    if not forms.isdisjoint(_UNREAL):
        return Tense.UNREAL
    if any(_is_past(form) for form in forms):
        return Tense.PAST
    if not forms.isdisjoint(_WERDEN | _MODAL):
        return Tense.COMING
    words = [script.forms[place] for place in places]
    if not forms.isdisjoint(_PERFECT):
        done = [word for word in words if _is_participle(word) and not has("planned", word) and word not in forms]
        if done:
            return Tense.PAST
    return Tense.PRESENT
