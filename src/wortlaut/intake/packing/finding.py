"""Which packing bytes have, by their content, and their unpacked bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wortlaut.intake.budget import Budget
from wortlaut.intake.kinds import is_text, kind_of
from wortlaut.intake.packing import brotli, bzip2, gzip, xz, zstd
from wortlaut.intake.packing.member import Packing
from wortlaut.intake.packing.unpacking import Unpacking
from wortlaut.types import Reason

if TYPE_CHECKING:
    from wortlaut.intake.streams import Stream

__all__ = ["is_brotli", "packing_named", "unpacked"]

_BY_SIGNATURE = (gzip.PACKING, bzip2.PACKING, xz.PACKING, zstd.PACKING)
_NAMES = {"gzip": gzip.PACKING, "x-gzip": gzip.PACKING, "br": brotli.PACKING, "zstd": zstd.PACKING}
_ENDINGS = (".gz", ".bz2", ".xz", ".zst", ".br")
_LOOKED_AT = 2**12
# Random bytes go through Brotli's decoder now and then; but what they give is no text of this length.
_LEAST_TEXT = 32


def packing_named(coding: str) -> Packing | None:
    """The packing that HTTP calls `coding`, None where there is none of the name."""
    return _NAMES.get(coding)


def unpacked(stream: Stream, budget: Budget, name: str) -> Stream:
    """The bytes of `stream`, unpacked where they are packed (also several times); `name` is that of the file."""
    from wortlaut.intake.streams import Stream

    name = name.lower()
    while (packing := _packing_of(stream, name)) is not None:
        budget = budget.deeper()
        if budget.too_deep is not None:
            return Stream(_Nothing(budget.too_deep))
        stream = Stream(Unpacking(packing, stream, budget), layers=stream.layers + 1)
        name = name[: name.rindex(".")] if name.endswith(_ENDINGS) else name
    return stream


def _packing_of(stream: Stream, name: str) -> Packing | None:
    head = stream.peek(16)
    found = next((each for each in _BY_SIGNATURE if each.fits(head)), None)
    if found is None and head and is_brotli(stream.peek(_LOOKED_AT), named=name.endswith(".br")):
        return brotli.PACKING
    return found


def is_brotli(head: bytes, *, named: bool) -> bool:
    """Whether `head` is Brotli; where nothing but the bytes says so, only what is nothing else is tried."""
    if kind_of(head) is not None or (is_text(head) and not named):
        return False
    found = brotli.first_unpacked(head, _LOOKED_AT)
    if named:
        return not is_text(head) or (found is not None and (is_text(found) or not _is_utf_8(head)))
    return found is not None and len(found) >= _LEAST_TEXT and is_text(found) and _is_utf_8(found)


def _is_utf_8(found: bytes) -> bool:
    """Whether bytes that may be cut off are UTF-8."""
    text = found.decode("utf-8", "replace").rstrip("\ufffd")
    return "\ufffd" not in text


class _Nothing:
    """No bytes, for that reason."""

    def __init__(self, damage: Reason) -> None:
        self.damage = damage

    def read(self, _size: int, /) -> bytes:
        """No bytes."""
        return b""
