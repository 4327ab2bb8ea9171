"""What the classifier sees of a statement: names of features that are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from wortlaut.meaning.acts.constructions import constructions
from wortlaut.meaning.acts.content import Verb, is_negated
from wortlaut.meaning.acts.situation import Situation
from wortlaut.meaning.acts.sources import sources
from wortlaut.types import Act, StatementType

__all__ = ["features"]

_DIRECT = StatementType.DIRECT
_FIRST = frozenset("ich wir".split())
_PRONOUNS = frozenset("er sie es man ich wir dies das".split())
_BOUNDS = (4, 10, 20, 40)
_OPENINGS = frozenset({"dass", "ob", "daß", "wenn", "„"})
_AUXILIARIES = frozenset({"haben", "sein", "werden"})
# Acts that a content's words speak for more or less surely, by who says it.
_BY_SOURCE = frozenset({Act.ACCUSE, Act.CRITICISE, Act.WARN, Act.APPROVE, Act.DENY, Act.ANNOUNCE, Act.EXPECT})


def features(each: Situation, leaning: Sequence[tuple[int, Act]]) -> set[str]:
    """The features of the statement, in whose content the tokens of `leaning` speak for acts."""
    found = {"always", f"type {each.statement.type.value}"}
    found.update(_of_cue(each))
    found.update(_of_content(each, leaning))
    found.update(_of_verbs(each))
    found.update(_of_source(each, leaning))
    found.update(_of_surroundings(each))
    return found


def _of_cue(each: Situation) -> Iterator[str]:
    told = each.told
    where = "cue" if each.cue else "report" if each.is_report else "no cue"
    act = told.entry.act if told else None
    if where == "report" and told and told.entry.kind == "noun":
        where = "report noun"
    yield f"{where}: {act or 'open'}"
    if told:
        yield f"entry {told.entry.cue}"
        yield f"stance {told.entry.stance.value}"
    for match in each.in_cue:
        if match.entry.act and match is not told:
            yield f"also in cue: {match.entry.act}"
    for match in each.around:
        if match.entry.act and match is not told:
            yield f"around: {match.entry.act}"
    for match in each.mentioned:
        if match.entry.act:
            yield f"around: {match.entry.act}, at mention"
    for place in each.cue:
        yield f"cue word {each.words.keys[place]}"
    if each.cue and any(each.words.keys[place] in {"nicht", "nie"} for place in each.cue):
        yield "cue denied"


def _of_content(each: Situation, leaning: Sequence[tuple[int, Act]]) -> Iterator[str]:
    words, quote = each.words, each.quote
    counts = Counter(act for _, act in leaning)
    told = each.told.entry.act if each.told else None
    if told in {None, Act.ASSERT, Act.ANNOUNCE}:
        for act, name in constructions(each, counts):
            if told is not Act.ANNOUNCE or act is Act.THREATEN:
                yield f"form {act}: {name}"
    for act, count in counts.items():
        yield f"says {act}"
        if count > 1:
            yield f"says {act} twice"
        if told is None or not (each.cue or each.is_report):
            yield f"says {act}, nothing tells"
    yield from _of_words(each)
    if quote:
        opening = words.lower[quote[0]]
        yield f"begins {words.keys[quote[0]]}" if opening in _OPENINGS else "begins else"
        if is_negated(words, quote):
            yield "negated"
    yield f"length {sum(len(quote) >= bound for bound in _BOUNDS)}"
    if any(words.forms[place][:1].isdigit() for place in quote):
        yield "number"


def _of_words(each: Situation) -> Iterator[str]:
    keys = each.words.keys
    yield from (f"word {keys[place]}" for place in each.quote if _is_word(keys[place], 2) or keys[place] in {"?", "!"})
    yield from (f"frame word {keys[place]}" for place in each.frame if _is_word(keys[place], 3))
    yield from (f"speaker word {keys[place]}" for place in each.speaker if _is_word(keys[place], 3))


def _is_word(key: str, shortest: int) -> bool:
    return key[:1].isalpha() and len(key) >= shortest


def _of_verbs(each: Situation) -> Iterator[str]:
    words = each.words
    if each.verbs:
        yield from _of_first_verb(each, each.verbs[0])
    for verb in each.verbs:
        yield f"verb {verb.verb} {verb.mood}"
        if "nicht" in words.keys[verb.place : verb.place + 8]:
            yield f"verb {verb.verb} denied"
    if not each.verbs:
        yield "no verb"
        if len(each.quote) > 2 and any(words.lower[place] == "zu" for place in each.quote[-4:]):
            yield "zu"


def _of_first_verb(each: Situation, verb: Verb) -> Iterator[str]:
    words, name = each.words, f"{verb.verb} {verb.mood}"
    yield f"first verb {name}"
    near = set(words.lower[max(0, verb.place - 2) : verb.place + 2])
    yield f"verb {verb.verb} of {'first' if near & _FIRST else 'pronoun' if near & _PRONOUNS else 'noun'}"
    if verb.governed is not None:
        governed = words.lower[verb.governed]
        yield f"verb {name} with {governed if governed in _AUXILIARIES else governed[-1]}"


def _of_source(each: Situation, leaning: Sequence[tuple[int, Act]]) -> Iterator[str]:
    told = each.told.entry.act if each.told else None
    for kind in sources(each):
        yield f"source {kind}"
        if told in {None, Act.ASSERT}:
            yield f"source {kind}, {each.statement.type.value}"
            yield from (f"source {kind} says {act}" for act in {act for _, act in leaning} & _BY_SOURCE)


def _of_surroundings(each: Situation) -> Iterator[str]:
    if each.parent is not None:
        yield "inside"
        if each.parent.told and each.parent.told.entry.act:
            yield f"inside {each.parent.told.entry.act}"
    if each.goes_on and each.before is not None:
        act = each.before.told.entry.act if each.before.told else None
        yield f"goes on from {act or 'open'}"
    elif each.before is not None and each.before.told and each.before.told.entry.act:
        yield f"behind {each.before.told.entry.act}"
