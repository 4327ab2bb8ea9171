"""Help: what the commands do."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "help.wortlaut": Message(
        en="The record of who said what: reads German-language news, finds every statement in it and keeps it.",
        de="Die Sammlung, wer was gesagt hat: liest deutschsprachige Nachrichten, findet und behält jede Aussage.",
    ),
    "help.usage": Message(en="Usage", de="Aufruf"),
    "help.commands": Message(en="Commands", de="Befehle"),
    "help.arguments": Message(en="Arguments", de="Angaben"),
    "help.options": Message(en="Options", de="Optionen"),
    "help.status": Message(en="Exit status", de="Rückgabewert"),
    "help.more": Message(
        en="`wortlaut COMMAND --help` tells more about a command.",
        de="`wortlaut BEFEHL --help` sagt mehr zu einem Befehl.",
    ),
    "help.read": Message(
        en="Read items, keep their statements, print them.", de="Texte lesen, Aussagen aufheben und zeigen."
    ),
    "help.read.long": Message(
        en="Reads items as they come, keeps their statements in the record and prints them. What is there already, "
        "unchanged and read by the same reader, is not read again; repeat an interrupted run to go on with it.\n"
        "It reads wire text, plain text, Markdown, JSON and JSON Lines, also packed with gzip. What cannot be read, "
        "and a path that leads to no file, is listed on standard error, and the run goes on.",
        de="Liest Texte, wie sie kommen, hebt ihre Aussagen in der Sammlung auf und zeigt sie. Was schon da ist, "
        "unverändert und vom selben Leser gelesen, wird nicht noch einmal gelesen; ein unterbrochener Lauf geht "
        "weiter, wenn man ihn wiederholt.\n"
        "Gelesen werden Agenturtext, einfacher Text, Markdown, JSON und JSON Lines, auch mit gzip gepackt. Was sich "
        "nicht lesen lässt, und ein Pfad, der zu keiner Datei führt, steht in der Fehlerausgabe, und der Lauf geht "
        "weiter.",
    ),
    "help.show": Message(
        en="Show an article with its statements marked, or write it as a page.",
        de="Einen Artikel mit markierten Aussagen zeigen oder als Seite schreiben.",
    ),
    "help.statements": Message(
        en="List the statements of the record, filtered, newest articles first.",
        de="Die Aussagen der Sammlung auflisten, gefiltert, die neuesten Artikel zuerst.",
    ),
    "help.search": Message(
        en="Search statements by words, in any inflected form, the best first.",
        de="Aussagen nach Wörtern suchen, in jeder Beugung, die besten zuerst.",
    ),
    "help.search.long": Message(
        en="Searches the statements for all of the words, in any order, inflected form and umlaut spelling, the best "
        'first. "Words in quotation marks" must stand just so, WORD* is the beginning of a word.',
        de="Sucht Aussagen mit allen Wörtern, in jeder Reihenfolge, Beugung und Umlautschreibung, die besten zuerst. "
        '"Wörter in Anführungszeichen" müssen genau so dastehen, WORT* ist der Anfang eines Wortes.',
    ),
    "help.export": Message(
        en="Write statements as JSON Lines or CSV.", de="Aussagen als JSON Lines oder CSV schreiben."
    ),
    "help.export.long": Message(
        en="Writes statements as JSON Lines (everything that is known) or CSV (for spreadsheets), always in UTF-8. "
        "In CSV, a cell that a spreadsheet could take for a formula (it begins with = + - @ or a tab) gets an "
        "apostrophe in front, and hidden characters are written as ⟨U+202E⟩; JSON Lines has the words untouched.",
        de="Schreibt Aussagen als JSON Lines (alles, was bekannt ist) oder CSV (für Tabellen), immer in UTF-8. "
        "In CSV bekommt eine Zelle, die ein Tabellenprogramm für eine Formel halten könnte (sie beginnt mit = + - @ "
        "oder einem Tabulator), einen Apostroph davor, und verborgene Zeichen stehen als ⟨U+202E⟩ da; JSON Lines "
        "enthält den unberührten Wortlaut.",
    ),
    "help.verify": Message(
        en="Check that the record is whole and every span fits its text.",
        de="Prüfen, ob die Sammlung unversehrt ist und jede Stelle zu ihrem Text passt.",
    ),
}
