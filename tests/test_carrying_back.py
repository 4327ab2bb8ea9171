"""The promise behind every statement: each of its spans leads to the very bytes that its words were written as."""

from dataclasses import replace

import pytest

from tests.carrying import astray, carry_back
from tests.generated import Expected, document, documents
from tests.intake.maps import taken
from wortlaut.language import analyse
from wortlaut.reading import Reader, load
from wortlaut.settings import Settings
from wortlaut.types import Article, Run, SourceMap, Span, Statement

COUNT = 2000
PARTS = ("quote", "cue", "frame", "speaker", "addressee")


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load(Settings().reader)


def first_article(reader: Reader, number: int) -> tuple[Article, Expected, tuple[Statement, ...]]:
    """The first article of a generated document, what it was written from, and its statements."""
    generated = document(number)
    article = taken(generated.raw, generated.name)[0]
    assert isinstance(article, Article)
    (statements,) = reader.read([article], [analyse(article.text)])
    return article, generated.articles[0], statements


def test_every_span_of_every_statement_leads_to_the_bytes_it_was_written_as(reader: Reader) -> None:
    carried = carry_back(documents(COUNT, seed=11), reader)
    assert carried.astray == []
    assert (carried.documents, carried.statements > 4 * COUNT) == (COUNT, True)
    assert {part: count for part, count in carried.spans.items() if count < COUNT / 4} == {}
    assert set(carried.spans) == set(PARTS)


def test_a_map_that_is_one_byte_off_is_noticed_at_every_span(reader: Reader) -> None:
    spans = 0
    for number in range(24):  # four documents of each form
        article, expected, statements = first_article(reader, number)
        runs = tuple(Run(run.char, run.byte + 1, run.width) for run in article.source_map.runs)
        shifted = replace(article, source_map=SourceMap(article.source_map.length, runs))
        there = sum(map(count_spans, statements))
        assert len(list(astray(shifted, expected, statements))) == there
        spans += there
    assert spans > 100


def test_a_span_that_ends_behind_the_text_is_noticed(reader: Reader) -> None:
    article, expected, (statement, *_) = first_article(reader, 0)
    length = len(article.text)
    beyond = replace(statement, quote=(Span(length - 1, length + 1),))
    (noticed, *_) = astray(article, expected, [beyond])
    assert noticed.endswith("ends behind the text")


def count_spans(statement: Statement) -> int:
    parties = [party.mention for party in (*statement.speakers, *statement.addressees)]
    return sum(map(len, (statement.quote, statement.cue.spans, statement.frame.spans, *parties)))
