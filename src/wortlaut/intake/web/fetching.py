"""Addresses to bytes: politely, within bounds, and only where it is allowed.

`Fetcher.fetch` asks robots.txt first, leaves time between two requests to a host, follows redirects, each checked like
the first address, and gives the unpacked bytes. There are no proxies and no cookies, and nothing that comes is run.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from tempfile import SpooledTemporaryFile
from typing import IO

from wortlaut.intake.reasons import Refused
from wortlaut.intake.web.addresses import Address, address_of
from wortlaut.intake.web.answers import Fetched, Known, Unfetched
from wortlaut.intake.web.asking import FOR_GOOD, MOST_REDIRECTS, Answer, Asker
from wortlaut.intake.web.clock import Clock, never
from wortlaut.intake.web.contents import unpacked
from wortlaut.intake.web.guard import Guard
from wortlaut.intake.web.robots import Robots
from wortlaut.settings import Settings
from wortlaut.types import Reason

__all__ = ["Fetcher"]

_IN_MEMORY = 8 * 2**20  # bytes of an answer; what is larger waits on the disk
_PAGES = ("text/html", "application/xhtml+xml")
_NOT_FOR_US = (401, 402, 403, 407, 451)


class Fetcher:
    """Asks addresses for one run, and remembers for it what hosts allow and when each was asked last.

    `guard`, `clock` and `context` (how certificates are checked) are passed in by tests alone.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        guard: Guard | None = None,
        clock: Clock | None = None,
        context: ssl.SSLContext | None = None,
        is_stopped: Callable[[], bool] = never,
    ) -> None:
        self._asker = Asker(settings, guard=guard, clock=clock, context=context, is_stopped=is_stopped)
        self._robots = Robots(self._asker)
        self._settings = settings

    @property
    def clock(self) -> Clock:
        """The clock by which it waits."""
        return self._asker.clock

    def stop_when(self, is_stopped: Callable[[], bool]) -> None:
        """Nothing; from now on, waits end with `Stopped` once `is_stopped` says so."""
        self._asker.is_stopped = is_stopped

    def check(self, written: str) -> Address:
        """The address that `written` means, where it may be asked as far as it tells by itself; raises `Refused`."""
        address = address_of(written)
        self._asker.check(address)
        return address

    def fetch(self, written: str, *, known: Known | None = None, limit: int | None = None) -> Fetched:
        """What the address answers; `known` is of the answer that is there already, `limit` in bytes, unpacked.

        Raises `Refused`, as an `Unfetched` where the server said why, and `Stopped` when somebody asks to end.
        """
        address = self.check(written)
        limit = self._settings.max_fetch_bytes if limit is None else limit
        allowance = self._asker.allowance()
        moved: Address | None = None
        is_for_good = True
        for _ in range(MOST_REDIRECTS + 1):
            self._robots.check(address)
            with self._asker.asked(address, allowance, known) as answer:
                if not answer.passes_on:
                    return self._taken(answer, limit, moved, is_known=answer.status == 304 and known is not None)
                address = answer.next()
                is_for_good = is_for_good and answer.status in FOR_GOOD
                moved = address if is_for_good else moved
        raise Refused("web_redirects", limit=MOST_REDIRECTS, address=address)

    def _taken(self, answer: Answer, limit: int, moved: Address | None, *, is_known: bool) -> Fetched:
        """The answer with its whole body; raises `Refused`."""
        if not is_known and answer.status not in (200, 203):
            retry_at = answer.headers.retry_at(self.clock.now())
            raise Unfetched(_why(answer), status=answer.status, retry_at=retry_at, moved_to=moved)
        if answer.headers.media_type in _PAGES:
            limit = min(limit, self._settings.max_item_bytes)
        body: IO[bytes] = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  closed by whoever is given it
        try:
            packed = _limited(answer.pieces, limit)
            for piece in () if is_known else unpacked(packed, answer.headers.packing, limit=limit):
                body.write(piece)
            body.seek(0)
        except BaseException:
            body.close()
            raise
        return Fetched(answer.address, answer.status, answer.headers, body, moved)


def _limited(pieces: Iterator[bytes], limit: int) -> Iterator[bytes]:
    """The pieces as they came; raises `Refused` beyond `limit` bytes, for what is packed may unpack to nothing."""
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > limit:
            raise Refused("web_too_large", limit=limit)
        yield piece


def _why(answer: Answer) -> Reason:
    """Why an answer of that status gives nothing."""
    status = answer.status
    if status == 410:
        return Refused("web_gone", address=answer.address).why
    codes = {404: "web_missing", 429: "web_busy", 503: "web_busy"} | dict.fromkeys(_NOT_FOR_US, "web_not_for_us")
    return Refused(codes.get(status, "web_status"), address=answer.address, status=status).why
