"""Pretraining the lower half of the encoder as a language model in both directions: `python -m training`.

The forward LSTM says each token's next word, the backward one the word before (Peters et al. 2018), among the
vocabulary by sampled softmax (Jean et al. 2015) with words drawn by rank. What is kept is the embeddings and both
LSTMs.

Axes: B rows of text, T tokens of a row, N all tokens of a batch that have a word to be told, S sampled words.
"""

import math
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.network import Batch, Encoder, Sizes
from training.raw_text import RawTokens, unpack
from wortlaut.reading.lexicon import UNKNOWN
from wortlaut.reading.vectors import SubwordVectors

__all__ = ["LOWER", "LanguageModel", "PretrainSettings", "Pretrained", "Rows", "kept", "pretrain"]

LOWER = ("word.", "shape.", "mark.", "gap.", "lower.")
_OFTEN = 250  # steps between two checkpoints


@dataclass(frozen=True, slots=True)
class PretrainSettings:
    """How long and how fast to pretrain."""

    row: int = 80
    batch: int = 96
    sampled: int = 512
    projection: int = 128
    word_dropout: float = 0.2
    rate: float = 3e-3
    clip: float = 1.0
    steps: int = 5000
    seed: int = 1
    threads: int = 1


@dataclass(frozen=True, slots=True)
class Pretrained:
    """The encoder's pretrained parts by name, and the vocabulary that its word embeddings stand for."""

    weights: dict[str, Tensor]
    vocabulary: dict[str, int]


class LanguageModel(nn.Module):
    """An encoder's lower half with a guess at each token's neighbours."""

    def __init__(self, sizes: Sizes, settings: PretrainSettings) -> None:
        super().__init__()
        self.encoder = Encoder(sizes)
        self.ahead = nn.Linear(sizes.lower, settings.projection)
        self.back = nn.Linear(sizes.lower, settings.projection)
        self.words = nn.Embedding(sizes.vocabulary, settings.projection)
        self.bias = nn.Embedding(sizes.vocabulary, 1)
        nn.init.normal_(self.words.weight, std=settings.projection**-0.5)
        nn.init.zeros_(self.bias.weight)
        ranks = torch.arange(sizes.vocabulary - 2).double()
        share = torch.log((ranks + 2) / (ranks + 1)) / math.log(sizes.vocabulary - 1)
        self.register_buffer("share", share.float())
        self.sampled = settings.sampled

    def forward(self, batch: Batch) -> Tensor:
        """The mean loss in nats of all neighbours that are in the vocabulary."""
        states_BTE = self.encoder.lower(self.encoder.tokens(batch), batch.length_B)
        there_BTH, back_BTH = states_BTE.chunk(2, dim=-1)
        word_BT = batch.word_BT
        drawn_S = torch.multinomial(self.share, self.sampled) + 2
        ahead = self._loss(self.ahead(there_BTH[:, :-1]).flatten(0, 1), word_BT[:, 1:].flatten(), drawn_S)
        back = self._loss(self.back(back_BTH[:, 1:]).flatten(0, 1), word_BT[:, :-1].flatten(), drawn_S)
        return (ahead + back) / 2

    def _loss(self, guess_NP: Tensor, word_N: Tensor, drawn_S: Tensor) -> Tensor:
        known_N = word_N > UNKNOWN
        guess_NP, word_N = guess_NP[known_N], word_N[known_N]
        right_N = (guess_NP * self.words(word_N)).sum(-1) + self.bias(word_N)[:, 0] - self._drawn(word_N)
        wrong_NS = guess_NP @ self.words(drawn_S).T + (self.bias(drawn_S)[:, 0] - self._drawn(drawn_S))
        wrong_NS = wrong_NS.masked_fill(drawn_S[None] == word_N[:, None], -1e4)
        return (torch.logaddexp(right_N, torch.logsumexp(wrong_NS, 1)) - right_N).mean()

    def _drawn(self, word_N: Tensor) -> Tensor:
        """The logarithm of how often each word is expected among those drawn."""
        return torch.log(-torch.expm1(self.sampled * torch.log1p(-self.share[word_N - 2])))

    @torch.no_grad()
    def surprise(self, batch: Batch) -> float:
        """The mean loss in nats over the whole vocabulary, of what comes next."""
        states_BTE = self.encoder.lower(self.encoder.tokens(batch), batch.length_B)
        guess_NP = self.ahead(states_BTE.chunk(2, dim=-1)[0][:, :-1]).flatten(0, 1)
        word_N = batch.word_BT[:, 1:].flatten()
        guess_NP, word_N = guess_NP[word_N > UNKNOWN], word_N[word_N > UNKNOWN]
        scores_NV = guess_NP @ self.words.weight[2:].T + self.bias.weight[2:, 0]
        return float(nn.functional.cross_entropy(scores_NV, word_N - 2))


