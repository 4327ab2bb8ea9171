"""Which statement of the article another answers: a denial its accusation, a refusal its demand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wortlaut.meaning.acts.words import Words
from wortlaut.types import Act, Document, Judgement, Statement

__all__ = ["answers"]

_REPROACHES = frozenset({Act.ACCUSE, Act.CRITICISE})
# What each act answers: the acts that are asked for, the best first.
_ANSWERED: Mapping[Act, tuple[frozenset[Act], ...]] = {
    Act.DENY: (_REPROACHES, frozenset({Act.ASSERT, Act.DOUBT, Act.WARN})),
    Act.DEFEND: (_REPROACHES, frozenset({Act.DOUBT, Act.WARN, Act.DEMAND})),
    Act.REFUSE: (frozenset({Act.DEMAND, Act.PROPOSE, Act.ASK}),),
    Act.ADMIT: (_REPROACHES,),
}
# Nouns of the report that name what is answered.
_OF_REPROACH = frozenset("vorwurf anschuldigung beschuldigung kritik verdacht anklage behauptung bericht".split())
_OF_DEMAND = frozenset("forderung vorschlag angebot bitte aufforderung appell ultimatum antrag".split())
_NAMING: Mapping[Act, frozenset[str]] = {
    Act.DENY: _OF_REPROACH,
    Act.DEFEND: _OF_REPROACH,
    Act.ADMIT: _OF_REPROACH,
    Act.REFUSE: _OF_DEMAND,
}
_LOOK_BACK = 8  # statements
_NEAR = 3  # sentences between the two where the report names what it answers
_SHARED = 2  # content words that both must have, else; one more where the other only states something
_SHORTEST = 4  # letters of a word that counts
_COMMON = frozenset(
    "haben sein werden können müssen sollen wollen dürfen nicht auch aber oder dass diese dieser dieses eine einer"
    " eines einem einen mehr noch nach über unter gegen durch wegen sagen geben gehen kommen machen lassen".split()
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement with its act, its tokens and the words that tell what it is about."""

    statement: Statement
    act: Act
    quote: frozenset[int]
    whole: tuple[int, ...]  # with cue and frame
    about: frozenset[str]
    named: frozenset[str]  # words of the report
    speaker: str


def answers(
    document: Document, statements: Sequence[Statement], judgements: Sequence[Judgement]
) -> tuple[str | None, ...]:
    """The ids of the statements that are answered, in the order of the statements; `None` where none is.

    An answer stands in the same sentence as what it answers, around it or behind it, or shares words with it; one whose
    report names it ("wies den Vorwurf zurück") answers the nearest before.
    """
    words = Words(document)
    told = [_told(words, *pair) for pair in zip(statements, judgements, strict=True)]
    order = sorted(told, key=lambda each: each.whole[:1])
    found: dict[str, str | None] = {}
    for place, each in enumerate(order):
        near = [*order[max(0, place - _LOOK_BACK) : place], *order[place + 1 : place + 3]]
        found[each.statement.id] = _answered(words, each, near)
    return tuple(found[statement.id] for statement in statements)


def _told(words: Words, statement: Statement, judgement: Judgement) -> _Told:
    quote = words.covered(statement.quote)
    report = [*words.covered(statement.cue.spans), *words.covered(statement.frame.spans)]
    speaker = [place for party in statement.speakers for place in words.covered(party.mention)]
    return _Told(
        statement,
        judgement.act,
        frozenset(quote),
        tuple(sorted({*quote, *report})),
        frozenset(words.keys[place] for place in {*quote, *report} - set(speaker) if _counts(words, place)),
        frozenset(words.keys[place] for place in (report or quote)),
        " ".join(words.forms[place] for place in speaker),
    )


def _counts(words: Words, place: int) -> bool:
    key = words.keys[place]
    return len(key) >= _SHORTEST and key.isalpha() and key not in _COMMON


def _answered(words: Words, each: _Told, near: Sequence[_Told]) -> str | None:
    """The best of the statements around that the act may answer."""
    is_named = not _NAMING.get(each.act, frozenset()).isdisjoint(each.named)
    for number, wanted in enumerate(_ANSWERED.get(each.act, ())):
        scored = [
            (score, other)
            for other in near
            if other.act in wanted
            and not _same_speaker(each, other)
            and (score := _score(words, each, other, is_named=is_named, least=_SHARED + number)) > 0
        ]
        if scored:
            return max(scored, key=lambda pair: (pair[0], pair[1].whole[:1]))[1].statement.id
    return None


def _same_speaker(each: _Told, other: _Told) -> bool:
    return bool(each.speaker) and each.speaker == other.speaker


def _score(words: Words, each: _Told, other: _Told, *, is_named: bool, least: int) -> float:
    """How well one answers the other; nothing where neither place, nor words, nor the report speak for it."""
    if not each.whole or not other.whole or each.quote == other.quote:
        return 0.0
    apart = words.number(each.whole[0]) - words.number(other.whole[-1])
    shared = len(each.about & other.about)
    if other.quote <= set(each.whole) or each.quote <= other.quote:
        # An accusation inside its denial: "wies den Vorwurf der Opposition zurück, sie habe …".
        return 10.0 + shared
    if apart < 0:
        return 0.0
    if apart == 0:
        return 5.0 + shared
    if is_named and apart <= _NEAR:
        return 3.0 + shared - 0.5 * apart
    return shared - 0.25 * apart if shared >= least else 0.0
