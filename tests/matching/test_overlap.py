import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builder import head, made, place
from wortlaut.matching import Change, ChangeKind, Pair, align, changes, pair
from wortlaut.matching._assignment import assign
from wortlaut.types import Part, Span, Statement, StatementType

FERRY = "„Die Fähre kommt am Montag nicht“, sagte Tamm. "
BRIDGE = "Löhn erklärte, die Brücke bleibe bis zum Herbst gesperrt. "
DENIED = "Rühl sagte, Wüst habe behauptet, die Halle sei verkauft. "
CLOSED = "Birk lehnte den Verkauf der Werft ab. "
ARTICLE = FERRY + BRIDGE + DENIED + CLOSED

QUOTE_FERRY = "Die Fähre kommt am Montag nicht"
QUOTE_BRIDGE = "die Brücke bleibe bis zum Herbst gesperrt"
OUTER, INNER = "Wüst habe behauptet, die Halle sei verkauft", "die Halle sei verkauft"
QUOTE_CLOSED = "den Verkauf der Werft"


def said(text: str, *quote: str, **parts: object) -> Statement:
    return made(head(text), quote, **parts).statement


def reading(text: str) -> tuple[Statement, ...]:
    """Ferry, bridge, the statement around, the one inside it, and the refusal."""
    return (
        said(text, QUOTE_FERRY, speaker="Tamm", number=1),
        said(text, QUOTE_BRIDGE, speaker="Löhn", type="indirect", number=2),
        said(text, OUTER, speaker="Rühl", type="indirect", number=3),
        said(text, INNER, speaker="Wüst", type="indirect", number=4, parent=3),
        said(text, QUOTE_CLOSED, speaker="Birk", type="reported", number=5),
    )


def rounded(pairs: Sequence[Pair]) -> list[Pair]:
    return [replace(found, overlap=round(found.overlap, 2)) for found in pairs]


def test_the_same_reading_pairs_each_statement_with_itself() -> None:
    old = reading(ARTICLE)
    assert pair(old, old) == tuple(Pair(index, index, 1.0) for index in range(5))


def test_pairs_come_in_the_order_of_the_old_ones_whatever_the_new_order() -> None:
    old = reading(ARTICLE)
    new = tuple(reversed(old))
    assert pair(old, new) == tuple(Pair(index, 4 - index, 1.0) for index in range(5))


@pytest.mark.parametrize(("old", "new"), [((), ()), ((), reading(ARTICLE)), (reading(ARTICLE), ())])
def test_nothing_is_paired_with_nothing(old: Sequence[Statement], new: Sequence[Statement]) -> None:
    assert pair(old, new, alignment=align(ARTICLE, ARTICLE)) == ()


def test_bounds_that_differ_somewhat_are_the_same_statement() -> None:
    old, new = [said(ARTICLE, QUOTE_BRIDGE)], [said(ARTICLE, "bleibe bis zum Herbst gesperrt")]
    assert rounded(pair(old, new)) == [Pair(0, 0, round(2 * 30 / (41 + 30), 2))]


def test_half_of_the_words_are_enough() -> None:
    half = said(ARTICLE, "zum Herbst gesperrt")
    assert rounded(pair([said(ARTICLE, QUOTE_BRIDGE)], [half])) == [Pair(0, 0, round(2 * 19 / (41 + 19), 2))]


def test_of_equal_overlaps_the_one_that_begins_at_the_same_place_wins() -> None:
    whole, first, second = (said(ARTICLE, QUOTE_BRIDGE) for _ in range(3))
    start = whole.quote[0].start
    first = replace(first, quote=(Span(start, start + 20),))
    second = replace(second, quote=(Span(start + 20, start + 40),))
    assert [(found.old, found.new) for found in pair([whole], [second, first])] == [(0, 1)]


def test_a_few_words_in_common_are_not_the_same_statement() -> None:
    assert pair([said(ARTICLE, QUOTE_BRIDGE)], [said(ARTICLE, "gesperrt. Rühl sagte, Wüst habe")]) == ()


def test_a_split_quote_is_compared_by_all_its_spans() -> None:
    text = "„Die Fähre“, sagte Tamm, „kommt am Montag nicht.“"
    split = said(text, "Die Fähre", "kommt am Montag nicht")
    whole, end = said(text, text), said(text, "kommt am Montag nicht")
    assert rounded(pair([split], [end, whole])) == [Pair(0, 0, round(2 * 21 / (30 + 21), 2))]


def test_marks_and_white_space_at_the_ends_do_not_count() -> None:
    text = "„Nein!“ – so Tamm."
    bare, marked = said(text, "Nein"), said(text, "„Nein!“ ")
    assert pair([bare], [marked], alignment=align(text, text)) == (Pair(0, 0, 1.0),)


