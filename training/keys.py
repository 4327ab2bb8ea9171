"""Find the keys of the words in the lists of acts, and write them beside the lists.

`python -m training.keys`, to be run again whenever a list, simplemma or a rule of lemmas changes; a test says so. The
lists have thousands of words: to look each up in the dictionary whenever a process starts takes a quarter of a second.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from wortlaut.meaning.acts.content import shipped_leanings
from wortlaut.meaning.acts.cues import shipped
from wortlaut.meaning.acts.words import KEYS, derived_key

__all__ = ["keys", "main"]

_OUT = Path(__file__).parent.parent / "src/wortlaut/meaning/acts" / KEYS
_HEADING = "# The key of each word in cues.tsv and content.tsv (training/keys.py); README.md says what for."


def keys() -> dict[str, str]:
    """The key of every word of the lists, in the order of the alphabet."""
    return {word: derived_key(word) for word in sorted(set(_words()))}


def _words() -> Iterator[str]:
    """The words as they are looked up: a separable verb in one, and without what may stand apart from it."""
    for entry in shipped().entries:
        for part in entry.cue.split():
            yield part.replace("|", "")
            if "|" in part:
                yield part.partition("|")[2]
    for words in shipped_leanings().written:
        yield from words.split()


def main(arguments: Sequence[str] | None = None) -> None:
    """Find and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--out", type=Path, default=_OUT)
    options = parser.parse_args(arguments)
    lines = [_HEADING, *(f"{word}\t{key}" for word, key in keys().items())]
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
