"""Families of parts: with how many different words a modifier or a head was met, and what that says of a cut."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from training.nouns import Counts, Nouns
from training.part_lists import EMPTY, NEVER_HEADS, NEVER_MODIFIERS, WHOLE
from wortlaut.language.compounds import ENOUGH, Compounds, Cut, Entry, Part, Table

__all__ = ["Families", "Reading", "bound", "families", "modifiers", "noun_forms", "table"]

_VOWELS = str.maketrans({"a": "ä", "o": "ö", "u": "ü"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A lemma that a modifier's form may be of, by which change, and how often the lemma was met."""

    lemma: str
    change: str
    count: int


# How much less probable each change is than none, in logits of a guess.
_CHANGES = {"": 0.0, "s": 0.0, "es": -0.5, "n": 0.0, "en": -0.5, "ens": -1.0, "er": -1.0, "e": -1.0, "umlaut": -2.0}
_CHANGES |= {"latin": -0.5, "-e": -1.5, "-e+s": -1.5, "-en": -4.0, "verb": -0.5, "verb+e": -2.0, "adjective": 0.0}


def noun_forms(lemma: str) -> Iterator[tuple[str, str]]:
    """Every form that a noun, in small letters, may have as a modifier, with the change that leads to it."""
    yield lemma, ""
    if not lemma.endswith("s"):
        yield f"{lemma}s", "s"
    if lemma.endswith(("e", "el", "er", "i", "a")):
        yield f"{lemma}n", "n"
    if lemma.endswith("e"):
        yield f"{lemma}ns", "ens"
        yield lemma[:-1], "-e"
        yield f"{lemma[:-1]}s", "-e+s"
    else:
        changed = _umlauted(lemma)
        yield from ((f"{lemma}{ending}", ending) for ending in ("es", "en", "ens", "er", "e"))
        if changed:
            yield from ((f"{changed}er", "er"), (f"{changed}e", "e"), (changed, "umlaut"))
    if lemma.endswith(("um", "us", "on", "is")):
        yield f"{lemma[:-2]}en", "latin"
    if lemma.endswith("a"):
        yield f"{lemma[:-1]}en", "latin"
    if lemma.endswith("en"):
        yield lemma[:-2], "-en"


def _umlauted(lemma: str) -> str | None:
    """The lemma with its last a, o, u or au changed."""
    place = max(lemma.rfind(vowel) for vowel in "aou")
    if place < 0:
        return None
    if lemma[place - 1 : place + 1] == "au":
        place -= 1
    return lemma[:place] + lemma[place].translate(_VOWELS) + lemma[place + 1 :]


def modifiers(counts: Counts, nouns: Nouns, dictionary: Mapping[str, str]) -> dict[str, Reading]:
    """The likeliest reading of every form that may be a modifier."""
    readings: dict[str, list[Reading]] = defaultdict(list)
    for lemma, count in nouns.lemmas.items():
        for form, change in noun_forms(lemma.lower()):
            readings[form].append(Reading(lemma, change, count))
    for word, count in counts.small.items():
        if count >= 20 and word.isalpha() and dictionary.get(word) == word:
            for form, change in _other_forms(word, dictionary):
                readings[form].append(Reading(word, change, count))
    found = {form: _likeliest(form, those, nouns) for form, those in readings.items() if _may_modify(form)}
    found |= {form: Reading("", "empty", 0) for form in EMPTY}
    return found


def _may_modify(form: str) -> bool:
    return (len(form) > 2 or form == "öl") and form not in NEVER_MODIFIERS


def _likeliest(form: str, readings: Iterable[Reading], nouns: Nouns) -> Reading:
    """The reading that is likeliest; of a noun's own form ("bücher", "haft") its lemma."""
    inflected = nouns.forms.get(form)

    def weight(reading: Reading) -> tuple[float, str]:
        own = 2.0 if reading.lemma == inflected else 0.0
        return math.log(reading.count) + _CHANGES[reading.change] + own, reading.lemma

    best = max(readings, key=weight)
    return Reading(best.lemma, "", best.count) if best.lemma == inflected else best


