"""Every expected number is reckoned by hand in a comment beside it."""

import pytest

from evaluation.bootstrap import Interval
from evaluation.breakdown import Distance, LabelCount
from evaluation.corpus import Annotation, CorpusDocument, MalformedFile, Prediction
from evaluation.figures import LabelScore, Share, Tally
from evaluation.scoring import Intervals, Scores, align, score
from wortlaut.types import Span, TokenRange


def document(*annotations: Annotation, words: int = 40, comma: int | None = None, name: str = "a") -> CorpusDocument:
    """Ten one-letter words a sentence; the word at `comma` is a comma."""
    text = " ".join("," if word == comma else "w" for word in range(words))
    return CorpusDocument(
        name=name,
        text=text,
        tokens=tuple(Span(2 * word, 2 * word + 1) for word in range(words)),
        sentences=tuple(TokenRange(start, start + 10) for start in range(0, words, 10)),
        annotations=annotations,
    )


def said(
    *quote: int,
    label: str = "Indirect",
    medium: str = "Speech",
    speaker: tuple[int, ...] = (),
    cue: tuple[int, ...] = (),
) -> Annotation:
    return Annotation(label, medium, frozenset(quote), speaker=frozenset(speaker), cue=frozenset(cue))


def scored(gold: list[Annotation], predicted: list[Annotation], *, comma: int | None = None) -> Scores:
    return score([document(*gold, comma=comma)], [predicted])


def tally_of(scores: Scores, name: str) -> Tally:
    return next(measure.tally for measure in scores.measures if measure.name == name)


def test_gold_against_itself_is_perfect_in_every_figure() -> None:
    gold = [
        Annotation(
            "Direct", "Speech", frozenset({3, 4}), frozenset({0}), frozenset({2}), frozenset({1, 2}), frozenset({1})
        ),
        said(14, 15, label="Reported", medium="Writing", speaker=(1,)),
    ]
    scores = scored(gold, gold)
    assert [measure.tally.f1 for measure in scores.measures] == [1.0] * 7
    assert (scores.type.f1, scores.medium.f1, scores.exact.value, scores.usable.value) == (1.0, 1.0, 1.0, 1.0)
    assert (scores.gold, scores.predicted, scores.matched) == (2, 2, 2)


def test_empty_prediction_has_no_precision_and_a_recall_of_zero() -> None:
    scores = scored([said(3, 4, speaker=(1,))], [])
    assert tally_of(scores, "messages") == Tally(0.0, 0, 0.0, 1)
    assert tally_of(scores, "joint") == Tally(0.0, 0, 0.0, 2)
    assert (scores.f1("messages"), scores.f1("joint"), scores.f1("cue")) == (0.0, 0.0, None)


def test_prediction_without_any_gold_has_no_recall() -> None:
    scores = scored([], [said(3, 4, speaker=(1,))])
    assert tally_of(scores, "joint") == Tally(0.0, 2, 0.0, 0)
    assert scores.f1("joint") == 0.0
    assert (scores.exact.value, scores.usable.value, scores.type) == (None, None, LabelScore(0, 1, 0))


def test_nothing_against_nothing_is_no_number() -> None:
    scores = scored([], [])
    assert [measure.tally.f1 for measure in scores.measures] == [None] * 7
    assert scores.type.f1 is None


def test_split_quote_counts_as_one_set_of_tokens() -> None:
    # gold {2,3,10,11}, predicted only its first half {2,3}: precision 2/2, recall 2/4, F1 2·1·.5/1.5 = 2/3
    scores = scored([said(2, 3, 10, 11)], [said(2, 3)])
    assert tally_of(scores, "messages") == Tally(1.0, 1, 0.5, 1)
    assert scores.f1("messages") == pytest.approx(2 / 3)


def test_both_halves_predicted_apart_match_once_and_leave_one_spurious() -> None:
    # {2,3} pairs (token F1 2·2/6), {10} does not: precision (1 + 0)/2, recall 2/4, F1 = .5
    scores = scored([said(2, 3, 10, 11)], [said(10), said(2, 3)])
    assert tally_of(scores, "messages") == Tally(1.0, 2, 0.5, 1)
    assert (scores.matched, scores.f1("messages")) == (1, 0.5)


def test_nested_statements_are_matched_each_with_its_own() -> None:
    # outer exact; inner predicted {5,6,7} for gold {5,6}: precision (1 + 2/3)/2 = 5/6, recall (1 + 1)/2 = 1
    scores = scored([said(2, 3, 4, 5, 6, 7), said(5, 6)], [said(5, 6, 7), said(2, 3, 4, 5, 6, 7)])
    assert tally_of(scores, "messages") == Tally(1 + 2 / 3, 2, 2.0, 2)
    assert scores.f1("messages") == pytest.approx(2 * (5 / 6) / (5 / 6 + 1))
    assert scores.exact == Share(1, 2)


