"""Who speaks: names in short, pronouns, descriptions, bodies, groups, and those without a name."""

from dataclasses import replace
from datetime import date

import pytest

from tests.builder import place
from tests.meaning.who.articles import kind_and_name, said, shown, statement
from wortlaut.language import analyse
from wortlaut.meaning.who import attribute
from wortlaut.types import Part, Party, Span

HALLSTEIN = (
    "Die Umweltministerin von Musterland, Erna Hallstein, besuchte am Montag die Elbe. "
    "Hallstein sagte, der Fluss sei sauber. "
    "Sie erklärte, die Fische kämen zurück. "
    "Die Ministerin sagte, man werde weiter messen."
)


def test_short_name_gets_the_fullest_form() -> None:
    assert shown(HALLSTEIN, ("der Fluss sei sauber", "Hallstein sagte"[:9])) == [[("person", "Erna Hallstein")]]


def test_pronoun_and_description_get_the_name() -> None:
    found = shown(
        HALLSTEIN,
        ("der Fluss sei sauber", "Hallstein"),
        ("die Fische kämen zurück", "Sie"),
        ("man werde weiter messen", "Die Ministerin"),
    )
    assert found == [[("person", "Erna Hallstein")]] * 3


def test_office_is_given_as_the_article_has_it() -> None:
    (found,) = said(HALLSTEIN, ("der Fluss sei sauber", "Hallstein"))
    assert found.speakers[0].office == "Umweltministerin von Musterland"


def test_title_before_a_name_is_no_part_of_it() -> None:
    text = "US-Unterhändler Kurt Wiesengrund sagte, es gebe Fortschritte."
    assert shown(text, ("es gebe Fortschritte", "US-Unterhändler Kurt Wiesengrund")) == [
        [("person", "Kurt Wiesengrund")]
    ]


def test_pronoun_goes_to_the_one_whose_gender_it_has() -> None:
    text = "Bürgermeister Peter Moosbach traf Trainerin Anna Lohfeld. Sie sagte, das Stadion sei zu klein."
    assert shown(text, ("das Stadion sei zu klein", "Sie")) == [[("person", "Anna Lohfeld")]]


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("ein Sprecher des Ministeriums", ("unnamed", "ein Sprecher des Ministeriums")),
        ("Experten", ("group", "Experten")),
        ("die Anwohner", ("group", "die Anwohner")),
        ("die afghanische Regierung", ("organisation", "afghanische Regierung")),
        ("der Elbinger Polizei", ("organisation", "Elbinger Polizei")),
        ("Angaben der Staatsanwaltschaft", ("organisation", "Staatsanwaltschaft")),
        ("einer Studie des Instituts", ("document", "eine Studie des Instituts")),
        ("Moskau", ("organisation", "Moskau")),
    ],
)
def test_speakers_that_have_no_persons_name(mention: str, expected: tuple[str, str]) -> None:
    text = f"So sagte es {mention}: Der Fluss sei sauber."
    assert shown(text, ("Der Fluss sei sauber", mention)) == [[expected]]


def test_name_of_another_in_the_genitive_is_not_the_speakers() -> None:
    text = "Kurt Wiesengrund schwieg. Ein Sprecher Wiesengrunds sagte, das sei falsch."
    assert shown(text, ("das sei falsch", "Ein Sprecher Wiesengrunds")) == [[("unnamed", "ein Sprecher Wiesengrunds")]]


def test_joint_speakers_stand_beside_one_another() -> None:
    text = "Kurt Wiesengrund und Anna Lohfeld sagten, es eile."
    assert shown(text, ("es eile", "Kurt Wiesengrund und Anna Lohfeld")) == [
        [("person", "Kurt Wiesengrund"), ("person", "Anna Lohfeld")]
    ]


def test_abbreviation_gets_the_name_that_explains_it() -> None:
    text = "Die Nordelbische Umweltorganisation (NUO) protestierte. Die NUO sagte, es eile."
    assert shown(text, ("es eile", "Die NUO")) == [[("organisation", "Nordelbische Umweltorganisation")]]


def test_possessive_before_an_opinion_is_a_pronoun() -> None:
    text = "Trainerin Anna Lohfeld klagte. Ihrer Meinung nach ist das Stadion zu klein."
    assert shown(text, ("das Stadion zu klein", "Ihrer Meinung")) == [[("person", "Anna Lohfeld")]]


