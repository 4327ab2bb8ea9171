"""The errors that wortlaut raises, all below one base class.

::

    WortlautError
    ├── InputError            a path, pattern or option that cannot be used
    │   ├── NothingToRead     no file matches
    │   └── FieldMapError     `--map` names an unknown target or is malformed
    ├── ReaderError           the reader cannot be loaded or run
    │   ├── UnknownReader     no reader of that name is installed
    │   └── WeightsDamaged    the shipped weights do not have their digest
    └── RecordError           the record file cannot be used
        ├── RecordMissing     no file there, and the verb does not make one
        ├── RecordForeign     the file is no wortlaut record
        ├── RecordNewer       written by a newer version of the program
        ├── RecordDamaged     SQLite or a check finds the file damaged
        ├── RecordReadOnly    the file or folder cannot be written
        ├── RecordFull        no room is left on the disk
        ├── RecordBusy        another process holds the file
        └── NotInRecord       no article or statement of that id

An item that cannot be taken in is no error but a value: `wortlaut.types.Rejected`.

An error is raised with the code of its message and the values to put in, `RecordMissing("record_missing", path=path)`;
`MESSAGES` has the texts in English and German.
"""

from wortlaut.messages import Message

__all__ = [
    "MESSAGES",
    "FieldMapError",
    "InputError",
    "NotInRecord",
    "NothingToRead",
    "ReaderError",
    "RecordBusy",
    "RecordDamaged",
    "RecordError",
    "RecordForeign",
    "RecordFull",
    "RecordMissing",
    "RecordNewer",
    "RecordReadOnly",
    "UnknownReader",
    "WeightsDamaged",
    "WortlautError",
]


class WortlautError(Exception):
    """Base of every error raised by wortlaut; its text says what was wrong, where, and what to do.

    `code` names a text in `MESSAGES`; a string that is no code there is taken as the text itself.
    """

    def __init__(self, code: str, /, **values: object) -> None:
        self.code = code
        self.values = values
        super().__init__(self.text())

    def text(self, language: str = "en") -> str:
        """The message in `language` (`en` or `de`)."""
        message = MESSAGES.get(self.code)
        return self.code if message is None else message.text(language, self.values)


class InputError(WortlautError):
    """A path, pattern or option cannot be used."""


class NothingToRead(InputError):
    """No file matches what was asked for."""


class FieldMapError(InputError):
    """A field mapping names an unknown target or is malformed."""


class ReaderError(WortlautError):
    """The reader cannot be loaded or run."""


class UnknownReader(ReaderError):
    """No reader of that name is installed."""


class WeightsDamaged(ReaderError):
    """The shipped weights do not have the digest that was recorded for them."""


class RecordError(WortlautError):
    """The record file cannot be used."""


class RecordMissing(RecordError):
    """There is no record file at that path."""


class RecordForeign(RecordError):
    """The file is not a wortlaut record."""


class RecordNewer(RecordError):
    """The record was written by a newer version of the program."""


class RecordDamaged(RecordError):
    """The record file is damaged."""


class RecordReadOnly(RecordError):
    """The record file or its folder cannot be written."""


class RecordFull(RecordError):
    """There is no room left for the record file to grow."""


class RecordBusy(RecordError):
    """Another process holds the record file."""


class NotInRecord(RecordError):
    """The record has no article or statement of that id."""


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
    "article_not_in_record": Message(
        en="The record {path} has no article {id}. `wortlaut statements` shows the ids that it has.",
        de="Die Sammlung {path} hat keinen Artikel {id}. `wortlaut statements` zeigt die vorhandenen Kennungen.",
    ),
    "statement_not_in_record": Message(
        en="The record {path} has no statement {id}. `wortlaut statements` shows the ids that it has.",
        de="Die Sammlung {path} hat keine Aussage {id}. `wortlaut statements` zeigt die vorhandenen Kennungen.",
    ),
    "id_ambiguous": Message(
        en="{id} can be more than one in the record {path}: {candidates}. Write more of the id.",
        de="{id} passt in der Sammlung {path} auf mehrere: {candidates}. Schreiben Sie mehr von der Kennung.",
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
    "statement_impossible": Message(
        en="The reader {reader} gave a statement for article {article} that cannot be: {what}. "
        "Nothing of the article was stored; report it to those who made the reader.",
        de="Der Leser {reader} gab für den Artikel {article} eine unmögliche Aussage: {what}. Von dem Artikel "
        "wurde nichts gespeichert; melden Sie es denen, die den Leser gemacht haben.",
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
}
