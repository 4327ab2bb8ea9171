"""Files to measure intake with, made here: a crawl in WARC, a feed, agency XML, pages as heavy as the web's.

The pages are those of the evaluation; all else is made up, the same for the same seed.
"""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from xml.sax.saxutils import escape

from benchmarks.documents import items
from evaluation.gold_pages import Half, read_pages

__all__ = ["Crawl", "crawl", "feed", "heavy", "newsml", "nitf", "set_of_pages"]

_DAY = "2025-11-27T14:05:00+01:00"
# Pages of news sites carry more data and scripts along than the set's, which are kept small.
_HEAVY = 150_000
_WEIGHTS = (("image/jpeg", 45), ("application/javascript", 22), ("text/css", 8))  # in 100 bytes; the rest is HTML


@dataclass(frozen=True, slots=True)
class Crawl:
    """A web archive as it stands in a file, plain and with each record compressed."""

    plain: bytes
    packed: bytes
    records: int
    pages: int
    html: int  # bytes of pages among those of `plain`


def set_of_pages() -> list[bytes]:
    """The bytes of every page of the evaluation, both halves."""
    return [page.raw for half in Half for page in read_pages(half)]


def heavy(pages: Sequence[bytes]) -> list[bytes]:
    """`pages` filled up to 150 KB with the data that sites carry along in a script."""
    random = Random(2)
    return [_filled(page, random) for page in pages]


def crawl(pages: Sequence[bytes], *, size: int, seed: int = 1) -> Crawl:
    """A crawl of about `size` bytes in which a quarter is pages, the rest images, scripts and styles."""
    random = Random(seed)
    plain, packed = [], []
    number = total = html = found = 0
    for record, is_page in _records(pages, random):
        plain.append(record)
        packed.append(gzip.compress(record, 6))
        number, total = number + 1, total + len(record)
        if is_page:
            html, found = html + len(record), found + 1
        if total >= size:
            break
    return Crawl(b"".join(plain), b"".join(packed), number, found, html)


def feed(count: int) -> bytes:
    """An RSS feed with the full text of `count` articles."""
    entries = "".join(
        f"<item><title>Meldung {number}</title><link>https://www.bote.example/{number}</link>"
        f"<guid>https://www.bote.example/{number}</guid><dc:creator>Mira Löhn</dc:creator>"
        f"<pubDate>Thu, 27 Nov 2025 14:05:00 +0100</pubDate>"
        f"<content:encoded><![CDATA[{_paragraphs(text)}]]></content:encoded></item>\n"
        for number, text in enumerate(items(count, seed=4))
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>Örlinger Bote</title><link>https://www.bote.example/</link>\n{entries}</channel></rss>\n"
    ).encode()


def newsml(count: int) -> bytes:
    """A NewsML-G2 message with `count` items."""
    found = "".join(_newsml_item(number, text) for number, text in enumerate(items(count, seed=5)))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">'
        f"<header><sent>{_DAY}</sent></header><itemSet>{found}</itemSet></newsMessage>\n"
    ).encode()


def nitf(count: int) -> list[bytes]:
    """`count` NITF documents."""
    return [
        (
            '<?xml version="1.0" encoding="UTF-8"?>\n<nitf><head><title>Meldung</title><docdata>'
            f'<doc-id id-string="npa-{number}"/><date.issue norm="20251127T140500+0100"/></docdata></head>'
            f"<body><body.head><hedline><hl1>Meldung {number}</hl1></hedline><byline>Von Mira Löhn</byline></body.head>"
            f"<body.content>{_paragraphs(escape(text))}</body.content></body></nitf>\n"
        ).encode()
        for number, text in enumerate(items(count, seed=6))
    ]


def _newsml_item(number: int, text: str) -> str:
    return (
        f'<newsItem guid="urn:newsml:npa.example:20251127:{number}" version="1" standard="NewsML-G2" '
        f'standardversion="2.29" conformance="power"><itemMeta><itemClass qcode="ninat:text"/>'
        f'<provider literal="npa"/><versionCreated>{_DAY}</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>'
        f"<contentMeta><contentCreated>{_DAY}</contentCreated><by>Mira Löhn</by><headline>Meldung {number}</headline>"
        f'</contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml">'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{_paragraphs(escape(text))}</body></html></inlineXML>'
        "</contentSet></newsItem>\n"
    )


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))


def _filled(page: bytes, random: Random) -> bytes:
    state = _state(max(0, _HEAVY - len(page)), random)
    script = b'<script type="application/json" id="state">' + state + b"</script>"
    before, body, after = page.rpartition(b"</body>")
    return before + script + body + after if body else page + script


def _state(size: int, random: Random) -> bytes:
    """JSON of about that many bytes, as scripts carry it along; ASCII, so that it fits every page's encoding."""
    entries, length = [], 0
    while length < size:
        entries.append(
            json.dumps({"id": random.getrandbits(64), "path": f"/a/{random.getrandbits(40):x}", "w": [1, 2]})
        )
        length += len(entries[-1]) + 1
    return ("[" + ",".join(entries) + "]").encode()


def _records(pages: Sequence[bytes], random: Random) -> Iterator[tuple[bytes, bool]]:
    """WARC records without end, and of each whether it is a page: always the kind that is furthest behind its share."""
    written = dict.fromkeys((*(kind for kind, _ in _WEIGHTS), "text/html"), 0)
    shares = {**dict(_WEIGHTS), "text/html": 100 - sum(share for _, share in _WEIGHTS)}
    number = 0
    yield _record("warcinfo", "", b"software: benchmark\r\n", "application/warc-fields", 0), False
    while True:
        kind = min(written, key=lambda each: written[each] / shares[each])
        body = pages[number % len(pages)] if kind == "text/html" else _asset(kind, random)
        number += 1
        address = f"https://www.blatt{number % 97}.example/{number}"
        request = f"GET /{number} HTTP/1.1\r\nHost: www.blatt{number % 97}.example\r\n\r\n".encode()
        yield _record("request", address, request, "application/http; msgtype=request", number), False
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        record = _record("response", address, answer, "application/http; msgtype=response", number)
        written[kind] += len(record)
        yield record, kind == "text/html"


def _asset(kind: str, random: Random) -> bytes:
    if kind.startswith("image/"):
        return b"\xff\xd8\xff\xe0" + random.randbytes(random.randint(5_000, 150_000))
    rules = (f".c{random.getrandbits(24):x}{{margin:{n}px;color:#{random.getrandbits(24):06x}}}" for n in range(900))
    return "\n".join(rules).encode()


def _record(kind: str, address: str, body: bytes, media_type: str, number: int) -> bytes:
    target = f"WARC-Target-URI: {address}\r\n" if address else ""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\n{target}WARC-Date: 2025-11-27T14:05:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:08x}{kind.encode().hex()[:4]}>\r\n"
        f"Content-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"
