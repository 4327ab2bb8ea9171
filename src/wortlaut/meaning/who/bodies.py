"""Organisations of an article by their noun or their own name: where they stand, and which are the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from wortlaut.meaning.actors import in_use
from wortlaut.meaning.who.abbreviations import LongForm, is_short, long_forms
from wortlaut.meaning.who.naming import (
    LINKING,
    QUOTES,
    is_attribute,
    is_called,
    is_genitive,
    name_in,
    own_name,
    proper_name,
    tail_end,
)
from wortlaut.meaning.who.people import Mention, People
from wortlaut.meaning.who.text import Text
from wortlaut.meaning.who.words import (
    ARTICLES,
    FEMALE,
    MALE,
    NEUTER,
    PLURAL,
    Class,
    is_foreign,
    is_town_adjective,
    is_verb,
)

__all__ = ["PLURAL_BODIES", "Bodies", "Body", "bodies_of", "longer_name", "nearest_fuller"]

PLURAL_BODIES = frozenset({"streitkräfte", "truppen", "revolutionsgarden", "verkehrsbetriebe", "stadtwerke"})
_HEADS = frozenset({Class.BODY, Class.KNOWN_BODY, Class.ABBREVIATION, Class.PLACE})
_ANY = MALE | FEMALE | NEUTER
_NAMES = frozenset({Class.NAME, Class.NOUN, Class.PLACE, Class.FAMILY})
_TAIL = 8
_SHORT = 5  # letters; shorter words in -e, -en, -er, -es are no adjectives
_LINKING = LINKING | frozenset("am im in zur zum von gegen ohne".split())
_LEGAL = frozenset("GmbH KG AG SE Inc Inc. Ltd Ltd. Corp Corp. Corporation".split())
# Of these the bare noun means the only compound that ends with it.
_ALONE = frozenset("gericht ministerium verlag universität institut".split())
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
    spelled = _spelled_out(text, people, found, by_short)
    beyond = 0
    for head in text.capitals:
        if head < beyond or head in people.at:
            continue
        if (long := spelled.get(head)) is not None:
            body, beyond = by_short[long.short], long.end
            body.mentions.append(Mention(long.start, long.end))
            at |= {place: body for place in range(head, long.end) if place == head or text.kind(place) in _HEADS}
            continue
        if (long := spelled.get(head + 1)) is not None and is_called(text, head):
            at[head], beyond = by_short[long.short], long.end  # "die Organisation amnesty international (ai)"
            by_short[text.words[head].base] = by_short[long.short]
            by_short[long.short].mentions.append(Mention(head, long.end))
            continue
        if stop := _named_end(text, head):
            made = _body_by_name(text, head, stop)
            at[head] = body = found.setdefault(made.name, made)
            body.mentions.append(Mention(head, stop))
            beyond = stop
        if head < beyond or text.kind(head) not in _HEADS or _are_many(text, head):
            continue
        start, end = _extent(text, people, head)
        made = _body(text, start, head, end)
        body = found.setdefault(made.name, made)
        body.mentions.append(Mention(start, end))
        at[head] = body
        beyond = end
        _note_short(text, head, end, body, by_short)
    _note_known_short(found, by_short)
    _unite(found, by_short, at)
    bodies = sorted({id(body): body for body in at.values()}.values(), key=lambda body: body.mentions[0].start)
    return Bodies(tuple(bodies), at, by_short, _by_first(bodies))


def _spelled_out(
    text: Text, people: People, found: dict[str, Body], by_short: dict[str, Body]
) -> Mapping[int, LongForm]:
    """Where the long forms of abbreviations stand, by token; their bodies go among those found."""
    spelled: dict[int, LongForm] = {}
    for long in long_forms(text):
        if any(place in people.at for place in range(long.start, long.end)):
            continue
        if long.short.islower():
            text.take_for_body(long.short, long.start)
        made = _spelled(text, long)
        by_short.setdefault(long.short, found.setdefault(made.name, made))
        spelled |= dict.fromkeys(range(long.start, long.end), long)
    return spelled


def _are_many(text: Text, head: int) -> bool:
    """Whether the noun means several bodies: "die Gewerkschaften", but not "die Streitkräfte"."""
    word = text.words[head]
    return word.kind is Class.BODY and word.agrees == PLURAL and word.end not in PLURAL_BODIES | {"behörde", "behörden"}


def _spelled(text: Text, long: LongForm) -> Body:
    """The body that an abbreviation stands for."""
    name = name_in(text, long.start, long.end)
    noun = next((text.words[at] for at in range(long.start, long.end) if text.kind(at) is Class.BODY), None)
    if noun is None:
        return Body(name, _ANY | PLURAL, "", "", has_more=True)
    return Body(name, noun.agrees, noun.base, noun.end, has_more=True)


def _body_by_name(text: Text, start: int, stop: int) -> Body:
    noun = next((text.words[place] for place in range(start, stop) if text.kind(place) is Class.BODY), None)
    if noun is None:
        return Body(text.joined({at: text.form(at) for at in range(start, stop)}), _ANY | PLURAL, "", "", has_more=True)
    return Body(name_in(text, start, stop), noun.agrees, noun.base, noun.end, has_more=True)


def _named_end(text: Text, start: int) -> int:
    """Behind a name in quotation marks or in English that begins at the token; 0 where there is none.

    Names in quotation marks are short, have no small words but linking ones, and an article or a noun before them.
    """
    stop = start
    if text.form(start + 1) == "ohne" and text.form(start + 2) == "Grenzen":
        return start + 3  # "Ärzte ohne Grenzen"
    if text.form(start - 1) in QUOTES and _opens_name(text, start - 2):
        while stop < start + _TAIL and (text.form(stop)[:1].isupper() or text.form(stop) in _LINKING):
            stop += 1
        return stop if text.form(stop) in QUOTES and stop > start else 0
    while (
        stop < start + _TAIL
        and text.form(stop) not in _LEGAL
        and (text.kind(stop) in _NAMES or (stop == start and is_town_adjective(text.form(stop))))
    ):
        stop += 1
    if stop > start and text.form(stop) in _LEGAL:
        while text.form(stop) in _LEGAL or (text.form(stop) in {"&", "Co", "Co."}):
            stop += 1
        return stop
    english = sum(is_foreign(form) for form in text.forms[start:stop])
    return stop if stop - start > 1 and english and not text.forms[start].endswith("s") else 0


def _opens_name(text: Text, place: int) -> bool:
    """Whether a name may follow in quotation marks: behind an article, or an adjective with one before it."""
    form = text.form(place)
    is_adjective = form.islower() and len(form) > _SHORT and form.endswith(("e", "en", "er", "es"))
    return form.lower() in ARTICLES or (is_adjective and text.kind(place) is Class.OTHER and not is_verb(form))


def _note_short(text: Text, head: int, end: int, body: Body, by_short: dict[str, Body]) -> None:
    """Keep "(ABC)" behind the name, and the generic noun before it."""
    end += text.form(end) in QUOTES
    short = text.form(end + 1)
    if text.form(end) == "(" and text.form(end + 2) == ")" and is_short(short):
        by_short.setdefault(short, _shortened(text, head, end, body))
    if text.kind(head) is Class.BODY and body.base == "":
        by_short[text.words[head].base] = body
    if text.words[head].end == "agentur" and end > head + 1:
        by_short.setdefault(" ".join(text.forms[head + 1 : end]), body)


def _note_known_short(found: Mapping[str, Body], by_short: dict[str, Body]) -> None:
    """Keep the abbreviations that the text has for bodies that it names in full, by the list or by their initials."""
    short = [name for name in found if is_short(name) and name.isupper() and name not in by_short]
    if not short:
        return
    for body in list(found.values()):
        if is_short(body.name) or len(body.name) < _SHORT:
            continue
        initials = "".join(word[0] for word in body.name.split() if word[0].isupper())
        aliases = {alias for listed in in_use().bodies_named(body.name) for alias in listed.aliases}
        for name in short:
            if name in aliases or (name == initials and " " in body.name):
                by_short.setdefault(name, body)


def _shortened(text: Text, head: int, end: int, body: Body) -> Body:
    """The body that "(ABC)" stands for: the last one of "Rat der Allgemeinen Behörde" where the letters are its own."""
    first = text.form(end + 1)[0].lower()
    inner = next((at for at in range(end - 1, head, -1) if text.form(at) in {"der", "des"}), 0)
    if not inner or body.name[0].lower() == first or text.form(inner + 1)[:1].lower() != first:
        return body
    noun = text.words[end - 1]
    return Body(name_in(text, inner + 1, end), noun.agrees or _ANY, noun.base, noun.end, has_more=True)


def _unite(found: Mapping[str, Body], by_short: Mapping[str, Body], at: dict[int, Body]) -> None:
    """Give the mentions of abbreviations and of bare nouns to the fuller form, of several the one mentioned last."""
    by_base: dict[str, Body] = {}
    for body in found.values():
        if body.has_more and body.base:
            by_base.setdefault(body.base, body)
    by_first = _by_first(found.values())
    compounds = _compounds(found.values())
    for place, body in list(at.items()):
        fuller = by_short.get(body.name)
        if fuller is None and not body.has_more:
            fuller = by_base.get(body.base) or compounds.get(body.base)
        elif body.base:
            by_base[body.base] = body
        fuller = longer_name(body.name, by_first) or fuller
        if fuller is not None and fuller is not body:
            at[place] = fuller
            mention = next(each for each in body.mentions if each.start <= place < each.end)
            fuller.mentions.append(mention)
    for body in found.values():
        body.mentions.sort(key=lambda mention: mention.start)


def _compounds(bodies: Iterable[Body]) -> Mapping[str, Body]:
    """Of each bare compound the only body with a longer one: "Kartellamt" means "Bundeskartellamt"."""
    by_base = {body.base: body for body in bodies if body.base}
    found: dict[str, Body] = {}
    for base, body in by_base.items():
        if len(base) > len(body.end) or body.end in _ALONE:
            longer = [other for other in by_base if other != base and other.lower().endswith(base.lower())]
            if len(longer) == 1:
                found[base] = by_base[longer[0]]
    return found


def _by_first(bodies: Iterable[Body]) -> Mapping[str, list[Body]]:
    found: defaultdict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        found[body.name.partition(" ")[0]].append(body)
    return found


def longer_name(name: str, by_first: Mapping[str, list[Body]]) -> Body | None:
    """The only body whose name begins with that name and goes on: "Elbe Werke GmbH".

    Of a single word only its legal form goes on: "Elbtal AG".
    """
    alike = by_first.get(name.partition(" ")[0], ())
    found = {body.name: body for body in alike if body.name.startswith(f"{name} ")}
    if " " not in name and "-" not in name:
        found = {each: body for each, body in found.items() if each.rpartition(" ")[2] in _LEGAL}
    return next(iter(found.values())) if len(found) == 1 else None


def _extent(text: Text, people: People, head: int) -> tuple[int, int]:
    """Adjectives before the noun, and behind it what belongs to it: a name, a genitive, a place."""
    start = _first_attribute(text, head)
    if text.form(start - 1) in {"und", "oder"} and text.form(start - 2).endswith("-"):
        start = _first_attribute(text, start - 2)  # "Elb- und Hafenverband"
    bracket = head + 1
    while text.kind(bracket) is not Class.OTHER and bracket < head + _TAIL:
        bracket += 1
    if text.form(bracket) == "(" and is_short(text.form(bracket + 1)) and text.kind(head) is Class.BODY:
        return start, bracket  # "Gemeinschaft Saubere Elbe (GSE)"
    is_town = text.kind(head + 1) is Class.NAME and head + 1 not in people.at and not is_genitive(text, head + 1)
    if is_town and text.words[head].end in _WITH_TOWN:
        return start, head + 2  # "Universität Musterstadt"
    return start, tail_end(text, head, min(head + _TAIL, len(text.forms)))


def _first_attribute(text: Text, head: int) -> int:
    start = head
    while start > 0 and text.kind(start - 1) is Class.OTHER and is_attribute(text.form(start - 1)):
        start -= 1
    return start


def _body(text: Text, start: int, head: int, end: int) -> Body:
    word = text.words[head]
    if word.kind is Class.BODY and is_called(text, head) and (own := own_name(text, head, end)):
        return Body(own, word.agrees, "", word.end, has_more=True)
    if word.kind is Class.BODY:
        return Body(
            name_in(text, start, end), word.agrees, word.base, word.end, has_more=end > head + 1 or start < head
        )
    return Body(proper_name(text, start, end), word.agrees or _ANY, "", "", has_more=True)


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
