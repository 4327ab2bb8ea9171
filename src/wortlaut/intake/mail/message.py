"""Single messages (`.eml`, RFC 5322 and MIME): the text, and what is attached in a form that can be read.

The title is the subject without `Re:`, `WG:` and the like, the author the name of the sender, the source the domain of
the sender's address. The raw bytes are those of the whole message, so that the map leads through base64 and
quoted-printable; where they are more than an item may have, those up to the end of the text.
"""

from __future__ import annotations

import io
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from wortlaut.intake.articles import Raw, article_of, check_size
from wortlaut.intake.facts import Facts
from wortlaut.intake.form import Form, Item, Source, read_inside
from wortlaut.intake.mail.bodies import Body, body_of
from wortlaut.intake.mail.headers import Headers, split_headers
from wortlaut.intake.mail.parts import Part, Tree, tree_of
from wortlaut.intake.mail.transfer import bare_octets
from wortlaut.intake.moments import parse_when
from wortlaut.intake.ownership import unowned
from wortlaut.intake.reasons import Refused, note
from wortlaut.intake.streams import Stream
from wortlaut.intake.texts.wire import clean_line
from wortlaut.types import Article, Rejected

__all__ = ["FORM", "has_headers", "read_message"]

_PREFIX = re.compile(r"(?:(?:re|aw|antw|antwort|sv|fw|fwd|wg|wtr|tr|rv)(?:\[\d+\]|\(\d+\))?\s*:\s*)+", re.IGNORECASE)
# What is never read: pictures, sounds, calendars, visiting cards, signatures, what winmail.dat wraps.
_UNREAD = re.compile(
    r"(?:image|audio|video|font|model|multipart)/|text/(?:calendar|vcard|x-vcard|directory|css|javascript)|message/(?!rfc822|global)"
    r"|application/(?:pgp|x-?pkcs|pkcs|ms-tnef|ics|javascript)"
)
_BINARY = frozenset(("binary", "binary_unknown", "empty", "empty_text", "no_letters"))
_OTHERS = frozenset("date subject message-id mime-version received to return-path delivered-to content-type".split())
_NAMED = 20  # attachments that a note names at most
_LONGEST_NAME = 60
# Which attachments can be read is known by their first items; beyond so much memory it is left to when they are read.
_MOST_HELD = 64 * 2**20
_OPEN, _PER_BYTE = 2**19, 12  # of what is being unpacked; of an article, text and map included, for each of its bytes


def has_headers(head: bytes) -> bool:
    """Whether `head` begins with the headers of a message: `From` or `Received`, and two more that messages have."""
    headers = split_headers(head, 0, len(head))
    names = {name for name, _ in headers.fields}
    return bool(names & {"from", "received"}) and len(names & _OTHERS) >= 2 and _is_blank_before(head, headers.body)


def _is_blank_before(head: bytes, body: int) -> bool:
    """Whether a blank line, or the end of what is seen, ends the headers."""
    return body >= len(head) or head[:body].endswith((b"\n\n", b"\n\r\n", b"\r\r"))


def read_message(source: Source, raw: Raw, *, form: str, is_quoted: bool = False) -> Iterator[Item]:
    """The article in one message, and what is in its attachments; raises `Refused`.

    `is_quoted` says that the message comes from a mailbox, in which `From ` at the front of lines is quoted.
    """
    octets = raw.octets
    headers = split_headers(octets, 0, len(octets))
    tree = tree_of(octets, headers, len(octets))
    body = body_of(octets, tree.root, source.charset, source.wishes, is_quoted=is_quoted)
    read: deque[Iterator[Item]] = deque()
    unread: list[str] = []
    held = 0
    for number, part in enumerate(body.others, 1):
        name = _file_name(part, number)
        if _UNREAD.match(part.kind.name):
            unread.append(name)
            continue
        member = name if raw.origin.record is None else f"{raw.origin.record}/{name}"
        items = _attached(source, raw, part, member, is_quoted=is_quoted)
        if held < _MOST_HELD:
            first = next(items, None)
            if first is None or (isinstance(first, Rejected) and (first.why is None or first.why.code in _BINARY)):
                unread.append(name)
                continue
            held += _OPEN + (_PER_BYTE * len(first.raw) if isinstance(first, Article) else 0)
            items = chain((first,), items)
        read.append(items)
    if body.text.text:
        yield _article(source, raw, tree, body, unread, form=form)
    elif not read:
        named = _listed(unread) or "–"
        raise Refused("mail_empty", attached=named) if unread else Refused("empty_text")
    while read:
        yield from read.popleft()


