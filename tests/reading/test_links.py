import shutil
from pathlib import Path

import numpy as np
import pytest
from safetensors import safe_open
from safetensors.numpy import save_file

from wortlaut.language import analyse
from wortlaut.reading.features import Features
from wortlaut.reading.links import APART, Links, Side
from wortlaut.reading.manifest import WEIGHTS
from wortlaut.reading.model import Model

TEXT = "Das sagte Präsident Holm am Montag der Ministerin."


def random_links(draw: np.random.Generator) -> Links:
    def side() -> Side:
        return Side(*(draw.normal(size=size).astype(np.float32) for size in ((4, 3), (7, 3), (3,))))

    return Links(side(), side())


def test_every_pair_is_scored_as_reckoned_by_hand() -> None:
    draw = np.random.default_rng(1)
    links = random_links(draw)
    vectors, shape = draw.normal(size=(6, 4)).astype(np.float32), draw.integers(0, 7, 6)
    joined = links.joined(vectors, shape)
    assert joined[0] == APART
    for token in range(1, 6):
        a = vectors[token - 1] @ links.first.vector_DH + links.first.shape_SH[shape[token - 1]] + links.first.constant_H
        b = vectors[token] @ links.second.vector_DH + links.second.shape_SH[shape[token]] + links.second.constant_H
        score = a[0] + b[0] + np.tanh(a[1]) * np.tanh(b[1]) + np.tanh(a[2]) * np.tanh(b[2])
        assert joined[token] == pytest.approx(np.log(1 / (1 + np.exp(-score))), abs=1e-5)


def nothing() -> Side:
    return Side(*(np.zeros(size, np.float32) for size in ((1, 1), (7, 1), (1,))))


def test_no_link_is_worse_than_apart() -> None:
    links = Links(Side(*(np.full(size, -99, np.float32) for size in ((1, 1), (7, 1), (1,)))), nothing())
    assert links.joined(np.ones((3, 1), np.float32), np.zeros(3, np.int64)).tolist() == [APART] * 3


def features(model: Model) -> Features:
    return model.featurize(analyse(TEXT))


def test_the_shipped_links_hold_a_title_and_a_name_together_and_a_verb_and_a_title_apart() -> None:
    model = Model(WEIGHTS)
    words = analyse(TEXT).words()
    joined = model.encode(features(model)).joined_T
    assert joined[words.index("Holm")] > np.log(0.9)
    assert joined[words.index("Präsident")] < np.log(0.1)


def test_weights_from_before_there_were_links_are_read_without(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(WEIGHTS, tmp_path / "old"))
    with safe_open(folder / "tables.safetensors", framework="np") as tables:
        about = tables.metadata()
        kept = {name: tables.get_tensor(name) for name in tables.keys() if not name.startswith("links")}  # noqa: SIM118
    save_file(kept, folder / "tables.safetensors", metadata=about)
    model = Model(folder)
    assert not model.encode(features(model)).joined_T.any()
