"""What the content of a statement says: words that speak for an act, negation, and modality.

The words stand in `content.tsv`; the README beside it says how they are written and matched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from wortlaut.errors import InputError
from wortlaut.meaning.acts.words import ENDS, NEGATIONS, Words, fold
from wortlaut.types import Act, Modality

__all__ = ["Leanings", "Verb", "is_negated", "modality", "read_leanings", "shipped_leanings", "verbs"]

_NEAR = 8  # tokens between two words of an entry
_SHORTEST = 5  # letters of a noun that may be the end of a compound
_KEPT = 2**15  # compounds kept with their answer
_COLUMNS = ("words", "acts")
# Finite forms of the verbs that say how a content is meant, with the verb and the mood.
_FORMS: Mapping[str, tuple[str, str]] = {
    form: (verb, mood)
    for verb, moods in {
        "müssen": {"ind": "muss muß müssen mußte musste mussten", "k1": "müsse", "k2": "müsste müssten müßte müßten"},
        "sollen": {"ind": "soll sollen", "k1": "solle", "k2": "sollte sollten"},
        "dürfen": {"ind": "darf dürfen durfte durften", "k1": "dürfe", "k2": "dürfte dürften"},
        "können": {"ind": "kann können konnte konnten", "k1": "könne", "k2": "könnte könnten"},
        "wollen": {"ind": "will wollen wollte wollten", "k1": "wolle"},
        "mögen": {"ind": "mag mögen mochte", "k1": "möge mögen", "k2": "möchte möchten"},
        "werden": {"ind": "wird werden werde wirst", "k2": "würde würden"},
        "haben": {"ind": "hat haben hatte hatten habe", "k2": "hätte hätten"},
        "sein": {"ind": "ist sind war waren bin", "k1": "sei seien", "k2": "wäre wären"},
        "brauchen": {"ind": "braucht brauchen brauchte", "k1": "brauche", "k2": "bräuchte bräuchten"},
    }.items()
    for mood, forms in moods.items()
    for form in forms.split()
}
_PERFECT = frozenset({"haben", "sein"})
_CONDITIONS = frozenset("wenn falls sofern solange andernfalls sonst anderenfalls ansonsten".split())
_NECESSARY = frozenset({"müssen", "sollen", "brauchen"})
_POSSIBLE = frozenset({"können", "dürfen", "mögen"})
_PERHAPS = frozenset("möglicherweise vielleicht eventuell womöglich wahrscheinlich vermutlich wohl allenfalls".split())


@dataclass(frozen=True, slots=True)
class Verb:
    """A finite form of a modal or auxiliary verb; `governed` is the infinitive or participle that closes its clause."""

    place: int
    verb: str
    mood: str
    governed: int | None


class Leanings:
    """Words of a content that speak for acts."""

    def __init__(self, entries: Mapping[str, tuple[Act, ...]]) -> None:
        self.count = len(entries)
        self.written = tuple(entries)
        self._single: dict[str, tuple[Act, ...]] = {}
        self._several: dict[str, list[tuple[tuple[str, ...], tuple[Act, ...]]]] = {}
        self._nouns: dict[str, tuple[Act, ...]] = {}
        self._compounds: dict[str, tuple[Act, ...] | None] = {}
        for words, acts in entries.items():
            keys = tuple(fold(word) for word in words.split())
            if len(keys) > 1:
                self._several.setdefault(keys[-1], []).append((keys[:-1], acts))
                continue
            self._single[keys[0]] = self._single.get(keys[0], ()) + acts
            if words[0].isupper() and len(words) >= _SHORTEST:
                self._nouns[keys[0]] = acts

    def found(self, words: Words, places: Sequence[int]) -> Iterator[tuple[int, Act]]:
        """The tokens that speak for an act, with the act."""
        keys = words.keys
        for number, place in enumerate(places):
            key = keys[place]
            acts = self._single.get(key)
            if acts is None and len(key) > _SHORTEST + 2 and words.forms[place][:1].isupper():
                acts = self._compound(key)
            for act in acts or ():
                yield place, act
            several = self._several.get(key)
            if several is None:
                continue
            near = {keys[other] for other in places[max(0, number - _NEAR) : number + _NEAR]}
            for others, own in several:
                if near.issuperset(others):
                    for act in own:
                        yield place, act

    def _compound(self, key: str) -> tuple[Act, ...] | None:
        """The acts of the noun that a compound ends with; answers are kept."""
        if key not in self._compounds:
            ends = (key[start:] for start in range(2, len(key) - _SHORTEST + 1))
            if len(self._compounds) >= _KEPT:
                self._compounds.clear()
            self._compounds[key] = next((self._nouns[end] for end in ends if end in self._nouns), None)
        return self._compounds[key]


def verbs(words: Words, places: Sequence[int]) -> list[Verb]:
    """The modal and auxiliary verbs among the tokens, in order."""
    found = []
    for number, place in enumerate(places):
        form = _FORMS.get(words.lower[place])
        if form is not None and not (
            words.forms[place][:1].isupper() and number and words.lower[place - 1] not in ENDS
        ):
            found.append(Verb(place, *form, _governed(words, places, number)))
    return found


def _governed(words: Words, places: Sequence[int], number: int) -> int | None:
    """The last word of the clause behind the verb, where it is written like an infinitive or a participle."""
    last = None
    for place in places[number + 1 :]:
        if words.lower[place] in ENDS or words.lower[place] in {"und", "oder"}:
            break
        last = place
    if last is None or not words.lower[last].endswith(("n", "t")) or not words.forms[last].islower():
        return None
    return last


def is_negated(words: Words, places: Sequence[int]) -> bool:
    """Whether the content's first clause with a verb is denied ("nicht", "kein", "nie")."""
    first = _main_clause(words, places)
    keys = [words.keys[place] for place in first]
    return any(key in NEGATIONS for key in keys) and not _only(keys)


