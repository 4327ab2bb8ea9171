"""What was sent, until it is read: files in a folder of their own, and the names by which they are told of."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from wortlaut.export.visible import one_line
from wortlaut.intake import Facts, Link, Upload
from wortlaut.intake.facts import sound
from wortlaut.web.imports.job import Kind

__all__ = ["Sent", "sent_addresses", "sent_files", "sent_text", "shown_name"]

_LONGEST = 120  # characters of a name that is told
_END = 20  # of which so many are its end, where the form stands
_NO_NAME = "?"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://|(?:data|file|javascript|mailto):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sent:
    """What is to be read, in order, and the folder in which it lies; whoever is given it removes that."""

    kind: Kind
    sources: tuple[Upload | Link, ...]
    names: tuple[str, ...]
    sizes: tuple[int, ...]
    folder: TemporaryDirectory[str] | None = None

    def remove(self) -> None:
        """Nothing; the files are gone."""
        if self.folder is not None:
            self.folder.cleanup()


def sent_text(text: str, name: str, facts: Facts) -> Sent:
    """A text that was pasted, and what is known of it; `name` says where it came from."""
    # Browsers send all ends of lines as two characters, whatever they were where the text was copied.
    raw = sound(text.replace("\r\n", "\n")).encode("utf-8")
    folder = _folder()
    path = Path(folder.name, "0001")
    path.write_bytes(raw)
    return Sent(Kind.TEXT, (Upload(path, name, facts),), (facts.title or name,), (len(raw),), folder)


def sent_addresses(written: Iterable[str]) -> Sent:
    """Addresses, one after the other, each once; https:// goes in front of what begins as an address does not."""
    names = tuple(dict.fromkeys(each if _SCHEME.match(each) else f"https://{each}" for each in written))
    return Sent(Kind.ADDRESSES, tuple(map(Link, names)), names, (0,) * len(names))


def sent_files(given: Iterable[tuple[str, BinaryIO]]) -> Sent:
    """Files with the names that they had, copied; a name never becomes a path."""
    folder = _folder()
    try:
        uploads = tuple(_copied(given, Path(folder.name)))
    except BaseException:
        folder.cleanup()
        raise
    sizes = tuple(each.path.stat().st_size for each in uploads)
    return Sent(Kind.FILES, uploads, tuple(each.name for each in uploads), sizes, folder)


def shown_name(given: str) -> str:
    """A file's name as it is told: without folders, on one line, without hidden characters, not too long."""
    name = one_line(sound(re.split(r"[/\\]", given)[-1])) or _NO_NAME
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - _END - 1]}…{name[-_END:]}"


def _folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="wortlaut-", ignore_cleanup_errors=True)  # readable by this user alone


def _copied(given: Iterable[tuple[str, BinaryIO]], folder: Path) -> Iterator[Upload]:
    names: set[str] = set()
    for number, (name, file) in enumerate(given, 1):
        path = folder / f"{number:04}"
        with path.open("wb") as target:
            shutil.copyfileobj(file, target)
        yield Upload(path, _apart(shown_name(name), names))


def _apart(name: str, names: set[str]) -> str:
    """The name, with a number where another file has it."""
    stem, dot, ending = name.rpartition(".")
    made, number = name, 1
    while made in names:
        number += 1
        made = f"{stem} ({number}).{ending}" if stem and dot else f"{name} ({number})"
    names.add(made)
    return made