def _other_forms(word: str, dictionary: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The forms that a verb or an adjective has as a modifier."""
    stem = word[:-1] if word.endswith(("eln", "ern")) else word[:-2] if word.endswith("en") else ""
    if len(stem) > 2 and any(dictionary.get(stem + ending) == word for ending in ("t", "et", "e")):
        yield stem, "verb"
        yield f"{stem}e", "verb+e"
        if word.endswith(("chnen", "dnen", "tmen", "gnen")):
            yield f"{stem[:-1]}en", "verb"
    elif any(dictionary.get(word + ending) == word for ending in ("e", "er", "es")):
        yield word, "adjective"


# What speaks for a part, in logits: weights of a logistic regression on the 480 words of the word list's building
# half, rounded (267 of them can be cut; 93 % of these are decided right).
_BASE = 1.3
_MODIFIER_FAMILY = 0.4
_HEAD_FAMILY = 0.13
_MODIFIER_NAMES = -0.9
_HEAD_NAMES = -6.0
_MODIFIER_LENGTHS = {2: -1.8, 3: -1.8, 4: -0.9}
_HEAD_LENGTHS = {2: -1.4, 3: -1.4, 4: -1.0}
_RARE_CHANGES = {"er": -2.0, "e": -2.0, "ens": -2.0, "umlaut": -2.0, "-en": -2.0, "adjective": -0.8}
# What it costs to have no family.
_ALONE = -1.0
# What it costs a word if it was met as a name.
_NAME = 1.8
_NAME_FAMILY = 10.0  # for each of the head's family that is one: 0.2 of "berg", 0.05 of "stadt"
# Nouns without a family are parts where they are as frequent as this.
_FREQUENT = 10
_FREQUENT_HEAD = 100
# Parts of three letters or fewer are met by chance: "ade" in "Fassade" has no family.
_SHORT_FAMILY = 8


# The least sum of both families' logarithms for a cut that counts, 7 times 8 or more.
_BELIEVED = 4.0
# Modifiers that are no words are taken up with as many heads, 10 of 12 right by looking through them; and heads that
# count for that stand behind as many other modifiers.
_BOUND = 8
_SETTLED = 3


@dataclass(frozen=True, slots=True)
class Families:
    """The different heads of every modifier's form, the different modifiers of every head, and how many are names."""

    readings: Mapping[str, Reading]
    of_modifier: Mapping[str, frozenset[str]]
    of_head: Mapping[str, frozenset[str]]
    names_of_modifier: Mapping[str, float]
    names_of_head: Mapping[str, float]


def families(counts: Counts, nouns: Nouns, readings: Mapping[str, Reading]) -> Families:
    """The families of all parts: first every cut of a word counts, then twice only the best of each."""
    cuts = {word: found for word in _words(counts) if (found := _cuts(word.lower(), nouns, readings))}
    chosen: Mapping[str, list[int]] = cuts
    for _ in range(2):
        known = _gathered(chosen, counts, nouns, readings)
        chosen = {word: best for word, places in cuts.items() if (best := _best(word.lower(), places, known, nouns))}
    return _gathered(chosen, counts, nouns, readings)


def bound(counts: Counts, nouns: Nouns, known: Families, dictionary: Mapping[str, str]) -> dict[str, Reading]:
    """Modifiers that are no words of their own ("elektro", "plenar"): what stands before many heads in uncut words."""
    heads: dict[str, set[str]] = defaultdict(set)
    for word in _words(counts):
        small = word.lower()
        if _cuts(small, nouns, known.readings):
            continue
        for place in range(4, len(small) - 4):
            head = nouns.forms.get(small[place:])
            if head and _may_head(small[place:]) and len(known.of_head.get(head, ())) >= _SETTLED:
                heads[small[:place]].add(head)
    return {
        form: Reading(_noun(form, dictionary), "", len(those))
        for form, those in heads.items()
        if len(those) >= _BOUND and form not in NEVER_MODIFIERS and form not in known.readings
    }


def _noun(form: str, dictionary: Mapping[str, str]) -> str:
    """The lemma of the noun that is spelt like the form, else the form."""
    lemma = dictionary.get(form.capitalize(), form)
    return lemma if lemma[0].isupper() else form


def _words(counts: Counts) -> Iterator[str]:
    """The words that may be compounds: met twice, with a capital first and no other."""
    return (
        word
        for word in sorted(counts.capital)
        if counts.capital[word] >= 2
        and len(word) > 5
        and word[1:].islower()
        and word.isalpha()
        and counts.inside[word] >= max(1, counts.small[word.lower()])
    )


def _cuts(word: str, nouns: Nouns, readings: Mapping[str, Reading]) -> list[int]:
    return [
        place
        for place in range(2, len(word) - 1)
        if word[:place] in readings and word[place:] in nouns.forms and _may_head(word[place:])
    ]


def _may_head(form: str) -> bool:
    return (len(form) > 2 or form == "öl") and form not in NEVER_HEADS


def _best(word: str, places: list[int], known: Families, nouns: Nouns) -> list[int]:
    """The place where both families are largest, where they are large enough to believe in."""
    size, place = max((_size(word, place, known, nouns), place) for place in places)
    return [place] if size > _BELIEVED else []


def _size(word: str, place: int, known: Families, nouns: Nouns) -> float:
    modifier = len(known.of_modifier.get(word[:place], ()))
    head = len(known.of_head.get(nouns.forms[word[place:]], ()))
    return math.log(modifier + 0.5) + math.log(head + 0.5)


def _gathered(cuts: Mapping[str, list[int]], counts: Counts, nouns: Nouns, readings: Mapping[str, Reading]) -> Families:
    of_modifier: dict[str, set[str]] = defaultdict(set)
    of_head: dict[str, set[str]] = defaultdict(set)
    names: dict[str, list[bool]] = defaultdict(list)
    for word, places in cuts.items():
        small = word.lower()
        for place in places:
            modifier, head = small[:place], nouns.forms[small[place:]]
            of_modifier[modifier].add(head)
            of_head[head].add(modifier)
            if counts.inside[word] >= 5:
                is_name = counts.are_names([word])
                names[modifier].append(is_name)
                names[head].append(is_name)
    share = {part: (sum(those) + 0.1) / (len(those) + 2) for part, those in names.items()}
    return Families(
        readings,
        {modifier: frozenset(heads) for modifier, heads in of_modifier.items()},
        {head: frozenset(those) for head, those in of_head.items()},
        {part: value for part, value in share.items() if part[0].islower()},
        {part: value for part, value in share.items() if part[0].isupper()},
    )


def table(counts: Counts, nouns: Nouns, known: Families, dictionary: Mapping[str, str], *, made_by: str) -> Table:
    """The table of all parts, with the words that are to stay whole."""
    modifying = [Entry(form, Part(known.readings[form].lemma, score)) for form, score in _modifier_scores(nouns, known)]
    heading = [
        Entry(form, Part(lemma, _head_score(form, lemma, known)))
        for form, lemma in nouns.forms.items()
        if _may_head(form) and _is_settled(form, lemma, nouns, known)
    ]
    whole = _whole(counts, known, Compounds(Table.of(made_by, modifying, heading, ())), dictionary)
    return Table.of(made_by, modifying, heading, whole)


def _is_settled(form: str, lemma: str, nouns: Nouns, known: Families) -> bool:
    """Whether enough is known of a head: the shorter it is the more."""
    size = len(known.of_head.get(lemma, ()))
    if len(form) < 4:
        return size >= _SHORT_FAMILY
    return size > 0 or (len(form) > 4 and nouns.lemmas[lemma] >= _FREQUENT_HEAD)


def _modifier_scores(nouns: Nouns, known: Families) -> Iterator[tuple[str, int]]:
    """Every modifier's form with its score: those that were met, and the likely forms of frequent nouns."""
    forms = set(known.of_modifier)
    for lemma, count in nouns.lemmas.items():
        if count >= _FREQUENT:
            form = _usual(lemma.lower())
            if (reading := known.readings.get(form)) and reading.lemma == lemma:
                forms.add(form)
    for form in sorted(forms):
        reading = known.readings[form]
        if len(form) < 4 and len(known.of_modifier.get(form, ())) < _SHORT_FAMILY:
            continue
        score = _BASE + _familiar(_MODIFIER_FAMILY, len(known.of_modifier.get(form, ())))
        score += _MODIFIER_NAMES * known.names_of_modifier.get(form, 0.05)
        score += _MODIFIER_LENGTHS.get(len(form), 0.0) + _RARE_CHANGES.get(reading.change, 0.0)
        yield form, round(100 * score)


def _familiar(weight: float, size: int) -> float:
    return weight * math.log(size + 0.5) + (0.0 if size else _ALONE)


def _usual(lemma: str) -> str:
    """The form that a noun has as a modifier by its ending."""
    if lemma.endswith(("ung", "heit", "keit", "schaft", "tät", "ion", "tum", "ling", "en")):
        return f"{lemma}s"
    return f"{lemma}n" if lemma.endswith("e") else lemma


def _head_score(form: str, lemma: str, known: Families) -> int:
    score = _familiar(_HEAD_FAMILY, len(known.of_head.get(lemma, ())))
    score += _HEAD_NAMES * known.names_of_head.get(lemma, 0.05) + _HEAD_LENGTHS.get(len(form), 0.0)
    return round(100 * score)


def _whole(counts: Counts, known: Families, compounds: Compounds, dictionary: Mapping[str, str]) -> Iterator[str]:
    """The words that the table would cut and that are names, or forms of a shorter word ("Ministern")."""
    yield from WHOLE
    cuts: dict[str, list[tuple[str, Cut]]] = defaultdict(list)
    for word in sorted(counts.capital):
        if cut := compounds.cut(word):
            cuts[cut.base].append((word, cut))
    for base, forms in cuts.items():
        if any(_is_form(word, cut, compounds, dictionary) for word, cut in forms) or _is_name(forms, counts, known):
            yield base


def _is_form(word: str, cut: Cut, compounds: Compounds, dictionary: Mapping[str, str]) -> bool:
    """Whether the dictionary knows the word as a form of another, which would be cut elsewhere or not at all."""
    lemma = dictionary.get(word, word)
    if lemma.lower() == cut.base or lemma == word:
        return False
    other = compounds.cut(lemma[0].upper() + lemma[1:])
    return other is None or other.ends != cut.ends


def _is_name(forms: list[tuple[str, Cut]], counts: Counts, known: Families) -> bool:
    """Whether a word, in all its forms, was met as a name, and the cut is not so good that it is one all the same."""
    words = [word for word, _ in forms]
    if any(word in counts.names for word in words):
        return counts.share_determined(words) < 0.3
    cut = forms[0][1]
    family = known.names_of_head.get(cut.base[cut.ends[-1] :].capitalize(), 0.0)
    return counts.are_names(words) and cut.score < ENOUGH + 100 * (_NAME + _NAME_FAMILY * family)
