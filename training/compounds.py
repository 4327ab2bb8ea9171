"""Find which words stand in compounds, in front and behind, and write the table beside the language stage.

`python -m training.compounds --shared DIR` reads the speeches of the Bundestag and Wikipedia (88 M words, six minutes).
"""

import argparse
import lzma
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from training.families import bound, families, modifiers, table
from training.nouns import Counts, Nouns
from wortlaut.language._dictionary import Blocks
from wortlaut.language.compounds import Table

__all__ = ["build", "count", "main"]

_SPEECHES = "corpora/bundestag.tsv.xz"
_ARTICLES = "corpora/wikipedia.txt.xz"
_OUT = Path(__file__).parent.parent / "src/wortlaut/language/compounds.z"


def count(shared: Path) -> Counts:
    """The words of the speeches and of Wikipedia, counted, and the names of those who spoke."""
    counts = Counts()
    with lzma.open(shared / _SPEECHES, "rt", encoding="utf-8") as lines:
        for line in lines:
            _, name, *_, text = line.rstrip("\n").split("\t")
            counts.names.update(name.split())
            counts.add(text)
    with lzma.open(shared / _ARTICLES, "rt", encoding="utf-8") as lines:
        for line in lines:
            counts.add(line.rstrip("\n"))
    return counts


def build(counts: Counts, *, made_by: str) -> Table:
    """The table of parts that the counts lead to; lemmas are simplemma's."""
    dictionary = Blocks.shipped()
    if dictionary is None:
        raise ValueError("the lemma dictionary is not the one that restarts.xz was made for: run training.lemmas")
    forms = dict(dictionary.items())
    nouns = Nouns.of(counts, forms)
    readings = modifiers(counts, nouns, forms)
    readings |= bound(counts, nouns, families(counts, nouns, readings), forms)
    known = families(counts, nouns, readings)
    return table(counts, nouns, known, forms, made_by=made_by)


def main(arguments: Sequence[str] | None = None) -> None:
    """Count, build and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="where the corpora lie")
    parser.add_argument("--out", type=Path, default=_OUT)
    options = parser.parse_args(arguments)
    corpora = (f"{name} {sha256((options.shared / name).read_bytes()).hexdigest()}" for name in (_SPEECHES, _ARTICLES))
    packed = build(count(options.shared), made_by="\n".join(["training.compounds", *corpora])).packed()
    options.out.write_bytes(packed)
    print(f"{options.out}: {len(packed)} bytes, sha256 {sha256(packed).hexdigest()}")


if __name__ == "__main__":
    main()
