"""What single words say of who is meant: pronouns, articles, and the class of what is written with a capital.

The word lists are plain files beside this module: `heads.tsv` (what nouns denote), `first_names.tsv`,
`family_names.txt`. `README.md` says where they come from.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from wortlaut.language.lexicon import lexicon
from wortlaut.language.sentences import punkt
from wortlaut.meaning.actors import in_use, remembered
from wortlaut.meaning.actors.folding import fold
from wortlaut.meaning.who.classes import ANY_PERSON, FEMALE, MALE, NEUTER, PLURAL, Class, Word
from wortlaut.meaning.who.heads import agent, head
from wortlaut.meaning.who.lists import ends, family_names, first_names, towns

__all__ = [
    "ARTICLES",
    "FEMALE",
    "INDEFINITE",
    "MALE",
    "NEUTER",
    "PARTICLES",
    "PLURAL",
    "POSSESSIVES",
    "PREPOSITIONS",
    "PRONOUNS",
    "RELATIVES",
    "SMALL_WORDS",
    "Class",
    "Word",
    "is_adjectival",
    "is_adjective_form",
    "is_foreign",
    "is_origin",
    "is_town_adjective",
    "is_verb",
    "may_be_name",
    "name_of",
    "word_of",
]

_ANY = ANY_PERSON

PRONOUNS: Mapping[str, int] = {
    "er": MALE, "ihm": MALE | NEUTER, "ihn": MALE, "sie": FEMALE | PLURAL, "ihnen": PLURAL, "es": NEUTER,
    "dieser": MALE | FEMALE, "diese": FEMALE | PLURAL, "dieses": NEUTER, "diesem": MALE | NEUTER,
    "diesen": MALE | PLURAL,
    "letzterer": MALE, "letztere": FEMALE | PLURAL, "ersterer": MALE, "erstere": FEMALE | PLURAL, "jener": MALE,
    "ihr": FEMALE, "ihrer": FEMALE | PLURAL, "seiner": MALE | NEUTER, "beide": PLURAL, "selbst": _ANY | NEUTER | PLURAL,
    "sich": _ANY | NEUTER | PLURAL, "selber": _ANY,
}  # fmt: skip
RELATIVES: Mapping[str, int] = {
    "der": MALE, "die": FEMALE | PLURAL, "das": NEUTER, "dem": MALE | NEUTER, "den": MALE, "denen": PLURAL,
    "deren": FEMALE | PLURAL, "dessen": MALE | NEUTER, "welcher": MALE, "welche": FEMALE | PLURAL, "welches": NEUTER,
    "welchem": MALE | NEUTER,
}  # fmt: skip
POSSESSIVES: Mapping[str, int] = {
    form + ending: agreement
    for form, agreement in (("sein", MALE | NEUTER), ("ihr", FEMALE | PLURAL), ("eigen", _ANY | NEUTER | PLURAL))
    for ending in ("", "e", "er", "en", "em", "es")
} | {"deren": FEMALE | PLURAL, "dessen": MALE | NEUTER}
ARTICLES = frozenset("der die das des dem den vom zum zur im am beim ins".split())
INDEFINITE = frozenset(
    "ein eine einer eines einem einen einige einiger einigen mehrere mehreren mehrerer viele vielen vieler manche"
    " mancher zahlreiche zahlreichen andere anderer anderen kein keine keiner zwei drei weitere weiterer".split()
)
PARTICLES = frozenset(
    "von van de der den del della di da dos du la le el al bin ibn ben zu zur vom ten ter y e und".split()
) - {"und", "der", "zur", "vom", "zu"}
PREPOSITIONS = frozenset(
    "in im an am auf aus bei beim bis durch für gegen hinter mit nach neben ohne seit über um unter von vom vor während"
    " wegen zu zum zur zwischen laut gemäß zufolge trotz statt gegenüber ins".split()
)
_HONORIFICS = frozenset(
    "dr. prof. professor herr herrn frau doktor sir lord lady hr. fr. ing. dipl. phil. jun. sen. h.c.".split()
)
_SPEAKING = frozenset(
    "ich wir mich mir uns man wer falls demnach danach wonach darin darunter hierin demzufolge".split()
)
SMALL_WORDS = frozenset({*PRONOUNS, *RELATIVES, *POSSESSIVES}) | ARTICLES | INDEFINITE | PREPOSITIONS | _SPEAKING
# Words of names of bodies in English, which are no family names.
_FOREIGN = frozenset(
    "United States The Times Post Daily News Business Group International National University Institute"
    " Association Online Street Journal Press Executive Chief Center Centre Council Committee Company World"
    " American British Royal Agency Survey Party Telegraph Guardian Front Alliance Army Police Organization"
    " Reuters Bloomberg Tesla".split()
)
_NO_BODIES = frozenset("GmbH KG AG SMS TV PC DVD CD SUV LKW PKW LKWs PKWs IP DNA".split())
_SMALL_BODIES = frozenset("dpa ddp epd kna taz afp heise ver.di al-Dschasira al-Jazeera al-Arabiya".split())
_ADDRESS = re.compile(r"[\w-]+\.(?:de|com|org|net|at|ch|info|eu)")
_INFLECTED = ("enen", "ener", "enes", "enem", "ene", "tes", "ter", "tem", "nde", "nden", "nder")  # of participles
_UMLAUTS = str.maketrans("aou", "äöü")
_NO_NAMES = ("ung", "heit", "keit", "schaft", "ion", "ismus", "ik", "tät", "tum", "chen", "lein", "verfahren", "ing")
_KEPT = 2**16
_FRONT, _BACK = 4, 6  # letters of the parts of a compound; family names end with shorter nouns: "-stein"
_ADJECTIVES = frozenset("Vereinigte Vereinigten Vereinte Vereinten".split())


@remembered(_KEPT)
def word_of(form: str) -> Word:
    """What the form says."""
    if not form[0].isupper():
        return _small(form)
    small = form.lower()
    if small in _HONORIFICS:
        return Word(Class.HONORIFIC, _honoured(small), form)
    names = first_names()
    if small in SMALL_WORDS or (small in punkt().written_small and form not in names and form not in family_names()):
        return Word(Class.OTHER, 0, form)
    if form in names:
        return Word(Class.FIRST, names[form], form)
    if _is_double_name(form, names):
        return Word(Class.FIRST, names[form.partition("-")[0]], form)
    if form in family_names() and small not in ends():
        return Word(Class.FAMILY, _ANY, form)
    return head(form, small) or _proper(form)


def _small(form: str) -> Word:
    """A word without a capital: names like "al-Beispiel", agencies and addresses, compounds like "e-Zeitung"."""
    if form in _SMALL_BODIES or (form[-1].isalpha() and _ADDRESS.fullmatch(form)):
        return Word(Class.KNOWN_BODY, _ANY | NEUTER | PLURAL, form)
    if _is_name_with_article(form):
        return Word(Class.NAME, _ANY, form)
    if form.rpartition("-")[2][:1].isupper():
        return head(form, form.lower()) or Word(Class.NOUN, _ANY | NEUTER, form)
    return Word(Class.OTHER, 0, form)


def _is_name_with_article(form: str) -> bool:
    """Whether it is a name like "al-Beispiel"."""
    return form[2:3] == "-" and form[:2] in {"al", "el", "ad", "an", "as", "at", "ar", "az"} and form[3:4].isupper()


@remembered(_KEPT)
def name_of(form: str) -> str:
    """A name without the s of the genitive, where one may be there."""
    if form[-1] in "’'":
        return form[:-1]
    if len(form) > 3 and form[-1] == "s" and form[-2] not in "sxzßsiuo" and not form.isupper():
        known = first_names()
        if form not in known and not (word_of(form).kind is Class.FAMILY and form[:-1] not in family_names()):
            return form[:-1]
    return form


def _honoured(small: str) -> int:
    return MALE if small.startswith("herr") else FEMALE if small == "frau" else _ANY


def _is_double_name(form: str, names: Mapping[str, int]) -> bool:
    first, hyphen, second = form.partition("-")
    return bool(hyphen) and first in names and (second in names or not second[:1].isupper())


def _proper(form: str) -> Word:
    """A word that no noun ends: a place, a body, a family name, an abbreviation, a listed noun, or any name."""
    bare = form[:-1] if form.endswith("s") and len(form) > 4 else form
    if (named := _place_or_body(form, bare)) is not None:
        return named
    if form in _FOREIGN:
        return Word(Class.NOUN, _ANY | NEUTER, form)
    if (person := agent(form)) is not None:
        return person
    if form in family_names() or bare in family_names():
        return Word(Class.FAMILY, _ANY, form)
    if bare in first_names():
        return Word(Class.FIRST, first_names()[bare], bare)
    if _is_small_adjective(form):
        return Word(Class.OTHER, 0, form)
    if in_use().places_of(form) and not form.endswith(("ische", "ischen", "ischer", "isches")):
        agrees = FEMALE if form.endswith("in") else _ANY | PLURAL if form[-1] in "en" else MALE
        return Word(Class.ROLE, agrees, form, form.lower())
    if _is_abbreviation(form):
        return Word(Class.ABBREVIATION, _ANY | NEUTER | PLURAL, form)
    if in_use().bodies_named(form):
        return Word(Class.KNOWN_BODY, _ANY | NEUTER | PLURAL, form)
    return _listed(form)


def _place_or_body(form: str, bare: str) -> Word | None:
    """A place or somebody from there, a body by its listed name, or an address."""
    actors = in_use()
    if is_town_adjective(form):
        return Word(Class.ROLE, MALE, form, form.lower())  # "der Berliner"; before a noun an adjective
    if places := actors.places_named(form):
        plural = PLURAL if places[0].name.startswith("Vereinigte") else 0
        return Word(Class.PLACE, NEUTER | plural, _bare_place(form, bare))
    if form in towns() or (bare in towns() and lexicon().listed(form) in {None, form, bare}):
        return Word(Class.PLACE, NEUTER, form if form in towns() else bare)
    front, hyphen, last = form.partition("-")
    if hyphen and _is_town(front) and _is_town(last):
        return Word(Class.PLACE, NEUTER, form)  # "Musterstadt-Beispielheim"
    if any(fold(form) == fold(name) for body in actors.bodies_named(form) for name in (body.name, *body.aliases)):
        return Word(Class.KNOWN_BODY, _ANY | NEUTER | PLURAL, form)
    if "." in form and _ADDRESS.fullmatch(form):
        return Word(Class.KNOWN_BODY, _ANY | NEUTER, form)
    return None


def _is_town(form: str) -> bool:
    return form in towns() or (len(form) > 3 and any(place.name == form for place in in_use().places_named(form)))


def _listed(form: str) -> Word:
    """A noun of the dictionary, or a name."""
    listed = lexicon().listed(form)
    if listed is None and form.partition("-")[0].isupper():
        return Word(Class.NOUN, _ANY | NEUTER, form)  # "NS-Beispiel"
    last = form.rpartition("-")[2]
    is_branch = last != form and in_use().places_named(last)  # "Beispiel-Deutschland"
    if last == "Online" or is_branch or form.lower() in {"al-dschasira", "al-jazeera", "al-arabiya"}:
        return Word(Class.KNOWN_BODY, _ANY | NEUTER, form)
    if listed is not None and form not in _ADJECTIVES and not _is_adjective(form):
        more = PLURAL if listed != form and not (form.endswith("s") and listed == form[:-1]) else 0
        return Word(Class.NOUN, _ANY | NEUTER | more, listed)
    if lexicon().listed(form.lower()) is not None or form in _ADJECTIVES:
        return Word(Class.OTHER, 0, form)  # a word that only opens a sentence
    if listed is None and _is_compound(form):
        return Word(Class.NOUN, _ANY | NEUTER, form)
    return Word(Class.NAME, _ANY, form)


def _is_compound(form: str) -> bool:
    """Whether the word ends with a listed noun of some length that is no family name: "Gefängnisdirektion"."""
    if not form.isalpha():
        return False
    ends = (form[start:].capitalize() for start in range(_FRONT, len(form) - _BACK + 1))
    return any(lexicon().listed(end) == end and end not in family_names() for end in ends)


def _bare_place(form: str, bare: str) -> str:
    """The place's name without the s of the genitive."""
    named = {place.name for place in in_use().places_named(form)}
    return form if form in named or not named & {bare} else bare


