"""What a body is called: where its name ends, and its words in the nominative."""

from __future__ import annotations

from wortlaut.language.lexicon import lexicon
from wortlaut.meaning.actors import in_use, remembered
from wortlaut.meaning.who.inflection import nominative
from wortlaut.meaning.who.text import Text
from wortlaut.meaning.who.words import (
    ARTICLES,
    INDEFINITE,
    PARTICLES,
    POSSESSIVES,
    PREPOSITIONS,
    Class,
    is_adjective_form,
    is_foreign,
    is_town_adjective,
    may_be_name,
)

__all__ = [
    "GENERIC",
    "LINKING",
    "QUOTES",
    "has_name_before",
    "is_attribute",
    "is_called",
    "is_genitive",
    "is_only_one",
    "name_in",
    "own_name",
    "proper_name",
    "quoted_name",
    "tail_end",
]

QUOTES = frozenset('„“”"»«‚‘`') | {"''", "``"}
LINKING = frozenset("of for the and de la du des und für der 's ’s against".split())
# Bodies whose own name stands behind: "die Zeitung The Elbe Post" is called "The Elbe Post".
GENERIC = frozenset(
    "zeitung unternehmen organisation firma konzern sender magazin seite portal blatt gesellschaft hersteller partei"
    " wochenzeitung nachrichtenseite nachrichtenmagazin wochenmagazin internetseite onlineportal internetportal"
    " anbieter airline fluggesellschaft fluglinie zeitschrift hilfsorganisation illustrierte onlineangebot site"
    " netzwerk versorger zulieferer discounter kanal fernsehkanal plattform suchmaschine internetdienst riese kette"
    " supermarktkette handelskette reederei".split()
)
# These are called by an abbreviation or a name in quotation marks behind them: "die Weltraumbehörde XYZ".
_SHORTENED = frozenset(
    "behörde verband werk gewerkschaft institut agentur verein klub club stiftung initiative bündnis kommission"
    " bewegung allianz vereinigung dachverband notenbank dienst".split()
)
# But these keep their noun: "Nachrichtenagentur XYZ".
_AGENCIES = ("nachrichtenagentur", "presseagentur")
_NAMING = frozenset(
    {Class.NAME, Class.FAMILY, Class.ABBREVIATION, Class.FIRST, Class.NOUN, Class.PLACE, Class.KNOWN_BODY, Class.BODY}
)
_OWN = frozenset({Class.ABBREVIATION, Class.KNOWN_BODY})
_GENITIVE = frozenset({"des", "der"})
_WITHIN = frozenset("ohne für gegen am gegen statt im".split())
_NEUTER_ENDS = ("um", "chen", "ment", "nis", "haus", "zentrum", "werk", "amt", "land", "netz", "bad", "team", "al")
_LONGEST_QUOTED = 6
# Bodies of which there is one: where it is belongs to no name.
_ONLY = ("Bundes", "Welt", "EU-", "UN-", "UNO-", "Nobel", "Zentralrat", "Kraftfahrt-")


def name_in(text: Text, start: int, end: int) -> str:
    """The words of a range as a name in the nominative, without article and quotation marks."""
    while start < end - 1 and text.form(start).lower() in ARTICLES | INDEFINITE | PREPOSITIONS:
        start += 1
    while start < end - 1 and text.form(end - 1) in {"und", "sowie", "oder", "."}:
        end -= 1
    head = start
    while head < end - 1 and _is_adjective_of_name(text, head):
        head += 1
    if text.kind(head) is Class.BODY:
        return nominative(text, start, head, end, agrees=text.words[head].agrees, with_article=False)
    words = {at: _strong(text, at, start, head) if at < head else text.form(at) for at in range(start, end)}
    if text.kind(end - 1) is Class.BODY and text.form(start - 1).lower() == "des":
        words[end - 1] = text.words[end - 1].base
    return text.joined({at: word for at, word in words.items() if word not in QUOTES})


def _is_adjective_of_name(text: Text, place: int) -> bool:
    form = text.form(place)
    if is_town_adjective(form):
        return True
    if not form[:1].isupper():
        return text.kind(place) is Class.OTHER and is_attribute(form)
    listed = lexicon().listed(form.lower())
    is_small = listed is not None and form.lower().startswith(listed) and listed != form.lower()  # "Allgemeinen"
    return form.endswith(("e", "en", "er", "es", "em")) and (
        is_small or is_adjective_form(form) or form.endswith(("schen", "scher", "sche", "sches", "schem"))
    )


