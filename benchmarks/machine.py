"""What the measurements ran on, and how they are kept to one core."""

import os
import platform
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Machine", "describe", "keep_to_one_core"]

_THREAD_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class Machine:
    """The facts that figures depend on."""

    processor: str
    cores: int
    used: int  # cores that this process may use
    memory_mib: int
    python: str
    system: str
    load: float  # mean number of running processes over the last minute: above `cores`, figures are too low


def keep_to_one_core() -> None:
    """Let this process, its threads and its children run on one core alone; call before anything heavy is imported."""
    for name in _THREAD_VARIABLES:
        os.environ[name] = "1"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def describe() -> Machine:
    """The machine as it is now."""
    return Machine(
        processor=_processor(),
        cores=os.cpu_count() or 1,
        used=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        memory_mib=os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20,
        python=platform.python_version(),
        system=platform.platform(terse=True),
        load=round(os.getloadavg()[0], 2),
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
