"""Time, and who may end a wait: passed in, so that tests need not wait."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from wortlaut.intake.reasons import Refused

__all__ = ["Clock", "Patience", "Stopped", "SystemClock", "never", "pause"]

_SLICE = 0.2  # seconds after which a wait looks whether it is to end


class Stopped(Exception):
    """Somebody asked to end while something was waited for."""


class Clock(Protocol):
    """Tells the time and lets it pass."""

    def monotonic(self) -> float:
        """Seconds from some point on, which never go back."""

    def now(self) -> datetime:
        """The time in UTC."""

    def sleep(self, seconds: float) -> None:
        """Nothing, after so many seconds."""


class SystemClock:
    """The machine's time."""

    def monotonic(self) -> float:
        """As `Clock` has it."""
        return time.monotonic()

    def now(self) -> datetime:
        """As `Clock` has it."""
        return datetime.now(UTC)

    def sleep(self, seconds: float) -> None:
        """As `Clock` has it."""
        time.sleep(seconds)


def never() -> bool:
    """That nobody asks to end."""
    return False


@dataclass(frozen=True, slots=True)
class Patience:
    """How long may be waited: up to a point of the clock, and until somebody asks to end."""

    clock: Clock
    until: float
    seconds: float  # that were allowed in all, for the message
    is_stopped: Callable[[], bool] = never

    def left(self) -> float:
        """The seconds that may be waited before it is to be asked again; raises `Refused` or `Stopped` at the end."""
        if self.is_stopped():
            raise Stopped
        left = self.until - self.clock.monotonic()
        if left <= 0:
            raise Refused("web_timeout", seconds=f"{self.seconds:g}")
        return min(left, _SLICE)

    @staticmethod
    def of(clock: Clock, seconds: float, is_stopped: Callable[[], bool] = never) -> Patience:
        """The patience of so many seconds from now on."""
        return Patience(clock, clock.monotonic() + seconds, seconds, is_stopped)


def pause(clock: Clock, until: float, is_stopped: Callable[[], bool] = never) -> None:
    """None once the clock is at `until`; raises `Stopped` when somebody asks to end."""
    while (left := until - clock.monotonic()) > 0:
        if is_stopped():
            raise Stopped
        clock.sleep(min(left, _SLICE))
