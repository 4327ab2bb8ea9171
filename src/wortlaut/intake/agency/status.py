"""What agencies say about their items rather than in them: status, version, embargo, notes to editors, bylines."""

from __future__ import annotations

import re
from enum import StrEnum

from wortlaut.intake.articles import Raw, named
from wortlaut.intake.facts import Facts
from wortlaut.intake.moments import When, parse_when
from wortlaut.intake.reasons import Refused, note
from wortlaut.intake.texts.wire import clean_line
from wortlaut.texts import TEXTS
from wortlaut.types import Origin, Withdrawn

__all__ = [
    "Status",
    "author_of",
    "code_of",
    "embargo_notes",
    "revision_of",
    "shortened",
    "shown",
    "status_of",
    "withdrawn",
]


class Status(StrEnum):
    """Whether an item may be used."""

    USABLE = "usable"
    WITHHELD = "withheld"  # not until further notice
    CANCELED = "canceled"  # never again: a kill


# IPTC's codes are `usable`, `withheld`, `canceled` (and NITF's `embargoed`); the others are spellings met beside them.
_CANCELED = frozenset("canceled cancelled cancel killed kill deleted withdrawn".split())
_WITHHELD = frozenset("withheld hold held".split())
_LONGEST_WHY = 300  # characters
# A headline that tells of the withdrawal; the headline of the item itself is no reason.
_TELLS = re.compile(
    r"\b(?:kill|cancel|withdraw|withh[eo]ld|retract|storn|annull|gestrichen|streich|lösch|gelöscht|gesperrt|sperr|zurückgez"
    r"|zurückgenomm|zurückzuz|rückzug|widerruf|nicht (?:zu )?(?:verwenden|verwendbar|veröffentlichen))",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:von|by|aus .{1,40} von)\s+", re.IGNORECASE)


def code_of(name: str) -> str:
    """The code at the end of a qualified name or address: `canceled` of `stat:canceled`."""
    return re.split(r"[:/#]", name.strip())[-1].lower()


def status_of(name: str) -> Status:
    """What a status code means; what is not known, or not said, is usable (as the standards have it)."""
    code = code_of(name)
    if code in _CANCELED:
        return Status.CANCELED
    return Status.WITHHELD if code in _WITHHELD else Status.USABLE


def withdrawn(status: Status, facts: Facts, raw: Raw, origin: Origin, *, why: str | None) -> Withdrawn:
    """That the item of which `facts` are told is taken back, with what the agency says about it.

    A withheld item is taken back like a killed one: nothing of it may be used until a usable version follows. Raises
    `Refused` where nobody can know which item is meant.
    """
    if facts.declared_id is None and facts.url is None:
        raise Refused("agency_kill_unnamed", status=status.value)
    said = shortened(why or "")
    if not said and facts.title is not None and _TELLS.search(facts.title):
        said = shortened(facts.title)
    if status is Status.WITHHELD:
        withheld = TEXTS["retracted.withheld"].en
        said = f"{withheld}: {said}" if said else withheld
    return Withdrawn(
        named(facts),
        origin,
        declared_id=facts.declared_id,
        source=facts.source,
        why=said or None,
        at=facts.updated_at or facts.published_at,
        revision=facts.revision,
        raw=raw.octets,
    )


def shortened(text: str) -> str:
    """`text` as one line of at most 300 characters."""
    line = clean_line(text[: _LONGEST_WHY * 20])
    return line if len(line) <= _LONGEST_WHY else line[: _LONGEST_WHY - 1].rstrip() + "…"


def shown(text: str | None, most: int = 80) -> str:
    """An id, an address or a code as a message shows it: at most so many characters, a dash for none."""
    line = " ".join((text or "").split())
    return (line if len(line) <= most else line[: most - 1] + "…") or "–"


def revision_of(value: object) -> int | None:
    """The number of a version, None where it is no small whole number."""
    text = str(value).strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def author_of(byline: str) -> str | None:
    """Who wrote an item, of a byline such as `Von Mira Löhn`."""
    line = clean_line(byline)
    return _BYLINE.sub("", line, count=1) if _BYLINE.match(line) else line or None


def embargo_notes(value: str | None, sent: When) -> tuple[str, ...]:
    """A note on an embargo that was not over when the item was sent; with an empty `value` nobody knows its end."""
    if value is None:
        return ()
    until = parse_when(value)
    if until.day is None:
        return (note("agency_embargo_open"),)
    if until.at is not None and sent.at is not None:
        is_over = until.at <= sent.at
    else:
        is_over = sent.day is not None and until.day < sent.day
    return () if is_over else (note("agency_embargo", until=(until.at or until.day).isoformat()),)
