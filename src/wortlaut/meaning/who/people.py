"""The persons of an article: names in full and in short brought together, with gender and the roles given to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from wortlaut.meaning.actors import in_use
from wortlaut.meaning.who.names import Description, NameRun, descriptions_of, name_runs
from wortlaut.meaning.who.text import Text
from wortlaut.meaning.who.words import FEMALE, MALE, SMALL_WORDS, Class, is_foreign, may_be_name, name_of, word_of

__all__ = ["Mention", "People", "Person", "is_of_body", "people_of"]

_BOTH = MALE | FEMALE
_LIKE_BODIES = ("tec", "tech", "soft", "net", "bank", "media", "pharma", "werke", "group", "air", "watch", "gas", "oil")
# Parts of compounds with a body's name before them, rather than a person's.
_OF_BODIES = (
    "-sprecher", "-sprecherin", "-sprechers", "-chef", "-chefin", "-manager", "-managerin", "-vorstand", "-aktie",
    "-aktien", "-kunden", "-zentrale", "-mitarbeiter", "-mitarbeitern", "-geschäftsführer", "-server", "-gruppe",
    "-aufsichtsrat", "-betriebsrat", "-betriebsratschef", "-beschäftigten", "-filiale", "-filialen", "-nutzer",
)  # fmt: skip
_OF_PERSONS = frozenset({"regierung", "administration", "kabinett", "kanzlei", "büro", "familie"})  # "Regierung Muster"
_LONE = frozenset({Class.NAME, Class.FAMILY, Class.FIRST})
_ALIASED = frozenset({Class.FIRST, Class.FAMILY, Class.NAME, Class.NOUN, Class.PLACE, Class.ROLE, Class.OTHER})


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the text names somebody or something."""

    start: int
    end: int


@dataclass(slots=True)
class Person:
    """Somebody whom the article names; `name` is the fullest form."""

    name: tuple[str, ...]
    agrees: int = _BOTH
    mentions: list[Mention] = field(default_factory=list)
    descriptions: list[Description] = field(default_factory=list)

    @property
    def full_name(self) -> str:
        """The fullest form, as one string."""
        return " ".join(self.name)


@dataclass(frozen=True, slots=True)
class People:
    """The persons in the order of their first mention, and which of them stands at a token."""

    persons: tuple[Person, ...]
    at: Mapping[int, Person]
    runs: Mapping[int, NameRun]  # by every token of the name


def people_of(text: Text, speaking: Iterable[int] = ()) -> People:
    """The persons whom the text names; `speaking` are single words that are known to be speakers."""
    runs = _apart(text, list(name_runs(text)))
    taken = {part for run in runs for part in run.name}
    for place in speaking:
        form = text.form(place)
        if {form, name_of(form)} & taken or is_of_body(text, name_of(form)):
            continue
        if text.kind(place) in _LONE | {Class.NOUN} and (full := _full(text, form)):
            runs.append(full)
            taken.update(full.name)
        elif text.kind(place) in _LONE:
            runs.append(NameRun(place, place + 1, (form,), has_title=False))
            taken.add(form)
    runs += _listed(text, taken)
    persons: list[Person] = []
    by_part: defaultdict[str, list[Person]] = defaultdict(list)
    for run in sorted(runs, key=lambda run: (-len(run.name), run.start)):
        person = _known(run, by_part)
        if person is None:
            person = Person(run.name)
            persons.append(person)
            for part in _parts(run.name):
                by_part[part].append(person)
        _add(text, person, run)
    at = {
        place: person
        for person in persons
        for mention in person.mentions
        for place in range(mention.start, mention.end)
    }
    _add_short(text, by_part, at)
    for person in persons:
        person.mentions.sort(key=lambda mention: mention.start)
        person.agrees = _gender(text, person)
    persons.sort(key=lambda person: person.mentions[0].start)
    return People(tuple(persons), at, {place: run for run in runs for place in range(run.start, run.end)})


def _listed(text: Text, taken: set[str]) -> Iterator[NameRun]:
    """Names that stand nowhere in full and that the list of office-holders has: "Beispiel sagte"."""
    known = in_use().persons_named
    for place in text.capitals:
        form = text.form(place)
        name = name_of(form) if name_of(form) in text.vocabulary else form
        before = text.form(place - 1).lower()
        is_name = text.kind(place) is Class.NAME or (text.kind(place) is Class.FAMILY and before not in SMALL_WORDS)
        if is_name and not {form, name} & taken and known(name) and not is_of_body(text, name):
            taken.add(name)
            yield NameRun(place, place + 1, (name,), has_title=False)


def _apart(text: Text, runs: list[NameRun]) -> list[NameRun]:
    """The runs without those that are two people's family names in a row: "so kritisierte Beispiel Muster"."""
    lasts = {run.name[-1] for run in runs if run.is_full and text.kind(run.start) is Class.FIRST}
    return [run for run in runs if text.kind(run.start) is Class.FIRST or not (run.is_full and set(run.name) <= lasts)]


