"""Statements to whom or what they are directed at, through an article from its first statement to its last."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wortlaut.meaning.acts.cues import shipped
from wortlaut.meaning.acts.situation import Situation, situations
from wortlaut.meaning.targets.choosing import Choice, Weights, choose, shipped_weights
from wortlaut.meaning.targets.scene import Scene
from wortlaut.meaning.targets.view import Earlier, View, options_of
from wortlaut.types import Act, Attribution, Document, ResolvedParty, Statement, StatementType

__all__ = ["Directed", "chosen_by", "targets"]

# Of the targets below this confidence one in six is right, of those above more than half (held out, both together).
_LEAST = 0.3
_INHERITED = 0.9  # of how sure the outer statement's target is


@dataclass(frozen=True, slots=True)
class Directed:
    """What is known of an article's statements before their targets are: who speaks, the acts, what each answers.

    `acts` and `answered` are by the statements' ids; without the day of the article nobody is known by an office.
    `situated` is what `situations` gave for the statements, where that is at hand.
    """

    document: Document
    statements: tuple[Statement, ...]
    attributions: tuple[Attribution, ...]
    acts: Mapping[str, Act]
    answered: Mapping[str, str | None]
    published: date | None = None
    situated: Sequence[Situation] | None = None


def targets(asked: Directed, *, weights: Weights | None = None) -> tuple[tuple[ResolvedParty, ...], ...]:
    """Whom or what each statement is directed at, in the order of the statements; empty where it is nobody."""
    if not any(asked.acts.get(each.id, Act.ASSERT).is_directed for each in asked.statements):
        return ((),) * len(asked.statements)
    own = weights or shipped_weights()
    scene, chosen = chosen_by(asked, lambda view: choose(view, own))
    return tuple(_parties(scene, each, chosen[each.id]) for each in asked.statements)


def chosen_by(asked: Directed, choosing: Callable[[View], Choice]) -> tuple[Scene, dict[str, Choice]]:
    """The article's options, and what `choosing` chose for each statement, by id; for training and baselines, too."""
    every = asked.situated
    if every is None:
        every = situations(asked.document, asked.statements, shipped())
    quoted = {place for each in every if each.statement.type is StatementType.DIRECT for place in each.quote}
    scene = Scene(asked.document, asked.published, quoted)
    attributed = {each.statement: each for each in asked.attributions}
    chosen: dict[str, Choice] = {}
    earlier: dict[str, Earlier] = {}
    for each in sorted(every, key=lambda each: (each.quote[:1], -len(each.quote))):
        name = each.statement.id
        act = asked.acts.get(name, Act.ASSERT)
        speakers = options_of(scene, attributed[name].speakers)
        made = Choice(None, 1.0)
        if act.is_directed and each.quote:
            named = options_of(scene, attributed[name].addressees)
            addressees = tuple(option for option in named if option not in speakers)
            answered = earlier.get(asked.answered.get(name) or "")
            view = View(scene, each, act, speakers, addressees, tuple(earlier.values()), answered)
            made = _inherited(each, chosen, asked.acts) or choosing(view)
        chosen[name] = made
        earlier[name] = Earlier(act, speakers, made.option)
        scene.situation.speakers += [option.entity for option in speakers if option.entity is not None]
    return scene, chosen


def _inherited(each: Situation, chosen: Mapping[str, Choice], acts: Mapping[str, Act]) -> Choice | None:
    """What was chosen for the statement that this one is a part of, told by the same cue."""
    outer = each.parent
    if outer is None or outer.statement.id not in chosen or not acts.get(outer.statement.id, Act.ASSERT).is_directed:
        return None
    if each.cue and set(each.cue) != set(outer.cue):
        return None
    known = chosen[outer.statement.id]
    return Choice(known.option, known.confidence * _INHERITED)


def _parties(scene: Scene, statement: Statement, choice: Choice) -> tuple[ResolvedParty, ...]:
    option = choice.option
    if option is None or choice.confidence < _LEAST:
        return ()
    return (
        ResolvedParty(
            mention=scene.beside(option, statement),
            kind=option.kind,
            name=option.name,
            office=option.office,
            confidence=round(choice.confidence, 4),
        ),
    )
