"""What the outlets say to people, in English and German next to each other.

The texts of errors stand in `wortlaut.error_texts`, those of refused items with the intake. Here are those of the
command line, of the page that is a file, and of the pages in the browser.
"""

from datetime import date, datetime

from wortlaut.texts import (
    actors,
    coding,
    commands,
    events,
    options,
    overview,
    page,
    problems,
    reports,
    senses,
    terms,
    timing,
    watching,
    web,
    why,
)

__all__ = ["TEXTS", "Texts", "day", "days", "moment", "month", "said_why"]

TEXTS = (
    terms.TEXTS
    | actors.TEXTS
    | coding.TEXTS
    | page.TEXTS
    | commands.TEXTS
    | events.TEXTS
    | options.TEXTS
    | overview.TEXTS
    | problems.TEXTS
    | reports.TEXTS
    | senses.TEXTS
    | timing.TEXTS
    | watching.TEXTS
    | web.TEXTS
    | why.TEXTS
)

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}


class Texts:
    """The texts in one language (`de`; anything else gives English): `texts("page.inside")`.

    A text that counts something may have another for a `count` of 1, whose key ends with `.one`.
    """

    def __init__(self, language: str) -> None:
        self.language = "de" if language == "de" else "en"

    def __call__(self, key: str, **values: object) -> str:
        """The text of that key with `values` put in."""
        message = TEXTS.get(f"{key}.one") if values.get("count") == 1 else None
        return (message or TEXTS[key]).text(self.language, values)


def said_why(why: str, texts: Texts) -> str:
    """Why something was taken back: what the agency wrote, and what the intake put in front of it in English."""
    withheld = TEXTS["retracted.withheld"].en
    return texts("retracted.withheld") + why.removeprefix(withheld) if why.startswith(withheld) else why


def day(when: date, language: str) -> str:
    """A date for people: `27 November 2025`, `27. November 2025`."""
    month = _MONTHS["de" if language == "de" else "en"].split()[when.month - 1]
    return f"{when.day}{'.' if language == 'de' else ''} {month} {when.year}"


def month(when: date, language: str) -> str:
    """The month of a day for people: `November 2025`."""
    return f"{_MONTHS['de' if language == 'de' else 'en'].split()[when.month - 1]} {when.year}"


def days(first: date, last: date, language: str) -> str:
    """From one day to another, for people: `1–7 December 2025`, `30. November – 2. Dezember 2025`; one day as `day`."""
    if first == last:
        return day(first, language)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{'.' if language == 'de' else ''}–{day(last, language)}"
    begin = day(first, language)
    return f"{begin.removesuffix(f' {last.year}')} – {day(last, language)}"


def moment(when: datetime, language: str) -> str:
    """A time in its own zone, for people: `27 November 2025, 9:05 (UTC+1)`, `27. November 2025, 9:05 Uhr (UTC+1)`."""
    hour = f"{when.hour}:{when.minute:02}{' Uhr' if language == 'de' else ''}"
    return f"{day(when, language)}, {hour}{_zone(when)}"


def _zone(when: datetime) -> str:
    away = when.utcoffset()
    if away is None:
        return ""
    minutes = round(away.total_seconds() / 60)
    if not minutes:
        return " (UTC)"
    hours, rest = divmod(abs(minutes), 60)
    return f" (UTC{'+' if minutes > 0 else '-'}{hours}{f':{rest:02}' if rest else ''})"
