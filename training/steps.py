"""The steps from raw text and annotated articles to networks; each is skipped where its result is there already.

raw.npz          raw text as numbers                       two minutes
lower.pt         the encoder's lower half, pretrained      an hour; goes on from language-model.pt
network-….pt     two networks that read together           ten minutes each; resume after each epoch
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from training.corpus import Example, load
from training.export import Beside, export
from training.links import fit_links
from training.media import fit_media
from training.network import Sizes
from training.pretraining import Pretrained, PretrainSettings, pretrain
from training.raw_text import RawTokens, load_tokens, write_tokens
from training.train import Trained, TrainSettings, build_vocabulary, load_vectors, train
from training.vectors import VectorSettings, train_vectors, write_text
from wortlaut.reading.choices import Choices

__all__ = ["Workshop"]

_VOCABULARY = 20_000
_PLAIN = Sizes(word=48, lower=128)
_PLAIN_EPOCHS = 24


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where the material is, where intermediate results go, and in how many threads to work."""

    shared: Path
    work: Path
    threads: int = 1

    @property
    def corpus(self) -> Path:
        """The annotated articles to train on."""
        return self.shared / "data" / "quotes" / "train.jsonl.gz"

    def examples(self) -> list[Example]:
        """The annotated articles to train on."""
        return load(self.corpus)

    def require(self) -> None:
        """Nothing where all material is there; else the program ends before hours are spent and says what is not."""
        needed = (
            self.corpus,
            self.shared / "corpora" / "bundestag.tsv.xz",
            self.shared / "corpora" / "wikipedia.txt.xz",
            self.shared / "data" / "speeches" / "redewiedergabe.jsonl.gz",
        )
        missing = [str(path) for path in needed if not path.exists()]
        if missing:
            raise SystemExit(f"missing: {', '.join(missing)}; DEVELOPMENT.md says what the material is, --shared where")

    def vectors(self) -> Path:
        """The table of subword vectors."""
        target = self.work / "vectors.safetensors"
        if not target.exists():
            text = self.work / "folded.txt"
            settings = VectorSettings()
            print(f"{write_text(self.shared, text, seed=settings.seed)} tokens in {text}", flush=True)
            train_vectors(text, target, settings)
        return target

    def pretrained(self) -> Pretrained:
        """The lower half of the encoder, and the vocabulary: that of the corpus and the raw text's frequent words."""
        target = self.work / "lower.pt"
        if not target.exists():
            raw = self.work / "raw.npz"
            if not raw.exists():
                print(f"{write_tokens(self.shared, raw, seed=PretrainSettings().seed)} tokens in {raw}", flush=True)
            text = load_tokens(raw)
            vocabulary = _vocabulary(text, self.examples())
            sizes = replace(Sizes(), vocabulary=len(vocabulary) + 2)
            settings = PretrainSettings(threads=self.threads)
            vectors = load_vectors(self.vectors())
            found = pretrain(text, vocabulary, vectors, sizes, settings, checkpoint=self.work / "language-model.pt")
            torch.save({"weights": found.weights, "vocabulary": found.vocabulary}, target)
        state = torch.load(target, weights_only=True)
        return Pretrained(state["weights"], state["vocabulary"])

    def export(self, examples: Sequence[Example], name: str, seed: int, target: Path, choices: Choices) -> None:
        """Write the weights of a pair trained on `examples` into the folder `target`."""
        vectors = load_vectors(self.vectors())
        beside = Beside(fit_media(examples, vectors), fit_links(examples, vectors))
        export(self.pair(examples, name, seed), self.vectors(), target, choices, beside)

    def pair(self, examples: Sequence[Example], name: str, seed: int) -> list[Trained]:
        """Two networks trained on `examples`; their checkpoints bear `name` and `seed`.

        One begins with the pretrained parts, the other with nothing: what they get wrong differs more than between two
        of a kind. The first also finds the parts of the quotes.
        """
        vectors = load_vectors(self.vectors())
        first, second = (self.work / f"network-{name}-{seed}-{kind}.pt" for kind in ("pretrained", "plain"))
        settings = TrainSettings(seed=seed, threads=self.threads)
        longer = replace(settings, epochs=_PLAIN_EPOCHS)
        return [
            train(examples, vectors, Sizes(), settings, pretrained=self.pretrained(), checkpoint=first),
            train(examples, vectors, _PLAIN, longer, checkpoint=second),
        ]


def _vocabulary(text: RawTokens, examples: Sequence[Example]) -> dict[str, int]:
    """Ids from 2 on, the most frequent words of the raw text first: those of the examples, and as many more."""
    news = build_vocabulary(examples)
    others = [word for word in text.words[: 2 * _VOCABULARY] if word not in news]
    chosen = set(news).union(others[: _VOCABULARY - len(news)])
    ordered = dict.fromkeys(word for word in text.words if word in chosen) | dict.fromkeys(news)
    return {word: number for number, word in enumerate(ordered, start=2)}
