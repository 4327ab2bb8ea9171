"""Which statements are wanted, as SQL.

Only statements of current versions are wanted, but where another is named. They come newest article first (those
without a date last, of one day the last to come in first), within an article in the order of the text.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, false, func, select, true

from wortlaut.record.contents import Filters
from wortlaut.record.folding import fold_text
from wortlaut.record.query import Term, match_expression
from wortlaut.record.rows import ADDRESSEE, SPEAKER
from wortlaut.record.schema import article, article_version, mention, party, statement, words
from wortlaut.record.sqlite import RANK, matches

__all__ = ["counted", "listed", "listed_articles", "listed_beside", "listed_content", "ranked"]

_IS_CURRENT = article_version.c.is_current == true()
_LISTING = (
    article_version.c.published.desc().nulls_last(),
    article_version.c.key.desc(),
    statement.c.position,
)


def listed(filters: Filters, terms: tuple[Term, ...] | None, limit: int | None) -> Select[Any]:
    """The keys of the wanted statements, in order; `terms` are those of `filters.words`, None where not asked."""
    return _wanted(select(statement.c.key), filters, terms).order_by(*_LISTING).limit(limit)


def listed_beside(key: int) -> Select[Any]:
    """The keys of the statements in the same version of an article as that of `key`, in order."""
    version_key = select(statement.c.version_key).where(statement.c.key == key).scalar_subquery()
    return select(statement.c.key).where(statement.c.version_key == version_key).order_by(statement.c.position)


def listed_content(article_id: str, digest: str) -> Select[Any]:
    """The keys of the statements of one content of an article, be it the current version or not, in order."""
    return (
        select(statement.c.key)
        .select_from(statement.join(article_version).join(article))
        .where(article.c.id == article_id, article_version.c.digest == digest)
        .order_by(statement.c.position)
    )


def ranked(filters: Filters, terms: tuple[Term, ...], limit: int | None) -> Select[Any]:
    """The keys of the wanted statements with their ranks, the best first, those of one rank in order."""
    if limit is None or filters != Filters() or not terms:
        selected = select(statement.c.key, RANK.label("rank"))
        return _wanted(selected, filters, terms).order_by(RANK, *_LISTING).limit(limit)
    # Without filters only the best need be put in order: a third of the time for a word that occurs 20,000 times.
    hits = select(words.c.rowid.label("key"), RANK.label("rank")).where(_match(terms)).cte("hits")
    best = select(hits.c.rank).order_by(hits.c.rank).limit(limit).subquery("best")
    return (
        select(hits.c.key, hits.c.rank)
        .select_from(hits.join(statement, statement.c.key == hits.c.key).join(article_version))
        .where(hits.c.rank <= select(func.max(best.c.rank)).scalar_subquery())
        .order_by(hits.c.rank, *_LISTING)
        .limit(limit)
    )


def counted(filters: Filters, terms: tuple[Term, ...] | None) -> Select[Any]:
    """How many statements are wanted."""
    return _wanted(select(func.count()), filters, terms)


def listed_articles() -> Select[Any]:
    """The keys of the current versions of all articles, in order."""
    return select(article_version.c.key).where(_IS_CURRENT).order_by(*_LISTING[:2])


def _wanted(selected: Select[Any], filters: Filters, terms: tuple[Term, ...] | None) -> Select[Any]:
    joined = statement.join(article_version)
    if terms is not None:
        joined = joined.join(words, words.c.rowid == statement.c.key)
    return selected.select_from(joined).where(_IS_CURRENT, *_conditions(filters, terms))


def _conditions(filters: Filters, terms: tuple[Term, ...] | None) -> Iterator[ColumnElement[bool]]:
    version = article_version.c
    if terms is not None:
        yield _match(terms)
    if filters.speaker is not None:
        yield _has_party(SPEAKER, filters.speaker)
    if filters.addressee is not None:
        yield _has_party(ADDRESSEE, filters.addressee)
    if filters.type is not None:
        yield statement.c.type == str(filters.type)
    if filters.since is not None:
        yield version.published >= filters.since
    if filters.until is not None:
        yield version.published <= filters.until
    if filters.source is not None:
        yield _contains(version.source_folded, filters.source)
    if filters.article is not None:
        yield version.article_key == select(article.c.key).where(article.c.id == filters.article).scalar_subquery()


def _match(terms: tuple[Term, ...]) -> ColumnElement[bool]:
    return matches(match_expression(terms)) if terms else false()


def _has_party(role: str, part: str) -> ColumnElement[bool]:
    named = select(mention.c.key).where(_contains(mention.c.folded, part))
    return statement.c.key.in_(
        select(party.c.statement_key).where(party.c.role == role, party.c.mention_key.in_(named))
    )


def _contains(column: ColumnElement[str], part: str) -> ColumnElement[bool]:
    folded = fold_text(part)
    return column.contains(folded, autoescape=True) if folded else false()
