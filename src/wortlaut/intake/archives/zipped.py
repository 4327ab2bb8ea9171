"""ZIP archives by the names of their members, for forms that are such an archive: DOCX, XLSX, WACZ."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from weakref import WeakKeyDictionary

from wortlaut.intake.archives.directory import Directory, Entry, directory_of, local_entry
from wortlaut.intake.archives.members import open_member
from wortlaut.intake.form import Source
from wortlaut.intake.reasons import Refused
from wortlaut.intake.seeking import Reach
from wortlaut.intake.streams import Stream

__all__ = ["Zipped", "check_directory", "has_directory", "is_zip", "member_names", "open_zip"]

_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")  # a member; the end of an archive without any
_SPLIT = (b"PK\x07\x08", b"PK00")  # stand before the first member in archives that were or could have been split
_MOST_NAMES = 20_000  # of a document; the largest workbooks have some hundreds
_NAMES: WeakKeyDictionary[Stream, frozenset[str]] = WeakKeyDictionary()


def is_zip(source: Source) -> bool:
    """Whether the file begins as ZIP archives do."""
    head = source.head
    return head.startswith(_SIGNATURES) or (head.startswith(_SPLIT) and head[4:8] == _SIGNATURES[0])


def has_directory(source: Source) -> bool:
    """Whether the ZIP archive has the list of its members at its end; it has none where it is cut off."""
    try:
        return directory_of(source.stream.reach(source.wishes.settings.max_file_bytes)) is not None
    except Refused:
        return False


def member_names(source: Source) -> frozenset[str]:
    """The names of the first 20,000 members; none where the file is no ZIP archive, or cannot be held.

    Cheap enough for `Form.fits`: what is no ZIP archive is told by its first bytes, and the names are kept. Of an
    archive that is cut off, they are those that stand before the members.
    """
    if not is_zip(source):
        return frozenset()
    found = _NAMES.get(source.stream)
    if found is None:
        found = _NAMES[source.stream] = _names(source)
    return found


def _names(source: Source) -> frozenset[str]:
    try:
        reach = source.stream.reach(source.wishes.settings.max_file_bytes)
    except Refused:
        return frozenset()
    directory = directory_of(reach)
    entries = _local_entries(reach) if directory is None else list(islice(directory.entries(), _MOST_NAMES))
    return frozenset(entry.name for entry in entries)


def _local_entries(reach: Reach) -> list[Entry]:
    """The members that seem to begin in the first part of an archive without a directory."""
    head = reach.read_at(0, 2**22)
    found: list[Entry] = []
    at = head.find(_SIGNATURES[0])
    while at >= 0 and len(found) < _MOST_NAMES:
        entry = local_entry(reach, at)
        if entry is not None:
            found.append(entry)
        at = head.find(_SIGNATURES[0], at + 4)
    return found


@dataclass(frozen=True, slots=True)
class Zipped:
    """A ZIP archive whose members are read by name; what they unpack to is taken from the budget of the file."""

    names: tuple[str, ...]  # in the order of the directory
    _source: Source
    _reach: Reach
    _entries: dict[str, Entry] = field(repr=False)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def open(self, name: str) -> Stream:
        """The bytes of a member; raises `Refused` where it is not there or cannot be unpacked.

        They may end early: `Stream.damage` then says why.
        """
        entry = self._entries.get(name)
        if entry is None:
            raise Refused("part_missing", name=name)
        self._source.budget.count_member(self._source.wishes.settings.max_members)
        return open_member(self._reach, entry, self._source.budget).stream

    def read(self, name: str, limit: int) -> bytes:
        """All bytes of a member, at most `limit`; raises `Refused` where they are more, or damaged."""
        stream = self.open(name)
        octets = stream.take(limit + 1)
        if len(octets) > limit:
            raise Refused("part_too_large", name=name, limit=limit)
        if stream.damage is not None:
            raise Refused.of(stream.damage)
        return octets


def open_zip(source: Source) -> Zipped:
    """The archive that the file is; raises `Refused` where it is cut off or damaged, or has impossible members."""
    reach = source.stream.reach(source.wishes.settings.max_file_bytes)
    directory = directory_of(reach)
    if directory is None:
        raise Refused("zip_truncated", size=reach.size)
    check_directory(directory)
    entries = list(islice(directory.entries(), _MOST_NAMES + 1))
    if len(entries) > _MOST_NAMES:
        raise Refused("too_many_parts", limit=_MOST_NAMES)
    return Zipped(tuple(entry.name for entry in entries), source, reach, {entry.name: entry for entry in entries})


def check_directory(directory: Directory) -> None:
    """None where the directory is whole; raises `Refused` where it is damaged or members lie over each other."""
    count, over = directory.faults()
    if over:
        raise Refused("zip_overlap", count=len(over))
    if count & 0xFFFF != directory.count & 0xFFFF:
        raise Refused("zip_damaged", count=count)
