"""Archives that are cut off, and archives and packed data that are made to fill the memory: bombs.

`python -m tests.malformed_archives FOLDER` reads the bombs in the folder and prints what each took, as JSON: in a
process of its own, whose memory is not that of their making.
"""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import random
import resource
import struct
import sys
import tarfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.generated.archives import PACKERS, answer, record, tar_of, wacz_of, warc_of, zip_of
from wortlaut.intake import read
from wortlaut.settings import Settings
from wortlaut.types import Article

__all__ = ["BOMBS", "Cut", "Taken", "cuts", "make_bombs", "read_bomb"]


@dataclass(frozen=True, slots=True)
class Cut:
    """A file that is cut off, and the texts that were in it before.

    `is_seen` False: the cut lies between two records, where the form has nothing that would tell.
    """

    name: str
    raw: bytes
    whole: int
    texts: tuple[str, ...]
    is_seen: bool


def _texts(count: int) -> list[tuple[str, bytes]]:
    return [
        (f"{number}.txt", f"Text {number}: {'Der Rat von Örlingen tagte. ' * (number + 3)}Ende {number}.".encode())
        for number in range(count)
    ]


_FILES = _texts(6)
_TEXTS = tuple(raw.decode() for _, raw in _FILES)
_LINES = b"".join(json.dumps({"text": text}).encode() + b"\n" for text in _TEXTS)
_ANSWERS = [answer(f"https://z.example/{name}", raw, content_type="text/plain") for name, raw in _FILES]


def _plain_cuts() -> dict[str, bytes]:
    """A whole file of each kind, by its name."""
    tar, warc = tar_of(_FILES), warc_of(_ANSWERS)
    found = {
        "a.zip": zip_of(_FILES),
        "stored.zip": zip_of(_FILES, method=zipfile.ZIP_STORED),
        "bzip2.zip": zip_of(_FILES, method=zipfile.ZIP_BZIP2),
        "one_way.zip": zip_of(_FILES, one_way=True),
        "inner.zip": zip_of([("a.zip", zip_of(_FILES[:3])), *_FILES[3:]]),
        "a.tar": tar,
        "gnu.tar": tar_of(_FILES, form=tarfile.GNU_FORMAT),
        "a.warc": warc,
        "a.wacz": wacz_of([("data.warc.gz", warc_of(_ANSWERS, pack=PACKERS[".gz"]))]),
    }
    for ending, pack in PACKERS.items():
        found |= {f"a.tar{ending}": pack(tar), f"a.jsonl{ending}": pack(_LINES), f"whole.warc{ending}": pack(warc)}
        found |= {f"a.zip{ending}": pack(found["a.zip"])}
    found |= {f"a.warc{ending}": warc_of(_ANSWERS, pack=PACKERS[ending]) for ending in (".gz", ".zst", ".xz", ".bz2")}
    return found


def _boundaries(name: str) -> set[int]:
    """The places between the records of a WARC file, where nothing tells that there were more."""
    if not name.startswith("a.warc"):
        return set()
    ending = name.removeprefix("a.warc")
    pack = PACKERS[ending] if ending else None
    made = [len(warc_of(_ANSWERS[:number], pack=pack)) for number in range(len(_ANSWERS))]
    # Line ends that are missing behind the last record are nothing that is lost.
    return {place - less for place in made for less in (range(5) if pack is None else (0,))}


def cuts(count: int, *, seed: int = 0) -> Iterator[Cut]:
    """`count` files, cut off at places by chance; all kinds take turns."""
    whole = _plain_cuts()
    names = sorted(whole)
    unseen = {name: _boundaries(name) for name in names}
    for number in range(count):
        chance = random.Random(f"cut/{seed}/{number}")
        name = names[number % len(names)]
        raw = whole[name]
        # One in four lies in the last bytes, where ends and directories stand.
        place = len(raw) - chance.randint(1, 60) if chance.random() < 0.25 else chance.randrange(16, len(raw))
        place = max(16, place)
        yield Cut(name, raw[:place], len(raw), _TEXTS, place not in unseen[name])


@dataclass(frozen=True, slots=True)
class Taken:
    """What reading a bomb took: seconds, and the memory of the whole process at its height; and what came of it."""

    name: str
    size: int
    seconds: float
    mebibytes: float
    articles: int
    codes: Sequence[str]


_BLOCK = b'{"text": "Eins."}\n' + b" " * (2**23 - 18)  # 8 MiB: with a line, so that what reads it goes on


