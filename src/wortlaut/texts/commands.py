"""Help: what the commands do."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "help.wortlaut": Message(
        en="The record of who said what: reads German-language news, finds every statement in it and keeps it.",
        de="Die Sammlung, wer was gesagt hat: liest deutschsprachige Nachrichten, findet und behält jede Aussage.",
    ),
    "help.usage": Message(en="Usage", de="Aufruf"),
    "help.commands": Message(en="Commands", de="Befehle"),
    "help.arguments": Message(en="Arguments", de="Angaben"),
    "help.options": Message(en="Options", de="Optionen"),
    "help.status": Message(en="Exit status", de="Rückgabewert"),
    "help.more": Message(
        en="`wortlaut COMMAND --help` tells more about a command.",
        de="`wortlaut BEFEHL --help` sagt mehr zu einem Befehl.",
    ),
    "help.read": Message(
        en="Read items, keep their statements, print them.", de="Texte lesen, Aussagen aufheben und zeigen."
    ),
    "help.read.long": Message(
        en="Reads items as they come, keeps their statements in the record and prints them. What is there already, "
        "unchanged and read by the same reader, is not read again; repeat an interrupted run to go on with it.\n"
        "It reads text, Markdown, JSON, web pages, feeds, what agencies send (NewsML-G2, NITF, ninjs), tables (CSV, "
        "Excel, Parquet), DOCX, ODT, RTF, PDF with text, exports of press databases, e-mail, wiki dumps, and any of "
        "these in archives (ZIP, TAR, WARC, WACZ) or packed (docs/intake.md). An address that begins with http:// or "
        "https:// is fetched, as its host's robots.txt allows. What cannot be read, and a path that leads to no file, "
        "is listed on standard error, and the run goes on.",
        de="Liest Texte, wie sie kommen, hebt ihre Aussagen in der Sammlung auf und zeigt sie. Was schon da ist, "
        "unverändert und vom selben Leser gelesen, wird nicht noch einmal gelesen; ein unterbrochener Lauf geht "
        "weiter, wenn man ihn wiederholt.\n"
        "Gelesen werden Text, Markdown, JSON, Webseiten, Feeds, was Agenturen senden (NewsML-G2, NITF, ninjs), "
        "Tabellen (CSV, Excel, Parquet), DOCX, ODT, RTF, PDF mit Text, Ausgaben von Pressedatenbanken, E-Mail, "
        "Wiki-Dumps, und all das auch in Archiven (ZIP, TAR, WARC, WACZ) oder gepackt (docs/intake.md). Eine Adresse, "
        "die mit http:// oder https:// beginnt, wird abgerufen, wie die robots.txt es erlaubt. Was sich nicht lesen "
        "lässt, und ein Pfad, der zu keiner Datei führt, steht in der Fehlerausgabe, und der Lauf geht weiter.",
    ),
    "help.show": Message(
        en="Show an article with its statements marked, or write it as a page.",
        de="Einen Artikel mit markierten Aussagen zeigen oder als Seite schreiben.",
    ),
    "help.statements": Message(
        en="List the statements of the record, filtered, newest articles first.",
        de="Die Aussagen der Sammlung auflisten, gefiltert, die neuesten Artikel zuerst.",
    ),
    "help.search": Message(
        en="Search statements by words, in any inflected form, the best first.",
        de="Aussagen nach Wörtern suchen, in jeder Beugung, die besten zuerst.",
    ),
    "help.search.long": Message(
        en="Searches the statements for all of the words, in any order, inflected form and umlaut spelling, the best "
        'first. "Words in quotation marks" must stand just so, WORD* is the beginning of a word.',
        de="Sucht Aussagen mit allen Wörtern, in jeder Reihenfolge, Beugung und Umlautschreibung, die besten zuerst. "
        '"Wörter in Anführungszeichen" müssen genau so dastehen, WORT* ist der Anfang eines Wortes.',
    ),
    "help.export": Message(
        en="Write statements as JSON Lines or CSV.", de="Aussagen als JSON Lines oder CSV schreiben."
    ),
    "help.export.long": Message(
        en="Writes statements as JSON Lines (everything that is known) or CSV (for spreadsheets), always in UTF-8. "
        "In CSV, a cell that a spreadsheet could take for a formula (it begins with = + - @ or a tab) gets an "
        "apostrophe in front, and hidden characters are written as ⟨U+202E⟩; JSON Lines has the words untouched.\n"
        "The form corpus writes the whole articles that people went through (`wortlaut complete`), one a line, in the "
        "form of the quotation corpus, to train a reader on.",
        de="Schreibt Aussagen als JSON Lines (alles, was bekannt ist) oder CSV (für Tabellen), immer in UTF-8. "
        "In CSV bekommt eine Zelle, die ein Tabellenprogramm für eine Formel halten könnte (sie beginnt mit = + - @ "
        "oder einem Tabulator), einen Apostroph davor, und verborgene Zeichen stehen als ⟨U+202E⟩ da; JSON Lines "
        "enthält den unberührten Wortlaut.\n"
        "Die Form corpus schreibt die ganzen Artikel, die Menschen durchgegangen sind (`wortlaut complete`), einen je "
        "Zeile, in der Form des Zitatkorpus, um einen Leser daran zu schulen.",
    ),
    "help.verify": Message(
        en="Check that the record is whole and every span fits its text.",
        de="Prüfen, ob die Sammlung unversehrt ist und jede Stelle zu ihrem Text passt.",
    ),
    "help.confirm": Message(
        en="Say that a statement, or parts of it, are right.", de="Sagen, dass eine Aussage oder Teile davon stimmen."
    ),
    "help.confirm.long": Message(
        en="Says that parts of a statement are right as they are; with none named, all of it. No later reading changes "
        "what a person confirmed.",
        de="Sagt, dass Teile einer Aussage richtig sind, wie sie sind; ohne genannte Teile alles. Keine spätere Lesung "
        "ändert, was ein Mensch bestätigt hat.",
    ),
    "help.correct": Message(en="Say what parts of a statement are.", de="Sagen, wie Teile einer Aussage richtig sind."),
    "help.correct.long": Message(
        en="Says what parts of a statement are; parts that are not named stay. Words are written as they stand in the "
        "article (white space, quotation marks and dashes may differ) and are sought near the statement; a place "
        "such as 71-133, in characters, will do as well. No later reading changes what a person corrected.",
        de="Sagt, wie Teile einer Aussage richtig sind; nicht genannte Teile bleiben. Wörter schreibt man, wie sie im "
        "Artikel stehen (Leerraum, Anführungszeichen und Striche dürfen andere sein); gesucht werden sie nahe bei der "
        "Aussage. Eine Stelle wie 71-133, in Zeichen, geht auch. Keine spätere Lesung ändert, was ein Mensch "
        "berichtigt hat.",
    ),
    "help.reject": Message(
        en="Say that a statement is none, or that parts of it are not there.",
        de="Sagen, dass eine Aussage keine ist oder Teile davon nicht da sind.",
    ),
    "help.add": Message(
        en="Add a statement that no reader found.", de="Eine Aussage ergänzen, die kein Leser gefunden hat."
    ),
    "help.add.long": Message(
        en="Adds a statement that no reader found; it needs at least --quote and --type. Words are written as in "
        "`wortlaut correct`.",
        de="Ergänzt eine Aussage, die kein Leser gefunden hat; sie braucht wenigstens --quote und --type. Wörter "
        "schreibt man wie bei `wortlaut correct`.",
    ),
    "help.complete": Message(
        en="Say that all statements of an article are there, and no others.",
        de="Sagen, dass alle Aussagen eines Artikels da sind und keine anderen.",
    ),
    "help.complete.long": Message(
        en="Says that you went through a whole article: all of its statements are there, and no others. What you have "
        "not decided about is thereby confirmed. Completed articles can be exported to train a reader on "
        "(`wortlaut export --format corpus`).",
        de="Sagt, dass Sie einen ganzen Artikel durchgegangen sind: Alle seine Aussagen sind da und keine anderen. "
        "Worüber Sie nicht entschieden haben, ist damit bestätigt. Vollständige Artikel lassen sich ausgeben, um einen "
        "Leser daran zu schulen (`wortlaut export --format corpus`).",
    ),
    "help.undo": Message(en="Take a decision back.", de="Eine Entscheidung zurücknehmen."),
    "help.undo.long": Message(
        en="Takes a decision back, as if it had not been; later ones stay. To bring it back, undo the undoing. "
        "`wortlaut history` shows the numbers.",
        de="Nimmt eine Entscheidung zurück, als hätte es sie nicht gegeben; spätere bleiben. Wer das Zurücknehmen "
        "zurücknimmt, stellt sie wieder her. `wortlaut history` zeigt die Nummern.",
    ),
    "help.history": Message(
        en="Show who decided what, when and why, oldest first.",
        de="Zeigen, wer was wann und warum entschieden hat, das Älteste zuerst.",
    ),
    "help.waiting": Message(
        en="List decisions for which the present text has no place.",
        de="Entscheidungen auflisten, für die der gültige Text keine Stelle hat.",
    ),
    "help.waiting.long": Message(
        en="Lists the decisions that wait: the article came in anew, and the words that they mean are not in it any "
        "more. Decide about the article as it is now, or undo them.",
        de="Listet die Entscheidungen auf, die warten: Der Artikel kam neu herein und hat die gemeinten Wörter nicht "
        "mehr. Entscheiden Sie über den Artikel, wie er jetzt ist, oder nehmen Sie sie zurück.",
    ),
    "help.review": Message(
        en="Show what nobody has looked at yet, the least certain first.",
        de="Zeigen, was noch niemand angesehen hat, das Unsicherste zuerst.",
    ),
    "help.review.long": Message(
        en="Shows the statements that nobody decided about: the least certain first, of about the same certainty those "
        "whose copy most articles carry. With --interactive it asks about each: y confirms it, n rejects it, Enter "
        "leaves it, q ends.",
        de="Zeigt die Aussagen, über die niemand entschieden hat: die unsichersten zuerst, unter etwa gleich sicheren "
        "die, deren Text die meisten Artikel bringen. Mit --interactive fragt es bei jeder: j bestätigt sie, n "
        "verwirft sie, Enter lässt sie, q beendet.",
    ),
    "help.versions": Message(
        en="Show the versions of an article, and what became of its statements.",
        de="Die Fassungen eines Artikels zeigen, und was aus seinen Aussagen wurde.",
    ),
    "help.backup": Message(
        en="Make a checked copy of the record, also while it is written.",
        de="Eine geprüfte Kopie der Sammlung machen, auch während in sie geschrieben wird.",
    ),
    "help.backup.long": Message(
        en="Makes a copy of the record, checks it and prints its path; others may go on reading and writing. TARGET is "
        "a file, or a folder, in which the copy is named by the time.",
        de="Macht eine Kopie der Sammlung, prüft sie und gibt ihren Pfad aus; andere können weiter lesen und "
        "schreiben. ZIEL ist eine Datei oder ein Ordner, in dem die Kopie nach der Zeit heißt.",
    ),
    "help.restore": Message(
        en="Bring the record back to what a backup has.", de="Die Sammlung auf den Stand einer Sicherung bringen."
    ),
    "help.restore.long": Message(
        en="Brings the record back to what a backup has. What is there now is kept in a dated file beside it. What was "
        "erased since stays erased.",
        de="Bringt die Sammlung auf den Stand einer Sicherung. Was jetzt da ist, bleibt in einer Datei mit Datum "
        "daneben. Was seither gelöscht wurde, bleibt gelöscht.",
    ),
    "help.saved": Message(
        en="List saved searches, or show what is new in one.",
        de="Gespeicherte Suchen auflisten, oder zeigen, was in einer neu ist.",
    ),
    "help.saved.long": Message(
        en="Lists the searches that were saved with `wortlaut search … --save NAME` or `wortlaut statements … --save "
        "NAME`, and how much is new in each. With a name it shows what is new, which then counts as seen.",
        de="Listet die Suchen auf, die mit `wortlaut search … --save NAME` oder `wortlaut statements … --save NAME` "
        "gespeichert wurden, und wie viel in jeder neu ist. Mit einem Namen zeigt es, was neu ist; das gilt dann als "
        "gesehen.",
    ),
    "help.similar": Message(
        en="Show statements whose words are like those of a given one.",
        de="Aussagen zeigen, deren Worte denen einer gegebenen ähneln.",
    ),
    "help.reprints": Message(
        en="Show which articles are one piece of copy.", de="Zeigen, welche Artikel derselbe Text sind."
    ),
    "help.reprints.long": Message(
        en="Shows which articles are one piece of copy, as an agency's report in ten papers, also edited or cut: group "
        "by group, the largest first. With an article only its group.",
        de="Zeigt, welche Artikel derselbe Text sind, wie eine Agenturmeldung in zehn Zeitungen, auch bearbeitet oder "
        "gekürzt: Gruppe für Gruppe, die größte zuerst. Mit einem Artikel nur dessen Gruppe.",
    ),
    "help.erase": Message(en="Erase articles or statements for good.", de="Artikel oder Aussagen endgültig löschen."),
    "help.erase.long": Message(
        en="Shows articles, statements, or all that a speaker said, asks, and erases them for good: from the texts, "
        "the index and the history. What was erased stays out when it comes in again. There is no way back, but "
        "backups from before still have it. To say that a statement is wrong, use `wortlaut reject`.",
        de="Zeigt Artikel, Aussagen oder alles, was ein Sprecher gesagt hat, fragt nach und löscht sie endgültig: aus "
        "den Texten, dem Index und dem Verlauf. Was gelöscht ist, bleibt draußen, wenn es wieder hereinkommt. Es gibt "
        "keinen Weg zurück, aber frühere Sicherungen haben es noch. Um zu sagen, dass eine Aussage falsch ist, nehmen "
        "Sie `wortlaut reject`.",
    ),
    "help.readers": Message(
        en="List the readers that are installed, and what each of them is.",
        de="Die installierten Leser auflisten, und was jeder von ihnen ist.",
    ),
    "help.readers.long": Message(
        en="Lists the readers that --reader can name, with the package that brings each, its version and the digest of "
        "its weights, and says which one is chosen. Each is loaded to see whether it can be; what is wrong with one "
        "stands on standard error. docs/readers.md tells how to bring another.",
        de="Listet die Leser auf, die --reader nennen kann, mit dem Paket, das jeden bringt, seiner Version und der "
        "Prüfsumme seiner Gewichte, und sagt, welcher gewählt ist. Jeder wird geladen, um zu sehen, ob das geht; was "
        "an einem nicht stimmt, steht in der Fehlerausgabe. docs/readers.md sagt, wie man einen anderen mitbringt.",
    ),
    "help.agreement": Message(
        en="Tell how far readers, people or models, agree.",
        de="Sagen, wie weit Leser, Menschen oder Modelle, übereinstimmen.",
    ),
    "help.agreement.long": Message(
        en="Tells how far readers of the same articles agree (Krippendorff's alpha, 1 is perfect, 0 is chance): the "
        "record and OTHER, which are records or exports as JSON Lines; without OTHER the readers of this record among "
        "each other, and people, where they went through whole articles (`wortlaut complete`).",
        de="Sagt, wie weit Leser derselben Artikel übereinstimmen (Krippendorffs Alpha, 1 ist vollkommen, 0 ist "
        "Zufall): die Sammlung und ANDERE, die Sammlungen oder Ausgaben als JSON Lines sind; ohne ANDERE die Leser "
        "dieser Sammlung untereinander und Menschen, wo sie ganze Artikel durchgegangen sind (`wortlaut complete`).",
    ),
}
