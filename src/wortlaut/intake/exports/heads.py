"""The head of one document in an export: what it tells, and where its text begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from wortlaut.intake.dates import parse_date
from wortlaut.intake.exports.labels import Label, coded, labelled
from wortlaut.intake.exports.layouts import Layout, Shape

__all__ = ["Head", "TextLine", "read_head"]

_COPYRIGHT = re.compile(
    r"\s*(?:(?i:copyright\b|\(c\) ?(?:copyright\b|\d{4}|[^\W\d_])|©)|All Rights Reserved|Alle Rechte vorbehalten)",
    re.DOTALL,
)
_WORDS = re.compile(r"\s*(?P<count>\d[\d.,]*)\s*(?:words?|Wörter|Worte)\s*")
_BY = re.compile(r"\s*(?:By|Von|VON)\s+(?P<name>[^\W\d_][^\d:!?]{2,80})")
_LETTER = re.compile(r"[^\W_]")
_COUNT = re.compile(r"\d[\d.,]*")
_DATE = re.compile(
    r"(?:\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}\.?\s[^\W\d_]{3,9}\.?\s\d{4}|[^\W\d_]{3,9}\s\d{1,2},\s\d{4})"
)
_BEFORE_DATE = re.compile(r"(?:[\s,;(|/–-]|\b(?:vom|v\.|den|am)(?=\s))+$", re.IGNORECASE)
_LONGEST_DATE_LINE = 80
_LONGEST_FACT = 1000  # characters
_LONGEST_HEAD = 60  # lines
_TAIL_NAMES = re.compile(
    r"[A-ZÄÖÜ-]+|Load-Date|Graphic|Classification|Language|Dauerhafte.*|Alle Rechte.*|Copyright|Dokumentnummer"
)
_TAIL = (Label.TAIL, Label.ID, Label.URL)
_NAME = re.compile(r"[^\W\d_]{3}")
_TAIL_LINES = frozenset(("Classification", "Graphic", "Grafik", "Notes"))
_LANGUAGES = frozenset("deutsch german englisch english französisch french".split())


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a text without its end: where it stands, and its words."""

    start: int
    end: int
    words: str
    number: int  # counted from the beginning of the text, the first is 1


@dataclass(slots=True)
class Head:
    """What the head of a document tells, and the stretch of lines that is its text."""

    title: str | None = None
    subtitle: str | None = None
    author: str | None = None
    source: str | None = None
    published: date | None = None
    unread_date: str | None = None
    length: int | None = None
    declared_id: str | None = None
    url: str | None = None
    first: int = 0  # number in the sequence of the lines
    behind: int = 0
    plain: list[TextLine] = field(default_factory=list)
    starts_within: int = 0  # characters of the first line that belong to its label
    is_found: bool = False  # whether the place is sure at which the text begins


def read_head(lines: Sequence[TextLine], layout: Layout) -> Head:
    """What the lines of one document say above their text, and where that stands."""
    head = Head(behind=len(lines))
    if layout.shape is Shape.CODES:
        _read_codes(head, lines)
    elif layout.shape is Shape.PLAIN:
        _read_plain(head, lines)
    else:
        _read_labels(head, lines, layout)
    _cut_tail(head, lines, layout)
    return head


def _tell(head: Head, label: Label, value: str) -> None:
    """Keeps what a label says; the first one counts."""
    value = " ".join(value.split())[:_LONGEST_FACT]
    if not value:
        return
    if label is Label.TITLE:
        head.title = head.title or value
    elif label is Label.SUBTITLE:
        head.subtitle = head.subtitle or value
    elif label is Label.AUTHOR:
        by = _BY.fullmatch(value)
        head.author = head.author or (value if by is None else by["name"])
    elif label is Label.SOURCE:
        _tell_source(head, value)
    elif label is Label.DATE:
        _tell_date(head, value)
    elif label is Label.LENGTH:
        count = _COUNT.search(value)
        head.length = head.length or (None if count is None else _whole(count[0]))
    elif label is Label.ID:
        head.declared_id = head.declared_id or value.removeprefix("Document ").removeprefix("Dokument ")
    elif label is Label.URL:
        head.url = head.url or value


