"""The errors that wortlaut raises, all below one base class.

::

    WortlautError
    ├── InputError            a path, pattern or option that cannot be used
    │   ├── NothingToRead     no file matches
    │   ├── CodebookBroken    a codebook with all that is wrong in it
    │   ├── FieldMapError     `--map` names an unknown target or is malformed
    │   ├── NotComparable     codings that cannot be set side by side
    │   └── NotInText         words that do not stand in the article, or more than once
    ├── ReaderError           the reader cannot be loaded or run
    │   ├── ContractBroken    the reader gave what no reader may give
    │   ├── UnknownReader     no reader of that name is installed
    │   └── WeightsDamaged    the shipped weights do not have their digest
    └── RecordError           the record file cannot be used
        ├── RecordMissing     no file there, and the verb does not make one
        ├── RecordForeign     the file is no wortlaut record
        ├── RecordNewer       written by a newer version of the program
        ├── RecordDamaged     SQLite or a check finds the file damaged
        ├── RecordReadOnly    the file or folder cannot be written
        ├── RecordFull        no room is left on the disk
        ├── RecordBusy        another process holds the file
        ├── NotInRecord       no article, statement, entry, saved search or feed so named
        ├── NameTaken         another saved search has that name
        └── DecisionError     what a person decided cannot be taken in
            ├── DecisionImpossible  no statement can be so
            └── EditConflict        the statement is not as the editor saw it

An item that cannot be taken in is no error but a value: `wortlaut.types.Rejected`.

An error is raised with the code of its message and the values to put in, `RecordMissing("record_missing", path=path)`;
`wortlaut.error_texts` has the texts in English and German.
"""

from __future__ import annotations

from collections.abc import Sequence

from wortlaut.error_texts import MESSAGES

__all__ = [
    "MESSAGES",
    "CodebookBroken",
    "ContractBroken",
    "DecisionError",
    "DecisionImpossible",
    "EditConflict",
    "FieldMapError",
    "InputError",
    "NameTaken",
    "NotComparable",
    "NotInRecord",
    "NotInText",
    "NothingToRead",
    "ReaderError",
    "RecordBusy",
    "RecordDamaged",
    "RecordError",
    "RecordForeign",
    "RecordFull",
    "RecordMissing",
    "RecordNewer",
    "RecordReadOnly",
    "UnknownReader",
    "WeightsDamaged",
    "WortlautError",
]

_FAULTS = 20  # of a codebook that are told


class WortlautError(Exception):
    """Base of every error raised by wortlaut; its text says what was wrong, where, and what to do.

    `code` names a text in `MESSAGES`; a string that is no code there is taken as the text itself.
    """

    def __init__(self, code: str, /, **values: object) -> None:
        self.code = code
        self.values = values
        super().__init__(self.text())

    def text(self, language: str = "en") -> str:
        """The message in `language` (`en` or `de`)."""
        message = MESSAGES.get(self.code)
        return self.code if message is None else message.text(language, self.values)

    def lines(self, language: str = "en") -> list[str]:
        """The message line by line: one for each of several faults."""
        return [self.text(language)]


class InputError(WortlautError):
    """A path, pattern or option cannot be used."""


class NothingToRead(InputError):
    """No file matches what was asked for."""


class CodebookBroken(InputError):
    """A codebook cannot be used; `faults` are all that is wrong in it, each with its place."""

    def __init__(self, faults: Sequence[InputError]) -> None:
        self.faults = tuple(faults)
        super().__init__("codebook_broken")

    def __reduce__(self) -> tuple[type[CodebookBroken], tuple[tuple[InputError, ...]]]:
        return CodebookBroken, (self.faults,)

    def text(self, language: str = "en") -> str:
        """All faults, one a line, the first ones where they are many."""
        return "\n".join(self.lines(language))

    def lines(self, language: str = "en") -> list[str]:
        """All faults, the first ones where they are many."""
        told = [each.text(language) for each in self.faults[:_FAULTS]]
        if len(self.faults) > _FAULTS:
            told.append(MESSAGES["codebook_more_faults"].text(language, {"count": len(self.faults) - _FAULTS}))
        return told


class FieldMapError(InputError):
    """A field mapping names an unknown target or is malformed."""


class NotComparable(InputError):
    """Codings of several readers cannot be set side by side."""


class NotInText(InputError):
    """Words do not stand in the article's text, or more than once."""


class ReaderError(WortlautError):
    """The reader cannot be loaded or run."""


class ContractBroken(ReaderError):
    """A reader gave what no reader may give; `wortlaut.reading.contract` says what that is."""


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


class RecordFull(RecordError):
    """There is no room left for the record file to grow."""


class RecordBusy(RecordError):
    """Another process holds the record file."""


class NameTaken(RecordError):
    """Another saved search of the record has that name."""


class NotInRecord(RecordError):
    """The record has no article, statement, entry, saved search or feed of that name."""


class DecisionError(RecordError):
    """What a person decided cannot be taken in; nothing was changed."""


class DecisionImpossible(DecisionError):
    """No statement can be as it was decided."""


class EditConflict(DecisionError):
    """The statement is not any more as the editor saw it."""
