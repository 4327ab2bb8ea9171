"""What the pages of review and of the history say."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "checking.place": Message(en="Review", de="Prüfen"),
    "checking.heading": Message(en="Is that right?", de="Stimmt das?"),
    "checking.single": Message(en="Correct a statement", de="Eine Aussage berichtigen"),
    "checking.left": Message(en="{count} left", de="noch {count}"),
    "checking.passed": Message(en="{count} passed over", de="{count} übergangen"),
    "checking.passage": Message(en="Passage", de="Textstelle"),
    "checking.whole": Message(en="Whole article", de="Ganzer Artikel"),
    "checking.known": Message(en="What the program found", de="Was das Programm gefunden hat"),
    "checking.known_more": Message(
        en="✓ is what a person decided; percentages are the program's.",
        de="✓ hat ein Mensch entschieden; Prozente sind vom Programm.",
    ),
    "checking.accept": Message(en="Right", de="Stimmt"),
    "checking.correct": Message(en="Correct", de="Korrigieren"),
    "checking.reject": Message(en="No statement", de="Keine Aussage"),
    "checking.later": Message(en="Later", de="Später"),
    "checking.undo": Message(en="Undo", de="Zurücknehmen"),
    "checking.save": Message(en="Save correction", de="Korrektur sichern"),
    "checking.key_accept": Message(en="y", de="j"),
    "checking.key_correct": Message(en="c", de="k"),
    "checking.key_reject": Message(en="n", de="n"),
    "checking.key_later": Message(en="l", de="s"),
    "checking.key_undo": Message(en="u", de="z"),
    "checking.key_same": Message(en="s", de="g"),
    "checking.key_apart": Message(en="d", de="v"),
    "checking.done": Message(en="Kept as entry {numbers} of the history.", de="Als Eintrag {numbers} festgehalten."),
    "checking.rest": Message(en="All else about it is right", de="Alles Übrige daran stimmt"),
    "checking.select": Message(
        en="Select words in the text, then say what they are. Shift adds to what is there.",
        de="Wörter im Text auswählen, dann sagen, was sie sind. Umschalt fügt dem Vorhandenen hinzu.",
    ),
    "checking.type_in": Message(
        en="Or type: one stretch or mention a line, words of the article or places such as 71-133.",
        de="Oder tippen: je Zeile ein Stück oder eine Nennung, Wörter des Artikels oder Stellen wie 71-133.",
    ),
    "checking.selected": Message(en="The selected words are …", de="Die ausgewählten Wörter sind …"),
    "checking.more_of": Message(en="and more of: {part}", de="noch ein Stück: {part}"),
    "checking.problem": Message(
        en="Nothing was changed. Below, it stands as it is now.",
        de="Nichts wurde geändert. Unten steht, was jetzt gilt.",
    ),
    "checking.end": Message(en="Nothing is left to review.", de="Nichts ist mehr zu prüfen."),
    "checking.end_passed": Message(
        en="You passed over {count}; all others were decided about.",
        de="{count} haben Sie übergangen; über alle anderen ist entschieden.",
    ),
    "checking.end_passed.one": Message(
        en="You passed over 1; all others were decided about.",
        de="1 haben Sie übergangen; über alle anderen ist entschieden.",
    ),
    "checking.again": Message(en="Back to those", de="Zurück zu diesen"),
    "checking.narrowed": Message(
        en="Only a part of the record is asked about.", de="Nur ein Teil der Sammlung ist dran."
    ),
    "checking.all": Message(en="All of it", de="Alles"),
    "checking.also": Message(en="Also to be decided", de="Auch zu entscheiden"),
    "checking.to_actors": Message(en="Who is who", de="Wer ist wer"),
    "checking.to_waiting": Message(en="Decisions without a place", de="Entscheidungen ohne Platz"),
    "checking.to_statement": Message(en="Page of the statement", de="Seite der Aussage"),
    "checking.to_queue": Message(en="To the queue", de="Zur Warteschlange"),
    "checking.use_keys": Message(en="use single keys", de="einzelne Tasten benutzen"),
    "checking.keys": Message(en="Keys", de="Tasten"),
    "checking.keys_told": Message(
        en="A letter does what stands beside it, unless you are typing. 1 to 5 say what selected words are, with Shift "
        "they add; Ctrl and Enter save a correction; Escape leaves a field.",
        de="Ein Buchstabe tut, was daneben steht, wenn Sie nicht gerade tippen. 1 bis 5 sagen, was ausgewählte Wörter "
        "sind, mit Umschalt fügen sie hinzu; Strg und Eingabe sichern die Korrektur; Escape verlässt ein Feld.",
    ),
    "waiting.heading": Message(en="Decisions without a place", de="Entscheidungen ohne Platz"),
    "waiting.why": Message(
        en="These were decided of words that the present version of the article does not have. They wait, and hold "
        "again when the words come back. Decide anew at the statement, or take them back.",
        de="Sie galten Wörtern, die in der gültigen Fassung des Artikels nicht stehen. Sie warten und gelten wieder, "
        "wenn die Wörter wiederkommen. Entscheiden Sie bei der Aussage neu, oder nehmen Sie sie zurück.",
    ),
    "adding.heading": Message(en="Add a statement", de="Eine Aussage ergänzen"),
    "adding.why": Message(
        en="Marked is what is known. Select the words of a statement that is missing.",
        de="Markiert ist, was bekannt ist. Wählen Sie die Worte einer Aussage aus, die fehlt.",
    ),
    "adding.add": Message(en="Add", de="Ergänzen"),
    "adding.complete": Message(en="Nothing is missing any more", de="Nichts fehlt mehr"),
    "adding.complete_why": Message(
        en="Then all statements of this article count as looked at and right.",
        de="Dann gelten alle Aussagen dieses Artikels als angesehen und richtig.",
    ),
    "adding.link": Message(en="Add a statement", de="Aussage ergänzen"),
    "adding.see": Message(en="See it", de="Ansehen"),
    "merging.heading": Message(en="Who is who?", de="Wer ist wer?"),
    "merging.pairs": Message(en="Are they the same?", de="Sind das dieselben?"),
    "merging.same": Message(en="The same", de="Gleich"),
    "merging.apart": Message(en="Different", de="Verschieden"),
    "merging.keeps": Message(en="then called", de="heißt dann"),
    "merging.open": Message(en="Who is meant?", de="Wer ist gemeint?"),
    "merging.divided": Message(en="One person or two?", de="Eine Person oder zwei?"),
    "merging.one": Message(en="One person", de="Eine Person"),
    "merging.two": Message(en="Two people", de="Zwei Personen"),
    "merging.other_called": Message(en="the other is called", de="die andere heißt"),
    "merging.none_of": Message(en="Nobody of these", de="Niemand davon"),
    "merging.another": Message(en="somebody else: name or id", de="jemand anders: Name oder Kennung"),
    "merging.assign": Message(en="Assign", de="Zuordnen"),
    "merging.stands": Message(en="{count} statements in {articles}", de="{count} Aussagen in {articles}"),
    "merging.stands.one": Message(en="1 statement in {articles}", de="1 Aussage in {articles}"),
    "merging.articles": Message(en="{count} articles", de="{count} Artikeln"),
    "merging.articles.one": Message(en="1 article", de="1 Artikel"),
    "merging.nothing": Message(en="Nothing about actors is in doubt.", de="Über die Akteure gibt es keine Zweifel."),
    "merging.more": Message(en="{count} more come after these.", de="{count} weitere folgen danach."),
    "merging.more.one": Message(en="1 more comes after these.", de="1 weitere folgt danach."),
    "past.place": Message(en="History", de="Verlauf"),
    "past.heading": Message(en="What people decided", de="Was Menschen entschieden haben"),
    "past.why": Message(
        en="Only decisions stand here; all else in the record is what the program found. Struck out is what held "
        "before.",
        de="Hier stehen nur Entscheidungen; alles andere in der Sammlung hat das Programm gefunden. Durchgestrichen "
        "ist, was vorher galt.",
    ),
    "past.by": Message(en="who", de="wer"),
    "past.kind": Message(en="what", de="was"),
    "past.about": Message(en="id of what it is about", de="Kennung, worum es geht"),
    "past.any": Message(en="any", de="alles"),
    "past.show": Message(en="Show", de="Zeigen"),
    "past.all": Message(en="All", de="Alles"),
    "past.none": Message(en="Nobody decided anything of that kind.", de="Nichts dergleichen hat jemand entschieden."),
    "past.untouched": Message(en="Nobody has decided anything yet.", de="Noch hat niemand etwas entschieden."),
    "past.older": Message(en="Older", de="Ältere"),
    "past.newest": Message(en="Newest", de="Neueste"),
    "past.as": Message(en="Your name, to take something back:", de="Ihr Name, um etwas zurückzunehmen:"),
    "past.right": Message(en="is right", de="stimmt"),
    "past.undone": Message(en="taken back", de="zurückgenommen"),
    "past.publisher": Message(en="by whoever published it", de="vom Herausgeber"),
    "past.statement": Message(en="Statement", de="Aussage"),
    "past.article": Message(en="Article", de="Artikel"),
    "past.actor": Message(en="Actor", de="Akteur"),
    "past.event": Message(en="Event", de="Ereignis"),
    "past.seal": Message(en="Seal", de="Siegel"),
    "past.seal_why": Message(
        en="Number and digest of the last entry. Keep them elsewhere: whoever changes the history changes this, too.",
        de="Nummer und Prüfsumme des letzten Eintrags. Heben Sie sie anderswo auf: Wer den Verlauf ändert, ändert auch "
        "sie.",
    ),
}
