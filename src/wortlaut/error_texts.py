"""What the errors of `wortlaut.errors` say, in English and German next to each other, by their codes."""

from wortlaut.messages import Message

__all__ = ["MESSAGES"]

MESSAGES = {
    "record_missing": Message(
        en="There is no record at {path}. Make one with `wortlaut read PATH… --db {path}`, "
        "or name the right file with `--db`.",
        de="Unter {path} liegt keine Sammlung. `wortlaut read PFAD… --db {path}` legt eine an; "
        "eine andere Datei nennt `--db`.",
    ),
    "record_folder_missing": Message(
        en="The record cannot be made at {path}: the folder {folder} does not exist. Make the folder, "
        "or name another file with `--db`.",
        de="Die Sammlung {path} kann nicht angelegt werden: Den Ordner {folder} gibt es nicht. "
        "Legen Sie ihn an oder nennen Sie mit `--db` eine andere Datei.",
    ),
    "record_not_sqlite": Message(
        en="{path} is not a wortlaut record: it is no SQLite file. It was left as it is; "
        "name another file with `--db`.",
        de="{path} ist keine Sammlung von wortlaut: Es ist keine SQLite-Datei. Sie blieb unverändert; "
        "nennen Sie mit `--db` eine andere Datei.",
    ),
    "record_of_other_program": Message(
        en="{path} is not a wortlaut record: it is an SQLite file of another program (application id {found}). "
        "It was left as it is; name another file with `--db`.",
        de="{path} ist keine Sammlung von wortlaut: Es ist die SQLite-Datei eines anderen Programms "
        "(Anwendungskennung {found}). Sie blieb unverändert; nennen Sie mit `--db` eine andere Datei.",
    ),
    "record_no_file": Message(
        en="{path} is not a wortlaut record: it is no file but a folder or a device. Name a file with `--db`.",
        de="{path} ist keine Sammlung von wortlaut: Es ist keine Datei, sondern ein Ordner oder ein Gerät. "
        "Nennen Sie mit `--db` eine Datei.",
    ),
    "record_newer": Message(
        en="{path} was written by a newer wortlaut: it has schema {found}, this program knows up to {known}. "
        "Update wortlaut.",
        de="{path} stammt von einem neueren wortlaut: Die Sammlung hat das Schema {found}, dieses Programm "
        "kennt höchstens {known}. Bringen Sie wortlaut auf den neuen Stand.",
    ),
    "record_damaged": Message(
        en="The record {path} is damaged: {what}. Copy the file away and go back to a backup; "
        "if the file still opens, `wortlaut verify --db {path}` lists what is affected.",
        de="Die Sammlung {path} ist beschädigt: {what}. Legen Sie eine Kopie der Datei beiseite und gehen Sie auf "
        "eine Sicherung zurück; lässt sich die Datei noch öffnen, so listet `wortlaut verify --db {path}` auf, "
        "was betroffen ist.",
    ),
    "record_read_only": Message(
        en="The record {path} cannot be written: {what}. Give yourself the right to write the file and its "
        "folder, or name another file with `--db`.",
        de="Die Sammlung {path} lässt sich nicht schreiben: {what}. Geben Sie sich das Schreibrecht für die "
        "Datei und ihren Ordner, oder nennen Sie mit `--db` eine andere Datei.",
    ),
    "record_too_old_to_read": Message(
        en="The record {path} has the older schema {found} and must first be brought up to {known}, but it cannot "
        "be written. Open it once with the right to write it.",
        de="Die Sammlung {path} hat das ältere Schema {found} und muss erst auf {known} gebracht werden, lässt sich "
        "aber nicht schreiben. Öffnen Sie sie einmal mit Schreibrecht.",
    ),
    "record_interrupted": Message(
        en="A program was interrupted while it wrote the record {path}; to set that right, the file and its folder "
        "must be writable. Open it once with the right to write; what had been acknowledged is safe.",
        de="Ein Programm wurde unterbrochen, als es in die Sammlung {path} schrieb; um das zu bereinigen, müssen "
        "die Datei und ihr Ordner beschreibbar sein. Öffnen Sie sie einmal mit Schreibrecht; was als "
        "gespeichert gemeldet war, ist sicher.",
    ),
    "record_full": Message(
        en="The record {path} cannot grow: {what}. What was stored before is safe; "
        "make room and run the command again.",
        de="Die Sammlung {path} kann nicht wachsen: {what}. Was schon gespeichert war, ist sicher; "
        "schaffen Sie Platz und wiederholen Sie den Befehl.",
    ),
    "record_disk": Message(
        en="The disk gives errors at the record {path}: {what}. What was acknowledged before is stored; "
        "look after the disk and run the command again.",
        de="Der Datenträger meldet Fehler bei der Sammlung {path}: {what}. Was schon als gespeichert gemeldet war, "
        "ist gespeichert; prüfen Sie den Datenträger und wiederholen Sie den Befehl.",
    ),
    "record_busy": Message(
        en="Another program holds the record {path}. Let it finish and try again.",
        de="Ein anderes Programm hält die Sammlung {path}. "
        "Lassen Sie es fertig werden und versuchen Sie es noch einmal.",
    ),
    "record_written_all_the_time": Message(
        en="The record {path} could not be copied: others write to it all the time, and copying it takes longer than "
        "the {seconds} seconds for which they can be made to wait. Let the writing rest and try again.",
        de="Die Sammlung {path} ließ sich nicht kopieren: Andere schreiben unablässig hinein, und die Kopie braucht "
        "länger als die {seconds} Sekunden, die man sie warten lassen kann. Lassen Sie das Schreiben ruhen, und "
        "versuchen Sie es noch einmal.",
    ),
    "backup_of_damaged": Message(
        en="The record {path} is damaged ({what}), so no backup was made; those from before are still there. "
        "`wortlaut verify` tells more, `wortlaut restore` brings a backup back.",
        de="Die Sammlung {path} ist beschädigt ({what}), darum wurde sie nicht gesichert; frühere Sicherungen sind "
        "noch da. `wortlaut verify` sagt mehr, `wortlaut restore` holt eine Sicherung zurück.",
    ),
    "backup_damaged": Message(
        en="The backup {path} is damaged ({what}), so nothing was restored. Take another backup.",
        de="Die Sicherung {path} ist beschädigt ({what}), darum wurde nichts wiederhergestellt. Nehmen Sie eine "
        "andere.",
    ),
    "backup_missing": Message(
        en="There is no backup at {path}. Name the file that `wortlaut backup` made.",
        de="Unter {path} liegt keine Sicherung. Nennen Sie die Datei, die `wortlaut backup` gemacht hat.",
    ),
    "backup_into_itself": Message(
        en="{path} is the record itself. Name another file or a folder.",
        de="{path} ist die Sammlung selbst. Nennen Sie eine andere Datei oder einen Ordner.",
    ),
    "backup_needs_folder": Message(
        en="Several backups can be kept only in a folder, and {path} is none. Name a folder.",
        de="Mehrere Sicherungen lassen sich nur in einem Ordner aufheben, und {path} ist keiner. Nennen Sie einen.",
    ),
    "backup_would_replace": Message(
        en="{path} is not a backup of this record and was left as it is. Name another file or move it away.",
        de="{path} ist keine Sicherung dieser Sammlung und blieb, wie es ist. Nennen Sie eine andere Datei, oder "
        "bringen Sie diese weg.",
    ),
    "backup_of_other_record": Message(
        en="{path} is not a backup of the record that lies there, so what was erased from that cannot be kept out. "
        "Move the record away to restore all the same.",
        de="{path} ist keine Sicherung der Sammlung, die dort liegt; was aus dieser gelöscht wurde, lässt sich darum "
        "nicht fernhalten. Bringen Sie die Sammlung weg, um trotzdem wiederherzustellen.",
    ),
    "restore_over_unreadable": Message(
        en="What lies at {path} cannot be read ({what}), so it is not known what was erased from it since the backup. "
        "Move it away to restore all the same; what was erased since then must be erased anew.",
        de="Was unter {path} liegt, ist nicht lesbar ({what}); so ist nicht bekannt, was seit der Sicherung daraus "
        "gelöscht wurde. Bringen Sie es weg, um trotzdem wiederherzustellen; was seither gelöscht wurde, muss dann "
        "noch einmal gelöscht werden.",
    ),
    "article_not_in_record": Message(
        en="The record {path} has no article {id}. `wortlaut statements` shows the ids that it has.",
        de="Die Sammlung {path} hat keinen Artikel {id}. `wortlaut statements` zeigt die vorhandenen Kennungen.",
    ),
    "statement_not_in_record": Message(
        en="The record {path} has no statement {id}. `wortlaut statements` shows the ids that it has.",
        de="Die Sammlung {path} hat keine Aussage {id}. `wortlaut statements` zeigt die vorhandenen Kennungen.",
    ),
    "search_not_in_record": Message(
        en="The record {path} has no saved search named {name!r}.",
        de="Die Sammlung {path} hat keine gemerkte Suche namens {name!r}.",
    ),
    "search_name_taken": Message(
        en="The record {path} has a saved search named {name!r} already. Take another name, or forget that one first.",
        de="Die Sammlung {path} hat schon eine gemerkte Suche namens {name!r}. Nehmen Sie einen anderen Namen oder "
        "vergessen Sie jene zuerst.",
    ),
    "id_ambiguous": Message(
        en="{id} can be more than one in the record {path}: {candidates}. Write more of the id.",
        de="{id} passt in der Sammlung {path} auf mehrere: {candidates}. Schreiben Sie mehr von der Kennung.",
    ),
    "decision_without_person": Message(
        en="A decision needs the name of who makes it. Say it with `--by NAME` or set WORTLAUT_EDITOR.",
        de="Eine Entscheidung braucht den Namen dessen, der sie trifft. Nennen Sie ihn mit `--by NAME`, oder setzen "
        "Sie WORTLAUT_EDITOR.",
    ),
    "statement_of_old_version": Message(
        en="Statement {id} stands only in an earlier version of article {article}; the current one does not have its "
        "words. Decide about the statements of the current version: `wortlaut show {article}`.",
        de="Die Aussage {id} steht nur in einer früheren Fassung des Artikels {article}; die gültige hat ihre Wörter "
        "nicht. Entscheiden Sie über die Aussagen der gültigen Fassung: `wortlaut show {article}`.",
    ),
    "statement_read_anew": Message(
        en="Statement {id} is not as you saw it: it was read anew since. Nothing was changed; look again "
        "(`wortlaut show {id}`) and decide then.",
        de="Die Aussage {id} ist nicht mehr, wie Sie sie sahen: Sie wurde neu gelesen. Es wurde nichts geändert; "
        "sehen Sie sie noch einmal an (`wortlaut show {id}`), und entscheiden Sie dann.",
    ),
    "statement_decided_meanwhile": Message(
        en="{by} decided about statement {id} at {at:%Y-%m-%d %H:%M} UTC (entry {number}), after you looked at it. "
        "Nothing was changed; look again (`wortlaut show {id}`) and decide then.",
        de="{by} hat am {at:%d.%m.%Y um %H:%M} UTC über die Aussage {id} entschieden (Eintrag {number}), nachdem Sie "
        "sie angesehen haben. Es wurde nichts geändert; sehen Sie sie noch einmal an (`wortlaut show {id}`), und "
        "entscheiden Sie dann.",
    ),
    "article_changed_meanwhile": Message(
        en="Article {article} has another version since you looked at it. Nothing was changed; look again "
        "(`wortlaut show {article}`) and decide then.",
        de="Der Artikel {article} hat eine neue Fassung, seit Sie ihn angesehen haben. Es wurde nichts geändert; sehen "
        "Sie ihn noch einmal an (`wortlaut show {article}`), und entscheiden Sie dann.",
    ),
    "part_needed": Message(
        en="Statement {id} cannot be without its {part}. Say what is right instead, or reject the whole statement.",
        de="Die Aussage {id} kann nicht ohne den Teil {part} sein. Sagen Sie stattdessen, was richtig ist, oder "
        "verwerfen Sie die ganze Aussage.",
    ),
    "quote_and_type_needed": Message(
        en="A new statement of article {article} needs at least its quote and its type.",
        de="Eine neue Aussage des Artikels {article} braucht wenigstens ihre Worte und ihre Art.",
    ),
    "statement_there_already": Message(
        en="Article {article} has statement {id} with just this quote already. Confirm or correct that one.",
        de="Der Artikel {article} hat mit genau diesen Worten schon die Aussage {id}. Bestätigen oder berichtigen Sie "
        "diese.",
    ),
    "nothing_decided": Message(
        en="Nothing is said about statement {id}. Name at least one part and what it is to be.",
        de="Über die Aussage {id} ist nichts gesagt. Nennen Sie wenigstens einen Teil und was er sein soll.",
    ),
    "span_outside": Message(
        en="The {part} of statement {id} cannot reach to {end}: the text has {length} characters.",
        de="Der Teil {part} der Aussage {id} kann nicht bis {end} reichen: Der Text hat {length} Zeichen.",
    ),
    "spans_disordered": Message(
        en="The places of the {part} of statement {id} overlap or stand in the wrong order. Give them in the order of "
        "the text.",
        de="Die Stellen des Teils {part} der Aussage {id} überschneiden sich oder sind in falscher Reihenfolge. "
        "Nennen Sie sie in der Reihenfolge des Textes.",
    ),
    "mention_empty": Message(
        en="One of the {part} of statement {id} has no words. Leave it out.",
        de="Zum Teil {part} der Aussage {id} gehört eine Nennung ohne Wörter. Lassen Sie sie weg.",
    ),
    "parent_missing": Message(
        en="Statement {id} cannot stand inside {parent}: the article's current version has no such statement.",
        de="Die Aussage {id} kann nicht in {parent} stehen: Die gültige Fassung des Artikels hat keine solche Aussage.",
    ),
    "parent_smaller": Message(
        en="Statement {id} cannot stand inside one whose words are a part of its own. Put the shorter one inside it.",
        de="Die Aussage {id} kann nicht in einer stehen, deren Worte ein Teil der ihren sind. Setzen Sie die "
        "kürzere in sie.",
    ),
    "parent_inside_itself": Message(
        en="Statement {id} cannot stand inside {parent}: that one is itself inside {id}, or the same.",
        de="Die Aussage {id} kann nicht in {parent} stehen: Diese steht selbst in {id}, oder es ist dieselbe.",
    ),
    "entry_missing": Message(
        en="The history has no entry {number}. `wortlaut history` shows the numbers.",
        de="Der Verlauf hat keinen Eintrag {number}. `wortlaut history` zeigt die Nummern.",
    ),
    "entry_erased": Message(
        en="Entry {number} of the history cannot be undone: erasing is for good.",
        de="Der Eintrag {number} des Verlaufs lässt sich nicht zurücknehmen: Löschen ist endgültig.",
    ),
    "entry_undone_already": Message(
        en="Entry {number} of the history is undone already. To bring it back, undo the entry that undid it "
        "(`wortlaut history`).",
        de="Der Eintrag {number} des Verlaufs ist schon zurückgenommen. Um ihn wiederherzustellen, nehmen Sie den "
        "Eintrag zurück, der das tat (`wortlaut history`).",
    ),
    "reader_unknown": Message(
        en="No reader {name!r} is installed. There are: {installed}.",
        de="Ein Leser {name!r} ist nicht installiert. Vorhanden: {installed}.",
    ),
    "weights_unreadable": Message(
        en="The weights in {folder} cannot be read: {what}. Install wortlaut anew.",
        de="Die Gewichte in {folder} lassen sich nicht lesen: {what}. Installieren Sie wortlaut neu.",
    ),
    "weights_changed": Message(
        en="The weights in {folder} are not as shipped: their digest is {found:.12}…, it should be {expected:.12}…. "
        "Install wortlaut anew.",
        de="Die Gewichte in {folder} sind nicht die ausgelieferten: Ihre Prüfsumme ist {found:.12}…, sie sollte "
        "{expected:.12}… sein. Installieren Sie wortlaut neu.",
    ),
    "article_not_screened": Message(
        en="Article {article} holds words that were erased from the record. Read it as `Record.screened` gives it.",
        de="Der Artikel {article} enthält Wörter, die aus der Sammlung gelöscht wurden. Lesen Sie ihn so, wie "
        "`Record.screened` ihn gibt.",
    ),
    "statement_impossible": Message(
        en="The reader {reader} gave a statement for article {article} that cannot be: {what}. "
        "Nothing of the article was stored; report it to those who made the reader.",
        de="Der Leser {reader} gab für den Artikel {article} eine unmögliche Aussage: {what}. Von dem Artikel "
        "wurde nichts gespeichert; melden Sie es denen, die den Leser gemacht haben.",
    ),
    "words_absent": Message(
        en="The article does not have the words {words!r}. Write them as they stand there, or give their place as "
        "START-END.",
        de="Der Artikel hat die Wörter {words!r} nicht. Schreiben Sie sie, wie sie dort stehen, oder nennen Sie ihre "
        "Stelle als ANFANG-ENDE.",
    ),
    "words_absent_but": Message(
        en="The article does not have the words {words!r}. A part of them stands there: {places}. Write them as they "
        "stand there, or give their place as START-END.",
        de="Der Artikel hat die Wörter {words!r} nicht. Ein Teil davon steht dort: {places}. Schreiben Sie sie, wie "
        "sie dort stehen, oder nennen Sie ihre Stelle als ANFANG-ENDE.",
    ),
    "words_ambiguous": Message(
        en="{words!r} stands in the article more than once: {places}. Write more words, or give the place as "
        "START-END.",
        de="{words!r} steht mehrmals im Artikel: {places}. Schreiben Sie mehr Wörter, oder nennen Sie die Stelle als "
        "ANFANG-ENDE.",
    ),
    "words_disordered": Message(
        en="{words!r} stands only before or inside the part that was named before it: {places}. Name the parts in the "
        "order of the text.",
        de="{words!r} steht nur vor oder in dem Teil, der davor genannt ist: {places}. Nennen Sie die Teile in der "
        "Reihenfolge des Textes.",
    ),
    "place_impossible": Message(
        en="{place} is no place: its end must come after its start. Write it as 71-133.",
        de="{place} ist keine Stelle: Ihr Ende muss hinter ihrem Anfang liegen. Schreiben Sie sie wie 71-133.",
    ),
    "path_missing": Message(
        en="There is no file or folder {path}, and no file matches it as a pattern. Check the spelling.",
        de="Es gibt keine Datei und keinen Ordner {path}, und als Muster passt es auf keine Datei. "
        "Prüfen Sie die Schreibweise.",
    ),
    "paths_missing": Message(
        en="None of these paths leads to a file: {paths}. Check the spelling.",
        de="Keiner dieser Pfade führt zu einer Datei: {paths}. Prüfen Sie die Schreibweise.",
    ),
    "folder_empty": Message(
        en="There is no file to read in {path} (hidden files, whose names begin with a dot, are left out).",
        de="In {path} ist keine Datei zu lesen (versteckte, deren Namen mit einem Punkt beginnen, bleiben außen vor).",
    ),
    "encoding_unknown": Message(
        en="There is no text encoding called {name}. Name one such as utf-8, utf-16, windows-1252 or iso-8859-15.",
        de="Es gibt keine Textkodierung namens {name}. "
        "Nennen Sie eine wie utf-8, utf-16, windows-1252 oder iso-8859-15.",
    ),
    "map_target_unknown": Message(
        en="--map cannot fill {target}. It can fill: {known}.",
        de="--map kann {target} nicht füllen. Füllen kann es: {known}.",
    ),
    "map_field_empty": Message(
        en="--map names no field for {target}. Write --map {target}=FIELD.",
        de="--map nennt kein Feld für {target}. Schreiben Sie --map {target}=FELD.",
    ),
    "codings_too_few": Message(
        en="Agreement needs two readers or more, there is only {count}. Name another coding.",
        de="Übereinstimmung braucht mindestens zwei Leser, da ist nur {count}. Nennen Sie eine weitere Kodierung.",
    ),
    "coding_twice": Message(
        en="Two codings have the name {name!r}. Give each reader a name of its own.",
        de="Zwei Kodierungen heißen {name!r}. Geben Sie jedem Leser einen eigenen Namen.",
    ),
    "coding_texts_differ": Message(
        en="The article {article} has another text with {second!r} than with {first!r}, from character {place} on. "
        "Compare codings of the same version.",
        de="Der Artikel {article} hat bei {second!r} einen anderen Text als bei {first!r}, ab Zeichen {place}. "
        "Vergleichen Sie Kodierungen derselben Fassung.",
    ),
    "coding_outside": Message(
        en="The statement {statement} of {name!r} ends at character {end}, but the text of the article {article} has "
        "only {length}. Compare statements with the text that they were made on.",
        de="Die Aussage {statement} von {name!r} endet bei Zeichen {end}, der Text des Artikels {article} hat aber "
        "nur {length}. Vergleichen Sie Aussagen mit dem Text, zu dem sie gehören.",
    ),
    "coding_unreadable": Message(
        en="{path} cannot be read: {what}. Name a record or an export of statements as JSON Lines.",
        de="{path} lässt sich nicht lesen: {what}. Nennen Sie eine Sammlung oder eine Ausgabe von Aussagen als JSON "
        "Lines.",
    ),
    "export_line_unknown": Message(
        en="Line {line} of {path} is no statement. Name an export made with `wortlaut export`.",
        de="Zeile {line} von {path} ist keine Aussage. Nennen Sie eine Ausgabe von `wortlaut export`.",
    ),
    "export_words_differ": Message(
        en="Line {line} of {path} quotes words that the record's article {article} does not have at that place. "
        "Compare exports of the same version.",
        de="Zeile {line} von {path} zitiert Wörter, die der Artikel {article} der Sammlung an der Stelle nicht hat. "
        "Vergleichen Sie Ausgaben derselben Fassung.",
    ),
    "part_unknown": Message(
        en="A statement has no part {part}. There are: {known}.",
        de="Eine Aussage hat keinen Teil {part}. Es gibt: {known}.",
    ),
    "search_name": Message(
        en="A search cannot be saved as {name!r}. Take a name of visible characters.",
        de="Eine Suche lässt sich nicht unter {name!r} speichern. Nehmen Sie einen Namen aus sichtbaren Zeichen.",
    ),
    "corpus_whole_articles": Message(
        en="The form `corpus` has whole articles, which only --article can narrow. Leave the other filters out.",
        de="Die Form `corpus` enthält ganze Artikel, die nur --article auswählen kann. Lassen Sie die anderen Filter "
        "weg.",
    ),
    "corpus_no_words": Message(
        en="The quote of the statement {statement} in the article {article} has no word in it (it covers only blanks), "
        "so it cannot be written as training data. Correct its quote, or reject it.",
        de="Das Zitat der Aussage {statement} im Artikel {article} enthält kein Wort (nur Leerraum) und lässt sich "
        "nicht als Trainingsmaterial schreiben. Berichtigen Sie das Zitat oder weisen Sie die Aussage zurück.",
    ),
    "form_unusable": Message(
        en="The input form {name} of an installed package cannot be used: {problem}. Mend or remove that package.",
        de="Die Eingangsform {name} eines installierten Pakets ist nicht verwendbar: {problem}. Berichtigen oder "
        "entfernen Sie das Paket.",
    ),
}
