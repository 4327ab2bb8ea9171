"""Other annotated German text that teaches the whole encoder before it sees the quotation corpus.

Historical texts with speech, thought and writing (Brunner et al. 2020, Redewiedergabe), names (GermEval 2014), tags and
moods of verbs (UD German GSD). Every task is told of single tokens, from the encoder's upper states.

Axes: B texts, T tokens, X yes-or-no labels, E encoder states.
"""

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from training.batches import pad
from training.network import Encoder, Sizes
from training.pretraining import LOWER, Pretrained, kept
from wortlaut.reading.features import Features, featurize
from wortlaut.reading.lexicon import Lexicon
from wortlaut.reading.vectors import SubwordVectors
from wortlaut.types import Document, Span

__all__ = ["OtherSettings", "OtherText", "load_others", "train_on_others"]

_TYPES = ("direct", "indirect", "freeIndirect", "reported", "indirect freeIndirect")
_MEDIA = ("speech", "thought", "writing")
_SUBJUNCTIVE = 2 * len(_TYPES) + len(_MEDIA) + 3
LABELS = _SUBJUNCTIVE + 1
_TAGS = tuple(
    (
        "$( $, $. ADJA ADJD ADV APPO APPR APPRART APZR ART CARD FM ITJ KOKOM KON KOUI KOUS NE NN PAV PDAT PDS PIAT "
        "PIDAT PIS PPER "
        "PPOSAT PPOSS PRELAT PRELS PRF PROAV PTKA PTKANT PTKNEG PTKVZ PTKZU PWAT PWAV PWS TRUNC VAFIN VAIMP "
        "VAINF VAPP VMFIN VMINF VMPP VVFIN VVIMP VVINF VVIZU VVPP XY"
    ).split()
)
_NAMES = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-OTH", "I-OTH")
_UNKNOWN = -100
_GROUP = 12  # sentences that stand alone are put together, so many a text
_CLOSING = frozenset(",.;:!?)]»“”‹…")
_OPENING = frozenset("([«„›")


@dataclass(frozen=True, slots=True)
class OtherSettings:
    """How long and how fast to train."""

    epochs: int = 4
    batch: int = 8
    rate: float = 1.5e-3
    clip: float = 1.0
    seed: int = 1


@dataclass(frozen=True, slots=True)
class OtherText:
    """A text with what is known of each token; -1 or -100 where nothing is."""

    document: Document
    labels_TX: NDArray[np.float32]
    tag_T: NDArray[np.int64]
    name_T: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Item:
    features: Features
    text: OtherText


class _Heads(nn.Module):
    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = Encoder(sizes)
        self.labels = nn.Linear(2 * sizes.upper, LABELS)
        self.tag = nn.Linear(2 * sizes.upper, len(_TAGS))
        self.name = nn.Linear(2 * sizes.upper, len(_NAMES))

    def forward(self, items: Sequence[_Item]) -> Tensor:
        """The summed loss of a batch, by the hundred tokens."""
        inputs = pad([item.features for item in items])
        states_BTE, _ = self.encoder(inputs)
        states = torch.cat([states_BTE[row, : len(item.text.tag_T)] for row, item in enumerate(items)])
        labels = torch.from_numpy(np.concatenate([item.text.labels_TX for item in items]))
        tag = torch.from_numpy(np.concatenate([item.text.tag_T for item in items]))
        name = torch.from_numpy(np.concatenate([item.text.name_T for item in items]))
        known = (labels >= 0).float()
        loss = functional.binary_cross_entropy_with_logits(
            self.labels(states), labels.clamp(min=0), weight=known, reduction="sum"
        )
        for scores, gold in ((self.tag(states), tag), (self.name(states), name)):
            loss = loss + 0.3 * functional.cross_entropy(scores, gold, ignore_index=_UNKNOWN, reduction="sum")
        return loss / len(tag)


