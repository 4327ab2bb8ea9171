"""What the exit status says; documented in `--help` and in `docs/commands.md`."""

from enum import IntEnum

from wortlaut.errors import (
    DecisionImpossible,
    EditConflict,
    InputError,
    NameTaken,
    ReaderError,
    RecordError,
    WortlautError,
)

__all__ = ["Status", "status_of"]


class Status(IntEnum):
    """The exit status of the program."""

    FINE = 0
    FOUND = 1  # some items were rejected, or `verify` found problems
    USAGE = 2  # the call, a path, a setting or a decision cannot be used
    RECORD = 3
    READER = 4
    OUTPUT = 5  # what was asked for cannot be written
    CONFLICT = 6  # somebody else decided meanwhile
    INTERNAL = 70  # a fault of the program; as in sysexits.h
    INTERRUPTED = 130  # as shells report SIGINT
    PIPE_CLOSED = 141  # as shells report SIGPIPE


# The first that fits.
_BY_ERROR = (
    (InputError, Status.USAGE),
    (DecisionImpossible, Status.USAGE),
    (NameTaken, Status.USAGE),
    (EditConflict, Status.CONFLICT),
    (RecordError, Status.RECORD),
    (ReaderError, Status.READER),
)


def status_of(error: WortlautError) -> Status:
    """The exit status that tells of `error`."""
    return next((status for kind, status in _BY_ERROR if isinstance(error, kind)), Status.INTERNAL)
