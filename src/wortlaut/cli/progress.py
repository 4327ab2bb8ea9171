"""One line on standard error that says how far a long read is; nothing where that is no terminal."""

from __future__ import annotations

import glob
import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wortlaut.cli.numbers import clock, count, decimal, percent
from wortlaut.cli.terminal import Terminal

if TYPE_CHECKING:
    from wortlaut.service import Outcome, Summary
    from wortlaut.types import Origin

__all__ = ["Progress"]

_FIRST_AFTER = 1.0  # seconds: a short read needs no progress
_EVERY = 0.1  # seconds between two lines; more often is not seen
_ERASE = "\r\x1b[K"
_LEAST_SHARE = 0.01  # of all bytes: what is reckoned from less is hours away from the truth
_PACKED = (".gz", ".bz2", ".xz", ".zst", ".br", ".tgz", ".tbz2", ".txz")


class Progress:
    """Shows items, rate and remaining time; whoever prints something else calls `clear` before."""

    def __init__(
        self, terminal: Terminal, paths: Sequence[str], *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._terminal = terminal
        self._clock = clock
        self._active = terminal.moves(terminal.err)
        self._sizes = dict(_sizes(paths)) if self._active and "-" not in paths else {}
        self._total = sum(self._sizes.values())
        self._before = 0  # bytes of the files that are done
        self._path = ""
        self._within = 0  # bytes of the present one
        self._begun = self._shown_at = clock()
        self._visible = False

    def show(self, outcome: Outcome, summary: Summary) -> None:
        """Writes the line anew where it is time to."""
        if not self._active:
            return
        self._go_to(outcome.origin)
        now = self._clock()
        if now - self._begun < _FIRST_AFTER or (now - self._shown_at < _EVERY and self._visible):
            return
        share = (self._before + self._within) / self._total if self._total else 0.0
        self._shown_at = now
        self._write(self._line(summary, now - self._begun, share))

    def _go_to(self, origin: Origin) -> None:
        """Nothing; how much was read until `origin` is then known, of packed files only when they are done."""
        path = origin.path if origin.path in self._sizes else origin.path.partition("!/")[0]
        size = self._sizes.get(path, 0)
        if path != self._path:
            self._before += self._sizes.get(self._path, 0)
            self._path, self._within = path, 0
        if not path.lower().endswith(_PACKED):
            self._within = max(self._within, min(origin.byte, size))

    def clear(self) -> None:
        """Takes the line away."""
        if self._visible:
            self._terminal.err.write(_ERASE)
            self._terminal.err.flush()
            self._visible = False

    def _line(self, summary: Summary, seconds: float, share: float) -> str:
        texts = self._terminal.texts
        language = texts.language
        parts = [
            texts("progress.items", count=count(summary.read, language)),
            texts("progress.item_rate", rate=decimal(summary.read / seconds, language)),
            texts("progress.token_rate", rate=count(round(summary.tokens / seconds), language)),
        ]
        if summary.rejected:
            parts.append(texts("progress.rejected", count=count(summary.rejected, language)))
        if share >= _LEAST_SHARE:
            parts.append(percent(share, language))
            parts.append(texts("progress.left", time=clock(seconds * (1 - share) / share)))
        return " · ".join(parts)

    def _write(self, line: str) -> None:
        width = shutil.get_terminal_size().columns
        self._terminal.out.flush()
        self._terminal.err.write(_ERASE + line[: max(width - 1, 1)])
        self._terminal.err.flush()
        self._visible = True


def _sizes(paths: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Each file that `paths` seem to mean with its bytes: only to reckon the remaining time from."""
    for pattern in paths:
        for name in [pattern] if os.path.exists(pattern) else glob.iglob(pattern, recursive=True):
            path = Path(name)
            for file in path.rglob("*") if path.is_dir() else (path,):
                try:
                    if file.is_file():
                        yield str(file), file.stat().st_size
                except OSError:  # gone or forbidden: the intake will say so
                    continue
