"""The errors that wortlaut raises, all below one base class.

::

    WortlautError
    ├── InputError            a path, pattern or option that cannot be used
    │   ├── NothingToRead     no file matches
    │   └── FieldMapError     `--map` names an unknown target or is malformed
    ├── ReaderError           the reader cannot be loaded or run
    │   ├── UnknownReader     no reader of that name is installed
    │   └── WeightsDamaged    the shipped weights do not have their digest
    └── RecordError           the record file cannot be used
        ├── RecordMissing     no file there, and the verb does not make one
        ├── RecordForeign     the file is no wortlaut record
        ├── RecordNewer       written by a newer version of the program
        ├── RecordDamaged     SQLite or a check finds the file damaged
        ├── RecordReadOnly    the file or folder cannot be written
        ├── RecordBusy        another process holds the file
        └── NotInRecord       no article or statement of that id

An item that cannot be taken in is no error but a value: `wortlaut.types.Rejected`.
"""

__all__ = [
    "FieldMapError",
    "InputError",
    "NotInRecord",
    "NothingToRead",
    "ReaderError",
    "RecordBusy",
    "RecordDamaged",
    "RecordError",
    "RecordForeign",
    "RecordMissing",
    "RecordNewer",
    "RecordReadOnly",
    "UnknownReader",
    "WeightsDamaged",
    "WortlautError",
]


class WortlautError(Exception):
    """Base of every error raised by wortlaut; its text says what was wrong, where, and what to do."""


class InputError(WortlautError):
    """A path, pattern or option cannot be used."""


class NothingToRead(InputError):
    """No file matches what was asked for."""


class FieldMapError(InputError):
    """A field mapping names an unknown target or is malformed."""


class ReaderError(WortlautError):
    """The reader cannot be loaded or run."""


class UnknownReader(ReaderError):
    """No reader of that name is installed."""


class WeightsDamaged(ReaderError):
    """The shipped weights do not have the digest that was recorded for them."""


class RecordError(WortlautError):
    """The record file cannot be used."""


class RecordMissing(RecordError):
    """There is no record file at that path."""


class RecordForeign(RecordError):
    """The file is not a wortlaut record."""


class RecordNewer(RecordError):
    """The record was written by a newer version of the program."""


class RecordDamaged(RecordError):
    """The record file is damaged."""


class RecordReadOnly(RecordError):
    """The record file or its folder cannot be written."""


class RecordBusy(RecordError):
    """Another process holds the record file."""


class NotInRecord(RecordError):
    """The record has no article or statement of that id."""
