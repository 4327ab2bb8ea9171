"""Articles with their texts, statements and versions."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict
from starlette.requests import Request
from starlette.responses import Response

from wortlaut import service
from wortlaut.export.statement import ArticleJson, StatementJson, statement_json
from wortlaut.matching.overlap import ChangeKind
from wortlaut.web.api.answers import json_answer
from wortlaut.web.api.asked import ArticleRef
from wortlaut.web.site import site_of

__all__ = ["ArticleShownJson", "ChangeJson", "VersionJson", "VersionsJson", "article_versions", "one_article", "router"]

router = APIRouter(tags=["articles"])


class ArticleShownJson(BaseModel):
    """An article with its text and its statements."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    article: ArticleJson
    text: str
    """All positions of statements count code points in it."""
    statements: list[StatementJson]
    reprints: list[ArticleJson]
    """The other articles that are the same piece of copy, the oldest first."""


class ChangeJson(BaseModel):
    """What became of a statement."""

    kind: ChangeKind
    old: str | None
    new: str | None
    in_both: bool


class VersionJson(BaseModel):
    """A version of an article."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    number: int
    current: bool
    article: ArticleJson
    text: str
    statements: list[StatementJson]
    changes: list[ChangeJson]
    """What became of the statements of the version before."""


class VersionsJson(BaseModel):
    """The versions of an article, the first first."""

    items: list[VersionJson]


@router.get("/articles/{article}", response_model=ArticleShownJson)
def one_article(request: Request, article: ArticleRef) -> Response:
    """The article with its text and its statements, by place."""
    shown = service.show(article, settings=site_of(request).settings)
    made = {
        "article": ArticleJson.of(shown.article).model_dump(mode="json"),
        "text": shown.article.text,
        "statements": [statement_json(each) for each in shown.found],
        "reprints": [ArticleJson.of(each).model_dump(mode="json") for each in shown.reprints],
    }
    return json_answer(request, made)


@router.get("/articles/{article}/versions", response_model=VersionsJson)
def article_versions(request: Request, article: ArticleRef) -> Response:
    """The versions of the article, the first first."""
    found = service.versions(article, settings=site_of(request).settings)
    return json_answer(request, {"items": [_version(each) for each in found]})


def _version(each: service.VersionChanges) -> dict[str, object]:
    return {
        "number": each.version.number,
        "current": each.version.is_current,
        "article": ArticleJson.of(each.version.article).model_dump(mode="json"),
        "text": each.version.article.text,
        "statements": [statement_json(one) for one in each.version.found],
        "changes": [
            {
                "kind": change.kind.value,
                "old": None if change.old is None else change.old.id,
                "new": None if change.new is None else change.new.id,
                "in_both": change.in_both,
            }
            for change in each.changes
        ],
    }
