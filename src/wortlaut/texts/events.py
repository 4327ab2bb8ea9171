"""What is said of announced events."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
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
