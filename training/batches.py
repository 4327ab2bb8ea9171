"""Articles and quotes put side by side, padded behind their ends."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from training.network import Batch, Windows
from wortlaut.reading.features import Features
from wortlaut.reading.windows import Window

__all__ = ["pad", "pad_windows"]


def pad(features: Sequence[Features]) -> Batch:
    """Features of several articles as one batch, padded behind their ends with zeros."""
    length = max(len(one.word_T) for one in features)

    def stacked(rows: list["np.typing.NDArray[np.generic]"]) -> Tensor:
        first = rows[0]
        out = np.zeros((len(rows), length, *first.shape[1:]), first.dtype)
        for number, row in enumerate(rows):
            out[number, : len(row)] = row
        return torch.from_numpy(out)

    return Batch(
        stacked([one.vectors_TD for one in features]),
        stacked([one.word_T for one in features]),
        stacked([one.shape_T for one in features]),
        stacked([one.mark_T for one in features]),
        stacked([one.break_T for one in features]),
        torch.tensor([len(one.word_T) for one in features]),
    )


def pad_windows(
    windows: Sequence[Window], rows: Sequence[int], types: Sequence[int], layers: Sequence[int], length: int
) -> Windows:
    """The windows as one batch; `rows` are the articles' places in a batch of articles padded to `length`."""
    size = max(len(one.token_W) for one in windows)
    token, side, place = (torch.zeros(len(windows), size, dtype=torch.long) for _ in range(3))
    for number, (one, row) in enumerate(zip(windows, rows, strict=True)):
        here = len(one.token_W)
        token[number, :here] = torch.from_numpy(one.token_W + row * length)
        side[number, :here] = torch.from_numpy(one.side_W)
        place[number, :here] = torch.from_numpy(one.place_W)
    lengths = torch.tensor([len(one.token_W) for one in windows])
    return Windows(token, side, place, torch.tensor(types), torch.tensor(layers), lengths)
