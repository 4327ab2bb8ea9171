"""Training one of the reader's networks; `python -m training` calls it.

Deterministic for a seed on one machine. A run can be interrupted: it goes on from its last checkpoint.
"""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import torch
from safetensors import safe_open
from torch import Tensor
from torch.nn import functional

from training.batches import pad, pad_windows
from training.corpus import LAYERS, Example, GoldQuote, runs
from training.crf import crf_loss
from training.network import PARTS, Network, Sizes
from training.pretraining import Pretrained
from wortlaut.reading.features import Break, Features, featurize
from wortlaut.reading.lexicon import Lexicon, Shape, spelling
from wortlaut.reading.tags import TYPES, tags_from_quotes
from wortlaut.reading.vectors import SubwordVectors
from wortlaut.reading.windows import Window, window
from wortlaut.types import TokenRange

__all__ = ["TrainSettings", "Trained", "build_vocabulary", "load_vectors", "train"]

_IGNORE = -100


@dataclass(frozen=True, slots=True)
class TrainSettings:
    """How long and how fast to train."""

    epochs: int = 20
    batch: int = 4
    rate: float = 3e-3
    decay: float = 0.01
    clip: float = 300.0  # norms of 50 to 400 are usual, as losses are sums over an article
    average: float = 0.99  # weights are averaged over steps with this memory
    jitter: float = 0.15  # share of gold quotes whose bounds are moved for the roles, as found ones would be
    addressee: float = 4.0  # weight of a quote that has an addressee (one in twelve) when it is looked for
    parts: float = 0.3  # weight of telling the tokens of any cue, frame, speaker and addressee
    unbroken: float = 0.1  # share of articles that are shown without paragraphs
    capitals: float = 0.1  # … with their first paragraph in capitals
    seed: int = 1
    threads: int = 1


@dataclass(frozen=True, slots=True)
class Trained:
    """A network with what it needs to read: its vocabulary and sizes."""

    network: Network
    vocabulary: dict[str, int]
    sizes: Sizes


@dataclass(frozen=True, slots=True)
class _Item:
    example: Example
    features: Features
    tags_LT: Tensor
    parts_T4: Tensor


def load_vectors(path: Path) -> SubwordVectors:
    """The subword vectors written by `training.vectors`."""
    with safe_open(path, framework="np") as file:
        about = file.metadata()
        return SubwordVectors(
            file.get_tensor("table"),
            file.get_tensor("scale"),
            shortest=int(about["shortest"]),
            longest=int(about["longest"]),
        )


def build_vocabulary(examples: Sequence[Example], *, least: int = 3) -> dict[str, int]:
    """Ids from 2 on for the folded words that occur at least `least` times, most frequent first."""
    counts: dict[str, int] = {}
    for example in examples:
        for token in example.document.tokens:
            word = spelling(token.of(example.document.text))
            counts[word] = counts.get(word, 0) + 1
    kept = sorted((word for word, count in counts.items() if count >= least), key=lambda word: (-counts[word], word))
    return {word: number for number, word in enumerate(["„", "“", *(w for w in kept if w not in "„“")], start=2)}


