"""Writing what was asked for to a file: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from wortlaut.cli.terminal import Terminal
from wortlaut.errors import InputError

__all__ = ["write_whole"]


def write_whole(terminal: Terminal, name: str, texts: Iterable[str], *, record: Path) -> None:
    """Writes `texts` as UTF-8 to the file `name`, or to standard output where that is `-`.

    The file appears only when all is written; what stood there before stays until then. Raises `InputError` where the
    file is the record itself, `OSError` where it cannot be written.
    """
    if name == "-":
        for text in texts:
            terminal.write_data(text)
        return
    path = Path(name)
    if path.exists() and record.exists() and path.samefile(record):
        raise InputError(terminal.texts("usage.over_record", file=name))
    with _errors_naming(name):
        if path.exists() and not path.is_file():  # a device or a pipe cannot be replaced, only written
            with path.open("w", encoding="utf-8", newline="") as file:
                file.writelines(texts)
        else:
            _replace(path.resolve(), texts)


@contextmanager
def _errors_naming(name: str) -> Iterator[None]:
    """A context in which an `OSError` names the file that was asked for: not the draft, nor nothing at all."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, name) from error


def _replace(path: Path, texts: Iterable[str]) -> None:
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(descriptor, "w", encoding="utf-8", newline="") as file:
            file.writelines(texts)
        os.chmod(draft, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        os.replace(draft, path)
    except BaseException:
        os.unlink(draft)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
