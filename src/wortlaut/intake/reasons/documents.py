"""Documents of word processors, printed pages, exports, wikis."""

from wortlaut.messages import Message

__all__ = ["NOTES", "REFUSALS"]

REFUSALS: dict[str, Message] = {
    "document_too_large": Message(
        en="The document has {size} bytes or more; {limit} are allowed. Save it without pictures, or split it.",
        de="Das Dokument hat mindestens {size} Bytes, erlaubt sind {limit}. "
        "Speichern Sie es ohne Bilder, oder teilen Sie es.",
    ),
    "document_too_long": Message(
        en="The document's text has more than the {limit} characters allowed. Split it.",
        de="Der Text des Dokuments hat mehr als die erlaubten {limit} Zeichen. Teilen Sie es.",
    ),
    "document_too_deep": Message(
        en="The document is nested deeper than {limit} levels, at byte {byte}. "
        "Save it anew from the program that made it.",
        de="Das Dokument ist bei Byte {byte} tiefer als {limit} Ebenen verschachtelt. "
        "Speichern Sie es mit dem Programm, aus dem es stammt, noch einmal.",
    ),
    "document_not_this": Message(
        en="The name says {kind}, but the content is something else. Check the file, and give it its right ending.",
        de="Dem Namen nach ist das {kind}, der Inhalt ist aber etwas anderes. "
        "Prüfen Sie die Datei, und geben Sie ihr die richtige Endung.",
    ),
}

NOTES: dict[str, Message] = {
    "document_unended": Message(
        en="The end of the document is missing.",
        de="Das Ende des Dokuments fehlt.",
    ),
    "footnotes_left": Message(
        en="Footnotes and endnotes were left out: {count}.",
        de="Fuß- und Endnoten wurden weggelassen: {count}.",
    ),
    "hidden_left": Message(
        en="Text that is hidden or deleted was left out: {count} characters.",
        de="Verborgener oder gelöschter Text wurde weggelassen: {count} Zeichen.",
    ),
}