def train(
    examples: Sequence[Example],
    vectors: SubwordVectors,
    sizes: Sizes,
    settings: TrainSettings,
    *,
    pretrained: Pretrained | None = None,
    checkpoint: Path | None = None,
    report: Callable[[Trained], None] | None = None,
) -> Trained:
    """The network trained on the examples, from the pretrained parts of the encoder where there are some.

    With `checkpoint` the state is kept there after every epoch, and a run that finds it goes on from it. `report` is
    called with the averaged network after every fourth epoch and at the end.
    """
    torch.set_num_threads(settings.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(settings.seed)
    vocabulary = pretrained.vocabulary if pretrained else build_vocabulary(examples)
    sizes = replace(sizes, vocabulary=len(vocabulary) + 2)
    lexicon = Lexicon(vectors, vocabulary)
    items = [_item(example, lexicon) for example in examples]
    network = Network(sizes)
    if pretrained:
        network.encoder.load_state_dict(pretrained.weights, strict=False)
    run = _Run(network, settings, len(items))
    if checkpoint is not None:
        run.resume(checkpoint)
    while run.epoch < settings.epochs:
        started = time.perf_counter()
        tags, roles = run.one_epoch(items)
        print(f"epoch {run.epoch}: tags {tags:.2f} roles {roles:.2f} {time.perf_counter() - started:.0f} s", flush=True)
        if checkpoint is not None:
            run.keep(checkpoint)
        if report is not None and (run.epoch % 4 == 0 or run.epoch == settings.epochs):
            report(Trained(run.averaged(), vocabulary, sizes))
    return Trained(run.averaged(), vocabulary, sizes)


class _Run:
    """A training run: the network, its running average, the optimiser and how far it has come."""

    def __init__(self, network: Network, settings: TrainSettings, examples: int) -> None:
        self.network = network
        self.settings = settings
        self.epoch = 0
        self._step = 0
        self._order = random.Random(settings.seed)
        self._average = {name: value.detach().clone() for name, value in network.state_dict().items()}
        self._optimizer = torch.optim.AdamW(
            network.parameters(), lr=settings.rate, weight_decay=settings.decay, fused=True
        )
        steps = settings.epochs * -(-examples // settings.batch)
        self._schedule = torch.optim.lr_scheduler.OneCycleLR(
            self._optimizer, settings.rate, total_steps=steps, pct_start=0.15
        )

    def one_epoch(self, items: list[_Item]) -> tuple[float, float]:
        """Train on every article once; returns the mean losses of tags and roles."""
        self.network.train()
        total_tags = total_roles = 0.0
        for batch in _batches(items, self.settings.batch, self._order):
            tags_loss, roles_loss = _losses(self.network, batch, self.settings, self._order)
            loss = (tags_loss + roles_loss) / len(batch)
            self._optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.network.parameters(), self.settings.clip)
            self._optimizer.step()
            self._schedule.step()
            self._move_average()
            total_tags += float(tags_loss.detach())
            total_roles += float(roles_loss.detach())
        self.epoch += 1
        return total_tags / len(items), total_roles / len(items)

    def averaged(self) -> Network:
        """A network with the averaged weights, ready to read."""
        network = Network(self.network.encoder.sizes)
        network.load_state_dict(self._average)
        return network.eval()

    def keep(self, path: Path) -> None:
        """Write all that is needed to go on, in one step."""
        path.parent.mkdir(parents=True, exist_ok=True)
        state = {
            "settings": asdict(self.settings),
            "epoch": self.epoch,
            "step": self._step,
            "order": self._order.getstate(),
            "torch": torch.get_rng_state(),
            "network": self.network.state_dict(),
            "average": self._average,
            "optimizer": self._optimizer.state_dict(),
            "schedule": self._schedule.state_dict(),
        }
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)

    def resume(self, path: Path) -> None:
        """Go on from `path` where it is there and was written with the same settings."""
        if not path.exists():
            return
        state = torch.load(path, weights_only=False)
        if state["settings"] != asdict(self.settings):
            raise SystemExit(f"{path} was written with other settings: remove it or use the same ones")
        self.epoch, self._step, self._average = state["epoch"], state["step"], state["average"]
        self._order.setstate(state["order"])
        torch.set_rng_state(state["torch"])
        self.network.load_state_dict(state["network"])
        self._optimizer.load_state_dict(state["optimizer"])
        self._schedule.load_state_dict(state["schedule"])

    def _move_average(self) -> None:
        self._step += 1
        memory = min(self.settings.average, self._step / (self._step + 10))
        for name, value in self.network.state_dict().items():
            if value.dtype.is_floating_point:
                self._average[name].lerp_(value.detach(), 1 - memory)


def _item(example: Example, lexicon: Lexicon) -> _Item:
    length = len(example.document.tokens)
    tags = [tags_from_quotes(example.layer(layer), length) for layer in range(LAYERS)]
    parts = torch.zeros(length, PARTS)
    for quote in example.quotes:
        for column, part in enumerate((quote.cue, quote.frame, quote.speaker, quote.addressee)):
            parts[list(part), column] = 1.0
    return _Item(example, featurize(example.document, lexicon), torch.tensor(tags), parts)


def _batches(items: list[_Item], size: int, order: random.Random) -> list[list[_Item]]:
    """Batches of articles of like length, in a new order each time."""
    ranked = sorted(items, key=lambda item: len(item.features.word_T) * order.uniform(0.85, 1.15))
    batches = [ranked[start : start + size] for start in range(0, len(ranked), size)]
    order.shuffle(batches)
    return batches


def _losses(
    network: Network, batch: list[_Item], settings: TrainSettings, order: random.Random
) -> tuple[Tensor, Tensor]:
    inputs = pad([_disguised(item.features, settings, order) for item in batch])
    length = inputs.word_BT.shape[1]
    states_BTE, tags_BTLK = network.encoder(inputs)
    tags_BTL = torch.zeros(len(batch), length, LAYERS, dtype=torch.long)
    for number, item in enumerate(batch):
        tags_BTL[number, : item.tags_LT.shape[1]] = item.tags_LT.T
    tags_loss = crf_loss(tags_BTLK, network.encoder.transitions(), tags_BTL, inputs.length_B)
    tags_loss = tags_loss + settings.parts * _part_loss(network.encoder.part_scores(states_BTE), batch)
    quotes = [(row, quote) for row, item in enumerate(batch) for quote in item.example.quotes]
    if not quotes:
        return tags_loss, torch.zeros(())
    windows = []
    for row, quote in quotes:
        others_T = (batch[row].tags_LT[0] > 0).numpy()
        windows.append(window(_moved(quote, len(others_T), settings.jitter, order), others_T))
    padded = pad_windows(
        windows,
        [row for row, _ in quotes],
        [TYPES.index(quote.type) for _, quote in quotes],
        [quote.layer for _, quote in quotes],
        length,
    )
    tokens_QW6, whole_QV = network.roles(states_BTE, padded)
    return tags_loss, _role_loss(tokens_QW6, whole_QV, windows, [quote for _, quote in quotes], settings.addressee)


