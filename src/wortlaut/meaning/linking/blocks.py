"""Which names are worth comparing: those that share a block, so that a record of 100,000 actors takes seconds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Indel

from wortlaut.meaning.linking.likeness import VOWELS, OrganisationForm, PersonForm
from wortlaut.meaning.linking.wordlists import nickname_of

__all__ = ["organisation_pairs", "person_pairs"]

_EDGE = 3  # letters with which a misspelled family name begins as it should
_BY_HAND = 60  # names in a block that are compared one by one; more are sieved first
_LARGEST = 4000  # a block beyond is one word's fault, and says nothing
_ALIKE = 0.7  # share of letters below which two whole names are no pair, unless by an initial
_LONGEST_FRAME = 24


def person_pairs(forms: Sequence[PersonForm]) -> Iterator[tuple[int, int]]:
    """The places of two names that may be one person's, each pair once or more."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    initials: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for place, form in enumerate(forms):
        if not form.given:
            continue
        given = form.sounds[0]
        frame = VOWELS.sub("", given) or given
        is_initial = len(form.given[0]) == 1
        initials[f"{form.family} {given[:1]}"][is_initial].append(place)
        blocks[f"n {form.family} {nickname_of(form.given[0])}"].append(place)
        for sound in set(form.sounds):
            blocks[f"g {form.family} {sound}"].append(place)
        blocks[f"f {form.family} {given[:1]}"].append(place)
        blocks[f"b {frame} {form.family[:_EDGE]}"].append(place)
        for part in form.parts:
            blocks[f"p {given} {part}"].append(place)
        blocks[f"w {form.frame}"].append(place)
        blocks[f"s {form.swapped}"].append(place)
    for key, block in blocks.items():
        yield from combinations(block, 2) if key[0] in "ns" else _sieved(block, [forms[at].whole for at in block])
    for full, initial in initials.values():
        if len(full) * len(initial) <= _LARGEST:
            yield from product(full, initial)


def organisation_pairs(forms: Sequence[OrganisationForm]) -> Iterator[tuple[int, int]]:
    """The same for organisations: consonants that are the same but for one, initials, or one the other's beginning."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    short: defaultdict[str, list[int]] = defaultdict(list)
    by_words: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, form in enumerate(forms):
        by_words[form.words].append(place)
        if form.is_acronym:
            short[form.joined].append(place)
        for frame in _nearly(form.frame[:_LONGEST_FRAME]):
            blocks[frame].append(place)
    for place, form in enumerate(forms):
        for other in short.get(form.initials, ()) if len(form.words) > 1 else ():
            yield place, other
        for length in range(1, len(form.words)):
            yield from ((place, other) for other in by_words.get(form.words[:length], ()))
        yield from ((place, other) for other in by_words.get(form.words[1:], ()))
    for block in blocks.values():
        yield from _sieved(block, [forms[at].sound for at in block])


def _nearly(frame: str) -> Iterable[str]:
    """The frame, and it without each of its consonants where enough are left."""
    if len(frame) < 4:
        return (frame,) if frame else ()
    return {frame, *(frame[:at] + frame[at + 1 :] for at in range(len(frame)))}


def _sieved(block: Sequence[int], texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The pairs of a block; of a large one those only whose texts share most letters."""
    if len(block) <= _BY_HAND:
        yield from combinations(block, 2)
    elif len(block) <= _LARGEST:
        alike = process.cdist(texts, texts, scorer=Indel.normalized_similarity, score_cutoff=_ALIKE, dtype=np.float32)
        for one, other in np.argwhere(np.triu(alike, k=1) > 0):
            yield block[int(one)], block[int(other)]
