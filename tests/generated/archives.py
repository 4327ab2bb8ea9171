"""Generated archives: other generated documents in ZIP, TAR, WARC and WACZ, and packed in every way."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import io
import json
import lzma
import random
import tarfile
import zipfile
from collections.abc import Callable, Mapping, Sequence

from tests.generated import texts
from tests.generated.base import Expected, Generated, Maker

__all__ = [
    "MAKERS",
    "PACKERS",
    "answer",
    "record",
    "tar_of",
    "wacz_of",
    "warc_of",
    "zip_of",
]

Files = Sequence[tuple[str, bytes]]


def _zstd(raw: bytes) -> bytes:
    import zstandard

    return zstandard.ZstdCompressor(level=3, write_checksum=True).compress(raw)


def _brotli(raw: bytes) -> bytes:
    import brotli  # type: ignore[import-untyped]  # it has no types

    packed: bytes = brotli.compress(raw, quality=5)
    return packed


# By the ending of the file's name.
PACKERS: Mapping[str, Callable[[bytes], bytes]] = {
    ".gz": lambda raw: gzip.compress(raw, mtime=0),
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": _zstd,
    ".br": _brotli,
}


class _OneWay(io.RawIOBase):
    """A file that cannot be sought in, so that sizes come behind what they are of."""

    def __init__(self) -> None:
        self.written = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, piece: bytes, /) -> int:  # type: ignore[override]  # what it is given are bytes
        self.written += piece
        return len(piece)


def zip_of(files: Files, *, method: int = zipfile.ZIP_DEFLATED, one_way: bool = False) -> bytes:
    """A ZIP archive; `one_way` as programs write it that cannot go back."""
    out = _OneWay()
    back = io.BytesIO()
    with zipfile.ZipFile(out if one_way else back, "w", method) as archive:
        for name, raw in files:
            archive.writestr(zipfile.ZipInfo(name, (2021, 5, 4, 0, 0, 0)), raw, compress_type=method)
    return bytes(out.written) if one_way else back.getvalue()


def tar_of(files: Files, *, form: int = tarfile.PAX_FORMAT) -> bytes:
    """A TAR archive."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, raw in files:
            member = tarfile.TarInfo(name)
            member.size = len(raw)
            archive.addfile(member, io.BytesIO(raw))
    return out.getvalue()


