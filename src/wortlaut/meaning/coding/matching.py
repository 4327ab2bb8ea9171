"""Which categories of a codebook the statements of an article have, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from wortlaut.meaning.coding.books import Category, Codebook, Criteria
from wortlaut.meaning.coding.criteria import Met, Seen, met_by
from wortlaut.meaning.coding.patterns import Index
from wortlaut.meaning.coding.reading import Text
from wortlaut.types import Coded, Label, Labelled, Position, ToCode, Tree

__all__ = ["code"]


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A codebook with all its patterns in one index of words and one of cues."""

    words: Index
    cues: Index
    tree: Tree
    always: frozenset[int]  # the numbers of the categories that go by neither words nor cues
    by_pattern: Mapping[str, Sequence[int]]  # those that go by this word or cue among others


def code(codebook: Codebook, article: ToCode) -> tuple[Coded, ...]:
    """The labels of the statements, in their order; a label that a person denied or displaced is not among them.

    The confidence is the least of those of the parts that the label rests on, of the quote always.
    """
    compiled, text = _compiled(codebook), Text(article.document)
    attributions = {each.statement: each for each in article.attributions}
    senses = {each.statement: each for each in article.senses}
    found = []
    for statement in article.statements:
        seen = Seen(
            statement=statement,
            words=text.find(compiled.words, statement.quote),
            cues=text.find_cue(compiled.cues, statement.cue.spans),
            sense=senses.get(statement.id),
            attribution=attributions.get(statement.id),
            text=article.document.text,
            source=article.source,
        )
        decided = article.decided.get(statement.id, ())
        found.append(Coded(statement.id, tuple(_labels(codebook, compiled, seen, decided))))
    return tuple(found)


def _labels(codebook: Codebook, compiled: _Compiled, seen: Seen, decided: Sequence[Labelled]) -> Iterator[Label]:
    """What the statement has: of what excludes each other a person's word, else the first in the codebook."""
    spoken_of = {each.category for each in decided}
    taken = [each.category for each in decided if each.applies]
    for number in sorted(
        compiled.always.union(*(compiled.by_pattern.get(each, ()) for each in (*seen.words, *seen.cues)))
    ):
        category = codebook.categories[number]
        if category.id in spoken_of or any(compiled.tree.excludes(category.id, each) for each in taken):
            continue
        label = _label(codebook, category, seen)
        if label is not None:
            taken.append(category.id)
            yield label


def _label(codebook: Codebook, category: Category, seen: Seen) -> Label | None:
    met = None if category.criteria.is_empty else met_by(category.criteria, seen)
    if met is None:
        return None
    position, why = _position(category, seen)
    confidence = min(met.confidence, seen.statement.confidence.quote, 1.0 if why is None else why.confidence)
    evidence = met.evidence if why is None else tuple(dict.fromkeys((*met.evidence, *why.evidence)))
    return Label(codebook.name, category.id, round(confidence, 4), position, evidence)


def _position(category: Category, seen: Seen) -> tuple[Position | None, Met | None]:
    for position, side in ((Position.DISAGREE, category.disagree), (Position.AGREE, category.agree)):
        if side is not None and (met := met_by(side, seen)) is not None:
            return position, met
    return None, None


@lru_cache(maxsize=32)
def _compiled(codebook: Codebook) -> _Compiled:
    sides = [
        side for each in codebook.categories for side in (each.criteria, each.agree, each.disagree) if side is not None
    ]
    by_pattern: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(codebook.categories):
        for pattern in dict.fromkeys((*each.criteria.words, *each.criteria.cues)):
            by_pattern[pattern].append(number)
    always = frozenset(
        number for number, each in enumerate(codebook.categories) if not (each.criteria.words or each.criteria.cues)
    )
    words, cues = _index(sides, "words", "not_words"), _index(sides, "cues")
    return _Compiled(words, cues, codebook.tree(), always, by_pattern)


def _index(sides: Iterable[Criteria], *names: str) -> Index:
    return Index(pattern for side in sides for name in names for pattern in getattr(side, name))
