"""Articles that are no more than their text."""

from wortlaut.types import Article, Origin, SourceMap, article_id

__all__ = ["article_of"]


def article_of(text: str) -> Article:
    """The article of that text."""
    return Article(
        id=article_id(text=text, url=None, source=None, declared_id=None),
        text=text,
        raw=text.encode("utf-8", "surrogatepass"),
        source_map=SourceMap(0, ()),
        origin=Origin("-"),
        form="text",
        encoding="utf-8",
    )
