"""All that passes the filters as one file, streamed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from queue import Full, Queue
from threading import BoundedSemaphore, Event, Thread
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import StreamingResponse

from wortlaut import service
from wortlaut.service import ExportFormat
from wortlaut.web.api.asked import Filtered
from wortlaut.web.site import site_of

__all__ = ["ExportAsked", "export", "in_thread", "router"]

router = APIRouter(tags=["export"])

_TYPES = {"jsonl": "application/jsonl", "csv": "text/csv"}
_AHEAD = 16  # pieces that are made before the client took them
_LINES = 64  # of a piece
_AT_ONCE = 8  # each holds a thread and reads the record
_SECONDS = 0.5  # after which the thread looks whether the client is still there
_running = BoundedSemaphore(_AT_ONCE)


class ExportAsked(Filtered):
    """What is exported."""

    format: Literal["jsonl", "csv"] = "jsonl"


@router.get(
    "/export",
    response_class=StreamingResponse,
    responses={200: {"description": "A statement a line", "content": {each: {} for each in _TYPES.values()}}},
)
def export(request: Request, asked: Annotated[ExportAsked, Query()]) -> StreamingResponse:
    """All statements that pass the filters, the newest first, as JSON Lines or CSV."""
    filters, settings = asked.filters(), site_of(request).settings
    service.count(filters, settings=settings)  # what cannot be answered is told before anything is sent
    if not _running.acquire(blocking=False):
        raise HTTPException(503, "web.too_many", headers={"retry-after": "5"})
    lines = in_thread(lambda: service.export_lines(filters, format=ExportFormat(asked.format), settings=settings))
    disposition = f'attachment; filename="wortlaut.{asked.format}"'
    pieces = _released(lines)
    next(pieces)  # one that has begun is ended by Python in any case, even if the client has gone before the first line
    return StreamingResponse(pieces, media_type=_TYPES[asked.format], headers={"content-disposition": disposition})


def _released(pieces: Iterator[str]) -> Iterator[str]:
    try:
        yield ""
        yield from pieces
    finally:
        _running.release()


def in_thread(make: Callable[[], Iterator[str]]) -> Iterator[str]:
    """The lines that `make` gives, some at a time, all made in one thread: a connection to the record belongs to it.

    The thread ends when the iterator is closed. What it raises is raised here.
    """
    work = _Work(make)
    Thread(target=work.run, name="export", daemon=True).start()
    try:
        yield from work.pieces()
    finally:
        work.is_over.set()


class _Work:
    """Makes pieces in one thread that another one takes."""

    def __init__(self, make: Callable[[], Iterator[str]]) -> None:
        self.is_over = Event()
        self._make = make
        self._made: Queue[str | Exception | None] = Queue(_AHEAD)

    def run(self) -> None:
        """Nothing; everything is made, or nobody wants it any more."""
        try:
            lines = self._make()
            while not self.is_over.is_set() and (piece := "".join(islice(lines, _LINES))):
                self._put(piece)
            self._put(None)
        except Exception as error:  # carried over to who reads
            self._put(error)

    def pieces(self) -> Iterator[str]:
        """What is made, in order."""
        while (piece := self._made.get()) is not None:
            if isinstance(piece, Exception):
                raise piece
            yield piece

    def _put(self, piece: str | Exception | None) -> None:
        while not self.is_over.is_set():
            try:
                self._made.put(piece, timeout=_SECONDS)
            except Full:
                continue
            return
