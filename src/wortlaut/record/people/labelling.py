"""What people say of labels: held against the codebooks of the record, and what the same labels were before."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from wortlaut.decisions import Values
from wortlaut.errors import DecisionImpossible
from wortlaut.record.contents import KeptCodebook
from wortlaut.record.keeping.coding import Books
from wortlaut.record.tables.rows import State
from wortlaut.types import Label, Labelled

__all__ = ["check_labels", "confirmed_labels", "denied_labels", "displaced", "labels_before"]


def check_labels(connection: Connection, labels: Sequence[Labelled]) -> None:
    """Nothing; raises `DecisionImpossible` for labels that no codebook of the record gives, or not together.

    That a category is not there may also be said of one that a new version of the codebook does not have any more.
    """
    books = {each.name: each for each in Books.load(connection).by_key.values()}
    seen: set[tuple[str, str]] = set()
    for each in labels:
        book = books.get(each.codebook)
        if book is None:
            raise DecisionImpossible("label_without_codebook", label=each, known=", ".join(books) or "–")
        if each.applies:
            _check_category(book, each.category)
        if (each.codebook, each.category) in seen:
            raise DecisionImpossible("label_twice", label=each)
        seen.add((each.codebook, each.category))
    for book in books.values():
        _check_together(book, [each.category for each in labels if each.codebook == book.name and each.applies])


def _check_category(book: KeptCodebook, category: str) -> None:
    known = [each.id for each in book.categories]
    if category not in known:
        raise DecisionImpossible("category_not_in_codebook", name=book.name, category=category, known=", ".join(known))


def _check_together(book: KeptCodebook, categories: Sequence[str]) -> None:
    tree = book.tree()
    for number, each in enumerate(categories):
        for other in categories[:number]:
            if tree.excludes(other, each):
                raise DecisionImpossible("labels_exclusive", first=other, second=each, name=book.name)


def displaced(connection: Connection, state: State, labels: Sequence[Labelled]) -> list[Labelled]:
    """That the statement has not what people said before and what these labels exclude."""
    trees = {each.name: each.tree() for each in Books.load(connection).by_key.values()}
    named = {(each.codebook, each.category) for each in labels}
    return [
        Labelled(there.codebook, there.category, applies=False)
        for there in state.labels
        if there.entry is not None
        and (there.codebook, there.category) not in named
        and any(
            each.applies
            and each.codebook == there.codebook
            and trees[each.codebook].excludes(each.category, there.category)
            for each in labels
        )
    ]


def confirmed_labels(labels: Iterable[Label]) -> tuple[Labelled, ...]:
    """That the statement has these labels."""
    return tuple(Labelled(each.codebook, each.category, position=each.position) for each in labels)


def denied_labels(labels: Iterable[Label]) -> tuple[Labelled, ...]:
    """That it has none of them."""
    return tuple(Labelled(each.codebook, each.category, applies=False) for each in labels)


def labels_before(values: Values | None, state: State) -> tuple[Labelled, ...] | None:
    """What the labels of which a decision speaks were before."""
    if values is None or values.labels is None:
        return None
    there = {(each.codebook, each.category): each for each in state.labels}
    return tuple(
        Labelled(each.codebook, each.category, position=found.position)
        if (found := there.get((each.codebook, each.category))) is not None
        else Labelled(each.codebook, each.category, applies=False)
        for each in values.labels
    )
