"""simplemma's German dictionary, opened quickly: only the blocks that are asked for are decoded.

simplemma decodes all 1.1 million records before it gives the first lemma: 0.9 s and 110 MB. Its file is one sorted,
front-coded stream; `restarts.xz`, made by `training/lemmas.py`, says where in it about every 32nd record begins and
what the key before was, so that decoding can begin there. It holds for one exact file, named by its digest: with any
other the dictionary is opened simplemma's own way, slower and with the same answers.
"""

import lzma
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import NamedTuple

__all__ = ["Blocks", "Record", "Restarts", "compressed", "number", "records", "stored_restarts"]

# A trim byte with a meaning of its own (simplemma's frontcode.py).
_SAME_AS_PREVIOUS = 254
_LITERAL = 255
# Blocks kept decoded: 130,000 records, about 15 MB.
_KEPT = 4096


class Record(NamedTuple):
    """One record of the stream (a tuple, because thousands are made to find one lemma)."""

    start: int  # where it begins, in bytes
    form: bytes
    lemma: bytes
    repeats: bool  # the lemma is the one of the record before


@dataclass(frozen=True, slots=True)
class Restarts:
    """Where decoding can begin: byte offsets into the stream, each with the form before it; for one file only."""

    digest: str  # SHA-256 of the compressed file
    offsets: list[int]
    forms: list[bytes]

    def packed(self) -> bytes:
        """The restarts as they are stored."""
        rows = (b"%d\t%s" % row for row in zip(self.offsets, self.forms, strict=True))
        return lzma.compress(b"\n".join([self.digest.encode(), *rows]))


def compressed() -> bytes:
    """simplemma's German dictionary as it is shipped; empty where it lies elsewhere."""
    file = files("simplemma") / "strategies/dictionaries/data/de.plzma"
    return file.read_bytes() if file.is_file() else b""


def stored_restarts() -> Restarts:
    """The restarts that are shipped."""
    digest, *rows = lzma.decompress((files(__package__) / "restarts.xz").read_bytes()).split(b"\n")
    pairs = [row.split(b"\t", 1) for row in rows]
    return Restarts(digest.decode(), [int(offset) for offset, _ in pairs], [form for _, form in pairs])


def records(stream: bytes, start: int, form: bytes, end: int | None = None) -> Iterator[Record]:
    """The records from byte `start` (to `end`), where `form` is the form of the record before."""
    position = start
    lemma = b""
    stop = len(stream) if end is None else end
    while position < stop:
        begin = position
        shared, position = number(stream, position)
        length, position = number(stream, position)
        form = form[:shared] + stream[position : position + length]
        position += length
        trim = stream[position]
        position += 1
        if trim != _SAME_AS_PREVIOUS:
            length, position = number(stream, position)
            lemma = b"" if trim == _LITERAL else form[: len(form) - trim]
            lemma += stream[position : position + length]
            position += length
        yield Record(begin, form, lemma, trim == _SAME_AS_PREVIOUS)


def number(stream: bytes, position: int) -> tuple[int, int]:
    """A variable-length number and the position behind it."""
    if (byte := stream[position]) < 128:
        return byte, position + 1
    value = shift = 0
    while (byte := stream[position]) > 127:
        value |= (byte & 127) << shift
        shift += 7
        position += 1
    return value | byte << shift, position + 1


class Blocks(Mapping[str, str]):
    """The dictionary as a mapping from form to lemma that decodes block by block."""

    def __init__(self, stream: bytes, restarts: Restarts) -> None:
        self._stream = stream
        self._restarts = restarts
        self._block = lru_cache(maxsize=_KEPT)(self._decoded)

    @classmethod
    def shipped(cls) -> "Blocks | None":
        """simplemma's installed dictionary; None where the shipped restarts do not fit it."""
        file = compressed()
        restarts = stored_restarts()
        if sha256(file).hexdigest() != restarts.digest:
            return None
        return cls(lzma.decompress(file), restarts)

    def __getitem__(self, form: str) -> str:
        key = form.encode("utf-8", "surrogatepass")
        number = bisect_left(self._restarts.forms, key) - 1
        return self._block(max(number, 0))[key].decode()

    def __iter__(self) -> Iterator[str]:
        for number in range(len(self._restarts.offsets)):
            for form in self._decoded(number):
                yield form.decode()

    def __len__(self) -> int:
        return sum(len(self._decoded(number)) for number in range(len(self._restarts.offsets)))

    def _decoded(self, number: int) -> dict[bytes, bytes]:
        offsets = self._restarts.offsets
        end = offsets[number + 1] if number + 1 < len(offsets) else None
        block = records(self._stream, offsets[number], self._restarts.forms[number], end)
        return {record.form: record.lemma for record in block}
