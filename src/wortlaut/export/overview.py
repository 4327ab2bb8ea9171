"""What the record holds as JSON, version 1."""

from datetime import date, datetime
from typing import Any

from wortlaut.types import FeedState

__all__ = ["overview_json"]


def overview_json(overview: Any) -> dict[str, Any]:
    """The overview as a JSON object; periods are given by their first day."""
    return {
        "version": 1,
        "articles": overview.articles,
        "statements": overview.statements,
        "step": str(overview.step),
        "periods": [
            {"first": each.first.isoformat(), "articles": each.articles, "statements": each.statements}
            for each in overview.periods
        ],
        "undated": None
        if overview.undated is None
        else {"articles": overview.undated.articles, "statements": overview.undated.statements},
        "outlets": [
            {"name": each.name, "articles": each.articles, "statements": each.statements} for each in overview.outlets
        ],
        "other_outlets": overview.other_outlets,
        "acts": {str(act): number for act, number in overview.acts.items()},
        "types": {str(kind): number for kind, number in overview.types.items()},
        "certainty": [{"least": each.least, "statements": each.statements} for each in overview.bands],
        "decided": overview.decided,
        "waiting": overview.waiting,
        "arrived": [
            {
                "article": each.article.id,
                "title": each.article.title,
                "published": _written(each.article.published),
                "source": each.article.source,
                "url": each.article.url,
                "version": each.version,
                "statements": each.statements,
            }
            for each in overview.arrived
        ],
        "feeds": [_feed(each) for each in overview.feeds],
    }


def _feed(state: FeedState) -> dict[str, Any]:
    return {
        "address": state.address,
        "title": state.title,
        "status": state.status,
        "failures": state.failures,
        "checked_at": _written(state.checked_at),
        "due_at": _written(state.due_at),
        "moved_to": state.moved_to,
    }


def _written(when: date | datetime | None) -> str | None:
    return None if when is None else when.isoformat()