def test_nobody_is_made_up_where_the_article_names_nobody() -> None:
    text = "Es regnete lange. Der Fluss sei sauber, hieß es."
    (found,) = said(text, ("Der Fluss sei sauber", None))
    assert [(party.kind.value, party.name, party.candidates) for party in found.speakers] == [("unknown", None, ())]


def test_candidates_begin_with_the_one_that_is_shown() -> None:
    (found,) = said(HALLSTEIN, ("die Fische kämen zurück", "Sie"))
    (party,) = found.speakers
    assert party.candidates[0].name == party.name == "Erna Hallstein"
    assert 0 < party.confidence <= 1


def test_article_without_statements_gives_nothing() -> None:
    assert attribute(analyse(HALLSTEIN), ()) == ()


@pytest.mark.parametrize(
    "text", [HALLSTEIN, "„Ja“, 🙂 sagte (der) Ü-Wagen: „§ 5 – nein‘ und, und von", "und der die das , „“ . sie"]
)
def test_any_stretch_of_any_text_gets_an_answer(text: str) -> None:
    document = analyse(text)
    for start in range(0, len(text) - 1, 3):
        for length in (1, 2, 7, 30):
            span = Span(start, min(start + length, len(text)))
            made = replace(statement(text, text[start]), quote=(span,), speakers=(Party((span,), 0.9),))
            (found,) = attribute(document, [made])
            assert found.statement == made.id
            assert len(found.speakers) >= 1


def test_reader_that_doubts_the_mention_gets_no_name_shown() -> None:
    text = HALLSTEIN
    at = text.index("Hallstein sagte")
    doubted = statement(text, "der Fluss sei sauber", (Party((Span(at, at + 9),), 0.2),))
    ((party,),) = [each.speakers for each in attribute(analyse(text), [doubted])]
    assert (party.kind.value, party.name, party.candidates[0].name) == ("person", None, "Erna Hallstein")


def test_addressees_are_resolved_as_well() -> None:
    text = HALLSTEIN
    addressed = replace(
        statement(text, "man werde weiter messen"), addressees=(Party((place(text, "Die Ministerin"),), 0.9),)
    )
    (found,) = attribute(analyse(text), [addressed])
    assert [party.name for party in found.addressees] == ["Erna Hallstein"]


def test_ich_in_a_quote_is_whoever_says_it() -> None:
    text = "Trainerin Anna Lohfeld sagte: „Ich weiß, dass es eilt.“"
    outer = statement(text, "„Ich weiß, dass es eilt.“", (Party((Span(0, 22),), 0.9),), number=0)
    inner = statement(text, "dass es eilt", (Party((place(text, "Ich"),), 0.9),), number=1)
    found = attribute(analyse(text), [outer, inner])
    assert [[party.name for party in each.speakers] for each in found] == [["Anna Lohfeld"], ["Anna Lohfeld"]]


def test_wir_stays_open() -> None:
    text = "Trainerin Anna Lohfeld klagte. Das Stadion sei zu klein, meinen wir."
    (found,) = said(text, ("Das Stadion sei zu klein", "wir"))
    assert [(party.kind.value, party.name) for party in found.speakers] == [("unknown", None)]
    assert [candidate.name for candidate in found.speakers[0].candidates] == ["Anna Lohfeld"]


def test_mention_run_together_with_its_object_is_the_subject() -> None:
    text = "Minister Kupferberg kam. Dann verteidigte Kupferberg US-Unterhändler Kurt Wiesengrund, er tue, was gut ist."
    mention = "Kupferberg US-Unterhändler Kurt Wiesengrund"
    assert shown(text, ("er tue, was gut ist", mention)) == [[("person", "Kupferberg")]]


