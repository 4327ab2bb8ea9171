"""Organisations of an article by their noun or their own name: where they stand, and which are the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from wortlaut.meaning.actors import shipped
from wortlaut.meaning.who.inflection import nominative
from wortlaut.meaning.who.people import Mention, People
from wortlaut.meaning.who.text import Text
from wortlaut.meaning.who.words import (
    ARTICLES,
    FEMALE,
    INDEFINITE,
    MALE,
    NEUTER,
    PARTICLES,
    PLURAL,
    POSSESSIVES,
    PREPOSITIONS,
    Class,
    is_adjective_form,
    is_foreign,
    is_town_adjective,
)

__all__ = [
    "GENERIC",
    "QUOTES",
    "Bodies",
    "Body",
    "bodies_of",
    "has_name_before",
    "longer_name",
    "nearest_fuller",
    "proper_name",
    "tail_end",
    "weakened",
]

QUOTES = frozenset('„“”"»«‚‘`') | {"''", "``"}
# Bodies whose own name stands behind: "die Zeitung The Elbe Post" is called "The Elbe Post".
GENERIC = frozenset(
    "zeitung unternehmen organisation firma konzern sender magazin seite portal blatt gesellschaft hersteller partei"
    " wochenzeitung nachrichtenseite nachrichtenmagazin wochenmagazin internetseite onlineportal internetportal"
    " anbieter airline fluggesellschaft fluglinie zeitschrift hilfsorganisation illustrierte onlineangebot".split()
)
_NAMING = frozenset(
    {Class.NAME, Class.FAMILY, Class.ABBREVIATION, Class.FIRST, Class.NOUN, Class.PLACE, Class.KNOWN_BODY, Class.BODY}
)
_HEADS = frozenset({Class.BODY, Class.KNOWN_BODY, Class.ABBREVIATION, Class.PLACE})
_GENITIVE = frozenset({"des", "der"})
_ANY = MALE | FEMALE | NEUTER
_TAIL = 8
_LEGAL = frozenset("GmbH KG AG SE Inc Inc. Ltd Ltd. Corp Corp. Corporation".split())
_LONGEST_QUOTED = 6
# Bodies that a town tells apart: "Universität Musterstadt".
_WITH_TOWN = frozenset("universität hochschule institut staatsanwaltschaft gericht klinik theater museum".split())


@dataclass(slots=True)
class Body:
    """An organisation; `base` is its noun without ending, "" where it has only a name of its own."""

    name: str
    agrees: int
    base: str
    end: str
    has_more: bool  # than its bare noun
    mentions: list[Mention] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Bodies:
    """The organisations in the order of their first mention; by token, and by abbreviation or generic noun."""

    bodies: tuple[Body, ...]
    at: Mapping[int, Body]
    by_short: Mapping[str, Body]
    by_first: Mapping[str, list[Body]]  # by the first word of the name


def bodies_of(text: Text, people: People) -> Bodies:
    """The organisations that the text names by a noun, an abbreviation or a listed name."""
    found: dict[str, Body] = {}
    at: dict[int, Body] = {}
    by_short: dict[str, Body] = {}
    beyond = 0
    long_forms = dict(_long_forms(text))
    for short, long in long_forms.items():
        by_short[short] = found.setdefault(long, Body(long, _ANY | PLURAL, "", "", has_more=True))
    for head in text.capitals:
        if head < beyond or head in people.at:
            continue
        if stop := _named_end(text, head):
            made = _body_by_name(text, head, stop)
            at[head] = body = found.setdefault(made.name, made)
            body.mentions.append(Mention(head, stop))
            beyond = stop
        if head < beyond or text.kind(head) not in _HEADS:
            continue
        start, end = _extent(text, people, head)
        made = _body(text, start, head, end)
        if made.name in long_forms:
            made = found[long_forms[made.name]]
        body = found.setdefault(made.name, made)
        body.mentions.append(Mention(start, end))
        at[head] = body
        beyond = end
        _note_short(text, head, end, body, by_short)
    _unite(found, by_short, at)
    bodies = sorted({id(body): body for body in at.values()}.values(), key=lambda body: body.mentions[0].start)
    return Bodies(tuple(bodies), at, by_short, _by_first(bodies))


def _long_forms(text: Text) -> Iterator[tuple[str, str]]:
    """Names in another language before their abbreviation: "Musterland Geological Survey (MGS)"."""
    for place in text.capitals:
        if text.form(place - 1) != "(" or text.form(place + 1) != ")" or not _is_short(text.form(place)):
            continue
        short, first, last = text.form(place), place - 1, place - 1
        if text.form(last - 1) in QUOTES:
            first = last = last - 1
            while first > 0 and text.form(first - 1) not in QUOTES and last - first < _TAIL:
                first -= 1
        while first > 0 and (text.kind(first - 1) is not Class.OTHER or text.form(first - 1) in _LINKING):
            first -= 1
        forms = text.forms[first:last]
        initials = {"".join(form[0] for form in forms), "".join(form[0] for form in forms if form[0].isupper())}
        if short.upper() in {each.upper() for each in initials} and last - first > 1:
            yield short, " ".join(forms)


def _is_short(form: str) -> bool:
    return len(form) > 1 and form.isalpha() and sum(map(str.isupper, form)) > 1


_LINKING = frozenset("of for the and de la du des und für der 's ’s against".split())


def _body_by_name(text: Text, start: int, stop: int) -> Body:
    noun = next((text.words[place] for place in range(start, stop) if text.kind(place) is Class.BODY), None)
    name = weakened(text.forms[start:stop]) if noun else " ".join(text.forms[start:stop])
    if noun is None:
        return Body(name, _ANY | PLURAL, "", "", has_more=True)
    return Body(name, noun.agrees, noun.base, noun.end, has_more=True)


def weakened(forms: Sequence[str]) -> str:
    """A name with the adjective that opens it in the nominative: "Musterschen Zeitung" as "Mustersche Zeitung"."""
    first = forms[0]
    if len(forms) > 1 and first.endswith("en") and is_adjective_form(first):
        return " ".join([first[:-1], *forms[1:]])
    opened = first[:-1] if first.endswith(("schen", "scher")) and len(forms) > 1 else first
    return " ".join([opened, *forms[1:]])


def _named_end(text: Text, start: int) -> int:
    """Behind a name in quotation marks or in English that begins at the token; 0 where there is none.

    Names in quotation marks are short, have no small words but linking ones, and an article or a noun before them.
    """
    stop = start
    if text.form(start - 1) in QUOTES and text.form(start - 2).lower() in ARTICLES:
        while stop < start + _TAIL and (text.form(stop)[:1].isupper() or text.form(stop) in _LINKING):
            stop += 1
        return stop if text.form(stop) in QUOTES and stop > start else 0
    while stop < start + _TAIL and text.kind(stop) in {Class.NAME, Class.NOUN, Class.PLACE, Class.FAMILY}:
        stop += 1
    if stop > start and text.form(stop) in _LEGAL:
        while text.form(stop) in _LEGAL or (text.form(stop) in {"&", "Co", "Co."}):
            stop += 1
        return stop
    english = sum(is_foreign(form) for form in text.forms[start:stop])
    return stop if stop - start > 1 and english and not text.forms[start].endswith("s") else 0


def _note_short(text: Text, head: int, end: int, body: Body, by_short: dict[str, Body]) -> None:
    """Keep "(ABC)" behind the name, and the generic noun before it."""
    place = end
    if text.form(place) == "(" and text.form(place + 2) == ")" and _is_short(text.form(place + 1)):
        by_short.setdefault(text.form(place + 1), body)
    if text.kind(head) is Class.BODY and body.base == "" and text.words[head].end in GENERIC:
        by_short[text.words[head].base] = body
    if text.words[head].end == "agentur" and end > head + 1:
        by_short.setdefault(" ".join(text.forms[head + 1 : end]), body)


def _unite(found: Mapping[str, Body], by_short: Mapping[str, Body], at: dict[int, Body]) -> None:
    """Give the mentions of abbreviations and of bare nouns to the fuller form."""
    by_base: defaultdict[str, list[Body]] = defaultdict(list)
    for body in found.values():
        if body.has_more and body.base:
            by_base[body.base].append(body)
    by_first = _by_first(found.values())
    for place, body in list(at.items()):
        fuller = by_short.get(body.name)
        if fuller is None and not body.has_more and len(by_base.get(body.base, ())) == 1:
            fuller = by_base[body.base][0]
        fuller = longer_name(body.name, by_first) or fuller
        if fuller is not None and fuller is not body:
            at[place] = fuller
            mention = next(each for each in body.mentions if each.start <= place < each.end)
            fuller.mentions.append(mention)
    for body in found.values():
        body.mentions.sort(key=lambda mention: mention.start)


def _by_first(bodies: Iterable[Body]) -> Mapping[str, list[Body]]:
    found: defaultdict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        found[body.name.partition(" ")[0]].append(body)
    return found


def longer_name(name: str, by_first: Mapping[str, list[Body]]) -> Body | None:
    """The only body whose name begins with a name of several words or parts and goes on: "Elbe Werke GmbH"."""
    if " " not in name and "-" not in name:
        return None
    alike = by_first.get(name.partition(" ")[0], ())
    found = {body.name: body for body in alike if body.name.startswith(f"{name} ")}
    return next(iter(found.values())) if len(found) == 1 else None


def _extent(text: Text, people: People, head: int) -> tuple[int, int]:
    """Adjectives before the noun, and behind it what belongs to it: a name, a genitive, a place."""
    start = head
    while start > 0 and text.kind(start - 1) is Class.OTHER and _is_adjective(text.form(start - 1)):
        start -= 1
    bracket = head + 1
    while text.kind(bracket) is not Class.OTHER and bracket < head + _TAIL:
        bracket += 1
    if text.form(bracket) == "(" and _is_short(text.form(bracket + 1)) and text.kind(head) is Class.BODY:
        return start, bracket  # "Gemeinschaft Saubere Elbe (GSE)"
    is_town = text.kind(head + 1) is Class.NAME and head + 1 not in people.at and not _is_genitive(text, head + 1)
    if is_town and text.words[head].end in _WITH_TOWN:
        return start, head + 2  # "Universität Musterstadt"
    return start, tail_end(text, head, min(head + _TAIL, len(text.forms)))


def _is_genitive(text: Text, place: int) -> bool:
    """Whether a name has the s of the genitive: the article has it without, too, or it is a place."""
    form = text.form(place)
    return form.endswith("s") and (form[:-1] in text.vocabulary or text.kind(place) is Class.PLACE)


def tail_end(text: Text, head: int, stop: int) -> int:
    """Behind the names and genitives that follow the noun at `head`."""
    place = head + 1
    while place < stop and _is_of_name(text, head, place):
        place += 1
    if text.kind(head) is not Class.BODY:
        return place
    small = text.form(place)
    if small in _GENITIVE and place + 1 < stop:
        inner = next((at for at in range(place + 1, min(place + 4, stop)) if text.kind(at) in _NAMING), 0)
        if inner and all(_is_adjective(text.form(at)) for at in range(place + 1, inner)):
            return tail_end(text, inner, stop)
    if (
        small in {"in", "von"}
        and text.words[head].end != "polizei"
        and text.kind(place + 1) in {Class.PLACE, Class.NAME}
        and place + 1 < stop
    ):
        return place + 2
    return place


def _is_of_name(text: Text, head: int, place: int) -> bool:
    """Whether the word belongs to the name before it, and is no object of the sentence: "die Polizei Wasserwerfer"."""
    kind, end = text.kind(place), text.words[head].end
    if text.kind(head) is Class.PLACE or kind not in _NAMING:
        return False
    if text.kind(head) is not Class.BODY:
        return kind in {Class.NAME, Class.ABBREVIATION} or (kind is Class.NOUN and place == head + 1)
    if end in GENERIC or end == "agentur":
        return kind in {Class.NAME, Class.ABBREVIATION, Class.KNOWN_BODY, Class.FAMILY, Class.NOUN} or (
            kind is Class.PLACE and place > head + 1
        )
    return kind is Class.PLACE and place == head + 1


_ADJECTIVE_ENDS = tuple("schen sche scher sches schem ige igen iger liche lichen licher ale alen aler ane äre".split())


@lru_cache(maxsize=2**14)
def _is_adjective(form: str) -> bool:
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
        and (form.lower() in _ORIGINS_SEEN or form.endswith(_ADJECTIVE_ENDS) or _is_origin(form))
    )  # fmt: skip


_ORIGINS_SEEN = frozenset(
    "deutsche deutschen deutscher deutsches große großen rote roten neue neuen oberste obersten".split()
)


def _is_origin(form: str) -> bool:
    return bool(shipped().places_of(form))


def _body(text: Text, start: int, head: int, end: int) -> Body:
    word = text.words[head]
    is_generic = word.end in GENERIC or (text.form(head + 1) in QUOTES and word.end != "agentur")
    if word.kind is Class.BODY and is_generic and (own := _own_name(text, head, end)):
        return Body(own, word.agrees, "", word.end, has_more=True)
    if word.kind is Class.BODY:
        name = nominative(text, start, head, end, agrees=word.agrees, with_article=False)
        return Body(name, word.agrees, word.base, word.end, has_more=end > head + 1 or start < head)
    name = weakened(proper_name(text, start, end).split())
    return Body(name, word.agrees or _ANY, "", "", has_more=True)


def has_name_before(text: Text, head: int) -> bool:
    """Whether an adjective of the name stands before the noun: "Demokratische Partei", but "Deutsche" may open."""
    place = head - 1
    if text.kind(place) is not Class.OTHER or not text.form(place)[:1].isupper() or "-" in text.form(place):
        return False
    return place != text.sentence_start(place) and text.form(place).lower() not in ARTICLES | INDEFINITE


def _own_name(text: Text, head: int, end: int) -> str:
    """The proper name right behind a generic noun, in quotation marks or not."""
    place = head + 1
    if text.kind(place) is Class.PLACE or _is_genitive(text, place) or has_name_before(text, head):
        return ""
    if text.form(place) in QUOTES:
        close = next((at for at in range(place + 1, place + 9) if text.form(at) in QUOTES or not text.form(at)), place)
        forms = text.forms[place + 1 : close]
        is_name = len(forms) <= _LONGEST_QUOTED and all(form[0].isupper() or form in _LINKING for form in forms)
        return " ".join(forms) if is_name else ""
    while place < end and (text.kind(place) in _NAMING or text.form(place) in PARTICLES):
        place += 1
    return " ".join(text.forms[head + 1 : place])


def proper_name(text: Text, start: int, end: int) -> str:
    """The words as a name: without article and quotation marks, a place without the s of the genitive."""
    while start < end - 1 and text.form(start).lower() in ARTICLES | INDEFINITE | PREPOSITIONS:
        start += 1
    forms = [form for form in text.forms[start:end] if form not in QUOTES]
    if end - start == 1 and text.kind(start) is Class.PLACE:
        forms = [text.words[start].base]
    if len(forms) == 1 and forms[0].endswith("s") and forms[0][:-1].isupper() and len(forms[0]) > 3:
        forms = [forms[0][:-1]]  # "des ZDFs"
    return " ".join(forms)


def nearest_fuller(bodies: Bodies, end: str, before: int) -> Iterator[Body]:
    """Bodies whose noun ends alike and that say more, the last one mentioned before a token first."""
    found = [
        (mention.start, body)
        for body in bodies.bodies
        for mention in body.mentions
        if mention.start < before and body.end == end and (body.has_more or body.base.lower() != end)
    ]
    for _, body in sorted(found, key=lambda pair: -pair[0]):
        yield body
