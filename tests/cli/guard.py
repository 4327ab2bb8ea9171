"""A guard against the network that native code cannot pass by: the kernel ends the process at the first socket."""

import ctypes
import os
import struct
import sys

__all__ = ["forbid_sockets"]

# The number of the system call `socket`; seccomp knows system calls by number only.
_SOCKET = {"x86_64": 41, "aarch64": 198}
_SET_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2  # linux/prctl.h
_LOAD, _IF_EQUAL, _RETURN = 0x20, 0x15, 0x06  # linux/bpf_common.h
_KILL_PROCESS, _ALLOW = 0x80000000, 0x7FFF0000  # linux/seccomp.h


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def forbid_sockets() -> bool:
    """Whether from now on any socket ends this process with SIGSYS; False where the kernel offers no such guard."""
    number = _SOCKET.get(os.uname().machine) if sys.platform == "linux" else None
    if number is None:
        return False
    steps = ((_LOAD, 0, 0, 0), (_IF_EQUAL, 0, 1, number), (_RETURN, 0, 0, _KILL_PROCESS), (_RETURN, 0, 0, _ALLOW))
    program = _Program(len(steps), b"".join(struct.pack("=HBBI", *step) for step in steps))
    prctl = ctypes.CDLL(None).prctl
    prctl.argtypes = (ctypes.c_int, *(ctypes.c_ulong,) * 4)
    if prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    return not prctl(_SET_SECCOMP, _FILTER, ctypes.addressof(program), 0, 0)
