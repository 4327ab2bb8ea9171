"""Parquet: a row is an article; only the columns that are needed are read, some rows at a time.

The library that decodes it runs in a process of its own (`parquet_worker`). What an article keeps as its raw bytes is
the text of its cell in UTF-8, for in the file it is packed and shared with other rows.
"""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec

from wortlaut.intake.articles import Raw
from wortlaut.intake.decoding import Charset, decode
from wortlaut.intake.form import Form, Item, Source
from wortlaut.intake.mapped import Mapped
from wortlaut.intake.reasons import Refused, reject
from wortlaut.intake.records.fields import known_names, normal
from wortlaut.intake.seeking import Reach
from wortlaut.intake.tables.columns import Columns, Kept, row_article
from wortlaut.intake.tables.parquet_worker import HEADER, PLACE

__all__ = ["FORM"]

_MAGIC = (b"PAR1", b"PARE")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")  # heads of pages are full of them; a text can begin with PARE, too
_SECONDS = 30.0  # without any sign of the worker; a batch of rows takes milliseconds
_UTF_8 = Charset(None)


def _fits(source: Source) -> bool:
    return source.head.startswith(_MAGIC) and _CONTROL.search(source.head) is not None


def _read(source: Source) -> Iterator[Item]:
    """The articles of the rows; raises `Refused` where the file cannot be read at all."""
    if find_spec("pyarrow") is None:
        raise Refused("parquet_missing")
    reach = source.stream.reach(source.wishes.settings.max_file_bytes)
    with _Worker(reach, source.wishes.settings.max_item_bytes) as worker:
        yield from _Rows(source, worker).items()


class _Worker:
    """The process that decodes, and what is said to it."""

    def __init__(self, reach: Reach, limit: int) -> None:
        self._reach = reach
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        environment["ARROW_DEFAULT_MEMORY_POOL"] = "system"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "wortlaut.intake.tables.parquet_worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        self.say({"size": reach.size, "limit": limit})

    def __enter__(self) -> _Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def say(self, order: object) -> None:
        """Sends an order as JSON."""
        self._send(json.dumps(order).encode())

    def _send(self, body: bytes) -> None:
        assert self._process.stdin is not None  # noqa: S101 - told to the type checker
        try:
            self._process.stdin.write(HEADER.pack(b"A", len(body)) + body)
            self._process.stdin.flush()
        except OSError as error:
            raise Refused("parquet_crashed") from error

    def messages(self) -> Iterator[tuple[bytes, object]]:
        """What the worker tells; bytes that it wants are sent on the way. Raises `Refused` where it dies or sleeps."""
        while True:
            kind, body = self._message()
            if kind == b"E":
                return
            if kind == b"R":
                offset, size = PLACE.unpack(body)
                self._send(self._reach.read_at(offset, size))
            else:
                yield kind, json.loads(body)

    def _message(self) -> tuple[bytes, bytes]:
        watch = threading.Timer(_SECONDS, self._process.kill)
        watch.start()
        try:
            kind, size = HEADER.unpack(self._bytes(HEADER.size))
            return kind, self._bytes(int(size))
        finally:
            watch.cancel()

    def _bytes(self, size: int) -> bytes:
        assert self._process.stdout is not None  # noqa: S101 - told to the type checker
        piece = self._process.stdout.read(size)
        if len(piece) < size:
            raise Refused("parquet_crashed")
        return piece


class _Rows:
    """What the worker tells, as articles."""

    def __init__(self, source: Source, worker: _Worker) -> None:
        self._source = source
        self._worker = worker
        self._columns: Columns | None = None

    def items(self) -> Iterator[Item]:
        """The article of each row; rows that cannot be decoded as one refusal."""
        count = 0
        for kind, value in self._worker.messages():
            if kind == b"S" and isinstance(value, list):
                self._choose([str(name) for name in value])
            elif kind == b"F":
                raise Refused("parquet_damaged", problem=value)
            elif kind == b"G" and isinstance(value, list):
                count += 1
                why = Refused("parquet_rows", first=value[0], last=value[1], problem=value[2]).why
                yield reject(why, replace(self._source.origin, record=value[0]))
            elif kind == b"V" and isinstance(value, list):
                count += 1
                yield self._item(value[0], value[1])
                if self._source.budget.exhausted is not None:
                    raise Refused.of(self._source.budget.exhausted)
        if not count:
            raise Refused("table_no_rows")

    def _choose(self, names: Sequence[str]) -> None:
        """Settles which columns are needed, and asks for them."""
        unique = tuple(dict.fromkeys(names))
        if not unique:
            raise Refused("table_no_rows")
        fields = self._source.wishes.fields
        everything = Columns(unique, fields, has_names=True).wanted(self._source.wishes)
        wanted = set(everything.chosen.fields.values())
        chosen = [name for name in unique if name in wanted or normal(name) in known_names() or _is_short(name)]
        self._columns = replace(everything, names=tuple(chosen))
        self._worker.say(chosen)

    def _item(self, number: int, values: Sequence[object]) -> Item:
        origin = replace(self._source.origin, record=number)
        columns = self._columns
        if columns is None:
            return reject(Refused("parquet_crashed").why, origin)
        texts = [_text(value) for value in values]
        raws = [_raw(value) for value in values]
        self._source.budget.spend(sum(map(len, filter(None, raws))))
        held: list[bytes] = [b""]

        def cell(at: int) -> Mapped:
            value = values[at]
            if isinstance(value, dict) and "size" in value:
                raise Refused("too_large", size=value["size"], limit=self._source.wishes.settings.max_item_bytes)
            held.append(raws[at] or b"")
            return decode(held[-1], _UTF_8).mapped

        try:
            kept = Kept(Raw(b"", origin), FORM.name, "utf-8")
            article = row_article(kept, columns, texts, cell)
        except Refused as refused:
            return reject(refused.why, origin)
        return replace(article, raw=held[-1])


def _is_short(name: str) -> bool:
    return normal(name) in ("description", "summary", "abstract", "teaser", "lead", "vorspann")


def _raw(value: object) -> bytes | None:
    """The bytes of a text, the strings of a list as paragraphs; None for what is no text."""
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass")
    if isinstance(value, dict) and isinstance(value.get("bytes"), str):
        return base64.b64decode(value["bytes"])
    if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        return "\n\n".join(value).encode("utf-8", "surrogatepass")
    return None


def _text(value: object) -> object:
    """What the fields of a record are told of: text and numbers; bytes as text, and a mark for what is too long."""
    if value is None:
        return ""
    if not isinstance(value, dict):
        return value
    raw = _raw(value)
    return "x" if raw is None else raw.decode("utf-8", "replace")


FORM = Form("parquet", _fits, _read, (".parquet", ".parq"), is_text=False)
