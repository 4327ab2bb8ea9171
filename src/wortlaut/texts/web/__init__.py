"""What the pages in the browser say, a module a page."""

from wortlaut.texts.web import article, search, site, statement

__all__ = ["TEXTS"]

TEXTS = site.TEXTS | article.TEXTS | statement.TEXTS | search.TEXTS
