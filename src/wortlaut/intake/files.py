"""The files that paths, folders and patterns name, in a fixed order."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from wortlaut.errors import NothingToRead
from wortlaut.intake.reasons import Refused, reject
from wortlaut.intake.streams import problem_of
from wortlaut.types import Origin, Rejected

__all__ = ["STANDARD_INPUT", "check_paths", "find_files", "open_file", "shown"]

STANDARD_INPUT = "-"
_NAMED = 5  # paths that a message names at most
# An address as people write it down; with other ends of names than these, it is more likely the name of a file.
_BARE_ADDRESS = re.compile(
    r"(?:www\.[\w.-]+|[\w-]+(?:\.[\w-]+)*\.(?:at|biz|ch|com|de|eu|info|li|lu|net|news|online|org|tv))(?::\d+)?(?:[/?]|$)",
    re.IGNORECASE,
)


def shown(path: str) -> str:
    """The path as text; bytes in it that are no UTF-8 are shown as U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def check_paths(paths: Sequence[str]) -> None:
    """None where some path leads to something; raises `NothingToRead` where none does."""
    if any(_is_one_file(path) or next(_found(path), None) is not None for path in paths):
        return
    if len(paths) == 1:
        raise NothingToRead(_why_nothing(paths[0]), path=shown(paths[0]))
    named = ", ".join(shown(path) for path in paths[:_NAMED])
    raise NothingToRead("paths_missing", paths=named + ", …" * (len(paths) > _NAMED))


def find_files(paths: Sequence[str]) -> Iterator[str | Rejected]:
    """The files in the order of the paths, those of a folder sorted by name; refused is what leads to none.

    Names that begin with a dot are left out in folders and patterns.
    """
    for path in paths:
        if _is_one_file(path):
            yield path
            continue
        nothing = True
        for found in _found(path):
            nothing = False
            yield found
        if nothing:
            yield reject(Refused(_why_nothing(path)).why, Origin(shown(path)))


def _is_one_file(path: str) -> bool:
    """Whether it is standard input, or there is something of that name other than a folder."""
    return path == STANDARD_INPUT or (os.path.lexists(path) and not os.path.isdir(path))


def _found(path: str) -> Iterator[str | Rejected]:
    """What a folder has or a pattern matches."""
    return _below(path) if os.path.isdir(path) else _matching(path)


def _why_nothing(path: str) -> str:
    """The code for a path that leads to no file."""
    if os.path.isdir(path):
        return "folder_empty"
    return "address_bare" if _BARE_ADDRESS.match(path) else "path_missing"


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
