import pytest

from tests.builder import place
from wortlaut.decisions import NO_PARENT, Values
from wortlaut.errors import NotInText
from wortlaut.service.placing import Wording, placed
from wortlaut.types import Medium, Span, StatementType

TEXT = (
    "Zum Streit.\n\n„Die Brücke bleibt – vorerst –  zu“, sagte Kersten zu Ben. Kersten ging dann.\n"
    "„Er geht's an“, sagte er. Die Brücke ist alt."
)
QUOTE = place(TEXT, "„Die Brücke bleibt – vorerst –  zu“")


def words(spans: tuple[Span, ...] | None) -> list[str]:
    return [span.of(TEXT) for span in spans or ()]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Die Brücke bleibt", "Die Brücke bleibt"),
        ("bleibt - vorerst - zu", "bleibt – vorerst –  zu"),
        ('"Die Brücke bleibt — vorerst —\nzu"', "„Die Brücke bleibt – vorerst –  zu“"),
        ("»Er geht’s an«", "„Er geht's an“"),
        ("Die Bru\u0308cke bleibt", "Die Brücke bleibt"),
        ("die brücke bleibt", "Die Brücke bleibt"),
        ("„vorerst“", "vorerst"),
        ("ist alt.", "ist alt."),
    ],
)
def test_words_are_found_whatever_their_blanks_marks_and_dashes(written: str, found: str) -> None:
    assert words(placed(Wording(quote=(written,)), TEXT).quote) == [found]


def test_hidden_characters_of_the_text_need_not_be_written() -> None:
    text = "„Der Wasser\u00adstand sinkt“"
    assert placed(Wording(quote=("Der Wasserstand sinkt",)), text).quote == (Span(1, 23),)


def test_words_are_not_found_inside_others() -> None:
    assert placed(Wording(cue=("er",)), TEXT).cue == (place(TEXT, "er", after=TEXT.index("sagte er")),)


def test_occurrence_nearest_to_the_statement_is_taken() -> None:
    old = (place(TEXT, "Er geht's an"),)
    assert placed(Wording(quote=("Die Brücke",)), TEXT, near=old).quote == (
        place(TEXT, "Die Brücke", after=TEXT.index("sagte er")),
    )
    assert placed(Wording(quote=("Die Brücke",)), TEXT, near=(QUOTE,)).quote == (place(TEXT, "Die Brücke"),)


def test_roles_are_sought_near_the_quote_that_is_given_with_them() -> None:
    values = placed(Wording(quote=("Die Brücke bleibt",), cue=("sagte",), speakers=("Kersten",)), TEXT)
    assert values == Values(
        quote=(place(TEXT, "Die Brücke bleibt"),),
        cue=(place(TEXT, "sagte"),),
        speakers=((place(TEXT, "Kersten"),),),
    )


def test_roles_are_rather_found_outside_the_quote() -> None:
    text = "„Ada kommt“, rief Bo, und Ada nickte."
    values = placed(Wording(speakers=("Ada",)), text, near=(place(text, "„Ada kommt“"),))
    assert values.speakers == ((place(text, "Ada", after=10),),)


def test_roles_far_away_are_not_preferred_to_those_in_the_quote() -> None:
    text = "Die Zunft fordert mehr Lohn für alle. Am Abend kam ein Angebot. Die Zunft will es prüfen, hieß es."
    quote = place(text, "Die Zunft will es prüfen")
    assert placed(Wording(speakers=("Die Zunft",)), text, near=(quote,)).speakers == (
        (place(text, "Die Zunft", after=9),),
    )


def test_parts_of_a_split_quote_are_those_that_stand_closest_together() -> None:
    assert words(placed(Wording(quote=("Die Brücke", "ist alt")), TEXT).quote) == ["Die Brücke", "ist alt"]
    assert placed(Wording(quote=("Die Brücke", "ist alt")), TEXT).quote == (
        place(TEXT, "Die Brücke", after=TEXT.index("sagte er")),
        place(TEXT, "ist alt"),
    )


def test_places_are_taken_as_they_are() -> None:
    values = placed(Wording(quote=("13-20",), speakers=("1-3 5-9", "Ben")), TEXT)
    assert values.quote == (Span(13, 20),)
    assert values.speakers == ((Span(1, 3), Span(5, 9)), (place(TEXT, "Ben"),))


def test_what_is_no_words_goes_through() -> None:
    wording = Wording(type=StatementType.DIRECT, medium=Medium.SPEECH, cue=(), speakers=(), parent=NO_PARENT)
    assert placed(wording, TEXT) == Values(
        type=StatementType.DIRECT, medium=Medium.SPEECH, cue=(), speakers=(), parent=NO_PARENT
    )


@pytest.mark.parametrize(
    ("wording", "code", "told"),
    [
        (Wording(quote=("Die Fähre",)), "words_absent_but", "14-17 (…Zum Streit.\n\n„Die Brücke bleibt – vor…)"),
        (Wording(quote=("Fähre",)), "words_absent", None),
        (Wording(quote=('""',)), "words_absent", None),
        (Wording(quote=("Die Brücke",)), "words_ambiguous", "14-24 (…"),
        (Wording(quote=("sagte", "Zum Streit")), "words_disordered", "0-10 (…"),
        (Wording(quote=("9-9",)), "place_impossible", None),
    ],
)
def test_words_that_have_no_certain_place_are_told_with_their_places(
    wording: Wording, code: str, told: str | None
) -> None:
    with pytest.raises(NotInText) as raised:
        placed(wording, TEXT)
    assert raised.value.code == code
    assert told is None or str(raised.value.values["places"]).startswith(told)


def test_message_names_no_more_than_five_places() -> None:
    with pytest.raises(NotInText) as raised:
        placed(Wording(quote=("da",)), "da " * 7)
    assert (
        raised.value.values["places"]
        == "; ".join(f"{3 * at}-{3 * at + 2} (…{('da ' * 7)[max(3 * at - 20, 0) : 3 * at + 22]}…)" for at in range(5))
        + "; …"
    )
