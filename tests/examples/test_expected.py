from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from examples.expected import EXPECTED, ITEMS, Expected, Words, expected, place
from wortlaut.intake import read
from wortlaut.intake.form import Item
from wortlaut.settings import Settings
from wortlaut.types import Article, Medium, Rejected, Span, StatementType

STATEMENTS = tuple(expected())
FILES = tuple(sorted(path for path in ITEMS.iterdir() if not path.name.startswith(".")))


@cache
def articles(path: Path) -> tuple[Item, ...]:
    return tuple(read([str(path)], settings=Settings()))


def article_of(statement: Expected) -> Article:
    article = articles(statement.path)[(statement.record or 1) - 1]
    assert isinstance(article, Article)
    return article


def places(parts: tuple[Words, ...], text: str) -> list[Span]:
    return [place(words, text) for words in parts]


def inside(part: Span, whole: list[Span]) -> bool:
    return any(span.start <= part.start and part.end <= span.end for span in whole)


def named(statement: Expected) -> str:
    return f"{statement.path.name}-{statement.record or 1}-{statement.number}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_item_is_read(path: Path) -> None:
    assert [item for item in articles(path) if isinstance(item, Rejected)] == []


def test_the_list_covers_every_item() -> None:
    items = {(path, number) for path in FILES for number, _ in enumerate(articles(path), 1)}
    assert {(statement.path, statement.record or 1) for statement in STATEMENTS} == items
    assert len(items) >= 12


@pytest.mark.parametrize("statement", STATEMENTS, ids=named)
def test_every_part_stands_in_the_article_in_order(statement: Expected) -> None:
    text = article_of(statement).text
    for parts in (statement.quote, statement.cue, statement.frame, statement.speaker, statement.addressee):
        spans = places(parts, text)
        assert spans == sorted(spans)
        assert [span.of(text) for span in spans] == [words.text for words in parts]


@pytest.mark.parametrize("statement", STATEMENTS, ids=named)
def test_the_cue_stands_in_the_frame_and_outside_the_quote(statement: Expected) -> None:
    text = article_of(statement).text
    quote, frame = places(statement.quote, text), places(statement.frame, text)
    for cue in places(statement.cue, text):
        assert inside(cue, frame)
        assert not inside(cue, quote)


@pytest.mark.parametrize("statement", [each for each in STATEMENTS if each.parent], ids=named)
def test_a_nested_statement_stands_inside_its_parent(statement: Expected) -> None:
    text = article_of(statement).text
    (parent,) = (
        each
        for each in STATEMENTS
        if (each.path, each.record, each.number) == (statement.path, statement.record, statement.parent)
    )
    assert all(inside(part, places(parent.quote, text)) for part in places(statement.quote, text))


def test_statements_are_numbered_in_each_item() -> None:
    seen: Counter[tuple[Path, int | None]] = Counter()
    for statement in STATEMENTS:
        seen[statement.path, statement.record] += 1
        assert statement.number == seen[statement.path, statement.record]


def test_everything_that_the_examples_promise_occurs() -> None:
    assert {statement.type for statement in STATEMENTS} == set(StatementType)
    assert {Medium.SPEECH, Medium.THOUGHT, Medium.WRITING} <= {statement.medium for statement in STATEMENTS}
    assert any(len(statement.quote) > 1 for statement in STATEMENTS if statement.type is StatementType.DIRECT)
    assert any(len(statement.cue) > 1 for statement in STATEMENTS)
    assert any(statement.addressee for statement in STATEMENTS)
    assert any(statement.parent for statement in STATEMENTS)


def test_the_forms_that_the_examples_promise_occur() -> None:
    read_items = [item for path in FILES for item in articles(path) if isinstance(item, Article)]
    assert {item.form for item in read_items} == {"wire", "text", "markdown", "json", "jsonl", "html", "newsml"}
    assert {"utf-8", "utf-16-le", "windows-1252"} <= {item.encoding for item in read_items}
    assert b"\xe2\x80\xa8" in (ITEMS / "agentur.jsonl").read_bytes()
    assert b"\r\n" in (ITEMS / "moor-urteil.txt").read_bytes()


@pytest.mark.parametrize(
    ("words", "text", "span"),
    [
        (Words("er", None), "der Herr, er sagte", Span(10, 12)),
        (Words("er", 2), "er sagte, er", Span(10, 12)),
        (Words(", so er", None), "Gut, so er", Span(3, 10)),
        (Words("„Ja“", None), "sagte „Ja“.", Span(6, 10)),
    ],
)
def test_words_are_placed_as_whole_words(words: Words, text: str, span: Span) -> None:
    assert place(words, text) == span


@pytest.mark.parametrize(
    ("words", "text"),
    [(Words("er", None), "er sagte, er"), (Words("er", None), "der Herr"), (Words("er", 3), "er sagte, er")],
)
def test_words_that_are_missing_or_open_raise(words: Words, text: str) -> None:
    with pytest.raises(ValueError, match="stands"):
        place(words, text)


def test_the_list_is_one_object_a_line() -> None:
    assert len(EXPECTED.read_text("utf-8").splitlines()) == len(STATEMENTS)