def test_assignment_is_best_for_the_document_and_not_greedy() -> None:
    # A {1-4}, B {3-6}; predictions X {2-5} (A .75, B .75) and Y {1,2} (A 2/3, B 0): X goes to B, so that Y gets A.
    # precision: X on B 3/4, Y on A 2/2; recall: B 3/4, A 2/4
    scores = scored([said(1, 2, 3, 4), said(3, 4, 5, 6)], [said(2, 3, 4, 5), said(1, 2)])
    assert tally_of(scores, "messages") == Tally(1.75, 2, 1.25, 2)


def test_same_type_decides_between_equally_good_quotes() -> None:
    gold = [said(3, 4, label="Reported", speaker=(1,))]
    predicted = [said(3, 4, label="Indirect", speaker=(2,)), said(3, 4, label="Reported", speaker=(1,))]
    scores = scored(gold, predicted)
    assert scores.type == LabelScore(1, 2, 1)
    assert tally_of(scores, "speaker") == Tally(1.0, 2, 1.0, 1)


def test_same_medium_decides_where_the_type_does_not() -> None:
    gold = [said(3, 4, medium="Writing")]
    scores = scored(gold, [said(3, 4, medium="Speech"), said(3, 4, medium="Writing")])
    assert scores.medium == LabelScore(1, 2, 1)


def test_same_labels_do_not_pair_quotes_that_share_no_token() -> None:
    # both stay alone; the speaker is the same token, yet belongs to another quote
    scores = scored([said(3, 4, speaker=(1,))], [said(8, 9, speaker=(1,))])
    assert scores.matched == 0
    assert tally_of(scores, "joint") == Tally(0.0, 2, 0.0, 2)


def test_roles_are_averaged_over_all_roles_and_not_role_by_role() -> None:
    # speakers: right and missing; cue: half of it. precision (1 + 1)/2 = 1, recall (1 + 0 + 1/2)/3 = .5
    gold = [said(3, speaker=(1,), cue=(2, 5)), said(13, speaker=(11,))]
    scores = scored(gold, [said(3, speaker=(1,), cue=(2,)), said(13)])
    assert tally_of(scores, "roles") == Tally(2.0, 2, 1.5, 3)
    assert tally_of(scores, "joint") == Tally(4.0, 4, 3.5, 5)
    assert scores.f1("roles") == pytest.approx(2 / 3)


def test_role_predicted_where_the_gold_has_none_costs_precision_alone() -> None:
    scores = scored([said(3)], [said(3, speaker=(1,))])
    assert tally_of(scores, "speaker") == Tally(0.0, 1, 0.0, 0)


def test_labels_outside_the_guidelines_match_themselves_and_are_named() -> None:
    gold = [said(3, medium="none"), said(8, label="Indirect")]
    scores = scored(gold, [said(3, medium="none"), said(8, label="Gossip")])
    assert (scores.type, scores.medium) == (LabelScore(1, 2, 2), LabelScore(2, 2, 2))
    assert scores.unknown_labels == (
        LabelCount("gold medium 'none'", 1),
        LabelCount("predicted medium 'none'", 1),
        LabelCount("predicted type 'Gossip'", 1),
    )


def test_score_by_type_takes_recall_from_gold_and_precision_from_matches_and_claims() -> None:
    gold = [said(1, 2, label="Direct"), said(11, 12, label="Direct"), said(21, 22, label="Reported")]
    predicted = [said(1, label="Reported"), said(31, label="Direct"), said(35, label="Reported")]
    scores = {entry.type: entry for entry in scored(gold, predicted).by_type}
    # Direct: recall (1/2 + 0)/2; precision from the match 1/1 and from the spurious claim 0
    assert scores["Direct"].messages == Tally(1.0, 2, 0.5, 2)
    assert (scores["Direct"].gold, scores["Direct"].predicted) == (2, 1)
    # Reported: recall 0/1; of the two that claim it one is matched elsewhere, the other spurious
    assert scores["Reported"].messages == Tally(0.0, 1, 0.0, 1)
    assert (scores["Reported"].gold, scores["Reported"].predicted) == (1, 2)


