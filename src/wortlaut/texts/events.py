"""What is said of announced events."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "help.events": Message(
        en="List what is announced, as a calendar, and say what became of it.",
        de="Angekündigtes als Kalender auflisten und sagen, was daraus wurde.",
    ),
    "help.events.long": Message(
        en="Lists the announced events of the record by month and week: meetings, talks, votes, visits, deadlines and "
        "more, with who, where, about what, and what later articles say became of them. Those without a day stand "
        "last. Where there are more than fit, those still to come are shown; --from shows earlier ones.\n"
        "The commands below show one with all words, and let you decide: your decisions go into the history, survive "
        "whatever is read later, and can be undone with `wortlaut undo NUMBER`.",
        de="Listet die angekündigten Ereignisse der Sammlung nach Monat und Woche auf: Treffen, Gespräche, "
        "Abstimmungen, Besuche, Fristen und anderes, mit wem, wo, worüber, und was nach späteren Artikeln daraus "
        "wurde. Die ohne Tag stehen am Schluss. Wo es mehr sind, als Platz haben, werden die gezeigt, die bevorstehen; "
        "--from zeigt frühere.\n"
        "Die Befehle darunter zeigen eines mit allen Wörtern und lassen Sie entscheiden: Ihre Entscheidungen stehen "
        "im Verlauf, überdauern alles, was später gelesen wird, und lassen sich mit `wortlaut undo NUMMER` "
        "zurücknehmen.",
    ),
    "help.events.show": Message(en="Show one with all words.", de="Eines mit allen Wörtern zeigen."),
    "help.events.confirm": Message(en="Say that one is right.", de="Sagen, dass eines stimmt."),
    "help.events.reject": Message(
        en="Say that one is no announced event.", de="Sagen, dass eines kein angekündigtes Ereignis ist."
    ),
    "help.events.correct": Message(
        en="Say what became of one, or when it is.", de="Sagen, was aus einem wurde oder wann es ist."
    ),
    "help.events.same": Message(en="Say that two are one.", de="Sagen, dass zwei eines sind."),
    "help.events.apart": Message(
        en="Say that two tellings under one event are of two.", de="Sagen, dass zwei Berichte von zweien handeln."
    ),
    "help.event_id": Message(
        en="id of an event or of a telling of it; its beginning is enough",
        de="Kennung eines Ereignisses oder eines Berichts davon; ihr Anfang genügt",
    ),
    "help.event_other": Message(en="id of the other one", de="Kennung des anderen"),
    "help.event_article": Message(
        en="only events of this article, by id", de="nur Ereignisse dieses Artikels, nach Kennung"
    ),
    "help.as_of": Message(
        en="as it stood on this day; by all that is known where none is given",
        de="nach dem Stand dieses Tages, sonst nach allem, was bekannt ist",
    ),
    "help.event_since": Message(en="only events on this day or later", de="nur Ereignisse an diesem Tag oder später"),
    "help.event_until": Message(en="only events on this day or earlier", de="nur Ereignisse an diesem Tag oder früher"),
    "help.event_actor": Message(
        en="only events with this actor, by id or name", de="nur Ereignisse mit diesem Akteur, nach Kennung oder Name"
    ),
    "help.event_status": Message(
        en="only these: open, held, postponed, cancelled, unreported",
        de="nur solche: open, held, postponed, cancelled, unreported",
    ),
    "help.event_kind": Message(
        en="only these: meeting, talks, vote, visit, deadline, publication, hearing, protest, ceremony, sport",
        de="nur solche: meeting, talks, vote, visit, deadline, publication, hearing, protest, ceremony, sport",
    ),
    "help.event_place": Message(en="only events in such a place", de="nur Ereignisse an einem solchen Ort"),
    "help.event_words": Message(
        en="only events with all these words in title, names or agenda",
        de="nur Ereignisse mit allen diesen Wörtern in Titel, Namen oder Thema",
    ),
    "help.event_rejected": Message(en="only those that people rejected", de="nur die von Menschen verworfenen"),
    "help.event_csv": Message(en="CSV, one event a row", de="CSV, ein Ereignis je Zeile"),
    "help.ics": Message(
        en="write a calendar (iCalendar) to this file; - is standard output",
        de="einen Kalender (iCalendar) in diese Datei schreiben; - ist die Standardausgabe",
    ),
    "help.event_became": Message(
        en="what became of it: open, held, postponed, cancelled",
        de="was daraus wurde: open, held, postponed, cancelled",
    ),
    "help.event_first": Message(en="its first day", de="sein erster Tag"),
    "help.event_last": Message(en="its last day", de="sein letzter Tag"),
    "usage.event_form": Message(
        en="Take one of --json, --csv and --ics.", de="Nehmen Sie eines von --json, --csv und --ics."
    ),
    "events.none": Message(en="No event passes these filters.", de="Kein Ereignis passt zu diesen Filtern."),
    "events.more": Message(
        en="The first {printed}; --limit N shows more.", de="Die ersten {printed}; --limit N zeigt mehr."
    ),
    "events.vague": Message(en="Without a day", de="Ohne Tag"),
    "events.week": Message(en="week {number}", de="Woche {number}"),
    "events.by": Message(en="by {day}", de="bis {day}"),
    "events.from": Message(en="from {day}", de="ab {day}"),
    "weekday.0": Message(en="Mon", de="Mo"),
    "weekday.1": Message(en="Tue", de="Di"),
    "weekday.2": Message(en="Wed", de="Mi"),
    "weekday.3": Message(en="Thu", de="Do"),
    "weekday.4": Message(en="Fri", de="Fr"),
    "weekday.5": Message(en="Sat", de="Sa"),
    "weekday.6": Message(en="Sun", de="So"),
    "event.participants": Message(en="who", de="wer"),
    "event.place": Message(en="where", de="wo"),
    "event.topic": Message(en="agenda", de="Thema"),
    "event.actors": Message(en="actors", de="Akteure"),
    "event.when": Message(en="when", de="wann"),
    "event.status": Message(en="status", de="Stand"),
    "event.says": Message(en="says", de="sagt"),
    "event.says.announced": Message(en="announced", de="angekündigt"),
    "event.says.postponed": Message(en="postponed", de="verschoben"),
    "event.says.cancelled": Message(en="cancelled", de="abgesagt"),
    "event.says.held": Message(en="held", de="stattgefunden"),
    "event.wording": Message(en="words", de="Wortlaut"),
    "event.word_of": Message(en="on the word of", de="nach Angaben von"),
    "event.address": Message(en="address", de="Adresse"),
    "event.same": Message(en="one with", de="eins mit"),
    "event.apart": Message(en="apart from", de="getrennt von"),
    "event.rejected": Message(en="rejected", de="verworfen"),
    "event.decided": Message(en="{part} (entry {number})", de="{part} (Eintrag {number})"),
    "event.part.verdict": Message(en="verdict", de="Urteil"),
    "event.part.outcome": Message(en="status", de="Stand"),
    "event.part.when": Message(en="days", de="Tage"),
    "event.meeting": Message(en="meeting", de="Treffen"),
    "event.talks": Message(en="talks", de="Gespräche"),
    "event.vote": Message(en="vote", de="Abstimmung"),
    "event.visit": Message(en="visit", de="Besuch"),
    "event.deadline": Message(en="deadline", de="Frist"),
    "event.publication": Message(en="publication", de="Veröffentlichung"),
    "event.hearing": Message(en="hearing", de="Verhandlung"),
    "event.protest": Message(en="protest", de="Protest"),
    "event.ceremony": Message(en="ceremony", de="Feier"),
    "event.sport": Message(en="sport", de="Sport"),
    "event.outcome.open": Message(en="still to come", de="steht bevor"),
    "event.outcome.held": Message(en="held", de="hat stattgefunden"),
    "event.outcome.postponed": Message(en="postponed", de="verschoben"),
    "event.outcome.cancelled": Message(en="cancelled", de="abgesagt"),
    "event.outcome.unreported": Message(en="no report of it", de="nichts darüber berichtet"),
    "event.who": Message(en="Who: {names}", de="Wer: {names}"),
    "event.agenda": Message(en="Agenda: {agenda}", de="Thema: {agenda}"),
    "event.words": Message(en="Words: {words}", de="Wortlaut: {words}"),
    "event.said_by": Message(en="On the word of: {names}", de="Nach Angaben von: {names}"),
    "event.source": Message(en="Source: {source}", de="Quelle: {source}"),
    "event.became": Message(en="What became of it: {outcome}", de="Was daraus wurde: {outcome}"),
    "event.deadline_title": Message(en="Deadline: {title}", de="Frist: {title}"),
    "event.calendar": Message(en="Announced events", de="Angekündigte Ereignisse"),
}
