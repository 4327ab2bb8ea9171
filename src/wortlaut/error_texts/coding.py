"""What is said of codebooks and labels that cannot be used."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "codebook_more_faults": Message(
        en="… and {count} more faults. Mend these first.", de="… und {count} weitere Fehler. Beheben Sie erst diese."
    ),
    "codebook_unreadable": Message(
        en="The codebook {path} cannot be read: {what}. Check path and rights.",
        de="Das Codebuch {path} lässt sich nicht lesen: {what}. Prüfen Sie Pfad und Rechte.",
    ),
    "codebook_too_long": Message(
        en="{path}: a codebook has at most {most} bytes. Divide it into several.",
        de="{path}: Ein Codebuch hat höchstens {most} Bytes. Teilen Sie es in mehrere.",
    ),
    "codebook_not_utf8": Message(
        en="{path}:{line}: the file is not UTF-8. Save it as UTF-8.",
        de="{path}:{line}: Die Datei ist nicht in UTF-8. Speichern Sie sie als UTF-8.",
    ),
    "codebook_no_toml": Message(
        en="{path}: this is no TOML: {what}. Mend it there; text stands in quotation marks.",
        de="{path}: Das ist kein TOML: {what}. Beheben Sie es dort; Text steht in Anführungszeichen.",
    ),
    "codebook_key_unknown": Message(
        en="{where}: no codebook has a key {key}. Check its spelling (docs/codebook.md lists all), or take it out.",
        de="{where}: Einen Schlüssel {key} kennt kein Codebuch. Prüfen Sie die Schreibweise (docs/codebook.md nennt "
        "alle), oder nehmen Sie ihn heraus.",
    ),
    "codebook_key_missing": Message(
        en="{where}: {key} is missing. Write it down.", de="{where}: {key} fehlt. Ergänzen Sie es."
    ),
    "codebook_value_unknown": Message(
        en="{where}: {key} cannot be so. It can be {known}.",
        de="{where}: So kann {key} nicht sein. Es kann sein: {known}.",
    ),
    "codebook_no_text": Message(
        en="{where}: {key} is no text. Write it in quotation marks.",
        de="{where}: {key} ist kein Text. Schreiben Sie ihn in Anführungszeichen.",
    ),
    "codebook_no_list": Message(
        en='{where}: {key} is no list. Write it in brackets: ["…", "…"].',
        de='{where}: {key} ist keine Liste. Schreiben Sie sie in Klammern: ["…", "…"].',
    ),
    "codebook_no_truth": Message(
        en="{where}: {key} must be true or false, without quotation marks.",
        de="{where}: {key} muss true oder false sein, ohne Anführungszeichen.",
    ),
    "codebook_no_table": Message(
        en='{where}: {key} must be a table, such as {{ de = "…", en = "…" }} for a title.',
        de='{where}: {key} muss eine Tabelle sein, bei einem Titel etwa {{ de = "…", en = "…" }}.',
    ),
    "codebook_empty_value": Message(
        en="{where}: {key} is empty. Fill it, or take it out.",
        de="{where}: {key} ist leer. Füllen Sie es, oder nehmen Sie es heraus.",
    ),
    "codebook_value_long": Message(
        en="{where}: {key} is too long: {most} is the most. Shorten it.",
        de="{where}: {key} ist zu lang: Höchstens {most} ist möglich. Kürzen Sie es.",
    ),
    "codebook_id_malformed": Message(
        en="{where}: {key} can be no id. It has letters, digits, - and _, 64 at most, and begins with a letter or "
        "digit.",
        de="{where}: {key} kann keine Kennung sein. Sie hat Buchstaben, Ziffern, - und _, höchstens 64, und beginnt "
        "mit Buchstabe oder Ziffer.",
    ),
    "codebook_value_wrong": Message(
        en="{where}: the value of {key} cannot be so: {what}. docs/codebook.md says what it can be.",
        de="{where}: So kann der Wert von {key} nicht sein: {what}. docs/codebook.md sagt, wie er sein kann.",
    ),
    "codebook_id_twice": Message(
        en="{where}: there is a category {id} already. Give this one another id.",
        de="{where}: Eine Kategorie {id} gibt es schon. Geben Sie dieser eine andere Kennung.",
    ),
    "codebook_parent_missing": Message(
        en="{where}: there is no category {parent} that {id} could stand under. Check its parent.",
        de="{where}: Es gibt keine Kategorie {parent}, unter der {id} stehen könnte. Prüfen Sie parent.",
    ),
    "codebook_parent_cycle": Message(
        en="{where}: {id} stands under {parent} and so under itself. Change one of the parents.",
        de="{where}: {id} steht unter {parent} und so unter sich selbst. Ändern Sie eines der parent.",
    ),
    "codebook_category_empty": Message(
        en="{where}: {id} has no criteria and no categories below it, so nothing would get it. Give it some, or say "
        "by_hand = true where only people give it.",
        de="{where}: {id} hat keine Kriterien und keine Kategorien unter sich, also bekäme es nichts. Ergänzen Sie "
        "welche, oder schreiben Sie by_hand = true, wenn nur Menschen sie vergeben.",
    ),
    "codebook_only_not_words": Message(
        en="{where}: {key} alone says only what is not meant. Add a criterion that says what is.",
        de="{where}: {key} allein sagt nur, was nicht gemeint ist. Ergänzen Sie ein Kriterium, das sagt, was es ist.",
    ),
    "codebook_by_hand_with_criteria": Message(
        en="{where}: {id} is given by hand and has criteria. Take out the one or the other.",
        de="{where}: {id} wird von Hand vergeben und hat Kriterien. Nehmen Sie eines von beiden heraus.",
    ),
    "codebook_side_empty": Message(
        en="{where}: {key} has no criteria. Give it some, or take it out.",
        de="{where}: {key} hat keine Kriterien. Ergänzen Sie welche, oder nehmen Sie es heraus.",
    ),
    "codebook_pattern_empty": Message(
        en="{where}: {key} has {pattern!r}, in which some word has no letter or digit. Write words.",
        de="{where}: {key} hat {pattern!r}, worin ein Wort weder Buchstaben noch Ziffern hat. Schreiben Sie Wörter.",
    ),
    "codebook_wildcard_inside": Message(
        en="{where}: {key} has {pattern!r}, but * may only stand at the end of a word. Write the word out.",
        de="{where}: {key} hat {pattern!r}, aber * darf nur am Ende eines Wortes stehen. Schreiben Sie das Wort aus.",
    ),
    "codebook_wildcard_short": Message(
        en="{where}: {key} has {pattern!r}, with which nearly any word begins. Write at least two letters before *.",
        de="{where}: {key} hat {pattern!r}, womit fast jedes Wort beginnt. Schreiben Sie vor * mindestens zwei "
        "Buchstaben.",
    ),
    "codebook_phrase_long": Message(
        en="{where}: {key} has {pattern!r}; a phrase has at most eight words. Shorten it.",
        de="{where}: {key} hat {pattern!r}; eine Wendung hat höchstens acht Wörter. Kürzen Sie sie.",
    ),
    "codebook_not_in_record": Message(
        en="{path} has no codebook {name!r}. `wortlaut codebook list` shows those that it has.",
        de="{path} hat kein Codebuch {name!r}. `wortlaut codebook list` zeigt die vorhandenen.",
    ),
    "codebook_not_known": Message(
        en="The record has no codebook {name!r}. `wortlaut codebook list` shows those that it has.",
        de="Die Sammlung hat kein Codebuch {name!r}. `wortlaut codebook list` zeigt die vorhandenen.",
    ),
    "label_without_codebook": Message(
        en="The record has no codebook for the label {label}. It has: {known}.",
        de="Die Sammlung hat kein Codebuch zur Zuordnung {label}. Sie hat: {known}.",
    ),
    "codebook_same_version": Message(
        en="{path} has version {version} of the codebook {name!r} already, and it says something else. Give the new "
        "one another version.",
        de="{path} hat die Version {version} des Codebuchs {name!r} schon, und sie sagt etwas anderes. Geben Sie der "
        "neuen eine andere Version.",
    ),
    "category_not_in_codebook": Message(
        en="The codebook {name!r} has no category {category!r}. It has: {known}.",
        de="Das Codebuch {name!r} hat keine Kategorie {category!r}. Es hat: {known}.",
    ),
    "label_malformed": Message(
        en="{label!r} is no label. Write CODEBOOK:CATEGORY, or CODEBOOK:CATEGORY:agree or :disagree.",
        de="{label!r} ist keine Zuordnung. Schreiben Sie CODEBUCH:KATEGORIE, oder CODEBUCH:KATEGORIE:agree oder "
        ":disagree.",
    ),
    "label_twice": Message(
        en="{label} is said of the statement twice. Say it once.",
        de="{label} wird von der Aussage zweimal gesagt. Sagen Sie es einmal.",
    ),
    "labels_exclusive": Message(
        en="{first} and {second} of the codebook {name!r} exclude each other. Name one of them.",
        de="{first} und {second} des Codebuchs {name!r} schließen einander aus. Nennen Sie eine davon.",
    ),
}