@pytest.mark.parametrize(
    ("speaker", "distance"),
    [
        ((21,), Distance.SAME),
        ((11,), Distance.ONE),
        ((3,), Distance.TWO),
        ((31,), Distance.AFTER),
        ((11, 31), Distance.ONE),
        ((), Distance.NOBODY),
    ],
)
def test_speaker_is_counted_at_the_distance_of_the_nearest_sentence(
    speaker: tuple[int, ...], distance: Distance
) -> None:
    scores = scored([said(24, 25, speaker=speaker)], [said(24, 25, speaker=speaker)])
    recalled = 1 if speaker else 0
    assert {entry.distance: (entry.gold, entry.speaker.recall_count) for entry in scores.by_distance if entry.gold} == {
        distance: (1, recalled)
    }


def test_speaker_three_sentences_before_is_far() -> None:
    scores = scored([said(34, speaker=(0,))], [])
    assert [entry.distance for entry in scores.by_distance if entry.gold] == [Distance.FAR]


def test_record_is_usable_when_bounds_differ_in_punctuation_only() -> None:
    gold = [said(3, 4, 5, speaker=(1,))]
    scores = scored(gold, [said(3, 4, speaker=(1,))], comma=5)
    assert (scores.exact, scores.usable) == (Share(0, 1), Share(1, 1))


@pytest.mark.parametrize(
    "predicted",
    [
        said(3, 4, speaker=(2,)),  # another speaker
        said(3, 4, speaker=(1, 2)),  # too long a mention
        said(3, 4, speaker=(1,), label="Direct"),
        said(3, speaker=(1,)),  # a word is missing
    ],
)
def test_record_with_a_fault_is_not_usable(predicted: Annotation) -> None:
    assert scored([said(3, 4, speaker=(1,))], [predicted]).usable == Share(0, 1)


def test_interval_spans_what_drawing_the_documents_again_can_give() -> None:
    # of two documents one is perfect, one missed: drawn again, F1 is 0 (both missed), 2·1·.5/1.5 = 2/3, or 1
    documents = [document(said(3), name="a"), document(said(3), name="b")]
    messages = next(m for m in score(documents, [[said(3)], []]).measures if m.name == "messages")
    assert messages.tally.f1 == pytest.approx(2 / 3)
    assert messages.interval is not None
    assert (messages.interval.low, messages.interval.high) == (0.0, 1.0)


def test_every_share_and_breakdown_has_an_interval() -> None:
    # one document right, one missed: drawn again anything from nothing (0) to everything (1) is right
    documents = [document(said(3, speaker=(1,)), name="a"), document(said(3, speaker=(1,)), name="b")]
    scores = score(documents, [[said(3, speaker=(1,))], []])
    everything = Interval(0.0, 1.0)
    assert scores.intervals == Intervals(everything, everything, everything, everything)
    assert {entry.type: entry.interval for entry in scores.by_type if entry.gold} == {"Indirect": everything}
    assert {entry.distance: entry.interval for entry in scores.by_distance if entry.gold} == {Distance.SAME: everything}


def test_interval_is_the_same_on_every_run() -> None:
    documents = [document(said(3), said(8), name=str(number)) for number in range(5)]
    predicted = [[said(3)], [], [said(3), said(8)], [said(8)], [said(30)]]
    assert score(documents, predicted) == score(documents, predicted)


def test_single_document_has_no_interval() -> None:
    assert scored([said(3)], [said(3)]).measures[0].interval is None


def test_documents_are_scored_one_by_one() -> None:
    # what was predicted for the first document helps nothing in the second
    documents = [document(name="a"), document(said(3), name="b")]
    assert tally_of(score(documents, [[said(3)], []]), "messages") == Tally(0.0, 1, 0.0, 1)


def test_predictions_are_aligned_by_name() -> None:
    documents = [document(name="a"), document(name="b")]
    predictions = [Prediction("b", (said(3),), 1), Prediction("a", (), 2)]
    assert align(documents, predictions) == ((), (said(3),))


def test_missing_document_is_refused() -> None:
    with pytest.raises(MalformedFile, match="nothing is predicted for 1 documents, the first is 'b'"):
        align([document(name="a"), document(name="b")], [Prediction("a", (), 1)])


def test_foreign_document_is_refused() -> None:
    with pytest.raises(MalformedFile, match="1 predicted documents are not in the gold, one is 'c'"):
        align([document(name="a")], [Prediction("a", (), 1), Prediction("c", (), 2)])


def test_token_outside_the_document_is_refused() -> None:
    with pytest.raises(MalformedFile, match="line 7 of the prediction, document 'a': token ids reach from 3 to 40"):
        align([document(name="a")], [Prediction("a", (said(3, 40),), 7)])
