"""What a packing is: how its data begin, and the way through one packed member."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from wortlaut.intake.streams import Stream

__all__ = ["Buffered", "Damaged", "Member", "Packing", "Step", "once"]


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


_PIECE = 2**9  # what comes out of the piece in which a fault lies is lost: keep it small


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


class _Buffering(Protocol):
    """A decompressor of the standard library that keeps what it was given until it needs more."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class Buffered:
    """One member for such a decompressor: packed bytes count as used when it asks for more, or has ended."""

    def __init__(self, stream: _Buffering) -> None:
        self._stream = stream
        self._held = 0  # packed bytes that it has, and that still stand in front

    @property
    def is_done(self) -> bool:
        """Whether its end was reached."""
        return self._stream.eof

    def step(self, packed: bytes, size: int) -> Step:
        """What the next packed bytes give; raises what the decompressor raises."""
        given = b"" if self._held else packed[:_PIECE]
        self._held = self._held or len(given)
        unpacked = self._stream.decompress(given, size)
        if not self._stream.eof and not self._stream.needs_input:
            return Step(unpacked, 0)
        used = self._held - len(self._stream.unused_data)
        self._held = 0
        return Step(unpacked, used)


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
