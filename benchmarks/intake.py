"""Intake alone: bytes in, articles out, without reading; peers beside it where they do the same or a part of it."""

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from io import BytesIO

from benchmarks.containers import containers
from benchmarks.crawl import Crawl, crawl, feed, heavy, newsml, nitf, set_of_pages
from benchmarks.figures import Figure, times
from wortlaut.intake import read_bytes
from wortlaut.settings import Settings
from wortlaut.types import Article, Origin

__all__ = ["intake"]

_PAGES_TARGET = 5  # MB/s
_WARC_TARGET = 20
_MB = 1_000_000
_SETTINGS = Settings()  # as a run has them: made once


def intake(*, megabytes: int, runs: int) -> list[Figure]:
    """MB/s of pages, of a crawl, of a feed and of agency XML, about so many MB of each."""
    pages = set_of_pages()
    archive = crawl(pages, size=megabytes * _MB)
    full = crawl(heavy(pages), size=megabytes * _MB)
    return [
        *_pages(pages, megabytes, runs),
        *_archives(archive, runs),
        _crawled("WARC of full pages", full, full.plain, "a.warc", runs),
        *_messages(megabytes, runs),
    ]


def _pages(pages: Sequence[bytes], megabytes: int, runs: int) -> list[Figure]:
    light = _repeated(pages, megabytes)
    full = _repeated(heavy(pages), megabytes)
    figures = [
        _rate(f"pages of {_kb(light)} KB", light, lambda: _read_all(light, "html"), runs, target=_PAGES_TARGET),
        _rate(f"pages of {_kb(full)} KB", full, lambda: _read_all(full, "html"), runs, target=_PAGES_TARGET),
    ]
    for name, extract in _peers().items():

        def work(extract: Callable[[bytes], object] = extract) -> list[object]:
            return [extract(page) for page in light]

        figures.append(_rate(f"– {name}, pages of {_kb(light)} KB", light, work, runs))
    return figures


def _archives(archive: Crawl, runs: int) -> list[Figure]:
    plain, packed = archive.plain, archive.packed
    figures = [
        _crawled("WARC", archive, plain, "a.warc", runs),
        _crawled("WARC, a gzip a record, unpacked", archive, packed, "a.warc.gz", runs),
        *containers(plain, packed, pages=archive.pages, runs=runs),
    ]
    if find_spec("fastwarc"):
        figures += [
            _rate("– fastwarc, records alone, plain", [plain], lambda: _records(plain), runs),
            _rate("– fastwarc, records alone, unpacked", [plain], lambda: _records(packed), runs),
        ]
        if find_spec("resiliparse"):
            figures.append(
                _rate("– fastwarc and resiliparse, unpacked", [plain], lambda: _records(packed, read=True), runs)
            )
    return figures


def _messages(megabytes: int, runs: int) -> list[Figure]:
    rss, message, documents = feed(200), newsml(200), nitf(200)
    feeds, messages = _repeated([rss], megabytes), _repeated([message], megabytes)
    singles = _repeated(documents, megabytes)
    return [
        _rate("RSS, full texts", feeds, lambda: _read_all(feeds, "xml", each=200), runs),
        _rate("NewsML-G2, messages of 200", messages, lambda: _read_all(messages, "xml", each=200), runs),
        _rate("NITF, an item a file", singles, lambda: _read_all(singles, "xml"), runs),
    ]


def _read_all(files: Sequence[bytes], ending: str, *, each: int = 1) -> None:
    """Take in `files`; raises `RuntimeError` unless every one gives so many articles."""
    for number, raw in enumerate(files):
        found = sum(isinstance(item, Article) for item in _items(raw, f"{number}.{ending}"))
        if found != each:
            raise RuntimeError(f"file {number} must give {each} articles, it gave {found}")


def _items(raw: bytes, name: str) -> list[object]:
    return list(read_bytes(raw, origin=Origin(name), settings=_SETTINGS))


def _crawled(name: str, archive: Crawl, raw: bytes, file: str, runs: int) -> Figure:
    """MB/s of the unpacked archive, which is in `raw` as a file of that name has it."""

    def work() -> None:
        found = sum(isinstance(item, Article) for item in _items(raw, file))
        if found != archive.pages:
            raise RuntimeError(f"the crawl has {archive.pages} pages, {found} were taken in")

    share = f"{100 * archive.html / len(archive.plain):.0f} % HTML"
    return _rate(f"{name}, {share}", [archive.plain], work, runs, target=_WARC_TARGET)


def _repeated(files: Sequence[bytes], megabytes: int) -> list[bytes]:
    """`files` over and over, at least once, up to about that size."""
    times_over = max(1, round(megabytes * _MB / sum(map(len, files))))
    return list(files) * times_over


def _kb(files: Sequence[bytes]) -> str:
    return f"{sum(map(len, files)) / len(files) / 1000:.0f}"


def _rate(
    name: str, files: Sequence[bytes], work: Callable[[], object], runs: int, *, target: float | None = None
) -> Figure:
    return Figure.rate(name, sum(map(len, files)) / _MB, times(runs, work), unit="MB/s", target=target)


def _peers() -> dict[str, Callable[[bytes], object]]:
    """What else takes the text out of a page, where it is installed: see `evaluation.extractors`."""
    from evaluation.extractors import PEERS

    def extraction(extract: Callable[[bytes, str], object]) -> Callable[[bytes], object]:
        return lambda raw: extract(raw, "page")

    return {peer.name: extraction(peer.extract) for peer in PEERS if find_spec(peer.name)}


def _records(raw: bytes, *, read: bool = False) -> int:
    """So many bytes the bodies of all responses have; with `read`, pages are made text."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    length = 0
    for record in ArchiveIterator(BytesIO(raw), record_types=WarcRecordType.response, parse_http=True):
        body = record.reader.read()
        if read and (record.http_content_type or "") == "text/html":
            from evaluation.extractors import PEERS

            PEERS[0].extract(body, "page")
        length += len(body)
    return length
