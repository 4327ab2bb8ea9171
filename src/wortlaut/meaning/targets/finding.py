"""Statements to whom or what they are directed at, through an article from its first statement to its last."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from wortlaut.meaning.acts.cues import shipped
from wortlaut.meaning.acts.situation import Situation, situations
from wortlaut.meaning.targets.choosing import Choice, Weights, choose, shipped_weights
from wortlaut.meaning.targets.scene import Option, Scene
from wortlaut.meaning.targets.view import DIRECTED, Earlier, View, options_of
from wortlaut.types import Act, Attribution, Document, ResolvedParty, Statement, StatementType

__all__ = ["going", "targets"]

_INHERITED = 0.9


_Choosing = Callable[[View], Choice]


def targets(
    document: Document,
    statements: Sequence[Statement],
    attributions: Sequence[Attribution],
    acts: Mapping[str, Act],
    answered: Mapping[str, str | None],
    *,
    published: date | None = None,
    weights: Weights | None = None,
) -> tuple[tuple[ResolvedParty, ...], ...]:
    """Whom or what each statement is directed at, in the order of the statements; empty where it is nobody.

    `acts` and `answered` (the statement that each answers) are by the statements' ids.
    """
    if not any(acts.get(each.id) in DIRECTED for each in statements):
        return ((),) * len(statements)
    own = weights or shipped_weights()
    scene, chosen = going(
        document, statements, attributions, acts, answered, lambda view: choose(view, own), published=published
    )
    return tuple(_parties(scene, each, chosen[each.id]) for each in statements)


def going(
    document: Document,
    statements: Sequence[Statement],
    attributions: Sequence[Attribution],
    acts: Mapping[str, Act],
    answered: Mapping[str, str | None],
    choosing: _Choosing,
    *,
    published: date | None = None,
) -> tuple[Scene, dict[str, Choice]]:
    """The article's options, and what `choosing` chose for each statement, by id; for training, too."""
    every = situations(document, statements, shipped())
    quoted = {place for each in every if each.statement.type is StatementType.DIRECT for place in each.quote}
    scene = Scene(document, published, quoted)
    attributed = {each.statement: each for each in attributions}
    chosen: dict[str, Choice] = {}
    earlier: list[Earlier] = []
    by_id: dict[str, Earlier] = {}
    for each in sorted(every, key=lambda each: (each.quote[:1], -len(each.quote))):
        name = each.statement.id
        attribution, act = attributed[name], acts.get(name, Act.ASSERT)
        speakers = options_of(scene, attribution.speakers)
        made = Choice(None, 1.0)
        if act in DIRECTED and each.quote:
            inherited = _inherited(each, chosen, acts)
            addressees = options_of(scene, attribution.addressees)
            answer = by_id.get(answered.get(name) or "")
            made = inherited or choosing(View(scene, each, act, speakers, addressees, earlier, answer))
        chosen[name] = made
        by_id[name] = Earlier(each, act, speakers, made.option)
        earlier.append(by_id[name])
        scene.situation.speakers += [option.entity for option in speakers if option.entity is not None]
    return scene, chosen


def _inherited(each: Situation, chosen: Mapping[str, Choice], acts: Mapping[str, Act]) -> Choice | None:
    """What was chosen for the statement that this one is a part of, told by the same cue."""
    outer = each.parent
    if outer is None or outer.statement.id not in chosen or acts.get(outer.statement.id) not in DIRECTED:
        return None
    if each.cue and set(each.cue) != set(outer.cue):
        return None
    known = chosen[outer.statement.id]
    return Choice(known.option, known.confidence * _INHERITED)


def _parties(scene: Scene, statement: Statement, choice: Choice) -> tuple[ResolvedParty, ...]:
    option = choice.option
    if option is None:
        return ()
    return (
        ResolvedParty(
            mention=tuple(scene.beside(option, statement)),
            kind=option.kind,
            name=option.name,
            office=option.office,
            confidence=round(choice.confidence, 4),
        ),
    )