def _whole(figures: str) -> int | None:
    digits = re.sub(r"[.,]", "", figures)
    return int(digits) if len(digits) < 9 else None


def _tell_source(head: Head, value: str) -> None:
    """The outlet, and the day of its issue where it stands behind (`Bote vom 03.04.2020, Seite 5`)."""
    found = _DATE.search(value)
    if found is not None and parse_date(found[0]) is not None:
        head.published = head.published or parse_date(found[0])
        value = _BEFORE_DATE.sub("", value[: found.start()])
    head.source = head.source or value.strip(" ,;") or None


def _tell_date(head: Head, value: str) -> None:
    if head.published is None:
        found = _DATE.search(value)
        head.published = parse_date(value) or (None if found is None else parse_date(found[0]))
        head.unread_date = None if head.published else head.unread_date or value


def _read_codes(head: Head, lines: Sequence[TextLine]) -> None:
    """Fields with codes; a field goes on to the next code, the text from LP or TD to the next code but these."""
    label, begun = Label.OTHER, False
    values: dict[Label, list[str]] = {}
    for at, line in enumerate(lines):
        found = coded(line.words)
        if found is not None and found.label in (Label.TEXT, Label.MORE_TEXT):
            if not begun:
                head.first, head.starts_within, begun = at, found.value, True
            head.is_found = True
        elif found is not None and begun:
            head.behind = min(head.behind, at)
        if found is not None:
            label = found.label
        words = line.words if found is None else line.words[found.value :]
        if label not in (Label.TEXT, Label.MORE_TEXT):
            values.setdefault(label, []).append(words)
    for each, parts in values.items():
        _tell(head, each, " ".join(parts))


def _read_plain(head: Head, lines: Sequence[TextLine]) -> None:
    """A title, the number of words, the day, the outlet, the rights, each on a line; then the text."""
    last = -1
    for at, line in enumerate(lines[:_LONGEST_HEAD]):
        words = line.words.strip()
        count = _WORDS.fullmatch(words)
        if count is not None and head.length is None:
            head.length, last = _whole(count["count"]), at
        elif head.length is not None and head.published is None and _tells_day(words):
            head.published, last = _day(words), at
        elif head.length is not None and _COPYRIGHT.match(words):
            last = at
            break
    before = [line for line in lines[: last + 1] if line.words.strip() and not _WORDS.fullmatch(line.words.strip())]
    plain = [line for line in before if not _tells_day(line.words.strip()) and not _COPYRIGHT.match(line.words)]
    for line in plain[1:]:
        by = _BY.fullmatch(line.words)
        if by is not None and head.author is None:
            head.author = by["name"].strip()
    names = [line.words.strip() for line in plain if not _BY.fullmatch(line.words)]
    head.title = names[0] if names else None
    days = [at for at, line in enumerate(before) if _tells_day(line.words.strip())]
    behind = [line.words.strip() for line in before[days[0] + 1 :]] if days else []
    head.source = next((name for name in behind if name.lower() not in _LANGUAGES and _NAME.search(name)), None)
    head.first, head.is_found = last + 1, head.length is not None and last >= 0


def _tells_day(words: str) -> bool:
    return len(words) <= _LONGEST_DATE_LINE and _day(words) is not None


def _day(words: str) -> date | None:
    """The day that a line names; it may have a weekday and a time around it, but no other words."""
    found = _DATE.search(words)
    if found is None:
        return None
    rest = words[: found.start()] + words[found.end() :]
    if len(re.findall(r"[^\W\d_]{2,}", rest)) > 3:
        return None
    return parse_date(found[0])


