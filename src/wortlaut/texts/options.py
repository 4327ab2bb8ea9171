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
        en="Files, folders, patterns, addresses; - is standard input.",
        de="Dateien, Ordner, Muster, Adressen; - ist die Standardeingabe.",
    ),
    "help.map": Message(
        en="The field of JSON records, or the column of tables (also by its number), that holds KEY (text, title, "
        "subtitle, kicker, date, updated, source, url, author, id), where it is not found by itself; may be repeated.",
        de="Das Feld der JSON-Datensätze oder die Spalte der Tabellen (auch mit ihrer Nummer), in der KEY steht (text, "
        "title, subtitle, kicker, date, updated, source, url, author, id), wo es nicht von selbst gefunden wird; "
        "mehrmals möglich.",
    ),
    "help.encoding": Message(
        en="Encoding of the files, where it is not recognised.", de="Kodierung der Dateien, wo sie nicht erkannt wird."
    ),
    "help.reader": Message(
        en="Name of the reader, or a folder with weights for the shipped one [WORTLAUT_READER, else shipped].",
        de="Name des Lesers, oder ein Ordner mit Gewichten für den mitgelieferten [WORTLAUT_READER, sonst shipped].",
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
    "help.targets": Message(
        en="Part of the name of whom or what the act is directed at.",
        de="Teil des Namens dessen, gegen den oder wofür sich der Akt richtet.",
    ),
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
    "help.statement_id": Message(
        en="Id of a statement, or its unique beginning.", de="Kennung einer Aussage oder ihr eindeutiger Anfang."
    ),
    "help.article_id": Message(
        en="Id of an article, or its unique beginning.", de="Kennung eines Artikels oder ihr eindeutiger Anfang."
    ),
    "help.history_id": Message(
        en="Only what is about this article or statement.", de="Nur, was diesen Artikel oder diese Aussage betrifft."
    ),
    "help.parts": Message(
        en="quote, type, medium, cue, frame, speakers, addressees or parent; none named means all.",
        de="quote, type, medium, cue, frame, speakers, addressees oder parent; keiner genannt heißt alle.",
    ),
    "help.number": Message(en="Number of an entry of the history.", de="Nummer eines Eintrags des Verlaufs."),
    "help.by": Message(
        en="Who decides [WORTLAUT_EDITOR, else the login name].",
        de="Wer entscheidet [WORTLAUT_EDITOR, sonst der Anmeldename].",
    ),
    "help.why": Message(en="The reason, for the history.", de="Die Begründung, für den Verlauf."),
    "help.seen": Message(
        en="The revision as you saw it (`wortlaut show`); where it has become another, nothing is changed.",
        de="Der Stand, den Sie gesehen haben (`wortlaut show`); ist er ein anderer geworden, so wird nichts geändert.",
    ),
    "help.quote": Message(
        en="The words said; repeat it for the parts of a split quote, in order.",
        de="Die gesagten Worte; für die Teile eines geteilten Zitats mehrmals, der Reihe nach.",
    ),
    "help.medium": Message(
        en="speech, thought, writing, speech_thought, speech_writing or thought_writing.",
        de="speech, thought, writing, speech_thought, speech_writing oder thought_writing.",
    ),
    "help.cue": Message(
        en='The words that say that something was said; "" for none.',
        de='Die Wörter, die sagen, dass etwas gesagt wurde; "" für keine.',
    ),
    "help.frame": Message(
        en='The clause around the quote that introduces it; "" for none.',
        de='Der Satzteil um die Worte herum, der sie einführt; "" für keinen.',
    ),
    "help.speakers": Message(
        en='The words that name the speaker, once for each of several; "" for none.',
        de='Die Wörter, die den Sprecher nennen, bei mehreren für jeden einmal; "" für keinen.',
    ),
    "help.no_speaker": Message(en="No speaker is named.", de="Es ist kein Sprecher genannt."),
    "help.addressees": Message(
        en='The words that name the addressee, once for each of several; "" for none.',
        de='Die Wörter, die den Adressaten nennen, bei mehreren für jeden einmal; "" für keinen.',
    ),
    "help.inside": Message(
        en="Id of the statement that it stands inside; none for none.",
        de="Kennung der Aussage, in der sie steht; none für keine.",
    ),
    "help.all": Message(
        en="Also what is not found any more, and what people rejected.",
        de="Auch, was nicht mehr gefunden wird und was Menschen verworfen haben.",
    ),
    "help.json_decided": Message(
        en="Print JSON: the entry of the history, and the statement as it now is.",
        de="JSON ausgeben: den Eintrag des Verlaufs und die Aussage, wie sie nun ist.",
    ),
    "help.json_entries": Message(
        en="Print JSON Lines, one entry a line (docs/entry.schema.json).",
        de="JSON Lines ausgeben, ein Eintrag je Zeile (docs/entry.schema.json).",
    ),
    "help.min_confidence": Message(
        en="The reader is at least so sure of its least certain part, in per cent.",
        de="Der Leser ist sich des unsichersten Teils mindestens so sicher, in Prozent.",
    ),
    "help.max_confidence": Message(
        en="The reader is at most so sure of its least certain part, in per cent.",
        de="Der Leser ist sich des unsichersten Teils höchstens so sicher, in Prozent.",
    ),
    "help.decided": Message(
        en="A person decided about a part of it.", de="Ein Mensch hat über einen Teil davon entschieden."
    ),
    "help.undecided": Message(en="No person decided about it.", de="Kein Mensch hat darüber entschieden."),
    "help.standing": Message(
        en="found, upheld, added, lost, rejected or withdrawn; else the first three.",
        de="found, upheld, added, lost, rejected oder withdrawn; sonst die ersten drei.",
    ),
    "help.sort": Message(
        en="Order: by rank (only in a search), the newest, the oldest or the least certain first.",
        de="Reihenfolge: nach Rang (nur bei einer Suche), das Neueste, das Älteste oder das Unsicherste zuerst.",
    ),
    "help.order": Message(
        en="What comes first: the least certain, or what most articles carry.",
        de="Was zuerst kommt: das Unsicherste, oder was die meisten Artikel bringen.",
    ),
    "help.interactive": Message(
        en="Ask about each: y confirms, n rejects, Enter skips, q ends.",
        de="Bei jeder fragen: j bestätigt, n verwirft, Enter lässt sie, q beendet.",
    ),
    "help.target": Message(en="File or folder for the backup.", de="Datei oder Ordner für die Sicherung."),
    "help.keep": Message(
        en="TARGET is a folder, and only the newest N backups stay in it.",
        de="ZIEL ist ein Ordner, und nur die neuesten N Sicherungen bleiben darin.",
    ),
    "help.backup_file": Message(en="File with a backup.", de="Datei mit einer Sicherung."),
    "help.save": Message(
        en="Keep this search by that name; `wortlaut saved NAME` then tells what is new.",
        de="Diese Suche unter dem Namen speichern; `wortlaut saved NAME` sagt dann, was neu ist.",
    ),
    "help.search_name": Message(en="Name of a saved search.", de="Name einer gespeicherten Suche."),
    "help.peek": Message(
        en="Show what is new, but let it count as new again.", de="Zeigen, was neu ist, ohne dass es als gesehen gilt."
    ),
    "help.forget": Message(en="Forget this search.", de="Diese Suche vergessen."),
    "help.with_reprints": Message(
        en="Also from other copies of its article.", de="Auch aus anderen Abdrucken ihres Artikels."
    ),
    "help.reprints_article": Message(
        en="Only the group of this article (id or its unique beginning).",
        de="Nur die Gruppe dieses Artikels (Kennung oder ihr Anfang).",
    ),
    "help.json_groups": Message(
        en="Print JSON Lines, one group a line: a list of articles.",
        de="JSON Lines ausgeben, eine Gruppe je Zeile: eine Liste von Artikeln.",
    ),
    "help.erase_ids": Message(
        en="Ids of articles or statements, or their unique beginnings.",
        de="Kennungen von Artikeln oder Aussagen, oder ihre eindeutigen Anfänge.",
    ),
    "help.erase_speaker": Message(
        en="All statements of this speaker (part of the mention).",
        de="Alle Aussagen dieses Sprechers (Teil der Nennung).",
    ),
    "help.yes": Message(en="Do it without asking.", de="Ohne Nachfrage tun."),
    "help.others": Message(
        en="Other records, or exports of statements as JSON Lines.",
        de="Andere Sammlungen, oder Ausgaben von Aussagen als JSON Lines.",
    ),
    "help.completed": Message(
        en="Of records only the articles that people went through whole.",
        de="Von Sammlungen nur die Artikel, die Menschen ganz durchgegangen sind.",
    ),
    "help.differences": Message(
        en="Also list everything in which two readers differ.",
        de="Auch alles auflisten, worin sich zwei Leser unterscheiden.",
    ),
    "help.json_readers": Message(
        en="Print JSON Lines, one reader a line.", de="JSON Lines ausgeben, einen Leser je Zeile."
    ),
    "help.json_agreement": Message(
        en="Print one JSON object; with --differences one a line for each difference.",
        de="Ein JSON-Objekt ausgeben; mit --differences eines je Zeile für jeden Unterschied.",
    ),
    "help.head": Message(
        en="What `wortlaut history --head` printed earlier: shows where somebody wrote the history anew.",
        de="Was `wortlaut history --head` früher ausgab: zeigt, wo jemand den Verlauf neu geschrieben hat.",
    ),
    "help.history_head": Message(
        en="Print only number and digest of the last entry, to be kept elsewhere for `wortlaut verify --head`.",
        de="Nur Nummer und Prüfsumme des letzten Eintrags ausgeben, um sie für `wortlaut verify --head` aufzuheben.",
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
    "metavar.ID": Message(en="ID", de="KENNUNG"),
    "metavar.PART": Message(en="PART", de="TEIL"),
    "metavar.NUMBER": Message(en="NUMBER", de="NUMMER"),
    "metavar.REVISION": Message(en="REVISION", de="STAND"),
    "metavar.NAME": Message(en="NAME", de="NAME"),
    "metavar.OTHER": Message(en="OTHER", de="ANDERE"),
    "metavar.PERCENT": Message(en="PERCENT", de="PROZENT"),
    "metavar.STANDING": Message(en="STANDING", de="GELTUNG"),
    "metavar.TARGET": Message(en="TARGET", de="ZIEL"),
    "metavar.BACKUP": Message(en="BACKUP", de="SICHERUNG"),
    "status.fine": Message(en="all is fine", de="alles in Ordnung"),
    "status.found": Message(
        en="some items were rejected, or `verify` found problems",
        de="einiges wurde abgelehnt, oder `verify` fand Fehler",
    ),
    "status.usage": Message(
        en="the call, a setting or a decision cannot be used, or no path leads to a file",
        de="Aufruf, Einstellung oder Entscheidung ist nicht brauchbar, oder kein Pfad führt zu einer Datei",
    ),
    "status.record": Message(
        en="the record cannot be used, or has no such article, statement or entry",
        de="die Sammlung ist nicht brauchbar oder hat den Artikel, die Aussage oder den Eintrag nicht",
    ),
    "status.reader": Message(en="the reader cannot be used", de="der Leser ist nicht brauchbar"),
    "status.output": Message(en="the output cannot be written", de="die Ausgabe lässt sich nicht schreiben"),
    "status.conflict": Message(
        en="somebody else decided meanwhile; nothing was changed",
        de="jemand anders hat inzwischen entschieden; es wurde nichts geändert",
    ),
    "status.internal": Message(en="a fault of the program", de="ein Fehler des Programms"),
    "status.interrupted": Message(en="interrupted (Ctrl-C)", de="unterbrochen (Strg-C)"),
    "status.pipe_closed": Message(
        en="the reading end of the pipe was closed (`wortlaut … | head`)",
        de="das lesende Ende der Pipe wurde geschlossen (`wortlaut … | head`)",
    ),
}
