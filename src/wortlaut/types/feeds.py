"""Feeds that are followed, as the record remembers them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

__all__ = ["FeedState", "FeedStatus"]

FeedStatus = Literal["active", "gone"]


@dataclass(frozen=True, slots=True)
class FeedState:
    """How things stand with a feed: what its server said last, and when it is to be asked again."""

    address: str  # as the user named it
    etag: str | None = None
    last_modified: str | None = None  # as the server wrote it
    checked_at: datetime | None = None  # with its zone; None before the first time
    due_at: datetime | None = None  # with its zone; None for at once
    failures: int = 0  # in a row
    status: FeedStatus = "active"
    moved_to: str | None = None  # where it is asked for by now, after a move that is for good
    title: str | None = None
