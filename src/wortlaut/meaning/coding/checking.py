"""What can be wrong with a codebook although its form is right: ids, parents, categories that nothing can have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from wortlaut.meaning.coding.books import Category, Codebook, Criteria
from wortlaut.meaning.coding.patterns import fault_in

__all__ = ["Fault", "faults_of"]

_PATTERNS = ("cues", "words", "not_words", "speakers", "addressees", "targets", "sources")


@dataclass(frozen=True, slots=True)
class Fault:
    """A code of `wortlaut.error_texts`, the number of the category from 0, and the values to put in."""

    code: str
    category: int | None
    values: Mapping[str, object] = field(default_factory=dict)


def faults_of(codebook: Codebook) -> list[Fault]:
    """All that is wrong, category after category."""
    parents = {each.parent for each in codebook.categories}
    return [
        fault
        for number, each in enumerate(codebook.categories)
        for fault in (
            *_of_place(codebook, number, each),
            *_of_criteria(number, each, is_heading=each.id in parents),
            *_of_patterns(number, each),
        )
    ]


def _of_place(codebook: Codebook, number: int, category: Category) -> Iterator[Fault]:
    ids = Counter(each.id for each in codebook.categories[: number + 1])
    if ids[category.id] > 1:
        yield Fault("codebook_id_twice", number, {"id": category.id})
    if category.parent is not None and category.parent not in codebook.by_id():
        yield Fault("codebook_parent_missing", number, {"id": category.id, "parent": category.parent})
    elif _is_above_itself(codebook, category):
        yield Fault("codebook_parent_cycle", number, {"id": category.id, "parent": category.parent})


def _is_above_itself(codebook: Codebook, category: Category) -> bool:
    """Whether going up from the category leads back to it."""
    by_id, seen, at = codebook.by_id(), set[str](), category.parent
    while at is not None and at in by_id and at not in seen:
        if at == category.id:
            return True
        seen.add(at)
        at = by_id[at].parent
    return False


def _of_criteria(number: int, category: Category, *, is_heading: bool) -> Iterator[Fault]:
    if category.criteria.is_empty and not is_heading and not category.by_hand:
        yield Fault("codebook_category_empty", number, {"id": category.id})
    if category.criteria.is_empty and category.criteria.not_words:
        yield Fault("codebook_only_not_words", number, {"key": "not_words"})
    if category.by_hand and category.criteria != Criteria():
        yield Fault("codebook_by_hand_with_criteria", number, {"id": category.id})
    for name, side in (("agree", category.agree), ("disagree", category.disagree)):
        if side is not None and side.is_empty:
            yield Fault("codebook_side_empty", number, {"key": name})


def _of_patterns(number: int, category: Category) -> Iterator[Fault]:
    sides = (("", category.criteria), ("agree.", category.agree), ("disagree.", category.disagree))
    for prefix, criteria in sides:
        for name in _PATTERNS if criteria is not None else ():
            for pattern in getattr(criteria, name):
                if code := fault_in(pattern):
                    yield Fault(code, number, {"key": prefix + name, "pattern": pattern})
