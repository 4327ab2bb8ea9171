"""Looking after the record itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wortlaut.service.opening import asking

if TYPE_CHECKING:
    from wortlaut.record import Problem
    from wortlaut.settings import Settings

__all__ = ["verify"]


def verify(*, settings: Settings | None = None) -> Iterator[Problem]:
    """Everything that is not as it should be in the record; raises `RecordError` where it cannot be opened."""
    with asking(settings) as record:
        yield from record.verify()
