import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from wortlaut.errors import NotInRecord, RecordDamaged
from wortlaut.record import ProblemKind, Record
from wortlaut.types import FeedState

ADDRESS = "https://example.org/feed.xml"
NOON = datetime(2026, 3, 1, 12, 0, 0, 250, tzinfo=timezone(timedelta(hours=1)))
STATE = FeedState(
    address=ADDRESS,
    etag='W/"ä-1"',
    last_modified="Sun, 01 Mar 2026 11:00:00 GMT",
    checked_at=NOON,
    due_at=NOON + timedelta(minutes=15),
    failures=2,
    moved_to="https://example.org/neu.xml",
    title="Küstenkurier",
)


def test_a_feed_is_followed_as_it_was_kept(record: Record) -> None:
    assert record.feed(ADDRESS) is None
    record.keep_feed(STATE, {})
    bare = FeedState("https://a.example/feed")
    record.keep_feed(bare, {})
    assert record.feed(ADDRESS) == STATE
    assert record.feeds() == [bare, STATE]


def test_the_last_state_of_a_feed_holds(record: Record) -> None:
    record.keep_feed(STATE, {})
    gone = replace(STATE, status="gone", etag=None, due_at=None, checked_at=datetime(2026, 3, 2, tzinfo=UTC))
    record.keep_feed(gone, {})
    assert record.feeds() == [gone]
    assert list(record.verify()) == []


def test_what_is_seen_is_put_to_what_was_seen(record: Record) -> None:
    record.keep_feed(STATE, {"eins": "01", "zwei": "02"})
    record.keep_feed(STATE, {"zwei": "02b", "drei": "03"})
    record.keep_feed(FeedState("https://a.example/feed"), {"eins": "fremd"})
    assert record.seen_entries(ADDRESS) == {"eins": "01", "zwei": "02b", "drei": "03"}
    assert record.seen_entries("https://nirgends.example/") == {}


def test_nothing_is_left_of_a_feed_that_is_forgotten(record: Record) -> None:
    record.keep_feed(STATE, {"eins": "01"})
    record.forget_feed(ADDRESS)
    assert (record.feeds(), record.seen_entries(ADDRESS)) == ([], {})
    with pytest.raises(NotInRecord, match="follows no feed"):
        record.forget_feed(ADDRESS)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE feed SET etag = 'x'",
        "UPDATE feed SET address = 'https://anders.example/'",
        "UPDATE feed SET due_at = NULL",
        "UPDATE feed SET failures = 3",
        "UPDATE feed SET status = 'gone'",
        "UPDATE feed_entry SET fingerprint = 'x'",
        "UPDATE feed_entry SET entry = 'x'",
    ],
)
def test_a_feed_that_somebody_changed_is_found(record: Record, path: Path, change: str) -> None:
    record.keep_feed(STATE, {"eins": "01"})
    assert list(record.verify()) == []
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(change)
    assert {each.kind for each in record.verify()} == {ProblemKind.FEED}


@pytest.mark.parametrize("change", ["status = 'strange'", "checked_at = '2026-03-01 12:00'"])
def test_a_feed_that_cannot_be_is_damage(record: Record, path: Path, change: str) -> None:
    record.keep_feed(STATE, {})
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE feed SET {change}")
    with pytest.raises(RecordDamaged):
        record.feeds()


def test_a_backup_brings_feeds_back(record: Record, path: Path, tmp_path: Path) -> None:
    record.keep_feed(STATE, {"eins": "01"})
    backup = record.backup(tmp_path / "sicher.db")
    record.forget_feed(ADDRESS)
    record.close()
    Record.restore(backup, path)
    with Record.open(path) as restored:
        assert (restored.feeds(), restored.seen_entries(ADDRESS)) == ([STATE], {"eins": "01"})
