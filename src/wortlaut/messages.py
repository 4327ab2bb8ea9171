"""Texts for people, in English and German, filled with values only when they are shown.

Errors (`wortlaut.errors`) and refusals carry a code and values; whoever shows them chooses the language::

    MESSAGES = {"file_empty": Message(en="{path} is empty: …", de="{path} ist leer: …")}
    MESSAGES["file_empty"].text("de", {"path": path})
"""

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Message"]


@dataclass(frozen=True, slots=True)
class Message:
    """One text in both languages, with `{name}` where a value goes; literal braces are doubled."""

    en: str
    de: str

    def text(self, language: str, values: Mapping[str, object]) -> str:
        """The text in `language` (`de`; anything else gives English) with `values` put in."""
        return (self.de if language == "de" else self.en).format_map(values)
