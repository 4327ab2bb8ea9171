from types import SimpleNamespace

import pytest

from wortlaut.record.tables.labels import label_values, labels_of, pack_coded, unpack_coded
from wortlaut.types import Coded, Criterion, Label, LabelEvidence, Position, Span

EVIDENCE = (LabelEvidence(Criterion.WORDS, (Span(3, 9), Span(12, 20))), LabelEvidence(Criterion.ACTS))
LABELS = (
    Label("fähre", "maut", 0.5, Position.DISAGREE, EVIDENCE),
    Label("fähre", "öre", 1.0, entry=7),
)


def rows() -> list[SimpleNamespace]:
    return [SimpleNamespace(**values) for values in label_values(LABELS)]


def test_labels_come_back_from_their_rows() -> None:
    assert tuple(labels_of(rows())) == LABELS


def test_rows_have_places_and_no_words() -> None:
    assert rows()[0].evidence == '[["words","3-9 12-20"],["acts",""]]'


def test_a_row_that_is_missing_is_damage() -> None:
    with pytest.raises(ValueError, match="label 1 stands where label 0"):
        list(labels_of(rows()[1:]))


def test_what_a_codebook_found_comes_back_without_statements_that_have_nothing() -> None:
    found = [Coded("s1", LABELS[:1]), Coded("s2", ())]
    assert unpack_coded(pack_coded(found), "fähre") == found[:1]


@pytest.mark.parametrize("packed", [b"", b"x", pack_coded([])[:-3]])
def test_damaged_codings_are_refused(packed: bytes) -> None:
    with pytest.raises(ValueError, match="compressed bytes are damaged"):
        unpack_coded(packed, "fähre")
