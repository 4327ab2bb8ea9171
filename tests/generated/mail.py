"""Generated e-mail: messages in all codings, alternatives, parts within parts, mailboxes."""

from __future__ import annotations

import base64
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from email.header import Header

from tests.generated.base import (
    NAMES,
    PLACES,
    Atom,
    Expected,
    Generated,
    Maker,
    day_of,
    expected_of,
    paragraphs,
    plain_atoms,
)

__all__ = ["MAKERS"]

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NARROW = "iso-8859-15"


def _quoted(chance: random.Random, atoms: Sequence[Atom], charset: str) -> list[Atom]:
    """The atoms in quoted-printable, with soft line breaks between them."""
    written: list[Atom] = []
    for atom in atoms:
        pieces = [
            sign
            if sign in "\r\n"
            or (sign.isascii() and sign not in "= \t" and chance.random() > 0.02)
            or (sign == " " and atom.text == " ")
            else "".join(f"={octet:02X}" for octet in sign.encode(charset))
            for sign in atom.written
        ]
        written.append(Atom(atom.text, "".join(pieces)))
        if atom.text and not atom.text.isspace() and chance.random() < 0.02:
            written.append(Atom("", chance.choice(("=\r\n", "= \n", "=\n"))))
    return written


def _in_base64(atoms: Sequence[Atom], charset: str, before: bytes, behind: bytes, **known: object) -> Expected:
    """The article of which all bytes are written in base64, in lines of 76 signs."""
    plain = expected_of(atoms, charset)
    coded = base64.b64encode(plain.raw)
    lines = b"\r\n".join(coded[at : at + 76] for at in range(0, len(coded), 76))

    def place(sign: int) -> int:
        return len(before) + sign + sign // 76 * 2

    starts = tuple(place(at * 8 // 6) for at in plain.starts)
    ends = tuple(place((at * 8 - 1) // 6) + 1 for at in plain.ends)
    for at, (start, end) in enumerate(zip(plain.starts, plain.ends, strict=True)):
        if start == end:  # put in: no bytes of its own
            starts = (*starts[:at], ends[at], *starts[at + 1 :])
    return Expected(plain.text, before + lines + behind, starts, ends, **known)  # type: ignore[arg-type]  # its own fields


def _headers(chance: random.Random, title: str, day: date) -> list[str]:
    """The headers of a message but for those of its body; the subject in one of the ways to write it."""
    prefix = chance.choice(("", "", "Re: ", "WG: ", "AW: Fwd: "))
    subject = chance.choice(
        (prefix + title, str(Header(prefix + title, "utf-8").encode()), Header(prefix + title, _NARROW).encode())
    )
    headers = [
        f"From: {chance.choice(NAMES)} <presse@beispiel.example>",
        f"Date: {_DAYS[day.weekday()]}, {day.day} {_MONTHS[day.month - 1]} {day.year} 10:07:00 +0200",
        f"Subject: {subject}",
        f"Message-ID: <{chance.randrange(10**9):09}@beispiel.example>",
        "MIME-Version: 1.0",
        "X-Lang: a\r\n\tb",
    ]
    chance.shuffle(headers)
    return headers


def _message(chance: random.Random, *, is_boxed: bool = False) -> Expected:
    """A message whose text is plain."""
    charset, shown = chance.choice((("utf-8", "utf-8"), ("utf-8", '"UTF-8"'), (_NARROW, "ISO-8859-15")))
    narrow = charset != "utf-8"
    coding = chance.choice(("quoted-printable", "base64", "8bit"))
    written = paragraphs(chance, plain=narrow)
    if narrow:
        written = [each.replace("„", "»").replace("“", "«").replace("–", "-").replace("‚", "»") for each in written]
    if coding == "base64":  # neighbours share signs, so that the marks of paragraphs have no bytes for themselves
        written = written[:1]
    atoms = plain_atoms(chance, written, narrow=True)
    if is_boxed and coding == "8bit":
        atoms = [
            Atom("", ""),
            *(Atom(sign, sign) for sign in "Erstens\n"),
            Atom("", ">"),
            *(Atom(sign, sign) for sign in "From hier."),
            Atom("\n\n", "\n\n"),
            *atoms,
        ]
    title = f"{chance.choice(PLACES)} und {chance.choice(PLACES)}"
    day = day_of(chance)
    own = [f"Content-Type: text/plain; charset={shown}", f"Content-Transfer-Encoding: {coding}"]
    before, behind = _around(chance, _headers(chance, title, day), own)
    if coding == "base64":
        return _in_base64(atoms, charset, before.encode(), behind.encode(), title=title, published=day)
    if coding == "quoted-printable":
        atoms, charset = _quoted(chance, atoms, charset), "ascii"
    made = expected_of(atoms, charset, title=title, published=day)
    head = before.encode()
    shift = len(head)
    return replace(
        made,
        raw=head + made.raw + behind.encode(),
        starts=tuple(shift + each for each in made.starts),
        ends=tuple(shift + each for each in made.ends),
    )


def _around(chance: random.Random, headers: Sequence[str], own: Sequence[str]) -> tuple[str, str]:
    """What stands before and behind the text: headers, and the other parts where it is one of several."""
    head, body = "\r\n".join(headers) + "\r\n", "\r\n".join(own) + "\r\n\r\n"
    shape = chance.randrange(4)
    if shape == 0:
        return head + body, ""
    if shape == 1:
        return (
            f'{head}Content-Type: multipart/alternative; boundary="=_a"\r\n\r\nVorspann\r\n--=_a\r\n{body}',
            "\r\n--=_a\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Kurz.</p>\r\n--=_a--\r\n",
        )
    picture = "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <x>\r\n\r\niVBORw0KGgo=\r\n"
    if shape == 2:
        return (
            f"{head}Content-Type: multipart/signed;\r\n boundary=b1 (so)\r\n\r\n--b1\r\n{body}",
            "\r\n--b1\r\nContent-Type: application/pgp-signature\r\n\r\nabc\r\n--b1--",
        )
    return (
        f"{head}Content-Type: multipart/related; boundary=b1\r\n\r\n--b1\r\n"
        f"Content-Type: multipart/mixed; boundary=b12\r\n\r\n--b12\r\n{body}",
        f"\r\n--b12--\r\n--b1\r\n{picture}--b1--\r\nNachspann\r\n",
    )


def _has_unread(made: Expected) -> bool:
    """Whether something is attached that is not read, which is noted."""
    return b"image/png" in made.raw or b"pgp-signature" in made.raw


def _eml(chance: random.Random, number: int) -> Generated:
    made = _message(chance)
    while _has_unread(made):
        made = _message(chance)
    return Generated(f"{number:06}.eml", made.raw, "mail", _encoding(made), (made,))


def _encoding(made: Expected) -> str:
    return "iso8859-15" if b"ISO-8859-15" in made.raw else "utf-8"


def _mbox(chance: random.Random, number: int) -> Generated:
    messages: list[Expected] = []
    wanted = chance.randint(1, 3)
    while len(messages) < wanted:
        made = _message(chance, is_boxed=True)
        if not _has_unread(made) and (not messages or _encoding(made) == _encoding(messages[0])):
            ended = made.raw if made.raw.endswith(b"\n") else made.raw + b"\n"
            messages.append(replace(made, raw=ended))
    raw = b"\n".join(b"From presse@beispiel.example Tue Mar  5 10:00:00 2024\n" + made.raw for made in messages)
    return Generated(f"{number:06}.mbox", raw, "mbox", _encoding(messages[0]), tuple(messages))


MAKERS: tuple[Maker, ...] = (_eml, _mbox)
