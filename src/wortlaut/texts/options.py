"""Help: arguments, options, exit statuses."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "help.help": Message(en="Show this help.", de="Diese Hilfe zeigen."),
    "help.version": Message(en="Show the version.", de="Die Version zeigen."),
    "help.lang": Message(
        en="Language of the messages; else that of the locale (LC_ALL, LC_MESSAGES, LANG).",
        de="Sprache der Meldungen; sonst die der Umgebung (LC_ALL, LC_MESSAGES, LANG).",
    ),
    "help.db": Message(
        en="The record's file [WORTLAUT_DB, else wortlaut.db].",
        de="Datei der Sammlung [WORTLAUT_DB, sonst wortlaut.db].",
    ),
    "help.json": Message(
        en="Print JSON Lines, one statement a line (docs/statement.schema.json).",
        de="JSON Lines ausgeben, eine Aussage je Zeile (docs/statement.schema.json).",
    ),
    "help.limit": Message(en="At most so many; 0 is all.", de="Höchstens so viele; 0 heißt alle."),
    "help.format": Message(
        en="Format [by the end of the file's name, else jsonl].",
        de="Format [nach der Endung des Dateinamens, sonst jsonl].",
    ),
    "help.paths": Message(
        en="Files, folders or patterns; - is standard input.",
        de="Dateien, Ordner oder Muster; - ist die Standardeingabe.",
    ),
    "help.map": Message(
        en="The field of JSON records that holds KEY (text, title, date, source, url, id …), where it is not found "
        "by itself; may be repeated.",
        de="Das Feld der JSON-Datensätze, in dem KEY steht (text, title, date, source, url, id …), wo es nicht von "
        "selbst gefunden wird; mehrmals möglich.",
    ),
    "help.encoding": Message(
        en="Encoding of the files, where it is not recognised.", de="Kodierung der Dateien, wo sie nicht erkannt wird."
    ),
    "help.reader": Message(
        en="Name of the reader [WORTLAUT_READER, else shipped].", de="Name des Lesers [WORTLAUT_READER, sonst shipped]."
    ),
    "help.quiet": Message(en="Do not print the statements.", de="Die Aussagen nicht ausgeben."),
    "help.show_article": Message(
        en="Id of an article or of one of its statements, or its unique beginning.",
        de="Kennung eines Artikels oder einer seiner Aussagen, oder ihr eindeutiger Anfang.",
    ),
    "help.html": Message(
        en="Write one self-contained HTML page to FILE; - is standard output.",
        de="Eine in sich geschlossene HTML-Seite nach DATEI schreiben; - ist die Standardausgabe.",
    ),
    "help.query": Message(en="The words to search for.", de="Die gesuchten Wörter."),
    "help.out": Message(
        en="File to write, whole or not at all [standard output].",
        de="Zu schreibende Datei, ganz oder gar nicht [Standardausgabe].",
    ),
    "help.bom": Message(
        en="Begin with a byte order mark, by which Excel knows UTF-8.",
        de="Mit der Byte-Reihenfolge-Marke beginnen, an der Excel UTF-8 erkennt.",
    ),
    "help.speaker": Message(en="Part of the speaker's mention.", de="Teil der Nennung des Sprechers."),
    "help.addressee": Message(en="Part of the addressee's mention.", de="Teil der Nennung des Adressaten."),
    "help.type": Message(
        en="direct, indirect, reported, free_indirect or indirect_free_indirect.",
        de="direct, indirect, reported, free_indirect oder indirect_free_indirect.",
    ),
    "help.since": Message(
        en="Published on that day or later (2025-11-27 or 27.11.2025).",
        de="An diesem Tag oder später erschienen (2025-11-27 oder 27.11.2025).",
    ),
    "help.until": Message(en="Published on that day or earlier.", de="An diesem Tag oder früher erschienen."),
    "help.source": Message(en="Part of the outlet's name.", de="Teil des Namens der Quelle."),
    "help.words": Message(
        en="With these words, as in `wortlaut search`.", de="Mit diesen Wörtern, wie bei `wortlaut search`."
    ),
    "help.article": Message(
        en="Of this article (id or its unique beginning).", de="Aus diesem Artikel (Kennung oder ihr Anfang)."
    ),
    "metavar.OPTIONS": Message(en="OPTIONS", de="OPTIONEN"),
    "metavar.COMMAND": Message(en="COMMAND", de="BEFEHL"),
    "metavar.PATH": Message(en="PATH", de="PFAD"),
    "metavar.FILE": Message(en="FILE", de="DATEI"),
    "metavar.KEY=FIELD": Message(en="KEY=FIELD", de="KEY=FELD"),
    "metavar.TYPE": Message(en="TYPE", de="ART"),
    "metavar.DATE": Message(en="DATE", de="TAG"),
    "metavar.WORDS": Message(en="WORDS", de="WÖRTER"),
    "metavar.ARTICLE": Message(en="ARTICLE", de="ARTIKEL"),
    "status.fine": Message(en="all is fine", de="alles in Ordnung"),
    "status.found": Message(
        en="some items were rejected, or `verify` found problems",
        de="einiges wurde abgelehnt, oder `verify` fand Fehler",
    ),
    "status.usage": Message(
        en="the call or a setting cannot be used, or no path leads to a file",
        de="der Aufruf oder eine Einstellung ist nicht brauchbar, oder kein Pfad führt zu einer Datei",
    ),
    "status.record": Message(
        en="the record cannot be used, or has no such article",
        de="die Sammlung ist nicht brauchbar oder hat den Artikel nicht",
    ),
    "status.reader": Message(en="the reader cannot be used", de="der Leser ist nicht brauchbar"),
    "status.output": Message(en="the output cannot be written", de="die Ausgabe lässt sich nicht schreiben"),
    "status.internal": Message(en="a fault of the program", de="ein Fehler des Programms"),
    "status.interrupted": Message(en="interrupted (Ctrl-C)", de="unterbrochen (Strg-C)"),
    "status.pipe_closed": Message(
        en="the reading end of the pipe was closed (`wortlaut … | head`)",
        de="das lesende Ende der Pipe wurde geschlossen (`wortlaut … | head`)",
    ),
}
