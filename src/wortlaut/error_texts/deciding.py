"""What is said of decisions that cannot be taken in."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
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
    "article_withdrawn_meanwhile": Message(
        en="Whoever published article {article} took it back since you looked at it (entry {number}). Nothing was "
        "changed; look again (`wortlaut show {article} --all`) and decide then.",
        de="Der Artikel {article} wurde zurückgezogen, seit Sie ihn angesehen haben (Eintrag {number}). Es wurde "
        "nichts geändert; sehen Sie ihn noch einmal an (`wortlaut show {article} --all`), und entscheiden Sie dann.",
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
    "who_empty": Message(
        en="Who is meant in {id} was left empty: give a name, or say that it is unknown.",
        de="Wer in {id} gemeint ist, blieb leer: Nennen Sie einen Namen, oder sagen Sie, dass es unbekannt ist.",
    ),
    "actor_missing": Message(
        en="The record has no actor {id}. `wortlaut actors` lists them.",
        de="Die Sammlung hat keinen Akteur {id}. `wortlaut actors` listet sie auf.",
    ),
    "actor_name_empty": Message(
        en="{name!r} is no name: write one with letters or digits.",
        de="{name!r} ist kein Name: Schreiben Sie einen mit Buchstaben oder Ziffern.",
    ),
    "actor_merged_with_itself": Message(
        en="{id} was named twice: name two different actors.",
        de="{id} wurde zweimal genannt: Nennen Sie zwei verschiedene Akteure.",
    ),
    "event_missing": Message(
        en="No article tells of an event {id}. `wortlaut events` shows the ids that there are.",
        de="Kein Artikel berichtet von einem Ereignis {id}. `wortlaut events` zeigt die vorhandenen Kennungen.",
    ),
    "event_with_itself": Message(
        en="{id} was named twice: name two different events.",
        de="{id} wurde zweimal genannt: Nennen Sie zwei verschiedene Ereignisse.",
    ),
    "event_uncorrected": Message(
        en="Nothing was said about the event {id}: say what became of it or when it is.",
        de="Über das Ereignis {id} wurde nichts gesagt: Schreiben Sie, was daraus wurde oder wann es ist.",
    ),
    "event_unreported": Message(
        en="That nothing was reported of the event {id} follows from the day and cannot be decided: reject it instead.",
        de="Dass über das Ereignis {id} nichts berichtet wurde, folgt aus dem Tag und lässt sich nicht entscheiden: "
        "Verwerfen Sie es stattdessen.",
    ),
    "event_ends_before": Message(
        en="The event {id} would end on {last}, before it begins on {first}. Check the two days.",
        de="Das Ereignis {id} endete am {last}, bevor es am {first} beginnt. Prüfen Sie beide Tage.",
    ),
    "actors_are_one": Message(
        en="{id} and {other} are one since somebody said so. Undo that first (`wortlaut history` shows its number).",
        de="{id} und {other} sind eins, seit das jemand so entschied. Nehmen Sie das zuerst zurück (`wortlaut history` "
        "zeigt die Nummer).",
    ),
    "assignment_of_nothing": Message(
        en="Nothing was named that is to be said of {id}: give a name, articles, statements or another actor.",
        de="Es wurde nichts genannt, was von {id} gelten soll: Geben Sie einen Namen, Artikel, Aussagen oder einen "
        "anderen Akteur an.",
    ),
    "office_ends_before": Message(
        en="The office {title!r} cannot end on {last} and begin on {first}.",
        de="Das Amt {title!r} kann nicht am {last} enden und am {first} beginnen.",
    ),
}
