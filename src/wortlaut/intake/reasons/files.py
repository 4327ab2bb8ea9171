"""Files, their encoding, and what stands in text and JSON."""

from wortlaut.messages import Message

__all__ = ["NOTES", "PROBLEMS", "REFUSALS"]

REFUSALS = {
    "address_bare": Message(
        en="There is no such file or folder. If it is an address, write https:// in front of it.",
        de="Es gibt keine solche Datei und keinen solchen Ordner. "
        "Wenn es eine Adresse ist, schreiben Sie https:// davor.",
    ),
    "path_missing": Message(
        en="There is no such file or folder, and no file matches it as a pattern. Check the spelling.",
        de="Es gibt keine solche Datei und keinen solchen Ordner, und als Muster passt es auf keine Datei. "
        "Prüfen Sie die Schreibweise.",
    ),
    "folder_empty": Message(
        en="There is no file to read in the folder (hidden ones, whose names begin with a dot, are left out). "
        "Check that it is the right one.",
        de="In dem Ordner ist keine Datei zu lesen (versteckte, deren Namen mit einem Punkt beginnen, bleiben außen "
        "vor). Prüfen Sie, ob es der richtige ist.",
    ),
    "empty": Message(
        en="The file is empty. Check that it was copied whole.",
        de="Die Datei ist leer. Prüfen Sie, ob sie vollständig kopiert wurde.",
    ),
    "empty_text": Message(
        en="There is no text, only white space and markup. Check where the item comes from.",
        de="Es steht kein Text darin, nur Leerraum und Auszeichnung. Prüfen Sie, woher das Stück kommt.",
    ),
    "no_letters": Message(
        en="The text has no letters ({length} characters). Check that this is an article.",
        de="Der Text hat keine Buchstaben ({length} Zeichen). Prüfen Sie, ob das ein Artikel ist.",
    ),
    "too_large": Message(
        en="The item has {size} bytes, more than the {limit} allowed. Split it, or raise WORTLAUT_MAX_ITEM_BYTES.",
        de="Das Stück hat {size} Bytes, erlaubt sind {limit}. Teilen Sie es, oder erhöhen Sie WORTLAUT_MAX_ITEM_BYTES.",
    ),
    "file_too_large": Message(
        en="The file has more than the {limit} bytes that can be held at once. "
        "Write it as JSON Lines (one record a line), or raise WORTLAUT_MAX_FILE_BYTES.",
        de="Die Datei hat mehr als die {limit} Bytes, die auf einmal gehalten werden können. "
        "Schreiben Sie sie als JSON Lines (ein Datensatz je Zeile), oder erhöhen Sie WORTLAUT_MAX_FILE_BYTES.",
    ),
    "binary": Message(
        en="This is {kind} data, which no form reads. If there is text in it, save that as text, DOCX or PDF, and read "
        "the result.",
        de="Das sind {kind}-Daten, die keine Form liest. Wenn Text darin ist, speichern Sie ihn als Text, DOCX oder "
        "PDF, und lesen Sie das Ergebnis ein.",
    ),
    "binary_unknown": Message(
        en="This is not text: {count} of the first {size} bytes are control characters. "
        "If it is text, name its encoding with --encoding.",
        de="Das ist kein Text: {count} der ersten {size} Bytes sind Steuerzeichen. "
        "Wenn es Text ist, nennen Sie seine Kodierung mit --encoding.",
    ),
    "form_failed": Message(
        en="The program failed while reading this as {form} ({problem}). That is a fault of the program: please report "
        "it with the file.",
        de="Das Programm ist beim Einlesen als {form} gescheitert ({problem}). Das ist ein Fehler des Programms: Bitte "
        "melden Sie ihn mit der Datei.",
    ),
    "undecodable": Message(
        en="The bytes from byte {byte} on are not {encoding}. "
        "Name the right encoding with --encoding, or leave it out.",
        de="Die Bytes ab Byte {byte} sind nicht {encoding}. "
        "Nennen Sie mit --encoding die richtige Kodierung, oder lassen Sie die Angabe weg.",
    ),
    "unreadable": Message(
        en="The file cannot be read: {problem}. Check the path and its permissions.",
        de="Die Datei lässt sich nicht lesen: {problem}. Prüfen Sie den Pfad und seine Rechte.",
    ),
    "broken_json": Message(
        en="The JSON is broken in line {line}, column {column}: {problem}. Correct that place.",
        de="Das JSON ist fehlerhaft in Zeile {line}, Spalte {column}: {problem}. Berichtigen Sie diese Stelle.",
    ),
    "too_deep": Message(
        en="The JSON is nested deeper than {limit} levels. Flatten it, or raise WORTLAUT_MAX_JSON_DEPTH.",
        de="Das JSON ist tiefer als {limit} Ebenen verschachtelt. "
        "Machen Sie es flacher, oder erhöhen Sie WORTLAUT_MAX_JSON_DEPTH.",
    ),
    "no_text_field": Message(
        en="No field of the record is known to hold its text. Its fields are: {fields}. "
        "Name the right one with --map text=FIELD.",
        de="Von keinem Feld des Datensatzes ist bekannt, dass darin der Text steht. Seine Felder: {fields}. "
        "Nennen Sie das richtige mit --map text=FELD.",
    ),
    "mapped_field_missing": Message(
        en="The record has no text in the field {field}, which --map names. Its fields are: {fields}.",
        de="Der Datensatz hat keinen Text in dem Feld {field}, das --map nennt. Seine Felder: {fields}.",
    ),
    "not_a_record": Message(
        en="The JSON value here is {problem}, not an object with fields. Give one object an article.",
        de="Der JSON-Wert hier ist {problem}, kein Objekt mit Feldern. Geben Sie je Artikel ein Objekt an.",
    ),
    "no_records": Message(
        en="The JSON holds an empty list, so there are no articles in it. Check where the file comes from.",
        de="Das JSON enthält eine leere Liste, also keine Artikel. Prüfen Sie, woher die Datei kommt.",
    ),
}

