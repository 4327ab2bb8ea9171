import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.corpus import MalformedFile, TokenText
from evaluation.rewriting import IN_WIRE_FORM, Rewriting, edited, rewritten, taken_in
from wortlaut.intake.mapped import Edit
from wortlaut.language.tokens import tokenize
from wortlaut.settings import Settings

TEXT = "Ölstreit in Jork\n\nÄrger droht, „ganz groß“, sagte Moll (ÖVP). »Nein.«\nDie ‚weiße‘ Fähre fährt’s 😀"
SETTINGS = Settings()
texts = st.text("aäöüÄÖÜßẞeSz „“”‚‘’»«›‹\"'.,-()\n😀é", max_size=80).map(lambda text: "Öl " + text)


def document(text: str) -> TokenText:
    return TokenText("17 - Streit", text, tokenize(text))


def words(of: TokenText) -> list[str]:
    return [token.of(of.text) for token in of.tokens]


@pytest.mark.parametrize(
    ("rewriting", "expected"),
    [
        (
            Rewriting.STRAIGHT,
            'Ölstreit in Jork\n\nÄrger droht, "ganz groß", sagte Moll (ÖVP). "Nein."\nDie \'weiße\' Fähre fährt\'s 😀',
        ),
        (
            Rewriting.GUILLEMETS,
            "Ölstreit in Jork\n\nÄrger droht, »ganz groß«, sagte Moll (ÖVP). »Nein.«\nDie ›weiße‹ Fähre fährt’s 😀",
        ),
        (
            Rewriting.ONE_LINE,
            "Ölstreit in Jork Ärger droht, „ganz groß“, sagte Moll (ÖVP). »Nein.« Die ‚weiße‘ Fähre fährt’s 😀",
        ),
        (
            Rewriting.SWISS,
            "Ölstreit in Jork\n\nÄrger droht, „ganz gross“, sagte Moll (ÖVP). »Nein.«\nDie ‚weisse‘ Fähre fährt’s 😀",
        ),
        (
            Rewriting.CAPITALS,
            "ÖLSTREIT IN JORK\n\nÄrger droht, „ganz groß“, sagte Moll (ÖVP). »Nein.«\nDie ‚weiße‘ Fähre fährt’s 😀",
        ),
        (
            Rewriting.SPELLED_OUT,
            "Oelstreit in Jork\n\nAerger droht, „ganz gross“, sagte Moll (OEVP). »Nein.«\n"
            "Die ‚weisse‘ Faehre faehrt’s 😀",
        ),
        (
            Rewriting.WIRE,
            r" date 2025-11-27 Ölstreit in Jork<BR \/><BR \/>Ärger droht, „ganz groß“, sagte Moll (ÖVP). »Nein.«"
            r"<BR \/>Die ‚weiße‘ Fähre fährt’s 😀",
        ),
        (
            Rewriting.OLD_WIRE,
            r' date 2025-11-27 Oelstreit in Jork<BR \/><BR \/>Aerger droht, "ganz gross", sagte Moll (OEVP). "Nein."'
            r"<BR \/>Die 'weisse' Faehre faehrt's 😀",
        ),
    ],
)
def test_text_is_written_anew(rewriting: Rewriting, expected: str) -> None:
    assert rewritten(document(TEXT), rewriting).text == expected


def test_english_quotation_marks_open_and_close() -> None:
    assert rewritten(document("“Nein”, „ja“ “nie”"), Rewriting.GUILLEMETS).text == "»Nein«, »ja« »nie«"


@pytest.mark.parametrize("rewriting", Rewriting)
@settings(deadline=None)
@given(text=texts)
def test_every_token_stands_where_the_map_says(rewriting: Rewriting, text: str) -> None:
    before = document(text)
    after = rewritten(before, rewriting)
    assert [plain(word) for word in words(after)] == [plain(word) for word in words(before)]
    assert all(one.end <= other.start for one, other in zip(after.tokens, after.tokens[1:], strict=False))


@pytest.mark.parametrize("rewriting", Rewriting)
@settings(deadline=None)
@given(text=texts)
def test_nothing_is_put_in_between_tokens_but_the_marks_of_wire_copy(rewriting: Rewriting, text: str) -> None:
    after = rewritten(document(text), rewriting)
    between = after.text
    for token in reversed(after.tokens):
        between = between[: token.start] + " " + between[token.end :]
    assert between.replace(r"<BR \/>", "").replace("date 2025-11-27", "").split() == []


@pytest.mark.parametrize("rewriting", IN_WIRE_FORM)
@settings(deadline=None)
@given(text=texts)
def test_every_token_stands_where_the_map_says_after_intake(rewriting: Rewriting, text: str) -> None:
    before = document(text)
    article, after = taken_in(rewritten(before, rewriting), SETTINGS)
    assert article.form == "wire"
    assert after.text == article.text
    assert [plain(word) for word in words(after)] == [plain(word) for word in words(before)]


def plain(word: str) -> str:
    """What all writings of a word have in common."""
    for old, new in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("ẞ", "ss")):
        word = word.replace(old, new).replace(old.upper(), new)
    for sign in "„“”»«":
        word = word.replace(sign, '"')
    for sign in "‚‘’‹›":
        word = word.replace(sign, "'")
    return word.upper()


def test_wire_copy_is_taken_in_with_its_paragraphs() -> None:
    article, after = taken_in(rewritten(document(TEXT), Rewriting.WIRE), SETTINGS)
    assert article.text == TEXT.replace("»Nein.«\nDie", "»Nein.«\n\nDie")
    assert words(after) == words(document(TEXT))


def test_token_that_an_edit_cuts_into_takes_what_it_puts_in() -> None:
    after = edited(document("Moll kam"), [Edit(0, 0, "Frau "), Edit(2, 4, "xxx"), Edit(5, 6, "")])
    assert (after.text, words(after)) == ("Frau Moxxx am", ["Moxxx", "am"])


def test_token_of_which_nothing_is_left_is_refused() -> None:
    with pytest.raises(MalformedFile, match="document '17 - Streit': nothing is left of the token at 5"):
        edited(document("Moll kam"), [Edit(5, 8, "")])


def test_text_that_is_no_article_is_refused() -> None:
    with pytest.raises(MalformedFile, match="should be taken in as one article"):
        taken_in(TokenText("a", "123", ()), SETTINGS)
