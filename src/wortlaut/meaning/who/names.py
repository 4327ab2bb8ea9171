"""Persons named in an article: where full and short names stand, and what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wortlaut.meaning.who.text import Text
from wortlaut.meaning.who.words import (
    ARTICLES,
    INDEFINITE,
    PARTICLES,
    PREPOSITIONS,
    Class,
    is_foreign,
    may_be_name,
    name_of,
)

__all__ = ["Description", "NameRun", "descriptions_of", "name_runs"]

_NAMING = frozenset({Class.FIRST, Class.FAMILY, Class.NAME})
_TITLES = frozenset({Class.ROLE, Class.HONORIFIC})
# What may be a family name behind a first name, though it is another word.
_LAST = frozenset({Class.NOUN, Class.PLACE, Class.ROLE, Class.ABBREVIATION, Class.KNOWN_BODY})
# These only where the word is short: "Papier", no "Papierverband".
_ALSO_LAST = frozenset({Class.BODY, Class.DOCUMENT, Class.GROUP, Class.UTTERANCE})
_SHORT = 8
_LONGEST_FIRST = 12  # letters of a first name
_LONGEST = 6
# A role before a comma and a name: "Der Leiter des Programms der Anstalt, Erna Beispiel".
_REACH = 16
_VERBS_OF_STOP = frozenset('.;:!?„“"»«')
_PARENTHESIS = 6
_ALSO_NOUNS = frozenset("Mark August Roman Rose Penny Don Wolf Ernst".split())
# What may follow a first name; "den", "der" only behind another particle.
_FIRST_PARTICLES = (PARTICLES | {"zu"}) - {"den", "der", "ten", "ter"}
_PLACE_FRONTS = frozenset("San Santa São Los Las New Rio".split())


@dataclass(frozen=True, slots=True)
class NameRun:
    """A name as it stands in the text, without titles; `name` in the nominative."""

    start: int
    end: int
    name: tuple[str, ...]
    has_title: bool

    @property
    def is_full(self) -> bool:
        """Whether it has more than a family name."""
        return len(self.name) > 1


@dataclass(frozen=True, slots=True)
class Description:
    """A role given to somebody, as a range of tokens with the token of the noun."""

    start: int
    end: int
    head: int


def name_runs(text: Text) -> Iterator[NameRun]:
    """The names of persons that can be told by themselves: with a first name, a title, or two unlisted words."""
    beyond = 0
    for place in text.capitals:
        if place < beyond:
            continue
        run = _run_at(text, place)
        if run is not None:
            beyond = run.end
            yield run


def _run_at(text: Text, start: int) -> NameRun | None:
    if text.form(start - 1) in _PLACE_FRONTS or text.form(start) == text.form(start + 1):
        return None
    first, start = start, _leftward(text, start)
    titled = _has_title(text, start)
    kind = text.kind(start)
    is_initialled = (
        _is_initial(text.form(start + 1))
        and text.kind(start + 2) in _NAMING
        and kind is Class.NOUN
        and not is_foreign(text.form(start))
    )
    behind = {Class.NAME, Class.FAMILY, Class.NOUN} if titled else {Class.NAME, Class.FAMILY}
    is_double = text.form(start) in _ALSO_NOUNS and text.kind(start + 1) in behind
    starts = start < first or kind in _NAMING or _is_initial(text.form(start)) or is_initialled or is_double
    may_start = kind in {Class.NOUN, Class.PLACE, Class.ROLE, Class.OTHER}
    if not starts and not (titled and may_start and _is_after_bare_title(text, start)):
        return None
    end = _end_of(text, start)
    length = end - start
    if length == 1:
        plausible = titled and not _is_initial(text.form(start)) and kind is not Class.PLACE
        return NameRun(start, end, _nominative(text, start, end), has_title=True) if plausible else None
    if not titled and not _is_name(text, first, end):
        return None
    return NameRun(start, end, _nominative(text, start, end), has_title=titled)


def _leftward(text: Text, start: int) -> int:
    """The place before, where an unlisted first name stands there: "Minister Alpha Omar Beispiel"."""
    place = start - 1
    form = text.form(place)
    if not form[:1].isupper() or not form.isalpha() or text.kind(start) not in _NAMING or is_foreign(form):
        return start
    if text.kind(place) not in {Class.NOUN, Class.OTHER, Class.NAME} or place == text.sentence_start(place):
        return start
    if text.kind(place - 1) in _TITLES and text.kind(place) is not Class.NOUN:
        return place
    is_apposed = text.form(place - 1) == "," and text.kind(start) is Class.FIRST
    return place if is_apposed and may_be_name(form) else start


def _end_of(text: Text, start: int) -> int:
    """Where the run of words that make a name ends."""
    place = start + 1
    while place < start + _LONGEST:
        kind, form = text.kind(place), text.form(place)
        if (kind in _NAMING or _is_initial(form)) and not _is_genitive_end(text, place - 1):
            place += 1
        elif _may_be_last(text, start, place) and not _heads_more(text, place):
            return place + 1
        elif form in _FIRST_PARTICLES and (skip := _after_particles(text, place)):
            place = skip
        else:
            break
    return place


def _may_be_last(text: Text, start: int, place: int) -> bool:
    """Whether another word than a name ends the run: behind a first name, an initial, or a title and a name."""
    kind, form, before = text.kind(place), text.form(place), text.kind(place - 1)
    is_short = kind in _ALSO_LAST and len(form) <= _SHORT and "-" not in form
    if kind not in _LAST and not is_short and not (kind is Class.OTHER and form[:1].isupper()):
        return False
    if _is_initial(text.form(place - 1)):
        return True
    if before is Class.FIRST and all(text.kind(at) is Class.FIRST for at in range(start, place)):
        return True
    if place == start + 1 and text.form(start) in _ALSO_NOUNS and _has_title(text, start) and kind is Class.NOUN:
        return True
    is_long = place > start + 1 and Class.FIRST in {text.kind(at) for at in range(start, place)}
    if is_long and kind is Class.NOUN and may_be_name(form) and not text.form(place + 1)[:1].isupper():
        return True
    if place == start + 1 and kind is Class.OTHER and _has_title(text, start) and text.form(place + 1)[:1].islower():
        return True
    is_apposed = text.form(start - 1) == "," and not text.form(place + 1)[:1].isupper() and place == start + 1
    return is_apposed and before is Class.NAME and kind in {Class.NOUN, Class.ROLE}


def _after_particles(text: Text, place: int) -> int:
    """Behind "von der Leyen", when `place` is at "von"; 0 where no name follows."""
    if text.form(place) in {"von", "van", "zu", "y", "e"} and text.kind(place - 1) is not Class.FIRST:
        return 0  # "Beispiel von der Elbe-Post"
    last = place
    while (text.form(last) in PARTICLES or text.form(last) == "zu") and last < place + 3:
        last += 1
    kind = text.kind(last)
    is_alone = not text.form(last + 1)[:1].isupper()
    is_noun = kind is Class.NOUN and (is_alone or last > place + 1 or text.form(place) in {"van", "de", "al", "el"})
    if kind in _NAMING or is_noun:
        # "Gouverneur Erna von Bremen" is no name, "der Sprecher Karl von Thadden" is.
        return last + 1 if text.kind(last) is not Class.PLACE else 0
    return 0


def _heads_more(text: Text, place: int) -> bool:
    """Whether the noun belongs to what follows it rather than to the first name: "Peter Minister Meyer"."""
    return text.kind(place) is Class.ROLE and text.kind(place + 1) in _NAMING


def _is_genitive_end(text: Text, place: int) -> bool:
    form = text.form(place)
    return len(form) > 4 and form.endswith("s") and form[:-1] in text.vocabulary and text.kind(place) is not Class.FIRST


def _is_name(text: Text, start: int, end: int) -> bool:
    """Whether several words are a person's name without a title before them."""
    kinds = [text.kind(place) for place in range(start, end)]
    if (
        kinds[0] is Class.FIRST
        or _is_initial(text.form(start))
        or text.form(start) in _ALSO_NOUNS
        or _is_initial(text.form(start + 1))
    ):
        return True
    if Class.FIRST in kinds and text.form(start - 1).lower() not in ARTICLES:
        return True
    if len(text.form(start)) > _LONGEST_FIRST:
        return False
    unlisted = sum(kind is Class.NAME for kind in kinds)
    is_apposed = text.form(start - 1) == "," and len(kinds) == 2 and kinds[0] is Class.NAME
    is_like_one = unlisted >= 2 or is_apposed or (unlisted and kinds[-1] is Class.FAMILY)
    before = text.form(start - 1)
    return (
        bool(is_like_one)
        and before.lower() not in ARTICLES
        and not any(text.form(place) in {"„", '"', "»", "''"} for place in range(start - 2, start))
    )