def test_quotes_of_marks_alone_are_compared_as_they_are() -> None:
    text = "„… ?!“, fragte Tamm."
    assert pair([said(text, "… ?!")], [said(text, "… ?!")], alignment=align(text, text)) == (Pair(0, 0, 1.0),)


def test_a_statement_inside_another_keeps_its_identity_and_leaves_the_other_its_own() -> None:
    _, _, outer, inner, _ = reading(ARTICLE)
    shorter = replace(outer, quote=(place(ARTICLE, "habe behauptet, die Halle sei verkauft"),))
    longer = replace(inner, quote=(place(ARTICLE, "behauptet, die Halle sei verkauft"),))
    assert [(found.old, found.new) for found in pair([outer, inner], [longer, shorter])] == [(0, 1), (1, 0)]


def test_what_stands_inside_is_not_paired_with_what_stands_around_where_that_is_there_too() -> None:
    _, _, outer, inner, _ = reading(ARTICLE)
    assert pair([inner], [outer, inner]) == (Pair(0, 1, 1.0),)
    assert pair([outer, inner], [outer]) == (Pair(0, 0, 1.0),)


@pytest.mark.parametrize("by", ["type", "speaker", "parent"])
def test_equal_quotes_are_told_apart(by: str) -> None:
    one = said(ARTICLE, QUOTE_BRIDGE, type="indirect", speaker="Löhn", number=1)
    other = {
        "type": replace(one, type=StatementType.REPORTED),
        "speaker": replace(one, speakers=said(ARTICLE, QUOTE_BRIDGE, speaker="Rühl").speakers),
        "parent": replace(one, parent="s9"),
    }[by]
    assert pair([one, other], [other, one]) == (Pair(0, 1, 1.0), Pair(1, 0, 1.0))


def test_speakers_are_compared_where_they_stand_in_the_new_text() -> None:
    new_text = "Neues vom Kai. " + ARTICLE
    old = [said(ARTICLE, QUOTE_BRIDGE, speaker=name) for name in ("Löhn", "Rühl")]
    new = [said(new_text, QUOTE_BRIDGE, speaker=name) for name in ("Rühl", "Löhn")]
    assert pair(old, new, alignment=align(ARTICLE, new_text)) == (Pair(0, 1, 1.0), Pair(1, 0, 1.0))


def test_statements_go_with_their_words_into_another_version() -> None:
    new_text = "Neues vom Kai. " + CLOSED + DENIED + "Es regnet. " + FERRY + BRIDGE
    pairs = pair(reading(ARTICLE), reading(new_text), alignment=align(ARTICLE, new_text))
    assert pairs == tuple(Pair(index, index, 1.0) for index in range(5))


def test_a_reworded_statement_is_found_at_its_place() -> None:
    new_text = ARTICLE.replace(QUOTE_BRIDGE, "gesperrt sei die Brücke wohl bis in den Herbst")
    new = [said(new_text, "gesperrt sei die Brücke wohl bis in den Herbst"), said(new_text, QUOTE_FERRY)]
    pairs = pair(reading(ARTICLE)[:2], new, alignment=align(ARTICLE, new_text))
    assert [(found.old, found.new) for found in pairs] == [(0, 1), (1, 0)]
    assert 0.5 < pairs[1].overlap < 0.9


def test_other_endings_of_the_words_do_not_count() -> None:
    reworded = "des Verkaufs der Werften"
    new_text = ARTICLE.replace(QUOTE_CLOSED, reworded)
    found = pair([said(ARTICLE, QUOTE_CLOSED)], [said(new_text, reworded)], alignment=align(ARTICLE, new_text))
    assert rounded(found) == [Pair(0, 0, round(2 * (7 + 3 + 5) / (3 + 7 + 3 + 5 + 3 + 8 + 3 + 7), 2))]


def test_a_statement_with_other_words_at_the_place_is_another() -> None:
    new_text = ARTICLE.replace(QUOTE_BRIDGE, "man habe vom Streit um Löhne erst gestern gelesen")
    new = [said(new_text, "man habe vom Streit um Löhne erst gestern gelesen")]
    assert pair(reading(ARTICLE)[1:2], new, alignment=align(ARTICLE, new_text)) == ()


def test_a_statement_that_was_moved_and_reworded_is_found_by_its_words() -> None:
    reworded = "die Brücke bliebe bis zum späten Herbst gesperrt"
    new_text = FERRY + DENIED + CLOSED + f"Am Abend hieß es aus dem Amt für Wege: {reworded}."
    pairs = pair([said(ARTICLE, QUOTE_BRIDGE)], [said(new_text, reworded)], alignment=align(ARTICLE, new_text))
    assert [(found.old, found.new) for found in pairs] == [(0, 0)]
    assert 0.7 < pairs[0].overlap < 1


