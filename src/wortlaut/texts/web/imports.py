"""What the pages of importing say in the browser."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "import.place": Message(en="Import", de="Einlesen"),
    "import.heading": Message(en="Read something in", de="Etwas einlesen"),
    "import.lead": Message(
        en="Files, a text or addresses: every statement in them is then in the record. Nothing leaves this machine; "
        "only addresses that you give are asked for.",
        de="Dateien, ein Text oder Adressen: Jede Aussage darin steht danach in der Sammlung. Nichts verlässt diesen "
        "Rechner; abgerufen werden nur Adressen, die Sie angeben.",
    ),
    "import.files": Message(en="Files", de="Dateien"),
    "import.drop": Message(en="Drop files or folders here", de="Dateien oder Ordner hierher ziehen"),
    "import.or_choose": Message(en="or choose them", de="oder auswählen"),
    "import.choose": Message(en="Choose files", de="Dateien auswählen"),
    "import.forms": Message(
        en="Text, Markdown, JSON, web pages, agency XML, feeds, CSV, Excel, Word, PDF, press exports, e-mail – also in "
        "ZIP archives. Up to {most} MB together.",
        de="Text, Markdown, JSON, Webseiten, Agentur-XML, Feeds, CSV, Excel, Word, PDF, Presse-Exporte, E-Mail – auch "
        "in ZIP-Archiven. Bis {most} MB zusammen.",
    ),
    "import.chosen_one": Message(en="1 file, %s MB", de="1 Datei, %s MB"),
    "import.chosen": Message(en="%n files, %s MB", de="%n Dateien, %s MB"),
    "import.too_much": Message(
        en="%s MB are more than {most} MB. Take fewer files, or read them with: wortlaut read FILES",
        de="%s MB sind mehr als {most} MB. Nehmen Sie weniger Dateien, oder lesen Sie sie so ein: "
        "wortlaut read DATEIEN",
    ),
    "import.too_many": Message(
        en="%n files are more than 1,000. Take fewer, or pack them into a ZIP archive.",
        de="%n Dateien sind mehr als 1.000. Nehmen Sie weniger, oder packen Sie sie in ein ZIP-Archiv.",
    ),
    "import.text": Message(en="A text", de="Ein Text"),
    "import.paste": Message(en="Paste the article here", de="Den Artikel hier einfügen"),
    "import.title": Message(en="Title", de="Titel"),
    "import.source": Message(en="Paper, agency", de="Medium, Agentur"),
    "import.published": Message(en="Published on", de="Erschienen am"),
    "import.url": Message(en="Address", de="Adresse"),
    "import.known": Message(en="What is known of it (may stay empty)", de="Was man davon weiß (darf leer bleiben)"),
    "import.addresses": Message(en="Addresses", de="Adressen"),
    "import.one_a_line": Message(
        en="Web addresses of articles, one a line", de="Webadressen von Artikeln, eine je Zeile"
    ),
    "import.public": Message(
        en="Only public sites are asked, as their robots.txt allows, once a second at most.",
        de="Gefragt werden nur öffentliche Seiten, wie ihre robots.txt es erlaubt, höchstens einmal je Sekunde.",
    ),
    "import.go": Message(en="Read in", de="Einlesen"),
    "import.pasted": Message(en="pasted text", de="eingefügter Text"),
    "import.no_text": Message(
        en="There is no text. Paste one into the field.", de="Es steht kein Text da. Fügen Sie einen in das Feld ein."
    ),
    "import.no_day": Message(
        en="The day of publication cannot be understood. Write it as 2026-03-04.",
        de="Der Tag des Erscheinens ist nicht zu verstehen. Schreiben Sie ihn wie 2026-03-04.",
    ),
    "import.no_address": Message(
        en="The address must begin with https:// or http://, or stay empty.",
        de="Die Adresse muss mit https:// oder http:// beginnen oder leer bleiben.",
    ),
    "import.no_addresses": Message(
        en="There is no address. Write one a line.", de="Es steht keine Adresse da. Schreiben Sie eine je Zeile."
    ),
    "import.many_addresses": Message(
        en="More than 100 addresses. Give fewer at a time.",
        de="Mehr als 100 Adressen. Geben Sie weniger auf einmal an.",
    ),
    "import.no_files": Message(
        en="No file was chosen. Choose one or more.", de="Keine Datei wurde gewählt. Wählen Sie eine oder mehrere."
    ),
    "import.lately": Message(en="Read in lately", de="Zuletzt eingelesen"),
    "import.kept": Message(
        en="This list lasts as long as the server runs; what was read stays in the record.",
        de="Diese Liste bleibt, solange der Server läuft; was gelesen wurde, bleibt in der Sammlung.",
    ),
    "import.and_more": Message(en="{name} and {count} more", de="{name} und {count} weitere"),
    "import.state.waiting": Message(en="waits", de="wartet"),
    "import.state.reading": Message(en="reading", de="wird gelesen"),
    "import.state.done": Message(en="done", de="fertig"),
    "import.state.stopped": Message(en="stopped", de="abgebrochen"),
    "import.state.failed": Message(en="failed", de="gescheitert"),
    "import.ahead": Message(en="in the queue: place {count}", de="in der Schlange: Platz {count}"),
    "import.step": Message(en="{count} items so far", de="{count} Stücke bisher"),
    "import.step.one": Message(en="1 item so far", de="1 Stück bisher"),
    "import.step_of": Message(en="{at} of {of}, {items}", de="{at} von {of}, {items}"),
    "import.progress": Message(en="progress", de="Fortschritt"),
    "import.stop": Message(en="Stop", de="Abbrechen"),
    "import.stopped": Message(
        en="What was read before is in the record. Read the same again to go on: nothing comes in twice.",
        de="Was bis dahin gelesen war, steht in der Sammlung. Um weiterzumachen, lesen Sie dasselbe noch einmal ein: "
        "Nichts kommt doppelt hinein.",
    ),
    "import.more": Message(en="Read in more", de="Mehr einlesen"),
    "import.new": Message(en="new", de="neu"),
    "import.changed": Message(en="changed", de="geändert"),
    "import.unchanged": Message(en="unchanged", de="unverändert"),
    "import.withdrawn": Message(en="taken back", de="zurückgezogen"),
    "import.rejected": Message(en="refused", de="abgelehnt"),
    "import.statement": Message(en="statement", de="Aussage"),
    "import.statements": Message(en="statements", de="Aussagen"),
    "import.arrived": Message(en="Came in", de="Hereingekommen"),
    "import.refused": Message(en="Refused", de="Abgelehnt"),
    "import.taken_back": Message(en="Taken back", de="Zurückgezogen"),
    "import.and_others": Message(en="and {count} more", de="und {count} weitere"),
    "import.has.one": Message(en="1 statement", de="1 Aussage"),
    "import.has": Message(en="{count} statements", de="{count} Aussagen"),
    "import.arrival.new": Message(en="new", de="neu"),
    "import.arrival.changed": Message(en="new version", de="neue Fassung"),
    "import.arrival.unchanged": Message(en="was there already", de="war schon da"),
    "import.look_at_one": Message(en="Look at it", de="Ansehen"),
    "import.look": Message(en="Look at them in the search", de="In der Suche ansehen"),
    "web.form": Message(
        en="The form holds more than can be taken: a text of more than 1 MB, or more than 1,000 files. Send a long "
        "text as a file, and many files in a ZIP archive.",
        de="Das Formular enthält mehr, als angenommen wird: einen Text von mehr als 1 MB oder mehr als 1.000 Dateien. "
        "Senden Sie einen langen Text als Datei und viele Dateien in einem ZIP-Archiv.",
    ),
    "web.imports_waiting": Message(
        en="Too many imports wait already. Come back when some of them are done.",
        de="Es warten schon zu viele Importe. Kommen Sie wieder, wenn einige fertig sind.",
    ),
    "web.no_import": Message(
        en="There is no such import, or none any more: the list lasts as long as the server runs. What was read is in "
        "the record.",
        de="Das gibt es nicht oder nicht mehr: Die Liste bleibt nur, solange der Server läuft. Was gelesen wurde, "
        "steht in der Sammlung.",
    ),
}
