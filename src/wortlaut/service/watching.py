"""Following feeds: looking at each when it is due, until somebody asks to end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from wortlaut.errors import RecordBusy
from wortlaut.service.looking import Look, Looker, LookKind
from wortlaut.service.opening import asking, settings_or_default, writing
from wortlaut.service.reading import Outcome, Summary, take_in
from wortlaut.types import Article, FeedState, Origin, Rejected, Withdrawn

if TYPE_CHECKING:
    from wortlaut.intake.web.fetching import Fetcher
    from wortlaut.reading import Reader
    from wortlaut.record import Record
    from wortlaut.settings import Settings

__all__ = ["Look", "LookKind", "followed_feeds", "forget_feed", "watch"]

_BUSY_WAIT = 60.0  # seconds until a record that another program held is tried again


def _never() -> bool:
    return False


def watch(
    feeds: Sequence[str],
    *,
    once: bool = False,
    minutes: float | None = None,
    settings: Settings | None = None,
    reader: Reader | None = None,
    fetcher: Fetcher | None = None,
    is_stopped: Callable[[], bool] = _never,
    progress: Callable[[Outcome], None] | None = None,
    looked: Callable[[Look], None] | None = None,
) -> Summary:
    """How many items came in from the feeds at these addresses, of those that the record follows where none is named.

    Each is looked at every so many `minutes` (those of the settings), later where it asks for that or fails; with
    `once`, each is looked at now, but for those that failed not long ago. It ends when `is_stopped` says so, which it
    asks about every fifth of a second, when all feeds are gone, or after the one look. `progress` is called as by
    `read`, `looked` after each look.

    Raises `ReaderError` and `RecordError` where a part cannot be used; a record that is held by another program is
    waited for, but not with `once`.
    """
    from wortlaut import reading
    from wortlaut.intake.articles import Wishes
    from wortlaut.intake.records.fields import FieldMap
    from wortlaut.intake.web.fetching import Fetcher

    settings = settings_or_default(settings)
    reader = reader or reading.load(settings.reader, threads=settings.threads)
    fetcher = fetcher or Fetcher(settings)
    fetcher.stop_when(is_stopped)
    watching = _Watching(reader, progress, looked, is_stopped)
    every = timedelta(minutes=settings.feed_minutes if minutes is None else minutes)
    wishes = Wishes(settings, FieldMap({}), None)
    looker = Looker(fetcher, wishes, watching.take_in, every=every, is_stopped=is_stopped)
    sound = _sound(feeds, fetcher, watching.tell)
    if sound or not feeds:
        watching.run(sound, looker, fetcher, settings, once=once)
    return watching.summary


def followed_feeds(*, settings: Settings | None = None) -> list[FeedState]:
    """How things stand with each feed that the record follows; raises `RecordError`."""
    with asking(settings) as record:
        return record.feeds()


def forget_feed(feed: str, *, settings: Settings | None = None) -> None:
    """None; the feed is not followed any more, what came from it stays. Raises `NotInRecord`, `RecordError`."""
    from wortlaut.intake.reasons import Refused
    from wortlaut.intake.web.addresses import address_of

    with suppress(Refused):  # such an address is in no record, which says so
        feed = str(address_of(feed))
    with writing(settings) as record:
        record.forget_feed(feed)


def _sound(feeds: Iterable[str], fetcher: Fetcher, tell: Callable[[Look], None]) -> list[str]:
    """The feeds whose addresses can be asked, each once; the others are told."""
    from wortlaut.intake.reasons import Refused, reject

    sound = []
    for written in dict.fromkeys(feeds):
        try:
            sound.append(str(fetcher.check(written)))
        except Refused as refused:
            problem = reject(refused.why, Origin(written))
            tell(Look(LookKind.FAILED, FeedState(written), problem=problem))
    return list(dict.fromkeys(sound))


class _Watching:
    """A run: what came of it so far, and whom to tell."""

    def __init__(
        self,
        reader: Reader,
        progress: Callable[[Outcome], None] | None,
        looked: Callable[[Look], None] | None,
        is_stopped: Callable[[], bool],
    ) -> None:
        self.summary = Summary()
        self._reader = reader
        self._progress = progress
        self._looked = looked
        self._is_stopped = is_stopped

    def tell(self, look: Look) -> None:
        """Nothing; whoever wants to know is told."""
        if self._looked is not None:
            self._looked(look)

    def take_in(self, items: Sequence[Article | Rejected | Withdrawn], record: Record) -> None:
        """None once the items are kept or refused, and told."""
        try:
            take_in(items, self._reader, record, self._add)
        except KeyboardInterrupt:
            if not self._is_stopped():  # else it was only held back until here, and is known
                raise

    def _add(self, outcome: Outcome) -> None:
        self.summary = self.summary.plus(outcome)
        if self._progress is not None:
            self._progress(outcome)

    def run(self, feeds: Sequence[str], looker: Looker, fetcher: Fetcher, settings: Settings, *, once: bool) -> None:
        """None once it is over."""
        from wortlaut.intake.web.clock import Stopped, pause

        clock = fetcher.clock
        first = True
        try:
            while True:
                try:
                    due = self._round(feeds, looker, settings, clock.now, first=first, once=once)
                    first = False
                    wait = None if due is None else (due - clock.now()).total_seconds()
                except RecordBusy:
                    if once:
                        raise
                    wait = _BUSY_WAIT
                if once or wait is None:
                    return
                pause(clock, clock.monotonic() + wait, self._is_stopped)
        except Stopped:
            return

    def _round(
        self,
        feeds: Sequence[str],
        looker: Looker,
        settings: Settings,
        now: Callable[[], datetime],
        *,
        first: bool,
        once: bool,
    ) -> datetime | None:
        """When the next look is due, after each feed that is due by now was looked at; None where none ever will be.

        The record is opened for each look, so that others can use it, and bring back a backup, in between.
        """
        with writing(settings, create=bool(feeds)) as record:
            states = [record.feed(each) or FeedState(each) for each in feeds] if feeds else record.feeds()
        dues = []
        for state in states:
            if state.status == "gone":
                if first:
                    self.tell(Look(LookKind.GONE, state))
                continue
            look = Look(LookKind.RESTING, state)
            is_due = state.due_at is None or state.due_at <= now() or (once and not state.failures)
            if is_due:
                with writing(settings) as record:
                    look = looker.look(state, record)
            if is_due or (first and state.failures):
                self.tell(look)
            if look.feed.status != "gone" and look.feed.due_at is not None:
                dues.append(look.feed.due_at)
        return min(dues, default=None)