def _only(keys: Sequence[str]) -> bool:
    """Whether the negations deny nothing: "nicht nur", "nicht zuletzt"."""
    follows = {"nur", "zuletzt", "bloß", "allein"}
    every = [number for number, key in enumerate(keys) if key in NEGATIONS]
    return all(number + 1 < len(keys) and keys[number + 1] in follows for number in every)


def _main_clause(words: Words, places: Sequence[int]) -> Sequence[int]:
    """The tokens up to the first mark that closes a clause with a verb in it; of a "dass" clause that one."""
    start = 0
    for number, place in enumerate(places):
        if words.lower[place] in ENDS and number - start > 1:
            return places[start:number]
        if words.lower[place] in ENDS:
            start = number + 1
    return places[start:]


def modality(words: Words, places: Sequence[int], found: Iterable[Verb], *, has_condition: bool) -> Modality | None:
    """How the content is put: on a condition, as necessary, as possible, as future, or (`None`) as a fact."""
    if has_condition or any(words.lower[place] in _CONDITIONS for place in places):
        return Modality.CONDITIONAL
    for verb in found:
        if verb.verb in _NECESSARY and not _is_hearsay(words, verb):
            return Modality.NECESSARY
        if verb.verb in _POSSIBLE:
            return (
                Modality.NECESSARY
                if verb.verb == "dürfen" and verb.mood != "k2" and _denied(words, verb)
                else Modality.POSSIBLE
            )
        if verb.verb == "werden" and _is_infinitive(words, verb):
            return Modality.FUTURE
    if any(words.lower[place] in _PERHAPS for place in places):
        return Modality.POSSIBLE
    return None


def _denied(words: Words, verb: Verb) -> bool:
    end = verb.governed or verb.place + 6
    return any(key in NEGATIONS for key in words.keys[verb.place : end])


def _is_hearsay(words: Words, verb: Verb) -> bool:
    """Whether "soll" only says that it is somebody else's word: "soll geflohen sein"."""
    if verb.verb != "sollen" or verb.mood != "ind" or verb.governed is None:
        return False
    return words.lower[verb.governed] in {"haben", "sein"} and words.lower[verb.governed - 1].endswith(("t", "n"))


def _is_infinitive(words: Words, verb: Verb) -> bool:
    """Whether "werden" goes with an infinitive and not with a participle ("wird gebaut")."""
    if verb.governed is None:
        return False
    form = words.lower[verb.governed]
    return words.keys[verb.governed] == form and form.endswith("n") and not form.startswith("ge")


def read_leanings(lines: Iterable[str], place: str) -> Leanings:
    """The words that the lines of a file give; raises `InputError`."""
    entries: dict[str, tuple[Act, ...]] = {}
    header = False
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(line.split("\t"))
        if not header:
            header = True
            if cells != _COLUMNS:
                raise InputError(f"{place}, line {number}: the columns must be {', '.join(_COLUMNS)}")
            continue
        try:
            said, acts = cells
            entries[said] = tuple(Act(act) for act in acts.split())
        except ValueError as error:
            raise InputError(f"{place}, line {number}: {error}; two columns are needed, words and acts") from error
    return Leanings(entries)


@cache
def shipped_leanings() -> Leanings:
    """The words that come with the program."""
    lines = (files(__package__) / "content.tsv").read_text(encoding="utf-8").splitlines()
    return read_leanings(lines, "content.tsv")
