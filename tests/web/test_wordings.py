import pytest
from starlette.datastructures import FormData

from tests.builder import head, made
from wortlaut.errors import NotInText
from wortlaut.service import Wording
from wortlaut.texts import Texts
from wortlaut.types import Medium, StatementType
from wortlaut.web.wordings import Field, fields_of, fields_sent, wording_of

GERMAN = Texts("de")
TEXT = "„Ja, ja“, sagte Ada zu Ben, „ja\u00adwohl“."
FOUND = made(head(TEXT), ["„Ja, ja“", "„ja\u00adwohl“"], cue="sagte", speaker="Ada", addressee="Ben")
FIELDS = fields_of(FOUND, GERMAN)


def said(**sent: str) -> Wording:
    """What a form with these fields says besides what the statement has."""
    given = {field.name: field.words for field in FIELDS.parts}
    given |= {f"{field.name}_at": field.places for field in FIELDS.parts}
    given |= {choice.name: choice.value for choice in FIELDS.choices}
    return wording_of(FIELDS, FormData(list((given | sent).items())), TEXT, GERMAN)


def test_fields_have_words_and_places_line_by_line() -> None:
    quote, cue, frame, speakers, addressees = FIELDS.parts
    assert quote == Field("quote", "„Ja, ja“\n„ja⟨U+00AD⟩wohl“", "0-8\n28-37")
    assert (cue.words, frame, speakers.words, addressees.places) == ("sagte", Field("frame"), "Ada", "23-26")
    assert FIELDS.who == ("nicht bekannt",)


def test_what_stays_is_not_spoken_of() -> None:
    assert said() == Wording()
    assert said(quote="„Ja, ja“ \r\n\r\n„ja⟨U+00AD⟩wohl“\r\n") == Wording()


def test_words_at_a_place_of_theirs_are_that_place() -> None:
    assert said(cue="ja", cue_at="5-7").cue == ("5-7",)
    assert said(speakers="Ben\nAda", speakers_at="16-19\n23-26").speakers == ("23-26", "16-19")


def test_parts_of_a_text_are_put_in_order() -> None:
    assert said(quote="Ben\nAda", quote_at="16-19\n23-26").quote == ("16-19", "23-26")


def test_typed_words_are_left_to_be_looked_for() -> None:
    assert said(cue="ja", cue_at="16-19").cue == ("ja",)
    assert said(cue="ja\nAda", cue_at="16-19").cue == ("ja", "16-19")


def test_typed_places_stay_places() -> None:
    assert said(cue="16-19").cue == ("16-19",)


def test_emptied_field_says_that_there_is_none() -> None:
    assert said(addressees="", addressees_at="").addressees == ()


def test_choices_are_those_that_there_are() -> None:
    assert said(type="indirect", medium="writing") == Wording(type=StatementType.INDIRECT, medium=Medium.WRITING)
    assert said(type="<b>", act="") == Wording()


def test_who_is_told_as_programs_have_it() -> None:
    assert said(who="mehrere").who == ("group",)
    assert said(who="Ada Holm").who == ("Ada Holm",)
    assert said(who="nicht bekannt") == Wording()


@pytest.mark.parametrize("places", ["5-2", "0-99", "999999999-9999999999"])
def test_place_outside_is_refused_or_no_place(places: str) -> None:
    if len(places) < 10:
        with pytest.raises(NotInText):
            said(cue="ja", cue_at=places)
    else:
        assert said(cue="ja", cue_at=places).cue == ("ja",)


def test_what_was_sent_is_shown_again() -> None:
    again = fields_sent(FIELDS, FormData([("cue", "<b>"), ("act", "deny"), ("who", "a"), ("who", " "), ("who", "b")]))
    assert again.parts[1] == Field("cue", "<b>", FIELDS.parts[1].places)
    assert (again.choices[2].value, again.who, again.parts[0]) == ("deny", ("a", "b"), FIELDS.parts[0])