def _article(source: Source, raw: Raw, tree: Tree, body: Body, unread: list[str], *, form: str) -> Item:
    facts = _facts(tree.root.headers)
    notes = [*body.notes, *facts.notes]
    if tree.left_out:
        notes.append(note("parts_left", count=tree.left_out))
    if not tree.has_ends:
        notes.append(note("mail_unended"))
    if unread:
        notes.append(note("attachments_left", names=_listed(unread)))
    size = len(raw.octets)
    if size > source.wishes.settings.max_item_bytes:
        raw = Raw(raw.octets[: body.end], raw.origin)
        check_size(body.end, source.wishes)
        notes.append(note("mail_cut", size=body.end, whole=size))
    return article_of(raw, body.text, form=form, encoding=body.encoding, facts=facts, notes=tuple(notes))


def _facts(headers: Headers) -> Facts:
    """What the headers of a message tell about its article."""
    subject = headers.line("subject")
    name, address = headers.address("from")
    domain = address.rpartition("@")[2].lower().strip(".> ")
    written = headers.line("date")
    when = parse_when(written)
    return Facts(
        title=clean_line(_PREFIX.sub("", subject, count=1) if _PREFIX.match(subject) else subject) or None,
        published=when.day,
        published_at=when.at,
        source=clean_line(domain) or None,
        author=clean_line(name or address) or None,
        declared_id=headers.line("message-id").strip("<> ") or None,
        notes=(note("date_unread", value=written[:40]),) if written and when.day is None else (),
    )


def _attached(source: Source, raw: Raw, part: Part, member: str, *, is_quoted: bool) -> Iterator[Item]:
    """What is in an attachment."""
    here = replace(source, origin=raw.origin)
    octets = bare_octets(raw.octets, part.start, part.end, part.coding, is_quoted=is_quoted)
    declared = part.kind.parameters.get("charset")
    yield from unowned(read_inside(here, Stream(io.BytesIO(octets)), member, declared=declared))


def _file_name(part: Part, number: int) -> str:
    """The name of the file that a part is, or one made from its type and number."""
    name = clean_line(part.file_name.replace("\\", "/").rpartition("/")[2])
    if not name:
        kind = part.kind.name
        ending = "eml" if kind.startswith("message/") else re.sub(r"\W", "", kind.rpartition("/")[2])[:20] or "bin"
        name = f"{number}.{ending}"
    return name if len(name) <= _LONGEST_NAME else f"{name[:30]}…{name[-29:]}"


def _listed(names: list[str]) -> str:
    return ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")


def _fits(source: Source) -> bool:
    return not source.charset.is_wide and has_headers(source.head[source.charset.mark :])


def _read(source: Source) -> Iterator[Item]:
    limit = source.wishes.settings.max_file_bytes
    source.stream.take(source.charset.mark)
    octets = source.stream.take(limit + 1)
    if len(octets) > limit:
        raise Refused("mail_too_large", size=len(octets), limit=limit)
    if source.stream.damage is not None:
        raise Refused.of(source.stream.damage)
    origin = replace(source.origin, byte=source.charset.mark)
    yield from read_message(source, Raw(octets, origin), form=FORM.name)


FORM = Form("mail", _fits, _read, (".eml",), is_text=False)
