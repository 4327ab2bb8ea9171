"""One long article through the reader: whether time and memory grow with its length, and no faster.

Every length is read in a process of its own, since what a longer article has taken is not given back.
"""

import re
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import cycle
from multiprocessing import get_context
from pathlib import Path
from statistics import median

import numpy as np

from benchmarks.figures import Figure, Took, times
from benchmarks.reading import bare
from wortlaut.language import analyse
from wortlaut.reading import load

__all__ = ["LENGTHS", "exponent", "long", "long_text"]

LENGTHS = (1_250, 2_500, 5_000, 10_000, 20_000)  # words
_WARMING = 200  # words, before anything is measured
_WORD = re.compile(r"\S+")
_STATUS, _FORGET = Path("/proc/self/status"), Path("/proc/self/clear_refs")


@dataclass(frozen=True, slots=True)
class _Read:
    """What the runs took, and how much more memory was held at most than before; `None` where it cannot be told."""

    took: Sequence[Took]
    mib: float | None


def long(texts: Sequence[str], *, reader: str, runs: int, lengths: Sequence[int] = LENGTHS) -> list[Figure]:
    """Seconds and memory for an article of each of `lengths`, put together from `texts`, and how they grow."""
    measured = [_alone(long_text(texts, length), reader, runs) for length in lengths]
    figures = [
        Figure.duration(f"article of {length:,} words", one.took) for length, one in zip(lengths, measured, strict=True)
    ]
    held = [(length, one.mib) for length, one in zip(lengths, measured, strict=True) if one.mib is not None]
    figures += [Figure.least(f"– more memory, {length:,} words", [mib], unit="MiB") for length, mib in held]
    seconds = [median(run.processor for run in one.took) for one in measured]
    grows = exponent(lengths, seconds)
    return [*figures, Figure("time grows with length to the", "power", grows, grows, grows, runs, less_is_better=True)]


def long_text(texts: Sequence[str], words: int) -> str:
    """So many words of `texts`, which are repeated where there are not enough, a blank line between two of them."""
    pieces: list[str] = []
    for text in cycle(text for text in texts if _WORD.search(text)):
        found = list(_WORD.finditer(text))
        if len(found) >= words:
            return "\n\n".join((*pieces, text[: found[words - 1].end()]))
        pieces.append(text)
        words -= len(found)
    raise ValueError("there is not one word to make an article of")


def exponent(lengths: Sequence[int], seconds: Sequence[float]) -> float:
    """The power of the length that the time grows with: 1 is linear, 2 quadratic; the slope of a log–log fit."""
    slope, _ = np.polyfit(np.log(lengths), np.log(seconds), 1)
    return float(slope)


def _alone(text: str, reader: str, runs: int) -> _Read:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(_measured, text, reader, runs).result()


def _measured(text: str, reader: str, runs: int) -> _Read:
    loaded = load(reader, threads=1)

    def read(what: str) -> None:
        loaded.read([bare(0, what)], [analyse(what)])

    read(long_text([text], _WARMING))
    with suppress(OSError):  # so that the peak of loading is not taken for that of reading
        _FORGET.write_text("5", encoding="ascii")
    before = _kib("VmRSS")
    took = times(runs, lambda: read(text))
    most = _kib("VmHWM")
    return _Read(took, None if before is None or most is None else (most - before) / 1024)


def _kib(name: str) -> int | None:
    """A line of what Linux tells about this process; `None` on other systems."""
    with suppress(OSError):
        for line in _STATUS.read_text(encoding="ascii").splitlines():
            if line.startswith(f"{name}:"):
                return int(line.split()[1])
    return None
