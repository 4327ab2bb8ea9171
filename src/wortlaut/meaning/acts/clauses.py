"""Where clauses begin and end, by punctuation and by words that look like verbs."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from wortlaut.meaning.acts.words import Words

__all__ = [
    "CONDITIONAL",
    "MARKS",
    "RELATIVE",
    "STOPS",
    "SUBORDINATE",
    "beside",
    "clause_end",
    "has_clause_behind",
    "is_subject",
    "own_clause",
    "rest_of",
]

# They open a clause and say that it is a condition.
CONDITIONAL = frozenset("wenn falls sofern solange wofern".split())
STOPS = frozenset(". ; : ! ? – — ( ) …".split())
MARKS = frozenset("„ “ ” \" » « ‚ ‘ ''".split())
RELATIVE = frozenset(
    "der die das dem den denen deren dessen welcher welche welches dass daß weil um ob wo was wie".split()
)
SUBORDINATE = CONDITIONAL | frozenset("weil da obwohl nachdem während als damit bevor sobald".split())
_SUBJECTS = frozenset(
    "der die das es er sie dies diese dieser man sich ein eine kein keine ihr ihre sein seine".split()
)
_FINITE_ENDS = ("t", "te", "ten", "e", "d", "f", "ß", "g", "n")
_CLAUSES = frozenset("dass daß weil da ob obwohl".split())
_BEFORE_RELATIVE = frozenset("in auf an mit bei von für nach über unter durch".split())
_RELATIVE_CASES = frozenset("dem der denen das den die deren dessen".split())
_DASHES = frozenset({"–", "("})
_LONGER = 3  # letters that a verb's infinitive has more than


def is_subject(words: Words, place: int) -> bool:
    """Whether a subject may begin there: a word with a capital, an article, a pronoun."""
    return place < len(words.lower) and (words.forms[place][:1].isupper() or words.lower[place] in _SUBJECTS)


def has_clause_behind(words: Words, place: int, stop: int) -> bool:
    """Whether a comma comes before `stop` with a finite verb, "so" or "dann" behind it."""
    return any(
        words.lower[other] == "," and other + 1 < stop and _is_finite(words, other + 1)
        for other in range(place + 2, stop)
    )


def clause_end(words: Words, places: Sequence[int], number: int) -> int:
    """The number behind the last token of the clause that the token at `number` opens, without marks at its end."""
    return _trimmed(words, places, number, _raw_end(words, places, number))


def _raw_end(words: Words, places: Sequence[int], number: int) -> int:
    dashes, is_interrupted = 0, False
    for index in range(number + 1, len(places) - 1):
        place, following = places[index], places[index + 1]
        form = words.lower[place]
        if form in _DASHES:
            dashes += 1
        elif form == "." or (form in STOPS and not dashes):
            return index
        elif form == "," and is_interrupted:
            is_interrupted = not _is_verbal(words, place - 1)
        elif form == "," and words.lower[following] in RELATIVE:
            # "wenn das Eis, das so dick sei, breche": the clause goes on behind the one inside it.
            is_interrupted = not _is_verbal(words, place - 1)
        elif form == "," and (_is_finite(words, following) or _is_closed(words, place, following)):
            return index
    return len(places)


def _is_closed(words: Words, place: int, following: int) -> bool:
    """Whether a verb stands before the comma, and no other condition behind it."""
    return _is_verbal(words, place - 1) and words.lower[following] not in CONDITIONAL


def _trimmed(words: Words, places: Sequence[int], number: int, end: int) -> int:
    while end > number + 1 and not words.forms[places[end - 1]][:1].isalnum():
        end -= 1
    return end


def rest_of(words: Words, places: Sequence[int], taken: Collection[int], place: int) -> tuple[int, ...]:
    """The other tokens of the sentence that `place` stands in, without the marks at their ends."""
    own, sentence = set(taken), words.sentence(place)
    rest = [other for other in places if other in sentence and other not in own]
    while rest and not words.lower[rest[0]][:1].isalnum():
        rest.pop(0)
    while rest and not words.lower[rest[-1]][:1].isalnum():
        rest.pop()
    return tuple(rest)


def beside(words: Words, rest: Sequence[int], place: int) -> tuple[int, ...]:
    """Of the rest of a sentence the clause that a condition at `place` belongs to, and what stands behind.

    "Ich bedaure den Glauben, dass sie kommen, wenn …": just "dass sie kommen". A clause that is only put in ("Er
    müsse, weil es regne, heim, wenn …") takes nothing from the one around it.
    """
    before = [other for other in rest if other < place]
    for number in range(len(before) - 1, 0, -1):
        if not _begins_subordinate(words, before, number):
            continue
        commas = [at for at in range(number + 1, len(before)) if words.lower[before[at]] == ","]
        if all("zu" in _segment(words, before, at) for at in commas if at + 1 < len(before)):
            return tuple(other for other in rest if other >= before[number])
        return tuple(rest)
    return tuple(rest)


def own_clause(words: Words, rest: Sequence[int], place: int) -> tuple[int, ...]:
    """Of the rest of a sentence the clause in which the word at `place` stands, and what stands behind it."""
    before = [other for other in rest if other < place and words.lower[other] in {",", *STOPS}]
    return tuple(other for other in rest if not before or other > before[-1])


def _begins_subordinate(words: Words, places: Sequence[int], number: int) -> bool:
    """Whether a comma stands before, and a word that opens a clause with its verb at the end: "dass", "in der"."""
    place = places[number]
    if words.lower[place - 1] != ",":
        return False
    if words.lower[place] in _CLAUSES:
        return True
    is_relative = words.lower[place] in _BEFORE_RELATIVE and words.lower[place + 1] in _RELATIVE_CASES
    return is_relative and "zu" not in _segment(words, places, number - 1)  # ", mit der Fähre zu fahren"


def _segment(words: Words, places: Sequence[int], comma: int) -> list[str]:
    """The forms from the comma on to the next one."""
    forms: list[str] = []
    for place in places[comma + 1 :]:
        if words.lower[place] == ",":
            break
        forms.append(words.lower[place])
    return forms


def _is_finite(words: Words, place: int) -> bool:
    """Whether a word may be the verb that a main clause begins with behind a subordinate one."""
    form, key = words.lower[place], words.keys[place]
    if form in {"so", "dann"}:
        return True
    if form in RELATIVE or form in SUBORDINATE or not _is_verbal(words, place):
        return False
    return key != form and form.endswith(_FINITE_ENDS)


def _is_verbal(words: Words, place: int) -> bool:
    """Whether a word may be a verb: written small, and with a lemma like an infinitive."""
    key = words.keys[place]
    return words.forms[place][:1].islower() and key.endswith("n") and len(key) > _LONGER
