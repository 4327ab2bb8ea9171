"""Constructions that speak for an act where the cue leaves it open: "müsse …", "werde nicht …", "soll … haben".

Each is a name with the act that it was written for; how much it weighs is fitted (`training/acts.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from wortlaut.meaning.acts.content import Verb
from wortlaut.meaning.acts.situation import Situation
from wortlaut.meaning.acts.words import ENDS, NEGATIONS
from wortlaut.types import Act, StatementType

__all__ = ["constructions"]

_SELF = frozenset("ich wir er sie man".split())
_PRESENT = frozenset({"ind", "k1"})
_PAST = frozenset("wollte wollten musste mussten mußte konnte konnten durfte durften".split())
_NEED = frozenset("notwendig nötig erforderlich wichtig überfällig unerlässlich geboten dringend höchste".split())
_LIKELY = frozenset(
    "wohl wahrscheinlich vermutlich voraussichtlich hoffentlich möglicherweise vielleicht unwahrscheinlich".split()
)
_IF = frozenset("wenn falls sofern sollte sollten andernfalls anderenfalls sonst".split())
_LATER = frozenset("künftig demnächst bald morgen nächst kommend zukünftig anschließend bis ab".split())
_ASKING = frozenset("ob warum wieso weshalb wozu wer was wie wann wo wohin welch".split())
_BLAME = frozenset("vorwurf kritik begründung anschuldigung rechtfertigung verteidigung beschwerde protest".split())
_SHOUTS = frozenset("nieder weg schluss stoppt stopp lasst lassen raus kämpft hört rettet".split())
_PERFECT = frozenset({"haben", "sein"})
# States that nobody plans: "soll 300 Euro kosten" may be a plan, "soll krank sein" is hearsay.
_STATES = frozenset("sein haben geben handeln befinden liegen stammen bestehen gehören verfügen leben".split())
_PARTICIPLE_ENDS = ("t", "en")
_LOOKED_AT = 3  # verbs of a content


def constructions(each: Situation, says: Mapping[Act, int]) -> Iterator[tuple[Act, str]]:
    """The constructions in the statement's content; `says` counts the content's words that speak for each act."""
    for match in each.performed:
        if match.entry.act is not None:
            yield match.entry.act, "says of himself"
    if says.get(Act.THREATEN) and any(each.words.lower[place] in _IF for place in each.quote):
        yield Act.THREATEN, "harm on a condition"
    yield from _of_modals(each, says)
    yield from _of_auxiliaries(each, says)
    yield from _of_questions(each)
    yield from _of_fragments(each, says)
    yield from _of_frame(each)


def _of_modals(each: Situation, says: Mapping[Act, int]) -> Iterator[tuple[Act, str]]:
    for verb in each.verbs[:_LOOKED_AT]:
        handle = _MODALS.get(verb.verb)
        if handle is not None and (found := handle(each, verb, says)) is not None:
            yield found


def _of_wanting(each: Situation, verb: Verb, _: Mapping[Act, int]) -> tuple[Act, str] | None:
    if not _infinitive(each, verb):
        return None
    if verb.verb == "mögen":
        return Act.ANNOUNCE, "would like"
    if verb.mood not in _PRESENT or each.words.lower[verb.place] in _PAST:
        return None
    return (Act.REFUSE, "will not") if _denied(each, verb) else (Act.ANNOUNCE, "will")


def _of_sollen(each: Situation, verb: Verb, says: Mapping[Act, int]) -> tuple[Act, str] | None:
    words = each.words
    if verb.mood == "k2":
        is_first = verb.place == each.quote[0] or "ob" in words.lower[each.quote[0] : verb.place]
        return None if is_first else (Act.DEMAND, "should")
    if _perfect(each, verb):
        return (Act.ACCUSE if says.get(Act.ACCUSE) else Act.ASSERT), "is said to have"
    if _follows(each) in {Act.DEMAND, Act.PROPOSE}:
        return Act.DEMAND, "is to, behind a demand"
    if verb.governed is not None and words.lower[verb.governed] in _STATES:
        return Act.ASSERT, "is said to be"
    return Act.ANNOUNCE, "is to"


def _of_muessen(each: Situation, verb: Verb, _: Mapping[Act, int]) -> tuple[Act, str] | None:
    if each.words.lower[verb.place] in _PAST:
        return None
    own = _own_subject(each, verb)
    return (Act.DEFEND, "must, of the speaker") if own == "first" else (Act.DEMAND, f"must, of {own}")


def _of_duerfen(each: Situation, verb: Verb, _: Mapping[Act, int]) -> tuple[Act, str] | None:
    if verb.mood == "k2":
        return Act.EXPECT, "may well"
    if each.words.lower[verb.place] in _PAST:
        return None
    return (Act.DEMAND, "must not") if _denied(each, verb) else (Act.DECIDE, "may")


def _of_koennen(each: Situation, verb: Verb, says: Mapping[Act, int]) -> tuple[Act, str] | None:
    if verb.mood == "ind" or _perfect(each, verb):
        return None
    if says.get(Act.WARN):
        return Act.WARN, "could, of a danger"
    return (Act.EXPECT, "could") if verb.mood == "k2" else None


_MODALS: Mapping[str, Callable[[Situation, Verb, Mapping[Act, int]], tuple[Act, str] | None]] = {
    "wollen": _of_wanting,
    "mögen": _of_wanting,
    "sollen": _of_sollen,
    "müssen": _of_muessen,
    "dürfen": _of_duerfen,
    "können": _of_koennen,
}


def _of_auxiliaries(each: Situation, says: Mapping[Act, int]) -> Iterator[tuple[Act, str]]:
    words = each.words
    for verb in each.verbs[:_LOOKED_AT]:
        if verb.verb == "werden":
            yield from _of_werden(each, verb, says)
        elif verb.verb in _PERFECT and (found := _of_sein(each, verb, says)) is not None:
            yield found
    if not each.verbs and _ends_with_zu(each) and (not each.told or each.told.entry.act is None):
        yield Act.ANNOUNCE, "to do"
    if any(words.lower[place] in _LIKELY for place in each.quote):
        yield Act.EXPECT, "probably"


def _of_werden(each: Situation, verb: Verb, says: Mapping[Act, int]) -> Iterator[tuple[Act, str]]:
    words, harm = each.words, says.get(Act.THREATEN, 0)
    if _infinitive(each, verb):
        own = _own_subject(each, verb)
        if harm and (harm > 1 or any(words.lower[place] in _IF for place in each.quote)):
            yield Act.THREATEN, "will do harm"
        if _denied(each, verb):
            yield (Act.REFUSE if own != "noun" else Act.EXPECT), f"will not, of {own}"
        elif verb.mood == "k2":
            yield Act.EXPECT, "would"
        else:
            yield (Act.ANNOUNCE if own != "noun" else Act.EXPECT), f"will, of {own}"
    elif verb.mood == "ind" and any(words.keys[place] in _LATER for place in each.quote):
        yield Act.ANNOUNCE, "will be, later"


def _of_sein(each: Situation, verb: Verb, says: Mapping[Act, int]) -> tuple[Act, str] | None:
    """What "haben" and "sein" tell: something denied, to be done, needed, done, good or bad."""
    own = _own_subject(each, verb)
    if _denied(each, verb):
        return Act.DENY, f"has not, of {own}"
    if verb.verb == "sein" and _is_to(each, verb):
        return Act.DEMAND, "is to be done"
    if verb.verb == "sein" and any(each.words.lower[place] in _NEED for place in each.quote):
        return Act.DEMAND, "is needed"
    if _past(each, verb):
        return (Act.ACCUSE, "did wrong") if says.get(Act.ACCUSE) and own != "first" else (Act.ASSERT, "did")
    good, bad = says.get(Act.APPROVE, 0), says.get(Act.CRITICISE, 0)
    if verb.verb != "sein" or good == bad:
        return None
    return (Act.APPROVE, "is good") if good > bad else (Act.CRITICISE, "is bad")


def _of_questions(each: Situation) -> Iterator[tuple[Act, str]]:
    words, quote = each.words, each.quote
    if any(words.forms[place] == "?" for place in quote):
        yield Act.ASK, "?"
    if quote and words.keys[quote[0]] in _ASKING:
        yield Act.ASK, "whether"
    if each.statement.type is StatementType.DIRECT:
        shouted = any(words.forms[place] == "!" for place in quote)
        opening = [words.lower[place] for place in quote[:3]]
        if shouted and not each.verbs:
            yield Act.DEMAND, "!"
        if not _SHOUTS.isdisjoint(opening) or (
            len(quote) > 2 and words.forms[quote[2]] == "Sie" and opening[1].endswith("en")
        ):
            yield Act.DEMAND, "do"


def _of_fragments(each: Situation, says: Mapping[Act, int]) -> Iterator[tuple[Act, str]]:
    """What is only called something: "nannte das „unerträglich“"."""
    is_short = not each.verbs and len(each.quote) < 14
    if not is_short:
        return
    good, bad, wrong = (says.get(act, 0) for act in (Act.APPROVE, Act.CRITICISE, Act.ACCUSE))
    if good > bad:
        yield Act.APPROVE, "calls it good"
    elif bad > good or wrong:
        yield (Act.CRITICISE if bad >= wrong else Act.ACCUSE), "calls it bad"
    if says.get(Act.DENY) and any(
        each.words.keys[place] in {"falsch", "unwahr", "haltlos", "greifen"} for place in each.quote
    ):
        yield Act.DENY, "calls it untrue"


def _of_frame(each: Situation) -> Iterator[tuple[Act, str]]:
    keys = {each.words.keys[place] for place in (*each.frame, *each.cue)}
    if not _BLAME.isdisjoint(keys) and (not each.told or each.told.entry.act in {None, Act.ASSERT}):
        yield Act.DEFEND, "on a reproach"
    follows = _follows(each)
    if follows is not None and each.goes_on:
        yield follows, "goes on"


def _follows(each: Situation) -> Act | None:
    """The act that the lexicon tells of the statement before, or of one that this chain goes on from."""
    before = each.before
    steps = 0
    while before is not None and steps < 4:
        if before.told and before.told.entry.act:
            return before.told.entry.act
        if not before.goes_on:
            return None
        before, steps = before.before, steps + 1
    return None


def _own_subject(each: Situation, verb: Verb) -> str:
    """Whom the verb is said of: the speaker ("first"), a pronoun that may mean the speaker, or somebody named."""
    words = each.words
    for place in (verb.place - 1, verb.place + 1, verb.place - 2, verb.place + 2):
        if 0 <= place < len(words.lower):
            if words.lower[place] in {"ich", "wir"}:
                return "first"
            if words.lower[place] in _SELF:
                return "pronoun"
    return "noun"


def _denied(each: Situation, verb: Verb) -> bool:
    words = each.words
    for place in range(verb.place, min(len(words.keys), verb.place + 14)):
        if words.lower[place] in ENDS and words.lower[place] not in {"„", "“", '"'}:
            break
        if words.keys[place] in NEGATIONS:
            return words.lower[place + 1 : place + 2] not in (["nur"], ["zuletzt"])
    return (
        any(words.keys[place] in NEGATIONS for place in range(max(0, verb.place - 4), verb.place))
        and verb.governed is None
    )


def _infinitive(each: Situation, verb: Verb) -> bool:
    """Whether an infinitive goes with the verb, behind it or before it ("… kommen werde")."""
    words = each.words
    place = verb.governed if verb.governed is not None else verb.place - 1
    form = words.lower[place] if place >= 0 else ""
    return form.endswith("n") and words.keys[place] == form and form not in {"worden"}


def _perfect(each: Situation, verb: Verb) -> bool:
    words = each.words
    last = verb.governed if verb.governed is not None else verb.place - 1
    if last < 1 or words.lower[last] not in {"haben", "sein"}:
        return False
    return words.lower[last - 1].endswith(_PARTICIPLE_ENDS) and words.keys[last - 1] != words.lower[last - 1]


def _past(each: Situation, verb: Verb) -> bool:
    words = each.words
    last = verb.governed if verb.governed is not None else verb.place - 1
    if last < 0:
        return False
    form = words.lower[last]
    return form.endswith(_PARTICIPLE_ENDS) and (form == "worden" or words.keys[last] != form)


def _is_to(each: Situation, verb: Verb) -> bool:
    """Whether something is to be done: "sei zu schützen"."""
    words = each.words
    last = verb.governed if verb.governed is not None else verb.place - 1
    return last >= 1 and words.lower[last - 1] == "zu" and words.lower[last].endswith("n")


def _ends_with_zu(each: Situation) -> bool:
    ending: Sequence[int] = each.quote[-5:]
    return any(each.words.lower[place] == "zu" for place in ending) or any(
        "zu" in each.words.lower[place][2:-3] and each.words.lower[place].endswith("en") for place in ending[-2:]
    )
