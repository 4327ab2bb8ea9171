"""What errors of the record's file, and of what is not in it, say."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
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
    "feed_not_in_record": Message(
        en="The record {path} follows no feed of the address {address}. `wortlaut watch --list` shows those that it "
        "follows.",
        de="Die Sammlung {path} verfolgt keinen Feed der Adresse {address}. `wortlaut watch --list` zeigt die "
        "verfolgten.",
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
    "event_not_in_record": Message(
        en="The record {path} has no event {id}. `wortlaut events` shows the ids that it has.",
        de="Die Sammlung {path} hat kein Ereignis {id}. `wortlaut events` zeigt die vorhandenen Kennungen.",
    ),
    "actor_not_in_record": Message(
        en="{path} has no actor {id!r}. `wortlaut actors` lists them.",
        de="{path} hat keinen Akteur {id!r}. `wortlaut actors` listet sie auf.",
    ),
    "actor_ambiguous": Message(
        en="{path} has several actors {id!r}: {candidates}. Write a whole id.",
        de="{path} hat mehrere Akteure {id!r}: {candidates}. Schreiben Sie eine ganze Kennung.",
    ),
}
