"""The program run as people run it: a process of its own, timed from outside."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Took

__all__ = ["Ended", "run"]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended: what it took, and the most memory that it held."""

    took: Took
    mib: float


# A process counts as its own memory what the one that started it held then; so a small one starts and times it.
_STARTER = """
import os, sys, time
begun = time.perf_counter()
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, 1, 0)])
_, status, usage = os.wait4(pid, 0)
took = time.perf_counter() - begun
print(os.waitstatus_to_exitcode(status), took, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
"""


def run(arguments: Sequence[str]) -> Ended:
    """Run `wortlaut` with `arguments`, its output thrown away; raises `RuntimeError` where it does not end well."""
    program = str(Path(sys.executable).with_name("wortlaut"))
    starter = [sys.executable, "-I", "-S", "-c", _STARTER, program, *arguments]
    done = subprocess.run(starter, capture_output=True, check=True)
    code, clock, processor, peak = done.stdout.split()
    if int(code):
        raise RuntimeError(f"wortlaut {' '.join(arguments)} ended with {int(code)}: {done.stderr[-500:]!r}")
    return Ended(Took(float(clock), float(processor)), int(peak) / (2**20 if sys.platform == "darwin" else 2**10))
