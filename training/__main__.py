"""Rebuild everything that the package ships as data: `python -m training --shared ../shared`.

Steps, each skipped where its result is there already (`--fresh` starts over)::

    sentences   parameters of the sentence splitter           src/wortlaut/language/
    lemmas      entrance points into the lemma dictionary      src/wortlaut/language/
    compounds   parts of compounds, 88 M words                src/wortlaut/language/
    vectors     subword vectors, 103 M tokens, one thread     WORK/vectors.safetensors
    pretraining the encoder's lower half, 45 M tokens          WORK/lower.pt
    networks    one a member, on all training articles        WORK/network-….pt
    export      ONNX, tables, choices, manifest               src/wortlaut/reading/weights/

`--held-out` trains on nine tenths instead, and writes what reads the other tenth best to training/choices.json, which
the export takes; nothing else is written then. `--own` adds a newsroom's own articles (docs/training.md) and leaves the
language tables alone. The development part is never read here.
"""

import argparse
import shutil
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import torch

from training.compounds import main as find_compounds
from training.corpus import Example, load
from training.export import export
from training.held_out import choose, write_part
from training.lemmas import main as find_restarts
from training.own import load_own, split_own
from training.sentences import main as train_sentences
from training.steps import Workshop
from wortlaut.reading.choices import read_choices
from wortlaut.reading.manifest import WEIGHTS, write_manifest

_CHOICES = Path(__file__).with_name("choices.json")


def _main() -> None:
    options = _options()
    options.work.mkdir(parents=True, exist_ok=True)
    if options.fresh:
        for path in (*options.work.glob("*.pt"), *options.work.glob("*.npz"), *options.work.glob("*.safetensors")):
            path.unlink()
    shop = Workshop(options.shared, options.work, options.threads)
    corpus = options.shared / "data" / "quotes" / "train.jsonl.gz"
    examples = load(corpus)
    seeds = range(options.seed, options.seed + options.members)
    if options.held_out:
        gold = options.work / "held-out.jsonl"
        write_part(corpus, gold)
        kept = [example for number, example in enumerate(examples) if number % 10]
        members = shop.members(kept, shop.pretrained(examples), "held-out", seeds)
        choose(members, shop.vectors(), gold, options.work, _CHOICES)
        return
    name, reader = "all", "shipped"
    if options.own:
        examples = [*examples, *_own(options.own)]
        name, reader = f"own-{sha256(options.own.read_bytes()).hexdigest()[:12]}", options.target.name
    else:
        train_sentences(["--shared", str(options.shared)])
        find_restarts([])
        find_compounds(["--shared", str(options.shared)])
    members = shop.members(examples, shop.pretrained(load(corpus)), name, seeds)
    export(members, shop.vectors(), options.target, read_choices(_CHOICES))
    if options.target.resolve() != WEIGHTS.resolve():
        shutil.copy(WEIGHTS / "LICENSE", options.target / "LICENSE")
    manifest = write_manifest(options.target, reader=reader)
    size = sum(file.stat().st_size for file in options.target.iterdir()) / 1e6
    print(f"{options.target}: {size:.1f} MB, sha256 {manifest.digest}; torch {torch.__version__}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with data/ and corpora/")
    parser.add_argument("--work", type=Path, default=Path("work"), help="where intermediate results are kept")
    parser.add_argument("--target", type=Path, default=WEIGHTS, help="where the weights go")
    parser.add_argument("--own", type=Path, help="completed articles, as `wortlaut export --format corpus` writes them")
    parser.add_argument("--seed", type=int, default=1, help="of the first network")
    parser.add_argument("--members", type=int, default=2, help="networks that read together")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--held-out", action="store_true", help="train on nine tenths, choose by the other tenth")
    parser.add_argument("--fresh", action="store_true", help="do not go on from intermediate results")
    options = parser.parse_args()
    if options.own and options.target.resolve() == WEIGHTS.resolve():
        parser.error("--own needs a --target: the shipped weights stay as they are")
    return options


def _own(path: Path) -> Sequence[Example]:
    """The articles of the export that are to be trained on; what is refused is printed."""
    own = load_own(path)
    for why in own.refused:
        print(f"Refused: {why}", flush=True)
    return split_own(own.texts).examples


if __name__ == "__main__":
    _main()
