"""Mailboxes (mbox): many messages in one file, each behind a line `From sender date`.

That line counts where it follows a blank line (or begins the file), ends in a year, and headers follow.
`Content-Length` is not believed. Lines of a text that begin with `From ` are written `>From ` (mboxo, mboxrd); one `>`
is taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from wortlaut.intake.articles import Raw
from wortlaut.intake.form import Form, Item, Source
from wortlaut.intake.mail.message import read_message
from wortlaut.intake.reasons import Refused, reject
from wortlaut.intake.streams import Stream

__all__ = ["FORM"]

_PIECE = 2**20
# A message is held whole; with its attachments it seldom has more than mail servers allow (25 to 50 MB).
_LARGEST = 64 * 2**20
_LONGEST_LINE = 1_000
_FROM = rb"From [^\r\n]{0,300}?\b(?:19|20)\d\d(?: [+-]\d{4}| [A-Z]{2,5})?[ \t]*\r?\n"
_FIRST = re.compile(_FROM + rb"(?:>From [^\r\n]{0,300}\r?\n)?[!-9;-~]{1,80}:")
_NEXT = re.compile(rb"\n\r?\n(?P<line>" + _FROM + rb")(?=(?:>From |[!-9;-~]{1,80}:))")


def _messages(stream: Stream) -> Iterator[tuple[int, int, bytes]]:
    """Place, size and bytes of each message without the line before it; no bytes where it is larger than is held."""
    waiting = bytearray(stream.take(_PIECE))
    start = stream.taken - len(waiting)
    head = waiting.find(b"\n") + 1
    del waiting[:head]
    start += head
    looked = dropped = 0
    while True:
        found = _NEXT.search(waiting, looked)
        if found is not None:
            size = dropped + found.start() + 1
            yield start, size, b"" if dropped else bytes(waiting[: found.start() + 1])
            start += size + found.end() - found.start() - 1
            del waiting[: found.end()]
            looked = dropped = 0
            continue
        looked = max(0, len(waiting) - _LONGEST_LINE)
        if len(waiting) > _LARGEST:
            dropped += looked
            del waiting[:looked]
            looked = 0
        piece = stream.take(_PIECE)
        if not piece:
            break
        waiting += piece
    if dropped + len(waiting):
        yield start, dropped + len(waiting), b"" if dropped else bytes(waiting)


def _fits(source: Source) -> bool:
    return not source.charset.is_wide and _FIRST.match(source.head, source.charset.mark) is not None


def _read(source: Source) -> Iterator[Item]:
    stream = source.stream
    stream.take(source.charset.mark)
    waiting: tuple[int, int, bytes] | None = None
    number = 0
    for message in _messages(stream):
        if waiting is not None:
            yield from _one(source, number, *waiting)
        number, waiting = number + 1, message
    if stream.damage is not None:  # what was being read when the bytes broke off is no whole message
        yield reject(stream.damage, replace(source.origin, record=number))
    elif waiting is not None:
        yield from _one(source, number, *waiting)


def _one(source: Source, number: int, place: int, size: int, octets: bytes) -> Iterator[Item]:
    """The items of one message of the mailbox; a refusal where it cannot be read."""
    origin = replace(source.origin, record=number, byte=place)
    try:
        if not octets:
            raise Refused("mail_too_large", size=size, limit=_LARGEST) if size else Refused("empty_text")
        yield from read_message(source, Raw(octets, origin), form=FORM.name, is_quoted=True)
    except Refused as refused:
        yield reject(refused.why, origin)


FORM = Form("mbox", _fits, _read, (".mbox", ".mbx"), is_text=False)
