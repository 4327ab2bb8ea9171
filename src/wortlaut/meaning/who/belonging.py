"""Whose name of those in a phrase is the one of whom the phrase speaks."""

from __future__ import annotations

from wortlaut.meaning.who.cast import Cast
from wortlaut.meaning.who.names import NameRun
from wortlaut.meaning.who.phrases import Phrase
from wortlaut.meaning.who.words import Class, is_verb, name_of

__all__ = ["person_in", "stands_by_itself"]

_GENITIVE = frozenset("des der von vom".split())
_LOOSE = frozenset({Class.PLACE, Class.NOUN, Class.NAME, Class.FAMILY})


def person_in(cast: Cast, phrase: Phrase) -> NameRun | None:
    """The person's name in the phrase that is the speaker's, none that stands in a genitive or belongs to another."""
    people = cast.people
    place = phrase.start
    while place < phrase.stop:
        if place not in people.at:
            place += 1
            continue
        run = people.runs.get(place) or _short(cast, place)
        if _is_speaker(cast, phrase, run):
            return run
        place = max(run.end, place + 1)
    return None


def _short(cast: Cast, place: int) -> NameRun:
    """A single word of somebody's name as a name, without the s of the genitive where the name has none."""
    form = cast.text.form(place)
    parts = {part for word in cast.people.at[place].name for part in (word, word.rpartition("-")[2])}
    bare = form[:-1] if form.endswith("s") and form not in parts and form[:-1] in parts else form
    return NameRun(place, place + 1, (bare,), has_title=False)


def _is_speaker(cast: Cast, phrase: Phrase, run: NameRun) -> bool:
    head = phrase.head
    if run.start <= head < run.end:
        return not _is_owner(cast, run, phrase.stop)
    if stands_by_itself(cast, head):
        return False
    is_title = cast.text.kind(head) in {Class.ROLE, Class.HONORIFIC}
    return _is_behind_role(cast, phrase, run) if is_title else _is_behind_noun(cast, phrase, run)


def _is_behind_noun(cast: Cast, phrase: Phrase, run: NameRun) -> bool:
    """Whether the name belongs to a noun that denotes nobody: "der Befehligende der Flotte, Karl Muster"."""
    text = cast.text
    head, before = phrase.head, run.start - 1
    is_apposed = text.form(before) == "," and run.is_full
    is_last = is_apposed and text.form(run.end) in {",", "("} and run.end >= phrase.stop
    if is_last and text.kind(head) in {Class.NOUN, Class.OTHER} and phrase.is_definite:
        return True
    if any(text.form(place) in _GENITIVE for place in range(head + 1, run.start)):
        return False
    if text.kind(before) in {Class.ROLE, Class.HONORIFIC} and text.kind(head) in _LOOSE:
        return True
    if text.words[head].end == "vorstand" and run.start == head + 1:
        return True
    is_next = (is_apposed and before == phrase.end) or (run.start == head + 1 and run.is_full)
    return text.kind(head) in {Class.NAME, Class.NOUN, Class.OTHER} and is_next


def _is_behind_role(cast: Cast, phrase: Phrase, run: NameRun) -> bool:
    """Whether the name explains a role: "der Leiter des Amtes, Karl Muster"; none in the genitive does."""
    text = cast.text
    head, before = phrase.head, run.start - 1
    if phrase.is_plural and text.form(phrase.start).lower() not in {"die", "den", "der"}:
        return False
    last, is_titled = text.form(run.end - 1), text.kind(before) in {Class.ROLE, Class.HONORIFIC}
    is_owned = (last != name_of(last) or last != run.name[-1]) and text.form(head)[-1] not in "sn"
    if is_owned and (run.name[-1] != last or (len(run.name) == 1 and not is_titled)):
        return False
    if is_titled and all(_is_title(cast, at) for at in range(head, run.start)):
        return True
    if text.form(before) in {",", "–", "-"}:
        return run.is_full or before > head
    if text.kind(before) is Class.ROLE and "," in text.forms[phrase.end : run.start] and phrase.end < run.start:
        return True
    behind = text.form(run.end) if run.end < phrase.stop else ""
    is_last = behind in {"", ",", "("} and run.is_full
    return is_last and text.form(before).lower() not in _GENITIVE and text.kind(before) is not Class.OTHER


def stands_by_itself(cast: Cast, place: int) -> bool:
    """Whether an unlisted name is the subject that a mention runs on from: "lobte Muster Trainer Beispiel"."""
    text = cast.text
    if text.kind(place) is not Class.NAME or place in cast.people.at or not is_verb(text.form(place - 1)):
        return False
    return text.kind(place + 1) is Class.ROLE and text.form(place) == name_of(text.form(place))


def _is_owner(cast: Cast, run: NameRun, stop: int) -> bool:
    """Whether the name is in the genitive before a noun: "Beispiels (früherer) Stellvertreter"."""
    text = cast.text
    last = text.form(run.end - 1)
    if last == name_of(last) and last[-1:] not in "sxzß’":
        return False
    place = run.end
    while place < stop and text.form(place).islower() and text.form(place).endswith(("er", "e", "es", "en")):
        place += 1
    return place < stop and text.kind(place) in {Class.ROLE, Class.NOUN, Class.BODY}


def _is_title(cast: Cast, place: int) -> bool:
    """Whether the word may stand among the titles before a name: "Abgeordnete und Musterstädter Bürgermeisterin"."""
    text = cast.text
    return (
        text.kind(place) in {Class.ROLE, Class.HONORIFIC}
        or text.form(place) in {"und", "sowie"}
        or (text.kind(place) is Class.OTHER and text.form(place)[0].isupper())
    )
