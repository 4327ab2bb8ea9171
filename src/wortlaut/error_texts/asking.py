"""What is said of words, paths and options that cannot be used."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
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
    "cursor": Message(
        en="{cursor!r} is no place in a listing. Take what the page before gave as `next`, or leave it out to begin "
        "anew.",
        de="{cursor!r} ist keine Stelle einer Liste. Nehmen Sie, was die Seite davor als `next` gab, oder lassen Sie "
        "es weg, um von vorn zu beginnen.",
    ),
    "cursor_other_order": Message(
        en="The place {cursor!r} belongs to the order {sort!r}. Ask for that order, or begin anew.",
        de="Die Stelle {cursor!r} gehört zur Reihenfolge {sort!r}. Verlangen Sie diese Reihenfolge, oder beginnen Sie "
        "von vorn.",
    ),
    "path_missing": Message(
        en="There is no file or folder {path}, and no file matches it as a pattern. Check the spelling.",
        de="Es gibt keine Datei und keinen Ordner {path}, und als Muster passt es auf keine Datei. "
        "Prüfen Sie die Schreibweise.",
    ),
    "address_bare": Message(
        en="There is no file or folder {path}. If it is an address, write https:// in front of it.",
        de="Es gibt keine Datei und keinen Ordner {path}. Wenn es eine Adresse ist, schreiben Sie https:// davor.",
    ),
    "paths_missing": Message(
        en="None of these paths leads to a file: {paths}. Check the spelling.",
        de="Keiner dieser Pfade führt zu einer Datei: {paths}. Prüfen Sie die Schreibweise.",
    ),
    "folder_empty": Message(
        en="There is no file to read in {path} (hidden files, whose names begin with a dot, are left out).",
        de="In {path} ist keine Datei zu lesen (versteckte, deren Namen mit einem Punkt beginnen, bleiben außen vor).",
    ),
    "address_unusable": Message(
        en="Nothing can listen on {host}, port {port}: {what}. Choose another --port or --host.",
        de="Unter {host}, Port {port}, lässt sich nichts anbieten: {what}. Wählen Sie --port oder --host anders.",
    ),
    "act_not_in_ledger": Message(
        en="The ledger has no act {act}. It has: {known}.",
        de="Das Register kennt die Handlung {act} nicht. Es kennt: {known}.",
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
