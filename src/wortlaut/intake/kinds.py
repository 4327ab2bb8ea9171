"""What bytes are when they are no text that intake reads, told by how they begin."""

from __future__ import annotations

from wortlaut.intake.reasons import Refused

__all__ = ["check_is_text", "is_text", "kind_of"]

# Some are read by forms of their own, which are asked before; they stand here to be told from packed text.
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
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OLE (DOC, XLS, MSG …)"),
    (0, b"{\\rtf", "RTF"),
    (0, b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (0, b"Rar!\x1a\x07", "RAR"),
    (0, b"\x1f\x9d", "compress (.Z)"),
    (0, b"\x04\x22\x4d\x18", "LZ4"),
    (0, b"MSCF\0\0\0\0", "Cabinet"),
    (0, b"!<arch>\n", "ar"),
    (0, b"wOFF", "WOFF"),
    (0, b"wOF2", "WOFF"),
    (0, b"SQLite format 3\0", "SQLite"),
    (0, b"PAR1", "Parquet"),
    (0, b"\x7fELF", "ELF"),
    (0, b"MZ\x90\0", "EXE"),
    (0, b"ID3", "MP3"),
    (0, b"OggS", "Ogg"),
    (0, b"fLaC", "FLAC"),
    (4, b"ftyp", "MP4"),
    (0, b"\x1a\x45\xdf\xa3", "Matroska (WebM)"),
)
# Bytes that no text has, in any of the 8-bit encodings; NUL counts, for UTF-16 is recognised before.
_CONTROL = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))
# Random bytes have 11 %; the worst text in the tests of damage (1 % of bits turned over) has 2 %.
_MOST_CONTROL = 0.05


def kind_of(head: bytes) -> str | None:
    """What bytes are that begin with `head`, where that is known and no text."""
    return next((kind for place, signature, kind in _SIGNATURES if head.startswith(signature, place)), None)


def is_text(head: bytes) -> bool:
    """Whether `head` can begin a text in an encoding whose ASCII characters are single bytes."""
    return _controls(head) <= max(1, _MOST_CONTROL * len(head))


def _controls(head: bytes) -> int:
    return len(head) - len(head.translate(None, _CONTROL))


def check_is_text(head: bytes, *, wide: bool) -> None:
    """None where `head` can begin a text; raises `Refused` naming what it is else. `wide`: UTF-16 or the like."""
    kind = kind_of(head)
    if kind is not None:
        raise Refused("binary", kind=kind)
    if not wide and not is_text(head):
        raise Refused("binary_unknown", count=_controls(head), size=len(head))
