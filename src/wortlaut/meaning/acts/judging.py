"""Statements to judgements: act, stance, repetition, polarity, modality and condition of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from wortlaut.meaning.acts.classifying import Classifier, Scored, shipped_classifier
from wortlaut.meaning.acts.conditions import Found, condition_of, find
from wortlaut.meaning.acts.content import Leanings, is_negated, modality, shipped_leanings
from wortlaut.meaning.acts.cues import Lexicon, shipped
from wortlaut.meaning.acts.features import features
from wortlaut.meaning.acts.repeating import is_before, is_repeated
from wortlaut.meaning.acts.situation import Situation, situations
from wortlaut.types import Act, Document, Effect, Evidence, EvidenceKind, Judgement, Modality, Span, Stance, Statement

__all__ = ["deciding", "judge"]

_SHOWN = 3  # features that are given as evidence
# Of 73 statements of the training gold inside another and without a cue of their own, 68 have its act.
_INSIDE = 0.93
_OF_CUE = ("cue: ", "report: ", "entry ")


def judge(
    document: Document,
    statements: Sequence[Statement],
    *,
    lexicon: Lexicon | None = None,
    leanings: Leanings | None = None,
    classifier: Classifier | None = None,
    situated: Sequence[Situation] | None = None,
) -> tuple[Judgement, ...]:
    """What kind of statement each is, in the order of the statements.

    Without a lexicon, words of contents, or a classifier of one's own those that come with the program are taken.
    `situated` is what `situations` gave for them, where that is at hand.
    """
    if not statements:
        return ()
    judging = _Judging(leanings or shipped_leanings(), classifier or shipped_classifier())
    every = situations(document, statements, lexicon or shipped()) if situated is None else situated
    seen = [judging.look(each) for each in every]
    order = sorted(range(len(every)), key=lambda number: every[number].quote[:1])
    acts = [(every[number], seen[number].scored.act) for number in order]
    places = {number: place for place, number in enumerate(order)}
    return tuple(judging.judged(each, acts[: places[number]]) for number, each in enumerate(seen))


def deciding(each: Situation) -> Situation:
    """The statement whose words decide: of one without a cue of its own that which it stands inside."""
    while each.parent is not None and (not each.cue or set(each.cue) == set(each.parent.cue)):
        each = each.parent
    return each


@dataclass(frozen=True, slots=True)
class _Seen:
    """A statement, the one whose words decide, its features, and the shares of the acts."""

    own: Situation
    telling: Situation
    leaning: list[tuple[int, Act]]  # the tokens of the content that speak for acts
    features: set[str]
    scored: Scored


@dataclass(frozen=True, slots=True)
class _Judging:
    """What is needed to judge."""

    leanings: Leanings
    classifier: Classifier
    known: dict[int, _Seen] = field(default_factory=dict)

    def look(self, each: Situation) -> _Seen:
        """The statement with the shares of the acts."""
        telling = deciding(each)
        known = self.known.get(id(telling))
        if known is None:
            leaning = list(self.leanings.found(telling.words, telling.quote))
            found = features(telling, leaning)
            known = self.known[id(telling)] = _Seen(telling, telling, leaning, found, self.classifier.score(found))
        return replace(known, own=each)

    def judged(self, seen: _Seen, earlier: Sequence[tuple[Situation, Act]]) -> Judgement:
        """The judgement; `earlier` are the statements before, with their acts."""
        own, telling = seen.own, seen.telling
        condition = _condition(own, telling)
        confidence = seen.scored.confidence * (_INSIDE if telling is not own else 1.0)
        return Judgement(
            statement=own.statement.id,
            act=seen.scored.act,
            confidence=round(confidence, 4),
            stance=_stance(telling),
            effect=_effect(telling),
            repeated=is_repeated(telling),
            before=is_before(telling),
            negated=not own.is_report and is_negated(own.words, own.quote),
            modality=_modality(own, condition),
            condition=condition_of(own, condition, earlier) if condition else None,
            evidence=tuple(self._evidence(seen)),
        )

    def _evidence(self, seen: _Seen) -> Iterator[Evidence]:
        """The entry of the lexicon that was found, and the features that weigh most."""
        telling, act = seen.telling, seen.scored.act
        if telling.told is not None:
            own = {name for name in seen.features if name.startswith(_OF_CUE)}
            weight = sum(number for _, number in self.classifier.speaking_for(act, own, len(own)))
            kind = EvidenceKind.CUE if telling.cue else EvidenceKind.REPORT
            spans = telling.words.spans(telling.told.places)
            yield Evidence(kind, telling.told.entry.cue, round(weight, 3), spans)
        others = {name for name in seen.features if not name.startswith((*_OF_CUE, "always"))}
        for name, weight in self.classifier.speaking_for(act, others, _SHOWN):
            yield Evidence(EvidenceKind.FEATURE, name, round(weight, 3), _places_of(seen, name))


def _condition(each: Situation, telling: Situation) -> Found | None:
    """The statement's own condition, or the one of the sentence that it is a part of."""
    own = find(each)
    if own is not None or telling is each or not each.quote:
        return own
    around = find(telling)
    if around is None or not set(around.condition).isdisjoint(each.quote):
        return None
    same_sentence = each.words.number(around.condition[0]) == each.words.number(each.quote[0])
    return around if same_sentence else None


def _modality(each: Situation, condition: Found | None) -> Modality | None:
    if each.is_report and condition is None:
        return None
    return modality(each.words, each.quote, each.verbs, has_condition=condition is not None)


def _stance(each: Situation) -> Stance:
    """The stance that the cue tells; of several entries the one that is not neutral."""
    stances = [match.entry.stance for match in each.in_cue if match.entry.stance is not Stance.NEUTRAL]
    if each.told is not None and each.told.entry.stance is not Stance.NEUTRAL:
        return each.told.entry.stance
    # A cue of one verb that is neutral with others beside it: "sagte angeblich".
    return stances[0] if stances and (each.told is None or each.told.entry.act is None) else Stance.NEUTRAL


def _effect(each: Situation) -> Effect:
    if each.told is None:
        return Effect.CLAIMS
    effect = each.told.entry.effect
    words = each.words
    denied = any(words.keys[place] == "nicht" for place in each.cue if place not in each.told.places)
    if not denied:
        return effect
    return Effect.OPEN if effect is Effect.CLAIMS else Effect.CLAIMS if effect is Effect.DENIES else effect


def _places_of(seen: _Seen, name: str) -> tuple[Span, ...]:
    """Where the words stand that a feature is about, if it is about words."""
    words = seen.telling.words
    if name.startswith("says "):
        said = name.removeprefix("says ").partition(",")[0].removesuffix(" twice")
        return words.spans(place for place, act in seen.leaning if act == said)
    if name.startswith("word "):
        return words.spans(place for place in seen.telling.quote if words.keys[place] == name.removeprefix("word "))
    return ()
