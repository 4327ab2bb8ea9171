"""The record: the only database code. One SQLite file keeps what came in, what was found in it, and finds it again.

`Record` loads SQLAlchemy when it is first used, so that importing this package costs nothing.
"""

from typing import TYPE_CHECKING, Any

from wortlaut.record.contents import (
    Coder,
    EventFilters,
    Filters,
    Kept,
    KeptCategory,
    KeptCodebook,
    Language,
    Meaning,
    Meant,
    Sort,
    ToKeep,
)
from wortlaut.record.cursors import Cursor, Total
from wortlaut.record.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from wortlaut.record.record import Record

__all__ = [
    "Coder",
    "Cursor",
    "EventFilters",
    "Filters",
    "Kept",
    "KeptCategory",
    "KeptCodebook",
    "Language",
    "Meaning",
    "Meant",
    "Problem",
    "ProblemKind",
    "Record",
    "Sort",
    "ToKeep",
    "Total",
]


def __getattr__(name: str) -> Any:
    if name == "Record":
        from wortlaut.record.record import Record

        return Record
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
