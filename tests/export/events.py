"""An invented event of a record, by hand."""

from dataclasses import replace
from datetime import date

from wortlaut.types import (
    AnnouncedEvent,
    ArticleHead,
    EventEntry,
    EventKind,
    EventPart,
    EventStatus,
    EventTelling,
    Outcome,
    PartyKind,
    ResolvedParty,
    Signs,
    Span,
    Telling,
)

__all__ = ["CANCELLED", "ENTRY", "HEAD", "SUMMIT", "TEXT", "span"]

TEXT = "Vom 3. bis 5. Dezember tagt in Anstadt; am Hafen der Gipfel der Flussländer über die Fähre."
LATER = "Der Gipfel der Flussländer in Anstadt ist abgesagt."


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


SUMMIT = AnnouncedEvent(
    kind=EventKind.MEETING,
    status=EventStatus.ANNOUNCED,
    title="Gipfel der Flussländer, Anstadt; am Hafen",
    what=(span("Gipfel"),),
    who=(EventPart(span("der Flussländer"), "Flussländer", PartyKind.ORGANISATION),),
    where=(EventPart(span("Anstadt"), "Anstadt"),),
    when=(span("3."), span("5. Dezember")),
    since=date(2025, 12, 3),
    until=date(2025, 12, 5),
    agenda=(span("die Fähre"),),
    statement="s1",
    certainty=0.9,
)
HEAD = EventTelling(
    Telling("e1", SUMMIT, True, Signs(), ("organisation:fluss",), Span(0, len(TEXT))),
    ArticleHead(
        "a1", TEXT, "Gipfel", date(2025, 11, 27), "Anstädter Bote", "https://bote.example/gipfel?a=1,2;3", author=None
    ),
    ("organisation:fluss",),
    (ResolvedParty((span("Gipfel"),), PartyKind.PERSON, "Ada Brand", None, 0.9),),
)
CANCELLED = EventTelling(
    Telling(
        "e2",
        replace(
            SUMMIT,
            status=EventStatus.CANCELLED,
            what=(span("Gipfel", LATER),),
            who=(),
            where=(),
            when=(),
            agenda=(),
            since=None,
            until=None,
            statement=None,
        ),
        False,
        Signs(),
        (),
        Span(0, len(LATER)),
    ),
    ArticleHead("a2", LATER, None, date(2025, 12, 1), None, None, author=None),
    (),
)
ENTRY = EventEntry("e1", EventKind.MEETING, SUMMIT.title, Outcome.OPEN, SUMMIT.since, SUMMIT.until, (HEAD,))
