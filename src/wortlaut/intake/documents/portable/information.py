"""What a PDF says about itself: in its information dictionary, and in its metadata (XMP)."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

from pdfminer.pdftypes import PDFStream
from pdfminer.utils import decode_text

from wortlaut.intake.documents.portable.objects import Objects
from wortlaut.intake.facts import Facts
from wortlaut.intake.markup.xml import parse_xml
from wortlaut.intake.moments import parse_when
from wortlaut.intake.reasons import Refused
from wortlaut.intake.texts.wire import clean_line

__all__ = ["facts_of"]

_DATE = re.compile(
    r"(?:D:)?(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?)?"
    r"(?:(?P<utc>Z)|(?P<sign>[+-])(?P<hours>\d\d)'?(?P<minutes>\d\d)?)?"
)
# Programs put the name of the file where the title should stand.
_FILE = re.compile(r"\.(?:docx?|dotx?|odt|rtf|indd|qxp|qxd|pdf|tex|dvi|pptx?|xlsx?|pages|txt)$", re.IGNORECASE)
_PROGRAM = re.compile(r"^(?:microsoft word|powerpoint|microsoft powerpoint|writer)\s*-\s*", re.IGNORECASE)
_EMPTY = re.compile(r"(?:untitled|unbenannt|ohne titel|dokument\d*|document\d*|titel|title)?", re.IGNORECASE)
_LARGEST_METADATA = 2**20
_LONGEST = 1_000


def facts_of(objects: Objects) -> Facts:
    """Title, author and times; the title is None where it is a file's name or none at all."""
    info = objects.info[0] if objects.info else {}
    told = {name: _text(objects, info.get(name)) for name in ("Title", "Author", "CreationDate", "ModDate")}
    more = _metadata(objects) if not (told["Title"] and told["CreationDate"]) else {}
    title = _title(told["Title"]) or _title(more.get("title", ""))
    created, created_at = _when(told["CreationDate"] or more.get("createdate", ""))
    _, updated_at = _when(told["ModDate"] or more.get("modifydate", ""))
    return Facts(
        title=title or None,
        author=told["Author"] or more.get("creator") or None,
        published=created,
        published_at=created_at,
        updated_at=updated_at if updated_at != created_at else None,
    )


def _text(objects: Objects, value: object) -> str:
    found = objects.fetched(value)
    return clean_line(decode_text(found[:_LONGEST])) if isinstance(found, bytes) else ""


def _title(title: str) -> str:
    bare = _PROGRAM.sub("", title)
    return "" if _FILE.search(bare) or _EMPTY.fullmatch(bare) else bare


def _when(value: str) -> tuple[date | None, datetime | None]:
    found = _DATE.match(value)
    if found is None:
        when = parse_when(value)
        return when.day, when.at
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
        if found["hour"] is None or not (found["utc"] or found["sign"]):
            return day, None
        shift = timedelta(hours=int(found["hours"] or 0), minutes=int(found["minutes"] or 0))
        zone = timezone(-shift if found["sign"] == "-" else shift)
        clock = (int(found["hour"]), int(found["minute"]), int(found["second"] or 0))
        return day, datetime(day.year, day.month, day.day, *clock, tzinfo=zone)
    except ValueError:
        return None, None


def _metadata(objects: Objects) -> dict[str, str]:
    """What the metadata say, by names in small letters; nothing where they are broken or too large."""
    stream = objects.fetched(objects.catalog.get("Metadata"))
    if not isinstance(stream, PDFStream):
        return {}
    data = stream.get_data()
    if len(data) > _LARGEST_METADATA:
        return {}
    try:
        root = parse_xml(data.decode("utf-8", "replace")).root
    except Refused:
        return {}
    found: dict[str, str] = {}
    for element in root.descend("title", "creator", "CreateDate", "ModifyDate"):
        found.setdefault(element.name.lower(), clean_line(element.words()[:_LONGEST]))
    for element in root.descend("Description"):
        for name in ("createdate", "modifydate"):
            found.setdefault(name, clean_line(element.get(name)[:_LONGEST]))
    return {name: value for name, value in found.items() if value}
