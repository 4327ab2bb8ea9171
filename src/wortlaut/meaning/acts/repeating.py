"""Whether a statement is marked as said again, or as said before."""

from __future__ import annotations

import re

from wortlaut.meaning.acts.situation import Situation

__all__ = ["is_before", "is_repeated"]

_AGAIN = frozenset(
    "erneut wiederholt abermals nochmals nochmal wiederum mehrfach mehrmals neuerlich unermüdlich"
    " gebetsmühlenartig".split()
)
_SURELY_AGAIN = frozenset("bekräftigen wiederholen".split())
_NTH = frozenset("weiteres zweites drittes erneutes".split())
_NEAR = 2  # tokens between "weiterhin" and the cue; elsewhere it belongs to the content
_BEFORE = frozenset(
    "zuvor bereits schon vorher damals früher seinerzeit einst ursprünglich vorab vormals ehemals zunächst".split()
)
_EARLIER = re.compile(
    r"\b(?:auch|noch|schon|bereits) (?:kurz |lange |unmittelbar |Tage |Wochen |Monate )?vor\b", re.IGNORECASE
)
_PERFECT = frozenset({"hatte", "hatten", "war", "waren"})


def is_repeated(each: Situation) -> bool:
    """Whether the words around the content say that it was said again: "erneut", "bekräftigte", "immer wieder"."""
    words, told = each.words, _telling(each)
    verbs = told if each.is_report else each.cue
    if any(words.keys[place] in _SURELY_AGAIN and words.forms[place].islower() for place in verbs):
        return True
    return any(_says_again(each, told, number) for number in range(len(told)))


def _says_again(each: Situation, told: list[int], number: int) -> bool:
    words, place = each.words, told[number]
    form, before = words.lower[place], words.lower[told[number - 1]] if number else ""
    if form == "wieder":
        return before == "immer"
    if form == "weiterhin":
        return any(abs(place - cue) <= _NEAR for cue in each.cue)
    if form == "mal":
        return before in _NTH
    if form in _AGAIN:
        return True
    # "ihre erneute Forderung": of the cue, and not of something in the content.
    return form.startswith(("erneute", "wiederholte")) and place + 1 in each.cue


def is_before(each: Situation) -> bool:
    """Whether it is said to have been said earlier: "Auch vor dem Angriff hatte er behauptet", "schon damals"."""
    own = [each.words.lower[place] for place in _telling(each)]
    if _EARLIER.search(" ".join(own)):
        return True
    return not _PERFECT.isdisjoint(own) and not _BEFORE.isdisjoint(own)


def _telling(each: Situation) -> list[int]:
    """The tokens that tell the statement and are not its content; of a bare report all of its sentence."""
    told = {*each.frame, *each.cue}
    return sorted(told | set(each.quote)) if each.is_report else sorted(told)
