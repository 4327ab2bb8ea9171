import pytest
from hypothesis import given

from tests.language.texts import texts
from wortlaut.language import analyse, verb_forms
from wortlaut.types import VerbFormKind

FIRST, SECOND = VerbFormKind.KONJUNKTIV_1, VerbFormKind.KONJUNKTIV_2
WUERDE, SOLL = VerbFormKind.WUERDE, VerbFormKind.SOLL


def forms(text: str) -> list[tuple[str, VerbFormKind, str, bool, str | None]]:
    return [
        (form.span.of(text), form.kind, form.lemma, form.certain, form.infinitive.of(text) if form.infinitive else None)
        for form in verb_forms(analyse(text))
    ]


def found(text: str) -> list[str]:
    return [form.span.of(text) for form in verb_forms(analyse(text))]


@given(texts)
def test_every_form_is_a_token_of_the_text_in_order(text: str) -> None:
    document = analyse(text)
    spans = [form.span for form in verb_forms(document)]

    assert spans == sorted(set(spans))
    assert set(spans) <= set(document.tokens)


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("Der Rat sei müde.", "sei", "sein"),
        ("Die Räte seien müde.", "seien", "sein"),
        ("Sie habe nichts gewusst.", "habe", "haben"),
        ("Der Bau werde teuer.", "werde", "werden"),
        ("Kern könne nicht kommen.", "könne", "können"),
        ("Dass er komme, freut sie.", "komme", "kommen"),
        ("Das Land handele falsch.", "handele", "handeln"),
        ("Das ändere nichts.", "ändere", "ändern"),
        ("Er handle auf eigene Faust.", "handle", "handeln"),
        ("Sie sagte, dass er das vorhabe.", "vorhabe", "vorhaben"),
        ("Sei das der Fall, zahle der Rat.", "Sei", "sein"),
    ],
)
def test_konjunktiv_1_is_found(text: str, form: str, lemma: str) -> None:
    assert forms(text)[0] == (form, FIRST, lemma, True, None)


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("Es wäre verwunderlich.", "wäre", "sein"),
        ("Die Wachen hätten geschlafen.", "hätten", "haben"),
        ("Das gäbe Ärger.", "gäbe", "geben"),
        ("Wenn sie kämen, ginge er.", "kämen", "kommen"),
        ("Ein Preis, der zurückbliebe.", "zurückbliebe", "zurückbleiben"),
        ("Das Geld müßte reichen.", "müßte", "müssen"),
        ("Wäre er nur gegangen!", "Wäre", "sein"),
    ],
)
def test_konjunktiv_2_is_found(text: str, form: str, lemma: str) -> None:
    assert forms(text)[0] == (form, SECOND, lemma, True, None)


def test_wuerde_comes_with_its_infinitive_behind_it() -> None:
    assert forms("Der Rat würde die Brücke bald bauen.") == [("würde", WUERDE, "bauen", True, "bauen")]


def test_wuerde_comes_with_its_infinitive_before_it() -> None:
    assert forms("Sie sagte, dass er kommen würde.") == [("würde", WUERDE, "kommen", True, "kommen")]


def test_wuerde_alone_is_konjunktiv_2_of_werden() -> None:
    assert forms("Das würde teuer.") == [("würde", SECOND, "werden", True, None)]


def test_the_noun_is_no_verb() -> None:
    assert found("Die Würde der Habe und der Getränke im Falle der Umstände.") == []


def test_soll_with_an_infinitive_of_the_past_reports() -> None:
    assert forms("Kern soll gelogen haben.") == [("soll", SOLL, "haben", True, "haben")]
    assert forms("Er soll ernannt worden sein.") == [("soll", SOLL, "sein", True, "sein")]


def test_soll_with_another_infinitive_may_report() -> None:
    assert forms("Die Brücke soll teuer werden.") == [("soll", SOLL, "werden", False, "werden")]


def test_soll_without_an_infinitive_marks_nothing() -> None:
    assert found("Das ist mehr als das Soll und er soll nach Haus.") == []


def test_sollte_is_doubtful() -> None:
    assert forms("Der Rat sollte zahlen.") == [("sollte", SOLL, "zahlen", False, "zahlen")]


def test_what_ich_says_in_the_present_is_no_konjunktiv() -> None:
    assert found("Ich komme, ich habe Zeit und werde bleiben; hoffe ich.") == []


def test_what_is_joined_to_ich_is_no_konjunktiv() -> None:
    assert found("Ich sehe Eltern, Lehrer und plane ein Fest.") == []


def test_forms_that_differ_from_the_indicative_count_with_ich_too() -> None:
    assert found("Er fragt, ob ich müde sei und wolle.") == ["sei", "wolle"]


def test_forms_shared_with_the_indicative_are_left_out() -> None:
    assert found("Sie sagten, die Gäste kommen, gingen und redeten.") == []


def test_adjectives_and_particles_in_e_are_no_verbs() -> None:
    assert found("Eine große, geringe, sichere und weitere Summe, bitte, heute.") == []


def test_an_order_is_no_konjunktiv() -> None:
    assert found("Sei still! Komme sofort!") == []


def test_positions_hold_behind_emoji_and_combining_marks() -> None:
    text = "🙂 Re\u0301ne\u0301 meinte, „er“ käme »bald«."

    assert found(text) == ["käme"]
