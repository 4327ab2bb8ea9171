"""Train Punkt (Kiss and Strunk 2006) on our own tokens and write its parameters.

`python -m training.sentences --shared DIR` reads the training part of the quotation corpus and a slice of Wikipedia.
"""

import argparse
import gzip
import json
import lzma
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path

from nltk.tokenize.punkt import PunktTrainer  # type: ignore[import-untyped]  # nltk is not annotated

from wortlaut.language.tokens import tokenize

__all__ = ["Parameters", "main", "texts", "train", "words"]

_NUMBER = "##number##"  # Punkt's type for every number
# Abbreviations that our texts have too rarely for Punkt to find.
_RARE = frozenset(
    [
        "apr",
        "aug",
        "betr",
        "bes",
        "bez",
        "dez",
        "ev",
        "febr",
        "franz",
        "frhr",
        "gegr",
        "hbf",
        "hl",
        "jan",
        "jhdt",
        "kath",
        "lat",
        "lfd",
        "mind",
        "nördl",
        "okt",
        "orig",
        "österr",
        "östl",
        "parl",
        "poln",
        "röm",
        "sept",
        "stellv",
        "südl",
        "tägl",
        "usf",
        "verh",
        "verst",
        "westl",
        "wg",
        "zit",
        "zzt",
    ]
)
_OUT = Path(__file__).parent.parent / "src/wortlaut/language/punkt.json"


@dataclass(frozen=True, slots=True)
class Parameters:
    """What the program needs of Punkt's parameters, each sorted."""

    abbreviations: tuple[str, ...]
    starters: tuple[str, ...]
    after_ordinal: tuple[str, ...]
    written_small: tuple[str, ...]


def words(text: str) -> Iterator[str]:
    """The tokens of `text` as Punkt wants them: a period stays with the word it follows."""
    held = ""
    end = -1
    for token in tokenize(text):
        word = token.of(text)
        if word == "." and token.start == end and held[-1:].isalnum():
            held += "."
        else:
            if held:
                yield held
            held = word
        end = token.end
    if held:
        yield held


def texts(shared: Path, *, wikipedia_lines: int) -> Iterator[str]:
    """The texts to train on: quotation corpus (training part), then the first lines of Wikipedia."""
    with gzip.open(shared / "data/quotes/train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["originalText"]
    with lzma.open(shared / "corpora/wikipedia.txt.xz", "rt", encoding="utf-8") as lines:
        yield " ".join(line.rstrip("\n") for line in islice(lines, wikipedia_lines))


def train(sources: Iterable[str]) -> Parameters:
    """The parameters learnt from the texts."""
    stream = [word for text in sources for word in words(text)]
    trainer = PunktTrainer()
    trainer.train_tokens(stream)
    punkt = trainer.get_params()
    return Parameters(
        abbreviations=tuple(sorted(_RARE.union(_abbreviations(punkt.abbrev_types, stream)))),
        starters=tuple(sorted(word for word in punkt.sent_starters if word.isalpha())),
        after_ordinal=tuple(sorted(second for first, second in punkt.collocations if first == _NUMBER)),
        written_small=tuple(sorted(_written_small(stream))),
    )


def _abbreviations(found: Iterable[str], stream: Sequence[str]) -> Iterator[str]:
    """Those of Punkt's abbreviations that are common enough and not words of several periods (tokens by their form)."""
    counts = Counter(word.lower() for word in stream if word.endswith("."))
    return (word for word in found if word.isalpha() and len(word) > 1 and counts[f"{word}."] >= 5)


def _written_small(stream: Sequence[str]) -> Iterator[str]:
    """Words written small inside sentences and practically never with a capital there (Punkt's context)."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    beginning: Counter[str] = Counter()
    for before, word in pairwise(stream):
        if before[-1] in '.?!…:“„"»«':
            beginning[word.lower()] += word.istitle()
        elif before.isalpha() and word.isalpha():
            (small if word.islower() else capital)[word.lower()] += 1
    return (
        word
        for word, count in beginning.items()
        if count >= 2 and small[word] >= 5 and capital[word] <= 0.02 * small[word]
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="where the training data lies")
    parser.add_argument("--wikipedia-lines", type=int, default=150_000)
    parser.add_argument("--out", type=Path, default=_OUT)
    options = parser.parse_args(arguments)
    parameters = train(texts(options.shared, wikipedia_lines=options.wikipedia_lines))
    made_by = f"python -m training.sentences --wikipedia-lines {options.wikipedia_lines}"
    fields = {name: getattr(parameters, name) for name in Parameters.__slots__}
    document = {"made_by": made_by, "parameters": fields}
    options.out.write_text(json.dumps(document, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
