"""Names of persons in a text, and the roles beside them."""

import pytest

from wortlaut.language import analyse
from wortlaut.meaning.who.names import descriptions_of, name_runs
from wortlaut.meaning.who.text import Text


def names(words: str) -> list[str]:
    return [" ".join(run.name) for run in name_runs(Text(analyse(words)))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Gestern kam Anna Lohfeldt.", ["Anna Lohfeldt"]),
        ("Gestern kam Ministerin Lohfeldt.", ["Lohfeldt"]),
        ("Gestern kam Karl von Moosheim.", ["Karl von Moosheim"]),
        ("Gestern kam Peter M. Lohfeldt.", ["Peter M. Lohfeldt"]),
        ("Das ist die Meinung Anna Lohfeldts. Lohfeldt schwieg.", ["Anna Lohfeldt"]),
        ("Gestern kam der Chef des Amtes, Alpha Omar Lohfeldt, heim.", ["Alpha Omar Lohfeldt"]),
        ("Gestern kam Sprecher Mark Turm heim.", ["Mark Turm"]),
        ("Gestern kam Konzernsprecher Lohfeldt-Moos heim.", ["Lohfeldt-Moos"]),
        ("Gestern kam die Polizei in Moskau.", []),
        ("Die Regierung berät.", []),
    ],
)
def test_names_are_found(words: str, expected: list[str]) -> None:
    assert names(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Gestern kam US-Unterhändler Kurt Lohfeldt.", ["US-Unterhändler"]),
        ("Gestern kam die frühere Ministerin Anna Lohfeldt.", ["frühere Ministerin"]),
        ("Der Leiter des Amtes, Kurt Lohfeldt, schwieg.", ["Leiter des Amtes"]),
        ("Kurt Lohfeldt, der Leiter des Amtes, schwieg.", ["Leiter"]),
        ("Ein Sprecher Kurt Lohfeldts schwieg. Lohfeldt auch.", []),
    ],
)
def test_roles_beside_a_name(words: str, expected: list[str]) -> None:
    text = Text(analyse(words))
    run = next(iter(name_runs(text)))
    assert [" ".join(text.forms[role.start : role.end]) for role in descriptions_of(text, run)] == expected