def _strong(text: Text, place: int, start: int, head: int) -> str:
    """The adjective with the ending that it has without an article, by the article that it has."""
    form = text.form(place)
    if is_town_adjective(form):
        return form
    article = text.form(start - 1).lower()
    stem = form[:-1] if form.endswith("e") else form[:-2]
    if article == "das" or (article in _MASCULINE and text.form(head).endswith(_NEUTER_ENDS)):
        return f"{stem}es"
    if article in _MASCULINE or (article == "der" and form.endswith("e")) or article == "den":
        is_plural = article == "den" and text.form(head).endswith("en")
        return f"{stem}e" if is_plural else f"{stem}er"
    return f"{stem}e" if form.endswith("en") or article in {"der", "die"} else form


_MASCULINE = frozenset("dem des vom zum im am beim eines einem".split())


def proper_name(text: Text, start: int, end: int) -> str:
    """The words as a name: without article and quotation marks, a place without the s of the genitive."""
    while start < end - 1 and text.form(start).lower() in ARTICLES | INDEFINITE | PREPOSITIONS:
        start += 1
    if end - start == 1 and text.kind(start) is Class.PLACE:
        return text.words[start].base
    name = name_in(text, start, end)
    if " " not in name and name.endswith("s") and name[:-1].isupper() and len(name) > 3:
        return name[:-1]  # "des ZDFs"
    return name


def is_genitive(text: Text, place: int) -> bool:
    """Whether a name has the s of the genitive: the article has it without, too, or it is a place."""
    form = text.form(place)
    return form.endswith("s") and (form[:-1] in text.vocabulary or text.kind(place) is Class.PLACE)


def has_name_before(text: Text, head: int) -> bool:
    """Whether an adjective of the name stands before the noun: "Demokratische Partei", but "Deutsche" may open."""
    place = head - 1
    if text.kind(place) is not Class.OTHER or not text.form(place)[:1].isupper() or "-" in text.form(place):
        return False
    return place != text.sentence_start(place) and text.form(place).lower() not in ARTICLES | INDEFINITE


def is_called(text: Text, head: int) -> bool:
    """Whether the body at `head` is called by what stands behind its noun."""
    word = text.words[head]
    if word.base.lower().endswith(_AGENCIES):
        return False
    behind = text.kind(head + 1)
    is_quoted = text.form(head + 1) in QUOTES and text.opens(head + 1)
    is_short = word.end in _SHORTENED and (behind in _OWN or is_quoted)
    return word.end in GENERIC or is_short or (is_quoted and word.end != "agentur")


def own_name(text: Text, head: int, end: int) -> str:
    """The proper name right behind the noun of a body that is called by it, in quotation marks or not, else ""."""
    place = head + 1
    is_place = text.kind(place) is Class.PLACE and text.kind(place + 1) not in {Class.NAME, Class.NOUN}
    if not is_called(text, head) or is_place or is_genitive(text, place):
        return ""
    if text.form(place) in QUOTES:
        return quoted_name(text, place)
    if has_name_before(text, head):
        return ""
    if (
        text.kind(place) in {Class.ROLE, Class.GROUP}
        and text.form(place + 1) in _WITHIN
        and text.form(place + 2)[:1].isupper()
    ):
        return text.joined({at: text.form(at) for at in range(place, place + 3)})  # "Ärzte ohne Grenzen"
    if text.form(place) in {"DER", "DIE", "DAS", "Der", "Die", "The"} and text.kind(place + 1) in _NAMING:
        place, end = place + 1, max(end, place + 2)
    while place < end and (text.kind(place) in _NAMING or text.form(place) in PARTICLES or _is_legal(text, place)):
        place += 1
    return text.joined({at: text.form(at) for at in range(head + 1, place)})


def _is_legal(text: Text, place: int) -> bool:
    return text.form(place) in {"&", "Co", "Co.", "Inc.", "Ltd."}


def quoted_name(text: Text, place: int) -> str:
    """What stands in the quotation marks that open at the token, if it is short and like a name."""
    close = next((at for at in range(place + 1, place + 9) if text.form(at) in QUOTES or not text.form(at)), place)
    forms = text.forms[place + 1 : close]
    is_like = (
        0 < len(forms) <= _LONGEST_QUOTED and (forms[0][0].isupper() or len(forms) == 1) and forms[-1][0] not in ".?,"
    )
    return text.joined({at: text.form(at) for at in range(place + 1, close)}) if is_like else ""


