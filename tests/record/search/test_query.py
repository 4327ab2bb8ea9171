import pytest

from tests.record.builder import Words
from wortlaut.record.search.folding import words_in
from wortlaut.record.search.query import FormsOf, Term, find_marks, match_expression, parse
from wortlaut.types import Span


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("Zoll Brücke", (Term((("zoll",),)), Term((("bruecke",),)))),
        ("Zoll zoll ZOLL", (Term((("zoll",),)),)),
        ('"volle Kontrolle"', (Term((("volle", "kontrolle"),), exact=True),)),
        ('Zoll "volle Kontrolle', (Term((("zoll",),)), Term((("volle", "kontrolle"),), exact=True))),
        ("Kontr*", (Term((("kontr",),), prefix=True),)),
        ("Krankenhäuser", (Term((("krankenhaeuser",), ("krankenhaus",)), parts=("kranke", "haus")),)),
        ("US-Unterhänd*", (Term((("us", "unterhaend"),), prefix=True),)),
        ("Brücken", (Term((("bruecken",), ("bruecke",))),)),
        ("häusern,", (Term((("haeusern",), ("haus",))),)),
        ("haeusern", (Term((("haeusern",), ("haus",))),)),
        ("Bruecken", (Term((("bruecken",), ("bruecke",))),)),
        ("Steuer neue", (Term((("steuer",),)), Term((("neue",),)))),
        (
            "US-Unterhändlers",
            (
                Term(
                    (
                        ("us", "unterhaendlers"),
                        ("us", "unterhaendler"),
                        ("usunterhaendlers",),
                        ("usunterhaendler",),
                    )
                ),
            ),
        ),
        ('"Brücken"', (Term((("bruecken",),), exact=True),)),
        ("", ()),
        (' "" * - „“ _ \x00 \ud800', ()),
    ],
)
def test_what_is_typed_becomes_terms(typed: str, terms: tuple[Term, ...]) -> None:
    assert parse(typed, language=Words()) == terms


def test_without_lemmas_a_word_has_the_one_form_that_was_typed() -> None:
    assert parse("Brücken") == (Term((("bruecken",),)),)


def test_only_the_first_64_words_count() -> None:
    assert len(parse(" ".join(f"wort{number}" for number in range(1000)))) == 64
    assert len(parse('"' + "a " * 1000 + '"')[0].forms[0]) == 64


def test_terms_become_an_expression_of_quoted_words_only() -> None:
    terms = parse('Brücken "volle Kontrolle" zo* AND NEAR(x)', language=Words())
    assert match_expression(terms) == (
        '(("bruecken" OR "bruecke") AND ({quote speaker title} : "volle kontrolle")'
        ' AND ({quote speaker title} : "zo" *) AND ("and")'
        ' AND ({quote quote_lemmas speaker speaker_lemmas title} : "near x" OR "nearx")) NOT hidden : "1"'
    )
    assert match_expression(parse("zoll"), hidden=True) == '(("zoll")) AND hidden : "1"'


def test_marks_are_the_words_that_fit_by_form_or_lemma_or_part_or_beginning() -> None:
    text = "Die Brücken und die volle Kontrolle der Zölle im Rathaus"
    words = list(words_in(text))
    lemmas = ["die", "bruecke", "und", "die", "voll", "kontrolle", "der", "zoll", "in", "rathaus"]
    forms = FormsOf([word.folded for word in words], lemmas, [()] * 9 + [("rat", "haus")])
    terms = parse('Brücke "volle kontrolle" zöl* haus')
    assert [span.of(text) for span in sorted(find_marks(terms, words, forms))] == [
        "Brücken",
        "volle",
        "Kontrolle",
        "Zölle",
        "Rathaus",
    ]


def test_a_quoted_word_is_not_marked_by_its_lemma_or_part() -> None:
    forms = FormsOf(["bruecken"], ["bruecke"], [("bruecke",)])
    assert find_marks(parse('"Brücke"'), list(words_in("Brücken")), forms) == set()


def test_a_phrase_is_marked_only_where_its_words_stand_together() -> None:
    text = "volle Häuser, volle Kontrolle"
    words = list(words_in(text))
    marks = find_marks(parse('"volle Kontrolle"'), words, FormsOf([word.folded for word in words]))
    assert sorted(marks) == [Span(14, 19), Span(20, 29)]
