"""The steps from raw text and annotated articles to networks; each is skipped where its result is there already.

raw.npz          raw text as numbers                       two minutes
lower.pt         the encoder's lower half, pretrained      an hour; goes on from language-model.pt
network-….pt     one network a seed                        a quarter of an hour each; resumes after each epoch
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from training.corpus import Example
from training.network import Sizes
from training.pretraining import Pretrained, PretrainSettings, pretrain
from training.raw_text import RawTokens, load_tokens, write_tokens
from training.train import Trained, TrainSettings, build_vocabulary, load_vectors, train
from training.vectors import VectorSettings, train_vectors, write_text

__all__ = ["Workshop"]

_VOCABULARY = 20_000


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where the material is, where intermediate results go, and in how many threads to work."""

    shared: Path
    work: Path
    threads: int = 1

    def vectors(self) -> Path:
        """The table of subword vectors."""
        target = self.work / "vectors.safetensors"
        if not target.exists():
            text = self.work / "folded.txt"
            settings = VectorSettings()
            print(f"{write_text(self.shared, text, seed=settings.seed)} tokens in {text}", flush=True)
            train_vectors(text, target, settings)
        return target

    def pretrained(self, examples: Sequence[Example]) -> Pretrained:
        """The lower half of the encoder, and the vocabulary: that of `examples` and the raw text's frequent words."""
        target = self.work / "lower.pt"
        if not target.exists():
            raw = self.work / "raw.npz"
            if not raw.exists():
                print(f"{write_tokens(self.shared, raw, seed=PretrainSettings().seed)} tokens in {raw}", flush=True)
            text = load_tokens(raw)
            vocabulary = _vocabulary(text, examples)
            sizes = replace(Sizes(), vocabulary=len(vocabulary) + 2)
            settings = PretrainSettings(threads=self.threads)
            vectors = load_vectors(self.vectors())
            found = pretrain(text, vocabulary, vectors, sizes, settings, checkpoint=self.work / "language-model.pt")
            torch.save({"weights": found.weights, "vocabulary": found.vocabulary}, target)
        state = torch.load(target, weights_only=True)
        return Pretrained(state["weights"], state["vocabulary"])

    def members(
        self, examples: Sequence[Example], pretrained: Pretrained, name: str, seeds: Sequence[int]
    ) -> list[Trained]:
        """Networks trained on `examples`, one a seed; their checkpoints bear `name`."""
        vectors = load_vectors(self.vectors())
        return [
            train(
                examples,
                vectors,
                Sizes(),
                TrainSettings(seed=seed, threads=self.threads),
                pretrained=pretrained,
                checkpoint=self.work / f"network-{name}-{seed}.pt",
            )
            for seed in seeds
        ]


def _vocabulary(text: RawTokens, examples: Sequence[Example]) -> dict[str, int]:
    """Ids from 2 on, the most frequent words of the raw text first: those of the examples, and as many more."""
    news = build_vocabulary(examples)
    others = [word for word in text.words[: 2 * _VOCABULARY] if word not in news]
    chosen = set(news).union(others[: _VOCABULARY - len(news)])
    ordered = dict.fromkeys(word for word in text.words if word in chosen) | dict.fromkeys(news)
    return {word: number for number, word in enumerate(ordered, start=2)}
