"""What all pages say, and what goes wrong with requests."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "help.serve": Message(
        en="Open the record in a browser, on this machine only.",
        de="Die Sammlung im Browser öffnen, nur auf diesem Rechner.",
    ),
    "help.serve.long": Message(
        en="Serves pages and an API for programs (/api/v1) until it is ended with Ctrl-C. Nothing can be changed "
        "unless --write is given. Only this machine can reach it unless --host says otherwise; there are no accounts "
        "yet, so that whoever reaches it may see all of the record.",
        de="Liefert Seiten und eine Schnittstelle für Programme (/api/v1), bis Strg-C es beendet. Ändern lässt sich "
        "nichts, wenn nicht --write dabeisteht. Nur dieser Rechner erreicht es, wenn --host nichts anderes sagt; noch "
        "gibt es keine Konten, sodass alles sieht, wer es erreicht.",
    ),
    "help.host": Message(
        en="name or IP to listen on (127.0.0.1: this machine only)",
        de="Name oder IP, unter der es erreichbar ist (127.0.0.1: nur dieser Rechner)",
    ),
    "help.port": Message(en="port to listen on; 0 takes any (8765)", de="Port; 0 nimmt irgendeinen freien (8765)"),
    "help.write": Message(
        en="let the record be changed and read into; it is made where there is none",
        de="erlauben, die Sammlung zu ändern und einzulesen; fehlt sie, wird sie angelegt",
    ),
    "help.open": Message(en="open the page in a browser", de="die Seite im Browser öffnen"),
    "metavar.HOST": Message(en="HOST", de="RECHNER"),
    "metavar.PORT": Message(en="PORT", de="PORT"),
    "serve.ready": Message(
        en="{db} is open at {address} – Ctrl-C ends it.", de="{db} ist offen unter {address} – Strg-C beendet es."
    ),
    "serve.made": Message(
        en="{db} is new and empty: read something in on the page Import.",
        de="{db} ist neu und leer: Lesen Sie auf der Seite Einlesen etwas ein.",
    ),
    "serve.public": Message(
        en="Others can reach {host}, too, and there are no accounts: they see all of the record.",
        de="Auch andere erreichen {host}, und es gibt keine Konten: Sie sehen die ganze Sammlung.",
    ),
    "serve.port": Message(
        en="--port {value} is no port. Write a number from 0 to 65535.",
        de="--port {value} ist kein Port. Schreiben Sie eine Zahl von 0 bis 65535.",
    ),
    "site.name": Message(en="wortlaut", de="wortlaut"),
    "site.skip": Message(en="To the content", de="Zum Inhalt"),
    "site.navigation": Message(en="Pages", de="Seiten"),
    "site.language": Message(en="Language", de="Sprache"),
    "site.language_de": Message(en="Deutsch", de="Deutsch"),
    "site.language_en": Message(en="English", de="English"),
    "site.made": Message(
        en="wortlaut {program}, the record of who said what.",
        de="wortlaut {program}, die Sammlung, wer was gesagt hat.",
    ),
    "site.caution": Message(
        en="A program read these texts. Percentages say how sure it was, not that it is right: check the words.",
        de="Ein Programm hat diese Texte gelesen. Prozente sagen, wie sicher es war, nicht, dass es recht hat: Prüfen "
        "Sie den Wortlaut.",
    ),
    "site.problem": Message(en="That did not work", de="Das ging nicht"),
    "site.back": Message(en="To the first page", de="Zur ersten Seite"),
    "web.host": Message(
        en="This server does not answer to that name. Open the address that `wortlaut serve` printed.",
        de="Dieser Server hört nicht auf diesen Namen. Öffnen Sie die Adresse, die `wortlaut serve` genannt hat.",
    ),
    "web.cross_site": Message(
        en="This came from a page of another site, which may not change the record.",
        de="Das kam von einer Seite anderswo, und die darf die Sammlung nicht ändern.",
    ),
    "web.read_only": Message(
        en="Nothing can be changed here. Start with `wortlaut serve --write` to change the record.",
        de="Hier lässt sich nichts ändern. Starten Sie mit `wortlaut serve --write`, um die Sammlung zu ändern.",
    ),
    "web.json_only": Message(
        en="Send JSON, with the header `Content-Type: application/json`.",
        de="Senden Sie JSON, mit der Kopfzeile `Content-Type: application/json`.",
    ),
    "web.token": Message(
        en="The form is too old or not from here. Load the page anew and send it again.",
        de="Das Formular ist zu alt oder nicht von hier. Laden Sie die Seite neu, und senden Sie es noch einmal.",
    ),
    "web.too_many": Message(
        en="Too many requests at once. Wait a moment.", de="Zu viele Anfragen auf einmal. Warten Sie einen Augenblick."
    ),
    "web.too_large": Message(
        en="That is more than may be sent at once. Send less, or read it with `wortlaut read`.",
        de="Das ist mehr, als auf einmal gesendet werden darf. Senden Sie weniger, oder lesen Sie es mit "
        "`wortlaut read`.",
    ),
    "web.internal": Message(
        en="This is a fault of the program. The log says where.",
        de="Das ist ein Fehler des Programms. Das Protokoll sagt, wo.",
    ),
    "web.not_found": Message(en="There is no such page.", de="Diese Seite gibt es nicht."),
    "web.method": Message(en="That cannot be done with this address.", de="Das geht mit dieser Adresse nicht."),
    "web.invalid": Message(en="A value cannot be used: {what}", de="Ein Wert ist nicht verwendbar: {what}"),
    "web.http": Message(en="The request cannot be answered.", de="Die Anfrage lässt sich nicht beantworten."),
}
