"""What the outlets say to people, in English and German next to each other.

The texts of errors stand in `wortlaut.error_texts`, those of refused items with the intake. Here are those of the
command line and of the page.
"""

from datetime import date

from wortlaut.texts import commands, options, page, problems, reports, terms

__all__ = ["TEXTS", "Texts", "day"]

TEXTS = terms.TEXTS | page.TEXTS | commands.TEXTS | options.TEXTS | problems.TEXTS | reports.TEXTS

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}


class Texts:
    """The texts in one language (`de`; anything else gives English): `texts("page.inside")`."""

    def __init__(self, language: str) -> None:
        self.language = "de" if language == "de" else "en"

    def __call__(self, key: str, **values: object) -> str:
        """The text of that key with `values` put in."""
        return TEXTS[key].text(self.language, values)


def day(when: date, language: str) -> str:
    """A date for people: `27 November 2025`, `27. November 2025`."""
    month = _MONTHS["de" if language == "de" else "en"].split()[when.month - 1]
    return f"{when.day}{'.' if language == 'de' else ''} {month} {when.year}"
