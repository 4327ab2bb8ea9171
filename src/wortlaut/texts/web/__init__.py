"""What the pages in the browser say, a module a page."""

from wortlaut.texts.web import (
    actors,
    article,
    calendar,
    imports,
    ledger,
    overview,
    review,
    search,
    site,
    statement,
)

__all__ = ["TEXTS"]

TEXTS = (
    site.TEXTS
    | article.TEXTS
    | statement.TEXTS
    | search.TEXTS
    | actors.TEXTS
    | ledger.TEXTS
    | calendar.TEXTS
    | overview.TEXTS
    | review.TEXTS
    | imports.TEXTS
)
