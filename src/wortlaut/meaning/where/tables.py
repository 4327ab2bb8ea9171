"""The word lists beside this module, each read once: what nouns are, media by name, verbs, words of dispute."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product

__all__ = ["Noun", "NounClass", "Outlet", "noun_of", "outlets", "verbs", "words_of_dispute"]

# Word forms kept with what they are; the forms of 10,000 news items are fewer.
_KEPT = 2**17
_LONGEST = 60  # letters of a noun that is looked at; longer ones are no words
_INFLECTIONS = ("", "s", "es", "n", "en", "e", "er", "ern", "nen")
# Plurals whose stem changes, by the end of the singular.
_UMLAUTS = {"blatt": "blätter", "band": "bänder", "buch": "bücher", "haus": "häuser", "amt": "ämter", "rat": "räte"}
_ADJECTIVAL = {"e": ("en", "er", "em")}


class NounClass(StrEnum):
    """What a noun says of a channel; the names are those of `nouns.tsv`."""

    OCCASION = "occasion"  # "Pressekonferenz"
    HOUSE = "house"  # "Landtag", "Krankenhaus"
    AUDIENCE = "audience"  # "Journalisten"
    LISTENERS = "listeners"  # "Demonstranten"
    PLATFORM = "platform"  # "Twitter", "Internetseite"
    MEDIUM = "medium"  # one paper or broadcaster: "Zeitung"
    MEDIA = "media"  # several, or what they brought: "Medien", "Medienberichten"
    AGENCY = "agency"
    AGENCIES = "agencies"  # "Agenturmeldungen"
    REPORT = "report"  # what an outlet brings: "Meldung", "Angaben"
    DOCUMENT = "document"
    RECORDING = "recording"
    SPOKESMAN = "spokesman"
    COUNSEL = "counsel"  # "Anwalt"
    PART = "part"  # of a document: "Abschnitt"
    TOWN = "town"  # "Hauptstadt"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Noun:
    """What a word form is: its classes, and the word in the nominative. A word may be a report and a document."""

    classes: frozenset[NounClass]
    base: str

    def is_a(self, *classes: NounClass) -> bool:
        """Whether it is one of these."""
        return not self.classes.isdisjoint(classes)


@dataclass(frozen=True, slots=True)
class Outlet:
    """A paper, a broadcaster, a site or an agency that is known by name."""

    name: str
    is_agency: bool
    is_common: bool  # the name is a common word, too


@lru_cache(maxsize=_KEPT)
def noun_of(form: str) -> Noun | None:
    """What the noun of that form is, by the longest end that is listed; None for nearly all words."""
    if len(form) > _LONGEST or (not form[:1].isupper() and "-" not in form):
        return None
    small = form.lower()
    ends = _ends()
    for start in range(len(small)):
        found = ends.get(small[start:])
        if found is None:
            continue
        base = small[start:]
        classes = {kind for kind, whole, _ in found if not whole or start == 0 or small[start - 1] == "-"}
        if NounClass.NONE in classes:
            return None
        if NounClass.AUDIENCE in classes:
            classes = {NounClass.AUDIENCE}  # "Reporter" is no form of "Report"
        if classes:
            base = next(base for kind, _, base in found if kind in classes)
            stem = form[:start]
            return Noun(frozenset(classes), stem + (base if stem and stem[-1] != "-" else base[:1].upper() + base[1:]))
    return None


@cache
def _ends() -> Mapping[str, tuple[tuple[NounClass, bool, str], ...]]:
    """Every inflected end: class, whether it must be the whole word, and the word in the nominative."""
    made: dict[str, dict[tuple[NounClass, bool], str]] = {}
    for kind, words in _rows("nouns.tsv"):
        for word in words.split():
            base = word.removeprefix("=")
            key = NounClass(kind), word.startswith("=")
            for form in _forms(base):
                known = made.setdefault(form, {})
                if key not in known or form == base:
                    known[key] = base
    return {form: tuple((*key, base) for key, base in known.items()) for form, known in made.items()}


def _forms(base: str) -> Iterator[str]:
    """A noun in its cases and numbers; more forms than there are do no harm."""
    for ending in _INFLECTIONS:
        yield base + ending
    yield base[:-1] + "innen" if base.endswith("e") else base + "innen"
    for singular, plural in _UMLAUTS.items():
        if base.endswith(singular):
            yield base[: -len(singular)] + plural
            yield base[: -len(singular)] + plural + "n"


@cache
def outlets() -> Mapping[str, tuple[tuple[tuple[str, ...], Outlet], ...]]:
    """The names of outlets as their words, by the first word, longer ones first."""
    made: dict[str, dict[tuple[str, ...], Outlet]] = {}
    for kind, common, name, aliases in _rows("outlets.tsv"):
        outlet = Outlet(name, kind == "agency", common == "yes")
        for alias in (name, *filter(None, aliases.split("|"))):
            for words in _declined(tuple(alias.split())):
                made.setdefault(words[0], {}).setdefault(words, outlet)
            if " " not in alias and not alias.endswith("s"):
                made.setdefault(alias + "s", {}).setdefault((alias + "s",), outlet)  # "des ZDFs"
    return {first: tuple(sorted(names.items(), key=lambda entry: -len(entry[0]))) for first, names in made.items()}


def _declined(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A name of several words with its adjectives inflected: "Süddeutschen Zeitung"."""
    if words[-1] == "Rundfunk" and words[0].endswith("er"):
        stem = words[0][:-2]
        yield from ((stem + end, noun) for end in ("er", "e", "en") for noun in ("Rundfunk", "Rundfunks"))
        return
    choices = [
        (word, *(word[:-1] + end for end in _ADJECTIVAL["e"]))
        if word.endswith("e") and word[0].isupper() and place < len(words) - 1
        else (word,)
        for place, word in enumerate(words)
    ]
    yield from product(*choices)


@cache
def verbs(kind: str) -> frozenset[str]:
    """The forms of the verbs of that kind: `report`, `quote`, `cause`."""
    return frozenset(form for name, forms in _rows("verbs.tsv") if name == kind for form in forms.split())


@cache
def words_of_dispute(kind: str) -> frozenset[str]:
    """The words of that kind: `true`, `false`, `open`, `sure`."""
    return frozenset(word for name, words in _rows("disputing.tsv") if name == kind for word in words.split())


def _rows(name: str) -> Iterator[list[str]]:
    """The rows of a table beside this module, cut into columns, without comments and the line that names them."""
    lines = (files(__package__) / name).read_text(encoding="utf-8").splitlines()
    for line in [line for line in lines if line and not line.startswith("#")][1:]:
        yield line.split("\t")
