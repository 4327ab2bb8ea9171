"""Feeds that are followed: how things stand with each, and what was seen in it."""

from collections.abc import Mapping
from datetime import datetime
from typing import get_args

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from wortlaut.errors import NotInRecord
from wortlaut.record.tables.connected import Connected
from wortlaut.record.tables.rows import AnyRow, Values, moment_of, seal_of
from wortlaut.record.tables.schema import feed, feed_entry
from wortlaut.types import FeedState, FeedStatus

__all__ = ["Following", "entry_seal", "feed_seal"]

_KEY = select(feed.c.key).where(feed.c.address == bindparam("address"))
_PUT_ENTRY = insert_or_update(feed_entry)


class Following(Connected):
    """The feeds that an open record follows."""

    def feed(self, address: str) -> FeedState | None:
        """How things stand with the feed of that address; None where it is not followed."""
        with self._reading() as connection:
            row = connection.execute(select(feed).where(feed.c.address == address)).one_or_none()
            return None if row is None else _state_of(row)

    def feeds(self) -> list[FeedState]:
        """All feeds that are followed, by their addresses."""
        with self._reading() as connection:
            return self._feeds(connection)

    def _feeds(self, connection: Connection) -> list[FeedState]:
        return [_state_of(row) for row in connection.execute(select(feed).order_by(feed.c.address))]

    def seen_entries(self, address: str) -> dict[str, str]:
        """The fingerprints of the entries that were seen in the feed, by their ids; none where it is not followed."""
        query = select(feed_entry.c.entry, feed_entry.c.fingerprint).join(feed).where(feed.c.address == address)
        with self._reading() as connection:
            return {row.entry: row.fingerprint for row in connection.execute(query)}

    def keep_feed(self, state: FeedState, seen: Mapping[str, str]) -> None:
        """Nothing; the feed stands so, and these fingerprints of entries, by their ids, are put to those seen before.

        All of it is on the disk, or nothing.
        """
        with self._writing() as connection:
            key = _put(connection, state)
            rows = [
                {"feed_key": key, "entry": entry, "fingerprint": fingerprint}
                | {"seal": entry_seal(state.address, entry, fingerprint)}
                for entry, fingerprint in seen.items()
            ]
            if rows:
                new = {name: _PUT_ENTRY.excluded[name] for name in ("fingerprint", "seal")}
                put = _PUT_ENTRY.on_conflict_do_update(index_elements=["feed_key", "entry"], set_=new)
                connection.execute(put, rows)

    def forget_feed(self, address: str) -> None:
        """Nothing; the feed is not followed any more, and what was seen in it is forgotten. Raises `NotInRecord`."""
        with self._writing() as connection:
            if connection.execute(delete(feed).where(feed.c.address == address)).rowcount == 0:
                raise NotInRecord("feed_not_in_record", path=self._path, address=address)


def feed_seal(row: AnyRow) -> bytes:
    """The digest of how things stand with a feed, as its row has it."""
    moments = (row.checked_at, row.due_at)
    said = (row.etag, row.last_modified, row.moved_to, row.title)
    return seal_of(row.address, *moments, row.failures, row.status, *said)


def entry_seal(address: str, entry: str, fingerprint: str) -> bytes:
    """The digest of what was seen of an entry of the feed of that address."""
    return seal_of(address, entry, fingerprint)


def _put(connection: Connection, state: FeedState) -> int:
    """The key of the feed, which stands so now."""
    values: Values = {
        "address": state.address,
        "etag": state.etag,
        "last_modified": state.last_modified,
        "checked_at": _written(state.checked_at),
        "due_at": _written(state.due_at),
        "failures": state.failures,
        "status": state.status,
        "moved_to": state.moved_to,
        "title": state.title,
        "seal": b"",
    }
    key: int | None = connection.execute(_KEY, {"address": state.address}).scalar_one_or_none()
    if key is None:
        key = connection.execute(select(func.coalesce(func.max(feed.c.key), 0) + 1)).scalar_one()
        connection.execute(insert(feed), values | {"key": key})
    else:
        connection.execute(update(feed).where(feed.c.key == key).values(values))
    row = connection.execute(select(feed).where(feed.c.key == key)).one()
    connection.execute(update(feed).where(feed.c.key == key).values(seal=feed_seal(row)))
    return key


def _state_of(row: AnyRow) -> FeedState:
    """The feed of a row; raises `ValueError` where it is not as this program writes it."""
    if row.status not in get_args(FeedStatus):
        raise ValueError(f"feed {row.address} cannot be {row.status!r}")
    return FeedState(
        address=row.address,
        etag=row.etag,
        last_modified=row.last_modified,
        checked_at=moment_of(row.checked_at),
        due_at=moment_of(row.due_at),
        failures=row.failures,
        status=row.status,
        moved_to=row.moved_to,
        title=row.title,
    )


def _written(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
