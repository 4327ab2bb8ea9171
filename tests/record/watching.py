"""Seeing, and disturbing, what SQLite does to files: a layer around its own way to the operating system.

It is laid around the SQLite library that Python's `sqlite3` uses, by ctypes, so nothing needs to be installed. Where
that library lies inside of Python and shows none of its functions, `watched` raises `NotWatchable`.
"""

import ctypes
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

__all__ = ["Event", "NotWatchable", "watched"]

_OK = sqlite3.SQLITE_OK
_POINTERS_OF_VFS = "xOpen xDelete xAccess xFullPathname xDlOpen xDlError xDlSym xDlClose xRandomness xSleep"
_MORE_OF_VFS = "xCurrentTime xGetLastError xCurrentTimeInt64 xSetSystemCall xGetSystemCall xNextSystemCall"
_POINTERS_OF_FILE = (
    "xClose xRead xWrite xTruncate xSync xFileSize xLock xUnlock xCheckReservedLock xFileControl xSectorSize "
    "xDeviceCharacteristics xShmMap xShmLock xShmBarrier xShmUnmap xFetch xUnfetch"
)


class NotWatchable(Exception):
    """This Python's SQLite cannot be reached from outside."""


class Event(StrEnum):
    """What SQLite is about to do."""

    WRITE = "write"
    SYNC = "sync"
    TRUNCATE = "truncate"
    DELETE = "delete"


# Is told of every event with the file's name, and says by which of SQLite's codes it is to fail, None where by none.
Watcher = Callable[[Event, str], int | None]


class _Vfs(ctypes.Structure):
    """`sqlite3_vfs` of https://sqlite.org/c3ref/vfs.html."""

    _fields_ = (
        ("iVersion", ctypes.c_int),
        ("szOsFile", ctypes.c_int),
        ("mxPathname", ctypes.c_int),
        ("pNext", ctypes.c_void_p),
        ("zName", ctypes.c_char_p),
        ("pAppData", ctypes.c_void_p),
        *((name, ctypes.c_void_p) for name in f"{_POINTERS_OF_VFS} {_MORE_OF_VFS}".split()),
    )


class _Methods(ctypes.Structure):
    """`sqlite3_io_methods` of https://sqlite.org/c3ref/io_methods.html."""

    _fields_ = (
        ("iVersion", ctypes.c_int),
        *((name, ctypes.c_void_p) for name in _POINTERS_OF_FILE.split()),
    )


class _File(ctypes.Structure):
    _fields_ = (("pMethods", ctypes.POINTER(_Methods)),)


_OPEN = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_DELETE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
_WRITE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_int64)
_TRUNCATE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int64)
_SYNC = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)


def _library() -> ctypes.CDLL:
    module = sys.modules["_sqlite3"]
    library = ctypes.CDLL(getattr(module, "__file__", None))
    try:
        library.sqlite3_libversion.restype = ctypes.c_char_p
        version = library.sqlite3_libversion().decode()
        library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
        library.sqlite3_vfs_find.argtypes = (ctypes.c_char_p,)
        library.sqlite3_vfs_register.argtypes = (ctypes.c_void_p, ctypes.c_int)
        library.sqlite3_vfs_unregister.argtypes = (ctypes.c_void_p,)
    except AttributeError as error:
        raise NotWatchable(f"{module} shows none of SQLite's functions") from error
    if version != sqlite3.sqlite_version:
        raise NotWatchable(f"found SQLite {version}, Python uses {sqlite3.sqlite_version}")
    return library


class _Layer:
    """The layer; it must live as long as any file that was opened through it."""

    def __init__(self, library: ctypes.CDLL, watcher: Watcher) -> None:
        self._watcher = watcher
        self._below = library.sqlite3_vfs_find(None)
        self._names: dict[int, str] = {}
        self._methods: dict[int, _Methods] = {}
        self._kept: list[object] = []  # what C code points to
        below = self._below.contents
        self.vfs = _Vfs.from_buffer_copy(below)
        self.vfs.zName = b"watched"
        self.vfs.pNext = None
        self._real_open = _OPEN(below.xOpen)
        self._real_delete = _DELETE(below.xDelete)
        self.vfs.xOpen = self._pointer(_OPEN(self._open))
        self.vfs.xDelete = self._pointer(_DELETE(self._delete))

    def _pointer(self, function: "ctypes._CFunctionType") -> int | None:
        self._kept.append(function)
        return ctypes.cast(function, ctypes.c_void_p).value

    def _tell(self, event: Event, name: str) -> int:
        return self._watcher(event, name) or _OK

    def _open(self, _vfs: int, name: int, file: int, flags: int, out_flags: int) -> int:
        code: int = self._real_open(ctypes.addressof(self._below.contents), name, file, flags, out_flags)
        if code == _OK:
            self._names[file] = Path(ctypes.string_at(name).decode()).name if name else ""
            opened = ctypes.cast(file, ctypes.POINTER(_File)).contents
            at = ctypes.addressof(opened.pMethods.contents)
            if at not in self._methods:
                self._methods[at] = self._around(opened.pMethods.contents)
            opened.pMethods = ctypes.pointer(self._methods[at])
        return code

    def _delete(self, _vfs: int, name: bytes, sync_folder: int) -> int:
        code = self._tell(Event.DELETE, Path(name.decode()).name)
        return code or int(self._real_delete(ctypes.addressof(self._below.contents), name, sync_folder))

    def _around(self, real: _Methods) -> _Methods:
        """The methods of a file, with those that change anything watched."""
        write, truncate, sync = _WRITE(real.xWrite), _TRUNCATE(real.xTruncate), _SYNC(real.xSync)

        def watched_write(file: int, content: int, amount: int, offset: int) -> int:
            return self._tell(Event.WRITE, self._names[file]) or int(write(file, content, amount, offset))

        def watched_truncate(file: int, size: int) -> int:
            return self._tell(Event.TRUNCATE, self._names[file]) or int(truncate(file, size))

        def watched_sync(file: int, flags: int) -> int:
            return self._tell(Event.SYNC, self._names[file]) or int(sync(file, flags))

        around = _Methods.from_buffer_copy(real)
        around.xWrite = self._pointer(_WRITE(watched_write))
        around.xTruncate = self._pointer(_TRUNCATE(watched_truncate))
        around.xSync = self._pointer(_SYNC(watched_sync))
        return around


@contextmanager
def watched(watcher: Watcher) -> Iterator[None]:
    """A context in which SQLite tells the watcher what it does to the files that it opens; close them within it."""
    library = _library()
    layer = _Layer(library, watcher)
    library.sqlite3_vfs_register(ctypes.byref(layer.vfs), 1)
    try:
        yield
    finally:
        library.sqlite3_vfs_unregister(ctypes.byref(layer.vfs))
