"""Invented articles that tell of events, for records, and what a record says of the events."""

from collections.abc import Sequence
from datetime import date

from tests.record.builder import READER, article
from tests.record.cast import Cast
from wortlaut.language import analyse, lemmas
from wortlaut.record import Coder, EventFilters, Kept, Record
from wortlaut.types import Article, Document, EventEntry, Provenance

__all__ = [
    "ANNOUNCED",
    "CANCELLED",
    "HELD",
    "MOVED",
    "OTHER",
    "TODAY",
    "German",
    "events",
    "item",
    "tell",
    "told",
]

ANNOUNCED = "Am Donnerstag beginnen in Anstadt Gespräche mit Ole Brandis über die Fähre."
MOVED = "Die Gespräche über die Fähre in Anstadt sind auf den 14. März verschoben worden."
CANCELLED = "Die Gespräche über die Fähre in Anstadt sind abgesagt worden."
HELD = "In Anstadt haben die Gespräche über die Fähre begonnen."
OTHER = "Am 12. Mai wird in Musterland ein neues Parlament gewählt."
TODAY = date(2030, 3, 20)


class German:
    """The record's knowledge of words as the program has it, and of who is meant as a table has it."""

    coder: Coder | None = None

    def __init__(self) -> None:
        self.meaning = Cast()

    def analyse(self, text: str) -> Document:
        return analyse(text)

    def lemmas(self, document: Document) -> Sequence[str]:
        return lemmas(document)

    def lemma(self, word: str) -> str:
        return word

    def parts(self, lemma: str) -> tuple[str, ...]:
        return ()


def item(number: int, text: str, published: date | None, source: str | None = None) -> Article:
    return article(text, url=f"https://example.org/{number}", published=published, source=source)


def tell(
    record: Record, number: int, text: str, published: date | None = date(2030, 3, 4), *, made_by: Provenance = READER
) -> Article:
    """The article, which is kept now."""
    made = item(number, text, published)
    document = analyse(text)
    assert record.keep(made, document, lemmas(document), [], made_by) is Kept.STORED
    return made


def events(record: Record, as_of: date = TODAY, **wanted: object) -> list[EventEntry]:
    return list(record.events(EventFilters(**wanted), as_of=as_of))  # type: ignore[arg-type]  # names of filters


def told(record: Record, as_of: date = TODAY, **wanted: object) -> list[tuple[str, str, str, int]]:
    """Outcome, first and last day, and how many articles tell of it, of each event."""
    return [
        (each.outcome.value, str(each.since), str(each.until), len(each.told))
        for each in events(record, as_of, **wanted)
    ]
