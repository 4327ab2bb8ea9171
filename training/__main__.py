"""Rebuild everything that the package ships as data: `python -m training --shared ../shared`.

Steps, each skipped where its result is there already (`--fresh` starts over)::

    sentences   parameters of the sentence splitter           src/wortlaut/language/
    lemmas      entrance points into the lemma dictionary      src/wortlaut/language/
    compounds   parts of compounds, 88 M words                src/wortlaut/language/
    vectors     subword vectors, 103 M tokens, one thread     WORK/vectors.safetensors
    network     the reader's network on all training articles WORK/network.pt, resumes after each epoch
    export      ONNX, tables, manifest                        src/wortlaut/reading/weights/

`--held-out` trains on nine tenths instead and prints scores on the other tenth for several thresholds; nothing is
exported then. The development part is never read here.
"""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

import torch

from training.compounds import main as find_compounds
from training.corpus import load
from training.export import Leaning, export
from training.held_out import report_held_out
from training.lemmas import main as find_restarts
from training.network import Sizes
from training.sentences import main as train_sentences
from training.train import Trained, TrainSettings, load_vectors, train
from training.vectors import VectorSettings, train_vectors, write_text
from wortlaut.reading.manifest import WEIGHTS, digest
from wortlaut.reading.reader import Thresholds

# Chosen with `--held-out`.
_LEANING = Leaning(any=0.6, reported=1.5)
_THRESHOLDS = Thresholds(cue=0.4, frame=0.4, addressee=0.0)


def _main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with data/ and corpora/")
    parser.add_argument("--work", type=Path, default=Path("work"), help="where intermediate results are kept")
    parser.add_argument("--target", type=Path, default=WEIGHTS, help="where the weights go")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--held-out", action="store_true", help="train on nine tenths, score the other tenth")
    parser.add_argument("--fresh", action="store_true", help="do not go on from intermediate results")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    if options.fresh:
        for name in ("vectors.safetensors", *(f"network-{part}.pt" for part in ("all", "held-out"))):
            (options.work / name).unlink(missing_ok=True)
    vectors = _vectors(options.shared, options.work)
    corpus = options.shared / "data" / "quotes" / "train.jsonl.gz"
    examples = load(corpus)
    settings = TrainSettings(seed=options.seed, threads=options.threads)
    if options.held_out:
        kept = [example for number, example in enumerate(examples) if number % 10]
        trained = train(kept, load_vectors(vectors), Sizes(), settings, checkpoint=options.work / "network-held-out.pt")
        report_held_out(trained, vectors, corpus, options.work)
        return
    train_sentences(["--shared", str(options.shared)])
    find_restarts([])
    find_compounds(["--shared", str(options.shared)])
    trained = train(examples, load_vectors(vectors), Sizes(), settings, checkpoint=options.work / "network-all.pt")
    _ship(trained, vectors, options.target)


def _vectors(shared: Path, work: Path) -> Path:
    """The table of subword vectors, trained where it is not there yet."""
    target = work / "vectors.safetensors"
    if not target.exists():
        text = work / "folded.txt"
        settings = VectorSettings()
        print(f"{write_text(shared, text, seed=settings.seed)} tokens in {text}", flush=True)
        train_vectors(text, target, settings)
    return target


def _ship(trained: Trained, vectors: Path, target: Path) -> None:
    export(trained, vectors, target, _LEANING)
    manifest = {"digest": digest(target), **asdict(_THRESHOLDS)}
    (target / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    size = sum(file.stat().st_size for file in target.iterdir()) / 1e6
    print(f"{target}: {size:.1f} MB, sha256 {manifest['digest']}; torch {torch.__version__}")


if __name__ == "__main__":
    _main()