def tail_end(text: Text, head: int, stop: int) -> int:
    """Behind the names, genitives and purposes that follow the noun at `head`."""
    place = head + 1
    while place < stop and _is_of_name(text, head, place):
        place += 1
    if text.kind(head) is not Class.BODY or text.kind(place - 1) is Class.PLACE:
        return place
    small = text.form(place)
    is_many = small.islower() and small.endswith("er") and text.kind(place + 1) in _NAMING and is_attribute(small)
    if is_many and place + 1 < stop:
        return place + 2  # "Verband kommunaler Unternehmen"
    if small in _GENITIVE and place + 1 < stop:
        inner = next((at for at in range(place + 1, min(place + 4, stop)) if text.kind(at) in _NAMING), 0)
        if inner and all(_is_genitive_attribute(text, at) for at in range(place + 1, inner)):
            return tail_end(text, inner, stop)
    if small in {"für", "zur", "gegen"} and text.words[head].end != "polizei":
        return _purpose_end(text, place, stop)
    if small == "of" and text.form(place + 1)[:1].isupper() and place + 1 < stop:
        return place + 2  # "Bank of Somewhere"
    is_somewhere = small in {"in", "von", "im"} and text.words[head].end != "polizei" and not is_only_one(text, head)
    if is_somewhere and text.kind(place + 1) in {Class.PLACE, Class.NAME} and place + 1 < stop:
        return place + 2
    return place


def is_only_one(text: Text, head: int) -> bool:
    """Whether there is only one such body, so that where it is belongs to no name."""
    return text.words[head].base.startswith(_ONLY) or text.form(head - 1).startswith("Auswärtig")


def _is_genitive_attribute(text: Text, place: int) -> bool:
    """Whether the word is an adjective of a body's name, or of another's in the genitive: "der Vereinigten Inseln"."""
    form = text.form(place)
    return is_attribute(form) or (form[:1].isupper() and form.endswith(("en", "er")) and form.isalpha())


def _purpose_end(text: Text, place: int, stop: int) -> int:
    """Behind "für Bildung und Forschung"; the place itself where an article shows that it is no name."""
    at = place + 1
    while at < stop and text.kind(at) is Class.OTHER and is_attribute(text.form(at)):
        at += 1
    if at >= stop or text.kind(at) not in _NAMING | {Class.GROUP, Class.ROLE, Class.UTTERANCE, Class.DOCUMENT}:
        return place
    at += 1
    if text.form(at) in {"und", "&"} and text.form(at + 1)[:1].isupper() and at + 1 < stop:
        at += 2
    return at


def _is_of_name(text: Text, head: int, place: int) -> bool:
    """Whether the word belongs to the name before it, and is no object of the sentence: "die Polizei Wasserwerfer"."""
    kind, end = text.kind(place), text.words[head].end
    if text.kind(head) is Class.PLACE or kind not in _NAMING:
        return False
    if text.kind(head) is not Class.BODY:
        form = text.form(place)
        is_plain = kind is Class.NOUN and not (is_foreign(form) or may_be_name(form) or form in _OF_ABBREVIATIONS)
        return kind in {Class.NAME, Class.ABBREVIATION} or (kind is Class.NOUN and place == head + 1 and not is_plain)
    if is_called(text, head) or end == "agentur":
        return kind in {Class.NAME, Class.ABBREVIATION, Class.KNOWN_BODY, Class.FAMILY, Class.NOUN} or (
            kind is Class.PLACE and place > head + 1
        )
    if kind is not Class.PLACE or place != head + 1:
        return False
    return end not in {"regierung", "kommission", "armee", "militär"} or text.form(place).endswith("s")


_OF_ABBREVIATIONS = frozenset("Metall Bau Chemie Nord Süd Ost West Online Aktuell Sachsen Bayern Deutschland".split())
_ADJECTIVE_ENDS = tuple(
    "schen sche scher sches schem ige igen iger liche lichen licher ale alen aler alem ane äre igem lichem".split()
)
_ATTRIBUTES = frozenset(
    "deutsche deutschen deutscher deutsches große großen rote roten neue neuen oberste obersten bedrohte bedrohten"
    " erneuerbare freies freie".split()
)


@remembered(2**14)
def is_attribute(form: str) -> bool:
    """Whether the word is an adjective that bodies have in their names, or tells where one is from."""
    if is_town_adjective(form):
        return True
    return (
        form.endswith(("e", "en", "er", "es", "em"))
        and not form.endswith("te")
        and len(form) > 3
        and form.replace("-", "").isalpha()
        and form not in ARTICLES
        and form not in INDEFINITE
        and form not in PREPOSITIONS
        and form not in POSSESSIVES
        and (form.lower() in _ATTRIBUTES or form.endswith(_ADJECTIVE_ENDS) or bool(in_use().places_of(form)))
    )
