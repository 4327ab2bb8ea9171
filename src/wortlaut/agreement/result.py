"""The result of a comparison."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from wortlaut.agreement.differing import disagreements
from wortlaut.agreement.labels import LabelDisagreement, LabelMeasure, label_disagreements
from wortlaut.agreement.records import Alpha, Aspect, Coding, Disagreement, Measure
from wortlaut.agreement.units import JointArticle

__all__ = ["Agreement"]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far readers agree.

    `quote_and_type` is alpha over the text with the types as values (Krippendorff's uα), `type_of_shared` the same
    only where two readers marked a quote (cuα); `of(Aspect.QUOTE).alpha` is quote or not (|uα), and
    `of(Aspect.TYPE).alpha` nominal, one judgement a statement.
    """

    readers: tuple[str, ...]
    articles: int  # that two or more readers coded
    left_out: int  # articles that one reader alone coded
    measures: tuple[Measure, ...]  # in the order of `Aspect`
    quote_and_type: Alpha
    type_of_shared: Alpha
    compared: tuple[JointArticle, ...] = field(repr=False)
    labels: tuple[LabelMeasure, ...] = ()  # of codebooks that two or more used
    codings: tuple[Coding, ...] = field(default=(), repr=False)

    def of(self, aspect: Aspect) -> Measure:
        """The measure for that aspect."""
        return next(measure for measure in self.measures if measure.aspect is aspect)

    def disagreements(self) -> Iterator[Disagreement]:
        """Everything in which two readers differ, article after article, in order of place."""
        return disagreements(self.compared, self.readers)

    def label_disagreements(self) -> Iterator[LabelDisagreement]:
        """Every category of a codebook in which two readers of a statement differ, in the same order."""
        return label_disagreements(self.compared, self.codings)
