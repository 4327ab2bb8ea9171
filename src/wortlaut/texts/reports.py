"""What the command line says was found and done."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "read.summary": Message(
        en="{read} read = {stored} stored + {unchanged} unchanged + {rejected} rejected{withdrawn} · "
        "statements: {statements} · {seconds} s ({rate} items/s, {tokens} tokens/s) · {db}",
        de="{read} gelesen = {stored} gespeichert + {unchanged} unverändert + {rejected} abgelehnt{withdrawn} · "
        "Aussagen: {statements} · {seconds} s ({rate} Texte/s, {tokens} Wörter/s) · {db}",
    ),
    "read.and_withdrawn": Message(en=" + {withdrawn} taken back", de=" + {withdrawn} zurückgezogen"),
    "read.withdrawn": Message(en="Taken back: {message}", de="Zurückgezogen: {message}"),
    "retracted.item": Message(en="{who} takes back {item}.", de="{who} zieht {item} zurück."),
    "retracted.somebody": Message(en="Whoever published it", de="Wer sie herausgab,"),
    "retracted.revision": Message(
        en="That holds for its versions up to number {revision}.",
        de="Das gilt für die Fassungen bis zur Nummer {revision}.",
    ),
    "retracted.absent": Message(
        en="The record does not have it; should it come in, it stays out of view.",
        de="Die Sammlung hat sie nicht; kommt sie noch, so bleibt sie verborgen.",
    ),
    "retracted.why": Message(en="Because: {why}", de="Grund: {why}"),
    "retracted.withheld": Message(en="withheld until further notice", de="bis auf Weiteres gesperrt"),
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
    "table.event": Message(en="event", de="Ereignis"),
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
    "card.revision": Message(en="revision {revision}", de="Stand {revision}"),
    "card.decided": Message(en="decided", de="entschieden"),
    "card.decider": Message(en="{name}, {at} (entry {number})", de="{name}, {at} (Eintrag {number})"),
    "card.standing": Message(en="standing", de="Geltung"),
    "decided.entry": Message(
        en="Entry {number} of the history: {action} by {by}. `wortlaut undo {number}` takes it back.",
        de="Eintrag {number} des Verlaufs: {action} durch {by}. `wortlaut undo {number}` nimmt es zurück.",
    ),
    "decided.confirmed": Message(
        en="Statements confirmed with it: {count} (entries {first} to {last}; each is undone by itself).",
        de="Damit bestätigte Aussagen: {count} (Einträge {first} bis {last}; jeder wird für sich zurückgenommen).",
    ),
    "history.none": Message(en="Nobody decided anything yet.", de="Noch hat niemand etwas entschieden."),
    "history.why": Message(en="because", de="weil"),
    "history.undoes": Message(en="of entry {number}", de="von Eintrag {number}"),
    "history.undone": Message(en="(undone)", de="(zurückgenommen)"),
    "history.erased": Message(en="erased by entry {number}", de="gelöscht durch Eintrag {number}"),
    "waiting.none": Message(en="No decision waits for a place.", de="Keine Entscheidung wartet auf eine Stelle."),
    "waiting.article": Message(en="article", de="Artikel"),
    "waiting.advice": Message(
        en="These words are not in the articles any more. Look at the article (`wortlaut show`), decide anew, and take "
        "the old decision back (`wortlaut undo NUMBER`).",
        de="Diese Wörter stehen nicht mehr in den Artikeln. Sehen Sie den Artikel an (`wortlaut show`), "
        "entscheiden Sie neu, und nehmen Sie die alte Entscheidung zurück (`wortlaut undo NUMMER`).",
    ),
    "review.cited": Message(en="in {count} articles", de="in {count} Artikeln"),
    "review.none": Message(
        en="Nothing is left to look at: people decided about every statement that passes these filters.",
        de="Nichts ist mehr anzusehen: Über jede Aussage, die zu diesen Filtern passt, ist entschieden.",
    ),
    "review.more": Message(
        en="The {printed} most needful; --limit N shows more, --interactive asks about each.",
        de="Die {printed} dringendsten; --limit N zeigt mehr, --interactive fragt bei jeder.",
    ),
    "review.question": Message(
        en="Right? [y]es, [n]o, Enter: skip, [q]uit:", de="Richtig? [j]a, [n]ein, Enter: weiter, [q] Ende:"
    ),
    "review.yes": Message(en="y", de="j"),
    "review.no": Message(en="n", de="n"),
    "review.end": Message(en="q", de="q"),
    "review.done": Message(en="Decided: {count}.", de="Entschieden: {count}."),
    "versions.current": Message(en="current version", de="gültige Fassung"),
    "versions.first": Message(en="statements: {count}", de="Aussagen: {count}"),
    "versions.nothing": Message(en="no statement before or after", de="vorher wie nachher keine Aussage"),
    "change.kept": Message(en="kept", de="geblieben"),
    "change.reworded": Message(en="reworded", de="anders gefasst"),
    "change.added": Message(en="added", de="neu"),
    "change.removed": Message(en="removed", de="weggefallen"),
    "backup.made": Message(en="{db}: backed up and checked.", de="{db}: gesichert und geprüft."),
    "restore.done": Message(en="{db} is as {backup} has it.", de="{db} ist auf dem Stand von {backup}."),
    "restore.aside": Message(en="What was there before is in {file}.", de="Was vorher da war, liegt in {file}."),
    "restore.erasures": Message(
        en="What was erased since the backup is erased in it, too.",
        de="Was seit der Sicherung gelöscht wurde, ist auch darin gelöscht.",
    ),
    "table.name": Message(en="name", de="Name"),
    "table.search": Message(en="search", de="Suche"),
    "table.seen": Message(en="last seen", de="zuletzt gesehen"),
    "table.new": Message(en="new", de="neu"),
    "saved.none": Message(
        en="No search is saved. `wortlaut search WORDS --save NAME` saves one.",
        de="Keine Suche ist gespeichert. `wortlaut search WÖRTER --save NAME` speichert eine.",
    ),
    "saved.made": Message(
        en="Saved as {name}. `wortlaut saved {name}` tells what is new from now on.",
        de="Gespeichert als {name}. `wortlaut saved {name}` sagt, was von jetzt an neu ist.",
    ),
    "saved.forgotten": Message(en="The search {name} is forgotten.", de="Die Suche {name} ist vergessen."),
    "saved.nothing_new": Message(en="Nothing is new in {name}.", de="In {name} ist nichts neu."),
    "similar.none": Message(en="No statement is like it.", de="Keine Aussage ähnelt ihr."),
    "reprints.none": Message(en="No article repeats another.", de="Kein Artikel wiederholt einen anderen."),
    "reprints.alone": Message(
        en="This article repeats no other, and no other repeats it.",
        de="Dieser Artikel wiederholt keinen anderen, und keiner wiederholt ihn.",
    ),
    "show.former": Message(
        en="This is a former version; the current one, without the statement: `wortlaut show {article}`.",
        de="Dies ist eine frühere Fassung; die gültige, ohne die Aussage: `wortlaut show {article}`.",
    ),
    "erase.question": Message(
        en="To be erased for good: articles {articles}, statements {statements}. If that is meant, write yes:",
        de="Endgültig zu löschen: Artikel {articles}, Aussagen {statements}. Ist das gemeint, schreiben Sie ja:",
    ),
    "erase.yes": Message(en="yes", de="ja"),
    "erase.nothing": Message(en="There is nothing to erase.", de="Es gibt nichts zu löschen."),
    "erase.left": Message(en="Nothing was erased.", de="Es wurde nichts gelöscht."),
    "erase.done": Message(
        en="Erased: articles {articles}, statements {statements} (entries of the history: {entries}).",
        de="Gelöscht: Artikel {articles}, Aussagen {statements} (Einträge des Verlaufs: {entries}).",
    ),
    "erase.backups": Message(
        en="Earlier backups, exports and copies still have it: see to them yourself.",
        de="Frühere Sicherungen, Ausgaben und Kopien haben es noch: Kümmern Sie sich selbst darum.",
    ),
    "erase.not_purged": Message(
        en="Another program holds the record; its file is cleared of the last traces when it is next opened to write.",
        de="Ein anderes Programm hält die Sammlung; die letzten Spuren verschwinden aus der Datei, wenn sie das "
        "nächste Mal zum Schreiben geöffnet wird.",
    ),
    "agreement.aspect": Message(en="in what", de="worin"),
    "agreement.units": Message(en="units", de="Einheiten"),
    "agreement.alpha": Message(en="alpha", de="Alpha"),
    "agreement.interval": Message(en="95% interval", de="95-%-Bereich"),
    "agreement.range": Message(en="{low} to {high}", de="{low} bis {high}"),
    "agreement.equal": Message(en="alike", de="gleich"),
    "agreement.f1": Message(en="F1", de="F1"),
    "agreement.quote_and_type": Message(en="words with types", de="Worte mit Arten"),
    "agreement.type_of_shared": Message(en="types of shared words", de="Arten gemeinsamer Worte"),
    "agreement.nothing": Message(en="nothing", de="nichts"),
    "agreement.scope": Message(
        en="Articles compared: {articles}; left out, as only one reader has them: {left_out}.",
        de="Verglichene Artikel: {articles}; ausgelassen, da nur ein Leser sie hat: {left_out}.",
    ),
    "search.loose": Message(en="Not all of the words:", de="Nicht alle Wörter:"),
    "show.taken_back": Message(
        en="Its statements are out of view; --all shows them, `wortlaut undo {number}` brings them back.",
        de="Seine Aussagen sind verborgen; --all zeigt sie, `wortlaut undo {number}` holt sie zurück.",
    ),
    "history.taken_back": Message(en="taken back", de="zurückgezogen"),
    "history.up_to": Message(en="versions up to number {revision}", de="Fassungen bis zur Nummer {revision}"),
    "history.item": Message(en="item", de="Meldung"),
    "readers.package": Message(en="package", de="Paket"),
    "readers.made_by": Message(en="reader", de="Leser"),
    "readers.weights": Message(en="weights", de="Gewichte"),
    "readers.certain": Message(en="certain from", de="sicher ab"),
    "readers.folder": Message(en="folder", de="Ordner"),
    "readers.chosen": Message(en="chosen", de="gewählt"),
    "show.also_in": Message(en="also in: {outlets}", de="auch in: {outlets}"),
}
