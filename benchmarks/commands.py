"""The program run as people run it: a process of its own, timed from outside."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from benchmarks.figures import Took

__all__ = ["Ended", "run"]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended: what it took, and the most memory that it held."""

    took: Took
    mib: float


def run(arguments: Sequence[str]) -> Ended:
    """Run `wortlaut` with `arguments`, its output thrown away; raises `RuntimeError` where it does not end well."""
    program = str(Path(sys.executable).with_name("wortlaut"))
    begun = perf_counter()
    process = subprocess.Popen([program, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None  # noqa: S101  # it was asked for
    complaint = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    took = Took(perf_counter() - begun, usage.ru_utime + usage.ru_stime)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode:
        raise RuntimeError(f"wortlaut {' '.join(arguments)} ended with {process.returncode}: {complaint[-500:]!r}")
    return Ended(took, usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10))
