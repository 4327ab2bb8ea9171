from hypothesis import given

from tests.language.texts import texts
from wortlaut.language import tokenize


def words(text: str) -> list[str]:
    return [token.of(text) for token in tokenize(text)]


@given(texts)
def test_every_character_that_is_no_space_belongs_to_exactly_one_token(text: str) -> None:
    covered = [position for token in tokenize(text) for position in range(token.start, token.end)]

    assert covered == [position for position, character in enumerate(text) if not character.isspace()]


def test_an_empty_text_has_no_tokens() -> None:
    assert tokenize(" \n\t") == ()


def test_punctuation_and_quotation_marks_stand_alone() -> None:
    assert words("„Ja“, sagte »Ida«!") == ["„", "Ja", "“", ",", "sagte", "»", "Ida", "«", "!"]


def test_an_ordinal_keeps_its_period_before_a_month_and_before_a_small_word() -> None:
    assert words("am 3. und 4. Mai") == ["am", "3.", "und", "4.", "Mai"]


def test_a_year_at_the_end_gives_up_its_period() -> None:
    assert words("seit 1999.") == ["seit", "1999", "."]


def test_amounts_and_times_are_one_token() -> None:
    assert words("1.250,50 Euro um 10:30 Uhr") == ["1.250,50", "Euro", "um", "10:30", "Uhr"]


def test_abbreviations_keep_their_periods() -> None:
    assert words("z.B. Dr. Adler ca. 3 Mio. mal") == ["z.B.", "Dr.", "Adler", "ca.", "3", "Mio.", "mal"]


def test_initials_keep_their_period() -> None:
    assert words("J. R. Adler") == ["J.", "R.", "Adler"]


def test_compounds_with_a_hyphen_are_one_token_and_a_hanging_hyphen_stays() -> None:
    assert words("Luft- und Raumfahrt-Amt") == ["Luft-", "und", "Raumfahrt-Amt"]


def test_forms_for_all_genders_are_one_token() -> None:
    assert words("Lehrer:innen und Pfleger*innen") == ["Lehrer:innen", "und", "Pfleger*innen"]


def test_a_letter_with_a_combining_mark_is_not_torn() -> None:
    assert words("Re\u0301ne\u0301e kam") == ["Re\u0301ne\u0301e", "kam"]


def test_an_apostrophe_inside_a_name_belongs_to_it() -> None:
    assert words("O’Hanna’s Laden") == ["O’Hanna’s", "Laden"]


def test_points_of_omission_are_one_token() -> None:
    assert words("Nun ja ...") == ["Nun", "ja", "..."]