def _is_abbreviation(form: str) -> bool:
    """Capitals: "ABC", "ABC-TV"; "McBeispiel" and "EU-Gipfel" are none."""
    front, hyphen, last = form.rpartition("-")
    if not form.replace("-", "").isalpha() or form in _NO_BODIES:
        return False
    if hyphen and not last.isupper():
        return False
    letters = front if hyphen else form
    return sum(map(str.isupper, letters)) > 1 and not letters.startswith(("Mc", "Mac", "De", "Di", "O’", "O'"))


def _is_small_adjective(form: str) -> bool:
    """An adjective that no list has: "US-amerikanische", "Schwulenfeindliche"."""
    last = form.rpartition("-")[2]
    if last != form:
        return last[:1].islower() and form.endswith(("e", "er", "en", "es", "em"))
    return form.endswith(("liche", "lichen", "licher", "ische", "ischen", "ischer")) and lexicon().listed(form) is None


def is_adjective_form(form: str) -> bool:
    """Whether a word with a capital is an adjective that belongs to a name: "Vereinten", "Mustersche"."""
    return form in _ADJECTIVES or _is_adjective(form) or _is_small_adjective(form)


def _is_adjective(form: str) -> bool:
    """Whether the word is an adjective that opens a sentence: "Politische"; verbs have lemmas in -n."""
    small = form.lower()
    lemma = lexicon().listed(small) if form.endswith(("e", "er", "en", "es", "em")) else None
    return lemma is not None and lemma != small and not lemma.endswith("n")


