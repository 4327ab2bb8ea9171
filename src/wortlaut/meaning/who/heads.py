"""What a noun denotes by the end of the word, or by the feminine that only words for persons have."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.language.lexicon import lexicon
from wortlaut.meaning.who.classes import ANY_PERSON, FEMALE, MALE, NEUTER, PLURAL, Class, Word
from wortlaut.meaning.who.lists import ends

__all__ = ["agent", "head"]

_SHORTEST_END = 4
_LONG_END = 6
# Nouns that say so little in a compound that only the whole word counts: "Stadt", no "Musterstadt".
_WHOLE = frozenset(
    "stadt staat kette riese stelle kanal mission garde schule front volk jugend rede sorge westen osten".split()
)
_COUNCILS = ("srat", "nrat", "alrat", "ärrat", "terrat")
_NO_COUNCILS = frozenset("geheimrat staatsrat studienrat hausrat unrat hofrat".split())
# Words with a feminine in the dictionary that are more often things, papers or bodies.
_NO_AGENTS = frozenset(
    "Kurier Rechner Sender Anzeiger Träger Bayer Sucher Drucker Zähler Schalter Melder Schreiber Stürmer Spieler"
    " Läufer Springer Fischer Bote Bauer Weber Wagner Engel Wirt Welt Leiter Tor Genosse Twitter".split()
)


def head(form: str, small: str) -> Word | None:
    """The word by the noun that it ends with."""
    last = small.rpartition("-")[2]
    for base, shown in _bases(last):
        found = _longest_end(base)
        if found is None:
            continue
        kind, gender, end = found
        if kind is not Class.ROLE and shown & FEMALE and not shown & PLURAL:
            continue  # only persons have a feminine form
        whole = form[: len(form) - (len(last) - len(base))] if len(base) <= len(last) else form
        return Word(kind, _shown(kind, gender, shown), whole, end)
    return None


def _shown(kind: Class, gender: int, shown: int) -> int:
    """What the noun agrees with, by its gender and by what its form shows."""
    if kind is Class.GROUP or (kind is not Class.ROLE and shown & PLURAL):
        return PLURAL
    return shown or gender


def _bases(last: str) -> Iterator[tuple[str, int]]:
    """What the word may be a form of, with the agreement that the form shows; 0 where it shows none."""
    yield last, 0
    if last.endswith("innen"):
        yield last[:-5], PLURAL
        yield last[:-5] + "e", PLURAL
    if last.endswith("in"):
        yield last[:-2], FEMALE
        yield last[:-2] + "e", FEMALE
    if last.endswith(("e", "en", "er", "em")) and len(last) > 5:
        stem = last[:-1] if last.endswith("e") else last[:-2]
        yield stem + "e", MALE if last.endswith(("er", "em")) else ANY_PERSON | PLURAL
    for ending, agrees in (("s", 0), ("es", 0), ("n", PLURAL), ("en", PLURAL | MALE), ("e", PLURAL), ("er", PLURAL)):
        if last.endswith(ending):
            yield last[: len(last) - len(ending)], agrees
    if last.endswith(("nisse", "nissen")):
        yield last.rpartition("nis")[0] + "nis", PLURAL
    if last.endswith("ien"):
        yield last[:-2] + "um", PLURAL
    if "ä" in last or "ö" in last or "ü" in last:
        plain = last.translate(_NO_UMLAUT)
        for ending in ("", "e", "en", "er", "ern", "n"):
            if plain.endswith(ending):
                yield plain[: len(plain) - len(ending)], PLURAL


_NO_UMLAUT = str.maketrans("äöü", "aou")


def _longest_end(base: str) -> tuple[Class, int, str] | None:
    known = ends()
    if base.endswith("amt") and base != "gesamt":
        return Class.BODY, NEUTER, "amt"
    if base.endswith(_COUNCILS) and base not in _NO_COUNCILS:
        return Class.BODY, MALE, "rat"
    for start in range(max(len(base) - _SHORTEST_END + 1, 1)):
        end = base[start:]
        if start == 1 or (start == 2 and len(end) < _LONG_END):
            continue  # a compound's first part has three letters or more
        if end in known and not (start and end in _WHOLE and base[start - 1] != "-"):
            kind, gender = known[end]
            return kind, gender, end
    return None


def agent(form: str) -> Word | None:
    """The word for a person, where the dictionary has its feminine: "Astronom", as "Astronomin" is listed."""
    listed = lexicon().listed
    lemma = listed(form)
    if lemma is None or not lemma[0].isupper() or lemma in _NO_AGENTS:
        return None
    if lemma.endswith("in") and len(lemma) > _LONG_END:
        male = next((stem for stem in (lemma[:-2], f"{lemma[:-2]}e") if listed(stem) == stem), None)
        if male is None or male in _NO_AGENTS:
            return None
        return Word(Class.ROLE, PLURAL if form.endswith("nen") else FEMALE, lemma, male.lower())
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if listed(f"{stem}in") != f"{stem}in":
        return None
    agrees = MALE if form == lemma or form.endswith("s") else PLURAL if form.endswith("rn") else MALE | PLURAL
    return Word(Class.ROLE, agrees, lemma, lemma.lower())
