"""What the command line says was found and done."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
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
