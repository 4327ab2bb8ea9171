"""The text of a message: which of its parts are the text, and those parts as clean paragraphs with their bytes.

- Of alternatives, plain text is taken, unless it has less than half of the letters that the HTML has (a stub such as
  "This message is in HTML"): then the HTML.
- Of related parts, the first is the text, the others are what it shows; of signed ones likewise.
- Of parts side by side, all texts that are no attachments are taken in order.
- Lines that were broken for the travel (`format=flowed`, or at a fixed width) are joined; quoted replies stay as they
  stand.
- Behind a line of `-- `, the signature goes, up to what is quoted below it. Footers of newsletters stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from wortlaut.intake.articles import Wishes, check_size
from wortlaut.intake.decoding import Charset, Decoded, charset_of, decode
from wortlaut.intake.mail.headers import charset_named
from wortlaut.intake.mail.parts import Part
from wortlaut.intake.mail.transfer import composed, octets_of
from wortlaut.intake.mapped import Edit, Mapped
from wortlaut.intake.reasons import Refused, note
from wortlaut.intake.streams import HEAD
from wortlaut.intake.texts.unwrapping import unwrapped
from wortlaut.intake.texts.wire import paragraphs, replace_no_characters

__all__ = ["Body", "body_of"]

_LETTER = re.compile(r"[^\W\d_]")
_STUB = 0.5
_PLAIN_CODINGS = frozenset(("", "7bit", "8bit", "binary", "quoted-printable", "base64"))
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_META_WITHIN = 4096
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_BELOW = re.compile(r"^(?:>|-{5,}|_{5,})", re.MULTILINE)
_SOFT_BREAK = re.compile(r"^(?P<quotes>>*) ?(?P<line>[^\r\n]*)(?P<end>\r?\n|\Z)", re.MULTILINE)
_BREAK = "\n\n"


@dataclass(slots=True)
class Body:
    """The text of a message with its bytes, the parts that are none of it, and notes."""

    text: Mapped
    encoding: str
    others: list[Part] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    end: int = 0  # the first byte behind the last part that gave text


@dataclass(frozen=True, slots=True)
class _Reader:
    octets: bytes
    charset: Charset
    wishes: Wishes
    is_quoted: bool  # as a mailbox quotes `From `
    tags: list[int] = field(default_factory=list)  # of each part in HTML


def body_of(octets: bytes, root: Part, charset: Charset, wishes: Wishes, *, is_quoted: bool) -> Body:
    """The text of the message below `root`; `charset` is what the user named, for parts that name none."""
    reader = _Reader(octets, charset, wishes, is_quoted)
    others: list[Part] = []
    pieces = list(_texts(reader, root, others))
    body = Body(_joined([piece.text for piece in pieces]), next((each.encoding for each in pieces), "utf-8"), others)
    for piece in pieces:
        body.notes += [each for each in piece.notes if each not in body.notes]
        body.end = max(body.end, piece.end)
    return body


def _texts(reader: _Reader, part: Part, others: list[Part]) -> Iterator[Body]:
    """The texts of a part and those below it; parts that are no text are put to `others`."""
    kind = part.kind.name
    if kind == "multipart/alternative":
        yield from _alternative(reader, part, others)
    elif kind in ("multipart/related", "multipart/signed") and part.children:
        yield from _texts(reader, part.children[0], others)
        others += (leaf for child in part.children[1:] for leaf in _leaves(child))
    elif part.children:
        for child in part.children:
            yield from _texts(reader, child, others)
    elif kind in ("text/plain", "text/html") and not part.is_attached and part.coding in _PLAIN_CODINGS:
        yield _text(reader, part)
    else:
        others.append(part)


def _leaves(part: Part) -> Iterator[Part]:
    if not part.children:
        yield part
    for child in part.children:
        yield from _leaves(child)


def _alternative(reader: _Reader, part: Part, others: list[Part]) -> Iterator[Body]:
    """The texts of the plainest alternative that says at least half of what the longest one says."""
    chosen: tuple[list[Body], list[Part]] | None = None
    letters = 0
    for child in part.children:
        beside: list[Part] = []
        texts = list(_texts(reader, child, beside))
        size = sum(len(_LETTER.findall(each.text.text)) for each in texts)
        if chosen is None or (size and letters < _STUB * size):
            chosen, letters = (texts, (chosen[1] if chosen else []) + beside), size
        else:
            chosen[1].extend(beside)
    if chosen is not None:
        others += chosen[1]
        yield from chosen[0]


def _text(reader: _Reader, part: Part) -> Body:
    """The clean paragraphs of one part."""
    check_size(part.end - part.start, reader.wishes)
    octets = octets_of(reader.octets, part.start, part.end, part.coding, is_quoted=reader.is_quoted)
    is_html = part.kind.name == "text/html"
    decoded = _decoded(octets.octets, _declared(part, octets.octets), reader.charset)
    notes = [*decoded.notes]
    if octets.wrong:
        notes.append(note("transfer_damaged", count=octets.wrong))
    mapped = composed(octets, decoded.mapped)
    if is_html:
        from wortlaut.intake.markup.html import MOST_TAGS, fragment

        reader.tags.append(mapped.text.count("<"))
        if sum(reader.tags) > MOST_TAGS:
            raise Refused("markup_too_intricate", limit=MOST_TAGS)
        mapped = fragment(mapped)
    else:
        is_flowed = part.kind.parameters.get("format", "").lower() == "flowed"
        if is_flowed:
            mapped = _unfolded(mapped, drops_space=part.kind.parameters.get("delsp", "").lower() == "yes")
        mapped, is_signed = _unsigned(paragraphs(mapped))
        mapped = mapped if is_flowed else unwrapped(mapped)
        notes += [note("signature_cut")] * is_signed
    mapped, more = replace_no_characters(mapped)
    return Body(paragraphs(mapped), decoded.encoding, [], [*notes, *more], part.end)


def _declared(part: Part, octets: bytes) -> str | None:
    named = part.kind.parameters.get("charset")
    if named is None and part.kind.name == "text/html":
        found = _META_CHARSET.search(octets, 0, _META_WITHIN)
        named = None if found is None else found[1].decode("ascii", "replace")
    return named


def _decoded(octets: bytes, declared: str | None, given: Charset) -> Decoded:
    """The text of a part's bytes: as the user says, else as the part does where that fits, else as it looks.

    Bytes that are UTF-8 with letters beyond ASCII are that, whatever else of one byte a letter the part calls them.
    """
    if given.strict:
        return decode(octets, given)
    name = charset_named(declared)
    if name not in (None, "utf-8") and not _is_utf8(octets):
        charset = charset_of(octets[:HEAD], name)
        try:
            return decode(octets, charset, skip=charset.mark)
        except Refused:
            pass
    charset = charset_of(octets[:HEAD], None)
    found = decode(octets, charset, skip=charset.mark)
    if declared is None or octets.isascii() or found.encoding == name:
        return found
    return replace(found, notes=(*found.notes, note("charset_wrong", declared=declared[:40], encoding=found.encoding)))


def _is_utf8(octets: bytes) -> bool:
    """Whether the bytes are UTF-8 beyond doubt: with letters beyond ASCII."""
    if octets.isascii():
        return False
    try:
        octets.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _unfolded(mapped: Mapped, *, drops_space: bool) -> Mapped:
    """The text of `format=flowed` (RFC 3676) with its lines joined, as far as they are quoted equally deep."""
    edits: list[Edit] = []
    before: re.Match[str] | None = None
    for found in _SOFT_BREAK.finditer(mapped.text):
        start, end = found.span("end")
        if found.start() == len(mapped.text):
            break
        quotes, line = found["quotes"], found["line"]
        stuffed = found.start("quotes") + len(quotes)
        if before is not None and before["quotes"] == quotes and line != "-- ":
            edits.append(Edit(before.end("line") - drops_space, found.start("line"), ""))
        elif stuffed < found.start("line") and not quotes:
            edits.append(Edit(stuffed, found.start("line"), ""))
        before = found if line.endswith(" ") and line != "-- " and start < end else None
    return mapped.edited([edit for edit in edits if edit.start < edit.end])


def _unsigned(mapped: Mapped) -> tuple[Mapped, bool]:
    """The text without its signature, and whether it had one; what is quoted below the signature stays."""
    text = mapped.text
    found = _SIGNATURE.search(text)
    if found is None or not text[: found.start()].strip():
        return mapped, False
    below = _BELOW.search(text, found.end())
    end = len(text) if below is None else below.start()
    if below is not None:
        said = text.rfind("\n\n", found.end(), end)
        introduced = text[said:end].rstrip() if said >= 0 else ""
        if introduced.endswith(":"):  # „Am 3. März schrieb A. B.:“
            end = said
    if not text[found.end() : end].strip():
        return mapped, False
    return mapped.edited([Edit(found.start(), end, "\n\n")]).strip(), True


def _joined(texts: list[Mapped]) -> Mapped:
    """The texts that are not empty, a blank line between them."""
    pieces: list[Mapped] = []
    for text in texts:
        if not text.text:
            continue
        if pieces:
            place = np.repeat(pieces[-1].ends[-1:], len(_BREAK))
            pieces.append(Mapped(_BREAK, place, place))
        pieces.append(text)
    return Mapped.joined(pieces) if pieces else Mapped("", np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32))
