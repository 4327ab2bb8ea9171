"""Which versions of an article its publisher took back: the withdrawals in the history, whenever they came in."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, bindparam, or_, select

from wortlaut.decisions import Entry, Withdrawal
from wortlaut.record.people.history import entry_of, load_entries_of
from wortlaut.record.search.folding import fold_name
from wortlaut.record.tables.schema import article as article_table
from wortlaut.record.tables.schema import article_version, history
from wortlaut.types import Article

__all__ = ["Expected", "Name", "concerned_articles", "filed_withdrawals", "load_withdrawals", "taken_back_by"]

# Shorter ids, `1`, `2`, `3`, say nothing without the outlet that gives them, as in the intake.
_TELLING_ID = 8
_AT_A_TIME = 500

Name = tuple[str, str | None]  # an item's own id, and the outlet that gives it

_FILED = (
    select(history)
    .where(
        history.c.declared_id.is_not(None),
        or_(
            history.c.article_id.in_(bindparam("ids", expanding=True)),
            history.c.declared_id.in_(bindparam("declared", expanding=True)),
        ),
    )
    .order_by(history.c.number)
)
_ANY = select(history.c.number).where(history.c.declared_id.is_not(None)).limit(1)
_NAMED = (
    select(article_table.c.id, article_version.c.declared_id, article_version.c.source)
    .join(article_version)
    .where(article_version.c.declared_id == bindparam("declared"))
    .order_by(article_table.c.key)
)
_THERE = select(article_table.c.id).where(article_table.c.id == bindparam("id"))


def load_withdrawals(connection: Connection, article_id: str, names: Collection[Name]) -> list[Entry]:
    """The withdrawals that concern the article of that id, which has these names, and are not undone; oldest first."""
    filed = filed_withdrawals(connection, {article_id}, names)
    if not filed:
        return []
    numbers = {each.number for each in filed}
    entries = load_entries_of(connection, {each.article for each in filed if each.article is not None})
    return [each for each in entries if each.number in numbers and not each.is_undone]


def filed_withdrawals(connection: Connection, ids: Collection[str], names: Collection[Name]) -> list[Entry]:
    """The withdrawals, undone or not, of articles of these ids or names; oldest first."""
    declared = sorted({name for name, _ in names})
    rows = connection.execute(_FILED, {"ids": sorted(ids), "declared": declared})
    return [
        entry
        for entry in map(entry_of, rows)
        if entry.withdraws is not None
        and (entry.article in ids or any(_is_named(entry.withdraws, *name) for name in names))
    ]


def taken_back_by(withdrawals: Sequence[Entry], revision: int | None) -> int | None:
    """The number of the last of the withdrawals that concerns a version of that number; None where none does."""
    numbers = [each.number for each in withdrawals if each.withdraws is not None and each.withdraws.reaches(revision)]
    return max(numbers, default=None)


def concerned_articles(connection: Connection, article_id: str, withdrawal: Withdrawal) -> list[str]:
    """The ids of the articles in the record that a withdrawal of the one of that id concerns."""
    found = dict.fromkeys(connection.execute(_THERE, {"id": article_id}).scalars())
    if withdrawal.declared_id:
        rows = connection.execute(_NAMED, {"declared": withdrawal.declared_id})
        found |= dict.fromkeys(row.id for row in rows if _is_named(withdrawal, row.declared_id, row.source))
    return list(found)


def _is_named(withdrawal: Withdrawal, declared_id: str, source: str | None) -> bool:
    """Whether the withdrawal means the item that an outlet gives that id."""
    if withdrawal.declared_id != declared_id:
        return False
    if withdrawal.source is not None and source is not None:
        return fold_name(withdrawal.source) == fold_name(source)
    return len(declared_id) >= _TELLING_ID


class Expected:
    """Which of the articles that come in together were taken back before they came."""

    def __init__(self, connection: Connection, articles: Sequence[Article] = ()) -> None:
        self._connection = connection
        self._ids: set[str | None] = set()
        if articles and connection.execute(_ANY).first() is not None:
            for start in range(0, len(articles), _AT_A_TIME):
                self._look_up(articles[start : start + _AT_A_TIME])

    def taken_back_by(self, article: Article) -> int | None:
        """The number of the entry that takes the article back; None where none does."""
        if article.id not in self._ids and article.declared_id not in self._ids:
            return None
        names = _names(article)
        return taken_back_by(load_withdrawals(self._connection, article.id, names), article.revision)

    def _look_up(self, articles: Sequence[Article]) -> None:
        names = {name for each in articles for name in _names(each)}
        for entry in filed_withdrawals(self._connection, {each.id for each in articles}, names):
            self._ids |= {entry.article, entry.withdraws.declared_id if entry.withdraws else None}
        self._ids.discard(None)


def _names(article: Article) -> set[Name]:
    return set() if article.declared_id is None else {(article.declared_id, article.source)}
