import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path
from typing import overload

import pytest

from tests.record.builder import OTHER_READER, READER, article, document, found, head, keep, spans, statement
from wortlaut.errors import ReaderError
from wortlaut.record import Filters, Kept, Record
from wortlaut.types import (
    Article,
    ArticleKind,
    Confidence,
    Medium,
    Origin,
    Part,
    Party,
    Run,
    SourceMap,
    Span,
    Standing,
    Statement,
    StatementType,
    statement_id,
)

TEXT = "„Die Brücken 🌉 bleiben“, sagte Ministerin Öre zu Rat und Räten, „zu.“ Sie habe „nie“ gezögert."
WIRE = article(
    TEXT,
    url="https://example.org/1",
    title="Brücken „zu“",
    published=date(2026, 3, 1),
    source="Küstenkurier",
)
LATER = article(
    TEXT + " Korrektur folgt.", url=WIRE.url, title=WIRE.title, published=WIRE.published, source=WIRE.source
)


def rich_statement() -> Statement:
    """One that fills every field."""
    quote = spans(TEXT, "„Die Brücken 🌉 bleiben“", "„zu.“")
    return Statement(
        id=statement_id(WIRE, quote, 0),
        article_id=WIRE.id,
        type=StatementType.INDIRECT_FREE_INDIRECT,
        medium=Medium.SPEECH_WRITING,
        quote=quote,
        cue=Part(spans(TEXT, "sagte"), 0.1),
        frame=Part(spans(TEXT, "sagte Ministerin Öre", "zu Rat"), 1 / 3),
        speakers=(Party(spans(TEXT, "Ministerin Öre"), 0.7), Party(spans(TEXT, "Sie"), 1e-9)),
        addressees=(Party(spans(TEXT, "Rat", "Räten"), 0.2),),
        parent=None,
        confidence=Confidence(0.123456789, 1.0, 0.0),
        made_by=READER,
    )


def nested() -> list[Statement]:
    outer = rich_statement()
    return [outer, statement(WIRE, "„nie“"), statement(WIRE, "bleiben", speaker="Rat", parent=outer)]


def content(path: Path) -> bytes:
    return sha256(path.read_bytes()).digest()


def test_an_article_comes_back_equal(record: Record) -> None:
    keep(record, WIRE)
    assert record.article(WIRE.id) == WIRE
    assert list(record.articles()) == [head(WIRE)]


def test_an_article_with_nothing_known_comes_back_equal(record: Record) -> None:
    bare = Article("a0", "", b"", SourceMap(0, ()), Origin("-"), "text", "utf-8")
    keep(record, bare)
    assert record.article("a0") == bare


def test_a_path_that_is_no_text_comes_back_equal(record: Record) -> None:
    odd = replace(WIRE, origin=Origin("alt\udcfc/1.txt"))
    keep(record, odd)
    assert record.article(odd.id).origin == odd.origin


def test_characters_come_back_whatever_they_are(record: Record) -> None:
    odd = article("NUL \x00, e\u0301, 👩‍👩‍👧, \u2028, \U0010ffff, „«»“")
    keep(record, odd)
    assert record.article(odd.id) == odd


def test_statements_come_back_equal_in_the_order_they_were_given(record: Record) -> None:
    keep(record, WIRE, nested())
    assert record.of_article(WIRE.id) == [found(WIRE, each) for each in nested()]


def test_confidences_of_a_model_are_stored_as_numbers(record: Record) -> None:
    numpy = pytest.importorskip("numpy")
    given = replace(rich_statement(), cue=Part(spans(TEXT, "sagte"), numpy.float32(0.1)))
    keep(record, WIRE, [given])
    assert record.of_article(WIRE.id) == [found(WIRE, given)]
    assert list(record.verify()) == []


def test_reading_the_same_again_changes_nothing_in_the_file(record: Record, path: Path) -> None:
    assert keep(record, WIRE, nested()) is Kept.STORED
    before = content(path)
    assert record.is_current(WIRE, READER)
    assert keep(record, WIRE, nested()) is Kept.UNCHANGED
    assert content(path) == before


