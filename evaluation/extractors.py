"""What takes the article out of a page: intake, and the peers beside it, each on the same bytes.

Heavy imports stand where they are used, so that intake is measured without the peers being installed.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from wortlaut.intake import read_bytes
from wortlaut.settings import Settings
from wortlaut.types import Article, ArticleKind, Origin

__all__ = ["EXTRACTORS", "PEERS", "Extracted", "Extractor", "Fact"]


class Fact(StrEnum):
    """What a page tells besides the text."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    KICKER = "kicker"
    AUTHORS = "authors"
    DAY = "published, day"
    MINUTE = "published, minute"
    UPDATED = "updated"
    OUTLET = "outlet"
    CANONICAL = "canonical"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was taken out of a page; nothing where the page was refused."""

    paragraphs: tuple[str, ...] = ()
    title: str | None = None
    subtitle: str | None = None
    kicker: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | date | None = None
    updated: datetime | date | None = None
    outlet: str | None = None
    canonical: str | None = None
    kind: ArticleKind | None = None


@dataclass(frozen=True, slots=True)
class Extractor:
    """A way to take the article out of a page's bytes, which have a name; and the facts that it can tell."""

    name: str
    extract: Callable[[bytes, str], Extracted]
    facts: frozenset[Fact]
    tells_title_apart: bool  # else a title in its text is passed over


def _intake(raw: bytes, name: str) -> Extracted:
    settings = Settings()
    items = list(read_bytes(raw, origin=Origin(f"{name}.html"), settings=settings))
    articles = [item for item in items if isinstance(item, Article)]
    if len(articles) != 1:
        return Extracted()
    article = articles[0]
    return Extracted(
        paragraphs=tuple(article.text.split("\n\n")),
        title=article.title,
        subtitle=article.subtitle,
        kicker=article.kicker,
        authors=tuple(article.author.split(", ")) if article.author else (),
        published=article.published_at or article.published,
        updated=article.updated_at,
        outlet=article.source,
        canonical=article.url,
        kind=article.kind,
    )


def _resiliparse(raw: bytes, name: str) -> Extracted:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse_from_bytes(raw, detect_encoding(raw) or "utf-8")
    text = extract_plain_text(tree, main_content=True, list_bullets=False, alt_texts=False)
    return Extracted(paragraphs=tuple(text.splitlines()))


def _trafilatura(raw: bytes, name: str) -> Extracted:
    from trafilatura import bare_extraction

    found = bare_extraction(raw, with_metadata=True, include_comments=False, include_tables=True)
    if found is None:
        return Extracted()
    said: Mapping[str, str | None] = found if isinstance(found, dict) else found.as_dict()
    return Extracted(
        paragraphs=tuple((said["text"] or "").splitlines()),
        title=said["title"],
        authors=tuple(re.split(r"\s*;\s*", said["author"])) if said["author"] else (),
        published=date.fromisoformat(said["date"]) if said["date"] else None,
        outlet=said["sitename"],
        canonical=said["url"],
    )


_INTAKE = Extractor("wortlaut", _intake, frozenset(Fact), tells_title_apart=True)
PEERS = (
    Extractor("resiliparse", _resiliparse, frozenset(), tells_title_apart=False),
    Extractor(
        "trafilatura",
        _trafilatura,
        frozenset({Fact.TITLE, Fact.AUTHORS, Fact.DAY, Fact.OUTLET, Fact.CANONICAL}),
        tells_title_apart=False,
    ),
)
EXTRACTORS = (_INTAKE, *PEERS)
