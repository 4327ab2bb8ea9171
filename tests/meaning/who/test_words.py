"""What single words say."""

import pytest

from wortlaut.meaning.who.words import FEMALE, MALE, PLURAL, Class, is_verb, may_be_name, name_of, word_of


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("Anna", Class.FIRST),
        ("Hans-Peter", Class.FIRST),
        ("Hoffmann", Class.FAMILY),
        ("Ressortchefin", Class.ROLE),
        ("US-Unterhändler", Class.ROLE),
        ("Umweltbehörde", Class.BODY),
        ("Abschlussbericht", Class.DOCUMENT),
        ("Angaben", Class.UTTERANCE),
        ("Opposition", Class.GROUP),
        ("Moskau", Class.PLACE),
        ("Wer", Class.OTHER),
        ("Falls", Class.OTHER),
        ("Astronom", Class.ROLE),
        ("Astronominnen", Class.ROLE),
        ("Heidelberg", Class.PLACE),
        ("Weststadt", Class.NOUN),
        ("Krisenstab", Class.BODY),
        ("Maßstab", Class.NOUN),
        ("Übergangsrat", Class.BODY),
        ("EUO", Class.ABBREVIATION),
        ("EUO-Treffen", Class.NOUN),
        ("Lohfeldt", Class.NAME),
        ("al-Lohfeldt", Class.NAME),
        ("musterblatt.de", Class.KNOWN_BODY),
        ("Die", Class.OTHER),
        ("US-amerikanische", Class.OTHER),
        ("sagte", Class.OTHER),
    ],
)
def test_class(form: str, kind: Class) -> None:
    assert word_of(form).kind is kind


@pytest.mark.parametrize(
    ("form", "agrees"), [("Ministerin", FEMALE), ("Minister", MALE), ("Kritikern", PLURAL), ("Ministerinnen", PLURAL)]
)
def test_agreement_of_a_role(form: str, agrees: int) -> None:
    assert word_of(form).agrees == agrees


@pytest.mark.parametrize(
    ("form", "name"), [("Lohfeldts", "Lohfeldt"), ("Moosbach’", "Moosbach"), ("Hans", "Hans"), ("EUO", "EUO")]
)
def test_name_without_the_genitive(form: str, name: str) -> None:
    assert name_of(form) == name


@pytest.mark.parametrize(("form", "verb"), [("sagte", True), ("räumt", True), ("neue", False), ("vertretenen", False)])
def test_forms_of_verbs(form: str, verb: bool) -> None:
    assert is_verb(form) is verb


@pytest.mark.parametrize(("form", "may"), [("Pinheiro", True), ("Angriff", False), ("Notiz", False)])
def test_words_that_may_be_names(form: str, may: bool) -> None:
    assert may_be_name(form) is may