def test_the_same_content_from_another_place_is_unchanged(record: Record, path: Path) -> None:
    keep(record, WIRE, nested())
    before = content(path)
    assert keep(record, replace(WIRE, origin=Origin("kopie.txt"), raw=b"x"), nested()) is Kept.UNCHANGED
    assert content(path) == before


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables but `about`, in which a record is unlike every other."""
    with closing(sqlite3.connect(path)) as file:
        names = [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {name: file.execute(f"SELECT * FROM {name}").fetchall() for name in names if name != "about"}


def test_two_runs_write_the_same_rows(tmp_path: Path) -> None:
    paths = [tmp_path / "a.db", tmp_path / "b.db"]
    for path in paths:
        with Record.open(path, create=True) as record:
            keep(record, WIRE, nested())
            keep(record, article("Zweiter. „Ja“"))
            keep(record, LATER, [statement(LATER, "„nie“")])
            keep(record, WIRE, [statement(WIRE, "„nie“", made_by=OTHER_READER)], made_by=OTHER_READER)
    assert rows(paths[0]) == rows(paths[1])


def test_changed_content_becomes_a_version_and_the_one_before_is_kept(record: Record) -> None:
    keep(record, WIRE, nested())
    corrected = statement(LATER, "„nie“", speaker="Sie")
    assert not record.is_current(LATER, READER)
    assert keep(record, LATER, [corrected]) is Kept.STORED
    assert record.article(WIRE.id) == LATER
    assert list(record.articles()) == [head(LATER)]
    assert list(record.statements()) == [found(LATER, corrected)]
    assert [each.statement for each in record.search("nie")] == [corrected]
    assert list(record.search("Brücken", Filters(type=StatementType.INDIRECT_FREE_INDIRECT))) == []
    # A citation of what is found no more still leads to it.
    assert record.statement(rich_statement().id) == replace(found(LATER, rich_statement()), standing=Standing.LOST)
    assert record.statement(corrected.id) == found(LATER, corrected)


def test_a_former_version_that_comes_in_again_changes_nothing(record: Record, path: Path) -> None:
    keep(record, WIRE, nested())
    keep(record, LATER)
    before = content(path)
    assert keep(record, WIRE, nested()) is Kept.UNCHANGED
    assert content(path) == before
    assert record.article(WIRE.id) == LATER


def test_each_version_has_its_own_statements(record: Record) -> None:
    corrected = statement(LATER, "„nie“", speaker="Sie")
    keep(record, WIRE, nested())
    keep(record, LATER, [corrected])
    assert record.of_content(WIRE) == [found(WIRE, each) for each in nested()]
    assert record.of_content(LATER) == [found(LATER, corrected)]
    assert record.of_content(article(TEXT + " Fehlt.", url=WIRE.url)) == []
    assert record.beside(rich_statement().id)[0] == record.of_content(LATER, hidden=True)[0]
    assert record.beside(corrected.id[:9]) == record.of_content(LATER)


def test_a_former_version_read_by_another_reader_stays_out_of_the_search(record: Record) -> None:
    keep(record, WIRE, nested())
    keep(record, LATER)
    other = statement(WIRE, "„nie“", made_by=OTHER_READER)
    assert keep(record, WIRE, [other], made_by=OTHER_READER) is Kept.STORED
    assert list(record.search("nie")) == []
    assert record.of_content(WIRE) == [found(WIRE, other)]
    assert record.statement(other.id).standing is Standing.LOST
    assert list(record.verify()) == []


def test_another_reader_replaces_the_statements(record: Record) -> None:
    keep(record, WIRE, nested())
    other = statement(WIRE, "„nie“", speaker="Sie", made_by=OTHER_READER)
    assert not record.is_current(WIRE, OTHER_READER)
    assert keep(record, WIRE, [other], made_by=OTHER_READER) is Kept.STORED
    assert record.is_current(WIRE, OTHER_READER)
    assert not record.is_current(WIRE, READER)
    assert record.of_article(WIRE.id) == [found(WIRE, other)]
    assert list(record.search("Brücken", Filters(speaker="Öre"))) == []


def test_a_reader_can_come_back(record: Record) -> None:
    keep(record, WIRE, nested())
    keep(record, WIRE, made_by=OTHER_READER)
    assert keep(record, WIRE, nested()) is Kept.STORED
    assert record.of_article(WIRE.id) == [found(WIRE, each) for each in nested()]
    assert list(record.verify()) == []


IMPOSSIBLE = {
    "two with one id": [statement(WIRE, "„nie“"), statement(WIRE, "„nie“")],
    "of another article": [replace(statement(WIRE, "„nie“"), article_id="a1")],
    "of another reader": [statement(WIRE, "„nie“", made_by=OTHER_READER)],
    "without a quote": [replace(statement(WIRE, "„nie“"), quote=())],
    "inside of none": [replace(statement(WIRE, "„nie“"), parent="s1")],
    "inside of itself": [replace(statement(WIRE, "„nie“"), parent=statement(WIRE, "„nie“").id)],
    "beyond the text": [replace(rich_statement(), addressees=(Party((Span(3, len(TEXT) + 1),), 0.5),))],
}


@pytest.mark.parametrize("statements", IMPOSSIBLE.values(), ids=IMPOSSIBLE.keys())
def test_an_impossible_statement_is_refused_and_nothing_stored(record: Record, statements: list[Statement]) -> None:
    with pytest.raises(ReaderError, match=f"handmade.*{WIRE.id}"):
        keep(record, WIRE, statements)
    assert list(record.articles()) == []


def test_lemmas_that_are_not_one_a_token_are_refused(record: Record) -> None:
    with pytest.raises(ValueError, match="0 lemmas were given for"):
        record.keep(WIRE, document(TEXT), (), (), READER)


class Interrupting(Sequence[str]):
    """Lemmas whose reading is interrupted by the user, when most of the item has been written."""

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        raise KeyboardInterrupt

    def __len__(self) -> int:
        return len(document(TEXT).tokens)


def test_an_interrupted_item_leaves_nothing_behind(record: Record, path: Path) -> None:
    keep(record, article("Erster."))
    before = content(path)
    with pytest.raises(KeyboardInterrupt):
        record.keep(WIRE, document(TEXT), Interrupting(), nested(), READER)
    assert content(path) == before
    assert keep(record, WIRE, nested()) is Kept.STORED


def test_a_source_map_with_long_jumps_comes_back_equal(record: Record) -> None:
    jumping = replace(
        WIRE, raw=b"x" * 5000, source_map=SourceMap(len(TEXT), (Run(0, 7, 1), Run(3, 9, 0), Run(4, 2000, 6)))
    )
    keep(record, jumping)
    assert record.article(WIRE.id) == jumping


TOLD = replace(
    WIRE,
    subtitle="Rat tagt „morgen“",
    kicker="Verkehr",
    author="Jost Harms",
    published_at=datetime(2026, 3, 1, 8, 30, tzinfo=timezone(timedelta(hours=1))),
    updated_at=datetime(2026, 3, 1, 9, 0, 0, 500, tzinfo=UTC),
    kind=ArticleKind.STUB,
    revision=3,
)


def test_all_that_is_told_of_an_article_comes_back(record: Record) -> None:
    keep(record, TOLD, [rich_statement()])
    assert record.article(TOLD.id) == TOLD
    assert next(record.statements()).article == head(TOLD)
    assert list(record.verify()) == []


@pytest.mark.parametrize(
    "other",
    [
        replace(TOLD, subtitle=None),
        replace(TOLD, kicker="Hafen"),
        replace(TOLD, published_at=datetime(2026, 3, 1, 8, 31, tzinfo=UTC)),
        replace(TOLD, updated_at=None),
        replace(TOLD, kind=ArticleKind.TICKER),
        replace(TOLD, revision=4),
    ],
)
def test_what_is_told_of_an_article_otherwise_makes_a_version(record: Record, other: Article) -> None:
    keep(record, TOLD)
    assert keep(record, other) is Kept.STORED
    assert [each.article for each in record.versions(TOLD.id)] == [head(TOLD), head(other)]
    assert keep(record, other) is Kept.UNCHANGED