def record(content: bytes, *, version: str = "1.1", **fields: str) -> bytes:
    """A WARC record with the fields that are named (`_` for `-`)."""
    lines = [f"WARC/{version}", *(f"{name.replace('_', '-')}: {value}" for name, value in fields.items())]
    lines.append(f"Content-Length: {len(content)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content + b"\r\n\r\n"


def answer(
    url: str, body: bytes, *, content_type: str = "text/html; charset=utf-8", status: str = "200 OK", head: str = ""
) -> bytes:
    """A WARC record with an HTTP answer; `head` are more lines of its head, each with its end."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{head}\r\n".encode() + body
    return record(
        http,
        WARC_Type="response",
        WARC_Record_ID=f"<urn:uuid:{hashlib.md5(url.encode()).hexdigest()}>",
        WARC_Date="2021-05-04T10:00:00Z",
        WARC_Target_URI=url,
        Content_Type="application/http; msgtype=response",
    )


def warc_of(records: Sequence[bytes], *, pack: Callable[[bytes], bytes] | None = None) -> bytes:
    """A WARC file, each record packed for itself where `pack` is given."""
    about = record(b"software: generated\r\n", WARC_Type="warcinfo", Content_Type="application/warc-fields")
    return b"".join(each if pack is None else pack(each) for each in (about, *records))


def wacz_of(archives: Files, **changed: str) -> bytes:
    """A WACZ file with WARC files; `changed` are digests that are wrong, by the name before the first dot."""
    files = [(f"archive/{name}", raw) for name, raw in archives]
    listed = [
        {
            "name": name.rpartition("/")[2],
            "path": name,
            "hash": changed.get(name.rpartition("/")[2].partition(".")[0], f"sha256:{hashlib.sha256(raw).hexdigest()}"),
            "bytes": len(raw),
        }
        for name, raw in files
    ]
    package = json.dumps({"profile": "data-package", "wacz_version": "1.1.1", "resources": listed}).encode()
    return zip_of([*files, ("datapackage.json", package)], method=zipfile.ZIP_STORED)


def _documents(chance: random.Random, number: int) -> list[Generated]:
    """Some documents in one form and encoding, as a generated file has only one of each."""
    maker = chance.choice(texts.MAKERS)
    made: list[Generated] = []
    for attempt in range(50):
        one = maker(chance, 100 * number + attempt)
        if not made or one.encoding == made[0].encoding:
            made.append(one)
        if len(made) == 3:
            break
    return made


def _held(made: Sequence[Generated], name: str, raw: bytes) -> Generated:
    articles: tuple[Expected, ...] = tuple(each for document in made for each in document.articles)
    return Generated(name, raw, made[0].form, made[0].encoding, articles)


def _zip(chance: random.Random, number: int) -> Generated:
    made = _documents(chance, number)
    files = [(each.name, each.raw) for each in made]
    methods = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
    raw = zip_of(files, method=chance.choice(methods), one_way=chance.random() < 0.3)
    return _held(made, f"{number:06}.zip", raw)


def _tar(chance: random.Random, number: int) -> Generated:
    made = _documents(chance, number)
    files = [(f"{'ordner/' * chance.choice((0, 1, 30))}{each.name}", each.raw) for each in made]
    ending = chance.choice(("", *PACKERS))
    raw = tar_of(files, form=chance.choice((tarfile.GNU_FORMAT, tarfile.PAX_FORMAT)))
    return _held(made, f"{number:06}.tar{ending}", PACKERS[ending](raw) if ending else raw)


def _chunked(chance: random.Random, raw: bytes) -> bytes:
    pieces = bytearray()
    at = 0
    while at < len(raw):
        size = chance.randint(1, 400)
        piece = raw[at : at + size]
        pieces += f"{len(piece):x}{chance.choice(('', ';name=wert'))}\r\n".encode() + piece + b"\r\n"
        at += size
    return bytes(pieces) + b"0\r\n\r\n"


def _answer(chance: random.Random, document: Generated) -> bytes:
    body, head = document.raw, ""
    coding = chance.choice(("", "", "gzip", "br", "zstd"))
    if coding:
        body = PACKERS[{"gzip": ".gz", "br": ".br", "zstd": ".zst"}[coding]](body)
        head += f"Content-Encoding: {coding}\r\n"
    if chance.random() < 0.3:
        body = _chunked(chance, body)
        head += "Transfer-Encoding: chunked\r\n"
    url = f"https://zeitung.example/artikel/{document.name}"
    return answer(url, body, content_type="text/plain", head=head)


def _web_records(chance: random.Random, made: Sequence[Generated]) -> list[bytes]:
    records: list[bytes] = []
    for each in made:
        url = f"https://zeitung.example/artikel/{each.name}"
        records.append(record(b"GET / HTTP/1.1\r\n\r\n", WARC_Type="request", WARC_Target_URI=url))
        if chance.random() < 0.3:
            records.append(record(each.raw, WARC_Type="resource", WARC_Target_URI=url, Content_Type="text/plain"))
        else:
            records.append(_answer(chance, each))
    return records


def _warc(chance: random.Random, number: int) -> Generated:
    made = _documents(chance, number)
    ending = chance.choice(("", ".gz", ".zst"))
    raw = warc_of(_web_records(chance, made), pack=PACKERS[ending] if ending else None)
    return _held(made, f"{number:06}.warc{ending}", raw)


def _wacz(chance: random.Random, number: int) -> Generated:
    made = _documents(chance, number)
    raw = warc_of(_web_records(chance, made), pack=PACKERS[".gz"])
    return _held(made, f"{number:06}.wacz", wacz_of([("data.warc.gz", raw)]))


def _packed(chance: random.Random, number: int) -> Generated:
    made = chance.choice(texts.MAKERS)(chance, number)
    ending = chance.choice(tuple(PACKERS))
    return _held([made], f"{made.name}{ending}", PACKERS[ending](made.raw))


MAKERS: tuple[Maker, ...] = (_zip, _tar, _warc, _wacz, _packed)