def test_changes_tell_what_became_of_every_statement_in_text_order() -> None:
    new_text = (
        FERRY
        + "Äßle meinte, das Schiff sei alt. "
        + BRIDGE.replace("bis zum Herbst", "bis in den Winter")
        + "Es regnet. "
        + CLOSED
    )
    old = [statement for statement in reading(ARTICLE) if statement.quote[0] != place(ARTICLE, INNER)]
    new = [
        said(new_text, QUOTE_CLOSED, type="reported", number=14),
        said(new_text, "die Brücke bleibe bis in den Winter gesperrt", type="indirect", number=13),
        said(new_text, "das Schiff sei alt", type="indirect", number=12),
        said(new_text, QUOTE_FERRY, number=11),
    ]
    assert changes(old, new, ARTICLE, new_text) == (
        Change(ChangeKind.KEPT, old[0], new[3], in_both=True),
        Change(ChangeKind.ADDED, None, new[2], in_both=False),
        Change(ChangeKind.REWORDED, old[1], new[1], in_both=False),
        Change(ChangeKind.REMOVED, old[2], None, in_both=False),
        Change(ChangeKind.KEPT, old[3], new[0], in_both=True),
    )


def test_other_bounds_of_the_same_words_are_no_change() -> None:
    new_text = "Neues vom Kai. " + ARTICLE
    old, new = said(ARTICLE, QUOTE_BRIDGE), said(new_text, "bleibe bis zum Herbst gesperrt")
    assert changes([old], [new], ARTICLE, new_text) == (Change(ChangeKind.KEPT, old, new, in_both=True),)


def test_other_quotation_marks_and_white_space_are_no_change() -> None:
    new_text = ARTICLE.replace("„", "»").replace("“", "«").replace("am Montag", "am\nMontag")
    old, new = said(ARTICLE, "„" + QUOTE_FERRY + "“"), said(new_text, "»Die Fähre kommt am\nMontag nicht«")
    assert changes([old], [new], ARTICLE, new_text) == (Change(ChangeKind.KEPT, old, new, in_both=True),)


def test_what_only_the_reader_lost_or_found_is_marked_so() -> None:
    new_text = "Neues vom Kai. " + ARTICLE
    old, new = said(ARTICLE, QUOTE_BRIDGE), said(new_text, QUOTE_CLOSED)
    assert changes([old], [new], ARTICLE, new_text) == (
        Change(ChangeKind.REMOVED, old, None, in_both=True),
        Change(ChangeKind.ADDED, None, new, in_both=True),
    )


def test_an_alignment_of_other_texts_is_refused() -> None:
    with pytest.raises(ValueError, match="of other texts"):
        changes([], [], ARTICLE, FERRY, alignment=align(FERRY, ARTICLE))


def best_sum(weights: dict[tuple[int, int], float], size: int) -> float:
    """The greatest sum, by trying everything."""
    return max(sum(weights.get(edge, 0.0) for edge in enumerate(order)) for order in permutations(range(size)))


_EDGES = st.tuples(st.integers(0, 5), st.integers(0, 5))


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(_EDGES, st.sampled_from([0.4, 0.5, 0.75, 1.0]) | st.floats(0.01, 1.0), max_size=20))
def test_the_choice_of_pairs_is_the_best_there_is(weights: dict[tuple[int, int], float]) -> None:
    chosen = assign(weights)
    assert len({row for row, _ in chosen}) == len({column for _, column in chosen}) == len(chosen)
    assert sum(weights[edge] for edge in chosen) == pytest.approx(best_sum(weights, 6))


def test_very_many_statements_at_one_place_are_paired_one_to_one() -> None:
    crowd = [said(ARTICLE, QUOTE_BRIDGE, number=number) for number in range(60)]
    assert {(found.old, found.new) for found in pair(crowd, crowd)} == {(index, index) for index in range(60)}


_TEXT = "".join(f"Tamm sagte, die Halle {number} sei zu. " for number in range(40))


def random_reading(chance: random.Random, text: str) -> list[Statement]:
    base = said(_TEXT, "die Halle 0 sei zu")
    spans = [Span(start, start + chance.randint(1, 60)) for start in chance.sample(range(len(text) - 60), 12)]
    kinds = list(StatementType)
    return [replace(base, quote=(span,), type=chance.choice(kinds), cue=Part()) for span in spans]


@pytest.mark.parametrize("seed", range(20))
def test_pairing_is_the_same_from_either_side(seed: int) -> None:
    chance = random.Random(seed)
    old, new = random_reading(chance, _TEXT), random_reading(chance, _TEXT)
    there = {(found.old, found.new, found.overlap) for found in pair(old, new)}
    back = {(found.new, found.old, found.overlap) for found in pair(new, old)}
    assert there == back
    assert all(0.4 <= overlap <= 1 for _, _, overlap in there)
