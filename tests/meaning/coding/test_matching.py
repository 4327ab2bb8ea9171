import pytest

from tests.meaning.coding.builder import HEAD, book, labels, person, place, said
from wortlaut.types import (
    Act,
    Criterion,
    Label,
    LabelEvidence,
    Labelled,
    PartyKind,
    Position,
    ResolvedParty,
    Stance,
    StatementType,
)

TEXT = "„Die Brückenmaut ist Unfug“, sagte Lotsin Mara Lind dem Rat. Sie lehnte den Plan ab."


def test_a_label_has_its_evidence_by_places_and_the_least_confidence() -> None:
    lind = person(TEXT, "Mara Lind", "Mara Lind", "person:mara-lind", "Lotsin")
    article = said(TEXT, "„Die Brückenmaut ist Unfug“", cue=["sagte"], speaker=lind, act=Act.CRITICISE)
    rules = 'id = "maut"\nwords = ["Maut", "fehlt"]\ncues = ["sagen"]\nacts = ["criticise"]\nspeakers = ["Lind"]'
    assert labels(book(rules), article) == (
        Label(
            codebook="fähre",
            category="maut",
            confidence=0.55,
            evidence=(
                LabelEvidence(Criterion.WORDS, place(TEXT, "Brückenmaut")),
                LabelEvidence(Criterion.CUES, place(TEXT, "sagte")),
                LabelEvidence(Criterion.ACTS),
                LabelEvidence(Criterion.SPEAKERS, place(TEXT, "Mara Lind")),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("rules", "confidence"),
    [
        ('words = ["Maut"]', 0.9),
        ('cues = ["sagen"]', 0.7),
        ('acts = ["assert", "deny"]', 0.6),
        ('stances = ["neutral"]', 0.7),
        ('types = ["direct"]', 0.8),
        ('speakers = ["Mara Lind"]', 0.55),
        ('speakers = ["person:mara-lind"]', 0.55),
        ('speakers = ["Lotsin"]', 0.55),
        ('addressees = ["Rat"]', 0.4),
        ('kinds = ["person", "group"]', 0.55),
        ('sources = ["elbkurier"]', 0.9),
        ("negated = false", 0.9),
        ('words = ["Maut"]\ntypes = ["direct"]\nacts = ["assert"]', 0.6),
    ],
)
def test_a_criterion_that_holds_counts_by_its_part(rules: str, confidence: float) -> None:
    lind = person(TEXT, "Mara Lind", "Mara Lind", "person:mara-lind", "Lotsin")
    council = ResolvedParty(place(TEXT, "dem Rat"), PartyKind.ORGANISATION, "Rat", None, 0.4)
    article = said(
        TEXT, "„Die Brückenmaut ist Unfug“", cue=["sagte"], speaker=lind, addressee=council, source="Der Elbkurier"
    )
    assert [each.confidence for each in labels(book('id = "a"\n' + rules), article)] == [confidence]


@pytest.mark.parametrize(
    "rules",
    [
        'words = ["Fähre"]',
        'words = ["Plan"]',  # it stands outside of the quote
        'words = ["Maut"]\nnot_words = ["Unfug"]',
        'cues = ["rufen"]',
        'acts = ["deny"]',
        'stances = ["distancing"]',
        "negated = true",
        'types = ["indirect"]',
        'speakers = ["Brandis"]',
        'addressees = ["Lind"]',
        'targets = ["Lind"]',
        'kinds = ["organisation"]',
        'sources = ["Wattbote"]',
        'words = ["Maut"]\nacts = ["deny"]',
    ],
)
def test_one_criterion_that_does_not_hold_is_enough(rules: str) -> None:
    lind = person(TEXT, "Mara Lind", "Mara Lind")
    article = said(TEXT, "„Die Brückenmaut ist Unfug“", cue=["sagte"], speaker=lind, source="Elbkurier")
    assert labels(book('id = "a"\n' + rules), article) == ()


def test_whom_or_what_an_act_is_directed_at_counts_by_its_name() -> None:
    toll = ResolvedParty((), PartyKind.THING, "die Brückenmaut", None, 0.45)
    article = said(TEXT, "„Die Brückenmaut ist Unfug“", target=toll)
    books = ['id = "a"\ntargets = ["Brückenmaut"]', 'id = "b"\ntargets = ["Lind"]']
    assert [(each.category, each.confidence) for each in labels(book(*books), article)] == [("a", 0.45)]


def test_what_nobody_looked_for_meets_no_criterion() -> None:
    article = said(TEXT, "„Die Brückenmaut ist Unfug“", act=None)
    rules = ['id = "a"\nacts = ["assert"]', 'id = "b"\nspeakers = ["Lind"]', 'id = "c"\nsources = ["Elbkurier"]']
    assert labels(book(*rules), article) == ()


def test_a_verb_is_found_apart_from_its_particle() -> None:
    article = said(TEXT, "den Plan", cue=["lehnte", "ab"], kind=StatementType.REPORTED)
    (found,) = labels(book('id = "nein"\ncues = ["ablehnen"]'), article)
    assert found.evidence == (LabelEvidence(Criterion.CUES, place(TEXT, "lehnte")),)


def test_the_stance_is_that_of_the_report_where_there_is_no_cue() -> None:
    article = said(TEXT, "„Die Brückenmaut ist Unfug“", stance=Stance.DISTANCING)
    assert [each.confidence for each in labels(book('id = "a"\nstances = ["distancing"]'), article)] == [0.9]


BRANCHES = (
    'id = "ja"\nparent = "lager"\nwords = ["Brücke"]',
    'id = "nein"\nparent = "lager"\nwords = ["Unfug"]',
    'id = "maut"\nwords = ["Maut"]',
)


def got(*categories: str, head: str = HEAD, decided: tuple[Labelled, ...] = ()) -> list[str]:
    article = said(TEXT, "„Die Brückenmaut ist Unfug“", decided=decided)
    return [each.category for each in labels(book(*categories, head=head), article)]


def test_several_categories_stand_beside_each_other_in_the_order_of_the_codebook() -> None:
    assert got('id = "lager"', *BRANCHES) == ["ja", "nein", "maut"]


def test_of_an_exclusive_group_the_first_in_order_wins() -> None:
    assert got('id = "lager"\nexclusive = true', *BRANCHES) == ["ja", "maut"]
    assert got('id = "lager"\nexclusive = true', BRANCHES[1], BRANCHES[0]) == ["nein"]


def test_an_exclusive_codebook_gives_one_branch_of_its_top() -> None:
    assert got('id = "lager"', *BRANCHES, head=HEAD + "exclusive = true\n") == ["ja", "nein"]
    assert got('id = "lager"\nwords = ["Maut"]', *BRANCHES, head=HEAD + "exclusive = true\n") == ["lager", "ja", "nein"]


def test_what_a_person_said_is_not_said_again_and_displaces_what_it_excludes() -> None:
    group = 'id = "lager"\nexclusive = true'
    assert got(group, *BRANCHES, decided=(Labelled("fähre", "nein"),)) == ["maut"]
    assert got(group, *BRANCHES, decided=(Labelled("fähre", "ja", applies=False),)) == ["nein", "maut"]
    assert got(group, *BRANCHES, decided=(Labelled("fähre", "weg"),)) == ["ja", "maut"]  # of a former version


@pytest.mark.parametrize(
    ("act", "position", "confidence"),
    [(Act.DEMAND, Position.AGREE, 0.6), (Act.REFUSE, Position.DISAGREE, 0.6), (Act.ASK, None, 0.9)],
)
def test_a_category_says_on_which_side_the_speaker_is(act: Act, position: Position | None, confidence: float) -> None:
    rules = 'id = "maut"\nwords = ["Maut"]\nagree = { acts = ["demand"] }\ndisagree = { acts = ["refuse"] }'
    (found,) = labels(book(rules), said(TEXT, "„Die Brückenmaut ist Unfug“", act=act))
    assert (found.position, found.confidence) == (position, confidence)


def test_against_goes_before_for() -> None:
    rules = 'id = "maut"\nwords = ["Maut"]\nagree = { words = ["Brücke"] }\ndisagree = { words = ["Unfug"] }'
    (found,) = labels(book(rules), said(TEXT, "„Die Brückenmaut ist Unfug“"))
    assert found == Label(
        "fähre",
        "maut",
        0.9,
        Position.DISAGREE,
        (
            LabelEvidence(Criterion.WORDS, place(TEXT, "Brückenmaut")),
            LabelEvidence(Criterion.WORDS, place(TEXT, "Unfug")),
        ),
    )


def test_a_heading_and_a_category_by_hand_are_given_by_nothing() -> None:
    assert got('id = "kopf"', 'id = "hand"\nparent = "kopf"\nby_hand = true') == []