def _has_title(text: Text, start: int) -> bool:
    return text.kind(start - 1) in _TITLES or text.form(start - 1) in {"Dr.", "Prof.", "Sir", "Lord"}


def _is_after_bare_title(text: Text, start: int) -> bool:
    """Whether a title without article stands before: "Minister Koch", not "der Minister Koch"."""
    title = text.words[start - 1]
    form = text.form(start - 1)
    is_single = title.base == form or form.endswith("in")
    has_article = text.form(start - 2).lower() in ARTICLES
    is_longer = text.kind(start + 1) in {Class.NAME, Class.FAMILY}
    own, is_last = text.kind(start), not text.form(start + 1)[:1].isupper()
    is_name = is_last and (own is Class.ROLE or may_be_name(text.form(start))) and title.kind is Class.ROLE
    is_bare = form[:1].isupper() and text.kind(start - 2) is Class.OTHER and not has_article
    if own is Class.OTHER and not is_longer:
        return False
    return (title.kind is Class.HONORIFIC and not has_article) or (is_single and (is_longer or (is_bare and is_name)))


def _is_initial(form: str) -> bool:
    return len(form) in {2, 4, 6} and form[1] == "." and form[0].isupper() and form[-1] == "."


def _nominative(text: Text, start: int, end: int) -> tuple[str, ...]:
    forms = list(text.forms[start:end])
    base = name_of(forms[-1])
    if forms[-1].endswith("s") and forms[-1][:-1] in text.vocabulary and text.kind(end - 1) is not Class.FIRST:
        base = forms[-1][:-1]  # "Anwältin Samanis", where "Samani" stands elsewhere
    if base != forms[-1] and (base in text.vocabulary or _is_in_genitive(text, start, end)):
        forms[-1] = base
    return tuple(forms)


