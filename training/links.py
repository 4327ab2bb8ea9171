"""Fitting which neighbouring words belong to one mention (`wortlaut.reading.links`), on mentions that people marked.

Of the 2,600 speakers and addressees of the training part every pair of neighbours inside one, and the pairs at both of
its ends. Of pairs from articles that were held out (two tenths) 91 and 92 % are told rightly; without looking at how
the two fit together (`_ASKED` of 0) 86 and 90 %, with twice as much of it 89 and 93 %.

Axes: N pairs, D word vector, S shapes, X both, H what is told of a word.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from training.corpus import Example, GoldQuote, runs
from wortlaut.reading.features import featurize
from wortlaut.reading.lexicon import SHAPES, Lexicon
from wortlaut.reading.links import Links, Side
from wortlaut.reading.vectors import SubwordVectors

__all__ = ["fit_links"]

_ASKED = 8  # numbers by which one word asks for the other
_PENALTY = 3e-4
_STEPS = 150


class _Pairs(nn.Module):
    """Whether two words belong together; what `Links` computes."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.first = nn.Linear(size, 1 + _ASKED)
        self.second = nn.Linear(size, 1 + _ASKED)

    def forward(self, first_NX: Tensor, second_NX: Tensor) -> Tensor:
        first_NH, second_NH = self.first(first_NX), self.second(second_NX)
        fit_N: Tensor = (torch.tanh(first_NH[:, 1:]) * torch.tanh(second_NH[:, 1:])).sum(1)
        return first_NH[:, 0] + second_NH[:, 0] + fit_N


def fit_links(examples: Sequence[Example], vectors: SubwordVectors) -> Links:
    """The model of the examples' mentions."""
    lexicon = Lexicon(vectors, {})
    first, second = [], []
    joined: list[bool] = []
    for example in examples:
        pairs = _pairs(example.quotes, len(example.document.tokens))
        if pairs:
            features = featurize(example.document, lexicon)
            word_TX = np.concatenate([features.vectors_TD, np.eye(SHAPES, dtype=np.float32)[features.shape_T]], axis=1)
            places = np.array(list(pairs))
            first.append(word_TX[places])
            second.append(word_TX[places + 1])
            joined += pairs.values()
    if not joined:
        raise ValueError("there is no mention of a speaker or addressee to learn from")
    model = _fitted(
        torch.from_numpy(np.concatenate(first)), torch.from_numpy(np.concatenate(second)), torch.tensor(joined).float()
    )
    return Links(_side(model.first, vectors.dimensions), _side(model.second, vectors.dimensions))


def _pairs(quotes: Sequence[GoldQuote], length: int) -> dict[int, bool]:
    """For the first token of each pair in or at the ends of a mention whether the second goes on with the mention."""
    pairs: dict[int, bool] = {}
    for start, end in _stretches(quotes):
        pairs.update(dict.fromkeys(range(start, end - 1), True))
    for start, end in _stretches(quotes):
        for place in (start - 1, end - 1):
            if 0 <= place < length - 1:
                pairs.setdefault(place, False)
    return dict(sorted(pairs.items()))


def _stretches(quotes: Sequence[GoldQuote]) -> Iterator[tuple[int, int]]:
    for quote in quotes:
        for stretch in (*runs(quote.speaker), *runs(quote.addressee)):
            yield stretch.start, stretch.end


def _fitted(first_NX: Tensor, second_NX: Tensor, joined_N: Tensor) -> _Pairs:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(1)  # where both sides ask for nothing, none would ever begin to
        model = _Pairs(first_NX.shape[1])
    optimizer = torch.optim.LBFGS(model.parameters(), max_iter=_STEPS, line_search_fn="strong_wolfe")

    def closure() -> Tensor:
        optimizer.zero_grad()
        size = torch.stack([weight.pow(2).sum() for weight in model.parameters()]).sum()
        loss = functional.binary_cross_entropy_with_logits(model(first_NX, second_NX), joined_N) + _PENALTY * size
        loss.backward()
        return loss

    optimizer.step(closure)
    return model


def _side(layer: nn.Linear, dimensions: int) -> Side:
    weight_XH: NDArray[np.float32] = np.ascontiguousarray(layer.weight.detach().numpy().T)
    return Side(weight_XH[:dimensions], weight_XH[dimensions:], layer.bias.detach().numpy())
