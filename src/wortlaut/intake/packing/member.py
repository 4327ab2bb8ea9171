"""What a packing is: how its data begin, and the way through one packed member."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from wortlaut.intake.streams import Stream

__all__ = ["Damaged", "Member", "Packing", "Step", "once"]


class Damaged(Exception):
    """What a member raises where its data are not as they must be.

    `saved` are the bytes that could still be had before that place, `cause` says what is wrong: `damaged`, or `memory`
    where unpacking would take more of it than is allowed.
    """

    def __init__(self, saved: bytes = b"", cause: str = "damaged") -> None:
        super().__init__(cause)
        self.saved = saved
        self.cause = cause


class Step(NamedTuple):
    """What one step gave: unpacked bytes (perhaps none yet), and how many of the packed ones it used."""

    unpacked: bytes
    used: int


class Member(Protocol):
    """One packed member, from its beginning to its end."""

    @property
    def is_done(self) -> bool:
        """Whether its end was reached."""
        ...

    def unpack(self, packed: bytes, size: int) -> Step:
        """What the next packed bytes give, about `size` bytes at most; raises `Damaged`.

        `packed` begins with what the step before did not use, and is empty only where the data end.
        """
        ...


@dataclass(frozen=True, slots=True)
class Packing:
    """A way of packing.

    `fits` tells by the first bytes; `begin` gives a function that starts each member in turn. It may take from the
    stream what stands before the member, and gives None where the data end instead.
    """

    name: str  # as messages have it
    fits: Callable[[bytes], bool]
    begin: Callable[[int], Callable[[Stream], Member | None]]  # of how deep the data lie
    piece: int = 2**14  # packed bytes that a member is given at a time


def once(make: Callable[[Stream, int], Member]) -> Callable[[int], Callable[[Stream], Member | None]]:
    """The `begin` of a packing whose data have one member and nothing behind it."""

    def begin(depth: int) -> Callable[[Stream], Member | None]:
        made: list[Member] = []

        def start(packed: Stream) -> Member | None:
            if made:
                return None
            made.append(make(packed, depth))
            return made[0]

        return start

    return begin
