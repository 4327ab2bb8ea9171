"""Files of the old Office programs (OLE), and new ones that are locked with a password: refused, with what to do."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from wortlaut.intake.form import Form, Item, Source
from wortlaut.intake.reasons import Refused, reject

__all__ = ["FORM"]

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOOKED_AT = 16 * 2**20  # the names of what is in the file may stand anywhere
# What stands in the list of what is in a file, what that is, what it can be saved as, and endings of names: the list
# can be cut off, or lie behind what is looked at.
_LOCKED = "EncryptedPackage"
_KINDS = (
    ("WordDocument", "DOC (Word)", "DOCX", (".doc", ".dot")),
    ("Workbook", "XLS (Excel)", "XLSX", (".xls", ".xlt")),
    ("PowerPoint Document", "PPT (PowerPoint)", "PDF", (".ppt", ".pps")),
    ("__properties_version1.0", "MSG (Outlook)", "EML", (".msg",)),
)


def _fits(source: Source) -> bool:
    return source.head.startswith(_SIGNATURE)


def _read(source: Source) -> Iterator[Item]:
    octets = source.stream.take(_LOOKED_AT)
    if _LOCKED.encode("utf-16-le") in octets:
        raise Refused("document_locked")
    listed = (each for each in _KINDS if each[0].encode("utf-16-le") in octets)
    named = (each for each in _KINDS if source.name.endswith(each[3]))
    _, kind, new, _ = next(chain(listed, named), ("", "OLE", "DOCX, XLSX, PDF, EML", ()))
    yield reject(Refused("document_old", kind=kind, new=new).why, source.origin)


FORM = Form("ole", _fits, _read, (), is_text=False)
