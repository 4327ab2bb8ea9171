"""What counts as right, wrong, no name or missed."""

import pytest

from evaluation.who import Answer, GoldWho, Judged, MentionForm, Verdict, answer_of, figures, form_of, verdict
from wortlaut.types import Candidate, PartyKind, ResolvedParty

MOLL = GoldWho(PartyKind.PERSON, "Erna Moll", "Ministerin")
NOBODY = GoldWho(PartyKind.UNKNOWN, None, None)
SPOKESMAN = GoldWho(PartyKind.UNNAMED, "ein Sprecher", None)
OFFICE = GoldWho(PartyKind.ORGANISATION, "das „Amt“", None)


@pytest.mark.parametrize(
    ("gold", "answer", "expected"),
    [
        (MOLL, None, Verdict.MISSED),
        (MOLL, Answer(PartyKind.PERSON, "Erna Moll"), Verdict.RIGHT),
        (MOLL, Answer(PartyKind.PERSON, "Moll"), Verdict.WRONG),
        (MOLL, Answer(PartyKind.ORGANISATION, "Erna Moll"), Verdict.WRONG),
        (MOLL, Answer(PartyKind.UNNAMED, "die Ministerin"), Verdict.NO_NAME),
        (MOLL, Answer(PartyKind.UNKNOWN, None), Verdict.NO_NAME),
        (NOBODY, Answer(PartyKind.UNKNOWN, None), Verdict.RIGHT),
        (NOBODY, Answer(PartyKind.PERSON, "Erna Moll"), Verdict.WRONG),
        (SPOKESMAN, Answer(PartyKind.UNNAMED, "der Sprecher"), Verdict.RIGHT),
        (SPOKESMAN, Answer(PartyKind.PERSON, "Erna Moll"), Verdict.WRONG),
        (OFFICE, Answer(PartyKind.ORGANISATION, "Amt"), Verdict.RIGHT),
    ],
)
def test_verdict(gold: GoldWho, answer: Answer | None, expected: Verdict) -> None:
    assert verdict(gold, answer) is expected


def test_joint_names_may_stand_in_any_order() -> None:
    gold = GoldWho(PartyKind.PERSON, "Erna Moll und Jan Jork", None)
    assert verdict(gold, Answer(PartyKind.PERSON, "Jan Jork und Erna Moll")) is Verdict.RIGHT


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("Ministerin Moll", MentionForm.NAME),
        ("Molls Meinung", MentionForm.NAME),
        ("Sie", MentionForm.PRONOUN),
        ("ihrer Meinung", MentionForm.DESCRIPTION),
        ("die Ressortchefin", MentionForm.DESCRIPTION),
        ("", MentionForm.NONE),
    ],
)
def test_form_of_a_mention(mention: str, expected: MentionForm) -> None:
    assert form_of(mention, "Erna Moll") is expected


def test_joint_speakers_are_one_answer_and_nameless_where_one_of_them_is() -> None:
    def party(name: str | None) -> ResolvedParty:
        return ResolvedParty((), PartyKind.PERSON, name, None, 0.9, (Candidate("Jan Jork", PartyKind.PERSON, 0.9),))

    assert answer_of(()) == Answer(PartyKind.UNKNOWN, None)
    assert answer_of([party("Jan Jork")]) == Answer(PartyKind.PERSON, "Jan Jork", ("Jan Jork",))
    assert answer_of([party("Jan Jork"), party("Erna Moll")]) == Answer(PartyKind.PERSON, "Jan Jork und Erna Moll")
    assert answer_of([party("Jan Jork"), party(None)]) == Answer(PartyKind.PERSON, None)


def test_figures_count_what_they_say() -> None:
    judged = [
        Judged(0, MOLL, MentionForm.PRONOUN, Answer(PartyKind.PERSON, "Erna Moll")),
        Judged(0, MOLL, MentionForm.PRONOUN, Answer(PartyKind.PERSON, "Jan Jork")),
        Judged(1, MOLL, MentionForm.NAME, Answer(PartyKind.UNKNOWN, None, ("Jan Jork", "Erna Moll"))),
        Judged(1, SPOKESMAN, MentionForm.DESCRIPTION, Answer(PartyKind.PERSON, "Jan Jork")),
        Judged(1, OFFICE, MentionForm.NAME, None),
    ]
    assert {row.name.strip(): (row.part, row.whole) for row in figures(judged, 2)} == {
        "statement found": (4, 5),
        "person: right": (1, 3),
        "person: wrong name": (1, 3),
        "person: no name": (1, 3),
        "person: statement missed": (0, 3),
        "organisation: right": (0, 1),
        "organisation: wrong name": (0, 1),
        "organisation: no name": (0, 1),
        "organisation: statement missed": (1, 1),
        "person right, of found": (1, 3),
        "organisation right, of found": (0, 0),
        "wrong person's name shown, of found": (2, 4),
        "wrong name of any kind shown, of found": (2, 4),
        "of these not only less or more full": (2, 4),
        "person's name on what is no person, of found": (1, 1),
        "person's name on what has no name, of found": (1, 1),
        "kind right, of found": (2, 4),
        "pronoun or description right, of found": (1, 2),
        "mention without words right, of found": (0, 0),
        "no name shown: right one among first three": (1, 1),
    }
