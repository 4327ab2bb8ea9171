"""Mentions that are objects of the sentence: to whom or of whom something is said, not who says it."""

from __future__ import annotations

from collections.abc import Set

from wortlaut.meaning.who.phrases import Phrase
from wortlaut.meaning.who.text import Text
from wortlaut.meaning.who.words import PREPOSITIONS, Class

__all__ = ["is_object"]

_ACCUSATIVE = frozenset("den einen diesen ihren seinen unseren".split())
_DATIVE = frozenset("dem einem diesem ihrem seinem mehreren".split())
# Behind these words, or before them, somebody in the dative is who speaks.
_AFTER = frozenset("zufolge nach gemäß entsprechend".split())
_BEFORE = PREPOSITIONS | {"nach", "laut", "gemäß", "seitens", "so", "und", "sowie", "oder", "auch"}
# With these cues the speaker is an object: "zitiert den Minister", "dem Minister zugeschrieben".
_OF_OBJECT = ("zitier", "zuge", "zuschreib", "in den mund", "gilt", "gelten", "galt", "zuordn", "entlock")


def is_object(text: Text, phrase: Phrase, cue: Set[str]) -> bool:
    """Whether the phrase is in the accusative or dative with no preposition, and the cue wants no such speaker."""
    if phrase.head < 0 or phrase.of_utterance or not cue or text.kind(phrase.head) in {Class.DOCUMENT, Class.UTTERANCE}:
        return False
    article = text.form(phrase.start).lower()
    if article not in _ACCUSATIVE | _DATIVE or phrase.head == phrase.start:
        return False
    if text.form(phrase.start - 1).lower() in _BEFORE or any(word.startswith(_OF_OBJECT) for word in cue):
        return False
    return not _AFTER & {text.form(phrase.end).lower(), text.form(phrase.stop).lower()}
