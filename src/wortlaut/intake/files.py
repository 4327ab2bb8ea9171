"""The files that paths, folders and patterns name, in a fixed order."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from wortlaut.errors import NothingToRead
from wortlaut.intake.reasons import Refused, reject
from wortlaut.intake.streams import problem_of
from wortlaut.types import Origin, Rejected

__all__ = ["STANDARD_INPUT", "check_paths", "find_files", "open_file", "shown"]

STANDARD_INPUT = "-"


def shown(path: str) -> str:
    """The path as text; bytes in it that are no UTF-8 are shown as U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def check_paths(paths: Sequence[str]) -> None:
    """None where every path leads to something; raises `NothingToRead` naming the first one that does not."""
    for path in paths:
        if path == STANDARD_INPUT or (os.path.lexists(path) and not os.path.isdir(path)):
            continue
        if next(_below(path) if os.path.isdir(path) else _matching(path), None) is None:
            raise NothingToRead("folder_empty" if os.path.isdir(path) else "path_missing", path=shown(path))


def find_files(paths: Sequence[str]) -> Iterator[str | Rejected]:
    """The files in the order of the paths, those of a folder sorted by name; folders that cannot be opened, refused.

    Names that begin with a dot are left out in folders and patterns.
    """
    for path in paths:
        if path == STANDARD_INPUT or (os.path.lexists(path) and not os.path.isdir(path)):
            yield path
        else:
            yield from _below(path) if os.path.isdir(path) else _matching(path)


def _matching(pattern: str) -> Iterator[str | Rejected]:
    for path in sorted(glob.iglob(pattern, recursive=True)):
        if not os.path.isdir(path):
            yield path
        elif not pattern.rstrip("/").endswith("**"):  # else the pattern goes into folders by itself
            yield from _below(path)


def _below(folder: str) -> Iterator[str | Rejected]:
    """The files in a folder, then those of its folders; links to folders are not followed, so that it has an end."""
    try:
        with os.scandir(folder) as entries:
            inside = sorted(
                (entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name
            )
    except OSError as error:
        yield reject(Refused("unreadable", problem=problem_of(error)).why, Origin(shown(folder)))
        return
    folders = [entry for entry in inside if entry.is_dir(follow_symlinks=False)]
    yield from (entry.path for entry in inside if not _is_folder(entry))
    for entry in folders:
        yield from _below(entry.path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether it is a folder or a link to one; a link in a circle is none, and is refused when it is opened."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def open_file(path: str) -> BinaryIO:
    """The file, opened for reading; raises `Refused` for what cannot be read, such as a socket or a folder."""
    try:
        mode = os.stat(path).st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            raise Refused("unreadable", problem="EISDIR" if stat.S_ISDIR(mode) else "special")
        return open(path, "rb", buffering=0)
    except (OSError, ValueError) as error:
        problem = problem_of(error) if isinstance(error, OSError) else str(error)
        raise Refused("unreadable", problem=problem) from error
