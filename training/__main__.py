"""Rebuild everything that the package ships as data: `python -m training --shared ../shared`.

Steps; vectors, pretraining and networks are skipped where they are there already (`--fresh` starts over)::

    sentences   parameters of the sentence splitter           src/wortlaut/language/
    lemmas      entrance points into the lemma dictionary      src/wortlaut/language/
    compounds   parts of compounds, 88 M words                src/wortlaut/language/
    vectors     subword vectors, 103 M tokens, one thread     WORK/vectors.safetensors
    pretraining the encoder's lower half, 45 M tokens          WORK/lower.pt
    networks    two that read together, on all articles       WORK/network-….pt
    export      ONNX, tables, choices, manifest               src/wortlaut/reading/weights/

`--held-out` trains on nine tenths instead, twice, and writes what reads the other tenths best to training/choices.json,
which the export takes; nothing else is written then. `--own` adds a newsroom's own articles (docs/training.md) and
leaves the language tables alone. The development part is never read here.
"""

import argparse
import shutil
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import torch

from training.compounds import main as find_compounds
from training.corpus import Example
from training.held_out import HeldOut, choose, write_part
from training.lemmas import main as find_restarts
from training.own import load_own, split_own
from training.sentences import main as train_sentences
from training.steps import Workshop
from wortlaut.reading.choices import Choices, read_choices
from wortlaut.reading.manifest import WEIGHTS, write_manifest

_CHOICES = Path(__file__).with_name("choices.json")
_HELD_OUT = (0, 5)  # of ten parts


def _main() -> None:
    options = _options()
    options.work.mkdir(parents=True, exist_ok=True)
    if options.fresh:
        for path in (*options.work.glob("*.pt"), *options.work.glob("*.npz"), *options.work.glob("*.safetensors")):
            path.unlink()
    shop = Workshop(options.shared, options.work, options.threads)
    shop.require()
    if options.held_out:
        _choose(shop, options.seed)
    elif options.own:
        name = f"own-{sha256(options.own.read_bytes()).hexdigest()[:12]}"
        _ship(shop, [*shop.examples(), *_own(options.own)], name, options.seed, options.target)
        shutil.copy(WEIGHTS / "LICENSE", options.target / "LICENSE")
        _finish(options.target, reader=options.target.name)
    else:
        train_sentences(["--shared", str(options.shared)])
        find_restarts([])
        find_compounds(["--shared", str(options.shared)])
        _ship(shop, shop.examples(), "all", options.seed, options.target)
        _finish(options.target, reader="shipped")


def _choose(shop: Workshop, seed: int) -> None:
    """Train on nine tenths of the articles, for each tenth that is held out, and choose what reads these best."""
    held_out = []
    for part in _HELD_OUT:
        name = f"held-out-{part}"
        each = HeldOut(shop.work / f"{name}.jsonl", shop.work / name)
        write_part(shop.corpus, each.gold, part=part)
        kept = [example for number, example in enumerate(shop.examples()) if number % 10 != part]
        shop.export(kept, name, seed, each.folder, Choices())
        held_out.append(each)
    choose(held_out, _CHOICES)


def _ship(shop: Workshop, examples: Sequence[Example], name: str, seed: int, target: Path) -> None:
    shop.export(examples, name, seed, target, read_choices(_CHOICES))


def _finish(target: Path, *, reader: str) -> None:
    manifest = write_manifest(target, reader=reader)
    size = sum(file.stat().st_size for file in target.iterdir()) / 1e6
    print(f"{target}: {size:.1f} MB, sha256 {manifest.digest}; torch {torch.__version__}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with data/ and corpora/")
    parser.add_argument("--work", type=Path, default=Path("work"), help="where intermediate results are kept")
    parser.add_argument("--target", type=Path, default=WEIGHTS, help="where the weights go")
    parser.add_argument("--own", type=Path, help="completed articles, as `wortlaut export --format corpus` writes them")
    parser.add_argument("--seed", type=int, default=1, help="of the networks")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--held-out", action="store_true", help="train on nine tenths, twice, choose by the other")
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
