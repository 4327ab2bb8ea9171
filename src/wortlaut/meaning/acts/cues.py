"""The lexicon of cues: the act that a verb, a noun, a particle or a phrase tells, its effect, the reporter's stance.

The entries stand in `cues.tsv`, one a line; the README beside it says how they are written and matched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from wortlaut.errors import InputError
from wortlaut.meaning.acts.words import ENDS, Words, fold
from wortlaut.types import Act, Effect, Stance

__all__ = ["Entry", "Lexicon", "Match", "best", "read_entries", "shipped"]

_NEAR = 14  # tokens between the words of a phrase, outside a cue, at most
_SHORTEST = 5  # letters of a noun that may be the end of a compound
_RANKS = {"phrase": 3, "verb": 2, "noun": 1, "particle": 0}
_COLUMNS = ("cue", "kind", "act", "effect", "stance")
_PARTING = frozenset({",", ";", ":", ".", "!", "?"})
_JOINING = frozenset({"und", "oder", "sowie"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A cue; `act` is `None` where the content decides."""

    cue: str
    kind: str
    act: Act | None
    effect: Effect
    stance: Stance


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that was found, with the tokens of its words."""

    entry: Entry
    places: tuple[int, ...]

    @property
    def rank(self) -> tuple[int, bool, int, int]:
        """What is preferred: more words, an act, verbs to nouns, what comes first."""
        return len(self.places), self.entry.act is not None, _RANKS[self.entry.kind], -self.places[0]


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write an entry: the word that it is looked up by, the others, and a particle behind them."""

    entry: Entry
    anchor: str
    others: tuple[str, ...]
    particle: str | None


