"""What is whose: what comes from an address takes back only what shows to be its own, what comes by mail nothing.

A file that the user gives is believed. What comes from elsewhere might take back what others published, to hide it; or
call itself by the address of others, to stand in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from wortlaut.intake.agency.status import shown
from wortlaut.intake.form import Item
from wortlaut.intake.reasons import Refused, reject
from wortlaut.types import Withdrawn, article_id

__all__ = ["is_own", "owned", "share_site", "unowned"]

# Ids that say whose they are: addresses, tags (RFC 4151, also of an e-mail address), NewsML names (RFC 3085).
_AUTHORITY = re.compile(
    r"(?:https?://(?P<address>[^/?#]+)|tag:(?:[^@,:/]*@)?(?P<tag>[^@,:/]+),|urn:newsml:(?P<newsml>[^@,:/]+):)",
    re.IGNORECASE,
)
# Under these names beside their own one, outlets and agencies hand out what they publish.
_SERVICES = re.compile(r"(?:www|m|news|rss|xml|feeds?|newsfeed|api)\.(?=[^.]+\.)")


def owned(items: Iterable[Item], url: str | None) -> Iterator[Item]:
    """The items that came from the address `url`; refused is what takes back an item that does not show to be its own.

    What is taken back then has only the id that tells whose it is. Without an address, all is left as it is.
    """
    for item in items:
        if not isinstance(item, Withdrawn) or url is None:
            yield item
        elif item.declared_id is None or not is_own(item.declared_id, url):
            why = Refused("web_takes_back", host=_host(url), id=shown(item.declared_id)).why
            yield reject(why, item.origin)
        else:
            yield replace(item, article=_article(item, item.declared_id))


def unowned(items: Iterable[Item]) -> Iterator[Item]:
    """The items of a message, whose sender nobody knows; refused is what takes something back."""
    for item in items:
        if isinstance(item, Withdrawn):
            yield reject(Refused("mail_takes_back", id=shown(item.declared_id)).why, item.origin)
        else:
            yield item


def is_own(identity: str, url: str) -> bool:
    """Whether an id says that it is of the host of `url`, or of one that serves under that name (`feeds.`, `api.`).

    Ids that tell nothing (`urn:uuid:`) are nobody's.
    """
    found = _AUTHORITY.match(identity.strip())
    if found is None:
        return False
    host = _host(identity) if found["address"] else (found["tag"] or found["newsml"]).lower()
    return "." in host and _bare(host) == _bare(_host(url))


def share_site(one: str, other: str) -> bool:
    """Whether two addresses are of the same host, or one host stands under the name of the other (`amp.`)."""
    first, second = _bare(_host(one)), _bare(_host(other))
    shorter, longer = sorted((first, second), key=len)
    return "." in shorter and (longer == shorter or longer.endswith(f".{shorter}"))


def _article(item: Withdrawn, identity: str) -> str:
    """The id of the article that the item's own id means."""
    url = identity if identity[:4].lower() == "http" else None
    return article_id(text="", url=url, source=item.source, declared_id=identity)


def _host(url: str) -> str:
    try:
        return (urlsplit(url.strip()).hostname or "").rstrip(".")
    except ValueError:
        return ""


def _bare(host: str) -> str:
    return _SERVICES.sub("", host, count=1)
