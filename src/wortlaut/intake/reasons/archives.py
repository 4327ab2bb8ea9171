"""Packed data and archives."""

from wortlaut.messages import Message

__all__ = ["NOTES", "REFUSALS"]

REFUSALS: dict[str, Message] = {
    "packed_truncated": Message(
        en="The {kind} data end too early, after {size} unpacked bytes. What follows is lost; fetch the file again.",
        de="Die {kind}-Daten enden zu früh, nach {size} entpackten Bytes. "
        "Was danach kam, fehlt; holen Sie die Datei noch einmal.",
    ),
    "packed_damaged": Message(
        en="The {kind} data are damaged after {size} unpacked bytes. What follows is lost; fetch the file again.",
        de="Die {kind}-Daten sind nach {size} entpackten Bytes beschädigt. "
        "Was danach kam, fehlt; holen Sie die Datei noch einmal.",
    ),
    "packed_memory": Message(
        en="Unpacking the {kind} data would take more memory than is allowed (after {size} unpacked bytes). "
        "Unpack them first, and read the result.",
        de="Das Entpacken der {kind}-Daten brauchte mehr Speicher, als erlaubt ist (nach {size} entpackten Bytes). "
        "Entpacken Sie sie zuerst, und lesen Sie das Ergebnis ein.",
    ),
    "packed_bomb": Message(
        en="The {kind} data unpack to more than 200 times their size (stopped after {size} bytes). "
        "If they are harmless, unpack them first, and read the result.",
        de="Die {kind}-Daten werden beim Entpacken mehr als 200-mal so groß (nach {size} Bytes abgebrochen). "
        "Wenn sie harmlos sind, entpacken Sie sie zuerst, und lesen Sie das Ergebnis ein.",
    ),
    "nested_too_deep": Message(
        en="Packed data and archives lie in each other more than {limit} levels deep. "
        "Unpack the outer ones first, and read the result.",
        de="Gepackte Daten und Archive liegen tiefer als {limit} Ebenen ineinander. "
        "Entpacken Sie zuerst die äußeren, und lesen Sie das Ergebnis ein.",
    ),
    "archive_bomb": Message(
        en="All that was unpacked out of the file is more than {ratio} times its size (stopped after {size} bytes); "
        "the rest is not read. If it is harmless, unpack it first, and read the result.",
        de="Was aus der Datei entpackt wurde, ist mehr als {ratio}-mal so groß wie sie (nach {size} Bytes abgebrochen); "
        "der Rest wird nicht gelesen. Wenn sie harmlos ist, entpacken Sie sie zuerst, und lesen Sie das Ergebnis ein.",
    ),
    "too_many_members": Message(
        en="The archive has more than the {limit} files or records that are read out of one file; the rest is not read. "
        "Split it, or raise WORTLAUT_MAX_MEMBERS.",
        de="Das Archiv hat mehr als die {limit} Dateien oder Datensätze, die aus einer Datei gelesen werden; der Rest "
        "wird nicht gelesen. Teilen Sie es, oder erhöhen Sie WORTLAUT_MAX_MEMBERS.",
    ),
}

NOTES: dict[str, Message] = {}
