"""Find where simplemma's German dictionary can be entered, and write it beside the language stage.

`python -m training.lemmas`, to be run again whenever simplemma is updated.
"""

import argparse
import lzma
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from wortlaut.language._dictionary import Restarts, compressed, number, records

__all__ = ["find_restarts", "main"]

_MAGIC = b"SMFC1\0"  # simplemma's frontcode.py: magic, and no flag set; the number of records follows
_OUT = Path(__file__).parent.parent / "src/wortlaut/language/restarts.xz"


def find_restarts(file: bytes, *, block: int) -> Restarts:
    """A restart for every `block` records; a record whose lemma leans on the one before cannot be one."""
    stream = lzma.decompress(file)
    offsets: list[int] = []
    forms: list[bytes] = []
    before = b""
    count = block
    for record in records(stream, _header(stream), b""):
        if count >= block and not record.repeats:
            offsets.append(record.start)
            forms.append(before)
            count = 0
        count += 1
        before = record.form
    return Restarts(sha256(file).hexdigest(), offsets, forms)


def _header(stream: bytes) -> int:
    """Where the first record begins."""
    if not stream.startswith(_MAGIC):
        raise ValueError(f"simplemma's dictionary begins with {stream[:6]!r}, not {_MAGIC!r}: its form has changed")
    return number(stream, len(_MAGIC))[1]


def main(arguments: Sequence[str] | None = None) -> None:
    """Find and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    # Measured: 32 make 36 µs a block and 216 kB, 64 make 65 µs and 119 kB.
    parser.add_argument("--block", type=int, default=32, help="records between two restarts")
    parser.add_argument("--out", type=Path, default=_OUT)
    options = parser.parse_args(arguments)
    options.out.write_bytes(find_restarts(compressed(), block=options.block).packed())


if __name__ == "__main__":
    main()
