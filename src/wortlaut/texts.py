"""What the outlets say to people, in English and German next to each other.

The texts of errors stand with the errors (`wortlaut.errors`), those of refused items with the intake. Here are those of
the command line and of the page.
"""

from datetime import date

from wortlaut.messages import Message

__all__ = ["TEXTS", "Texts", "day"]

TEXTS = {
    # The field's terms.
    "type.direct": Message(en="direct", de="direkt"),
    "type.indirect": Message(en="indirect", de="indirekt"),
    "type.reported": Message(en="reported", de="berichtet"),
    "type.free_indirect": Message(en="free indirect", de="frei indirekt"),
    "type.indirect_free_indirect": Message(en="indirect/free indirect", de="indirekt/frei indirekt"),
    "medium.speech": Message(en="speech", de="Rede"),
    "medium.thought": Message(en="thought", de="Gedanke"),
    "medium.writing": Message(en="writing", de="Schrift"),
    "medium.speech_thought": Message(en="speech or thought", de="Rede oder Gedanke"),
    "medium.speech_writing": Message(en="speech or writing", de="Rede oder Schrift"),
    "medium.thought_writing": Message(en="thought or writing", de="Gedanke oder Schrift"),
    "role.speaker": Message(en="speaker", de="Sprecher"),
    "role.addressee": Message(en="addressee", de="Adressat"),
    "role.cue": Message(en="cue", de="Redewort"),
    "role.frame": Message(en="frame", de="Rahmen"),
    "role.quote": Message(en="statement", de="Aussage"),
    "percent": Message(en="{number}%", de="{number} %"),
    # The page.
    "page.untitled": Message(en="Article without a title", de="Artikel ohne Überschrift"),
    "page.skip": Message(en="To the list of statements", de="Zur Liste der Aussagen"),
    "page.original": Message(en="original", de="Original"),
    "page.legend": Message(en="How to read the marks", de="So sind die Markierungen zu lesen"),
    "page.article": Message(en="Text of the article", de="Text des Artikels"),
    "page.statements": Message(en="Statements ({count})", de="Aussagen ({count})"),
    "page.none": Message(
        en="No statement was found in this article.", de="In diesem Artikel wurde keine Aussage gefunden."
    ),
    "page.mark_label": Message(
        en="statement {number}, {type}, speaker: {speaker}", de="Aussage {number}, {type}, Sprecher: {speaker}"
    ),
    "page.card_label": Message(en="statement {number}, {type}", de="Aussage {number}, {type}"),
    "page.to_text": Message(en="statement {number} in the text", de="Aussage {number} im Text"),
    "page.statement": Message(en="statement {number}", de="Aussage {number}"),
    "page.inside": Message(en="inside", de="steht in"),
    "page.contains": Message(en="contains", de="enthält"),
    "page.no_speaker": Message(en="not named", de="nicht genannt"),
    "page.sure": Message(en="how sure the reader is", de="wie sicher sich der Leser ist"),
    "page.made": Message(
        en="Found by wortlaut {program}, the record of who said what.",
        de="Gefunden von wortlaut {program}, der Sammlung, wer was gesagt hat.",
    ),
    "page.article_id": Message(en="article", de="Artikel"),
    "page.reader": Message(en="reader", de="Leser"),
    "page.caution": Message(
        en="A program read this text. The percentages say how sure it was, not that it is right: check the words.",
        de="Ein Programm hat diesen Text gelesen. Die Prozente sagen, wie sicher es war, nicht, dass es recht hat: "
        "Prüfen Sie den Wortlaut oben.",
    ),
    # The command line: help.
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
    # The command line: what was wrong.
    "error": Message(en="Error: {message}", de="Fehler: {message}"),
    "error.output": Message(
        en="Error: {file} cannot be written: {problem}.", de="Fehler: {file} lässt sich nicht schreiben: {problem}."
    ),
    "error.internal": Message(
        en="This is a fault of wortlaut. What was stored before is safe; please report this.",
        de="Das ist ein Fehler von wortlaut. Was schon gespeichert war, ist sicher; bitte melden Sie dies.",
    ),
    "interrupted": Message(en="Interrupted.", de="Unterbrochen."),
    "usage.help": Message(
        en="`wortlaut --help` shows how it is called.", de="`wortlaut --help` zeigt, wie man es aufruft."
    ),
    "usage.no_command": Message(
        en="There is no command {name}. There are: {commands}.",
        de="Den Befehl {name} gibt es nicht. Es gibt: {commands}.",
    ),
    "usage.no_option": Message(en="There is no option {name}.", de="Die Option {name} gibt es nicht."),
    "usage.no_option_but": Message(
        en="There is no option {name}. Did you mean {possible}?",
        de="Die Option {name} gibt es nicht. Meinten Sie {possible}?",
    ),
    "usage.no_value": Message(
        en="The option {name} needs a value behind it.", de="Hinter der Option {name} fehlt ein Wert."
    ),
    "usage.missing": Message(en="{name} is missing.", de="{name} fehlt."),
    "usage.too_many": Message(en="That is too much: {arguments}.", de="Das ist zu viel: {arguments}."),
    "usage.lang": Message(
        en="--lang {value} is unknown: write de or en.", de="--lang {value} ist unbekannt: Schreiben Sie de oder en."
    ),
    "usage.limit": Message(
        en="--limit {value} is no number: write 0 or more.",
        de="--limit {value} ist keine Zahl: Schreiben Sie 0 oder mehr.",
    ),
    "usage.format": Message(
        en="--format {value} is unknown: write jsonl or csv.",
        de="--format {value} ist unbekannt: Schreiben Sie jsonl oder csv.",
    ),
    "usage.type": Message(
        en="--type {value} is unknown: write one of {known}.", de="--type {value} ist unbekannt: Schreiben Sie {known}."
    ),
    "usage.date": Message(
        en="{option} {value} is no day: write it as 2025-11-27 or 27.11.2025.",
        de="{option} {value} ist kein Tag: Schreiben Sie ihn wie 2025-11-27 oder 27.11.2025.",
    ),
    "usage.map": Message(
        en="--map {value} is incomplete: write it as --map text=FIELD.",
        de="--map {value} ist unvollständig: Schreiben Sie es wie --map text=FELD.",
    ),
    "usage.setting": Message(
        en="The setting {name} cannot be {value}: {problem}.",
        de="Die Einstellung {name} kann nicht {value} sein: {problem}.",
    ),
    "usage.over_record": Message(
        en="{file} is the record itself and was left as it is. Name another file.",
        de="{file} ist die Sammlung selbst und blieb unverändert. Nennen Sie eine andere Datei.",
    ),
    "refused.language": Message(
        en="The text could not be cut into sentences and words ({problem}). Please report it.",
        de="Der Text ließ sich nicht in Sätze und Wörter teilen ({problem}). Bitte melden Sie das.",
    ),
    "refused.reading": Message(
        en="The reader failed on this item ({problem}). Report it to those who made the reader.",
        de="Der Leser scheiterte an diesem Text ({problem}). Melden Sie es denen, die ihn gemacht haben.",
    ),
    # The command line: what was done.
    "read.summary": Message(
        en="{read} read = {stored} stored + {unchanged} unchanged + {rejected} rejected · statements: {statements} · "
        "{seconds} s ({rate} items/s, {tokens} tokens/s) · {db}",
        de="{read} gelesen = {stored} gespeichert + {unchanged} unverändert + {rejected} abgelehnt · "
        "Aussagen: {statements} · {seconds} s ({rate} Texte/s, {tokens} Wörter/s) · {db}",
    ),
    "read.rejected": Message(en="Rejected: {message}", de="Abgelehnt: {message}"),
    "read.note": Message(en="Note: {note}", de="Hinweis: {note}"),
    "read.unchanged": Message(en="unchanged", de="unverändert"),
    "read.interrupted": Message(
        en="Interrupted. The {stored} items stored by this run are safe in {db}; repeat the command to go on.",
        de="Unterbrochen. Die {stored} in diesem Lauf gespeicherten Texte sind sicher in {db}; "
        "wiederholen Sie den Befehl, um weiterzumachen.",
    ),
    "progress.items": Message(en="{count} items", de="{count} Texte"),
    "progress.item_rate": Message(en="{rate} items/s", de="{rate} Texte/s"),
    "progress.token_rate": Message(en="{rate} tokens/s", de="{rate} Wörter/s"),
    "progress.rejected": Message(en="{count} rejected", de="{count} abgelehnt"),
    "progress.left": Message(en="{time} left", de="noch {time}"),
    "show.written": Message(en="Written: {file}", de="Geschrieben: {file}"),
    "table.id": Message(en="id", de="Kennung"),
    "table.published": Message(en="published", de="erschienen"),
    "table.source": Message(en="source", de="Quelle"),
    "table.type": Message(en="type", de="Art"),
    "statements.none": Message(en="No statement passes these filters.", de="Keine Aussage passt zu diesen Filtern."),
    "statements.more": Message(
        en="{printed} of {total} statements; --limit N shows more.",
        de="{printed} von {total} Aussagen; --limit N zeigt mehr.",
    ),
    "search.none": Message(
        en="Nothing found. Fewer words, or a beginning such as Friede*, find more.",
        de="Nichts gefunden. Weniger Wörter oder ein Anfang wie Friede* finden mehr.",
    ),
    "search.more": Message(
        en="Only the best {printed}; --limit N shows more.", de="Nur die {printed} besten; --limit N zeigt mehr."
    ),
    "export.written": Message(en="Written: {file}", de="Geschrieben: {file}"),
    "verify.fine": Message(en="{db}: all is as it should be.", de="{db}: Alles ist, wie es sein soll."),
    "verify.problems": Message(
        en="{db}: {count} problems. Copy the file away, and go back to a backup if there is one.",
        de="{db}: {count} Fehler. Legen Sie eine Kopie der Datei beiseite und gehen Sie auf eine Sicherung zurück.",
    ),
}

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}


class Texts:
    """The texts in one language (`de`; anything else gives English): `texts("page.inside")`."""

    def __init__(self, language: str) -> None:
        self.language = "de" if language == "de" else "en"

    def __call__(self, key: str, **values: object) -> str:
        """The text of that key with `values` put in."""
        return TEXTS[key].text(self.language, values)


def day(when: date, language: str) -> str:
    """A date for people: `27 November 2025`, `27. November 2025`."""
    month = _MONTHS["de" if language == "de" else "en"].split()[when.month - 1]
    return f"{when.day}{'.' if language == 'de' else ''} {month} {when.year}"
