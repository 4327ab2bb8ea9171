"""Packed bytes to unpacked ones, never more than a piece at a time, within the budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wortlaut.intake.budget import Budget, is_bomb
from wortlaut.intake.packing.member import Damaged, Member, Packing
from wortlaut.types import Reason

if TYPE_CHECKING:
    from wortlaut.intake.streams import Stream

__all__ = ["Unpacking"]


class Unpacking:
    """The unpacked bytes of all members that follow each other; a `Readable` that says why it ended."""

    def __init__(self, packing: Packing, packed: Stream, budget: Budget) -> None:
        self._packing = packing
        self._packed = packed
        self._budget = budget
        self._begin = packing.begin(budget.depth)
        self._start = packed.taken
        self._member: Member | None = None
        self._given = 0
        self._own_damage: Reason | None = None

    @property
    def damage(self) -> Reason | None:
        """Why the bytes end where they end, or None where the data do."""
        return self._packed.damage or self._own_damage

    def read(self, size: int, /) -> bytes:
        """The next bytes, about `size` at most; empty at the end."""
        while self._own_damage is None:
            try:
                piece = self._next(size)
            except Damaged as damaged:
                piece = damaged.saved
                self._fail(f"packed_{damaged.cause}", size=self._given + len(piece))
            if piece is None:
                break
            self._given += len(piece)
            # In its order: each layer's own bound comes before that of the whole, whose message names no packing.
            if is_bomb(self._given, self._packed.taken - self._start) or not self._budget.spend(len(piece)):
                self._fail("packed_bomb", size=self._given)
            elif piece:
                return piece
        return b""

    def _next(self, size: int) -> bytes | None:
        """The next bytes (perhaps none yet), or None at the end; raises `Damaged`."""
        if self._member is None or self._member.is_done:
            self._member = self._begin(self._packed)
            if self._member is None:
                return None
        packed = self._packed.peek(self._packing.piece)
        unpacked, used = self._member.unpack(packed, size)
        self._packed.skip(used)
        if not packed and not unpacked and not self._member.is_done:
            raise Damaged(cause="truncated")
        return unpacked

    def _fail(self, code: str, *, size: int) -> None:
        self._own_damage = Reason(code, (("kind", self._packing.name), ("size", str(size))))
