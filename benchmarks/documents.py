"""Generated news items about invented people and places, to measure with where no corpus is at hand.

Built to weigh like the German news quotation corpus (18 tokens a sentence, 235 an item, four to five statements an
item), with new compounds and names in every item, as a small vocabulary would flatter every cache.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

__all__ = ["items", "json_lines", "proper_names"]

_SYLLABLES = (
    "mar",
    "lin",
    "tor",
    "ves",
    "kel",
    "dan",
    "os",
    "ri",
    "bren",
    "hal",
    "jo",
    "wen",
    "ul",
    "sat",
    "fen",
    "gra",
)
_FIRST = (
    "Ada",
    "Bruno",
    "Carla",
    "Detlef",
    "Elin",
    "Falk",
    "Greta",
    "Hanno",
    "Ines",
    "Jörn",
    "Käthe",
    "Lasse",
    "Mirja",
)
_OFFICES = (
    "Ministerin", "Präsident", "Sprecherin", "Bürgermeister", "Verbandschefin", "Staatssekretär", "Generalin",
    "Gewerkschafter", "Anwältin", "Parteichef", "Unterhändlerin", "Richter", "Direktorin", "Botschafter",
)  # fmt: skip  # a list of words, to be read as one
_HEADS = (
    "behörde", "reform", "steuer", "kommission", "verordnung", "anlage", "verhandlung", "grenze", "leitung", "zone",
    "klage", "abgabe", "prüfung", "brücke", "werft", "quote", "planung", "sperre", "halle", "akademie", "kasse",
)  # fmt: skip
_STEMS = (
    "Hafen", "Energie", "Grenz", "Zoll", "Fischerei", "Stadt", "Klima", "Wasser", "Schul", "Renten", "Bahn", "Straßen",
    "Pflege", "Moor", "Küsten", "Luft", "Gas", "Strom", "Netz", "Bau", "Forst", "Agrar", "Handels", "Friedens", "Wahl",
)  # fmt: skip
_CONTENTS = (
    "die {thing} in {place} werde nicht vor dem {day} beginnen",
    "man habe über die {thing} nie ernsthaft gesprochen, obwohl {place} das wiederholt angeboten habe",
    "ohne {adjective} {thing} sei eine Einigung mit {place} ausgeschlossen",
    "die Kosten von {number} Millionen Euro müsse {place} allein tragen",
    "{name} wolle die {thing} schon im kommenden Jahr auflösen und die {thing} neu ordnen",
    "der Bericht über die {thing} sei falsch und solle nur von der {thing} ablenken",
)
_WORDS = (
    "Wir werden die {thing} in {place} nicht hinnehmen",
    "Das ist eine Frage der {thing}, und zwar seit {number} Tagen",
    "Niemand hat vor, die {thing} zu schließen",
    "Ohne {place} gibt es keine {adjective} {thing}, das wissen alle am Tisch",
)
_STATEMENTS = (
    "{office} {name} sagte am {day} in {place}, {content}.",
    "„{words}“, sagte {office} {name}.",
    "„{words}“, erklärte {name} nach einem Treffen mit {office} {name}, „{words}.“",
    "{Content}, hieß es in {place}.",
    "{Content}.",
    "Nach Angaben von {office} {name} geht es bei der {thing} um {number} Millionen Euro.",
    "{office} {name} kritisierte die {adjective} {thing} in {place} scharf und forderte eine {thing}.",
    "{name} behauptete, {office} {name} habe gesagt, {content}.",
    "{name} ließ offen, ob die {thing} trotz der {noun} noch in diesem Jahr nach {place} verlegt wird.",
)
_NARRATIVE = (
    "In {place} haben am {day} rund {number} Menschen die {adjective} {thing} besucht, die seit der {noun} leer steht.",
    "Die {thing} gehört seit {number} Wochen zur {thing} von {place} und liegt am Ufer des Flusses, nahe der {noun}.",
    "Am {day} stimmte der Rat mit {number} Stimmen für die {adjective} {thing}; das Ergebnis kam nach acht Stunden.",
    "{name} leitet die {thing} in {place} seit dem {day}. Zuvor arbeitete {name} für die {thing}.",
    "Dazu kamen {noun}, {noun} und {noun} aus {place}, wo die {adjective} {noun} als {adjective} {thing} gilt.",
    "Die {adjective} {noun} traf auf {noun} und {adjective} {noun}, die {thing} auf eine {adjective} {noun}.",
    "Bei einem Unfall nahe {place} wurde die {thing} beschädigt, die Strecke blieb bis zum Abend gesperrt.",
    "Die Verhandlungen über die {thing} begannen am {day} und dauerten {number} Stunden.",
)
_PLACE = re.compile(r"\{(\w+)\}")
_MONTHS = ("Januar", "März", "April", "Mai", "Juni", "August", "Oktober", "Dezember")


@dataclass(frozen=True, slots=True)
class _Cast:
    """The few people, places and things that one item is about."""

    names: Sequence[str]
    places: Sequence[str]
    things: Sequence[str]


def items(count: int, *, seed: int = 1) -> Iterator[str]:
    """`count` texts, the same ones for the same seed."""
    random = Random(seed)
    for _ in range(count):
        cast = _Cast(
            names=[f"{random.choice(_FIRST)} {_proper(random)}" for _ in range(4)],
            places=[_proper(random) for _ in range(3)],
            things=[_compound(random) for _ in range(5)],
        )
        yield "\n\n".join(_paragraph(random, cast) for _ in range(random.randint(3, 5)))


def proper_names(random: Random) -> Iterator[str]:
    """Made names of people and places, without end."""
    while True:
        yield _proper(random)


def json_lines(texts: Sequence[str]) -> bytes:
    """`texts` as the records of a JSON Lines file."""
    return b"".join(
        json.dumps({"id": str(number), "date": "2026-03-02", "text": text}, ensure_ascii=False).encode() + b"\n"
        for number, text in enumerate(texts)
    )


def _paragraph(random: Random, cast: _Cast) -> str:
    return " ".join(
        _filled(random, cast, random.choice(_STATEMENTS if random.random() < 0.36 else _NARRATIVE))
        for _ in range(random.randint(2, 4))
    )


def _filled(random: Random, cast: _Cast, template: str) -> str:
    """`template` with each place in it filled anew."""

    def drawn(place: re.Match[str]) -> str:
        return _drawn(random, cast, place.group(1))

    return _PLACE.sub(drawn, template)


def _drawn(random: Random, cast: _Cast, place: str) -> str:
    makers: dict[str, Callable[[], str]] = {
        "office": lambda: random.choice(_OFFICES),
        "name": lambda: random.choice(cast.names),
        "place": lambda: random.choice(cast.places),
        "thing": lambda: random.choice(cast.things),
        "adjective": lambda: _syllables(random) + random.choice(("liche", "ische", "bare", "ige")),
        "noun": lambda: _syllables(random).capitalize() + random.choice(("ung", "keit", "schaft", "nis", "er")),
        "number": lambda: str(random.randint(2, 9000)),
        "day": lambda: f"{random.randint(1, 28)}. {random.choice(_MONTHS)}",
        "content": lambda: _filled(random, cast, random.choice(_CONTENTS)),
        "words": lambda: _filled(random, cast, random.choice(_WORDS)),
        "Content": lambda: _capital(_filled(random, cast, random.choice(_CONTENTS))),
    }
    return makers[place]()


def _compound(random: Random) -> str:
    stem = random.choice(_STEMS) + random.choice(_STEMS).lower() if random.random() < 0.5 else random.choice(_STEMS)
    return stem + random.choice(_HEADS)


def _proper(random: Random) -> str:
    return _syllables(random).capitalize()


def _syllables(random: Random) -> str:
    return "".join(random.choice(_SYLLABLES) for _ in range(random.randint(2, 3)))


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
