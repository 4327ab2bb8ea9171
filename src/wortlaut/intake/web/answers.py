"""What an address answered: the bytes with what the headers say of them, or why there are none."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import IO, Self

from wortlaut.errors import InputError
from wortlaut.intake.decoding import encoding_named
from wortlaut.intake.reasons import Refused
from wortlaut.intake.web.addresses import Address
from wortlaut.types import Reason

__all__ = ["Fetched", "Headers", "Known", "Unfetched"]

_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([^\s;\"']+)", re.IGNORECASE)
_LONGEST = 1000  # characters of what is kept of a header
_LATEST = timedelta(days=30)  # for which a server may put us off; more is an error or a joke


@dataclass(frozen=True, slots=True)
class Known:
    """What an earlier answer said of its version, as the server wrote it: sent along, it spares a second transfer."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Headers:
    """The header fields of an answer that count here."""

    fields: tuple[tuple[bytes, bytes], ...] = field(repr=False)

    def get(self, name: str) -> str | None:
        """The value of the first field of that name; None where there is none."""
        wanted = name.lower().encode("ascii")
        found = next((value for key, value in self.fields if key.lower() == wanted), None)
        return None if found is None else _text(found)

    @property
    def packing(self) -> str:
        """How the body is packed: all fields `Content-Encoding`, in order."""
        return ",".join(_text(value) for key, value in self.fields if key.lower() == b"content-encoding")

    @property
    def media_type(self) -> str:
        """The type of the body, in small letters; empty where none is told."""
        return (self.get("content-type") or "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The usual name of the body's encoding where one is told that there is."""
        found = _CHARSET.search(self.get("content-type") or "")
        try:
            return None if found is None else encoding_named(found[1])
        except InputError:
            return None

    @property
    def known(self) -> Known:
        """What is to be sent along the next time."""
        return Known(self._sendable("etag"), self._sendable("last-modified"))

    def _sendable(self, name: str) -> str | None:
        """The value where it can be sent back: not too long, and of visible ASCII characters."""
        value = self.get(name) or ""
        return value if 0 < len(value) <= _LONGEST and value.isascii() and value.isprintable() else None

    def retry_at(self, now: datetime) -> datetime | None:
        """When the server wants to be asked again, a month from now at the latest; None where it does not say."""
        written = (self.get("retry-after") or "").strip()
        if written.isascii() and written.isdigit():
            seconds = min(int(written[:10]), int(_LATEST.total_seconds()))
            return now + timedelta(seconds=seconds)
        try:
            moment = parsedate_to_datetime(written)
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
        return min(max(moment, now), now + _LATEST)


def _text(value: bytes) -> str:
    """A header field's value: UTF-8 where it is, else Latin-1."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer. It is to be closed; `body` has the unpacked bytes from the front on."""

    address: Address  # where it came from, after all redirects
    status: int  # 200, or 304 where nothing has changed since what was known
    headers: Headers
    body: IO[bytes] = field(repr=False)
    moved_to: Address | None = None  # where the server wants to be asked from now on

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.body.close()


class Unfetched(Refused):
    """Why there is no answer to be used, with what the server said besides."""

    def __init__(
        self,
        why: Reason,
        *,
        status: int | None = None,
        retry_at: datetime | None = None,
        moved_to: Address | None = None,
    ) -> None:
        super().__init__(why.code, **dict(why.details))
        self.status = status
        self.retry_at = retry_at
        self.moved_to = moved_to
