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
    "document_too_intricate": Message(
        en="The document has more than the {limit} tags or control words allowed. Split it.",
        de="Das Dokument hat mehr als die erlaubten {limit} Auszeichnungen oder Steuerwörter. Teilen Sie es.",
    ),
    "document_too_deep": Message(
        en="The document is nested deeper than {limit} levels, at byte {byte}. "
        "Save it anew from the program that made it.",
        de="Das Dokument ist bei Byte {byte} tiefer als {limit} Ebenen verschachtelt. "
        "Speichern Sie es mit dem Programm, aus dem es stammt, noch einmal.",
    ),
    "document_locked": Message(
        en="The document is locked with a password. Save it without one, and read that.",
        de="Das Dokument ist mit einem Kennwort gesperrt. Speichern Sie es ohne Kennwort, und lesen Sie das ein.",
    ),
    "document_old": Message(
        en="This is {kind}, an old form that is not read. Save it as {new}, and read that.",
        de="Das ist {kind}, ein altes Format, das nicht gelesen wird. "
        "Speichern Sie es als {new}, und lesen Sie das ein.",
    ),
    "document_not_this": Message(
        en="The name says {kind}, but the content is something else. Check the file, and give it its right ending.",
        de="Dem Namen nach ist das {kind}, der Inhalt ist aber etwas anderes. "
        "Prüfen Sie die Datei, und geben Sie ihr die richtige Endung.",
    ),
    "pdf_bomb": Message(
        en="The PDF unpacks to more than is allowed (stopped after {size} bytes). "
        "If it is harmless, save it anew from a program that shows it.",
        de="Das PDF wird beim Entpacken größer als erlaubt (nach {size} Bytes abgebrochen). "
        "Wenn es harmlos ist, speichern Sie es mit einem Programm, das es anzeigt, noch einmal.",
    ),
    "pdf_damaged": Message(
        en="The PDF is damaged: no page of it can be found. "
        "Fetch it again, or save it anew from a program that shows it.",
        de="Das PDF ist beschädigt: Es ist keine Seite darin zu finden. "
        "Holen Sie es noch einmal, oder speichern Sie es mit einem Programm, das es anzeigt, noch einmal.",
    ),
    "pdf_encryption": Message(
        en="The PDF is encrypted in a way that is not known here. Save it without protection, and read that.",
        de="Das PDF ist auf eine Weise verschlüsselt, die hier nicht bekannt ist. "
        "Speichern Sie es ohne Schutz, und lesen Sie das ein.",
    ),
    "pdf_no_letters": Message(
        en="The fonts of the PDF do not tell which letters they show ({count} signs are unknown). "
        "Recognise its text (OCR), or get the text from where it was made.",
        de="Die Schriften des PDF verraten nicht, welche Buchstaben sie zeigen ({count} Zeichen sind unbekannt). "
        "Lassen Sie den Text erkennen (OCR), oder besorgen Sie ihn sich dort, wo er entstanden ist.",
    ),
    "pdf_no_text_left": Message(
        en="The PDF is damaged or cut off, and there is no text on the pages that are left ({count}). Fetch it again.",
        de="Das PDF ist beschädigt oder abgeschnitten, und auf den Seiten, die übrig sind ({count}), steht kein Text. "
        "Holen Sie es noch einmal.",
    ),
    "pdf_no_text": Message(
        en="The PDF has no text on its pages ({count}), only pictures; it may be scanned. "
        "Recognise its text (OCR), and read the result.",
        de="Das PDF hat auf seinen Seiten ({count}) keinen Text, nur Bilder; vielleicht ist es eingescannt. "
        "Lassen Sie den Text erkennen (OCR), und lesen Sie das Ergebnis ein.",
    ),
    "pdf_password": Message(
        en="The PDF opens only with a password. Save it without one, and read that.",
        de="Das PDF lässt sich nur mit einem Kennwort öffnen. Speichern Sie es ohne Kennwort, und lesen Sie das ein.",
    ),
    "pdf_too_slow": Message(
        en="Reading the PDF ({size} bytes) takes longer than is allowed; it may be damaged or made to harm. "
        "Split it, or save it anew from a program that shows it.",
        de="Das Lesen des PDF ({size} Bytes) dauert länger als erlaubt; vielleicht ist es beschädigt "
        "oder soll schaden. "
        "Teilen Sie es, oder speichern Sie es mit einem Programm, das es anzeigt, noch einmal.",
    ),
}

NOTES: dict[str, Message] = {
    "changes_taken": Message(
        en="The document has tracked changes; it was read as if all were taken. Deleted passages: {count}.",
        de="Das Dokument enthält nachverfolgte Änderungen; es wurde gelesen, als wären alle angenommen. "
        "Gelöschte Stellen: {count}.",
    ),
    "comments_left": Message(
        en="Comments were left out: {count}.",
        de="Kommentare wurden weggelassen: {count}.",
    ),
    "document_mended": Message(
        en="The XML of {name} is broken and was mended in places: {count}.",
        de="Das XML von {name} ist fehlerhaft und wurde stellenweise geflickt: {count}.",
    ),
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
    "pdf_dated": Message(
        en="The date is the day on which the PDF was made; its text may be older.",
        de="Das Datum ist der Tag, an dem das PDF entstand; sein Text kann älter sein.",
    ),
    "pdf_pages_left": Message(
        en="Pages that are damaged, so that text may be missing: {count}.",
        de="Beschädigte Seiten, auf denen Text fehlen kann: {count}.",
    ),
    "pdf_rebuilt": Message(
        en="The PDF is damaged or cut off; what was found in it is all that was read, and pages may be missing.",
        de="Das PDF ist beschädigt oder abgeschnitten; gelesen wurde, was darin zu finden war, "
        "und Seiten können fehlen.",
    ),
    "pdf_pictures": Message(
        en="Pages without text, perhaps pictures of text: {count}.",
        de="Seiten ohne Text, vielleicht Bilder von Text: {count}.",
    ),
    "pdf_turned": Message(
        en="Turned text was left out: {count} characters.",
        de="Gedrehter Text wurde weggelassen: {count} Zeichen.",
    ),
    "pdf_unknown": Message(
        en="Signs whose letters the fonts do not tell became U+FFFD: {count}.",
        de="Zeichen, deren Buchstaben die Schriften nicht verraten, wurden zu U+FFFD: {count}.",
    ),
}
