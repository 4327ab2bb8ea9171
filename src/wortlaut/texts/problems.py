"""What the command line says is wrong."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
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
        en="--format {value} is unknown: write jsonl, csv or corpus.",
        de="--format {value} ist unbekannt: Schreiben Sie jsonl, csv oder corpus.",
    ),
    "usage.choice": Message(
        en="{option} {value} is unknown: write one of {known}.",
        de="{option} {value} ist unbekannt: Schreiben Sie eines von {known}.",
    ),
    "usage.percent": Message(
        en="{option} {value} is no percentage: write a number from 0 to 100.",
        de="{option} {value} ist keine Prozentzahl: Schreiben Sie eine Zahl von 0 bis 100.",
    ),
    "usage.decided_or_not": Message(
        en="--decided and --undecided contradict each other: write one of them.",
        de="--decided und --undecided widersprechen sich: Schreiben Sie eines davon.",
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
        en="The reader {reader} failed on article {article} ({problem}). Report it to those who made the reader.",
        de="Der Leser {reader} scheiterte am Artikel {article} ({problem}). Melden Sie es denen, die ihn "
        "gemacht haben.",
    ),
    "refused.meaning": Message(
        en="Who is meant in the article could not be asked ({problem}). Please report it.",
        de="Wer im Artikel gemeint ist, ließ sich nicht bestimmen ({problem}). Bitte melden Sie das.",
    ),
    "usage.part": Message(
        en="There is no part {value}. There are: {known}.", de="Den Teil {value} gibt es nicht. Es gibt: {known}."
    ),
    "usage.number": Message(
        en="{value} is no number of an entry: write one that `wortlaut history` shows.",
        de="{value} ist keine Nummer eines Eintrags: Schreiben Sie eine, die `wortlaut history` zeigt.",
    ),
    "usage.speaker_or_none": Message(
        en="--no-speaker and --speaker contradict each other: write one of them.",
        de="--no-speaker und --speaker widersprechen sich: Schreiben Sie eines davon.",
    ),
    "usage.keep": Message(
        en="--keep {value} is no number of backups: write 1 or more.",
        de="--keep {value} ist keine Anzahl von Sicherungen: Schreiben Sie 1 oder mehr.",
    ),
    "usage.contradict": Message(
        en="{one} and {other} contradict each other: write one of them.",
        de="{one} und {other} widersprechen sich: Schreiben Sie eines davon.",
    ),
    "usage.seen": Message(
        en="--seen {value} is no revision: write the twelve characters that `wortlaut show` tells of the statement.",
        de="--seen {value} ist kein Stand: Schreiben Sie die zwölf Zeichen, die `wortlaut show` zur Aussage nennt.",
    ),
    "usage.head": Message(
        en="--head {value} is no end of a history: write number and digest as `wortlaut history --head` prints them.",
        de="--head {value} ist kein Ende eines Verlaufs: Schreiben Sie Nummer und Prüfsumme, wie sie "
        "`wortlaut history --head` ausgibt.",
    ),
    "usage.no_words": Message(
        en="There is no word to search for. `wortlaut statements` lists statements by filters alone.",
        de="Es ist kein Wort zu suchen. `wortlaut statements` listet Aussagen allein nach Filtern auf.",
    ),
    "usage.review_decided": Message(
        en="--decided contradicts the queue, which has what nobody decided about: take "
        "`wortlaut statements --decided`.",
        de="--decided widerspricht der Liste, die enthält, worüber niemand entschied: Nehmen Sie "
        "`wortlaut statements --decided`.",
    ),
    "refused.erased": Message(
        en="A person erased this item from the record; it stays out.",
        de="Ein Mensch hat diesen Text aus der Sammlung gelöscht; er bleibt draußen.",
    ),
}
