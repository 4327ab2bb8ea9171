"""What is no person and no body, in the nominative: "des geplanten Stellenabbaus" as "der geplante Stellenabbau"."""

from __future__ import annotations

from functools import lru_cache

from wortlaut.language.lexicon import lexicon
from wortlaut.meaning.who.text import Text
from wortlaut.meaning.who.words import FEMALE, MALE, NEUTER, PLURAL

__all__ = ["base_of", "thing_name"]

_KEPT = 2**14
_FEMININE = (
    "ung", "heit", "keit", "schaft", "ion", "tät", "ik", "ei", "ur", "anz", "enz", "ie", "age", "ade", "frau", "reform",
    "macht", "kraft", "politik", "pflicht", "wahl", "zahl", "arbeit", "haft", "fahrt", "schlacht", "gewalt", "absicht",
    "steuer", "mauer", "gefahr",
)  # fmt: skip
_NEUTER = (
    "chen", "lein", "ment", "um", "nis", "recht", "gesetz", "verfahren", "gebot", "spiel", "urteil", "verbot", "ding",
    "werk", "land", "haus", "geld", "leben", "amt", "recht", "embargo", "paket", "projekt", "programm", "system",
    "risiko", "niveau", "tor", "jahr", "regime", "konzept", "vorhaben", "ergebnis", "netz", "papier", "mittel",
)  # fmt: skip
_DEFINITE = {MALE: "der", FEMALE: "die", NEUTER: "das", PLURAL: "die"}
_STRONG = {MALE: "er", FEMALE: "e", NEUTER: "es", PLURAL: "e"}
_OF_DEFINITE = frozenset(
    "der die das dem den des zum zur vom am im ans ins beim aufs fürs übers dieser diese dieses diesem diesen"
    " jener jene jenes jenem jenen".split()
)
_GENITIVE = frozenset("des eines seines ihres dieses jenes keines unseres".split())
_OF_MANY = frozenset(
    "einige einigen einiger mehrere mehreren mehrerer viele vielen vieler alle allen aller zwei drei vier beide beiden"
    " zahlreiche zahlreichen weitere weiteren".split()
)
_NO_FEMININE = _GENITIVE | frozenset(
    "das dem den zum vom am im ans ins beim aufs fürs übers ein einen einem dieses diesem diesen kein keinen keinem"
    " sein seinen seinem ihr ihren ihrem".split()
)
_DATIVE = frozenset("den diesen allen vielen beiden".split()) | {""}
# Nouns whose plural ends in -n or -en anyway.
_IN_N = (*_FEMININE, "e", "ist", "ant", "ent", "at", "oge", "graf", "soph", "mensch", "held", "herr", "bär", "or", "et")
_ALONE = ("ein", "kein", "sein", "ihr", "unser")
_BY_ARTICLE = {
    "das": NEUTER, "ins": NEUTER, "ans": NEUTER, "aufs": NEUTER, "fürs": NEUTER, "übers": NEUTER, "zur": FEMALE,
    "einer": FEMALE, "eine": FEMALE, "seine": FEMALE, "ihre": FEMALE, "seiner": FEMALE, "ihrer": FEMALE, "den": MALE,
    "einen": MALE, "seinen": MALE, "ihren": MALE, "keinen": MALE, "die": FEMALE, "diese": FEMALE, "dieser": FEMALE,
    "keine": FEMALE, "keiner": FEMALE, "diesen": MALE, "jene": FEMALE, "jenen": MALE, "unsere": FEMALE,
    "unserer": FEMALE, "unseren": MALE,
}  # fmt: skip


@lru_cache(maxsize=_KEPT)
def base_of(form: str) -> str:
    """The noun in the nominative singular, as far as the dictionary knows it."""
    known = lexicon().lemma(form)
    is_old = known.replace("ß", "ss") == form.replace("ß", "ss")  # "Beschluss" is listed as it was spelt before 1996
    return known if known[:1].isupper() and not is_old else form


def thing_name(text: Text, start: int, head: int, stop: int, *, article: str) -> str:
    """The phrase in the nominative, with its article; what stands behind its noun stays as it is.

    `article` is the one before the noun, or the preposition that holds it ("zum").
    """
    own = text.form(start).lower() == article and start < head
    first = start + 1 if own else start
    gender = _gender(text.form(head), article)
    words = {at: text.form(at) for at in range(first, stop)}
    words[head] = _noun(text.form(head), article, gender)
    ending = _ending(article, gender)
    for at in range(first, head):
        words[at] = _adjective(text.form(at), ending)
    return f"{_article(article, gender)} {text.joined(words)}".strip()


def _gender(form: str, article: str) -> int:
    """Gender and number, one bit."""
    base = base_of(form)
    if article in _OF_MANY or _is_plural(form, base, article):
        return PLURAL
    small = base.lower()
    if small.endswith(_FEMININE) and article not in _NO_FEMININE:
        return FEMALE
    if small.endswith(_NEUTER) or lexicon().is_infinitive(small):
        return NEUTER
    if article == "der":  # in the dative and genitive a feminine
        return MALE if small.endswith(("er", "ling", "ismus", "or")) else FEMALE if small.endswith("e") else MALE
    return _BY_ARTICLE.get(article, MALE)


def _is_plural(form: str, base: str, article: str) -> bool:
    if article in _GENITIVE or form in {f"{base}s", f"{base}es"}:
        return False
    if form != base:
        return not article.startswith(_ALONE) or article.endswith(("e", "en", "er"))
    is_alike = form.endswith(("er", "en", "el")) and not form.lower().endswith(_FEMININE)
    return article in {"die", "diese", "keine"} and is_alike


def _noun(form: str, article: str, gender: int) -> str:
    base = base_of(form)
    if gender != PLURAL:
        return base if article in _GENITIVE or form in {f"{base}s", f"{base}es", f"{base}n"} else form
    is_plural_itself = base.lower().endswith(_IN_N) and form in {f"{base}n", f"{base}en"}
    if form.endswith("en") and not is_plural_itself and lexicon().listed(form[:-1]) == base != form[:-1]:
        return form[:-1]  # "den Vorwürfen"
    return form[:-1] if form.endswith(("ern", "eln")) and article in _DATIVE else form


def _article(article: str, gender: int) -> str:
    if article in _OF_DEFINITE:
        return f"dies{_STRONG[gender]}" if article.startswith("dies") else _DEFINITE[gender]
    for stem in _ALONE:
        if article.startswith(stem) and article not in _OF_MANY:
            return stem + ("e" if gender in {FEMALE, PLURAL} else "")
    is_inflected = article in _OF_MANY and article.endswith(("en", "er")) and len(article) > len("vier")
    return article[:-1] if is_inflected else article  # "einigen", "vieler"


def _ending(article: str, gender: int) -> str:
    if article in _OF_DEFINITE or article in {"alle", "allen", "aller"}:
        return "en" if gender == PLURAL else "e"
    if article.startswith(_ALONE) and gender == PLURAL and article not in _OF_MANY:
        return "en"
    return _STRONG[gender]


def _adjective(form: str, ending: str) -> str:
    """The adjective with another ending; what is none stays."""
    if not form[:1].islower() or not form.replace("-", "").isalpha():
        return form
    for old in ("en", "em", "er", "es", "e"):
        if form.endswith(old) and len(form) > len(old) + 2:
            return form[: len(form) - len(old)] + ending
    return form
