"""What an article tells of events so that other articles can go on with it, and what became of an announced one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from wortlaut.matching.occasions import Told, gathered
from wortlaut.meaning.events.finding import spoken
from wortlaut.meaning.events.lexicon import naming, verb_kind
from wortlaut.meaning.who.words import Class, word_of
from wortlaut.types import (
    AnnouncedEvent,
    Document,
    Followed,
    Outcome,
    Signs,
    Span,
    Statement,
    Telling,
    TimeRef,
    event_id,
)

__all__ = ["follow", "tellings"]

_WORD = re.compile(r"[A-ZÄÖÜ][\w-]{2,}")
_SMALL = frozenset("der die das den dem des ein eine einen einem einer eines am im für nach bei vor auf über".split())
_SUFFIXES = ("ens", "ern", "en", "es", "er", "s", "n", "e")
_UMLAUTS = str.maketrans("äöü", "aou")
_TIMES = frozenset(
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai juni juli"
    " august september oktober november dezember jahr jahre jahren jahres woche wochen monat monate monaten monats tag"
    " tage tagen tages uhr anfang mitte ende morgen mittag abend nacht vormittag nachmittag wochenende zeit".split()
)
# What is no name: that it stands near an event says nothing.
_COMMON = frozenset({Class.ROLE, Class.GROUP, Class.UTTERANCE, Class.DOCUMENT, Class.HONORIFIC, Class.BODY})
_BEGINNING = 4  # letters
_STEM = 4  # letters that are left at least
_AROUND = 1  # sentences before and behind an event in which names count as those that stand around it


def tellings(
    article: str,
    document: Document,
    published: date | None,
    *,
    refs: Sequence[TimeRef] | None = None,
    statements: Sequence[Statement] = (),
) -> tuple[Telling, ...]:
    """What the article of that id tells of events: those that it announces, then those of which it only speaks."""
    found = spoken(document, published, refs=refs, statements=statements)
    around = _Around(document)
    made: list[Telling] = []
    ids: set[str] = set()
    given = [(each, True) for each in found.announced] + [(each, False) for each in found.mentioned]
    for event, is_announced in given:
        ordinal = 0
        while (name := event_id(article, event, ordinal)) in ids:
            ordinal += 1
        ids.add(name)
        made.append(
            Telling(name, event, is_announced, _signs(event, around), words=around.sentence(event.what[0].start))
        )
    return tuple(made)


def follow(event: str, told: Iterable[Told], today: date) -> Followed:
    """What became of the event that the telling of that id announces, by all tellings of up to `today`.

    `Followed.told` has the places of the others among `told`; raises `KeyError` where no event is announced so.
    """
    given = list(told)
    known = [each for each in given if each.published is None or each.published <= today]
    for occasion in gathered(known):
        if any(each.id == event for each in occasion.told):
            outcome = occasion.outcome
            if outcome is Outcome.OPEN and occasion.until is not None and occasion.until < today:
                outcome = Outcome.UNREPORTED
            others = tuple(given.index(each) for each in occasion.told if each.id != event)
            return Followed(outcome, occasion.since, occasion.until, others)
    raise KeyError(event)


class _Around:
    """The stems of the words with a capital in each sentence of a document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._ends = [document.tokens[each.end - 1].end for each in document.sentences]
        self._known: dict[int, frozenset[str]] = {}

    def sentence(self, place: int) -> Span:
        """The sentence in which the character stands."""
        tokens = self._document.sentences[self._number(place)]
        return Span(self._document.tokens[tokens.start].start, self._document.tokens[tokens.end - 1].end)

    def names(self, place: int) -> frozenset[str]:
        """Those of the sentence in which the character stands and of its neighbours."""
        number = self._number(place)
        near = range(max(number - _AROUND, 0), min(number + _AROUND + 1, len(self._ends)))
        return frozenset().union(*(self._stems(each) for each in near))

    def _number(self, place: int) -> int:
        return next((at for at, end in enumerate(self._ends) if place < end), len(self._ends) - 1)

    def _stems(self, number: int) -> frozenset[str]:
        if number not in self._known:
            start = self._ends[number - 1] if number else 0
            words = _WORD.findall(self._document.text[start : self._ends[number]])
            self._known[number] = _stems(word for word in words if _is_telling(word))
        return self._known[number]


def _signs(event: AnnouncedEvent, around: _Around) -> Signs:
    words = [match.group() for match in _WORD.finditer(event.title)]
    signs = Signs(
        who=_stems(part.name for part in event.who),
        where=_stems(part.name for part in event.where),
        topics=_stems(word for word in words if naming(word) is None),
        words=_beginnings(event.title),
    )
    return replace(signs, names=around.names(event.what[0].start))


def _is_telling(word: str) -> bool:
    """Whether the word says which event it is where it stands near one: no time, no event, nobody by office alone."""
    return word.lower() not in _TIMES and naming(word) is None and word_of(word).kind not in _COMMON


def _beginnings(title: str) -> frozenset[str]:
    """The beginnings of the words that name an event, noun or verb: "Wahl" and "wählen" begin alike."""
    found = (naming(match.group()) for match in _WORD.finditer(title))
    words = {each.word for each in found if each is not None}
    words.update(word for word in title.replace(",", " ").split() if verb_kind(word) is not None)
    return frozenset(word.translate(_UMLAUTS)[:_BEGINNING] for word in words)


def _stems(texts: Iterable[str]) -> frozenset[str]:
    """The words with a capital, in small letters and without endings."""
    words = (match.group() for text in texts for match in _WORD.finditer(text))
    return frozenset(_stem(word) for word in words if word.lower() not in _SMALL)


def _stem(word: str) -> str:
    small = word.lower()
    for suffix in _SUFFIXES:
        if small.endswith(suffix) and len(small) - len(suffix) >= _STEM:
            return small.removesuffix(suffix)
    return small
