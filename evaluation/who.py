"""How the speakers that were resolved are judged against the gold: right, another's name, no name, or no statement.

Names are compared in full: letter by letter, but for capitals, quotation marks, and the article before them. Of groups,
documents and persons without a name only the kind is judged, as nobody's name is put under a quotation there.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from evaluation.bootstrap import Draws, Interval
from wortlaut.types import PartyKind, ResolvedParty

__all__ = [
    "Answer",
    "Figure",
    "GoldWho",
    "Judged",
    "MentionForm",
    "Verdict",
    "answer_of",
    "figures",
    "form_of",
    "same_name",
    "verdict",
]

_QUOTES = re.compile("[„“”\"»«‚‘'’]")
_ARTICLE = re.compile(r"(?:der|die|das|des|dem|den|ein|eine|einer|eines|einem|einen) ")
_JOINED = re.compile(r",? und |, (?=\w)")
_NAMED = frozenset({PartyKind.PERSON, PartyKind.ORGANISATION})
_WORD = re.compile(r"[\w-]+")
_PRONOUNS = frozenset(
    "er sie es ihm ihr ihn ihnen dieser diese dieses diesem diesen der die das dem den deren dessen denen ich wir sich"
    " welcher welche welches seiner ihrer seine ihre sein wonach danach demnach jener jene man".split()
)


class MentionForm(StrEnum):
    """How the corpus' mention of the speaker denotes the one whom the gold names."""

    NAME = "name"  # at least one word of the name stands in it
    PRONOUN = "pronoun"
    DESCRIPTION = "description"
    NONE = "none"


class Verdict(StrEnum):
    """What became of a gold statement's speaker."""

    RIGHT = "right"
    WRONG = "wrong name"
    NO_NAME = "no name"
    MISSED = "statement missed"


@dataclass(frozen=True, slots=True)
class GoldWho:
    """The speaker as the gold gives it; `name` is `None` only for an unknown one."""

    kind: PartyKind
    name: str | None
    office: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said about a statement's speaker: kind, the name that is shown, and the names to choose from."""

    kind: PartyKind
    name: str | None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold statement with what was said about its speaker, `None` where the statement was not found."""

    document: int
    gold: GoldWho
    form: MentionForm
    answer: Answer | None

    @property
    def verdict(self) -> Verdict:
        """What became of it."""
        return verdict(self.gold, self.answer)


@dataclass(frozen=True, slots=True)
class Figure:
    """A share with Wilson's interval, which takes statements for independent, and one drawn over documents."""

    name: str
    part: int
    whole: int
    wilson: Interval | None
    drawn: Interval | None


def answer_of(parties: Sequence[ResolvedParty]) -> Answer:
    """The parties of one statement as one answer; no name where one of several has none."""
    if not parties:
        return Answer(PartyKind.UNKNOWN, None)
    kinds = {party.kind for party in parties}
    kind = kinds.pop() if len(kinds) == 1 else PartyKind.GROUP
    names = [party.name for party in parties if party.name]
    candidates = tuple(candidate.name for candidate in parties[0].candidates) if len(parties) == 1 else ()
    return Answer(kind, " und ".join(names) if len(names) == len(parties) else None, candidates)


def form_of(mention: str, name: str | None) -> MentionForm:
    """How the mention denotes the one with that name."""
    words = {word.casefold() for word in _WORD.findall(mention)}
    if not words:
        return MentionForm.NONE
    own = {stem for word in _WORD.findall((name or "").casefold()) if len(word) > 2 for stem in (word, word + "s")}
    if words & own:
        return MentionForm.NAME
    return MentionForm.PRONOUN if words & _PRONOUNS and not _has_noun(mention) else MentionForm.DESCRIPTION


def verdict(gold: GoldWho, answer: Answer | None) -> Verdict:
    """Right where the kind is and the name in full, wrong where a person's or an organisation's name is another."""
    if answer is None:
        return Verdict.MISSED
    same_kind = gold.kind is answer.kind
    if gold.kind in _NAMED or gold.kind is PartyKind.UNKNOWN:
        if same_kind and _key(gold.name) == _key(answer.name):
            return Verdict.RIGHT
    elif same_kind:
        return Verdict.RIGHT
    return Verdict.WRONG if answer.kind in _NAMED and answer.name else Verdict.NO_NAME


def same_name(one: str | None, other: str | None) -> bool:
    """Whether both are the same name, as names are compared here."""
    return _key(one) == _key(other)


