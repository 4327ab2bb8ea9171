"""What bytes are when they are no text that intake reads, told by how they begin."""

from __future__ import annotations

import re

from wortlaut.intake.reasons import Refused

__all__ = ["GZIP", "check_is_text"]

GZIP = b"\x1f\x8b\x08"
_SIGNATURES = (
    (0, b"%PDF-", "PDF"),
    (0, b"\x89PNG\r\n\x1a\n", "PNG"),
    (0, b"\xff\xd8\xff", "JPEG"),
    (0, b"GIF87a", "GIF"),
    (0, b"GIF89a", "GIF"),
    (8, b"WEBP", "WebP"),
    (8, b"WAVE", "WAV"),
    (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"),
    (0, b"PK\x03\x04", "ZIP (DOCX, XLSX, ODT, EPUB …)"),
    (0, b"PK\x05\x06", "ZIP (DOCX, XLSX, ODT, EPUB …)"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OLE (DOC, XLS, MSG …)"),
    (0, b"{\\rtf", "RTF"),
    (0, b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (0, b"Rar!\x1a\x07", "RAR"),
    (0, b"BZh", "bzip2"),
    (0, b"\xfd7zXZ\0", "xz"),
    (0, b"\x28\xb5\x2f\xfd", "Zstandard"),
    (257, b"ustar", "TAR"),
    (0, b"SQLite format 3\0", "SQLite"),
    (0, b"PAR1", "Parquet"),
    (0, b"\x7fELF", "ELF"),
    (0, b"MZ\x90\0", "EXE"),
    (0, b"ID3", "MP3"),
    (0, b"OggS", "Ogg"),
    (0, b"fLaC", "FLAC"),
    (4, b"ftyp", "MP4"),
    (0, b"\x1a\x45\xdf\xa3", "Matroska (WebM)"),
    (0, b"WARC/", "WARC"),
)
# Bytes that no text has, in any of the 8-bit encodings; NUL counts, for UTF-16 is recognised before.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Random bytes have 11 %; the worst text in the tests of damage (1 % of bits turned over) has 2 %.
_MOST_CONTROL = 0.05


def check_is_text(head: bytes, *, wide: bool) -> None:
    """None where `head` can begin a text; raises `Refused` naming what it is else. `wide`: UTF-16 or the like."""
    for place, signature, kind in _SIGNATURES:
        if head.startswith(signature, place):
            raise Refused("binary", kind=kind)
    control = 0 if wide else len(_CONTROL.findall(head))
    if control > max(1, _MOST_CONTROL * len(head)):
        raise Refused("binary_unknown", count=control, size=len(head))
