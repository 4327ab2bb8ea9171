"""What the overview says in the browser, beside what it says in the terminal."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "overview.place": Message(en="Overview", de="Überblick"),
    "overview.heading": Message(en="What this record holds", de="Was diese Sammlung enthält"),
    "overview.of_statements": Message(en="statements", de="Aussagen"),
    "overview.of_statements.one": Message(en="statement", de="Aussage"),
    "overview.of_articles": Message(en="articles", de="Artikel"),
    "overview.of_articles.one": Message(en="article", de="Artikel"),
    "overview.of_decided": Message(en="looked at by people", de="von Menschen geprüft"),
    "overview.of_waiting": Message(en="decisions wait for a place", de="Entscheidungen warten auf eine Stelle"),
    "overview.of_waiting.one": Message(en="decision waits for a place", de="Entscheidung wartet auf eine Stelle"),
    "overview.over_time": Message(en="Statements over time", de="Aussagen im Lauf der Zeit"),
    "overview.as_table": Message(en="as a table", de="als Tabelle"),
    "overview.period": Message(en="period", de="Zeitraum"),
    "overview.week": Message(en="week of {day}", de="Woche ab {day}"),
    "overview.bar": Message(en="{period}: {count} statements", de="{period}: {count} Aussagen"),
    "overview.bar.one": Message(en="{period}: 1 statement", de="{period}: 1 Aussage"),
    "overview.without_day": Message(en="{count} statements have no day.", de="{count} Aussagen haben keinen Tag."),
    "overview.without_day.one": Message(en="1 statement has no day.", de="1 Aussage hat keinen Tag."),
    "overview.by_act": Message(en="Acts", de="Handlungen"),
    "overview.by_outlet": Message(en="Papers", de="Medien"),
    "overview.by_certainty": Message(en="How much is certain", de="Wie viel sicher ist"),
    "overview.by_type": Message(en="Types", de="Arten"),
    "overview.meaning": Message(
        en="By the least certain part of each statement.", de="Nach dem unsichersten Teil jeder Aussage."
    ),
    "overview.others": Message(en="and {count} others", de="und {count} weitere"),
    "overview.others.one": Message(en="and 1 other", de="und 1 weiteres"),
    "overview.lately": Message(en="Came in lately", de="Zuletzt hereingekommen"),
    "overview.statements_in": Message(en="{count} statements", de="{count} Aussagen"),
    "overview.statements_in.one": Message(en="1 statement", de="1 Aussage"),
    "overview.followed": Message(en="Feeds that are followed", de="Verfolgte Feeds"),
    "overview.feed_name": Message(en="feed", de="Feed"),
    "overview.looked_at": Message(en="last looked at", de="zuletzt nachgesehen"),
    "overview.failures": Message(en="failures", de="Fehlschläge"),
}