def _repeated(pack: Callable[[bytes], bytes]) -> Callable[[int], bytes]:
    """Members that each unpack to 8 MiB, one behind the other, `size` MiB together."""
    return lambda size: pack(_BLOCK) * max(1, size // 8)


def _zstd_bomb(size: int) -> bytes:
    return PACKERS[".zst"](_BLOCK) * max(1, size // 8)


def _brotli_bomb(size: int) -> bytes:
    import brotli  # type: ignore[import-untyped]  # it has no types

    packer = brotli.Compressor(quality=3)
    return b"".join(packer.process(_BLOCK) for _ in range(max(1, size // 8))) + bytes(packer.finish())


def _zip_of_one(size: int) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("a.jsonl", "w", force_zip64=True) as one,
    ):
        for _ in range(max(1, size // 8)):
            one.write(_BLOCK)
    return out.getvalue()


def _below_the_bound(size: int) -> bytes:
    """Members that are each below what counts as a bomb."""
    one = _zip_of_one(60)
    return zip_of([(f"{number}.zip", one) for number in range(max(4, size // 16))], method=zipfile.ZIP_STORED)


def _nested_zips(size: int) -> bytes:
    """As 42.zip: sixteen archives in each, five levels deep, and at the bottom a file that is a bomb itself."""
    inner = _zip_of_one(min(size, 256))  # it is held sixteen times in each that is around it
    for _ in range(5):
        inner = zip_of([(f"{number:x}.zip", inner) for number in range(16)])
    return inner


def _local(name: bytes, crc: int, packed: int, size: int) -> bytes:
    return struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 33, crc, packed, size, len(name), 0) + name


def _directory(members: Sequence[tuple[bytes, int, int, int, int]], start: int) -> bytes:
    """The directory for members (name, CRC, packed size, size, offset), from byte `start` on."""
    listed = b"".join(
        struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, crc, packed, size, len(name), 0, 0, 0, 0, 0, at)
        + name
        for name, crc, packed, size, at in members
    )
    count = len(members)
    return listed + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(listed), start, 0)


def _overlapping(size: int) -> bytes:
    """Members that all quote the header of the next one, and end in the same packed bytes (D. Fifield, 2019)."""
    whole = _kernel()
    packed, length = len(whole), len(_BLOCK)
    members: list[tuple[bytes, int, int, int, int]] = []  # the last number: bytes up to the end of all members
    for number in reversed(range(max(8, size // 8))):
        name = f"{number:05}.jsonl".encode()
        header = _local(name, 0, packed, length)  # the checksum is not known cheaply, nor needed
        whole = header + whole
        members.append((name, 0, packed, length, len(whole)))
        quote = struct.pack("<BHH", 0, len(header), len(header) ^ 0xFFFF)
        if number:
            whole, packed, length = quote + whole, packed + len(quote) + len(header), length + len(header)
    return whole + _directory([(*member[:4], len(whole) - member[4]) for member in members], len(whole))


def _kernel() -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(_BLOCK) + packer.flush()


def _same_bytes(size: int) -> bytes:
    """A directory in which all members are the same bytes."""
    tail = _kernel()
    crc = zlib.crc32(_BLOCK)
    whole = _local(b"0.jsonl", crc, len(tail), len(_BLOCK)) + tail
    members = [(b"0.jsonl", crc, len(tail), len(_BLOCK), 0)] * max(8, size // 8)
    return whole + _directory(members, len(whole))


def _empty_in_zip(size: int) -> bytes:
    members = [(b"%x" % number, 0, 0, 0, 0) for number in range(min(60_000, 100 * size))]
    heads, listed = [], []
    at = 0
    for name, *_ in members:
        head = _local(name, 0, 0, 0)
        listed.append((name, 0, 0, 0, at))
        heads.append(head)
        at += len(head)
    return b"".join(heads) + _directory(listed, at)


def _empty_in_tar(size: int) -> bytes:
    head = tarfile.TarInfo("leer.txt").tobuf(tarfile.USTAR_FORMAT)
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(head * 2048) for _ in range(size)) + packer.compress(b"\0" * 1024) + packer.flush()


def _skipped_in_tar(size: int) -> bytes:
    """A hidden file, which must be passed over to get at what follows."""
    head = tarfile.TarInfo(".versteckt")
    head.size = max(1, size // 8) * len(_BLOCK)
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    parts = [packer.compress(head.tobuf())]
    parts += [packer.compress(_BLOCK) for _ in range(max(1, size // 8))]
    return b"".join(parts) + packer.flush()


def _sparse(size: int) -> bytes:
    """A file of which nearly all are holes: 512 bytes that stand for terabytes."""
    member = tarfile.TarInfo("a.jsonl")
    member.size = 512
    member.pax_headers = {"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.realsize": str(size * 2**40)}
    whole = member.tobuf(tarfile.PAX_FORMAT) + b"1\n0\n0\n".ljust(512, b"\0")
    old = tarfile.TarInfo("b.jsonl")
    old.type = tarfile.GNUTYPE_SPARSE
    return whole + old.tobuf(tarfile.GNU_FORMAT) + b"\0" * 1024


def _long_header(size: int) -> bytes:
    """A pax header that would have to be held whole."""
    member = tarfile.TarInfo("pax")
    member.type = tarfile.XHDTYPE
    member.size = size * 2**20
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    parts = [packer.compress(member.tobuf()), *(packer.compress(b"7" * 2**20) for _ in range(size))]
    return b"".join(parts) + packer.flush()


def _coded_answers(ending: str, coding: str) -> Callable[[int], bytes]:
    """Answers of a server whose bodies are bombs."""

    def made(size: int) -> bytes:
        body = PACKERS[ending](_BLOCK * 10)
        head = f"Content-Encoding: {coding}\r\n"
        urls = (f"https://z.example/{number}.jsonl" for number in range(max(4, size // 16)))
        return warc_of([answer(url, body, head=head, content_type="application/jsonl") for url in urls])

    return made


def _long_record(size: int) -> bytes:
    """A record that says to be endless, packed tightly."""
    head = record(b"", WARC_Type="resource", WARC_Target_URI="https://z.example/", Content_Type="text/plain")
    head = head.replace(b"Content-Length: 0", b"Content-Length: 9999999999999").rstrip() + b"\r\n\r\n"
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    parts = [packer.compress(head), *(packer.compress(_BLOCK) for _ in range(max(1, size // 8)))]
    return b"".join(parts) + packer.flush()


def _deep(pack: Callable[[bytes], bytes]) -> Callable[[int], bytes]:
    def made(size: int) -> bytes:
        inner = b'{"text": "Eins."}\n'
        for _ in range(min(200, size)):
            inner = pack(inner)
        return inner

    return made


def _wide_zstd(_size: int) -> bytes:
    """A frame that asks for a window of 1 GiB."""
    import zstandard

    wide = zstandard.ZstdCompressionParameters(window_log=30, enable_ldm=False)
    packer = zstandard.ZstdCompressor(compression_params=wide).compressobj()
    return packer.compress(b'{"text": "Eins."}\n' * 9) + packer.flush()


def _wide_xz(_size: int) -> bytes:
    """A stream that asks for a dictionary of 1.5 GiB, in its first block's header."""
    made = bytearray(lzma.compress(b'{"text": "Eins."}\n' * 9, filters=[{"id": lzma.FILTER_LZMA2, "preset": 6}]))
    header = made[12:24]  # of the block: its size, flags, the filter's id, the size of its property, the dictionary
    header[4] = 39
    made[12:24] = header[:8] + struct.pack("<L", zlib.crc32(header[:8]))
    return bytes(made)


_MAKERS: Mapping[str, Callable[[int], bytes]] = {
    "gzip.jsonl.gz": _repeated(lambda raw: gzip.compress(raw, mtime=0)),
    "gzip_in_gzip.jsonl.gz": lambda size: gzip.compress(gzip.compress(_BLOCK) * max(1, size // 8)),
    "bzip2.jsonl.bz2": _repeated(bz2.compress),
    "xz.jsonl.xz": _repeated(lambda raw: lzma.compress(raw, preset=1)),
    "zstd.jsonl.zst": _zstd_bomb,
    "brotli.jsonl.br": _brotli_bomb,
    "wide_window.jsonl.zst": _wide_zstd,
    "wide_dictionary.jsonl.xz": _wide_xz,
    "one_member.zip": _zip_of_one,
    "below_the_bound.zip": _below_the_bound,
    "nested.zip": _nested_zips,
    "overlapping.zip": _overlapping,
    "same_bytes.zip": _same_bytes,
    "deep.zip": _deep(lambda raw: zip_of([("a.zip", raw)])),
    "deep.gz": _deep(lambda raw: gzip.compress(raw, mtime=0)),
    "deep.tar": _deep(lambda raw: gzip.compress(tar_of([("a.tgz", raw)]), mtime=0)),
    "empty_members.zip": _empty_in_zip,
    "empty_members.tar.gz": _empty_in_tar,
    "skipped_member.tar.gz": _skipped_in_tar,
    "sparse.tar": _sparse,
    "long_header.tar.gz": _long_header,
    "gzip_coding.warc": _coded_answers(".gz", "gzip"),
    "brotli_coding.warc": _coded_answers(".br", "br"),
    "long_record.warc.gz": _long_record,
    "in_wacz.wacz": lambda size: wacz_of([("data.warc.gz", _long_record(size))]),
    "gzip_in_zip.zip": lambda size: zip_of([("a.jsonl.gz", gzip.compress(_BLOCK) * max(1, size // 8))]),
}
BOMBS: tuple[str, ...] = tuple(_MAKERS)


def make_bombs(folder: Path, size: int, names: Sequence[str] = BOMBS) -> None:
    """None; the folder then has the bombs of those names, which unpack to about `size` MiB, or as many pieces."""
    for name in names:
        (folder / name).write_bytes(_MAKERS[name](size))


def _peak() -> float:
    """MiB that this process held at most; what the one that started it holds counts in `ru_maxrss`, but not here."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def read_bomb(path: Path) -> Taken:
    """What reading the bomb in that file took."""
    start = time.perf_counter()
    codes: list[str] = []
    count = 0
    for item in read([str(path)], settings=Settings()):
        if isinstance(item, Article):
            count += 1
        else:
            why = getattr(item, "why", None)
            codes.append(why.code if why else "?")
    seconds = time.perf_counter() - start
    peak = _peak()
    return Taken(path.name, path.stat().st_size, seconds, peak, count, codes)


if __name__ == "__main__":
    for bomb in sorted(Path(sys.argv[1]).iterdir()):
        print(json.dumps(asdict(read_bomb(bomb))), flush=True)
