import pytest

from evaluation.corpus import Annotation, CorpusDocument
from evaluation.faults import FAULTS, Fault, Way, cases, counted
from evaluation.predicting import Sureness
from wortlaut.types import Span


def document(*annotations: Annotation) -> CorpusDocument:
    return CorpusDocument("a", " ".join("w" * 30), tuple(Span(2 * n, 2 * n + 1) for n in range(30)), (), annotations)


def said(*quote: int, label: str = "Direct", medium: str = "Speech", **parts: set[int]) -> Annotation:
    return Annotation(label, medium, frozenset(quote), **{name: frozenset(ids) for name, ids in parts.items()})


@pytest.mark.parametrize(
    ("gold", "predicted", "faults"),
    [
        (said(3, 4, speaker={1}), said(3, 4, speaker={1}), []),
        (said(3, 4), said(3, 4, 5), [("quote", Way.INEXACT)]),
        (said(3, 4), said(3, 4, label="Indirect"), [("type", Way.WRONG)]),
        (said(3, 4), said(3, 4, medium="Writing"), [("medium", Way.WRONG)]),
        (said(3, 4, speaker={1}), said(3, 4, speaker={2}), [("speaker", Way.WRONG)]),
        (said(3, 4, speaker={1, 2}), said(3, 4, speaker={2}), [("speaker", Way.INEXACT)]),
        (said(3, 4, addressee={1}), said(3, 4), [("addressee", Way.MISSING)]),
        (said(3, 4), said(3, 4, cue={7}), [("cue", Way.EXTRA)]),
        (said(3, 4, frame={7, 8}), said(3, 4, frame={8}), [("frame", Way.INEXACT)]),
        (said(3, 4), said(8, 9, speaker={1}), [("statement", Way.MISSED), ("statement", Way.SPURIOUS)]),
    ],
)
def test_every_way_to_be_wrong_is_told(gold: Annotation, predicted: Annotation, faults: list[tuple[str, Way]]) -> None:
    found = cases([document(gold)], [[predicted]])
    assert [fault for case in found for fault in case.faults] == [Fault(*fault) for fault in faults]


def test_several_faults_of_a_pair_are_all_told() -> None:
    gold, predicted = said(3, 4, speaker={1}), said(3, label="Reported", cue={9})
    (case,) = cases([document(gold)], [[predicted]])
    assert [fault.name for fault in case.faults] == ["quote-inexact", "type-wrong", "speaker-missing", "cue-extra"]


def test_cases_are_in_the_order_of_the_text_with_their_confidences() -> None:
    sure = [Sureness(share, 1.0, 1.0, None, None, None, None) for share in (0.9, 0.8)]
    found = cases([document(said(10, 11))], [[said(20), said(3)]], [sure])
    assert [(case.gold is None, None if case.sure is None else case.sure.quote) for case in found] == [
        (True, 0.8),
        (False, None),
        (True, 0.9),
    ]


def test_faults_are_counted_over_all_documents() -> None:
    documents = [document(said(3)), document(said(3))]
    counts = counted(cases(documents, [[], [said(3, label="Reported")]]))
    assert list(counts) == list(FAULTS)
    assert {fault.name: count for fault, count in counts.items() if count} == {"statement-missed": 1, "type-wrong": 1}