def is_of_body(text: Text, form: str) -> bool:
    """Whether the text treats the word as a body's name: "Firma Elbtal", "Elbtal-Sprecher"."""
    if form.lower().endswith(_LIKE_BODIES):
        return True
    for place in text.places.get(form, ()):
        is_behind = text.kind(place - 1) is Class.BODY and text.words[place - 1].end not in _OF_PERSONS
        if is_behind or _has_article(text, place):
            return True
    compounds = text.places.get(f"{form}-", ())
    return any(text.kind(at) is Class.BODY or text.form(at).lower().endswith(_OF_BODIES) for at in compounds)


def _has_article(text: Text, place: int) -> bool:
    """Whether an article stands right before a name, as before those of bodies: "die Elbtal"."""
    before = text.form(place - 1)
    is_article = before in {"die", "das", "der", "Die", "Das", "Der"} and text.form(place - 2) != ","
    return is_article and text.kind(place) is Class.NAME and not text.form(place + 1)[:1].isupper()


def _full(text: Text, form: str) -> NameRun | None:
    """Where a word that is known to be a name stands with what looks like a first name before it."""
    for place in text.places.get(form, ()):
        if _is_like_first(text, place - 1):
            return NameRun(place - 1, place + 1, (text.form(place - 1), form), has_title=False)
    return None


def _is_like_first(text: Text, place: int) -> bool:
    form, kind = text.form(place), text.kind(place)
    if kind in {Class.NAME, Class.FIRST, Class.FAMILY}:
        return True
    if not form[:1].isupper() or not form.isalpha() or form.isupper() or is_foreign(form):
        return False
    if kind is Class.NOUN:
        return may_be_name(form)
    is_inside = kind is Class.OTHER and place != text.sentence_start(place)
    return is_inside and not form.endswith(("e", "en", "er", "es", "em"))


def _parts(name: tuple[str, ...]) -> Iterable[str]:
    bare = (part.rpartition("-")[2] if part[0].islower() else part for part in name)
    return (part for part in bare if part[:1].isupper() and len(part) > 2)


def _known(run: NameRun, by_part: Mapping[str, list[Person]]) -> Person | None:
    """The only person so far of whom the run may be a shorter form."""
    found = [
        person for person in by_part.get(run.name[-1].rpartition("-")[2], ()) if _is_short_for(run.name, person.name)
    ]
    if not found and len(run.name) == 1:
        found = list(by_part.get(run.name[0], ()))
    return found[0] if len(found) == 1 else None


def _is_short_for(short: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether all words of `short` stand in `name` in order, an initial for any word that it begins."""
    rest = iter(name)
    return all(any(_fits(word, other) for other in rest) for word in short)


def _fits(word: str, other: str) -> bool:
    return word == other or other.endswith(f"-{word}") or (word.endswith(".") and other.startswith(word[:-1]))


def _add(text: Text, person: Person, run: NameRun) -> None:
    person.mentions.append(Mention(run.start, run.end))
    person.descriptions.extend(descriptions_of(text, run))


def _add_short(text: Text, by_part: Mapping[str, list[Person]], at: dict[int, Person]) -> None:
    """Mentions by one word of a name that is nobody else's."""
    for place in text.capitals:
        if place in at:
            continue
        form = text.form(place)
        if form[0].islower():
            form = form.rpartition("-")[2]  # "el-Beispiel"
        found = by_part.get(form) or by_part.get(name_of(form)) or ()
        if not found or text.kind(place) not in _ALIASED:
            continue
        family = [
            person
            for person in found
            if person.name[-1].rpartition("-")[2] in {form, name_of(form)} | {form.rpartition("-")[2]}
        ]
        chosen = family or found
        if len(chosen) == 1 and _may_stand_alone(text, place, chosen[0]):
            at[place] = chosen[0]
            chosen[0].mentions.append(Mention(place, place + 1))


def _may_stand_alone(text: Text, place: int, person: Person) -> bool:
    """Whether the word at `place` is the name and no noun that is written alike."""
    word = text.words[place]
    if text.kind(place + 1) is Class.UTTERANCE:
        return True
    if word.kind in {Class.NOUN, Class.ROLE, Class.OTHER, Class.PLACE}:
        before = text.form(place - 1).lower()
        return before not in {"der", "die", "das", "den", "dem", "des", "in", "im", "nach", "aus", "ein", "eine"} and (
            person.name[-1] in {text.form(place), name_of(text.form(place))}
        )
    return True


def _gender(text: Text, person: Person) -> int:
    """By the role nouns beside the name, else by the list of persons, else by the first name."""
    votes = [text.words[description.head].agrees & _BOTH for description in person.descriptions]
    for description in person.descriptions:
        before = text.form(description.start - 1).lower()
        if before == "die" and text.words[description.head].agrees & FEMALE:
            return FEMALE
    male, female = votes.count(MALE), votes.count(FEMALE)
    if female or male:
        # Masculine titles are given to women, too; feminine ones to men never.
        return FEMALE if female else MALE
    for mention in person.mentions:
        honoured = text.form(mention.start - 1)
        if honoured in {"Frau", "Herr", "Herrn"}:
            return FEMALE if honoured == "Frau" else MALE
    known = in_use().persons_named(person.full_name) if len(person.name) > 1 else ()
    if len(known) == 1 and known[0].gender:
        return FEMALE if known[0].gender == "f" else MALE
    return next((word_of(part).agrees for part in person.name if word_of(part).kind is Class.FIRST), _BOTH)