@remembered(_KEPT)
def may_be_name(form: str) -> bool:
    """Whether a listed word may be a name: the dictionary has no plural of it, nor the word written small."""
    listed = lexicon().listed
    base = listed(form)
    if base is None or not base[:1].isupper() or not base.isalpha() or listed(base.lower()) is not None:
        return False
    stems = {base, base.translate(_UMLAUTS), base[:-1]}
    return base.endswith(_NO_NAMES) is False and not any(
        listed(stem + ending) == base for stem in stems for ending in ("e", "en", "n", "er", "ern", "es", "nen", "se")
    )


@remembered(_KEPT)
def is_verb(form: str) -> bool:
    """Whether a small word is a form of a verb, no infinitive; participles among them may be adjectives, too."""
    if not form.islower() or form in SMALL_WORDS or form.endswith(_INFLECTED):
        return False
    lemma = lexicon().listed(form)
    return lemma is not None and lemma != form and lemma.endswith(("en", "eln", "ern"))


def is_foreign(form: str) -> bool:
    """Whether the word is one of those that names of bodies in English have."""
    return form in _FOREIGN


@remembered(_KEPT)
def is_town_adjective(form: str) -> bool:
    """Whether the word is made from a place: "Berliner", "Bremer"."""
    if not form.endswith("er") or not form[0].isupper() or len(form) < 5:
        return False
    places = in_use().places_named
    if any(form.casefold() == place.name.casefold() for place in places(form)):
        return False
    stems = [stem for stem in (form[:-2], form[:-1], f"{form[:-2]}en") if len(stem) > 2]
    return any(stem in towns() or places(stem) for stem in stems)


def is_origin(word: Word) -> bool:
    """Whether the word denotes somebody by where he or she is from: "Berliner", "Deutsche"."""
    return word.kind is Class.ROLE and word.end == word.base.lower() and word.end not in ends()


def is_adjectival(end: str) -> bool:
    """Whether the noun with that end is inflected like an adjective: "Vorsitzende"."""
    return end in ends() and ends()[end][1] == _ANY