def test_single_word_that_nothing_tells_to_be_a_persons_is_not_shown() -> None:
    text = "Gestern war es still. Kupfersinn sagte, es eile."
    (found,) = said(text, ("es eile", "Kupfersinn"))
    (party,) = found.speakers
    assert (party.kind.value, party.name, party.candidates[0].name) == ("person", None, "Kupfersinn")


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("meinte Hallstein", ("person", "Erna Hallstein")),
        ("der Zeitung „Am Deich“ in ihrer Ausgabe", ("organisation", "Am Deich")),
        ("Angaben der Behörde NUO", ("organisation", "NUO")),
        ("der Pegel AG", ("organisation", "Pegel AG")),
        ("am Montag", ("person", "Erna Hallstein")),
        ("dem Hochwasser", ("person", "Erna Hallstein")),
    ],
)
def test_mentions_that_are_cut_badly(mention: str, expected: tuple[str, str]) -> None:
    text = f"Erna Hallstein sprach in Elbing. So kam es, {mention}, dass alles gut sei."
    assert shown(text, ("alles gut sei", mention)) == [[expected]]


def test_mention_that_ends_too_early_gets_the_bodys_whole_name() -> None:
    text = "Die Staatsanwaltschaft Bremen ermittelt, sie habe Beweise."
    assert shown(text, ("sie habe Beweise", "Die Staatsanwaltschaft")) == [
        [("organisation", "Staatsanwaltschaft Bremen")]
    ]


def test_doubted_mention_gives_a_name_where_all_around_speaks_for_it() -> None:
    text = "Erna Hallstein sprach lange. Hallstein sagte, der Fluss sei sauber."
    at = text.index("Hallstein sagte")
    doubted = statement(text, "der Fluss sei sauber", (Party((Span(at, at + 9),), 0.45),))
    ((party,),) = [each.speakers for each in attribute(analyse(text), [doubted])]
    assert kind_and_name(party) == ("person", "Erna Hallstein")


def test_object_of_the_cue_is_no_speaker() -> None:
    text = "Erna Hallstein kam. Ihren Widersacher Kurt Wiesengrund forderte sie auf, er möge gehen."
    made = statement(text, "er möge gehen", (Party((place(text, "Ihren Widersacher Kurt Wiesengrund"),), 0.9),))
    made = replace(made, cue=Part((place(text, "forderte"), place(text, "auf")), 0.9))
    ((party,),) = [each.speakers for each in attribute(analyse(text), [made])]
    assert [candidate.name for candidate in party.candidates] == ["Erna Hallstein"]


def test_this_one_is_who_does_not_speak() -> None:
    text = "Erna Hallstein lobte. Zur Kritik an Kurt Wiesengrund meinte Peter Moosbach, dieser habe recht."
    assert shown(text, ("dieser habe recht", "Peter Moosbach"), ("habe recht", "dieser")) == [
        [("person", "Peter Moosbach")],
        [("person", "Kurt Wiesengrund")],
    ]


def test_origin_means_whoever_has_a_role_of_that_country() -> None:
    text = (
        "Trainer Peter Moosbach traf den US-Unterhändler Kurt Wiesengrund. Moosbach schwieg. "
        "Der US-Amerikaner sagte, es eile."
    )
    assert shown(text, ("es eile", "Der US-Amerikaner")) == [[("person", "Kurt Wiesengrund")]]


def test_epithet_means_who_held_the_office_that_day() -> None:
    text = "Merkel besuchte Trainer Peter Moosbach. Die Bundeskanzlerin schwieg. Sie sagte, es eile."
    (found,) = shown(text, ("es eile", "Sie"), published=date(2014, 5, 1))
    assert found == [("person", "Merkel")]


def test_relative_pronoun_means_what_stands_right_before() -> None:
    text = "Anna Lohfeld klagte. Es gibt eine Rechnung, die davon ausgeht, das Stadion sei zu klein."
    (found,) = said(text, ("das Stadion sei zu klein", "die"))
    assert [(party.kind.value, party.name) for party in found.speakers] == [("unknown", None)]


def test_owner_of_a_paper_is_the_first_to_choose_from() -> None:
    text = "Anna Lohfeld klagte. Nach einem Bericht der Zeitung „Elbkurier“ sei das Stadion zu klein."
    (found,) = said(text, ("das Stadion zu klein", "einem Bericht der Zeitung „Elbkurier“"))
    assert [candidate.name for candidate in found.speakers[0].candidates] == ["Elbkurier", "Anna Lohfeld"]


def test_collective_by_a_point_of_the_compass_is_a_group() -> None:
    text = "Im Westen heißt es, das sei falsch."
    assert shown(text, ("das sei falsch", "Im Westen")) == [[("group", "der Westen")]]
