"""What a page's meta elements, links and marked elements say of the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wortlaut.intake.markup.tree import Element

__all__ = ["Metas", "metas_of"]

# Names in the order in which they are trusted; `property`, `name` and `itemprop` count alike.
_TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "title", "headline")
_SITE = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "copyright-holder")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "parsely-pub-date",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "sailthru.date", "publish-date", "publishdate",
    "publication_date", "publication-date", "pubdate", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dc.date.created", "datecreated", "article.published", "vr:published_time",
)  # fmt: skip
# May as well be the day on which the page was made or fetched.
_DATED = ("date", "dc.date", "dcterms.date")
_UPDATED = (
    "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "last-modified", "lastmod", "article.updated", "revision_date",
)  # fmt: skip
_AUTHOR = (
    "author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "cxenseparse:author",
    "sailthru.author", "og:article:author", "byl", "creator",
)  # fmt: skip
_TIER = ("article:content_tier", "article:opinion", "content_tier", "paywall", "is_paid", "premium")


@dataclass(frozen=True, slots=True)
class Metas:
    """The values of a page's meta elements by their names in small letters, and the addresses it links itself by."""

    values: dict[str, list[str]]
    canonical: str
    base: str

    def first(self, names: Sequence[str]) -> str:
        """The first value under one of the names; empty where there is none."""
        return next(self.all(names), "")

    def all(self, names: Sequence[str]) -> Iterator[str]:
        """All values under the names, in the order of these."""
        return (value for name in names for value in self.values.get(name, ()))

    @property
    def title(self) -> str:
        """The title for other sites."""
        return self.first(_TITLE)

    @property
    def site(self) -> str:
        """The name of the site."""
        return self.first(_SITE)

    @property
    def published(self) -> Iterator[str]:
        """What is given as the time of publication."""
        return self.all(_PUBLISHED)

    @property
    def dated(self) -> Iterator[str]:
        """What is given as some date of the page."""
        return self.all(_DATED)

    @property
    def updated(self) -> Iterator[str]:
        """What is given as the time of the last change."""
        return self.all(_UPDATED)

    @property
    def authors(self) -> list[str]:
        """The names given as authors, without addresses of profiles."""
        for name in _AUTHOR:
            found = [each for each in self.values.get(name, ()) if "://" not in each and not each.startswith("@")]
            if found:
                return found
        return []

    @property
    def is_locked(self) -> bool:
        """Whether the page says that only some may read all of it."""
        return any(value.lower() in ("locked", "metered", "true", "premium", "paid") for value in self.all(_TIER))


def metas_of(top: Element) -> Metas:
    """What the meta, link and base elements of a page say."""
    values: dict[str, list[str]] = {}
    canonical = base = ""
    for each in top.descend("meta", "link", "base"):
        attributes = each.attributes
        if each.name == "meta":
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            value = " ".join(attributes.get("content", "").split())
            if name and value:
                values.setdefault(name.strip().lower(), []).append(value)
        elif each.name == "base":
            base = base or attributes.get("href", "").strip()
        elif "canonical" in attributes.get("rel", "").lower().split():
            canonical = canonical or attributes.get("href", "").strip()
    return Metas(values, canonical, base)
