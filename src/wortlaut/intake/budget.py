"""What may be unpacked out of one file: the bound that all which is packed within it shares."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from wortlaut.intake.reasons import Refused
from wortlaut.types import Reason

__all__ = ["MAX_DEPTH", "Budget", "is_bomb"]

# Text seldom shrinks more than tenfold, lists of like records up to 50-fold; a bomb of zeros 1,000-fold.
_RATIO = 200
_HARMLESS = 64 * 2**20  # what unpacks to less is no bomb
# A page packed in a record of a packed web archive in a WACZ in a ZIP lies five deep.
MAX_DEPTH = 6
# What a file in an archive costs besides its bytes: a million of a few bytes each are as much work as a gigabyte.
_MEMBER = 1024


def is_bomb(unpacked: int, packed: int) -> bool:
    """Whether `packed` bytes that gave so many unpacked ones are no honest data."""
    return unpacked > max(_HARMLESS, _RATIO * packed)


class _Outermost(Protocol):
    got: int


@dataclass(slots=True)
class _Account:
    """The one account of a file and all within it."""

    outermost: _Outermost | None = None
    unpacked: int = 0  # at all levels together
    members: int = 0
    is_spent: bool = False


@dataclass(frozen=True, slots=True)
class Budget:
    """What may still be unpacked out of one outermost file, shared by all that is packed within it.

    It is spent when more than 64 MiB, and more than 200 times as many bytes as were got of the outermost file, were
    unpacked at all levels together. Then whatever is packed ends, and its `damage` says why.
    """

    depth: int = 0  # how many packings and archives are around
    _account: _Account = field(default_factory=_Account)

    def deeper(self, levels: int = 1) -> Budget:
        """The budget so many levels further in."""
        return Budget(self.depth + levels, self._account)

    @property
    def too_deep(self) -> Reason | None:
        """Why nothing more may be unpacked at this depth, None where it may."""
        return Reason("nested_too_deep", (("limit", str(MAX_DEPTH)),)) if self.depth > MAX_DEPTH else None

    @property
    def exhausted(self) -> Reason | None:
        """Why nothing more may be unpacked out of this file, None where it may."""
        if not self._account.is_spent:
            return None
        size = str(self._account.unpacked)
        return Reason("archive_bomb", (("ratio", str(_RATIO)), ("size", size)))

    def measure(self, outermost: _Outermost) -> None:
        """None; what is got of that stream is what the budget grows with. The first one counts."""
        if self._account.outermost is None:
            self._account.outermost = outermost

    def spend(self, size: int) -> bool:
        """Whether `size` more bytes may be unpacked."""
        account = self._account
        account.unpacked += size
        got = 0 if account.outermost is None else account.outermost.got
        account.is_spent = account.is_spent or is_bomb(account.unpacked, got)
        return not account.is_spent

    def count_member(self, limit: int) -> None:
        """None where an archive may have one file more; raises `Refused`, also where the budget is spent."""
        self._account.members += 1
        self.spend(_MEMBER)
        if self.exhausted is not None:
            raise Refused.of(self.exhausted)
        if self._account.members > limit:
            raise Refused("too_many_members", limit=limit)