def figures(judged: Sequence[Judged], documents: int) -> tuple[Figure, ...]:
    """The figures that the stage is held to, in the order in which they are printed."""
    found = [each for each in judged if each.answer is not None]
    persons = _of(judged, PartyKind.PERSON)
    bodies = _of(judged, PartyKind.ORGANISATION)
    named = [each for each in found if each.gold.kind in _NAMED]
    nameless = [each for each in found if each.gold.kind not in _NAMED]
    other = [each for each in found if each.gold.kind is not PartyKind.PERSON]
    indirect = [each for each in named if each.form in {MentionForm.PRONOUN, MentionForm.DESCRIPTION}]
    silent = [each for each in named if each.verdict is Verdict.NO_NAME]
    rows: list[tuple[str, Sequence[Judged], Callable[[Judged], bool]]] = [
        ("statement found", judged, lambda each: each.answer is not None),
        *((f"person: {outcome}", persons, _is(outcome)) for outcome in Verdict),
        *((f"organisation: {outcome}", bodies, _is(outcome)) for outcome in Verdict),
        ("person right, of found", _found(persons), _is(Verdict.RIGHT)),
        ("organisation right, of found", _found(bodies), _is(Verdict.RIGHT)),
        ("wrong person's name shown, of found", found, _is_wrong_person),
        ("wrong name of any kind shown, of found", found, _is(Verdict.WRONG)),
        ("  of these not only less or more full", found, _is_stranger),
        ("person's name on what is no person, of found", other, _shows_person),
        ("person's name on what has no name, of found", nameless, _shows_person),
        ("kind right, of found", found, lambda each: each.answer is not None and each.answer.kind is each.gold.kind),
        ("pronoun or description right, of found", indirect, _is(Verdict.RIGHT)),
        ("mention without words right, of found", [e for e in named if e.form is MentionForm.NONE], _is(Verdict.RIGHT)),
        ("no name shown: right one among first three", silent, _is_among_three),
    ]
    draws = Draws.of(documents)
    return tuple(_figure(name, among, test, draws) for name, among, test in rows)


def _figure(name: str, among: Sequence[Judged], test: Callable[[Judged], bool], draws: Draws) -> Figure:
    documents = draws.counts_RD.shape[1]
    part_D, whole_D = [0] * documents, [0] * documents
    for each in among:
        whole_D[each.document] += 1
        part_D[each.document] += test(each)
    part, whole = sum(part_D), sum(whole_D)
    return Figure(name, part, whole, _wilson(part, whole), draws.share(part_D, whole_D))


def _wilson(part: int, whole: int) -> Interval | None:
    if not whole:
        return None
    share, spread = part / whole, 1.959964**2 / whole
    middle, width = share + spread / 2, (spread * (share * (1 - share) + spread / 4)) ** 0.5
    return Interval(max(0.0, (middle - width) / (1 + spread)), min(1.0, (middle + width) / (1 + spread)))


def _of(judged: Iterable[Judged], kind: PartyKind) -> list[Judged]:
    return [each for each in judged if each.gold.kind is kind]


def _found(judged: Iterable[Judged]) -> list[Judged]:
    return [each for each in judged if each.answer is not None]


def _is(outcome: Verdict) -> Callable[[Judged], bool]:
    return lambda each: each.verdict is outcome


def _is_wrong_person(each: Judged) -> bool:
    return each.verdict is Verdict.WRONG and _shows_person(each)


def _shows_person(each: Judged) -> bool:
    return each.answer is not None and each.answer.kind is PartyKind.PERSON and bool(each.answer.name)


def _is_stranger(each: Judged) -> bool:
    """Whether the name that is shown shares no word with the right one."""
    if each.verdict is not Verdict.WRONG or each.answer is None:
        return False
    shown, gold = (set(_WORD.findall(_key(name) or "")) for name in (each.answer.name, each.gold.name))
    return not shown & gold


def _is_among_three(each: Judged) -> bool:
    first = each.answer.candidates[:3] if each.answer else ()
    return _key(each.gold.name) in {_key(name) for name in first}


def _key(name: str | None) -> str | None:
    """The name as it is compared; of joint ones in the order of the alphabet."""
    if name is None:
        return None
    plain = " ".join(_QUOTES.sub("", unicodedata.normalize("NFC", name).casefold()).split())
    return " und ".join(
        sorted(_ARTICLE.sub("", part, count=1) if _ARTICLE.match(part) else part for part in _JOINED.split(plain))
    )


def _has_noun(mention: str) -> bool:
    return any(word[0].isupper() for word in _WORD.findall(mention)[1:])
