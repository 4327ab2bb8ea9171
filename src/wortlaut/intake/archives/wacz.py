"""Web archives in WACZ: a ZIP archive with WARC files in it, and with the digests of all that it holds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from wortlaut.intake.archives.names import check_name, shown_name
from wortlaut.intake.archives.zipped import Zipped, has_directory, member_names, open_zip
from wortlaut.intake.form import Form, Item, Source, read_inside
from wortlaut.intake.reasons import Refused, reject
from wortlaut.intake.streams import Stream
from wortlaut.types import Origin, Reason

__all__ = ["FORM"]

_PACKAGE = "datapackage.json"
_ARCHIVES = "archive/"
_LARGEST_PACKAGE = 2**24
_KNOWN = frozenset(("sha256", "md5", "sha1", "sha512"))


def _fits(source: Source) -> bool:
    names = member_names(source)
    # One that is cut off is read as any ZIP archive is, so that what is there of it is not lost.
    return _PACKAGE in names and any(name.startswith(_ARCHIVES) for name in names) and has_directory(source)


def _read(source: Source) -> Iterator[Item]:
    """What is in the WARC files, each with what is wrong with it; raises `Refused`."""
    archive = open_zip(source)
    digests: dict[str, str] = {}
    try:
        digests = _digests(archive)
    except Refused as refused:
        yield reject(refused.why, Origin(f"{source.origin.path}!/{_PACKAGE}"))
    names = [name for name in archive.names if name.startswith(_ARCHIVES) and not name.endswith("/")]
    for name in names:
        yield from _archive(source, archive, name, digests.get(name))
    for name in sorted(digests.keys() - set(archive.names)):
        if name.startswith(_ARCHIVES):
            yield reject(Refused("wacz_missing").why, Origin(f"{source.origin.path}!/{shown_name(name)}"))
    if not names:
        raise Refused("archive_empty")


def _archive(source: Source, archive: Zipped, name: str, digest: str | None) -> Iterator[Item]:
    origin = Origin(f"{source.origin.path}!/{shown_name(name)}")
    try:
        check_name(name)
        read = _Digested(archive.open(name), digest)
    except Refused as refused:
        yield reject(refused.why, origin)
        return
    yield from read_inside(source, Stream(read), shown_name(name))
    if not read.is_right():
        yield reject(Refused("wacz_digest").why, origin)


def _digests(archive: Zipped) -> dict[str, str]:
    """The digest of each file by its path; raises `Refused` where they cannot be read."""
    raw = archive.read(_PACKAGE, _LARGEST_PACKAGE)
    try:
        package: Any = json.loads(raw)
        listed = package["resources"]
        found = {str(each["path"]): str(each.get("hash", "")) for each in listed}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Refused("wacz_package") from error
    return found


class _Digested:
    """Bytes of which a digest is made on the way."""

    def __init__(self, source: Stream, digest: str | None) -> None:
        name, _, self._expected = (digest or "").lower().partition(":")
        self._source = source
        self._hash = hashlib.new(name, usedforsecurity=False) if name in _KNOWN else None

    @property
    def damage(self) -> Reason | None:
        """Why the bytes end where they end, None where the file does."""
        return self._source.damage

    def read(self, size: int, /) -> bytes:
        """The next bytes; empty at the end."""
        piece = self._source.take(min(size, 2**18))
        if self._hash is not None:
            self._hash.update(piece)
        return piece

    def is_right(self) -> bool:
        """Whether all bytes, also those that nobody has read, have the digest; where none is given, they have."""
        if self._hash is None:
            return True
        while self.read(2**18):
            pass
        return self.damage is not None or self._hash.hexdigest() == self._expected


FORM = Form("wacz", _fits, _read, (".wacz",), is_text=False)