NOTES = {
    "encoding_guessed": Message(
        en="The encoding was guessed: {encoding}. If letters look wrong, name the right one with --encoding.",
        de="Die Kodierung wurde geraten: {encoding}. "
        "Wenn Buchstaben falsch aussehen, nennen Sie die richtige mit --encoding.",
    ),
    "bytes_guessed": Message(
        en="Bytes that are not UTF-8 were read as Windows-1252: {count}, the first at byte {byte}.",
        de="Bytes, die kein UTF-8 sind, wurden als Windows-1252 gelesen: {count}, das erste bei Byte {byte}.",
    ),
    "bytes_replaced": Message(
        en="Bytes that are no characters in {encoding} became U+FFFD: {count}, the first at byte {byte}.",
        de="Bytes, die in {encoding} keine Zeichen sind, wurden zu U+FFFD: {count}, das erste bei Byte {byte}.",
    ),
    "mark_ignored": Message(
        en="The bytes begin with the mark of {mark}, but were read as {encoding}, as asked.",
        de="Die Bytes beginnen mit der Marke von {mark}, wurden aber wie verlangt als {encoding} gelesen.",
    ),
    "nul_replaced": Message(
        en="NUL characters became U+FFFD: {count}.",
        de="NUL-Zeichen wurden zu U+FFFD: {count}.",
    ),
    "surrogates_replaced": Message(
        en="Halves of surrogate pairs became U+FFFD: {count}.",
        de="Halbe Ersatzpaare (Surrogate) wurden zu U+FFFD: {count}.",
    ),
    "references_replaced": Message(
        en="Character references that name no character became U+FFFD: {count}.",
        de="Zeichenverweise, die kein Zeichen nennen, wurden zu U+FFFD: {count}.",
    ),
    "duplicate_keys": Message(
        en="The record names fields more than once, and the last value counts: {fields}.",
        de="Der Datensatz nennt Felder mehrmals, der letzte Wert gilt: {fields}.",
    ),
    "date_unread": Message(
        en="The date was not understood: {value}.",
        de="Das Datum wurde nicht verstanden: {value}.",
    ),
    "given_unused": Message(
        en="What was said of the file (title, source, date, address) was not used: there is more than one item in it.",
        de="Was zur Datei angegeben war (Titel, Quelle, Datum, Adresse), blieb unbenutzt: Es steht mehr als ein Stück "
        "darin.",
    ),
    "text_from": Message(
        en="No field holds a full text, so the text was taken from: {field}.",
        de="Kein Feld enthält einen ganzen Text; der Text stammt aus: {field}.",
    ),
}

# What a `{problem}` can be; JSON's problems by the words of Python's decoder, files' by the name of the error number.
PROBLEMS = {
    "Expecting property name enclosed in double quotes": Message(
        en="a field name in double quotes should stand there", de="dort müsste ein Feldname in Anführungszeichen stehen"
    ),
    "Expecting ':' delimiter": Message(en="a colon is missing", de="ein Doppelpunkt fehlt"),
    "Expecting ',' delimiter": Message(en="a comma is missing", de="ein Komma fehlt"),
    "Expecting value": Message(en="a value should stand there", de="dort müsste ein Wert stehen"),
    "Unterminated string starting at": Message(
        en="the string that begins there does not end", de="die dort beginnende Zeichenkette endet nicht"
    ),
    "Invalid control character at": Message(
        en="a line ends within a string (perhaps its closing quotation mark is missing), or it has a control character",
        de="eine Zeile endet innerhalb einer Zeichenkette (vielleicht fehlt deren schließendes Anführungszeichen), "
        "oder es steht ein Steuerzeichen darin",
    ),
    "Invalid \\escape": Message(
        en="a backslash stands before a wrong character", de="ein Rückstrich steht vor einem falschen Zeichen"
    ),
    "Invalid \\uXXXX escape": Message(
        en="four hexadecimal digits must follow \\u", de="auf \\u müssen vier Hexadezimalziffern folgen"
    ),
    "Extra data": Message(en="something follows the value", de="hinter dem Wert steht noch etwas"),
    "Illegal trailing comma before end of object": Message(
        en="a comma stands before the end of the object", de="vor dem Ende des Objekts steht ein Komma"
    ),
    "Illegal trailing comma before end of array": Message(
        en="a comma stands before the end of the list", de="vor dem Ende der Liste steht ein Komma"
    ),
    "unclosed": Message(
        en="the object or list that begins there does not end", de="das Objekt oder die Liste von dort endet nicht"
    ),
    "list": Message(en="a list", de="eine Liste"),
    "number": Message(en="a number", de="eine Zahl"),
    "boolean": Message(en="true or false", de="true oder false"),
    "null": Message(en="null", de="null"),
    "EACCES": Message(en="permission is denied", de="die Leserechte fehlen"),
    "EPERM": Message(en="permission is denied", de="die Leserechte fehlen"),
    "ENOENT": Message(en="it does not exist (any more)", de="es gibt sie nicht (mehr)"),
    "EISDIR": Message(en="it is a folder", de="es ist ein Ordner"),
    "EIO": Message(en="the disk reports an error", de="der Datenträger meldet einen Fehler"),
    "ELOOP": Message(en="the link leads back to itself", de="die Verknüpfung führt zu sich selbst zurück"),
    "special": Message(en="it is no regular file", de="es ist keine gewöhnliche Datei"),
}
