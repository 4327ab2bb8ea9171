"""Organisations of a text."""

import pytest

from tests.meaning.who.articles import shown
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


@pytest.mark.parametrize(
    ("text", "quote", "mention", "name"),
    [
        (
            "Das Verteidigungsministerium der Vereinigten Inseln erklärte, der Hafen sei sicher.",
            "der Hafen sei sicher",
            "Das Verteidigungsministerium der Vereinigten Inseln",
            "Verteidigungsministerium der Vereinigten Inseln",
        ),
        (
            "Der Prozess vor dem Landgericht Musterstadt begann. Laut Gericht sei der Zeuge krank.",
            "der Zeuge krank",
            "Gericht",
            "Landgericht Musterstadt",
        ),
        (
            "Die „Neue Mitte“ sagte, das Wasser sei kalt.",
            "das Wasser sei kalt",
            "Die „Neue Mitte“",
            "Neue Mitte",
        ),
        (
            "Elbtal Watch International zählte. Nach Angaben von EWI sei das Wasser kalt.",
            "sei das Wasser kalt",
            "Angaben von EWI",
            "Elbtal Watch International",
        ),
        (
            "Die Staatsanwaltschaft in Musterstadt klagte. Die Staatsanwaltschaft sagte, der Zeuge sei krank.",
            "der Zeuge sei krank",
            "Die Staatsanwaltschaft",
            "Staatsanwaltschaft in Musterstadt",
        ),
    ],
)
def test_body_is_named_as_fully_as_the_article_does(text: str, quote: str, mention: str, name: str) -> None:
    assert shown(text, (quote, mention)) == [[("organisation", name)]]


def test_several_of_a_sort_are_told_one_by_one() -> None:
    text = "Ziel der Unternehmen Elbtal und Hallig ist es, den Fluss zu reinigen."
    assert shown(text, ("den Fluss zu reinigen", "der Unternehmen Elbtal und Hallig")) == [
        [("organisation", "Elbtal"), ("organisation", "Hallig")]
    ]


@pytest.mark.parametrize(
    ("mention", "kind"),
    [("Die örtlichen Behörden", "group"), ("Die französischen Behörden", "organisation")],
)
def test_authorities_are_one_body_where_a_land_tells_them_apart(mention: str, kind: str) -> None:
    text = f"{mention} sagten, der Deich sei sicher."
    ((party,),) = shown(text, ("der Deich sei sicher", mention))
    assert party[0] == kind


def test_spokesman_is_not_the_body_that_explains_his_company() -> None:
    text = "Ein Vertreter des Mutterkonzerns, Elbtal AG, sagte, der Deich sei sicher."
    mention = "Ein Vertreter des Mutterkonzerns, Elbtal AG"
    ((party,),) = shown(text, ("der Deich sei sicher", mention))
    assert party[0] == "unnamed"