def _is_in_genitive(text: Text, start: int, end: int) -> bool:
    """Whether the place speaks for a genitive: behind a noun without title, or before one."""
    before = text.kind(start - 1)
    behind = text.kind(end)
    return before in {Class.UTTERANCE, Class.NOUN, Class.GROUP, Class.DOCUMENT} or behind in {
        Class.UTTERANCE, Class.NOUN, Class.ROLE, Class.DOCUMENT,
    }  # fmt: skip


def descriptions_of(text: Text, run: NameRun) -> Iterator[Description]:
    """The roles that stand beside a name: titles before it, or in apposition before and behind."""
    start = run.start
    while text.kind(start - 1) in _TITLES:
        start -= 1
    roles = [place for place in range(start, run.start) if text.kind(place) is Class.ROLE]
    if roles and _owns(text, run, roles[-1]):
        return
    if roles:
        yield Description(_with_adjectives(text, start), run.start, roles[-1])
    else:
        yield from _before(text, start)
    yield from _behind(text, run.end)


def _owns(text: Text, run: NameRun, role: int) -> bool:
    """Whether the name is in the genitive behind the role: "Sprecher Beispiels", but "des Sprechers Beispiel"."""
    return run.name[-1] != text.form(run.end - 1) and text.form(role)[-1] not in "sn"


def _with_adjectives(text: Text, start: int) -> int:
    while text.kind(start - 1) is Class.OTHER and _is_adjective(text.form(start - 1)):
        start -= 1
    if text.form(start).endswith("te") and text.form(start - 1).lower() not in ARTICLES:
        start += 1  # "sagte Ministerin"
    return start


def _is_adjective(form: str) -> bool:
    return form[-2:] in {"er", "en", "es", "em"} or form.endswith("e") if _may_be_adjective(form) else False


def _may_be_adjective(form: str) -> bool:
    return (
        form.isalpha()
        and form not in ARTICLES
        and form not in INDEFINITE
        and form not in PREPOSITIONS
        and len(form) > 3
    )


def _before(text: Text, start: int) -> Iterator[Description]:
    """A role with what belongs to it, up to a name: "Der Leiter des Amtes(,) Karl Muster", "Stadt X, deren Chef"."""
    first = max(text.sentence_start(start), start - _REACH)
    place = start - 1
    commas = int(text.form(place) == ",")
    place -= commas
    while place >= first:
        form, kind = text.form(place), text.kind(place)
        if form in _VERBS_OF_STOP or form == ",":
            return
        if kind is Class.ROLE and text.words[place].agrees and _opens(text, place):
            yield Description(_with_adjectives(text, place), start - commas, place)
            return
        place -= 1


def _opens(text: Text, place: int) -> bool:
    """Whether a role noun stands in no genitive of another: it opens its phrase with "der", "die", "ein" or nothing."""
    start = _with_adjectives(text, place)
    before = text.form(start - 1).lower()
    return before in {"der", "die", "ein", "eine", "dem", "den"} and text.kind(start - 2) is Class.OTHER


def _behind(text: Text, end: int) -> Iterator[Description]:
    """A role in apposition: "Erna Beispiel, (die) Leiterin des Amtes", also behind a bracket."""
    place = end
    if text.form(place) == "(":
        place = next((at + 1 for at in range(place, place + _PARENTHESIS) if text.form(at) == ")"), place)
    if text.form(place) != ",":
        return
    start = place + 1
    if text.form(start).lower() in {"der", "die", "dem", "den", "des", "ein", "eine", "einem", "einer"}:
        start += 1
    head = start
    while text.kind(head) is Class.OTHER and _may_be_adjective(text.form(head)) and head < start + 5:
        head += 1
    if text.kind(head) is Class.ROLE:
        yield Description(start, head + 1, head)
