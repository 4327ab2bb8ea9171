"""Why somebody is said to speak: the explanation tells what was done, no more and no less."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import exp, isclose

import pytest

from tests.builder import place
from tests.meaning.who.articles import statement
from wortlaut.language import analyse
from wortlaut.meaning.actors import shipped
from wortlaut.meaning.who import attribute
from wortlaut.meaning.who.choosing import shipped_weights
from wortlaut.meaning.who.explaining import Explanation, Gender, How, Outcome, explain
from wortlaut.meaning.who.explicit import Way
from wortlaut.types import Part, Party, Span, Statement

DAM = (
    "Kanalmeister Kurt Wiesengrund traf am Montag in Altenau die Ingenieurin Anna Lohfeld. "
    "Der Damm halte, sagte er.\n\n"
    "Der Kanalmeister erklärte, man messe täglich. Lohfeld widersprach. Die Fugen seien offen. "
    "Die Anwohner warnten, es eile. Wir wissen nichts. Ein Sprecher sagte, das Amt prüfe. "
    "„Ich weiß, dass es eilt“, sagte Lohfeld."
)
DAY = date(2025, 3, 4)


def saying(quote: str, mention: str | None, *, sure: float = 0.9, number: int = 0, text: str = DAM) -> Statement:
    speaker = () if mention is None else (Party((place(text, mention),), sure),)
    return statement(text, quote, speaker, number=number)


STATEMENTS = [
    replace(saying("Der Damm halte", None), speakers=(Party((place(DAM, "er", after=DAM.index("sagte er")),), 0.9),)),
    saying("man messe täglich", "Der Kanalmeister", number=1),
    saying("Die Fugen seien offen", None, number=2),
    saying("es eile", "Die Anwohner", number=3),
    saying("wissen nichts", "Wir", number=4),
    saying("das Amt prüfe", "Ein Sprecher", number=5),
    replace(
        saying("„Ich weiß, dass es eilt“", None, number=6), speakers=(Party((Span(len(DAM) - 8, len(DAM) - 1),), 0.9),)
    ),
    saying("dass es eilt", "Ich", number=7),
]


def explained(which: int, statements: Sequence[Statement] = STATEMENTS, *, text: str = DAM) -> Explanation:
    """The one party of that statement."""
    (found,) = explain(analyse(text), statements, f"s{which}", published=DAY)
    return found


def check_equal(text: str, statements: Sequence[Statement]) -> None:
    """Every explanation has the party that `attribute` gives, and its numbers make that party's."""
    document = analyse(text)
    for given, made in zip(attribute(document, statements, published=DAY), statements, strict=True):
        found = explain(document, statements, made.id, published=DAY)
        assert tuple(each.party for each in found if not each.is_addressee) == given.speakers
        assert tuple(each.party for each in found if each.is_addressee) == given.addressees
        for each in found:
            check_numbers(each)


def check_numbers(each: Explanation) -> None:
    doubt = 1.0 if each.mention_confidence is None else each.mention_confidence
    assert each.party.confidence == round(each.certainty * doubt, 4)
    named = {Outcome.NAMED, Outcome.DESCRIBED, Outcome.BY_ITSELF}
    assert (each.party.name is not None) == (each.outcome in named)
    assert (each.naming is not None) == (each.party.name is not None)
    if each.outcome is Outcome.MENTION_UNSURE:
        assert doubt < 1
    if each.choosing is None:
        return
    best, nobody = each.choosing.choices[0], each.choosing.nobody
    assert each.certainty == round(best.share, 4)
    if each.outcome is Outcome.NAMED:
        assert best.share >= each.least
        assert best.share > nobody
    if each.outcome in {Outcome.TOO_LITTLE, Outcome.NOBODY_LIKELIER, Outcome.BY_ITSELF}:
        assert best.share < each.least or best.share <= nobody
    powers = [exp(choice.score) for choice in each.choosing.choices]
    whole = sum(powers) + exp(each.choosing.nobody_score)
    assert all(
        isclose(choice.share, power / whole, abs_tol=1e-9)
        for choice, power in zip(each.choosing.choices, powers, strict=True)
    )
    assert isclose(nobody, exp(each.choosing.nobody_score) / whole, abs_tol=1e-9)
    for choice in each.choosing.choices:
        assert isclose(choice.score, sum(support.points for support in choice.supports), abs_tol=1e-9)


def test_explanation_is_of_what_was_found() -> None:
    check_equal(DAM, STATEMENTS)


@pytest.mark.parametrize("sure", [0.2, 0.45, 0.9])
@pytest.mark.parametrize(
    "text", [DAM, "„Ja“, 🙂 sagte (der) Ü-Wagen: „§ 5 – nein‘ und, und von", "und der die , „“ . sie"]
)
def test_explanation_is_of_what_was_found_of_any_stretch(text: str, sure: float) -> None:
    made: list[Statement] = []
    for start in range(0, len(text) - 1, 5):
        for length in (2, 9, 30):
            span = Span(start, min(start + length, len(text)))
            party = (Party((span,), sure),)
            each = statement(text, text[start], party, number=len(made))
            made.append(replace(each, quote=(span,), addressees=party if length == 9 else ()))
    check_equal(text, made)


