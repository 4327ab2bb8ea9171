"""Whether the facts that were taken out of a page are right: see `pages.md`."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from evaluation.extractors import Extracted, Fact
from evaluation.gold_pages import Gold
from evaluation.paragraphs import words_of

__all__ = ["asked", "is_right"]

_BERLIN = ZoneInfo("Europe/Berlin")  # what is meant where no zone is said: Vienna's and Zürich's time is the same


def asked(fact: Fact, gold: Gold) -> bool:
    """Whether the page tells enough to ask for the fact: the minute cannot be asked for where only a day is known."""
    return fact is not Fact.MINUTE or isinstance(gold.published, datetime)


def is_right(fact: Fact, gold: Gold, found: Extracted) -> bool:
    """Whether what was found is what is right, `None` where the page tells nothing among that."""
    match fact:
        case Fact.TITLE:
            return _same(found.title, gold.title)
        case Fact.SUBTITLE:
            if gold.subtitle is None and found.subtitle is not None:
                return any(_same(found.subtitle, paragraph) for paragraph in gold.paragraphs[:1])  # the lead
            return _same(found.subtitle, gold.subtitle)
        case Fact.KICKER:
            return _same(found.kicker, gold.kicker)
        case Fact.AUTHORS:
            return _persons(found.authors, gold.credits) == _persons(gold.authors, gold.credits)
        case Fact.DAY:
            return _day(found.published) == _day(gold.published)
        case Fact.MINUTE:
            return _same_minute(found.published, gold.published)
        case Fact.UPDATED:
            if gold.updated is None:
                return found.updated is None or _same_minute(found.updated, gold.published)
            return _same_minute(found.updated, gold.updated)
        case Fact.OUTLET:
            return _is_outlet(found.outlet, gold)
        case Fact.CANONICAL:
            return _address(found.canonical) == _address(gold.canonical)
        case Fact.KIND:
            return found.kind is gold.kind


def _same(left: str | None, right: str | None) -> bool:
    return words_of(left or "") == words_of(right or "")


def _persons(names: Sequence[str], credited: Sequence[str]) -> set[tuple[str, ...]]:
    return {words_of(name) for name in names} - {words_of(name) for name in credited} - {()}


def _is_outlet(found: str | None, gold: Gold) -> bool:
    if gold.outlet is None:
        return found is None
    return words_of(found or "") in {words_of(name) for name in (gold.outlet, *gold.outlet_also)}


def _day(moment: datetime | date | None) -> date | None:
    return _local(moment).date() if isinstance(moment, datetime) else moment


def _same_minute(left: datetime | date | None, right: datetime | date | None) -> bool:
    """Whether both are the same minute, or the same day where the right one tells no more."""
    if not isinstance(right, datetime):
        return _day(left) == right
    if not isinstance(left, datetime):
        return False
    return _local(left).replace(second=0, microsecond=0) == _local(right).replace(second=0, microsecond=0)


def _local(moment: datetime) -> datetime:
    return moment.replace(tzinfo=_BERLIN) if moment.tzinfo is None else moment.astimezone(_BERLIN)


def _address(url: str | None) -> str | None:
    return url.partition("#")[0].removesuffix("/") if url else None
