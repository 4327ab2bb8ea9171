"""What goes wrong with feeds and agency items: tags that are missing, torn or crossed, references, hidden entities."""

from __future__ import annotations

import random
import re

from tests.generated import agency
from tests.generated.base import Generated

__all__ = ["feed_entities", "feed_hurt", "feed_nested", "feed_soup"]

_TAG = re.compile(rb"<[^<>]{1,300}>")
_PIECES = (
    b"< > </item> <item> <title> </channel> <![CDATA[ ]]> <!-- --> & &nbsp; &#0; &#xD800; <p </p> \" xmlns:x=' \0 \xff"
    b" <content:encoded> <nitf> <body> <entry> \xc2\x85 \xe2\x80\xa8"
).split(b" ")


def _document(chance: random.Random) -> Generated:
    number = chance.randrange(10**6)
    return agency.MAKERS[number % len(agency.MAKERS)](chance, number)


def feed_hurt(chance: random.Random, source: Generated) -> bytes:
    """A feed or item from which tags were taken, or whose tags changed places."""
    raw = _document(chance).raw
    for _ in range(chance.randint(1, 8)):
        tags = list(_TAG.finditer(raw))
        if not tags:
            break
        one, other = chance.choice(tags), chance.choice(tags)
        new = chance.choice((b"", other[0], one[0][:-1], one[0][1:], one[0] * 2))
        raw = raw[: one.start()] + new + raw[one.end() :]
    return raw


def feed_soup(chance: random.Random, source: Generated) -> bytes:
    """A feed or item into which pieces of markup were strewn."""
    raw = _document(chance).raw
    for _ in range(chance.randint(1, 30)):
        place = chance.randrange(len(raw) + 1)
        raw = raw[:place] + chance.choice(_PIECES) + raw[place:]
    return raw[: chance.choice((len(raw), chance.randrange(1, len(raw))))]


def feed_entities(chance: random.Random, source: Generated) -> bytes:
    """A document that declares entities, to expand them into much or to fetch other files."""
    what = chance.choice(('"' + "ha" * 500 + '"', 'SYSTEM "file:///etc/hostname"', 'PUBLIC "x" "http://127.0.0.1:9/"'))
    root = chance.choice(("rss", "feed xmlns='http://www.w3.org/2005/Atom'", "nitf", "newsMessage", "urlset", "NewsML"))
    name = root.split()[0]
    declared = "".join(f"<!ENTITY {one} {what}>" for one in ("a", "b", "% c"))
    return f"<!DOCTYPE {name} [{declared}]><{root}>&a;&b;<p>%c;</p></{name}>".encode()


def feed_nested(chance: random.Random, source: Generated) -> bytes:
    """A document of one element within another, thousands of times, or with one huge attribute."""
    depth = chance.choice((150, 1_000, 100_000))
    tag = chance.choice(("item", "div", "block", "entry", "newsItem", "nitf", "body.content"))
    root = chance.choice(("rss", "feed xmlns='http://www.w3.org/2005/Atom'", "nitf", "newsMessage"))
    if chance.random() < 0.3:
        return f'<{root}><{tag} a="{"ö<" * depth}'.encode()
    return (f"<{root}>" + f"<{tag}>" * depth + "Ja" + f"</{tag}>" * (depth * (chance.random() < 0.7))).encode()
