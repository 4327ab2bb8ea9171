"""Files of the old Office programs are refused with what they can be saved as."""

import pytest

from tests.intake.maps import taken
from wortlaut.intake import message
from wortlaut.types import Reason, Rejected

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refused(raw: bytes, path: str = "x") -> Rejected:
    (item,) = taken(raw, path)
    assert isinstance(item, Rejected)
    return item


@pytest.mark.parametrize(
    ("listed", "path", "kind", "new"),
    [
        ("WordDocument", "x", "DOC (Word)", "DOCX"),
        ("Workbook", "x", "XLS (Excel)", "XLSX"),
        ("PowerPoint Document", "x", "PPT (PowerPoint)", "PDF"),
        ("__properties_version1.0", "x", "MSG (Outlook)", "EML"),
        ("", "Kurz.DOC", "DOC (Word)", "DOCX"),
        ("", "x", "OLE", "DOCX, XLSX, PDF, EML"),
    ],
)
def test_what_an_old_file_can_be_saved_as_is_said(listed: str, path: str, kind: str, new: str) -> None:
    found = refused(SIGNATURE + listed.encode("utf-16-le"), path)
    assert found.why == Reason("document_old", (("kind", kind), ("new", new)))
    assert message(found, "de") == (
        f"{path}: Das ist {kind}, ein altes Format, das nicht gelesen wird. "
        f"Speichern Sie es als {new}, und lesen Sie das ein."
    )


def test_a_new_document_that_is_locked_is_said_to_be() -> None:
    found = refused(SIGNATURE + "EncryptedPackage".encode("utf-16-le"), "a.docx")
    assert found.why == Reason("document_locked", ())
