"""Numbers as people write them: `12,345.6` in English, `12.345,6` in German."""

from datetime import UTC, datetime

from wortlaut.texts import Texts

__all__ = ["clock", "count", "decimal", "moment", "percent"]


def count(number: int, language: str) -> str:
    """A whole number with its thousands parted."""
    return _localised(f"{number:,}", language)


def decimal(number: float, language: str) -> str:
    """A number with one digit behind the point, none where it is 100 or more."""
    return _localised(f"{number:,.1f}" if number < 100 else f"{number:,.0f}", language)


def percent(share: float, language: str) -> str:
    """A share of 1 in per cent."""
    return Texts(language)("percent", number=round(share * 100))


def clock(seconds: float) -> str:
    """A duration as `1:02:03` or `2:03`."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def moment(when: datetime, language: str) -> str:
    """A point in time to the minute, in UTC: `2026-11-23 16:05 UTC`, `23.11.2026 16:05 UTC`."""
    form = "%d.%m.%Y %H:%M UTC" if language == "de" else "%Y-%m-%d %H:%M UTC"
    return when.astimezone(UTC).strftime(form)


def _localised(written: str, language: str) -> str:
    return written.translate(str.maketrans(",.", ".,")) if language == "de" else written
