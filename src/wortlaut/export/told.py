"""What is told of an article besides its text, in words for people."""

from collections.abc import Iterator

from wortlaut.decisions import Entry
from wortlaut.export.visible import one_line
from wortlaut.texts import Texts, moment, said_why
from wortlaut.types import ArticleHead, ArticleKind

__all__ = ["article_facts", "taken_back"]


def article_facts(article: ArticleHead, texts: Texts, *, dated: bool = False) -> list[str]:
    """Who wrote it, when it was published and updated, what it is, and the agency's number: what is known of it.

    `dated` where it stands elsewhere when it was published.
    """
    return list(_facts(article, texts, dated=dated))


def _facts(article: ArticleHead, texts: Texts, *, dated: bool) -> Iterator[str]:
    if article.author:
        yield texts("article.author", author=one_line(article.author))
    if article.published_at is not None and not dated:
        yield texts("article.published", at=moment(article.published_at, texts.language))
    if article.updated_at is not None:
        yield texts("article.updated", at=moment(article.updated_at, texts.language))
    if article.kind is not ArticleKind.REPORT:
        yield texts(f"kind.{article.kind}")
    if article.revision is not None:
        yield texts("article.revision", number=article.revision)


def taken_back(entry: Entry, texts: Texts) -> str:
    """Who took the article back, when and why, by the entry of the history that tells of it."""
    said = entry.withdraws.at if entry.withdraws is not None else None
    when = said or entry.at
    by, at = one_line(entry.by or ""), "" if when is None else moment(when, texts.language)
    told = texts("article.taken_back", by=by, at=at, number=entry.number)
    return f"{told} {texts('article.taken_back_why', why=one_line(said_why(entry.why, texts)))}" if entry.why else told