def _read_labels(head: Head, lines: Sequence[TextLine], layout: Layout) -> None:
    """Labels with blank lines between or not, plain lines above them; the text behind the last of them."""
    last, at = -1, 0
    while at < len(lines) and (at < _LONGEST_HEAD or last < 0):
        found = labelled(lines[at].words)
        if found is None:
            is_body = layout.shape is Shape.NEXIS and lines[at].words.strip() in ("Body", "Text", "Volltext")
            if is_body:
                last, head.is_found = at, True
                break
            if last >= 0 and lines[at].words.strip() and not _is_more(lines, at, last, layout):
                break
            if last < 0 and lines[at].words.strip():
                head.plain = [*head.plain, lines[at]] if _LETTER.search(lines[at].words) else []  # what is above a rule
            at += 1
            continue
        if found.label is Label.TEXT:
            head.first, head.starts_within, head.is_found = at, found.value, True
            break
        end = _value_end(lines, at)
        _tell(
            head, found.label, " ".join([lines[at].words[found.value :], *(each.words for each in lines[at + 1 : end])])
        )
        last, at = end - 1, end
    else:
        at = len(lines)
    if head.starts_within == 0 and not (head.is_found and head.first):
        head.first = last + 1
        head.is_found = head.is_found or last >= 0
    _tell_plain(head, layout)


def _value_end(lines: Sequence[TextLine], at: int) -> int:
    """The line behind a label's value; lines that are indented go on with it."""
    end = at + 1
    while end < len(lines) and lines[end].words[:2].isspace() and lines[end].words.strip():
        if labelled(lines[end].words) is not None or _COPYRIGHT.match(lines[end].words):
            break
        end += 1
    return end


def _is_more(lines: Sequence[TextLine], at: int, last: int, layout: Layout) -> bool:
    """Whether a plain line within the head only goes on with it: a label of the head follows close behind."""
    if layout.shape is not Shape.NEXIS:
        return _COPYRIGHT.match(lines[at].words) is not None
    ahead = [labelled(line.words) for line in lines[at + 1 : at + 4]]
    names = {each.label for each in ahead if each is not None}
    return bool(names & {Label.LENGTH, Label.AUTHOR}) or any(
        line.words.strip() == "Body" for line in lines[at : at + 4]
    )


def _tell_plain(head: Head, layout: Layout) -> None:
    """What the plain lines above the labels tell: title, outlet, day."""
    lines = [line for line in head.plain if not _COPYRIGHT.match(line.words) and not layout.does_begin(line.words)]
    days = [at for at, line in enumerate(lines) if _tells_day(line.words.strip())]
    if layout.shape is not Shape.NEXIS or not days:
        if lines and head.title is None:
            head.title = " ".join(lines[0].words.split())
            if len(lines) > 1 and head.subtitle is None:
                head.subtitle = " ".join(lines[1].words.split())
        return
    day = days[0]
    head.published = head.published or _day(lines[day].words.strip())
    if day and head.source is None:
        head.source = " ".join(lines[day - 1].words.split())
    above, below = lines[: max(0, day - 1)], _apart(lines[day], lines[day + 1 :])
    title = above or below
    if head.title is None and title:
        head.title = " ".join(" ".join(line.words for line in _paragraph(title)).split())


def _apart(day: TextLine, below: list[TextLine]) -> list[TextLine]:
    """The lines below without those (an edition) that stand directly under the day."""
    number = day.number
    while below and below[0].number == number + 1:
        number += 1
        below = below[1:]
    return below


def _paragraph(lines: list[TextLine]) -> list[TextLine]:
    """The first lines, up to a blank one."""
    end = 1
    while end < len(lines) and lines[end].number == lines[end - 1].number + 1:
        end += 1
    return lines[:end]


def _cut_tail(head: Head, lines: Sequence[TextLine], layout: Layout) -> None:
    """Leaves out what stands behind the text: labels, rights, the end mark; what they tell is kept."""
    for at in range(head.first, head.behind):
        found = labelled(lines[at].words) if layout.shape is not Shape.CODES else None
        is_tail = found is not None and found.label in _TAIL and _TAIL_NAMES.fullmatch(found.name) is not None
        if is_tail or (layout.shape is Shape.NEXIS and lines[at].words.strip() in _TAIL_LINES):
            if at > head.first or not head.starts_within:
                for line in lines[at : head.behind]:
                    more = labelled(line.words)
                    if more is not None and more.label in (Label.ID, Label.URL):
                        _tell(head, more.label, line.words[more.value :])
                head.behind = at
            break
    while head.behind > head.first and _is_end(lines[head.behind - 1].words, layout):
        head.behind -= 1


def _is_end(words: str, layout: Layout) -> bool:
    return layout.does_end(words) or _COPYRIGHT.match(words) is not None or _LETTER.search(words) is None
