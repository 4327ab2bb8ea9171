"""One look at a feed that is followed: what is new in it comes into the record, and when to look again is kept there.

A feed is asked with what is known of its last answer, so that nothing new costs next to nothing. Every entry that was
dealt with is remembered by a fingerprint; it is dealt with again only where that changes. What could not be had is
tried again, three times at most.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from hashlib import blake2b
from typing import TYPE_CHECKING

from wortlaut.types import Article, FeedState, Origin, Rejected, Withdrawn

if TYPE_CHECKING:
    from wortlaut.intake.articles import Wishes
    from wortlaut.intake.feeds.entries import Entry, Feed
    from wortlaut.intake.web.answers import Fetched
    from wortlaut.intake.web.fetching import Fetcher
    from wortlaut.record import Record

__all__ = ["Look", "LookKind", "Looker"]

_Item = Article | Rejected | Withdrawn
_MOST_TRIES = 3
_NAMED = 3  # addresses that a message names at most
_LONGEST_WAIT = timedelta(days=1)  # between two looks, however often it failed
_BATCH = 8  # items that are kept at a time: few, for they come about one a second, and an end should not take long
# Of an answer with these, the host wants to be left alone: its other entries wait for the next look.
_BUSY = (429, 503)


class LookKind(StrEnum):
    """What a look at a feed came to."""

    CHANGED = "changed"  # it was read
    UNCHANGED = "unchanged"  # the server says that nothing is new
    FAILED = "failed"
    GONE = "gone"  # for good: it is not asked any more
    RESTING = "resting"  # it was not asked, for it failed not long ago


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at a feed came to: how many entries it has, how many of them were new or had changed."""

    kind: LookKind
    feed: FeedState
    entries: int = 0
    new: int = 0
    left: int = 0  # new ones that are left for the next look
    problem: Rejected | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a feed, under the key by which it is known again, with a fingerprint of what counts of it."""

    key: str
    fingerprint: str
    what: Entry | Rejected | Withdrawn

    def tries(self, seen: Mapping[str, str]) -> int:
        """How often it was tried in vain, as it is."""
        tries, _, fingerprint = seen.get(self.key, "").partition(" ")
        return int(tries) if fingerprint == self.fingerprint and tries.isdigit() else 0

    def is_dealt_with(self, seen: Mapping[str, str]) -> bool:
        """Whether nothing is to be done about it, as it is."""
        return seen.get(self.key) == self.fingerprint or self.tries(seen) >= _MOST_TRIES


@dataclass(slots=True)
class _Work:
    """A feed in hand: items that wait to be kept, what they are of (`done`), and how much is left for the next look."""

    state: FeedState
    form: str
    url: str  # the address that it came from
    seen: Mapping[str, str]
    left: int
    items: list[_Item] = field(default_factory=list)
    done: dict[str, str] = field(default_factory=dict)


class Looker:
    """Looks at feeds for one run. `take_in` keeps a batch of items; `every` is the time between two looks."""

    def __init__(
        self,
        fetcher: Fetcher,
        wishes: Wishes,
        take_in: Callable[[Sequence[_Item], Record], None],
        *,
        every: timedelta,
        is_stopped: Callable[[], bool],
    ) -> None:
        self._fetcher = fetcher
        self._wishes = wishes
        self._take_in = take_in
        self._every = every
        self._is_stopped = is_stopped
        self._resting: dict[str, datetime] = {}  # hosts that want to be left alone until then

    def look(self, state: FeedState, record: Record) -> Look:
        """What became of the feed, which the record knows now; raises `Stopped` where it was not even asked."""
        from wortlaut.intake.feeds.entries import feed_in
        from wortlaut.intake.reasons import Refused
        from wortlaut.intake.web.answers import Known

        known = None if state.etag is None and state.last_modified is None else Known(state.etag, state.last_modified)
        settings = self._wishes.settings
        try:
            with self._fetcher.fetch(state.moved_to or state.address, known=known) as fetched:
                if fetched.status == 304:
                    return Look(LookKind.UNCHANGED, self._kept(self._asked(state, fetched), record, {}))
                raw = fetched.body.read()
            declared, url = fetched.headers.charset, str(fetched.address)
            feed = feed_in(raw, origin=Origin(state.address), settings=settings, url=url, declared=declared)
            if feed.heading.sitemaps and not feed.entries:
                named = ", ".join(feed.heading.sitemaps[:_NAMED])
                raise Refused("web_index", count=len(feed.heading.sitemaps), addresses=named)
        except Refused as refused:
            return self._failed(state, refused, record)
        return self._read(replace(self._asked(state, fetched), title=feed.heading.title), feed, fetched, record)

    def _asked(self, state: FeedState, fetched: Fetched) -> FeedState:
        """The feed after an answer, before what is in it was dealt with."""
        now = self._fetcher.clock.now()
        moved = state.moved_to if fetched.moved_to is None else str(fetched.moved_to)
        return replace(state, checked_at=now, due_at=now + self._every, failures=0, moved_to=moved)

    def _kept(self, state: FeedState, record: Record, seen: dict[str, str]) -> FeedState:
        record.keep_feed(state, seen)
        return state

    def _failed(self, state: FeedState, refused: Exception, record: Record) -> Look:
        from wortlaut.intake.reasons import Refused, reject
        from wortlaut.intake.web.answers import Unfetched

        assert isinstance(refused, Refused)  # noqa: S101  for the type checker
        problem = reject(refused.why, Origin(state.address))
        now = self._fetcher.clock.now()
        said = refused if isinstance(refused, Unfetched) else None
        if said is not None and said.status == 410:
            return Look(
                LookKind.GONE, self._kept(replace(state, checked_at=now, status="gone"), record, {}), problem=problem
            )
        failures = state.failures + 1
        wait = min(self._every * 2 ** min(failures - 1, 20), max(_LONGEST_WAIT, self._every))
        due = max(now + wait, said.retry_at if said is not None and said.retry_at is not None else now)
        moved = state.moved_to if said is None or said.status != 404 else None  # then the old address is tried again
        state = replace(state, checked_at=now, due_at=due, failures=failures, moved_to=moved)
        return Look(LookKind.FAILED, self._kept(state, record, {}), problem=problem)

    def _read(self, state: FeedState, feed: Feed, fetched: Fetched, record: Record) -> Look:
        """What became of the entries of a feed; its version is remembered only once all of them are dealt with."""
        if feed.heading.pause is not None:
            pause = min(max(feed.heading.pause, self._every), max(_LONGEST_WAIT, self._every))
            state = replace(state, due_at=self._fetcher.clock.now() + pause)
        state = replace(state, etag=None, last_modified=None)
        seen = record.seen_entries(state.address)
        new = _new_in(feed, seen)
        taken = new[-self._wishes.settings.feed_entries :]
        work = _Work(state, feed.heading.form, str(fetched.address), seen, left=len(new) - len(taken))
        self._deal_with(taken, work, record)
        if not work.left:
            known = fetched.headers.known
            state = self._kept(replace(state, etag=known.etag, last_modified=known.last_modified), record, {})
        return Look(LookKind.CHANGED, state, len(feed.entries), len(new), work.left)

    def _deal_with(self, parts: Sequence[_Part], work: _Work, record: Record) -> None:
        """None once all parts are dealt with, or somebody asked to end; then the rest is left."""
        from wortlaut.intake.web.clock import Stopped

        for place, part in enumerate(parts):
            try:
                if self._is_stopped():
                    raise Stopped
                self._put(part, work)
            except Stopped:
                work.left += len(parts) - place
                break
            if len(work.items) >= _BATCH:
                self._flush(work, record)
        self._flush(work, record)

    def _flush(self, work: _Work, record: Record) -> None:
        """None once the items are in the record, and after that what they are of is remembered."""
        if work.items:
            self._take_in(work.items, record)
        if work.items or work.done:
            record.keep_feed(work.state, work.done)
        work.items, work.done = [], {}

    def _put(self, part: _Part, work: _Work) -> None:
        """None; the items that the part gives wait to be kept. Raises `Stopped`.

        A feed is not believed about the pages of another site: their text is fetched.
        """
        from wortlaut.intake.feeds.entries import item_of
        from wortlaut.intake.ownership import share_site
        from wortlaut.intake.reasons import Refused, reject

        entry = part.what
        fingerprint = part.fingerprint
        if isinstance(entry, Rejected | Withdrawn):
            work.items.append(entry)
        elif entry.url is None or (entry.body is not None and share_site(entry.url, work.url)):
            work.items.append(item_of(entry, work.form))
        elif self._is_resting(entry.url):
            work.left += 1
            return
        else:
            try:
                work.items += self._page_behind(entry, entry.url)
            except Refused as refused:
                work.items.append(reject(refused.why, Origin(entry.url)))
                if self._let_rest(entry.url, refused):
                    work.left += 1
                    return
                tries = part.tries(work.seen) + 1
                work.left += tries < _MOST_TRIES
                fingerprint = f"{tries} {fingerprint}"
        work.done[part.key] = fingerprint

    def _page_behind(self, entry: Entry, url: str) -> list[_Item]:
        """What is on the page of an entry, with what only the feed says of it; raises `Refused` and `Stopped`."""
        from wortlaut.intake.web.reading import read_answer

        limit = self._wishes.settings.max_item_bytes
        with self._fetcher.fetch(url, limit=limit) as fetched:
            items = list(read_answer(fetched, Origin(url), self._wishes))
        return [_completed(each, entry) if isinstance(each, Article) and len(items) == 1 else each for each in items]

    def _is_resting(self, url: str) -> bool:
        until = self._resting.get(_host_of(url))
        return until is not None and self._fetcher.clock.now() < until

    def _let_rest(self, url: str, refused: Exception) -> bool:
        """Whether the host wants to be left alone; it is, from now on."""
        from wortlaut.intake.web.answers import Unfetched

        if not (isinstance(refused, Unfetched) and refused.status in _BUSY):
            return False
        self._resting[_host_of(url)] = refused.retry_at or self._fetcher.clock.now() + self._every
        return True


def _completed(article: Article, entry: Entry) -> Article:
    """The article, with what the feed says of it where the page does not."""
    return replace(
        article,
        title=article.title or entry.title,
        author=article.author or entry.author,
        source=article.source or entry.source,
        published=article.published or entry.published,
        published_at=article.published_at or (None if article.published else entry.published_at),
    )


def _host_of(url: str) -> str:
    from urllib.parse import urlsplit

    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _new_in(feed: Feed, seen: Mapping[str, str]) -> list[_Part]:
    """What was not dealt with yet, the oldest entries first, what is taken back last.

    Feeds mostly have the newest first; but what came last into the record is the current version of an article.
    """
    entries = list(reversed(feed.entries))
    entries.sort(key=_published)
    parts = [*map(_part_of, feed.problems), *map(_part_of_entry, entries), *map(_part_of, feed.withdrawn)]
    return list({part.key: part for part in parts if not part.is_dealt_with(seen)}.values())


def _part_of(what: Rejected | Withdrawn) -> _Part:
    if isinstance(what, Withdrawn):
        return _Part(f"withdrawn {what.article}", _digest(what.why, what.at, what.revision), what)
    return _Part(f"problem {_digest(what.reason)}", "", what)


def _part_of_entry(entry: Entry) -> _Part:
    body = None if entry.body is None else entry.body.text
    fingerprint = _digest(entry.title, entry.published_at or entry.published, entry.updated_at, entry.url, body)
    return _Part(f"entry {entry.id or entry.url or entry.article}", fingerprint, entry)


def _published(entry: Entry) -> float:
    """When the entry was published, in seconds; 0 where it does not say."""
    if entry.published_at is not None:
        return entry.published_at.timestamp()
    if entry.published is None:
        return 0.0
    return datetime.combine(entry.published, time(), UTC).timestamp()


def _digest(*parts: object) -> str:
    return blake2b(repr(tuple(map(str, parts))).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
