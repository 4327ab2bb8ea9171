"""Labels as rows, and what a codebook found, packed as it is kept beside a reading. Both have places only, no words."""

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from wortlaut.record.tables.packing import pack_spans, unpack_raw, unpack_spans
from wortlaut.types import Coded, Criterion, Label, LabelEvidence, Position

__all__ = ["label_values", "labels_of", "pack_coded", "unpack_coded"]

_LEVEL = 6
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def label_values(labels: Iterable[Label]) -> Iterator[dict[str, Any]]:
    """The columns of each label, but for the key of its statement."""
    for position, each in enumerate(labels):
        yield {
            "position": position,
            "codebook": each.codebook,
            "category": each.category,
            "stance": None if each.position is None else each.position.value,
            "confidence": float(each.confidence),
            "evidence": _ENCODER.encode(_plain(each.evidence)),
            "entry": each.entry,
        }


def labels_of(rows: Iterable[Any]) -> Iterator[Label]:
    """The labels of a statement's rows, in order; raises `ValueError` where one is damaged."""
    for at, row in enumerate(rows):
        if row.position != at:
            raise ValueError(f"label {row.position} stands where label {at} must stand")
        position = None if row.stance is None else Position(row.stance)
        evidence = _evidence(json.loads(row.evidence))
        yield Label(row.codebook, row.category, row.confidence, position, evidence, row.entry)


def pack_coded(coded: Iterable[Coded]) -> bytes:
    """The labels that a codebook gave in a version: JSON, compressed."""
    rows = [
        [
            each.statement,
            [
                [label.category, float(label.confidence), label.position, _plain(label.evidence)]
                for label in each.labels
            ],
        ]
        for each in coded
        if each.labels
    ]
    return zlib.compress(_ENCODER.encode(rows).encode(), _LEVEL)


def unpack_coded(packed: bytes, codebook: str) -> list[Coded]:
    """What was packed, of the codebook of that name; raises `ValueError` where it is damaged."""
    try:
        return [
            Coded(statement, tuple(_label(codebook, *row) for row in rows))
            for statement, rows in json.loads(unpack_raw(packed))
        ]
    except (TypeError, AttributeError) as error:
        raise ValueError(f"a coding has a value that cannot be: {error}") from error


def _label(codebook: str, category: str, confidence: float, position: str | None, evidence: Any) -> Label:
    return Label(codebook, category, confidence, None if position is None else Position(position), _evidence(evidence))


def _plain(evidence: Sequence[LabelEvidence]) -> list[list[str]]:
    return [[each.criterion.value, pack_spans(each.spans)] for each in evidence]


def _evidence(rows: Any) -> tuple[LabelEvidence, ...]:
    return tuple(LabelEvidence(Criterion(criterion), unpack_spans(spans)) for criterion, spans in rows)