class Lexicon:
    """Entries by the word that they are looked up by."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = tuple(entries)
        written = [(entry, words, particle) for entry in entries for words, particle in _ways(entry.cue)]
        count = Counter(word for _, words, _ in written for word in words)
        self._forms: dict[str, list[_Form]] = {}
        self._nouns: dict[str, Entry] = {}
        for entry, words, particle in written:
            anchor = min(words, key=lambda word: (count[word], -len(word)))
            others = tuple(word for word in words if word != anchor)
            self._forms.setdefault(anchor, []).append(_Form(entry, anchor, others, particle))
            if entry.kind == "noun" and len(words[0]) >= _SHORTEST:
                self._nouns[words[0]] = entry

    def in_cue(self, words: Words, cue: Sequence[int], frame: Sequence[int]) -> list[Match]:
        """The entries found in a cue; the other words of a phrase may stand in the frame ("zeigte sich … offen")."""
        found = [
            match
            for form, place, at in self._looked_up(words, cue)
            if (match := _matched(form, place, at, words, None))
        ]
        found += [
            Match(entry, (place,)) for place in cue for entry in self._compound(words.forms[place], words.keys[place])
        ]
        if frame:
            own = set(cue)
            found += [
                match
                for form, place, at in self._looked_up(words, sorted({*cue, *frame}))
                if (form.others or form.particle)
                and form.entry.act is not None
                and (match := _matched(form, place, at, words, _NEAR)) is not None
                and not own.isdisjoint(match.places)
                and not own.issuperset(match.places)
                and any(_is_verb(words, other) for other in own.intersection(match.places))
            ]
        return found

    def in_report(self, words: Words, places: Sequence[int]) -> list[Match]:
        """The entries with an act that are found where no cue is marked; no particles, and words near one another."""
        found = [
            match
            for form, place, at in self._looked_up(words, places)
            if _may_report(form.entry, words, place) and (match := _matched(form, place, at, words, _NEAR))
        ]
        for place in places:
            entries = self._compound(words.forms[place], words.keys[place])
            found += [Match(entry, (place,)) for entry in entries if entry.act]
        return found

    def _looked_up(self, words: Words, places: Sequence[int]) -> Iterator[tuple[_Form, int, Mapping[str, list[int]]]]:
        """The forms whose first word is there, with its place, and the places of all words."""
        at: dict[str, list[int]] = {}
        for place in places:
            at.setdefault(words.keys[place], []).append(place)
        for key, own in at.items():
            for form in self._forms.get(key, ()):
                for place in own:
                    yield form, place, at

    def _compound(self, form: str, key: str) -> Iterator[Entry]:
        """The noun that a compound ends with: "Rücktrittsforderung"."""
        if form[:1].isupper() and len(key) > _SHORTEST + 2 and key not in self._forms:
            for start in range(2, len(key) - _SHORTEST + 1):
                if entry := self._nouns.get(key[start:]):
                    yield entry
                    return


def best(matches: Iterable[Match]) -> Match | None:
    """The match that tells most."""
    return max(matches, key=lambda match: match.rank, default=None)


def _is_verb(words: Words, place: int) -> bool:
    return words.keys[place].endswith("n") and words.forms[place][:1].islower() and len(words.keys[place]) > 3


def _may_report(entry: Entry, words: Words, place: int) -> bool:
    """Whether an entry may stand where no cue is marked: it tells an act, and is written as it should be."""
    if entry.act is None or entry.kind == "particle":
        return False
    if entry.kind == "phrase":
        return not entry.cue.endswith(" sein")
    if (entry.kind == "noun") != words.forms[place][:1].isupper():
        return False
    return entry.kind == "noun" or not _is_with_zu(words, place)


def _is_with_zu(words: Words, place: int) -> bool:
    """Whether a verb is an infinitive with "zu", which reports nothing: "um den Weg freizumachen"."""
    form = words.lower[place]
    if words.keys[place] == form:
        return place > 0 and words.lower[place - 1] == "zu"
    return form.endswith("n") and "zu" in form[1:-3] and not words.keys[place].startswith(form[:4] + "u")


def _matched(form: _Form, place: int, at: Mapping[str, list[int]], words: Words, near: int | None) -> Match | None:
    """The form with its first word at the place; `near` bounds how far from there the others stand, in one clause."""
    found = [place]
    for word in form.others:
        nearest = min(at.get(word, ()), key=lambda other: abs(other - place), default=None)
        if nearest is None or (near is not None and (abs(nearest - place) > near or _is_parted(words, place, nearest))):
            return None
        found.append(nearest)
    if form.particle is not None:
        behind = [
            other
            for other in at.get(form.particle, ())
            if words.lower[other] == form.particle
            and (near is None or (place < other <= place + 4 * near and _closes(words, other)))
        ]
        if not behind:
            return None
        found.append(behind[0])
    return Match(form.entry, tuple(sorted(found)))


def _is_parted(words: Words, one: int, other: int) -> bool:
    """Whether a comma or a stronger mark stands between the two tokens."""
    first, last = sorted((one, other))
    return any(words.lower[place] in _PARTING for place in range(first + 1, last))


def _closes(words: Words, place: int) -> bool:
    """Whether the token stands where a separated particle does: last in its clause."""
    following = words.lower[place + 1] if place + 1 < len(words.lower) else "."
    return following in ENDS or following in _JOINING


def _ways(cue: str) -> Iterator[tuple[tuple[str, ...], str | None]]:
    """How an entry may stand in a text: a separable verb in one word, or with its particle behind it."""
    parts = cue.split()
    yield from ((words, None) for words in _keys([part.replace("|", "") for part in parts]))
    for number, part in enumerate(parts):
        particle, _, verb = part.partition("|")
        if verb:
            apart = [*parts[:number], verb, *parts[number + 1 :]]
            yield from ((words, particle) for words in _keys(apart))


def _keys(parts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The keys of the words; once more where an infinitive is spelt like another word ("meinen")."""
    plain = tuple(dict.fromkeys(fold(part) for part in parts))
    verbal = tuple(dict.fromkeys(part if part.islower() and part.endswith("n") else fold(part) for part in parts))
    yield plain
    if verbal != plain:
        yield verbal


def read_entries(lines: Iterable[str], place: str) -> tuple[Entry, ...]:
    """The entries that the lines of a file give; raises `InputError`."""
    entries, seen = [], dict[str, int]()
    header: tuple[str, ...] | None = None
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(line.split("\t"))
        if header is None:
            header = cells
            if header != _COLUMNS:
                raise InputError(f"{place}, line {number}: the columns must be {', '.join(_COLUMNS)}")
            continue
        if len(cells) != len(_COLUMNS):
            raise InputError(f"{place}, line {number}: {len(cells)} columns, {len(_COLUMNS)} are needed")
        if cells[0] in seen:
            raise InputError(f"{place}, line {number}: {cells[0]!r} stands on line {seen[cells[0]]} already")
        seen[cells[0]] = number
        entries.append(_entry(cells, f"{place}, line {number}"))
    return tuple(entries)


def _entry(cells: tuple[str, ...], place: str) -> Entry:
    cue, kind, act, effect, stance = cells
    if kind not in _RANKS:
        raise InputError(f"{place}: unknown kind {kind!r}; known are {', '.join(_RANKS)}")
    try:
        return Entry(cue, kind, None if act == "-" else Act(act), Effect(effect), Stance(stance))
    except ValueError as error:
        raise InputError(
            f"{place}: {error}; see the README beside the shipped file for what may stand there"
        ) from error


@cache
def shipped() -> Lexicon:
    """The lexicon that comes with the program."""
    lines = (files(__package__) / "cues.tsv").read_text(encoding="utf-8").splitlines()
    return Lexicon(read_entries(lines, "cues.tsv"))
