import pytest

from wortlaut.language import analyse, lemmas
from wortlaut.language.lexicon import Lexicon, lexicon


def lemmas_of(text: str) -> list[str]:
    return list(lemmas(analyse(text)))


def test_every_token_has_a_lemma() -> None:
    assert lemmas_of("Die Häuser der Stadt brannten, sagte er.") == [
        *("der", "Haus", "der", "Stadt", "brennen", ",", "sagen", "er", "."),
    ]


def test_a_text_without_tokens_has_no_lemmas() -> None:
    assert lemmas_of("\n") == []


@pytest.mark.parametrize(
    ("participle", "infinitive"),
    [
        ("verstärkt", "verstärken"),
        ("abgedrängt", "abdrängen"),
        ("evakuiert", "evakuieren"),
        ("hingegeben", "hingeben"),
        ("gefreut", "freuen"),
        ("entschieden", "entscheiden"),
    ],
)
def test_a_participle_leads_to_its_infinitive(participle: str, infinitive: str) -> None:
    assert lexicon().lemma(participle) == infinitive


@pytest.mark.parametrize("word", ["gehören", "gefallen", "erneut", "fast", "recht", "überhaupt"])
def test_a_word_that_looks_like_a_participle_is_its_own_lemma(word: str) -> None:
    assert lexicon().lemma(word) == word


def test_an_unknown_adjective_loses_its_ending() -> None:
    assert lexicon().lemma("alsterbekische") == "alsterbekisch"


def test_a_verb_in_capitals_at_the_sentences_head_is_no_noun() -> None:
    assert lemmas_of("Hat er gelogen?") == ["haben", "er", "lügen", "?"]


def test_a_name_in_the_genitive_leads_to_the_name_where_the_article_has_it() -> None:
    assert lemmas_of("Kerbonow schwieg. Kerbonows Anwalt sprach.") == [
        *("Kerbonow", "schweigen", ".", "Kerbonow", "Anwalt", "sprechen", "."),
    ]


def test_a_name_that_ends_with_s_stays_where_the_article_has_no_shorter_one() -> None:
    assert lemmas_of("Kerbonows schwieg.") == ["Kerbonows", "schweigen", "."]


@pytest.mark.parametrize("form", ["kommen", "sein", "tun", "handeln", "zurückkommen"])
def test_infinitives_are_known(form: str) -> None:
    assert lexicon().is_infinitive(form)


@pytest.mark.parametrize("form", ["gegen", "kam", "Kommen", "Häusern", "schon", "", "n"])
def test_other_words_are_no_infinitives(form: str) -> None:
    assert not lexicon().is_infinitive(form)


def test_without_restarts_the_answers_are_the_same() -> None:
    plain = Lexicon(None)

    for form in ("Häusern", "ginge", "verstärkt", "Xylorp", "alsterbekische"):
        assert plain.lemma(form) == lexicon().lemma(form)
