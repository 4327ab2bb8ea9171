"""Why intake refuses an item, and what it notes on one that it takes: every sentence in English and German.

The sentences stand in the modules beside this one, by what they are about.
"""

from __future__ import annotations

import re
from functools import cache

from wortlaut.intake.reasons import agency, archives, documents, files, mail, pages, tables, web
from wortlaut.intake.reasons.files import PROBLEMS
from wortlaut.messages import Message
from wortlaut.types import Origin, Reason, Rejected, Stage

__all__ = ["NOTES", "PROBLEMS", "REFUSALS", "Refused", "message", "note", "reject", "say", "say_note", "say_place"]

_MODULES = (files, archives, pages, agency, tables, documents, mail, web)
REFUSALS: dict[str, Message] = {code: text for module in _MODULES for code, text in module.REFUSALS.items()}
NOTES: dict[str, Message] = {code: text for module in _MODULES for code, text in module.NOTES.items()}


class Refused(Exception):
    """What a form raises to refuse the item in hand; it never leaves intake."""

    def __init__(self, code: str, /, **details: object) -> None:
        super().__init__(code)
        self.why = Reason(code, tuple((name, str(value)) for name, value in details.items()))

    @classmethod
    def of(cls, why: Reason) -> Refused:
        """What refuses an item for that reason."""
        return cls(why.code, **dict(why.details))


def reject(why: Reason, origin: Origin) -> Rejected:
    """The refusal of the item at `origin`."""
    return Rejected(say(why), Stage.INTAKE, origin, why)


def say(why: Reason, language: str = "en") -> str:
    """The sentences for `why` in `language` (`en` or `de`), without the origin."""
    values = dict(why.details)
    problem = PROBLEMS.get(values.get("problem", ""))
    if problem is not None:
        values["problem"] = problem.text(language, {})
    text = REFUSALS.get(why.code)
    return why.code if text is None else text.text(language, values)  # other packages' forms say it in words


def message(rejected: Rejected, language: str = "en") -> str:
    """The whole message about a refused item in `language` (`en` or `de`): where, what was wrong, what to do."""
    reason = rejected.reason if rejected.why is None else say(rejected.why, language)
    return f"{say_place(rejected.origin, language)}: {reason}"


def say_place(origin: Origin, language: str = "en") -> str:
    """Where an item came from in `language` (`en` or `de`): the path, the record and the line."""
    record, line = ("Datensatz", "Zeile") if language == "de" else ("record", "line")
    parts = [origin.path]
    if origin.record is not None:
        parts.append(f"{record} {origin.record}")
    if origin.line is not None:
        parts.append(f"{line} {origin.line}")
    return ", ".join(parts)


def note(code: str, /, **details: object) -> str:
    """The English sentence for an article's notes."""
    return NOTES[code].text("en", details)


def say_note(text: str, language: str = "en") -> str:
    """An article's note, kept in English, in `language` (`en` or `de`); a text that is no note is given back."""
    if language != "de":
        return text
    for each in NOTES.values():
        found = _pattern(each.en).fullmatch(text)
        if found is not None:
            return each.text(language, found.groupdict())
    return text


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """What matches the sentences made from `template`, with its values as named groups."""
    literal = re.escape(template)
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.*)", literal), re.DOTALL)
