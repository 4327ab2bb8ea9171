"""Files of the old Office programs (OLE), and new ones that are locked with a password: refused, with what to do."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.intake.form import Form, Item, Source
from wortlaut.intake.reasons import Refused, reject

__all__ = ["FORM"]

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOOKED_AT = 16 * 2**20  # the names of what is in the file may stand anywhere
_NAMES = (
    ("EncryptedPackage", ""),
    ("WordDocument", "DOC (Word)"),
    ("Workbook", "XLS (Excel)"),
    ("PowerPoint Document", "PPT (PowerPoint)"),
    ("__properties_version1.0", "MSG (Outlook)"),
)


def _fits(source: Source) -> bool:
    return source.head.startswith(_SIGNATURE)


def _read(source: Source) -> Iterator[Item]:
    octets = source.stream.take(_LOOKED_AT)
    for name, kind in _NAMES:
        if name.encode("utf-16-le") in octets:
            raise Refused("document_old", kind=kind) if kind else Refused("document_locked")
    yield reject(Refused("document_old", kind="OLE").why, source.origin)


FORM = Form("ole", _fits, _read, (), is_text=False)
