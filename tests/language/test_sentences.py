import pytest
from hypothesis import given

from tests.language.texts import texts
from wortlaut.language import analyse


def sentences(text: str) -> list[str]:
    document = analyse(text)
    return [
        text[document.tokens[sentence.start].start : document.tokens[sentence.end - 1].end]
        for sentence in document.sentences
    ]


@given(texts)
def test_the_sentences_cover_every_token_once_and_in_order(text: str) -> None:
    document = analyse(text)

    covered = [index for sentence in document.sentences for index in range(sentence.start, sentence.end)]
    assert covered == list(range(len(document.tokens)))
    assert all(sentence.start < sentence.end for sentence in document.sentences)


@given(texts, texts)
def test_a_blank_line_always_ends_a_sentence(before: str, after: str) -> None:
    document = analyse(f"{before}Ende\n\nAnfang{after}")

    gap = len(before) + len("Ende")
    assert not any(
        document.tokens[sentence.start].start < gap < document.tokens[sentence.end - 1].end
        for sentence in document.sentences
    )


def test_a_text_without_tokens_has_no_sentences() -> None:
    assert analyse(" \n\n ").sentences == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Am 25. Mai wird in Alsterbek gewählt.",
        "Am 3. und 4. Mai tagt der Rat.",
        "Im 2. Quartal stieg der Umsatz.",
        "Zum 100. Geburtstag kam der Bürgermeister.",
        "Das Treffen war am 12. 5. 2031 zu Ende.",
        "König Odilo II. sagte den Besuch ab.",
        "König Odilo II. Habsburger Herkunft war er nicht.",
    ],
)
def test_dates_and_ordinals_do_not_end_a_sentence(sentence: str) -> None:
    assert sentences(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Viele, z. B. Die Wache, schwiegen.",
        "Das sahen u. a. Lehrer und Eltern so.",
        "Er kam nicht, d. h. Die Sitzung fiel aus.",
        "Gegen Dr. Adler und Prof. Kern wird ermittelt.",
        "Es kostet ca. 3 Mio. Euro bzw. Franken.",
        "Das Schreiben von J. R. Müller liegt vor.",
        "Der Vertrag nach Art. 5 Abs. 2 gilt.",
        "Das Amt für Statistik (vgl. Tab. 3) rechnet anders.",
        "Im 3. Jh. v. Chr. Geburt stand hier ein Turm.",
    ],
)
def test_abbreviations_and_initials_do_not_end_a_sentence(sentence: str) -> None:
    assert sentences(sentence) == [sentence]


def test_a_number_ends_a_sentence_when_a_word_follows_that_is_written_small_elsewhere() -> None:
    assert sentences("Sie wohnt im Haus Nummer 12. Der Rat kennt es.") == [
        "Sie wohnt im Haus Nummer 12.",
        "Der Rat kennt es.",
    ]


def test_a_place_in_a_table_ends_a_sentence() -> None:
    assert sentences("Alsterbek kam auf Platz 3. Trainerin Adler war froh.") == [
        "Alsterbek kam auf Platz 3.",
        "Trainerin Adler war froh.",
    ]


def test_the_number_of_an_item_stays_with_it() -> None:
    assert sentences("Drei Punkte bleiben. 2. Die Wache schweigt.") == [
        "Drei Punkte bleiben.",
        "2. Die Wache schweigt.",
    ]


def test_an_abbreviation_ends_a_sentence_when_the_next_one_clearly_begins() -> None:
    assert sentences("Es fehlen Betten, Decken usw. Der Rat will helfen.") == [
        "Es fehlen Betten, Decken usw.",
        "Der Rat will helfen.",
    ]


def test_a_year_ends_a_sentence() -> None:
    assert sentences("Das war im Jahr 1999. Danach schwieg er.") == ["Das war im Jahr 1999.", "Danach schwieg er."]


def test_questions_and_calls_end_sentences() -> None:
    assert sentences("Wer war es? Niemand! Also bitte.") == ["Wer war es?", "Niemand!", "Also bitte."]


@pytest.mark.parametrize(
    "sentence",
    [
        "„Ja.“, sagte Ida Kern.",
        "„Wirklich?“ fragte Ida Kern.",
        "»Nie!« rief sie.",
        "«Nie!», rief sie.",
        '"Nie!", rief sie.',
        "Er sagte „Nein.“ und ging.",
    ],
)
def test_a_sentence_goes_on_behind_a_quote(sentence: str) -> None:
    assert sentences(sentence) == [sentence]


@pytest.mark.parametrize("marks", ["„“", "»«", "«»", '""', "“”"])
def test_a_closing_mark_stays_with_its_sentence(marks: str) -> None:
    text = f"{marks[0]}Wir gehen jetzt.{marks[1]} Ida Kern schwieg."

    assert sentences(text) == [f"{marks[0]}Wir gehen jetzt.{marks[1]}", "Ida Kern schwieg."]


def test_a_quote_of_several_sentences_is_cut_inside() -> None:
    assert sentences("„Wir gehen. Niemand hält uns auf!“, sagte Ida Kern. Sie blieb.") == [
        "„Wir gehen.",
        "Niemand hält uns auf!“, sagte Ida Kern.",
        "Sie blieb.",
    ]


def test_points_of_omission_end_a_sentence_only_before_a_clear_beginning() -> None:
    assert sentences("„Nun ja ...“ Die Wache schwieg ... Mauern gab es nicht.") == [
        "„Nun ja ...“",
        "Die Wache schwieg ... Mauern gab es nicht.",
    ]


def test_a_bracket_belongs_to_the_sentence_before_it() -> None:
    assert sentences("Es regnet (sagt der Dienst.) Wir bleiben.") == ["Es regnet (sagt der Dienst.)", "Wir bleiben."]


def test_a_missing_space_between_sentences_is_seen() -> None:
    assert sentences("Das wurde bekannt.Bei Alsterbek brennt es.„Schlimm“, sagte Ida.") == [
        "Das wurde bekannt.",
        "Bei Alsterbek brennt es.",
        "„Schlimm“, sagte Ida.",
    ]


def test_a_paragraph_ends_a_sentence_without_a_period() -> None:
    assert sentences("Streit um die Brücke\n\nAlsterbek zahlt nicht") == [
        "Streit um die Brücke",
        "Alsterbek zahlt nicht",
    ]


def test_a_headline_above_its_text_is_a_sentence() -> None:
    text = "Streit um die Brücke\nDer Rat von Alsterbek hat den Bau der neuen Brücke am Dienstag abgelehnt."

    assert sentences(text) == text.split("\n")


def test_a_line_in_capitals_is_a_sentence() -> None:
    text = "Der Rat von Alsterbek hat den Bau der neuen Brücke am Dienstag abgelehnt\nKRITIK AUS MOORDORF UND UMGEBUNG"

    assert sentences(text) == text.split("\n")


def test_a_wrapped_line_goes_on() -> None:
    text = (
        "Der Rat von Alsterbek hat den Bau der neuen Brücke am Dienstag\n"
        "Abend mit großer Mehrheit abgelehnt und auf das nächste Jahr\n"
        "verschoben."
    )

    assert sentences(text) == [text]


def test_short_lines_are_items_of_a_list() -> None:
    assert sentences("Ida Kern\nOtto Adler\nMoritz Tal") == ["Ida Kern", "Otto Adler", "Moritz Tal"]


def test_a_line_that_ends_with_a_comma_goes_on() -> None:
    assert sentences("Ida Kern,\nOtto Adler") == ["Ida Kern,\nOtto Adler"]
