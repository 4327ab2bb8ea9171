"""A newsroom's own articles to train on: what its people completed, as `wortlaut export --format corpus` writes it.

    EXPORT.jsonl ─ load_own ─▶ OwnArticles ─ split_own ─▶ OwnParts: to train on, and held out

A line that is not as the export writes it is refused with file and line, and its neighbours are kept. Only whole
articles can teach: where nobody said that all statements are there, what is not marked may not have been looked at.

`python -m training.own EXPORT.jsonl --target FOLDER` writes both parts as files, to measure readers on.
"""

import argparse
import gzip
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

from training.corpus import Example, example
from training.own_lines import LineRefused, parsed
from wortlaut.errors import InputError
from wortlaut.matching.likeness import bands, is_reprint, sketch

__all__ = ["HELD_OUT", "OwnArticles", "OwnParts", "OwnText", "load_own", "main", "split_own"]

HELD_OUT = 0.2  # of the articles; a set choice: of fewer, what is measured on them has too wide an interval
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class OwnText:
    """One completed article: the example, who completed it and when (with its zone), and the line it came in."""

    example: Example
    by: str
    at: datetime
    line: bytes


@dataclass(frozen=True, slots=True)
class OwnArticles:
    """What an export gave: its articles in order, and of each refused line where it stands and why.

    `too_deep` counts the statements that stand deeper inside others than the network has layers: they are left out.
    """

    texts: tuple[OwnText, ...]
    refused: tuple[str, ...]
    too_deep: int

    @property
    def examples(self) -> list[Example]:
        """All articles as they are trained on."""
        return [text.example for text in self.texts]


@dataclass(frozen=True, slots=True)
class OwnParts:
    """Own articles to train on, and others to measure on."""

    training: tuple[OwnText, ...]
    held_out: tuple[OwnText, ...]

    @property
    def examples(self) -> list[Example]:
        """Those to train on."""
        return [text.example for text in self.training]

    @property
    def held_out_examples(self) -> list[Example]:
        """Those to measure on."""
        return [text.example for text in self.held_out]


def load_own(path: Path) -> OwnArticles:
    """The articles of an export, packed with gzip or not; raises `InputError` where the file cannot be read."""
    texts: list[OwnText] = []
    refused: list[str] = []
    seen: dict[str, int] = {}
    too_deep = 0
    for number, raw in enumerate(_lines(path), 1):
        try:
            line = parsed(raw)
            first = seen.setdefault(line.documentName, number)
            if first != number:
                raise LineRefused(f"article {line.documentName} stands in line {first} already")
        except LineRefused as why:
            refused.append(f"{path}, line {number}: {why}")
            continue
        made = example(line.model_dump())
        texts.append(OwnText(made, line.completed.by, line.completed.at, raw))
        too_deep += len(line.annotations) - len(made.quotes)
    return OwnArticles(tuple(texts), tuple(refused), too_deep)


def split_own(texts: Sequence[OwnText], *, share: float = HELD_OUT) -> OwnParts:
    """The articles to train on and those to measure on, about `share` of them; the same ones whenever it is called.

    Reprints of one piece of copy stay together, else what was trained on would be measured on. An article that is
    completed later changes nothing for those before it, so that figures of one month stand beside those of the next.
    Raises `InputError` where a part is empty.
    """
    leaders = _leaders([text.example.document.text for text in texts])
    is_out = [_drawn(texts[leader].example.name) < share for leader in leaders]
    parts = OwnParts(
        training=tuple(text for text, out in zip(texts, is_out, strict=True) if not out),
        held_out=tuple(text for text, out in zip(texts, is_out, strict=True) if out),
    )
    if not (parts.training and parts.held_out):
        raise InputError(f"{len(texts)} completed articles are too few to hold any out. Complete more: about fifty.")
    return parts


def main(arguments: Sequence[str]) -> int:
    """The exit status, 1 where lines were refused; the parts are in the folder, and what happened is printed."""
    parser = argparse.ArgumentParser(prog="python -m training.own", description=str(__doc__).split("\n", 1)[0])
    parser.add_argument("export", type=Path, help="what `wortlaut export --format corpus` wrote")
    parser.add_argument("--target", type=Path, required=True, help="folder for training.jsonl.gz, held-out.jsonl.gz")
    parser.add_argument("--share", type=float, default=HELD_OUT, help="so much is held out (0.2)")
    options = parser.parse_args(arguments)
    try:
        own = load_own(options.export)
        for why in own.refused:
            print(f"Refused: {why}", file=sys.stderr)
        parts = split_own(own.texts, share=options.share)
    except InputError as error:
        print(f"Error: {error}", file=sys.stderr)
        return 2
    options.target.mkdir(parents=True, exist_ok=True)
    for name, texts in (("training", parts.training), ("held-out", parts.held_out)):
        _write(options.target / f"{name}.jsonl.gz", texts)
        statements = sum(len(text.example.quotes) for text in texts)
        print(f"{options.target / name}.jsonl.gz: {len(texts)} articles, {statements} statements")
    print(f"refused: {len(own.refused)} lines; nested too deep: {own.too_deep} statements")
    return 1 if own.refused else 0


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            packed = file.read(len(_GZIP)) == _GZIP
        with gzip.open(path, "rb") if packed else path.open("rb") as lines:
            yield from lines
    except (OSError, EOFError) as error:
        raise InputError(f"{path} cannot be read: {error}. Name what `wortlaut export` wrote.") from error


def _write(path: Path, texts: Sequence[OwnText]) -> None:
    """Writes the lines as they came in; the same texts make the same file."""
    with path.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", filename="", mtime=0) as file:
        for text in texts:
            file.write(text.line.rstrip(b"\r\n") + b"\n")


def _leaders(texts: Sequence[str]) -> list[int]:
    """For each text the number of the first one that it reprints, its own where it reprints none before it."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    sketches = [sketch(text) for text in texts]
    leaders: list[int] = []
    for number, one in enumerate(sketches):
        before = sorted({other for band in bands(one) for other in holders[band]})
        leaders.append(next((leaders[other] for other in before if is_reprint(sketches[other], one)), number))
        for band in bands(one):
            holders[band].append(number)
    return leaders


def _drawn(name: str) -> float:
    """A number from 0 up to 1 that is always the same for that name."""
    return float(int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=6).digest()) / 2**48)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
