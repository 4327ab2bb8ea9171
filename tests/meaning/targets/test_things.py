"""Things in the nominative."""

import pytest

from wortlaut.language import analyse
from wortlaut.meaning.targets.things import base_of, thing_name
from wortlaut.meaning.who.text import Text


def named(words: str, head: str, article: str) -> str:
    text = Text(analyse(words))
    return thing_name(text, 0, text.forms.index(head), len(text.forms), article=article)


@pytest.mark.parametrize(
    ("words", "head", "article", "name"),
    [
        ("des geplanten Stellenabbaus", "Stellenabbaus", "des", "der geplante Stellenabbau"),
        ("der neuen Regelung", "Regelung", "der", "die neue Regelung"),
        ("den schweren Vorwürfen", "Vorwürfen", "den", "die schweren Vorwürfe"),
        ("alten Menschen", "Menschen", "", "alte Menschen"),
        ("den Soldaten", "Soldaten", "den", "die Soldaten"),
        ("neuen Angriffen", "Angriffen", "", "neue Angriffe"),
        ("einem langen Streik", "Streik", "einem", "ein langer Streik"),
        ("den Beschluss", "Beschluss", "den", "der Beschluss"),
        ("diesem Vorhaben", "Vorhaben", "diesem", "dieses Vorhaben"),
        ("seiner Rückkehr", "Rückkehr", "seiner", "seine Rückkehr"),
        ("großen Schäden", "Schäden", "", "große Schäden"),
        ("die Absage der Feier", "Absage", "die", "die Absage der Feier"),
    ],
)
def test_thing_stands_in_the_nominative(words: str, head: str, article: str, name: str) -> None:
    assert named(words, head, article) == name


def test_article_in_a_preposition_is_written_out() -> None:
    text = Text(analyse("zum Rücktritt"))
    assert thing_name(text, 1, 1, 2, article="zum") == "der Rücktritt"


def test_noun_is_known_by_its_singular() -> None:
    assert [base_of(form) for form in ("Vorwürfen", "Beschluss", "Zwölfdeich")] == [
        "Vorwurf",
        "Beschluss",
        "Zwölfdeich",
    ]
