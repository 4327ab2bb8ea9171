"""An article about a ferry, two statements in it, and a person who decides about them."""

from datetime import UTC, datetime

from tests.record.builder import article, spans, statement
from wortlaut.decisions import Decision, Entry
from wortlaut.record import Record
from wortlaut.types import Span, StatementPart, StatementType, Verdict

TEXT = (
    "Bürgermeisterin Tanja Weddel sagte dem Rat am Montag, die Fähre nach Ostholm fahre bald wieder. "
    "„Wir zahlen keinen Cent“, rief Reeder Ole Brandis. Er sprach von einem Irrtum."
)
NEWS = article(TEXT, url="https://example.org/faehre")
INDIRECT = statement(
    NEWS, "die Fähre nach Ostholm fahre bald wieder", speaker="Tanja Weddel", kind=StatementType.INDIRECT
)
DIRECT = statement(NEWS, "„Wir zahlen keinen Cent“", speaker="Reeder")
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ANNA = "Anna Sieg"


def decide(record: Record, decision: Decision, *, by: str = ANNA, seen: str | None = None) -> Entry:
    return record.decide(decision, by=by, why="nachgelesen", at=NOON, seen=seen)


def mentions(*words: str, text: str = TEXT) -> tuple[tuple[Span, ...], ...]:
    return tuple(spans(text, each) for each in words)


def verdict(part: StatementPart, entry: int, by: str = ANNA) -> Verdict:
    return Verdict(part, entry, by, NOON)