def train_on_others(
    texts: Sequence[OtherText],
    vectors: SubwordVectors,
    sizes: Sizes,
    pretrained: Pretrained,
    settings: OtherSettings,
) -> Pretrained:
    """The pretrained parts after these tasks, with the upper half of the encoder beside them."""
    torch.manual_seed(settings.seed)
    order = random.Random(settings.seed)
    lexicon = Lexicon(vectors, pretrained.vocabulary)
    items = [_Item(featurize(text.document, lexicon), text) for text in texts]
    model = _Heads(sizes)
    model.encoder.load_state_dict(pretrained.weights, strict=False)
    optimizer = torch.optim.AdamW(model.parameters(), lr=settings.rate, weight_decay=0.01, fused=True)
    steps = settings.epochs * -(-len(items) // settings.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, settings.rate, total_steps=steps, pct_start=0.1)
    for epoch in range(1, settings.epochs + 1):
        ranked = sorted(items, key=lambda item: len(item.text.tag_T) * order.uniform(0.85, 1.15))
        batches = [ranked[start : start + settings.batch] for start in range(0, len(ranked), settings.batch)]
        order.shuffle(batches)
        total = 0.0
        for batch in batches:
            loss = model(batch)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), settings.clip)
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
        print(f"other tasks, epoch {epoch}: loss {total / len(batches):.3f}", flush=True)
    return kept(model.encoder, (*LOWER, "upper."), pretrained.vocabulary)


def load_others(data: Path) -> list[OtherText]:
    """All texts of the three corpora below `data` that may shape the weights."""
    texts = list(_speech(data / "speeches" / "redewiedergabe.jsonl.gz"))
    for part in ("dev", "test"):
        texts += _grouped(list(_names(data / "ner" / f"germeval2014-{part}.jsonl.gz")))
        texts += _grouped(list(_sentences(data / "treebank" / f"de_gsd-ud-{part}.conllu.gz")))
    return texts


def _speech(path: Path) -> Iterator[OtherText]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            length = len(record["tok"])
            labels = np.zeros((length, LABELS), np.float32)
            for token, cell in enumerate(record["stwr"]):
                before = record["stwr"][token - 1].split("|") if token else ()
                for mark in cell.split("|"):
                    if mark != "-":
                        _mark(labels[token], mark, begins=mark not in before)
            first = 2 * len(_TYPES) + len(_MEDIA)
            for column, name in enumerate(("frame", "speaker", "intexpr"), start=first):
                labels[:, column] = [cell != "-" for cell in record[name]]
            labels[:, _SUBJUNCTIVE] = [cell.endswith("Subj") for cell in record["rfpos"]]
            tags = np.array([_index(_TAGS, tag) for tag in record["pos"]])
            yield OtherText(_document(record["tok"]), labels, tags, np.full(length, _UNKNOWN))


def _mark(labels_X: NDArray[np.float32], mark: str, *, begins: bool) -> None:
    kind, medium = mark.split(".")[:2]
    if kind in _TYPES:
        labels_X[_TYPES.index(kind)] = 1.0
        labels_X[len(_TYPES) + _TYPES.index(kind)] = float(begins)
    for name in medium.split():
        if name in _MEDIA:
            labels_X[2 * len(_TYPES) + _MEDIA.index(name)] = 1.0


def _names(path: Path) -> Iterator[OtherText]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            names = np.array(
                [_NAMES.index(label.removesuffix("deriv").removesuffix("part")) for label in record["outer"]]
            )
            length = len(names)
            nothing = np.full((length, LABELS), -1, np.float32)
            yield OtherText(_document(record["words"]), nothing, np.full(length, _UNKNOWN), names)


def _sentences(path: Path) -> Iterator[OtherText]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for block in lines.read().split("\n\n"):
            rows = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
            rows = [row for row in rows if row[0].isdigit()]
            if rows:
                labels = np.full((len(rows), LABELS), -1, np.float32)
                labels[:, _SUBJUNCTIVE] = ["Mood=Sub" in row[5] for row in rows]
                tags = np.array([_index(_TAGS, row[4]) for row in rows])
                yield OtherText(_document([row[1] for row in rows]), labels, tags, np.full(len(rows), _UNKNOWN))


def _index(names: Sequence[str], name: str) -> int:
    return names.index(name) if name in names else _UNKNOWN


def _document(words: Sequence[str]) -> Document:
    """The words as running text, with spaces where one would write them."""
    text, spans = "", []
    for word in words:
        if text and word[0] not in _CLOSING and text[-1] not in _OPENING:
            text += " "
        spans.append(Span(len(text), len(text) + len(word)))
        text += word
    return Document(text, tuple(spans), ())


def _grouped(texts: list[OtherText]) -> Iterator[OtherText]:
    for start in range(0, len(texts), _GROUP):
        some = texts[start : start + _GROUP]
        words = [word for text in some for word in text.document.words()]
        yield OtherText(
            _document(words),
            np.concatenate([text.labels_TX for text in some]),
            np.concatenate([text.tag_T for text in some]),
            np.concatenate([text.name_T for text in some]),
        )
