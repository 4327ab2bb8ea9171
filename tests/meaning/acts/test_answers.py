"""Which statement answers which."""

from tests.meaning.acts.articles import Said, statements
from wortlaut.language import analyse
from wortlaut.meaning.acts import answers, judge


def answered(text: str, *said: Said) -> list[str | None]:
    document, made = analyse(text), statements(text, said)
    return list(answers(document, made, judge(document, made)))


def test_denial_answers_the_accusation_inside_it() -> None:
    text = "Adler wies den Vorwurf der Opposition zurück, sie habe Fördergeld unterschlagen."
    assert answered(
        text,
        Said(text[:-1], "wies…zurück", speaker="Adler", type="reported"),
        Said("sie habe Fördergeld unterschlagen", "Vorwurf", speaker="der Opposition", parent=0),
    ) == ["s1", None]


def test_denial_answers_the_accusation_before() -> None:
    text = (
        "Kranich warf Adler vor, Fördergeld unterschlagen zu haben. Am Montag regnete es. "
        "Adler bestritt, Fördergeld unterschlagen zu haben."
    )
    assert answered(
        text,
        Said("Fördergeld unterschlagen zu haben", "warf…vor", "Kranich warf Adler vor", "Kranich"),
        Said("Adler bestritt, Fördergeld unterschlagen zu haben", type="reported", speaker=""),
    ) == [None, "s0"]


def test_refusal_that_names_a_demand_answers_the_one_before() -> None:
    text = "Kranich forderte eine Fähre. Adler lehnte die Forderung ab, weil Geld fehle."
    assert answered(
        text,
        Said("Kranich forderte eine Fähre", type="reported", speaker="Kranich"),
        Said("weil Geld fehle", "lehnte…ab", "Adler lehnte die Forderung ab", "Adler"),
    ) == [None, "s0"]


def test_nobody_answers_himself_or_without_a_tie() -> None:
    text = "Adler forderte eine Brücke. Adler lehnte neue Steuern ab. Kranich lehnte Musik ab."
    assert answered(
        text,
        Said("Adler forderte eine Brücke", type="reported", speaker="Adler"),
        Said("Adler lehnte neue Steuern ab", type="reported", speaker="Adler"),
        Said("Kranich lehnte Musik ab", type="reported", speaker="Kranich"),
    ) == [None, None, None]
