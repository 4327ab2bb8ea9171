import re

from hypothesis import given
from hypothesis import strategies as st

from tests.builder import head, made
from wortlaut.export.cards import cards_of
from wortlaut.texts import Texts
from wortlaut.types import Found
from wortlaut.web.passages import Passage, passage_of, whole_text

ENGLISH = Texts("en")
_RUN = re.compile(r'<span data-at="(\d+)"( class="unseen")?>([^<]*)</span>')


def passage(found: Found) -> Passage:
    return passage_of(found, cards_of([found], ENGLISH)[0], ENGLISH)


def shown(passage: Passage) -> list[str]:
    """The words of each stretch."""
    return ["".join(words for _, _, words in _RUN.findall(each)) for each in passage.stretches]


def test_short_article_is_shown_whole() -> None:
    found = made(head("Es war still. „Ja“, sagte Ada."), ["„Ja“"], speaker="Ada")
    assert passage(found).is_whole
    assert shown(passage(found)) == [found.article.text]


def test_long_one_is_cut_between_paragraphs_before_sentences() -> None:
    before, behind = "Vorher war das so. " * 80, " Danach war es anders." * 80
    found = made(head(f"{before}\n\nAm Tag darauf. „Ja“, sagte Ada.{behind}"), ["„Ja“"], speaker="Ada")
    made_of = passage(found)
    (words,) = shown(made_of)
    assert not made_of.is_whole
    assert words.startswith("Vorher war das so.")
    assert words.endswith("anders.")
    assert len(words) < 2000


def test_words_without_white_space_are_cut_at_the_statement() -> None:
    found = made(head("x" * 5000 + "„Ja“" + "y" * 5000), ["„Ja“"])
    assert shown(passage(found)) == ["„Ja“"]


def test_far_part_is_a_stretch_of_its_own() -> None:
    found = made(head("Ada kam. " + "Es regnete. " * 300 + "„Ja“, hieß es."), ["„Ja“"], speaker="Ada")
    first, second = shown(passage(found))
    assert (first.startswith("Ada kam."), second.endswith("„Ja“, hieß es.")) == (True, True)


@given(st.text(alphabet="aä \n\u00ad\u202e😀<&„“\ufe0f", min_size=1, max_size=60), st.data())
def test_every_word_says_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = made(head(text), [text[start:end]])
    seen = ["\n"] * len(text)
    for at, hidden, words in _RUN.findall(whole_text([found], cards_of([found], ENGLISH), ENGLISH, text)):
        plain = words.replace("&lt;", "<").replace("&amp;", "&")
        letters = [chr(int(words[3:-1], 16))] if hidden else list(plain)
        seen[int(at) : int(at) + len(letters)] = letters
    assert "".join(seen) == text
