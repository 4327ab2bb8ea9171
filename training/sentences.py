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
_RARE = """
    abt anm apr aug bes betr bez bgm bsp dez ev febr ff franz frhr gegr hbf hl jan jhdt kap kath lat
    lfd mind nördl okt orig parl poln röm sept stellv südl tab tägl usf verh verst westl wg ziff zit
    zzt österr östl
"""
# Written with a capital in polite address, so that counting takes them for names.
_POLITE = frozenset({"ihnen", "ihr", "ihre", "sie"})
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


def texts(shared: Path, *, wikipedia_lines: int, speeches: int) -> Iterator[str]:
    """The texts to train on: quotation corpus (training part), the first lines of Wikipedia, speeches of the Bundestag.

    The speeches bring what encyclopedias and news do not say: "ich", "wir", "jetzt".
    """
    with gzip.open(shared / "data/quotes/train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["originalText"]
    with lzma.open(shared / "corpora/wikipedia.txt.xz", "rt", encoding="utf-8") as lines:
        yield " ".join(line.rstrip("\n") for line in islice(lines, wikipedia_lines))
    with lzma.open(shared / "corpora/bundestag.tsv.xz", "rt", encoding="utf-8") as lines:
        for line in islice(lines, speeches):
            yield line.rstrip("\n").split("\t")[-1]


def train(sources: Iterable[str]) -> Parameters:
    """The parameters learnt from the texts."""
    stream = [word for text in sources for word in words(text)]
    trainer = PunktTrainer()
    trainer.train_tokens(stream)
    punkt = trainer.get_params()
    cases = _Cases.of(stream)
    return Parameters(
        abbreviations=tuple(sorted({*_RARE.split(), *_abbreviations(punkt.abbrev_types, stream)})),
        starters=tuple(sorted({*_POLITE, *(word for word in punkt.sent_starters if not cases.is_name(word))})),
        after_ordinal=tuple(sorted(second for first, second in punkt.collocations if first == _NUMBER)),
        written_small=tuple(sorted(cases.written_small())),
    )


def _abbreviations(found: Iterable[str], stream: Sequence[str]) -> Iterator[str]:
    """Those of Punkt's abbreviations that are common enough and not words of several periods (tokens by their form)."""
    counts = Counter(word.lower() for word in stream if word.endswith("."))
    return (word for word in found if word.isalpha() and len(word) > 1 and counts[f"{word}."] >= 5)


@dataclass(frozen=True, slots=True)
class _Cases:
    """How often each word, in lower case, was met in which case (Punkt's orthographic context, counted)."""

    small: Counter[str]  # inside a sentence
    capital: Counter[str]  # inside a sentence
    beginning: Counter[str]  # with a capital, first in a sentence or quote

    @classmethod
    def of(cls, stream: Sequence[str]) -> "_Cases":
        """The counts of that stream of words."""
        cases = cls(Counter(), Counter(), Counter())
        for before, word in pairwise(stream):
            if before[-1] in '.?!…:“„"»«':
                cases.beginning[word.lower()] += word.istitle()
            elif word.isalpha() and (before.isalpha() or before == ","):
                (cases.small if word.islower() else cases.capital)[word.lower()] += 1
        return cases

    def written_small(self) -> Iterator[str]:
        """Words that begin sentences and practically never have a capital inside them."""
        return (
            word
            for word, count in self.beginning.items()
            if count >= 2 and self.small[word] >= 5 and self.capital[word] <= 0.02 * self.small[word]
        )

    def is_name(self, word: str) -> bool:
        """Whether the word is written with a capital inside sentences too: a name or a noun."""
        return self.capital[word] >= self.small[word]


def main(arguments: Sequence[str] | None = None) -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="where the training data lies")
    parser.add_argument("--wikipedia-lines", type=int, default=120_000)
    parser.add_argument("--speeches", type=int, default=4_000)
    parser.add_argument("--out", type=Path, default=_OUT)
    options = parser.parse_args(arguments)
    parameters = train(texts(options.shared, wikipedia_lines=options.wikipedia_lines, speeches=options.speeches))
    made_by = f"training.sentences --wikipedia-lines {options.wikipedia_lines} --speeches {options.speeches}"
    fields = {name: getattr(parameters, name) for name in Parameters.__slots__}
    document = {"made_by": made_by, "parameters": fields}
    options.out.write_text(json.dumps(document, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