def pretrain(
    text: RawTokens,
    vocabulary: dict[str, int],
    vectors: SubwordVectors,
    sizes: Sizes,
    settings: PretrainSettings,
    *,
    checkpoint: Path,
    rows: "type[Rows] | None" = None,
) -> Pretrained:
    """The encoder's lower half after `settings.steps` steps; goes on from `checkpoint`, which is written every 250."""
    torch.set_num_threads(settings.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(settings.seed)
    drawn = (rows or Rows)(text, vocabulary, vectors, settings)
    run = _Run.of(LanguageModel(sizes, settings), settings)
    step = run.resume(checkpoint)
    kept_back, total, started = drawn.kept_back(), 0.0, time.perf_counter()
    for batch in drawn.batches(step):
        total += run.learn(batch)
        step += 1
        if step % _OFTEN == 0 or step == settings.steps:
            seconds = time.perf_counter() - started
            surprise = run.surprise(kept_back)
            print(f"step {step}: loss {total / _OFTEN:.3f}, kept back {surprise:.3f}, {seconds:.0f} s", flush=True)
            total = 0.0
            run.keep(checkpoint, step)
    return kept(run.model.encoder, LOWER, vocabulary)


def kept(encoder: Encoder, parts: tuple[str, ...], vocabulary: dict[str, int]) -> Pretrained:
    """The weights of those parts of the encoder, to go on with."""
    weights = {name: value for name, value in encoder.state_dict().items() if name.startswith(parts)}
    return Pretrained(weights, vocabulary)


class Rows:
    """The text as rows of equal length, a batch at a time; the first batch's rows are kept back."""

    def __init__(
        self, text: RawTokens, vocabulary: dict[str, int], vectors: SubwordVectors, settings: PretrainSettings
    ) -> None:
        self._settings = settings
        self._vectors_WD = _all_vectors(text.words, vectors)
        self._id_W = np.array([vocabulary.get(word, UNKNOWN) for word in text.words], np.int64)
        count = len(text.word_N) // settings.row
        self._word_RT = text.word_N[: count * settings.row].reshape(count, settings.row)
        self._look_RT = text.look_N[: count * settings.row].reshape(count, settings.row)
        self._order_R = np.random.default_rng(settings.seed).permutation(count)

    def kept_back(self) -> Batch:
        """The batch that is never trained on."""
        return self._batch(self._order_R[: self._settings.batch])

    def batches(self, step: int) -> Iterator[Batch]:
        """The batches from that step on."""
        size = self._settings.batch
        around = len(self._order_R) // size - 1
        for number in range(step, self._settings.steps):
            start = size * (1 + number % around)
            yield self._batch(self._order_R[start : start + size])

    def _batch(self, rows: NDArray[np.int64]) -> Batch:
        word_BT = self._word_RT[rows]
        shape_BT, mark_BT, break_BT = (torch.from_numpy(part) for part in unpack(self._look_RT[rows]))
        return Batch(
            torch.from_numpy(self._vectors_WD[word_BT].astype(np.float32)),
            torch.from_numpy(self._id_W[word_BT]),
            shape_BT,
            mark_BT,
            break_BT,
            torch.full((len(rows),), self._settings.row),
        )


def _all_vectors(words: tuple[str, ...], vectors: SubwordVectors) -> NDArray[np.float16]:
    parts = [vectors.of(words[start : start + 20_000]).astype(np.float16) for start in range(0, len(words), 20_000)]
    return np.concatenate(parts)


@dataclass(frozen=True, slots=True)
class _Run:
    """A run: the model, what trains it, and how to go on."""

    settings: PretrainSettings
    model: LanguageModel
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LRScheduler

    @classmethod
    def of(cls, model: LanguageModel, settings: PretrainSettings) -> "_Run":
        """A run at its beginning."""
        optimizer = torch.optim.AdamW(model.parameters(), lr=settings.rate, weight_decay=1e-4, fused=True)
        schedule = torch.optim.lr_scheduler.OneCycleLR(
            optimizer, settings.rate, total_steps=settings.steps, pct_start=0.05, cycle_momentum=False
        )
        return cls(settings, model, optimizer, schedule)

    def learn(self, batch: Batch) -> float:
        """The loss of the batch, from which one step was taken."""
        loss = self.model(batch)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), self.settings.clip)
        self.optimizer.step()
        self.schedule.step()
        return float(loss.detach())

    def surprise(self, batch: Batch) -> float:
        """The loss over the whole vocabulary, of a batch that is not trained on."""
        self.model.eval()
        surprise = self.model.surprise(batch)
        self.model.train()
        return surprise

    def keep(self, path: Path, step: int) -> None:
        """Write it, in one step."""
        state = {
            "settings": asdict(self.settings),
            "step": step,
            "torch": torch.get_rng_state(),
            "model": self.model.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
        }
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)

    def resume(self, path: Path) -> int:
        """The step to go on with, 0 where nothing was kept."""
        if not path.exists():
            return 0
        state = torch.load(path, weights_only=False)
        if state["settings"] != asdict(self.settings):
            raise SystemExit(f"{path} was written with other settings: remove it or use the same ones")
        torch.set_rng_state(state["torch"])
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        return int(state["step"])
