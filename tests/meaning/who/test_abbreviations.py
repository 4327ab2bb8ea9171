"""What abbreviations stand for."""

import pytest

from wortlaut.language import analyse
from wortlaut.meaning.who.abbreviations import long_forms
from wortlaut.meaning.who.text import Text


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Die Nordelbische Umweltorganisation (NUO) klagt.", [("NUO", "Nordelbische Umweltorganisation")]),
        ("Die NUO (Nordelbe United Office) klagt.", [("NUO", "Nordelbe United Office")]),
        ("Der „Elbische Ruder-Bund“, kurz „ERB“, rudert.", [("ERB", "Elbische Ruder-Bund")]),
        ("Die Gruppe freedom national (fn) klagt.", [("fn", "freedom national")]),
        ("Der elbische Gerichtshof (GH) tagt.", [("GH", "elbische Gerichtshof")]),
        ("Anna Lohfeldt (EUO) klagt.", []),
        ("Sie kam (nach Jahren) zurück.", []),
    ],
)
def test_long_forms(words: str, expected: list[tuple[str, str]]) -> None:
    text = Text(analyse(words))
    assert [(long.short, " ".join(text.forms[long.start : long.end])) for long in long_forms(text)] == expected
