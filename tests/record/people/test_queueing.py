from dataclasses import replace
from datetime import date

import pytest

from tests.record.builder import article, keep, statement
from tests.record.keeping.test_reprints import OTHER, STORY
from wortlaut.decisions import Confirm, Reject
from wortlaut.record import Filters, Record
from wortlaut.record.people.queueing import ReviewOrder
from wortlaut.types import Article, Confidence, Party, Statement

WORDS = ("Eins", "Zwei", "Drei", "Vier", "Fünf")


def sure(of: Article, words: str, confidence: float) -> Statement:
    return replace(statement(of, words), confidence=Confidence(confidence, 0.99, 0.5))


def put(record: Record, *confidences: float) -> Article:
    """An article with a statement of each confidence."""
    of = article(" ".join(WORDS), url="https://example.org/w", published=date(2026, 1, 1))
    keep(record, of, [sure(of, words, each) for words, each in zip(WORDS, confidences, strict=False)])
    return of


def queued(record: Record, filters: Filters | None = None, **options: object) -> list[str]:
    return [
        " ".join(span.of(each.found.article.text) for span in each.found.statement.quote)
        for each in record.queue(filters, **options)  # type: ignore[arg-type]  # as the test says
    ]


def test_least_certain_comes_first(record: Record) -> None:
    put(record, 0.9, 0.3, 0.6)
    assert queued(record) == ["Zwei", "Drei", "Eins"]


def test_unsure_speaker_makes_a_statement_unsure(record: Record) -> None:
    of = article("Eins Zwei Ada")
    speaker = Party(statement(of, "Ada").quote, 0.2)
    keep(record, of, [sure(of, "Eins", 0.5), replace(sure(of, "Zwei", 0.9), speakers=(speaker,))])
    assert queued(record) == ["Zwei", "Eins"]


def test_what_was_decided_or_rejected_waits_no_more(record: Record) -> None:
    put(record, 0.9, 0.3, 0.6)
    one, other = (each.found.statement.id for each in list(record.queue())[:2])
    record.decide(Confirm(one), by="Mira")
    record.decide(Reject(other), by="Mira")
    assert queued(record) == ["Eins"]


def test_filters_and_limit_narrow(record: Record) -> None:
    put(record, 0.9, 0.3, 0.6, 0.61)
    assert queued(record, limit=2) == ["Zwei", "Drei"]
    assert queued(record, Filters(min_confidence=0.5), limit=1) == ["Drei"]
    assert queued(record, Filters(words="Eins")) == ["Eins"]
    assert queued(record, limit=0) == []


@pytest.fixture
def copies(record: Record) -> Record:
    """A story in two papers, of which one statement is about as certain as one of another story."""
    for number, (text, words, confidence) in enumerate(
        [(OTHER, "Zwei Euro", 0.71), (STORY, "Die Treppe", 0.73), (STORY, "Die Treppe", 0.74), (OTHER[:60], "Rat", 0.5)]
    ):
        of = article(text, url=f"https://example.org/{number}", source=f"Blatt {number}")
        keep(record, of, [sure(of, words, confidence)])
    return record


def test_of_about_the_same_certainty_the_most_cited_comes_first(copies: Record) -> None:
    assert queued(copies) == ["Rat", "Die Treppe", "Die Treppe", "Zwei Euro"]
    assert queued(copies, limit=2) == ["Rat", "Die Treppe"]


def test_most_cited_comes_first_where_that_is_asked_for(copies: Record) -> None:
    found = list(copies.queue(order=ReviewOrder.CITED))
    assert [(each.found.article.source, each.cited) for each in found] == [
        ("Blatt 1", 2),
        ("Blatt 2", 2),
        ("Blatt 3", 1),
        ("Blatt 0", 1),
    ]
