"""Paths, addresses and standard input to articles."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, BinaryIO

from wortlaut.intake.articles import Wishes
from wortlaut.intake.decoding import encoding_named
from wortlaut.intake.files import STANDARD_INPUT, check_paths, find_files, open_file, shown
from wortlaut.intake.form import Item
from wortlaut.intake.forms import read_stream
from wortlaut.intake.given import Link, Upload, with_facts
from wortlaut.intake.reasons import Refused, reject
from wortlaut.intake.records.fields import field_map as checked_field_map
from wortlaut.intake.streams import Stream
from wortlaut.intake.web.addresses import is_address
from wortlaut.settings import Settings
from wortlaut.types import Origin, Rejected

if TYPE_CHECKING:
    from wortlaut.intake.web.fetching import Fetcher

__all__ = ["read", "read_bytes"]

_NO_FIELDS: Mapping[str, str] = {}


def read(
    paths: Sequence[str | Upload | Link],
    *,
    field_map: Mapping[str, str] = _NO_FIELDS,
    encoding: str | None = None,
    settings: Settings,
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
) -> Iterator[Item]:
    """The articles in files, folders (with all below), patterns, addresses and standard input (`-`), one after another.

    `field_map` says which field of a JSON record, or which column of a table, holds what: `{"text": "story.body"}`;
    names that are not given are found. Raises `NothingToRead` where no path leads to a file, `FieldMapError` and
    `InputError` for options that cannot be, all before the first item. What cannot be read, a path that leads nowhere
    among others, comes as `Rejected` in its place. Without a `fetcher`, one is made when the first address comes: paths
    alone never touch the network. What stands in an `Upload` or a `Link` is never taken for a path.
    """
    wishes = _wishes(field_map, encoding, settings)
    here = [path for path in paths if isinstance(path, str) and not _is_remote(path)]
    if len(here) == len(paths):
        check_paths(here)
    return _read(paths, wishes, stdin, fetcher)


def read_bytes(
    raw: bytes,
    *,
    origin: Origin,
    field_map: Mapping[str, str] = _NO_FIELDS,
    encoding: str | None = None,
    settings: Settings,
) -> Iterator[Item]:
    """The articles in the bytes of one file, which `origin` names; options and refusals as for `read`."""
    wishes = _wishes(field_map, encoding, settings)
    return read_stream(Stream(io.BytesIO(raw)), origin, wishes)


def _wishes(field_map: Mapping[str, str], encoding: str | None, settings: Settings) -> Wishes:
    name = None if encoding is None else encoding_named(encoding)
    return Wishes(settings, checked_field_map(field_map), name)


def _is_remote(path: str) -> bool:
    """Whether it is an address; what lies here by such a name is a file."""
    return is_address(path) and ("\0" in path or not os.path.lexists(path))


def _read(
    paths: Sequence[str | Upload | Link], wishes: Wishes, stdin: BinaryIO | None, fetcher: Fetcher | None
) -> Iterator[Item]:
    for path in paths:
        if isinstance(path, Upload):
            yield from with_facts(_read_file(str(path.path), wishes, name=path.name), path.facts)
            continue
        if isinstance(path, str) and not _is_remote(path):
            yield from _read_here(path, wishes, stdin)
            continue
        from wortlaut.intake.web.fetching import Fetcher
        from wortlaut.intake.web.reading import read_address

        fetcher = fetcher or Fetcher(wishes.settings)
        yield from read_address(shown(path if isinstance(path, str) else path.written), fetcher, wishes)


def _read_here(path: str, wishes: Wishes, stdin: BinaryIO | None) -> Iterator[Item]:
    """What a path leads to on this machine; the network is not touched."""
    for found in find_files([path]):
        if isinstance(found, Rejected):
            yield found
        elif found == STANDARD_INPUT:
            yield from read_stream(Stream(stdin or sys.stdin.buffer), Origin(STANDARD_INPUT), wishes)
        else:
            yield from _read_file(found, wishes)


def _read_file(path: str, wishes: Wishes, *, name: str | None = None) -> Iterator[Item]:
    """What is in a file, which is told of by its path where it has no other name."""
    origin = Origin(shown(path) if name is None else name)
    try:
        file = open_file(path)
    except Refused as refused:
        yield reject(refused.why, origin)
        return
    with file:
        yield from read_stream(Stream(file), origin, wishes)
