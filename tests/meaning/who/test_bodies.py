"""Organisations of a text."""

import pytest

from wortlaut.language import analyse
from wortlaut.meaning.who.bodies import bodies_of
from wortlaut.meaning.who.people import people_of
from wortlaut.meaning.who.text import Text


def bodies(words: str) -> list[tuple[str, int]]:
    """Name and number of mentions of each."""
    text = Text(analyse(words))
    return [(body.name, len(body.mentions)) for body in bodies_of(text, people_of(text)).bodies]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Gestern schwieg die afghanische Regierung.", [("afghanische Regierung", 1)]),
        ("Ein Sprecher des russischen Außenministeriums.", [("russisches Außenministerium", 1)]),
        ("Die Zeitung „Elbkurier“ berichtet. Der „Elbkurier“ hat recht.", [("Elbkurier", 2)]),
        ("Die Nordelbische Umweltorganisation (NUO) klagt. Die NUO hofft.", [("Nordelbische Umweltorganisation", 3)]),
        (
            "Der Allgemeine Elbische Segel-Club (AESC) segelt. Der AESC hofft.",
            [("Allgemeiner Elbischer Segel-Club", 3)],
        ),
        ("Die XYZ (Xanthian Yard Zone) baut.", [("Xanthian Yard Zone", 2)]),
        ("Die Staatsanwaltschaft Bremen klagt. Die Staatsanwaltschaft hofft.", [("Staatsanwaltschaft Bremen", 2)]),
        ("Die Weltraumbehörde ELB startet. Die Behörde wartet.", [("ELB", 1), ("Behörde", 1)]),
        ("Der Verband kommunaler Häfen klagt.", [("Verband kommunaler Häfen", 1)]),
        ("Die Gruppe „Ärzte ohne Grenzen“ hilft. Ärzte ohne Grenzen hofft.", [("Ärzte ohne Grenzen", 2)]),
        ("Das Umweltministerium des Landes prüft. Das Umweltministerium hofft.", [("Umweltministerium des Landes", 2)]),
    ],
)
def test_bodies_and_their_mentions(words: str, expected: list[tuple[str, int]]) -> None:
    assert bodies(words) == expected
