"""The network learns six sentences by heart and says the same once exported.

Needs torch, floret and onnx (`make train` brings them), which the tests' own environment does without.
"""

import shutil
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from wortlaut.language import analyse
from wortlaut.reading.choices import Choices, Thresholds
from wortlaut.reading.reader import ShippedReader
from wortlaut.types import Article, Origin, Provenance, SourceMap, StatementType

pytestmark = pytest.mark.soak

SENTENCES = (
    ("„Wir bleiben hier“, sagte Ilka Brons.", "„Wir bleiben hier“", "Direct", "sagte", "Ilka Brons"),
    ("Tamm erklärte, das Boot sei leck.", "das Boot sei leck", "Indirect", "erklärte", "Tamm"),
    ("Holm warf der Werft Betrug vor.", "Betrug", "Reported", "warf", "Holm"),
    ("Die Mole ist alt.", "", "", "", ""),
    ("Laut Vera Holm fehlt Geld.", "fehlt Geld", "Indirect", "Laut", "Vera Holm"),
    ("„Nein“, rief der Lotse.", "„Nein“", "Direct", "rief", "der Lotse"),
)


@pytest.fixture(scope="module")
def torch() -> ModuleType:
    for needed in ("floret", "onnx"):
        pytest.importorskip(needed)
    found: ModuleType = pytest.importorskip("torch")
    return found


def part(text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"spans": [{"charBegin": start, "charEnd": start + len(words)}] if words else []}


def record(number: int) -> dict[str, Any]:
    text, quote, kind, cue, speaker = SENTENCES[number]
    annotation = {
        "quote": part(text, quote),
        "cue": part(text, cue),
        "speaker": part(text, speaker),
        "frame": part(text, ""),
        "addressee": part(text, ""),
        "type": kind,
        "medium": "Speech",
    }
    return {"documentName": str(number), "originalText": text, "annotations": [annotation] if quote else []}


def article(text: str) -> Article:
    return Article("a", text, text.encode(), SourceMap(0, ()), Origin("-"), "text", "utf-8")


@pytest.fixture(scope="module")
def folder(torch: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Weights that have the six sentences by heart."""
    import gzip
    import json

    from safetensors.numpy import save_file

    from training.corpus import load
    from training.export import Beside, export
    from training.links import fit_links
    from training.media import fit_media
    from training.network import Sizes
    from training.train import TrainSettings, load_vectors, train

    place = tmp_path_factory.mktemp("six")
    with gzip.open(place / "six.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(record(number)) + "\n" for number in range(len(SENTENCES)))
    table = np.random.default_rng(1).integers(-127, 127, (500, 8), dtype=np.int8)
    about = {"shortest": "3", "longest": "5"}
    save_file({"table": table, "scale": np.full(8, 0.02, np.float32)}, place / "vectors.safetensors", metadata=about)
    sizes = Sizes(vector=8, word=8, lower=24, upper=24, role_input=24, role_hidden=24, dropout=0.0, word_dropout=0.0)
    settings = TrainSettings(epochs=120, batch=6, rate=0.02, average=0.5, jitter=0.0)
    examples = load(place / "six.jsonl.gz")
    trained = train(examples, load_vectors(place / "vectors.safetensors"), sizes, settings)
    choices = Choices(thresholds=Thresholds(cue=0.5, frame=0.5), links=0.25)
    vectors = load_vectors(place / "vectors.safetensors")
    beside = Beside(fit_media(examples, vectors), fit_links(examples, vectors))
    export([trained], place / "vectors.safetensors", place / "weights", choices, beside)
    return place


def test_six_sentences_are_learned_by_heart_and_read_back_from_the_exported_files(folder: Path) -> None:
    again = Path(shutil.copytree(folder / "weights", folder / "elsewhere"))
    made_by = Provenance("six", "", "")
    reader = ShippedReader(again, made_by)
    texts = [text for text, *_ in SENTENCES]
    found = reader.read([article(text) for text in texts], [analyse(text) for text in texts])
    kinds = {"Direct": StatementType.DIRECT, "Indirect": StatementType.INDIRECT, "Reported": StatementType.REPORTED}
    expected = [
        [([quote], kinds[kind], [cue], [speaker])] if quote else [] for _, quote, kind, cue, speaker in SENTENCES
    ]
    assert [
        [
            (
                [span.of(text) for span in one.quote],
                one.type,
                [span.of(text) for span in one.cue.spans],
                [span.of(text) for party in one.speakers for span in party.mention],
            )
            for one in statements
        ]
        for text, statements in zip(texts, found, strict=True)
    ] == expected


def test_a_run_that_was_interrupted_goes_on_and_ends_like_one_that_was_not(folder: Path) -> None:
    from training.corpus import load
    from training.network import Sizes
    from training.train import Trained, TrainSettings, load_vectors, train

    class Interrupted(Exception):
        pass

    def stop(_: Trained) -> None:
        raise Interrupted

    examples, vectors = load(folder / "six.jsonl.gz"), load_vectors(folder / "vectors.safetensors")
    sizes = Sizes(vector=8, word=4, lower=8, upper=8, role_input=8, role_hidden=8, dropout=0.3)
    settings = TrainSettings(epochs=8, batch=3)
    whole = train(examples, vectors, sizes, settings)
    with pytest.raises(Interrupted):
        train(examples, vectors, sizes, settings, checkpoint=folder / "run.pt", report=stop)
    resumed = train(examples, vectors, sizes, settings, checkpoint=folder / "run.pt")
    ours, theirs = whole.network.state_dict(), resumed.network.state_dict()
    assert all(bool((ours[name] == theirs[name]).all()) for name in ours)


def test_several_members_say_what_their_mean_says_and_eight_bits_change_little(folder: Path) -> None:
    import torch

    from training.batches import pad
    from training.corpus import load
    from training.export import Beside, export
    from training.links import fit_links
    from training.media import fit_media
    from training.network import Network, Sizes
    from training.train import Trained, build_vocabulary, load_vectors
    from wortlaut.reading.features import featurize
    from wortlaut.reading.lexicon import Lexicon
    from wortlaut.reading.model import Model

    examples, vectors = load(folder / "six.jsonl.gz"), load_vectors(folder / "vectors.safetensors")
    members = []
    for seed in (1, 2):  # the second knows fewer words, and numbers them otherwise
        vocabulary = build_vocabulary(examples, least=seed)
        sizes = Sizes(vector=8, word=4, lower=8, upper=8, role_input=8, role_hidden=8, vocabulary=len(vocabulary) + 2)
        torch.manual_seed(seed)
        members.append(Trained(Network(sizes).eval(), vocabulary, sizes))
    beside = Beside(fit_media(examples, vectors), fit_links(examples, vectors))
    export(members, folder / "vectors.safetensors", folder / "two", Choices(), beside)
    model = Model(folder / "two")
    tags = []
    for member in members:
        features = featurize(examples[0].document, Lexicon(vectors, member.vocabulary))
        with torch.no_grad():
            tags.append(member.network.encoder(pad([features]))[1][0].numpy())
    found = model.encode(model.featurize(examples[0].document))
    assert found.tags_TLK == pytest.approx((tags[0] + tags[1]) / 2, abs=0.02)
