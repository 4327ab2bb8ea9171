"""What reads Parquet, run as a process of its own: damaged files can bring the library down, or take all memory.

It opens no file: bytes are asked for over standard output and come over standard input. Messages are a letter, the
length of what follows, and that: `R` place and size of bytes that are wanted, `S` the columns, `V` a row, `G` rows that
cannot be read, `F` the file cannot be read, `E` the end. All but `R` are JSON.
"""

from __future__ import annotations

import base64
import io
import json
import struct
import sys
from collections.abc import Iterator
from datetime import date, datetime
from importlib import import_module
from typing import Any, BinaryIO

__all__ = ["HEADER", "PLACE", "main"]

HEADER = struct.Struct("<cQ")
PLACE = struct.Struct("<QQ")
_MEMORY = 512 * 2**20
_ROWS = 16  # decoded at a time
_BUFFER = 2**16  # of a column chunk, read at a time
_DEEPEST = 8
_MOST_COLUMNS = 10_000


class _Remote(io.RawIOBase):
    """The file, of which every byte is asked for."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        self._at = max(0, {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence] + offset)
        return self._at

    def read(self, size: int = -1, /) -> bytes:
        left = max(0, self._size - self._at)
        wanted = left if size < 0 else min(size, left)
        if not wanted:
            return b""
        _send(b"R", PLACE.pack(self._at, wanted))
        piece = _received()
        self._at += len(piece)
        return piece


def _send(kind: bytes, body: bytes) -> None:
    out: BinaryIO = sys.stdout.buffer
    out.write(HEADER.pack(kind, len(body)) + body)
    out.flush()


def _tell(kind: bytes, value: object) -> None:
    _send(kind, json.dumps(value).encode())


def _received() -> bytes:
    (_, size) = HEADER.unpack(sys.stdin.buffer.read(HEADER.size))
    return sys.stdin.buffer.read(int(size))


def main() -> None:
    """None; reads the file that is described by the first message, until all rows are told."""
    _limit_memory()
    order = json.loads(_received())
    arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    arrow.set_cpu_count(1)
    arrow.set_io_thread_count(1)
    try:
        file = parquet.ParquetFile(
            arrow.PythonFile(_Remote(order["size"]), mode="r"),
            buffer_size=_BUFFER,
            pre_buffer=False,
            thrift_string_size_limit=16 * 2**20,
            thrift_container_size_limit=10**6,
            page_checksum_verification=True,
        )
        _tell(b"S", list(_columns(file.schema_arrow, arrow)))
        chosen = json.loads(_received())
        _read(file, chosen, order["limit"])
    except (arrow.ArrowException, OSError, MemoryError, ValueError, TypeError, OverflowError) as error:
        _tell(b"F", _problem(error))
    _tell(b"E", None)


def _limit_memory() -> None:
    try:
        resource = import_module("resource")
        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):  # not on every system
        return


def _problem(error: BaseException) -> str:
    words = str(error) or type(error).__name__
    return words.splitlines()[0][:200]


def _columns(fields: Any, arrow: Any, path: str = "", depth: int = 0) -> Iterator[str]:
    """The names of the columns that hold text, numbers or times, those within others by the way there with dots."""
    for number in range(min(len(fields), _MOST_COLUMNS)):
        field = fields.field(number)
        if arrow.types.is_struct(field.type) and depth < _DEEPEST:
            yield from _columns(field.type, arrow, f"{path}{field.name}.", depth + 1)
        else:
            yield path + field.name


def _read(file: Any, chosen: list[str], limit: int) -> None:
    """Tells the rows of one row group after another; of a damaged one, those before the damage."""
    row = 0
    for group in range(file.num_row_groups):
        size = file.metadata.row_group(group).num_rows
        told = 0
        try:
            for batch in file.iter_batches(batch_size=_ROWS, row_groups=[group], columns=chosen, use_threads=False):
                for each in batch.to_pylist():
                    _tell(b"V", [row + told + 1, [_value(_follow(each, name), limit) for name in chosen]])
                    told += 1
            if told != size:
                raise ValueError(f"{told} rows instead of {size}")
        except (OSError, MemoryError, ValueError, TypeError, OverflowError) as error:
            # Arrow's own errors are such, too.
            _tell(b"G", [row + told + 1, row + max(size, told + 1), _problem(error)])
        row += size


def _follow(row: Any, name: str) -> object:
    if name in row:
        return row[name]
    value = row
    for step in name.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return value


def _value(value: object, limit: int) -> object:
    """What JSON can carry: text and numbers as they are, times as ISO writes them, bytes and great lengths marked."""
    if isinstance(value, str | bytes) and len(value) > limit:
        return {"size": len(value)}
    if isinstance(value, bytes):
        return {"bytes": base64.b64encode(value).decode()}
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list):
        return [_value(each, limit) for each in value[:1000]]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return str(value)[:1000]


if __name__ == "__main__":
    main()
