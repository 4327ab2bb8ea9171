"""Which statement is which: a later reading that finds a statement again gives it the id that it has."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from wortlaut.matching.alignment import Alignment, align
from wortlaut.matching.overlap import pair
from wortlaut.types import Article, Statement, statement_id

__all__ = ["Known", "identified"]


@dataclass(frozen=True, slots=True)
class Known:
    """Statements that have their ids, and the way from their text to that of the new reading, None where it is it."""

    statements: tuple[Statement, ...]
    way: Alignment | None = None


def identified(
    article: Article, statements: Sequence[Statement], known: Iterable[Known], taken: frozenset[str]
) -> list[Statement]:
    """The statements with the ids of those of `known` that they are, else with one that is not `taken`.

    The earlier of `known` go first: what is found in one is not looked for in the next.
    """
    ids: dict[int, str] = {}
    for each in known:
        open_places = [at for at in range(len(statements)) if at not in ids]
        old = [statement for statement in each.statements if statement.id not in ids.values()]
        if not open_places:
            break
        way = each.way or align(article.text, article.text)
        for found in pair(old, [statements[at] for at in open_places], alignment=way):
            ids[open_places[found.new]] = old[found.old].id
    used = taken | set(ids.values())
    for at, statement in enumerate(statements):
        if at not in ids:
            ids[at] = _fresh(article, statement, used)
            used |= {ids[at]}
    new_of = {statement.id: ids[at] for at, statement in enumerate(statements)}
    return [
        replace(statement, id=ids[at], parent=None if statement.parent is None else new_of[statement.parent])
        for at, statement in enumerate(statements)
    ]


def _fresh(article: Article, statement: Statement, used: frozenset[str]) -> str:
    """The statement's own id, or the next that its words and places give where it is another's."""
    own, ordinal = statement.id, 1
    while own in used:
        own = statement_id(article, statement.quote, ordinal)
        ordinal += 1
    return own
