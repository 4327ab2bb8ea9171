"""When a page says that its article was published and changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from wortlaut.intake.dates import parse_date
from wortlaut.intake.markup.tree import Element
from wortlaut.intake.moments import parse_local
from wortlaut.intake.pages.blocks import Block
from wortlaut.intake.pages.linked_data import LinkedArticle
from wortlaut.intake.pages.metas import Metas
from wortlaut.intake.pages.view import ends_sentence
from wortlaut.intake.pages.written import WRITTEN

__all__ = ["times_of"]

_CHANGED = re.compile(r"aktualisiert|update|geändert|zuletzt|bearbeitet|modified|letzte änderung|stand", re.IGNORECASE)

_NAMES_IT = re.compile(r"""(?:itemprop|property)\s*=\s*["']?[^"'>]*$""", re.IGNORECASE)
_BEFORE = 200  # characters before a name that are looked at

_Time = date | datetime


def times_of(
    page: str, top: Element, linked: LinkedArticle | None, metas: Metas, near: Sequence[Block]
) -> tuple[_Time | None, _Time | None]:
    """When the article was published, and when it was last changed; a day where only that is known."""
    told = [*_linked_times(linked, "datePublished", "dateCreated"), *_read(metas.published)]
    told += [*_marked(page, top, "datepublished"), *_read(metas.dated)]
    changed = [*_linked_times(linked, "dateModified"), *_read(metas.updated), *_marked(page, top, "datemodified")]
    if not told or not isinstance(told[0], datetime) or not changed:
        written, rewritten = _written(page, top, near)
        told, changed = [*told, *written], [*changed, *rewritten]
    return _finest(told), _finest(changed)


def _finest(times: Sequence[_Time]) -> _Time | None:
    """The first of the times, or a finer one of the same day."""
    if not times or isinstance(times[0], datetime):
        return times[0] if times else None
    return next((each for each in times if isinstance(each, datetime) and each.date() == times[0]), times[0])


def _is_day(moment: datetime) -> bool:
    """Whether midnight in universal time stands for a day whose time is not known."""
    return moment.utcoffset() == timedelta(0) and (moment.hour, moment.minute, moment.second) == (0, 0, 0)


def _linked_times(linked: LinkedArticle | None, *names: str) -> Iterator[_Time]:
    return _read(filter(None, (linked.text(name) for name in names))) if linked is not None else iter(())


def _read(values: Iterable[str]) -> Iterator[_Time]:
    for value in values:
        at = parse_local(value)
        found: _Time | None = parse_date(value) if at is None or _is_day(at) else at
        if found is not None:
            yield found


def _marked(page: str, top: Element, name: str) -> Iterator[_Time]:
    """Times in elements that microdata name so."""
    if not _is_named(page, name):
        return
    for each in top.descend():
        named = (
            (each.get("itemprop") or each.get("property")).lower()
            if name in page[each.start : each.inner].lower()
            else ""
        )
        if name in (one.rpartition(":")[2] for one in named.split()):
            yield from _read(filter(None, (each.get("datetime"), each.get("content"), " ".join(each.words().split()))))


def _is_named(page: str, name: str) -> bool:
    """Whether an attribute of microdata may have the name; its last letters are always small."""
    tail = name.removeprefix("date")[1:]
    at = page.find(tail)
    while at >= 0:
        if _NAMES_IT.search(page, max(0, at - _BEFORE), at) is not None:
            return True
        at = page.find(tail, at + 1)
    return False


def _written(page: str, top: Element, near: Sequence[Block]) -> tuple[list[_Time], list[_Time]]:
    """The times that stand around the heading: of publication, and of changes."""
    published: list[_Time] = []
    changed: list[_Time] = []
    for block in near:
        times = [each for each in block.holder.descend("time") if each.get("datetime")]
        if block.holder.name == "time" and block.holder.get("datetime"):
            times.append(block.holder)
        for each in times:
            before = page[max(block.holder.start, each.start - 60) : each.start] + each.get("class") + each.words()
            (changed if _CHANGED.search(before) else published).extend(_read((each.get("datetime"),)))
        if len(block.text) < 200 and not _is_running(block.text):
            at = 0
            for found in WRITTEN.finditer(block.text):
                is_change = _CHANGED.search(block.text[at : found.start()]) is not None
                at = found.end()
                (changed if is_change else published).extend(_read((found[0].strip(" ,|–—·•-"),)))
    return sorted(published, key=lambda each: not isinstance(each, datetime)), changed


def _is_running(text: str) -> bool:
    """Whether a date stands in running text, which tells of other days."""
    return ends_sentence(text) and len(WRITTEN.sub("", text)) > 40
