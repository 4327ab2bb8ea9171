"""Where a page of a listing ends, so that the next one begins there, and how much there is altogether."""

import re
from dataclasses import dataclass
from math import isfinite
from typing import Self

from wortlaut.errors import InputError
from wortlaut.record.contents import Sort

__all__ = ["Cursor", "Total"]

_WRITTEN = re.compile(r"([a-z]{1,20})_([0-9]{1,19})_([0-9]{1,19})_(-?[0-9](?:[0-9.e-]{0,30}[0-9])?)")
_LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Cursor:
    """The place behind a statement in the order of `sort`.

    `key` and `value`, its certainty or rank, say where it stood; it need not be there any more. `upto` is the last
    version of an article that was there when the first page was taken; by rank, what came in later stays out, so that
    no page changes the order of the others.
    """

    sort: Sort
    key: int
    upto: int = 0
    value: float = 0.0

    def __str__(self) -> str:
        """How it is written in an address; `parse` reads it."""
        return f"{self.sort}_{self.key}_{self.upto}_{self.value!r}"

    @classmethod
    def parse(cls, written: str) -> Self:
        """The cursor that was written so; raises `InputError`."""
        match = _WRITTEN.fullmatch(written)
        try:
            if match is None:
                raise ValueError
            sort, key, upto, value = match.groups()
            if max(int(key), int(upto)) > _LARGEST or not isfinite(float(value)):
                raise ValueError
            return cls(Sort(sort), int(key), int(upto), float(value))
        except ValueError:
            raise InputError("cursor", cursor=written[:100]) from None


@dataclass(frozen=True, slots=True)
class Total:
    """How many there are; with `at_least` there are more than these, which were all that was counted."""

    number: int
    at_least: bool = False
