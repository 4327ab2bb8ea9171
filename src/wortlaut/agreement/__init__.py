"""How far several readers, people or models, agree about the same articles.

::

    Coding … ─ compare ─▶ articles that two or more coded ─ units ─▶ statements that are the same
             ─ continuum ─▶ who marked which characters         ╲
             ─ units' labels of codebooks ─▶ LabelMeasure …
             ─ units' labels ─▶ who gave which type and medium   Tally ─▶ alpha, intervals, F1 ─▶ Agreement

Alpha is Krippendorff's, 1 for perfect agreement, 0 for what chance would give, below 0 for systematic difference.
"""

from wortlaut.agreement.comparing import compare
from wortlaut.agreement.labels import LabelDisagreement, LabelMeasure
from wortlaut.agreement.records import (
    Alpha,
    Aspect,
    CodedArticle,
    Coding,
    Disagreement,
    Interval,
    Measure,
    PairMeasure,
    Side,
)
from wortlaut.agreement.result import Agreement

__all__ = [
    "Agreement",
    "Alpha",
    "Aspect",
    "CodedArticle",
    "Coding",
    "Disagreement",
    "Interval",
    "LabelDisagreement",
    "LabelMeasure",
    "Measure",
    "PairMeasure",
    "Side",
    "compare",
]
