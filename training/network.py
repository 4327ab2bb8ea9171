"""The reader's network in torch: an encoder that tags quotes, and a second part that finds each quote's roles.

Axes: B articles of a batch, T tokens, D word vector, I token input, E encoder output, L layers of quotes, K tags,
Q quotes, W tokens of a quote's window, R role input, S role output.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from training.corpus import LAYERS
from wortlaut.reading.features import BREAKS, MARKS
from wortlaut.reading.lexicon import SHAPES
from wortlaut.reading.tags import OUTSIDE, TAGS, TYPES, allowed
from wortlaut.reading.windows import PLACES, SIDES

__all__ = ["PARTS", "Batch", "Encoder", "Network", "Roles", "Sizes", "Windows"]

PARTS = 4


@dataclass(frozen=True, slots=True)
class Sizes:
    """What fixes the network's shape and its dropout."""

    vector: int = 100
    vocabulary: int = 0
    word: int = 64
    lower: int = 192
    upper: int = 128
    role_input: int = 64
    role_hidden: int = 64
    dropout: float = 0.2
    word_dropout: float = 0.35


@dataclass(frozen=True, slots=True)
class Batch:
    """Token features of several articles, padded behind their ends."""

    vectors_BTD: Tensor
    word_BT: Tensor
    shape_BT: Tensor
    mark_BT: Tensor
    break_BT: Tensor
    length_B: Tensor


@dataclass(frozen=True, slots=True)
class Windows:
    """For each quote the tokens around it: indices into the batch's B·T tokens and where they stand to the quote."""

    token_QW: Tensor
    side_QW: Tensor
    place_QW: Tensor
    type_Q: Tensor
    layer_Q: Tensor
    length_Q: Tensor


class _TwoWay(nn.Module):
    """A bidirectional LSTM whose backward half starts at each sequence's own end, without packing (slow on CPU)."""

    def __init__(self, inputs: int, hidden: int) -> None:
        super().__init__()
        self.forwards = nn.LSTM(inputs, hidden, batch_first=True)
        self.backwards = nn.LSTM(inputs, hidden, batch_first=True)

    def forward(self, x_BTI: Tensor, length_B: Tensor) -> Tensor:
        turned_BT = _turned(x_BTI.shape[1], length_B)
        there_BTH, _ = self.forwards(x_BTI)
        back_BTH, _ = self.backwards(_take(x_BTI, turned_BT))
        return torch.cat([there_BTH, _take(back_BTH, turned_BT)], dim=-1)


