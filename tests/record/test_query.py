import pytest

from tests.record.builder import lemma
from wortlaut.record.folding import words_in
from wortlaut.record.query import Term, find_marks, match_expression, parse
from wortlaut.types import Span


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("Zoll Brücke", (Term((("zoll",),)), Term((("bruecke",),)))),
        ("Zoll zoll ZOLL", (Term((("zoll",),)),)),
        ('"volle Kontrolle"', (Term((("volle", "kontrolle"),), exact=True),)),
        ('Zoll "volle Kontrolle', (Term((("zoll",),)), Term((("volle", "kontrolle"),), exact=True))),
        ("Kontr*", (Term((("kontr",),), prefix=True),)),
        ("US-Unterhänd*", (Term((("us", "unterhaend"),), prefix=True),)),
        ("Brücken", (Term((("bruecken",), ("bruecke",))),)),
        ("häusern,", (Term((("haeusern",), ("haus",))),)),
        ("haeusern", (Term((("haeusern",), ("haus",))),)),
        ("Bruecken", (Term((("bruecken",), ("bruecke",))),)),
        ("Steuer neue", (Term((("steuer",),)), Term((("neue",),)))),
        ("US-Unterhändlers", (Term((("us", "unterhaendlers"), ("us", "unterhaendler"))),)),
        ('"Brücken"', (Term((("bruecken",),), exact=True),)),
        ("", ()),
        (' "" * - „“ _ \x00 \ud800', ()),
    ],
)
def test_what_is_typed_becomes_terms(typed: str, terms: tuple[Term, ...]) -> None:
    assert parse(typed, lemmatise=lemma) == terms


def test_without_lemmas_a_word_has_the_one_form_that_was_typed() -> None:
    assert parse("Brücken") == (Term((("bruecken",),)),)


def test_only_the_first_64_words_count() -> None:
    assert len(parse(" ".join(f"wort{number}" for number in range(1000)))) == 64
    assert len(parse('"' + "a " * 1000 + '"')[0].forms[0]) == 64


def test_terms_become_an_expression_of_quoted_words_only() -> None:
    terms = parse('Brücken "volle Kontrolle" zo* AND NEAR(x)', lemmatise=lemma)
    assert match_expression(terms) == (
        '("bruecken" OR "bruecke") AND ({quote speaker title} : "volle kontrolle")'
        ' AND ({quote speaker title} : "zo" *) AND ("and") AND ("near x")'
    )


def test_marks_are_the_words_that_fit_by_form_or_lemma_or_beginning() -> None:
    text = "Die Brücken und die volle Kontrolle der Zölle"
    words = list(words_in(text))
    lemmas = ["die", "bruecke", "und", "die", "voll", "kontrolle", "der", "zoll"]
    terms = parse('Brücke "volle kontrolle" zöl*')
    assert [span.of(text) for span in sorted(find_marks(terms, words, lemmas))] == [
        "Brücken",
        "volle",
        "Kontrolle",
        "Zölle",
    ]


def test_a_quoted_word_is_not_marked_by_its_lemma() -> None:
    text = "Brücken"
    assert find_marks(parse('"Brücke"'), list(words_in(text)), ["bruecke"]) == set()


def test_a_phrase_is_marked_only_where_its_words_stand_together() -> None:
    text = "volle Häuser, volle Kontrolle"
    marks = find_marks(parse('"volle Kontrolle"'), list(words_in(text)), [])
    assert sorted(marks) == [Span(14, 19), Span(20, 29)]