def _part_loss(scores_BT4: Tensor, batch: list[_Item]) -> Tensor:
    """Cue, frame, speaker and addressee of whatever statement: what leads to a quote is learned before the quote is."""
    scores = torch.cat([scores_BT4[row, : len(item.parts_T4)] for row, item in enumerate(batch)])
    gold = torch.cat([item.parts_T4 for item in batch])
    return functional.binary_cross_entropy_with_logits(scores, gold, reduction="sum")


def _disguised(features: Features, settings: TrainSettings, order: random.Random) -> Features:
    """The article as another desk might send it: at times without paragraphs, or with its first one in capitals."""
    if order.random() < settings.unbroken:
        broken_T = features.break_T == Break.PARAGRAPH
        features = replace(features, break_T=np.where(broken_T, int(Break.SPACE), features.break_T))
    if order.random() < settings.capitals:
        shape_T = features.shape_T.copy()
        first = int(np.argmax(features.break_T == Break.PARAGRAPH)) or min(len(shape_T), 12)
        letters_T = np.isin(shape_T[:first], (Shape.LOWER, Shape.TITLE, Shape.MIXED))
        shape_T[:first][letters_T] = Shape.UPPER
        features = replace(features, shape_T=shape_T)
    return features


def _moved(quote: GoldQuote, length: int, share: float, order: random.Random) -> list[TokenRange]:
    """The quote's ranges, at times with an outer bound moved by a few tokens."""
    ranges = list(runs(quote.quote))
    if order.random() < share:
        first = ranges[0]
        start = min(max(0, first.start + order.randint(-3, 3)), first.end - 1)
        ranges[0] = TokenRange(start, first.end)
    if order.random() < share:
        last = ranges[-1]
        end = max(min(length, last.end + order.randint(-3, 3)), last.start + 1)
        ranges[-1] = TokenRange(last.start, end)
    return ranges


def _role_loss(
    tokens_QW6: Tensor, whole_QV: Tensor, windows: list[Window], quotes: list[GoldQuote], addressee: float
) -> Tensor:
    """Cue and frame: each token on or off; speaker and addressee: where they start and end; type."""
    size = tokens_QW6.shape[1]
    on_QW2 = torch.zeros(len(quotes), size, 2)
    ends_Q4 = torch.full((len(quotes), 4), size)  # `size` stands for: nothing mentioned
    for number, (one, quote) in enumerate(zip(windows, quotes, strict=True)):
        places = {int(token): place for place, token in enumerate(one.token_W)}
        for column, part in enumerate((quote.cue, quote.frame)):
            on_QW2[number, [places[token] for token in part if token in places], column] = 1.0
        for column, part in ((0, quote.speaker), (2, quote.addressee)):
            found = runs(tuple(token for token in part if token in places))
            if found:
                ends_Q4[number, column] = places[found[0].start]
                ends_Q4[number, column + 1] = places[found[0].end - 1]
            elif part:  # outside the window: nothing to learn
                ends_Q4[number, column : column + 2] = _IGNORE
    length_Q = torch.tensor([len(one.token_W) for one in windows])
    valid_QW = torch.arange(size)[None] < length_Q[:, None]
    loss = functional.binary_cross_entropy_with_logits(
        tokens_QW6[:, :, :2], on_QW2, weight=valid_QW[:, :, None].float(), reduction="sum"
    )
    for column in range(4):
        scores_QW = tokens_QW6[:, :, 2 + column].masked_fill(~valid_QW, -1e4)
        scores_QX = torch.cat([scores_QW, whole_QV[:, column // 2, None]], dim=1)
        loss_Q = functional.cross_entropy(scores_QX, ends_Q4[:, column], ignore_index=_IGNORE, reduction="none")
        weight_Q = 1.0 + (addressee - 1.0) * (ends_Q4[:, column] < size) if column > 1 else torch.ones(len(quotes))
        loss = loss + (loss_Q * weight_Q).sum()
    types = torch.tensor([TYPES.index(quote.type) for quote in quotes])
    return loss + functional.cross_entropy(whole_QV[:, 2:], types, reduction="sum")
