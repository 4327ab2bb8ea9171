"""The language model learns a few sentences by heart, and goes on where it was interrupted. Needs torch and floret."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from wortlaut.reading.vectors import SubwordVectors

pytestmark = pytest.mark.soak
TEXT = "Die Mole ist alt . Tamm sagte , das Boot sei leck . Holm warf der Werft Betrug vor .".split()


@pytest.fixture(scope="module")
def pieces() -> Any:
    for needed in ("torch", "floret", "onnx"):
        pytest.importorskip(needed)
    from training.network import Sizes
    from training.raw_text import RawTokens

    words = tuple(dict.fromkeys(word.lower() for word in TEXT))
    numbers = np.array([words.index(word.lower()) for word in TEXT * 40], np.uint32)
    text = RawTokens(words, numbers, np.zeros(len(numbers), np.uint8))
    vocabulary = {word: number for number, word in enumerate(words, start=2)}
    table = np.random.default_rng(1).integers(-127, 127, (200, 8), dtype=np.int8)
    vectors = SubwordVectors(table, np.full(8, 0.02, np.float32), shortest=3, longest=5)
    sizes = Sizes(vector=8, word=8, lower=16, upper=8, vocabulary=len(vocabulary) + 2)
    return text, vocabulary, vectors, sizes


def test_a_text_that_is_repeated_is_soon_known(pieces: Any, tmp_path: Path) -> None:
    import torch

    from training.pretraining import LanguageModel, PretrainSettings, pretrain

    text, vocabulary, vectors, sizes = pieces
    settings = PretrainSettings(row=20, batch=4, sampled=8, projection=16, steps=200, rate=0.02)
    found = pretrain(text, vocabulary, vectors, sizes, settings, checkpoint=tmp_path / "lm.pt")
    assert {name.split(".")[0] for name in found.weights} == {"word", "shape", "mark", "gap", "lower"}
    model = LanguageModel(sizes, settings)
    model.load_state_dict(torch.load(tmp_path / "lm.pt", weights_only=False)["model"])
    assert {name: value.tolist() for name, value in found.weights.items()} == {
        name: model.encoder.state_dict()[name].tolist() for name in found.weights
    }


def test_a_run_that_was_interrupted_ends_like_one_that_was_not(pieces: Any, tmp_path: Path) -> None:
    from training.pretraining import PretrainSettings, Rows, pretrain

    text, vocabulary, vectors, sizes = pieces
    settings = PretrainSettings(row=10, batch=2, sampled=4, projection=8, steps=500, rate=0.01)
    whole = pretrain(text, vocabulary, vectors, sizes, settings, checkpoint=tmp_path / "whole.pt")

    class Interrupted(Exception):
        pass

    class Stopping(Rows):
        def batches(self, step: int) -> Any:
            for number, batch in enumerate(super().batches(step)):
                if number == 300:
                    raise Interrupted
                yield batch

    with pytest.raises(Interrupted):
        pretrain(text, vocabulary, vectors, sizes, settings, checkpoint=tmp_path / "part.pt", rows=Stopping)
    resumed = pretrain(text, vocabulary, vectors, sizes, settings, checkpoint=tmp_path / "part.pt")
    assert all(bool((whole.weights[name] == resumed.weights[name]).all()) for name in whole.weights)