class _LockedDropout(nn.Module):
    """Dropout that hides the same numbers at every token of a sequence (Gal and Ghahramani 2016); cheaper, too."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x_BTI: Tensor) -> Tensor:
        if not self.training or self.share == 0:
            return x_BTI
        kept_B1I = torch.rand(x_BTI.shape[0], 1, x_BTI.shape[2], device=x_BTI.device) >= self.share
        return x_BTI * (kept_B1I / (1 - self.share))


def _turned(length: int, length_B: Tensor) -> Tensor:
    """Indices that reverse each row up to its own end and leave the padding where it is."""
    index_T = torch.arange(length, device=length_B.device)
    back_BT = length_B[:, None] - 1 - index_T[None, :]
    return torch.where(back_BT >= 0, back_BT, index_T[None, :])


def _take(x_BTI: Tensor, index_BT: Tensor) -> Tensor:
    return x_BTI.gather(1, index_BT[:, :, None].expand(-1, -1, x_BTI.shape[2]))


class Encoder(nn.Module):
    """Token features to token states B×T×E and tag scores B×T×L×K."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.word = nn.Embedding(sizes.vocabulary, sizes.word, padding_idx=0)
        self.shape = nn.Embedding(SHAPES, 8)
        self.mark = nn.Embedding(MARKS, 8)
        self.gap = nn.Embedding(BREAKS, 4)
        self.lower = _TwoWay(sizes.vector + sizes.word + 20, sizes.lower)
        self.upper = _TwoWay(2 * sizes.lower, sizes.upper)
        self.tags = nn.Linear(2 * sizes.upper, LAYERS * TAGS)
        self.parts = nn.Linear(2 * sizes.upper, PARTS)  # of any statement's cue, …; only in training
        self.transitions_LKK = nn.Parameter(torch.zeros(LAYERS, TAGS, TAGS))
        forbidden_KK = torch.tensor([[not allowed(a, b) for b in range(TAGS)] for a in range(TAGS)])
        self.register_buffer("forbidden_KK", forbidden_KK)
        self.dropout = _LockedDropout(sizes.dropout)
        with torch.no_grad():  # start from what is most frequent: outside every quote
            self.tags.bias.unflatten(0, (LAYERS, TAGS))[:, OUTSIDE] += 3.0

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """States B×T×E and tag scores B×T×L×K."""
        lower_BTE = self.lower(self.dropout(self.tokens(batch)), batch.length_B)
        upper_BTE = self.upper(self.dropout(lower_BTE), batch.length_B)
        states_BTE = self.dropout(upper_BTE)
        tags_BTLK = self.tags(states_BTE).unflatten(-1, (LAYERS, TAGS))
        return states_BTE, tags_BTLK

    def tokens(self, batch: Batch) -> Tensor:
        """What is known of each token, B×T×I; in training some of the words are hidden, their vectors are not."""
        word_BT = batch.word_BT
        if self.training:
            hidden_BT = torch.rand(word_BT.shape, device=word_BT.device) < self.sizes.word_dropout
            word_BT = torch.where(hidden_BT & (word_BT > 1), 1, word_BT)
        return torch.cat(
            [
                batch.vectors_BTD,
                self.word(word_BT),
                self.shape(batch.shape_BT),
                self.mark(batch.mark_BT),
                self.gap(batch.break_BT),
            ],
            dim=-1,
        )

    def part_scores(self, states_BTE: Tensor) -> Tensor:
        """How likely each token belongs to any statement's cue, frame, speaker, addressee: scores B×T×4."""
        scores_BT4: Tensor = self.parts(states_BTE)
        return scores_BT4

    def transitions(self) -> Tensor:
        """Scores L×K×K of one tag following another, forbidden ones far below all others."""
        return self.transitions_LKK.masked_fill(self.forbidden_KK, -1e4)


class Roles(nn.Module):
    """Token states and one window a quote to scores of its parts."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.narrow = nn.Linear(2 * sizes.upper, sizes.role_input)
        self.side = nn.Embedding(SIDES, 8)
        self.place = nn.Embedding(PLACES, 12)
        self.kind = nn.Embedding(len(TYPES), 8)
        self.layer = nn.Embedding(LAYERS, 4)
        self.lstm = _TwoWay(sizes.role_input + 32, sizes.role_hidden)
        self.tokens = nn.Linear(2 * sizes.role_hidden, 6)  # cue, frame, speaker start, end, addressee start, end
        self.whole = nn.Linear(4 * sizes.role_hidden, 2 + len(TYPES))
        self.dropout = _LockedDropout(sizes.dropout)
        with torch.no_grad():  # start from what is most frequent: neither cue nor frame
            self.tokens.bias[:2] -= 3.0

    def forward(self, states_BTE: Tensor, windows: Windows) -> tuple[Tensor, Tensor]:
        """Scores of every window token Q×W×6, and of the quote as a whole: no speaker, no addressee, type."""
        narrow_NR = self.narrow(states_BTE).flatten(0, 1)
        size = windows.token_QW.shape[1]
        x_QWR = torch.cat(
            [
                narrow_NR[windows.token_QW],
                self.side(windows.side_QW),
                self.place(windows.place_QW),
                self.kind(windows.type_Q)[:, None].expand(-1, size, -1),
                self.layer(windows.layer_Q)[:, None].expand(-1, size, -1),
            ],
            dim=-1,
        )
        out_QWS = self.dropout(self.lstm(self.dropout(x_QWR), windows.length_Q))
        inside_QW = (windows.side_QW == 1).float()
        mean_QS = (out_QWS * inside_QW[:, :, None]).sum(1) / inside_QW.sum(1, keepdim=True).clamp(min=1)
        valid_QW = torch.arange(size, device=inside_QW.device)[None] < windows.length_Q[:, None]
        highest_QS = out_QWS.masked_fill(~valid_QW[:, :, None], -1e4).amax(1)
        return self.tokens(out_QWS), self.whole(torch.cat([mean_QS, highest_QS], dim=-1))


class Network(nn.Module):
    """Encoder and roles."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = Encoder(sizes)
        self.roles = Roles(sizes)
