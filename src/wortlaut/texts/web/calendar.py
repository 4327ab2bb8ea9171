"""What the pages of announced events say in the browser."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "calendar.place": Message(en="Events", de="Termine"),
    "calendar.heading": Message(
        en="What was announced, and what became of it", de="Was angekündigt war und was daraus wurde"
    ),
    "calendar.words": Message(en="words", de="Wörter"),
    "calendar.where": Message(en="where", de="wo"),
    "calendar.who": Message(en="who", de="wer"),
    "calendar.agenda": Message(en="about", de="worüber"),
    "calendar.became": Message(en="what became of it", de="was daraus wurde"),
    "calendar.all": Message(en="all", de="alles"),
    "calendar.since": Message(en="from", de="von"),
    "calendar.until": Message(en="to", de="bis"),
    "calendar.before": Message(en="month before", de="Monat davor"),
    "calendar.behind": Message(en="month after", de="Monat danach"),
    "calendar.coming": Message(en="To come", de="Was kommt"),
    "calendar.past": Message(en="Past, the latest first", de="Was war, das Letzte zuerst"),
    "calendar.more": Message(
        en="There are more: narrow it down, or turn the pages of the calendar.",
        de="Es gibt mehr: Grenzen Sie ein, oder blättern Sie im Kalender.",
    ),
    "calendar.vague": Message(en="Without a day", de="Ohne Tag"),
    "calendar.none": Message(en="Nothing is announced.", de="Es ist nichts angekündigt."),
    "calendar.rejected": Message(
        en="A person said that this is no announced event.", de="Ein Mensch hat gesagt, dass das kein Termin ist."
    ),
    "calendar.told": Message(en="What articles tell of it", de="Was Artikel darüber sagen"),
    "calendar.by": Message(en="on the word of", de="laut"),
    "calendar.other": Message(en="id of the other event", de="Kennung des anderen Ereignisses"),
    "calendar.do.confirm": Message(en="it is one", de="es ist eines"),
    "calendar.do.reject": Message(en="it is none", de="es ist keines"),
    "calendar.do.correct": Message(en="correct days or outcome", de="Tage oder Ausgang berichtigen"),
    "calendar.do.same": Message(en="is the same as the other", de="ist dasselbe wie das andere"),
    "calendar.do.apart": Message(en="is not the other", de="ist nicht das andere"),
}