def test_pronoun_is_chosen_among_those_who_agree() -> None:
    found = explained(0)
    assert found.wording is not None
    assert found.choosing is not None
    assert (found.wording.span.of(DAM), found.wording.genders) == ("er", (Gender.MASCULINE,))
    assert [choice.name for choice in found.choosing.choices] == ["Kurt Wiesengrund"]
    assert (found.how, found.outcome, found.least) == (How.CHOICE, Outcome.NAMED, shipped_weights().least[Way.PRONOUN])


def test_strongest_support_comes_first() -> None:
    found = explained(1)
    assert found.choosing is not None
    supports = found.choosing.choices[0].supports
    assert "same role" in {each.feature for each in supports[:2]}
    assert [abs(each.points) for each in supports] == sorted((abs(each.points) for each in supports), reverse=True)
    assert all(each.points for each in supports)


def test_name_and_office_have_their_places() -> None:
    naming = explained(1).naming
    assert naming is not None
    assert naming.span is not None
    assert naming.office is not None
    assert (naming.span.of(DAM), naming.office.of(DAM)) == ("Kurt Wiesengrund", "Kanalmeister")
    assert naming.genders == (Gender.MASCULINE,)


def test_no_name_is_explained_where_too_little_speaks_for_anybody() -> None:
    found = explained(2)
    assert found.choosing is not None
    assert found.wording is None
    assert found.mention_confidence is None
    assert {choice.name for choice in found.choosing.choices} >= {"Kurt Wiesengrund", "Anna Lohfeld"}
    assert found.outcome in {Outcome.NOBODY_LIKELIER, Outcome.TOO_LITTLE}
    assert found.naming is None


@pytest.mark.parametrize(
    ("which", "how", "outcome"),
    [
        (3, How.WORDS, Outcome.DESCRIBED),
        (4, How.WORDS, Outcome.OPEN),
        (5, How.WORDS, Outcome.DESCRIBED),
        (6, How.WORDS, Outcome.NAMED),
        (7, How.SPEAKER, Outcome.NAMED),
    ],
)
def test_plain_ways(which: int, how: How, outcome: Outcome) -> None:
    found = explained(which)
    assert (found.how, found.outcome, found.choosing) == (how, outcome, None)


def test_doubted_mention_is_told_as_the_reason() -> None:
    found = explained(0, [saying("man messe täglich", "Der Kanalmeister", sure=0.2)])
    assert (found.outcome, found.mention_confidence, found.party.name) == (Outcome.MENTION_UNSURE, 0.2, None)


def test_target_of_a_passive_is_told() -> None:
    text = "Kurt Wiesengrund wurde vorgeworfen, er habe nicht gemessen."
    cue = replace(saying("er habe nicht gemessen", "Kurt Wiesengrund", text=text), cue=Part((Span(17, 34),), 0.9))
    found = explained(0, [cue], text=text)
    assert (found.is_set_aside, found.left_out) == (True, "Kurt Wiesengrund")
    assert not explained(0).is_set_aside


def test_nobody_fits_where_the_article_names_nobody() -> None:
    text = "Es regnete lange. Der Fluss sei sauber, hieß es."
    found = explained(0, [saying("Der Fluss sei sauber", None, text=text)], text=text)
    assert (found.how, found.outcome, found.choosing, found.party.candidates) == (
        How.NONE,
        Outcome.NOBODY_FITS,
        None,
        (),
    )


def test_term_of_office_is_told_with_its_source() -> None:
    day = date(2015, 6, 1)
    listed = shipped()
    (holding,) = listed.holders("de.kanzler", day)
    office, name = listed.offices["de.kanzler"], listed.persons[holding.term.person].name
    text = f"{name} sprach in Altenau. Es ging um den Damm. Die {office.feminine} sagte, der Damm halte."
    made = saying("der Damm halte", f"Die {office.feminine}", text=text)
    (found,) = explain(analyse(text), [made], "s0", published=day)
    assert found.choosing is not None
    best = found.choosing.choices[0]
    (term,) = best.terms
    assert (best.name, term.office, term.start, term.end) == (
        name,
        office.feminine,
        holding.term.start,
        holding.term.end,
    )
    assert term.sources
    assert any(each.feature == "held the office" for each in best.supports)
    (later,) = explain(analyse(text), [made], "s0", published=date(2024, 6, 1))
    assert later.choosing is not None
    assert all(not choice.terms for choice in later.choosing.choices)


def test_statement_that_is_not_there_has_no_explanation() -> None:
    assert explain(analyse(DAM), STATEMENTS, "s99") == ()
    assert explain(analyse(DAM), (), "s0") == ()
