"""Web pages."""

from wortlaut.messages import Message

__all__ = ["NOTES", "REFUSALS"]

REFUSALS: dict[str, Message] = {
    "xml_entities": Message(
        en="The XML declares entities (line {line}), which can hide other content and are never expanded. "
        "Export the item without a DOCTYPE that declares entities.",
        de="Das XML vereinbart Entitäten (Zeile {line}), die anderen Inhalt verstecken können und nie aufgelöst "
        "werden. Exportieren Sie das Stück ohne einen DOCTYPE, der Entitäten vereinbart.",
    ),
    "xml_empty": Message(
        en="There is no XML element in it. Check that the file was copied whole.",
        de="Es steht kein XML-Element darin. Prüfen Sie, ob die Datei vollständig kopiert wurde.",
    ),
    "xml_unknown": Message(
        en="This is XML of a form that is not known (its outermost element is {name}), so nobody can tell what in it "
        "is the text. Export it as NewsML-G2, NITF, RSS or text, or bring in a form of your own (docs/intake.md).",
        de="Das ist XML in einer unbekannten Form (sein äußerstes Element ist {name}); daher ist nicht zu erkennen, "
        "was darin der Text ist. Geben Sie es als NewsML-G2, NITF, RSS oder Text aus, oder ergänzen Sie eine eigene "
        "Form (docs/intake.md).",
    ),
    "xml_too_deep": Message(
        en="The XML is nested deeper than {limit} levels. Check where it comes from; flatten it to read it.",
        de="Das XML ist tiefer als {limit} Ebenen verschachtelt. Prüfen Sie, woher es kommt; zum Einlesen muss es "
        "flacher sein.",
    ),
    "markup_too_intricate": Message(
        en="The item has more than {limit} tags. Save its text as a file, and read that.",
        de="Das Stück hat mehr als {limit} Tags. Speichern Sie seinen Text als Datei, und lesen Sie diese ein.",
    ),
    "page_without_text": Message(
        en="No article was found in the page: nothing in it reads like running text. "
        "If it fills itself by script, save it from the browser after it has loaded, and read that file.",
        de="In der Seite wurde kein Artikel gefunden: Nichts darin liest sich wie ein fortlaufender Text. "
        "Wenn sie sich erst durch Skripte füllt, speichern Sie sie im Browser nach dem Laden, und lesen Sie diese "
        "Datei ein.",
    ),
}

NOTES: dict[str, Message] = {
    "charset_belied": Message(
        en="The document says that it is {declared}, but its bytes are UTF-8, and were read so.",
        de="Das Dokument nennt sich {declared}, seine Bytes sind aber UTF-8 und wurden so gelesen.",
    ),
    "page_stub": Message(
        en="Only the beginning of the article is in the page; the rest is for those who pay.",
        de="Die Seite enthält nur den Anfang des Artikels; der Rest ist kostenpflichtig.",
    ),
    "page_ticker": Message(
        en="The page is a live ticker: its entries were written one after another, the text has all that are in it.",
        de="Die Seite ist ein Live-Ticker: Die Einträge entstanden nacheinander, der Text hat alle, die darin stehen.",
    ),
    "page_from_data": Message(
        en="The page's own text is filled in by script; the text was taken from its structured data (JSON-LD).",
        de="Der Text der Seite wird erst durch Skripte eingefüllt; er stammt aus ihren strukturierten Daten (JSON-LD).",
    ),
}
