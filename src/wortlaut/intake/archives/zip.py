"""ZIP archives: what is in their members, one after another."""

from __future__ import annotations

import stat
from collections.abc import Generator, Iterator

from wortlaut.intake.archives.directory import Directory, Entry, directory_of, local_entry
from wortlaut.intake.archives.members import open_member
from wortlaut.intake.archives.names import LeftOut, check_name, is_hidden, shown_name
from wortlaut.intake.archives.zipped import is_zip, member_names
from wortlaut.intake.form import Form, Item, Source, read_inside
from wortlaut.intake.reasons import Refused, reject
from wortlaut.intake.seeking import Reach
from wortlaut.types import Origin

__all__ = ["FORM"]

# One that lies over another is a slip; many are a bomb that gives the same packed bytes again and again.
_MOST_OVERLAPS = 3
# Documents that are ZIP archives and that no form has claimed: their parts are no articles.
_DOCUMENTS = (
    ("[Content_Types].xml", "Office Open XML (PPTX …)"),
    ("META-INF/container.xml", "EPUB"),
    ("META-INF/manifest.xml", "OpenDocument"),
    ("META-INF/MANIFEST.MF", "Java"),
)
_LOCAL, _SCANNED = b"PK\x03\x04", 2**18
_BEHIND_MEMBERS = (b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x08")


def _read(source: Source) -> Iterator[Item]:
    """What is in the members; raises `Refused`."""
    names = member_names(source)
    for part, kind in _DOCUMENTS:
        if part in names:
            raise Refused("binary", kind=kind)
    reach = source.stream.reach(source.wishes.settings.max_file_bytes)
    left_out = LeftOut()
    directory = directory_of(reach)
    if directory is None:
        yield from _walk(source, reach, left_out)
        why = source.stream.damage or Refused("zip_truncated", size=reach.size).why
        yield reject(why, source.origin)
    else:
        yield from _listed(source, directory, left_out)
    yield from left_out.said(source.origin)


def _listed(source: Source, directory: Directory, left_out: LeftOut) -> Iterator[Item]:
    """What is in the members that the directory names; by their own headers where it is damaged."""
    count, over = directory.faults()
    if len(over) > _MOST_OVERLAPS:
        raise Refused("zip_overlap", count=len(over))
    if count & 0xFFFF != directory.count & 0xFFFF:
        yield from _walk(source, directory.reach, left_out)
        yield reject(Refused("zip_damaged", count=count).why, source.origin)
        return
    if not count:
        raise Refused("archive_empty")
    for number, entry in enumerate(directory.entries()):
        if _is_wanted(source, entry, left_out):
            why = Refused("zip_overlap", count=1) if number in over else None
            yield from _member(source, directory.reach, entry, why)


def _is_wanted(source: Source, entry: Entry, left_out: LeftOut) -> bool:
    """Whether a member is to be read; counts it, and raises `Refused` where there may not be so many."""
    source.budget.count_member(source.wishes.settings.max_members)
    if entry.name.endswith(("/", "\\")) or stat.S_ISDIR(entry.mode) or is_hidden(entry.name):
        return False
    if stat.S_ISLNK(entry.mode):
        left_out.add("links_left_out", entry.name)
    elif not entry.size and (entry.data is None or not entry.is_streamed):
        left_out.add("members_empty", entry.name)
    else:
        return True
    return False


def _member(source: Source, reach: Reach, entry: Entry, why: Refused | None) -> Iterator[Item]:
    """What is in a member; its refusal where that cannot be read, or for the reason that is given."""
    try:
        if why is not None:
            raise why
        check_name(entry.name)
        opened = open_member(reach, entry, source.budget)
    except Refused as refused:
        yield reject(refused.why, Origin(f"{source.origin.path}!/{shown_name(entry.name)}"))
        return
    yield from read_inside(source, opened.stream, shown_name(entry.name))


def _walk(source: Source, reach: Reach, left_out: LeftOut) -> Iterator[Item]:
    """What is in the members of an archive without a directory, each found behind the one before it."""
    at = _next_member(reach, 0)
    while at is not None and (entry := local_entry(reach, at)) is not None and entry.data is not None:
        if entry.is_streamed and not entry.packed:
            end = yield from _streamed(source, reach, entry, left_out)
        else:
            if _is_wanted(source, entry, left_out):
                yield from _member(source, reach, entry, None)
            end = entry.data + entry.packed
        at = _next_member(reach, end)


def _streamed(source: Source, reach: Reach, entry: Entry, left_out: LeftOut) -> Generator[Item, None, int]:
    """What is in a member whose size stands behind it; returns where its packed bytes end."""
    is_wanted = _is_wanted(source, entry, left_out)
    try:
        check_name(entry.name)
        opened = open_member(reach, entry, source.budget)
    except Refused as refused:
        if is_wanted:
            yield reject(refused.why, Origin(f"{source.origin.path}!/{shown_name(entry.name)}"))
        return entry.data or entry.header + 4
    if is_wanted:
        yield from read_inside(source, opened.stream, shown_name(entry.name))
    while opened.stream.skip(2**20):
        pass
    return opened.data + opened.packed.taken


def _next_member(reach: Reach, at: int) -> int | None:
    """Where the next member begins from byte `at` on, None where the directory or the end comes before."""
    while at < reach.size:
        piece = reach.read_at(at, _SCANNED)
        found = piece.find(_LOCAL)
        if piece.startswith(_BEHIND_MEMBERS) or not piece:
            return None
        behind = min((place for place in map(piece.find, _BEHIND_MEMBERS) if place >= 0), default=-1)
        if found >= 0 and (behind < 0 or found < behind):
            return at + found
        if behind >= 0:
            return None
        at += max(1, len(piece) - 3)
    return None


FORM = Form("zip", is_zip, _read, (".zip",), is_text=False)
