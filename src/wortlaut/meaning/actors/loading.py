"""The list read: the shipped one, and folders of a user's own over it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar, cast

from wortlaut.errors import InputError
from wortlaut.meaning.actors.columns import SCHEMA
from wortlaut.meaning.actors.lookup import Actors
from wortlaut.meaning.actors.merging import merge
from wortlaut.meaning.actors.tables import Fault, Table, read_table

__all__ = ["folders_in_use", "in_use", "load", "remembered", "shipped", "use"]

Function = TypeVar("Function", bound=Callable[..., Any])


class _Choice:
    """The folders that are read over the shipped list in this process, and what is to be forgotten when they change."""

    folders: tuple[Path, ...] = ()
    forgetting: list[Callable[[], None]] = []  # noqa: RUF012  of the class, as there is one of it


@cache
def shipped() -> Actors:
    """The list that is shipped, read once; its files are free of faults."""
    return load()


def in_use() -> Actors:
    """The list that this process goes by: the shipped one, with the folders of `use` over it."""
    return _loaded(_Choice.folders)


def folders_in_use() -> tuple[Path, ...]:
    """The folders that are read over the shipped list in this process."""
    return _Choice.folders


def use(*folders: Path) -> Actors:
    """The list that this process goes by from now on: the shipped one with these folders over it.

    Raises `InputError` where a folder cannot be read; then nothing changes.
    """
    actors = _loaded(folders)
    if folders != _Choice.folders:
        _Choice.folders = folders
        for forget in _Choice.forgetting:
            forget()
    return actors


def remembered(maxsize: int) -> Callable[[Function], Function]:
    """A decorator that remembers what a function gave, until another list is in use.

    For functions that ask `in_use`, or others that do.
    """

    def decorated(function: Function) -> Function:
        kept: Any = lru_cache(maxsize=maxsize)(function)
        _Choice.forgetting.append(kept.cache_clear)
        return cast("Function", kept)

    return decorated


@lru_cache(maxsize=4)
def _loaded(folders: tuple[Path, ...]) -> Actors:
    return load(*folders) if folders else shipped()


def load(*folders: Path, over_shipped: bool = True) -> Actors:
    """The shipped list with the folders' files over it, later folders over earlier ones.

    A folder has any of the files of `SCHEMA`. A row with a fault is refused and told in `Actors.faults`; its neighbours
    are kept. `over_shipped=False` begins with nothing. Raises `InputError` where a folder cannot be read.
    """
    layers: list[Mapping[str, Table]] = [_shipped_tables()] if over_shipped else []
    layers += map(_tables_of, folders)
    return Actors(merge(layers))


def _shipped_tables() -> dict[str, Table]:
    folder = files(__package__)
    return {name: read_table(name, (folder / name).read_text(encoding="utf-8")) for name in SCHEMA}


def _tables_of(folder: Path) -> dict[str, Table]:
    """The tables of a user's folder, named in faults with their path."""
    if not folder.is_dir():
        raise InputError(f"{folder} is no folder. Name one that has files such as persons.tsv and terms.tsv.")
    tables = {}
    for name in SCHEMA:
        path = folder / name
        if path.exists():
            tables[name] = _read(path, name)
    if not tables:
        raise InputError(f"{folder} has none of the files {', '.join(SCHEMA)}.")
    return tables


def _read(path: Path, name: str) -> Table:
    try:
        content = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        fault = Fault(str(path), 1, "", "", f"is not UTF-8: {error.reason} at byte {error.start}")
        return Table(str(path), faults=[fault])
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.") from error
    table = read_table(name, content)
    return Table(str(path), table.rows, list(_named(table.faults, path)))


def _named(faults: Iterable[Fault], path: Path) -> Iterable[Fault]:
    for fault in faults:
        yield Fault(str(path), fault.line, fault.column, fault.value, fault.reason)
