"""The linear model that tells a quote's medium, fitted on the annotated quotes.

Axes: N quotes, X what tells, M media.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from training.corpus import Example, GoldQuote, runs
from wortlaut.reading.features import featurize
from wortlaut.reading.lexicon import Lexicon
from wortlaut.reading.media import MEDIA, QuoteWords, medium_evidence
from wortlaut.reading.tags import TYPES
from wortlaut.reading.vectors import SubwordVectors

__all__ = ["FittedMedia", "fit_media"]

# Five-fold on the training articles, media right with gold quotes: 59.9 % at 0.01, 61.0 at 0.03, 60.2 at 0.1.
_PENALTY = 0.03


@dataclass(frozen=True, slots=True)
class FittedMedia:
    """Weights X×M and one constant a medium."""

    weight_XM: NDArray[np.float32]
    constant_M: NDArray[np.float32]


def fit_media(examples: Sequence[Example], vectors: SubwordVectors) -> FittedMedia:
    """The model of the examples' quotes; what is told is brought to unit size before, and the weights back behind."""
    lexicon = Lexicon(vectors, {})
    evidence, media = [], []
    for example in examples:
        vectors_TD = featurize(example.document, lexicon).vectors_TD
        article_D = vectors_TD.mean(axis=0)
        for quote in example.quotes:
            if quote.medium:
                evidence.append(medium_evidence(vectors_TD, article_D, _words(quote)))
                media.append(MEDIA.index(quote.medium))
    evidence_NX = torch.from_numpy(np.stack(evidence))
    mean_X = evidence_NX.mean(0)
    scale_X = torch.ones_like(mean_X)
    for start in range(0, len(mean_X) - len(TYPES), vectors.dimensions):
        block = slice(start, start + vectors.dimensions)
        scale_X[block] = (evidence_NX[:, block] - mean_X[block]).std() + 1e-6
    mean_X[-len(TYPES) :] = 0.0
    model = _fitted((evidence_NX - mean_X) / scale_X, torch.tensor(media))
    weight_XM = model.weight.detach().T / scale_X[:, None]
    constant_M = model.bias.detach() - mean_X @ weight_XM
    return FittedMedia(np.ascontiguousarray(weight_XM.numpy()), constant_M.numpy())


def _fitted(evidence_NX: torch.Tensor, medium_N: torch.Tensor) -> nn.Linear:
    model = nn.Linear(evidence_NX.shape[1], len(MEDIA))
    nn.init.zeros_(model.weight)
    nn.init.zeros_(model.bias)
    optimizer = torch.optim.LBFGS(model.parameters(), max_iter=60)

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        loss = functional.cross_entropy(model(evidence_NX), medium_N) + _PENALTY * model.weight.pow(2).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    return model


def _words(quote: GoldQuote) -> QuoteWords:
    cue, frame, speaker = (np.array(part, np.int64) for part in (quote.cue, quote.frame, quote.speaker))
    return QuoteWords(runs(quote.quote), cue, frame, speaker, TYPES.index(quote.type))
