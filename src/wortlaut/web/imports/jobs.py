"""Imports, one after the other, in a thread that is there as long as there is something to read."""

from __future__ import annotations

import logging
import traceback
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from secrets import token_hex
from threading import Event, Lock, Thread
from time import perf_counter
from typing import TYPE_CHECKING

from wortlaut import service
from wortlaut.errors import WortlautError
from wortlaut.intake.web.clock import Stopped
from wortlaut.service import Outcome
from wortlaut.settings import Settings
from wortlaut.web.imports.job import Job, Kind, State
from wortlaut.web.imports.uploads import Sent

if TYPE_CHECKING:
    from wortlaut.intake.web.fetching import Fetcher
    from wortlaut.reading import Reader

__all__ = ["Jobs"]

_log = logging.getLogger("wortlaut.web")

_MOST_WAITING = 20  # each may have left some ten megabytes on the disk
_MOST_KNOWN = 50  # of those that are over, the latest
# Articles that are kept and shown together. 8 news items take the shipped reader less than half a second.
_BATCH = 8
_SECONDS_TO_END = 10.0  # a batch takes less; after that its transaction is given up, and the record is as it was before


@dataclass(frozen=True, slots=True)
class _Asked:
    """An import that waits or is being read."""

    id: str
    sent: Sent
    is_stopped: Event


class Jobs:
    """The imports of one server. What is known of them is kept as long as it runs; what was read is in the record.

    `reader` and `fetcher` are passed in by tests alone.
    """

    def __init__(self, settings: Settings, *, reader: Reader | None = None, fetcher: Fetcher | None = None) -> None:
        self._settings = settings
        self._reader = reader
        self._fetcher = fetcher
        self._lock = Lock()  # of all below
        self._known: OrderedDict[str, Job] = OrderedDict()
        self._waiting: deque[_Asked] = deque()
        self._at_work: _Asked | None = None
        self._thread: Thread | None = None
        self._is_closed = False

    def submit(self, sent: Sent) -> Job | None:
        """The import as it begins, None where too many wait already; its files are removed in any case."""
        asked = _Asked(token_hex(4), sent, Event())
        job = Job(asked.id, sent.kind, sent.names, sent.sizes, datetime.now(UTC))
        with self._lock:
            is_taken = not self._is_closed and len(self._waiting) < _MOST_WAITING
            if is_taken:
                self._waiting.append(asked)
                self._known[job.id] = job
                self._forget()
                if self._thread is None:
                    thread = Thread(target=self._run, name="import", daemon=True)
                    thread.start()  # it waits for the lock
                    self._thread = thread
        if not is_taken:
            sent.remove()
            return None
        return job

    def get(self, name: str) -> Job | None:
        """The import of that id as it stands, None where there is none, or none any more."""
        with self._lock:
            return self._known.get(name)

    def all(self) -> list[Job]:
        """All that are known, the latest first."""
        with self._lock:
            return list(reversed(self._known.values()))

    def ahead_of(self, name: str) -> int:
        """How many are to be read before that one."""
        with self._lock:
            places = [each.id for each in self._waiting]
            return places.index(name) + 1 if name in places else 0

    def stop(self, name: str) -> None:
        """Nothing; that import ends: at once where it waits, else when the articles at hand are kept."""
        with self._lock:
            if self._at_work is not None and self._at_work.id == name:
                self._at_work.is_stopped.set()
            for each in [each for each in self._waiting if each.id == name]:
                self._drop(each)

    def close(self) -> None:
        """Nothing; what was being read has ended, and what waited will not be read."""
        with self._lock:
            self._is_closed = True
            if self._at_work is not None:
                self._at_work.is_stopped.set()
            for each in list(self._waiting):
                self._drop(each)
            thread = self._thread
        if thread is not None:
            thread.join(_SECONDS_TO_END)

    def _drop(self, asked: _Asked) -> None:
        """Nothing; one that waited will not be read. The lock is held."""
        self._waiting.remove(asked)
        asked.sent.remove()
        self._known[asked.id] = replace(self._known[asked.id], state=State.STOPPED)

    def _run(self) -> None:
        while (asked := self._next()) is not None:
            self._read(asked)

    def _next(self) -> _Asked | None:
        """The one that has waited longest; where none waits, the thread ends with this."""
        with self._lock:
            self._at_work = self._waiting.popleft() if self._waiting else None
            if self._at_work is None:
                self._thread = None
            return self._at_work

    def _read(self, asked: _Asked) -> None:
        """Nothing; the import is over, whatever became of it, and its files are gone."""
        began, end = perf_counter(), State.DONE
        try:
            self._change(asked.id, lambda job: replace(job, state=State.READING))
            self._take_in(asked)
        except Stopped:
            pass  # told below
        except WortlautError as error:
            told, end = error, State.FAILED
            self._change(asked.id, lambda job: replace(job, error=told))
        except Exception as error:
            # Whatever it was, the thread goes on with the next. The message is not noted: it may quote an article.
            _log.error("%s in import\n%s", type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
            end = State.FAILED
        finally:
            asked.sent.remove()
        if end is State.DONE and asked.is_stopped.is_set():
            end = State.STOPPED
        self._change(asked.id, lambda job: replace(job, state=end))
        self._note(asked.id, perf_counter() - began)

    def _take_in(self, asked: _Asked) -> None:
        """Nothing; all is in the record, or told of as refused, or the import was stopped. Raises `Stopped`, too."""
        is_far = (
            asked.sent.kind is Kind.ADDRESSES
        )  # each answer is waited for: it is shown before the next is asked for
        batch = 1 if is_far else min(_BATCH, self._settings.batch)

        def tell(outcome: Outcome) -> None:
            self._change(asked.id, lambda job: job.plus(outcome))

        service.read(
            asked.sent.sources,
            settings=self._settings.model_copy(update={"batch": batch}),
            reader=self._reader,
            fetcher=self._asking(asked.is_stopped.is_set) if is_far else None,
            progress=tell,
            is_stopped=asked.is_stopped.is_set,
        )

    def _asking(self, is_stopped: Callable[[], bool]) -> Fetcher:
        """What asks addresses until the import is stopped."""
        from wortlaut.intake.web.fetching import Fetcher

        fetcher = self._fetcher or Fetcher(self._settings)
        fetcher.stop_when(is_stopped)
        return fetcher

    def _change(self, name: str, change: Callable[[Job], Job]) -> None:
        with self._lock:
            self._known[name] = change(self._known[name])

    def _forget(self) -> None:
        """Nothing; of those that are over, only the latest are known any more."""
        over = [name for name, job in self._known.items() if job.state.is_over]
        for name in over[: max(0, len(over) - _MOST_KNOWN)]:
            del self._known[name]

    def _note(self, name: str, seconds: float) -> None:
        """Nothing; the log says what became of it, without names and texts."""
        job = self.get(name)
        assert job is not None  # noqa: S101  only what is over is forgotten, by whoever asks for another
        summary = job.summary
        _log.info(
            "import of %s %s: %d stored, %d unchanged, %d rejected, %d withdrawn, %.1f s",
            job.kind.value,
            job.state.value,
            summary.stored,
            summary.unchanged,
            summary.rejected,
            summary.withdrawn,
            seconds,
        )
